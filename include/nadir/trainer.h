/* SPDX-License-Identifier: MIT */
/* Training and evaluation of classifiers on data sets: shuffled mini-batches, schedule, metrics, the files of a run. */
#ifndef NADIR_TRAINER_H
#define NADIR_TRAINER_H

#include "nadir/checkpoint.h"
#include "nadir/dataset.h"
#include "nadir/graph.h"
#include "nadir/schedule.h"

#include <signal.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A classifier: a graph and the values that a trainer feeds and reads. */
struct nadir_classifier {
    struct nadir_graph *graph;
    struct nadir_value *samples; /* input float32 (NADIR_BATCH, features) */
    struct nadir_value *labels;  /* input int32 (NADIR_BATCH) */
    struct nadir_value *logits;  /* (NADIR_BATCH, classes) */
    struct nadir_value *loss;    /* mean cross-entropy */
    struct nadir_value *accuracy;
    double mean;                 /* samples enter as (x / 255 - mean) / deviation; deviation > 0 */
    double deviation;
    char specification[128];     /* what it was built from, "" for a graph made by hand */
};

/* Builds the graph of a classifier from a specification: "mlp:784-128-10" is a perceptron with these layer widths, ReLU
 * between its layers, which are named fc1, fc2, ... The first width is the number of features, the last that of classes.
 * mean 0, deviation 1. Owns: free with nadir_classifier_destroy.
 * Errors: INVALID_ARGUMENT (names the part of the specification that is wrong), OUT_OF_MEMORY. */
NADIR_API enum nadir_status nadir_classifier_create(struct nadir_classifier *out, struct nadir_context *context,
                                                    const char *specification);
NADIR_API void nadir_classifier_destroy(struct nadir_classifier *classifier);

/* Moves round(fraction * count) samples into a new data set, for validation: those that the permutation of stream 2^33 of
 * `seed` puts first. Both keep the order that the samples had, and `classes`.
 * Owns: free with nadir_dataset_destroy. Errors: INVALID_ARGUMENT (one of the two would be empty), OUT_OF_MEMORY. */
NADIR_API enum nadir_status nadir_dataset_split(struct nadir_dataset **out, struct nadir_dataset *dataset, double fraction,
                                                uint64_t seed);

/* Metrics over a data set or an epoch, means over its samples. */
struct nadir_metrics {
    double loss;
    double accuracy; /* 0 .. 1 */
};

/* State of a run, given to `progress` about ten times a second and at the end of each epoch. */
struct nadir_progress {
    size_t epoch;         /* from 1 */
    size_t epochs;
    uint64_t step;        /* optimizer steps taken so far, over all epochs */
    uint64_t skipped;     /* steps left out because of a gradient that was not finite */
    size_t epoch_step;    /* batches of this epoch so far */
    size_t epoch_steps;   /* batches of one epoch */
    double lr;            /* learning rate of the last step */
    double loss_scale;    /* 1 without */
    struct nadir_metrics train; /* over this epoch so far, in training mode: each batch before its own update */
    struct nadir_metrics test;  /* at the end of an epoch only; NaN without such data */
    struct nadir_metrics validation;
    bool epoch_done;
    double samples_per_second;  /* training of this epoch */
    double epoch_seconds;       /* training plus evaluation of this epoch so far */
    double seconds_left;        /* estimate until the end of the run */
};

/* What t of a schedule counts. */
enum nadir_schedule_unit {
    NADIR_SCHEDULE_UNIT_STEP, /* optimizer steps taken: one that is skipped does not move it */
    NADIR_SCHEDULE_UNIT_EPOCH /* epochs finished */
};

struct nadir_trainer_params {
    size_t epochs;     /* >= 1; default 10 */
    size_t batch;      /* >= 1; default 64; the last batch of an epoch may be shorter */
    size_t accumulate; /* >= 1: batches of one optimizer step, whose gradient is the mean over all their samples; the last step
                          of an epoch may have fewer; default 1 */
    uint64_t seed;     /* shuffling: epoch e takes the permutation of stream 2^32 + e; default 0 */
    struct nadir_optimizer_params optimizer; /* default Adam, lr 1e-3; its `accumulate` follows from the one above. Sophia: the
                                                curvature is taken every 10 steps, at a batch, which `optimizer.batch` should
                                                be; its labels are drawn from the streams from 2^34 on, and it waits for the
                                                device */

    /* The learning rate; optimizer.lr takes the place of schedule.base. A length that is 0 (t_max, t_0, total_steps,
     * decay_steps of wsd, total_iters of linear and polynomial) is what the warm-up leaves of the run. One-cycle and cyclic
     * move the momentum of rules that have one. Its arrays must outlive the trainer. Default: cosine over the run. */
    struct nadir_schedule schedule;
    enum nadir_schedule_unit schedule_unit; /* default step */
    const struct nadir_plateau *plateau; /* in place of the schedule, whose warm-up stays: the learning rate falls when the
                                            loss watched no longer does; copied; NULL: none */

    /* The loss watched by plateau and early stopping is that on `validation`, or without it the training loss; never the test
     * loss. */
    const struct nadir_dataset *validation;    /* NULL: none */
    const struct nadir_early_stop *early_stop; /* ends the run; copied; NULL: none */
    bool restore_best;         /* with early_stop: a run that has ended has the parameters of its best epoch; default true */
    uint64_t verify_every;     /* every so many batches, in the first one to begin with, a slice of one operation is computed
                                  again on the host, in double; 0: never; default 1000. See nadir_trainer_run and
                                  nadir_step_run_verified */
    double loss_tolerance;     /* ends the run when an epoch's training loss differs from that of the epoch before by less
                                  than this part of it; >= 0, default 0: never */
    double gradient_tolerance; /* ends the run when the gradient's norm in the last step of an epoch is below this; sets
                                  optimizer.skip_nonfinite, so that it is measured; >= 0, default 0: never */

    void (*progress)(const struct nadir_progress *progress, void *user); /* NULL: none */
    void *user;
    const volatile sig_atomic_t *stop; /* when it becomes non-zero, training ends after the batch; NULL: never */
};

NADIR_API struct nadir_trainer_params nadir_trainer_params_default(void);

/* What one epoch achieved: a line of history.csv. */
struct nadir_epoch {
    size_t epoch; /* from 1 */
    uint64_t step; /* optimizer steps taken so far */
    double lr;    /* of its last step */
    struct nadir_metrics train;
    struct nadir_metrics test;       /* NaN without test data */
    struct nadir_metrics validation; /* NaN without validation data */
    double seconds; /* not written to history.csv, so that equal runs give equal files */
};

struct nadir_trainer;

/* Uploads the data, compiles the steps and launches every kernel once (parameters end as they were). The graph must be
 * initialised. `test` may be NULL: test metrics are then NaN.
 * The data sets may be destroyed afterwards. Owns: destroy before the classifier.
 * Errors: INVALID_ARGUMENT (a parameter out of range; features or labels that do not fit the model), and as
 * nadir_step_create. */
NADIR_API enum nadir_status nadir_trainer_create(struct nadir_trainer **out, struct nadir_context *context,
                                                 const struct nadir_classifier *classifier, const struct nadir_dataset *train,
                                                 const struct nadir_dataset *test, const struct nadir_trainer_params *params);
NADIR_API void nadir_trainer_destroy(struct nadir_trainer **trainer);

/* Trains until all epochs are done or something else ends the run. Two runs with the same device, data, parameters and seed
 * give the same bits. Evaluation, and what a run leaves in the graph's parameters, is what nadir_optimizer_evaluate shows: the
 * average, if there is one. Blocks.
 * Errors: INTERRUPTED (by `stop`; all finished steps are in the parameters, and a further call goes on from there); DATA (the
 * loss is no longer finite: names the step and the first parameter that is not; or all steps are skipped: names the first
 * gradient that was not finite); WRONG_RESULT (of verify_every: names the operation, what came and what was expected; the
 * parameters are those before the step, unless it was the update itself that was wrong); OPENCL. */
NADIR_API enum nadir_status nadir_trainer_run(struct nadir_trainer *trainer);

/* Why the run ended. */
enum nadir_training_end {
    NADIR_TRAINING_UNFINISHED,
    NADIR_TRAINING_EPOCHS,     /* all epochs are done */
    NADIR_TRAINING_EARLY_STOP, /* the loss watched has not become better for `patience` epochs */
    NADIR_TRAINING_LOSS,       /* loss_tolerance */
    NADIR_TRAINING_GRADIENT    /* gradient_tolerance */
};
NADIR_API enum nadir_training_end nadir_trainer_end(const struct nadir_trainer *trainer);

/* "early stop", ...; NULL for other values. */
NADIR_API const char *nadir_training_end_name(enum nadir_training_end end);

/* The epochs finished so far. Owned by the trainer. */
NADIR_API const struct nadir_epoch *nadir_trainer_history(const struct nadir_trainer *trainer, size_t *count);

/* The epoch, from 1, whose parameters a run that has ended left: the last one, or the best one if that was restored. 0 before
 * the first is finished. */
NADIR_API size_t nadir_trainer_kept_epoch(const struct nadir_trainer *trainer);

/* What the optimizer did, as of the last wait for the device. Owned by the trainer. */
NADIR_API const struct nadir_optimizer_report *nadir_trainer_report(const struct nadir_trainer *trainer);

/* Slices that were computed again on the host so far, and found right. */
NADIR_API uint64_t nadir_trainer_verified(const struct nadir_trainer *trainer);

/* Optimizer steps per epoch; seconds spent in nadir_trainer_run so far, training and evaluation together. */
NADIR_API size_t nadir_trainer_epoch_steps(const struct nadir_trainer *trainer);
NADIR_API double nadir_trainer_seconds(const struct nadir_trainer *trainer);

/* Loss and accuracy of a classifier on a data set, in batches. Blocks.
 * Errors: INVALID_ARGUMENT (features or labels that do not fit), and as nadir_step_create. */
NADIR_API enum nadir_status nadir_evaluate(struct nadir_context *context, const struct nadir_classifier *classifier,
                                           const struct nadir_dataset *dataset, struct nadir_metrics *metrics);

/* The files of a run, each written atomically; all lists hold `count` epochs. history.csv has the columns
 * epoch,step,lr,train_loss,train_accuracy,test_loss,test_accuracy and, if an epoch has validation metrics, behind them
 * val_loss,val_accuracy; the curve is an SVG of losses and accuracies.
 * Errors: IO, OUT_OF_MEMORY. */
NADIR_API enum nadir_status nadir_history_write_csv(const char *path, const struct nadir_epoch *epochs, size_t count);
NADIR_API enum nadir_status nadir_history_write_svg(const char *path, const struct nadir_epoch *epochs, size_t count);

/* Saves a classifier with what nadir_classifier_load needs: metadata "nadir.model" (the specification), "nadir.mean",
 * "nadir.deviation", "nadir.classes", "nadir.version". Errors: as nadir_checkpoint_save. */
NADIR_API enum nadir_status nadir_classifier_save(const struct nadir_classifier *classifier, struct nadir_context *context,
                                                  const char *path);

/* Builds the classifier that a file describes and restores its parameters. Errors: as nadir_checkpoint_open, _restore and
 * nadir_classifier_create; FORMAT when the metadata is missing or damaged. */
NADIR_API enum nadir_status nadir_classifier_load(struct nadir_classifier *out, struct nadir_context *context,
                                                  const char *path);

#ifdef __cplusplus
}
#endif

#endif
