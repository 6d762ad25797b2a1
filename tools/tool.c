/* SPDX-License-Identifier: MIT */
/* Messages, exit codes and the device session. */
#include "tool.h"

#include <stdarg.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

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
    case NADIR_ERROR_WRONG_RESULT: return TOOL_DEVICE_FAILED;
    case NADIR_ERROR_INTERRUPTED: return TOOL_INTERRUPTED;
    default: return TOOL_FAILURE;
    }
}

int tool_print_json(cJSON *document)
{
    char *text = cJSON_PrintUnformatted(document);
    cJSON_Delete(document);
    if (!text) return tool_fail("no host memory for a JSON document");
    puts(text);
    fflush(stdout);
    cJSON_free(text);
    return TOOL_OK;
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

bool tool_is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value && value[0];
}

static volatile sig_atomic_t *stop;

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    if (!stop || *stop) _exit(TOOL_INTERRUPTED);
    *stop = 1;
}

void tool_catch_interrupts(volatile sig_atomic_t *stop_now)
{
    struct sigaction action = {.sa_handler = on_interrupt, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    stop = stop_now;
    sigaction(SIGINT, &action, NULL);
}

/* --- Drivers that crash, end the program or hang while they are loaded: the user learns where to look. --- */

enum { PATIENCE = 10 /* seconds */ };
static volatile sig_atomic_t loading;
static const int watched_signals[] = {SIGABRT, SIGSEGV, SIGBUS, SIGILL, SIGALRM};
enum { WATCHED = sizeof watched_signals / sizeof watched_signals[0] };
static struct sigaction before_loading[WATCHED];

static void say_loading(const char *what)
{
    static const char remedy[] = ": `nadir devices` shows which one, and how to leave it out\n";
    struct iovec parts[] = {{(void *)what, strlen(what)}, {(void *)remedy, sizeof remedy - 1}};
    if (writev(STDERR_FILENO, parts, 2) < 0) return;
}

static void on_loading_signal(int signal_number)
{
    if (signal_number == SIGALRM) {
        say_loading("nadir: an OpenCL driver has not answered for 10 seconds");
        return;
    }
    say_loading("nadir: an OpenCL driver crashed while it was loaded");
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

static void on_loading_exit(void)
{
    if (!loading) return;
    say_loading("nadir: an OpenCL driver ended the program while it was loaded");
    _exit(TOOL_FAILURE); /* whatever the driver thought of it, nothing was done */
}

static void begin_loading(void)
{
    static bool registered;
    if (!registered) registered = atexit(on_loading_exit) == 0;
    loading = 1;
    struct sigaction action = {.sa_handler = on_loading_signal, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < WATCHED; i++) sigaction(watched_signals[i], &action, &before_loading[i]);
    alarm(PATIENCE);
}

static void end_loading(void)
{
    alarm(0);
    for (size_t i = 0; i < WATCHED; i++) sigaction(watched_signals[i], &before_loading[i], NULL);
    loading = 0;
}

int tool_session_open(struct tool_session *session, const char *selector, const struct nadir_context_params *params,
                      FILE *human)
{
    const struct nadir_device *device = &session->device;
    const bool chosen = selector && selector[0];
    char reason[NADIR_REASON_SIZE];
    *session = (struct tool_session){.human = human};
    nadir_log_set(on_log, NADIR_LOG_INFO, session);
    begin_loading();
    const enum nadir_status found = nadir_device_find(&session->device, selector, reason);
    end_loading();
    if (found != NADIR_OK)
        return tool_fail_status(chosen && nadir_last_error()->status == NADIR_ERROR_SELECTOR ? "--device" : NULL);
    if (human)
        fprintf(human, "device: %u:%u %s %s (%s) - %s%s\n", device->platform_index, device->device_index,
                nadir_device_type_name(device->type), device->name, device->platform_name, chosen ? "--device: " : "", reason);
    if (nadir_context_create(&session->context, device, params) != NADIR_OK) return tool_fail_status(NULL);
    if (human && (tool_is_set("NADIR_WALK") || tool_is_set("NADIR_GEMM")))
        fprintf(human, "forced by the environment: %s\n", nadir_context_describe(session->context));
    return TOOL_OK;
}

void tool_session_close(struct tool_session *session)
{
    nadir_context_destroy(&session->context);
    nadir_log_set(NULL, NADIR_LOG_INFO, NULL);
}

int tool_session_refuse_failed(const struct tool_session *session, bool allow)
{
    const struct nadir_device *device = &session->device;
    if (device->record.health != NADIR_HEALTH_FAIL) return TOOL_OK;
    const time_t when = (time_t)device->record.checked_at;
    char date[32] = "";
    struct tm utc;
    if (gmtime_r(&when, &utc)) strftime(date, sizeof date, "%Y-%m-%d %H:%M UTC", &utc);
    tool_fail("%s%u:%u %s failed its check on %s: %s%s", allow ? "warning: " : "", device->platform_index, device->device_index,
              device->name, date, device->record.note,
              allow ? ""
                    : "; examine it again with `nadir doctor`, choose another with --device, or use --allow-failed-device");
    return allow ? TOOL_OK : TOOL_DEVICE_FAILED;
}
