/* SPDX-License-Identifier: MIT */
/* The log callback of the calling thread. */
#include "log_priv.h"

#include <stdarg.h>
#include <stdio.h>

static _Thread_local struct {
    nadir_log_function function;
    enum nadir_log_level least;
    void *user;
} sink;

void nadir_log_set(nadir_log_function function, enum nadir_log_level least, void *user)
{
    sink.function = function;
    sink.least = least;
    sink.user = user;
}

void nadir__log(enum nadir_log_level level, const char *format, ...)
{
    if (!sink.function || level < sink.least) return;
    char message[1024];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    sink.function(level, message, sink.user);
}
