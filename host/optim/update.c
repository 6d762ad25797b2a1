/* SPDX-License-Identifier: MIT */
/* The commands of a step: gradients measured and the step decided on the device where that is asked for, then the update. */
#include "optim_priv.h"

#include "base/status_priv.h"

#include <float.h>
#include <math.h>
#include <stdio.h>

static enum nadir_status control_kernel(const struct nadir__sink *sink, struct nadir__kernel **kernel, const char *name)
{
    char defines[32];
    snprintf(defines, sizeof defines, "-DND_ROWS=%d", ND_RING);
    return nadir__kernel_get(sink->context, kernel, sink->context->walk, "optimizer_control", name, defines);
}

struct nadir_tensor nadir__optimizer_gradients(const struct nadir_optimizer *optimizer)
{
    if (optimizer->sum.buffer) return optimizer->sum;
    struct nadir_tensor gradients = nadir_arena_gradients(optimizer->arena);
    gradients.offset += optimizer->begin;
    gradients.shape[0] = optimizer->length;
    return gradients;
}

struct nadir_tensor nadir__optimizer_parameters(const struct nadir_optimizer *optimizer)
{
    struct nadir_tensor parameters = nadir_arena_parameters(optimizer->arena);
    parameters.offset += optimizer->begin;
    parameters.shape[0] = optimizer->length;
    return parameters;
}

/* --- The elementwise kernel. --- */

/* The arguments that all its forms have. */
struct elementwise {
    int rule, pass;
    unsigned mask;
    bool inside, managed;
    struct nadir_tensor p, g, states[ND_STATES];
    const struct nadir_tensor *average, *copy; /* NULL: none */
};

static enum nadir_status elementwise_kernel(const struct nadir__sink *sink, const struct elementwise *update,
                                            struct nadir__kernel **kernel)
{
    char defines[256];
    const int gradient = nadir__storage_of(update->g.dtype), copy = update->copy ? nadir__storage_of(update->copy->dtype) : 0;
    snprintf(defines, sizeof defines,
             "-DND_RULE=%d -DND_STATES=%u -DND_PASS=%d -DND_INSIDE=%d -DND_MANAGED=%d -DND_AVERAGE=%d -DND_COPY=%d "
             "-DND_GRADIENT=%d -DND_STORAGE=%d",
             update->rule, update->mask, update->pass, update->inside, update->managed, update->average != NULL,
             update->copy != NULL, gradient != 0, gradient ? gradient : copy);
    return nadir__kernel_get(sink->context, kernel, sink->context->walk, "optimizer", "optimizer_step", defines);
}

static size_t elementwise_args(const struct elementwise *update, struct nadir__arg args[ND_MAX_ARGS])
{
    size_t count = 0;
    args[count++] = (struct nadir__arg)ND_MEM(update->p.buffer);
    args[count++] = (struct nadir__arg)ND_U64(update->p.offset);
    args[count++] = (struct nadir__arg)ND_MEM(update->g.buffer);
    args[count++] = (struct nadir__arg)ND_U64(update->g.offset);
    for (size_t i = 0; i < ND_STATES; i++) {
        if (!(update->mask >> i & 1)) continue;
        args[count++] = (struct nadir__arg)ND_MEM(update->states[i].buffer);
        args[count++] = (struct nadir__arg)ND_U64(update->states[i].offset);
    }
    if (update->average) args[count++] = (struct nadir__arg)ND_MEM(update->average->buffer);
    if (update->copy) {
        args[count++] = (struct nadir__arg)ND_MEM(update->copy->buffer);
        args[count++] = (struct nadir__arg)ND_U64(update->copy->offset);
    }
    return count;
}

static enum nadir_status emit_elementwise(const struct nadir__sink *sink, struct nadir_optimizer *optimizer, unsigned mask,
                                          int pass)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__kernel *kernel;
    struct nadir__arg args[ND_MAX_ARGS];
    struct elementwise update = {
        .rule = optimizer->rule->kernel,
        .pass = pass,
        .mask = mask,
        .inside = nadir__rule_inside(&optimizer->params),
        .managed = optimizer->managed,
        .p = nadir__optimizer_parameters(optimizer),
        .g = nadir__optimizer_gradients(optimizer),
        .average = optimizer->average.buffer && pass != 1 ? &optimizer->average : NULL,
        .copy = optimizer->copy.buffer && pass != 1 ? &optimizer->copy : NULL,
    };
    for (size_t i = 0; i < ND_STATES; i++) update.states[i] = optimizer->states[i];
    ND_TRY(elementwise_kernel(sink, &update, &kernel));
    size_t count = elementwise_args(&update, args);
    size_t groups = nadir__chunks(sink->context, optimizer->length);
    if (optimizer->managed) {
        args[count++] = (struct nadir__arg)ND_MEM(optimizer->chunks);
        args[count++] = (struct nadir__arg)ND_MEM(optimizer->segments);
        args[count++] = (struct nadir__arg)ND_MEM(optimizer->control);
        groups = optimizer->chunk_count;
    } else {
        args[count++] = (struct nadir__arg)ND_U64(optimizer->length);
        args[count++] = (struct nadir__arg)ND_F32X16_AT(optimizer->h);
    }
    if (pass == 1) args[count++] = (struct nadir__arg)ND_MEM(optimizer->norms);
    ND_TRY(nadir__launch(sink, kernel, groups, args, count));
out:
    return status;
}

/* --- Classes of rules. --- */

static enum nadir_status emit_once(const struct nadir__sink *sink, struct nadir_optimizer *optimizer)
{
    return emit_elementwise(sink, optimizer, optimizer->mask, 0);
}

const struct nadir__rule_class nadir__elementwise = {.emit = emit_once};

static enum nadir_status emit_ratio(const struct nadir__sink *sink, struct nadir_optimizer *optimizer)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const bool lars = optimizer->params.rule == NADIR_LARS;
    ND_TRY(emit_elementwise(sink, optimizer, lars ? 0 : optimizer->mask, 1));
    ND_TRY(control_kernel(sink, &kernel, "tensor_ratio"));
    const struct nadir__arg args[] = {ND_MEM(optimizer->segments), ND_MEM(optimizer->ranges), ND_MEM(optimizer->norms),
                                      ND_F32(lars ? (float)optimizer->params.trust_coefficient : 1.0f)};
    ND_TRY(ND_LAUNCH(sink, kernel, optimizer->segment_count, args));
    ND_TRY(emit_elementwise(sink, optimizer, optimizer->mask, 2));
out:
    return status;
}

const struct nadir__rule_class nadir__norm_ratio = {.managed = true, .per_tensor = true, .emit = emit_ratio};

/* --- Decisions on the device. --- */

static enum nadir_status emit_norms(const struct nadir__sink *sink, struct nadir_optimizer *optimizer)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    const struct nadir_tensor g = nadir__optimizer_gradients(optimizer);
    ND_TRY(control_kernel(sink, &kernel, "gradient_norms"));
    const struct nadir__arg args[] = {ND_MEM(optimizer->partials), ND_MEM(optimizer->bad), ND_TENSOR(&g),
                                      ND_MEM(optimizer->chunks)};
    ND_TRY(ND_LAUNCH(sink, kernel, optimizer->chunk_count, args));
out:
    return status;
}

static enum nadir_status emit_control(const struct nadir__sink *sink, struct nadir_optimizer *optimizer)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__kernel *kernel;
    const struct nadir_optimizer_params *params = &optimizer->params;
    const struct nadir_loss_scale *scale = &params->loss_scale;
    if (optimizer->guarded) ND_TRY(emit_norms(sink, optimizer));
    ND_TRY(nadir__check_rounds(sink->context, "gradient_control",
                               optimizer->chunk_count + 2 * nadir__row_rounds(sink->context, 4 * optimizer->chunk_count)));
    ND_TRY(control_kernel(sink, &kernel, "gradient_control"));
    const struct nadir__arg args[] = {ND_MEM(optimizer->control),
                                      ND_MEM(optimizer->ring),
                                      ND_F32X16_AT(optimizer->h),
                                      ND_U64_AT(&optimizer->t),
                                      ND_MEM(optimizer->partials),
                                      ND_MEM(optimizer->bad),
                                      ND_U64(optimizer->guarded ? optimizer->chunk_count : 0),
                                      ND_F32((float)params->clip.norm),
                                      ND_U32(scale->initial > 0.0 && scale->dynamic ? scale->interval : 0),
                                      ND_F32((float)scale->growth),
                                      ND_F32((float)scale->backoff)};
    ND_TRY(ND_LAUNCH(sink, kernel, 1, args));
    if (params->clip.tensor_norm > 0.0) {
        ND_TRY(control_kernel(sink, &kernel, "tensor_clip"));
        const struct nadir__arg clip[] = {ND_MEM(optimizer->segments), ND_MEM(optimizer->ranges), ND_MEM(optimizer->partials),
                                          ND_MEM(optimizer->control), ND_F32((float)params->clip.tensor_norm)};
        ND_TRY(ND_LAUNCH(sink, kernel, optimizer->segment_count, clip));
    }
out:
    return status;
}

enum nadir_status nadir__emit_optimizer(const struct nadir__sink *sink, struct nadir_optimizer *optimizer)
{
    enum nadir_status status = NADIR_OK;
    if (optimizer->managed) ND_TRY(emit_control(sink, optimizer));
    ND_TRY(optimizer->rule->class->emit(sink, optimizer));
out:
    return status;
}

/* --- Steps. --- */

/* The host keeps at most ND_RING / 2 steps ahead of what it knows, so that no row of the ring that the device may still need is
 * written again. */
static enum nadir_status follow_device(struct nadir_optimizer *optimizer)
{
    enum nadir_status status = NADIR_OK;
    if (!optimizer->guarded || optimizer->attempts % (ND_RING / 4) != 0) return NADIR_OK;
    if (optimizer->read) {
        ND_CL(clWaitForEvents(1, &optimizer->read));
        clReleaseEvent(optimizer->read);
        optimizer->read = NULL;
        if (optimizer->seen[1] > optimizer->skipped) {
            optimizer->skipped = optimizer->seen[1];
            const uint64_t taken = nadir_optimizer_step_count(optimizer);
            for (int i = 0; i < 2; i++) optimizer->carry[i] = optimizer->carries[taken % ND_RING][i];
        }
    }
    ND_CL(clEnqueueReadBuffer(optimizer->context->queue, optimizer->control, CL_FALSE, offsetof(struct nadir__control, steps),
                              sizeof optimizer->seen, optimizer->seen, 0, NULL, &optimizer->read));
    ND_CL(clFlush(optimizer->context->queue));
out:
    return status;
}

enum nadir_status nadir__optimizer_advance(struct nadir_optimizer *optimizer)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(!optimizer->showing, "optimizer: its average is shown; call nadir_optimizer_train first");
    ND_CHECK_ARG(!optimizer->params.accumulate || optimizer->sum_weight > 0.0, "optimizer: no gradients are accumulated");
    const uint64_t taken = nadir_optimizer_step_count(optimizer);
    if (optimizer->carries)
        for (int i = 0; i < 2; i++) optimizer->carries[taken % ND_RING][i] = optimizer->carry[i];
    const double weight = optimizer->params.accumulate ? optimizer->sum_weight : 1.0;
    optimizer->t = taken + 1;
    optimizer->h[ND_H_SCALE] = (float)((optimizer->params.maximize ? -1.0 : 1.0) / weight);
    nadir__step_scalars(&optimizer->params, optimizer->t, optimizer->carry, optimizer->h);
    optimizer->attempts++;
    optimizer->sum_weight = 0.0;
    optimizer->sum_count = 0;
    ND_TRY(follow_device(optimizer)); /* last: the caller's learning rate is that of the count before */
out:
    return status;
}

enum nadir_status nadir_optimizer_step(struct nadir_optimizer *optimizer)
{
    enum nadir_status status;
    ND_CHECK_ARG(optimizer, "optimizer is NULL");
    ND_TRY(nadir__optimizer_advance(optimizer));
    ND_TRY(nadir__plan_run(optimizer->context, &optimizer->plan));
out:
    return status;
}

/* --- Accumulation. --- */

enum nadir_status nadir__optimizer_add(struct nadir_optimizer *optimizer, double weight)
{
    ND_CHECK_ARG(optimizer->params.accumulate, "optimizer: it was not created to accumulate");
    ND_CHECK_ARG(!optimizer->showing, "optimizer: its average is shown; call nadir_optimizer_train first");
    ND_CHECK_ARG(weight >= (double)FLT_MIN && weight <= (double)FLT_MAX, "weight = %g, but a float32 number above 0 is needed",
                 weight);
    optimizer->add_weight = (float)weight;
    optimizer->add_keep = optimizer->sum_weight > 0.0 ? 1.0f : 0.0f;
    optimizer->sum_weight += weight;
    optimizer->sum_count++;
    return NADIR_OK;
}

enum nadir_status nadir__emit_accumulate(const struct nadir__sink *sink, struct nadir_optimizer *optimizer)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    struct nadir_tensor g = nadir_arena_gradients(optimizer->arena);
    g.offset += optimizer->begin;
    ND_TRY(control_kernel(sink, &kernel, "gradient_add"));
    const struct nadir__arg args[] = {ND_MEM(optimizer->sum.buffer), ND_TENSOR(&g), ND_U64(optimizer->length),
                                      ND_F32_AT(&optimizer->add_weight), ND_F32_AT(&optimizer->add_keep)};
    ND_TRY(ND_LAUNCH(sink, kernel, nadir__chunks(sink->context, optimizer->length), args));
out:
    return status;
}

enum nadir_status nadir_optimizer_accumulate(struct nadir_optimizer *optimizer, double weight)
{
    enum nadir_status status;
    ND_CHECK_ARG(optimizer, "optimizer is NULL");
    ND_TRY(nadir__optimizer_add(optimizer, weight));
    ND_TRY(nadir__emit_accumulate(&(struct nadir__sink){.context = optimizer->context}, optimizer));
out:
    return status;
}

/* --- Sophia's curvature. --- */

enum nadir_status nadir_optimizer_curvature(struct nadir_optimizer *optimizer)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    struct nadir__arg args[ND_MAX_ARGS];
    ND_CHECK_ARG(optimizer, "optimizer is NULL");
    ND_CHECK_ARG(optimizer->params.rule == NADIR_SOPHIA, "optimizer: %s has no curvature, only sophia", optimizer->rule->name);
    ND_CHECK_ARG(optimizer->params.loss_scale.initial == 0.0, "optimizer: no curvature from scaled gradients");
    const struct nadir__sink sink = {.context = optimizer->context};
    const float h[ND_H_COUNT] = {
        [ND_H_SCALE] = 1.0f, [ND_H_BOUND] = INFINITY, [ND_H_OWN] = (float)(1.0 - optimizer->params.beta2)};
    struct elementwise update = {.rule = 100, .mask = 2, .p = nadir__optimizer_parameters(optimizer)};
    update.g = nadir_arena_gradients(optimizer->arena);
    update.g.offset += optimizer->begin;
    update.states[1] = optimizer->states[1];
    ND_TRY(elementwise_kernel(&sink, &update, &kernel));
    size_t count = elementwise_args(&update, args);
    args[count++] = (struct nadir__arg)ND_U64(optimizer->length);
    args[count++] = (struct nadir__arg)ND_F32X16_AT(h);
    ND_TRY(nadir__launch(&sink, kernel, nadir__chunks(sink.context, optimizer->length), args, count));
out:
    return status;
}

/* --- Parameters to evaluate with. --- */

/* What is shown, and for schedule-free by how much to go beyond p from it; a NULL buffer: nothing but p. */
static struct nadir_tensor shown(const struct nadir_optimizer *optimizer, float *by)
{
    *by = 0.0f;
    if (optimizer->average.buffer) return optimizer->average;
    if (optimizer->params.rule == NADIR_ASGD) return optimizer->states[0];
    if (optimizer->params.rule != NADIR_SCHEDULE_FREE) return (struct nadir_tensor){0};
    *by = (float)(1.0 / optimizer->params.beta1 - 1.0); /* x = (y - (1 - beta1) z) / beta1 */
    return optimizer->states[0];
}

enum nadir_status nadir_optimizer_evaluate(struct nadir_optimizer *optimizer)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__kernel *kernel;
    float by;
    ND_CHECK_ARG(optimizer, "optimizer is NULL");
    const struct nadir_tensor y = shown(optimizer, &by), p = nadir__optimizer_parameters(optimizer);
    if (optimizer->showing || !y.buffer) return NADIR_OK;
    struct nadir__control control; /* if all steps so far were skipped, there is no average yet */
    ND_TRY(nadir__optimizer_read_control(optimizer, &control));
    if (control.steps == 0) return NADIR_OK;
    const struct nadir__sink sink = {.context = optimizer->context};
    if (!optimizer->stash.buffer)
        ND_TRY(nadir_tensor_create(&optimizer->stash, sink.context, NADIR_F32, 1, &optimizer->length));
    ND_CL(clEnqueueCopyBuffer(sink.context->queue, p.buffer, optimizer->stash.buffer, p.offset * sizeof(float), 0,
                              optimizer->length * sizeof(float), 0, NULL, NULL));
    optimizer->showing = true;
    ND_TRY(control_kernel(&sink, &kernel, "show_average"));
    const struct nadir__arg args[] = {ND_TENSOR(&p), ND_MEM(y.buffer), ND_F32(by), ND_MEM(optimizer->chunks)};
    ND_TRY(ND_LAUNCH(&sink, kernel, optimizer->chunk_count, args));
out:
    return status;
}

enum nadir_status nadir_optimizer_train(struct nadir_optimizer *optimizer)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(optimizer, "optimizer is NULL");
    if (!optimizer->showing) return NADIR_OK;
    const struct nadir_tensor p = nadir__optimizer_parameters(optimizer);
    ND_CL(clEnqueueCopyBuffer(optimizer->context->queue, optimizer->stash.buffer, p.buffer, 0, p.offset * sizeof(float),
                              optimizer->length * sizeof(float), 0, NULL, NULL));
    optimizer->showing = false;
out:
    return status;
}

/* --- On buffers of the caller. --- */

static enum nadir_status check_update(const struct nadir_update_tensors *tensors, const struct nadir_optimizer_params *params,
                                      size_t states, const char *const names[ND_STATES])
{
    enum nadir_status status;
    const struct nadir_tensor *p = tensors->p, *g = tensors->g;
    ND_CHECK_ARG(nadir__rules[params->rule].class == &nadir__elementwise && params->rule != NADIR_SCHEDULE_FREE,
                 "update: %s needs an arena", nadir__rules[params->rule].name);
    ND_CHECK_ARG(p && g, "update: p or g is missing");
    ND_TRY(nadir__tensor_check("p", p, NADIR_F32));
    ND_CHECK_ARG(g->dtype == NADIR_F32 || g->dtype == NADIR_F16 || g->dtype == NADIR_BF16,
                 "g is %s, but float32, float16 or bfloat16 is needed", nadir_dtype_name(g->dtype));
    ND_TRY(nadir__tensor_check_shape("g", g, g->dtype, p->rank, p->shape));
    ND_TRY(nadir__tensor_check_apart("p", p, "g", g));
    for (size_t i = 0; i < states; i++) {
        ND_CHECK_ARG(tensors->states[i], "update: states[%zu], %s, is missing", i, names[i]);
        ND_TRY(nadir__tensor_check_shape(names[i], tensors->states[i], NADIR_F32, p->rank, p->shape));
        ND_TRY(nadir__tensor_check_apart(names[i], tensors->states[i], "p", p));
        ND_TRY(nadir__tensor_check_apart(names[i], tensors->states[i], "g", g));
        for (size_t k = 0; k < i; k++)
            ND_TRY(nadir__tensor_check_apart(names[i], tensors->states[i], names[k], tensors->states[k]));
    }
    if (!tensors->copy) goto out;
    ND_CHECK_ARG(tensors->copy->dtype == NADIR_F16 || tensors->copy->dtype == NADIR_BF16,
                 "copy is %s, but float16 or bfloat16 is needed", nadir_dtype_name(tensors->copy->dtype));
    ND_CHECK_ARG(g->dtype == NADIR_F32 || g->dtype == tensors->copy->dtype, "g is %s and copy %s, but 16-bit types must agree",
                 nadir_dtype_name(g->dtype), nadir_dtype_name(tensors->copy->dtype));
    ND_TRY(nadir__tensor_check_shape("copy", tensors->copy, tensors->copy->dtype, p->rank, p->shape));
    ND_TRY(nadir__tensor_check_apart("copy", tensors->copy, "p", p));
    ND_TRY(nadir__tensor_check_apart("copy", tensors->copy, "g", g));
    for (size_t i = 0; i < states; i++) ND_TRY(nadir__tensor_check_apart("copy", tensors->copy, names[i], tensors->states[i]));
out:
    return status;
}

enum nadir_status nadir_optimizer_update(struct nadir_context *context, const struct nadir_update_tensors *tensors, uint64_t t,
                                         double scale, const struct nadir_optimizer_params *params)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    struct nadir__arg args[ND_MAX_ARGS];
    const char *names[ND_STATES];
    double carry[2] = {0};
    float h[ND_H_COUNT];
    ND_CHECK_ARG(context && tensors && params, "update: context, tensors or params is NULL");
    ND_CHECK_ARG(t >= 1, "update: t = 0, but steps count from 1");
    ND_CHECK_ARG(isfinite(scale), "update: scale = %g, but a finite number is needed", scale);
    ND_TRY(nadir_optimizer_check(params));
    const size_t states = nadir_optimizer_states(params, names);
    ND_TRY(check_update(tensors, params, states, names));
    struct elementwise update = {
        .rule = nadir__rules[params->rule].kernel,
        .mask = nadir__rule_mask(params),
        .inside = nadir__rule_inside(params),
        .p = *tensors->p,
        .g = *tensors->g,
        .copy = tensors->copy,
    };
    for (size_t i = 0, at = 0; i < ND_STATES; i++)
        if (update.mask >> i & 1) update.states[i] = *tensors->states[at++];
    nadir__step_scalars(params, t, carry, h);
    h[ND_H_SCALE] = (float)(params->maximize ? -scale : scale);
    const struct nadir__sink sink = {.context = context};
    const size_t n = nadir_tensor_count(tensors->p);
    ND_TRY(elementwise_kernel(&sink, &update, &kernel));
    size_t count = elementwise_args(&update, args);
    args[count++] = (struct nadir__arg)ND_U64(n);
    args[count++] = (struct nadir__arg)ND_F32X16_AT(h);
    ND_TRY(nadir__launch(&sink, kernel, nadir__chunks(context, n), args, count));
out:
    return status;
}
