/* SPDX-License-Identifier: MIT */
/* Classifiers from a specification or from a file. */
#include "nadir/measure.h"
#include "nadir/trainer.h"

#include "base/number_priv.h"
#include "base/status_priv.h"
#include "device/score_priv.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_WIDTHS = 64 };

/* "784-128-10" into widths. */
static enum nadir_status parse_widths(const char *specification, const char *text, size_t widths[MAX_WIDTHS], size_t *count)
{
    *count = 0;
    for (const char *at = text;; at++) {
        char *end;
        if (!isdigit((unsigned char)*at))
            return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT,
                               "model %s: a layer width is expected at \"%s\", as in mlp:784-128-10", specification, at);
        const unsigned long long width = strtoull(at, &end, 10);
        if (width < 1 || width > 1u << 24)
            return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "model %s: width %.*s is not within 1 .. %u", specification,
                               (int)(end - at), at, 1u << 24);
        if (*count == MAX_WIDTHS)
            return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "model %s: more than %d widths", specification, MAX_WIDTHS);
        widths[(*count)++] = (size_t)width;
        at = end;
        if (!*at) break;
        if (*at != '-')
            return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "model %s: \"%s\" is left over; widths are joined by -",
                               specification, at);
    }
    if (*count < 2)
        return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "model %s: at least the numbers of inputs and of outputs are needed",
                           specification);
    return NADIR_OK;
}

/* A perceptron: linear layers with ReLU between them. */
static enum nadir_status build_mlp(struct nadir_classifier *classifier, const char *specification, const char *text)
{
    enum nadir_status status;
    struct nadir_graph *graph = classifier->graph;
    size_t widths[MAX_WIDTHS], count;
    ND_TRY(parse_widths(specification, text, widths, &count));
    classifier->samples = nadir_graph_input(graph, "samples", NADIR_F32, 2, (const size_t[]){NADIR_BATCH, widths[0]});
    struct nadir_value *x = classifier->samples;
    for (size_t i = 1; i < count; i++) {
        char name[32];
        snprintf(name, sizeof name, "fc%zu", i);
        x = nadir_graph_linear(graph, name, x, widths[i]);
        snprintf(name, sizeof name, "relu%zu", i);
        if (i + 1 < count) x = nadir_graph_activation(graph, name, x, NADIR_ACTIVATION_RELU, 0.0f);
    }
    classifier->logits = x;
out:
    return status;
}

static enum nadir_status predict_mlp(double *seconds, const char *specification, const char *text, size_t batch,
                                     const struct nadir_device_score *score)
{
    enum nadir_status status;
    size_t widths[MAX_WIDTHS], count;
    ND_TRY(parse_widths(specification, text, widths, &count));
    *seconds = nadir__predict_mlp(score, batch, widths, count);
out:
    return status;
}

struct model {
    const char *prefix;
    enum nadir_status (*build)(struct nadir_classifier *classifier, const char *specification, const char *text);
    enum nadir_status (*predict)(double *seconds, const char *specification, const char *text, size_t batch,
                                 const struct nadir_device_score *score);
};

static const struct model models[] = {
    {"mlp:", build_mlp, predict_mlp},
};

/* The kind of model that a specification begins with; NULL, with the error set, for an unknown one. */
static const struct model *find_model(const char *specification)
{
    for (size_t i = 0; i < sizeof models / sizeof models[0]; i++)
        if (strncmp(specification, models[i].prefix, strlen(models[i].prefix)) == 0) return &models[i];
    nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "model %s: unknown kind; there is mlp, as in mlp:784-128-10", specification);
    return NULL;
}

enum nadir_status nadir_classifier_create(struct nadir_classifier *out, struct nadir_context *context,
                                          const char *specification)
{
    enum nadir_status status;
    struct nadir_classifier classifier = {.mean = 0.0, .deviation = 1.0};
    ND_CHECK_ARG(out && context && specification, "classifier: out, context or specification is NULL");
    ND_CHECK_ARG(strlen(specification) < sizeof classifier.specification, "model %.40s...: longer than %zu bytes",
                 specification, sizeof classifier.specification - 1);
    snprintf(classifier.specification, sizeof classifier.specification, "%s", specification);
    const struct model *model = find_model(specification);
    if (!model) return nadir_last_error()->status;
    ND_TRY(nadir_graph_create(&classifier.graph, context));
    ND_TRY(model->build(&classifier, specification, specification + strlen(model->prefix)));
    struct nadir_graph *graph = classifier.graph;
    classifier.labels = nadir_graph_input(graph, "labels", NADIR_I32, 1, (const size_t[]){NADIR_BATCH});
    /* Labels of a data set are never negative: without one to ignore, the mean needs no look at the labels beforehand. */
    struct nadir_loss_params params = nadir_loss_params_default(NADIR_LOSS_CROSS_ENTROPY);
    params.ignore_index = NADIR_NO_IGNORE_INDEX;
    const struct nadir_loss_values values = {.x = {classifier.logits}, .target = classifier.labels};
    classifier.loss = nadir_graph_loss(graph, "loss", NADIR_LOSS_CROSS_ENTROPY, &values, &params);
    classifier.accuracy = nadir_graph_accuracy(graph, "accuracy", classifier.logits, classifier.labels);
    ND_TRY(nadir_graph_status(graph));
    *out = classifier;
    classifier.graph = NULL;
out:
    nadir_classifier_destroy(&classifier);
    return status;
}

enum nadir_status nadir_predict_step(double *seconds, const char *specification, size_t batch,
                                     const struct nadir_device_score *score)
{
    ND_CHECK_ARG(seconds && specification && score, "prediction: seconds, specification or score is NULL");
    ND_CHECK_ARG(batch >= 1 && batch <= 1 << 24, "prediction: batch = %zu, but 1 .. %d are possible", batch, 1 << 24);
    ND_CHECK_ARG(score->measured_at > 0, "prediction: the device's score is not measured; see nadir_measure_score");
    const struct model *model = find_model(specification);
    return model ? model->predict(seconds, specification, specification + strlen(model->prefix), batch, score)
                 : nadir_last_error()->status;
}

void nadir_classifier_destroy(struct nadir_classifier *classifier)
{
    if (!classifier) return;
    nadir_graph_destroy(&classifier->graph);
    *classifier = (struct nadir_classifier){0};
}

enum nadir_status nadir_classifier_save(const struct nadir_classifier *classifier, struct nadir_context *context,
                                        const char *path)
{
    enum nadir_status status;
    char mean[ND_NUMBER_TEXT], deviation[ND_NUMBER_TEXT], classes[ND_NUMBER_TEXT];
    unsigned rank;
    size_t shape[NADIR_MAX_RANK];
    ND_CHECK_ARG(classifier && context && path, "classifier: classifier, context or path is NULL");
    ND_CHECK_ARG(classifier->specification[0],
                 "classifier: it was not built from a specification; "
                 "use nadir_checkpoint_save for a graph made by hand");
    ND_TRY(nadir_value_shape(classifier->logits, &rank, shape));
    snprintf(classes, sizeof classes, "%zu", shape[rank - 1]);
    const struct nadir_metadata metadata[] = {
        {"nadir.version", nadir_version()},
        {"nadir.model", classifier->specification},
        {"nadir.mean", nadir__number_text(mean, classifier->mean)},
        {"nadir.deviation", nadir__number_text(deviation, classifier->deviation)},
        {"nadir.classes", classes},
    };
    ND_TRY(nadir_checkpoint_save(path, context, nadir_graph_arena(classifier->graph), metadata,
                                 sizeof metadata / sizeof metadata[0]));
out:
    return status;
}

static enum nadir_status read_number(double *out, const struct nadir_checkpoint *checkpoint, const char *key, const char *path)
{
    const char *text = nadir_checkpoint_metadata(checkpoint, key);
    if (!text) return nadir__fail(NADIR_ERROR_FORMAT, "%s: its metadata has no %s; it was not saved by Nadir", path, key);
    if (!nadir__number_parse(out, text))
        return nadir__fail(NADIR_ERROR_FORMAT, "%s: metadata %s = \"%.40s\" is not a number", path, key, text);
    return NADIR_OK;
}

enum nadir_status nadir_classifier_load(struct nadir_classifier *out, struct nadir_context *context, const char *path)
{
    enum nadir_status status;
    struct nadir_classifier classifier = {0};
    struct nadir_checkpoint *checkpoint = NULL;
    double mean, deviation;
    ND_CHECK_ARG(out && context && path, "classifier: out, context or path is NULL");
    ND_TRY(nadir_checkpoint_open(&checkpoint, path));
    const char *specification = nadir_checkpoint_metadata(checkpoint, "nadir.model");
    if (!specification) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "%s: its metadata has no nadir.model; it was not saved by Nadir", path);
        goto out;
    }
    ND_TRY(read_number(&mean, checkpoint, "nadir.mean", path));
    ND_TRY(read_number(&deviation, checkpoint, "nadir.deviation", path));
    if (!(deviation > 0)) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "%s: metadata nadir.deviation = %g is not positive", path, deviation);
        goto out;
    }
    status = nadir_classifier_create(&classifier, context, specification);
    if (status == NADIR_ERROR_INVALID_ARGUMENT)
        status = nadir__fail(NADIR_ERROR_FORMAT, "%s: %s", path, nadir_last_error()->message);
    if (status != NADIR_OK) goto out;
    classifier.mean = mean;
    classifier.deviation = deviation;
    ND_TRY(nadir_graph_initialise(classifier.graph, 0));
    ND_TRY(nadir_checkpoint_restore(checkpoint, context, nadir_graph_arena(classifier.graph)));
    *out = classifier;
    classifier.graph = NULL;
out:
    nadir_classifier_destroy(&classifier);
    nadir_checkpoint_close(&checkpoint);
    return status;
}
