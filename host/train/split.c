/* SPDX-License-Identifier: MIT */
/* A part of a data set taken away for validation. */
#include "nadir/trainer.h"

#include "base/status_priv.h"
#include "nadir/random.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Behind the streams of parameters (nadir_graph_initialise) and of the orders of epochs (loader.c). */
static const uint64_t split_stream = (uint64_t)1 << 33;

static void copy_sample(struct nadir_dataset *to, size_t i, const struct nadir_dataset *from, size_t j)
{
    memmove(to->samples + i * to->features, from->samples + j * from->features, to->features);
    to->labels[i] = from->labels[j];
}

enum nadir_status nadir_dataset_split(struct nadir_dataset **out, struct nadir_dataset *dataset, double fraction, uint64_t seed)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_dataset *taken = NULL;
    uint32_t *order = NULL;
    bool *chosen = NULL;
    ND_CHECK_ARG(out && dataset, "split: out or dataset is NULL");
    ND_CHECK_ARG(dataset->count <= UINT32_MAX, "split: %zu samples, but at most %u are possible", dataset->count, UINT32_MAX);
    ND_CHECK_ARG(fraction > 0 && fraction < 1, "split: fraction = %g is not between 0 and 1", fraction);
    const size_t count = (size_t)round(fraction * (double)dataset->count);
    ND_CHECK_ARG(count >= 1 && count < dataset->count, "split: %g of %zu samples are %zu, which leaves one part empty",
                 fraction, dataset->count, count);
    order = malloc(dataset->count * sizeof *order);
    chosen = calloc(dataset->count, sizeof *chosen);
    taken = calloc(1, sizeof *taken);
    if (taken) {
        *taken = *dataset;
        taken->count = 0;
        taken->samples = malloc(count * dataset->features + 1);
        taken->labels = malloc(count * sizeof *taken->labels);
    }
    if (!order || !chosen || !taken || !taken->samples || !taken->labels) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory to split %zu samples", dataset->count);
        goto out;
    }
    nadir_random_permutation(order, (uint32_t)dataset->count, seed, split_stream);
    for (size_t i = 0; i < count; i++) chosen[order[i]] = true;
    size_t kept = 0;
    for (size_t i = 0; i < dataset->count; i++) {
        if (chosen[i]) copy_sample(taken, taken->count++, dataset, i);
        else copy_sample(dataset, kept++, dataset, i);
    }
    dataset->count = kept;
    *out = taken;
    taken = NULL;
out:
    free(order);
    free(chosen);
    nadir_dataset_destroy(&taken);
    return status;
}
