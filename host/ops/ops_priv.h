/* SPDX-License-Identifier: MIT */
/* The operations as commands for a sink: a public call emits to the queue at once, a graph step emits to its plan. Arguments
 * are checked by the public call or by the graph, not here. */
#ifndef NADIR_OPS_PRIV_H
#define NADIR_OPS_PRIV_H

#include "nadir/gemm.h"
#include "nadir/loss.h"
#include "nadir/random.h"
#include "nadir/reduce.h"
#include "runtime/runtime_priv.h"

/* A matrix product with what can be fused around it. Tensors with a NULL buffer are absent.
 *   c = alpha op(a) op(b) + beta c, then + bias (n), then f;  or, with `derivative`, times f'(derivative), shaped like c.
 *   row_sums (m) receives the sums of op(a) along k; only with transpose_a. */
struct nadir__gemm {
    size_t m, n, k;
    bool transpose_a, transpose_b;
    float alpha, beta;
    struct nadir_tensor c, a, b;
    struct nadir_tensor bias;
    enum nadir_activation activation;
    struct nadir_tensor derivative;
    struct nadir_tensor row_sums;
};

/* A back end. `fuses`: it does bias, activation, derivative and row_sums itself; otherwise the dispatcher adds kernels. */
struct nadir__gemm_backend {
    bool fuses;
    enum nadir_status (*emit)(const struct nadir__sink *sink, const struct nadir__gemm *gemm);
};
extern const struct nadir__gemm_backend nadir__gemm_clblast;
extern const struct nadir__gemm_backend nadir__gemm_packed;

enum nadir_status nadir__emit_gemm(const struct nadir__sink *sink, const struct nadir__gemm *gemm);

/* As nadir_linear_forward. */
enum nadir_status nadir__emit_linear_forward(const struct nadir__sink *sink, const struct nadir_tensor *y,
                                             const struct nadir_tensor *x, const struct nadir_tensor *w,
                                             const struct nadir_tensor *b, enum nadir_activation activation);

/* As nadir_linear_backward; with `activation` not NONE, dx is multiplied by f'(x), x being the output of that activation:
 * then dx is the gradient of its input. */
enum nadir_status nadir__emit_linear_backward(const struct nadir__sink *sink, const struct nadir_tensor *dx,
                                              const struct nadir_tensor *dw, const struct nadir_tensor *db,
                                              const struct nadir_tensor *dy, const struct nadir_tensor *x,
                                              const struct nadir_tensor *w, enum nadir_activation activation);

enum nadir_status nadir__emit_activation(const struct nadir__sink *sink, const struct nadir_tensor *y,
                                         const struct nadir_tensor *x, enum nadir_activation activation);
enum nadir_status nadir__emit_activation_backward(const struct nadir__sink *sink, const struct nadir_tensor *dx,
                                                  const struct nadir_tensor *dy, const struct nadir_tensor *y,
                                                  enum nadir_activation activation);

/* y = f(y + bias) on rows; y (rows, cols), bias (cols). */
enum nadir_status nadir__emit_bias_activation(const struct nadir__sink *sink, const struct nadir_tensor *y,
                                              const struct nadir_tensor *bias, enum nadir_activation activation);

/* y = factor * y, any shape; with factor 0, y is not read. */
enum nadir_status nadir__emit_scale(const struct nadir__sink *sink, const struct nadir_tensor *y, float factor);

/* y += x, any shape. */
enum nadir_status nadir__emit_add(const struct nadir__sink *sink, const struct nadir_tensor *y, const struct nadir_tensor *x);

/* y[*at] = scale * sum of x; `at` is read at each run, NULL is 0. */
enum nadir_status nadir__emit_sum(const struct nadir__sink *sink, const struct nadir_tensor *y, const uint64_t *at,
                                  const struct nadir_tensor *x, float scale);
enum nadir_status nadir__emit_sum_rows(const struct nadir__sink *sink, const struct nadir_tensor *y,
                                       const struct nadir_tensor *x);

/* As nadir_cross_entropy; loss, dlogits, correct may be NULL. */
enum nadir_status nadir__emit_cross_entropy(const struct nadir__sink *sink, const struct nadir_tensor *loss,
                                            const struct nadir_tensor *dlogits, const struct nadir_tensor *correct,
                                            const struct nadir_tensor *logits, const struct nadir_tensor *labels, float scale);

/* x[r] = scale * samples[j] + shift, y[r] = labels[j] for the rows of x; j = order[*first + r], or *first + r without order. */
struct nadir__gather {
    struct nadir_tensor x, y;
    cl_mem samples, labels;
    cl_mem order; /* NULL: in sequence */
    size_t features;
    float scale, shift;
};
enum nadir_status nadir__emit_gather(const struct nadir__sink *sink, const struct nadir__gather *gather, size_t rows,
                                     const uint64_t *first);

#endif
