/* SPDX-License-Identifier: MIT */
/* Messages, exit codes and the device session. */
#include "tool.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

int tool_fail(const char *format, ...)
{
    char message[2048];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    for (char *c = message; *c; c++)
        if ((unsigned char)*c < 0x20 || *c == 0x7f) *c = '?';
    fflush(stdout);
    fprintf(stderr, "nadir: %s\n", message);
    return TOOL_FAILURE;
}

int tool_fail_status(const char *prefix)
{
    const struct nadir_error *error = nadir_last_error();
    tool_fail("%s%s%s", prefix ? prefix : "", prefix ? ": " : "", error->message);
    switch (error->status) {
    case NADIR_ERROR_SELECTOR: return TOOL_USAGE;
    case NADIR_ERROR_NO_DEVICE: return TOOL_NO_DEVICE;
    case NADIR_ERROR_INTERRUPTED: return TOOL_INTERRUPTED;
    default: return TOOL_FAILURE;
    }
}

static void on_log(enum nadir_log_level level, const char *message, void *user)
{
    struct tool_session *session = user;
    if (level >= NADIR_LOG_WARNING) {
        tool_fail("warning: %s", message);
    } else if (strncmp(message, "compiling", strlen("compiling")) == 0 && !session->compiling) {
        session->compiling = true;
        if (session->human) fprintf(session->human, "compiling kernels for %s ...\n", session->device.name);
        if (session->human) fflush(session->human);
    }
}

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value && value[0];
}

int tool_session_open(struct tool_session *session, const char *selector, const struct nadir_context_params *params,
                      FILE *human)
{
    const struct nadir_device *device = &session->device;
    const bool chosen = selector && selector[0];
    char reason[NADIR_REASON_SIZE];
    *session = (struct tool_session){.human = human};
    if (nadir_device_find(&session->device, selector, reason) != NADIR_OK)
        return tool_fail_status(chosen && nadir_last_error()->status == NADIR_ERROR_SELECTOR ? "--device" : NULL);
    if (human)
        fprintf(human, "device: %u:%u %s %s (%s) - %s%s\n", device->platform_index, device->device_index,
                nadir_device_type_name(device->type), device->name, device->platform_name, chosen ? "--device: " : "", reason);
    nadir_log_set(on_log, NADIR_LOG_INFO, session);
    if (nadir_context_create(&session->context, device, params) != NADIR_OK) return tool_fail_status(NULL);
    if (human && (is_set("NADIR_WALK") || is_set("NADIR_GEMM")))
        fprintf(human, "forced by the environment: %s\n", nadir_context_describe(session->context));
    return TOOL_OK;
}

void tool_session_close(struct tool_session *session)
{
    nadir_context_destroy(&session->context);
    nadir_log_set(NULL, NADIR_LOG_INFO, NULL);
}
