/* SPDX-License-Identifier: MIT */
/* Activations in double, for what examines a device. */
#include "activation_reference_priv.h"

#include <math.h>

double nadir__reference_activation(enum nadir_activation f, double alpha, double x)
{
    const double pi = 3.14159265358979323846;
    switch (f) {
    case NADIR_ACTIVATION_RELU: return fmax(x, 0);
    case NADIR_ACTIVATION_LEAKY_RELU: return x > 0 ? x : alpha * x;
    case NADIR_ACTIVATION_ELU: return x > 0 ? x : alpha * expm1(x);
    case NADIR_ACTIVATION_GELU: return x * (1 + erf(x / sqrt(2))) / 2;
    case NADIR_ACTIVATION_GELU_TANH: return x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x * x * x))) / 2;
    case NADIR_ACTIVATION_SILU: return x / (1 + exp(-x));
    case NADIR_ACTIVATION_SIGMOID: return 1 / (1 + exp(-x));
    case NADIR_ACTIVATION_TANH: return tanh(x);
    case NADIR_ACTIVATION_SOFTPLUS: return fmax(x, 0) + log1p(exp(-fabs(x)));
    default: return x;
    }
}

double nadir__reference_slope(enum nadir_activation f, double alpha, double saved)
{
    const double h = 1e-5;
    switch (f) {
    case NADIR_ACTIVATION_RELU: return saved > 0 ? 1 : 0;
    case NADIR_ACTIVATION_LEAKY_RELU: return saved > 0 ? 1 : alpha;
    case NADIR_ACTIVATION_ELU: return saved > 0 ? 1 : saved + alpha;
    case NADIR_ACTIVATION_SIGMOID: return saved * (1 - saved);
    case NADIR_ACTIVATION_TANH: return 1 - saved * saved;
    case NADIR_ACTIVATION_SOFTPLUS: return -expm1(-saved);
    case NADIR_ACTIVATION_NONE: return 1;
    default: /* those of x: smooth, and a central difference is off by 1e-10 */
        return (nadir__reference_activation(f, alpha, saved + h) - nadir__reference_activation(f, alpha, saved - h)) / (2 * h);
    }
}
