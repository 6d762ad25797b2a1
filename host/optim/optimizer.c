/* SPDX-License-Identifier: MIT */
/* The optimizer object: which tensors, in which groups, the states and tables it keeps on the device, its counters. */
#include "optim_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- What it covers. --- */

/* Finds the run of tensors whose names start with `prefix`. */
static enum nadir_status find_run(struct nadir_optimizer *optimizer, const char *prefix)
{
    const struct nadir_arena *arena = optimizer->arena;
    const size_t count = nadir_arena_tensor_count(arena), length = strlen(prefix);
    bool found = false;
    for (size_t i = 0; i < count; i++) {
        if (strncmp(nadir_arena_name(arena, i), prefix, length) != 0) continue;
        if (!found) optimizer->first = i;
        else if (i != optimizer->last)
            return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT,
                               "the tensors named %s* do not follow one another: %s comes between them", prefix,
                               nadir_arena_name(arena, optimizer->last));
        found = true;
        optimizer->last = i + 1;
    }
    if (!found) return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "the arena has no tensor named %s*", prefix);
    optimizer->begin = nadir_arena_offset(arena, optimizer->first);
    optimizer->length = nadir_arena_offset(arena, optimizer->last) - optimizer->begin;
    return NADIR_OK;
}

static enum nadir_status copy_groups(struct nadir_optimizer *optimizer)
{
    const size_t count = optimizer->params.group_count;
    optimizer->groups = calloc(count + 1, sizeof *optimizer->groups);
    if (!optimizer->groups) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for parameter groups");
    for (size_t i = 0; i < count; i++) {
        const char *match = optimizer->params.groups[i].match;
        optimizer->groups[i] = optimizer->params.groups[i];
        char *copy = malloc(strlen(match ? match : "") + 1);
        optimizer->groups[i].match = copy;
        if (!copy) {
            optimizer->params.group_count = i;
            return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for parameter groups");
        }
        strcpy(copy, match ? match : "");
    }
    optimizer->params.groups = optimizer->groups;
    return NADIR_OK;
}

/* What a tensor has; false: it is frozen. */
static bool segment_of_tensor(const struct nadir_optimizer *optimizer, size_t tensor, struct nadir__segment *segment)
{
    const struct nadir_optimizer_params *params = &optimizer->params;
    struct nadir_parameter_group group = {.lr_multiplier = 1.0, .weight_decay = NAN, .l1 = params->l1};
    for (size_t i = 0; i < params->group_count; i++)
        if (strstr(nadir_arena_name(optimizer->arena, tensor), params->groups[i].match)) {
            group = params->groups[i];
            break;
        }
    const float decay = (float)(isnan(group.weight_decay) ? params->weight_decay : group.weight_decay);
    *segment = (struct nadir__segment){
        .lr = (float)group.lr_multiplier,
        .l2 = params->decay == NADIR_DECAY_L2 ? decay : 0.0f,
        .decay = params->decay == NADIR_DECAY_DECOUPLED ? decay : 0.0f,
        .l1 = params->l1_proximal ? 0.0f : (float)group.l1,
        .l1_proximal = params->l1_proximal ? (float)group.l1 : 0.0f,
        .clip = 1.0f,
        .ratio = 1.0f,
    };
    return !group.frozen;
}

/* Segments: a tensor each if norms are taken of tensors, else runs of tensors that do not differ. */
static enum nadir_status find_segments(struct nadir_optimizer *optimizer)
{
    const size_t tensors = optimizer->last - optimizer->first;
    const bool per_tensor = optimizer->rule->class->per_tensor || optimizer->params.clip.tensor_norm > 0.0;
    bool joins = false;
    optimizer->host_segments = calloc(tensors, sizeof *optimizer->host_segments);
    optimizer->segment_of = calloc(tensors, sizeof *optimizer->segment_of);
    if (!optimizer->host_segments || !optimizer->segment_of || tensors >= UINT32_MAX)
        return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu tensors of an optimizer", tensors);
    for (size_t i = 0; i < tensors; i++) {
        struct nadir__segment *next = &optimizer->host_segments[optimizer->segment_count], segment;
        const bool frozen = !segment_of_tensor(optimizer, optimizer->first + i, &segment);
        joins = joins && !frozen && !per_tensor && memcmp(&segment, next - 1, sizeof segment) == 0;
        if (!joins && !frozen) {
            *next = segment;
            optimizer->segment_count++;
        }
        joins = !frozen;
        optimizer->segment_of[i] = frozen ? UINT32_MAX : (uint32_t)optimizer->segment_count - 1;
    }
    if (optimizer->segment_count == 0)
        return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "optimizer: all tensors are frozen, so there is nothing to train");
    return NADIR_OK;
}

/* --- Tables on the device. --- */

enum nadir_status nadir__table_create(struct nadir_context *context, cl_mem *out, const void *host, size_t bytes)
{
    enum nadir_status status = NADIR_OK;
    *out = NULL;
    if (bytes == 0) return NADIR_OK;
    ND_TRY(nadir__buffer_create(context, out, bytes));
    ND_CL(clEnqueueWriteBuffer(context->queue, *out, CL_TRUE, 0, bytes, host, 0, NULL, NULL));
out:
    return status;
}

/* The chunks of the tensors begin .. end - 1, all of one segment; their number if `chunks` is NULL. */
static size_t cut(const struct nadir_optimizer *optimizer, size_t begin, size_t end, struct nadir__chunk *chunks)
{
    const size_t chunk = nadir__geometry(optimizer->context)->chunk;
    const size_t from = nadir_arena_offset(optimizer->arena, begin) - optimizer->begin;
    const size_t to = nadir_arena_offset(optimizer->arena, end) - optimizer->begin;
    size_t count = 0;
    for (size_t at = from; at < to; at += chunk, count++)
        if (chunks)
            chunks[count] = (struct nadir__chunk){.begin = at,
                                                  .count = (cl_uint)(to - at < chunk ? to - at : chunk),
                                                  .segment = optimizer->segment_of[begin - optimizer->first]};
    return count;
}

/* All chunks, or their number; each of the two tables may be NULL. */
static size_t cut_all(const struct nadir_optimizer *optimizer, struct nadir__chunk *chunks, struct nadir__range *ranges)
{
    size_t count = 0;
    for (size_t i = optimizer->first, end; i < optimizer->last; i = end) {
        const uint32_t segment = optimizer->segment_of[i - optimizer->first];
        for (end = i + 1; end < optimizer->last && optimizer->segment_of[end - optimizer->first] == segment;) end++;
        if (segment == UINT32_MAX) continue;
        const size_t more = cut(optimizer, i, end, chunks ? chunks + count : NULL);
        if (ranges) ranges[segment] = (struct nadir__range){.first = (cl_uint)count, .count = (cl_uint)more};
        count += more;
    }
    return count;
}

static enum nadir_status create_chunks(struct nadir_optimizer *optimizer)
{
    optimizer->chunk_count = cut_all(optimizer, NULL, NULL);
    struct nadir__chunk *chunks = calloc(optimizer->chunk_count + 1, sizeof *chunks);
    if (!chunks) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu chunks", optimizer->chunk_count);
    cut_all(optimizer, chunks, NULL);
    const enum nadir_status status = nadir__table_create(optimizer->context, &optimizer->chunks, chunks,
                                                         optimizer->chunk_count * sizeof *chunks);
    free(chunks);
    return status;
}

static enum nadir_status create_tables(struct nadir_optimizer *optimizer)
{
    enum nadir_status status;
    struct nadir_context *context = optimizer->context;
    struct nadir__range *ranges = NULL;
    ranges = calloc(optimizer->segment_count, sizeof *ranges);
    optimizer->carries = calloc(ND_RING, sizeof *optimizer->carries);
    if (!ranges || !optimizer->carries) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for an optimizer's tables");
        goto out;
    }
    cut_all(optimizer, NULL, ranges);
    ND_TRY(nadir__table_create(context, &optimizer->ranges, ranges, optimizer->segment_count * sizeof *ranges));
    ND_TRY(nadir__buffer_create(context, &optimizer->segments, optimizer->segment_count * sizeof(struct nadir__segment)));
    ND_TRY(nadir__buffer_create(context, &optimizer->control, sizeof(struct nadir__control)));
    ND_TRY(nadir__buffer_create(context, &optimizer->ring, ND_RING * ND_H_COUNT * sizeof(cl_float)));
    ND_TRY(nadir__buffer_create(context, &optimizer->partials, optimizer->chunk_count * sizeof(cl_float2)));
    ND_TRY(nadir__buffer_create(context, &optimizer->bad, optimizer->chunk_count * sizeof(cl_ulong)));
    ND_TRY(nadir__buffer_create(context, &optimizer->norms, optimizer->chunk_count * sizeof(cl_float4)));
out:
    free(ranges);
    return status;
}

/* --- States. --- */

enum nadir_status nadir__optimizer_own(struct nadir_optimizer *optimizer, struct nadir_tensor *out, enum nadir_dtype dtype,
                                       size_t count, float fill)
{
    enum nadir_status status = NADIR_OK;
    const size_t size = optimizer->owned_count + 1;
    struct nadir_tensor *owned = realloc(optimizer->owned, size * sizeof *owned);
    if (owned) optimizer->owned = owned;
    float *fills = realloc(optimizer->owned_fill, size * sizeof *fills);
    if (fills) optimizer->owned_fill = fills;
    if (!owned || !fills) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for an optimizer's states");
    ND_TRY(nadir_tensor_create(out, optimizer->context, dtype, 1, &count));
    owned[optimizer->owned_count] = *out;
    fills[optimizer->owned_count++] = fill;
out:
    return status;
}

size_t nadir__optimizer_name_state(struct nadir_optimizer *optimizer, const char *name)
{
    optimizer->state_names[optimizer->state_count] = name;
    return optimizer->state_count++;
}

struct nadir_tensor nadir__run_view(const struct nadir_optimizer *optimizer, const struct nadir_tensor *buffer, size_t tensor)
{
    struct nadir_tensor view = nadir_arena_parameter(optimizer->arena, tensor);
    view.offset = nadir_arena_offset(optimizer->arena, tensor) - optimizer->begin;
    view.buffer = buffer->buffer;
    view.dtype = buffer->dtype;
    return view;
}

static void view_run(struct nadir_optimizer *optimizer, size_t state, const struct nadir_tensor *buffer)
{
    for (size_t i = optimizer->first; i < optimizer->last; i++)
        if (optimizer->segment_of[i - optimizer->first] != UINT32_MAX)
            *nadir__state_view(optimizer, state, i) = nadir__run_view(optimizer, buffer, i);
}

static enum nadir_status create_states(struct nadir_optimizer *optimizer)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__rule *rule = optimizer->rule;
    const struct nadir_optimizer_params *params = &optimizer->params;
    const size_t tensors = optimizer->last - optimizer->first;
    optimizer->tensor_states = calloc((ND_STATES + 1) * tensors, sizeof *optimizer->tensor_states);
    if (!optimizer->tensor_states)
        return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the states of %zu tensors", tensors);
    if (rule->class->create) ND_TRY(rule->class->create(optimizer));
    else {
        optimizer->mask = nadir__rule_mask(params);
        for (unsigned i = 0; i < ND_STATES; i++) {
            if (!(optimizer->mask >> i & 1)) continue;
            const float fill = params->rule == NADIR_ADAGRAD ? (float)params->initial_accumulator : 0.0f;
            ND_TRY(nadir__optimizer_own(optimizer, &optimizer->states[i], NADIR_F32, optimizer->length, fill));
            view_run(optimizer, nadir__optimizer_name_state(optimizer, rule->states[i]), &optimizer->states[i]);
        }
    }
    if (params->average != NADIR_AVERAGE_NONE) {
        ND_TRY(nadir__optimizer_own(optimizer, &optimizer->average, NADIR_F32, optimizer->length, 0.0f));
        view_run(optimizer, nadir__optimizer_name_state(optimizer, "average"), &optimizer->average);
    }
    if (params->accumulate) ND_TRY(nadir__optimizer_own(optimizer, &optimizer->sum, NADIR_F32, optimizer->length, 0.0f));
    if (params->copy != NADIR_F32)
        ND_TRY(nadir__optimizer_own(optimizer, &optimizer->copy, params->copy, optimizer->length, 0.0f));
out:
    return status;
}

/* --- Lifetime. --- */

enum nadir_status nadir_optimizer_create(struct nadir_optimizer **out, struct nadir_context *context, struct nadir_arena *arena,
                                         const char *prefix, const struct nadir_optimizer_params *params)
{
    enum nadir_status status;
    struct nadir_optimizer *optimizer = NULL;
    const struct nadir_optimizer_params defaults = nadir_optimizer_params_default(NADIR_ADAM);
    if (!params) params = &defaults;
    ND_CHECK_ARG(out && context && arena, "optimizer: out, context or arena is NULL");
    ND_CHECK_ARG(nadir_arena_parameters(arena).buffer, "optimizer: the arena is not allocated");
    ND_TRY(nadir_optimizer_check(params));
    optimizer = calloc(1, sizeof *optimizer);
    if (!optimizer) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for an optimizer");
    optimizer->context = context;
    optimizer->arena = arena;
    optimizer->params = *params;
    optimizer->rule = &nadir__rules[params->rule];
    ND_TRY(copy_groups(optimizer));
    ND_TRY(find_run(optimizer, prefix ? prefix : ""));
    ND_TRY(find_segments(optimizer));
    optimizer->guarded = params->skip_nonfinite || params->clip.norm > 0.0 || params->clip.tensor_norm > 0.0 ||
        params->loss_scale.initial > 0.0;
    optimizer->managed = optimizer->guarded || params->group_count > 0 || optimizer->rule->class->managed;
    ND_TRY(create_chunks(optimizer));
    if (optimizer->managed) ND_TRY(create_tables(optimizer));
    ND_TRY(create_states(optimizer));
    ND_TRY(nadir_optimizer_reset(optimizer));
    /* Kernels are compiled now, not in the first step. */
    ND_TRY(nadir__emit_optimizer(&(struct nadir__sink){.context = context, .plan = &optimizer->plan}, optimizer));
    *out = optimizer;
    optimizer = NULL;
out:
    nadir_optimizer_destroy(&optimizer);
    return status;
}

void nadir_optimizer_destroy(struct nadir_optimizer **pointer)
{
    if (!pointer || !*pointer) return;
    struct nadir_optimizer *optimizer = *pointer;
    if (optimizer->read) {
        clWaitForEvents(1, &optimizer->read);
        clReleaseEvent(optimizer->read);
    }
    nadir__plan_clear(&optimizer->plan);
    if (optimizer->rule->class->destroy) optimizer->rule->class->destroy(optimizer);
    for (size_t i = 0; i < optimizer->owned_count; i++) nadir_tensor_destroy(&optimizer->owned[i]);
    nadir_tensor_destroy(&optimizer->stash);
    cl_mem buffers[] = {optimizer->chunks, optimizer->segments, optimizer->ranges, optimizer->control,
                        optimizer->ring,   optimizer->partials, optimizer->bad,    optimizer->norms};
    for (size_t i = 0; i < sizeof buffers / sizeof buffers[0]; i++)
        if (buffers[i]) clReleaseMemObject(buffers[i]);
    for (size_t i = 0; optimizer->groups && i < optimizer->params.group_count; i++) free((char *)optimizer->groups[i].match);
    free(optimizer->groups);
    free(optimizer->host_segments);
    free(optimizer->segment_of);
    free(optimizer->tensor_states);
    free(optimizer->owned);
    free(optimizer->owned_fill);
    free(optimizer->carries);
    free(optimizer);
    *pointer = NULL;
}

static enum nadir_status fill(struct nadir_optimizer *optimizer, const struct nadir_tensor *tensor, float value)
{
    enum nadir_status status = NADIR_OK;
    if (value == 0.0f) ND_TRY(nadir_tensor_zero(optimizer->context, tensor));
    else
        ND_CL(clEnqueueFillBuffer(optimizer->context->queue, tensor->buffer, &value, sizeof value, 0,
                                  nadir_tensor_count(tensor) * sizeof value, 0, NULL, NULL));
out:
    return status;
}

/* The counters and the segments' factors, as after `progress`. */
static enum nadir_status start_from(struct nadir_optimizer *optimizer, const struct nadir_optimizer_progress *progress)
{
    enum nadir_status status = NADIR_OK;
    cl_command_queue queue = optimizer->context->queue;
    optimizer->attempts = progress->steps + progress->skipped;
    optimizer->skipped = progress->skipped;
    optimizer->sum_weight = 0.0;
    optimizer->sum_count = 0;
    optimizer->showing = false;
    memcpy(optimizer->carry, progress->carry, sizeof optimizer->carry);
    if (!optimizer->managed) goto out;
    if (optimizer->read) {
        clReleaseEvent(optimizer->read);
        optimizer->read = NULL;
    }
    const struct nadir__control control = {
        .steps = progress->steps,
        .skipped = progress->skipped,
        .loss_scale = (float)progress->loss_scale,
        .gradient_norm = NAN, /* of no step */
        .good_steps = (cl_uint)progress->good_steps,
    };
    ND_CL(clEnqueueWriteBuffer(queue, optimizer->control, CL_TRUE, 0, sizeof control, &control, 0, NULL, NULL));
    ND_CL(clEnqueueWriteBuffer(queue, optimizer->segments, CL_TRUE, 0, optimizer->segment_count * sizeof(struct nadir__segment),
                               optimizer->host_segments, 0, NULL, NULL));
out:
    return status;
}

enum nadir_status nadir_optimizer_reset(struct nadir_optimizer *optimizer)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(optimizer, "optimizer is NULL");
    const double scale = optimizer->params.loss_scale.initial;
    const struct nadir_optimizer_progress none = {.loss_scale = scale > 0.0 ? scale : 1.0};
    if (optimizer->showing) ND_TRY(nadir_optimizer_train(optimizer));
    for (size_t i = 0; i < optimizer->owned_count; i++) ND_TRY(fill(optimizer, &optimizer->owned[i], optimizer->owned_fill[i]));
    ND_TRY(start_from(optimizer, &none));
out:
    return status;
}

/* --- Questions and settings. --- */

const struct nadir_optimizer_params *nadir_optimizer_get_params(const struct nadir_optimizer *optimizer)
{
    return &optimizer->params;
}

enum nadir_status nadir_optimizer_set_lr(struct nadir_optimizer *optimizer, double lr)
{
    ND_CHECK_ARG(optimizer, "optimizer is NULL");
    ND_CHECK_ARG(lr >= 0.0 && isfinite(lr), "lr = %g, but a finite number >= 0 is needed", lr);
    optimizer->params.lr = lr;
    return NADIR_OK;
}

enum nadir_status nadir_optimizer_set_momentum(struct nadir_optimizer *optimizer, double momentum)
{
    ND_CHECK_ARG(optimizer, "optimizer is NULL");
    struct nadir_optimizer_params params = optimizer->params;
    double *field = nadir__rule_momentum(&params);
    ND_CHECK_ARG(field, "optimizer: %s has no momentum that can be changed", optimizer->rule->name);
    *field = momentum;
    ND_CHECK_ARG(nadir__rule_mask(&params) == nadir__rule_mask(&optimizer->params),
                 "momentum = %g, but the optimizer was created %s momentum", momentum, momentum > 0.0 ? "without" : "with");
    const enum nadir_status status = nadir_optimizer_check(&params);
    if (status == NADIR_OK) optimizer->params = params;
    return status;
}

struct nadir_arena *nadir__optimizer_arena(const struct nadir_optimizer *optimizer)
{
    return optimizer->arena;
}

bool nadir__optimizer_covers(const struct nadir_optimizer *optimizer, size_t index)
{
    return index >= optimizer->first && index < optimizer->last &&
        optimizer->segment_of[index - optimizer->first] != UINT32_MAX;
}

size_t nadir__optimizer_accumulated(const struct nadir_optimizer *optimizer)
{
    return optimizer->sum_count;
}

uint64_t nadir_optimizer_step_count(const struct nadir_optimizer *optimizer)
{
    return optimizer->attempts - optimizer->skipped;
}

size_t nadir_optimizer_state_count(const struct nadir_optimizer *optimizer)
{
    return optimizer->state_count;
}

const char *nadir_optimizer_state_name(const struct nadir_optimizer *optimizer, size_t index)
{
    return index < optimizer->state_count ? optimizer->state_names[index] : NULL;
}

struct nadir_tensor nadir_optimizer_state(const struct nadir_optimizer *optimizer, size_t index, size_t tensor)
{
    if (index >= optimizer->state_count || !nadir__optimizer_covers(optimizer, tensor)) return (struct nadir_tensor){0};
    return *nadir__state_view(optimizer, index, tensor);
}

struct nadir_tensor nadir_optimizer_copy(const struct nadir_optimizer *optimizer, size_t tensor)
{
    if (!optimizer->copy.buffer || !nadir__optimizer_covers(optimizer, tensor)) return (struct nadir_tensor){0};
    return nadir__run_view(optimizer, &optimizer->copy, tensor);
}

static struct nadir_tensor control_scalar(const struct nadir_optimizer *optimizer, bool there, size_t byte)
{
    if (!there) return (struct nadir_tensor){0};
    return nadir_tensor_view(optimizer->control, byte / sizeof(cl_float), NADIR_F32, 0, NULL);
}

struct nadir_tensor nadir_optimizer_loss_scale(const struct nadir_optimizer *optimizer)
{
    return control_scalar(optimizer, optimizer->params.loss_scale.initial > 0.0, offsetof(struct nadir__control, loss_scale));
}

struct nadir_tensor nadir_optimizer_gradient_norm(const struct nadir_optimizer *optimizer)
{
    return control_scalar(optimizer, optimizer->guarded, offsetof(struct nadir__control, gradient_norm));
}

/* --- What the device did. --- */

enum nadir_status nadir__optimizer_read_control(struct nadir_optimizer *optimizer, struct nadir__control *control)
{
    enum nadir_status status = NADIR_OK;
    *control = (struct nadir__control){.steps = nadir_optimizer_step_count(optimizer),
                                       .skipped = optimizer->skipped,
                                       .loss_scale = 1.0f,
                                       .gradient_norm = NAN};
    if (!optimizer->guarded) return NADIR_OK;
    ND_CL(clEnqueueReadBuffer(optimizer->context->queue, optimizer->control, CL_TRUE, 0, sizeof *control, control, 0, NULL,
                              NULL));
    const uint64_t taken = nadir_optimizer_step_count(optimizer);
    optimizer->skipped = control->skipped;
    if (taken != control->steps)
        memcpy(optimizer->carry, optimizer->carries[control->steps % ND_RING], sizeof optimizer->carry);
out:
    return status;
}

enum nadir_status nadir_optimizer_report(struct nadir_optimizer *optimizer, struct nadir_optimizer_report *report)
{
    enum nadir_status status;
    struct nadir__control control;
    ND_CHECK_ARG(optimizer && report, "optimizer: optimizer or report is NULL");
    ND_TRY(nadir__optimizer_read_control(optimizer, &control));
    *report = (struct nadir_optimizer_report){
        .steps = control.steps,
        .skipped = control.skipped,
        .loss_scale = (double)control.loss_scale,
        .gradient_norm = (double)control.gradient_norm,
        .bad_tensor = SIZE_MAX,
        .bad_element = SIZE_MAX,
        .bad_step = control.bad_step,
    };
    for (size_t i = optimizer->first; i < optimizer->last && control.bad_step > 0; i++) {
        const size_t offset = nadir_arena_offset(optimizer->arena, i) - optimizer->begin;
        if (offset > control.bad_element) break;
        report->bad_tensor = i;
        report->bad_element = (size_t)control.bad_element - offset;
    }
out:
    return status;
}

enum nadir_status nadir_optimizer_get_progress(struct nadir_optimizer *optimizer, struct nadir_optimizer_progress *progress)
{
    enum nadir_status status;
    struct nadir__control control;
    ND_CHECK_ARG(optimizer && progress, "optimizer: optimizer or progress is NULL");
    ND_TRY(nadir__optimizer_read_control(optimizer, &control));
    *progress = (struct nadir_optimizer_progress){
        .steps = control.steps,
        .skipped = control.skipped,
        .loss_scale = (double)control.loss_scale,
        .good_steps = control.good_steps,
        .carry = {optimizer->carry[0], optimizer->carry[1]},
    };
out:
    return status;
}

enum nadir_status nadir_optimizer_set_progress(struct nadir_optimizer *optimizer,
                                               const struct nadir_optimizer_progress *progress)
{
    ND_CHECK_ARG(optimizer && progress, "optimizer: optimizer or progress is NULL");
    ND_CHECK_ARG(optimizer->sum_weight == 0.0 && !optimizer->showing,
                 "optimizer: its progress cannot be set while gradients are accumulated or the average is shown");
    ND_CHECK_ARG(progress->loss_scale >= 1.0 && progress->loss_scale <= 0x1p24, "loss_scale = %g, but 1 .. 2^24 is needed",
                 progress->loss_scale);
    ND_CHECK_ARG(progress->loss_scale == 1.0 || optimizer->params.loss_scale.initial > 0.0,
                 "loss_scale = %g, but this optimizer does not scale losses", progress->loss_scale);
    ND_CHECK_ARG(progress->good_steps <= UINT32_MAX, "good_steps does not fit in 32 bits");
    return start_from(optimizer, progress);
}
