/* SPDX-License-Identifier: MIT */
/* What the files of `nadir bench` share: rows of operations, and what one of them needs while it is timed. */
#ifndef NADIR_TOOLS_BENCH_H
#define NADIR_TOOLS_BENCH_H

#include "nadir/nadir.h"

#include "runtime/runtime_priv.h"

struct bench {
    struct nadir_context *context; /* that owns what follows */
    const struct bench_row *row;
    struct nadir_tensor tensors[7];
    struct nadir_arena *arena;
    struct nadir_optimizer *optimizer;
    struct nadir_classifier classifier;
    struct nadir_step *step;
    struct nadir__plan plan;
    size_t launches; /* commands of one run, where they are recorded; else 0 */
};

/* Enqueues one run. Products are timed by several contexts on one queue, each bound to another back end. */
typedef enum nadir_status (*bench_run)(struct bench *bench, struct nadir_context *context);

enum bench_limit { LIMIT_COPY, LIMIT_FMA, LIMIT_NONE };

struct bench_row {
    const char *op;
    const char *name;
    enum nadir_status (*prepare)(struct bench *bench);
    bench_run run;
    size_t shape[3];
    double bytes; /* moved by one run, read and written once; 0: not a memory-bound operation */
    double flops;
    enum bench_limit limit;

    enum nadir_optimizer_rule rule;
    double clip_norm;
    enum nadir_loss loss;
    float smoothing;   /* of labels */
    bool weights;      /* of classes */
    const char *model; /* of a training step */

    /* Of a matrix product, which every back end computes in turn. */
    const char *layout; /* "NT": b is transposed; NULL: not a product */
    enum nadir_dtype dtype;
    size_t batch; /* matrices */
    bool epilogue;
    bool packed_b;
    bench_run plain; /* the product alone, timed beside `run`; NULL: that is `run` */
};

/* The tables: bench_ops.c and bench_gemm.c. */
extern const struct bench_row bench_ops[], bench_gemms[];
extern const size_t bench_op_count, bench_gemm_count;

/* What nadir_gemm takes for a row that is a product. */
enum nadir_status bench_gemm_describe(struct bench *bench, char text[NADIR_GEMM_TEXT]);

/* tensors[i] with random numbers from -1 to 1; float32. */
enum nadir_status bench_random(struct bench *bench, int i, unsigned rank, const size_t *shape);

/* Integers base + (i * 7919 modulo count): with base 0, labels spread over `count` classes. */
enum nadir_status bench_integers(struct bench *bench, const struct nadir_tensor *tensor, size_t base, size_t count);

#endif
