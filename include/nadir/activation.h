/* SPDX-License-Identifier: MIT */
/* Activations, elementwise. */
#ifndef NADIR_ACTIVATION_H
#define NADIR_ACTIVATION_H

#include "nadir/tensor.h"

#ifdef __cplusplus
extern "C" {
#endif

/* f(x), its one parameter alpha where it has one, and what its gradient is computed from: [y] the result, [x] the input. */
enum nadir_activation {
    NADIR_ACTIVATION_NONE,       /* x */
    NADIR_ACTIVATION_RELU,       /* max(x, 0); gradient 0 at 0. [y] */
    NADIR_ACTIVATION_LEAKY_RELU, /* x where x > 0, else alpha x (alpha >= 0, PyTorch's negative_slope 0.01). [y] */
    NADIR_ACTIVATION_ELU,        /* x where x > 0, else alpha expm1(x) (alpha > 0, PyTorch's 1). [y] */
    NADIR_ACTIVATION_GELU,       /* x Phi(x) = x (1 + erf(x / sqrt 2)) / 2. [x] */
    NADIR_ACTIVATION_GELU_TANH,  /* x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))) / 2. [x] */
    NADIR_ACTIVATION_SILU,       /* x sigmoid(x), also known as swish. [x] */
    NADIR_ACTIVATION_SIGMOID,    /* 1 / (1 + exp(-x)). [y] */
    NADIR_ACTIVATION_TANH,       /* [y] */
    NADIR_ACTIVATION_SOFTPLUS,   /* log(1 + exp(x)), without overflow. [y] */
    NADIR_ACTIVATION_COUNT
};

/* Name as PyTorch's functional has it: "none", "relu", "leaky_relu", ...; "gelu_tanh" for gelu(approximate="tanh"). Static. */
NADIR_API const char *nadir_activation_name(enum nadir_activation activation);

/* PyTorch's alpha: 0.01 for leaky ReLU, 1 for ELU, 0 for those that have none. */
NADIR_API float nadir_activation_alpha(enum nadir_activation activation);

/* Whether the gradient is computed from the input x [x] and not from the result y [y]. */
NADIR_API bool nadir_activation_saves_input(enum nadir_activation activation);

/* y = f(x). Shape: any, the same for both. Dtype: float32. y may be x. NaN stays NaN. `alpha` is not looked at by functions
 * that have none. Bytes moved: 8 per element. Enqueues. Errors: INVALID_ARGUMENT (also alpha out of range), BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_activation_forward(struct nadir_context *context, const struct nadir_tensor *y,
                                                     const struct nadir_tensor *x, enum nadir_activation activation,
                                                     float alpha);

/* dx = dy f'(x), from saved = y = f(x), or saved = x where nadir_activation_saves_input. dx may be dy or saved. Shapes, dtype,
 * errors as above; 12 bytes per element. Enqueues. */
NADIR_API enum nadir_status nadir_activation_backward(struct nadir_context *context, const struct nadir_tensor *dx,
                                                      const struct nadir_tensor *dy, const struct nadir_tensor *saved,
                                                      enum nadir_activation activation, float alpha);

#ifdef __cplusplus
}
#endif

#endif
