/* SPDX-License-Identifier: MIT */
/* The operations as commands for a sink: a public call emits to the queue at once, a graph step emits to its plan. Arguments
 * are checked by the public call or by the graph, not here. */
#ifndef NADIR_OPS_PRIV_H
#define NADIR_OPS_PRIV_H

#include "nadir/gemm.h"
#include "nadir/penalty.h"
#include "nadir/random.h"
#include "nadir/reduce.h"
#include "nadir/softmax.h"
#include "gemm_priv.h"
#include "runtime/runtime_priv.h"

/* As nadir_linear_forward; `before` receives x w^T + b and may be NULL. */
enum nadir_status nadir__emit_linear_forward(const struct nadir__sink *sink, const struct nadir_tensor *y,
                                             const struct nadir_tensor *before, const struct nadir_tensor *x,
                                             const struct nadir_tensor *w, const struct nadir_tensor *b,
                                             struct nadir__activation activation);

/* As nadir_linear_backward; with `saved` not NULL, dx is multiplied by the derivative of the activation that made x, which is
 * computed from `saved`: then dx is the gradient of that activation's input. */
enum nadir_status nadir__emit_linear_backward(const struct nadir__sink *sink, const struct nadir_tensor *dx,
                                              const struct nadir_tensor *dw, const struct nadir_tensor *db,
                                              const struct nadir_tensor *dy, const struct nadir_tensor *x,
                                              const struct nadir_tensor *w, const struct nadir_tensor *saved,
                                              struct nadir__activation activation);

enum nadir_status nadir__emit_activation(const struct nadir__sink *sink, const struct nadir_tensor *y,
                                         const struct nadir_tensor *x, struct nadir__activation activation);
enum nadir_status nadir__emit_activation_backward(const struct nadir__sink *sink, const struct nadir_tensor *dx,
                                                  const struct nadir_tensor *dy, const struct nadir_tensor *saved,
                                                  struct nadir__activation activation);

/* That the activation exists and that alpha is one of those it takes. `name` is the operation's. Errors: INVALID_ARGUMENT. */
enum nadir_status nadir__activation_check(const char *name, enum nadir_activation function, float alpha);

/* y = factor * y, any shape; with factor 0, y is not read. */
enum nadir_status nadir__emit_scale(const struct nadir__sink *sink, const struct nadir_tensor *y, float factor);

/* y = factor[0] * y, any shape. */
enum nadir_status nadir__emit_scale_by(const struct nadir__sink *sink, const struct nadir_tensor *y,
                                       const struct nadir_tensor *factor);

/* y += x, any shape. */
enum nadir_status nadir__emit_add(const struct nadir__sink *sink, const struct nadir_tensor *y, const struct nadir_tensor *x);

/* y[*at] = scale * factor[0] * sum of x; `at` is read at each run, NULL is 0; `factor` NULL is 1. */
enum nadir_status nadir__emit_sum(const struct nadir__sink *sink, const struct nadir_tensor *y, const uint64_t *at,
                                  const struct nadir_tensor *x, const struct nadir_tensor *factor, float scale);
enum nadir_status nadir__emit_sum_rows(const struct nadir__sink *sink, const struct nadir_tensor *y,
                                       const struct nadir_tensor *x);

/* Rows of up to so many columns are taken by kernels that hold them in registers (cl/narrow.clh), this many to a group. */
enum { ND_NARROW_COLS = 16 };
size_t nadir__narrow_rows(const struct nadir_context *context);

/* Rounds of a work-item's loops in a kernel that takes exponentials of a row of `cols`, for nadir__check_rounds. */
size_t nadir__softmax_rounds(const struct nadir_context *context, size_t cols);

/* As nadir_softmax_forward and _backward. */
enum nadir_status nadir__emit_softmax(const struct nadir__sink *sink, const struct nadir_tensor *y,
                                      const struct nadir_tensor *x, enum nadir_softmax softmax,
                                      const struct nadir_softmax_params *params);
enum nadir_status nadir__emit_softmax_backward(const struct nadir__sink *sink, const struct nadir_tensor *dx,
                                               const struct nadir_tensor *dy, const struct nadir_tensor *saved,
                                               enum nadir_softmax softmax, const struct nadir_softmax_params *params);

/* As nadir_penalty, but `sums` receives nadir__chunks partial sums of the loss; it or dp may be NULL. */
enum nadir_status nadir__penalty_check(const struct nadir_penalty_params *params);
enum nadir_status nadir__emit_penalty(const struct nadir__sink *sink, const struct nadir_tensor *sums,
                                      const struct nadir_tensor *dp, const struct nadir_tensor *p,
                                      const struct nadir_penalty_params *params);

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
