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

/* Metrics over a data set or an epoch, means over its samples. */
struct nadir_metrics {
    double loss;
    double accuracy; /* 0 .. 1 */
};

/* State of a run, given to `progress` about ten times a second and at the end of each epoch. */
struct nadir_progress {
    size_t epoch;         /* from 1 */
    size_t epochs;
    uint64_t step;        /* optimizer steps so far, over all epochs */
    size_t epoch_step;    /* steps of this epoch so far */
    size_t epoch_steps;   /* steps of one epoch */
    double lr;            /* learning rate of the last step */
    struct nadir_metrics train; /* over this epoch so far, in training mode: each batch before its own update */
    struct nadir_metrics test;  /* at the end of an epoch only */
    bool epoch_done;
    double samples_per_second;  /* training of this epoch */
    double epoch_seconds;       /* training plus evaluation of this epoch so far */
    double seconds_left;        /* estimate until the end of the run */
};

struct nadir_trainer_params {
    size_t epochs;     /* >= 1; default 10 */
    size_t batch;      /* >= 1; default 64; the last batch of an epoch may be shorter */
    uint64_t seed;     /* shuffling: epoch e takes the permutation of stream 2^32 + e; default 0 */
    struct nadir_optimizer_params optimizer; /* default Adam, lr 1e-3 */
    enum nadir_schedule_kind schedule;       /* from optimizer.lr over all steps of the run; default cosine to 0 */
    void (*progress)(const struct nadir_progress *progress, void *user); /* NULL: none */
    void *user;
    const volatile sig_atomic_t *stop; /* when it becomes non-zero, training ends after the step; NULL: never */
};

NADIR_API struct nadir_trainer_params nadir_trainer_params_default(void);

/* What one epoch achieved: a line of history.csv. */
struct nadir_epoch {
    size_t epoch; /* from 1 */
    uint64_t step;
    double lr;    /* of its last step */
    struct nadir_metrics train;
    struct nadir_metrics test;
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

/* Trains all epochs. Two runs with the same device, data, parameters and seed give the same bits. Blocks.
 * Errors: INTERRUPTED (by `stop`; all finished steps are in the parameters, and a further call goes on from there); DATA (the
 * loss is no longer finite: names the step); OPENCL. */
NADIR_API enum nadir_status nadir_trainer_run(struct nadir_trainer *trainer);

/* The epochs finished so far. Owned by the trainer. */
NADIR_API const struct nadir_epoch *nadir_trainer_history(const struct nadir_trainer *trainer, size_t *count);

/* Optimizer steps per epoch; seconds spent in nadir_trainer_run so far, training and evaluation together. */
NADIR_API size_t nadir_trainer_epoch_steps(const struct nadir_trainer *trainer);
NADIR_API double nadir_trainer_seconds(const struct nadir_trainer *trainer);

/* Loss and accuracy of a classifier on a data set, in batches. Blocks.
 * Errors: INVALID_ARGUMENT (features or labels that do not fit), and as nadir_step_create. */
NADIR_API enum nadir_status nadir_evaluate(struct nadir_context *context, const struct nadir_classifier *classifier,
                                           const struct nadir_dataset *dataset, struct nadir_metrics *metrics);

/* The files of a run, each written atomically; all lists hold `count` epochs. history.csv has the columns
 * epoch,step,lr,train_loss,train_accuracy,test_loss,test_accuracy; the curve is an SVG of losses and accuracies.
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
