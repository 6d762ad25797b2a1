/* SPDX-License-Identifier: MIT */
/* What operations should give: the formulas of the public headers in double, of values alone. Gradients are central
 * differences of them, so that a slip in a derivative cannot be made twice. */
#ifndef NADIR_REFERENCE_PRIV_H
#define NADIR_REFERENCE_PRIV_H

#include "nadir/activation.h"
#include "nadir/loss.h"
#include "nadir/optimizer.h"
#include "nadir/softmax.h"
#include "ops/activation_reference_priv.h"

/* g[i] = scale times the derivative of value(of) for x[i], which `value` reads; x is moved by 1e-5 and put back. The error is
 * about 1e-10 times the third derivative and 1e-11 times the value, far below float's. */
void nadir__reference_gradient(double *g, double *x, size_t n, double scale, double (*value)(const void *of), const void *of);

/* c = alpha op(a) op(b) + beta c; size (may be NULL) = the sum of the magnitudes of what is added. */
void nadir__reference_gemm(double *c, double *size, const double *a, const double *b, size_t m, size_t n, size_t k,
                           bool transpose_a, bool transpose_b, double alpha, double beta);

/* log sum exp(x / temperature); and one row of y, or the one number. */
double nadir__reference_logsumexp(const double *x, size_t cols, double temperature);
void nadir__reference_softmax(double *y, const double *x, size_t cols, enum nadir_softmax softmax, double temperature);

/* One l (nadir/loss.h). */
enum { ND_REFERENCE_TARGETS = 32 }; /* longest targets of a sequence */
struct nadir__reference_loss {
    enum nadir_loss loss;
    const struct nadir_loss_params *params;
    size_t cols;           /* of a row, or classes of a frame; 1 for an element */
    double *x[3];          /* the element, the row, or (frames, cols) */
    const double *target;  /* of the element or row; NULL: label */
    int32_t label;
    const double *weight;  /* (cols), or NULL; elementwise one number */
    const double *pos_weight; /* one number, or NULL */
    size_t frames, length; /* CTC */
    const int32_t *targets;
};
double nadir__reference_loss(const void *of);

/* Step t of a rule (nadir/optimizer.h) on one tensor. */
struct nadir__reference_tensor {
    const struct nadir_optimizer_params *params;
    size_t n, rows, cols; /* rows 0: a vector */
    double *p, *s[4];     /* states in the order of nadir__reference_states; NULL: none */
    double *work;         /* 4 n + 2 numbers */
};
extern const char *const nadir__reference_states[NADIR_OPTIMIZER_COUNT][4];

/* Numbers of a state; 0: the tensor does not have it. */
size_t nadir__reference_state_count(const struct nadir__reference_tensor *tensor, size_t state);

/* Before the first step: what states stand for then. */
void nadir__reference_start(const struct nadir__reference_tensor *tensor);
void nadir__reference_step(const struct nadir__reference_tensor *tensor, const double *g, double t);

/* The values of the 256 codes of 8-bit Adam, ascending. */
void nadir__reference_codes(double values[256], bool is_signed);

#endif
