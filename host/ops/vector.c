/* SPDX-License-Identifier: MIT */
/* Vector arithmetic: inner product, norms, linear combination. */
#include "vector_priv.h"

#include "base/status_priv.h"
#include "ops_priv.h"

static enum nadir_status vector_kernel(const struct nadir__sink *sink, struct nadir__kernel **kernel, const char *name)
{
    return nadir__kernel_get(sink->context, kernel, sink->context->walk, "vector", name, "");
}

static enum nadir_status check_vector(const char *name, const struct nadir_tensor *tensor, size_t n)
{
    enum nadir_status status;
    ND_TRY(nadir__tensor_check(name, tensor, NADIR_F32));
    const size_t count = nadir_tensor_count(tensor);
    ND_CHECK_ARG(count == n, "%s has %zu elements, but %zu are needed", name, count, n);
out:
    return status;
}

/* A reduction's output is one number, apart from its input. */
static enum nadir_status check_reduction(const struct nadir_tensor *y, const char *name, const struct nadir_tensor *x)
{
    enum nadir_status status;
    ND_TRY(nadir__tensor_check(name, x, NADIR_F32));
    ND_TRY(check_vector("y", y, 1));
    ND_TRY(nadir__tensor_check_apart("y", y, name, x));
out:
    return status;
}

enum nadir_status nadir_vector_dot(struct nadir_context *context, const struct nadir_tensor *y, const struct nadir_tensor *a,
                                   const struct nadir_tensor *b)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    ND_CHECK_ARG(context && y && a && b, "dot: context, y, a or b is NULL");
    ND_TRY(check_reduction(y, "a", a));
    const size_t n = nadir_tensor_count(a), groups = nadir__chunks(context, n);
    ND_TRY(check_vector("b", b, n));
    ND_TRY(nadir__tensor_check_apart("y", y, "b", b));
    const struct nadir__sink sink = {.context = nadir__begin(context)};
    struct nadir_tensor partial = *y;
    if (groups != 1) ND_TRY(nadir__scratch(&sink, &partial, groups));
    ND_TRY(vector_kernel(&sink, &kernel, "dot_chunks"));
    const struct nadir__arg args[] = {ND_TENSOR(&partial), ND_TENSOR(a), ND_TENSOR(b), ND_U64(n)};
    ND_TRY(ND_LAUNCH(&sink, kernel, groups, args));
    if (groups != 1) ND_TRY(nadir__emit_sum(&sink, y, NULL, &partial, NULL, 1.0f));
out:
    return status;
}

enum nadir_status nadir_vector_norm2(struct nadir_context *context, const struct nadir_tensor *y, const struct nadir_tensor *x)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    struct nadir_tensor sums;
    ND_CHECK_ARG(context && y && x, "norm2: context, y or x is NULL");
    ND_TRY(check_reduction(y, "x", x));
    const size_t n = nadir_tensor_count(x), groups = nadir__chunks(context, n);
    const struct nadir__sink sink = {.context = nadir__begin(context)};
    ND_TRY(nadir__scratch(&sink, &sums, 3 * groups));
    ND_TRY(vector_kernel(&sink, &kernel, "norm2_chunks"));
    const struct nadir__arg chunks[] = {ND_TENSOR(&sums), ND_TENSOR(x), ND_U64(n)};
    ND_TRY(ND_LAUNCH(&sink, kernel, groups, chunks));
    ND_TRY(vector_kernel(&sink, &kernel, "norm2_final"));
    const struct nadir__arg final[] = {ND_TENSOR(y), ND_TENSOR(&sums), ND_U64(groups)};
    ND_TRY(ND_LAUNCH(&sink, kernel, 1, final));
out:
    return status;
}

enum nadir_status nadir_vector_max_abs(struct nadir_context *context, const struct nadir_tensor *y,
                                       const struct nadir_tensor *x)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    ND_CHECK_ARG(context && y && x, "max_abs: context, y or x is NULL");
    ND_TRY(check_reduction(y, "x", x));
    const struct nadir__sink sink = {.context = nadir__begin(context)};
    if (nadir_tensor_count(x) == 0) return nadir_tensor_zero(context, y);
    ND_TRY(vector_kernel(&sink, &kernel, "max_abs_chunks"));
    struct nadir_tensor from = *x, to;
    for (size_t n = nadir_tensor_count(x), groups = 0; groups != 1; n = groups) {
        groups = nadir__chunks(context, n);
        to = *y;
        if (groups > 1) ND_TRY(nadir__scratch(&sink, &to, groups));
        const struct nadir__arg args[] = {ND_TENSOR(&to), ND_TENSOR(&from), ND_U64(n)};
        ND_TRY(ND_LAUNCH(&sink, kernel, groups, args));
        from = to;
    }
out:
    return status;
}

static enum nadir_status launch_combine(struct nadir_context *context, const struct nadir_tensor *z, float a,
                                        const struct nadir_tensor *factor, const struct nadir_tensor *x, float b,
                                        const struct nadir_tensor *y)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    static const struct nadir_tensor absent = {0};
    const struct nadir__sink sink = {.context = context};
    const size_t n = nadir_tensor_count(z), factors = factor ? nadir_tensor_count(factor) : 0;
    if (!factor) factor = &absent;
    if (!y) y = &absent;
    ND_TRY(vector_kernel(&sink, &kernel, "combine"));
    const struct nadir__arg args[] = {ND_TENSOR(z), ND_TENSOR(x), ND_TENSOR(y),      ND_U64(n),
                                      ND_F32(a),    ND_F32(b),    ND_TENSOR(factor), ND_U32(factors)};
    ND_TRY(ND_LAUNCH(&sink, kernel, nadir__chunks(context, n), args));
out:
    return status;
}

enum nadir_status nadir__vector_axpy_by(struct nadir_context *context, const struct nadir_tensor *z, float a,
                                        const struct nadir_tensor *factor, const struct nadir_tensor *x)
{
    return launch_combine(context, z, a, factor, x, 1.0f, z);
}

enum nadir_status nadir_vector_combine(struct nadir_context *context, const struct nadir_tensor *z, float a,
                                       const struct nadir_tensor *x, float b, const struct nadir_tensor *y)
{
    enum nadir_status status;
    ND_CHECK_ARG(context && z && x && (y || b == 0.0f), "combine: context, z or x is NULL, or y is, but b is not 0");
    if (b == 0.0f) y = NULL;
    ND_TRY(nadir__tensor_check("z", z, NADIR_F32));
    const size_t n = nadir_tensor_count(z);
    ND_TRY(check_vector("x", x, n));
    if (y) ND_TRY(check_vector("y", y, n));
    ND_TRY(nadir__tensor_check_in_place("z", z, "x", x));
    ND_TRY(nadir__tensor_check_in_place("z", z, "y", y));
    ND_TRY(launch_combine(context, z, a, NULL, x, b, y));
out:
    return status;
}

enum nadir_status nadir_vector_axpy(struct nadir_context *context, const struct nadir_tensor *y, float a,
                                    const struct nadir_tensor *x)
{
    return nadir_vector_combine(context, y, a, x, 1.0f, y);
}

enum nadir_status nadir_vector_scale(struct nadir_context *context, const struct nadir_tensor *x, float a)
{
    return nadir_vector_combine(context, x, a, x, 0.0f, NULL);
}

enum nadir_status nadir_vector_copy(struct nadir_context *context, const struct nadir_tensor *y, const struct nadir_tensor *x)
{
    enum nadir_status status;
    ND_CHECK_ARG(context && y && x, "copy: context, y or x is NULL");
    ND_TRY(nadir__tensor_check("x", x, NADIR_F32));
    const size_t n = nadir_tensor_count(x);
    ND_TRY(check_vector("y", y, n));
    ND_TRY(nadir__tensor_check_apart("y", y, "x", x));
    if (n > 0)
        ND_CL(clEnqueueCopyBuffer(context->queue, x->buffer, y->buffer, x->offset * sizeof(float), y->offset * sizeof(float),
                                  n * sizeof(float), 0, NULL, NULL));
out:
    return status;
}
