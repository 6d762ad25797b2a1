/* SPDX-License-Identifier: MIT */
/* The curvature that Sophia-G divides by: gradients with labels drawn from the model's own softmax (Liu et al., "Sophia",
 * algorithm 2). */
#include "train_priv.h"

#include "base/status_priv.h"

#include <math.h>
#include <stdlib.h>

/* Behind the streams of parameters, orders and splits. */
static const uint64_t first_label_stream = (uint64_t)1 << 34;

enum nadir_status nadir__curvature_create(struct nadir__curvature *curvature, const struct nadir_classifier *classifier,
                                          const struct nadir__loader *loader, struct nadir_optimizer *optimizer)
{
    enum nadir_status status;
    *curvature = (struct nadir__curvature){.loader = *loader, .optimizer = optimizer};
    ND_TRY(nadir_step_create(&curvature->step, classifier->graph,
                             &(struct nadir_step_params){
                                 .max_rows = loader->batch,
                                 .losses = (struct nadir_value *const[]){classifier->loss},
                                 .loss_count = 1,
                                 .outputs = (struct nadir_value *const[]){classifier->logits},
                                 .output_count = 1,
                             }));
    ND_TRY(nadir_step_value(curvature->step, classifier->samples, &curvature->loader.gather.x));
    ND_TRY(nadir_step_value(curvature->step, classifier->labels, &curvature->loader.gather.y));
    ND_TRY(nadir_step_value(curvature->step, classifier->logits, &curvature->logits));
    curvature->host = malloc(nadir_tensor_count(&curvature->logits) * sizeof *curvature->host);
    curvature->labels = malloc(loader->batch * sizeof *curvature->labels);
    if (!curvature->host || !curvature->labels)
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the logits of %zu samples", loader->batch);
out:
    if (status != NADIR_OK) nadir__curvature_destroy(curvature);
    return status;
}

void nadir__curvature_destroy(struct nadir__curvature *curvature)
{
    nadir_step_destroy(&curvature->step);
    free(curvature->host);
    free(curvature->labels);
    *curvature = (struct nadir__curvature){0};
}

/* The class at which the cumulated softmax of the logits exceeds `u`, 0 <= u < 1. */
static int32_t draw(const float *logits, size_t classes, double u)
{
    double largest = -INFINITY, sum = 0, cumulated = 0;
    for (size_t i = 0; i < classes; i++) largest = fmax(largest, (double)logits[i]);
    for (size_t i = 0; i < classes; i++) sum += exp((double)logits[i] - largest);
    size_t class = 0;
    while (class + 1 < classes && (cumulated += exp((double)logits[class] - largest)) <= u * sum) class++;
    return (int32_t)class;
}

enum nadir_status nadir__curvature_run(struct nadir__curvature *curvature, size_t batch, uint64_t seed, uint64_t update)
{
    enum nadir_status status;
    const size_t rows = nadir__loader_rows(&curvature->loader, batch), classes = curvature->logits.shape[1];
    struct nadir_tensor logits = curvature->logits, labels = curvature->loader.gather.y;
    logits.shape[0] = labels.shape[0] = rows;
    ND_TRY(nadir__loader_fill(&curvature->loader, batch));
    ND_TRY(nadir_step_run(curvature->step, rows));
    ND_TRY(nadir_tensor_download(curvature->loader.context, &logits, curvature->host));
    for (size_t i = 0; i < rows; i++) {
        const double u = (double)nadir_random_float(seed, first_label_stream + update, i);
        curvature->labels[i] = draw(curvature->host + i * classes, classes, u);
    }
    ND_TRY(nadir_tensor_upload(curvature->loader.context, &labels, curvature->labels));
    ND_TRY(nadir_step_run(curvature->step, rows));
    ND_TRY(nadir_optimizer_curvature(curvature->optimizer));
out:
    return status;
}
