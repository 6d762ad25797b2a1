/* SPDX-License-Identifier: MIT */
/* CLBlast's parameters for float32 products: their names, which of them are legal, which are worth trying, and which are in
 * force. */
#include "gemm_check_priv.h"

#include "base/log_priv.h"
#include "base/status_priv.h"

#include <clblast_c.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* --- Names, in the order of struct nadir__clblast_set. --- */

enum { XGEMM, DIRECT, ROUTINE };
enum { GEMMK, KREG, KWG, KWI, MDIMA, MDIMC, MWG, NDIMB, NDIMC, NWG, SA, SB, STRM, STRN, VWM, VWN };
enum { KWID, MDIMAD, MDIMCD, NDIMBD, NDIMCD, PADA, PADB, VWMD, VWND, WGD };

const struct nadir__clblast_kernel nadir__clblast_kernels[ND_CLBLAST_KERNELS] = {
    [XGEMM] = {"Xgemm", {"GEMMK", "KREG", "KWG", "KWI", "MDIMA", "MDIMC", "MWG", "NDIMB", "NDIMC", "NWG", "SA", "SB", "STRM",
                         "STRN", "VWM", "VWN"}},
    [DIRECT] = {"XgemmDirect", {"KWID", "MDIMAD", "MDIMCD", "NDIMBD", "NDIMCD", "PADA", "PADB", "VWMD", "VWND", "WGD"}},
    [ROUTINE] = {"GemmRoutine", {"XGEMM_MIN_INDIRECT_SIZE"}},
};

static size_t parameter_count(int kernel)
{
    size_t count = 0;
    while (count < ND_CLBLAST_PARAMETERS && nadir__clblast_kernels[kernel].parameters[count]) count++;
    return count;
}

/* --- Legality. CLBlast itself looks at work-group size and local memory alone. --- */

enum { MAX_TILE = 128, MAX_INDIRECT = 32768 }; /* as far as the official tuner goes in sizes of tiles */

static bool is_vector(unsigned width)
{
    return width == 1 || width == 2 || width == 4 || width == 8 || width == 16;
}

static bool divides(unsigned long part, unsigned long whole)
{
    return part > 0 && whole % part == 0;
}

static const char *xgemm_problem(const unsigned *p)
{
    for (int i = KREG; i <= NWG; i++)
        if (p[i] < 1 || p[i] > MAX_TILE) return "a tile size is not from 1 to 128";
    if (p[GEMMK] > 1 || p[SA] > 1 || p[SB] > 1 || p[STRM] > 1 || p[STRN] > 1) return "a switch is neither 0 nor 1";
    if (!is_vector(p[VWM]) || !is_vector(p[VWN])) return "VWM or VWN is no vector width";
    if (!divides(p[KWI], p[KWG])) return "KWG is no multiple of KWI";
    if (!divides(p[MDIMC] * p[VWM], p[MWG]) || !divides(p[MDIMA] * p[VWM], p[MWG]))
        return "MWG is no multiple of MDIMC VWM and MDIMA VWM";
    if (!divides(p[NDIMC] * p[VWN], p[NWG]) || !divides(p[NDIMB] * p[VWN], p[NWG]))
        return "NWG is no multiple of NDIMC VWN and NDIMB VWN";
    if (p[GEMMK] == 0) {
        const unsigned long items = (unsigned long)p[MDIMC] * p[NDIMC];
        if (!divides(p[MDIMA], items) || !divides(items / p[MDIMA], p[KWG]) || !divides(p[NDIMB], items) ||
            !divides(items / p[NDIMB], p[KWG]))
            return "KWG is no multiple of MDIMC NDIMC / MDIMA and MDIMC NDIMC / NDIMB";
        return p[KREG] == 1 ? NULL : "KREG is not 1, but GEMMK is 0";
    }
    if (p[KWG] != 1 || p[SA] || p[SB] || p[STRM] || p[STRN]) return "with GEMMK 1, KWG is 1 and SA, SB, STRM, STRN are 0";
    if (p[MDIMA] != p[MDIMC] || p[NDIMB] != p[NDIMC]) return "with GEMMK 1, MDIMA is MDIMC and NDIMB is NDIMC";
    if (!divides(p[VWN], p[KREG])) return "KREG is no multiple of VWN";
    /* Wrong results before 1.6.3, and no version can be asked for. */
    return p[MWG] == p[NWG] ? NULL : "with GEMMK 1, MWG is NWG";
}

static const char *direct_problem(const unsigned *p)
{
    for (int i = KWID; i <= NDIMCD; i++)
        if (p[i] < 1 || p[i] > MAX_TILE) return "a tile size is not from 1 to 128";
    if (p[WGD] < 1 || p[WGD] > MAX_TILE) return "WGD is not from 1 to 128";
    if (p[PADA] > 1 || p[PADB] > 1) return "PADA or PADB is neither 0 nor 1";
    if (!is_vector(p[VWMD]) || !is_vector(p[VWND]) || p[VWMD] > 8 || p[VWND] > 8) return "VWMD or VWND is not 1, 2, 4 or 8";
    const unsigned long items = (unsigned long)p[MDIMCD] * p[NDIMCD], size = p[WGD];
    if (!divides(p[KWID], size)) return "WGD is no multiple of KWID";
    if (!divides(p[MDIMCD] * p[VWMD], size) || !divides(p[MDIMAD] * p[VWMD], size))
        return "WGD is no multiple of MDIMCD VWMD and MDIMAD VWMD";
    if (!divides(p[NDIMCD] * p[VWND], size) || !divides(p[NDIMBD] * p[VWND], size))
        return "WGD is no multiple of NDIMCD VWND and NDIMBD VWND";
    if (!divides(p[MDIMAD], items) || !divides(items / p[MDIMAD], size) || !divides(p[NDIMBD], items) ||
        !divides(items / p[NDIMBD], size))
        return "WGD is no multiple of MDIMCD NDIMCD / MDIMAD and MDIMCD NDIMCD / NDIMBD";
    return NULL;
}

enum nadir_status nadir__clblast_check_set(const struct nadir_device *device, const struct nadir__clblast_set *set)
{
    const unsigned *x = set->values[XGEMM], *d = set->values[DIRECT];
    const char *problems[] = {set->given[XGEMM] ? xgemm_problem(x) : NULL, set->given[DIRECT] ? direct_problem(d) : NULL,
                              set->given[ROUTINE] && set->values[ROUTINE][0] > MAX_INDIRECT ? "it is above 32768" : NULL};
    for (int i = 0; i < ND_CLBLAST_KERNELS; i++)
        if (problems[i])
            return nadir__fail(NADIR_ERROR_UNSUPPORTED, "these parameters of CLBlast's %s are not legal: %s",
                               nadir__clblast_kernels[i].name, problems[i]);
    const uint64_t memory[] = {4ull * ((uint64_t)x[SA] * x[KWG] * x[MWG] + (uint64_t)x[SB] * x[KWG] * x[NWG]),
                               4ull * d[WGD] * (2ull * d[WGD] + d[PADA] + d[PADB])};
    const uint64_t items[] = {(uint64_t)x[MDIMC] * x[NDIMC], (uint64_t)d[MDIMCD] * d[NDIMCD]};
    for (int i = XGEMM; i <= DIRECT; i++) {
        if (!set->given[i]) continue;
        if (items[i] > device->max_work_group || memory[i] > device->local_memory)
            return nadir__fail(NADIR_ERROR_UNSUPPORTED,
                               "these parameters of CLBlast's %s need groups of %llu and %llu bytes of local memory, but %s "
                               "has %zu and %llu", nadir__clblast_kernels[i].name, (unsigned long long)items[i],
                               (unsigned long long)memory[i], device->name, device->max_work_group,
                               (unsigned long long)device->local_memory);
    }
    return NADIR_OK;
}

/* --- Sets worth trying. --- */

struct row {
    bool cpu, gpu;
    unsigned lanes; /* on CPUs: for devices with at least so many floats in a vector */
    struct nadir__clblast_set set;
};

#define XGEMM_OF(...) .given[XGEMM] = true, .values[XGEMM] = {__VA_ARGS__}
#define DIRECT_OF(...) .given[DIRECT] = true, .values[DIRECT] = {__VA_ARGS__}
#define INDIRECT_FROM(size) .given[ROUTINE] = true, .values[ROUTINE] = {size}

/* One work-item of whole vectors on CPUs: what the official tuner does not look at, and ten times as fast as what CLBlast's
 * database has for them. On GPUs: tiles of 64 to 128, for devices that the database does not know. */
static const struct row rows[] = {
    {true, false, 16, {XGEMM_OF(1, 1, 1, 1, 1, 1, 16, 1, 1, 16, 0, 0, 0, 0, 16, 1), INDIRECT_FROM(1)}},
    {true, false, 16, {XGEMM_OF(1, 1, 1, 1, 1, 1, 32, 1, 1, 32, 0, 0, 0, 0, 16, 1), INDIRECT_FROM(1)}},
    {true, false, 8, {XGEMM_OF(1, 1, 1, 1, 1, 1, 8, 1, 1, 8, 0, 0, 0, 0, 8, 1), INDIRECT_FROM(1)}},
    {true, false, 8, {XGEMM_OF(1, 1, 1, 1, 1, 1, 16, 1, 1, 16, 0, 0, 0, 0, 8, 1), INDIRECT_FROM(1)}},
    {true, false, 4, {XGEMM_OF(1, 1, 1, 1, 1, 1, 8, 1, 1, 8, 0, 0, 0, 0, 4, 1), INDIRECT_FROM(1)}},
    {true, false, 1, {DIRECT_OF(2, 8, 8, 8, 8, 1, 1, 4, 4, 32), INDIRECT_FROM(256)}},
    {false, true, 1, {XGEMM_OF(0, 1, 32, 2, 16, 16, 64, 16, 16, 64, 1, 1, 0, 0, 4, 4), INDIRECT_FROM(256)}},
    {false, true, 1, {XGEMM_OF(0, 1, 16, 2, 16, 16, 128, 16, 16, 64, 1, 1, 0, 0, 4, 4), INDIRECT_FROM(384)}},
    {false, true, 1, {XGEMM_OF(0, 1, 32, 2, 8, 8, 64, 8, 8, 64, 1, 1, 0, 0, 4, 2), INDIRECT_FROM(256)}},
    {false, true, 1, {XGEMM_OF(0, 1, 32, 2, 16, 16, 128, 16, 16, 128, 1, 1, 0, 0, 4, 4), INDIRECT_FROM(512)}},
    {false, true, 1, {XGEMM_OF(0, 1, 32, 2, 8, 8, 64, 8, 8, 64, 0, 0, 0, 0, 4, 4), INDIRECT_FROM(256)}},
    {false, true, 1, {XGEMM_OF(1, 1, 1, 1, 8, 8, 64, 8, 8, 64, 0, 0, 0, 0, 4, 1), INDIRECT_FROM(256)}},
    {false, true, 1, {XGEMM_OF(1, 1, 1, 1, 8, 8, 32, 8, 8, 32, 0, 0, 0, 0, 4, 1), INDIRECT_FROM(192)}},
    {false, true, 1, {DIRECT_OF(2, 8, 8, 8, 8, 1, 1, 2, 2, 32), INDIRECT_FROM(512)}},
    {false, true, 1, {DIRECT_OF(2, 16, 16, 16, 16, 1, 1, 2, 2, 64), INDIRECT_FROM(768)}},
};

static bool suits(const struct row *row, const struct nadir_device *device)
{
    return device->type == NADIR_DEVICE_CPU ? row->cpu && device->float_vector >= row->lanes : row->gpu;
}

bool nadir__clblast_candidate(const struct nadir_device *device, unsigned i, struct nadir__clblast_set *out)
{ /* a set serves all of a context's products */
    const struct nadir_error before = *nadir_last_error();
    for (size_t r = 0; r < sizeof rows / sizeof rows[0]; r++) {
        if (!suits(&rows[r], device) || nadir__clblast_check_set(device, &rows[r].set) != NADIR_OK || i-- > 0) continue;
        *out = rows[r].set;
        nadir__error_restore(&before);
        return true;
    }
    nadir__error_restore(&before);
    return false;
}

struct nadir__clblast_set nadir__clblast_default(const struct nadir_device *device)
{
    if (device->type == NADIR_DEVICE_CPU && device->float_vector >= 16) return rows[0].set;
    return (struct nadir__clblast_set){0};
}

/* --- What is in force. --- */

/* CLBlast keeps overrides by process and device, and has no way back to its database. */
struct in_force {
    cl_device_id device;
    struct nadir__clblast_set first, now; /* of each kernel: the first values ever given, and those that CLBlast has */
    struct in_force *next;
};

/* CLBlast's very first call fills an unsynchronised static table: calls too are made under this lock. */
static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static struct in_force *devices;

static struct in_force *find_device(cl_device_id device)
{
    struct in_force *found = devices;
    while (found && found->device != device) found = found->next;
    return found;
}

/* What the context's calls are to use: its own set, and where that gives nothing, what stands in for the database. */
static struct nadir__clblast_set effective_set(const struct nadir_context *context, const struct in_force *found)
{
    struct nadir__clblast_set set = {0};
    if (context->gemm_record) set = context->gemm_record->clblast;
    for (int i = 0; i < ND_CLBLAST_KERNELS; i++) {
        if (set.given[i] || !found || !found->first.given[i]) continue;
        set.given[i] = true;
        memcpy(set.values[i], found->first.values[i], sizeof set.values[i]);
    }
    return set;
}

/* FNV-1a. */
static uint32_t set_identity(const struct nadir__clblast_set *set)
{
    uint32_t hash = 2166136261u;
    bool any = false;
    for (int i = 0; i < ND_CLBLAST_KERNELS; i++) {
        if (!set->given[i]) continue;
        any = true;
        hash = (hash ^ (uint32_t)(i + 1)) * 16777619u;
        for (size_t k = 0; k < parameter_count(i); k++) hash = (hash ^ set->values[i][k]) * 16777619u;
    }
    return any ? hash | 1 : 0;
}

uint32_t nadir__clblast_identity(const struct nadir_context *context)
{
    pthread_mutex_lock(&mutex);
    const struct nadir__clblast_set set = effective_set(context, find_device(context->device.id));
    pthread_mutex_unlock(&mutex);
    return set_identity(&set);
}

/* Hands CLBlast what of `set` is not in force. */
static enum nadir_status put_in_force(const struct nadir_context *context, const struct nadir__clblast_set *set)
{
    struct in_force *found = find_device(context->device.id);
    for (int i = 0; i < ND_CLBLAST_KERNELS; i++) {
        const size_t count = parameter_count(i), bytes = sizeof set->values[i];
        if (!set->given[i]) continue;
        if (found && found->now.given[i] && memcmp(found->now.values[i], set->values[i], bytes) == 0) continue;
        if (!found) {
            found = calloc(1, sizeof *found);
            if (!found) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory to keep CLBlast's parameters");
            found->device = context->device.id;
            found->next = devices;
            devices = found;
        }
        const char *names[ND_CLBLAST_PARAMETERS];
        size_t values[ND_CLBLAST_PARAMETERS];
        for (size_t k = 0; k < count; k++) {
            names[k] = nadir__clblast_kernels[i].parameters[k];
            values[k] = set->values[i][k];
        }
        const CLBlastStatusCode code = CLBlastOverrideParameters(context->device.id, nadir__clblast_kernels[i].name,
                                                                 CLBlastPrecisionSingle, count, names, values);
        if ((int)code > -1000 && code != CLBlastSuccess) /* CLBlast's own codes are -1000 and below */
            return nadir__fail_cl((cl_int)code, "CLBlastOverrideParameters");
        if (code != CLBlastSuccess)
            return nadir__fail(NADIR_ERROR_UNSUPPORTED,
                               "CLBlast does not take these parameters of %s (status %d): its version has others",
                               nadir__clblast_kernels[i].name, (int)code);
        if (!found->first.given[i]) memcpy(found->first.values[i], set->values[i], bytes);
        memcpy(found->now.values[i], set->values[i], bytes);
        found->first.given[i] = found->now.given[i] = true;
    }
    return NADIR_OK;
}

enum nadir_status nadir__clblast_want(struct nadir_context *context, const struct nadir__clblast_set *set)
{
    enum nadir_status status;
    struct nadir__gemm_record *record;
    if (set) ND_TRY(nadir__clblast_check_set(&context->device, set));
    ND_TRY(nadir__gemm_record_get(context, &record));
    record->clblast = set ? *set : (struct nadir__clblast_set){0};
out:
    return status;
}

enum nadir_status nadir__clblast_use(struct nadir_context *context, const struct nadir__clblast_set *set)
{
    enum nadir_status status;
    ND_TRY(nadir__clblast_want(context, set));
    if (!set) goto out;
    pthread_mutex_lock(&mutex);
    status = put_in_force(context, set);
    pthread_mutex_unlock(&mutex);
    if (status != NADIR_OK) context->gemm_record->clblast = (struct nadir__clblast_set){0};
out:
    return status;
}

enum nadir_status nadir__clblast_enter(struct nadir_context *context, uint32_t *identity)
{
    pthread_mutex_lock(&mutex);
    struct nadir__clblast_set set = effective_set(context, find_device(context->device.id));
    enum nadir_status status = put_in_force(context, &set);
    if (status == NADIR_ERROR_UNSUPPORTED) { /* this version of CLBlast has others: its own serve as well */
        nadir__log(NADIR_LOG_WARNING, "%s", nadir_last_error()->message);
        context->gemm_record->clblast = (struct nadir__clblast_set){0};
        set = effective_set(context, find_device(context->device.id));
        status = put_in_force(context, &set);
    }
    *identity = set_identity(&set);
    return status;
}

void nadir__clblast_leave(void)
{
    pthread_mutex_unlock(&mutex);
}
