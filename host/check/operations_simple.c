/* SPDX-License-Identifier: MIT */
/* Examines activations, softmax, reductions, vector arithmetic, penalties, random numbers and batches: an operation is a row of
 * the table at the end. */
#include "reference_priv.h"
#include "trial_priv.h"

#include "base/status_priv.h"
#include "nadir/penalty.h"
#include "nadir/random.h"
#include "nadir/reduce.h"
#include "nadir/vector.h"
#include "ops/ops_priv.h"

#include <math.h>
#include <string.h>

#define TENSOR(i) (&trial->slots[i].tensor)

/* One row: what it is of, and the size. */
struct simple {
    const char *name;
    struct nadir__operation operation;
    size_t rows, cols;
    int kind; /* of the activation or softmax */
    enum nadir_dtype dtype;
    double option; /* temperature; alpha; l1 */
    bool full;     /* not in a brief examination */
};

/* --- Activations: 5 ulp for the function and a few operations around it, of the largest result. --- */

static double slope_alpha(const struct simple *s)
{
    return s->option != 0 ? s->option : (double)nadir_activation_alpha((enum nadir_activation)s->kind);
}

static enum nadir_status prepare_activation(struct nadir__trial *trial, const void *of)
{
    const struct simple *s = of;
    struct nadir__slot *x = nadir__trial_uniform(trial, "x", ND_SHAPE(s->rows, s->cols), -4, 4);
    struct nadir__slot *y = nadir__trial_output(trial, "y", NADIR_F32, ND_SHAPE(s->rows, s->cols));
    if (trial->status != NADIR_OK) return trial->status;
    for (size_t i = 0; i < x->count; i++)
        y->want[i] = nadir__reference_activation((enum nadir_activation)s->kind, slope_alpha(s), x->x[i]);
    nadir__trial_bound(y, 16 * ND_U, 2 * ND_U);
    return NADIR_OK;
}

static enum nadir_status run_activation(struct nadir__trial *trial, const void *of)
{
    const struct simple *s = of;
    return nadir_activation_forward(trial->context, TENSOR(1), TENSOR(0), (enum nadir_activation)s->kind,
                                    (float)slope_alpha(s));
}

struct point {
    enum nadir_activation f;
    double alpha, x;
};

static double activation_value(const void *of)
{
    const struct point *p = of;
    return nadir__reference_activation(p->f, p->alpha, p->x);
}

static enum nadir_status prepare_activation_backward(struct nadir__trial *trial, const void *of)
{
    const struct simple *s = of;
    struct point p = {.f = (enum nadir_activation)s->kind, .alpha = slope_alpha(s)};
    const size_t n = s->rows * s->cols;
    struct nadir__slot *dy = nadir__trial_uniform(trial, "dy", ND_SHAPE(s->rows, s->cols), -1, 1);
    double *x = nadir__trial_doubles(trial, n), *y = nadir__trial_doubles(trial, n);
    for (size_t i = 0; y && i < n; i++) {
        p.x = x[i] = (double)(float)nadir__trial_draw(trial, -4, 4);
        y[i] = activation_value(&p);
    }
    nadir__trial_input(trial, "saved", NADIR_F32, ND_SHAPE(s->rows, s->cols), nadir_activation_saves_input(p.f) ? x : y);
    struct nadir__slot *dx = nadir__trial_output(trial, "dx", NADIR_F32, ND_SHAPE(s->rows, s->cols));
    if (trial->status != NADIR_OK) return trial->status;
    for (size_t i = 0; i < n; i++) {
        p.x = x[i];
        nadir__reference_gradient(&dx->want[i], &p.x, 1, dy->x[i], activation_value, &p);
    }
    nadir__trial_bound(dx, 16 * ND_U, 8 * ND_U); /* 1 - y^2 and its like cancel */
    return NADIR_OK;
}

static enum nadir_status run_activation_backward(struct nadir__trial *trial, const void *of)
{
    const struct simple *s = of;
    return nadir_activation_backward(trial->context, TENSOR(2), TENSOR(0), TENSOR(1), (enum nadir_activation)s->kind,
                                     (float)slope_alpha(s));
}

/* --- Softmax. The argument of an exponential, a difference of up to 8, is off by 8 U, in a row with temperature 0.7 by 16; to
 * that come some ulp of functions and the sum of a row. --- */

#define SOFTMAX_ERROR (64 * ND_U)

struct row {
    enum nadir_softmax softmax;
    size_t cols;
    double temperature, *x, *y;
    const double *dy;
};

static double softmax_value(const void *of)
{
    const struct row *r = of;
    double sum = 0;
    nadir__reference_softmax(r->y, r->x, r->cols, r->softmax, r->temperature);
    for (size_t j = 0; j < (r->softmax == NADIR_LOGSUMEXP ? 1 : r->cols); j++) sum += r->dy[j] * r->y[j];
    return sum;
}

static enum nadir_status prepare_softmax(struct nadir__trial *trial, const void *of)
{
    const struct simple *s = of;
    const bool one = s->kind == NADIR_LOGSUMEXP;
    double *x = nadir__trial_doubles(trial, s->rows * s->cols);
    for (size_t i = 0; x && i < s->rows * s->cols; i++) x[i] = nadir__trial_draw(trial, -4, 4);
    struct nadir__slot *in = nadir__trial_input(trial, "x", s->dtype, ND_SHAPE(s->rows, s->cols), x);
    const size_t shape[] = {s->rows, s->cols};
    struct nadir__slot *y = nadir__trial_output(trial, "y", one ? NADIR_F32 : s->dtype, one ? 1 : 2, shape);
    if (trial->status != NADIR_OK) return trial->status;
    for (size_t i = 0; i < s->rows; i++)
        nadir__reference_softmax(y->want + i * (one ? 1 : s->cols), in->x + i * s->cols, s->cols, (enum nadir_softmax)s->kind,
                                 s->option);
    nadir__trial_bound(y, SOFTMAX_ERROR, s->kind == NADIR_SOFTMAX ? 0 : 4 * ND_U);
    return NADIR_OK;
}

static enum nadir_status run_softmax(struct nadir__trial *trial, const void *of)
{
    const struct simple *s = of;
    struct nadir_softmax_params params = nadir_softmax_params_default();
    params.temperature = (float)s->option;
    return nadir_softmax_forward(trial->context, TENSOR(1), TENSOR(0), (enum nadir_softmax)s->kind, &params);
}

static enum nadir_status prepare_softmax_backward(struct nadir__trial *trial, const void *of)
{
    const struct simple *s = of;
    const enum nadir_softmax softmax = (enum nadir_softmax)s->kind;
    const size_t n = s->rows * s->cols, per_row = softmax == NADIR_LOGSUMEXP ? 1 : s->cols, shape[] = {s->rows, s->cols};
    double *x = nadir__trial_doubles(trial, n), *y = nadir__trial_doubles(trial, n), *dy = nadir__trial_doubles(trial, n);
    for (size_t i = 0; dy && i < n; i++) x[i] = (double)(float)nadir__trial_draw(trial, -4, 4);
    for (size_t i = 0; dy && i < n; i++) dy[i] = nadir__trial_draw(trial, -1, 1);
    for (size_t i = 0; dy && i < s->rows; i++)
        nadir__reference_softmax(y + i * per_row, x + i * s->cols, s->cols, softmax, s->option);
    struct nadir__slot *up = nadir__trial_input(trial, "dy", per_row == 1 ? NADIR_F32 : s->dtype, per_row == 1 ? 1 : 2, shape,
                                                dy);
    struct nadir__slot *saved = nadir__trial_input(trial, "saved", s->dtype, 2, shape, per_row == 1 ? x : y);
    struct nadir__slot *dx = nadir__trial_output(trial, "dx", s->dtype, 2, shape);
    if (trial->status != NADIR_OK) return trial->status;
    struct row r = {softmax, s->cols, s->option, NULL, y, NULL};
    for (size_t i = 0; i < s->rows; i++) {
        r.x = (per_row == 1 ? saved->x : x) + i * s->cols;
        r.dy = up->x + i * per_row;
        nadir__reference_gradient(dx->want + i * s->cols, r.x, s->cols, 1, softmax_value, &r);
    }
    /* With 16 bits the saved y are off by half a unit; 2^-8 or 2^-11 of terms of the largest results' size. */
    const double rounded = s->dtype == NADIR_F32 ? 0 : s->dtype == NADIR_F16 ? 0x1p-9 : 0x1p-6;
    nadir__trial_bound(dx, SOFTMAX_ERROR, SOFTMAX_ERROR + rounded);
    return NADIR_OK;
}

static enum nadir_status run_softmax_backward(struct nadir__trial *trial, const void *of)
{
    const struct simple *s = of;
    struct nadir_softmax_params params = nadir_softmax_params_default();
    params.temperature = (float)s->option;
    return nadir_softmax_backward(trial->context, TENSOR(2), TENSOR(0), TENSOR(1), (enum nadir_softmax)s->kind, &params);
}

/* --- Reductions: 2e-6 of the sum of magnitudes. --- */

static enum nadir_status prepare_sums(struct nadir__trial *trial, const void *of)
{
    const struct simple *s = of;
    struct nadir__slot *x = nadir__trial_uniform(trial, "x", ND_SHAPE(s->rows, s->cols), -1, 1);
    struct nadir__slot *sum = nadir__trial_output(trial, "sum", NADIR_F32, ND_SHAPE(1));
    struct nadir__slot *mean = nadir__trial_output(trial, "mean", NADIR_F32, ND_SHAPE(1));
    struct nadir__slot *rows = nadir__trial_output(trial, "sum_rows", NADIR_F32, ND_SHAPE(s->cols));
    if (trial->status != NADIR_OK) return trial->status;
    for (size_t i = 0; i < x->count; i++) {
        sum->want[0] += x->x[i];
        sum->bound[0] += 2e-6 * fabs(x->x[i]);
        rows->want[i % s->cols] += x->x[i];
        rows->bound[i % s->cols] += 2e-6 * fabs(x->x[i]);
    }
    mean->want[0] = sum->want[0] / (double)x->count;
    mean->bound[0] = sum->bound[0] / (double)x->count;
    sum->want[0] *= 0.5;
    return NADIR_OK;
}

static enum nadir_status run_sums(struct nadir__trial *trial, const void *of)
{
    enum nadir_status status;
    (void)of;
    ND_TRY(nadir_sum(trial->context, TENSOR(1), TENSOR(0), 0.5f));
    ND_TRY(nadir_mean(trial->context, TENSOR(2), TENSOR(0)));
    ND_TRY(nadir_sum_rows(trial->context, TENSOR(3), TENSOR(0)));
out:
    return status;
}

static enum nadir_status prepare_argmax(struct nadir__trial *trial, const void *of)
{
    const struct simple *s = of;
    double *values = nadir__trial_doubles(trial, s->rows * s->cols);
    /* Few different numbers: the first of equal ones counts. */
    for (size_t i = 0; values && i < s->rows * s->cols; i++) values[i] = floor(nadir__trial_draw(trial, -6, 6));
    struct nadir__slot *x = nadir__trial_input(trial, "x", NADIR_F32, ND_SHAPE(s->rows, s->cols), values);
    struct nadir__slot *y = nadir__trial_output(trial, "y", NADIR_I32, ND_SHAPE(s->rows));
    if (trial->status != NADIR_OK) return trial->status;
    for (size_t i = 0; i < s->rows; i++) {
        size_t at = 0;
        for (size_t j = 1; j < s->cols; j++)
            if (x->x[i * s->cols + j] > x->x[i * s->cols + at]) at = j;
        y->want[i] = (double)at;
    }
    return NADIR_OK;
}

static enum nadir_status run_argmax(struct nadir__trial *trial, const void *of)
{
    (void)of;
    return nadir_argmax(trial->context, TENSOR(1), TENSOR(0));
}

/* --- Vectors. --- */

enum { DOT, NORM, LARGEST, COMBINED, ADDED, SCALED, COPIED, ZEROED, VECTOR_RESULTS };

static enum nadir_status prepare_vectors(struct nadir__trial *trial, const void *of)
{
    const struct simple *s = of;
    const size_t n = s->rows * s->cols;
    struct nadir__slot *x = nadir__trial_uniform(trial, "x", ND_SHAPE(n), -1, 1);
    struct nadir__slot *y = nadir__trial_uniform(trial, "y", ND_SHAPE(n), -1, 1);
    double *before = nadir__trial_doubles(trial, n);
    for (size_t i = 0; before && i < n; i++) before[i] = nadir__trial_draw(trial, -1, 1);
    struct nadir__slot *to[VECTOR_RESULTS];
    static const char *const names[] = {"dot", "norm2", "max_abs", "combine", "axpy", "scale", "copy", "zero"};
    for (int i = 0; i < VECTOR_RESULTS; i++)
        to[i] = nadir__trial_update(trial, names[i], ND_SHAPE(i <= LARGEST ? 1 : n), i == ADDED || i == SCALED ? before : NULL);
    if (trial->status != NADIR_OK) return trial->status;
    for (size_t i = 0; i < n; i++) {
        to[DOT]->want[0] += x->x[i] * y->x[i];
        to[DOT]->bound[0] += 64 * ND_U * fabs(x->x[i] * y->x[i]); /* the header's bounds */
        to[NORM]->want[0] += x->x[i] * x->x[i];
        to[LARGEST]->want[0] = fmax(to[LARGEST]->want[0], fabs(x->x[i]));
        to[COMBINED]->want[i] = 0.75 * x->x[i] - 1.5 * y->x[i];
        to[ADDED]->want[i] = to[ADDED]->x[i] + 0.375 * x->x[i];
        to[SCALED]->want[i] = -0.7f * to[SCALED]->x[i];
        to[COPIED]->want[i] = x->x[i];
    }
    to[NORM]->want[0] = sqrt(to[NORM]->want[0]);
    to[NORM]->bound[0] = 40 * ND_U * to[NORM]->want[0];
    for (int i = COMBINED; i <= SCALED; i++)
        for (size_t k = 0; k < n; k++) to[i]->bound[k] = 2 * ND_U * 2.25; /* two roundings of at most 2.25 */
    return NADIR_OK;
}

static enum nadir_status run_vectors(struct nadir__trial *trial, const void *of)
{
    enum nadir_status status;
    struct nadir_context *context = trial->context;
    const struct nadir_tensor *x = TENSOR(0), *y = TENSOR(1);
    (void)of;
#define RESULT(i) (&trial->slots[2 + (i)].tensor)
    ND_TRY(nadir_vector_dot(context, RESULT(DOT), x, y));
    ND_TRY(nadir_vector_norm2(context, RESULT(NORM), x));
    ND_TRY(nadir_vector_max_abs(context, RESULT(LARGEST), x));
    ND_TRY(nadir_vector_combine(context, RESULT(COMBINED), 0.75f, x, -1.5f, y));
    ND_TRY(nadir_vector_axpy(context, RESULT(ADDED), 0.375f, x));
    ND_TRY(nadir_vector_scale(context, RESULT(SCALED), -0.7f));
    ND_TRY(nadir_vector_copy(context, RESULT(COPIED), x));
    ND_TRY(nadir_tensor_zero(context, RESULT(ZEROED)));
#undef RESULT
out:
    return status;
}

/* --- Penalties. --- */

struct penalty {
    double l1, l2, *p;
};

static double penalty_value(const void *of)
{
    const struct penalty *penalty = of;
    return penalty->l1 * fabs(*penalty->p) + penalty->l2 * *penalty->p * *penalty->p / 2;
}

static const float penalty_l1 = 0.25f, penalty_l2 = 0.5f;

static enum nadir_status prepare_penalty(struct nadir__trial *trial, const void *of)
{
    const struct simple *s = of;
    struct nadir__slot *p = nadir__trial_uniform(trial, "p", ND_SHAPE(s->rows, s->cols), -2, 2);
    struct nadir__slot *loss = nadir__trial_output(trial, "loss", NADIR_F32, ND_SHAPE(1));
    struct nadir__slot *dp = nadir__trial_output(trial, "dp", NADIR_F32, ND_SHAPE(s->rows, s->cols));
    if (trial->status != NADIR_OK) return trial->status;
    struct penalty penalty = {(double)penalty_l1, (double)penalty_l2, NULL};
    for (size_t i = 0; i < p->count; i++) {
        penalty.p = &p->x[i];
        loss->want[0] += penalty_value(&penalty);
        nadir__reference_gradient(&dp->want[i], &p->x[i], 1, 1, penalty_value, &penalty);
    }
    loss->bound[0] = 2e-6 * loss->want[0];
    nadir__trial_bound(dp, 0, 4 * ND_U);
    return NADIR_OK;
}

static enum nadir_status run_penalty(struct nadir__trial *trial, const void *of)
{
    struct nadir_penalty_params params = nadir_penalty_params_default();
    (void)of;
    params.l1 = penalty_l1;
    params.l2 = penalty_l2;
    return nadir_penalty(trial->context, TENSOR(1), TENSOR(2), TENSOR(0), &params);
}

/* --- Random numbers: the generator's authors' known answers, and then the same stream on the device, to the bit. --- */

static const uint32_t known[][10] = {
    /* counter, key, answer */
    {0, 0, 0, 0, 0, 0, 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8},
    {0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd},
    {0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xa4093822, 0x299f31d0, 0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1},
};
enum { KNOWN = sizeof known / sizeof *known };

static enum nadir_status prepare_random(struct nadir__trial *trial, const void *of)
{
    const struct simple *s = of;
    struct nadir__slot *x = nadir__trial_output(trial, "x", NADIR_F32, ND_SHAPE(s->rows, s->cols));
    struct nadir__slot *first = nadir__trial_output(trial, "known answer on the device", NADIR_F32, ND_SHAPE(4));
    struct nadir__slot *words = nadir__trial_captured(trial, "known answers on the host", (size_t)KNOWN * 4);
    if (trial->status != NADIR_OK) return trial->status;
    for (size_t i = 0; i < x->count; i++) x->want[i] = (double)fmaf(5.0f, nadir_random_float(11, 3, i), -2.0f);
    for (size_t i = 0; i < words->count; i++) words->want[i] = known[i / 4][6 + i % 4];
    for (size_t i = 0; i < 4; i++) first->want[i] = (double)(known[0][6 + i] >> 8) * 0x1p-24;
    return NADIR_OK;
}

static enum nadir_status run_random(struct nadir__trial *trial, const void *of)
{
    enum nadir_status status;
    (void)of;
    ND_TRY(nadir_random_uniform(trial->context, TENSOR(0), -2, 3, 11, 3));
    ND_TRY(nadir_random_uniform(trial->context, TENSOR(1), 0, 1, 0, 0));
    for (size_t i = 0; i < KNOWN; i++) {
        uint32_t words[4];
        nadir_philox(words, known[i], known[i] + 4);
        for (size_t k = 0; k < 4; k++) trial->slots[2].got[i * 4 + k] = words[k];
    }
out:
    return status;
}

/* --- Batches: a product and a sum of small whole numbers and halves, exact. --- */

enum { SAMPLES = 23, FIRST = 3 };

static enum nadir_status prepare_gather(struct nadir__trial *trial, const void *of)
{
    const struct simple *s = of;
    const bool indexed = s->kind != 0;
    double *bytes = nadir__trial_doubles(trial, SAMPLES * s->cols), *labels = nadir__trial_doubles(trial, SAMPLES);
    double *order = nadir__trial_doubles(trial, SAMPLES);
    for (size_t i = 0; order && i < SAMPLES * s->cols; i++) bytes[i] = floor(nadir__trial_draw(trial, 0, 256));
    for (size_t i = 0; order && i < SAMPLES; i++) labels[i] = (double)(i * 7 % 10), order[i] = (double)(i * 5 % SAMPLES);
    trial->alignment = trial->context->device.base_alignment; /* these three are taken as buffers, without offsets */
    struct nadir__slot *samples = nadir__trial_input(trial, "samples", NADIR_U8, ND_SHAPE(SAMPLES, s->cols), bytes);
    nadir__trial_input(trial, "labels", NADIR_I32, ND_SHAPE(SAMPLES), labels);
    nadir__trial_input(trial, "order", NADIR_I32, ND_SHAPE(SAMPLES), order);
    trial->alignment = 0;
    struct nadir__slot *x = nadir__trial_output(trial, "x", NADIR_F32, ND_SHAPE(s->rows, s->cols));
    struct nadir__slot *y = nadir__trial_output(trial, "y", NADIR_I32, ND_SHAPE(s->rows));
    if (trial->status != NADIR_OK) return trial->status;
    for (size_t i = 0; i < s->rows; i++) {
        const size_t sample = indexed ? (FIRST + i) * 5 % SAMPLES : FIRST + i;
        y->want[i] = labels[sample];
        for (size_t j = 0; j < s->cols; j++) x->want[i * s->cols + j] = 0.5 * samples->x[sample * s->cols + j] - 64;
    }
    return NADIR_OK;
}

static enum nadir_status run_gather(struct nadir__trial *trial, const void *of)
{
    enum nadir_status status = NADIR_OK;
    const struct simple *s = of;
    const uint64_t first = FIRST;
    cl_mem parts[3] = {NULL, NULL, NULL};
    for (int i = 0; i < 3; i++) {
        const struct nadir_tensor *tensor = TENSOR(i);
        const size_t size = nadir_dtype_size(tensor->dtype);
        const cl_buffer_region region = {tensor->offset * size, nadir_tensor_count(tensor) * size};
        cl_int code;
        parts[i] = clCreateSubBuffer(tensor->buffer, CL_MEM_READ_ONLY, CL_BUFFER_CREATE_TYPE_REGION, &region, &code);
        if (code != CL_SUCCESS) {
            status = nadir__fail_cl(code, "clCreateSubBuffer");
            goto out;
        }
    }
    const struct nadir__gather gather = {.x = *TENSOR(3), .y = *TENSOR(4), .samples = parts[0], .labels = parts[1],
                                         .order = s->kind ? parts[2] : NULL, .features = s->cols, .scale = 0.5f, .shift = -64};
    ND_TRY(nadir__emit_gather(&(struct nadir__sink){.context = trial->context}, &gather, s->rows, &first));
    ND_CL(clFinish(trial->context->queue)); /* before the parts go */
out:
    for (int i = 0; i < 3; i++)
        if (parts[i]) clReleaseMemObject(parts[i]);
    return status;
}

/* --- All of them. --- */

#define ACTIVATION(name, f) {name, {prepare_activation, run_activation}, 3, 131, .kind = f}
#define ACTIVATION_BACKWARD(name, f) {name, {prepare_activation_backward, run_activation_backward}, 3, 131, .kind = f}
/* Behind the size the temperature. */
#define SOFTMAX(name, kind_, rows, cols, ...)                                                                                  \
    {name, {prepare_softmax, run_softmax}, rows, cols, .kind = kind_, .option = __VA_ARGS__}
#define SOFTMAX_BACKWARD(name, kind_, rows, cols, ...)                                                                         \
    {name, {prepare_softmax_backward, run_softmax_backward}, rows, cols, .kind = kind_, .option = __VA_ARGS__}

/* Rows of up to 16 columns and longer ones have kernels of their own; 16384 elements are a chunk of the CPU walk. */
static const struct simple table[] = {
    ACTIVATION("relu", NADIR_ACTIVATION_RELU),
    ACTIVATION("leaky_relu", NADIR_ACTIVATION_LEAKY_RELU),
    ACTIVATION("elu", NADIR_ACTIVATION_ELU),
    ACTIVATION("gelu", NADIR_ACTIVATION_GELU),
    ACTIVATION("gelu_tanh", NADIR_ACTIVATION_GELU_TANH),
    ACTIVATION("silu", NADIR_ACTIVATION_SILU),
    ACTIVATION("sigmoid", NADIR_ACTIVATION_SIGMOID),
    ACTIVATION("tanh", NADIR_ACTIVATION_TANH),
    ACTIVATION("softplus", NADIR_ACTIVATION_SOFTPLUS),
    {"leaky_relu 0.2", {prepare_activation, run_activation}, 129, 131, .kind = NADIR_ACTIVATION_LEAKY_RELU, .option = 0.2,
     .full = true},
    {"elu 0.7", {prepare_activation, run_activation}, 1, 17, .kind = NADIR_ACTIVATION_ELU, .option = 0.7, .full = true},
    ACTIVATION_BACKWARD("relu backward", NADIR_ACTIVATION_RELU),
    ACTIVATION_BACKWARD("leaky_relu backward", NADIR_ACTIVATION_LEAKY_RELU),
    ACTIVATION_BACKWARD("elu backward", NADIR_ACTIVATION_ELU),
    ACTIVATION_BACKWARD("gelu backward", NADIR_ACTIVATION_GELU),
    ACTIVATION_BACKWARD("gelu_tanh backward", NADIR_ACTIVATION_GELU_TANH),
    ACTIVATION_BACKWARD("silu backward", NADIR_ACTIVATION_SILU),
    ACTIVATION_BACKWARD("sigmoid backward", NADIR_ACTIVATION_SIGMOID),
    ACTIVATION_BACKWARD("tanh backward", NADIR_ACTIVATION_TANH),
    ACTIVATION_BACKWARD("softplus backward", NADIR_ACTIVATION_SOFTPLUS),
    SOFTMAX("softmax", NADIR_SOFTMAX, 9, 67, 1),
    SOFTMAX("log_softmax", NADIR_LOG_SOFTMAX, 9, 67, 1),
    SOFTMAX("logsumexp", NADIR_LOGSUMEXP, 9, 67, 1),
    SOFTMAX("softmax 37x10", NADIR_SOFTMAX, 37, 10, 1, .full = true),
    SOFTMAX("softmax 33x1", NADIR_SOFTMAX, 33, 1, 1, .full = true),
    SOFTMAX("softmax 3x4099 temperature 0.7", NADIR_SOFTMAX, 3, 4099, 0.7, .full = true),
    SOFTMAX("softmax float16", NADIR_SOFTMAX, 9, 67, 1, .dtype = NADIR_F16, .full = true),
    SOFTMAX("softmax bfloat16", NADIR_SOFTMAX, 9, 67, 1, .dtype = NADIR_BF16, .full = true),
    SOFTMAX("log_softmax 37x10", NADIR_LOG_SOFTMAX, 37, 10, 1, .full = true),
    SOFTMAX("log_softmax bfloat16 37x10", NADIR_LOG_SOFTMAX, 37, 10, 1, .dtype = NADIR_BF16, .full = true),
    SOFTMAX("logsumexp 37x10", NADIR_LOGSUMEXP, 37, 10, 1, .full = true),
    SOFTMAX_BACKWARD("softmax backward", NADIR_SOFTMAX, 9, 67, 1),
    SOFTMAX_BACKWARD("log_softmax backward", NADIR_LOG_SOFTMAX, 9, 67, 1),
    SOFTMAX_BACKWARD("logsumexp backward", NADIR_LOGSUMEXP, 9, 67, 1),
    SOFTMAX_BACKWARD("softmax backward 37x10", NADIR_SOFTMAX, 37, 10, 1, .full = true),
    SOFTMAX_BACKWARD("softmax backward 2x515 temperature 0.7", NADIR_SOFTMAX, 2, 515, 0.7, .full = true),
    SOFTMAX_BACKWARD("softmax backward float16", NADIR_SOFTMAX, 9, 67, 1, .dtype = NADIR_F16, .full = true),
    SOFTMAX_BACKWARD("softmax backward bfloat16", NADIR_SOFTMAX, 9, 67, 1, .dtype = NADIR_BF16, .full = true),
    SOFTMAX_BACKWARD("log_softmax backward 37x10", NADIR_LOG_SOFTMAX, 37, 10, 1, .full = true),
    SOFTMAX_BACKWARD("logsumexp backward 37x10", NADIR_LOGSUMEXP, 37, 10, 1, .full = true),
    {"sum, mean, sum_rows", {prepare_sums, run_sums}, .rows = 129, .cols = 131},
    {"sum, mean, sum_rows 1x1", {prepare_sums, run_sums}, .rows = 1, .cols = 1, .full = true},
    {"sum, mean, sum_rows 701x257", {prepare_sums, run_sums}, .rows = 701, .cols = 257, .full = true},
    {"argmax", {prepare_argmax, run_argmax}, .rows = 33, .cols = 67},
    {"argmax 33x3", {prepare_argmax, run_argmax}, .rows = 33, .cols = 3, .full = true},
    {"argmax 2x5003", {prepare_argmax, run_argmax}, .rows = 2, .cols = 5003, .full = true},
    {"vectors", {prepare_vectors, run_vectors}, .rows = 129, .cols = 131},
    {"vectors of 1", {prepare_vectors, run_vectors}, .rows = 1, .cols = 1, .full = true},
    {"vectors of 180157", {prepare_vectors, run_vectors}, .rows = 701, .cols = 257, .full = true},
    {"penalty", {prepare_penalty, run_penalty}, .rows = 129, .cols = 131},
    {"random", {prepare_random, run_random}, .rows = 129, .cols = 131},
    {"gather", {prepare_gather, run_gather}, 9, 131, .kind = 1},
    {"gather in sequence", {prepare_gather, run_gather}, 9, 35, .kind = 0, .full = true},
};

enum nadir_status nadir__examine_simple(const struct nadir__examination *examination, bool brief)
{
    enum nadir_status status = NADIR_OK;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (!brief || !table[i].full)
            ND_TRY(nadir__examine(examination, &table[i].operation, &table[i], "%s", table[i].name));
out:
    return status;
}
