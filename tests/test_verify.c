/* SPDX-License-Identifier: MIT */
/* Verified runs: every operation of a step is watched in turn, the run gives the same bits, a wrong number in any element of a
 * slice is reported and leaves parameters and optimizer alone, and what is not finite or only rounded is no fault. A trainer
 * that meets one ends, and can go on. */
#include "support.h"

#include "graph/graph_priv.h"

#include <limits.h>
#include <signal.h>
#include <stdio.h>

/* x (rows, 13) -> linear (70) -> f -> linear (9) -> g -> linear (5) -> cross-entropy. 70 is more than a slice. */
enum { ROWS = 21, IN = 13, WIDE = 70, NARROW = 9, CLASSES = 5, PARAMETERS = IN * WIDE + WIDE * NARROW + NARROW * CLASSES + 84 };

struct model {
    struct nadir_context *context;
    struct nadir_graph *graph;
    struct nadir_value *x, *labels, *loss;
    struct nadir_optimizer *optimizer;
    struct nadir_step *step;
};

struct options {
    enum nadir_activation f, g;
    struct nadir_optimizer_params optimizer;
    int32_t ignore_index;
    size_t accumulate;
};

static struct options options_of(enum nadir_activation f, enum nadir_activation g, enum nadir_optimizer_rule rule)
{
    struct options options = {.f = f, .g = g, .ignore_index = NADIR_NO_IGNORE_INDEX, .accumulate = 1};
    options.optimizer = nadir_optimizer_params_default(rule);
    options.optimizer.lr = 0.01;
    return options;
}

static void feed(const struct model *model, const struct nadir_value *value, const void *host)
{
    struct nadir_tensor tensor;
    TEST_OK(nadir_step_value(model->step, value, &tensor));
    TEST_OK(nadir_tensor_upload(model->context, &tensor, host));
}

static struct model make_model(struct nadir_context *context, const struct options *options)
{
    struct model model = {.context = context};
    TEST_OK(nadir_graph_create(&model.graph, context));
    struct nadir_graph *graph = model.graph;
    model.x = nadir_graph_input(graph, "x", NADIR_F32, 2, (const size_t[]){NADIR_BATCH, IN});
    model.labels = nadir_graph_input(graph, "labels", NADIR_I32, 1, (const size_t[]){NADIR_BATCH});
    struct nadir_value *h = nadir_graph_linear(graph, "fc1", model.x, WIDE);
    h = nadir_graph_activation(graph, "f", h, options->f, nadir_activation_alpha(options->f));
    h = nadir_graph_linear(graph, "fc2", h, NARROW);
    h = nadir_graph_activation(graph, "g", h, options->g, nadir_activation_alpha(options->g));
    h = nadir_graph_linear(graph, "fc3", h, CLASSES);
    struct nadir_loss_params loss = nadir_loss_params_default(NADIR_LOSS_CROSS_ENTROPY);
    loss.ignore_index = options->ignore_index;
    model.loss = nadir_graph_loss(graph, "loss", NADIR_LOSS_CROSS_ENTROPY,
                                  &(struct nadir_loss_values){.x = {h}, .target = model.labels}, &loss);
    TEST_OK(nadir_graph_initialise(graph, 3));
    struct nadir_optimizer_params optimizer = options->optimizer;
    optimizer.accumulate = options->accumulate > 1;
    TEST_OK(nadir_optimizer_create(&model.optimizer, context, nadir_graph_arena(graph), NULL, &optimizer));
    TEST_OK(nadir_step_create(&model.step, graph,
                              &(struct nadir_step_params){.max_rows = ROWS,
                                                          .losses = &model.loss,
                                                          .loss_count = 1,
                                                          .scalars = &model.loss,
                                                          .scalar_count = 1,
                                                          .history = 1000,
                                                          .optimizer = model.optimizer,
                                                          .accumulate = options->accumulate}));
    struct test_random random = test_seed(11);
    int32_t *labels = test_ints(ROWS);
    for (size_t i = 0; i < ROWS; i++) labels[i] = (int32_t)(test_word(&random) % CLASSES);
    feed(&model, model.labels, labels);
    feed(&model, model.x, test_random_floats(&random, ROWS * IN, -2, 2));
    return model;
}

static void destroy_model(struct model *model)
{
    nadir_step_destroy(&model->step);
    nadir_optimizer_destroy(&model->optimizer);
    nadir_graph_destroy(&model->graph);
}

/* Parameters, then states, of all tensors. */
static const float *snapshot(const struct model *model, size_t *count)
{
    const struct nadir_arena *arena = nadir_graph_arena(model->graph);
    const size_t tensors = nadir_arena_tensor_count(arena), states = nadir_optimizer_state_count(model->optimizer);
    float *host = test_floats((states + 1) * PARAMETERS);
    *count = 0;
    for (size_t i = 0; i < tensors; i++)
        for (size_t k = 0; k <= states; k++) {
            const struct nadir_tensor tensor = k == 0 ? nadir_arena_parameter(arena, i)
                                                      : nadir_optimizer_state(model->optimizer, k - 1, i);
            TEST_OK(nadir_tensor_download(model->context, &tensor, host + *count));
            *count += nadir_tensor_count(&tensor);
        }
    ck_assert_uint_eq(*count, (states + 1) * PARAMETERS);
    return host;
}

static void expect_same_state(const char *what, const struct model *a, const struct model *b)
{
    size_t m, n;
    const float *x = snapshot(a, &m), *y = snapshot(b, &n);
    ck_assert_uint_eq(m, n);
    test_expect_bits(what, x, y, n);
    ck_assert_uint_eq(nadir_step_count(a->step), nadir_step_count(b->step));
    ck_assert_uint_eq(nadir_optimizer_step_count(a->optimizer), nadir_optimizer_step_count(b->optimizer));
}

/* What one turn watches, in the order of a run. */
static const char *const names[] = {
    "fc1 forward",         "fc2 forward",       "fc3 forward",          "loss gradient",
    "fc3 weight gradient", "fc3 bias gradient", "fc3 input gradient",   "fc2 weight gradient",
    "fc2 bias gradient",   "fc2 input gradient", "fc1 weight gradient", "fc1 bias gradient",
    "update of fc1.weight", "update of fc1.bias", "update of fc2.weight", "update of fc2.bias",
    "update of fc3.weight", "update of fc3.bias"};
enum { WATCHES = sizeof names / sizeof names[0], FIRST_UPDATE = 12 };

/* The element of the output `output` of a slice whose bit is flipped; how far the device was off, at most. */
struct tamper {
    unsigned output, calls;
    size_t element, elements; /* elements: of that output */
    uint32_t bits;
    bool changed, beyond;     /* beyond: by more than the bound */
    double worst;             /* |got - want| / bound */
};

static void tamper(void *user, const struct nadir__expected *expected, float *got)
{
    struct tamper *t = user;
    for (size_t i = 0; i < expected->count; i++) {
        const double error = fabs((double)got[i] - expected->want[i]);
        if (error > 0) t->worst = fmax(t->worst, error / expected->bound[i]);
    }
    if (t->calls++ != t->output) return;
    t->elements = expected->count;
    if (t->element >= expected->count || t->bits == 0) return;
    const float before = got[t->element];
    uint32_t word;
    memcpy(&word, &before, sizeof word);
    word ^= t->bits;
    memcpy(&got[t->element], &word, sizeof word);
    t->changed = true;
    /* The device's own rounding is within the bound; twice the bound away from that is beyond it. */
    t->beyond = !(fabs((double)got[t->element] - (double)before) <= 2 * expected->bound[t->element]);
}

/* Every operation in turn, many slices, every activation, every rule that is watched: nothing is reported, and steps that were
 * not verified give the same bits. */
static void run_beside(struct nadir_context *context, const struct options *options, uint64_t rounds, const char *what)
{
    struct model model = make_model(context, options), plain = make_model(context, options);
    struct tamper seen = {.output = UINT_MAX};
    const size_t runs = (size_t)rounds * WATCHES;
    for (size_t i = 0; i < runs; i++) {
        const size_t rows = i % 3 == 2 ? 1 + i % ROWS : ROWS;
        const char *watched;
        TEST_OK(nadir__step_run_watched(model.step, rows, i, &watched, tamper, &seen));
        ck_assert_str_eq(watched, names[i % WATCHES]);
        TEST_OK(nadir_step_run(plain.step, rows));
    }
    ck_assert_uint_eq(nadir_step_count(model.step), runs);
    expect_same_state(what, &model, &plain);
    float *a = test_floats(runs), *b = test_floats(runs);
    const size_t kept = runs < 1000 ? runs : 1000;
    TEST_OK(nadir_step_scalars(model.step, runs - kept, kept, a));
    TEST_OK(nadir_step_scalars(plain.step, runs - kept, kept, b));
    test_expect_bits("losses", a, b, kept);
    ck_assert_msg(seen.worst < 0.5, "%s: an error was %g of its bound", what, seen.worst);
    destroy_model(&model);
    destroy_model(&plain);
    test_reset();
}

START_TEST(same_bits)
{
    struct nadir_context *context = test_walk(_i);
    for (int f = NADIR_ACTIVATION_RELU; f < NADIR_ACTIVATION_COUNT; f++) {
        const enum nadir_activation g = f + 1 < NADIR_ACTIVATION_COUNT ? (enum nadir_activation)(f + 1) : NADIR_ACTIVATION_RELU;
        const struct options options = options_of((enum nadir_activation)f, g, NADIR_ADAM);
        run_beside(context, &options, 6, nadir_activation_name((enum nadir_activation)f));
    }
}
END_TEST

START_TEST(every_rule)
{
    struct nadir_context *context = test_walk(_i);
    static const enum nadir_optimizer_rule rules[] = {NADIR_SGD, NADIR_MOMENTUM, NADIR_NESTEROV, NADIR_ADAM, NADIR_ADAMW};
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        for (int variant = 0; variant < 5; variant++) {
            struct options options = options_of(NADIR_ACTIVATION_RELU, NADIR_ACTIVATION_TANH, rules[i]);
            struct nadir_optimizer_params *p = &options.optimizer;
            switch (variant) {
            case 1:
                *p = nadir_optimizer_params_keras(rules[i]);
                p->weight_decay = 0.1;
                break;
            case 2:
                p->amsgrad = p->maximize = true;
                p->dampening = rules[i] == NADIR_NESTEROV ? 0 : 0.3;
                p->decay = NADIR_DECAY_L2;
                p->weight_decay = 0.05;
                p->clip.value = 0.01;
                break;
            case 3:
                p->eps_mode = NADIR_EPS_INSIDE;
                p->l1 = 0.02;
                p->l1_proximal = true;
                p->average = NADIR_AVERAGE_EMA;
                break;
            case 4:
                p->beta1 = 0;
                p->l1 = 1e-3;
                p->momentum = rules[i] == NADIR_NESTEROV ? 0.3 : rules[i] == NADIR_SGD ? 0.5 : 0;
                p->copy = NADIR_BF16;
                break;
            }
            run_beside(context, &options, 4, nadir_optimizer_name(rules[i]));
        }
    }
}
END_TEST

START_TEST(every_back_end)
{
    const struct options options = options_of(NADIR_ACTIVATION_GELU, NADIR_ACTIVATION_RELU, NADIR_ADAM);
    run_beside(test_gemm(_i), &options, 3, "gelu");
}
END_TEST

/* A high bit of any element of any output: reported, with nothing changed, and the next run as if it had not been. The lowest
 * bit, and the sign of 0, are rounding. */
START_TEST(wrong_bits_are_found)
{
    struct nadir_context *context = test_walk(_i % TEST_WALKS);
    const struct options options = options_of(_i < TEST_WALKS ? NADIR_ACTIVATION_RELU : NADIR_ACTIVATION_GELU,
                                              NADIR_ACTIVATION_TANH, _i < TEST_WALKS ? NADIR_MOMENTUM : NADIR_ADAM);
    struct model model = make_model(context, &options), plain = make_model(context, &options);
    const uint32_t bits[] = {0x00400000, 0x40000000, 0x1};
    unsigned found = 0, tried = 0;
    for (size_t w = 0; w < FIRST_UPDATE; w++) {
        for (unsigned output = 0;; output++) {
            struct tamper t = {.output = output, .elements = 1};
            for (t.element = 0; t.element < t.elements; t.element++)
                for (size_t b = 0; b < 3; b++) {
                    t.calls = 0;
                    t.bits = bits[b];
                    t.changed = t.beyond = false;
                    const enum nadir_status status =
                        nadir__step_run_watched(model.step, ROWS, w + WATCHES * t.element, NULL, tamper, &t);
                    if (!t.changed) {
                        TEST_OK(status);
                        TEST_OK(nadir_step_run(plain.step, ROWS));
                        continue;
                    }
                    ck_assert_msg((status == NADIR_ERROR_WRONG_RESULT) >= t.beyond, "%s, output %u, element %zu, bit %08x",
                                  names[w], output, t.element, (unsigned)t.bits);
                    tried += b < 2;
                    if (b == 2) ck_assert_msg(status == NADIR_OK, "%s: %s", names[w], nadir_last_error()->message);
                    if (status == NADIR_OK) {
                        TEST_OK(nadir_step_run(plain.step, ROWS));
                        continue;
                    }
                    ck_assert_int_eq(status, NADIR_ERROR_WRONG_RESULT);
                    ck_assert_msg(strstr(nadir_last_error()->message, names[w]) == nadir_last_error()->message,
                                  "%s is not at the beginning of: %s", names[w], nadir_last_error()->message);
                    ck_assert_ptr_nonnull(strstr(nadir_last_error()->message, "expected"));
                    found += b < 2;
                }
            if (t.calls <= output) break;
        }
        if (w % 4 == 0) expect_same_state(names[w], &model, &plain);
        test_reset();
    }
    expect_same_state("after wrong results", &model, &plain);
    ck_assert_msg(found > tried * 9 / 10 && tried > 100, "%u of %u wrong bits were found", found, tried);
    destroy_model(&model);
    destroy_model(&plain);
}
END_TEST

/* The same for updates, which are done even if they are wrong. */
START_TEST(wrong_updates_are_found)
{
    static const enum nadir_optimizer_rule rules[] = {NADIR_SGD, NADIR_NESTEROV, NADIR_ADAM};
    struct nadir_context *context = test_walk(0);
    for (size_t i = 0; i < sizeof rules / sizeof rules[0]; i++) {
        const struct options options = options_of(NADIR_ACTIVATION_RELU, NADIR_ACTIVATION_TANH, rules[i]);
        struct model model = make_model(context, &options), plain = make_model(context, &options);
        const unsigned outputs = 1 + (unsigned)nadir_optimizer_state_count(model.optimizer);
        for (int k = 0; k < 2; k++) { /* states are 0 at first */
            TEST_OK(nadir_step_run(model.step, ROWS));
            TEST_OK(nadir_step_run(plain.step, ROWS));
        }
        for (size_t w = FIRST_UPDATE; w < WATCHES; w++)
            for (unsigned n = 0; n < outputs * ND_SLICE; n++) {
                struct tamper t = {.output = n % outputs, .element = n / outputs, .bits = n % 5 ? 0x00400000 : 0x1};
                const enum nadir_status status =
                    nadir__step_run_watched(model.step, ROWS, w + WATCHES * t.element, NULL, tamper, &t);
                TEST_OK(nadir_step_run(plain.step, ROWS));
                if (!t.beyond) {
                    TEST_OK(status);
                    continue;
                }
                ck_assert_msg(status == NADIR_ERROR_WRONG_RESULT, "%s: output %u, element %zu", names[w], t.output, t.element);
                ck_assert_ptr_nonnull(strstr(nadir_last_error()->message, names[w]));
            }
        expect_same_state(nadir_optimizer_name(rules[i]), &model, &plain);
        destroy_model(&model);
        destroy_model(&plain);
        test_reset();
    }
}
END_TEST

/* Replaces an element by a number. */
struct replace {
    float by;
    unsigned finite; /* elements of the slice that are wanted finite */
};

static void replace(void *user, const struct nadir__expected *expected, float *got)
{
    struct replace *r = user;
    for (size_t i = 0; i < expected->count; i++) r->finite += isfinite(expected->want[i]);
    got[expected->count / 2] = r->by;
}

/* A run that diverges, or bad data, is the user's: what is not finite must be not finite, and no more. */
START_TEST(not_finite)
{
    struct nadir_context *context = test_walk(_i);
    static const float bad[] = {NAN, INFINITY, -INFINITY, 1e30f, -3e38f, 1e-42f, 0};
    for (int f = NADIR_ACTIVATION_RELU; f < NADIR_ACTIVATION_COUNT; f++) {
        const struct options options = options_of((enum nadir_activation)f, NADIR_ACTIVATION_GELU, NADIR_ADAM);
        for (size_t b = 0; b < sizeof bad / sizeof bad[0]; b++) {
            struct model model = make_model(context, &options);
            struct test_random random = test_seed(5);
            float *x = test_random_floats(&random, ROWS * IN, -2, 2);
            for (size_t i = b; i < ROWS * IN; i += 3 * IN + 1) x[i] = bad[b];
            feed(&model, model.x, x);
            for (uint64_t turn = 0; turn < 2 * WATCHES; turn++) TEST_OK(nadir_step_run_verified(model.step, ROWS, turn, NULL));
            /* The same in the parameters, with data that is good again. */
            feed(&model, model.x, test_random_floats(&random, ROWS * IN, -2, 2));
            const struct nadir_tensor w = nadir_arena_parameter(nadir_graph_arena(model.graph), b % 4);
            const size_t n = nadir_tensor_count(&w);
            float *host = test_random_floats(&random, n, -1, 1);
            for (size_t i = 0; i < n; i += 5) host[i] = bad[b];
            TEST_OK(nadir_tensor_upload(context, &w, host));
            for (uint64_t turn = 0; turn < 2 * WATCHES; turn++) TEST_OK(nadir_step_run_verified(model.step, ROWS, turn, NULL));
            destroy_model(&model);
            test_reset();
        }
    }

    /* A device that hides a NaN, or makes one. */
    const struct options options = options_of(NADIR_ACTIVATION_RELU, NADIR_ACTIVATION_TANH, NADIR_ADAM);
    struct model model = make_model(context, &options);
    struct replace by = {.by = NAN};
    for (uint64_t turn = 0; turn < FIRST_UPDATE; turn++)
        TEST_FAILS(NADIR_ERROR_WRONG_RESULT, "nan for ",
                   nadir__step_run_watched(model.step, ROWS, turn, NULL, replace, &by));
    ck_assert_uint_gt(by.finite, 0);
    float *x = test_floats(ROWS * IN);
    for (size_t i = 0; i < ROWS * IN; i++) x[i] = NAN;
    feed(&model, model.x, x);
    by = (struct replace){.by = 1};
    for (uint64_t turn = 0; turn < FIRST_UPDATE - 1; turn++) /* but fc1's weights, see below */
        TEST_FAILS(NADIR_ERROR_WRONG_RESULT, "expected nan",
                   nadir__step_run_watched(model.step, ROWS, turn, NULL, replace, &by));
    ck_assert_uint_eq(by.finite, 0);
    ck_assert_uint_eq(nadir_step_count(model.step), 0);
    destroy_model(&model);
}
END_TEST

/* Ignored labels, a bad label, batches that accumulate, a loss scale, a clipped norm, an average. */
START_TEST(around)
{
    struct nadir_context *context = test_walk(_i);
    struct options options = options_of(NADIR_ACTIVATION_RELU, NADIR_ACTIVATION_RELU, NADIR_ADAM);
    options.ignore_index = 2;
    run_beside(context, &options, 2, "ignored labels");
    struct model model = make_model(context, &options);
    int32_t *labels = test_ints(ROWS);
    for (size_t i = 0; i < ROWS; i++) labels[i] = 2;
    feed(&model, model.labels, labels);
    for (uint64_t turn = 0; turn < 2 * WATCHES; turn++) TEST_OK(nadir_step_run_verified(model.step, ROWS, turn, NULL));
    labels[3] = -7;
    labels[4] = CLASSES;
    feed(&model, model.labels, labels);
    for (uint64_t turn = 0; turn < ROWS; turn++)
        TEST_OK(nadir_step_run_verified(model.step, ROWS, 3 + WATCHES * turn, NULL));
    TEST_FAILS(NADIR_ERROR_DATA, "labels[", nadir_context_check(context));
    destroy_model(&model);

    /* Updates that are more than a launch are not watched. */
    static const char *const kinds[] = {"accumulate", "loss scale", "clip"};
    for (size_t k = 0; k < sizeof kinds / sizeof kinds[0]; k++) {
        struct options more = options_of(NADIR_ACTIVATION_RELU, NADIR_ACTIVATION_GELU, NADIR_ADAM);
        if (k == 0) more.accumulate = 3;
        if (k == 1) more.optimizer.loss_scale.initial = 1024;
        if (k == 2) more.optimizer.clip.norm = 0.5;
        struct model verified = make_model(context, &more), plain = make_model(context, &more);
        for (uint64_t turn = 0; turn < 3 * FIRST_UPDATE + 1; turn++) {
            const char *watched;
            struct tamper t = {.bits = turn % 3 == 1 ? 0x40000000 : 0};
            if (t.bits)
                TEST_FAILS(NADIR_ERROR_WRONG_RESULT, names[turn % FIRST_UPDATE],
                           nadir__step_run_watched(verified.step, ROWS, turn, &watched, tamper, &t));
            TEST_OK(nadir_step_run_verified(verified.step, ROWS, turn, &watched));
            ck_assert_str_eq(watched, names[turn % FIRST_UPDATE]);
            TEST_OK(nadir_step_run(plain.step, ROWS));
        }
        TEST_OK(nadir_step_flush(verified.step));
        TEST_OK(nadir_step_flush(plain.step));
        expect_same_state(kinds[k], &verified, &plain);
        destroy_model(&verified);
        destroy_model(&plain);
        test_reset();
    }
}
END_TEST

START_TEST(refusals)
{
    struct nadir_context *context = test_walk(0);
    struct options options = options_of(NADIR_ACTIVATION_RELU, NADIR_ACTIVATION_RELU, NADIR_ADAM);
    options.optimizer.average = NADIR_AVERAGE_EMA;
    struct model model = make_model(context, &options), plain = make_model(context, &options);
    const char *watched = "";
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "step is NULL", nadir_step_run_verified(NULL, 1, 0, &watched));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "rows = 0", nadir_step_run_verified(model.step, 0, 0, &watched));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "rows = 22", nadir_step_run_verified(model.step, ROWS + 1, 0, &watched));
    ck_assert_ptr_null(watched);
    TEST_OK(nadir_step_run(model.step, ROWS));
    TEST_OK(nadir_step_run(plain.step, ROWS));
    TEST_OK(nadir_optimizer_evaluate(model.optimizer));
    for (uint64_t turn = 0; turn < WATCHES; turn++)
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "nadir_optimizer_train",
                   nadir_step_run_verified(model.step, ROWS, turn, &watched));
    TEST_OK(nadir_optimizer_train(model.optimizer));
    expect_same_state("after refusals", &model, &plain);
    destroy_model(&model);
    destroy_model(&plain);

    /* Nothing to watch. */
    struct nadir_graph *graph;
    struct nadir_step *step;
    TEST_OK(nadir_graph_create(&graph, context));
    struct nadir_value *x = nadir_graph_input(graph, "x", NADIR_F32, 2, (const size_t[]){NADIR_BATCH, IN});
    struct nadir_value *y = nadir_graph_activation(graph, "y", x, NADIR_ACTIVATION_RELU, 0);
    TEST_OK(nadir_graph_initialise(graph, 1));
    TEST_OK(nadir_step_create(&step, graph, &(struct nadir_step_params){.max_rows = 2, .outputs = &y, .output_count = 1}));
    TEST_OK(nadir_step_run_verified(step, 2, 5, &watched));
    ck_assert_ptr_null(watched);
    ck_assert_uint_eq(nadir_step_count(step), 1);
    nadir_step_destroy(&step);
    nadir_graph_destroy(&graph);
}
END_TEST

/* --- Trainers. --- */

/* Of the reads from `from`, number `number` gets a wrong bit: 6 of byte `byte` of the first float. */
static struct {
    cl_mem from;
    unsigned number, byte, seen;
} spoil;

/* Takes the place of the loader's for the library, which is linked statically here. */
CL_API_ENTRY cl_int CL_API_CALL clEnqueueReadBuffer(cl_command_queue queue, cl_mem buffer, cl_bool blocking, size_t offset,
                                                    size_t size, void *host, cl_uint waits, const cl_event *wait_list,
                                                    cl_event *event)
{
    const size_t from[] = {offset, 0, 0}, to[] = {0, 0, 0}, region[] = {size, 1, 1};
    const cl_int code = clEnqueueReadBufferRect(queue, buffer, blocking, from, to, region, 0, 0, 0, 0, host, waits, wait_list,
                                                event);
    if (buffer == spoil.from && ++spoil.seen == spoil.number) ((unsigned char *)host)[spoil.byte] ^= 0x40;
    return code;
}

enum { SAMPLES = 70, FEATURES = 16, BATCH = 16, BATCHES = 5, EPOCHS = 3 };

/* Class k is bright in row k of 4 by 4 pixels. */
static struct nadir_dataset *make_dataset(void)
{
    static const unsigned char image_head[] = {0, 0, 8, 3, 0, 0, 0, SAMPLES, 0, 0, 0, 4, 0, 0, 0, 4};
    static const unsigned char label_head[] = {0, 0, 8, 1, 0, 0, 0, SAMPLES};
    char images[512], labels[512];
    snprintf(images, sizeof images, "%s/images", test_temp_dir());
    snprintf(labels, sizeof labels, "%s/labels", test_temp_dir());
    FILE *image_file = fopen(images, "wb"), *label_file = fopen(labels, "wb");
    ck_assert(image_file && label_file);
    fwrite(image_head, 1, sizeof image_head, image_file);
    fwrite(label_head, 1, sizeof label_head, label_file);
    struct test_random random = test_seed(1);
    for (uint32_t i = 0; i < SAMPLES; i++) {
        for (uint32_t j = 0; j < FEATURES; j++) fputc((int)(test_word(&random) % 120 + (j / 4 == i % 3 ? 90 : 0)), image_file);
        fputc((int)(i % 3), label_file);
    }
    ck_assert(fclose(image_file) == 0 && fclose(label_file) == 0);
    struct nadir_dataset *dataset;
    TEST_OK(nadir_dataset_load_idx(&dataset, images, labels));
    return dataset;
}

static const float *all_parameters(const struct nadir_classifier *classifier, size_t *n)
{
    const struct nadir_arena *arena = nadir_graph_arena(classifier->graph);
    const struct nadir_tensor all = nadir_arena_parameters(arena);
    float *host = test_floats(nadir_tensor_count(&all));
    TEST_OK(nadir_tensor_download(test_walk(0), &all, host));
    *n = nadir_tensor_count(&all);
    return host;
}

static volatile sig_atomic_t stop;

static void stop_after_epoch(const struct nadir_progress *progress, void *user)
{
    (void)user;
    if (progress->epoch_done) stop = 1;
}

/* A run to the end, maybe with a wrong number or a stop on the way. */
struct run {
    uint64_t every, verified; /* slices verified in all */
    const char *says;         /* of the wrong number; NULL: none */
    unsigned parameter_read, gradient_read; /* which one it is in, or 0 */
    bool stop;                /* after the first epoch */
};

struct result {
    const float *parameters, *shown; /* shown: where it stopped, or was stopped */
    size_t n;
    struct nadir_epoch history[EPOCHS];
};

static struct result train(const struct run *run, const struct nadir_dataset *data)
{
    struct nadir_context *context = test_walk(0);
    struct nadir_classifier classifier;
    struct nadir_trainer *trainer;
    struct result result = {0};
    size_t count;
    TEST_OK(nadir_classifier_create(&classifier, context, "mlp:16-8-3"));
    classifier.deviation = 0.5;
    TEST_OK(nadir_graph_initialise(classifier.graph, 5));
    const struct nadir_arena *arena = nadir_graph_arena(classifier.graph);
    struct nadir_trainer_params params = nadir_trainer_params_default();
    ck_assert_uint_eq(params.verify_every, 1000);
    params.verify_every = run->every;
    params.epochs = EPOCHS;
    params.batch = BATCH;
    params.optimizer.lr = 0.01;
    params.optimizer.average = NADIR_AVERAGE_EMA;
    params.stop = &stop;
    stop = 0;
    if (run->stop) params.progress = stop_after_epoch;
    TEST_OK(nadir_trainer_create(&trainer, context, &classifier, data, data, &params));
    ck_assert_uint_eq(nadir_trainer_verified(trainer), 0);
    if (run->says || run->stop) {
        const struct nadir_tensor from = run->parameter_read ? nadir_arena_parameters(arena) : nadir_arena_gradients(arena);
        spoil.from = run->says ? from.buffer : NULL;
        spoil.number = run->parameter_read + run->gradient_read;
        spoil.byte = run->parameter_read ? 2 : 3; /* of gradients, which may be 0, the exponent */
        spoil.seen = 0;
        TEST_FAILS(run->says ? NADIR_ERROR_WRONG_RESULT : NADIR_ERROR_INTERRUPTED, run->says ? run->says : "stopped",
                   nadir_trainer_run(trainer));
        spoil.from = NULL;
        ck_assert_int_eq(nadir_trainer_end(trainer), NADIR_TRAINING_UNFINISHED);
        result.shown = all_parameters(&classifier, &result.n);
        if (run->stop) goto out;
    }
    TEST_OK(nadir_trainer_run(trainer));
    ck_assert_uint_eq(nadir_trainer_verified(trainer), run->verified);
    memcpy(result.history, nadir_trainer_history(trainer, &count), sizeof result.history);
    ck_assert_uint_eq(count, EPOCHS);
    result.parameters = all_parameters(&classifier, &result.n);
out:
    nadir_trainer_destroy(&trainer);
    nadir_classifier_destroy(&classifier);
    return result;
}

/* Whatever is verified, and whatever was wrong on the way, a run that goes on gives the same bits. */
START_TEST(trainers)
{
    static const struct run runs[] = {
        {.every = 1, .verified = EPOCHS * BATCHES},
        {.every = 2, .verified = (EPOCHS * BATCHES + 1) / 2},
        {.every = 1000, .verified = 1},
        /* Read from the parameters: fc1's weight, bias, fc2's weight, bias. */
        {.every = BATCHES, .verified = EPOCHS, .says = "step 6: fc2 forward: the device computed", .parameter_read = 4},
        /* Written to or read from the gradients: fc2's weight, bias, fc1's weight, bias, then in an update. */
        {.every = 2, .verified = (EPOCHS * BATCHES + 1) / 2, .says = "step 7: fc2 weight gradient: ", .gradient_read = 1},
        {.every = 1, .verified = EPOCHS * BATCHES, .says = "step 4: fc2 weight gradient: ", .gradient_read = 1},
        {.every = 1, .verified = EPOCHS * BATCHES, .says = "step 8: fc1 bias gradient: ", .gradient_read = 4},
        /* A wrong update is a step that was taken. */
        {.every = 1, .verified = EPOCHS * BATCHES - 1, .says = "step 9: update of fc1.weight: ", .gradient_read = 5},
    };
    struct nadir_dataset *data = make_dataset();
    const struct result plain = train(&(struct run){.every = 0}, data), stopped = train(&(struct run){.stop = true}, data);
    for (size_t i = 0; i < sizeof runs / sizeof runs[0]; i++) {
        const struct result result = train(&runs[i], data);
        test_expect_bits("parameters", result.parameters, plain.parameters, plain.n);
        for (size_t e = 0; e < EPOCHS; e++) {
            const struct nadir_epoch *x = &result.history[e], *y = &plain.history[e];
            ck_assert_msg(x->step == y->step && x->lr == y->lr && x->train.loss == y->train.loss &&
                              x->train.accuracy == y->train.accuracy && x->test.loss == y->test.loss,
                          "run %zu, epoch %zu", i, e + 1);
        }
        /* Ended by a wrong result in its first batch, an epoch shows what one shows that was stopped before it: the average. */
        if (runs[i].parameter_read) test_expect_bits("shown", result.shown, stopped.shown, stopped.n);
    }
    nadir_dataset_destroy(&data);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("verify");
    TCase *tc = test_case(suite, "verify");
    tcase_add_loop_test(tc, same_bits, 0, TEST_WALKS);
    tcase_add_loop_test(tc, every_rule, 0, TEST_WALKS);
    tcase_add_loop_test(tc, every_back_end, 0, test_gemm_count());
    tcase_add_loop_test(tc, wrong_bits_are_found, 0, 2 * TEST_WALKS);
    tcase_add_test(tc, wrong_updates_are_found);
    tcase_add_loop_test(tc, not_finite, 0, TEST_WALKS);
    tcase_add_loop_test(tc, around, 0, TEST_WALKS);
    tcase_add_test(tc, refusals);
    tcase_add_test(tc, trainers);
    return test_run(suite);
}
