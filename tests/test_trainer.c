/* SPDX-License-Identifier: MIT */
/* The trainer on a small separable data set: it learns with every rule, repeats to the bit, stops and goes on, ends early,
 * skips, saves and loads, refuses. */
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
                        unsigned interrupt, enum nadir_average average)
{
    struct run run;
    struct nadir_classifier classifier = make_classifier(context, data);
    struct nadir_trainer_params params = nadir_trainer_params_default();
    unsigned reports = 0;
    params.epochs = 4;
    params.batch = 32;
    params.seed = 3;
    params.optimizer.lr = 0.01;
    params.optimizer.average = average;
    params.optimizer.average_decay = 0.9;
    params.accumulate = average == NADIR_AVERAGE_NONE ? 1 : 3;
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
    ck_assert(history[3].lr > 0 && history[3].lr < 2e-4); /* the cosine's last step but one */
    ck_assert_int_eq(nadir_trainer_end(trainer), NADIR_TRAINING_EPOCHS);
    ck_assert_uint_eq(nadir_trainer_kept_epoch(trainer), 4);
    TEST_OK(nadir_trainer_run(trainer)); /* nothing is left to do */
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
    struct nadir_context *context = test_walk(_i % TEST_WALKS);
    struct nadir_dataset *data = make_dataset("train", 1001, 1), *test = make_dataset("test", 203, 2);
    const enum nadir_average average = _i < TEST_WALKS ? NADIR_AVERAGE_NONE : NADIR_AVERAGE_EMA;
    const struct run first = train(context, data, test, 0, average);
    ck_assert_msg(first.history[3].test.accuracy > 0.95, "test accuracy %g", first.history[3].test.accuracy);
    ck_assert(first.history[3].train.loss < first.history[0].train.loss);

    struct nadir_classifier classifier = make_classifier(context, data);
    const size_t n = parameter_count(&classifier);
    nadir_classifier_destroy(&classifier);
    const struct run again = train(context, data, test, 0, average);
    expect_same(&again, &first, n);
    const struct run interrupted = train(context, data, test, 2, average);
    expect_same(&interrupted, &first, n);
    nadir_dataset_destroy(&data);
    nadir_dataset_destroy(&test);
}
END_TEST

/* --- What a run can be told. --- */

/* A run from the same beginning; the caller looks at the trainer, then releases both. */
struct told {
    struct nadir_classifier classifier;
    struct nadir_trainer *trainer;
    const struct nadir_epoch *history;
    size_t count;
};

static struct told tell(const struct nadir_dataset *data, const struct nadir_dataset *test,
                        const struct nadir_trainer_params *params)
{
    struct told told = {.classifier = make_classifier(test_context(), data)};
    TEST_OK(nadir_trainer_create(&told.trainer, test_context(), &told.classifier, data, test, params));
    TEST_OK(nadir_trainer_run(told.trainer));
    told.history = nadir_trainer_history(told.trainer, &told.count);
    return told;
}

static void release(struct told *told)
{
    nadir_trainer_destroy(&told->trainer);
    nadir_classifier_destroy(&told->classifier);
}

START_TEST(every_rule_learns)
{
    /* Where the default is too small, or too large, for so few steps. */
    static const struct {
        enum nadir_optimizer_rule rule;
        double lr;
    } rates[] = {{NADIR_SGD, 0.1}, {NADIR_MOMENTUM, 0.02}, {NADIR_NESTEROV, 0.02}, {NADIR_RADAM, 0.02}, {NADIR_RPROP, 1e-3},
                 {NADIR_LAMB, 0.02}, {NADIR_LARS, 20}, {NADIR_ASGD, 0.1}};
    struct nadir_dataset *data = make_dataset("train", 320, 1);
    struct nadir_metrics before, after;
    struct nadir_classifier untrained = make_classifier(test_context(), data);
    TEST_OK(nadir_evaluate(test_context(), &untrained, data, &before));
    nadir_classifier_destroy(&untrained);
    for (int rule = 0; rule < NADIR_OPTIMIZER_COUNT; rule++) {
        struct nadir_trainer_params params = nadir_trainer_params_default();
        params.epochs = 4;
        params.batch = 16;
        params.optimizer = nadir_optimizer_params_default((enum nadir_optimizer_rule)rule);
        if (params.optimizer.lr < 0.005) params.optimizer.lr = 0.005;
        for (size_t i = 0; i < sizeof rates / sizeof rates[0]; i++)
            if ((int)rates[i].rule == rule) params.optimizer.lr = rates[i].lr;
        struct told told = tell(data, NULL, &params);
        TEST_OK(nadir_evaluate(test_context(), &told.classifier, data, &after));
        ck_assert_msg(after.loss < 0.8 * before.loss, "%s: loss %g after training, %g before",
                      nadir_optimizer_name((enum nadir_optimizer_rule)rule), after.loss, before.loss);
        release(&told);
    }
    nadir_dataset_destroy(&data);
}
END_TEST

/* Sophia steps shrink with the curvature times `batch`: they nearly vanish where that is huge, unless none is taken. */
START_TEST(curvature)
{
    struct nadir_dataset *data = make_dataset("train", 320, 1);
    struct nadir_trainer_params params = nadir_trainer_params_default();
    double moved[2];
    float *after[2];
    params.epochs = 2;
    params.batch = 32;
    params.optimizer = nadir_optimizer_params_default(NADIR_SOPHIA);
    params.optimizer.weight_decay = 0;
    params.optimizer.lr = 1e-3;
    params.optimizer.batch = 1e20;
    struct nadir_classifier untrained = make_classifier(test_context(), data);
    const size_t n = parameter_count(&untrained);
    const float *before = parameters(test_context(), &untrained);
    nadir_classifier_destroy(&untrained);
    for (int i = 0; i < 2; i++) {
        struct told told = tell(data, NULL, &params);
        after[i] = parameters(test_context(), &told.classifier);
        release(&told);
        moved[i] = 0;
        for (size_t j = 0; j < n; j++) moved[i] += fabs((double)after[i][j] - (double)before[j]);
    }
    test_expect_bits("parameters of equal runs", after[1], after[0], n);
    ck_assert_msg(moved[0] < 1e-3, "parameters moved by %g in all: there is no curvature", moved[0]);
    params.optimizer.batch = 1e-20;
    struct told told = tell(data, NULL, &params);
    const float *signs = parameters(test_context(), &told.classifier);
    moved[1] = 0;
    for (size_t j = 0; j < n; j++) moved[1] += fabs((double)signs[j] - (double)before[j]);
    ck_assert_msg(moved[1] > 1, "parameters moved by %g in all, although nothing holds them back", moved[1]);
    release(&told);
    nadir_dataset_destroy(&data);
}
END_TEST

/* Four batches of 16 are one of 64, also where the last step of an epoch has three of them, the last one short. */
START_TEST(accumulation)
{
    struct nadir_dataset *data = make_dataset("train", 1001, 1);
    struct nadir_trainer_params params = nadir_trainer_params_default();
    params.epochs = 3;
    params.optimizer = nadir_optimizer_params_default(NADIR_MOMENTUM);
    params.optimizer.lr = 0.05;
    struct told whole = tell(data, NULL, &params);
    params.batch = 16;
    params.accumulate = 4;
    struct told parts = tell(data, NULL, &params);
    const size_t n = parameter_count(&whole.classifier);
    const double *want = test_widen(parameters(test_context(), &whole.classifier), n);
    /* Sums of 64 in another order, over 48 steps of a smooth descent. */
    test_expect("accumulated", parameters(test_context(), &parts.classifier), want, n, 2e-6, 2e-5);
    for (size_t i = 0; i < 3; i++) {
        ck_assert_uint_eq(parts.history[i].step, whole.history[i].step);
        ck_assert(parts.history[i].lr == whole.history[i].lr);
        ck_assert_double_eq_tol(parts.history[i].train.loss, whole.history[i].train.loss, 1e-5);
    }
    ck_assert_uint_eq(nadir_trainer_epoch_steps(parts.trainer), 16);
    release(&whole);
    release(&parts);
    nadir_dataset_destroy(&data);
}
END_TEST

/* Every sample is in one of the two parts, in the order it had; the seed chooses which. */
START_TEST(split)
{
    enum { COUNT = 200 };
    struct nadir_dataset *taken[3], *kept[3];
    static const uint64_t seeds[] = {7, 7, 8};
    for (int i = 0; i < 3; i++) {
        kept[i] = make_dataset("train", COUNT, 1);
        for (int j = 0; j < COUNT; j++) { /* samples and labels that tell their number */
            memset(kept[i]->samples + j * SIDE * SIDE, j, SIDE * SIDE);
            kept[i]->labels[j] = j;
        }
        TEST_OK(nadir_dataset_split(&taken[i], kept[i], 0.1, seeds[i]));
        ck_assert_uint_eq(taken[i]->count, COUNT / 10);
        ck_assert_uint_eq(kept[i]->count, COUNT - COUNT / 10);
        ck_assert(taken[i]->features == SIDE * SIDE && taken[i]->classes == kept[i]->classes);
        size_t a = 0, b = 0;
        for (int j = 0; j < COUNT; j++) {
            const bool is_taken = a < taken[i]->count && taken[i]->labels[a] == j;
            const struct nadir_dataset *part = is_taken ? taken[i] : kept[i];
            const size_t at = is_taken ? a++ : b++;
            ck_assert_msg(at < part->count && part->labels[at] == j, "sample %d is in neither part, or not in order", j);
            for (int k = 0; k < SIDE * SIDE; k++) ck_assert_int_eq(part->samples[at * SIDE * SIDE + k], j);
        }
    }
    ck_assert_mem_eq(taken[0]->labels, taken[1]->labels, COUNT / 10 * sizeof(int32_t));
    ck_assert_mem_ne(taken[0]->labels, taken[2]->labels, COUNT / 10 * sizeof(int32_t));
    ck_assert_int_ne(taken[0]->labels[0] + taken[0]->labels[1], 1); /* not simply the first ones */
    struct nadir_dataset *none;
    static const double fractions[] = {0, 1, -1, NAN, 0.001, 0.999};
    for (size_t i = 0; i < sizeof fractions / sizeof fractions[0]; i++)
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "split: ", nadir_dataset_split(&none, kept[0], fractions[i], 0));
    for (int i = 0; i < 3; i++) {
        nadir_dataset_destroy(&taken[i]);
        nadir_dataset_destroy(&kept[i]);
    }
}
END_TEST

/* Validation labels that the training data contradicts: their loss grows as training goes on. */
START_TEST(early_stopping)
{
    struct nadir_context *context = test_context();
    struct nadir_dataset *data = make_dataset("train", 500, 1), *validation = make_dataset("validation", 90, 2);
    struct nadir_dataset *test = make_dataset("test", 80, 3);
    for (size_t i = 0; i < validation->count; i++)
        if (i % 3 == 0) validation->labels[i] = (validation->labels[i] + 1) % CLASSES;
    struct nadir_early_stop early_stop = nadir_early_stop_default(3);
    struct nadir_trainer_params params = nadir_trainer_params_default();
    params.epochs = 60;
    params.optimizer.lr = 3e-3;
    params.schedule = nadir_schedule_default(0);
    params.validation = validation;
    params.early_stop = &early_stop;
    params.restore_best = _i == 0;
    struct told told = tell(data, test, &params), other = tell(data, NULL, &params);
    ck_assert_int_eq(nadir_trainer_end(told.trainer), NADIR_TRAINING_EARLY_STOP);
    ck_assert_uint_lt(told.count, 60);
    size_t best = 0;
    for (size_t i = 1; i < told.count; i++)
        if (told.history[i].validation.loss < told.history[best].validation.loss) best = i;
    ck_assert_uint_ge(best, 1); /* else nothing would be restored but the beginning */
    ck_assert_uint_eq(told.count, best + 1 + 3);
    const size_t kept = nadir_trainer_kept_epoch(told.trainer);
    ck_assert_uint_eq(kept, _i == 0 ? best + 1 : told.count);
    struct nadir_metrics metrics;
    TEST_OK(nadir_evaluate(context, &told.classifier, validation, &metrics));
    ck_assert(metrics.loss == told.history[kept - 1].validation.loss);
    TEST_OK(nadir_evaluate(context, &told.classifier, test, &metrics));
    ck_assert(metrics.loss == told.history[kept - 1].test.loss && metrics.accuracy == told.history[kept - 1].test.accuracy);

    /* The test data decides nothing: without it everything else is the same. */
    ck_assert_uint_eq(other.count, told.count);
    test_expect_bits("parameters without test data", parameters(context, &other.classifier),
                     parameters(context, &told.classifier), parameter_count(&told.classifier));
    ck_assert(isnan(other.history[0].test.loss) && isnan(other.history[0].test.accuracy));
    release(&told);
    release(&other);

    /* Without validation data the training loss is watched, which no epoch betters by this much. */
    early_stop.min_delta = 100;
    params.validation = NULL;
    told = tell(data, test, &params);
    ck_assert_uint_eq(told.count, 1 + 3);
    ck_assert_uint_eq(nadir_trainer_kept_epoch(told.trainer), _i == 0 ? 1 : 4);
    ck_assert(isnan(told.history[0].validation.loss));
    release(&told);
    nadir_dataset_destroy(&data);
    nadir_dataset_destroy(&validation);
    nadir_dataset_destroy(&test);
}
END_TEST

START_TEST(tolerances)
{
    struct nadir_dataset *data = make_dataset("train", 200, 1);
    struct nadir_trainer_params params = nadir_trainer_params_default();
    params.optimizer.lr = 0; /* the loss of an epoch changes in its last digits at most */
    params.loss_tolerance = 1e-4;
    struct told told = tell(data, NULL, &params);
    ck_assert_uint_eq(told.count, 2);
    ck_assert_int_eq(nadir_trainer_end(told.trainer), NADIR_TRAINING_LOSS);
    release(&told);
    params.optimizer.lr = 1e-3;
    params.loss_tolerance = 0;
    static const double tolerances[] = {1e-3, 1e3}; /* the gradient's norm is about 1 */
    for (int i = 0; i < 2; i++) {
        params.epochs = 3;
        params.gradient_tolerance = tolerances[i];
        told = tell(data, NULL, &params);
        const double norm = nadir_trainer_report(told.trainer)->gradient_norm;
        ck_assert_msg(norm > 1e-2 && norm < 1e2, "norm %g", norm);
        ck_assert_uint_eq(told.count, i == 0 ? 3 : 1);
        ck_assert_int_eq(nadir_trainer_end(told.trainer), i == 0 ? NADIR_TRAINING_EPOCHS : NADIR_TRAINING_GRADIENT);
        release(&told);
    }
    for (int i = 0; i <= NADIR_TRAINING_GRADIENT; i++)
        ck_assert_ptr_nonnull(nadir_training_end_name((enum nadir_training_end)i));
    ck_assert_ptr_null(nadir_training_end_name((enum nadir_training_end)(NADIR_TRAINING_GRADIENT + 1)));
    nadir_dataset_destroy(&data);
}
END_TEST

/* The learning rate falls behind every epoch that is not better by half, after the first; the warm-up stays. */
START_TEST(plateau)
{
    struct nadir_dataset *data = make_dataset("train", 200, 1);
    struct nadir_plateau plateau = nadir_plateau_default(0);
    struct nadir_trainer_params params = nadir_trainer_params_default();
    params.epochs = 5;
    params.optimizer.lr = 1e-4;
    plateau.patience = 0;
    plateau.threshold = 0.5;
    plateau.factor = 0.25;
    params.plateau = &plateau;
    params.schedule.warmup = 8; /* two epochs */
    params.schedule.warmup_factor = 0.5;
    struct told told = tell(data, NULL, &params);
    static const double want[] = {1e-4 * (0.5 + 0.5 * 3 / 8), 1e-4 * (0.5 + 0.5 * 7 / 8), 0.25e-4, 0.0625e-4, 0.015625e-4};
    for (size_t i = 0; i < 5; i++)
        ck_assert_msg(fabs(told.history[i].lr - want[i]) < 1e-12 * want[i], "epoch %zu: lr %.17g, not %.17g", i + 1,
                      told.history[i].lr, want[i]);
    release(&told);
    nadir_dataset_destroy(&data);
}
END_TEST

START_TEST(schedules)
{
    struct nadir_dataset *data = make_dataset("train", 200, 1);
    struct nadir_trainer_params params = nadir_trainer_params_default();
    params.epochs = 3;

    /* By epochs. */
    params.schedule = nadir_schedule_default_of(NADIR_SCHEDULE_STEP, 0);
    params.schedule.step_size = 1;
    params.schedule.gamma = 0.5;
    params.schedule_unit = NADIR_SCHEDULE_UNIT_EPOCH;
    struct told told = tell(data, NULL, &params);
    for (size_t i = 0; i < 3; i++) ck_assert(told.history[i].lr == 1e-3 * pow(0.5, (double)i));
    release(&told);

    /* A length of 0 is the run behind the warm-up: here 12 - 2 steps. */
    params.schedule = nadir_schedule_default_of(NADIR_SCHEDULE_LINEAR, 0);
    params.schedule.start_factor = 1;
    params.schedule.end_factor = 0;
    params.schedule.total_iters = 0;
    params.schedule.warmup = 2;
    params.schedule_unit = NADIR_SCHEDULE_UNIT_STEP;
    told = tell(data, NULL, &params);
    for (size_t i = 0; i < 3; i++) { /* the last step of epoch i + 1 is number 4 i + 3 */
        const double want = 1e-3 * (1 - (4 * (double)i + 3 - 2) / 10);
        ck_assert_double_eq_tol(told.history[i].lr, want, 1e-15);
    }
    release(&told);

    /* The momentum moves where there is one, and nothing fails where there is none. */
    static const enum nadir_optimizer_rule rules[] = {NADIR_SGD, NADIR_MOMENTUM, NADIR_ADAM, NADIR_ADAGRAD};
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        params.optimizer = nadir_optimizer_params_default(rules[i]);
        params.schedule = nadir_schedule_default_of(NADIR_SCHEDULE_ONE_CYCLE, 1e-3);
        params.schedule.total_steps = 0;
        float *with_momentum = NULL;
        for (int j = 0; j < 2; j++) {
            params.schedule.cycle_momentum = j == 0;
            told = tell(data, NULL, &params);
            float *p = parameters(test_context(), &told.classifier);
            const bool same = with_momentum && memcmp(with_momentum, p, parameter_count(&told.classifier) * sizeof *p) == 0;
            ck_assert_msg(j == 0 || same == (i == 0 || i == 3), "%s: the momentum %s", nadir_optimizer_name(rules[i]),
                          same ? "did not move" : "moved");
            with_momentum = p;
            release(&told);
        }
    }
    nadir_dataset_destroy(&data);
}
END_TEST

/* --- Steps that are skipped. --- */

/* With fc1.weight 0 and large fc2.weight, the loss is finite whatever the samples are, but the gradient of fc1.weight overflows
 * where a sample, blown up by a tiny deviation, is not black: these samples are 255, of class 1. */
static struct nadir_classifier make_overflowing(struct nadir_dataset *data, size_t bright)
{
    struct nadir_classifier classifier = make_classifier(test_context(), data);
    struct nadir_arena *arena = nadir_graph_arena(classifier.graph);
    classifier.mean = 0;
    classifier.deviation = 3e-39;
    memset(data->samples, 0, data->count * data->features);
    memset(data->samples, 255, bright * data->features);
    for (size_t i = 0; i < bright; i++) data->labels[i] = 1;
    static const struct {
        const char *name;
        float first, others; /* in row 0, and elsewhere */
    } values[] = {{"fc1.weight", 0, 0}, {"fc1.bias", 1, 1}, {"fc2.weight", 1000, -1000}, {"fc2.bias", 0, 0}};
    for (size_t i = 0; i < 4; i++) {
        const struct nadir_tensor tensor = nadir_arena_parameter(arena, nadir_arena_find(arena, values[i].name));
        const size_t n = nadir_tensor_count(&tensor);
        float *host = test_floats(n);
        for (size_t j = 0; j < n; j++) host[j] = j < tensor.shape[tensor.rank - 1] ? values[i].first : values[i].others;
        TEST_OK(nadir_tensor_upload(test_context(), &tensor, host));
    }
    return classifier;
}

static uint64_t most_skipped;

static void watch_skipped(const struct nadir_progress *progress, void *user)
{
    (void)user;
    most_skipped = progress->skipped;
}

START_TEST(skipped_steps)
{
    enum { COUNT = 210, BATCH = 30, EPOCHS = 3, STEPS = COUNT / BATCH };
    struct nadir_dataset *data = make_dataset("train", COUNT, 1);
    struct nadir_classifier classifier = make_overflowing(data, 1); /* one batch of each epoch */
    struct nadir_trainer_params params = nadir_trainer_params_default();
    params.epochs = EPOCHS;
    params.batch = BATCH;
    params.optimizer = nadir_optimizer_params_default(NADIR_SGD);
    params.optimizer.lr = 1e-30; /* nothing else moves */
    params.optimizer.skip_nonfinite = true;
    params.progress = watch_skipped;
    struct nadir_trainer *trainer;
    TEST_OK(nadir_trainer_create(&trainer, test_context(), &classifier, data, NULL, &params));
    TEST_OK(nadir_trainer_run(trainer));
    size_t count;
    const struct nadir_epoch *history = nadir_trainer_history(trainer, &count);
    ck_assert_uint_eq(count, EPOCHS);
    struct nadir_schedule schedule = nadir_schedule_default_of(NADIR_SCHEDULE_COSINE, 1e-30);
    schedule.t_max = EPOCHS * STEPS;
    for (uint64_t i = 0; i < EPOCHS; i++) { /* a skipped step moves neither the counter nor the schedule */
        ck_assert_uint_eq(history[i].step, (i + 1) * (STEPS - 1));
        ck_assert(history[i].lr == nadir_schedule_lr(&schedule, (i + 1) * (STEPS - 1) - 1));
    }
    const struct nadir_optimizer_report *report = nadir_trainer_report(trainer);
    ck_assert_uint_eq(report->skipped, EPOCHS);
    ck_assert_uint_eq(most_skipped, EPOCHS);
    ck_assert_str_eq(nadir_arena_name(nadir_graph_arena(classifier.graph), report->bad_tensor), "fc1.weight");
    ck_assert_uint_eq(report->bad_element, 0);
    ck_assert(report->bad_step >= 1 && report->bad_step <= STEPS);
    nadir_trainer_destroy(&trainer);
    nadir_classifier_destroy(&classifier);
    nadir_dataset_destroy(&data);
}
END_TEST

/* A run whose steps are all skipped fails, within a long epoch or at the end of a short one, but not before the loss scale has
 * fallen to 1. */
START_TEST(nothing_but_skipped_steps)
{
    struct nadir_dataset *data = make_dataset("train", 100, 1);
    for (int i = 0; i < 4; i++) {
        struct nadir_classifier classifier = make_overflowing(data, 100);
        struct nadir_trainer_params params = nadir_trainer_params_default();
        params.batch = i == 3 ? 1 : 25;
        params.optimizer = nadir_optimizer_params_default(NADIR_SGD);
        params.optimizer.skip_nonfinite = true;
        params.optimizer.loss_scale.initial = i == 0 || i == 3 ? 0 : 1024;
        params.optimizer.loss_scale.dynamic = i == 1;
        struct nadir_trainer *trainer;
        TEST_OK(nadir_trainer_create(&trainer, test_context(), &classifier, data, NULL, &params));
        TEST_FAILS(NADIR_ERROR_DATA, "steps were skipped because the gradient was not finite, first fc1.weight[0] at step 1;",
                   nadir_trainer_run(trainer));
        const struct nadir_optimizer_report *report = nadir_trainer_report(trainer);
        ck_assert_uint_eq(report->steps, 0);
        if (i < 3) ck_assert_uint_eq(report->skipped, i == 1 ? 12 : 4); /* 2^10 is 1 in ten steps, within the third epoch */
        else ck_assert(report->skipped >= 50 && report->skipped < 100);
        ck_assert(report->loss_scale == (i == 2 ? 1024 : 1));
        nadir_trainer_destroy(&trainer);
        nadir_classifier_destroy(&classifier);
    }
    nadir_dataset_destroy(&data);
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
    TEST_FAILS(NADIR_ERROR_DATA, "the loss of step 2 is ", nadir_trainer_run(trainer));
    ck_assert_ptr_nonnull(strstr(nadir_last_error()->message, "the first parameter that is not finite is fc1.weight[0]"));
    nadir_trainer_destroy(&trainer);

    params = nadir_trainer_params_default();
    params.accumulate = 0;
    TEST_FAILS(bad, "accumulate = 0", nadir_trainer_create(&trainer, context, &fitting, data, NULL, &params));
    params = nadir_trainer_params_default();
    params.loss_tolerance = NAN;
    TEST_FAILS(bad, "loss_tolerance = ", nadir_trainer_create(&trainer, context, &fitting, data, NULL, &params));
    params = nadir_trainer_params_default();
    params.schedule = nadir_schedule_default_of(NADIR_SCHEDULE_STEP, 1);
    TEST_FAILS(bad, "step_size", nadir_trainer_create(&trainer, context, &fitting, data, NULL, &params));
    struct nadir_plateau plateau = nadir_plateau_default(1);
    plateau.factor = 1;
    params = nadir_trainer_params_default();
    params.plateau = &plateau;
    TEST_FAILS(bad, "factor", nadir_trainer_create(&trainer, context, &fitting, data, NULL, &params));
    struct nadir_early_stop early_stop = nadir_early_stop_default(1);
    early_stop.min_delta = NAN;
    params = nadir_trainer_params_default();
    params.early_stop = &early_stop;
    TEST_FAILS(bad, "min_delta", nadir_trainer_create(&trainer, context, &fitting, data, NULL, &params));

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
    ck_assert_uint_eq(compiled, 2); /* the copy, and the random numbers that are copied */
    ck_assert_msg(copy > 1e8 && copy < 1e14, "copy %g bytes/s", copy);
    ck_assert_msg(fma > 1e8 && fma < 1e16, "fma %g flop/s", fma);
    nadir_context_destroy(&context);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("trainer");
    TCase *tcase = test_case(suite, "trainer");
    tcase_add_loop_test(tcase, learns_repeats_resumes, 0, 2 * TEST_WALKS); /* again with accumulation and average */
    tcase_add_test(tcase, every_rule_learns);
    tcase_add_test(tcase, curvature);
    tcase_add_test(tcase, accumulation);
    tcase_add_test(tcase, split);
    tcase_add_loop_test(tcase, early_stopping, 0, 2);
    tcase_add_test(tcase, tolerances);
    tcase_add_test(tcase, plateau);
    tcase_add_test(tcase, schedules);
    tcase_add_test(tcase, skipped_steps);
    tcase_add_test(tcase, nothing_but_skipped_steps);
    tcase_add_test(tcase, saves_and_loads);
    tcase_add_test(tcase, refuses);
    tcase_add_test(tcase, refuses_fixed_rows);
    tcase_add_test(tcase, limits_and_log);
    return test_run(suite);
}
