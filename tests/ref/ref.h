/* SPDX-License-Identifier: MIT */
/* References: the plain formulas in double precision, written for reading. They share no code with the library. */
#ifndef NADIR_TESTS_REF_H
#define NADIR_TESTS_REF_H

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

double ref_sum(const double *x, size_t n);
void ref_sum_rows(double *y, const double *x, size_t rows, size_t cols);

/* Index of the first maximum; the first NaN if there is one. */
size_t ref_argmax(const double *x, size_t cols);

/* loss[i] = lse(x[i]) - x[i][label], dx[i][j] = scale (softmax(x[i])[j] - [j = label]); correct[i] = [argmax = label].
 * A label out of range: NaN, not correct. dx and correct may be NULL. */
void ref_cross_entropy(double *loss, double *dx, double *correct, const double *x, const int32_t *labels, size_t rows,
                       size_t cols, double scale);

/* One step; t counts from 1. */
void ref_sgd(double *p, const double *g, size_t n, double lr);
void ref_momentum(double *p, double *b, const double *g, size_t n, double lr, double momentum, double dampening, unsigned t);
void ref_adam(double *p, double *m, double *v, const double *g, size_t n, double lr, double beta1, double beta2, double eps,
              unsigned t);

/* Learning rate of step t = 0, 1, ... */
double ref_cosine(double base, double eta_min, double t, double t_max);

/* A perceptron with ReLU between its layers and mean cross-entropy: widths[0] inputs, widths[layers] classes.
 * `p` is weight (out, in) and bias (out) of each layer, one after the other. Returns the mean loss (NaN without memory);
 * `gradient` (as p), `logits` (rows, classes) and `accuracy` may be NULL. */
size_t ref_mlp_size(const size_t *widths, size_t layers);
double ref_mlp(const double *p, const double *x, const int32_t *labels, size_t rows, const size_t *widths, size_t layers,
               double *gradient, double *logits, double *accuracy);

#endif
