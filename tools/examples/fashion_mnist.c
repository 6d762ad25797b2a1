/* SPDX-License-Identifier: MIT */
/* Trains a 784-128-10 classifier on Fashion-MNIST: fashion_mnist [FOLDER [EPOCHS [SAMPLES]]] */
#include <nadir/nadir.h>

#include <stdio.h>
#include <stdlib.h>

#define TRY(call)                                                                                                              \
    if ((call) != NADIR_OK) goto failed

static void show(const struct nadir_progress *p, void *user)
{
    (void)user;
    if (p->epoch_done)
        printf("epoch %zu: train loss %.4f, test accuracy %.2f %%\n", p->epoch, p->train.loss, 100 * p->test.accuracy);
}

int main(int argc, char **argv)
{
    const char *folder = argc > 1 ? argv[1] : "/usr/share/datasets/fashion-mnist";
    struct nadir_device device;
    struct nadir_context *context = NULL;
    struct nadir_dataset *train = NULL, *test = NULL;
    struct nadir_classifier model = {0};
    struct nadir_trainer *trainer = NULL;
    struct nadir_metrics metrics;
    char reason[NADIR_REASON_SIZE];
    int code = EXIT_FAILURE;

    TRY(nadir_device_find(&device, NULL, reason)); /* NADIR_DEVICE, or the best one */
    printf("device: %s (%s)\n", device.name, reason);
    TRY(nadir_context_create(&context, &device, NULL));
    TRY(nadir_dataset_load(&train, folder, NADIR_DATASET_TRAIN));
    TRY(nadir_dataset_load(&test, folder, NADIR_DATASET_TEST));
    if (argc > 3) nadir_dataset_truncate(train, strtoul(argv[3], NULL, 10));

    /* The model. Builders keep their first error; nadir_graph_initialise reports it. */
    TRY(nadir_graph_create(&model.graph, context));
    model.samples = nadir_graph_input(model.graph, "x", NADIR_F32, 2, (size_t[]){NADIR_BATCH, train->features});
    model.labels = nadir_graph_input(model.graph, "labels", NADIR_I32, 1, (size_t[]){NADIR_BATCH});
    struct nadir_value *hidden = nadir_graph_linear(model.graph, "fc1", model.samples, 128);
    hidden = nadir_graph_activation(model.graph, "relu", hidden, NADIR_ACTIVATION_RELU, 0);
    model.logits = nadir_graph_linear(model.graph, "fc2", hidden, train->classes);
    model.loss = nadir_graph_cross_entropy(model.graph, "loss", model.logits, model.labels);
    model.accuracy = nadir_graph_accuracy(model.graph, "accuracy", model.logits, model.labels);
    TRY(nadir_graph_initialise(model.graph, 0));
    nadir_dataset_moments(train, &model.mean, &model.deviation); /* samples enter as (x / 255 - mean) / deviation */
    model.mean /= 255;
    model.deviation /= 255;

    struct nadir_trainer_params params = nadir_trainer_params_default(); /* Adam, 1e-3, cosine, batches of 64 */
    if (argc > 2) params.epochs = strtoul(argv[2], NULL, 10);
    params.progress = show;
    TRY(nadir_trainer_create(&trainer, context, &model, train, test, &params));
    TRY(nadir_trainer_run(trainer));
    TRY(nadir_evaluate(context, &model, test, &metrics));
    printf("test accuracy %.2f %%\n", 100 * metrics.accuracy);
    TRY(nadir_checkpoint_save("fashion_mnist.safetensors", context, nadir_graph_arena(model.graph), NULL, 0));
    code = EXIT_SUCCESS;
failed:
    if (code != EXIT_SUCCESS) fprintf(stderr, "fashion_mnist: %s\n", nadir_last_error()->message);
    nadir_trainer_destroy(&trainer);
    nadir_classifier_destroy(&model);
    nadir_dataset_destroy(&test);
    nadir_dataset_destroy(&train);
    nadir_context_destroy(&context);
    return code;
}
