/* SPDX-License-Identifier: MIT */
/* Of the doctor's second stage, what moves bytes: vectors at odd offsets, copies between buffers, addresses beyond 2^31.
 * Results are compared as whole buffers, so that a write to where nothing belongs is seen too. */
#include "check_priv.h"
#include "grid_priv.h"

#include "base/status_priv.h"
#include "nadir/random.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* `n` elements from x_offset to y_offset, by the walk's vectors (width 0) or by one vector a work-item. */
static enum nadir_status check_move(struct nadir_context *context, size_t n, size_t x_offset, size_t y_offset, unsigned width)
{
    enum nadir_status status = NADIR_OK;
    cl_mem x = NULL, y = NULL;
    const size_t total = n + 64, moved = width ? n / width * width : n;
    cl_uint *host = nadir__check_allocate(3 * total, sizeof *host);
    char what[96];
    if (!host) return NADIR_ERROR_OUT_OF_MEMORY;
    cl_uint *want = host + total, *got = want + total;
    for (size_t i = 0; i < total; i++) host[i] = 0x3f000000 | nadir_random_word(3, n, i) >> 8; /* floats without NaN */
    memset(want, 0xa5, total * sizeof *want);
    ND_TRY(nadir__check_upload(context, &x, host, total * sizeof *host));
    ND_TRY(nadir__check_upload(context, &y, want, total * sizeof *want));
    memcpy(want + y_offset, host + x_offset, moved * sizeof *want);
    if (width) {
        const struct nadir__grid grid = {1, {0, 0, 0}, {n / width, 1, 1}, {0, 0, 0}};
        const struct nadir__arg args[] = {ND_MEM(y), ND_U64(y_offset), ND_MEM(x), ND_U64(x_offset), ND_U64(n), ND_U32(width)};
        ND_TRY(CHECK_LAUNCH(context, "vectors", &grid, args));
    } else {
        struct nadir__kernel *kernel;
        const struct nadir__arg args[] = {ND_MEM(y), ND_U64(y_offset), ND_MEM(x), ND_U64(x_offset), ND_U64(n)};
        ND_TRY(nadir__kernel_get(context, &kernel, context->walk, "check", "move", ""));
        ND_TRY(ND_LAUNCH(&(struct nadir__sink){.context = context}, kernel, nadir__chunks(context, n), args));
    }
    ND_TRY(nadir__check_download(context, y, got, total * sizeof *got));
    snprintf(what, sizeof what, "%zu elements from offset %zu to %zu", n, x_offset, y_offset);
    ND_TRY(nadir__check_bits(what, got, want, total, sizeof *want));
out:
    nadir__check_release(x);
    nadir__check_release(y);
    free(host);
    return status;
}

static enum nadir_status check_moves(struct nadir_context *context, unsigned width)
{
    static const size_t sizes[] = {1, 15, 16, 17, 257, 4099, 16384, 40001}, offsets[] = {0, 1, 3, 17};
    enum nadir_status status = NADIR_OK;
    for (size_t i = width ? 2 : 0; i < sizeof sizes / sizeof *sizes; i++)
        ND_TRY(check_move(context, sizes[i], offsets[i % 4], offsets[(i / 2 + 1) % 4], width));
out:
    return status;
}

enum { COPY_BYTES = 4099 };

/* What the copies work on: two buffers and what must be in them. */
struct copies {
    struct nadir_context *context;
    cl_mem a, b;
    unsigned char want_a[COPY_BYTES], want_b[COPY_BYTES], got[COPY_BYTES];
};

static enum nadir_status compare_copies(struct copies *copies, const char *what)
{
    enum nadir_status status = NADIR_OK;
    char text[64];
    ND_TRY(nadir__check_download(copies->context, copies->a, copies->got, COPY_BYTES));
    snprintf(text, sizeof text, "%s, first buffer", what);
    ND_TRY(nadir__check_bits(text, copies->got, copies->want_a, COPY_BYTES, 1));
    ND_TRY(nadir__check_download(copies->context, copies->b, copies->got, COPY_BYTES));
    snprintf(text, sizeof text, "%s, second buffer", what);
    ND_TRY(nadir__check_bits(text, copies->got, copies->want_b, COPY_BYTES, 1));
out:
    return status;
}

static enum nadir_status check_write(struct copies *copies)
{
    enum nadir_status status = NADIR_OK;
    static const size_t places[][2] = {{1, 1}, {3, 17}, {127, 1001}, {4095, 3}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const size_t offset = places[i][0], size = places[i][1];
        for (size_t k = 0; k < size; k++) copies->want_a[offset + k] = (unsigned char)nadir_random_word(5, i, k);
        ND_CL(clEnqueueWriteBuffer(copies->context->queue, copies->a, CL_TRUE, offset, size, copies->want_a + offset, 0, NULL,
                                   NULL));
    }
    ND_TRY(compare_copies(copies, "writing at odd offsets"));
out:
    return status;
}

static enum nadir_status check_read(struct copies *copies)
{
    enum nadir_status status = NADIR_OK;
    static const size_t places[][2] = {{1, 1}, {5, 19}, {1023, 2050}, {4098, 1}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const size_t offset = places[i][0], size = places[i][1];
        unsigned char want[COPY_BYTES];
        memset(copies->got, 0x5a, COPY_BYTES);
        memset(want, 0x5a, COPY_BYTES);
        memcpy(want + 1, copies->want_a + offset, size);
        ND_CL(clEnqueueReadBuffer(copies->context->queue, copies->a, CL_TRUE, offset, size, copies->got + 1, 0, NULL, NULL));
        ND_TRY(nadir__check_bits("reading at odd offsets", copies->got, want, COPY_BYTES, 1));
    }
out:
    return status;
}

static enum nadir_status check_copy(struct copies *copies)
{
    enum nadir_status status = NADIR_OK;
    static const size_t places[][3] = {{1, 2, 1}, {7, 1030, 999}, {2048, 3, 511}, {4001, 3001, 98}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const size_t from = places[i][0], to = places[i][1], size = places[i][2];
        memcpy(copies->want_b + to, copies->want_a + from, size);
        ND_CL(clEnqueueCopyBuffer(copies->context->queue, copies->a, copies->b, from, to, size, 0, NULL, NULL));
    }
    ND_TRY(compare_copies(copies, "copying at odd offsets"));
out:
    return status;
}

static enum nadir_status check_fill(struct copies *copies)
{
    enum nadir_status status = NADIR_OK;
    /* Bytes of the pattern, where, bytes in all. */
    static const size_t places[][3] = {{1, 33, 77}, {2, 502, 118}, {4, 1004, 404}, {16, 2000, 1008}};
    unsigned char pattern[16];
    for (size_t k = 0; k < sizeof pattern; k++) pattern[k] = (unsigned char)(17 * k + 3);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const size_t size = places[i][0], offset = places[i][1], bytes = places[i][2];
        for (size_t k = 0; k < bytes; k++) copies->want_b[offset + k] = pattern[k % size];
        ND_CL(clEnqueueFillBuffer(copies->context->queue, copies->b, pattern, size, offset, bytes, 0, NULL, NULL));
    }
    ND_TRY(compare_copies(copies, "filling"));
out:
    return status;
}

/* A box of 5 x 3 x 2 bytes out of rows of 13 and slices of 91 bytes, to the host's rows of 7 and slices of 35, and back. */
static enum nadir_status check_rectangles(struct copies *copies)
{
    enum nadir_status status = NADIR_OK;
    enum { X = 5, Y = 3, Z = 2, PITCH = 13, SLICE = 91, HOST_PITCH = 7, HOST_SLICE = 35, HOST = 128 };
    const size_t origin[3] = {3, 2, 1}, host_origin[3] = {1, 1, 0}, other[3] = {1, 0, 2}, region[3] = {X, Y, Z};
    cl_command_queue queue = copies->context->queue;
    unsigned char host[HOST], got[HOST], want[HOST];
    for (size_t i = 0; i < HOST; i++) host[i] = (unsigned char)(i * 7 + 1);
    memset(want, 0x5a, HOST);
    memset(got, 0x5a, HOST);
    for (size_t z = 0; z < Z; z++)
        for (size_t y = 0; y < Y; y++) {
            const size_t from = host_origin[0] + (y + host_origin[1]) * HOST_PITCH + (z + host_origin[2]) * HOST_SLICE;
            const size_t to = origin[0] + (y + origin[1]) * PITCH + (z + origin[2]) * SLICE;
            const size_t copy = other[0] + (y + other[1]) * PITCH + (z + other[2]) * SLICE;
            memcpy(copies->want_a + to, host + from, X);
            memcpy(copies->want_b + copy, host + from, X);
            memcpy(want + from, host + from, X);
        }
    ND_CL(clEnqueueWriteBufferRect(queue, copies->a, CL_TRUE, origin, host_origin, region, PITCH, SLICE, HOST_PITCH, HOST_SLICE,
                                   host, 0, NULL, NULL));
    ND_CL(clEnqueueCopyBufferRect(queue, copies->a, copies->b, origin, other, region, PITCH, SLICE, PITCH, SLICE, 0, NULL,
                                  NULL));
    ND_CL(clEnqueueReadBufferRect(queue, copies->a, CL_TRUE, origin, host_origin, region, PITCH, SLICE, HOST_PITCH, HOST_SLICE,
                                  got, 0, NULL, NULL));
    ND_TRY(nadir__check_bits("reading a box", got, want, HOST, 1));
    ND_TRY(compare_copies(copies, "writing and copying a box"));
out:
    return status;
}

static enum nadir_status examine_copies(struct nadir__doctor *doctor)
{
    static const struct {
        const char *name;
        enum nadir_status (*check)(struct copies *);
    } checks[] = {{"write buffer", check_write}, {"read buffer", check_read}, {"copy buffer", check_copy},
                  {"fill buffer", check_fill}, {"rectangles of buffers", check_rectangles}};
    enum nadir_status status = NADIR_OK;
    struct copies copies = {.context = doctor->context};
    for (size_t i = 0; i < COPY_BYTES; i++) {
        copies.want_a[i] = (unsigned char)nadir_random_word(4, 0, i);
        copies.want_b[i] = (unsigned char)nadir_random_word(4, 1, i);
    }
    status = nadir__check_upload(copies.context, &copies.a, copies.want_a, COPY_BYTES);
    if (status == NADIR_OK) status = nadir__check_upload(copies.context, &copies.b, copies.want_b, COPY_BYTES);
    if (status != NADIR_OK) {
        status = nadir__doctor_find_status(doctor, status, "copies");
        goto out;
    }
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++) {
        nadir__doctor_begin(doctor, checks[i].name);
        ND_TRY(nadir__doctor_find_status(doctor, checks[i].check(&copies), checks[i].name));
    }
out:
    nadir__check_release(copies.a);
    nadir__check_release(copies.b);
    return status;
}

/* Writes `N` elements at `at` with a kernel, after 0 where a truncated address would lead. */
static enum nadir_status check_far(struct nadir_context *context, cl_mem buffer, uint64_t at, uint64_t alias)
{
    enum nadir_status status = NADIR_OK;
    enum { N = 1024 };
    cl_uint zeros[N] = {0}, got[N], want[N];
    const cl_uint value = (cl_uint)(at >> 8) + 12345;
    const struct nadir__grid grid = {1, {0, 0, 0}, {N, 1, 1}, {0, 0, 0}};
    const struct nadir__arg args[] = {ND_MEM(buffer), ND_U64(at), ND_U32(value)};
    char what[96];
    for (cl_uint i = 0; i < N; i++) want[i] = value + i;
    ND_CL(clEnqueueWriteBuffer(context->queue, buffer, CL_TRUE, alias * sizeof *zeros, sizeof zeros, zeros, 0, NULL, NULL));
    ND_CL(clEnqueueWriteBuffer(context->queue, buffer, CL_TRUE, at * sizeof *zeros, sizeof zeros, zeros, 0, NULL, NULL));
    ND_TRY(CHECK_LAUNCH(context, "far_write", &grid, args));
    memset(got, 0xa5, sizeof got);
    ND_CL(clEnqueueReadBuffer(context->queue, buffer, CL_TRUE, at * sizeof *got, sizeof got, got, 0, NULL, NULL));
    snprintf(what, sizeof what, "written from element %llu on", (unsigned long long)at);
    ND_TRY(nadir__check_bits(what, got, want, N, sizeof *want));
    ND_CL(clEnqueueReadBuffer(context->queue, buffer, CL_TRUE, alias * sizeof *got, sizeof got, got, 0, NULL, NULL));
    snprintf(what, sizeof what, "element %llu on, while the kernel wrote from %llu on", (unsigned long long)alias,
             (unsigned long long)at);
    ND_TRY(nadir__check_bits(what, got, zeros, N, sizeof *want));
out:
    return status;
}

/* Bytes 2^31 and 2^32 and, where there is the memory, element 2^31 (byte 2^33). Only a few pages are touched. */
static enum nadir_status examine_far(struct nadir__doctor *doctor)
{
    static const struct {
        const char *name;
        unsigned gib; /* where it is */
    } checks[] = {{"byte 2^31 of a buffer", 2}, {"byte 2^32 of a buffer", 4}, {"element 2^31 of a buffer", 8}};
    enum nadir_status status = NADIR_OK;
    const struct nadir_device *device = doctor->device;
    const uint64_t gib = (uint64_t)1 << 30, margin = (uint64_t)1 << 16, places = sizeof checks / sizeof *checks;
    for (size_t i = 0; i < places; i++) {
        const uint64_t bytes = checks[i].gib * gib + margin, at = checks[i].gib * gib / sizeof(cl_uint);
        cl_mem buffer = NULL;
        if (bytes > device->max_allocation || bytes > device->global_memory / 2) {
            ND_TRY(nadir__doctor_find(doctor, NADIR_DOCTOR_PASS, checks[i].name, "not examined: needs a buffer of %u GiB",
                                      checks[i].gib));
            continue;
        }
        nadir__doctor_begin(doctor, checks[i].name);
        enum nadir_status result = nadir__buffer_create(doctor->context, &buffer, (size_t)bytes);
        if (result == NADIR_OK) result = check_far(doctor->context, buffer, at, 0);
        if (result == NADIR_OK) result = check_far(doctor->context, buffer, at, at / 2);
        nadir__check_release(buffer);
        if (result == NADIR_ERROR_OUT_OF_MEMORY) /* other programs may have it */
            ND_TRY(nadir__doctor_find(doctor, NADIR_DOCTOR_WARNING, checks[i].name, "not examined: %s",
                                      nadir_last_error()->message));
        else ND_TRY(nadir__doctor_find_status(doctor, result, checks[i].name));
    }
out:
    return status;
}

enum nadir_status nadir__doctor_memory(struct nadir__doctor *doctor)
{
    static const unsigned widths[] = {0, 4, 8, 16};
    enum nadir_status status = NADIR_OK;
    for (size_t i = 0; i < sizeof widths / sizeof *widths; i++) {
        char check[64] = "the walk's vectors at odd offsets";
        if (widths[i]) snprintf(check, sizeof check, "vectors of %u at odd offsets", widths[i]);
        nadir__doctor_begin(doctor, check);
        ND_TRY(nadir__doctor_find_status(doctor, check_moves(doctor->context, widths[i]), check));
    }
    ND_TRY(examine_copies(doctor));
    if (!doctor->params.quick) ND_TRY(examine_far(doctor));
out:
    return status;
}
