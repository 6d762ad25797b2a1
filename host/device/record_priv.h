/* SPDX-License-Identifier: MIT */
/* Device records inside the library. */
#ifndef NADIR_RECORD_PRIV_H
#define NADIR_RECORD_PRIV_H

#include "nadir/device.h"

/* The file of a device's record. Errors: IO (no folder, path too long). */
enum nadir_status nadir__record_path(char *out, size_t size, const struct nadir_device *device);

/* Fills device->record from its file. Without one, or with a damaged one, which is logged: all zero. */
void nadir__record_read(struct nadir_device *device);

/* A record from the `size` bytes of a file; all zero if it is another device's. Errors: FORMAT. */
enum nadir_status nadir__record_parse(struct nadir_device_record *out, const struct nadir_device *device, const char *text,
                                      size_t size);

#endif
