/* SPDX-License-Identifier: MIT */
/* References of the activations. */
#include "ref.h"

#include <math.h>

static const double two_over_pi = 0.63661977236758134308, half_over_pi = 0.15915494309189533577;

/* 1 / (1 + exp(-x)). */
static double logistic(double x)
{
    return x >= 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x));
}

/* The argument of the tanh of GELU's approximation, and its slope. */
static double gelu_argument(double x)
{
    return sqrt(two_over_pi) * (x + 0.044715 * x * x * x);
}

static double gelu_argument_slope(double x)
{
    return sqrt(two_over_pi) * (1 + 3 * 0.044715 * x * x);
}

static double value(enum nadir_activation f, double alpha, double x)
{
    if (isnan(x)) return x;
    switch (f) {
    case NADIR_ACTIVATION_RELU: return x > 0 ? x : 0;
    case NADIR_ACTIVATION_LEAKY_RELU: return x > 0 ? x : alpha * x;
    case NADIR_ACTIVATION_ELU: return x > 0 ? x : alpha * expm1(x);
    case NADIR_ACTIVATION_GELU: return x == -INFINITY ? 0 : x * erfc(-x / sqrt(2)) / 2;
    case NADIR_ACTIVATION_GELU_TANH: return x == -INFINITY ? 0 : x * logistic(2 * gelu_argument(x));
    case NADIR_ACTIVATION_SILU: return x == -INFINITY ? 0 : x * logistic(x);
    case NADIR_ACTIVATION_SIGMOID: return logistic(x);
    case NADIR_ACTIVATION_TANH: return tanh(x);
    case NADIR_ACTIVATION_SOFTPLUS: return (x > 0 ? x : 0) + log1p(exp(-fabs(x)));
    default: return x;
    }
}

/* From f(x) or x, as nadir_activation_saves_input says. */
static double derivative(enum nadir_activation f, double alpha, double saved)
{
    const double x = saved, y = saved;
    if (isnan(saved)) return saved;
    switch (f) {
    case NADIR_ACTIVATION_RELU: return y > 0;
    case NADIR_ACTIVATION_LEAKY_RELU: return y > 0 ? 1 : alpha;
    case NADIR_ACTIVATION_ELU: return y > 0 ? 1 : y + alpha;
    case NADIR_ACTIVATION_GELU:
        if (fabs(x) > 100) return x > 0;
        return erfc(-x / sqrt(2)) / 2 + x * sqrt(half_over_pi) * exp(-x * x / 2);
    case NADIR_ACTIVATION_GELU_TANH: {
        if (fabs(x) > 100) return x > 0;
        const double u = 2 * gelu_argument(x);
        return logistic(u) + x * logistic(u) * logistic(-u) * 2 * gelu_argument_slope(x);
    }
    case NADIR_ACTIVATION_SILU: return fabs(x) > 1000 ? x > 0 : logistic(x) + x * logistic(x) * logistic(-x);
    case NADIR_ACTIVATION_SIGMOID: return y * (1 - y);
    case NADIR_ACTIVATION_TANH: return (1 - y) * (1 + y);
    case NADIR_ACTIVATION_SOFTPLUS: return -expm1(-y);
    default: return 1;
    }
}

void ref_activation(double *y, const double *x, size_t n, enum nadir_activation f, double alpha)
{
    for (size_t i = 0; i < n; i++) y[i] = value(f, alpha, x[i]);
}

void ref_activation_backward(double *dx, const double *dy, const double *saved, size_t n, enum nadir_activation f, double alpha)
{
    for (size_t i = 0; i < n; i++) {
        const double slope = derivative(f, alpha, saved[i]);
        dx[i] = slope == 0 ? 0 : dy[i] * slope;
    }
}
