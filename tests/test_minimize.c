/* SPDX-License-Identifier: MIT */
/* Minimisers: as low as SciPy in few more evaluations, gradient descent against its closed form, limits, numbers that are not
 * finite, what is restored. */
#include "support.h"

#include "golden/minimize.h"

#include <stdio.h>

#define FASHION_MNIST "/usr/share/datasets/fashion-mnist"
enum { MAX_N = 128 };

/* A function of few variables, computed on the host in double. */
struct problem {
    struct nadir_context *context;
    struct nadir_arena *arena;
    size_t n; /* variables; the arena has them in tensors of odd sizes */
    double (*function)(const struct problem *problem, const double *x, double *g);
    double target; /* `reached` is the evaluation that first came so low */
    unsigned calls, reached;
    unsigned bad_from;    /* evaluations from this one on (counted from 1) give NaN; 0: none */
    unsigned bad_to;      /* up to this one; 0: for ever */
    unsigned broken_from; /* fail */
    bool bad_gradient, uphill;
    double lowest;
    float lowest_x[MAX_N];
    unsigned progress_calls, stop_after;
};

static double rosenbrock(const struct problem *problem, const double *x, double *g)
{
    double f = 0;
    for (size_t i = 0; i < problem->n; i++) g[i] = 0;
    for (size_t i = 0; i + 1 < problem->n; i++) {
        const double a = x[i + 1] - x[i] * x[i], b = 1 - x[i];
        f += 100 * a * a + b * b;
        g[i] += -400 * a * x[i] - 2 * b;
        g[i + 1] += 200 * a;
    }
    return f;
}

/* y = y - v 2 (v.y) / (v.v), v[i] = cos i */
static void reflect(double *y, size_t n)
{
    double vy = 0, vv = 0;
    for (size_t i = 0; i < n; i++) vy += cos((double)i) * y[i], vv += cos((double)i) * cos((double)i);
    for (size_t i = 0; i < n; i++) y[i] -= cos((double)i) * 2 * vy / vv;
}

static double quadratic(const struct problem *problem, const double *x, double *g)
{
    const size_t n = problem->n;
    double f = 0;
    memcpy(g, x, n * sizeof *x);
    reflect(g, n);
    for (size_t i = 0; i < n; i++) g[i] *= pow(1e4, (double)i / (double)(n - 1));
    reflect(g, n);
    for (size_t i = 0; i < n; i++) {
        const double b = 1 + (double)((7 * i) % 10);
        f += x[i] * g[i] / 2 - b * x[i];
        g[i] -= b;
    }
    return f;
}

/* sum of k x^2 / 2 with k = 1, 2, 3, ... / 8 */
static double bowl(const struct problem *problem, const double *x, double *g)
{
    double f = 0;
    for (size_t i = 0; i < problem->n; i++) {
        g[i] = (double)(i + 1) / 8 * x[i];
        f += g[i] * x[i] / 2;
    }
    return f;
}

/* The same on a large constant, as a float: near the minimum all losses are equal. */
static double flat_bowl(const struct problem *problem, const double *x, double *g)
{
    return (double)(float)(1000 + bowl(problem, x, g));
}

/* sum of 1000 x - log x, NaN for x < 0; minimum at 0.001 */
static double barrier(const struct problem *problem, const double *x, double *g)
{
    double f = 0;
    for (size_t i = 0; i < problem->n; i++) {
        f += 1000 * x[i] - log(x[i]);
        g[i] = 1000 - 1 / x[i];
    }
    return f;
}

static struct problem make_problem(struct nadir_context *context, size_t n,
                                   double (*function)(const struct problem *, const double *, double *), const float *start)
{
    struct problem problem = {.context = context, .n = n, .function = function, .target = -INFINITY, .lowest = INFINITY};
    TEST_OK(nadir_arena_create(&problem.arena, context));
    for (size_t done = 0, size = 1; done < n; size += 2) {
        char name[32];
        const size_t part = size < n - done ? size : n - done;
        snprintf(name, sizeof name, "x%zu", done);
        TEST_OK(nadir_arena_add(problem.arena, name, 1, &part, NULL));
        done += part;
    }
    TEST_OK(nadir_arena_allocate(problem.arena));
    for (size_t t = 0; t < nadir_arena_tensor_count(problem.arena); t++) {
        const struct nadir_tensor x = nadir_arena_parameter(problem.arena, t);
        TEST_OK(nadir_tensor_upload(context, &x, start));
        start += nadir_tensor_count(&x);
    }
    return problem;
}

static const float *fetch(const struct problem *problem, float x[MAX_N])
{
    float *at = x;
    for (size_t t = 0; t < nadir_arena_tensor_count(problem->arena); t++) {
        const struct nadir_tensor part = nadir_arena_parameter(problem->arena, t);
        TEST_OK(nadir_tensor_download(problem->context, &part, at));
        at += nadir_tensor_count(&part);
    }
    return x;
}

static enum nadir_status evaluate(void *user, double *loss)
{
    struct problem *problem = user;
    float single[MAX_N];
    double x[MAX_N], g[MAX_N];
    problem->calls++;
    if (problem->broken_from && problem->calls >= problem->broken_from) return NADIR_ERROR_DATA;
    fetch(problem, single);
    for (size_t i = 0; i < problem->n; i++) x[i] = (double)single[i];
    *loss = problem->function(problem, x, g);
    const bool bad = problem->bad_from && problem->calls >= problem->bad_from &&
                     (problem->bad_to == 0 || problem->calls <= problem->bad_to);
    if (bad && problem->bad_gradient) g[problem->n / 2] = NAN;
    else if (bad) *loss = NAN;
    if (!bad && *loss < problem->lowest) {
        problem->lowest = *loss;
        memcpy(problem->lowest_x, single, sizeof single);
    }
    if (!problem->reached && *loss <= problem->target) problem->reached = problem->calls;
    for (size_t i = 0; i < problem->n; i++) single[i] = (float)(problem->uphill ? -g[i] : g[i]);
    const float *at = single;
    for (size_t t = 0; t < nadir_arena_tensor_count(problem->arena); t++) {
        const struct nadir_tensor part = nadir_arena_gradient(problem->arena, t);
        TEST_OK(nadir_tensor_upload(problem->context, &part, at));
        at += nadir_tensor_count(&part);
    }
    return NADIR_OK;
}

/* The loss at the parameters as they are now. */
static double loss_now(const struct problem *problem)
{
    float single[MAX_N];
    double x[MAX_N], g[MAX_N];
    fetch(problem, single);
    for (size_t i = 0; i < problem->n; i++) x[i] = (double)single[i];
    return problem->function(problem, x, g);
}

static bool count_progress(void *user, const struct nadir_minimize_report *report)
{
    struct problem *problem = user;
    ck_assert_uint_eq(report->iterations, ++problem->progress_calls);
    ck_assert_double_eq(report->loss, problem->lowest);
    return problem->progress_calls != problem->stop_after;
}

/* Runs, and checks what holds of every run whose losses are computed in double: the report tells the loss at the parameters,
 * padding is zero. */
static struct nadir_minimize_report run(struct problem *problem, const struct nadir_minimize_params *params)
{
    struct nadir_minimize_report r;
    TEST_OK(nadir_minimize(problem->context, problem->arena, params, evaluate, problem, &r));
    ck_assert_uint_eq(r.evaluations, problem->calls);
    ck_assert_uint_le(r.evaluations, params->max_evaluations);
    ck_assert_uint_le(r.iterations, params->max_iterations);
    ck_assert_ptr_nonnull(nadir_minimize_reason_name(r.reason));
    if (isfinite(r.first_loss)) {
        ck_assert_double_eq(r.loss, loss_now(problem));
        ck_assert_double_le(r.loss, r.first_loss);
    }
    const struct nadir_tensor all[] = {nadir_arena_parameters(problem->arena), nadir_arena_gradients(problem->arena)};
    for (int k = 0; k < 2; k++) {
        float *values = test_floats(all[k].shape[0]);
        TEST_OK(nadir_tensor_download(problem->context, &all[k], values));
        for (size_t t = 0; t < nadir_arena_tensor_count(problem->arena); t++) {
            const struct nadir_tensor part = nadir_arena_parameter(problem->arena, t);
            memset(values + part.offset, 0, nadir_tensor_count(&part) * sizeof *values);
        }
        /* Or -0, which Mesa 22.3 makes of 0. */
        for (size_t i = 0; i < all[k].shape[0]; i++) ck_assert_msg(values[i] == 0, "padding %zu is %g", i, (double)values[i]);
    }
    return r;
}

static void expect_reason(const struct nadir_minimize_report *r, enum nadir_minimize_reason reason)
{
    ck_assert_msg(r->reason == reason, "reason %s instead of %s after %zu iterations, %zu evaluations, loss %.9g, max |g| %g",
                  nadir_minimize_reason_name(r->reason), nadir_minimize_reason_name(reason), r->iterations, r->evaluations,
                  r->loss, r->gradient_norm);
}

static void expect_start(const struct problem *problem, const float *start)
{
    float x[MAX_N];
    test_expect_bits("the start is restored", fetch(problem, x), start, problem->n);
}

/* Softmax regression with two classes and L2 on the weights, of images of classes 0 and 6, as a graph. */
struct regression {
    struct nadir_graph *graph;
    struct nadir_step *step;
    size_t rows;
    double target;
    unsigned calls, reached;
};

static struct regression make_regression(struct nadir_context *context, size_t images)
{
    struct regression model = {0};
    struct nadir_dataset *data;
    TEST_OK(nadir_dataset_load(&data, FASHION_MNIST, NADIR_DATASET_TEST));
    const size_t features = data->features;
    float *pixels = test_floats(images * features);
    int32_t *classes = test_ints(images);
    for (size_t i = 0; i < images; i++) {
        if (data->labels[i] != 0 && data->labels[i] != 6) continue;
        for (size_t k = 0; k < features; k++)
            pixels[model.rows * features + k] = (float)data->samples[i * features + k] / 255.0f;
        classes[model.rows++] = data->labels[i] == 6;
    }
    nadir_dataset_destroy(&data);

    TEST_OK(nadir_graph_create(&model.graph, context));
    struct nadir_penalty_params l2 = nadir_penalty_params_default();
    l2.l2 = 0.01f;
    struct nadir_value *x = nadir_graph_input(model.graph, "x", NADIR_F32, 2, (size_t[]){NADIR_BATCH, features});
    struct nadir_value *labels = nadir_graph_input(model.graph, "labels", NADIR_I32, 1, (size_t[]){NADIR_BATCH});
    struct nadir_value *logits = nadir_graph_linear(model.graph, "fc", x, 2);
    struct nadir_value *losses[] = {nadir_graph_cross_entropy(model.graph, "loss", logits, labels),
                                    nadir_graph_penalty(model.graph, "l2", ".weight", &l2)};
    TEST_OK(nadir_graph_initialise(model.graph, 1));
    const struct nadir_tensor start = nadir_arena_parameters(nadir_graph_arena(model.graph));
    TEST_OK(nadir_tensor_zero(context, &start));
    const struct nadir_step_params params = {
        .max_rows = model.rows, .losses = losses, .loss_count = 2, .scalars = losses, .scalar_count = 2, .history = 1};
    TEST_OK(nadir_step_create(&model.step, model.graph, &params));
    struct nadir_tensor input;
    TEST_OK(nadir_step_value(model.step, x, &input));
    TEST_OK(nadir_tensor_upload(context, &input, pixels));
    TEST_OK(nadir_step_value(model.step, labels, &input));
    TEST_OK(nadir_tensor_upload(context, &input, classes));
    return model;
}

static void destroy_regression(struct regression *model)
{
    nadir_step_destroy(&model->step);
    nadir_graph_destroy(&model->graph);
}

/* All that a graph needs to be minimised. */
static enum nadir_status run_regression(void *user, double *loss)
{
    struct regression *model = user;
    float parts[2];
    enum nadir_status status = nadir_step_run(model->step, model->rows);
    if (status == NADIR_OK) status = nadir_step_scalars(model->step, nadir_step_count(model->step) - 1, 1, parts);
    *loss = (double)parts[0] + (double)parts[1];
    model->calls++;
    if (!model->reached && *loss <= model->target) model->reached = model->calls;
    return status;
}

/* --- Against SciPy: its loss to 1e-5 in at most 1.5 times its evaluations. --- */

static const enum nadir_minimize_method methods[] = {NADIR_CONJUGATE_GRADIENT, NADIR_LBFGS};

/* With 1.5 times SciPy's evaluations in all, and counted to where each first came within 1e-5 of SciPy's minimum. */
static void expect_minimum(const struct golden_problem *problem, enum nadir_minimize_method method,
                           const struct nadir_minimize_report *r, unsigned reached)
{
    const struct golden_minimum *golden = method == NADIR_LBFGS ? &problem->lbfgs : &problem->cg;
    char what[256];
    snprintf(what, sizeof what,
             "%s, %s: %.9g (max |g| %.2g) after %zu iterations, %zu evaluations (%s), %u to 1e-5; SciPy %.9g, %u, %u",
             problem->name, method == NADIR_LBFGS ? "L-BFGS" : "CG", r->loss, r->gradient_norm, r->iterations, r->evaluations,
             nadir_minimize_reason_name(r->reason), reached, golden->loss, golden->evaluations, golden->reached);
    puts(what);
    ck_assert_msg(r->loss <= golden->target, "%s: not as low", what);
    ck_assert_msg(2 * r->evaluations <= 3 * golden->evaluations, "%s: too many evaluations", what);
    /* How many conjugate gradient needs depends on rounding, by a third. */
    if (method == NADIR_LBFGS) ck_assert_msg(reached > 0 && 2 * reached <= 3 * golden->reached, "%s: too slow", what);
}

static struct nadir_minimize_params golden_params(const struct golden_problem *problem, enum nadir_minimize_method method)
{
    struct nadir_minimize_params params = nadir_minimize_params_default(method);
    if (method == NADIR_CONJUGATE_GRADIENT) params.loss_tolerance = 0; /* SciPy's has none; float losses stand still by chance */
    params.max_evaluations = 3 * (method == NADIR_LBFGS ? problem->lbfgs : problem->cg).evaluations / 2;
    return params;
}

START_TEST(functions)
{
    static const struct {
        size_t n;
        double (*function)(const struct problem *, const double *, double *);
        float start[2]; /* in turns */
    } rows[] = {{2, rosenbrock, {-1.2f, 1}}, {10, rosenbrock, {-1.2f, 1}}, {100, quadratic, {0, 0}}};
    struct nadir_context *context = test_walk(_i);
    for (int p = 0; p < 3; p++)
        for (int m = 0; m < 2; m++) {
            float start[MAX_N];
            for (size_t i = 0; i < rows[p].n; i++) start[i] = rows[p].start[i % 2];
            struct problem problem = make_problem(context, rows[p].n, rows[p].function, start);
            const struct nadir_minimize_params params = golden_params(&golden_minima[p], methods[m]);
            problem.target = (methods[m] == NADIR_LBFGS ? golden_minima[p].lbfgs : golden_minima[p].cg).target;
            const struct nadir_minimize_report r = run(&problem, &params);
            expect_minimum(&golden_minima[p], methods[m], &r, problem.reached);
            nadir_arena_destroy(&problem.arena);
            test_reset();
        }
}
END_TEST

/* A graph whose losses are float32, on real data. */
START_TEST(regression_on_images)
{
    const struct golden_problem *golden = &golden_minima[3];
    struct nadir_context *context = test_walk(_i);
    FILE *found = fopen(FASHION_MNIST "/t10k-images-idx3-ubyte.gz", "rb");
    if (!found && !getenv("NADIR_REQUIRE_DEVICE")) {
        puts("NOT RUN: regression_on_images needs " FASHION_MNIST " (apt install dataset-fashion-mnist)");
        return;
    }
    if (found) fclose(found);
    for (int m = 0; m < 2; m++) {
        struct regression model = make_regression(context, test_small() ? 100 : 2000);
        struct nadir_minimize_params params = golden_params(golden, methods[m]);
        model.target = (methods[m] == NADIR_LBFGS ? golden->lbfgs : golden->cg).target;
        if (test_small()) params.max_iterations = 2;
        struct nadir_minimize_report r;
        TEST_OK(nadir_minimize(context, nadir_graph_arena(model.graph), &params, run_regression, &model, &r));
        if (test_small()) {
            ck_assert_double_lt(r.loss, 0.9 * r.first_loss);
        } else {
            expect_minimum(golden, methods[m], &r, model.reached);
            ck_assert_double_eq_tol(r.loss, golden_scikit_learn, 1e-5 * golden_scikit_learn);
        }
        /* The same without a closure of one's own. */
        const struct nadir_tensor p = nadir_arena_parameters(nadir_graph_arena(model.graph));
        struct nadir_minimize_report again;
        TEST_OK(nadir_tensor_zero(context, &p));
        TEST_OK(nadir_step_minimize(model.step, model.rows, &params, NULL, &again));
        ck_assert_uint_eq(again.evaluations, r.evaluations);
        ck_assert_double_eq(again.loss, r.loss);
        destroy_regression(&model);
        test_reset();
    }
}
END_TEST

/* --- Gradient descent. --- */

START_TEST(fixed_steps)
{
    enum { N = 9, STEPS = 20 };
    const float start[N] = {1, -2, 3, -4, 5, -6, 7, -8, 9};
    struct nadir_context *context = test_walk(_i);
    struct problem problem = make_problem(context, N, bowl, start);
    struct nadir_minimize_params params = nadir_minimize_params_default(NADIR_GRADIENT_DESCENT);
    params.line_search = false, params.lr = 0.5, params.max_iterations = STEPS;
    params.gradient_tolerance = params.loss_tolerance = params.step_tolerance = 0;
    const struct nadir_minimize_report r = run(&problem, &params);
    expect_reason(&r, NADIR_MINIMIZE_ITERATIONS);
    ck_assert_uint_eq(r.iterations, STEPS);
    ck_assert_uint_eq(r.evaluations, STEPS + 1);
    float x[MAX_N];
    double want[N], bound[N];
    for (int i = 0; i < N; i++) {
        want[i] = (double)start[i] * pow(1 - 0.5 * (i + 1) / 8, STEPS);
        /* each step rounds gradient and result */
        bound[i] = 2 * STEPS * 0x1p-24 * fabs(want[i]);
    }
    test_expect_within("closed form", fetch(&problem, x), want, bound, N);
    ck_assert_double_eq(r.loss, problem.lowest);
    nadir_arena_destroy(&problem.arena);

    /* Too long: the loss grows, the start is the best point. */
    problem = make_problem(context, N, bowl, start);
    params.lr = 3, params.max_iterations = 5;
    const struct nadir_minimize_report diverged = run(&problem, &params);
    expect_reason(&diverged, NADIR_MINIMIZE_ITERATIONS);
    ck_assert_uint_eq(diverged.evaluations, 6);
    ck_assert_double_eq(diverged.loss, diverged.first_loss);
    expect_start(&problem, start);
    nadir_arena_destroy(&problem.arena);

    /* Down, then up: the best point lies between. k = 1 .. 9 eighths, lr = 1.85: 9 / 8 grows by 1.08 a step. */
    problem = make_problem(context, N, bowl, start);
    params.lr = 1.85, params.max_iterations = 30;
    const struct nadir_minimize_report between = run(&problem, &params);
    ck_assert_double_lt(between.loss, between.first_loss);
    ck_assert_double_eq(between.loss, problem.lowest);
    test_expect_bits("the best point", fetch(&problem, x), problem.lowest_x, N);
    nadir_arena_destroy(&problem.arena);
}
END_TEST

/* --- Every method. --- */

START_TEST(every_method)
{
    enum { N = 20 };
    float start[N], ones[N], x[MAX_N], again[MAX_N];
    struct nadir_context *context = test_walk(_i);
    for (int i = 0; i < N; i++) start[i] = (float)(i % 5) - 1.5f, ones[i] = 1;
    for (int m = test_small() ? NADIR_LBFGS : NADIR_GRADIENT_DESCENT; m <= NADIR_LBFGS; m++) {
        struct nadir_minimize_params params = nadir_minimize_params_default(m);
        params.loss_tolerance = params.step_tolerance = 0;
        params.max_evaluations = 500;

        /* Down to the tolerance of the gradient; the same bits again. */
        struct problem problem = make_problem(context, N, bowl, start);
        const struct nadir_minimize_report r = run(&problem, &params);
        expect_reason(&r, NADIR_MINIMIZE_GRADIENT);
        ck_assert_double_le(r.gradient_norm, 1e-5);
        fetch(&problem, x);
        nadir_arena_destroy(&problem.arena);
        problem = make_problem(context, N, bowl, start);
        const struct nadir_minimize_report twice = run(&problem, &params);
        test_expect_bits("again", fetch(&problem, again), x, N);
        ck_assert_uint_eq(twice.evaluations, r.evaluations);

        /* There already: one evaluation, nothing moves. */
        problem.calls = 0;
        const struct nadir_minimize_report there = run(&problem, &params);
        expect_reason(&there, NADIR_MINIMIZE_GRADIENT);
        ck_assert_uint_eq(there.evaluations, 1);
        ck_assert_uint_eq(there.iterations, 0);
        test_expect_bits("at the minimum", fetch(&problem, again), x, N);
        nadir_arena_destroy(&problem.arena);

        /* Tolerances of loss and step. */
        problem = make_problem(context, N, bowl, start);
        params.loss_tolerance = 0.01;
        const struct nadir_minimize_report loss = run(&problem, &params);
        expect_reason(&loss, NADIR_MINIMIZE_LOSS);
        ck_assert_double_gt(loss.gradient_norm, 1e-5);
        nadir_arena_destroy(&problem.arena);
        problem = make_problem(context, N, bowl, start);
        params.loss_tolerance = 0, params.step_tolerance = 0.05;
        const struct nadir_minimize_report step = run(&problem, &params);
        expect_reason(&step, NADIR_MINIMIZE_STEP);
        ck_assert_double_gt(step.gradient_norm, 1e-5);
        ck_assert_uint_gt(step.iterations, 1);
        nadir_arena_destroy(&problem.arena);
        params.step_tolerance = 0;

        /* Limits; the callback sees every iteration and can stop. */
        static const size_t limits[] = {0, 1, 3};
        for (int k = 0; k < 3; k++) {
            problem = make_problem(context, N, bowl, start);
            params.max_iterations = limits[k], params.progress = count_progress;
            const struct nadir_minimize_report few = run(&problem, &params);
            expect_reason(&few, NADIR_MINIMIZE_ITERATIONS);
            ck_assert_uint_eq(few.iterations, limits[k]);
            ck_assert_uint_eq(problem.progress_calls, limits[k]);
            if (limits[k] == 0) expect_start(&problem, start);
            nadir_arena_destroy(&problem.arena);
        }
        params.max_iterations = 1000;
        problem = make_problem(context, N, bowl, start);
        problem.stop_after = 2;
        const struct nadir_minimize_report stopped = run(&problem, &params);
        expect_reason(&stopped, NADIR_MINIMIZE_STOPPED);
        ck_assert_uint_eq(stopped.iterations, 2);
        nadir_arena_destroy(&problem.arena);
        params.progress = NULL;
        for (size_t evaluations = 1; evaluations <= 6; evaluations++) {
            problem = make_problem(context, 2, rosenbrock, start);
            params.max_evaluations = evaluations;
            const struct nadir_minimize_report few = run(&problem, &params);
            expect_reason(&few, NADIR_MINIMIZE_EVALUATIONS);
            ck_assert_uint_eq(few.evaluations, evaluations);
            ck_assert_double_eq(few.loss, problem.lowest);
            nadir_arena_destroy(&problem.arena);
        }
        params.max_evaluations = 500;

        /* A loss that is NaN for negative x: steps that go there are too long. */
        problem = make_problem(context, 3, barrier, ones);
        const struct nadir_minimize_report behind = run(&problem, &params);
        ck_assert_double_eq_tol(behind.loss, 3 * (1 + log(1000)), 1e-5);
        nadir_arena_destroy(&problem.arena);

        /* A gradient of the wrong sign: the loss only grows along -g. */
        problem = make_problem(context, N, bowl, start);
        problem.uphill = true;
        const struct nadir_minimize_report wrong = run(&problem, &params);
        expect_reason(&wrong, NADIR_MINIMIZE_LINE_SEARCH);
        ck_assert_uint_eq(wrong.iterations, 0);
        ck_assert_uint_le(wrong.evaluations, 32);
        expect_start(&problem, start);
        nadir_arena_destroy(&problem.arena);
        test_reset();
    }
}
END_TEST

/* Losses that differ by less than float32 tells: slopes decide, and the gradient still gets to its tolerance. */
START_TEST(noise)
{
    enum { N = 20 };
    float start[N];
    struct nadir_context *context = test_walk(_i);
    for (int i = 0; i < N; i++) start[i] = (float)(i % 5) - 1.5f;
    for (int m = 0; m < 2; m++) {
        struct problem problem = make_problem(context, N, flat_bowl, start);
        struct nadir_minimize_params params = nadir_minimize_params_default(methods[m]);
        params.loss_tolerance = params.step_tolerance = 0;
        params.max_evaluations = 200;
        const struct nadir_minimize_report r = run(&problem, &params);
        expect_reason(&r, NADIR_MINIMIZE_GRADIENT);
        ck_assert_double_eq(r.loss, 1000);
        nadir_arena_destroy(&problem.arena);

        /* With the tolerance of the loss it stops where the loss does. */
        problem = make_problem(context, N, flat_bowl, start);
        params = nadir_minimize_params_default(methods[m]);
        const struct nadir_minimize_report level = run(&problem, &params);
        expect_reason(&level, NADIR_MINIMIZE_LOSS);
        ck_assert_double_eq(level.loss, 1000);
        ck_assert_uint_lt(level.evaluations, r.evaluations);
        nadir_arena_destroy(&problem.arena);
        test_reset();
    }
}
END_TEST

/* A line search without a finite value: back to its start, and on along the gradient. */
START_TEST(second_try)
{
    enum { N = 20 };
    float start[N];
    struct nadir_context *context = test_walk(_i);
    for (int i = 0; i < N; i++) start[i] = (float)(i % 5) - 1.5f;
    struct problem problem = make_problem(context, N, bowl, start);
    struct nadir_minimize_params params = nadir_minimize_params_default(NADIR_LBFGS);
    params.loss_tolerance = params.step_tolerance = 0;
    params.max_evaluations = 60;
    problem.bad_from = 10, problem.bad_to = 19; /* a line search gives up after 10 */
    const struct nadir_minimize_report r = run(&problem, &params);
    expect_reason(&r, NADIR_MINIMIZE_GRADIENT);
    nadir_arena_destroy(&problem.arena);
}
END_TEST

/* NaN in loss or gradient, or a closure that fails, from an evaluation on: the best point before it comes back. */
START_TEST(failing_closures)
{
    enum { N = 20 };
    float start[N], x[MAX_N];
    double bowl_loss = 0;
    struct nadir_context *context = test_walk(_i);
    for (int i = 0; i < N; i++) {
        start[i] = (float)(i % 5) - 1.5f;
        bowl_loss += (i + 1) / 16.0 * (double)start[i] * (double)start[i];
    }
    for (int m = NADIR_GRADIENT_DESCENT; m <= (test_small() ? NADIR_GRADIENT_DESCENT : NADIR_LBFGS); m++)
        for (int line_search = 0; line_search < 2; line_search++)
            for (unsigned from = 1; from <= 4; from += 3)
                for (int kind = 0; kind < 3; kind++) {
                    struct nadir_minimize_params params = nadir_minimize_params_default(m);
                    params.line_search = line_search, params.lr = 0.5;
                    struct problem problem = make_problem(context, N, bowl, start);
                    problem.bad_from = from, problem.bad_gradient = kind == 1;
                    if (kind < 2) {
                        const struct nadir_minimize_report r = run(&problem, &params);
                        expect_reason(&r, NADIR_MINIMIZE_NOT_FINITE);
                        ck_assert_uint_ge(r.evaluations, from);
                        if (!line_search) ck_assert_uint_eq(r.evaluations, from);
                        if (from == 1) ck_assert_uint_eq(r.evaluations, 1);
                    } else {
                        struct nadir_minimize_report r;
                        problem.bad_from = 0, problem.broken_from = from;
                        ck_assert_int_eq(nadir_minimize(context, problem.arena, &params, evaluate, &problem, &r),
                                         NADIR_ERROR_DATA);
                        ck_assert_uint_eq(problem.calls, from);
                    }
                    /* A line search that breaks off goes back to where it began. */
                    if (from == 1) expect_start(&problem, start);
                    else if (line_search) ck_assert_double_le(loss_now(&problem), bowl_loss);
                    else test_expect_bits("the best point", fetch(&problem, x), problem.lowest_x, N);
                    nadir_arena_destroy(&problem.arena);
                    test_reset();
                }
}
END_TEST

/* The history: kept shorter than the run, one pair, steps of fixed length. */
START_TEST(histories)
{
    enum { N = 20 };
    float start[N];
    struct nadir_context *context = test_walk(_i);
    for (int i = 0; i < N; i++) start[i] = (float)(i % 5) - 1.5f;
    static const struct {
        size_t history;
        bool line_search;
        size_t most; /* evaluations, half as many again as are taken */
    } rows[] = {{100, true, 35}, {1, true, 45}, {3, true, 45}, {10, false, 32}};
    for (size_t k = test_small() ? 2 : 0; k < sizeof rows / sizeof *rows; k++) {
        struct problem problem = make_problem(context, N, bowl, start);
        struct nadir_minimize_params params = nadir_minimize_params_default(NADIR_LBFGS);
        params.history = rows[k].history, params.line_search = rows[k].line_search;
        params.loss_tolerance = params.step_tolerance = 0;
        params.max_evaluations = rows[k].most;
        const struct nadir_minimize_report r = run(&problem, &params);
        expect_reason(&r, NADIR_MINIMIZE_GRADIENT);
        nadir_arena_destroy(&problem.arena);
        test_reset();
    }
}
END_TEST

START_TEST(refusals)
{
    const float start[4] = {1, 2, 3, 4};
    struct nadir_context *context = test_context();
    struct problem problem = make_problem(context, 4, bowl, start);
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    struct nadir_arena *empty;
    TEST_OK(nadir_arena_create(&empty, context));
    TEST_FAILS(bad, "NULL", nadir_minimize(NULL, problem.arena, NULL, evaluate, &problem, NULL));
    TEST_FAILS(bad, "NULL", nadir_minimize(context, NULL, NULL, evaluate, &problem, NULL));
    TEST_FAILS(bad, "NULL", nadir_minimize(context, problem.arena, NULL, NULL, &problem, NULL));
    TEST_FAILS(bad, "not allocated", nadir_minimize(context, empty, NULL, evaluate, &problem, NULL));
    nadir_arena_destroy(&empty);
#define REFUSED(word, change)                                                                                                  \
    do {                                                                                                                       \
        struct nadir_minimize_params params = nadir_minimize_params_default(NADIR_LBFGS);                                      \
        params.change;                                                                                                         \
        TEST_FAILS(bad, word, nadir_minimize(context, problem.arena, &params, evaluate, &problem, NULL));                      \
    } while (0)
    REFUSED("method = 3", method = (enum nadir_minimize_method)3);
    REFUSED("max_evaluations", max_evaluations = 0);
    REFUSED("lr", lr = 0);
    REFUSED("lr", lr = NAN);
    REFUSED("lr", lr = INFINITY);
    REFUSED("history", history = 0);
    REFUSED("c1", c1 = 0);
    REFUSED("c1", c1 = NAN);
    REFUSED("c1", c1 = 0.95);
    REFUSED("c2", c2 = 1);
    REFUSED("gradient_tolerance", gradient_tolerance = -1);
    REFUSED("gradient_tolerance", gradient_tolerance = NAN);
    REFUSED("loss_tolerance", loss_tolerance = NAN);
    REFUSED("step_tolerance", step_tolerance = -1);
#undef REFUSED
    ck_assert_uint_eq(problem.calls, 0);
    expect_start(&problem, start);

    /* Defaults, and no report. */
    TEST_OK(nadir_minimize(context, problem.arena, NULL, evaluate, &problem, NULL));
    ck_assert_double_lt(loss_now(&problem), 1e-8);
    ck_assert_ptr_null(nadir_minimize_reason_name((enum nadir_minimize_reason)8));
    ck_assert_str_eq(nadir_minimize_reason_name(NADIR_MINIMIZE_LINE_SEARCH), "line search");
    nadir_arena_destroy(&problem.arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("minimize");
    TCase *tcase = test_case(suite, "minimize");
    tcase_add_loop_test(tcase, regression_on_images, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, fixed_steps, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, every_method, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, failing_closures, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, histories, 0, TEST_WALKS);
    tcase_add_test(tcase, refusals);
    if (!test_small()) { /* many launches, but no other kernels */
        tcase_add_loop_test(tcase, functions, 0, TEST_WALKS);
        tcase_add_loop_test(tcase, noise, 0, TEST_WALKS);
        tcase_add_loop_test(tcase, second_try, 0, TEST_WALKS);
    }
    return test_run(suite);
}
