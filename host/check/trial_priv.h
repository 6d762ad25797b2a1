/* SPDX-License-Identifier: MIT */
/* One operation under examination: its tensors in guarded device memory at odd offsets, outputs poisoned, what it should give
 * and how far it may be from that, run twice. What is wrong becomes a finding of the doctor. */
#ifndef NADIR_TRIAL_PRIV_H
#define NADIR_TRIAL_PRIV_H

#include "check_priv.h"

#include "nadir/tensor.h"

#define ND_U 0x1p-24 /* unit roundoff of float */

/* What a series of trials has in common. */
struct nadir__examination {
    struct nadir__doctor *doctor;
    struct nadir_context *context; /* the doctor's, or another one on the same device */
    const char *where;             /* behind the names of checks: ", gpu walk"; "" */
    bool spare;                    /* training on this device does not use this context: what fails is a warning */
    const struct nadir__pretence *pretence; /* NULL but in tests */
};

/* For tests of the comparisons: nothing is launched, and every output comes as it is expected, rounded to its type, but for one
 * flipped bit in its largest element (3 % of a float) or a change by 3 %. */
struct nadir__pretence {
    int output; /* which one, modulo their number; below 0: none */
};

/* A tensor of a trial, or numbers that its run reads by itself. */
struct nadir__slot {
    const char *name;
    struct nadir_tensor tensor; /* without a buffer: `got` is filled by the run */
    size_t count;
    bool output;
    double *x;            /* what the tensor holds before the run; NULL: poison */
    double *want, *bound; /* of an output: |got - want| <= bound; NaN and infinities must be the same. Without `want` only what
                             lies beside the tensor is looked at */
    double *got;
    unsigned char *image, *result, *first; /* the buffer before the run, behind it, behind the first run */
    size_t bytes;
};

enum { ND_TRIAL_SLOTS = 20 };

struct nadir__trial {
    struct nadir_context *context;
    bool quick;
    uint64_t seed, drawn;
    size_t alignment; /* elements that tensors made from now on start at a multiple of; 0: at odd numbers */
    struct nadir__slot slots[ND_TRIAL_SLOTS];
    size_t count;
    void **memory; /* released behind the trial */
    size_t memory_count;
    enum nadir_status status; /* of the first call below that failed: they need no check each, but before `x` is used */
};

/* Zeroed, released behind the trial; NULL on failure. */
void *nadir__trial_alloc(struct nadir__trial *trial, size_t n, size_t size);
double *nadir__trial_doubles(struct nadir__trial *trial, size_t n);

/* A uniform number, a function of the trial's seed and of how many were drawn. */
double nadir__trial_draw(struct nadir__trial *trial, double low, double high);

/* For the two arguments rank and shape. */
#define ND_SHAPE(...) (unsigned)(sizeof((const size_t[]){__VA_ARGS__}) / sizeof(size_t)), (const size_t[]){__VA_ARGS__}

/* An input with these values, rounded to the type, or with uniform float32 ones. It must not change. */
struct nadir__slot *nadir__trial_input(struct nadir__trial *trial, const char *name, enum nadir_dtype dtype, unsigned rank,
                                       const size_t *shape, const double *values);
struct nadir__slot *nadir__trial_uniform(struct nadir__trial *trial, const char *name, unsigned rank, const size_t *shape,
                                         double low, double high);

/* A poisoned output; an output that holds these float32 values first; an output of `count` numbers that the run puts into
 * `got`, which is poisoned before. `want` and `bound` are zero. */
struct nadir__slot *nadir__trial_output(struct nadir__trial *trial, const char *name, enum nadir_dtype dtype, unsigned rank,
                                        const size_t *shape);
struct nadir__slot *nadir__trial_update(struct nadir__trial *trial, const char *name, unsigned rank, const size_t *shape,
                                        const double *values);
struct nadir__slot *nadir__trial_captured(struct nadir__trial *trial, const char *name, size_t count);

/* bound = relative |want| + part of the largest |want|, and what rounding to 16 bits adds. 1e-37: denormals may be flushed. */
void nadir__trial_bound(struct nadir__slot *slot, double relative, double part);

/* An operation: `prepare` makes the slots and fills want and bound, `run` calls the library. Both get `of`. */
struct nadir__operation {
    enum nadir_status (*prepare)(struct nadir__trial *trial, const void *of);
    enum nadir_status (*run)(struct nadir__trial *trial, const void *of);
};

/* One finding, called by the printf format. INTERRUPTED, else OK. */
enum nadir_status nadir__examine(const struct nadir__examination *examination, const struct nadir__operation *operation,
                                 const void *of, const char *check, ...) __attribute__((format(printf, 4, 5)));

/* The parts of the stage, each with its tables: operations_gemm.c, _simple.c, _loss.c, _optimizer.c. `brief`: one
 * specialisation of each operation. */
enum nadir_status nadir__examine_products(const struct nadir__examination *examination, bool brief);
enum nadir_status nadir__examine_simple(const struct nadir__examination *examination, bool brief);
enum nadir_status nadir__examine_losses(const struct nadir__examination *examination, bool brief);
enum nadir_status nadir__examine_optimizers(const struct nadir__examination *examination, bool brief);

/* Whether the back end that the context is bound to does ordinary products there. */
bool nadir__gemm_is_possible(const struct nadir_context *context);

/* One finding for each path of products that was wrong on this device, or one that none was. */
enum nadir_status nadir__examine_paths(struct nadir__doctor *doctor);

/* The stage OPERATIONS; nadir__doctor_operations is that without pretence. */
enum nadir_status nadir__examine_operations(struct nadir__doctor *doctor, const struct nadir__pretence *pretence);

/* The stage TRAINING; for tests with a learning rate on the host that is off by a relative `off`. */
enum nadir_status nadir__examine_training(struct nadir__doctor *doctor, double off);

#endif
