/* SPDX-License-Identifier: MIT */
/* The trainer on a small separable data set: it learns, repeats to the bit, stops and goes on, saves and loads, refuses. */
#include "support.h"

#include <signal.h>
#include <stdio.h>

enum { SIDE = 4, CLASSES = 3 };

/* Writes images and labels as IDX files and reads them: class k is bright in row k. */
static struct nadir_dataset *make_dataset(const char *name, uint32_t count, uint64_t seed)
{
    char images[512], labels[512];
    snprintf(images, sizeof images, "%s/%s-images", test_temp_dir(), name);
    snprintf(labels, sizeof labels, "%s/%s-labels", test_temp_dir(), name);
    FILE *image_file = fopen(images, "wb"), *label_file = fopen(labels, "wb");
    ck_assert(image_file && label_file);
    const unsigned char big[4] = {(unsigned char)(count >> 24), (unsigned char)(count >> 16), (unsigned char)(count >> 8),
                                  (unsigned char)count};
    fwrite("\0\0\10\3", 1, 4, image_file);
    fwrite(big, 1, 4, image_file);
    fwrite("\0\0\0\4\0\0\0\4", 1, 8, image_file);
    fwrite("\0\0\10\1", 1, 4, label_file);
    fwrite(big, 1, 4, label_file);
    struct test_random random = test_seed(seed);
    for (uint32_t i = 0; i < count; i++) {
        const uint32_t class = test_word(&random) % CLASSES;
        for (uint32_t j = 0; j < SIDE * SIDE; j++)
            fputc((int)(test_word(&random) % 120 + (j / SIDE == class ? 90 : 0)), image_file);
        fputc((int)class, label_file);
    }
    ck_assert(fclose(image_file) == 0 && fclose(label_file) == 0);
    struct nadir_dataset *dataset;
    TEST_OK(nadir_dataset_load_idx(&dataset, images, labels));
    return dataset;
}

static struct nadir_classifier make_classifier(struct nadir_context *context, const struct nadir_dataset *train)
{
    struct nadir_classifier classifier;
    TEST_OK(nadir_classifier_create(&classifier, context, "mlp:16-8-3"));
    nadir_dataset_moments(train, &classifier.mean, &classifier.deviation);
    classifier.mean /= 255;
    classifier.deviation /= 255;
    TEST_OK(nadir_graph_initialise(classifier.graph, 5));
    return classifier;
}

static float *parameters(struct nadir_context *context, const struct nadir_classifier *classifier)
{
    const struct nadir_tensor all = nadir_arena_parameters(nadir_graph_arena(classifier->graph));
    float *host = test_floats(nadir_tensor_count(&all));
    TEST_OK(nadir_tensor_download(context, &all, host));
    return host;
}

static size_t parameter_count(const struct nadir_classifier *classifier)
{
    const struct nadir_tensor all = nadir_arena_parameters(nadir_graph_arena(classifier->graph));
    return nadir_tensor_count(&all);
}

static volatile sig_atomic_t stop;
static unsigned stop_after;

static void stop_in_time(const struct nadir_progress *progress, void *user)
{
    unsigned *reports = user;
    ck_assert_uint_ge(progress->epoch, 1);
    ck_assert_uint_le(progress->epoch_step, progress->epoch_steps);
    ck_assert(progress->train.accuracy >= 0 && progress->train.accuracy <= 1);
    if (++*reports == stop_after) stop = 1;
}

/* What a run gives: parameters, history. `interrupt`: stop after that many reports, then go on. */
struct run {
    float *parameters;
    struct nadir_epoch history[4];
};

static struct run train(struct nadir_context *context, const struct nadir_dataset *data, const struct nadir_dataset *test,
                        unsigned interrupt)
{
    struct run run;
    struct nadir_classifier classifier = make_classifier(context, data);
    struct nadir_trainer_params params = nadir_trainer_params_default();
    unsigned reports = 0;
    params.epochs = 4;
    params.batch = 32;
    params.seed = 3;
    params.optimizer.lr = 0.01;
    params.progress = stop_in_time;
    params.user = &reports;
    params.stop = &stop;
    stop = 0;
    stop_after = interrupt;

    const float *before = parameters(context, &classifier);
    struct nadir_trainer *trainer;
    TEST_OK(nadir_trainer_create(&trainer, context, &classifier, data, test, &params));
    test_expect_bits("parameters before training", parameters(context, &classifier), before, parameter_count(&classifier));
    if (interrupt) {
        TEST_FAILS(NADIR_ERROR_INTERRUPTED, "stopped after step", nadir_trainer_run(trainer));
        stop = 0;
    }
    TEST_OK(nadir_trainer_run(trainer));
    ck_assert_uint_ge(reports, 4);

    size_t count;
    const struct nadir_epoch *history = nadir_trainer_history(trainer, &count);
    ck_assert_uint_eq(count, 4);
    memcpy(run.history, history, sizeof run.history);
    ck_assert_uint_eq(history[3].step, 4 * nadir_trainer_epoch_steps(trainer));
    ck_assert(history[3].lr > 0 && history[3].lr < 1e-4); /* the cosine's last step but one */
    ck_assert(nadir_trainer_seconds(trainer) > 0);
    run.parameters = parameters(context, &classifier);

    struct nadir_metrics metrics;
    TEST_OK(nadir_evaluate(context, &classifier, test, &metrics));
    ck_assert(metrics.loss == history[3].test.loss && metrics.accuracy == history[3].test.accuracy);
    nadir_trainer_destroy(&trainer);
    nadir_classifier_destroy(&classifier);
    return run;
}

static void expect_same(const struct run *a, const struct run *b, size_t n)
{
    test_expect_bits("parameters", a->parameters, b->parameters, n);
    for (size_t i = 0; i < 4; i++) {
        const struct nadir_epoch *x = &a->history[i], *y = &b->history[i];
        ck_assert(x->epoch == y->epoch && x->step == y->step && x->lr == y->lr);
        ck_assert(x->train.loss == y->train.loss && x->train.accuracy == y->train.accuracy);
        ck_assert(x->test.loss == y->test.loss && x->test.accuracy == y->test.accuracy);
    }
}

START_TEST(learns_repeats_resumes)
{
    struct nadir_context *context = test_walk(_i);
    struct nadir_dataset *data = make_dataset("train", 1001, 1), *test = make_dataset("test", 203, 2);
    const struct run first = train(context, data, test, 0);
    ck_assert_msg(first.history[3].test.accuracy > 0.95, "test accuracy %g", first.history[3].test.accuracy);
    ck_assert(first.history[3].train.loss < first.history[0].train.loss);

    struct nadir_classifier classifier = make_classifier(context, data);
    const size_t n = parameter_count(&classifier);
    nadir_classifier_destroy(&classifier);
    const struct run again = train(context, data, test, 0);
    expect_same(&again, &first, n);
    const struct run interrupted = train(context, data, test, 2);
    expect_same(&interrupted, &first, n);
    nadir_dataset_destroy(&data);
    nadir_dataset_destroy(&test);
}
END_TEST

START_TEST(saves_and_loads)
{
    struct nadir_context *context = test_context();
    struct nadir_dataset *data = make_dataset("train", 300, 1);
    struct nadir_classifier classifier = make_classifier(context, data), loaded;
    struct nadir_metrics before, after;
    char path[512];
    snprintf(path, sizeof path, "%s/model.safetensors", test_temp_dir());
    TEST_OK(nadir_evaluate(context, &classifier, data, &before));
    TEST_OK(nadir_classifier_save(&classifier, context, path));
    TEST_OK(nadir_classifier_load(&loaded, context, path));
    ck_assert_str_eq(loaded.specification, "mlp:16-8-3");
    ck_assert(loaded.mean == classifier.mean && loaded.deviation == classifier.deviation);
    TEST_OK(nadir_evaluate(context, &loaded, data, &after));
    ck_assert(before.loss == after.loss && before.accuracy == after.accuracy);

    /* A checkpoint that was not saved as a classifier. */
    TEST_OK(nadir_checkpoint_save(path, context, nadir_graph_arena(classifier.graph), NULL, 0));
    struct nadir_classifier other;
    TEST_FAILS(NADIR_ERROR_FORMAT, "nadir.model", nadir_classifier_load(&other, context, path));
    nadir_classifier_destroy(&loaded);
    nadir_classifier_destroy(&classifier);
    nadir_dataset_destroy(&data);
}
END_TEST

START_TEST(refuses)
{
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    struct nadir_context *context = test_context();
    struct nadir_dataset *data = make_dataset("train", 100, 1);
    struct nadir_trainer *trainer;
    struct nadir_metrics metrics;
    struct nadir_trainer_params params = nadir_trainer_params_default();
    struct nadir_classifier fitting = make_classifier(context, data), classifier;

    params.epochs = 0;
    TEST_FAILS(bad, "epochs = 0", nadir_trainer_create(&trainer, context, &fitting, data, NULL, &params));
    params = nadir_trainer_params_default();
    params.batch = 0;
    TEST_FAILS(bad, "batch = 0", nadir_trainer_create(&trainer, context, &fitting, data, NULL, &params));
    params = nadir_trainer_params_default();
    params.optimizer.lr = NAN;
    TEST_FAILS(bad, "lr = ", nadir_trainer_create(&trainer, context, &fitting, data, NULL, &params));

    /* A loss that grows without bounds names its step. */
    params.optimizer = nadir_optimizer_params_default(NADIR_SGD);
    params.optimizer.lr = 1e30;
    TEST_OK(nadir_trainer_create(&trainer, context, &fitting, data, NULL, &params));
    TEST_FAILS(NADIR_ERROR_DATA, "the loss of step", nadir_trainer_run(trainer));
    nadir_trainer_destroy(&trainer);

    TEST_OK(nadir_classifier_create(&classifier, context, "mlp:15-3"));
    TEST_OK(nadir_graph_initialise(classifier.graph, 0));
    TEST_FAILS(bad, "16 features, but the model takes 15", nadir_evaluate(context, &classifier, data, &metrics));
    TEST_FAILS(bad, "16 features", nadir_trainer_create(&trainer, context, &classifier, data, NULL, NULL));
    nadir_classifier_destroy(&classifier);
    TEST_OK(nadir_classifier_create(&classifier, context, "mlp:16-2"));
    TEST_OK(nadir_graph_initialise(classifier.graph, 0));
    TEST_FAILS(bad, "labels up to 2, but the model has 2 outputs", nadir_evaluate(context, &classifier, data, &metrics));
    nadir_classifier_destroy(&classifier);

    static const char *const specifications[] = {"", "cnn:1-2", "mlp:", "mlp:16", "mlp:16-", "mlp:-16-3", "mlp:16--3",
                                                 "mlp:16-x",
                                                 "mlp:16-3 ", "mlp:0-3", "mlp:16-99999999", "mlp:16-3.5"};
    for (size_t i = 0; i < sizeof specifications / sizeof *specifications; i++)
        TEST_FAILS(bad, "model ", nadir_classifier_create(&classifier, context, specifications[i]));
    nadir_classifier_destroy(&fitting);
    nadir_dataset_destroy(&data);
}
END_TEST

/* A graph made by hand whose rows are a number cannot be fed by a trainer. */
START_TEST(refuses_fixed_rows)
{
    struct nadir_context *context = test_context();
    struct nadir_dataset *data = make_dataset("train", 100, 1);
    struct nadir_classifier model = {.mean = 0, .deviation = 1};
    struct nadir_trainer *trainer;
    TEST_OK(nadir_graph_create(&model.graph, context));
    model.samples = nadir_graph_input(model.graph, "x", NADIR_F32, 2, (size_t[]){50, SIDE * SIDE});
    model.labels = nadir_graph_input(model.graph, "labels", NADIR_I32, 1, (size_t[]){50});
    model.logits = nadir_graph_linear(model.graph, "fc", model.samples, CLASSES);
    model.loss = nadir_graph_cross_entropy(model.graph, "loss", model.logits, model.labels);
    model.accuracy = nadir_graph_accuracy(model.graph, "accuracy", model.logits, model.labels);
    TEST_OK(nadir_graph_initialise(model.graph, 0));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "samples",
               nadir_trainer_create(&trainer, context, &model, data, NULL, NULL));
    nadir_classifier_destroy(&model);
    nadir_dataset_destroy(&data);
}
END_TEST

/* The device's limits are positive, and logs say what is compiled. */
static unsigned compiled;

static void count_compiling(enum nadir_log_level level, const char *message, void *user)
{
    (void)user;
    if (level == NADIR_LOG_INFO && strncmp(message, "compiling ", 10) == 0) compiled++;
}

START_TEST(limits_and_log)
{
    struct nadir_context *context;
    double copy, fma;
    TEST_OK(nadir_context_create(&context, test_device(), NULL));
    nadir_log_set(count_compiling, NADIR_LOG_INFO, NULL);
    TEST_OK(nadir_measure_copy(context, &copy));
    nadir_log_set(NULL, NADIR_LOG_INFO, NULL);
    TEST_OK(nadir_measure_fma(context, &fma));
    ck_assert_uint_eq(compiled, 1);
    ck_assert_msg(copy > 1e8 && copy < 1e14, "copy %g bytes/s", copy);
    ck_assert_msg(fma > 1e8 && fma < 1e16, "fma %g flop/s", fma);
    nadir_context_destroy(&context);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("trainer");
    TCase *tcase = test_case(suite, "trainer");
    tcase_add_loop_test(tcase, learns_repeats_resumes, 0, TEST_WALKS);
    tcase_add_test(tcase, saves_and_loads);
    tcase_add_test(tcase, refuses);
    tcase_add_test(tcase, refuses_fixed_rows);
    tcase_add_test(tcase, limits_and_log);
    return test_run(suite);
}
