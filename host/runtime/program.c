/* SPDX-License-Identifier: MIT */
/* Kernels by specialisation: compiled on first use, kept in memory for the life of the context. Drivers keep compiled code on
 * disk themselves, so there is no file cache here. */
#include "runtime_priv.h"

#include "base/clock_priv.h"
#include "base/log_priv.h"
#include "base/status_priv.h"
#include "device/device_priv.h"
#include "device/quirks_priv.h"
#include "kernels_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct nadir__kernel_source *find_source(const char *file)
{
    for (size_t i = 0; i < nadir__kernel_source_count; i++)
        if (strcmp(nadir__kernel_sources[i].name, file) == 0) return &nadir__kernel_sources[i];
    return NULL;
}

/* Reports the whole build log to the log callback, and its first line with "error" in the status message. */
static enum nadir_status fail_build(struct nadir_context *context, cl_program program, const char *key, cl_int code)
{
    size_t size = 0;
    char *text = NULL;
    if (clGetProgramBuildInfo(program, context->device.id, CL_PROGRAM_BUILD_LOG, 0, NULL, &size) == CL_SUCCESS && size > 0)
        text = calloc(1, size + 1);
    if (text) clGetProgramBuildInfo(program, context->device.id, CL_PROGRAM_BUILD_LOG, size, text, NULL);

    const char *first = text ? strstr(text, "error") : NULL;
    if (!first) first = text ? text : "(no build log)";
    while (text && first > text && first[-1] != '\n') first--;
    char clean[400]; /* compilers quote sources and paths in any encoding */
    nadir__device_text(clean, sizeof clean, first, strcspn(first, "\n"));
    const int file = (int)strcspn(key, " ");
    /* The options last: they are long, and a message may be cut. */
    const enum nadir_status status =
        nadir__fail_cl_at(code, "%.*s does not compile for %s (clBuildProgram: %s): %s; options:%s", file, key,
                          context->device.name, nadir__cl_error_name(code), clean, key + file);
    for (char *line = text; line && *line;) {
        const size_t length = strcspn(line, "\n");
        nadir__device_text(clean, sizeof clean, line, length);
        nadir__log(NADIR_LOG_WARNING, "%s", clean);
        line += length + (line[length] == '\n');
    }
    free(text);
    return status;
}

static enum nadir_status build_program(struct nadir_context *context, cl_program *out, const char *file, const char *options,
                                       const char *key)
{
    enum nadir_status status = NADIR_OK;
    cl_program program = NULL;
    const struct nadir__kernel_source *source = find_source(file);
    if (!source) return nadir__fail(NADIR_ERROR_BUILD, "there is no kernel file %s.cl in this library", file);
    nadir__log(NADIR_LOG_INFO, "compiling %s", key);
    const double start = nadir__seconds();

    cl_int code;
    program = clCreateProgramWithSource(context->cl, 1, (const char *[]){source->text}, &source->length, &code);
    if (!program) {
        status = nadir__fail_cl(code, "clCreateProgramWithSource");
        goto out;
    }
    code = clBuildProgram(program, 1, &context->device.id, options, NULL, NULL);
    if (code != CL_SUCCESS) {
        status = fail_build(context, program, key, code);
        goto out;
    }
    context->build_seconds += nadir__seconds() - start;
    *out = program;
    program = NULL;
out:
    if (program) clReleaseProgram(program);
    return status;
}

static enum nadir_status program_get(struct nadir_context *context, cl_program *out, const char *file, const char *options)
{
    enum nadir_status status = NADIR_OK;
    char key[512];
    snprintf(key, sizeof key, "%s.cl %s", file, options);
    for (size_t i = 0; i < context->program_count; i++)
        if (strcmp(context->programs[i].key, key) == 0) {
            *out = context->programs[i].cl;
            return NADIR_OK;
        }

    cl_program program = NULL;
    char *copy = strdup(key);
    struct nadir__program *grown = realloc(context->programs, (context->program_count + 1) * sizeof *grown);
    if (grown) context->programs = grown;
    if (!copy || !grown) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the program %s", key);
        goto out;
    }
    ND_TRY(build_program(context, &program, file, options, key));
    context->programs[context->program_count++] = (struct nadir__program){copy, program};
    copy = NULL;
    *out = program;
out:
    free(copy);
    return status;
}

/* What the compiled kernel needs, against what the device has: a launch would only say CL_OUT_OF_RESOURCES. */
static enum nadir_status check_resources(const struct nadir_context *context, const struct nadir__kernel *kernel)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_device *device = &context->device;
    size_t work_group = 0, compiled[3] = {0};
    cl_ulong local = 0;
    ND_CL(clGetKernelWorkGroupInfo(kernel->cl, device->id, CL_KERNEL_COMPILE_WORK_GROUP_SIZE, sizeof compiled, compiled, NULL));
    ND_CL(clGetKernelWorkGroupInfo(kernel->cl, device->id, CL_KERNEL_WORK_GROUP_SIZE, sizeof work_group, &work_group, NULL));
    ND_CL(clGetKernelWorkGroupInfo(kernel->cl, device->id, CL_KERNEL_LOCAL_MEM_SIZE, sizeof local, &local, NULL));
    if (work_group > 0 && work_group < compiled[0] && !nadir__quirk_group_of_kernel(device))
        status = nadir__fail(NADIR_ERROR_UNSUPPORTED,
                             "%s needs work-groups of %zu, but %s runs it in groups of at most %zu: use NADIR_WALK=cpu, or "
                             "another device",
                             kernel->name, compiled[0], device->name, work_group);
    else if (local > device->local_memory)
        status = nadir__fail(NADIR_ERROR_UNSUPPORTED,
                             "%s needs %llu bytes of local memory, but %s has %llu: use NADIR_WALK=cpu, or another device",
                             kernel->name, (unsigned long long)local, device->name, (unsigned long long)device->local_memory);
out:
    return status;
}

enum nadir_status nadir__kernel_get(struct nadir_context *context, struct nadir__kernel **out, enum nadir_walk walk,
                                    const char *file, const char *name, const char *defines)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__kernel *kernel = NULL;
    cl_program program = NULL;
    char options[384];
    /* Never relaxed or finite-only maths: NaN and infinities must survive. */
    const struct nadir__geometry *geometry = &context->geometry[walk];
    const int length = snprintf(options, sizeof options, "-cl-std=CL1.2 -DND_WG=%u -DND_VEC=%u -DND_CHUNK=%zu %s",
                                geometry->work_group, geometry->vector, geometry->chunk, defines);
    if (length < 0 || (size_t)length >= sizeof options)
        return nadir__fail(NADIR_ERROR_BUILD, "the build options of %s.cl are too long", file);
    ND_TRY(program_get(context, &program, file, options));
    for (size_t i = 0; i < context->kernel_count; i++)
        if (context->kernels[i]->program == program && strcmp(context->kernels[i]->name, name) == 0) {
            *out = context->kernels[i];
            return NADIR_OK;
        }

    kernel = calloc(1, sizeof *kernel);
    struct nadir__kernel **grown = realloc(context->kernels, (context->kernel_count + 1) * sizeof *grown);
    if (grown) context->kernels = grown;
    if (!kernel || !grown) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the kernel %s", name);
        goto out;
    }
    snprintf(kernel->name, sizeof kernel->name, "%s", name);
    kernel->program = program;
    kernel->work_group = geometry->work_group;
    cl_int code;
    kernel->cl = clCreateKernel(program, name, &code);
    if (!kernel->cl) {
        status = nadir__fail_cl(code, "clCreateKernel");
        goto out;
    }
    ND_TRY(check_resources(context, kernel));
    context->kernels[context->kernel_count++] = kernel;
    *out = kernel;
    kernel = NULL;
out:
    if (kernel && kernel->cl) clReleaseKernel(kernel->cl);
    free(kernel);
    return status;
}
