/* SPDX-License-Identifier: MIT */
/* The rows of `nadir bench` but for matrix products: losses, softmax, optimizers, training steps. */
#include "bench.h"

#include "base/status_priv.h"

#include <stdio.h>
#include <stdlib.h>

enum nadir_status bench_random(struct bench *bench, int i, unsigned rank, const size_t *shape)
{
    enum nadir_status status = nadir_tensor_create(&bench->tensors[i], bench->context, NADIR_F32, rank, shape);
    if (status == NADIR_OK) status = nadir_random_uniform(bench->context, &bench->tensors[i], -1.0f, 1.0f, 0, (uint64_t)i);
    return status;
}

enum nadir_status bench_integers(struct bench *bench, const struct nadir_tensor *tensor, size_t base, size_t count)
{
    const size_t n = nadir_tensor_count(tensor);
    int32_t *host = malloc(n * sizeof *host);
    if (!host) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu integers", n);
    for (size_t i = 0; i < n; i++) host[i] = (int32_t)(base + i * 7919 % count);
    const enum nadir_status status = nadir_tensor_upload(bench->context, tensor, host);
    free(host);
    return status;
}

/* shape: rows, columns. Logits, labels, weights of the classes, the loss; the gradient in place. */
static enum nadir_status cross_entropy_prepare(struct bench *bench)
{
    const size_t *shape = bench->row->shape;
    enum nadir_status status = bench_random(bench, 0, 2, shape);
    if (status == NADIR_OK) status = nadir_tensor_create(&bench->tensors[1], bench->context, NADIR_I32, 1, shape);
    if (status == NADIR_OK) status = bench_integers(bench, &bench->tensors[1], 0, shape[1]);
    if (status == NADIR_OK) status = bench_random(bench, 2, 1, &shape[1]);
    if (status == NADIR_OK) status = bench_random(bench, 3, 0, NULL);
    return status;
}

static enum nadir_status cross_entropy_run(struct bench *bench, struct nadir_context *context)
{
    struct nadir_loss_params params = nadir_loss_params_default(NADIR_LOSS_CROSS_ENTROPY);
    params.label_smoothing = bench->row->smoothing;
    const struct nadir_tensor *t = bench->tensors;
    const struct nadir_loss_tensors tensors = {
        .x = {&t[0]}, .target = &t[1], .weight = bench->row->weights ? &t[2] : NULL, .loss = &t[3], .dx = {&t[0]}};
    return nadir_loss_compute(context, NADIR_LOSS_CROSS_ENTROPY, &tensors, &params);
}

/* shape: elements. Input, target, gradient, loss. */
static enum nadir_status pointwise_prepare(struct bench *bench)
{
    enum nadir_status status = NADIR_OK;
    for (int i = 0; i < 3 && status == NADIR_OK; i++) status = bench_random(bench, i, 1, bench->row->shape);
    return status == NADIR_OK ? bench_random(bench, 3, 0, NULL) : status;
}

static enum nadir_status pointwise_run(struct bench *bench, struct nadir_context *context)
{
    const struct nadir_tensor *t = bench->tensors;
    const struct nadir_loss_tensors tensors = {.x = {&t[0]}, .target = &t[1], .dx = {&t[2]}, .loss = &t[3]};
    return nadir_loss_compute(context, bench->row->loss, &tensors, NULL);
}

/* shape: rows, columns. Input and result. */
static enum nadir_status softmax_prepare(struct bench *bench)
{
    const enum nadir_status status = bench_random(bench, 0, 2, bench->row->shape);
    return status == NADIR_OK ? bench_random(bench, 1, 2, bench->row->shape) : status;
}

static enum nadir_status softmax_run(struct bench *bench, struct nadir_context *context)
{
    return nadir_softmax_forward(context, &bench->tensors[1], &bench->tensors[0], NADIR_SOFTMAX, NULL);
}

/* shape: frames, sequences, classes. Logits with their gradient, targets of an eighth of the frames, lengths, loss. */
static enum nadir_status ctc_prepare(struct bench *bench)
{
    const size_t *shape = bench->row->shape, targets[] = {shape[1], shape[0] / 8};
    enum nadir_status status = bench_random(bench, 0, 3, shape);
    if (status == NADIR_OK) status = nadir_tensor_create(&bench->tensors[1], bench->context, NADIR_I32, 2, targets);
    if (status == NADIR_OK) status = bench_integers(bench, &bench->tensors[1], 1, shape[2] - 1);
    for (int i = 0; i < 2 && status == NADIR_OK; i++) {
        status = nadir_tensor_create(&bench->tensors[2 + i], bench->context, NADIR_I32, 1, targets);
        if (status == NADIR_OK) status = bench_integers(bench, &bench->tensors[2 + i], i == 0 ? shape[0] : targets[1], 1);
    }
    if (status == NADIR_OK) status = bench_random(bench, 4, 0, NULL);
    return status;
}

static enum nadir_status ctc_run(struct bench *bench, struct nadir_context *context)
{
    const struct nadir_tensor *t = bench->tensors;
    const struct nadir_loss_tensors tensors = {
        .x = {&t[0]}, .dx = {&t[0]}, .target = &t[1], .input_lengths = &t[2], .target_lengths = &t[3], .loss = &t[4]};
    return nadir_loss_compute(context, NADIR_LOSS_CTC, &tensors, NULL);
}

/* shape: number of tensors, elements of each. */
static enum nadir_status optimizer_prepare(struct bench *bench)
{
    const size_t *shape = bench->row->shape;
    struct nadir_optimizer_params params = nadir_optimizer_params_default(bench->row->rule);
    params.clip.norm = bench->row->clip_norm;
    enum nadir_status status = nadir_arena_create(&bench->arena, bench->context);
    for (size_t i = 0; i < shape[0] && status == NADIR_OK; i++) {
        char name[24];
        snprintf(name, sizeof name, "p%zu", i);
        status = nadir_arena_add(bench->arena, name, 1, &shape[1], NULL);
    }
    if (status == NADIR_OK) status = nadir_arena_allocate(bench->arena);
    if (status != NADIR_OK) return status;
    const struct nadir_tensor gradients = nadir_arena_gradients(bench->arena);
    status = nadir_random_uniform(bench->context, &gradients, -1.0f, 1.0f, 0, 1);
    if (status == NADIR_OK) status = nadir_optimizer_create(&bench->optimizer, bench->context, bench->arena, NULL, &params);
    return status;
}

static enum nadir_status optimizer_run(struct bench *bench, struct nadir_context *context)
{
    (void)context;
    return nadir_optimizer_step(bench->optimizer);
}

/* One step of the classifier with Adam on a batch that lies in place. */
static enum nadir_status step_prepare(struct bench *bench)
{
    struct nadir_classifier *classifier = &bench->classifier;
    struct nadir_tensor samples, labels;
    const size_t batch = bench->row->shape[0];
    enum nadir_status status = nadir_classifier_create(classifier, bench->context, bench->row->model);
    if (status == NADIR_OK) status = nadir_graph_initialise(classifier->graph, 0);
    if (status == NADIR_OK)
        status = nadir_optimizer_create(&bench->optimizer, bench->context, nadir_graph_arena(classifier->graph), NULL, NULL);
    if (status != NADIR_OK) return status;
    struct nadir_value *const scalars[] = {classifier->loss, classifier->accuracy};
    status = nadir_step_create(&bench->step, classifier->graph,
                               &(struct nadir_step_params){
                                   .max_rows = batch,
                                   .losses = scalars,
                                   .loss_count = 1,
                                   .scalars = scalars,
                                   .scalar_count = 2,
                                   .history = 1,
                                   .optimizer = bench->optimizer,
                               });
    if (status == NADIR_OK) status = nadir_step_value(bench->step, classifier->samples, &samples);
    if (status == NADIR_OK) status = nadir_random_uniform(bench->context, &samples, -1.0f, 1.0f, 0, 0);
    if (status == NADIR_OK) status = nadir_step_value(bench->step, classifier->labels, &labels);
    if (status == NADIR_OK) status = bench_integers(bench, &labels, 0, 10);
    if (status != NADIR_OK) return status;
    const char *line = nadir_step_describe(bench->step, batch);
    if (!line) return nadir_last_error()->status;
    for (; *line; line++) bench->launches += *line == '\n';
    return NADIR_OK;
}

static enum nadir_status step_run(struct bench *bench, struct nadir_context *context)
{
    (void)context;
    return nadir_step_run(bench->step, bench->row->shape[0]);
}

#define CROSS_ENTROPY(rows, cols, label, smoothing_, weights_)                                                                 \
    {                                                                                                                          \
        "cross_entropy", #rows "x" #cols label, cross_entropy_prepare, cross_entropy_run,                                      \
            .shape = {rows, cols}, .smoothing = smoothing_, .weights = weights_, .bytes = 8.0 * rows * cols,                   \
            .limit = LIMIT_COPY                                                                                                \
    }
#define SOFTMAX(rows, cols)                                                                                                    \
    {                                                                                                                          \
        "softmax", #rows "x" #cols, softmax_prepare, softmax_run, .shape = {rows, cols}, .bytes = 8.0 * rows * cols,           \
                                                                  .limit = LIMIT_COPY                                          \
    }
#define POINTWISE(op, loss_)                                                                                                   \
    {                                                                                                                          \
        op, "25M", pointwise_prepare, pointwise_run, .shape = {25000000}, .loss = loss_, .bytes = 12.0 * 25000000,             \
                                                     .limit = LIMIT_COPY                                                       \
    }
#define OPTIMIZER(op, rule_, label, tensors, length, clip, bytes_)                                                             \
    {                                                                                                                          \
        op, label, optimizer_prepare, optimizer_run, .shape = {tensors, length}, .rule = rule_, .clip_norm = clip,             \
                                                     .bytes = (double)bytes_ * tensors * length, .limit = LIMIT_COPY           \
    }
/* `bytes` is that of the update and of the loss, as nadir_predict_step counts it. */
#define TRAIN_STEP(model_, rows, parameters, products)                                                                         \
    {                                                                                                                          \
        "train_step", model_ " batch " #rows, step_prepare, step_run,                                                          \
            .shape = {rows}, .bytes = 28.0 * (parameters) + 8.0 * rows * 10, .flops = 2.0 * rows * (products),                 \
            .limit = LIMIT_NONE, .model = model_                                                                               \
    }

const struct bench_row bench_ops[] = {
    SOFTMAX(65536, 10),
    SOFTMAX(8192, 1000),
    SOFTMAX(1024, 32000),
    CROSS_ENTROPY(65536, 10, "", 0, false),
    CROSS_ENTROPY(8192, 1000, "", 0, false),
    CROSS_ENTROPY(8192, 1000, " smoothing", 0.1f, false),
    CROSS_ENTROPY(8192, 1000, " class weights", 0, true),
    CROSS_ENTROPY(1024, 32000, "", 0, false),
    CROSS_ENTROPY(4096, 32000, "", 0, false),
    POINTWISE("mse", NADIR_LOSS_MSE),
    POINTWISE("huber", NADIR_LOSS_HUBER),
    POINTWISE("bce_with_logits", NADIR_LOSS_BCE_WITH_LOGITS),
    {"ctc", "200x32x100", ctc_prepare, ctc_run, .shape = {200, 32, 100}, .bytes = 8.0 * 200 * 32 * 100, .limit = LIMIT_NONE},
    OPTIMIZER("sgd", NADIR_SGD, "25M", 1, 25000000, 0, 12),
    OPTIMIZER("momentum", NADIR_MOMENTUM, "25M", 1, 25000000, 0, 20),
    OPTIMIZER("rmsprop", NADIR_RMSPROP, "25M", 1, 25000000, 0, 20),
    OPTIMIZER("adam", NADIR_ADAM, "25M", 1, 25000000, 0, 28),
    OPTIMIZER("adam", NADIR_ADAM, "1000x25k", 1000, 25000, 0, 28),
    OPTIMIZER("adamw", NADIR_ADAMW, "25M", 1, 25000000, 0, 28),
    OPTIMIZER("adamw", NADIR_ADAMW, "25M clip", 1, 25000000, 1, 32),
    OPTIMIZER("adamw", NADIR_ADAMW, "1000x25k clip", 1000, 25000, 1, 32),
    OPTIMIZER("lamb", NADIR_LAMB, "1000x25k", 1000, 25000, 0, 40),
    /* A layer is one product forward and two backward, one for the first: no gradient of the samples. */
    TRAIN_STEP("mlp:784-128-10", 64, 785 * 128 + 129 * 10, 2 * 784 * 128 + 3 * 128 * 10),
    TRAIN_STEP("mlp:784-1024-1024-10", 256, 785 * 1024 + 1025 * 1024 + 1025 * 10,
               2 * 784 * 1024 + 3 * 1024 * 1024 + 3 * 1024 * 10),
};
const size_t bench_op_count = sizeof bench_ops / sizeof bench_ops[0];
