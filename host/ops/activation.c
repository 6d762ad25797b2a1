/* SPDX-License-Identifier: MIT */
/* Activations, scaling, and the addition of gradients: elementwise kernels over flat arrays. */
#include "ops_priv.h"

#include "base/status_priv.h"

#include <math.h>
#include <stdio.h>

enum alpha { NO_ALPHA, NOT_NEGATIVE, POSITIVE };

/* One row for each; the maths is in cl/activation.clh. */
static const struct row {
    const char *name;
    bool saves_input;
    enum alpha range;
    float alpha; /* PyTorch's */
} rows[NADIR_ACTIVATION_COUNT] = {
    [NADIR_ACTIVATION_NONE] = {"none", false, NO_ALPHA, 0.0f},
    [NADIR_ACTIVATION_RELU] = {"relu", false, NO_ALPHA, 0.0f},
    [NADIR_ACTIVATION_LEAKY_RELU] = {"leaky_relu", false, NOT_NEGATIVE, 0.01f},
    [NADIR_ACTIVATION_ELU] = {"elu", false, POSITIVE, 1.0f},
    [NADIR_ACTIVATION_GELU] = {"gelu", true, NO_ALPHA, 0.0f},
    [NADIR_ACTIVATION_GELU_TANH] = {"gelu_tanh", true, NO_ALPHA, 0.0f},
    [NADIR_ACTIVATION_SILU] = {"silu", true, NO_ALPHA, 0.0f},
    [NADIR_ACTIVATION_SIGMOID] = {"sigmoid", false, NO_ALPHA, 0.0f},
    [NADIR_ACTIVATION_TANH] = {"tanh", false, NO_ALPHA, 0.0f},
    [NADIR_ACTIVATION_SOFTPLUS] = {"softplus", false, NO_ALPHA, 0.0f},
};

static const struct row *find_row(enum nadir_activation activation)
{
    return (unsigned)activation < NADIR_ACTIVATION_COUNT ? &rows[activation] : NULL;
}

const char *nadir_activation_name(enum nadir_activation activation)
{
    const struct row *row = find_row(activation);
    return row ? row->name : "unknown activation";
}

float nadir_activation_alpha(enum nadir_activation activation)
{
    const struct row *row = find_row(activation);
    return row ? row->alpha : 0.0f;
}

bool nadir_activation_saves_input(enum nadir_activation activation)
{
    const struct row *row = find_row(activation);
    return row && row->saves_input;
}

enum nadir_status nadir__activation_check(const char *name, enum nadir_activation function, float alpha)
{
    const struct row *row = find_row(function);
    ND_CHECK_ARG(row, "%s: activation = %d is not an activation", name, (int)function);
    ND_CHECK_ARG(row->range != NOT_NEGATIVE || (alpha >= 0.0f && isfinite(alpha)),
                 "%s: alpha = %g, but %s needs a finite one >= 0", name, (double)alpha, row->name);
    ND_CHECK_ARG(row->range != POSITIVE || (alpha > 0.0f && isfinite(alpha)),
                 "%s: alpha = %g, but %s needs a finite one > 0", name, (double)alpha, row->name);
    return NADIR_OK;
}

/* alpha is a kernel argument and not a specialisation: a program for each value of it would pile up in the context. */
static enum nadir_status activation_kernel(const struct nadir__sink *sink, struct nadir__kernel **kernel, const char *name,
                                           enum nadir_activation activation)
{
    char defines[48];
    snprintf(defines, sizeof defines, "-DND_ACTIVATION=%d", (int)activation);
    return nadir__kernel_get(sink->context, kernel, sink->context->walk, "activation", name, defines);
}

enum nadir_status nadir__emit_activation(const struct nadir__sink *sink, const struct nadir_tensor *y,
                                         const struct nadir_tensor *x, struct nadir__activation activation)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const size_t n = nadir_tensor_count(x);
    ND_TRY(activation_kernel(sink, &kernel, "activation", activation.function));
    const struct nadir__arg args[] = {ND_TENSOR(y), ND_TENSOR(x), ND_F32(activation.alpha), ND_U64(n)};
    ND_TRY(ND_LAUNCH(sink, kernel, nadir__chunks(sink->context, n), args));
out:
    return status;
}

enum nadir_status nadir__emit_activation_backward(const struct nadir__sink *sink, const struct nadir_tensor *dx,
                                                  const struct nadir_tensor *dy, const struct nadir_tensor *saved,
                                                  struct nadir__activation activation)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const size_t n = nadir_tensor_count(saved);
    ND_TRY(activation_kernel(sink, &kernel, "activation_backward", activation.function));
    const struct nadir__arg args[] = {ND_TENSOR(dx), ND_TENSOR(dy), ND_TENSOR(saved), ND_F32(activation.alpha), ND_U64(n)};
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

enum nadir_status nadir__emit_scale_by(const struct nadir__sink *sink, const struct nadir_tensor *y,
                                       const struct nadir_tensor *factor)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const size_t n = nadir_tensor_count(y);
    ND_TRY(activation_kernel(sink, &kernel, "scale_by", NADIR_ACTIVATION_NONE));
    const struct nadir__arg args[] = {ND_TENSOR(y), ND_TENSOR(factor), ND_U64(n)};
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
                                           const struct nadir_tensor *x, enum nadir_activation activation, float alpha)
{
    enum nadir_status status;
    ND_CHECK_ARG(context && y && x, "activation: context, y or x is NULL");
    ND_TRY(nadir__activation_check("activation", activation, alpha));
    ND_TRY(nadir__tensor_check("x", x, NADIR_F32));
    ND_TRY(nadir__tensor_check_shape("y", y, NADIR_F32, x->rank, x->shape));
    ND_TRY(nadir__tensor_check_in_place("y", y, "x", x));
    ND_TRY(nadir__emit_activation(&(struct nadir__sink){.context = context}, y, x,
                                  (struct nadir__activation){activation, alpha}));
out:
    return status;
}

enum nadir_status nadir_activation_backward(struct nadir_context *context, const struct nadir_tensor *dx,
                                            const struct nadir_tensor *dy, const struct nadir_tensor *saved,
                                            enum nadir_activation activation, float alpha)
{
    enum nadir_status status;
    ND_CHECK_ARG(context && dx && dy && saved, "activation backward: context, dx, dy or saved is NULL");
    ND_TRY(nadir__activation_check("activation backward", activation, alpha));
    ND_TRY(nadir__tensor_check("saved", saved, NADIR_F32));
    ND_TRY(nadir__tensor_check_shape("dy", dy, NADIR_F32, saved->rank, saved->shape));
    ND_TRY(nadir__tensor_check_shape("dx", dx, NADIR_F32, saved->rank, saved->shape));
    ND_TRY(nadir__tensor_check_in_place("dx", dx, "dy", dy));
    ND_TRY(nadir__tensor_check_in_place("dx", dx, "saved", saved));
    ND_TRY(nadir__emit_activation_backward(&(struct nadir__sink){.context = context}, dx, dy, saved,
                                           (struct nadir__activation){activation, alpha}));
out:
    return status;
}
