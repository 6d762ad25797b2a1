/* SPDX-License-Identifier: MIT */
/* What is kept of a device's matrix products: classes of shapes, the user's file, measurements. For gemm_state.c, gemm_file.c,
 * gemm_measure.c and gemm_tune.c. */
#ifndef NADIR_GEMM_STATE_PRIV_H
#define NADIR_GEMM_STATE_PRIV_H

#include "gemm_priv.h"

/* --- Classes of products: nadir/tune.h. --- */

struct nadir__gemm_class {
    bool transpose_a, transpose_b, batched;
    enum nadir_dtype a, b, c;
    unsigned m, n, k; /* logarithms to base 2, rounded to whole numbers */
};

/* "NT 64x128x1024"; with " batch" at the end where there is more than one matrix, and before it the dtype unless all are
 * float32: " f16", or " bf16/f32/f32" for a, b, c. */
enum { ND_GEMM_CLASS = 96 };
struct nadir__gemm_class nadir__gemm_class_of(const struct nadir__gemm *gemm);
void nadir__gemm_class_print(char out[ND_GEMM_CLASS], const struct nadir__gemm_class *kind);
bool nadir__gemm_class_parse(struct nadir__gemm_class *out, const char *text);

/* --- The user's file of a device (gemm_file.c). --- */

/* The choice for a class of products of contexts with a walk. */
struct nadir__gemm_entry {
    enum nadir_walk walk;
    struct nadir__gemm_class kind;
    struct nadir__gemm_choice choice;
    double flops; /* FLOP/s when it was measured */
    bool tuned;   /* by nadir_tune; false: by a quick measurement */
};

/* Names are known and numbers in range, but nothing says that a choice is legal: back ends do, when it is used. */
struct nadir__gemm_file {
    int64_t tuned_at;     /* seconds since 1970; 0: never */
    double quick_seconds; /* that quick measurements have taken in all */
    struct nadir__clblast_set clblast;
    struct nadir__gemm_entry *entries;
    size_t entry_count;
    struct nadir__gemm_verdict *verdicts;
    size_t verdict_count;
};

enum nadir_status nadir__gemm_file_path(char *out, size_t size, const struct nadir_device *device);

/* From the `size` bytes of a file, behind which is a 0; empty if it is another device's. Errors: FORMAT, OUT_OF_MEMORY. */
enum nadir_status nadir__gemm_file_parse(struct nadir__gemm_file *out, const struct nadir_device *device, const char *text,
                                         size_t size);

/* The device's file. Without one, or with a damaged one, which is logged: empty. */
void nadir__gemm_file_read(struct nadir__gemm_file *out, const struct nadir_device *device);
void nadir__gemm_file_free(struct nadir__gemm_file *file);

const struct nadir__gemm_entry *nadir__gemm_file_find(const struct nadir__gemm_file *file, enum nadir_walk walk,
                                                      const struct nadir__gemm_class *kind);
const struct nadir__gemm_verdict *nadir__gemm_file_find_verdict(const struct nadir__gemm_file *file, const char *path);

/* Adds an entry; one that is there stays, unless `replace`. A verdict that something is wrong stays in any case. When the file
 * is full, another entry gives way: a quick choice, or a verdict that something is right. Errors: OUT_OF_MEMORY. */
enum nadir_status nadir__gemm_file_put(struct nadir__gemm_file *file, const struct nadir__gemm_entry *entry, bool replace);
enum nadir_status nadir__gemm_file_put_verdict(struct nadir__gemm_file *file, const struct nadir__gemm_verdict *verdict);

/* A change of the file: read and locked by begin, so that writers come one after the other; written by commit, left as it was
 * by abandon. After either, and after a failure, `file` is the caller's to free. Nothing that takes long may happen in
 * between. */
struct nadir__gemm_change {
    struct nadir__gemm_file file;
    struct nadir_device device;
    char path[1024];
    int lock;
};

/* Errors: IO (also: no folder, or another process keeps the file locked), OUT_OF_MEMORY. */
enum nadir_status nadir__gemm_change_begin(struct nadir__gemm_change *change, const struct nadir_device *device);
enum nadir_status nadir__gemm_change_commit(struct nadir__gemm_change *change);
void nadir__gemm_change_abandon(struct nadir__gemm_change *change);

/* --- The table of the library, and a context's state (gemm_state.c). --- */

/* Back end `i` in the order in which the table tries them for `gemm`; AUTO behind the last one. */
enum nadir_gemm_backend nadir__gemm_order(const struct nadir_context *context, const struct nadir__gemm *gemm, unsigned i);

/* How many of them, from the first on, nadir_tune measures. */
unsigned nadir__gemm_tuned(const struct nadir_context *context, const struct nadir__gemm *gemm);

/* The content of the file as this context uses it from now on; the context's state owns it then. Its parameters of CLBlast's
 * come into force. Errors: OUT_OF_MEMORY. */
enum nadir_status nadir__gemm_state_replace(struct nadir_context *context, struct nadir__gemm_file *file);

/* --- Measuring (gemm_measure.c). --- */

/* A product of the layout, dtypes and sizes of `like`, without anything that follows it, in memory of its own. Errors:
 * UNSUPPORTED (too large for a measurement on this device), OUT_OF_MEMORY, OPENCL. */
enum nadir_status nadir__gemm_sample_create(struct nadir__gemm *out, struct nadir_context *context,
                                            const struct nadir__gemm *like);
void nadir__gemm_sample_destroy(struct nadir__gemm *gemm);

/* Seconds of one run of `gemm` by each of `count` choices: medians of samples that alternate between them, after a first run of
 * each. Ends after `budget` seconds, or 31 samples of each; one of each is always taken. `spent` receives the time of all
 * samples. A choice that fails gets infinity. Not part of a profile. Errors: OPENCL (of the device, not of a choice). */
enum { ND_GEMM_RIVALS = 8 };
enum nadir_status nadir__gemm_measure(struct nadir_context *context, const struct nadir__gemm *gemm,
                                      const struct nadir__gemm_choice *choices, size_t count, double budget, double *seconds,
                                      double *spent);

/* --- Tuning (gemm_tune.c). --- */

struct nadir_tune_params;

/* The part of nadir_tune that searches for CLBlast's parameters, with the whole budget: the best set of
 * nadir__clblast_candidate that is right, if it is faster than what the context has, is in force and in the file then, and
 * *found. Errors: as nadir_tune. */
enum nadir_status nadir__tune_clblast(struct nadir_context *context, const struct nadir_tune_params *params, bool *found);

#endif
