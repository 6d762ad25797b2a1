/* SPDX-License-Identifier: MIT */
/* Every optimizer against 25 steps of PyTorch's and Keras's: golden/optimizers.h. One Check test for each case and walk. */
#include "support.h"

#include "golden/optimizers.h"

#include <stdio.h>

enum { CASES = sizeof golden_optimizers / sizeof golden_optimizers[0] };
enum { DEFAULTS = sizeof golden_defaults / sizeof golden_defaults[0] };
enum { MATRIX = GOLDEN_ROWS * GOLDEN_COLS };

#define U 0x1p-24 /* unit roundoff of float */

static void set(struct nadir_optimizer_params *params, const struct golden_option *option)
{
    void *member = (char *)params + option->offset;
    switch (option->type) {
    case GOLDEN_REAL: *(double *)member = option->value; break;
    case GOLDEN_INT: *(int *)member = (int)option->value; break;
    case GOLDEN_BOOL: *(bool *)member = option->value != 0; break;
    case GOLDEN_LONG: *(uint64_t *)member = (uint64_t)option->value; break;
    case GOLDEN_END: break;
    }
}

static double get(const struct nadir_optimizer_params *params, const struct golden_option *option)
{
    const void *member = (const char *)params + option->offset;
    switch (option->type) {
    case GOLDEN_REAL: return *(const double *)member;
    case GOLDEN_INT: return *(const int *)member;
    case GOLDEN_BOOL: return *(const bool *)member;
    case GOLDEN_LONG: return (double)*(const uint64_t *)member;
    case GOLDEN_END: break;
    }
    return NAN;
}

static struct nadir_optimizer_params preset(enum nadir_optimizer_rule rule, bool keras)
{
    return keras ? nadir_optimizer_params_keras(rule) : nadir_optimizer_params_default(rule);
}

static struct nadir_optimizer_params params_of(const struct golden_optimizer *golden)
{
    struct nadir_optimizer_params params = preset(golden->rule, golden->keras);
    for (const struct golden_option *option = golden->options; option->type != GOLDEN_END; option++) set(&params, option);
    return params;
}

/* --- Bounds. --- */

/* Of a parameter after `step` steps. Each step rounds p by up to u |p|, where updates are constant always to the same side, and
 * has an error of 16 u of its update; the first steps may round once more. Newton-Schulz is off by 1e-5 of an update's norm,
 * which is 2 lr. */
static double parameter_bound(const struct nadir_optimizer_params *params, int step, double start, double p)
{
    const double size = fmax(fabs(start), fabs(p)), matrix = params->rule == NADIR_MUON ? 2e-5 * params->lr * step : 0;
    if (step <= 2) return matrix + step * (2 * U * size + 16 * U * fabs(p - start));
    return matrix + fmax(1e-6, step * U * size) + 16 * U * fabs(p - start);
}

/* Of a state's element. `size`: the largest |g| of that element. */
static double state_bound(const struct nadir_optimizer_params *params, const char *name, double size, double want)
{
    static const char *const copies[] = {"prev", "previous_grad"}; /* of gradients */
    static const char *const averages[] = {"z", "ax", "average"};  /* of parameters */
    static const char *const signed_ones[] = {"momentum_buffer", "exp_avg", "exp_avg_diff", "grad_avg"};
    for (int i = 0; i < 2; i++)
        if (strcmp(name, copies[i]) == 0) return 0;
    for (int i = 0; i < 3; i++)
        if (strcmp(name, averages[i]) == 0) return fmax(1e-6, GOLDEN_STEPS * U * fabs(want));
    /* Sums that may cancel, of gradients with or without 4 weight_decay; RMSProp's, of updates up to 1 / sqrt(1 - alpha). */
    if (params->weight_decay > 0 && params->decay == NADIR_DECAY_L2) size += 4 * params->weight_decay;
    if (params->rule == NADIR_RMSPROP) size = fmax(size, 10 * (params->lr_in_momentum ? params->lr : 1));
    for (int i = 0; i < 4; i++)
        if (strcmp(name, signed_ones[i]) == 0) return 1e-6 * fabs(want) + 4e-7 * size;
    /* Sums of squares, norms and steps do not cancel: u for each of 25 steps. 1 - beta2 from a float beta2 of 0.999 would be
     * off by 1.3e-5. Squares below the least float are 0. */
    return 3e-6 * fabs(want) + 1e-37;
}

/* --- A case. --- */

struct model {
    struct nadir_arena *arena;
    struct nadir_optimizer *optimizer;
};

static void upload(struct nadir_context *context, const struct model *model, bool gradient, const float *values)
{
    for (size_t i = 0; i < 2; i++) {
        const struct nadir_tensor t = gradient ? nadir_arena_gradient(model->arena, i) : nadir_arena_parameter(model->arena, i);
        TEST_OK(nadir_tensor_upload(context, &t, values + (i ? MATRIX : 0)));
    }
}

static const float *parameters(struct nadir_context *context, const struct model *model)
{
    float *values = test_floats(GOLDEN_ELEMENTS);
    for (size_t i = 0; i < 2; i++) {
        const struct nadir_tensor t = nadir_arena_parameter(model->arena, i);
        TEST_OK(nadir_tensor_download(context, &t, values + (i ? MATRIX : 0)));
    }
    return values;
}

static void check_parameters(struct nadir_context *context, const char *what, const struct golden_optimizer *golden,
                             const struct model *model, const double *want, int step)
{
    const struct nadir_optimizer_params params = params_of(golden);
    double bound[GOLDEN_ELEMENTS];
    for (int i = 0; i < GOLDEN_ELEMENTS; i++)
        bound[i] = parameter_bound(&params, step, golden->zero ? 0 : (double)golden_start[i], want[i]);
    test_expect_within(what, parameters(context, model), want, bound, GOLDEN_ELEMENTS);
}

static void check_state(struct nadir_context *context, const char *title, const struct golden_optimizer *golden,
                        const struct model *model, const struct golden_state *state)
{
    const struct nadir_optimizer_params params = params_of(golden);
    char what[192];
    size_t index = 0;
    const size_t count = nadir_optimizer_state_count(model->optimizer);
    while (index < count && strcmp(nadir_optimizer_state_name(model->optimizer, index), state->name) != 0) index++;
    ck_assert_msg(index < count, "%s: no state %s", title, state->name);
    const struct nadir_tensor tensor = nadir_optimizer_state(model->optimizer, index, state->tensor);
    snprintf(what, sizeof what, "%s: %s of tensor %zu", title, state->name, state->tensor);
    ck_assert_msg(tensor.buffer != NULL && tensor.dtype == NADIR_F32, "%s: none, or not float32", what);
    ck_assert_msg(nadir_tensor_count(&tensor) == state->count, "%s has %zu elements instead of %zu", what,
                  nadir_tensor_count(&tensor), state->count);
    float *got = test_floats(state->count);
    double *bound = test_doubles(state->count);
    TEST_OK(nadir_tensor_download(context, &tensor, got));
    for (size_t i = 0; i < state->count; i++) {
        double size = 0;
        for (int step = 0; step < GOLDEN_STEPS; step++)
            size = fmax(size, fabs((double)golden_gradients[step * GOLDEN_ELEMENTS + (state->tensor ? MATRIX : 0) + i]));
        bound[i] = state_bound(&params, state->name, size, state->values[i]);
    }
    test_expect_within(what, got, state->values, bound, state->count);
}

static void run(struct nadir_context *context, const struct golden_optimizer *golden)
{
    static const float zeros[GOLDEN_ELEMENTS];
    char title[128], what[160];
    snprintf(title, sizeof title, "%s %s %s", golden->source, nadir_optimizer_name(golden->rule), golden->note);
    const struct nadir_optimizer_params params = params_of(golden);
    struct model model = {0};
    const size_t shape[] = {golden->tall ? GOLDEN_COLS : GOLDEN_ROWS, golden->tall ? GOLDEN_ROWS : GOLDEN_COLS};
    const size_t length = GOLDEN_VECTOR;
    TEST_OK(nadir_arena_create(&model.arena, context));
    TEST_OK(nadir_arena_add(model.arena, "matrix", 2, shape, NULL));
    TEST_OK(nadir_arena_add(model.arena, "vector", 1, &length, NULL));
    TEST_OK(nadir_arena_allocate(model.arena));
    upload(context, &model, false, golden->zero ? zeros : golden_start);
    const enum nadir_status status = nadir_optimizer_create(&model.optimizer, context, model.arena, NULL, &params);
    ck_assert_msg(status == NADIR_OK, "%s: %s: %s", title, nadir_status_name(status), nadir_last_error()->message);
    for (int step = 1, shown = 0; step <= GOLDEN_STEPS; step++) {
        if (golden->rule == NADIR_SOPHIA && step % 10 == 1) {
            upload(context, &model, true, &golden_gradients[(GOLDEN_STEPS - step) * GOLDEN_ELEMENTS]);
            TEST_OK(nadir_optimizer_curvature(model.optimizer));
        }
        if (step == GOLDEN_LATER && golden->lr_later > 0) TEST_OK(nadir_optimizer_set_lr(model.optimizer, golden->lr_later));
        if (step == GOLDEN_LATER && golden->momentum_later > 0)
            TEST_OK(nadir_optimizer_set_momentum(model.optimizer, golden->momentum_later));
        upload(context, &model, true, &golden_gradients[(step - 1) * GOLDEN_ELEMENTS]);
        TEST_OK(nadir_optimizer_step(model.optimizer));
        if (step != golden_shown[shown]) continue;
        snprintf(what, sizeof what, "%s, step %d", title, step);
        check_parameters(context, what, golden, &model, &golden->p[shown++ * GOLDEN_ELEMENTS], step);
    }
    for (int i = 0; i < 8 && golden->states[i].name; i++) check_state(context, title, golden, &model, &golden->states[i]);

    const float *trained = parameters(context, &model);
    snprintf(what, sizeof what, "%s, evaluated", title);
    TEST_OK(nadir_optimizer_evaluate(model.optimizer));
    check_parameters(context, what, golden, &model,
                     golden->evaluated ? golden->evaluated : &golden->p[(GOLDEN_SHOWN - 1) * GOLDEN_ELEMENTS], GOLDEN_STEPS);
    TEST_OK(nadir_optimizer_train(model.optimizer));
    test_expect_bits(title, parameters(context, &model), trained, GOLDEN_ELEMENTS);
    nadir_optimizer_destroy(&model.optimizer);
    nadir_arena_destroy(&model.arena);
}

/* The cases with one walk behind those with the other; an eighth of them where kernels are interpreted or slow to compile:
 * test_optimizer.c has each rule. */
START_TEST(golden)
{
    if (test_small() && _i % 8 != 0) return;
    run(test_walk(_i / CASES), &golden_optimizers[_i % CASES]);
}
END_TEST

/* The presets hold what the signatures of the frameworks' classes say. */
START_TEST(defaults)
{
    const struct golden_defaults *want = &golden_defaults[_i];
    const struct nadir_optimizer_params params = preset(want->rule, want->keras);
    ck_assert_int_eq(params.rule, want->rule);
    for (const struct golden_option *option = want->options; option->type != GOLDEN_END; option++)
        ck_assert_msg(get(&params, option) == option->value, "%s of %s: the member at byte %zu is %g instead of %g",
                      want->keras ? "Keras's preset" : "the default", nadir_optimizer_name(want->rule), option->offset,
                      get(&params, option), option->value);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("optimizers against PyTorch and Keras");
    tcase_add_loop_test(test_case(suite, "defaults"), defaults, 0, DEFAULTS);
    tcase_add_loop_test(test_case(suite, "golden"), golden, 0, TEST_WALKS * CASES);
    return test_run(suite);
}
