/* SPDX-License-Identifier: MIT */
/* Data sets on the device: uploaded once as bytes, shuffled by an order, gathered batch by batch. */
#include "train_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <stdlib.h>

static enum nadir_status check_fit(const struct nadir_classifier *classifier, const struct nadir_dataset *dataset)
{
    enum nadir_status status;
    unsigned rank;
    size_t shape[NADIR_MAX_RANK], features = 1;
    ND_CHECK_ARG(dataset->count >= 1 && dataset->count <= UINT32_MAX, "the data set has %zu samples, but 1 to %u are needed",
                 dataset->count, UINT32_MAX);
    ND_TRY(nadir_value_shape(classifier->samples, &rank, shape));
    for (unsigned i = 1; i < rank; i++) features *= shape[i];
    ND_CHECK_ARG(dataset->features == features, "the data has %zu features, but the model takes %zu", dataset->features,
                 features);
    ND_TRY(nadir_value_shape(classifier->logits, &rank, shape));
    ND_CHECK_ARG(dataset->classes <= shape[rank - 1],
                 "the data has labels up to %zu, but the model has %zu outputs (0..%zu)", dataset->classes - 1,
                 shape[rank - 1], shape[rank - 1] - 1);
    ND_CHECK_ARG(classifier->deviation > 0, "deviation = %g, but a positive number is needed", classifier->deviation);
out:
    return status;
}

static enum nadir_status upload(struct nadir_context *context, cl_mem *out, const void *host, size_t bytes)
{
    enum nadir_status status;
    ND_TRY(nadir__buffer_create(context, out, bytes));
    if (host) ND_CL(clEnqueueWriteBuffer(context->queue, *out, CL_TRUE, 0, bytes, host, 0, NULL, NULL));
out:
    return status;
}

enum nadir_status nadir__loader_create(struct nadir__loader *loader, struct nadir_context *context,
                                       const struct nadir_classifier *classifier, const struct nadir_dataset *dataset,
                                       struct nadir_step *step, size_t batch, bool shuffled)
{
    enum nadir_status status;
    *loader = (struct nadir__loader){.context = context, .count = dataset->count, .batch = batch};
    ND_TRY(check_fit(classifier, dataset));
    struct nadir__gather *gather = &loader->gather;
    ND_TRY(nadir_step_value(step, classifier->samples, &gather->x));
    ND_TRY(nadir_step_value(step, classifier->labels, &gather->y));
    ND_TRY(nadir__tensor_check_shape("the classifier's samples", &gather->x, NADIR_F32, 2,
                                     (const size_t[]){batch, dataset->features}));
    ND_TRY(nadir__tensor_check_shape("the classifier's labels", &gather->y, NADIR_I32, 1, &batch));
    gather->features = dataset->features;
    gather->scale = (float)(1.0 / (255.0 * classifier->deviation));
    gather->shift = (float)(-classifier->mean / classifier->deviation);
    ND_TRY(upload(context, &gather->samples, dataset->samples, dataset->count * dataset->features));
    ND_TRY(upload(context, &gather->labels, dataset->labels, dataset->count * sizeof(int32_t)));
    if (shuffled) {
        ND_TRY(upload(context, &gather->order, NULL, dataset->count * sizeof(uint32_t)));
        loader->order = malloc(dataset->count * sizeof(uint32_t));
        if (!loader->order)
            status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the order of %zu samples", dataset->count);
    }
out:
    if (status != NADIR_OK) nadir__loader_destroy(loader);
    return status;
}

void nadir__loader_destroy(struct nadir__loader *loader)
{
    if (loader->gather.samples) clReleaseMemObject(loader->gather.samples);
    if (loader->gather.labels) clReleaseMemObject(loader->gather.labels);
    if (loader->gather.order) clReleaseMemObject(loader->gather.order);
    free(loader->order);
    *loader = (struct nadir__loader){0};
}

/* Parameters are drawn from the streams of small numbers (nadir_graph_initialise), orders from those behind them. */
static const uint64_t first_order_stream = (uint64_t)1 << 32;

enum nadir_status nadir__loader_shuffle(struct nadir__loader *loader, uint64_t seed, uint64_t epoch)
{
    enum nadir_status status = NADIR_OK;
    nadir_random_permutation(loader->order, (uint32_t)loader->count, seed, first_order_stream + epoch);
    ND_CL(clEnqueueWriteBuffer(loader->context->queue, loader->gather.order, CL_TRUE, 0, loader->count * sizeof(uint32_t),
                               loader->order, 0, NULL, NULL));
out:
    return status;
}

size_t nadir__loader_batches(const struct nadir__loader *loader)
{
    return nadir__size_ceil_div(loader->count, loader->batch);
}

size_t nadir__loader_rows(const struct nadir__loader *loader, size_t i)
{
    const size_t left = loader->count - i * loader->batch;
    return left < loader->batch ? left : loader->batch;
}

enum nadir_status nadir__loader_fill(const struct nadir__loader *loader, size_t i)
{
    const uint64_t first = (uint64_t)i * loader->batch;
    return nadir__emit_gather(&(struct nadir__sink){.context = loader->context}, &loader->gather, nadir__loader_rows(loader, i),
                              &first);
}
