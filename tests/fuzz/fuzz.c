/* SPDX-License-Identifier: MIT */
/* What the fuzz targets share. */
#define _GNU_SOURCE /* memfd_create */
#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

const char *fuzz_file(unsigned slot, const void *data, size_t size)
{
    static struct {
        int descriptor;
        char path[32];
    } files[FUZZ_FILES];
    FUZZ_CHECK(slot < FUZZ_FILES, "slot %u", slot);
    if (!files[slot].path[0]) {
        files[slot].descriptor = memfd_create("fuzz", MFD_CLOEXEC);
        snprintf(files[slot].path, sizeof files[slot].path, "/proc/self/fd/%d", files[slot].descriptor);
    }
    FUZZ_CHECK(ftruncate(files[slot].descriptor, 0) == 0 &&
                   (size == 0 || pwrite(files[slot].descriptor, data, size, 0) == (ssize_t)size),
               "no file in memory");
    return files[slot].path;
}

/* The next character; a second decoder, on purpose: the library's is under test. Returns its bytes, 0 for what is none. */
static size_t decode(const unsigned char *text, uint32_t *code)
{
    static const struct {
        uint32_t least, most;
        unsigned char mark;
    } forms[] = {{0x20, 0x7e, 0}, {0xa0, 0x7ff, 0xc0}, {0x800, 0xffff, 0xe0}, {0x10000, 0x10ffff, 0xf0}};
    const size_t more = text[0] < 0x80 ? 0 : text[0] < 0xe0 ? 1 : text[0] < 0xf0 ? 2 : 3;
    *code = text[0] ^ forms[more].mark;
    for (size_t i = 1; i <= more; i++) {
        if (text[i] >> 6 != 2) return 0;
        *code = *code << 6 | (text[i] & 0x3f);
    }
    if (*code >= 0xd800 && *code < 0xe000) return 0;
    return *code >= forms[more].least && *code <= forms[more].most ? more + 1 : 0;
}

void fuzz_check_printable(const char *text)
{
    uint32_t code;
    FUZZ_CHECK(text[0], "an empty text");
    for (const unsigned char *at = (const unsigned char *)text; *at;) {
        const size_t bytes = decode(at, &code);
        FUZZ_CHECK(bytes > 0, "byte %d (0x%02x) of: %s", (int)(at - (const unsigned char *)text), *at, text);
        at += bytes;
    }
}

void fuzz_check_failure(enum nadir_status status)
{
    const struct nadir_error *error = nadir_last_error();
    FUZZ_CHECK(status != NADIR_OK && status == error->status, "%s, but the record has %s: %s", nadir_status_name(status),
               nadir_status_name(error->status), error->message);
    fuzz_check_printable(error->message);
}
