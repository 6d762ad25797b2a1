/* SPDX-License-Identifier: MIT */
/* Contexts: the device, its queue, the choice of walk and GEMM back end, and the error word that kernels write. */
#include "runtime_priv.h"

#include "base/status_priv.h"
#include "device/quirks_priv.h"

#include <clblast_c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { ERROR_WORD_INTS = 5 };

struct nadir_context_params nadir_context_params_default(void)
{
    return (struct nadir_context_params){.walk = NADIR_WALK_AUTO, .gemm = NADIR_GEMM_AUTO, .tune = true};
}

static const char *const walk_names[] = {[NADIR_WALK_AUTO] = "auto", [NADIR_WALK_CPU] = "cpu", [NADIR_WALK_GPU] = "gpu"};
static const char *const gemm_names[] = {[NADIR_GEMM_AUTO] = "auto",
                                         [NADIR_GEMM_CLBLAST] = "clblast",
                                         [NADIR_GEMM_PACKED] = "packed",
                                         [NADIR_GEMM_SMALL] = "small"};
static const char *const tune_names[] = {"auto", "off"};

/* Reads a choice among `count` names from the environment, the first of which is "auto"; an unset or empty variable leaves
 * *choice alone. */
static enum nadir_status read_choice(const char *variable, const char *const *names, int count, int *choice, bool *forced)
{
    const char *value = getenv(variable);
    char expected[64] = "";
    *forced = false;
    if (!value || !value[0]) return NADIR_OK;
    for (int i = 0; i < count; i++) {
        if (strcmp(value, names[i]) == 0) {
            *choice = i;
            *forced = i != 0;
            return NADIR_OK;
        }
        const size_t used = strlen(expected);
        snprintf(expected + used, sizeof expected - used, "%s%s", i == 0 ? "" : i + 1 < count ? ", " : " or ", names[i]);
    }
    return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "%s = %s, but %s is expected", variable, value, expected);
}

/* Of the GPU walk: its kernels share rows and blocks of 256 numbers between 64 work-items, or between none. */
enum { MIN_WORK_GROUP = 64 };

static enum nadir_status choose_walk(struct nadir_context *context, const struct nadir_context_params *params)
{
    int walk = (int)params->walk, gemm = (int)params->gemm, off = 0;
    bool walk_forced = false, gemm_forced = false, tune_forced = false;
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(walk >= 0 && walk <= 2, "context: walk = %d is not a walk", walk);
    ND_CHECK_ARG(gemm >= 0 && gemm < NADIR_GEMM_COUNT, "context: gemm = %d is not a GEMM back end", gemm);
    if (walk == NADIR_WALK_AUTO) ND_TRY(read_choice("NADIR_WALK", walk_names, 3, &walk, &walk_forced));
    if (gemm == NADIR_GEMM_AUTO) ND_TRY(read_choice("NADIR_GEMM", gemm_names, NADIR_GEMM_COUNT, &gemm, &gemm_forced));
    ND_TRY(read_choice("NADIR_TUNE", tune_names, 2, &off, &tune_forced));
    off = off || !params->tune;

    const struct nadir_device *device = &context->device;
    /* Loops are shorter where work-items share a row or a product. */
    context->loop_rounds = nadir__quirk_loop_rounds(device);
    const bool long_loops = context->loop_rounds == SIZE_MAX;
    if (walk == NADIR_WALK_AUTO) walk = device->type == NADIR_DEVICE_CPU && long_loops ? NADIR_WALK_CPU : NADIR_WALK_GPU;
    context->walk = (enum nadir_walk)walk;
    context->gemm = (enum nadir_gemm_backend)gemm;
    context->tune = !off;

    const unsigned native = device->float_vector;
    context->geometry[NADIR_WALK_CPU] =
        (struct nadir__geometry){.work_group = 1, .vector = native >= 16 ? 16 : native >= 8 ? 8 : 4, .chunk = 16384};
    unsigned work_group = 256;
    while (work_group > device->max_work_group) work_group /= 2;
    if (work_group < MIN_WORK_GROUP) work_group = 1;
    context->geometry[NADIR_WALK_GPU] = (struct nadir__geometry){
        .work_group = work_group, .vector = 4, .chunk = work_group > 1 ? (size_t)work_group * 16 : 4096};
    const struct nadir__geometry *geometry = nadir__geometry(context);
    snprintf(context->description, sizeof context->description, "walk %s%s, vectors of %u floats, groups of %u, GEMM %s%s%s",
             walk_names[walk], walk_forced ? " (NADIR_WALK)" : "", geometry->vector, geometry->work_group, gemm_names[gemm],
             gemm_forced ? " (NADIR_GEMM)" : "", !off ? "" : tune_forced ? " untuned (NADIR_TUNE)" : " untuned");
out:
    return status;
}

static enum nadir_status context_new(struct nadir_context **out, const struct nadir_device *device,
                                     const struct nadir_context_params *params)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_context_params defaults = nadir_context_params_default();
    if (!params) params = &defaults;
    if (!device->usable)
        return nadir__fail(NADIR_ERROR_UNSUPPORTED, "device %s cannot be used: %s", device->name, device->problem);
    struct nadir_context *context = calloc(1, sizeof *context);
    if (!context) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a context");
    context->device = *device;
    context->profile = params->profile;
    ND_TRY(choose_walk(context, params));
    *out = context;
    context = NULL;
out:
    free(context);
    return status;
}

/* What a context needs once its OpenCL context and queue are there. */
static enum nadir_status context_complete(struct nadir_context *context)
{
    enum nadir_status status = NADIR_OK;
    ND_TRY(nadir__buffer_create(context, &context->error_word, ERROR_WORD_INTS * sizeof(cl_int)));
    ND_CL(clEnqueueWriteBuffer(context->queue, context->error_word, CL_TRUE, 0, ERROR_WORD_INTS * sizeof(cl_int),
                               (cl_int[ERROR_WORD_INTS]){0}, 0, NULL, NULL));
out:
    return status;
}

enum nadir_status nadir_context_create(struct nadir_context **out, const struct nadir_device *device,
                                       const struct nadir_context_params *params)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_context *context = NULL;
    ND_CHECK_ARG(out && device, "context: out or device is NULL");
    ND_TRY(context_new(&context, device, params));
    context->owns_cl = true;
    cl_int code;
    const cl_context_properties properties[] = {CL_CONTEXT_PLATFORM, (cl_context_properties)device->platform, 0};
    context->cl = clCreateContext(properties, 1, &device->id, NULL, NULL, &code);
    if (!context->cl) {
        status = nadir__fail_cl(code, "clCreateContext");
        goto out;
    }
    context->queue =
        clCreateCommandQueue(context->cl, device->id, context->profile ? CL_QUEUE_PROFILING_ENABLE : 0, &code);
    if (!context->queue) {
        status = nadir__fail_cl(code, "clCreateCommandQueue");
        goto out;
    }
    ND_TRY(context_complete(context));
    *out = context;
    context = NULL;
out:
    nadir_context_destroy(&context);
    return status;
}

enum nadir_status nadir_context_wrap(struct nadir_context **out, cl_context cl, cl_command_queue queue,
                                     const struct nadir_context_params *params)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_context *context = NULL;
    cl_context owner = NULL;
    cl_device_id id = NULL;
    cl_command_queue_properties properties = 0;
    struct nadir_device device;
    ND_CHECK_ARG(out && cl && queue, "context: out, cl_context or cl_command_queue is NULL");
    ND_CL(clGetCommandQueueInfo(queue, CL_QUEUE_CONTEXT, sizeof owner, &owner, NULL));
    ND_CL(clGetCommandQueueInfo(queue, CL_QUEUE_DEVICE, sizeof id, &id, NULL));
    ND_CL(clGetCommandQueueInfo(queue, CL_QUEUE_PROPERTIES, sizeof properties, &properties, NULL));
    ND_CHECK_ARG(owner == cl, "context: the queue belongs to another cl_context");
    ND_CHECK_ARG(!(properties & CL_QUEUE_OUT_OF_ORDER_EXEC_MODE_ENABLE),
                 "context: the queue is out-of-order; Nadir relies on the queue's order, pass an in-order queue");
    ND_CHECK_ARG(!params || !params->profile || (properties & CL_QUEUE_PROFILING_ENABLE),
                 "context: profile is on, but the queue was made without CL_QUEUE_PROFILING_ENABLE");
    ND_TRY(nadir_device_describe(&device, id));
    ND_TRY(context_new(&context, &device, params));
    ND_CL(clRetainContext(cl));
    context->cl = cl;
    ND_CL(clRetainCommandQueue(queue));
    context->queue = queue;
    ND_TRY(context_complete(context));
    *out = context;
    context = NULL;
out:
    nadir_context_destroy(&context);
    return status;
}

void nadir_context_destroy(struct nadir_context **pointer)
{
    if (!pointer || !*pointer) return;
    struct nadir_context *context = *pointer;
    if (context->queue) clFinish(context->queue);
    for (size_t i = 0; i < context->profiled_count; i++) clReleaseEvent(context->profiled[i].event);
    for (size_t i = 0; i < context->kernel_count; i++) {
        clReleaseKernel(context->kernels[i]->cl);
        free(context->kernels[i]);
    }
    for (size_t i = 0; i < context->program_count; i++) {
        clReleaseProgram(context->programs[i].cl);
        free(context->programs[i].key);
    }
    if (context->gemm_state) context->gemm_state_destroy(context->gemm_state);
    if (context->gemm_record) context->gemm_record_destroy(context->gemm_record);
    /* CLBlast keeps programs per context until told otherwise; a caller's own context may still be in use with it. */
    if (context->used_clblast && context->owns_cl) CLBlastClearCache();
    for (size_t i = 0; i < ND_SCRATCH_SLOTS; i++)
        if (context->scratch[i].buffer) clReleaseMemObject(context->scratch[i].buffer);
    if (context->error_word) clReleaseMemObject(context->error_word);
    if (context->queue) clReleaseCommandQueue(context->queue);
    if (context->cl) clReleaseContext(context->cl);
    free(context->profiled);
    free(context->kernels);
    free(context->programs);
    free(context);
    *pointer = NULL;
}

const struct nadir_device *nadir_context_device(const struct nadir_context *context)
{
    return &context->device;
}

cl_context nadir_context_cl(const struct nadir_context *context)
{
    return context->cl;
}

cl_command_queue nadir_context_queue(const struct nadir_context *context)
{
    return context->queue;
}

const char *nadir_context_describe(const struct nadir_context *context)
{
    return context->description;
}

const char *nadir_context_walk_name(const struct nadir_context *context)
{
    return walk_names[context->walk];
}

const char *nadir_context_gemm_name(const struct nadir_context *context)
{
    return gemm_names[context->gemm];
}

void nadir_context_build_time(const struct nadir_context *context, double *seconds, unsigned *programs)
{
    *seconds = context->build_seconds;
    *programs = (unsigned)context->program_count;
}

enum nadir_status nadir_context_finish(struct nadir_context *context)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(context, "context is NULL");
    ND_CL(clFinish(context->queue));
    ND_TRY(nadir_context_check(context));
out:
    return status;
}

enum nadir_status nadir_context_check(struct nadir_context *context)
{
    enum nadir_status status = NADIR_OK;
    cl_int word[ERROR_WORD_INTS] = {0};
    ND_CHECK_ARG(context, "context is NULL");
    ND_CL(clEnqueueReadBuffer(context->queue, context->error_word, CL_TRUE, 0, sizeof word, word, 0, NULL, NULL));
    if (word[0] == ND_ERROR_NONE) goto out;
    ND_CL(clEnqueueWriteBuffer(context->queue, context->error_word, CL_TRUE, 0, sizeof word, (cl_int[ERROR_WORD_INTS]){0}, 0,
                               NULL, NULL));
    const int row = (int)word[1], col = (int)word[2], value = (int)word[3], limit = (int)word[4];
    switch ((enum nadir__error_code)word[0]) {
    case ND_ERROR_NONE: break;
    case ND_ERROR_LABEL:
        status = nadir__fail(NADIR_ERROR_DATA, "labels[%d] = %d, but the logits have %d classes (0..%d)", row, value, limit,
                             limit - 1);
        break;
    case ND_ERROR_TARGET:
        status = nadir__fail(NADIR_ERROR_DATA, "targets[%d][%d] = %d, but the logits have %d classes (0..%d)", row, col, value,
                             limit, limit - 1);
        break;
    case ND_ERROR_INPUT_LENGTH:
        status = nadir__fail(NADIR_ERROR_DATA, "input_lengths[%d] = %d, but the logits have %d frames", row, value, limit);
        break;
    case ND_ERROR_TARGET_LENGTH:
        status = nadir__fail(NADIR_ERROR_DATA, "target_lengths[%d] = %d, but targets has rows of %d", row, value, limit);
        break;
    }
out:
    return status;
}

static int compare_rows(const void *a, const void *b)
{
    const struct nadir_profile_row *x = a, *y = b;
    return (x->seconds < y->seconds) - (x->seconds > y->seconds);
}

enum nadir_status nadir_context_profile(struct nadir_context *context, struct nadir_profile_row *rows, size_t capacity,
                                        size_t *count)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_profile_row *all = NULL;
    ND_CHECK_ARG(context && count && (rows || capacity == 0), "profile: context, rows or count is NULL");
    if (!context->profile)
        return nadir__fail(NADIR_ERROR_UNSUPPORTED, "the context was created without profile");
    ND_TRY(nadir__profile_collect(context));
    all = calloc(context->kernel_count + 1, sizeof *all);
    if (!all) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the profile");
        goto out;
    }
    size_t seen = 0;
    for (size_t i = 0; i < context->kernel_count; i++) {
        const struct nadir__kernel *kernel = context->kernels[i];
        if (kernel->launches == 0) continue;
        snprintf(all[seen].kernel, sizeof all[seen].kernel, "%s", kernel->name);
        all[seen].launches = kernel->launches;
        all[seen++].seconds = kernel->seconds;
    }
    qsort(all, seen, sizeof *all, compare_rows);
    if (capacity > 0) memcpy(rows, all, (seen < capacity ? seen : capacity) * sizeof *all);
    *count = seen;
out:
    free(all);
    return status;
}
