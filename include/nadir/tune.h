/* SPDX-License-Identifier: MIT */
/* Tuning of matrix products: which back end and which tiles are the fastest on this device, for each class of shapes. */
#ifndef NADIR_TUNE_H
#define NADIR_TUNE_H

#include "nadir/gemm.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Products are put into classes: layout (NN, NT, TN, TT), dtypes, batched or not, and m, n, k each rounded to a power of two. A
 * choice for a class comes from, in this order:
 *   - the user's file for this device, driver and version of Nadir, gemm-*.json in $XDG_CACHE_HOME/nadir (else
 *     $HOME/.cache/nadir). It is written whole or not at all; several processes may write it, the first choice for a class
 *     stays; a damaged file is ignored with a warning to the log;
 *   - a quick measurement when a class is first met and the library's table has more than one candidate for it: at most 0.2 s
 *     for a class (one run of each candidate, should that take longer) and 2 s for a device in all, then kept in the file, so
 *     that later runs make the same choice and give the same bits. Where the file cannot be written nothing is measured;
 *   - the library's table.
 * A context with `tune` false uses the table alone. Choices never bring back a path that gave wrong results. */

/* One candidate, or one class, is done. */
struct nadir_tune_progress {
    bool class_done;          /* the class is: `candidate` is its choice, and `flops` and `default_flops` decided that */
    const char *class_name;   /* such as "NT 64x128x1024"; or "CLBlast's parameters", which serve all classes */
    const char *candidate;    /* as nadir_gemm_describe says it */
    const char *problem;      /* why the candidate is out (a wrong result, or what failed); NULL: it was timed */
    double flops;             /* FLOP/s of the candidate, 0 with a problem */
    double best_flops;        /* of the class so far */
    double default_flops;     /* of what the library's table takes, 0: not timed yet */
    double seconds, budget;   /* spent, and allowed */
};

struct nadir_tune_params {
    double budget; /* seconds of wall-clock time, compiling included; > 0; default 120 */
    /* May be NULL. Returning false ends the tuning early; what was found so far is kept. */
    bool (*progress)(void *user, const struct nadir_tune_progress *progress);
    void *user;
};

NADIR_API struct nadir_tune_params nadir_tune_params_default(void);

struct nadir_tune_result {
    unsigned classes;    /* that have a choice now */
    unsigned candidates; /* timed */
    unsigned wrong;      /* candidates that gave wrong results, and are not used */
    double gain;         /* geometric mean over the classes: speed of the choice over that of the library's table */
    char path[1024];     /* of the file */
};

/* Measures the classes of shapes that training meets (nadir_tune lists them by its progress) on the context's device: CLBlast's
 * parameter sets, its layouts and its direct and indirect kernels, tiles of the packed back end, forms of the small one. A
 * candidate is checked against double precision before its time counts. Replaces what the file holds for these classes.
 * CLBlast cannot be brought back to its own parameters: where no set was better, those that the library's table has, else the
 * first that was tried, serve the rest of the process.
 * Products of this context use the choices from now on, those of others that have not multiplied yet. Blocks. `params` NULL:
 * defaults. `result` may be NULL.
 * Errors: INVALID_ARGUMENT (budget; a context with `tune` false or bound to one back end), IO (the file cannot be written:
 * nothing is measured), OUT_OF_MEMORY, OPENCL. */
NADIR_API enum nadir_status nadir_tune(struct nadir_context *context, const struct nadir_tune_params *params,
                                       struct nadir_tune_result *result);

/* Forgets the choices of a device, and which paths gave wrong results: they are checked again before their next use. No file
 * is not an error. Errors: IO. */
NADIR_API enum nadir_status nadir_tune_clear(const struct nadir_device *device);

#ifdef __cplusplus
}
#endif

#endif
