/* SPDX-License-Identifier: MIT */
/* Loss and accuracy over a data set, by a step without gradients; and what made a loss useless. */
#include "train_priv.h"

#include "base/status_priv.h"

#include <math.h>
#include <stdlib.h>

enum { MAX_AHEAD = 1024, /* batches enqueued before their losses are read */
       EVALUATION_BATCH = 1000 };

void nadir__evaluation_destroy(struct nadir__evaluation *evaluation)
{
    nadir__loader_destroy(&evaluation->loader);
    nadir_step_destroy(&evaluation->step);
}

enum nadir_status nadir__evaluation_create(struct nadir__evaluation *evaluation, struct nadir_context *context,
                                           const struct nadir_classifier *classifier, const struct nadir_dataset *dataset)
{
    enum nadir_status status;
    struct nadir_value *const scalars[ND_SCALARS] = {[ND_LOSS] = classifier->loss, [ND_ACCURACY] = classifier->accuracy};
    const size_t batch = dataset->count < EVALUATION_BATCH ? dataset->count : EVALUATION_BATCH;
    *evaluation = (struct nadir__evaluation){0};
    ND_TRY(nadir_step_create(&evaluation->step, classifier->graph,
                             &(struct nadir_step_params){
                                 .max_rows = batch, .scalars = scalars, .scalar_count = ND_SCALARS, .history = MAX_AHEAD}));
    ND_TRY(nadir__loader_create(&evaluation->loader, context, classifier, dataset, evaluation->step, batch, false));
out:
    if (status != NADIR_OK) nadir__evaluation_destroy(evaluation);
    return status;
}

enum nadir_status nadir__evaluation_run(struct nadir__evaluation *evaluation, struct nadir_metrics *metrics)
{
    enum nadir_status status = NADIR_OK;
    float scalars[MAX_AHEAD * ND_SCALARS];
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
            loss += rows * (double)scalars[(i - begin) * ND_SCALARS + ND_LOSS];
            correct += rows * (double)scalars[(i - begin) * ND_SCALARS + ND_ACCURACY];
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
    struct nadir__evaluation evaluation = {0};
    ND_CHECK_ARG(context && classifier && classifier->graph && dataset && metrics,
                 "evaluate: context, classifier, dataset or metrics is NULL");
    ND_TRY(nadir__evaluation_create(&evaluation, context, classifier, dataset));
    ND_TRY(nadir__evaluation_run(&evaluation, metrics));
out:
    nadir__evaluation_destroy(&evaluation);
    return status;
}

/* --- Failures. --- */

/* The first element of tensor `index` that is not finite, or its count. */
static enum nadir_status find_bad(size_t *bad, struct nadir_context *context, const struct nadir_tensor *tensor)
{
    enum nadir_status status;
    const size_t count = nadir_tensor_count(tensor);
    float *host = malloc(count * sizeof *host + 1);
    if (!host) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory to look for numbers that are not finite");
    ND_TRY(nadir_tensor_download(context, tensor, host));
    for (*bad = 0; *bad < count && isfinite(host[*bad]); ++*bad) {}
out:
    free(host);
    return status;
}

enum nadir_status nadir__fail_loss(struct nadir_context *context, const struct nadir_arena *arena, uint64_t step, double loss,
                                   const struct nadir_optimizer_report *report)
{
    enum nadir_status status;
    const unsigned long long number = step;
    const char *what = isnan(loss) ? "NaN" : "infinite";
    if (report->bad_tensor != SIZE_MAX)
        return nadir__fail(NADIR_ERROR_DATA,
                           "the loss of step %llu is %s; the first gradient that was not finite is %s[%zu] at step %llu; try a "
                           "smaller learning rate",
                           number, what, nadir_arena_name(arena, report->bad_tensor), report->bad_element,
                           (unsigned long long)report->bad_step);
    for (size_t i = 0; i < nadir_arena_tensor_count(arena); i++) {
        const struct nadir_tensor tensor = nadir_arena_parameter(arena, i);
        size_t bad = 0;
        ND_TRY(find_bad(&bad, context, &tensor));
        if (bad < nadir_tensor_count(&tensor))
            return nadir__fail(NADIR_ERROR_DATA,
                               "the loss of step %llu is %s, and the first parameter that is not finite is %s[%zu]; try a "
                               "smaller learning rate",
                               number, what, nadir_arena_name(arena, i), bad);
    }
    status = nadir__fail(NADIR_ERROR_DATA, "the loss of step %llu is %s, but all parameters are finite; try a smaller learning "
                                           "rate", number, what);
out:
    return status;
}
