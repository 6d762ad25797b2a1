/* SPDX-License-Identifier: MIT */
/* Runs one operation in guarded memory and compares what came with what was expected. */
#include "trial_priv.h"

#include "base/half_priv.h"
#include "base/status_priv.h"
#include "nadir/random.h"
#include "runtime/runtime_priv.h"

#include <inttypes.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GUARD = 64 /* elements before and behind a tensor */, MAX_ALLOCATIONS = 256 };

/* --- Memory. --- */

void *nadir__trial_alloc(struct nadir__trial *trial, size_t n, size_t size)
{
    if (trial->status != NADIR_OK) return NULL;
    if (!trial->memory) trial->memory = calloc(MAX_ALLOCATIONS, sizeof *trial->memory);
    void *block = trial->memory && trial->memory_count < MAX_ALLOCATIONS ? calloc(n + 1, size) : NULL;
    if (!block) trial->status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu numbers", n);
    else trial->memory[trial->memory_count++] = block;
    return block;
}

double *nadir__trial_doubles(struct nadir__trial *trial, size_t n)
{
    return nadir__trial_alloc(trial, n, sizeof(double));
}

static void release(struct nadir__trial *trial)
{
    for (size_t i = 0; i < trial->count; i++)
        if (trial->slots[i].tensor.buffer) clReleaseMemObject(trial->slots[i].tensor.buffer);
    for (size_t i = 0; i < trial->memory_count; i++) free(trial->memory[i]);
    free(trial->memory);
}

double nadir__trial_draw(struct nadir__trial *trial, double low, double high)
{
    return low + (high - low) * (double)nadir_random_float(trial->seed, 0, trial->drawn++);
}

/* --- Numbers of all types. --- */

static void encode(enum nadir_dtype dtype, void *element, double x)
{
    const float narrow = (float)x;
    const int32_t integer = dtype == NADIR_I32 ? (int32_t)x : 0;
    const uint16_t half = dtype == NADIR_BF16 ? nadir__bfloat16_from_float(narrow) : nadir__half_from_float(narrow);
    switch (dtype) {
    case NADIR_F32: memcpy(element, &narrow, sizeof narrow); break;
    case NADIR_I32: memcpy(element, &integer, sizeof integer); break;
    case NADIR_U8: *(unsigned char *)element = (unsigned char)x; break;
    case NADIR_F16:
    case NADIR_BF16: memcpy(element, &half, sizeof half); break;
    }
}

static double decode(enum nadir_dtype dtype, const void *element)
{
    float narrow = 0;
    int32_t integer = 0;
    uint16_t half = 0;
    switch (dtype) {
    case NADIR_F32: memcpy(&narrow, element, sizeof narrow); return (double)narrow;
    case NADIR_I32: memcpy(&integer, element, sizeof integer); return (double)integer;
    case NADIR_U8: return *(const unsigned char *)element;
    case NADIR_F16: memcpy(&half, element, sizeof half); return (double)nadir__half_to_float(half);
    case NADIR_BF16: memcpy(&half, element, sizeof half); return (double)nadir__bfloat16_to_float(half);
    }
    return NAN;
}

/* All bits set is a NaN in every floating-point type, and -1 or 255, which no operation here gives. */
enum { POISON = 0xff };

/* --- Slots. --- */

static struct nadir__slot *add(struct nadir__trial *trial, const char *name, size_t count)
{
    static struct nadir__slot none;
    if (trial->count == ND_TRIAL_SLOTS) {
        if (trial->status == NADIR_OK) trial->status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "too many tensors in a trial");
        none = (struct nadir__slot){0};
        return &none;
    }
    struct nadir__slot *slot = &trial->slots[trial->count++];
    *slot = (struct nadir__slot){.name = name, .count = count};
    return slot;
}

static void expect(struct nadir__trial *trial, struct nadir__slot *slot)
{
    slot->output = true;
    slot->want = nadir__trial_doubles(trial, slot->count);
    slot->bound = nadir__trial_doubles(trial, slot->count);
    slot->got = nadir__trial_doubles(trial, slot->count);
}

/* A tensor with room around it, and the image of its whole buffer: guards of which no two elements are the same. */
static struct nadir__slot *add_tensor(struct nadir__trial *trial, const char *name, enum nadir_dtype dtype, unsigned rank,
                                      const size_t *shape, const double *values)
{
    size_t count = 1;
    for (unsigned i = 0; i < rank; i++) count *= shape[i];
    struct nadir__slot *slot = add(trial, name, count);
    const size_t size = nadir_dtype_size(dtype), odd = GUARD + 5 + 2 * trial->count;
    const size_t offset = trial->alignment > 0 ? (GUARD / trial->alignment + 1) * trial->alignment : odd;
    slot->tensor = nadir_tensor_view(NULL, offset, dtype, rank, shape);
    slot->bytes = (offset + count + GUARD) * size;
    slot->image = nadir__trial_alloc(trial, slot->bytes, 1);
    slot->result = nadir__trial_alloc(trial, slot->bytes, 1);
    slot->first = nadir__trial_alloc(trial, slot->bytes, 1);
    if (values) slot->x = nadir__trial_doubles(trial, count);
    if (trial->status != NADIR_OK) return slot;
    for (size_t i = 0; i < slot->bytes; i++) slot->image[i] = (unsigned char)(37 * i + 11 * trial->count);
    memset(slot->image + offset * size, POISON, count * size);
    for (size_t i = 0; values && i < count; i++) {
        encode(dtype, slot->image + (offset + i) * size, values[i]);
        slot->x[i] = decode(dtype, slot->image + (offset + i) * size);
    }
    trial->status = nadir__buffer_create(trial->context, &slot->tensor.buffer, slot->bytes);
    return slot;
}

struct nadir__slot *nadir__trial_input(struct nadir__trial *trial, const char *name, enum nadir_dtype dtype, unsigned rank,
                                       const size_t *shape, const double *values)
{
    return add_tensor(trial, name, dtype, rank, shape, values);
}

struct nadir__slot *nadir__trial_uniform(struct nadir__trial *trial, const char *name, unsigned rank, const size_t *shape,
                                         double low, double high)
{
    size_t count = 1;
    for (unsigned i = 0; i < rank; i++) count *= shape[i];
    double *values = nadir__trial_doubles(trial, count);
    for (size_t i = 0; values && i < count; i++) values[i] = nadir__trial_draw(trial, low, high);
    return add_tensor(trial, name, NADIR_F32, rank, shape, values);
}

struct nadir__slot *nadir__trial_output(struct nadir__trial *trial, const char *name, enum nadir_dtype dtype, unsigned rank,
                                        const size_t *shape)
{
    struct nadir__slot *slot = add_tensor(trial, name, dtype, rank, shape, NULL);
    expect(trial, slot);
    return slot;
}

struct nadir__slot *nadir__trial_update(struct nadir__trial *trial, const char *name, unsigned rank, const size_t *shape,
                                        const double *values)
{
    struct nadir__slot *slot = add_tensor(trial, name, NADIR_F32, rank, shape, values);
    expect(trial, slot);
    return slot;
}

struct nadir__slot *nadir__trial_captured(struct nadir__trial *trial, const char *name, size_t count)
{
    struct nadir__slot *slot = add(trial, name, count);
    slot->bytes = count * sizeof(double);
    slot->first = nadir__trial_alloc(trial, slot->bytes, 1);
    expect(trial, slot);
    return slot;
}

void nadir__trial_bound(struct nadir__slot *slot, double relative, double part)
{
    /* Half a unit of the last place: 2^-11 of a half (2^-25 where those end), 2^-8 of a bfloat16. */
    const enum nadir_dtype dtype = slot->tensor.dtype;
    const double unit = dtype == NADIR_F16 ? 0x1p-11 : dtype == NADIR_BF16 ? 0x1p-8 : 0;
    const double least = dtype == NADIR_F16 ? 0x1p-25 : 0;
    double largest = 0;
    for (size_t i = 0; i < slot->count; i++)
        if (isfinite(slot->want[i])) largest = fmax(largest, fabs(slot->want[i]));
    for (size_t i = 0; i < slot->count; i++) {
        const double size = isfinite(slot->want[i]) ? fabs(slot->want[i]) : 0;
        slot->bound[i] = relative * size + part * largest;
        slot->bound[i] += fmax(unit * (size + slot->bound[i]), least) + 1e-37;
    }
}

/* --- A run. --- */

static enum nadir_status upload(struct nadir__trial *trial)
{
    enum nadir_status status = NADIR_OK;
    for (size_t i = 0; i < trial->count; i++) {
        struct nadir__slot *slot = &trial->slots[i];
        if (slot->tensor.buffer)
            ND_CL(clEnqueueWriteBuffer(trial->context->queue, slot->tensor.buffer, CL_TRUE, 0, slot->bytes, slot->image, 0,
                                       NULL, NULL));
        else
            for (size_t k = 0; k < slot->count; k++) slot->got[k] = NAN;
    }
out:
    return status;
}

/* NaN in the context's scratch memory, so that a kernel that does not run is not made good by what it left the last time. */
static enum nadir_status spoil_scratch(struct nadir_context *context)
{
    enum nadir_status status = NADIR_OK;
    const cl_float nothing = NAN;
    for (size_t i = 0; i < ND_SCRATCH_SLOTS; i++) {
        const size_t size = context->scratch[i].size / sizeof nothing * sizeof nothing;
        if (!context->scratch[i].buffer || size == 0) continue;
        ND_CL(clEnqueueFillBuffer(context->queue, context->scratch[i].buffer, &nothing, sizeof nothing, 0, size, 0, NULL, NULL));
    }
out:
    return status;
}

static enum nadir_status download(struct nadir__trial *trial)
{
    enum nadir_status status = NADIR_OK;
    for (size_t i = 0; i < trial->count; i++) {
        struct nadir__slot *slot = &trial->slots[i];
        if (!slot->tensor.buffer) continue;
        memset(slot->result, 0xa5, slot->bytes); /* a read that does nothing must not pass for the one before */
        ND_CL(clEnqueueReadBuffer(trial->context->queue, slot->tensor.buffer, CL_TRUE, 0, slot->bytes, slot->result, 0, NULL,
                                  NULL));
    }
out:
    return status;
}

/* --- Pretence. --- */

static void corrupt(struct nadir__slot *slot)
{
    size_t at = 0;
    for (size_t i = 0; i < slot->count; i++)
        if (fabs(slot->want[i]) > fabs(slot->want[at])) at = i;
    if (!slot->tensor.buffer) {
        slot->got[at] = slot->got[at] == 0 ? 1 : slot->got[at] * 1.03;
        return;
    }
    const enum nadir_dtype dtype = slot->tensor.dtype;
    const unsigned bit = dtype == NADIR_F32 ? 18 : dtype == NADIR_F16 ? 8 : dtype == NADIR_BF16 ? 6 : 0;
    unsigned char *element = slot->result + (slot->tensor.offset + at) * nadir_dtype_size(dtype);
    if (dtype == NADIR_F32 && slot->want[at] == 0) encode(dtype, element, 1);
    else element[bit / 8] ^= (unsigned char)(1u << bit % 8);
}

static void pretend(struct nadir__trial *trial, const struct nadir__pretence *pretence, bool again)
{
    int outputs = 0, output = 0;
    for (size_t i = 0; i < trial->count; i++) outputs += trial->slots[i].want != NULL;
    for (size_t i = 0; i < trial->count; i++) {
        struct nadir__slot *slot = &trial->slots[i];
        const size_t size = nadir_dtype_size(slot->tensor.dtype);
        if (slot->tensor.buffer) memcpy(slot->result, slot->image, slot->bytes);
        for (size_t k = 0; slot->want && k < slot->count; k++) {
            slot->got[k] = slot->want[k];
            if (slot->tensor.buffer)
                encode(slot->tensor.dtype, slot->result + (slot->tensor.offset + k) * size, slot->want[k]);
        }
        if (slot->want && pretence->output >= 0 && !again && output++ == pretence->output % outputs) corrupt(slot);
    }
}

/* --- Findings: each returns true and fills `detail`. --- */

enum { DETAIL = 224 };

static bool wrote_beside(char detail[DETAIL], const struct nadir__slot *slot)
{
    const size_t size = nadir_dtype_size(slot->tensor.dtype), begin = slot->tensor.offset * size;
    const size_t end = begin + slot->count * size;
    for (size_t i = 0; i < slot->bytes; i++) {
        const bool inside = i >= begin && i < end;
        if ((slot->output && inside) || slot->result[i] == slot->image[i]) continue;
        if (inside) snprintf(detail, DETAIL, "its input %s[%zu] was changed", slot->name, (i - begin) / size);
        else if (i < begin) snprintf(detail, DETAIL, "memory %zu bytes before %s was overwritten", begin - i, slot->name);
        else snprintf(detail, DETAIL, "memory %zu bytes behind %s was overwritten", i - end, slot->name);
        return true;
    }
    return false;
}

/* The error in units of the bound; above 1 it is wrong. */
static double excess(double got, double want, double bound)
{
    if (isnan(want)) return isnan(got) ? 0 : INFINITY;
    if (!isfinite(want) || got == want) return got == want ? 0 : INFINITY;
    return fabs(got - want) <= bound ? fabs(got - want) / bound : isfinite(got) ? fmax(fabs(got - want) / bound, 2) : INFINITY;
}

static bool differs(char detail[DETAIL], struct nadir__slot *slot)
{
    const size_t size = nadir_dtype_size(slot->tensor.dtype);
    double worst = -1;
    size_t at = 0, wrong = 0;
    for (size_t i = 0; slot->want && i < slot->count; i++) {
        if (slot->tensor.buffer) slot->got[i] = decode(slot->tensor.dtype, slot->result + (slot->tensor.offset + i) * size);
        const double error = excess(slot->got[i], slot->want[i], slot->bound[i]);
        wrong += !(error <= 1);
        if (error > worst) worst = error, at = i;
    }
    if (wrong == 0) return false;
    const bool poison = slot->tensor.buffer && !slot->x && isnan(slot->got[at]);
    snprintf(detail, DETAIL, "%s[%zu] = %.9g%s, expected %.9g +- %.2g; %zu of %zu elements are wrong", slot->name, at,
             slot->got[at], poison ? " (or never written)" : "", slot->want[at], slot->bound[at], wrong, slot->count);
    return true;
}

/* Keeps the bits of the first run, and compares those of the second one with them. */
static bool changed(char detail[DETAIL], struct nadir__slot *slot, bool again)
{
    const unsigned char *now = slot->tensor.buffer ? slot->result : (const unsigned char *)slot->got;
    if (!again) {
        memcpy(slot->first, now, slot->bytes);
        return false;
    }
    if (memcmp(slot->first, now, slot->bytes) == 0) return false;
    const size_t size = slot->tensor.buffer ? nadir_dtype_size(slot->tensor.dtype) : sizeof(double);
    size_t at = 0;
    while (slot->first[at] == now[at]) at++;
    const unsigned char *bits[] = {slot->first + at / size * size, now + at / size * size};
    double values[2];
    for (int i = 0; i < 2; i++) {
        if (slot->tensor.buffer) values[i] = decode(slot->tensor.dtype, bits[i]);
        else memcpy(&values[i], bits[i], size);
    }
    snprintf(detail, DETAIL, "%s[%zu] was %.9g in the first run and %.9g in the second one", slot->name,
             at / size - slot->tensor.offset, values[0], values[1]);
    return true;
}

static bool is_wrong(char detail[DETAIL], struct nadir__trial *trial, bool again)
{
    for (size_t i = 0; i < trial->count; i++)
        if (trial->slots[i].tensor.buffer && wrote_beside(detail, &trial->slots[i])) return true;
    for (size_t i = 0; i < trial->count; i++)
        if (trial->slots[i].output && differs(detail, &trial->slots[i])) return true;
    for (size_t i = 0; i < trial->count; i++)
        if (trial->slots[i].output && changed(detail, &trial->slots[i], again)) return true;
    return false;
}

/* FNV-1a: what is examined has numbers of its own, the same wherever its row stands. */
static uint64_t hash(const char *text)
{
    uint64_t h = 0xcbf29ce484222325u;
    for (; *text; text++) h = (h ^ (unsigned char)*text) * 0x100000001b3u;
    return h;
}

enum nadir_status nadir__examine(const struct nadir__examination *examination, const struct nadir__operation *operation,
                                 const void *of, const char *check, ...)
{
    enum nadir_status status;
    struct nadir__doctor *doctor = examination->doctor;
    struct nadir__trial trial = {.context = examination->context, .quick = doctor->params.quick};
    char name[64], detail[DETAIL] = "";
    bool wrong = false;
    va_list list;
    va_start(list, check);
    vsnprintf(name, sizeof name, check, list);
    va_end(list);
    trial.seed = hash(name);
    snprintf(name + strlen(name), sizeof name - strlen(name), "%s", examination->where);
    nadir__doctor_begin(doctor, name);
    ND_TRY(operation->prepare(&trial, of));
    ND_TRY(trial.status);
    for (int run = 0; run < 2 && !wrong; run++) {
        if (examination->pretence) {
            pretend(&trial, examination->pretence, run > 0);
        } else {
            ND_TRY(spoil_scratch(trial.context));
            ND_TRY(upload(&trial));
            ND_TRY(operation->run(&trial, of));
            ND_TRY(nadir_context_finish(trial.context));
            ND_TRY(download(&trial));
        }
        wrong = is_wrong(detail, &trial, run > 0);
    }
out:
    release(&trial);
    if (status != NADIR_OK && examination->spare)
        return nadir__doctor_find(doctor, NADIR_DOCTOR_WARNING, name, "%s", nadir_last_error()->message);
    if (status != NADIR_OK) return nadir__doctor_find_status(doctor, status, name);
    return nadir__doctor_find(doctor,
                              !wrong               ? NADIR_DOCTOR_PASS
                              : examination->spare ? NADIR_DOCTOR_WARNING
                                                   : NADIR_DOCTOR_FAIL,
                              name, "%s", detail);
}
