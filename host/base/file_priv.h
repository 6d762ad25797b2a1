/* SPDX-License-Identifier: MIT */
/* Files: atomic writing, whole-file reading. */
#ifndef NADIR_FILE_PRIV_H
#define NADIR_FILE_PRIV_H

#include "nadir/status.h"

#include <stdio.h>

/* A file that appears under its final name only when it is complete: written under a temporary name in the same folder,
 * flushed to disk, renamed by nadir__file_commit. */
struct nadir__file {
    FILE *stream; /* write here; errors are noticed by commit */
    char *path;
    char *temporary;
};

/* Errors: IO (names the path and the system's reason), OUT_OF_MEMORY. */
enum nadir_status nadir__file_create(struct nadir__file *file, const char *path);
enum nadir_status nadir__file_commit(struct nadir__file *file);

/* Removes the temporary file if it was not committed. Accepts a zeroed or committed file. */
void nadir__file_abandon(struct nadir__file *file);

/* Reads a file of at most `limit` bytes; *data is malloc'ed, with a 0 byte behind the last one.
 * Errors: IO (also: larger than the limit), OUT_OF_MEMORY. */
enum nadir_status nadir__file_read(char **data, size_t *size, const char *path, size_t limit);

#endif
