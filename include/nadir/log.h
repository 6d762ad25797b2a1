/* SPDX-License-Identifier: MIT */
/* What the library has to say while it works. It never prints: messages go to the callback, or nowhere. */
#ifndef NADIR_LOG_H
#define NADIR_LOG_H

#include "nadir/base.h"

#ifdef __cplusplus
extern "C" {
#endif

enum nadir_log_level { NADIR_LOG_DEBUG, NADIR_LOG_INFO, NADIR_LOG_WARNING };

/* `message` is one line without a newline, valid during the call only. */
typedef void (*nadir_log_function)(enum nadir_log_level level, const char *message, void *user);

/* Sets the calling thread's callback; NULL (the default) silences it. Messages of a level below `least` are dropped. */
NADIR_API void nadir_log_set(nadir_log_function function, enum nadir_log_level least, void *user);

#ifdef __cplusplus
}
#endif

#endif
