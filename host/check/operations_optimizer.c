/* SPDX-License-Identifier: MIT */
/* Examines all update rules: three steps on an arena in guarded buffers; clipping, loss scale, skipped steps, accumulation,
 * averages, 16-bit copies. */
#include "reference_priv.h"
#include "trial_priv.h"

#include "base/half_priv.h"
#include "base/status_priv.h"
#include "runtime/runtime_priv.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { STEPS = 3, MAX_TENSORS = 4, BLOCK = 256 /* of 8-bit Adam */ };

enum feature {
    LARGE = 1,      /* also a vector with more elements than a chunk has, and than 8-bit Adam leaves in float32 */
    SKIPPED = 2,    /* the second step's gradient holds an infinity: it changes nothing */
    ACCUMULATED = 4 /* the first two gradients are one step, weighted 1 and 3; the third one is another */
};

struct row {
    enum nadir_optimizer_rule rule;
    const char *label;
    void (*set)(struct nadir_optimizer_params *o);
    unsigned features; /* of enum feature */
    bool keras;        /* its params in place of PyTorch's */
    bool full;         /* not in a brief examination */
};

#define SET(name, ...)                                                                                                         \
    static void name(struct nadir_optimizer_params *o)                                                                         \
    {                                                                                                                          \
        __VA_ARGS__;                                                                                                           \
    }
SET(nothing, (void)o)
SET(nesterov, o->momentum = 0.9, o->nesterov = true)
SET(dampened, o->dampening = 0.3, o->maximize = true)
SET(decaying_lr, o->lr_decay = 0.5, o->initial_accumulator = 0.1)
SET(centered, o->centered = true, o->momentum = 0.9)
SET(amsgrad, o->amsgrad = true, o->beta2 = 0.5)
SET(betas, o->beta2 = 0.5)
SET(average_from_start, o->t0 = 0, o->lambd = 0.1)
SET(many_samples, o->batch = 1000)
SET(matched, o->muon_adjust = NADIR_MUON_MATCH_RMS, o->nesterov = false, o->ns_steps = 3)
SET(norm_clipped, o->clip.norm = 0.5, o->loss_scale.initial = 4)
SET(value_clipped, o->clip.value = 0.25)
SET(skipping, o->skip_nonfinite = true)
SET(accumulating, o->accumulate = true)
SET(averaged, o->average = NADIR_AVERAGE_EMA, o->average_decay = 0.5, o->copy = NADIR_BF16)
SET(proximal, o->l1 = 2, o->l1_proximal = true)

static const struct row table[] = {
    {NADIR_SGD, "", .set = nothing},
    {NADIR_MOMENTUM, "", .set = nothing},
    {NADIR_NESTEROV, "", .set = nothing},
    {NADIR_ADAGRAD, "", .set = nothing},
    {NADIR_ADADELTA, "", .set = nothing},
    {NADIR_RMSPROP, "", .set = nothing},
    {NADIR_ADAM, "", .set = nothing},
    {NADIR_ADAMW, "", .set = nothing},
    {NADIR_ADAMAX, "", .set = nothing},
    {NADIR_NADAM, "", .set = nothing},
    {NADIR_RADAM, " beta2 0.5", .set = betas}, /* the third step is one where the variance is used */
    {NADIR_LION, "", .set = nothing},
    {NADIR_ADAN, "", .set = nothing},
    {NADIR_RPROP, "", .set = nothing},
    {NADIR_ASGD, "", .set = average_from_start},
    {NADIR_SCHEDULE_FREE, "", .set = nothing},
    {NADIR_SOPHIA, "", .set = many_samples},
    {NADIR_LAMB, "", .set = nothing},
    {NADIR_LARS, "", .set = nothing},
    {NADIR_ADAFACTOR, "", .set = nothing},
    {NADIR_MUON, "", .set = nothing},
    {NADIR_ADAM8BIT, "", .set = nothing, .features = LARGE},
    {NADIR_ADAM, ", norm clipped, loss scale", .set = norm_clipped},
    {NADIR_ADAM, ", infinite gradient", .set = skipping, .features = SKIPPED},
    {NADIR_SGD, ", accumulated", .set = accumulating, .features = ACCUMULATED},

    {NADIR_SGD, ", nesterov", .set = nesterov, .full = true},
    {NADIR_SGD, ", proximal l1", .set = proximal, .full = true},
    {NADIR_SGD, ", values clipped", .set = value_clipped, .full = true},
    {NADIR_MOMENTUM, ", dampened, maximize", .set = dampened, .full = true},
    {NADIR_MOMENTUM, ", as keras", .set = nothing, .keras = true, .full = true},
    {NADIR_NESTEROV, ", as keras", .set = nothing, .keras = true, .full = true},
    {NADIR_ADAGRAD, ", lr_decay", .set = decaying_lr, .full = true},
    {NADIR_ADAGRAD, ", as keras", .set = nothing, .keras = true, .full = true},
    {NADIR_RMSPROP, ", centered, momentum", .set = centered, .full = true},
    {NADIR_RMSPROP, ", as keras", .set = nothing, .keras = true, .full = true},
    {NADIR_ADAM, ", amsgrad", .set = amsgrad, .full = true},
    {NADIR_ADAM, ", as keras", .set = nothing, .keras = true, .full = true},
    {NADIR_ADAM, ", average, bfloat16 copy", .set = averaged, .full = true},
    {NADIR_ADAM, ", large", .set = nothing, .features = LARGE, .full = true},
    {NADIR_ADAMW, ", large, infinite gradient", .set = skipping, .features = LARGE | SKIPPED, .full = true},
    {NADIR_ADAMAX, ", as keras", .set = nothing, .keras = true, .full = true},
    {NADIR_NADAM, ", as keras", .set = nothing, .keras = true, .full = true},
    {NADIR_LAMB, ", as keras", .set = nothing, .keras = true, .full = true},
    {NADIR_LAMB, ", large", .set = nothing, .features = LARGE, .full = true},
    {NADIR_LARS, ", nesterov, large", .set = nesterov, .features = LARGE, .full = true},
    {NADIR_ADAFACTOR, ", large, average, bfloat16 copy", .set = averaged, .features = LARGE, .full = true},
    {NADIR_MUON, ", match_rms", .set = matched, .features = LARGE, .full = true},
    {NADIR_ADAM8BIT, ", average, bfloat16 copy", .set = averaged, .features = LARGE, .full = true},
};

static struct nadir_optimizer_params params_of(const struct row *row)
{
    struct nadir_optimizer_params o =
        row->keras ? nadir_optimizer_params_keras(row->rule) : nadir_optimizer_params_default(row->rule);
    o.lr = 0.05; /* steps large enough to be seen beside p's own rounding */
    o.weight_decay = 0.1;
    row->set(&o);
    return o;
}

/* A vector, a wide and a tall matrix, and perhaps a long vector. */
static const struct {
    unsigned rank;
    size_t shape[2];
} tensors[MAX_TENSORS] = {{1, {33}}, {2, {7, 19}}, {2, {19, 5}}, {1, {16385}}};

static size_t tensor_count(const struct row *row)
{
    return row->features & LARGE ? MAX_TENSORS : MAX_TENSORS - 1;
}

static enum nadir_status make_arena(struct nadir_arena **arena, struct nadir_context *context, const struct row *row)
{
    enum nadir_status status;
    ND_TRY(nadir_arena_create(arena, context));
    for (size_t i = 0; i < tensor_count(row); i++) {
        char name[16];
        snprintf(name, sizeof name, "t%zu", i);
        ND_TRY(nadir_arena_add(*arena, name, tensors[i].rank, tensors[i].shape, NULL));
    }
out:
    if (status != NADIR_OK) nadir_arena_destroy(arena);
    return status;
}

/* --- What should come. The slots are p, the gradient of the last step, those of all three, and what the run reads. --- */

enum { P, GRADIENT, FIRST_GRADIENT, CAPTURED = FIRST_GRADIENT + STEPS };

/* What the run reads: states, "average", and those below. */
static const char *const copied = "copy", *const evaluated = "evaluate", *const reported = "report";

static bool evaluates(const struct nadir_optimizer_params *o)
{
    return o->rule == NADIR_SCHEDULE_FREE || o->rule == NADIR_ASGD || o->average != NADIR_AVERAGE_NONE;
}

/* The reference's tensors while steps are computed. */
struct model {
    const struct row *row;
    struct nadir_optimizer_params o;
    size_t count, length, offsets[MAX_TENSORS];
    struct nadir__reference_tensor tensors[MAX_TENSORS];
    double *average, *open, t; /* open: p may be off by so much, because a code was as near as another one */
};

/* Codes of 8 bits in place of x, and what else than a code's exact value may come: the next code where it is as near. */
static void round_to_codes(double *x, double *bound, size_t n, bool is_signed)
{
    double codes[256];
    nadir__reference_codes(codes, is_signed);
    for (size_t first = 0; first < n; first += BLOCK) {
        const size_t end = first + BLOCK < n ? first + BLOCK : n;
        double scale = 0;
        for (size_t i = first; i < end; i++) scale = fmax(scale, fabs(x[i]));
        for (size_t i = first; i < end; i++) {
            size_t best = 0, next = 1;
            for (size_t k = 1; k < 256; k++) {
                if (fabs(codes[k] - x[i] / scale) < fabs(codes[best] - x[i] / scale)) next = best, best = k;
                else if (k == 1 || fabs(codes[k] - x[i] / scale) < fabs(codes[next] - x[i] / scale)) next = k;
            }
            const double lead = fabs(codes[next] - x[i] / scale) - fabs(codes[best] - x[i] / scale);
            bound[i] = scale * ((lead < 1e-5 ? fabs(codes[next] - codes[best]) : 0) + 8 * ND_U);
            x[i] = scale * codes[best];
        }
    }
}

static bool has_codes(const struct model *model, size_t tensor)
{
    return model->row->rule == NADIR_ADAM8BIT && model->tensors[tensor].n >= 4096;
}

/* One step of all tensors from `gradient`, laid out as in the arena, divided by `divisor`. */
static void step(struct model *model, const double *gradient, double divisor, double *own)
{
    const struct nadir_optimizer_params *o = &model->o;
    double norm = 0;
    model->t++;
    for (size_t i = 0; i < model->length; i++) {
        own[i] = gradient[i] / divisor;
        norm += own[i] * own[i];
    }
    const double factor = o->clip.norm > 0 ? fmin(1, o->clip.norm / (sqrt(norm) + 1e-6)) : 1;
    for (size_t i = 0; i < model->length; i++) own[i] *= factor;
    for (size_t i = 0; i < model->count; i++) {
        struct nadir__reference_tensor *tensor = &model->tensors[i];
        double *open = model->open + model->offsets[i];
        for (size_t k = 0; k < tensor->n && o->rule == NADIR_SOPHIA && model->t == 1; k++)
            tensor->s[1][k] = (1 - o->beta2) * own[model->offsets[i] + k] * own[model->offsets[i] + k];
        nadir__reference_step(tensor, own + model->offsets[i], model->t);
        for (size_t s = 0; s < 2 && has_codes(model, i) && model->t < STEPS; s++) {
            double *bound = tensor->work;
            round_to_codes(tensor->s[s], bound, tensor->n, s == 0);
            for (size_t k = 0; k < tensor->n; k++)
                if (bound[k] > 1e-2 * fabs(tensor->s[s][k])) open[k] = o->lr;
        }
    }
    for (size_t i = 0; i < model->count; i++)
        for (size_t k = 0; k < model->tensors[i].n; k++) {
            double *average = &model->average[model->offsets[i] + k];
            const double p = model->tensors[i].p[k];
            *average = model->t == 1 ? p : *average + (1 - o->average_decay) * (p - *average);
        }
}

/* What the run will find in state `name`: one tensor behind the other. */
static void expect_state(struct nadir__trial *trial, const struct model *model, size_t state)
{
    size_t count = 0, at = 0;
    for (size_t i = 0; i < model->count; i++) count += nadir__reference_state_count(&model->tensors[i], state);
    struct nadir__slot *slot = count ? nadir__trial_captured(trial, nadir__reference_states[model->row->rule][state], count)
                                     : NULL;
    if (!slot || trial->status != NADIR_OK) return;
    for (size_t i = 0; i < model->count; i++) {
        const struct nadir__reference_tensor *tensor = &model->tensors[i];
        const size_t n = nadir__reference_state_count(tensor, state);
        double largest = 0;
        for (size_t k = 0; k < n; k++) largest = fmax(largest, fabs(tensor->s[state][k]));
        /* Three steps' roundings; some of what is added cancels. */
        for (size_t k = 0; k < n; k++) slot->bound[at + k] = 32 * ND_U * largest + 1e-37;
        if (has_codes(model, i)) {
            double *bound = tensor->work;
            round_to_codes(tensor->s[state], bound, n, state == 0);
            /* Codes of a step before that were open may still be seen. */
            for (size_t k = 0; k < n; k++)
                slot->bound[at + k] += bound[k] + (model->open[model->offsets[i] + k] > 0 ? 0.05 * largest : 0);
        }
        for (size_t k = 0; k < n; k++) slot->want[at + k] = tensor->s[state][k];
        at += n;
    }
}

static void expect(struct nadir__trial *trial, struct model *model, const double *start, double norm)
{
    const struct nadir_optimizer_params *o = &model->o;
    struct nadir__slot *p = &trial->slots[P];
    for (size_t i = 0; i < model->count; i++) {
        const struct nadir__reference_tensor *tensor = &model->tensors[i];
        const size_t at = model->offsets[i];
        double moved = 0;
        for (size_t k = 0; k < tensor->n; k++) moved = fmax(moved, fabs(tensor->p[k] - start[at + k]));
        for (size_t k = 0; k < tensor->n; k++) {
            p->want[at + k] = tensor->p[k];
            /* Three roundings of p, and of updates: 2e-6 for each norm, 1e-5 for Newton-Schulz. */
            p->bound[at + k] = 4 * ND_U * (fabs(tensor->p[k]) + fabs(start[at + k])) + 1e-5 * moved + model->open[at + k];
        }
    }
    for (size_t state = 0; state < 4; state++) expect_state(trial, model, state);
    if (o->copy != NADIR_F32) {
        struct nadir__slot *copy = nadir__trial_captured(trial, copied, model->length);
        for (size_t i = 0; trial->status == NADIR_OK && i < model->length; i++) {
            copy->want[i] = p->want[i];
            copy->bound[i] = p->bound[i] + 0x1p-8 * fabs(p->want[i]);
        }
    }
    if (evaluates(o)) {
        struct nadir__slot *shown = nadir__trial_captured(trial, evaluated, model->length);
        for (size_t i = 0; trial->status == NADIR_OK && i < model->count; i++)
            for (size_t k = 0; k < model->tensors[i].n; k++) {
                const size_t at = model->offsets[i] + k;
                const double *z = model->tensors[i].s[0]; /* ASGD: ax */
                shown->want[at] = o->rule == NADIR_SCHEDULE_FREE ? (p->want[at] - (1 - o->beta1) * z[k]) / o->beta1
                                : o->rule == NADIR_ASGD          ? z[k]
                                                                 : model->average[at];
                shown->bound[at] = 2 * p->bound[at] + 8 * ND_U;
            }
    }
    const bool clipped = o->clip.norm > 0;
    if (clipped || o->skip_nonfinite) {
        struct nadir__slot *report = nadir__trial_captured(trial, reported, 6);
        if (trial->status != NADIR_OK) return;
        const bool skipped = model->row->features & SKIPPED;
        const double want[] = {model->t, skipped, skipped ? 1 : -1, skipped ? 5 : -1, skipped ? 2 : 0, norm};
        memcpy(report->want, want, sizeof want);
        report->bound[5] = 4e-6 * norm;
    }
}

static enum nadir_status prepare(struct nadir__trial *trial, const void *of)
{
    enum nadir_status status;
    const struct row *row = of;
    struct model model = {.row = row, .o = params_of(row), .count = tensor_count(row)};
    struct nadir_arena *arena;
    ND_TRY(make_arena(&arena, trial->context, row));
    model.length = nadir_arena_length(arena);
    for (size_t i = 0; i < model.count; i++) model.offsets[i] = nadir_arena_offset(arena, i);
    nadir_arena_destroy(&arena);

    const size_t length = model.length;
    double *values[1 + STEPS], *mean = nadir__trial_doubles(trial, length), *own = nadir__trial_doubles(trial, length);
    model.average = nadir__trial_doubles(trial, length);
    model.open = nadir__trial_doubles(trial, length);
    for (int v = 0; v <= STEPS; v++) {
        values[v] = nadir__trial_doubles(trial, length);
        for (size_t i = 0; values[v] && i < model.count; i++)
            for (size_t k = 0; k < tensors[i].shape[0] * (tensors[i].rank > 1 ? tensors[i].shape[1] : 1); k++) {
                /* Gradients away from 0, where signs would be open. */
                const double u = nadir__trial_draw(trial, -1, 1);
                values[v][model.offsets[i] + k] = v == 0 ? u : u + copysign(0.05, u);
            }
    }
    if (trial->status != NADIR_OK) return trial->status;
    if (row->features & SKIPPED) values[2][model.offsets[1] + 5] = INFINITY;
    trial->alignment = trial->context->device.base_alignment / sizeof(float);
    struct nadir__slot *p = nadir__trial_update(trial, "p", ND_SHAPE(length), values[0]);
    nadir__trial_input(trial, "gradient", NADIR_F32, ND_SHAPE(length), values[STEPS]);
    for (int v = 1; v <= STEPS; v++) nadir__trial_input(trial, "gradient of a step", NADIR_F32, ND_SHAPE(length), values[v]);
    if (trial->status != NADIR_OK) return trial->status;

    for (size_t i = 0; i < model.count; i++) {
        struct nadir__reference_tensor *tensor = &model.tensors[i];
        *tensor = (struct nadir__reference_tensor){.params = &model.o, .n = tensors[i].shape[0]};
        if (tensors[i].rank > 1) tensor->rows = tensors[i].shape[0], tensor->cols = tensors[i].shape[1];
        if (tensors[i].rank > 1) tensor->n *= tensor->cols;
        tensor->p = nadir__trial_doubles(trial, tensor->n);
        tensor->work = nadir__trial_doubles(trial, 4 * tensor->n + 2);
        for (size_t s = 0; s < 4; s++)
            if (nadir__reference_state_count(tensor, s) > 0)
                tensor->s[s] = nadir__trial_doubles(trial, nadir__reference_state_count(tensor, s));
        if (trial->status != NADIR_OK) return trial->status;
        memcpy(tensor->p, p->x + model.offsets[i], tensor->n * sizeof *tensor->p);
        nadir__reference_start(tensor);
    }
    const double *g[STEPS], divisor = fmax(model.o.loss_scale.initial, 1);
    for (int s = 0; s < STEPS; s++) g[s] = trial->slots[FIRST_GRADIENT + s].x;
    if (row->features & ACCUMULATED) {
        for (size_t i = 0; i < length; i++) mean[i] = (g[0][i] + 3 * g[1][i]) / 4;
        step(&model, mean, divisor, own);
        step(&model, g[2], divisor, own);
    } else {
        for (int s = 0; s < STEPS; s++)
            if (!(row->features & SKIPPED) || s != 1) step(&model, g[s], divisor, own);
    }
    double norm = 0;
    for (size_t i = 0; i < length; i++) norm += g[STEPS - 1][i] * g[STEPS - 1][i];
    expect(trial, &model, p->x, sqrt(norm) / divisor);
    status = trial->status;
out:
    return status;
}

/* --- The run. --- */

/* Numbers of any state as doubles: float32, or codes with scales. */
static enum nadir_status read_state(struct nadir__trial *trial, const struct nadir_optimizer *optimizer, const char *name,
                                    size_t tensor, double *to, size_t *count)
{
    enum nadir_status status = NADIR_OK;
    char scale_name[64];
    struct nadir_tensor state = {0}, scale = {0};
    void *host = NULL;
    float *scales = NULL;
    snprintf(scale_name, sizeof scale_name, "%s_scale", name);
    for (size_t i = 0; i < nadir_optimizer_state_count(optimizer); i++) {
        if (strcmp(nadir_optimizer_state_name(optimizer, i), name) == 0) state = nadir_optimizer_state(optimizer, i, tensor);
        if (strcmp(nadir_optimizer_state_name(optimizer, i), scale_name) == 0)
            scale = nadir_optimizer_state(optimizer, i, tensor);
    }
    *count = state.buffer ? nadir_tensor_count(&state) : 0;
    if (*count == 0) return NADIR_OK;
    host = calloc(*count, sizeof(float));
    scales = calloc(*count, sizeof(float));
    if (!host || !scales) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu numbers", *count);
        goto out;
    }
    ND_TRY(nadir_tensor_download(trial->context, &state, host));
    if (state.dtype == NADIR_U8) ND_TRY(nadir_tensor_download(trial->context, &scale, scales));
    double codes[256];
    nadir__reference_codes(codes, strcmp(name, "exp_avg") == 0);
    for (size_t i = 0; i < *count; i++)
        to[i] = state.dtype == NADIR_U8 ? codes[((unsigned char *)host)[i]] * (double)scales[i / BLOCK]
                                        : (double)((float *)host)[i];
out:
    free(host);
    free(scales);
    return status;
}

/* All that is read behind the last step. */
static enum nadir_status capture(struct nadir__trial *trial, struct nadir_optimizer *optimizer, const struct nadir_arena *arena,
                                 struct nadir__slot *slot)
{
    enum nadir_status status = NADIR_OK;
    size_t at = 0, count;
    float *host = calloc(slot->count + 1, sizeof *host);
    if (!host) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu numbers", slot->count);
    if (slot->name == reported) {
        struct nadir_optimizer_report r;
        ND_TRY(nadir_optimizer_report(optimizer, &r));
        const double got[] = {(double)r.steps, (double)r.skipped, r.bad_tensor == SIZE_MAX ? -1 : (double)r.bad_tensor,
                              r.bad_element == SIZE_MAX ? -1 : (double)r.bad_element, (double)r.bad_step, r.gradient_norm};
        memcpy(slot->got, got, sizeof got);
    } else if (slot->name == evaluated) {
        const struct nadir_tensor all = nadir_arena_parameters(arena);
        ND_TRY(nadir_optimizer_evaluate(optimizer));
        ND_TRY(nadir_tensor_download(trial->context, &all, host));
        ND_TRY(nadir_optimizer_train(optimizer));
        for (size_t i = 0; i < slot->count; i++) slot->got[i] = (double)host[i];
    } else {
        for (size_t i = 0; i < nadir_arena_tensor_count(arena); i++) {
            if (slot->name != copied) {
                ND_TRY(read_state(trial, optimizer, slot->name, i, slot->got + at, &count));
                at += count;
                continue;
            }
            const struct nadir_tensor copy = nadir_optimizer_copy(optimizer, i);
            ND_TRY(nadir_tensor_download(trial->context, &copy, host));
            const uint16_t *bits = (const uint16_t *)(const void *)host;
            const size_t offset = nadir_arena_offset(arena, i);
            for (size_t k = 0; k < nadir_tensor_count(&copy); k++)
                slot->got[offset + k] = (double)nadir__bfloat16_to_float(bits[k]);
        }
        for (size_t i = 0; slot->name == copied && i < slot->count; i++) /* the padding has no copy */
            if (slot->want[i] == 0) slot->got[i] = 0;
    }
out:
    free(host);
    return status;
}

static enum nadir_status run(struct nadir__trial *trial, const void *of)
{
    enum nadir_status status;
    const struct row *row = of;
    const struct nadir_optimizer_params o = params_of(row);
    struct nadir_arena *arena = NULL;
    struct nadir_optimizer *optimizer = NULL;
    const struct nadir_tensor *gradient = &trial->slots[GRADIENT].tensor;
    ND_TRY(make_arena(&arena, trial->context, row));
    ND_TRY(nadir_arena_wrap(arena, &trial->slots[P].tensor, gradient));
    ND_TRY(nadir_optimizer_create(&optimizer, trial->context, arena, NULL, &o));
    for (int s = 0; s < STEPS; s++) {
        const struct nadir_tensor *from = &trial->slots[FIRST_GRADIENT + s].tensor;
        const size_t size = sizeof(float);
        ND_CL(clEnqueueCopyBuffer(trial->context->queue, from->buffer, gradient->buffer, from->offset * size,
                                  gradient->offset * size, nadir_tensor_count(from) * size, 0, NULL, NULL));
        if (row->features & ACCUMULATED) ND_TRY(nadir_optimizer_accumulate(optimizer, s == 1 ? 3 : 1));
        if (row->rule == NADIR_SOPHIA && s == 0) ND_TRY(nadir_optimizer_curvature(optimizer));
        if (!(row->features & ACCUMULATED) || s > 0) ND_TRY(nadir_optimizer_step(optimizer));
    }
    for (size_t i = CAPTURED; i < trial->count; i++) ND_TRY(capture(trial, optimizer, arena, &trial->slots[i]));
    ND_CL(clFinish(trial->context->queue)); /* before what is read goes */
out:
    nadir_optimizer_destroy(&optimizer);
    nadir_arena_destroy(&arena);
    return status;
}

enum nadir_status nadir__examine_optimizers(const struct nadir__examination *examination, bool brief)
{
    static const struct nadir__operation operation = {prepare, run};
    enum nadir_status status = NADIR_OK;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (!brief || !table[i].full)
            ND_TRY(nadir__examine(examination, &operation, &table[i], "%s%s", nadir_optimizer_name(table[i].rule),
                                  table[i].label));
out:
    return status;
}
