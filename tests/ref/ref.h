/* SPDX-License-Identifier: MIT */
/* References: the plain formulas in double precision, written for reading. They share no code with the library. */
#ifndef NADIR_TESTS_REF_H
#define NADIR_TESTS_REF_H

#include "nadir/activation.h"
#include "nadir/loss.h"
#include "nadir/optimizer.h"
#include "nadir/softmax.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* c (m, n) = alpha op(a) op(b) + beta c, op(a) (m, k), op(b) (k, n); with beta 0, c is not read. */
void ref_gemm(double *c, const double *a, const double *b, size_t m, size_t n, size_t k, bool transpose_a, bool transpose_b,
              double alpha, double beta);

/* y (rows, out) = x (rows, in) w^T + b, w (out, in), b (out) or NULL; and the gradients from dy = dL/dy. */
void ref_linear(double *y, const double *x, const double *w, const double *b, size_t rows, size_t in, size_t out);
void ref_linear_backward(double *dx, double *dw, double *db, const double *dy, const double *x, const double *w, size_t rows,
                         size_t in, size_t out);

void ref_relu(double *y, const double *x, size_t n);
void ref_relu_backward(double *dx, const double *dy, const double *y, size_t n);

/* f, and its gradient from saved = y or, where nadir/activation.h says [x], saved = x. A slope of 0 gives 0 whatever dy is. */
void ref_activation(double *y, const double *x, size_t n, enum nadir_activation f, double alpha);
void ref_activation_backward(double *dx, const double *dy, const double *saved, size_t n, enum nadir_activation f,
                             double alpha);

double ref_sum(const double *x, size_t n);
void ref_sum_rows(double *y, const double *x, size_t rows, size_t cols);

/* Index of the first maximum; the first NaN if there is one. */
size_t ref_argmax(const double *x, size_t cols);

/* loss[i] = lse(x[i]) - x[i][label], dx[i][j] = scale (softmax(x[i])[j] - [j = label]); correct[i] = [argmax = label].
 * A label out of range: NaN, not correct. dx and correct may be NULL. */
void ref_cross_entropy(double *loss, double *dx, double *correct, const double *x, const int32_t *labels, size_t rows,
                       size_t cols, double scale);

/* Row-wise losses without softmax: l and, unless it is NULL, dx = dl/dx, rows of `cols` scores. A label out of range: NaN.
 * `weight` (cols) may be NULL; ignore_index INT32_MIN: none. Categorical hinge: t (rows, cols). */
void ref_nll(double *loss, double *dx, const double *x, const int32_t *labels, const double *weight, int32_t ignore_index,
             size_t rows, size_t cols);
void ref_multi_margin(double *loss, double *dx, const double *x, const int32_t *labels, const double *weight, double p,
                      double margin, size_t rows, size_t cols);
void ref_crammer_singer(double *loss, double *dx, const double *x, const int32_t *labels, double margin, size_t rows,
                        size_t cols);
void ref_categorical_hinge(double *loss, double *dx, const double *x, const double *t, size_t rows, size_t cols);

/* Losses of the distance between rows of `cols` features, with their gradients; t (rows) is 1 or -1. */
void ref_cosine_embedding(double *loss, double *dx1, double *dx2, const double *x1, const double *x2, const double *t,
                          double margin, size_t rows, size_t cols);
void ref_triplet_margin(double *loss, double *da, double *dp, double *dn, const double *a, const double *p, const double *n,
                        double norm, double margin, double eps, bool swap, size_t rows, size_t cols);

/* Connectionist temporal classification of logits x (frames, batch, classes), targets (batch, length): loss[n] and the gradient
 * of each with respect to x, 0 behind the input length; dx may be NULL. Bad lengths or targets: NaN in all frames. No path:
 * infinity and NaN, or 0 and 0. */
void ref_ctc(double *loss, double *dx, const double *x, const int32_t *targets, const int32_t *input_lengths,
             const int32_t *target_lengths, size_t frames, size_t batch, size_t classes, size_t length, int32_t blank,
             bool zero_infinity);

/* One l of an elementwise loss, with its derivatives for x and x2 (or variance), of target t and pos_weight q. The sizes are the
 * sums of the magnitudes that are added up to give each: what rounding errors are relative to. */
struct ref_pointwise {
    double l, dx, dx2;
    double l_size, dx_size, dx2_size;
};
struct ref_pointwise ref_pointwise(enum nadir_loss loss, const struct nadir_loss_params *params, double x, double x2, double t,
                                   double q);

/* log sum exp(x), log softmax(x) of one row; -inf only gives -inf and NaN. */
double ref_logsumexp(const double *x, size_t cols);
void ref_log_softmax(double *y, const double *x, size_t cols);

/* One row of y, or for logsumexp the one number, from x / temperature; and dx from dy and saved (nadir/softmax.h). */
void ref_softmax(double *y, const double *x, size_t cols, enum nadir_softmax softmax, double temperature);
void ref_softmax_backward(double *dx, const double *dy, const double *saved, size_t cols, enum nadir_softmax softmax,
                          double temperature);

/* l and dl/dx of one row with its options: NADIR_LOSS_CROSS_ENTROPY, or with `focal` NADIR_LOSS_FOCAL (nadir/loss.h). `label` or
 * t (cols) is given; weight (cols) and dx (cols) may be NULL. */
struct ref_cross_entropy {
    const double *weight;
    int64_t ignore_index; /* INT64_MAX: none */
    bool focal, probabilities;
    double smoothing, z, alpha, gamma, eps;
};
void ref_cross_entropy_row(double *loss, double *dx, const double *x, const int32_t *label, const double *t, size_t cols,
                           const struct ref_cross_entropy *options);

/* One step of a rule (nadir/optimizer.h) on one tensor. */
struct ref_optimizer {
    const struct nadir_optimizer_params *params; /* with the learning rate, decay and l1 of this tensor */
    double t;                                    /* from 1 */
    double scale;                                /* gradients are multiplied by it first */
    double carry[2];                             /* as ref_optimizer_advance left it at the step before */
    size_t batch, rows, cols;                    /* the last two axes of a matrix; a vector has one row */
};
/* The states are in the order of the header, NULL where the params need none: square_avg, momentum_buffer, grad_avg; exp_avg,
 * exp_avg_sq, max_exp_avg_sq; row_var, col_var, variance; Muon momentum_buffer, exp_avg, exp_avg_sq. 8-bit Adam is Adam
 * here. */
void ref_optimizer_step(double *p, double *const s[4], const double *g, const struct ref_optimizer *o);

/* struct nadir_optimizer_progress's carry behind step t; before the first one it is {1, 0} for NAdam, {0, 0} for others. */
void ref_optimizer_advance(double carry[2], const struct nadir_optimizer_params *params, double t);

/* x (rows, cols) orthogonalised by Newton-Schulz iterations, coefficients 3.4445, -4.7750, 2.0315. */
void ref_newton_schulz(double *x, size_t rows, size_t cols, unsigned steps);

/* The values of 8-bit codes, ascending, -1 < .. <= 1 or 0 .. 1: for each of seven decades the middles of equal intervals. */
void ref_dynamic_map(double map[256], bool is_signed);

/* A perceptron with ReLU between its layers and mean cross-entropy: widths[0] inputs, widths[layers] classes.
 * `p` is weight (out, in) and bias (out) of each layer, one after the other. Returns the mean loss (NaN without memory);
 * `gradient` (as p), `logits` (rows, classes) and `accuracy` may be NULL. */
size_t ref_mlp_size(const size_t *widths, size_t layers);
double ref_mlp(const double *p, const double *x, const int32_t *labels, size_t rows, const size_t *widths, size_t layers,
               double *gradient, double *logits, double *accuracy);

/* The same with `f` in place of ReLU. */
double ref_mlp_with(enum nadir_activation f, double alpha, const double *p, const double *x, const int32_t *labels, size_t rows,
                    const size_t *widths, size_t layers, double *gradient, double *logits, double *accuracy);

#endif
