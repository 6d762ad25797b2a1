/* SPDX-License-Identifier: MIT */
/* The training loop. The device is waited for about ten times a second only, to read losses, report and notice a request to
 * stop; in between, steps are enqueued ahead. */
#include "train_priv.h"

#include "base/clock_priv.h"
#include "base/size_priv.h"
#include "base/status_priv.h"
#include "optim/optim_priv.h"

#include <math.h>
#include <stdlib.h>

enum {
    MAX_AHEAD = 1024, /* batches enqueued before their losses are read */
    MAX_IDLE = 50,    /* steps that may be skipped one after the other when no loss scale can fall any more */
    CURVATURE = 10,   /* steps from one curvature to the next, as in Sophia's paper */
};
static const double report_seconds = 0.1;

/* Sums over an epoch so far. */
struct tally {
    double loss, correct;
    size_t samples;
};

struct nadir_trainer {
    struct nadir_context *context;
    struct nadir_arena *arena;
    struct nadir_trainer_params params;
    struct nadir_plateau plateau;       /* if params.plateau, whose state this is; likewise: */
    struct nadir_early_stop early_stop;
    struct nadir_optimizer *optimizer;
    bool may_skip; /* steps whose gradient is not finite */
    struct nadir_optimizer_report report;
    uint64_t idle; /* steps skipped since the last one that was taken */
    struct nadir_step *step;
    struct nadir__loader loader;
    struct nadir__evaluation test, validation; /* step NULL: no such data */
    struct nadir__curvature curvature;         /* step NULL: the rule needs none */
    struct nadir_tensor best; /* the parameters of the best epoch; buffer NULL: not kept */
    size_t kept_epoch;
    enum nadir_training_end end;
    struct nadir_epoch *history;
    size_t history_count;
    size_t position;    /* batches of the epoch being trained that are done */
    struct tally tally; /* of those */
    size_t ahead; /* batches to enqueue before the next wait, so that a wait comes every report_seconds */
    uint64_t verified; /* slices of operations that were computed again; the turn of the next one */
    double seconds;
    float scalars[MAX_AHEAD * ND_SCALARS];
};

struct nadir_trainer_params nadir_trainer_params_default(void)
{
    const struct nadir_optimizer_params optimizer = nadir_optimizer_params_default(NADIR_ADAM);
    return (struct nadir_trainer_params){
        .epochs = 10,
        .batch = 64,
        .accumulate = 1,
        .optimizer = optimizer,
        .schedule = nadir_schedule_default_of(NADIR_SCHEDULE_COSINE, optimizer.lr),
        .restore_best = true,
        .verify_every = 1000,
    };
}

const char *nadir_training_end_name(enum nadir_training_end end)
{
    static const char *const names[] = {
        [NADIR_TRAINING_UNFINISHED] = "unfinished", [NADIR_TRAINING_EPOCHS] = "all epochs",
        [NADIR_TRAINING_EARLY_STOP] = "early stop", [NADIR_TRAINING_LOSS] = "loss tolerance",
        [NADIR_TRAINING_GRADIENT] = "gradient tolerance",
    };
    return (unsigned)end < sizeof names / sizeof names[0] ? names[end] : NULL;
}

/* --- Creating. --- */

static enum nadir_status check_trainer(const struct nadir_dataset *train, const struct nadir_trainer_params *params)
{
    const struct nadir_early_stop *early = params->early_stop;
    ND_CHECK_ARG(params->epochs >= 1 && params->epochs <= 1000000, "epochs = %zu, but 1 .. 1000000 are possible",
                 params->epochs);
    ND_CHECK_ARG(params->batch >= 1 && params->batch <= 1 << 24, "batch = %zu, but 1 .. %d are possible", params->batch,
                 1 << 24);
    ND_CHECK_ARG(params->accumulate >= 1 && params->accumulate <= 1 << 24, "accumulate = %zu, but 1 .. %d are possible",
                 params->accumulate, 1 << 24);
    ND_CHECK_ARG(!early || early->min_delta >= 0, "early_stop: min_delta = %g, but a number >= 0 is needed", early->min_delta);
    ND_CHECK_ARG(params->loss_tolerance >= 0, "loss_tolerance = %g, but a number >= 0 is needed", params->loss_tolerance);
    ND_CHECK_ARG(params->gradient_tolerance >= 0, "gradient_tolerance = %g, but a number >= 0 is needed",
                 params->gradient_tolerance);
    ND_CHECK_ARG(train->count >= 1, "the training data is empty");
    return NADIR_OK;
}

/* Lengths that are 0 become what the warm-up leaves of `total`. */
static void fill_lengths(struct nadir_schedule *schedule, uint64_t total)
{
    const uint64_t left = total > schedule->warmup ? total - schedule->warmup : 1;
    const bool iters = schedule->kind == NADIR_SCHEDULE_LINEAR || schedule->kind == NADIR_SCHEDULE_POLYNOMIAL;
    if (schedule->t_max == 0) schedule->t_max = left;
    if (schedule->t_0 == 0) schedule->t_0 = left;
    if (schedule->total_steps == 0) schedule->total_steps = left;
    if (schedule->total_iters == 0 && iters) schedule->total_iters = left;
    if (schedule->decay_steps == 0 && schedule->kind == NADIR_SCHEDULE_WSD)
        schedule->decay_steps = left > schedule->stable_steps ? left - schedule->stable_steps : 1;
}

/* The params of a run as the trainer uses them. */
static enum nadir_status settle_params(struct nadir_trainer *trainer, const struct nadir_trainer_params *given,
                                       size_t epoch_steps)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_trainer_params *params = &trainer->params;
    struct nadir_optimizer_params *optimizer = &params->optimizer;
    struct nadir_schedule *schedule = &params->schedule;
    *params = *given;
    optimizer->accumulate = params->accumulate > 1;
    if (params->gradient_tolerance > 0) optimizer->skip_nonfinite = true; /* so that the norm is measured */
    if (params->plateau) {
        trainer->plateau = *params->plateau;
        trainer->plateau.best = NAN;
        trainer->plateau.bad = trainer->plateau.cooldown_left = 0;
        trainer->plateau.lr = optimizer->lr;
        ND_TRY(nadir_plateau_check(&trainer->plateau));
        const struct nadir_schedule *warmup = &given->schedule;
        *schedule = nadir_schedule_default(optimizer->lr);
        schedule->warmup = warmup->warmup;
        schedule->warmup_factor = warmup->warmup_factor;
    }
    if (params->early_stop) {
        trainer->early_stop = nadir_early_stop_default(params->early_stop->patience);
        trainer->early_stop.min_delta = params->early_stop->min_delta;
    }
    schedule->base = optimizer->lr;
    fill_lengths(schedule, params->epochs * (params->schedule_unit == NADIR_SCHEDULE_UNIT_EPOCH ? 1 : epoch_steps));
    const double *momentum = nadir__rule_momentum(optimizer);
    if (!momentum || *momentum == 0.0) schedule->cycle_momentum = false;
    ND_TRY(nadir_optimizer_check(optimizer));
    ND_TRY(nadir_schedule_check(schedule));
out:
    return status;
}

/* Runs the first and the last batch of a data set through a step. */
static enum nadir_status run_ends(struct nadir_step *step, const struct nadir__loader *loader)
{
    enum nadir_status status;
    const size_t ends[] = {0, nadir__loader_batches(loader) - 1};
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        ND_TRY(nadir__loader_fill(loader, ends[i]));
        ND_TRY(nadir_step_run(step, nadir__loader_rows(loader, ends[i])));
    }
out:
    return status;
}

static enum nadir_status run_everything(struct nadir_trainer *trainer)
{
    enum nadir_status status;
    ND_TRY(nadir__loader_shuffle(&trainer->loader, trainer->params.seed, 0));
    ND_TRY(run_ends(trainer->step, &trainer->loader));
    ND_TRY(nadir_step_flush(trainer->step));
    if (trainer->curvature.step) ND_TRY(nadir__curvature_run(&trainer->curvature, 0, trainer->params.seed, 0));
    if (trainer->test.step) ND_TRY(run_ends(trainer->test.step, &trainer->test.loader));
    if (trainer->validation.step) ND_TRY(run_ends(trainer->validation.step, &trainer->validation.loader));
    ND_TRY(nadir_context_finish(trainer->context));
out:
    return status;
}

static enum nadir_status copy_parameters(const struct nadir_trainer *trainer, const struct nadir_tensor *to,
                                         const struct nadir_tensor *from)
{
    enum nadir_status status = NADIR_OK;
    ND_CL(clEnqueueCopyBuffer(trainer->context->queue, from->buffer, to->buffer, from->offset * sizeof(float),
                              to->offset * sizeof(float), nadir_tensor_count(from) * sizeof(float), 0, NULL, NULL));
out:
    return status;
}

/* Drivers finish compiling a kernel when it is first launched. So that this does not count as training, every kernel of the run
 * is launched once; then the parameters are put back, also after a failure, and the optimizer starts over. */
static enum nadir_status warm_up(struct nadir_trainer *trainer)
{
    enum nadir_status status;
    struct nadir_tensor saved = {0};
    const struct nadir_tensor parameters = nadir_arena_parameters(trainer->arena);
    ND_TRY(nadir_tensor_create(&saved, trainer->context, NADIR_F32, parameters.rank, parameters.shape));
    ND_TRY(copy_parameters(trainer, &saved, &parameters));
    status = run_everything(trainer);
    if (status != NADIR_OK) {
        clEnqueueCopyBuffer(trainer->context->queue, saved.buffer, parameters.buffer, 0, parameters.offset * sizeof(float),
                            nadir_tensor_count(&parameters) * sizeof(float), 0, NULL, NULL);
        goto out;
    }
    ND_TRY(copy_parameters(trainer, &parameters, &saved));
    ND_TRY(nadir_optimizer_reset(trainer->optimizer));
out:
    nadir_tensor_destroy(&saved);
    return status;
}

enum nadir_status nadir_trainer_create(struct nadir_trainer **out, struct nadir_context *context,
                                       const struct nadir_classifier *classifier, const struct nadir_dataset *train,
                                       const struct nadir_dataset *test, const struct nadir_trainer_params *params)
{
    enum nadir_status status;
    struct nadir_trainer *trainer = NULL;
    const struct nadir_trainer_params defaults = nadir_trainer_params_default();
    if (!params) params = &defaults;
    ND_CHECK_ARG(out && context && classifier && classifier->graph && train,
                 "trainer: out, context, classifier or train is NULL");
    ND_TRY(nadir_graph_status(classifier->graph));
    ND_TRY(check_trainer(train, params));
    trainer = calloc(1, sizeof *trainer);
    if (trainer) trainer->history = calloc(params->epochs, sizeof *trainer->history);
    if (!trainer || !trainer->history) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a trainer of %zu epochs", params->epochs);
        goto out;
    }
    trainer->context = context;
    trainer->arena = nadir_graph_arena(classifier->graph);
    trainer->report = (struct nadir_optimizer_report){.loss_scale = 1, .gradient_norm = NAN, .bad_tensor = SIZE_MAX};
    trainer->ahead = 1;
    const size_t batch = params->batch < train->count ? params->batch : train->count;
    const size_t batches = nadir__size_ceil_div(train->count, batch);
    ND_TRY(settle_params(trainer, params, nadir__size_ceil_div(batches, params->accumulate)));
    struct nadir_value *const scalars[ND_SCALARS] = {[ND_LOSS] = classifier->loss, [ND_ACCURACY] = classifier->accuracy};
    ND_TRY(nadir_optimizer_create(&trainer->optimizer, context, trainer->arena, NULL, &trainer->params.optimizer));
    trainer->may_skip = nadir_optimizer_gradient_norm(trainer->optimizer).buffer != NULL;
    ND_TRY(nadir_step_create(&trainer->step, classifier->graph,
                             &(struct nadir_step_params){
                                 .max_rows = batch,
                                 .losses = (struct nadir_value *const[]){classifier->loss},
                                 .loss_count = 1,
                                 .scalars = scalars,
                                 .scalar_count = ND_SCALARS,
                                 .history = MAX_AHEAD,
                                 .optimizer = trainer->optimizer,
                                 .accumulate = params->accumulate,
                             }));
    ND_TRY(nadir__loader_create(&trainer->loader, context, classifier, train, trainer->step, batch, true));
    if (test) ND_TRY(nadir__evaluation_create(&trainer->test, context, classifier, test));
    if (params->validation)
        ND_TRY(nadir__evaluation_create(&trainer->validation, context, classifier, params->validation));
    if (params->optimizer.rule == NADIR_SOPHIA)
        ND_TRY(nadir__curvature_create(&trainer->curvature, classifier, &trainer->loader, trainer->optimizer));
    if (params->early_stop && params->restore_best) {
        const struct nadir_tensor parameters = nadir_arena_parameters(trainer->arena);
        ND_TRY(nadir_tensor_create(&trainer->best, context, NADIR_F32, parameters.rank, parameters.shape));
    }
    ND_TRY(warm_up(trainer));
    *out = trainer;
    trainer = NULL;
out:
    nadir_trainer_destroy(&trainer);
    return status;
}

void nadir_trainer_destroy(struct nadir_trainer **trainer)
{
    if (!trainer || !*trainer) return;
    nadir_tensor_destroy(&(*trainer)->best);
    nadir__evaluation_destroy(&(*trainer)->validation);
    nadir__evaluation_destroy(&(*trainer)->test);
    nadir__curvature_destroy(&(*trainer)->curvature);
    nadir__loader_destroy(&(*trainer)->loader);
    nadir_step_destroy(&(*trainer)->step);
    nadir_optimizer_destroy(&(*trainer)->optimizer);
    free((*trainer)->history);
    free(*trainer);
    *trainer = NULL;
}

/* --- Training. --- */

size_t nadir_trainer_epoch_steps(const struct nadir_trainer *trainer)
{
    return nadir__size_ceil_div(nadir__loader_batches(&trainer->loader), trainer->params.accumulate);
}

/* Number, from 0, of the update that batch i of an epoch is part of, skipped ones included. */
static uint64_t update_of(const struct nadir_trainer *trainer, size_t epoch, size_t i)
{
    return (uint64_t)nadir_trainer_epoch_steps(trainer) * (epoch - 1) + i / trainer->params.accumulate;
}

static struct nadir_metrics tally_metrics(const struct tally *tally)
{
    const double samples = (double)tally->samples;
    return (struct nadir_metrics){.loss = tally->loss / samples, .accuracy = round(tally->correct) / samples};
}

/* t of the schedule for the optimizer step number `step`, counted from 0. */
static uint64_t schedule_time(const struct nadir_trainer *trainer, size_t epoch, uint64_t step)
{
    return trainer->params.schedule_unit == NADIR_SCHEDULE_UNIT_EPOCH ? epoch - 1 : step;
}

/* Learning rate and momentum of the next step. On the device they belong to the step's number: where a step is skipped, the
 * next one takes its place and uses them. */
static enum nadir_status set_rates(const struct nadir_trainer *trainer, size_t epoch)
{
    enum nadir_status status;
    const struct nadir_schedule *schedule = &trainer->params.schedule;
    const uint64_t t = schedule_time(trainer, epoch, nadir_optimizer_step_count(trainer->optimizer));
    double momentum;
    ND_TRY(nadir_optimizer_set_lr(trainer->optimizer, nadir_schedule_lr(schedule, t)));
    if (nadir_schedule_momentum(schedule, t, &momentum)) ND_TRY(nadir_optimizer_set_momentum(trainer->optimizer, momentum));
out:
    return status;
}

/* The learning rate of the last step that was taken. */
static double last_lr(const struct nadir_trainer *trainer, size_t epoch)
{
    const uint64_t steps = nadir_optimizer_step_count(trainer->optimizer);
    return nadir_schedule_lr(&trainer->params.schedule, schedule_time(trainer, epoch, steps > 0 ? steps - 1 : 0));
}

/* Asks the optimizer what it did. */
static enum nadir_status look_after_optimizer(struct nadir_trainer *trainer)
{
    enum nadir_status status;
    const struct nadir_optimizer_report before = trainer->report, *now = &trainer->report;
    ND_TRY(nadir_optimizer_report(trainer->optimizer, &trainer->report));
    trainer->idle = now->steps > before.steps ? 0 : trainer->idle + (now->skipped - before.skipped);
out:
    return status;
}

/* Fails if none of the last `most` steps or more were taken and nothing will change that. */
static enum nadir_status check_idle(const struct nadir_trainer *trainer, uint64_t most)
{
    const struct nadir_optimizer_report *report = &trainer->report;
    const struct nadir_loss_scale *scale = &trainer->params.optimizer.loss_scale;
    const bool scale_may_fall = scale->initial > 0 && scale->dynamic && report->loss_scale > 1;
    if (trainer->idle < most || scale_may_fall || report->bad_tensor == SIZE_MAX) return NADIR_OK;
    return nadir__fail(NADIR_ERROR_DATA,
                       "the last %llu steps were skipped because the gradient was not finite, first %s[%zu] at step %llu; try "
                       "a smaller learning rate%s",
                       (unsigned long long)trainer->idle, nadir_arena_name(trainer->arena, report->bad_tensor),
                       report->bad_element, (unsigned long long)report->bad_step,
                       scale->initial > 1 ? " or loss scale" : "");
}

/* Waits for batches begin .. end-1 of the epoch and adds up what they measured. */
static enum nadir_status collect(struct nadir_trainer *trainer, size_t epoch, size_t begin, size_t end)
{
    enum nadir_status status = NADIR_OK;
    struct tally *tally = &trainer->tally;
    const uint64_t first = nadir_step_count(trainer->step) - (end - begin);
    if (begin == end) return NADIR_OK;
    ND_TRY(nadir_step_scalars(trainer->step, first, end - begin, trainer->scalars));
    if (trainer->may_skip) ND_TRY(look_after_optimizer(trainer));
    for (size_t i = begin; i < end; i++) {
        const size_t rows = nadir__loader_rows(&trainer->loader, i);
        const double loss = (double)trainer->scalars[(i - begin) * ND_SCALARS + ND_LOSS];
        if (!isfinite(loss)) {
            const uint64_t step = update_of(trainer, epoch, i) + 1;
            return nadir__fail_loss(trainer->context, trainer->arena, step, loss, &trainer->report);
        }
        tally->loss += (double)rows * loss;
        tally->correct += (double)rows * (double)trainer->scalars[(i - begin) * ND_SCALARS + ND_ACCURACY];
        tally->samples += rows;
    }
    ND_TRY(check_idle(trainer, MAX_IDLE));
out:
    return status;
}

static bool stop_requested(const struct nadir_trainer *trainer)
{
    return trainer->params.stop && *trainer->params.stop;
}

/* The times of a run, for progress reports. */
struct clock {
    double run_start;
    double epoch_start;
    double train_seconds; /* of this epoch's training alone, once it is over; 0 before */
};

static const struct nadir_metrics not_measured = {NAN, NAN};

/* `done`: what the epoch that is over achieved, else NULL. */
static void show(const struct nadir_trainer *trainer, const struct clock *clock, size_t epoch, size_t epoch_step,
                 const struct nadir_epoch *done)
{
    if (!trainer->params.progress) return;
    const double now = nadir__seconds();
    const size_t epoch_steps = nadir__loader_batches(&trainer->loader);
    const uint64_t batches = (uint64_t)epoch_steps * (epoch - 1) + epoch_step;
    const uint64_t all = (uint64_t)epoch_steps * trainer->params.epochs;
    const double train_seconds = clock->train_seconds > 0 ? clock->train_seconds : now - clock->epoch_start;
    const struct nadir_progress progress = {
        .epoch = epoch,
        .epochs = trainer->params.epochs,
        .step = nadir_optimizer_step_count(trainer->optimizer),
        .skipped = trainer->report.skipped,
        .epoch_step = epoch_step,
        .epoch_steps = epoch_steps,
        .lr = last_lr(trainer, epoch),
        .loss_scale = trainer->report.loss_scale,
        .train = tally_metrics(&trainer->tally),
        .test = done ? done->test : not_measured,
        .validation = done ? done->validation : not_measured,
        .epoch_done = done != NULL,
        .samples_per_second = train_seconds > 0 ? (double)trainer->tally.samples / train_seconds : 0,
        .epoch_seconds = now - clock->epoch_start,
        .seconds_left = (now - clock->run_start) / (double)batches * (double)(all - batches),
    };
    trainer->params.progress(&progress, trainer->params.user);
}

/* Enqueues batch i of an epoch. Each verify_every-th one of the run, from the first on, is verified, and waited for. */
static enum nadir_status run_batch(struct nadir_trainer *trainer, size_t epoch, size_t i)
{
    const size_t rows = nadir__loader_rows(&trainer->loader, i);
    const uint64_t number = (uint64_t)nadir__loader_batches(&trainer->loader) * (epoch - 1) + i;
    const uint64_t every = trainer->params.verify_every;
    const char *watched;
    if (every == 0 || number % every != 0) return nadir_step_run(trainer->step, rows);
    const enum nadir_status status = nadir_step_run_verified(trainer->step, rows, trainer->verified, &watched);
    trainer->verified += status == NADIR_OK && watched;
    if (status != NADIR_ERROR_WRONG_RESULT) return status;
    return nadir__fail(status, "step %llu: %.400s", (unsigned long long)update_of(trainer, epoch, i) + 1,
                       nadir_last_error()->message);
}

/* After a wrong result, which is the last error, in the batch behind batches begin .. end-1: leaves the run as a request to
 * stop does. Returns the wrong result, whatever fails now. */
static enum nadir_status end_wrong(struct nadir_trainer *trainer, size_t epoch, size_t begin, size_t end)
{
    const struct nadir_error error = *nadir_last_error();
    collect(trainer, epoch, begin, end);
    trainer->position = end;
    nadir_optimizer_evaluate(trainer->optimizer);
    nadir__error_restore(&error);
    return error.status;
}

/* Trains what is left of an epoch, or until a stop is requested. */
static enum nadir_status train_epoch(struct nadir_trainer *trainer, size_t epoch, struct clock *clock)
{
    enum nadir_status status;
    const size_t batches = nadir__loader_batches(&trainer->loader);
    ND_TRY(nadir__loader_shuffle(&trainer->loader, trainer->params.seed, epoch));
    while (trainer->position < batches && !stop_requested(trainer)) {
        const size_t begin = trainer->position;
        const double start = nadir__seconds();
        size_t end = begin;
        for (; end < batches && end - begin < trainer->ahead && !stop_requested(trainer); end++) {
            const uint64_t update = update_of(trainer, epoch, end);
            if (trainer->curvature.step && update % CURVATURE == 0 && end % trainer->params.accumulate == 0)
                ND_TRY(nadir__curvature_run(&trainer->curvature, end, trainer->params.seed, update));
            ND_TRY(set_rates(trainer, epoch));
            ND_TRY(nadir__loader_fill(&trainer->loader, end));
            const uint64_t runs = nadir_step_count(trainer->step);
            status = run_batch(trainer, epoch, end);
            /* A wrong update is a run all the same. */
            if (status == NADIR_ERROR_WRONG_RESULT)
                return end_wrong(trainer, epoch, begin, end + (nadir_step_count(trainer->step) > runs));
            if (status != NADIR_OK) goto out;
        }
        if (end == batches) ND_TRY(nadir_step_flush(trainer->step));
        ND_TRY(collect(trainer, epoch, begin, end));
        if (end < batches && trainer->tally.samples > 0) show(trainer, clock, epoch, end, NULL);
        /* Aim at one wait per report_seconds; at most doubling, because the first waits tell little about speed. */
        const double fitting = report_seconds / ((nadir__seconds() - start) / (double)(end - begin + (end == begin)) + 1e-9);
        const size_t doubled = 2 * trainer->ahead;
        trainer->ahead = fitting < 1 ? 1 : fitting < (double)doubled ? (size_t)fitting : doubled;
        if (trainer->ahead > MAX_AHEAD) trainer->ahead = MAX_AHEAD;
        trainer->position = end;
    }
out:
    return status;
}

/* What an epoch that is over means for the next ones. The parameters are those that were evaluated. */
static enum nadir_status judge(struct nadir_trainer *trainer, const struct nadir_epoch *epoch)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_trainer_params *params = &trainer->params;
    const double loss = trainer->validation.step ? epoch->validation.loss : epoch->train.loss;
    const double before = epoch->epoch > 1 ? epoch[-1].train.loss : INFINITY;
    if (params->plateau) trainer->params.schedule.base = nadir_plateau_step(&trainer->plateau, loss);
    if (epoch->epoch == params->epochs) trainer->end = NADIR_TRAINING_EPOCHS;
    if (trainer->report.gradient_norm < params->gradient_tolerance) trainer->end = NADIR_TRAINING_GRADIENT;
    if (fabs(epoch->train.loss - before) < params->loss_tolerance * fabs(before)) trainer->end = NADIR_TRAINING_LOSS;
    trainer->kept_epoch = epoch->epoch;
    if (!params->early_stop) goto out;
    if (nadir_early_stop_step(&trainer->early_stop, loss)) trainer->end = NADIR_TRAINING_EARLY_STOP;
    if (!trainer->best.buffer) goto out;
    const struct nadir_tensor parameters = nadir_arena_parameters(trainer->arena);
    const uint64_t best = trainer->early_stop.best_epoch;
    if (best == epoch->epoch) ND_TRY(copy_parameters(trainer, &trainer->best, &parameters));
    if (trainer->end == NADIR_TRAINING_UNFINISHED || best == 0) goto out;
    trainer->kept_epoch = (size_t)best;
    ND_TRY(copy_parameters(trainer, &parameters, &trainer->best));
out:
    return status;
}

/* Evaluates, records and judges the epoch that is over. */
static enum nadir_status finish_epoch(struct nadir_trainer *trainer, size_t epoch, struct clock *clock)
{
    enum nadir_status status;
    struct nadir_epoch *done = &trainer->history[trainer->history_count];
    ND_TRY(look_after_optimizer(trainer));
    ND_TRY(check_idle(trainer, nadir_trainer_epoch_steps(trainer)));
    clock->train_seconds = nadir__seconds() - clock->epoch_start;
    *done = (struct nadir_epoch){
        .epoch = epoch,
        .step = nadir_optimizer_step_count(trainer->optimizer),
        .lr = last_lr(trainer, epoch),
        .train = tally_metrics(&trainer->tally),
        .test = not_measured,
        .validation = not_measured,
    };
    ND_TRY(nadir_optimizer_evaluate(trainer->optimizer));
    if (trainer->validation.step) ND_TRY(nadir__evaluation_run(&trainer->validation, &done->validation));
    if (trainer->test.step) ND_TRY(nadir__evaluation_run(&trainer->test, &done->test));
    show(trainer, clock, epoch, trainer->position, done);
    ND_TRY(judge(trainer, done));
    done->seconds = nadir__seconds() - clock->epoch_start;
    trainer->history_count++;
    trainer->position = 0;
    trainer->tally = (struct tally){0};
out:
    return status;
}

enum nadir_status nadir_trainer_run(struct nadir_trainer *trainer)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(trainer, "trainer is NULL");
    struct clock clock = {.run_start = nadir__seconds()};
    const double before = trainer->seconds;
    while (trainer->end == NADIR_TRAINING_UNFINISHED) {
        const size_t epoch = trainer->history_count + 1;
        clock.epoch_start = nadir__seconds();
        clock.train_seconds = 0;
        ND_TRY(nadir_optimizer_train(trainer->optimizer));
        ND_TRY(train_epoch(trainer, epoch, &clock));
        if (trainer->position < nadir__loader_batches(&trainer->loader)) {
            ND_TRY(nadir_optimizer_evaluate(trainer->optimizer));
            status = nadir__fail(NADIR_ERROR_INTERRUPTED, "stopped after step %llu, in epoch %zu of %zu",
                                 (unsigned long long)nadir_optimizer_step_count(trainer->optimizer), epoch,
                                 trainer->params.epochs);
            goto out;
        }
        ND_TRY(finish_epoch(trainer, epoch, &clock));
    }
out:
    trainer->seconds = before + nadir__seconds() - clock.run_start;
    return status;
}

enum nadir_training_end nadir_trainer_end(const struct nadir_trainer *trainer)
{
    return trainer->end;
}

const struct nadir_epoch *nadir_trainer_history(const struct nadir_trainer *trainer, size_t *count)
{
    *count = trainer->history_count;
    return trainer->history;
}

size_t nadir_trainer_kept_epoch(const struct nadir_trainer *trainer)
{
    return trainer->kept_epoch;
}

const struct nadir_optimizer_report *nadir_trainer_report(const struct nadir_trainer *trainer)
{
    return &trainer->report;
}

uint64_t nadir_trainer_verified(const struct nadir_trainer *trainer)
{
    return trainer->verified;
}

double nadir_trainer_seconds(const struct nadir_trainer *trainer)
{
    return trainer->seconds;
}
