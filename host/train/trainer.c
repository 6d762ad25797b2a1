/* SPDX-License-Identifier: MIT */
/* Training and evaluation loops. The device is waited for about ten times a second only, to read losses, report and notice a
 * request to stop; in between, steps are enqueued ahead. */
#include "train_priv.h"

#include "base/clock_priv.h"
#include "base/status_priv.h"
#include "optim/optim_priv.h"

#include <math.h>
#include <stdlib.h>

enum {
    MAX_AHEAD = 1024,  /* steps enqueued before their losses are read */
    EVALUATION_BATCH = 1000,
    LOSS = 0, ACCURACY = 1, SCALARS = 2,
};
static const double report_seconds = 0.1;

/* A forward-only step over a data set. */
struct evaluation {
    struct nadir_step *step;
    struct nadir__loader loader;
};

/* Sums over an epoch so far. */
struct tally {
    double loss, correct;
    size_t samples;
};

struct nadir_trainer {
    struct nadir_context *context;
    struct nadir_trainer_params params;
    struct nadir_schedule schedule;
    struct nadir_optimizer *optimizer;
    struct nadir_step *step;
    struct nadir__loader loader;
    struct evaluation test; /* step NULL: no test data */
    struct nadir_epoch *history;
    size_t history_count;
    size_t position;    /* batches of the epoch being trained that are done */
    struct tally tally; /* of those */
    size_t ahead; /* steps to enqueue before the next wait, so that a wait comes every report_seconds */
    double seconds;
    float scalars[MAX_AHEAD * SCALARS];
};

struct nadir_trainer_params nadir_trainer_params_default(void)
{
    return (struct nadir_trainer_params){
        .epochs = 10,
        .batch = 64,
        .optimizer = nadir_optimizer_params_default(NADIR_ADAM),
        .schedule = NADIR_SCHEDULE_COSINE,
    };
}

/* --- Evaluation --- */

static void evaluation_destroy(struct evaluation *evaluation)
{
    nadir__loader_destroy(&evaluation->loader);
    nadir_step_destroy(&evaluation->step);
}

static enum nadir_status evaluation_create(struct evaluation *evaluation, struct nadir_context *context,
                                           const struct nadir_classifier *classifier, const struct nadir_dataset *dataset)
{
    enum nadir_status status;
    struct nadir_value *const scalars[SCALARS] = {[LOSS] = classifier->loss, [ACCURACY] = classifier->accuracy};
    const size_t batch = dataset->count < EVALUATION_BATCH ? dataset->count : EVALUATION_BATCH;
    *evaluation = (struct evaluation){0};
    ND_TRY(nadir_step_create(&evaluation->step, classifier->graph,
                             &(struct nadir_step_params){
                                 .max_rows = batch, .scalars = scalars, .scalar_count = SCALARS, .history = MAX_AHEAD}));
    ND_TRY(nadir__loader_create(&evaluation->loader, context, classifier, dataset, evaluation->step, batch, false));
out:
    if (status != NADIR_OK) evaluation_destroy(evaluation);
    return status;
}

static enum nadir_status evaluation_run(struct evaluation *evaluation, struct nadir_metrics *metrics)
{
    enum nadir_status status = NADIR_OK;
    float scalars[MAX_AHEAD * SCALARS];
    double loss = 0, correct = 0;
    const size_t batches = nadir__loader_batches(&evaluation->loader);
    for (size_t begin = 0; begin < batches; begin += MAX_AHEAD) {
        const size_t end = batches - begin < MAX_AHEAD ? batches : begin + MAX_AHEAD;
        const uint64_t first = nadir_step_count(evaluation->step);
        for (size_t i = begin; i < end; i++) {
            ND_TRY(nadir__loader_fill(&evaluation->loader, i));
            ND_TRY(nadir_step_run(evaluation->step, nadir__loader_rows(&evaluation->loader, i)));
        }
        ND_TRY(nadir_step_scalars(evaluation->step, first, end - begin, scalars));
        for (size_t i = begin; i < end; i++) {
            const double rows = (double)nadir__loader_rows(&evaluation->loader, i);
            loss += rows * (double)scalars[(i - begin) * SCALARS + LOSS];
            correct += rows * (double)scalars[(i - begin) * SCALARS + ACCURACY];
        }
    }
    metrics->loss = loss / (double)evaluation->loader.count;
    /* A whole number of hits went into it. */
    metrics->accuracy = round(correct) / (double)evaluation->loader.count;
out:
    return status;
}

enum nadir_status nadir_evaluate(struct nadir_context *context, const struct nadir_classifier *classifier,
                                 const struct nadir_dataset *dataset, struct nadir_metrics *metrics)
{
    enum nadir_status status;
    struct evaluation evaluation = {0};
    ND_CHECK_ARG(context && classifier && classifier->graph && dataset && metrics,
                 "evaluate: context, classifier, dataset or metrics is NULL");
    ND_TRY(evaluation_create(&evaluation, context, classifier, dataset));
    ND_TRY(evaluation_run(&evaluation, metrics));
out:
    evaluation_destroy(&evaluation);
    return status;
}

/* --- Training --- */

static enum nadir_status check_trainer(const struct nadir_dataset *train, const struct nadir_trainer_params *params)
{
    ND_CHECK_ARG(params->epochs >= 1 && params->epochs <= 1000000, "epochs = %zu, but 1 .. 1000000 are possible",
                 params->epochs);
    ND_CHECK_ARG(params->batch >= 1 && params->batch <= 1 << 24, "batch = %zu, but 1 .. %d are possible", params->batch,
                 1 << 24);
    ND_CHECK_ARG(nadir_schedule_name(params->schedule), "schedule = %d is not a schedule", (int)params->schedule);
    ND_CHECK_ARG(train->count >= 1, "the training data is empty");
    return nadir__optimizer_params_check(&params->optimizer);
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
    if (trainer->test.step) ND_TRY(run_ends(trainer->test.step, &trainer->test.loader));
    ND_TRY(nadir_context_finish(trainer->context));
out:
    return status;
}

/* Drivers finish compiling a kernel when it is first launched. So that this does not count as training, every kernel of the run
 * is launched once; then the parameters are put back, also after a failure, and the optimizer starts over. */
static enum nadir_status warm_up(struct nadir_trainer *trainer, const struct nadir_arena *arena)
{
    enum nadir_status status;
    struct nadir_tensor saved = {0};
    const struct nadir_tensor parameters = nadir_arena_parameters(arena);
    const size_t bytes = nadir_tensor_count(&parameters) * sizeof(float);
    cl_command_queue queue = trainer->context->queue;
    ND_TRY(nadir_tensor_create(&saved, trainer->context, NADIR_F32, parameters.rank, parameters.shape));
    ND_CL(clEnqueueCopyBuffer(queue, parameters.buffer, saved.buffer, 0, 0, bytes, 0, NULL, NULL));
    const enum nadir_status ran = run_everything(trainer);
    if (ran != NADIR_OK) {
        clEnqueueCopyBuffer(queue, saved.buffer, parameters.buffer, 0, 0, bytes, 0, NULL, NULL);
        status = ran;
        goto out;
    }
    ND_CL(clEnqueueCopyBuffer(queue, saved.buffer, parameters.buffer, 0, 0, bytes, 0, NULL, NULL));
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
    trainer->params = *params;
    trainer->ahead = 1;
    const size_t batch = params->batch < train->count ? params->batch : train->count;
    struct nadir_value *const scalars[SCALARS] = {[LOSS] = classifier->loss, [ACCURACY] = classifier->accuracy};
    struct nadir_graph *graph = classifier->graph;
    ND_TRY(nadir_optimizer_create(&trainer->optimizer, context, nadir_graph_arena(graph), NULL, &params->optimizer));
    ND_TRY(nadir_step_create(&trainer->step, graph,
                             &(struct nadir_step_params){
                                 .max_rows = batch,
                                 .losses = (struct nadir_value *const[]){classifier->loss},
                                 .loss_count = 1,
                                 .scalars = scalars,
                                 .scalar_count = SCALARS,
                                 .history = MAX_AHEAD,
                                 .optimizer = trainer->optimizer,
                             }));
    ND_TRY(nadir__loader_create(&trainer->loader, context, classifier, train, trainer->step, batch, true));
    if (test) ND_TRY(evaluation_create(&trainer->test, context, classifier, test));
    ND_TRY(warm_up(trainer, nadir_graph_arena(graph)));
    trainer->schedule = nadir_schedule_default(params->optimizer.lr);
    trainer->schedule.kind = params->schedule;
    trainer->schedule.t_max = params->epochs * nadir__loader_batches(&trainer->loader);
    *out = trainer;
    trainer = NULL;
out:
    nadir_trainer_destroy(&trainer);
    return status;
}

void nadir_trainer_destroy(struct nadir_trainer **trainer)
{
    if (!trainer || !*trainer) return;
    evaluation_destroy(&(*trainer)->test);
    nadir__loader_destroy(&(*trainer)->loader);
    nadir_step_destroy(&(*trainer)->step);
    nadir_optimizer_destroy(&(*trainer)->optimizer);
    free((*trainer)->history);
    free(*trainer);
    *trainer = NULL;
}

static struct nadir_metrics tally_metrics(const struct tally *tally)
{
    const double samples = (double)tally->samples;
    return (struct nadir_metrics){.loss = tally->loss / samples, .accuracy = round(tally->correct) / samples};
}

/* Waits for steps begin .. end-1 of the epoch and adds up what they measured. */
static enum nadir_status collect(struct nadir_trainer *trainer, struct tally *tally, size_t begin, size_t end)
{
    enum nadir_status status = NADIR_OK;
    const uint64_t first = nadir_step_count(trainer->step) - (end - begin);
    const uint64_t first_step = nadir_optimizer_step_count(trainer->optimizer) - (end - begin) + 1;
    if (begin == end) return NADIR_OK;
    ND_TRY(nadir_step_scalars(trainer->step, first, end - begin, trainer->scalars));
    for (size_t i = begin; i < end; i++) {
        const size_t rows = nadir__loader_rows(&trainer->loader, i);
        const double loss = (double)trainer->scalars[(i - begin) * SCALARS + LOSS];
        if (!isfinite(loss))
            return nadir__fail(NADIR_ERROR_DATA, "the loss of step %llu is %s; try a smaller learning rate",
                               (unsigned long long)(first_step + (i - begin)), isnan(loss) ? "NaN" : "infinite");
        tally->loss += (double)rows * loss;
        tally->correct += (double)rows * (double)trainer->scalars[(i - begin) * SCALARS + ACCURACY];
        tally->samples += rows;
    }
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

static void report(const struct nadir_trainer *trainer, const struct clock *clock, const struct tally *tally, size_t epoch,
                   size_t epoch_step, double lr, const struct nadir_metrics *test)
{
    if (!trainer->params.progress) return;
    const double now = nadir__seconds();
    const size_t epoch_steps = nadir__loader_batches(&trainer->loader);
    const uint64_t steps = nadir_optimizer_step_count(trainer->optimizer), all = (uint64_t)epoch_steps * trainer->params.epochs;
    const double train_seconds = clock->train_seconds > 0 ? clock->train_seconds : now - clock->epoch_start;
    const struct nadir_progress progress = {
        .epoch = epoch,
        .epochs = trainer->params.epochs,
        .step = steps,
        .epoch_step = epoch_step,
        .epoch_steps = epoch_steps,
        .lr = lr,
        .train = tally_metrics(tally),
        .test = test ? *test : (struct nadir_metrics){NAN, NAN},
        .epoch_done = test != NULL,
        .samples_per_second = train_seconds > 0 ? (double)tally->samples / train_seconds : 0,
        .epoch_seconds = now - clock->epoch_start,
        .seconds_left = (now - clock->run_start) / (double)steps * (double)(all - steps),
    };
    trainer->params.progress(&progress, trainer->params.user);
}

/* Trains what is left of an epoch, or until a stop is requested. */
static enum nadir_status train_epoch(struct nadir_trainer *trainer, size_t epoch, struct clock *clock, double *lr)
{
    enum nadir_status status;
    struct tally *tally = &trainer->tally;
    const size_t batches = nadir__loader_batches(&trainer->loader);
    ND_TRY(nadir__loader_shuffle(&trainer->loader, trainer->params.seed, epoch));
    while (trainer->position < batches && !stop_requested(trainer)) {
        const size_t begin = trainer->position;
        const double start = nadir__seconds();
        size_t end = begin;
        for (; end < batches && end - begin < trainer->ahead && !stop_requested(trainer); end++) {
            *lr = nadir_schedule_lr(&trainer->schedule, nadir_optimizer_step_count(trainer->optimizer));
            ND_TRY(nadir_optimizer_set_lr(trainer->optimizer, *lr));
            ND_TRY(nadir__loader_fill(&trainer->loader, end));
            ND_TRY(nadir_step_run(trainer->step, nadir__loader_rows(&trainer->loader, end)));
        }
        ND_TRY(collect(trainer, tally, begin, end));
        if (end < batches && tally->samples > 0) report(trainer, clock, tally, epoch, end, *lr, NULL);
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

enum nadir_status nadir_trainer_run(struct nadir_trainer *trainer)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(trainer, "trainer is NULL");
    struct clock clock = {.run_start = nadir__seconds()};
    const double before = trainer->seconds;
    while (trainer->history_count < trainer->params.epochs) {
        const size_t epoch = trainer->history_count + 1;
        double lr = 0;
        clock.epoch_start = nadir__seconds();
        clock.train_seconds = 0;
        ND_TRY(train_epoch(trainer, epoch, &clock, &lr));
        if (trainer->position < nadir__loader_batches(&trainer->loader)) {
            status = nadir__fail(NADIR_ERROR_INTERRUPTED, "stopped after step %llu, in epoch %zu of %zu",
                                 (unsigned long long)nadir_optimizer_step_count(trainer->optimizer), epoch,
                                 trainer->params.epochs);
            goto out;
        }
        clock.train_seconds = nadir__seconds() - clock.epoch_start;
        struct nadir_metrics test = {NAN, NAN};
        if (trainer->test.step) ND_TRY(evaluation_run(&trainer->test, &test));
        report(trainer, &clock, &trainer->tally, epoch, trainer->position, lr, &test);
        trainer->history[trainer->history_count++] = (struct nadir_epoch){
            .epoch = epoch,
            .step = nadir_optimizer_step_count(trainer->optimizer),
            .lr = lr,
            .train = tally_metrics(&trainer->tally),
            .test = test,
            .seconds = nadir__seconds() - clock.epoch_start,
        };
        trainer->position = 0;
        trainer->tally = (struct tally){0};
    }
out:
    trainer->seconds = before + nadir__seconds() - clock.run_start;
    return status;
}

const struct nadir_epoch *nadir_trainer_history(const struct nadir_trainer *trainer, size_t *count)
{
    *count = trainer->history_count;
    return trainer->history;
}

size_t nadir_trainer_epoch_steps(const struct nadir_trainer *trainer)
{
    return nadir__loader_batches(&trainer->loader);
}

double nadir_trainer_seconds(const struct nadir_trainer *trainer)
{
    return trainer->seconds;
}
