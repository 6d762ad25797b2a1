/* SPDX-License-Identifier: MIT */
/* Optimizers over an arena: each step against the formulas in double, whole trajectories against PyTorch. */
#include "support.h"

#include "golden/optimizer.h"
#include "ref/ref.h"

#include <stdio.h>

#define U 0x1p-24 /* unit roundoff of float */

/* An arena of float vectors, filled with random parameters. */
struct model {
    struct nadir_arena *arena;
    struct nadir_optimizer *optimizer;
    size_t total; /* elements, padding included */
};

static struct model make_model(struct nadir_context *context, const size_t *sizes, size_t count, struct test_random *random)
{
    struct model model = {0};
    TEST_OK(nadir_arena_create(&model.arena, context));
    for (size_t i = 0; i < count; i++) {
        char name[32];
        snprintf(name, sizeof name, "t%zu.weight", i);
        TEST_OK(nadir_arena_add(model.arena, name, 1, &sizes[i], NULL));
    }
    TEST_OK(nadir_arena_allocate(model.arena));
    for (size_t i = 0; i < count; i++) {
        const struct nadir_tensor p = nadir_arena_parameter(model.arena, i);
        TEST_OK(nadir_tensor_upload(context, &p, test_random_floats(random, sizes[i], -2, 2)));
    }
    const struct nadir_tensor all = nadir_arena_parameters(model.arena);
    model.total = nadir_tensor_count(&all);
    return model;
}

static void destroy_model(struct model *model)
{
    nadir_optimizer_destroy(&model->optimizer);
    nadir_arena_destroy(&model->arena);
}

static float *fetch(struct nadir_context *context, struct nadir_tensor tensor)
{
    float *host = test_floats(nadir_tensor_count(&tensor));
    TEST_OK(nadir_tensor_download(context, &tensor, host));
    return host;
}

/* For each element of the arena whether it belongs to a tensor. */
static bool *find_padding(const struct model *model)
{
    bool *padding = test_alloc(model->total, sizeof *padding);
    const size_t base = nadir_arena_parameters(model->arena).offset;
    for (size_t i = 0; i < model->total; i++) padding[i] = true;
    for (size_t t = 0; t < nadir_arena_tensor_count(model->arena); t++) {
        const struct nadir_tensor p = nadir_arena_parameter(model->arena, t);
        for (size_t i = 0; i < nadir_tensor_count(&p); i++) padding[p.offset - base + i] = false;
    }
    return padding;
}

/* Four steps, each checked from the state that the one before left, so that errors do not add up. */
static void check_steps(struct nadir_context *context, const char *name, const size_t *sizes, size_t count,
                        const struct nadir_optimizer_params *params)
{
    struct test_random random = test_seed(count + sizes[0]);
    struct model model = make_model(context, sizes, count, &random);
    TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, params));
    const size_t n = model.total;
    const bool *padding = find_padding(&model);
    const size_t states = nadir_optimizer_state_count(model.optimizer);
    const struct nadir_tensor parameters = nadir_arena_parameters(model.arena);
    const struct nadir_tensor gradients = nadir_arena_gradients(model.arena);
    double lr = params->lr;
    for (unsigned t = 1; t <= 4; t++) {
        float *g = test_random_floats(&random, n, -1, 1);
        for (size_t i = 0; i < n; i++) g[i] = padding[i] ? 0 : i % 11 == 5 ? 1e-7f * g[i] : i % 13 == 7 ? 300 * g[i] : g[i];
        TEST_OK(nadir_tensor_upload(context, &gradients, g));
        const float *before = fetch(context, parameters);
        double *p = test_widen(before, n), *wide_g = test_widen(g, n), *bound = test_doubles(n), *state[2] = {NULL, NULL};
        double *state_bound[2] = {test_doubles(n), test_doubles(n)};
        for (size_t s = 0; s < states; s++) state[s] = test_widen(fetch(context, nadir_optimizer_state(model.optimizer, s)), n);
        if (t == 3) {
            lr *= 0.25;
            TEST_OK(nadir_optimizer_set_lr(model.optimizer, lr));
        }
        for (size_t i = 0; i < n; i++) { /* a few roundings of what goes in, for v of g^2 */
            if (states > 0) state_bound[0][i] = 4 * U * (fabs(state[0][i]) + fabs(wide_g[i])) + 1e-37;
            if (states > 1) state_bound[1][i] = 4 * U * (state[1][i] + wide_g[i] * wide_g[i]) + 1e-37;
        }
        if (params->rule == NADIR_SGD) ref_sgd(p, wide_g, n, lr);
        else if (params->rule == NADIR_MOMENTUM)
            ref_momentum(p, state[0], wide_g, n, lr, params->momentum, params->dampening, t);
        else ref_adam(p, state[0], state[1], wide_g, n, lr, params->beta1, params->beta2, params->eps, t);
        TEST_OK(nadir_optimizer_step(model.optimizer));
        TEST_OK(nadir_context_finish(context));
        ck_assert_uint_eq(nadir_optimizer_step_count(model.optimizer), t);
        /* One step: an ulp of p, 16 u of the update (sqrt 3, divide 2.5 ulp, a few products), and what the error of the first
         * state makes of it. */
        for (size_t i = 0; i < n; i++) {
            double gain = states > 0 ? lr : 0;
            if (states > 1)
                gain /= (1 - pow(params->beta1, t)) * (sqrt(state[1][i]) / sqrt(1 - pow(params->beta2, t)) + params->eps);
            bound[i] = 2 * U * fabs(p[i]) + 16 * U * fabs(p[i] - (double)before[i]) + gain * state_bound[0][i] + 1e-37;
            if (padding[i]) p[i] = bound[i] = 0;
        }
        char what[96];
        snprintf(what, sizeof what, "%s, step %u: p", name, t);
        test_expect_within(what, fetch(context, parameters), p, bound, n);
        for (size_t s = 0; s < states; s++) {
            snprintf(what, sizeof what, "%s, step %u: %s", name, t, nadir_optimizer_state_name(model.optimizer, s));
            test_expect_within(what, fetch(context, nadir_optimizer_state(model.optimizer, s)), state[s], state_bound[s], n);
        }
        test_expect_bits("the gradient stays", fetch(context, gradients), g, n);
    }
    destroy_model(&model);
    test_reset();
}

static const enum nadir_optimizer_rule rules[] = {NADIR_SGD, NADIR_MOMENTUM, NADIR_ADAM};

START_TEST(steps)
{
    static const size_t one[] = {1}, two[] = {17}, small[] = {1, 15, 16, 17, 255, 256, 257, 1009, 1, 1};
    static const size_t large[] = {16383, 16385, 100003, 7};
    struct nadir_context *context = test_walk(_i);
    for (int r = 0; r < 3; r++) {
        struct nadir_optimizer_params params = nadir_optimizer_params_default(rules[r]);
        params.lr = 0.01;
        const char *name = nadir_optimizer_name(rules[r]);
        check_steps(context, name, one, 1, &params);
        check_steps(context, name, two, 1, &params);
        check_steps(context, name, small, sizeof small / sizeof *small, &params);
        if (!test_small()) check_steps(context, name, large, sizeof large / sizeof *large, &params);
    }
}
END_TEST

/* Zero means zero, and unusual values are used as given. */
START_TEST(hyper_parameters)
{
    static const size_t sizes[] = {33, 5};
    struct nadir_context *context = test_walk(_i);
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_MOMENTUM);
    params.lr = 0.5, params.momentum = 0, params.dampening = 0.25;
    check_steps(context, "momentum 0, dampening 0.25", sizes, 2, &params);
    params.momentum = 1, params.dampening = 1;
    check_steps(context, "momentum 1, dampening 1", sizes, 2, &params);
    params = nadir_optimizer_params_default(NADIR_ADAM);
    params.beta1 = 0, params.beta2 = 0;
    check_steps(context, "betas 0", sizes, 2, &params);
    params.beta1 = 0.5, params.beta2 = 0.99999, params.eps = 1;
    check_steps(context, "beta2 0.99999, eps 1", sizes, 2, &params);
    params.lr = 0;
    check_steps(context, "lr 0", sizes, 2, &params);
    params = nadir_optimizer_params_default(NADIR_ADAM);
    params.eps = 0;
    check_steps(context, "eps 0", sizes, 2, &params);
}
END_TEST

START_TEST(golden)
{
    static const double *const trajectories[] = {optimizer_sgd, optimizer_momentum, optimizer_adam};
    static const double *const states[][2] = {
        {NULL, NULL},
        {optimizer_momentum_momentum_buffer, NULL},
        {optimizer_adam_exp_avg, optimizer_adam_exp_avg_sq},
    };
    const size_t n = OPTIMIZER_ELEMENTS;
    struct nadir_context *context = test_walk(_i);
    for (int r = 0; r < 3; r++) {
        struct nadir_optimizer_params params = nadir_optimizer_params_default(rules[r]);
        if (rules[r] == NADIR_SGD) params.lr = 0.1;
        if (rules[r] == NADIR_MOMENTUM) params.lr = 0.05, params.momentum = 0.9, params.dampening = 0.3;
        if (rules[r] == NADIR_ADAM) params.lr = 0.01;
        struct test_random random = test_seed(1);
        struct model model = make_model(context, &n, 1, &random);
        const struct nadir_tensor p = nadir_arena_parameter(model.arena, 0), g = nadir_arena_gradient(model.arena, 0);
        TEST_OK(nadir_tensor_upload(context, &p, optimizer_start));
        TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, "", &params));
        for (size_t t = 0; t < OPTIMIZER_STEPS; t++) {
            TEST_OK(nadir_tensor_upload(context, &g, optimizer_gradients + t * n));
            TEST_OK(nadir_optimizer_step(model.optimizer));
            char what[64];
            snprintf(what, sizeof what, "%s, after step %zu", nadir_optimizer_name(rules[r]), t + 1);
            /* Up to 25 roundings of p, which is about 2; SGD's steps with gradients of 1e4 are about 1e3. */
            test_expect(what, fetch(context, p), trajectories[r] + t * n, n, 2e-6, 2e-6);
        }
        for (size_t s = 0; s < nadir_optimizer_state_count(model.optimizer); s++) {
            const float *got = fetch(context, nadir_optimizer_state(model.optimizer, s));
            test_expect(nadir_optimizer_state_name(model.optimizer, s), got, states[r][s], n, 1e-9, 2e-6);
        }
        destroy_model(&model);
        test_reset();
    }
}
END_TEST

START_TEST(states_and_names)
{
    struct nadir_context *context = test_context();
    struct test_random random = test_seed(1);
    static const size_t sizes[] = {5, 3};
    static const char *const names[][2] = {{NULL, NULL}, {"momentum_buffer", NULL}, {"exp_avg", "exp_avg_sq"}};
    for (int r = 0; r < 3; r++) {
        struct model model = make_model(context, sizes, 2, &random);
        const struct nadir_optimizer_params params = nadir_optimizer_params_default(rules[r]);
        TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
        ck_assert_uint_eq(nadir_optimizer_state_count(model.optimizer), (size_t)r);
        for (size_t s = 0; s < (size_t)r; s++) {
            ck_assert_str_eq(nadir_optimizer_state_name(model.optimizer, s), names[r][s]);
            const struct nadir_tensor state = nadir_optimizer_state(model.optimizer, s);
            ck_assert_uint_eq(nadir_tensor_count(&state), model.total);
            test_expect("new state", fetch(context, state), test_doubles(model.total), model.total, 0, 0);
        }
        ck_assert_uint_eq(nadir_optimizer_step_count(model.optimizer), 0);
        destroy_model(&model);
        ck_assert_ptr_null(model.optimizer);
        nadir_optimizer_destroy(&model.optimizer);
        enum nadir_optimizer_rule parsed = NADIR_ADAM;
        TEST_OK(nadir_optimizer_parse(&parsed, nadir_optimizer_name(rules[r])));
        ck_assert_int_eq(parsed, rules[r]);
    }
    nadir_optimizer_destroy(NULL);
    ck_assert_str_eq(nadir_optimizer_name(NADIR_SGD), "sgd");
    ck_assert_str_eq(nadir_optimizer_name(NADIR_MOMENTUM), "momentum");
    ck_assert_str_eq(nadir_optimizer_name(NADIR_ADAM), "adam");
    ck_assert_ptr_null(nadir_optimizer_name((enum nadir_optimizer_rule)77));
    enum nadir_optimizer_rule untouched = NADIR_MOMENTUM;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "momentum", nadir_optimizer_parse(&untouched, "adamw"));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "", nadir_optimizer_parse(&untouched, ""));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "", nadir_optimizer_parse(&untouched, "Adam"));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "", nadir_optimizer_parse(&untouched, NULL));
    ck_assert_int_eq(untouched, NADIR_MOMENTUM);
}
END_TEST

/* Two optimizers, each with its part; what belongs to nobody stays. */
START_TEST(parts)
{
    struct nadir_context *context = test_walk(_i);
    struct nadir_arena *arena = NULL;
    static const char *const names[] = {"gen.fc1", "gen.fc2", "dis.fc1", "rest", "gen2"};
    static const size_t sizes[] = {19, 3, 300, 5, 2};
    TEST_OK(nadir_arena_create(&arena, context));
    for (size_t i = 0; i < 5; i++) TEST_OK(nadir_arena_add(arena, names[i], 1, &sizes[i], NULL));
    TEST_OK(nadir_arena_allocate(arena));
    for (size_t i = 0; i < 5; i++) {
        const struct nadir_tensor g = nadir_arena_gradient(arena, i);
        float *ones = test_floats(sizes[i]);
        for (size_t j = 0; j < sizes[i]; j++) ones[j] = 1;
        TEST_OK(nadir_tensor_upload(context, &g, ones));
    }
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_SGD);
    params.lr = 0.5;
    struct nadir_optimizer *generator = NULL, *discriminator = NULL, *bad = NULL;
    TEST_OK(nadir_optimizer_create(&generator, context, arena, "gen.", &params));
    params = nadir_optimizer_params_default(NADIR_ADAM);
    params.lr = 0.25;
    TEST_OK(nadir_optimizer_create(&discriminator, context, arena, "dis", &params));
    TEST_OK(nadir_optimizer_step(generator));
    TEST_OK(nadir_optimizer_step(discriminator));
    TEST_OK(nadir_optimizer_step(discriminator));
    const double want[] = {-0.5, -0.5, -0.5, 0, 0}; /* Adam: lr a step with a constant gradient */
    for (size_t i = 0; i < 5; i++) {
        double *expected = test_doubles(sizes[i]);
        for (size_t j = 0; j < sizes[i]; j++) expected[j] = want[i];
        test_expect(names[i], fetch(context, nadir_arena_parameter(arena, i)), expected, sizes[i], 1e-6, 0);
    }
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "gen", nadir_optimizer_create(&bad, context, arena, "gen", &params));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "nobody", nadir_optimizer_create(&bad, context, arena, "nobody", &params));
    ck_assert_ptr_null(bad);
    nadir_optimizer_destroy(&generator);
    nadir_optimizer_destroy(&discriminator);
    nadir_arena_destroy(&arena);
}
END_TEST

START_TEST(not_finite)
{
    struct nadir_context *context = test_walk(_i);
    for (int r = 0; r < 3; r++) {
        const size_t n = 40;
        struct test_random random = test_seed(1);
        struct model model = make_model(context, &n, 1, &random);
        const struct nadir_optimizer_params params = nadir_optimizer_params_default(rules[r]);
        TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
        float *g = test_random_floats(&random, n, 0.5f, 1);
        g[3] = g[38] = NAN;
        const struct nadir_tensor gradient = nadir_arena_gradient(model.arena, 0);
        TEST_OK(nadir_tensor_upload(context, &gradient, g));
        TEST_OK(nadir_optimizer_step(model.optimizer));
        const float *p = fetch(context, nadir_arena_parameter(model.arena, 0));
        for (size_t i = 0; i < n; i++) ck_assert_msg(isnan(p[i]) == (i == 3 || i == 38), "p[%zu] = %g", i, (double)p[i]);
        destroy_model(&model);
    }
}
END_TEST

/* Averages at their ends: beta 0 takes the gradient as it is, however much smaller than the one before; an infinite second
 * moment stops its parameter instead of making it NaN. */
START_TEST(adam_at_its_ends)
{
    struct nadir_context *context = test_walk(_i);
    const size_t n = 20;
    struct test_random random = test_seed(1);
    struct model model = make_model(context, &n, 1, &random);
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAM);
    params.beta1 = params.beta2 = 0;
    params.eps = 1e-8;
    params.lr = 0.5;
    TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
    const struct nadir_tensor gradient = nadir_arena_gradient(model.arena, 0);
    float *g = test_floats(n);
    for (size_t i = 0; i < n; i++) g[i] = i == 7 ? 1e20f : 1;
    TEST_OK(nadir_tensor_upload(context, &gradient, g));
    TEST_OK(nadir_optimizer_step(model.optimizer));
    float *before = test_floats(n);
    memcpy(before, fetch(context, nadir_arena_parameter(model.arena, 0)), n * sizeof *before);
    for (size_t i = 0; i < n; i++) g[i] = 1e-8f;
    TEST_OK(nadir_tensor_upload(context, &gradient, g));
    TEST_OK(nadir_optimizer_step(model.optimizer));
    const float *after = fetch(context, nadir_arena_parameter(model.arena, 0));
    for (size_t i = 0; i < n; i++) {
        const double want = i == 7 ? 0 : -0.25; /* lr g / (|g| + eps) with g = eps */
        ck_assert_msg(fabs((double)after[i] - (double)before[i] - want) < 1e-6, "p[%zu] moved by %g, want %g", i,
                      (double)after[i] - (double)before[i], want);
    }
    TEST_OK(nadir_optimizer_reset(model.optimizer));
    ck_assert_uint_eq(nadir_optimizer_step_count(model.optimizer), 0);
    const float *state = fetch(context, nadir_optimizer_state(model.optimizer, 0));
    for (size_t i = 0; i < n; i++) ck_assert(state[i] == 0);
    destroy_model(&model);
}
END_TEST

START_TEST(refuses)
{
    struct nadir_context *context = test_context();
    struct test_random random = test_seed(1);
    const size_t n = 4;
    struct model model = make_model(context, &n, 1, &random);
    struct nadir_optimizer *bad = NULL;
    static const struct {
        enum nadir_optimizer_rule rule;
        size_t field;
        double value;
        const char *name;
    } rows[] = {
        {NADIR_SGD, offsetof(struct nadir_optimizer_params, lr), -1e-9, "lr"},
        {NADIR_SGD, offsetof(struct nadir_optimizer_params, lr), NAN, "lr"},
        {NADIR_ADAM, offsetof(struct nadir_optimizer_params, lr), INFINITY, "lr"},
        {NADIR_MOMENTUM, offsetof(struct nadir_optimizer_params, momentum), -0.1, "momentum"},
        {NADIR_MOMENTUM, offsetof(struct nadir_optimizer_params, momentum), 1.1, "momentum"},
        {NADIR_MOMENTUM, offsetof(struct nadir_optimizer_params, momentum), NAN, "momentum"},
        {NADIR_MOMENTUM, offsetof(struct nadir_optimizer_params, dampening), 1.1, "dampening"},
        {NADIR_ADAM, offsetof(struct nadir_optimizer_params, beta1), 1, "beta1"},
        {NADIR_ADAM, offsetof(struct nadir_optimizer_params, beta1), -0.1, "beta1"},
        {NADIR_ADAM, offsetof(struct nadir_optimizer_params, beta2), 1, "beta2"},
        {NADIR_ADAM, offsetof(struct nadir_optimizer_params, beta2), NAN, "beta2"},
        {NADIR_ADAM, offsetof(struct nadir_optimizer_params, eps), -1e-8, "eps"},
        {NADIR_ADAM, offsetof(struct nadir_optimizer_params, eps), INFINITY, "eps"},
    };
    const enum nadir_status invalid = NADIR_ERROR_INVALID_ARGUMENT;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct nadir_optimizer_params params = nadir_optimizer_params_default(rows[i].rule);
        memcpy((char *)&params + rows[i].field, &rows[i].value, sizeof(double));
        TEST_FAILS(invalid, rows[i].name, nadir_optimizer_create(&bad, context, model.arena, NULL, &params));
        ck_assert_ptr_null(bad);
    }
    struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAM);
    params.rule = (enum nadir_optimizer_rule)77;
    TEST_FAILS(invalid, "", nadir_optimizer_create(&bad, context, model.arena, NULL, &params));
    params = nadir_optimizer_params_default(NADIR_ADAM);
    TEST_FAILS(invalid, "", nadir_optimizer_create(NULL, context, model.arena, NULL, &params));
    TEST_FAILS(invalid, "", nadir_optimizer_create(&bad, context, NULL, NULL, &params));
    struct nadir_arena *unallocated = NULL;
    TEST_OK(nadir_arena_create(&unallocated, context));
    TEST_OK(nadir_arena_add(unallocated, "w", 1, &n, NULL));
    TEST_FAILS(invalid, "", nadir_optimizer_create(&bad, context, unallocated, NULL, &params));
    nadir_arena_destroy(&unallocated);

    TEST_OK(nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params));
    TEST_FAILS(invalid, "lr", nadir_optimizer_set_lr(model.optimizer, -1));
    TEST_FAILS(invalid, "lr", nadir_optimizer_set_lr(model.optimizer, NAN));
    TEST_FAILS(invalid, "lr", nadir_optimizer_set_lr(model.optimizer, INFINITY));
    TEST_OK(nadir_optimizer_set_lr(model.optimizer, 0));
    destroy_model(&model);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("optimizer");
    TCase *tcase = test_case(suite, "optimizer");
    tcase_add_test(tcase, states_and_names);
    tcase_add_test(tcase, refuses);
    tcase_add_loop_test(tcase, steps, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, hyper_parameters, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, golden, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, parts, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, not_finite, 0, TEST_WALKS);
    tcase_add_loop_test(tcase, adam_at_its_ends, 0, TEST_WALKS);
    return test_run(suite);
}
