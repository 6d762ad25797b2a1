/* SPDX-License-Identifier: MIT */
/* nadir_tune: the fastest back end and tiles for each class of products that training meets, and CLBlast's parameters. */
#include "gemm_state_priv.h"

#include "base/clock_priv.h"
#include "base/status_priv.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

/* Products of training, from small to large: by then it is known how long the large ones take. */
static const struct shape {
    bool transpose_a, transpose_b;
    size_t m, n, k, batch;
    enum nadir_dtype dtype;
} shapes[] = {
    {false, true, 64, 10, 128, 1, NADIR_F32}, /* an output layer, the gradients of its input and of its weights */
    {false, false, 64, 128, 10, 1, NADIR_F32},
    {true, false, 10, 128, 64, 1, NADIR_F32},
    {false, true, 1, 1024, 1024, 1, NADIR_F32},
    {false, false, 64, 128, 784, 1, NADIR_F32}, /* a hidden layer on small images */
    {false, true, 64, 128, 784, 1, NADIR_F32},
    {true, false, 128, 784, 64, 1, NADIR_F32},
    {false, true, 256, 10, 1024, 1, NADIR_F32},
    {false, false, 128, 128, 128, 1, NADIR_F32},
    {false, false, 256, 256, 256, 1, NADIR_F32},
    {false, true, 128, 128, 64, 32, NADIR_F32}, /* attention: scores, then what they weigh */
    {false, false, 128, 64, 128, 32, NADIR_F32},
    {false, false, 32, 4096, 1024, 1, NADIR_F32},
    {false, true, 32, 4096, 1024, 1, NADIR_F32},
    {false, false, 512, 512, 512, 1, NADIR_F32},
    {false, false, 256, 1024, 1024, 1, NADIR_F32},
    {false, true, 256, 1024, 1024, 1, NADIR_F32},
    {true, false, 256, 1024, 1024, 1, NADIR_F32},
    {false, true, 256, 1024, 1024, 1, NADIR_BF16},
    {false, true, 256, 1024, 1024, 1, NADIR_F16},
    {false, false, 1024, 1024, 1024, 1, NADIR_F32},
    {false, false, 2048, 2048, 2048, 1, NADIR_F32},
};
enum { SHAPES = sizeof shapes / sizeof shapes[0] };

/* A choice replaces the default if it is so much faster; twice, because the best of many noisy ratios is often luck. */
static const double least_gain = 1.03, sample_budget = 0.1, confirm_budget = 0.4;

struct tuning {
    struct nadir_context *context;
    const struct nadir_tune_params *params;
    struct nadir_tune_result result;
    double start;
    double rate;                      /* the best FLOP/s so far */
    double default_seconds[SHAPES];   /* of the table's choice with the parameters that CLBlast had at first; 0: not timed */
    double gain[SHAPES];              /* over that; 0: no choice yet */
    bool stopped;
};

static struct nadir__gemm make_problem(const struct shape *shape)
{
    const size_t stride = shape->batch > 1; /* each has matrices of its own */
    return (struct nadir__gemm){
        .m = shape->m, .n = shape->n, .k = shape->k, .batch = shape->batch,
        .transpose_a = shape->transpose_a, .transpose_b = shape->transpose_b,
        .alpha = 1.0f,
        .a = {.dtype = shape->dtype, .batch_stride = stride},
        .b = {.dtype = shape->dtype, .batch_stride = stride},
        .c = {.dtype = shape->dtype},
    };
}

static double count_flops(const struct nadir__gemm *gemm)
{
    return 2.0 * (double)gemm->m * (double)gemm->n * (double)gemm->k * (double)gemm->batch;
}

static bool is_over(const struct tuning *tuning, double deadline)
{
    return tuning->stopped || nadir__seconds() >= deadline;
}

static void report(struct tuning *tuning, struct nadir_tune_progress progress)
{
    progress.seconds = nadir__seconds() - tuning->start;
    progress.budget = tuning->params->budget;
    if (tuning->params->progress && !tuning->params->progress(tuning->params->user, &progress)) tuning->stopped = true;
}

/* --- Checking and timing. --- */

static size_t odd(size_t size)
{
    return size % 2 == 0 ? size - 1 : size;
}

/* That a choice is right: its path at small odd sizes, and the choice at an odd size of this class. */
static enum nadir_status check(struct tuning *tuning, const struct nadir__gemm *gemm, const struct nadir__gemm_choice *choice)
{
    enum nadir_status status;
    ND_TRY(nadir__gemm_trust(tuning->context, gemm, choice));
    ND_TRY(nadir__gemm_verify(tuning->context, gemm, choice, odd(gemm->m), odd(gemm->n), odd(gemm->k), gemm->batch));
out:
    if (status == NADIR_ERROR_WRONG_RESULT) tuning->result.wrong++;
    return status;
}

/* What the table takes first of what is right. Errors: as the last one's. */
static enum nadir_status find_default(struct tuning *tuning, const struct nadir__gemm *gemm, struct nadir__gemm_choice *out)
{
    enum nadir_status status = NADIR_ERROR_UNSUPPORTED;
    for (unsigned i = 0; status != NADIR_OK; i++) {
        *out = (struct nadir__gemm_choice){.backend = nadir__gemm_order(tuning->context, gemm, i)};
        if (out->backend == NADIR_GEMM_AUTO) break;
        status = nadir__gemm_backends[out->backend]->accepts(tuning->context, gemm, out);
        if (status == NADIR_OK) status = check(tuning, gemm, out);
    }
    return status;
}

static enum nadir_status time_pair(struct tuning *tuning, const struct nadir__gemm *gemm,
                                   const struct nadir__gemm_choice pair[2], double budget, double seconds[2])
{
    double spent;
    return nadir__gemm_measure(tuning->context, gemm, pair, 2, budget, seconds, &spent);
}

/* --- Classes. --- */

/* Keeps a choice in the file at once, so that it survives whatever comes. */
static enum nadir_status keep(struct tuning *tuning, const struct nadir__gemm_entry *entry,
                              const struct nadir__clblast_set *set)
{
    struct nadir__gemm_change change;
    enum nadir_status status = nadir__gemm_change_begin(&change, &tuning->context->device);
    if (status == NADIR_OK) {
        change.file.tuned_at = (int64_t)time(NULL);
        if (set) change.file.clblast = *set;
        if (entry) status = nadir__gemm_file_put(&change.file, entry, true);
        if (status == NADIR_OK) status = nadir__gemm_change_commit(&change);
        else nadir__gemm_change_abandon(&change);
    }
    snprintf(tuning->result.path, sizeof tuning->result.path, "%s", change.path);
    nadir__gemm_file_free(&change.file);
    return status;
}

/* A class at work. */
struct trial {
    struct nadir__gemm gemm;
    double flops;                      /* of one run */
    struct nadir__gemm_choice pair[2]; /* the table's choice, and the candidate */
    double seconds[2];
    struct nadir__gemm_entry entry;    /* the best so far */
    double gain;                       /* its, over the table's choice */
    struct nadir_tune_progress progress;
    char name[ND_GEMM_CLASS], text[NADIR_GEMM_TEXT];
};

/* Checks and times the candidate. Errors: of the device, not of the candidate. */
static enum nadir_status try_candidate(struct tuning *tuning, struct trial *trial)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_tune_progress *progress = &trial->progress;
    nadir__gemm_choice_text(trial->text, &trial->pair[1]);
    trial->seconds[1] = INFINITY;
    if (check(tuning, &trial->gemm, &trial->pair[1]) == NADIR_OK)
        ND_TRY(time_pair(tuning, &trial->gemm, trial->pair, sample_budget, trial->seconds));
    progress->problem = isinf(trial->seconds[1]) ? nadir_last_error()->message : NULL;
    progress->flops = trial->flops / trial->seconds[1];
    if (!progress->problem) tuning->result.candidates++;
    if (!progress->problem && !isinf(trial->seconds[0]) && trial->seconds[0] / trial->seconds[1] > trial->gain) {
        trial->gain = trial->seconds[0] / trial->seconds[1];
        trial->entry.choice = trial->pair[1];
        trial->entry.flops = progress->best_flops = progress->flops;
    }
    report(tuning, *progress);
out:
    return status;
}

/* All candidates that can be begun before `share`, the most promising of each back end first. */
static enum nadir_status try_candidates(struct tuning *tuning, struct trial *trial, double share)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_context *context = tuning->context;
    const unsigned tuned = nadir__gemm_tuned(context, &trial->gemm);
    bool more = true;
    for (unsigned j = 0; more; j++) {
        more = false;
        for (unsigned i = 0; i < tuned && !is_over(tuning, share); i++) {
            const struct nadir__gemm_backend *backend = nadir__gemm_backends[nadir__gemm_order(context, &trial->gemm, i)];
            struct nadir__gemm_choice *candidate = &trial->pair[1];
            if (!backend->candidate(context, &trial->gemm, j, candidate)) continue;
            more = true;
            if (memcmp(&trial->pair[0], candidate, sizeof *candidate) == 0) continue;
            if (backend->accepts(context, &trial->gemm, candidate) == NADIR_OK) ND_TRY(try_candidate(tuning, trial));
        }
    }
out:
    return status;
}

/* The class of shapes[index], if it fits into the time before `deadline` at all. */
static enum nadir_status tune_class(struct tuning *tuning, size_t index, double share, double deadline)
{
    enum nadir_status status;
    struct nadir_context *context = tuning->context;
    const struct nadir__gemm problem = make_problem(&shapes[index]);
    struct trial trial = {
        .flops = count_flops(&problem),
        .entry = {.walk = context->walk, .kind = nadir__gemm_class_of(&problem), .tuned = true},
        .gain = 1,
    };
    struct nadir__gemm_entry *entry = &trial.entry;
    struct nadir_tune_progress *progress = &trial.progress;
    double *seconds = trial.seconds, spent;
    /* At the best rate so far, a check and a few samples must fit into what is left. */
    if (tuning->rate > 0 && nadir__seconds() + 8 * trial.flops / tuning->rate > deadline) return NADIR_OK;
    if (nadir__gemm_sample_create(&trial.gemm, context, &problem) != NADIR_OK) return NADIR_OK; /* too large for this device */
    if (find_default(tuning, &trial.gemm, &trial.pair[0]) != NADIR_OK) {
        status = NADIR_OK; /* nothing here can do it */
        goto out;
    }
    ND_TRY(nadir__gemm_measure(context, &trial.gemm, trial.pair, 1, sample_budget, seconds, &spent));
    if (isinf(seconds[0])) goto out;
    nadir__gemm_class_print(trial.name, &entry->kind);
    nadir__gemm_choice_text(trial.text, &trial.pair[0]);
    progress->class_name = trial.name;
    progress->candidate = trial.text;
    entry->choice = trial.pair[0];
    entry->flops = progress->flops = progress->default_flops = progress->best_flops = trial.flops / seconds[0];
    tuning->result.candidates++;
    report(tuning, *progress);
    ND_TRY(try_candidates(tuning, &trial, share));

    seconds[1] = trial.flops / entry->flops;
    if (trial.gain > 1) {
        trial.pair[1] = entry->choice;
        ND_TRY(time_pair(tuning, &trial.gemm, trial.pair, confirm_budget, seconds));
        if (isinf(seconds[0])) goto out;
        trial.gain = seconds[0] / seconds[1];
        if (!(trial.gain >= least_gain)) {
            trial.gain = 1;
            seconds[1] = seconds[0];
            entry->choice = trial.pair[0];
        }
        entry->flops = trial.flops / seconds[1];
    }
    if (tuning->default_seconds[index] > 0) trial.gain = tuning->default_seconds[index] / seconds[1];
    else tuning->default_seconds[index] = trial.gain * seconds[1];
    tuning->gain[index] = trial.gain;
    if (entry->flops > tuning->rate) tuning->rate = entry->flops;
    ND_TRY(keep(tuning, entry, NULL));
    nadir__gemm_choice_text(trial.text, &entry->choice);
    progress->class_done = true;
    progress->problem = NULL;
    progress->flops = progress->best_flops = entry->flops;
    progress->default_flops = trial.flops / tuning->default_seconds[index];
    report(tuning, *progress);
out:
    nadir__gemm_sample_destroy(&trial.gemm);
    return status;
}

static enum nadir_status tune_classes(struct tuning *tuning, double deadline)
{
    enum nadir_status status = NADIR_OK;
    for (size_t i = 0; i < SHAPES && !is_over(tuning, deadline); i++) {
        /* Twice an equal part of what is left: many classes need less. */
        const double now = nadir__seconds(), share = now + 2 * (deadline - now) / (double)(SHAPES - i);
        ND_TRY(tune_class(tuning, i, share < deadline ? share : deadline, deadline));
    }
out:
    return status;
}

/* --- CLBlast's parameters. --- */

/* What they are judged by: both of CLBlast's ways to multiply. */
static const struct shape parameter_shapes[] = {
    {false, true, 64, 128, 784, 1, NADIR_F32},
    {false, false, 256, 256, 256, 1, NADIR_F32},
    {false, true, 256, 1024, 1024, 1, NADIR_F32},
    {false, false, 1024, 1024, 1024, 1, NADIR_F32},
};
enum { PARAMETER_SHAPES = sizeof parameter_shapes / sizeof parameter_shapes[0] };

/* Seconds of CLBlast's products of these shapes as it is now; of a wrong one or a failure: its status. */
static enum nadir_status time_parameters(struct tuning *tuning, double seconds[PARAMETER_SHAPES])
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__gemm_choice choice = {.backend = NADIR_GEMM_CLBLAST};
    struct nadir__gemm gemm = {0};
    double spent;
    for (size_t i = 0; i < PARAMETER_SHAPES; i++) {
        const struct nadir__gemm problem = make_problem(&parameter_shapes[i]);
        ND_TRY(nadir__gemm_sample_create(&gemm, tuning->context, &problem));
        ND_TRY(check(tuning, &gemm, &choice));
        ND_TRY(nadir__gemm_measure(tuning->context, &gemm, &choice, 1, sample_budget, &seconds[i], &spent));
        nadir__gemm_sample_destroy(&gemm);
        if (isinf(seconds[i])) return nadir_last_error()->status;
    }
out:
    nadir__gemm_sample_destroy(&gemm);
    return status;
}

static double mean_gain(const double before[PARAMETER_SHAPES], const double after[PARAMETER_SHAPES])
{
    double sum = 0;
    for (size_t i = 0; i < PARAMETER_SHAPES; i++) sum += log(before[i] / after[i]);
    return exp(sum / PARAMETER_SHAPES);
}

/* The best set that the device accepts, if it is better than what CLBlast has; *found is whether it is. CLBlast compiles for
 * each set, and cannot be brought back to its own database: sets are timed one after the other, and the best one twice. */
static enum nadir_status tune_parameters(struct tuning *tuning, double deadline, bool *found)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_context *context = tuning->context;
    struct nadir__clblast_set set, best = {0};
    const struct nadir__clblast_set before = nadir__clblast_default(&context->device);
    double base[PARAMETER_SHAPES], seconds[PARAMETER_SHAPES], best_gain = least_gain, gain;
    const double flops = 2.0 * 1024 * 1024 * 1024;
    char text[NADIR_GEMM_TEXT];
    struct nadir_tune_progress progress = {.class_name = "CLBlast's parameters", .candidate = text};
    *found = false;
    if (is_over(tuning, deadline) || !nadir__clblast_candidate(&context->device, 0, &set)) return NADIR_OK;
    if (time_parameters(tuning, base) != NADIR_OK) return NADIR_OK; /* CLBlast does not run here */
    snprintf(text, sizeof text, "its own");
    progress.flops = progress.default_flops = progress.best_flops = flops / base[PARAMETER_SHAPES - 1];
    report(tuning, progress);
    for (unsigned i = 0; !is_over(tuning, deadline); i++) {
        if (!nadir__clblast_candidate(&context->device, i, &set)) break;
        snprintf(text, sizeof text, "set %u", i + 1);
        status = nadir__clblast_use(context, &set);
        if (status == NADIR_OK) status = time_parameters(tuning, seconds);
        gain = status == NADIR_OK ? mean_gain(base, seconds) : 0;
        progress.problem = status == NADIR_OK ? NULL : nadir_last_error()->message;
        progress.flops = status == NADIR_OK ? flops / seconds[PARAMETER_SHAPES - 1] : 0;
        if (status == NADIR_OK) tuning->result.candidates++;
        if (gain > best_gain) {
            best_gain = gain;
            best = set;
            progress.best_flops = progress.flops;
            *found = true;
        }
        report(tuning, progress);
    }
    if (*found) *found = nadir__clblast_use(context, &best) == NADIR_OK && time_parameters(tuning, seconds) == NADIR_OK &&
                         mean_gain(base, seconds) >= least_gain;
    if (*found) status = keep(tuning, NULL, &best);
    else status = nadir__clblast_use(context, &before);
    return status;
}

enum nadir_status nadir__tune_clblast(struct nadir_context *context, const struct nadir_tune_params *params, bool *found)
{
    struct tuning tuning = {.context = context, .params = params, .start = nadir__seconds()};
    return tune_parameters(&tuning, tuning.start + params->budget, found);
}

/* --- The calls. --- */

struct nadir_tune_params nadir_tune_params_default(void)
{
    return (struct nadir_tune_params){.budget = 120};
}

static enum nadir_status tune_all(struct tuning *tuning)
{
    enum nadir_status status;
    const double budget = tuning->params->budget;
    const struct nadir__gemm large = make_problem(&parameter_shapes[PARAMETER_SHAPES - 1]);
    bool clblast = false, found = false;
    for (unsigned i = 0; i < nadir__gemm_tuned(tuning->context, &large); i++)
        clblast = clblast || nadir__gemm_order(tuning->context, &large, i) == NADIR_GEMM_CLBLAST;
    ND_TRY(keep(tuning, NULL, NULL)); /* fails before anything is measured */
    ND_TRY(tune_classes(tuning, tuning->start + (clblast ? 0.5 : 1) * budget));
    if (clblast) ND_TRY(tune_parameters(tuning, tuning->start + 0.75 * budget, &found));
    if (found) ND_TRY(tune_classes(tuning, tuning->start + budget)); /* again, with these parameters */
out:
    return status;
}

enum nadir_status nadir_tune(struct nadir_context *context, const struct nadir_tune_params *params,
                             struct nadir_tune_result *result)
{
    enum nadir_status status;
    const struct nadir_tune_params defaults = nadir_tune_params_default();
    struct tuning tuning = {.context = context, .params = params ? params : &defaults, .start = nadir__seconds()};
    ND_CHECK_ARG(context, "tune: context is NULL");
    ND_CHECK_ARG(tuning.params->budget > 0 && tuning.params->budget < INFINITY,
                 "tune: budget = %g, but a number of seconds above 0 is needed", tuning.params->budget);
    ND_CHECK_ARG(context->tune, "tune: the context was created with tune = false, or under NADIR_TUNE=off");
    ND_CHECK_ARG(context->gemm == NADIR_GEMM_AUTO, "tune: the context is bound to %s, by its parameters or NADIR_GEMM",
                 nadir_context_gemm_name(context));
    const struct nadir_error before = *nadir_last_error();
    const bool profile = context->profile;
    struct nadir__gemm_file file;
    double sum = 0;
    nadir__begin(context);
    context->profile = false;
    status = tune_all(&tuning);
    context->profile = profile;
    nadir__gemm_file_read(&file, &context->device);
    const enum nadir_status replaced = nadir__gemm_state_replace(context, &file);
    nadir__gemm_file_free(&file);
    if (status == NADIR_OK) status = replaced;
    for (size_t i = 0; i < SHAPES; i++) {
        if (!(tuning.gain[i] > 0)) continue;
        tuning.result.classes++;
        sum += log(tuning.gain[i]);
    }
    tuning.result.gain = tuning.result.classes > 0 ? exp(sum / tuning.result.classes) : 1;
    if (result && status == NADIR_OK) *result = tuning.result;
    if (status == NADIR_OK) nadir__error_restore(&before);
    return status;
}

enum nadir_status nadir_tune_clear(const struct nadir_device *device)
{
    enum nadir_status status;
    struct nadir__gemm_change change = {.lock = -1};
    struct stat information;
    ND_CHECK_ARG(device, "tune: device is NULL");
    ND_TRY(nadir__gemm_file_path(change.path, sizeof change.path, device));
    if (stat(change.path, &information) != 0 && (errno == ENOENT || errno == ENOTDIR)) return NADIR_OK;
    ND_TRY(nadir__gemm_change_begin(&change, device));
    change.file.tuned_at = 0;
    change.file.quick_seconds = 0;
    change.file.clblast = (struct nadir__clblast_set){0};
    change.file.entry_count = 0;
    change.file.verdict_count = 0;
    ND_TRY(nadir__gemm_change_commit(&change));
out:
    nadir__gemm_file_free(&change.file);
    return status;
}
