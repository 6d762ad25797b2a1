/* SPDX-License-Identifier: MIT */
/* Device records inside the library, and what other files about a device share with them: whom they belong to, where they
 * lie. */
#ifndef NADIR_RECORD_PRIV_H
#define NADIR_RECORD_PRIV_H

#include "nadir/device.h"

/* --- Files about a device. --- */

/* What they belong to: device, driver and version of Nadir, as a text. */
enum { ND_RECORD_IDENTITY = 640 };
void nadir__record_identity(char out[ND_RECORD_IDENTITY], const struct nadir_device *device);

/* <kind>-<sum of identity>.json in the user's folder for them. Errors: IO (no folder, path too long). */
enum nadir_status nadir__record_file(char *out, size_t size, const char *kind, const char *identity);

/* Makes that folder and those above it, private to the user where they are new. Errors: IO. */
enum nadir_status nadir__record_make_folder(void);

/* Replaces such a file at once, making the folder. Errors: IO, OUT_OF_MEMORY. */
enum nadir_status nadir__record_write(const char *path, const char *text);

/* --- Records. --- */

/* The file of a device's record. Errors: IO (no folder, path too long). */
enum nadir_status nadir__record_path(char *out, size_t size, const struct nadir_device *device);

/* Fills device->record from its file. Without one, or with a damaged one, which is logged: all zero. */
void nadir__record_read(struct nadir_device *device);

/* A record from the `size` bytes of a file; all zero if it is another device's. Errors: FORMAT. */
enum nadir_status nadir__record_parse(struct nadir_device_record *out, const struct nadir_device *device, const char *text,
                                      size_t size);

#endif
