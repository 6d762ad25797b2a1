/* SPDX-License-Identifier: MIT */
/* The doctor's second stage: what must be exact to the bit. Ids of work-items, local memory and barriers, integers here; copies
 * and addresses are in memory.c. */
#include "check_priv.h"
#include "grid_priv.h"

#include "base/status_priv.h"
#include "nadir/random.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The largest group that the kernel may have, with `local_bytes` of local memory for each work-item. */
static enum nadir_status largest_group(struct nadir_context *context, const char *name, size_t local_bytes, size_t *size)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__kernel *kernel;
    size_t limits[16] = {0};
    cl_uint dimensions = 0;
    ND_TRY(nadir__kernel_get(context, &kernel, context->walk, "check", name, ""));
    ND_CL(clGetKernelWorkGroupInfo(kernel->cl, context->device.id, CL_KERNEL_WORK_GROUP_SIZE, sizeof *size, size, NULL));
    ND_CL(clGetDeviceInfo(context->device.id, CL_DEVICE_MAX_WORK_ITEM_DIMENSIONS, sizeof dimensions, &dimensions, NULL));
    if (dimensions <= 16)
        ND_CL(clGetDeviceInfo(context->device.id, CL_DEVICE_MAX_WORK_ITEM_SIZES, dimensions * sizeof *limits, limits, NULL));
    if (limits[0] > 0 && *size > limits[0]) *size = limits[0];
    if (local_bytes > 0 && *size > context->device.local_memory / local_bytes)
        *size = (size_t)(context->device.local_memory / local_bytes);
    if (*size == 0) *size = 1;
out:
    return status;
}

/* --- Work-items. --- */

enum { ID_WORDS = 16 };

/* What the ids of item i must be; the size of the groups is taken from the result where the driver chose it. */
static enum nadir_status compare_ids(const struct nadir__grid *grid, size_t i, const cl_ulong *got)
{
    static const char *const names[] = {"global id", "local id", "group id", "local size", "number of groups"};
    const size_t position[3] = {i % grid->global[0], i / grid->global[0] % grid->global[1],
                                i / grid->global[0] / grid->global[1]};
    if (got[12] != grid->dimensions)
        return nadir__fail(NADIR_ERROR_WRONG_RESULT, "work-item %zu: got %llu dimensions, expected %u", i,
                           (unsigned long long)got[12], (unsigned)grid->dimensions);
    for (unsigned k = 0; k < 3; k++) {
        const cl_ulong local = grid->local[0] ? grid->local[k] : got[9 + k];
        if (local == 0 || grid->global[k] % local != 0)
            return nadir__fail(NADIR_ERROR_WRONG_RESULT, "work-item %zu: the driver chose groups of %llu for %zu work-items", i,
                               (unsigned long long)local, grid->global[k]);
        const cl_ulong want[] = {position[k] + grid->offset[k], position[k] % local, position[k] / local, local,
                                 grid->global[k] / local};
        static const unsigned where[] = {0, 3, 6, 9, 13};
        for (unsigned n = 0; n < 5; n++)
            if (got[where[n] + k] != want[n])
                return nadir__fail(NADIR_ERROR_WRONG_RESULT, "work-item %zu: %s in dimension %u: got %llu, expected %llu", i,
                                   names[n], k, (unsigned long long)got[where[n] + k], (unsigned long long)want[n]);
    }
    return NADIR_OK;
}

static enum nadir_status check_ids(struct nadir_context *context, struct nadir__grid grid)
{
    enum nadir_status status = NADIR_OK;
    cl_mem ids = NULL, visits = NULL;
    size_t largest;
    const size_t n = grid.global[0] * grid.global[1] * grid.global[2], words = (n + 1) * ID_WORDS;
    cl_ulong *got = nadir__check_allocate(words, sizeof *got);
    cl_int *counts = nadir__check_allocate(n + 1, sizeof *counts);
    if (!got || !counts) {
        status = NADIR_ERROR_OUT_OF_MEMORY;
        goto out;
    }
    ND_TRY(largest_group(context, "ids", 0, &largest));
    if (grid.local[0] * grid.local[1] * grid.local[2] > largest)
        for (unsigned k = 0; k < 3; k++) grid.local[k] = 1;
    ND_TRY(nadir__check_upload(context, &visits, counts, (n + 1) * sizeof *counts));
    memset(got, 0xa5, words * sizeof *got);
    ND_TRY(nadir__check_upload(context, &ids, got, words * sizeof *got));
    const struct nadir__arg args[] = {ND_MEM(ids), ND_MEM(visits), ND_U64(n), ND_U64(grid.global[0]), ND_U64(grid.global[1])};
    ND_TRY(CHECK_LAUNCH(context, "ids", &grid, args));
    ND_TRY(nadir__check_download(context, ids, got, words * sizeof *got));
    ND_TRY(nadir__check_download(context, visits, counts, (n + 1) * sizeof *counts));
    for (size_t i = 0; i <= n; i++)
        if (counts[i] != (i < n)) {
            status = nadir__fail(NADIR_ERROR_WRONG_RESULT, "work-item %zu of %zu ran %d times, expected %d", i, n,
                                 (int)counts[i], i < n);
            goto out;
        }
    for (size_t i = 0; i < n; i++) ND_TRY(compare_ids(&grid, i, got + i * ID_WORDS));
    for (size_t i = n * ID_WORDS; i < words; i++)
        if (got[i] != 0xa5a5a5a5a5a5a5a5) {
            status = nadir__fail(NADIR_ERROR_WRONG_RESULT, "something was written behind the end of the result");
            goto out;
        }
out:
    nadir__check_release(ids);
    nadir__check_release(visits);
    free(got);
    free(counts);
    return status;
}

static enum nadir_status check_atomics(struct nadir_context *context)
{
    enum nadir_status status = NADIR_OK;
    cl_mem buffer = NULL;
    enum { N = 10000 };
    cl_int got[3] = {0, 0, 77};
    ND_TRY(nadir__check_upload(context, &buffer, got, sizeof got));
    const struct nadir__grid grid = {1, {0, 0, 0}, {N, 1, 1}, {0, 0, 0}};
    const struct nadir__arg args[] = {ND_MEM(buffer)};
    ND_TRY(CHECK_LAUNCH(context, "count", &grid, args));
    ND_TRY(nadir__check_download(context, buffer, got, sizeof got));
    if (got[0] != N || got[1] < 1 || got[1] > N || got[2] != 77)
        status = nadir__fail(NADIR_ERROR_WRONG_RESULT, "%d work-items counted to %d, the first to come was %d, behind it is %d",
                             (int)N, (int)got[0], (int)got[1], (int)got[2]);
out:
    nadir__check_release(buffer);
    return status;
}

/* --- Local memory. --- */

static enum nadir_status check_group(struct nadir_context *context, const char *name, size_t size)
{
    enum nadir_status status = NADIR_OK;
    cl_mem x = NULL, y = NULL;
    enum { GROUPS = 5, GUARD = 16 };
    const size_t n = GROUPS * size, bytes = (n + GUARD) * sizeof(cl_uint);
    cl_uint *host = nadir__check_allocate(2 * (n + GUARD), sizeof *host), *got = host + n + GUARD;
    char what[64];
    if (!host) return NADIR_ERROR_OUT_OF_MEMORY;
    for (size_t i = 0; i < n + GUARD; i++) host[i] = nadir_random_word(1, size, i);
    ND_TRY(nadir__check_upload(context, &x, host, bytes));
    memset(got, 0xa5, bytes);
    ND_TRY(nadir__check_upload(context, &y, got, bytes));
    const struct nadir__grid grid = {1, {0, 0, 0}, {n, 1, 1}, {size, 1, 1}};
    const struct nadir__arg args[] = {ND_MEM(y), ND_MEM(x), ND_LOCAL(size * sizeof(cl_uint))};
    ND_TRY(CHECK_LAUNCH(context, name, &grid, args));
    ND_TRY(nadir__check_download(context, y, got, bytes));
    memset(host + n, 0xa5, GUARD * sizeof *host);
    for (size_t group = 0; group < GROUPS; group++) {
        cl_uint *part = host + group * size;
        if (strcmp(name, "scan_group") == 0)
            for (size_t i = 1; i < size; i++) part[i] += part[i - 1];
        else
            for (size_t i = 0; i < size / 2; i++) {
                const cl_uint other = part[size - 1 - i];
                part[size - 1 - i] = part[i];
                part[i] = other;
            }
    }
    snprintf(what, sizeof what, "%s in groups of %zu", name, size);
    ND_TRY(nadir__check_bits(what, got, host, n + GUARD, sizeof *host));
out:
    nadir__check_release(x);
    nadir__check_release(y);
    free(host);
    return status;
}

/* Odd sizes, sizes about those of sub-groups, and the largest. */
static enum nadir_status check_groups(struct nadir__doctor *doctor, const char *name)
{
    static const size_t sizes[] = {7, 64, 1, 2, 3, 16, 31, 32, 33, 65, 100, 128, 255, 256};
    const size_t count = doctor->params.quick ? 2 : sizeof sizes / sizeof *sizes;
    enum nadir_status status = NADIR_OK;
    size_t largest;
    ND_TRY(largest_group(doctor->context, name, sizeof(cl_uint), &largest));
    for (size_t i = 0; i < count; i++)
        if (sizes[i] < largest) ND_TRY(check_group(doctor->context, name, sizes[i]));
    if (!doctor->params.quick && largest > 2) ND_TRY(check_group(doctor->context, name, largest - 1));
    ND_TRY(check_group(doctor->context, name, largest));
out:
    return status;
}

/* --- Integers. --- */

static uint64_t high_product(uint64_t a, uint64_t b)
{
    const uint64_t low = (a & 0xffffffff) * (b & 0xffffffff), middle = (a >> 32) * (b & 0xffffffff) + (low >> 32);
    return (a >> 32) * (b >> 32) + (middle >> 32) + (((middle & 0xffffffff) + (a & 0xffffffff) * (b >> 32)) >> 32);
}

static uint64_t float_bits(float x)
{
    uint32_t bits;
    memcpy(&bits, &x, sizeof bits);
    return bits;
}

static uint64_t shift_signed(uint64_t a, unsigned by)
{
    return by == 0 ? a : a >> by | (a >> 63 ? ~(uint64_t)0 << (64 - by) : 0);
}

static unsigned bits_of(uint64_t a)
{
    unsigned count = 0;
    for (; a; a &= a - 1) count++;
    return count;
}

static unsigned leading_zeros(uint64_t a)
{
    unsigned count = 0;
    while (count < 64 && !(a >> (63 - count) & 1)) count++;
    return count;
}

/* The number that exponent, sign and fraction taken from a and b stand for, without what is behind the point. */
static uint64_t integer_of_float(uint64_t a, uint64_t b)
{
    const uint32_t bits = ((uint32_t)a & 0x807fffff) | (uint32_t)(127 + b % 31) << 23;
    float x;
    memcpy(&x, &bits, sizeof x);
    return (uint64_t)(int64_t)x;
}

/* A function of cl/check.cl, at its number there. */
static const struct integer_function {
    const char *name;
    bool vector; /* also of uint4 */
} integer_functions[] = {
    {"add", true},
    {"subtract", true},
    {"multiply", true},
    {"multiply high", true},
    {"divide", false},
    {"remainder", false},
    {"divide signed", false},
    {"shift left", true},
    {"shift right", true},
    {"shift right signed", false},
    {"rotate", false},
    {"leading zeros", false},
    {"bits", false},
    {"smaller", true},
    {"smaller signed", false},
    {"select", true},
    {"wide product", false},
    {"float to integer", false},
    {"integer to float", false},
};

static uint64_t integer_function(size_t function, uint64_t a, uint64_t b)
{
    const unsigned by = (unsigned)(b & 63);
    const uint64_t low_a = a & 0xffffffff, low_b = b & 0xffffffff;
    switch (function) {
    case 0: return a + b;
    case 1: return a - b;
    case 2: return a * b;
    case 3: return high_product(a, b);
    case 4: return a / (b | 1);
    case 5: return a % (b | 1);
    case 6: return (uint64_t)((int64_t)a / (int64_t)((b & 0xffff) | 1));
    case 7: return a << by;
    case 8: return a >> by;
    case 9: return shift_signed(a, by);
    case 10: return by == 0 ? a : a << by | a >> (64 - by);
    case 11: return leading_zeros(a);
    case 12: return bits_of(a);
    case 13: return a < b ? a : b;
    case 14: return (int64_t)a < (int64_t)b ? a : b;
    case 15: return a > b ? a : ~b;
    case 16: return low_a * low_b + (low_a * low_b >> 32);
    case 17: return integer_of_float(a, b);
    default: return float_bits((float)(int32_t)low_a) | float_bits((float)(uint32_t)low_b) << 32;
    }
}

static uint32_t vector_function(size_t function, uint32_t a, uint32_t b)
{
    switch (function) {
    case 3: return (uint32_t)((uint64_t)a * b >> 32);
    case 7: return a << (b & 31);
    case 8: return a >> (b & 31);
    default: return (uint32_t)integer_function(function, a, b);
    }
}

enum { INTEGERS = 1024 };

/* Numbers at the edges of words, each with each, then any. */
static void fill_operands(uint64_t *a, uint64_t *b)
{
    static const uint64_t edges[] = {
        0, 1, 2, 3, 0x7f, 0xffff, 0x7fffffff, 0x80000000, 0xffffffff, 0x100000000, 0x100000001, 0x7fffffffffffffff,
        0x8000000000000000, 0x8000000000000001, 0xfffffffffffffffe, 0xffffffffffffffff};
    enum { EDGES = sizeof edges / sizeof edges[0] };
    for (size_t i = 0; i < INTEGERS; i++) {
        const uint64_t x = (uint64_t)nadir_random_word(2, 0, i) << 32 | nadir_random_word(2, 1, i);
        const uint64_t y = (uint64_t)nadir_random_word(2, 2, i) << 32 | nadir_random_word(2, 3, i);
        a[i] = i < EDGES * EDGES ? edges[i / EDGES] : x >> x % 64;
        b[i] = i < EDGES * EDGES ? edges[i % EDGES] : y >> y % 64;
    }
}

/* One function, of 64-bit numbers or, the same memory, of vectors of 32-bit ones. */
static enum nadir_status check_integers(struct nadir_context *context, cl_mem y, cl_mem x0, cl_mem x1, const uint64_t *a,
                                        const uint64_t *b, size_t function, bool vector)
{
    enum nadir_status status = NADIR_OK;
    const size_t n = vector ? INTEGERS / 2 : INTEGERS, bytes = INTEGERS * sizeof *a;
    uint64_t got[INTEGERS], want[INTEGERS];
    memset(got, 0xa5, bytes);
    ND_CL(clEnqueueWriteBuffer(context->queue, y, CL_TRUE, 0, bytes, got, 0, NULL, NULL));
    const struct nadir__grid grid = {1, {0, 0, 0}, {n, 1, 1}, {0, 0, 0}};
    const struct nadir__arg args[] = {ND_MEM(y), ND_MEM(x0), ND_MEM(x1), ND_U64(n), ND_U32(function)};
    ND_TRY(CHECK_LAUNCH(context, vector ? "integers_vector" : "integers", &grid, args));
    ND_TRY(nadir__check_download(context, y, got, bytes));
    for (size_t i = 0; i < INTEGERS; i++)
        want[i] = !vector ? integer_function(function, a[i], b[i])
                          : vector_function(function, (uint32_t)a[i], (uint32_t)b[i]) |
                                (uint64_t)vector_function(function, (uint32_t)(a[i] >> 32), (uint32_t)(b[i] >> 32)) << 32;
    ND_TRY(nadir__check_bits(vector ? "vectors of 32 bits" : "64 bits", got, want, INTEGERS, sizeof *want));
out:
    return status;
}

static enum nadir_status examine_integers(struct nadir__doctor *doctor)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_context *context = doctor->context;
    cl_mem x0 = NULL, x1 = NULL, y = NULL;
    uint64_t a[INTEGERS], b[INTEGERS];
    fill_operands(a, b);
    status = nadir__check_upload(context, &x0, a, sizeof a);
    if (status == NADIR_OK) status = nadir__check_upload(context, &x1, b, sizeof b);
    if (status == NADIR_OK) status = nadir__check_upload(context, &y, a, sizeof a);
    if (status != NADIR_OK) {
        status = nadir__doctor_find_status(doctor, status, "integers");
        goto out;
    }
    for (size_t i = 0; i < sizeof integer_functions / sizeof *integer_functions; i++) {
        const struct integer_function *function = &integer_functions[i];
        nadir__doctor_begin(doctor, function->name);
        status = check_integers(context, y, x0, x1, a, b, i, false);
        if (status == NADIR_OK && function->vector) status = check_integers(context, y, x0, x1, a, b, i, true);
        ND_TRY(nadir__doctor_find_status(doctor, status, function->name));
    }
out:
    nadir__check_release(x0);
    nadir__check_release(x1);
    nadir__check_release(y);
    return status;
}

/* --- The stage. --- */

static enum nadir_status examine_ids(struct nadir__doctor *doctor)
{
    static const struct {
        const char *name;
        struct nadir__grid grid;
        bool full;
    } grids[] = {
        {"ids, 1 dimension", {1, {5, 0, 0}, {1009, 1, 1}, {0, 0, 0}}, false},
        {"ids, 2 dimensions", {2, {1, 7, 0}, {15, 22, 1}, {3, 2, 1}}, false},
        {"ids, 3 dimensions", {3, {2, 0, 3}, {6, 15, 7}, {2, 5, 1}}, false},
        {"ids, 1 dimension, groups of 7", {1, {0, 0, 0}, {7 * 143, 1, 1}, {7, 1, 1}}, true},
        {"ids, 2 dimensions, any groups", {2, {0, 3, 0}, {31, 37, 1}, {0, 0, 0}}, true},
        {"ids, 3 dimensions, any groups", {3, {9, 1, 4}, {5, 7, 11}, {0, 0, 0}}, true},
    };
    enum nadir_status status = NADIR_OK;
    for (size_t i = 0; i < sizeof grids / sizeof *grids; i++) {
        if (grids[i].full && doctor->params.quick) continue;
        nadir__doctor_begin(doctor, grids[i].name);
        ND_TRY(nadir__doctor_find_status(doctor, check_ids(doctor->context, grids[i].grid), grids[i].name));
    }
out:
    return status;
}

enum nadir_status nadir__doctor_integers(struct nadir__doctor *doctor)
{
    enum nadir_status status = NADIR_OK;
    ND_TRY(examine_ids(doctor));
    nadir__doctor_begin(doctor, "atomics");
    ND_TRY(nadir__doctor_find_status(doctor, check_atomics(doctor->context), "atomics"));
    nadir__doctor_begin(doctor, "local memory, reversal");
    ND_TRY(nadir__doctor_find_status(doctor, check_groups(doctor, "reverse_group"), "local memory, reversal"));
    nadir__doctor_begin(doctor, "local memory, scan");
    ND_TRY(nadir__doctor_find_status(doctor, check_groups(doctor, "scan_group"), "local memory, scan"));
    ND_TRY(examine_integers(doctor));
    ND_TRY(nadir__doctor_memory(doctor));
out:
    return status;
}
