/* SPDX-License-Identifier: MIT */
/* What is known about particular drivers. */
#ifndef NADIR_QUIRKS_PRIV_H
#define NADIR_QUIRKS_PRIV_H

#include "nadir/device.h"

#include <stdbool.h>
#include <stddef.h>

/* Why a platform may list no device and what to do about it, or NULL. */
const char *nadir__quirk_no_device(const char *platform_name);

/* After how many rounds, of all its loops together, a device ends the loops of a work-item; SIZE_MAX: never. */
size_t nadir__quirk_loop_rounds(const struct nadir_device *device);

/* Whether the device understates the work-groups that a kernel may run in. */
bool nadir__quirk_group_of_kernel(const struct nadir_device *device);

/* Which drivers to install on a machine without any. */
extern const char nadir__quirk_drivers[];

#endif
