/* SPDX-License-Identifier: MIT */
#ifndef NADIR_LOG_PRIV_H
#define NADIR_LOG_PRIV_H

#include "nadir/log.h"

void nadir__log(enum nadir_log_level level, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
