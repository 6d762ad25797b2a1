/* SPDX-License-Identifier: MIT */
/* Atomic file writing and whole-file reading. */
#include "file_priv.h"

#include "status_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { SUFFIX = 32, ATTEMPTS = 1000 };

/* Opens a file that did not exist: `path`, of `length` bytes, with a suffix written behind it. Unlike mkstemp, with the
 * permissions of any new file; reading umask to repair them would change it for all threads. */
static int open_temporary(char *path, size_t length)
{
    int descriptor = -1;
    for (int i = 0; i < ATTEMPTS; i++) {
        struct timespec now;
        clock_gettime(CLOCK_MONOTONIC, &now);
        snprintf(path + length, SUFFIX, ".%lx%08lx", (unsigned long)getpid(), (unsigned long)now.tv_nsec);
        descriptor = open(path, O_CREAT | O_EXCL | O_CLOEXEC | O_WRONLY, 0666);
        if (descriptor >= 0 || errno != EEXIST) break;
    }
    return descriptor;
}

enum nadir_status nadir__file_create(struct nadir__file *file, const char *path)
{
    enum nadir_status status = NADIR_OK;
    *file = (struct nadir__file){0};
    const size_t length = strlen(path);
    file->path = malloc(length + 1);
    file->temporary = malloc(length + SUFFIX);
    if (!file->path || !file->temporary) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the path %s", path);
        goto out;
    }
    memcpy(file->path, path, length + 1);
    memcpy(file->temporary, path, length);

    const int descriptor = open_temporary(file->temporary, length);
    if (descriptor < 0) {
        status = nadir__fail(NADIR_ERROR_IO, "cannot write %s: %s", path, strerror(errno));
        free(file->temporary);
        file->temporary = NULL;
        goto out;
    }
    file->stream = fdopen(descriptor, "wb");
    if (!file->stream) {
        status = nadir__fail(NADIR_ERROR_IO, "cannot write %s: %s", path, strerror(errno));
        close(descriptor);
    }
out:
    if (status != NADIR_OK) nadir__file_abandon(file);
    return status;
}

enum nadir_status nadir__file_commit(struct nadir__file *file)
{
    enum nadir_status status = NADIR_OK;
    bool written = fflush(file->stream) == 0 && !ferror(file->stream) && fsync(fileno(file->stream)) == 0;
    int reason = errno;
    if (fclose(file->stream) != 0 && written) {
        written = false;
        reason = errno;
    }
    file->stream = NULL;
    if (written && rename(file->temporary, file->path) != 0) {
        written = false;
        reason = errno;
    }
    if (!written) {
        status = nadir__fail(NADIR_ERROR_IO, "cannot write %s: %s", file->path, strerror(reason));
    } else {
        free(file->temporary);
        file->temporary = NULL;
    }
    nadir__file_abandon(file);
    return status;
}

void nadir__file_abandon(struct nadir__file *file)
{
    if (file->stream) fclose(file->stream);
    if (file->temporary) unlink(file->temporary);
    free(file->temporary);
    free(file->path);
    *file = (struct nadir__file){0};
}

enum nadir_status nadir__file_read(char **data, size_t *size, const char *path, size_t limit)
{
    enum nadir_status status = NADIR_OK;
    char *bytes = NULL;
    struct stat information;
    FILE *stream = fopen(path, "rb");
    if (!stream) return nadir__fail(NADIR_ERROR_IO, "cannot open %s: %s", path, strerror(errno));
    if (fstat(fileno(stream), &information) != 0 || !S_ISREG(information.st_mode)) {
        status = nadir__fail(NADIR_ERROR_IO, "cannot read %s: not a regular file", path);
        goto out;
    }
    const size_t expected = (size_t)information.st_size;
    if (expected > limit) {
        status = nadir__fail(NADIR_ERROR_IO, "cannot read %s: %zu bytes, but at most %zu are accepted", path, expected, limit);
        goto out;
    }
    bytes = malloc(expected + 1);
    if (!bytes) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the %zu bytes of %s", expected, path);
        goto out;
    }
    if (fread(bytes, 1, expected, stream) != expected) {
        status = nadir__fail(NADIR_ERROR_IO, "cannot read %s: it became shorter while being read", path);
        goto out;
    }
    bytes[expected] = 0;
    *data = bytes;
    *size = expected;
    bytes = NULL;
out:
    free(bytes);
    fclose(stream);
    return status;
}
