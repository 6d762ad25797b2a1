/* SPDX-License-Identifier: MIT */
/* What is known about particular drivers. */
#ifndef NADIR_QUIRKS_PRIV_H
#define NADIR_QUIRKS_PRIV_H

#include <stdbool.h>

/* Why a platform may list no device and what to do about it, or NULL. */
const char *nadir__quirk_no_device(const char *platform_name);

/* Whether Nadir's own matrix product is known to give wrong numbers on a platform's CPU device. */
bool nadir__quirk_wrong_packed_gemm(const char *platform_name);

/* Which drivers to install on a machine without any. */
extern const char nadir__quirk_drivers[];

#endif
