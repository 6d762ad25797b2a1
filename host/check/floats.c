/* SPDX-License-Identifier: MIT */
/* The doctor's third stage: single floating-point functions, with the options that the library compiles with, against double.
 * Limits of built-in functions are those of the OpenCL 1.2 specification, section 7.4; those of the library's own polynomials
 * (cl/vmath.clh) are one unit above what was measured, or what the built-in one in their place on GPUs may have. */
#include "check_priv.h"

#include "base/half_priv.h"
#include "base/status_priv.h"
#include "nadir/random.h"
#include "runtime/runtime_priv.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- References. --- */

#define REFERENCE(name, expression)                                                                                            \
    static double name(double a, double b, double c)                                                                           \
    {                                                                                                                          \
        (void)a, (void)b, (void)c;                                                                                             \
        return expression;                                                                                                     \
    }
REFERENCE(add, a + b)
REFERENCE(subtract, a - b)
REFERENCE(multiply, a * b)
REFERENCE(divide, a / b)
REFERENCE(fused, fmaf((float)a, (float)b, (float)c)) /* in double it would be rounded twice */
REFERENCE(absolute, fabs(a))
REFERENCE(negate, -a)
REFERENCE(round_even, rint(a))
REFERENCE(ceiling, ceil(a))
REFERENCE(copy_sign, copysign(a, b))
REFERENCE(larger, a > b ? a : b)
REFERENCE(finite_number, isfinite(a) ? 1 : 0)
REFERENCE(number, isnan(a) ? 0 : 1)
REFERENCE(root, sqrt(a))
REFERENCE(exponential, exp(a))
REFERENCE(exponential_minus_1, expm1(a))
REFERENCE(logarithm, log(a))
REFERENCE(logarithm_2, log2(a))
REFERENCE(logarithm_of_1_plus, log1p(a))
REFERENCE(power, pow(a, b))
REFERENCE(hyperbolic_tangent, tanh(a))
REFERENCE(error_function, erf(a))
REFERENCE(sigmoid, a < 0 ? exp(a) / (1 + exp(a)) : 1 / (1 + exp(-a)))
REFERENCE(softplus, (a > 0 ? a : 0) + log1p(exp(-fabs(a))))

/* Results below this size may be 0: where the library's own exponential ends (cl/walk.clh). */
#define EXP_END 1.3e-38

/* A function of cl/check.cl, at its number there. */
static const struct function {
    const char *name;
    double (*reference)(double, double, double);
    double limit;     /* units in the last place; 0: the same bits */
    double low, high; /* of a; both 0: any */
    double end;       /* results below this may be 0 */
    bool vectors;     /* only there for vectors */
} functions[] = {
    {"add", add, 0, 0, 0, 0, false},
    {"subtract", subtract, 0, 0, 0, 0, false},
    {"multiply", multiply, 0, 0, 0, 0, false},
    {"fma", fused, 0, 0, 0, 0, false},
    {"fabs", absolute, 0, 0, 0, 0, false},
    {"negate", negate, 0, 0, 0, 0, false},
    {"rint", round_even, 0, 0, 0, 0, false},
    {"ceil", ceiling, 0, 0, 0, 0, false},
    {"copysign", copy_sign, 0, 0, 0, 0, false},
    {"larger of two", larger, 0, 0, 0, 0, false},
    {"isfinite", finite_number, 0, 0, 0, 0, false},
    {"x == x", number, 0, 0, 0, 0, false},
    {"divide", divide, 2.5, 0, 0, 0, false},
    {"sqrt", root, 3, 0, 0, 0, false},
    {"exp", exponential, 3, 0, 0, 0, false},
    {"expm1", exponential_minus_1, 3, 0, 0, 0, false},
    {"log", logarithm, 3, 0, 0, 0, false},
    {"log2", logarithm_2, 3, 0, 0, 0, false},
    {"log1p", logarithm_of_1_plus, 2, 0, 0, 0, false},
    {"pow", power, 16, 0, 0, 0, false},
    {"tanh", hyperbolic_tangent, 5, 0, 0, 0, false},
    {"erf", error_function, 16, 0, 0, 0, false},
    {"exp_negative", exponential, 4, -INFINITY, 40, EXP_END, true},
    {"exp_v", exponential, 6, 0, 0, EXP_END, true},
    {"log_v", logarithm, 3, 0, 0, 0, true},
    {"log1p_v", logarithm_of_1_plus, 3, -INFINITY, 1, 0, true},
    {"log1p_unit", logarithm_of_1_plus, 3, 0, 1, 0, true},
    {"tanh_v", hyperbolic_tangent, 5, 0, 0, 0, true},
    {"sigmoid_v", sigmoid, 8, 0, 0, EXP_END, true},
    {"softplus_v", softplus, 8, 0, 0, EXP_END, true},
};

/* --- Operands. --- */

static float float_of(uint32_t bits)
{
    float x;
    memcpy(&x, &bits, sizeof x);
    return x;
}

static const float specials[] = {
    0.0f,    -0.0f,    1.0f,   -1.0f,   0.5f,     2.0f,      3.0f,       -3.0f,       10.0f,  1.0000001f, 0.99999994f, -0.5f,
    1.5f,    2.5f,     -2.5f,  0.1f,    0.7f,     -0.7f,     88.5f,      88.8f,       -87.2f, -87.4f,     -103.9f,     -104.1f,
    1e-4f,   -1e-4f,   1e-8f,  -1e-8f,  1e-20f,   1e20f,     8388609.0f, -16777216.f, 1e30f,  -1e30f,     FLT_MAX,     -FLT_MAX,
    FLT_MIN, -FLT_MIN, 1e-40f, -1e-40f, 1.4e-45f, -1.4e-45f, INFINITY,   -INFINITY,   NAN};
enum { SPECIALS = sizeof specials / sizeof specials[0], SPREAD = 4096 };

/* Each special number with each, then numbers of all sizes, then of the sizes that functions are taken of. */
static void fill_operands(float *x, unsigned which, size_t n)
{
    static const float widths[] = {1, 20, 100};
    for (size_t i = 0; i < n; i++) {
        const uint32_t word = nadir_random_word(6, which, i);
        const float u = (float)(int32_t)word * 0x1p-31f;
        if (i < (size_t)SPECIALS * SPECIALS)
            x[i] = specials[which == 0 ? i / SPECIALS : which == 1 ? i % SPECIALS : (i * 7 + i / SPECIALS) % SPECIALS];
        else x[i] = i % 2 ? float_of(word) : u * widths[i / 2 % 3];
    }
}

/* --- Comparison. --- */

static bool is_subnormal(double x)
{
    return x != 0 && fabs(x) < FLT_MIN;
}

static float flush(float x)
{
    return is_subnormal(x) ? copysignf(0, x) : x;
}

/* Whether `got` is right for the function at (a, b, c); *ulps is how far it is off. */
static bool is_right(const struct function *function, float got, float a, float b, float c, double *ulps)
{
    const double want = function->reference((double)a, (double)b, (double)c);
    *ulps = nadir__check_ulps(got, function->limit == 0 ? (double)(float)want : want);
    if (!(*ulps <= function->limit)) return got == 0 && want >= 0 && want < function->end;
    if (function->limit > 0 || isnan(got)) return true;
    return !signbit(got) == !signbit(want); /* exact ones keep the sign of zero */
}

/* Whether it would be right on a device that takes subnormal numbers, among operands and results, for 0 of any sign; false
 * where there are none. */
static bool is_flushed(const struct function *function, float got, float a, float b, float c)
{
    double ulps;
    for (int i = 0; i < 8; i++) {
        const float x = i & 1 ? flush(a) : a, y = i & 2 ? flush(b) : b, z = i & 4 ? flush(c) : c;
        const double want = function->reference((double)x, (double)y, (double)z);
        const bool changed = (i & 1 && is_subnormal(a)) || (i & 2 && is_subnormal(b)) || (i & 4 && is_subnormal(c));
        /* A result that may be subnormal, in the bounds of its rounding, may be flushed. */
        const bool tiny = want != 0 && fabs(want) < (double)FLT_MIN * (1 + function->limit * 0x1p-23);
        if (got == 0 && (tiny || (changed && want == 0))) return true;
        if (changed && is_right(function, got, x, y, z, &ulps)) return true;
    }
    return false;
}

struct outcome {
    size_t flushed; /* results that are right but for subnormal numbers */
    double worst;   /* ulps */
};

static enum nadir_status compare(const struct function *function, const float *got, const float *a, const float *b,
                                 const float *c, size_t n, const char *form, struct outcome *outcome)
{
    size_t wrong = 0, first = 0;
    double worst = -1;
    for (size_t i = 0; i < n; i++) {
        double ulps;
        if (function->low < function->high && !isnan(a[i]) && !(a[i] >= function->low && a[i] <= function->high)) continue;
        if (is_right(function, got[i], a[i], b[i], c[i], &ulps)) {
            if (ulps <= function->limit && ulps > outcome->worst) outcome->worst = ulps;
            continue;
        }
        if (is_flushed(function, got[i], a[i], b[i], c[i])) {
            outcome->flushed++;
            continue;
        }
        if (!(ulps <= worst)) {
            worst = ulps;
            first = i;
        }
        wrong++;
    }
    if (wrong == 0) return NADIR_OK;
    const double want = function->reference((double)a[first], (double)b[first], (double)c[first]);
    return nadir__fail(NADIR_ERROR_WRONG_RESULT,
                       "%s: %zu of %zu are wrong, worst at (%.9g, %.9g, %.9g): got %.9g, expected %.9g, %.3g ulp, limit %g",
                       form, wrong, n, (double)a[first], (double)b[first], (double)c[first], (double)got[first], want, worst,
                       function->limit);
}

/* --- The stage. --- */

struct operands {
    size_t n;
    float *a, *b, *c, *got;
    cl_mem device[4]; /* y, then a, b, c */
};

static void operands_release(struct operands *operands)
{
    for (unsigned i = 0; i < 4; i++)
        if (operands->device[i]) clReleaseMemObject(operands->device[i]);
    free(operands->a);
    *operands = (struct operands){0};
}

static enum nadir_status operands_make(struct operands *operands, struct nadir_context *context, size_t n)
{
    enum nadir_status status = NADIR_OK;
    float *memory = calloc(4 * n, sizeof *memory);
    if (!memory) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu operands", n);
    *operands = (struct operands){n, memory, memory + n, memory + 2 * n, memory + 3 * n, {NULL}};
    for (unsigned i = 0; i < 4; i++) {
        ND_TRY(nadir__buffer_create(context, &operands->device[i], n * sizeof(float)));
        if (i == 0) continue;
        float *x = memory + (i - 1) * n;
        fill_operands(x, i - 1, n);
        ND_CL(clEnqueueWriteBuffer(context->queue, operands->device[i], CL_TRUE, 0, n * sizeof *x, x, 0, NULL, NULL));
    }
out:
    return status;
}

static enum nadir_status check_function(struct nadir_context *context, struct operands *operands, size_t index, bool scalar,
                                        struct outcome *outcome)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__kernel *kernel;
    const struct function *function = &functions[index];
    const size_t bytes = operands->n * sizeof(float);
    memset(operands->got, 0x7b, bytes); /* 1.3e36: no NaN, which some functions give */
    ND_TRY(nadir__kernel_get(context, &kernel, context->walk, "check", scalar ? "floats_scalar" : "floats", ""));
    ND_CL(clEnqueueWriteBuffer(context->queue, operands->device[0], CL_TRUE, 0, bytes, operands->got, 0, NULL, NULL));
    const struct nadir__arg args[] = {ND_MEM(operands->device[0]), ND_MEM(operands->device[1]), ND_MEM(operands->device[2]),
                                      ND_MEM(operands->device[3]), ND_U64(operands->n),         ND_U32(index)};
    ND_TRY(ND_LAUNCH(&(struct nadir__sink){.context = context}, kernel, nadir__chunks(context, operands->n), args));
    ND_CL(clEnqueueReadBuffer(context->queue, operands->device[0], CL_TRUE, 0, bytes, operands->got, 0, NULL, NULL));
    ND_TRY(compare(function, operands->got, operands->a, operands->b, operands->c, operands->n,
                   scalar ? "single numbers" : "vectors", outcome));
out:
    return status;
}

/* All halves to floats, and floats to halves. */
static enum nadir_status check_halves(struct nadir_context *context)
{
    enum nadir_status status = NADIR_OK;
    enum { N = 65536 };
    struct nadir__kernel *kernel;
    cl_mem y = NULL, z = NULL, x = NULL, w = NULL;
    struct {
        uint16_t halves[N], got_halves[N];
        float floats[N], got_floats[N];
    } *host = malloc(sizeof *host);
    if (!host) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %d halves", (int)N);
    memset(host, 0x7b, sizeof *host);
    for (uint32_t i = 0; i < N; i++) {
        /* Halves and what lies just beside and between them; a quarter of any other floats. */
        host->halves[i] = (uint16_t)i;
        const float exact = nadir__half_to_float((uint16_t)(i & ~3u));
        const float next = nadir__half_to_float((uint16_t)((i & ~3u) + 1));
        const float middle = 0.5f * (exact + next);
        host->floats[i] = i % 4 == 0   ? exact
                          : i % 4 == 1 ? middle
                          : i % 4 == 2 ? nextafterf(middle, exact)
                                       : float_of(nadir_random_word(7, 0, i));
        if (is_subnormal(host->floats[i])) host->floats[i] = 0; /* as a float; a device may flush it */
    }
    ND_TRY(nadir__kernel_get(context, &kernel, context->walk, "check", "halves", ""));
    ND_TRY(nadir__buffer_create(context, &y, sizeof host->floats));
    ND_TRY(nadir__buffer_create(context, &z, sizeof host->halves));
    ND_TRY(nadir__buffer_create(context, &x, sizeof host->halves));
    ND_TRY(nadir__buffer_create(context, &w, sizeof host->floats));
    ND_CL(clEnqueueWriteBuffer(context->queue, y, CL_TRUE, 0, sizeof host->floats, host->got_floats, 0, NULL, NULL));
    ND_CL(clEnqueueWriteBuffer(context->queue, z, CL_TRUE, 0, sizeof host->halves, host->got_halves, 0, NULL, NULL));
    ND_CL(clEnqueueWriteBuffer(context->queue, x, CL_TRUE, 0, sizeof host->halves, host->halves, 0, NULL, NULL));
    ND_CL(clEnqueueWriteBuffer(context->queue, w, CL_TRUE, 0, sizeof host->floats, host->floats, 0, NULL, NULL));
    const size_t n = N - 3; /* not only whole vectors */
    const struct nadir__arg args[] = {ND_MEM(y), ND_MEM(z), ND_MEM(x), ND_MEM(w), ND_U64(n)};
    ND_TRY(ND_LAUNCH(&(struct nadir__sink){.context = context}, kernel, nadir__chunks(context, n), args));
    ND_CL(clEnqueueReadBuffer(context->queue, y, CL_TRUE, 0, sizeof host->floats, host->got_floats, 0, NULL, NULL));
    ND_CL(clEnqueueReadBuffer(context->queue, z, CL_TRUE, 0, sizeof host->halves, host->got_halves, 0, NULL, NULL));
    for (size_t i = 0; i < n; i++) {
        const float x_want = nadir__half_to_float(host->halves[i]), x_got = host->got_floats[i];
        if (isnan(x_want) ? !isnan(x_got) : memcmp(&x_want, &x_got, sizeof x_got) != 0) {
            status = nadir__fail(NADIR_ERROR_WRONG_RESULT, "vload_half of 0x%04x: got %.9g, expected %.9g",
                                 (unsigned)host->halves[i], (double)x_got, (double)x_want);
            goto out;
        }
        const uint16_t h_want = nadir__half_from_float(host->floats[i]), h_got = host->got_halves[i];
        if (isnan(host->floats[i]) ? !isnan(nadir__half_to_float(h_got)) : h_want != h_got) {
            status = nadir__fail(NADIR_ERROR_WRONG_RESULT, "vstore_half_rte of %.9g: got 0x%04x, expected 0x%04x",
                                 (double)host->floats[i], (unsigned)h_got, (unsigned)h_want);
            goto out;
        }
    }
    if (host->got_halves[n] != 0x7b7b)
        status = nadir__fail(NADIR_ERROR_WRONG_RESULT, "vstore_half_rte wrote behind the end of the result");
out:
    if (y) clReleaseMemObject(y);
    if (z) clReleaseMemObject(z);
    if (x) clReleaseMemObject(x);
    if (w) clReleaseMemObject(w);
    free(host);
    return status;
}

/* Subnormal numbers, which a device without CL_FP_DENORM may take for 0; nothing in training depends on them. */
static enum nadir_status find_subnormals(struct nadir__doctor *doctor, size_t flushed, const char *by)
{
    cl_device_fp_config config = 0;
    const cl_int code = clGetDeviceInfo(doctor->device->id, CL_DEVICE_SINGLE_FP_CONFIG, sizeof config, &config, NULL);
    if (code != CL_SUCCESS)
        return nadir__doctor_find_status(doctor, nadir__fail_cl(code, "clGetDeviceInfo"), "subnormal numbers");
    if (flushed == 0) return nadir__doctor_find_status(doctor, NADIR_OK, "subnormal numbers");
    return nadir__doctor_find(doctor, NADIR_DOCTOR_WARNING, "subnormal numbers",
                              "taken for 0 by %s; the device says that it %s", by,
                              config & CL_FP_DENORM ? "keeps them" : "may");
}

enum nadir_status nadir__doctor_floats(struct nadir__doctor *doctor)
{
    enum nadir_status status = NADIR_OK;
    struct operands operands = {0};
    size_t flushed = 0;
    char by[128] = "";
    const size_t n = (size_t)SPECIALS * SPECIALS + (doctor->params.quick ? 1 : 16) * (size_t)SPREAD + 5;
    status = operands_make(&operands, doctor->context, n);
    if (status != NADIR_OK) {
        status = nadir__doctor_find_status(doctor, status, "floats");
        goto out;
    }
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        const struct function *function = &functions[i];
        struct outcome outcome = {0};
        nadir__doctor_begin(doctor, function->name);
        enum nadir_status result = check_function(doctor->context, &operands, i, false, &outcome);
        if (result == NADIR_OK && !function->vectors) result = check_function(doctor->context, &operands, i, true, &outcome);
        if (outcome.flushed > 0) {
            const size_t length = strlen(by);
            snprintf(by + length, sizeof by - length, "%s%s", flushed > 0 ? ", " : "", function->name);
            flushed += outcome.flushed;
        }
        if (result != NADIR_OK || function->limit == 0) ND_TRY(nadir__doctor_find_status(doctor, result, function->name));
        else
            ND_TRY(nadir__doctor_find(doctor, NADIR_DOCTOR_PASS, function->name, "at most %.2f ulp, limit %g", outcome.worst,
                                      function->limit));
    }
    ND_TRY(find_subnormals(doctor, flushed, by));
    nadir__doctor_begin(doctor, "halves");
    ND_TRY(nadir__doctor_find_status(doctor, check_halves(doctor->context), "halves"));
out:
    operands_release(&operands);
    return status;
}
