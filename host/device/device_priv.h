/* SPDX-License-Identifier: MIT */
/* What the files of this folder share. */
#ifndef NADIR_DEVICE_PRIV_H
#define NADIR_DEVICE_PRIV_H

#include "nadir/device.h"

/* Copies text that a driver reported: at most `length` bytes up to the first 0, white space trimmed and runs of it made one
 * space, control characters and bytes that are not UTF-8 made '?', cut between characters to fit `size`. */
void nadir__device_text(char *out, size_t size, const char *text, size_t length);

/* Reads name and version of a platform. On failure what could not be read stays "". Errors: OPENCL, OUT_OF_MEMORY. */
enum nadir_status nadir__platform_read(struct nadir_platform *out, cl_platform_id id);

/* Reads everything about a device except its position and its platform's texts, and decides whether it is usable.
 * On failure what was read before stays, and the device is not usable. Errors: OPENCL, OUT_OF_MEMORY. */
enum nadir_status nadir__device_read(struct nadir_device *out, cl_device_id id);

#endif
