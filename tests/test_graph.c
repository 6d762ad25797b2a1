/* SPDX-License-Identifier: MIT */
/* Graphs and steps: 20 training steps against PyTorch, gradients of several models against double, what steps share. */
#include "support.h"

#include "golden/mlp.h"
#include "ref/ref.h"

#include <stdio.h>

/* A perceptron as a graph. Parameters lie in the arena in the order of ref_mlp. */
struct mlp {
    struct nadir_graph *graph;
    struct nadir_value *x, *labels, *logits, *loss, *accuracy;
    struct nadir_value *pre[4], *hidden[4]; /* before and after each activation */
    size_t widths[5], layers;
};

static struct mlp make_mlp_with(struct nadir_context *context, const size_t *widths, size_t layers, enum nadir_activation f,
                                float alpha)
{
    struct mlp mlp = {.layers = layers};
    memcpy(mlp.widths, widths, (layers + 1) * sizeof *widths);
    TEST_OK(nadir_graph_create(&mlp.graph, context));
    mlp.x = nadir_graph_input(mlp.graph, "x", NADIR_F32, 2, (size_t[]){NADIR_BATCH, widths[0]});
    mlp.labels = nadir_graph_input(mlp.graph, "labels", NADIR_I32, 1, (size_t[]){NADIR_BATCH});
    struct nadir_value *h = mlp.x;
    for (size_t l = 0; l < layers; l++) {
        char name[32];
        snprintf(name, sizeof name, "fc%zu", l + 1);
        h = nadir_graph_linear(mlp.graph, name, h, widths[l + 1]);
        if (l + 1 == layers) break;
        mlp.pre[l] = h;
        h = mlp.hidden[l] = nadir_graph_activation(mlp.graph, NULL, h, f, alpha);
    }
    mlp.logits = h;
    mlp.loss = nadir_graph_cross_entropy(mlp.graph, "loss", mlp.logits, mlp.labels);
    mlp.accuracy = nadir_graph_accuracy(mlp.graph, "accuracy", mlp.logits, mlp.labels);
    TEST_OK(nadir_graph_status(mlp.graph));
    return mlp;
}

static struct mlp make_mlp(struct nadir_context *context, const size_t *widths, size_t layers)
{
    return make_mlp_with(context, widths, layers, NADIR_ACTIVATION_RELU, 0);
}

/* Every activation, with PyTorch's alpha or another one. */
static const struct {
    enum nadir_activation f;
    float alpha;
} functions[] = {
    {NADIR_ACTIVATION_RELU, 0},   {NADIR_ACTIVATION_LEAKY_RELU, 0.2f}, {NADIR_ACTIVATION_ELU, 1},
    {NADIR_ACTIVATION_ELU, 0.7f}, {NADIR_ACTIVATION_GELU, 0},          {NADIR_ACTIVATION_GELU_TANH, 0},
    {NADIR_ACTIVATION_SILU, 0},   {NADIR_ACTIVATION_SIGMOID, 0},       {NADIR_ACTIVATION_TANH, 0},
    {NADIR_ACTIVATION_SOFTPLUS, 0},
};
enum { FUNCTIONS = sizeof functions / sizeof *functions };

static size_t parameter_count(struct nadir_graph *graph)
{
    return nadir_arena_parameter_count(nadir_graph_arena(graph));
}

/* Parameters or gradients of all tensors, one behind the other, without the padding. */
static float *fetch_arena(struct nadir_context *context, struct nadir_graph *graph, bool gradients)
{
    const struct nadir_arena *arena = nadir_graph_arena(graph);
    float *all = test_floats(nadir_arena_parameter_count(arena)), *at = all;
    for (size_t i = 0; i < nadir_arena_tensor_count(arena); i++) {
        const struct nadir_tensor t = gradients ? nadir_arena_gradient(arena, i) : nadir_arena_parameter(arena, i);
        TEST_OK(nadir_tensor_download(context, &t, at));
        at += nadir_tensor_count(&t);
    }
    return all;
}

static void set_parameters(struct nadir_context *context, struct nadir_graph *graph, const float *values)
{
    const struct nadir_arena *arena = nadir_graph_arena(graph);
    for (size_t i = 0; i < nadir_arena_tensor_count(arena); i++) {
        const struct nadir_tensor t = nadir_arena_parameter(arena, i);
        TEST_OK(nadir_tensor_upload(context, &t, values));
        values += nadir_tensor_count(&t);
    }
}

/* Fills the first `rows` rows of an input. */
static void feed(struct nadir_context *context, struct nadir_step *step, const struct nadir_value *input, size_t rows,
                 const void *host)
{
    struct nadir_tensor t;
    TEST_OK(nadir_step_value(step, input, &t));
    ck_assert_uint_ge(t.shape[0], rows);
    t.shape[0] = rows;
    TEST_OK(nadir_tensor_upload(context, &t, host));
}

/* The first `rows` rows of an output. */
static float *fetch(struct nadir_context *context, struct nadir_step *step, const struct nadir_value *output, size_t rows)
{
    struct nadir_tensor t;
    TEST_OK(nadir_step_value(step, output, &t));
    if (t.rank > 0) t.shape[0] = rows;
    float *host = test_floats(nadir_tensor_count(&t));
    TEST_OK(nadir_tensor_download(context, &t, host));
    return host;
}

static size_t line_count(const char *text)
{
    ck_assert_msg(text != NULL, "no description: %s", nadir_last_error()->message);
    size_t lines = 0;
    for (; *text; text++)
        if (*text == '\n' || text[1] == 0) lines++;
    return lines;
}

/* --- Against PyTorch. --- */

static const struct {
    enum nadir_optimizer_rule rule;
    double lr;
    const double *loss, *accuracy, *final;
} runs[] = {
    {NADIR_SGD, 0.1, mlp_sgd_loss, mlp_sgd_accuracy, mlp_sgd_final},
    {NADIR_MOMENTUM, 0.05, mlp_momentum_loss, mlp_momentum_accuracy, mlp_momentum_final},
    {NADIR_ADAM, 0.01, mlp_adam_loss, mlp_adam_accuracy, mlp_adam_final},
};

START_TEST(golden_training)
{
    static const size_t widths[] = {MLP_INPUTS, MLP_HIDDEN, MLP_CLASSES};
    struct nadir_context *context = test_gemm(_i);
    for (size_t r = 0; r < 3; r++) {
        float *first_parameters = NULL;
        for (int again = 0; again < 2; again++) {
            struct mlp mlp = make_mlp(context, widths, 2);
            TEST_OK(nadir_graph_initialise(mlp.graph, 1));
            ck_assert_uint_eq(parameter_count(mlp.graph), MLP_PARAMETERS);
            set_parameters(context, mlp.graph, mlp_start);
            struct nadir_optimizer_params rule = nadir_optimizer_params_default(runs[r].rule);
            rule.lr = runs[r].lr;
            struct nadir_optimizer *optimizer = NULL;
            TEST_OK(nadir_optimizer_create(&optimizer, context, nadir_graph_arena(mlp.graph), NULL, &rule));
            struct nadir_value *scalars[] = {mlp.loss, mlp.accuracy};
            const struct nadir_step_params params = {.max_rows = MLP_BATCH,
                                                     .losses = &mlp.loss,
                                                     .loss_count = 1,
                                                     .scalars = scalars,
                                                     .scalar_count = 2,
                                                     .history = MLP_STEPS,
                                                     .optimizer = optimizer};
            struct nadir_step *step = NULL;
            TEST_OK(nadir_step_create(&step, mlp.graph, &params));
            for (size_t s = 0; s < MLP_STEPS; s++) {
                const size_t per_epoch = (MLP_SAMPLES + MLP_BATCH - 1) / MLP_BATCH, first = s % per_epoch * MLP_BATCH;
                const size_t rows = first + MLP_BATCH <= MLP_SAMPLES ? MLP_BATCH : MLP_SAMPLES - first;
                feed(context, step, mlp.x, rows, mlp_x + first * MLP_INPUTS);
                feed(context, step, mlp.labels, rows, mlp_labels + first);
                TEST_OK(nadir_step_run(step, rows));
            }
            ck_assert_uint_eq(nadir_step_count(step), MLP_STEPS);
            ck_assert_uint_eq(nadir_optimizer_step_count(optimizer), MLP_STEPS);
            float history[MLP_STEPS][2], loss[MLP_STEPS], accuracy[MLP_STEPS];
            TEST_OK(nadir_step_scalars(step, 0, MLP_STEPS, &history[0][0]));
            for (size_t s = 0; s < MLP_STEPS; s++) loss[s] = history[s][0], accuracy[s] = history[s][1];
            char what[64];
            /* Rounding of 20 steps, each about 1e-7. */
            snprintf(what, sizeof what, "%s: loss", nadir_optimizer_name(runs[r].rule));
            test_expect(what, loss, runs[r].loss, MLP_STEPS, 1e-5, 0);
            snprintf(what, sizeof what, "%s: accuracy", nadir_optimizer_name(runs[r].rule));
            test_expect(what, accuracy, runs[r].accuracy, MLP_STEPS, 1e-6, 0);
            snprintf(what, sizeof what, "%s: parameters", nadir_optimizer_name(runs[r].rule));
            float *parameters = fetch_arena(context, mlp.graph, false);
            test_expect(what, parameters, runs[r].final, MLP_PARAMETERS, 1e-5, 0);
            if (again) test_expect_bits("the same run again", parameters, first_parameters, MLP_PARAMETERS);
            first_parameters = parameters;
            nadir_step_destroy(&step);
            nadir_optimizer_destroy(&optimizer);
            nadir_graph_destroy(&mlp.graph);
        }
        test_reset();
    }
}
END_TEST

/* --- Gradients. --- */

START_TEST(reference_agrees_with_finite_differences)
{
    enum { ROWS = 5 };
    static const size_t widths[] = {4, 7, 6, 3};
    const size_t n = ref_mlp_size(widths, 3);
    struct test_random random = test_seed(11);
    double *p = test_widen(test_random_floats(&random, n, -1, 1), n), *gradient = test_doubles(n);
    const double *x = test_widen(test_random_floats(&random, ROWS * 4, -1, 1), ROWS * 4);
    const int32_t labels[ROWS] = {0, 2, 1, 1, 2};
    for (size_t k = 0; k < FUNCTIONS; k++) {
        const enum nadir_activation f = functions[k].f;
        const double alpha = (double)functions[k].alpha;
        ref_mlp_with(f, alpha, p, x, labels, ROWS, widths, 3, gradient, NULL, NULL);
        for (size_t i = 0; i < n; i++) {
            const double h = 1e-6, at = p[i];
            p[i] = at + h;
            const double above = ref_mlp_with(f, alpha, p, x, labels, ROWS, widths, 3, NULL, NULL, NULL);
            p[i] = at - h;
            const double below = ref_mlp_with(f, alpha, p, x, labels, ROWS, widths, 3, NULL, NULL, NULL);
            p[i] = at;
            ck_assert_msg(fabs((above - below) / (2 * h) - gradient[i]) <= 1e-8, "%s, parameter %zu: slope %g, gradient %g",
                          nadir_activation_name(f), i, (above - below) / (2 * h), gradient[i]);
        }
    }
}
END_TEST

/* What besides the loss is asked of the step: it decides what can be folded together, never the result. */
enum { PLAIN, ACCURACY, PRE_OUTPUT, ALL_OUTPUTS, FORMS };

START_TEST(gradients)
{
    static const struct {
        size_t widths[5], layers, rows;
    } models[] = {
        {{1, 1}, 1, 1},           {{5, 3}, 1, 7},          {{3, 1, 2}, 2, 2},       {{9, 17, 5}, 2, 16},
        {{17, 33, 10}, 2, 61},    {{8, 16, 15, 4}, 3, 13}, {{6, 7, 31, 9, 3}, 4, 5}, {{33, 129, 257}, 2, 19},
        {{100, 300, 10}, 2, 257},
    };
    struct nadir_context *context = test_gemm(_i);
    for (size_t m = 0; m < sizeof models / sizeof *models; m++) {
        const size_t *widths = models[m].widths, layers = models[m].layers, rows = models[m].rows;
        if (test_small() && m > 3) break;
        if (test_gemm_is_slow(_i) && m % 3 != 0) continue;
        const size_t n = ref_mlp_size(widths, layers), classes = widths[layers];
        struct test_random random = test_seed(m);
        const float *p = test_random_floats(&random, n, -0.5f, 0.5f);
        const float *x = test_random_floats(&random, rows * widths[0], -1, 1);
        int32_t *labels = test_ints(rows);
        for (size_t i = 0; i < rows; i++) labels[i] = (int32_t)(test_word(&random) % classes);
        double *gradient = test_doubles(n), *logits = test_doubles(rows * classes), accuracy;
        const double loss = ref_mlp(test_widen(p, n), test_widen(x, rows * widths[0]), labels, rows, widths, layers, gradient,
                                    logits, &accuracy);
        for (int form = 0; form < FORMS; form++) {
            if (test_small() && form != PLAIN && form != ALL_OUTPUTS) continue;
            struct mlp mlp = make_mlp(context, widths, layers);
            TEST_OK(nadir_graph_initialise(mlp.graph, 1));
            set_parameters(context, mlp.graph, p);
            struct nadir_value *scalars[] = {mlp.loss, mlp.accuracy}, *outputs[12] = {NULL};
            size_t output_count = 0;
            if (form == PRE_OUTPUT && layers > 1) outputs[output_count++] = mlp.pre[0];
            if (form == ALL_OUTPUTS) {
                for (size_t l = 0; l + 1 < layers; l++) {
                    outputs[output_count++] = mlp.pre[l];
                    outputs[output_count++] = mlp.hidden[l];
                }
                outputs[output_count++] = mlp.logits;
                outputs[output_count++] = mlp.loss;
            }
            const struct nadir_step_params params = {.max_rows = rows + (size_t)form,
                                                     .losses = &mlp.loss,
                                                     .loss_count = 1,
                                                     .scalars = scalars,
                                                     .scalar_count = form == PLAIN ? 1 : 2,
                                                     .outputs = outputs,
                                                     .output_count = output_count,
                                                     .history = 1};
            struct nadir_step *step = NULL;
            TEST_OK(nadir_step_create(&step, mlp.graph, &params));
            feed(context, step, mlp.x, rows, x);
            feed(context, step, mlp.labels, rows, labels);
            /* Twice: gradients are written, not added up. */
            TEST_OK(nadir_step_run(step, rows));
            TEST_OK(nadir_step_run(step, rows));
            float got[2];
            TEST_OK(nadir_step_scalars(step, 1, 1, got));
            char what[96];
            snprintf(what, sizeof what, "model %zu, form %d: loss", m, form);
            test_expect(what, got, &loss, 1, 0, 2e-6);
            if (form != PLAIN) test_expect("accuracy", got + 1, &accuracy, 1, 1e-6, 0);
            /* A few hundred roundings of terms below 1, and one more product per layer. */
            snprintf(what, sizeof what, "model %zu, form %d: gradient", m, form);
            test_expect(what, fetch_arena(context, mlp.graph, true), gradient, n, 1e-6, 1e-5);
            test_expect_bits("parameters stay", fetch_arena(context, mlp.graph, false), p, n);
            if (form == ALL_OUTPUTS) {
                test_expect("logits", fetch(context, step, mlp.logits, rows), logits, rows * classes, 1e-5, 1e-6);
                test_expect("loss as output", fetch(context, step, mlp.loss, rows), &loss, 1, 0, 2e-6);
                for (size_t l = 0; l + 1 < layers; l++) {
                    const float *pre = fetch(context, step, mlp.pre[l], rows);
                    const float *hidden = fetch(context, step, mlp.hidden[l], rows);
                    double *want = test_widen(pre, rows * widths[l + 1]);
                    ref_relu(want, want, rows * widths[l + 1]);
                    test_expect("hidden", hidden, want, rows * widths[l + 1], 0, 0);
                }
            }
            nadir_step_destroy(&step);
            nadir_graph_destroy(&mlp.graph);
        }
        test_reset();
    }
}
END_TEST

/* The gradient through each activation; folded behind its product, and not. */
START_TEST(activations)
{
    static const size_t widths[] = {9, 17, 33, 5}, rows = 13;
    struct nadir_context *context = test_gemm(_i);
    const size_t n = ref_mlp_size(widths, 3);
    struct test_random random = test_seed(17);
    const float *p = test_random_floats(&random, n, -0.5f, 0.5f), *x = test_random_floats(&random, rows * 9, -2, 2);
    const int32_t labels[] = {0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1, 2};
    for (size_t k = 0; k < FUNCTIONS; k++) {
        if (test_small() && k % 3 != 0) continue; /* test_linear.c has each */
        const enum nadir_activation f = functions[k].f;
        double *gradient = test_doubles(n);
        const double loss = ref_mlp_with(f, (double)functions[k].alpha, test_widen(p, n), test_widen(x, rows * 9), labels, rows,
                                         widths, 3, gradient, NULL, NULL);
        const float *folded = NULL;
        for (size_t output_count = 0; output_count <= 4; output_count += 2) {
            struct mlp mlp = make_mlp_with(context, widths, 3, f, functions[k].alpha);
            TEST_OK(nadir_graph_initialise(mlp.graph, 1));
            set_parameters(context, mlp.graph, p);
            struct nadir_value *outputs[] = {mlp.hidden[0], mlp.hidden[1], mlp.pre[0], mlp.pre[1]};
            const struct nadir_step_params params = {.max_rows = rows + output_count,
                                                     .losses = &mlp.loss,
                                                     .loss_count = 1,
                                                     .scalars = &mlp.loss,
                                                     .scalar_count = 1,
                                                     .outputs = outputs,
                                                     .output_count = output_count,
                                                     .history = 1};
            struct nadir_step *step = NULL;
            TEST_OK(nadir_step_create(&step, mlp.graph, &params));
            feed(context, step, mlp.x, rows, x);
            feed(context, step, mlp.labels, rows, labels);
            TEST_OK(nadir_step_run(step, rows));
            TEST_OK(nadir_step_run(step, rows));
            float got;
            TEST_OK(nadir_step_scalars(step, 1, 1, &got));
            char what[96];
            snprintf(what, sizeof what, "%s, %zu outputs", nadir_activation_name(f), output_count);
            test_expect(what, &got, &loss, 1, 0, 2e-6);
            const float *now = fetch_arena(context, mlp.graph, true);
            test_expect(what, now, gradient, n, 1e-6, 1e-5);
            if (output_count == 2) test_expect_bits(what, now, folded, n);
            folded = now;
            nadir_step_destroy(&step);
            nadir_graph_destroy(&mlp.graph);
        }
        test_reset();
        p = test_random_floats(&random, n, -0.5f, 0.5f), x = test_random_floats(&random, rows * 9, -2, 2);
    }
}
END_TEST

enum { C_ROWS = 7, C_IN = 5, C_HIDDEN = 6, C_CLASSES = 4 };
enum { C_PARAMETERS = C_HIDDEN * (C_IN + 1) + 2 * C_CLASSES * (C_HIDDEN + 1) };

/* trunk.weight, trunk.bias, a.weight, a.bias, b.weight, b.bias: the loss of odd_activations. */
static double odd_loss(const double *p, const double *x, const int32_t *labels, enum nadir_activation f, double alpha,
                       bool both)
{
    double z[C_ROWS * C_HIDDEN], h[C_ROWS * C_HIDDEN], u[C_ROWS * C_HIDDEN], a[C_ROWS * C_CLASSES], b[C_ROWS * C_CLASSES];
    double losses[2 * C_ROWS];
    const double *pa = p + C_HIDDEN * (C_IN + 1), *pb = pa + C_CLASSES * (C_HIDDEN + 1);
    ref_linear(z, x, p, p + C_HIDDEN * C_IN, C_ROWS, C_IN, C_HIDDEN);
    ref_activation(h, z, C_ROWS * C_HIDDEN, f, alpha);
    ref_activation(u, h, C_ROWS * C_HIDDEN, f, alpha);
    ref_linear(a, u, pa, pa + C_CLASSES * C_HIDDEN, C_ROWS, C_HIDDEN, C_CLASSES);
    ref_activation(a, a, C_ROWS * C_CLASSES, f, alpha);
    ref_linear(b, both ? z : h, pb, pb + C_CLASSES * C_HIDDEN, C_ROWS, C_HIDDEN, C_CLASSES);
    ref_cross_entropy(losses, NULL, NULL, a, labels, C_ROWS, C_CLASSES, 1);
    ref_cross_entropy(losses + C_ROWS, NULL, NULL, b, labels, C_ROWS, C_CLASSES, 1);
    return ref_sum(losses, 2 * C_ROWS) / C_ROWS;
}

/* h = f(z), z = trunk(x); u = f(h) on its own; a loss right behind f(a(u)), whose gradient may be computed in place; b(h), or
 * b(z), so that h is not folded. Against the slope of the loss in double. */
START_TEST(odd_activations)
{
    struct nadir_context *context = test_walk(_i);
    struct test_random random = test_seed(23);
    const float *x = test_random_floats(&random, C_ROWS * C_IN, -1, 1), *p = test_random_floats(&random, C_PARAMETERS, -1, 1);
    const double *wide_x = test_widen(x, C_ROWS * C_IN);
    const int32_t labels[C_ROWS] = {0, 1, 2, 3, 0, 1, 2};
    for (size_t k = 0; k < FUNCTIONS * 2; k++) {
        const enum nadir_activation f = functions[k / 2].f;
        const float alpha = functions[k / 2].alpha;
        const bool both = k % 2;
        struct nadir_graph *graph = NULL;
        TEST_OK(nadir_graph_create(&graph, context));
        struct nadir_value *input = nadir_graph_input(graph, NULL, NADIR_F32, 2, (size_t[]){NADIR_BATCH, C_IN});
        struct nadir_value *y = nadir_graph_input(graph, NULL, NADIR_I32, 1, (size_t[]){NADIR_BATCH});
        struct nadir_value *z = nadir_graph_linear(graph, NULL, input, C_HIDDEN);
        struct nadir_value *h = nadir_graph_activation(graph, NULL, z, f, alpha);
        struct nadir_value *u = nadir_graph_activation(graph, NULL, h, f, alpha);
        struct nadir_value *a = nadir_graph_linear(graph, NULL, u, C_CLASSES);
        struct nadir_value *b = nadir_graph_linear(graph, NULL, both ? z : h, C_CLASSES);
        struct nadir_value *losses[] = {
            nadir_graph_cross_entropy(graph, NULL, nadir_graph_activation(graph, NULL, a, f, alpha), y),
            nadir_graph_cross_entropy(graph, NULL, b, y)};
        TEST_OK(nadir_graph_initialise(graph, 1));
        set_parameters(context, graph, p);
        const struct nadir_step_params params = {.max_rows = C_ROWS, .losses = losses, .loss_count = 2};
        struct nadir_step *step = NULL;
        TEST_OK(nadir_step_create(&step, graph, &params));
        feed(context, step, input, C_ROWS, x);
        feed(context, step, y, C_ROWS, labels);
        TEST_OK(nadir_step_run(step, C_ROWS));
        TEST_OK(nadir_step_run(step, C_ROWS));
        double *at = test_widen(p, C_PARAMETERS), want[C_PARAMETERS];
        for (int i = 0; i < C_PARAMETERS; i++) {
            const double middle = at[i], step_size = 1e-6;
            at[i] = middle + step_size;
            const double above = odd_loss(at, wide_x, labels, f, (double)alpha, both);
            at[i] = middle - step_size;
            want[i] = (above - odd_loss(at, wide_x, labels, f, (double)alpha, both)) / (2 * step_size);
            at[i] = middle;
        }
        test_expect(nadir_activation_name(f), fetch_arena(context, graph, true), want, C_PARAMETERS, 1e-6, 1e-5);
        nadir_step_destroy(&step);
        nadir_graph_destroy(&graph);
    }
}
END_TEST

/* One step over batches of different sizes, in any order: each result is that of its own rows. */
START_TEST(row_counts)
{
    static const size_t widths[] = {7, 19, 5}, counts[] = {61, 1, 17, 61, 60, 2, 61, 16, 1};
    const size_t n = ref_mlp_size(widths, 2);
    struct nadir_context *context = test_gemm(_i);
    struct test_random random = test_seed(7);
    const float *p = test_random_floats(&random, n, -0.5f, 0.5f), *x = test_random_floats(&random, 61 * 7, -1, 1);
    int32_t labels[61];
    for (int i = 0; i < 61; i++) labels[i] = i % 5;
    struct mlp mlp = make_mlp(context, widths, 2);
    TEST_OK(nadir_graph_initialise(mlp.graph, 1));
    set_parameters(context, mlp.graph, p);
    const struct nadir_step_params params = {.max_rows = 61,
                                             .losses = &mlp.loss,
                                             .loss_count = 1,
                                             .scalars = &mlp.loss,
                                             .scalar_count = 1,
                                             .outputs = &mlp.logits,
                                             .output_count = 1,
                                             .history = 4};
    struct nadir_step *step = NULL;
    TEST_OK(nadir_step_create(&step, mlp.graph, &params));
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        const size_t rows = counts[i];
        if (test_gemm_is_slow(_i) && i > 3) break;
        /* Different rows each time, so that nothing left from the run before can pass. */
        const float *from = x + (61 - rows) * 7;
        feed(context, step, mlp.x, rows, from);
        feed(context, step, mlp.labels, rows, labels + (61 - rows));
        TEST_OK(nadir_step_run(step, rows));
        double *gradient = test_doubles(n), *logits = test_doubles(rows * 5);
        const double loss = ref_mlp(test_widen(p, n), test_widen(from, rows * 7), labels + (61 - rows), rows, widths, 2,
                                    gradient, logits, NULL);
        float got;
        TEST_OK(nadir_step_scalars(step, i, 1, &got));
        char what[64];
        snprintf(what, sizeof what, "run %zu, %zu rows", i, rows);
        test_expect(what, &got, &loss, 1, 0, 2e-6);
        test_expect(what, fetch_arena(context, mlp.graph, true), gradient, n, 1e-6, 1e-5);
        test_expect(what, fetch(context, step, mlp.logits, rows), logits, rows * 5, 1e-5, 1e-6);
    }
    nadir_step_destroy(&step);
    nadir_graph_destroy(&mlp.graph);
}
END_TEST

/* --- Values with several uses. --- */

enum { B_ROWS = 9, B_IN = 6, B_HIDDEN = 11, B_CLASSES = 4 };

/* h = relu(z), z = trunk(x). Heads: a(h) with labels 1, b(h) with labels 1 and labels 2 (two losses on the same logits, whose
 * gradient may be computed in place), c(z) with labels 2 (z has a use besides the ReLU). */
START_TEST(shared_values)
{
    struct nadir_context *context = test_gemm(_i);
    struct nadir_graph *graph = NULL;
    TEST_OK(nadir_graph_create(&graph, context));
    struct nadir_value *x = nadir_graph_input(graph, "x", NADIR_F32, 2, (size_t[]){NADIR_BATCH, B_IN});
    struct nadir_value *y1 = nadir_graph_input(graph, "y1", NADIR_I32, 1, (size_t[]){NADIR_BATCH});
    struct nadir_value *y2 = nadir_graph_input(graph, "y2", NADIR_I32, 1, (size_t[]){NADIR_BATCH});
    struct nadir_value *z = nadir_graph_linear(graph, "trunk", x, B_HIDDEN);
    struct nadir_value *h = nadir_graph_activation(graph, "h", z, NADIR_ACTIVATION_RELU, 0);
    struct nadir_value *a = nadir_graph_linear(graph, "a", h, B_CLASSES), *b = nadir_graph_linear(graph, "b", h, B_CLASSES);
    struct nadir_value *c = nadir_graph_linear(graph, "c", z, B_CLASSES);
    struct nadir_value *losses[] = {
        nadir_graph_cross_entropy(graph, NULL, a, y1), nadir_graph_cross_entropy(graph, NULL, b, y1),
        nadir_graph_cross_entropy(graph, NULL, b, y2), nadir_graph_cross_entropy(graph, NULL, c, y2)};
    struct nadir_value *scalars[] = {losses[0], losses[1], losses[2], losses[3], nadir_graph_accuracy(graph, NULL, b, y1),
                                     nadir_graph_accuracy(graph, NULL, b, y2)};
    TEST_OK(nadir_graph_initialise(graph, 3));
    const size_t n = parameter_count(graph), head = B_CLASSES * (B_HIDDEN + 1), trunk = B_HIDDEN * (B_IN + 1);
    ck_assert_uint_eq(n, trunk + 3 * head);
    struct test_random random = test_seed(21);
    const float *p = test_random_floats(&random, n, -0.7f, 0.7f), *host_x = test_random_floats(&random, B_ROWS * B_IN, -1, 1);
    set_parameters(context, graph, p);
    int32_t labels[2][B_ROWS];
    for (int i = 0; i < B_ROWS; i++) labels[0][i] = i % B_CLASSES, labels[1][i] = (3 * i + 1) % B_CLASSES;

    /* The same by hand, in double. */
    const double *w = test_widen(p, n), *wide_x = test_widen(host_x, B_ROWS * B_IN);
    double hidden_z[B_ROWS * B_HIDDEN], hidden[B_ROWS * B_HIDDEN], *dw = test_doubles(n);
    double dh[B_ROWS * B_HIDDEN] = {0}, dz[B_ROWS * B_HIDDEN] = {0}, dx[B_ROWS * B_IN], want[6] = {0};
    ref_linear(hidden_z, wide_x, w, w + B_HIDDEN * B_IN, B_ROWS, B_IN, B_HIDDEN);
    ref_relu(hidden, hidden_z, B_ROWS * B_HIDDEN);
    static const int of_head[3][2] = {{0, -1}, {1, 2}, {3, -1}}, label_of[4] = {0, 0, 1, 1};
    for (int k = 0; k < 3; k++) {
        const double *weights = w + trunk + (size_t)k * head, *in = k == 2 ? hidden_z : hidden;
        double logits[B_ROWS * B_CLASSES], dlogits[B_ROWS * B_CLASSES] = {0}, part[B_ROWS * B_CLASSES], loss[B_ROWS];
        double correct[B_ROWS], din[B_ROWS * B_HIDDEN], *into = k == 2 ? dz : dh, *dhead = dw + trunk + (size_t)k * head;
        ref_linear(logits, in, weights, weights + B_CLASSES * B_HIDDEN, B_ROWS, B_HIDDEN, B_CLASSES);
        for (int j = 0; j < 2 && of_head[k][j] >= 0; j++) {
            const int l = of_head[k][j];
            ref_cross_entropy(loss, part, correct, logits, labels[label_of[l]], B_ROWS, B_CLASSES, 1.0 / B_ROWS);
            want[l] = ref_sum(loss, B_ROWS) / B_ROWS;
            if (k == 1) want[4 + j] = ref_sum(correct, B_ROWS) / B_ROWS;
            for (int i = 0; i < B_ROWS * B_CLASSES; i++) dlogits[i] += part[i];
        }
        ref_linear_backward(din, dhead, dhead + B_CLASSES * B_HIDDEN, dlogits, in, weights, B_ROWS, B_HIDDEN, B_CLASSES);
        for (int i = 0; i < B_ROWS * B_HIDDEN; i++) into[i] += din[i];
    }
    ref_relu_backward(dh, dh, hidden, B_ROWS * B_HIDDEN);
    for (int i = 0; i < B_ROWS * B_HIDDEN; i++) dz[i] += dh[i];
    ref_linear_backward(dx, dw, dw + B_HIDDEN * B_IN, dz, wide_x, w, B_ROWS, B_IN, B_HIDDEN);

    struct nadir_value *outputs[] = {b, h, z};
    for (size_t output_count = 0; output_count <= 3; output_count++) {
        const struct nadir_step_params params = {.max_rows = B_ROWS,
                                                 .losses = losses,
                                                 .loss_count = 4,
                                                 .scalars = scalars,
                                                 .scalar_count = 6,
                                                 .outputs = outputs,
                                                 .output_count = output_count,
                                                 .history = 2};
        struct nadir_step *step = NULL;
        TEST_OK(nadir_step_create(&step, graph, &params));
        feed(context, step, x, B_ROWS, host_x);
        feed(context, step, y1, B_ROWS, labels[0]);
        feed(context, step, y2, B_ROWS, labels[1]);
        TEST_OK(nadir_step_run(step, B_ROWS));
        TEST_OK(nadir_step_run(step, B_ROWS));
        float got[6];
        TEST_OK(nadir_step_scalars(step, 1, 1, got));
        test_expect("losses and accuracies", got, want, 6, 0, 2e-6);
        test_expect("gradient", fetch_arena(context, graph, true), dw, n, 1e-6, 1e-5);
        if (output_count > 1) test_expect("h", fetch(context, step, h, B_ROWS), hidden, B_ROWS * B_HIDDEN, 1e-6, 0);
        if (output_count > 2) test_expect("z", fetch(context, step, z, B_ROWS), hidden_z, B_ROWS * B_HIDDEN, 1e-6, 0);
        nadir_step_destroy(&step);
    }
    nadir_graph_destroy(&graph);
}
END_TEST

/* ReLU of an input, ReLU of a ReLU, a loss without parameters, inputs without a name. */
START_TEST(odd_graphs)
{
    struct nadir_context *context = test_walk(_i);
    struct nadir_graph *graph = NULL;
    TEST_OK(nadir_graph_create(&graph, context));
    enum { ROWS = 6, COLS = 5 };
    struct nadir_value *x = nadir_graph_input(graph, NULL, NADIR_F32, 2, (size_t[]){NADIR_BATCH, COLS});
    struct nadir_value *y = nadir_graph_input(graph, NULL, NADIR_I32, 1, (size_t[]){NADIR_BATCH});
    struct nadir_value *r1 = nadir_graph_activation(graph, NULL, x, NADIR_ACTIVATION_RELU, 0);
    struct nadir_value *r2 = nadir_graph_activation(graph, NULL, r1, NADIR_ACTIVATION_RELU, 0);
    struct nadir_value *plain = nadir_graph_cross_entropy(graph, NULL, r2, y);
    struct nadir_value *z = nadir_graph_linear(graph, NULL, r1, COLS);
    struct nadir_value *r = nadir_graph_activation(graph, NULL, z, NADIR_ACTIVATION_RELU, 0);
    struct nadir_value *r3 = nadir_graph_activation(graph, NULL, r, NADIR_ACTIVATION_RELU, 0);
    struct nadir_value *loss = nadir_graph_cross_entropy(graph, NULL, r3, y);
    TEST_OK(nadir_graph_initialise(graph, 3));
    struct test_random random = test_seed(31);
    const float *host_x = test_random_floats(&random, ROWS * COLS, -1, 1);
    const int32_t labels[ROWS] = {0, 1, 2, 3, 4, 0};
    const float *p = test_random_floats(&random, COLS * COLS + COLS, -1, 1);
    set_parameters(context, graph, p);

    const double *wide = test_widen(p, COLS * COLS + COLS);
    double relu[ROWS * COLS], pre[ROWS * COLS], post[ROWS * COLS], d[ROWS * COLS], dx[ROWS * COLS], losses[ROWS];
    double gradient[COLS * COLS + COLS], want[2];
    ref_relu(relu, test_widen(host_x, ROWS * COLS), ROWS * COLS);
    ref_cross_entropy(losses, NULL, NULL, relu, labels, ROWS, COLS, 1);
    want[0] = ref_sum(losses, ROWS) / ROWS;
    ref_linear(pre, relu, wide, wide + COLS * COLS, ROWS, COLS, COLS);
    ref_relu(post, pre, ROWS * COLS);
    ref_cross_entropy(losses, d, NULL, post, labels, ROWS, COLS, 1.0 / ROWS);
    want[1] = ref_sum(losses, ROWS) / ROWS;
    ref_relu_backward(d, d, post, ROWS * COLS);
    ref_linear_backward(dx, gradient, gradient + COLS * COLS, d, relu, wide, ROWS, COLS, COLS);

    struct nadir_value *both[] = {plain, loss};
    const struct nadir_step_params params = {.max_rows = ROWS,
                                             .losses = both,
                                             .loss_count = 2,
                                             .scalars = both,
                                             .scalar_count = 2,
                                             .history = 1};
    struct nadir_step *step = NULL;
    TEST_OK(nadir_step_create(&step, graph, &params));
    feed(context, step, x, ROWS, host_x);
    feed(context, step, y, ROWS, labels);
    TEST_OK(nadir_step_run(step, ROWS));
    float got[2];
    TEST_OK(nadir_step_scalars(step, 0, 1, got));
    test_expect("losses", got, want, 2, 0, 2e-6);
    test_expect("gradient", fetch_arena(context, graph, true), gradient, COLS * COLS + COLS, 1e-6, 1e-5);
    struct nadir_tensor t;
    TEST_OK(nadir_step_value(step, x, &t));
    float still[ROWS * COLS];
    TEST_OK(nadir_tensor_download(context, &t, still));
    test_expect_bits("the input stays", still, host_x, ROWS * COLS);
    nadir_step_destroy(&step);
    nadir_graph_destroy(&graph);
}
END_TEST

/* --- What steps and optimizers share. --- */

START_TEST(train_and_evaluate)
{
    static const size_t widths[] = {MLP_INPUTS, MLP_HIDDEN, MLP_CLASSES};
    struct nadir_context *context = test_walk(_i);
    struct mlp mlp = make_mlp(context, widths, 2);
    TEST_OK(nadir_graph_initialise(mlp.graph, 1));
    set_parameters(context, mlp.graph, mlp_start);
    struct nadir_optimizer_params rule = nadir_optimizer_params_default(NADIR_SGD);
    rule.lr = 0.1;
    struct nadir_optimizer *optimizer = NULL;
    TEST_OK(nadir_optimizer_create(&optimizer, context, nadir_graph_arena(mlp.graph), NULL, &rule));
    struct nadir_value *scalars[] = {mlp.loss, mlp.accuracy};
    struct nadir_step_params params = {
        .max_rows = MLP_BATCH, .losses = &mlp.loss, .loss_count = 1, .scalars = scalars, .scalar_count = 2, .history = 3,
        .optimizer = optimizer};
    struct nadir_step *train = NULL, *evaluate = NULL;
    TEST_OK(nadir_step_create(&train, mlp.graph, &params));
    params = (struct nadir_step_params){.max_rows = MLP_SAMPLES, .scalars = scalars, .scalar_count = 2, .history = 10,
                                        .outputs = &mlp.logits, .output_count = 1};
    TEST_OK(nadir_step_create(&evaluate, mlp.graph, &params));
    feed(context, evaluate, mlp.x, MLP_SAMPLES, mlp_x);
    feed(context, evaluate, mlp.labels, MLP_SAMPLES, mlp_labels);
    const double *x = test_widen(mlp_x, MLP_SAMPLES * MLP_INPUTS);
    for (size_t s = 0; s < 5; s++) {
        if (s > 0) {
            feed(context, train, mlp.x, MLP_BATCH, mlp_x);
            feed(context, train, mlp.labels, MLP_BATCH, mlp_labels);
            TEST_OK(nadir_step_run(train, MLP_BATCH));
        }
        const float *before = fetch_arena(context, mlp.graph, false);
        TEST_OK(nadir_step_run(evaluate, MLP_SAMPLES));
        float got[2];
        TEST_OK(nadir_step_scalars(evaluate, s, 1, got));
        double *logits = test_doubles(MLP_SAMPLES * MLP_CLASSES), want[2];
        want[0] = ref_mlp(test_widen(before, MLP_PARAMETERS), x, mlp_labels, MLP_SAMPLES, widths, 2, NULL, logits, want + 1);
        test_expect("evaluation", got, want, 2, 1e-6, 2e-6);
        test_expect("logits", fetch(context, evaluate, mlp.logits, MLP_SAMPLES), logits, MLP_SAMPLES * MLP_CLASSES, 1e-5, 0);
        test_expect_bits("evaluation changes nothing", fetch_arena(context, mlp.graph, false), before, MLP_PARAMETERS);
    }
    /* The history keeps the last three of four runs, in order. */
    float last[3][2], one[2];
    TEST_OK(nadir_step_scalars(train, 1, 3, &last[0][0]));
    for (size_t i = 0; i < 3; i++) {
        TEST_OK(nadir_step_scalars(train, i + 1, 1, one));
        test_expect_bits("one run of the history", one, last[i], 2);
    }
    ck_assert(last[0][0] > last[1][0] && last[1][0] > last[2][0]);
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "", nadir_step_scalars(train, 0, 1, one));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "", nadir_step_scalars(train, 4, 1, one));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "", nadir_step_scalars(train, 3, 2, one));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "", nadir_step_scalars(train, 2, SIZE_MAX, one));
    nadir_step_destroy(&train);
    nadir_step_destroy(&evaluate);
    nadir_optimizer_destroy(&optimizer);
    nadir_graph_destroy(&mlp.graph);
}
END_TEST

/* An optimizer over a part of the model moves that part alone, with the gradient that goes through the rest. */
START_TEST(part_of_a_model)
{
    static const size_t widths[] = {5, 8, 7, 3};
    struct nadir_context *context = test_walk(_i);
    static const char *const prefixes[] = {"fc1.", "fc2", "fc3"};
    const size_t n = ref_mlp_size(widths, 3), begin[] = {0, 48, 111, 135};
    ck_assert_uint_eq(n, begin[3]);
    struct test_random random = test_seed(41);
    const float *p = test_random_floats(&random, n, -1, 1), *x = test_random_floats(&random, 4 * 5, -1, 1);
    const int32_t labels[] = {0, 1, 2, 0};
    double *gradient = test_doubles(n);
    ref_mlp(test_widen(p, n), test_widen(x, 20), labels, 4, widths, 3, gradient, NULL, NULL);
    for (int part = 0; part < 3; part++) {
        struct mlp mlp = make_mlp(context, widths, 3);
        TEST_OK(nadir_graph_initialise(mlp.graph, 1));
        set_parameters(context, mlp.graph, p);
        struct nadir_optimizer_params rule = nadir_optimizer_params_default(NADIR_SGD);
        rule.lr = 0.5;
        struct nadir_optimizer *optimizer = NULL;
        TEST_OK(nadir_optimizer_create(&optimizer, context, nadir_graph_arena(mlp.graph), prefixes[part], &rule));
        const struct nadir_step_params params = {
            .max_rows = 4, .losses = &mlp.loss, .loss_count = 1, .optimizer = optimizer};
        struct nadir_step *step = NULL;
        TEST_OK(nadir_step_create(&step, mlp.graph, &params));
        feed(context, step, mlp.x, 4, x);
        feed(context, step, mlp.labels, 4, labels);
        TEST_OK(nadir_step_run(step, 4));
        TEST_OK(nadir_context_finish(context));
        double *want = test_widen(p, n);
        for (size_t i = begin[part]; i < begin[part + 1]; i++) want[i] -= 0.5 * gradient[i];
        test_expect(prefixes[part], fetch_arena(context, mlp.graph, false), want, n, 1e-6, 0);
        nadir_step_destroy(&step);
        nadir_optimizer_destroy(&optimizer);
        nadir_graph_destroy(&mlp.graph);
    }
}
END_TEST

/* Uniform in +-1/sqrt(in), tensor i from stream i of the seed; the same again when asked again. */
START_TEST(initialise)
{
    static const size_t widths[] = {9, 300, 4};
    struct nadir_context *context = test_walk(_i);
    struct mlp mlp = make_mlp(context, widths, 2);
    TEST_OK(nadir_graph_initialise(mlp.graph, 1234));
    struct nadir_arena *arena = nadir_graph_arena(mlp.graph);
    static const char *const names[] = {"fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias"};
    const float *all = fetch_arena(context, mlp.graph, false), *p = all;
    ck_assert_uint_eq(nadir_arena_tensor_count(arena), 4);
    for (size_t i = 0; i < 4; i++) {
        ck_assert_str_eq(nadir_arena_name(arena, i), names[i]);
        const struct nadir_tensor t = nadir_arena_parameter(arena, i);
        const double bound = 1 / sqrt((double)widths[i / 2]);
        double *want = test_doubles(nadir_tensor_count(&t));
        for (size_t j = 0; j < nadir_tensor_count(&t); j++) want[j] = (2 * nadir_random_float(1234, i, j) - 1) * bound;
        test_expect(names[i], p, want, nadir_tensor_count(&t), 1e-7, 0);
        p += nadir_tensor_count(&t);
    }
    const struct nadir_tensor weight = nadir_arena_parameter(arena, 0);
    ck_assert(weight.rank == 2 && weight.shape[0] == 300 && weight.shape[1] == 9);
    TEST_OK(nadir_graph_initialise(mlp.graph, 5));
    ck_assert_mem_ne(fetch_arena(context, mlp.graph, false), all, parameter_count(mlp.graph) * sizeof *all);
    TEST_OK(nadir_graph_initialise(mlp.graph, 1234));
    test_expect_bits("again", fetch_arena(context, mlp.graph, false), all, parameter_count(mlp.graph));
    nadir_graph_destroy(&mlp.graph);
}
END_TEST

START_TEST(describe)
{
    static const size_t widths[] = {6, 8, 3};
    struct nadir_context *context = test_walk(_i);
    struct mlp mlp = make_mlp(context, widths, 2);
    TEST_OK(nadir_graph_initialise(mlp.graph, 1));
    struct nadir_step_params params = {.max_rows = 4, .outputs = &mlp.logits, .output_count = 1};
    struct nadir_step *forward = NULL, *train = NULL, *unfused = NULL;
    TEST_OK(nadir_step_create(&forward, mlp.graph, &params));
    struct nadir_value *outputs[] = {mlp.logits, mlp.pre[0]};
    params.outputs = outputs;
    params.output_count = 2;
    TEST_OK(nadir_step_create(&unfused, mlp.graph, &params));
    params = (struct nadir_step_params){.max_rows = 4, .losses = &mlp.loss, .loss_count = 1};
    TEST_OK(nadir_step_create(&train, mlp.graph, &params));
    const size_t lines = line_count(nadir_step_describe(forward, 4));
    ck_assert_msg(lines >= 2, "%s", nadir_step_describe(forward, 4));
    ck_assert_msg(strstr(nadir_step_describe(forward, 3), "fc1") && strstr(nadir_step_describe(forward, 3), "fc2"), "%s",
                  nadir_step_describe(forward, 3));
    ck_assert_msg(line_count(nadir_step_describe(unfused, 4)) > lines, "a ReLU is folded although its input is read: %s",
                  nadir_step_describe(unfused, 4));
    ck_assert_msg(line_count(nadir_step_describe(train, 4)) > lines, "%s", nadir_step_describe(train, 4));
    ck_assert_ptr_null(nadir_step_describe(forward, 0));
    ck_assert_ptr_null(nadir_step_describe(forward, 5));
    ck_assert_int_eq(nadir_last_error()->status, NADIR_ERROR_INVALID_ARGUMENT);
    ck_assert_uint_eq(nadir_step_count(forward), 0);
    nadir_step_destroy(&forward);
    nadir_step_destroy(&unfused);
    nadir_step_destroy(&train);
    nadir_graph_destroy(&mlp.graph);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("graph");
    TCase *tcase = test_case(suite, "graph");
    const int count = test_gemm_count();
    tcase_add_test(tcase, reference_agrees_with_finite_differences);
    tcase_add_loop_test(tcase, golden_training, 0, count);
    tcase_add_loop_test(tcase, gradients, 0, count);
    tcase_add_loop_test(tcase, activations, 0, count);
    tcase_add_loop_test(tcase, odd_activations, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, row_counts, 0, count);
    tcase_add_loop_test(tcase, shared_values, 0, count);
    tcase_add_loop_test(tcase, odd_graphs, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, train_and_evaluate, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, part_of_a_model, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, initialise, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, describe, 0, TEST_WALKS);
    return test_run(suite);
}
