/* SPDX-License-Identifier: MIT */
/* Data sets on the device, and batches out of them. */
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

#endif
