/* SPDX-License-Identifier: MIT */
/* Data sets on the device, batches out of them, evaluation on them, and what the trainer leaves to others. */
#ifndef NADIR_TRAIN_PRIV_H
#define NADIR_TRAIN_PRIV_H

#include "nadir/trainer.h"
#include "ops/ops_priv.h"

/* A data set on the device, and the batches it gives to a step's inputs. */
struct nadir__loader {
    struct nadir_context *context;
    size_t count;
    size_t batch;
    struct nadir__gather gather;
    uint32_t *order; /* host copy of the shuffled order, NULL without shuffling */
};

/* Uploads the data. `step` receives the batches in the classifier's inputs; `shuffled` reserves an order.
 * Errors: INVALID_ARGUMENT (features or labels that do not fit the model), OUT_OF_MEMORY, OPENCL. */
enum nadir_status nadir__loader_create(struct nadir__loader *loader, struct nadir_context *context,
                                       const struct nadir_classifier *classifier, const struct nadir_dataset *dataset,
                                       struct nadir_step *step, size_t batch, bool shuffled);
void nadir__loader_destroy(struct nadir__loader *loader);

/* A new order, a function of (seed, epoch) alone. Waits for the batches enqueued before. */
enum nadir_status nadir__loader_shuffle(struct nadir__loader *loader, uint64_t seed, uint64_t epoch);

size_t nadir__loader_batches(const struct nadir__loader *loader);

/* Rows of batch i: all of them but the last are full. */
size_t nadir__loader_rows(const struct nadir__loader *loader, size_t i);

/* Enqueues the copy of batch i into the step's inputs. */
enum nadir_status nadir__loader_fill(const struct nadir__loader *loader, size_t i);

/* What steps of training and evaluation keep of every batch. */
enum { ND_LOSS, ND_ACCURACY, ND_SCALARS };

/* A forward-only step over a data set. All zero: none. */
struct nadir__evaluation {
    struct nadir_step *step;
    struct nadir__loader loader;
};
enum nadir_status nadir__evaluation_create(struct nadir__evaluation *evaluation, struct nadir_context *context,
                                           const struct nadir_classifier *classifier, const struct nadir_dataset *dataset);
void nadir__evaluation_destroy(struct nadir__evaluation *evaluation);
enum nadir_status nadir__evaluation_run(struct nadir__evaluation *evaluation, struct nadir_metrics *metrics);

/* What Sophia needs besides gradients. All zero: none. */
struct nadir__curvature {
    struct nadir_step *step;     /* without update */
    struct nadir__loader loader; /* the training batches, into that step's inputs; shares its buffers with another loader */
    struct nadir_optimizer *optimizer;
    struct nadir_tensor logits;
    float *host;                 /* (batch, classes) */
    int32_t *labels;             /* (batch) */
};
enum nadir_status nadir__curvature_create(struct nadir__curvature *curvature, const struct nadir_classifier *classifier,
                                          const struct nadir__loader *loader, struct nadir_optimizer *optimizer);
void nadir__curvature_destroy(struct nadir__curvature *curvature);

/* Takes the curvature at batch number `batch`, with labels that are a function of (seed, update) and the parameters. Leaves
 * gradients of no use in the arena. Waits for the device. */
enum nadir_status nadir__curvature_run(struct nadir__curvature *curvature, size_t batch, uint64_t seed, uint64_t update);

/* Fails with DATA: `loss`, of step number `step`, is not finite. Names the first gradient that was not, if the optimizer has
 * looked for it, else the first parameter. Or fails as reading the parameters does. */
enum nadir_status nadir__fail_loss(struct nadir_context *context, const struct nadir_arena *arena, uint64_t step, double loss,
                                   const struct nadir_optimizer_report *report);

#endif
