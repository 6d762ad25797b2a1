/* SPDX-License-Identifier: MIT */
/* Steps at their edges: numbers of rows that the graph fixes, optimizers over single tensors, gradients that nobody computes,
 * losses that cannot be differentiated. */
#include "support.h"

#include "ref/ref.h"

/* x (rows, 4) -> linear "a" (rows, 3) -> mean cross-entropy, with 50 samples. */
enum { ROWS = 50, IN = 4, CLASSES = 3 };

struct data {
    float *x;
    int32_t *labels;
};

static struct data make_data(void)
{
    struct test_random random = test_seed(9);
    struct data data = {test_random_floats(&random, ROWS * IN, -2, 2), test_ints(ROWS)};
    for (size_t i = 0; i < ROWS; i++) data.labels[i] = (int32_t)(test_word(&random) % CLASSES);
    return data;
}

static void feed(struct nadir_context *context, struct nadir_step *step, const struct nadir_value *input, const void *host)
{
    struct nadir_tensor t;
    TEST_OK(nadir_step_value(step, input, &t));
    TEST_OK(nadir_tensor_upload(context, &t, host));
}

static const float *download(struct nadir_context *context, struct nadir_tensor tensor)
{
    float *host = test_floats(nadir_tensor_count(&tensor));
    TEST_OK(nadir_tensor_download(context, &tensor, host));
    return host;
}

/* The rows are a number of the graph, and a run's rows are something else: losses, means and gradients go by the graph's. */
START_TEST(fixed_rows)
{
    struct nadir_context *context = test_walk(_i);
    const struct data data = make_data();
    struct nadir_graph *graph;
    TEST_OK(nadir_graph_create(&graph, context));
    struct nadir_value *x = nadir_graph_input(graph, "x", NADIR_F32, 2, (size_t[]){ROWS, IN});
    struct nadir_value *labels = nadir_graph_input(graph, "labels", NADIR_I32, 1, (size_t[]){ROWS});
    struct nadir_value *logits = nadir_graph_linear(graph, "a", x, CLASSES);
    struct nadir_value *loss = nadir_graph_cross_entropy(graph, "loss", logits, labels);
    struct nadir_value *accuracy = nadir_graph_accuracy(graph, "accuracy", logits, labels);
    TEST_OK(nadir_graph_initialise(graph, 1));
    struct nadir_value *const scalars[] = {loss, accuracy};
    struct nadir_step *step;
    TEST_OK(nadir_step_create(
        &step, graph,
        &(struct nadir_step_params){
            .max_rows = 1, .losses = &loss, .loss_count = 1, .scalars = scalars, .scalar_count = 2, .history = 1}));
    feed(context, step, x, data.x);
    feed(context, step, labels, data.labels);
    TEST_OK(nadir_step_run(step, 1));
    float got[2];
    TEST_OK(nadir_step_scalars(step, 0, 1, got));

    const struct nadir_arena *arena = nadir_graph_arena(graph);
    const size_t widths[] = {IN, CLASSES}, n = IN * CLASSES + CLASSES;
    double *p = test_doubles(n), *gradient = test_doubles(n), want_accuracy;
    const float *w = download(context, nadir_arena_parameter(arena, 0));
    const float *b = download(context, nadir_arena_parameter(arena, 1));
    for (size_t i = 0; i < IN * CLASSES; i++) p[i] = w[i];
    for (size_t i = 0; i < CLASSES; i++) p[IN * CLASSES + i] = b[i];
    const double want = ref_mlp(p, test_widen(data.x, ROWS * IN), data.labels, ROWS, widths, 1, gradient, NULL, &want_accuracy);
    ck_assert_msg(fabs((double)got[0] - want) < 1e-6, "loss %g, want %g", (double)got[0], want);
    ck_assert_msg(fabs((double)got[1] - want_accuracy) < 1e-6, "accuracy %g, want %g", (double)got[1], want_accuracy);
    test_expect("weight gradient", download(context, nadir_arena_gradient(arena, 0)), gradient, IN * CLASSES, 1e-6, 1e-5);
    test_expect("bias gradient", download(context, nadir_arena_gradient(arena, 1)), gradient + IN * CLASSES, CLASSES, 1e-6,
                1e-5);
    nadir_step_destroy(&step);
    nadir_graph_destroy(&graph);
}
END_TEST

/* Two linear layers on the same input, each with its loss. */
struct pair {
    struct nadir_graph *graph;
    struct nadir_value *x, *labels, *loss[2];
};

static struct pair make_pair(struct nadir_context *context)
{
    struct pair pair;
    TEST_OK(nadir_graph_create(&pair.graph, context));
    pair.x = nadir_graph_input(pair.graph, "x", NADIR_F32, 2, (size_t[]){NADIR_BATCH, IN});
    pair.labels = nadir_graph_input(pair.graph, "labels", NADIR_I32, 1, (size_t[]){NADIR_BATCH});
    struct nadir_value *a = nadir_graph_linear(pair.graph, "a", pair.x, CLASSES);
    struct nadir_value *b = nadir_graph_linear(pair.graph, "b", pair.x, CLASSES);
    pair.loss[0] = nadir_graph_cross_entropy(pair.graph, "loss_a", a, pair.labels);
    pair.loss[1] = nadir_graph_cross_entropy(pair.graph, "loss_b", b, pair.labels);
    TEST_OK(nadir_graph_initialise(pair.graph, 1));
    return pair;
}

static struct nadir_step *make_step(struct nadir_context *context, const struct pair *pair, int loss,
                                    struct nadir_optimizer *optimizer, const struct data *data)
{
    struct nadir_step *step;
    TEST_OK(nadir_step_create(
        &step, pair->graph,
        &(struct nadir_step_params){.max_rows = ROWS, .losses = &pair->loss[loss], .loss_count = 1, .optimizer = optimizer}));
    feed(context, step, pair->x, data->x);
    feed(context, step, pair->labels, data->labels);
    return step;
}

/* An optimizer over a bias alone, and one over a weight alone, move just that. */
START_TEST(single_tensors)
{
    static const char *const names[] = {"a.weight", "a.bias"};
    struct nadir_context *context = test_walk(_i);
    const struct data data = make_data();
    for (size_t k = 0; k < 2; k++) {
        struct pair pair = make_pair(context);
        struct nadir_arena *arena = nadir_graph_arena(pair.graph);
        struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_SGD);
        params.lr = 1;
        struct nadir_optimizer *optimizer;
        TEST_OK(nadir_optimizer_create(&optimizer, context, arena, names[k], &params));
        struct nadir_step *step = make_step(context, &pair, 0, optimizer, &data);
        const float *before[4];
        for (size_t i = 0; i < 4; i++) before[i] = download(context, nadir_arena_parameter(arena, i));
        TEST_OK(nadir_step_run(step, ROWS));
        for (size_t i = 0; i < 4; i++) {
            const struct nadir_tensor parameter = nadir_arena_parameter(arena, i);
            const float *after = download(context, parameter);
            const bool moved = memcmp(before[i], after, nadir_tensor_count(&parameter) * sizeof *after) != 0;
            ck_assert_msg(moved == (i == k), "%s %s, with an optimizer over %s", nadir_arena_name(arena, i),
                          moved ? "moved" : "did not move", names[k]);
        }
        nadir_step_destroy(&step);
        nadir_optimizer_destroy(&optimizer);
        nadir_graph_destroy(&pair.graph);
    }
}
END_TEST

/* A step without optimizer leaves no gradient of another step behind. */
START_TEST(no_stale_gradients)
{
    struct nadir_context *context = test_walk(_i);
    const struct data data = make_data();
    struct pair pair = make_pair(context);
    const struct nadir_arena *arena = nadir_graph_arena(pair.graph);
    struct nadir_step *steps[] = {make_step(context, &pair, 0, NULL, &data), make_step(context, &pair, 1, NULL, &data)};
    TEST_OK(nadir_step_run(steps[0], ROWS));
    ck_assert(download(context, nadir_arena_gradient(arena, 0))[0] != 0);
    TEST_OK(nadir_step_run(steps[1], ROWS));
    const float *gradient = download(context, nadir_arena_gradient(arena, 0));
    for (size_t i = 0; i < IN * CLASSES; i++) ck_assert_msg(gradient[i] == 0, "a.weight has gradient %g", (double)gradient[i]);
    ck_assert(download(context, nadir_arena_gradient(arena, 2))[0] != 0);
    nadir_step_destroy(&steps[0]);
    nadir_step_destroy(&steps[1]);
    nadir_graph_destroy(&pair.graph);
}
END_TEST

/* A scalar has no activation, so that every loss is a loss node. */
START_TEST(activation_of_a_scalar)
{
    struct nadir_context *context = test_context();
    struct pair pair = make_pair(context);
    ck_assert_ptr_null(nadir_graph_activation(pair.graph, "relu", pair.loss[0], NADIR_ACTIVATION_RELU, 0));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "activation relu: input loss_a is a scalar", nadir_graph_status(pair.graph));
    nadir_graph_destroy(&pair.graph);
}
END_TEST

/* What max_rows need is compiled when a step is created: the first run compiles no more. */
START_TEST(compiled_at_once)
{
    const struct nadir_context_params params = nadir_context_params_default();
    struct nadir_context *context;
    const struct data data = make_data();
    double seconds;
    unsigned created, ran;
    TEST_OK(nadir_context_create(&context, test_device(), &params));
    struct pair pair = make_pair(context);
    struct nadir_step *step = make_step(context, &pair, 0, NULL, &data);
    nadir_context_build_time(context, &seconds, &created);
    TEST_OK(nadir_step_run(step, ROWS));
    nadir_context_build_time(context, &seconds, &ran);
    ck_assert_uint_eq(created, ran);
    nadir_step_destroy(&step);
    nadir_graph_destroy(&pair.graph);
    nadir_context_destroy(&context);
}
END_TEST

/* Rows first .. first + count - 1 of the data, and a run on them. */
static void run_part(struct nadir_context *context, const struct pair *pair, struct nadir_step *step, const struct data *data,
                     size_t first, size_t count)
{
    struct nadir_tensor x, labels;
    TEST_OK(nadir_step_value(step, pair->x, &x));
    TEST_OK(nadir_step_value(step, pair->labels, &labels));
    x.shape[0] = labels.shape[0] = count;
    TEST_OK(nadir_tensor_upload(context, &x, data->x + first * IN));
    TEST_OK(nadir_tensor_upload(context, &labels, data->labels + first));
    TEST_OK(nadir_step_run(step, count));
}

/* The weight of "a" after one update from all rows: in one run, or in unequal parts whose gradients are accumulated. */
static float *updated(struct nadir_context *context, const struct data *data, const struct nadir_optimizer_params *params,
                      const size_t *parts, size_t count, size_t accumulate)
{
    struct pair pair = make_pair(context);
    struct nadir_optimizer *optimizer;
    struct nadir_step *step;
    TEST_OK(nadir_optimizer_create(&optimizer, context, nadir_graph_arena(pair.graph), "a.", params));
    TEST_OK(nadir_step_create(
        &step, pair.graph,
        &(struct nadir_step_params){
            .max_rows = ROWS, .losses = pair.loss, .loss_count = 1, .optimizer = optimizer, .accumulate = accumulate}));
    for (size_t i = 0, first = 0; i < count; first += parts[i++]) run_part(context, &pair, step, data, first, parts[i]);
    TEST_OK(nadir_step_flush(step));
    TEST_OK(nadir_step_flush(step)); /* nothing is left */
    ck_assert_uint_eq(nadir_optimizer_step_count(optimizer), 1);
    float *weight = test_floats(IN * CLASSES);
    const struct nadir_tensor w = nadir_arena_parameter(nadir_graph_arena(pair.graph), 0);
    TEST_OK(nadir_tensor_download(context, &w, weight));
    nadir_step_destroy(&step);
    nadir_optimizer_destroy(&optimizer);
    nadir_graph_destroy(&pair.graph);
    return weight;
}

START_TEST(accumulated)
{
    static const size_t whole[] = {ROWS}, parts[] = {7, 20, 20, 3};
    struct nadir_context *context = test_walk(_i);
    const struct data data = make_data();
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_SGD);
    params.lr = 0.5;
    const float *want = updated(context, &data, &params, whole, 1, 0);
    params.accumulate = true;
    /* The fourth run updates; a flush updates in place of the eighth. */
    for (size_t accumulate = 4; accumulate <= 8; accumulate += 4)
        test_expect("accumulated", updated(context, &data, &params, parts, 4, accumulate), test_widen(want, IN * CLASSES),
                    IN * CLASSES, 1e-6, 0);

    /* What was accumulated goes with a reset. */
    struct pair pair = make_pair(context);
    struct nadir_optimizer *optimizer;
    struct nadir_step *step = NULL;
    TEST_OK(nadir_optimizer_create(&optimizer, context, nadir_graph_arena(pair.graph), "a.", &params));
    TEST_OK(nadir_step_create(&step, pair.graph,
                              &(struct nadir_step_params){.max_rows = ROWS, .losses = pair.loss, .loss_count = 1,
                                                          .optimizer = optimizer, .accumulate = 2}));
    run_part(context, &pair, step, &data, 0, 7);
    TEST_OK(nadir_optimizer_reset(optimizer));
    TEST_OK(nadir_step_flush(step));
    run_part(context, &pair, step, &data, 0, 7);
    ck_assert_uint_eq(nadir_optimizer_step_count(optimizer), 0);
    run_part(context, &pair, step, &data, 7, 7);
    ck_assert_uint_eq(nadir_optimizer_step_count(optimizer), 1);
    nadir_step_destroy(&step);
    nadir_optimizer_destroy(&optimizer);
    nadir_graph_destroy(&pair.graph);

    pair = make_pair(context);
    params.accumulate = false;
    TEST_OK(nadir_optimizer_create(&optimizer, context, nadir_graph_arena(pair.graph), NULL, &params));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "accumulate",
               nadir_step_create(
                   &step, pair.graph,
                   &(struct nadir_step_params){
                       .max_rows = ROWS, .losses = pair.loss, .loss_count = 2, .optimizer = optimizer, .accumulate = 4}));
    nadir_optimizer_destroy(&optimizer);
    nadir_graph_destroy(&pair.graph);
}
END_TEST

/* Powers of two go in and out exactly. */
START_TEST(scaled_loss)
{
    static const size_t whole[] = {ROWS};
    struct nadir_context *context = test_walk(_i);
    const struct data data = make_data();
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAMW);
    const float *want = updated(context, &data, &params, whole, 1, 0);
    params.loss_scale.initial = 4096;
    test_expect_bits("loss scale 4096", updated(context, &data, &params, whole, 1, 0), want, IN * CLASSES);

    struct pair pair = make_pair(context);
    struct nadir_optimizer *optimizer;
    struct nadir_value *penalty = nadir_graph_penalty(pair.graph, "penalty", NULL, NULL);
    TEST_OK(nadir_optimizer_create(&optimizer, context, nadir_graph_arena(pair.graph), "a.", &params));
    struct nadir_value *const losses[] = {pair.loss[0], penalty};
    struct nadir_step *step = NULL;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "penalty",
               nadir_step_create(
                   &step, pair.graph,
                   &(struct nadir_step_params){.max_rows = ROWS, .losses = losses, .loss_count = 2, .optimizer = optimizer}));
    step = make_step(context, &pair, 0, optimizer, &data);
    TEST_OK(nadir_step_run(step, ROWS));
    /* The arena holds the scaled gradient, the report the norm without. */
    struct nadir_optimizer_report report;
    TEST_OK(nadir_optimizer_report(optimizer, &report));
    ck_assert_double_eq(report.loss_scale, 4096);
    double squares = 0;
    for (size_t i = 0; i < 2; i++) {
        const struct nadir_tensor g = nadir_arena_gradient(nadir_graph_arena(pair.graph), i);
        const float *scaled = download(context, g);
        for (size_t k = 0; k < nadir_tensor_count(&g); k++) squares += (double)scaled[k] * (double)scaled[k];
    }
    ck_assert_double_gt(sqrt(squares), 1);
    ck_assert_msg(fabs(report.gradient_norm * 4096 / sqrt(squares) - 1) < 1e-6, "norm %g of unscaled, %g of scaled gradients",
                  report.gradient_norm, sqrt(squares));
    nadir_step_destroy(&step);
    nadir_optimizer_destroy(&optimizer);
    nadir_graph_destroy(&pair.graph);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("step");
    TCase *tcase = test_case(suite, "step");
    tcase_add_loop_test(tcase, fixed_rows, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, single_tensors, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, no_stale_gradients, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, accumulated, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, scaled_loss, 0, TEST_WALKS);
    tcase_add_test(tcase, activation_of_a_scalar);
    tcase_add_test(tcase, compiled_at_once);
    return test_run(suite);
}
