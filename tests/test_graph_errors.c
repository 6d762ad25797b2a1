/* SPDX-License-Identifier: MIT */
/* What graphs and steps refuse: builder errors are kept and name the node, arguments are checked, bad data is reported. */
#include "support.h"

static const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;

/* A graph that classifies 3 features into 4 classes, with one wrong builder call chosen by number. */
struct wrong {
    const char *message; /* must hold the node's name */
    struct nadir_value *(*build)(struct nadir_graph *graph, struct nadir_value *x, struct nadir_value *labels,
                                 struct nadir_value *logits);
};

#define WRONG(name)                                                                                                            \
    static struct nadir_value *name(struct nadir_graph *graph, struct nadir_value *x, struct nadir_value *labels,             \
                                    struct nadir_value *logits)

WRONG(no_outputs)
{
    (void)labels, (void)logits;
    return nadir_graph_linear(graph, "narrow", x, 0);
}

WRONG(batch_outputs)
{
    (void)labels, (void)logits;
    return nadir_graph_linear(graph, "batched", x, NADIR_BATCH);
}

WRONG(linear_of_labels)
{
    (void)x, (void)logits;
    return nadir_graph_linear(graph, "of_labels", labels, 5);
}

WRONG(linear_of_nothing)
{
    (void)x, (void)labels, (void)logits;
    return nadir_graph_linear(graph, "of_nothing", NULL, 5);
}

WRONG(linear_of_rank_1)
{
    (void)x, (void)labels, (void)logits;
    struct nadir_value *row = nadir_graph_input(graph, "row", NADIR_F32, 1, (size_t[]){NADIR_BATCH});
    return nadir_graph_linear(graph, "of_row", row, 5);
}

WRONG(duplicate_name)
{
    (void)labels, (void)logits;
    return nadir_graph_linear(graph, "logits", x, 5);
}

WRONG(empty_name)
{
    (void)labels, (void)logits;
    return nadir_graph_linear(graph, "", x, 5);
}

WRONG(long_name)
{
    (void)labels, (void)logits;
    return nadir_graph_linear(graph, "a234567890b234567890c234567890d234567890e234567890f234567890g234", x, 5);
}

WRONG(activation_of_labels)
{
    (void)x, (void)logits;
    return nadir_graph_activation(graph, "relu_of_labels", labels, NADIR_ACTIVATION_RELU, 0);
}

WRONG(unknown_activation)
{
    (void)labels, (void)logits;
    return nadir_graph_activation(graph, "unknown", x, (enum nadir_activation)99, 0);
}

WRONG(swapped_loss)
{
    (void)x;
    return nadir_graph_cross_entropy(graph, "swapped", labels, logits);
}

WRONG(loss_of_float_labels)
{
    (void)labels, (void)x;
    struct nadir_value *targets = nadir_graph_input(graph, "targets", NADIR_F32, 1, (size_t[]){NADIR_BATCH});
    return nadir_graph_cross_entropy(graph, "float_labels", logits, targets);
}

WRONG(loss_of_other_rows)
{
    (void)labels, (void)x;
    struct nadir_value *five = nadir_graph_input(graph, "five", NADIR_I32, 1, (size_t[]){5});
    return nadir_graph_cross_entropy(graph, "other_rows", logits, five);
}

WRONG(accuracy_without_labels)
{
    (void)labels, (void)x;
    return nadir_graph_accuracy(graph, "unlabelled", logits, NULL);
}

WRONG(input_of_rank_0)
{
    (void)labels, (void)x, (void)logits;
    return nadir_graph_input(graph, "scalar", NADIR_F32, 0, NULL);
}

WRONG(input_of_rank_9)
{
    (void)labels, (void)x, (void)logits;
    return nadir_graph_input(graph, "deep", NADIR_F32, 9, (size_t[]){1, 1, 1, 1, 1, 1, 1, 1, 1});
}

WRONG(empty_input)
{
    (void)labels, (void)x, (void)logits;
    return nadir_graph_input(graph, "hollow", NADIR_F32, 2, (size_t[]){NADIR_BATCH, 0});
}

WRONG(batch_in_the_middle)
{
    (void)labels, (void)x, (void)logits;
    return nadir_graph_input(graph, "middle", NADIR_F32, 2, (size_t[]){3, NADIR_BATCH});
}

static const struct wrong wrongs[] = {
    {"narrow", no_outputs},
    {"batched", batch_outputs},
    {"of_labels", linear_of_labels},
    {"of_nothing", linear_of_nothing},
    {"of_row", linear_of_rank_1},
    {"logits", duplicate_name},
    {"name", empty_name},
    {"a234567890", long_name},
    {"relu_of_labels", activation_of_labels},
    {"unknown", unknown_activation},
    {"swapped", swapped_loss},
    {"float_labels", loss_of_float_labels},
    {"other_rows", loss_of_other_rows},
    {"unlabelled", accuracy_without_labels},
    {"scalar", input_of_rank_0},
    {"deep", input_of_rank_9},
    {"hollow", empty_input},
    {"middle", batch_in_the_middle},
};

struct model {
    struct nadir_graph *graph;
    struct nadir_value *x, *labels, *logits, *loss;
};

static struct model make_model(struct nadir_context *context)
{
    struct model m = {0};
    TEST_OK(nadir_graph_create(&m.graph, context));
    m.x = nadir_graph_input(m.graph, "x", NADIR_F32, 2, (size_t[]){NADIR_BATCH, 3});
    m.labels = nadir_graph_input(m.graph, "labels", NADIR_I32, 1, (size_t[]){NADIR_BATCH});
    m.logits = nadir_graph_linear(m.graph, "logits", m.x, 4);
    m.loss = nadir_graph_cross_entropy(m.graph, "loss", m.logits, m.labels);
    TEST_OK(nadir_graph_status(m.graph));
    return m;
}

START_TEST(builder_errors_are_kept)
{
    struct nadir_context *context = test_context();
    for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++) {
        struct model m = make_model(context);
        struct nadir_value *wrong = wrongs[i].build(m.graph, m.x, m.labels, m.logits);
        ck_assert_msg(!wrong, "wrong call %zu (%s) was accepted", i, wrongs[i].message);
        TEST_FAILS(bad, wrongs[i].message, nadir_graph_status(m.graph));
        /* What follows takes NULL, returns NULL and does not replace the message; neither does another error. */
        ck_assert_ptr_null(nadir_graph_activation(m.graph, "later", wrong, NADIR_ACTIVATION_RELU, 0));
        ck_assert_ptr_null(nadir_graph_linear(m.graph, "second_error", m.x, 0));
        ck_assert_ptr_null(nadir_graph_linear(m.graph, "right", m.x, 2));
        ck_assert_ptr_null(nadir_graph_input(m.graph, "input", NADIR_F32, 1, (size_t[]){1}));
        TEST_FAILS(bad, wrongs[i].message, nadir_graph_status(m.graph));
        TEST_FAILS(bad, wrongs[i].message, nadir_graph_initialise(m.graph, 1));
        struct nadir_step *step = NULL;
        const struct nadir_step_params params = {.max_rows = 1, .losses = &m.loss, .loss_count = 1};
        TEST_FAILS(bad, wrongs[i].message, nadir_step_create(&step, m.graph, &params));
        ck_assert_ptr_null(step);
        nadir_graph_destroy(&m.graph);
    }
}
END_TEST

START_TEST(classifiers)
{
    struct nadir_context *context = test_context();
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    struct nadir_classifier classifier = {0};
    TEST_FAILS(bad, "unknown kind", nadir_classifier_create(&classifier, context, "cnn:3"));
    TEST_FAILS(bad, "NULL", nadir_classifier_create(&classifier, context, NULL));
    TEST_OK(nadir_classifier_create(&classifier, context, "mlp:4-3"));
    ck_assert_ptr_nonnull(strstr(nadir_last_error()->message, "NULL")); /* success leaves the record alone */
    nadir_classifier_destroy(&classifier);
}
END_TEST

START_TEST(names_and_shapes)
{
    struct nadir_context *context = test_context();
    struct model m = make_model(context), other = make_model(context);
    unsigned rank = 99;
    size_t shape[NADIR_MAX_RANK];
    TEST_OK(nadir_value_shape(m.x, &rank, shape));
    ck_assert(rank == 2 && shape[0] == NADIR_BATCH && shape[1] == 3);
    TEST_OK(nadir_value_shape(m.logits, &rank, shape));
    ck_assert(rank == 2 && shape[0] == NADIR_BATCH && shape[1] == 4);
    TEST_OK(nadir_value_shape(m.loss, &rank, shape));
    ck_assert(rank == 0);
    TEST_FAILS(bad, "", nadir_value_shape(NULL, &rank, shape));
    /* 63 bytes are allowed, and their parameters still fit. */
    ck_assert_ptr_nonnull(
        nadir_graph_linear(m.graph, "a234567890b234567890c234567890d234567890e234567890f234567890g23", m.x, 5));
    for (int i = 0; i < 20; i++) {
        ck_assert_ptr_nonnull(nadir_graph_input(m.graph, NULL, NADIR_F32, 1, (size_t[]){NADIR_BATCH}));
        ck_assert_ptr_nonnull(nadir_graph_linear(m.graph, NULL, m.x, 2));
        ck_assert_ptr_nonnull(nadir_graph_activation(m.graph, NULL, m.x, NADIR_ACTIVATION_RELU, 0));
        ck_assert_ptr_nonnull(nadir_graph_accuracy(m.graph, NULL, m.logits, m.labels));
    }
    TEST_OK(nadir_graph_status(m.graph));
    ck_assert_ptr_null(nadir_graph_linear(m.graph, "foreign", other.x, 2));
    TEST_FAILS(bad, "foreign", nadir_graph_status(m.graph));
    nadir_graph_destroy(&m.graph);
    nadir_graph_destroy(&other.graph);
    nadir_graph_destroy(&m.graph);
    nadir_graph_destroy(NULL);
    struct nadir_graph *none = NULL;
    TEST_FAILS(bad, "", nadir_graph_create(NULL, context));
    TEST_FAILS(bad, "", nadir_graph_create(&none, NULL));
    TEST_FAILS(bad, "", nadir_graph_status(NULL));
}
END_TEST

START_TEST(step_parameters)
{
    struct nadir_context *context = test_context();
    struct model m = make_model(context), other = make_model(context);
    struct nadir_step *step = NULL;
    const struct nadir_step_params good = {
        .max_rows = 4, .losses = &m.loss, .loss_count = 1, .scalars = &m.loss, .scalar_count = 1, .history = 2};
    struct nadir_step_params params = good;
    TEST_FAILS(bad, "initialise", nadir_step_create(&step, m.graph, &good));
    TEST_OK(nadir_graph_initialise(m.graph, 1));
    TEST_OK(nadir_graph_initialise(other.graph, 1));
    TEST_FAILS(bad, "", nadir_step_create(NULL, m.graph, &good));
    TEST_FAILS(bad, "", nadir_step_create(&step, NULL, &good));
    TEST_FAILS(bad, "", nadir_step_create(&step, m.graph, NULL));
    params.max_rows = 0;
    TEST_FAILS(bad, "max_rows", nadir_step_create(&step, m.graph, &params));
    params = good;
    params.history = 0;
    TEST_FAILS(bad, "history", nadir_step_create(&step, m.graph, &params));
    params = good;
    params.losses = &m.logits;
    TEST_FAILS(bad, "logits", nadir_step_create(&step, m.graph, &params));
    params = good;
    params.scalars = &m.logits;
    TEST_FAILS(bad, "logits", nadir_step_create(&step, m.graph, &params));
    params = good;
    params.losses = &other.loss;
    TEST_FAILS(bad, "", nadir_step_create(&step, m.graph, &params));
    struct nadir_value *none = NULL;
    params.losses = &none;
    TEST_FAILS(bad, "", nadir_step_create(&step, m.graph, &params));
    params = good;
    params.outputs = &none;
    params.output_count = 1;
    TEST_FAILS(bad, "", nadir_step_create(&step, m.graph, &params));
    params = (struct nadir_step_params){.max_rows = 4};
    TEST_FAILS(bad, "", nadir_step_create(&step, m.graph, &params)); /* nothing to compute */
    /* An accuracy cannot be differentiated. */
    struct nadir_value *accuracy = nadir_graph_accuracy(m.graph, "hits", m.logits, m.labels);
    params = good;
    params.losses = &accuracy;
    TEST_FAILS(bad, "hits", nadir_step_create(&step, m.graph, &params));
    struct nadir_optimizer *foreign = NULL;
    const struct nadir_optimizer_params rule = nadir_optimizer_params_default(NADIR_SGD);
    TEST_OK(nadir_optimizer_create(&foreign, context, nadir_graph_arena(other.graph), NULL, &rule));
    params = good;
    params.optimizer = foreign;
    TEST_FAILS(bad, "", nadir_step_create(&step, m.graph, &params));
    ck_assert_ptr_null(step);
    nadir_optimizer_destroy(&foreign);
    nadir_graph_destroy(&m.graph);
    nadir_graph_destroy(&other.graph);
}
END_TEST

START_TEST(runs_and_values)
{
    struct nadir_context *context = test_walk(0);
    struct model m = make_model(context);
    TEST_OK(nadir_graph_initialise(m.graph, 1));
    struct nadir_step *step = NULL;
    const struct nadir_step_params params = {
        .max_rows = 4, .losses = &m.loss, .loss_count = 1, .scalars = &m.loss, .scalar_count = 1, .history = 2};
    TEST_OK(nadir_step_create(&step, m.graph, &params));
    struct nadir_tensor t;
    float scalar;
    TEST_OK(nadir_step_value(step, m.x, &t));
    ck_assert(t.dtype == NADIR_F32 && t.rank == 2 && t.shape[0] == 4 && t.shape[1] == 3);
    TEST_OK(nadir_tensor_zero(context, &t));
    TEST_OK(nadir_step_value(step, m.labels, &t));
    ck_assert(t.dtype == NADIR_I32 && t.rank == 1 && t.shape[0] == 4);
    TEST_OK(nadir_tensor_zero(context, &t));
    TEST_FAILS(bad, "logits", nadir_step_value(step, m.logits, &t));
    TEST_FAILS(bad, "", nadir_step_value(step, NULL, &t));
    TEST_FAILS(bad, "", nadir_step_value(step, m.x, NULL));
    TEST_FAILS(bad, "", nadir_step_value(NULL, m.x, &t));
    TEST_FAILS(bad, "", nadir_step_run(step, 0));
    TEST_FAILS(bad, "5", nadir_step_run(step, 5));
    TEST_FAILS(bad, "", nadir_step_run(NULL, 1));
    TEST_FAILS(bad, "", nadir_step_scalars(step, 0, 1, &scalar));
    ck_assert_uint_eq(nadir_step_count(step), 0);
    TEST_OK(nadir_step_run(step, 4));
    TEST_OK(nadir_step_scalars(step, 0, 1, &scalar));
    TEST_FAILS(bad, "", nadir_step_scalars(step, 1, 1, &scalar));
    TEST_FAILS(bad, "", nadir_step_scalars(step, 0, 1, NULL));
    ck_assert_uint_eq(nadir_step_count(step), 1);
    nadir_step_destroy(&step);
    ck_assert_ptr_null(step);
    nadir_step_destroy(&step);
    nadir_step_destroy(NULL);
    nadir_graph_destroy(&m.graph);
}
END_TEST

/* A label beyond the classes: reported when the scalars are read, with its row; the loss is NaN; the next run is sound. */
START_TEST(bad_labels)
{
    struct nadir_context *context = test_walk(_i);
    struct model m = make_model(context);
    TEST_OK(nadir_graph_initialise(m.graph, 1));
    struct nadir_step *step = NULL;
    const struct nadir_step_params params = {
        .max_rows = 5, .losses = &m.loss, .loss_count = 1, .scalars = &m.loss, .scalar_count = 1, .history = 2};
    TEST_OK(nadir_step_create(&step, m.graph, &params));
    struct nadir_tensor x, labels;
    TEST_OK(nadir_step_value(step, m.x, &x));
    TEST_OK(nadir_step_value(step, m.labels, &labels));
    TEST_OK(nadir_tensor_zero(context, &x));
    TEST_OK(nadir_tensor_upload(context, &labels, (int32_t[]){0, 1, 2, 4, 3}));
    TEST_OK(nadir_step_run(step, 5));
    float loss = 0;
    TEST_FAILS(NADIR_ERROR_DATA, "labels[3] = 4", nadir_step_scalars(step, 0, 1, &loss));
    TEST_OK(nadir_step_scalars(step, 0, 1, &loss));
    ck_assert(isnan(loss));
    const struct nadir_tensor gradients = nadir_arena_gradient(nadir_graph_arena(m.graph), 1);
    float db[4];
    TEST_OK(nadir_tensor_download(context, &gradients, db));
    for (int i = 0; i < 4; i++) ck_assert(isnan(db[i]));
    TEST_OK(nadir_tensor_upload(context, &labels, (int32_t[]){0, 1, 2, 3, 3}));
    TEST_OK(nadir_step_run(step, 5));
    TEST_OK(nadir_step_scalars(step, 1, 1, &loss));
    ck_assert(isfinite(loss));
    /* Rows beyond those of the run are not looked at. */
    TEST_OK(nadir_tensor_upload(context, &labels, (int32_t[]){0, 1, 2, -1, 99}));
    TEST_OK(nadir_step_run(step, 3));
    TEST_OK(nadir_step_scalars(step, 2, 1, &loss));
    ck_assert(isfinite(loss));
    nadir_step_destroy(&step);
    nadir_graph_destroy(&m.graph);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("graph_errors");
    TCase *tcase = test_case(suite, "graph_errors");
    tcase_add_test(tcase, builder_errors_are_kept);
    tcase_add_test(tcase, classifiers);
    tcase_add_test(tcase, names_and_shapes);
    tcase_add_test(tcase, step_parameters);
    tcase_add_test(tcase, runs_and_values);
    tcase_add_loop_test(tcase, bad_labels, 0, TEST_WALKS);
    return test_run(suite);
}
