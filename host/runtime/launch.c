/* SPDX-License-Identifier: MIT */
/* Launches with typed arguments, at once or recorded in a plan. The only file that sets kernel arguments. */
#include "runtime_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum nadir_status nadir__kernel_set_arg(const struct nadir__kernel *kernel, cl_kernel instance, cl_uint index,
                                        const struct nadir__arg *arg)
{
    cl_int code = CL_INVALID_ARG_VALUE;
    switch (arg->kind) {
    case ND_ARG_MEM: code = clSetKernelArg(instance, index, sizeof(cl_mem), &arg->value.mem); break;
    case ND_ARG_U32: code = clSetKernelArg(instance, index, sizeof(cl_uint), &arg->value.u32); break;
    case ND_ARG_U64: code = clSetKernelArg(instance, index, sizeof(cl_ulong), &arg->value.u64); break;
    case ND_ARG_F32: code = clSetKernelArg(instance, index, sizeof(cl_float), &arg->value.f32); break;
    case ND_ARG_LOCAL: code = clSetKernelArg(instance, index, arg->value.local, NULL); break;
    case ND_ARG_F32_AT: code = clSetKernelArg(instance, index, sizeof(cl_float), arg->value.f32_at); break;
    case ND_ARG_F32X16_AT: code = clSetKernelArg(instance, index, sizeof(cl_float16), arg->value.f32_at); break;
    case ND_ARG_U64_AT: code = clSetKernelArg(instance, index, sizeof(cl_ulong), arg->value.u64_at); break;
    }
    if (code == CL_SUCCESS) return NADIR_OK;
    return nadir__fail_cl_at(code, "argument %u of %s: clSetKernelArg failed with %s (%d)", (unsigned)index, kernel->name,
                             nadir__cl_error_name(code), (int)code);
}

static enum nadir_status profile_add(struct nadir_context *context, struct nadir__kernel *kernel, cl_event event)
{
    if (context->profiled_count == context->profiled_capacity) {
        size_t capacity = context->profiled_capacity ? 2 * context->profiled_capacity : 256;
        struct nadir__profile_entry *grown = realloc(context->profiled, capacity * sizeof *grown);
        if (!grown) {
            clReleaseEvent(event);
            return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu profiled launches", capacity);
        }
        context->profiled = grown;
        context->profiled_capacity = capacity;
    }
    context->profiled[context->profiled_count++] = (struct nadir__profile_entry){event, kernel};
    return context->profiled_count < 4096 ? NADIR_OK : nadir__profile_collect(context);
}

enum nadir_status nadir__profile_collect(struct nadir_context *context)
{
    enum nadir_status status = NADIR_OK;
    ND_CL(clFinish(context->queue));
    for (size_t i = 0; i < context->profiled_count; i++) {
        struct nadir__profile_entry *entry = &context->profiled[i];
        cl_ulong start = 0, end = 0;
        ND_CL(clGetEventProfilingInfo(entry->event, CL_PROFILING_COMMAND_START, sizeof start, &start, NULL));
        ND_CL(clGetEventProfilingInfo(entry->event, CL_PROFILING_COMMAND_END, sizeof end, &end, NULL));
        entry->kernel->launches++;
        if (end > start) entry->kernel->seconds += 1e-9 * (double)(end - start);
    }
out:
    for (size_t i = 0; i < context->profiled_count; i++) clReleaseEvent(context->profiled[i].event);
    context->profiled_count = 0;
    return status;
}

static enum nadir_status enqueue(struct nadir_context *context, struct nadir__kernel *kernel, cl_kernel instance,
                                 size_t groups)
{
    enum nadir_status status = NADIR_OK;
    const size_t local = kernel->work_group, global = groups * local;
    cl_event event;
    /* Always the local size: a driver that chooses it itself may take 1 for a prime global size. */
    const cl_int code = clEnqueueNDRangeKernel(context->queue, instance, 1, NULL, &global, &local, 0, NULL,
                                               context->profile ? &event : NULL);
    if (code != CL_SUCCESS) {
        status = nadir__fail_cl_at(code, "launching %s (%zu groups of %zu): clEnqueueNDRangeKernel failed with %s (%d)",
                                   kernel->name, groups, local, nadir__cl_error_name(code), (int)code);
        goto out;
    }
    if (context->profile) ND_TRY(profile_add(context, kernel, event));
out:
    return status;
}

/* A new, zeroed command at the end of the plan; not counted until the caller does. */
static enum nadir_status plan_next(struct nadir__plan *plan, struct nadir__command **out)
{
    if (plan->count == plan->capacity) {
        size_t capacity = plan->capacity ? 2 * plan->capacity : 16;
        struct nadir__command *grown = realloc(plan->commands, capacity * sizeof *grown);
        if (!grown) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a plan of %zu commands", capacity);
        plan->commands = grown;
        plan->capacity = capacity;
    }
    *out = &plan->commands[plan->count];
    memset(*out, 0, sizeof **out);
    return NADIR_OK;
}

enum nadir_status nadir__launch(const struct nadir__sink *sink, struct nadir__kernel *kernel, size_t groups,
                                const struct nadir__arg *args, size_t arg_count)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__command *command = NULL;
    cl_kernel instance = kernel->cl;
    if (groups == 0) return NADIR_OK;
    if (sink->plan) {
        ND_TRY(plan_next(sink->plan, &command));
        cl_int code;
        instance = clCreateKernel(kernel->program, kernel->name, &code);
        if (!instance) {
            status = nadir__fail_cl(code, "clCreateKernel");
            goto out;
        }
        command->kernel = kernel;
        command->instance = instance;
        command->groups = groups;
        snprintf(command->note, sizeof command->note, "%s", sink->note ? sink->note : "");
    }
    for (cl_uint i = 0; i < arg_count; i++) {
        const bool dynamic = args[i].kind >= ND_ARG_F32_AT;
        if (command && dynamic) {
            command->dynamic[command->dynamic_count].index = i;
            command->dynamic[command->dynamic_count++].arg = args[i];
            continue;
        }
        ND_TRY(nadir__kernel_set_arg(kernel, instance, i, &args[i]));
    }
    if (command) {
        sink->plan->count++;
        instance = NULL;
    } else {
        ND_TRY(enqueue(sink->context, kernel, instance, groups));
    }
out:
    if (command && instance && status != NADIR_OK) clReleaseKernel(instance);
    return status;
}

size_t nadir__row_rounds(const struct nadir_context *context, size_t cols)
{
    const struct nadir__geometry *geometry = nadir__geometry(context);
    const size_t rounds = nadir__size_ceil_div(cols, (size_t)geometry->vector * geometry->work_group);
    return rounds + rounds / 32 + 64;
}

enum nadir_status nadir__check_rounds(const struct nadir_context *context, const char *kernel, size_t rounds)
{
    if (rounds <= context->loop_rounds) return NADIR_OK;
    return nadir__fail(NADIR_ERROR_UNSUPPORTED,
                       "%s may loop for %zu rounds in one work-item at this size, but %s ends all loops after %zu without an "
                       "error: %s",
                       kernel, rounds, context->device.name, context->loop_rounds,
                       context->walk == NADIR_WALK_CPU ? "use NADIR_WALK=gpu, or another device" : "use another device");
}

enum nadir_status nadir__call(const struct nadir__sink *sink, nadir__call_function function, const void *arguments,
                              size_t size, const char *name)
{
    if (!sink->plan) return function(sink->context, arguments);
    struct nadir__command *command = NULL;
    enum nadir_status status = plan_next(sink->plan, &command);
    if (status != NADIR_OK) return status;
    command->function = function;
    memcpy(command->arguments, arguments, size);
    snprintf(command->note, sizeof command->note, "%s%s%s", name, sink->note ? ": " : "", sink->note ? sink->note : "");
    sink->plan->count++;
    return NADIR_OK;
}

enum nadir_status nadir__plan_run(struct nadir_context *context, const struct nadir__plan *plan)
{
    enum nadir_status status = NADIR_OK;
    for (size_t i = 0; i < plan->count; i++) {
        const struct nadir__command *command = &plan->commands[i];
        if (command->function) {
            ND_TRY(command->function(context, command->arguments));
            continue;
        }
        for (unsigned k = 0; k < command->dynamic_count; k++)
            ND_TRY(nadir__kernel_set_arg(command->kernel, command->instance, command->dynamic[k].index,
                                         &command->dynamic[k].arg));
        ND_TRY(enqueue(context, command->kernel, command->instance, command->groups));
    }
out:
    return status;
}

void nadir__plan_clear(struct nadir__plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        if (plan->commands[i].instance) clReleaseKernel(plan->commands[i].instance);
    for (size_t i = 0; i < plan->scratch_count; i++) clReleaseMemObject(plan->scratch[i]);
    free(plan->commands);
    free(plan->scratch);
    *plan = (struct nadir__plan){0};
}

enum nadir_status nadir__plan_keep(struct nadir__plan *plan, cl_mem buffer)
{
    enum nadir_status status = NADIR_OK;
    cl_mem *grown = realloc(plan->scratch, (plan->scratch_count + 1) * sizeof *grown);
    if (!grown) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a plan's scratch list");
    plan->scratch = grown;
    ND_CL(clRetainMemObject(buffer));
    plan->scratch[plan->scratch_count++] = buffer;
out:
    return status;
}

enum nadir_status nadir__scratch(const struct nadir__sink *sink, struct nadir_tensor *out, size_t count)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_context *context = sink->context;
    const size_t bytes = (count > 0 ? count : 1) * sizeof(float); /* OpenCL has no empty buffers */
    cl_mem buffer = NULL;
    if (sink->plan) {
        ND_TRY(nadir__buffer_create(context, &buffer, bytes));
        status = nadir__plan_keep(sink->plan, buffer);
        clReleaseMemObject(buffer); /* the plan has its own hold on it */
        if (status != NADIR_OK) goto out;
    } else {
        const unsigned slot = context->scratch_used;
        assert(slot < ND_SCRATCH_SLOTS);
        if (bytes > context->scratch[slot].size) {
            ND_TRY(nadir__buffer_create(context, &buffer, bytes));
            if (context->scratch[slot].buffer) clReleaseMemObject(context->scratch[slot].buffer);
            context->scratch[slot].buffer = buffer;
            context->scratch[slot].size = bytes;
        }
        buffer = context->scratch[slot].buffer;
        context->scratch_used = slot + 1;
    }
    *out = nadir_tensor_view(buffer, 0, NADIR_F32, 1, &count);
out:
    return status;
}
