/* SPDX-License-Identifier: MIT */
/* Activations, bias + activation, and the addition of gradients: elementwise kernels over flat arrays. */
#include "ops_priv.h"

#include "base/status_priv.h"

#include <stdio.h>

static const char *const names[] = {[NADIR_ACTIVATION_NONE] = "none", [NADIR_ACTIVATION_RELU] = "relu"};
enum { ACTIVATION_COUNT = sizeof names / sizeof names[0] };

const char *nadir_activation_name(enum nadir_activation activation)
{
    return (unsigned)activation < ACTIVATION_COUNT ? names[activation] : "unknown activation";
}

static enum nadir_status activation_kernel(const struct nadir__sink *sink, struct nadir__kernel **kernel, const char *name,
                                           enum nadir_activation activation)
{
    char defines[48];
    snprintf(defines, sizeof defines, "-DND_ACTIVATION=%d", (int)activation);
    return nadir__kernel_get(sink->context, kernel, sink->context->walk, "activation", name, defines);
}

enum nadir_status nadir__emit_activation(const struct nadir__sink *sink, const struct nadir_tensor *y,
                                         const struct nadir_tensor *x, enum nadir_activation activation)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const size_t n = nadir_tensor_count(x);
    ND_TRY(activation_kernel(sink, &kernel, "activation", activation));
    const struct nadir__arg args[] = {ND_TENSOR(y), ND_TENSOR(x), ND_U64(n)};
    ND_TRY(ND_LAUNCH(sink, kernel, nadir__chunks(sink->context, n), args));
out:
    return status;
}

enum nadir_status nadir__emit_activation_backward(const struct nadir__sink *sink, const struct nadir_tensor *dx,
                                                  const struct nadir_tensor *dy, const struct nadir_tensor *y,
                                                  enum nadir_activation activation)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const size_t n = nadir_tensor_count(y);
    ND_TRY(activation_kernel(sink, &kernel, "activation_backward", activation));
    const struct nadir__arg args[] = {ND_TENSOR(dx), ND_TENSOR(dy), ND_TENSOR(y), ND_U64(n)};
    ND_TRY(ND_LAUNCH(sink, kernel, nadir__chunks(sink->context, n), args));
out:
    return status;
}

enum nadir_status nadir__emit_bias_activation(const struct nadir__sink *sink, const struct nadir_tensor *y,
                                              const struct nadir_tensor *bias, enum nadir_activation activation)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const size_t n = nadir_tensor_count(y);
    ND_TRY(activation_kernel(sink, &kernel, "bias_activation", activation));
    const struct nadir__arg args[] = {ND_TENSOR(y), ND_TENSOR(bias), ND_U64(nadir_tensor_count(bias)), ND_U64(n)};
    ND_TRY(ND_LAUNCH(sink, kernel, nadir__chunks(sink->context, n), args));
out:
    return status;
}

enum nadir_status nadir__emit_scale(const struct nadir__sink *sink, const struct nadir_tensor *y, float factor)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const size_t n = nadir_tensor_count(y);
    ND_TRY(activation_kernel(sink, &kernel, "scale", NADIR_ACTIVATION_NONE));
    const struct nadir__arg args[] = {ND_TENSOR(y), ND_F32(factor), ND_U64(n)};
    ND_TRY(ND_LAUNCH(sink, kernel, nadir__chunks(sink->context, n), args));
out:
    return status;
}

enum nadir_status nadir__emit_add(const struct nadir__sink *sink, const struct nadir_tensor *y, const struct nadir_tensor *x)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const size_t n = nadir_tensor_count(x);
    ND_TRY(activation_kernel(sink, &kernel, "add", NADIR_ACTIVATION_NONE));
    const struct nadir__arg args[] = {ND_TENSOR(y), ND_TENSOR(x), ND_U64(n)};
    ND_TRY(ND_LAUNCH(sink, kernel, nadir__chunks(sink->context, n), args));
out:
    return status;
}

enum nadir_status nadir_activation_forward(struct nadir_context *context, const struct nadir_tensor *y,
                                           const struct nadir_tensor *x, enum nadir_activation activation)
{
    enum nadir_status status;
    ND_CHECK_ARG(context && y && x, "activation: context, y or x is NULL");
    ND_CHECK_ARG((unsigned)activation < ACTIVATION_COUNT, "activation = %d is not an activation", (int)activation);
    ND_TRY(nadir__tensor_check("x", x, NADIR_F32));
    ND_TRY(nadir__tensor_check_shape("y", y, NADIR_F32, x->rank, x->shape));
    ND_TRY(nadir__tensor_check_in_place("y", y, "x", x));
    ND_TRY(nadir__emit_activation(&(struct nadir__sink){.context = context}, y, x, activation));
out:
    return status;
}

enum nadir_status nadir_activation_backward(struct nadir_context *context, const struct nadir_tensor *dx,
                                            const struct nadir_tensor *dy, const struct nadir_tensor *y,
                                            enum nadir_activation activation)
{
    enum nadir_status status;
    ND_CHECK_ARG(context && dx && dy && y, "activation backward: context, dx, dy or y is NULL");
    ND_CHECK_ARG((unsigned)activation < ACTIVATION_COUNT, "activation = %d is not an activation", (int)activation);
    ND_TRY(nadir__tensor_check("y", y, NADIR_F32));
    ND_TRY(nadir__tensor_check_shape("dy", dy, NADIR_F32, y->rank, y->shape));
    ND_TRY(nadir__tensor_check_shape("dx", dx, NADIR_F32, y->rank, y->shape));
    ND_TRY(nadir__tensor_check_in_place("dx", dx, "dy", dy));
    ND_TRY(nadir__tensor_check_in_place("dx", dx, "y", y));
    ND_TRY(nadir__emit_activation_backward(&(struct nadir__sink){.context = context}, dx, dy, y, activation));
out:
    return status;
}
