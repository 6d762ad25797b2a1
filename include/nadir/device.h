/* SPDX-License-Identifier: MIT */
/* OpenCL devices: list them, describe them, choose one by selector text. */
#ifndef NADIR_DEVICE_H
#define NADIR_DEVICE_H

#include "nadir/status.h"

#ifdef __cplusplus
extern "C" {
#endif

enum nadir_device_type { NADIR_DEVICE_CPU, NADIR_DEVICE_GPU, NADIR_DEVICE_ACCELERATOR, NADIR_DEVICE_OTHER };

/* How fast a device was measured to be (nadir_measure_score). All zero: not measured. */
struct nadir_device_score {
    double gemm_small;   /* FLOP/s of the float32 product 64x128x784 */
    double gemm_large;   /* FLOP/s of the float32 product 512x512x512 */
    double copy;         /* bytes per second, read and written together, of large buffers */
    double launch;       /* seconds from one enqueued kernel to the next */
    int64_t measured_at; /* seconds since 1970, 0: not measured */
};

/* What `nadir doctor` or a training run last found out about a device. */
enum nadir_health { NADIR_HEALTH_UNKNOWN, NADIR_HEALTH_PASS, NADIR_HEALTH_FAIL };

/* "unknown", "pass", "fail"; NULL for other values. Static storage. */
NADIR_API const char *nadir_health_name(enum nadir_health health);

/* What this user's earlier runs know of a device; see nadir_device_record_store. */
struct nadir_device_record {
    struct nadir_device_score score;
    enum nadir_health health;
    int64_t checked_at; /* seconds since 1970, 0: never */
    char note[160];     /* of a failure: what was wrong, "" otherwise */
};

/* One device and the traits that decide which kernels run on it. A plain value: copy it freely. */
struct nadir_device {
    cl_platform_id platform;
    cl_device_id id;
    unsigned platform_index; /* both counted from 0 in the loader's order, as `clinfo -l` prints them */
    unsigned device_index;
    enum nadir_device_type type;
    char name[128];
    char vendor[64];
    char version[96];          /* CL_DEVICE_VERSION */
    char driver_version[64];
    char c_version_text[64];   /* CL_DEVICE_OPENCL_C_VERSION of the device, not of its platform */
    char platform_name[96];
    char platform_version[128];
    char uuid[33];             /* 32 hexadecimal digits, "" where the driver gives none (cl_khr_device_uuid) */
    unsigned c_version;        /* OpenCL C of the device, 120 for 1.2 */
    unsigned compute_units;
    unsigned clock_mhz;        /* 0: unknown */
    unsigned float_vector;     /* native float vector width, at least 1 */
    uint64_t global_memory;    /* bytes */
    uint64_t max_allocation;   /* bytes */
    uint64_t local_memory;     /* bytes */
    size_t max_work_group;     /* work-items */
    size_t base_alignment;     /* bytes: what the origin of a sub-buffer must be a multiple of */
    bool fp64;
    bool fp16;
    bool unified_memory;
    bool usable;               /* available, little-endian, with a compiler, OpenCL C 1.2 or newer */
    char problem[96];          /* why it is not usable, "" when it is */
    struct nadir_device_record record;
};

/* A platform, listed also when it has no device (its driver may need a hint). */
struct nadir_platform {
    char name[96];
    char version[128];
    unsigned device_count;
    char problem[96]; /* why it has none, "" when it has */
};

struct nadir_device_list {
    struct nadir_device *devices;
    size_t device_count;
    struct nadir_platform *platforms;
    size_t platform_count;
};

/* Name of a type, "cpu", "gpu", "acc" or "other". Static storage. */
NADIR_API const char *nadir_device_type_name(enum nadir_device_type type);

/* Lists every platform and device in the loader's order, with their records. No device at all is NADIR_OK with count 0.
 * Owns: the caller frees the list with nadir_device_list_destroy.
 * Errors: OUT_OF_MEMORY; OPENCL when the loader itself fails. */
NADIR_API enum nadir_status nadir_device_list_create(struct nadir_device_list **out);
NADIR_API void nadir_device_list_destroy(struct nadir_device_list **list);

enum { NADIR_REASON_SIZE = 256 };

/* Chooses a device of `list` by selector text and says why in one line.
 *
 *   SPEC := TERM { "," TERM }      ordered union, the first match is used; "!" terms subtract and apply last
 *   TERM := ["!"] ( "auto" | "gpu" | "cpu" | "acc" | PLAT ":" DEV | NAME )
 *   PLAT := number | "*" | NAME    DEV := number | "*" | "gpu" | "cpu" | "acc" | NAME
 *   NAME := case-insensitive substring of the device's or platform's name, or the same in double quotes; a platform also goes
 *           by the first word behind "OpenCL <version> " of its version (PoCL)
 *
 * NULL or "" means "auto": the best usable device. A spec of "!" terms alone subtracts from all devices. Of several matches
 * of a term that is not a NAME the best is taken: one that has not failed its health check before one that has; if all of them
 * are measured, the one with the shortest predicted training step (nadir_predict_reference); else by static score: discrete
 * GPU, integrated GPU, accelerator, CPU; then compute units x clock; then memory.
 * A NAME that matches two devices, a bare number, an index out of range or trailing text is an error that lists the
 * candidates; there is never a silent fallback to another device.
 * `index` receives the position in list->devices; `reason` (may be NULL) the explanation.
 * Errors: SELECTOR; NO_DEVICE when the list has no usable device. */
NADIR_API enum nadir_status nadir_device_select(const struct nadir_device_list *list, const char *selector, size_t *index,
                                                char reason[NADIR_REASON_SIZE]);

/* Lists, selects and copies in one call. `selector` NULL or "": the environment variable NADIR_DEVICE, then "auto".
 * Errors: as nadir_device_list_create and nadir_device_select. */
NADIR_API enum nadir_status nadir_device_find(struct nadir_device *out, const char *selector,
                                              char reason[NADIR_REASON_SIZE]);

/* Describes a device that the caller already has. Errors: OPENCL. */
NADIR_API enum nadir_status nadir_device_describe(struct nadir_device *out, cl_device_id id);

/* --- Records. --- */

/* Keeps what is known of a device for this user's later runs, in device->record at once and in a small JSON file in
 * $XDG_CACHE_HOME/nadir (else $HOME/.cache/nadir; the folder is made with mode 0700, the file appears complete or not at all).
 * A record belongs to a device (name, and UUID or place on its platform), its driver (platform, versions) and the version of
 * Nadir: after an update of any the device is unknown again. Lists read the records; a damaged file is ignored with a warning to
 * the log. `record` may be device->record. Errors: INVALID_ARGUMENT, IO (also: neither variable is set), OUT_OF_MEMORY. */
NADIR_API enum nadir_status nadir_device_record_store(struct nadir_device *device, const struct nadir_device_record *record);

/* Seconds that a training step of a fixed reference model is predicted to take on a device with this score: what measured
 * devices are compared by. INFINITY for a score that is not measured. See nadir_predict_step in nadir/measure.h; the model is
 * mlp:784-1024-1024-10, the batch 256. */
NADIR_API double nadir_predict_reference(const struct nadir_device_score *score);

#ifdef __cplusplus
}
#endif

#endif
