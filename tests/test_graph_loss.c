/* SPDX-License-Identifier: MIT */
/* Every loss, and penalties, as nodes of a graph: held against the same primitives called one by one, which other tests hold
 * against references. */
#include "support.h"

#include "ops/loss_priv.h"

#include <stdio.h>

enum { IN = 5, OUT = 7, FRAMES = 6, SEQUENCES = 3, LABELS = 2 };
static const size_t rows_met[] = {6, 3};

/* A linear layer with a sigmoid behind it for each x of a loss, so that all of them have gradients and are probabilities. */
struct model {
    struct nadir_graph *graph;
    struct nadir_value *samples[3], *x[3], *target, *weight, *sample_weight, *lengths[2], *loss;
};

static struct nadir_value *float_input(struct nadir_graph *graph, const char *name, unsigned rank, const size_t *shape)
{
    return nadir_graph_input(graph, name, NADIR_F32, rank, shape);
}

static struct model build(struct nadir_context *context, enum nadir_loss loss, const struct nadir_loss_params *params)
{
    const struct nadir__loss_row *row = &nadir__losses[loss];
    const bool ctc = loss == NADIR_LOSS_CTC;
    struct model m = {0};
    struct nadir_loss_values values = {.x = {NULL}};
    TEST_OK(nadir_graph_create(&m.graph, context));
    for (int i = 0; i < 3 && row->x[i]; i++) {
        char name[16];
        snprintf(name, sizeof name, "samples%d", i);
        m.samples[i] = ctc ? float_input(m.graph, name, 3, (const size_t[]){FRAMES, SEQUENCES, IN})
                           : float_input(m.graph, name, 2, (const size_t[]){NADIR_BATCH, IN});
        snprintf(name, sizeof name, "layer%d", i);
        struct nadir_value *x = nadir_graph_linear(m.graph, name, m.samples[i], OUT);
        values.x[i] = m.x[i] = nadir_graph_activation(m.graph, NULL, x, NADIR_ACTIVATION_SIGMOID, 0);
    }
    const size_t like_x[] = {NADIR_BATCH, OUT}, sequences[] = {SEQUENCES, LABELS};
    switch (row->target) {
    case ND_TARGET_NONE: break;
    case ND_TARGET_LIKE_X: m.target = float_input(m.graph, "target", 2, like_x); break;
    case ND_TARGET_PER_ROW: m.target = float_input(m.graph, "target", 1, like_x); break;
    case ND_TARGET_LABELS:
    case ND_TARGET_EITHER: m.target = nadir_graph_input(m.graph, "target", NADIR_I32, 1, like_x); break;
    case ND_TARGET_SEQUENCES:
        m.target = nadir_graph_input(m.graph, "target", NADIR_I32, 2, sequences);
        values.input_lengths = m.lengths[0] = nadir_graph_input(m.graph, "input lengths", NADIR_I32, 1, sequences);
        values.target_lengths = m.lengths[1] = nadir_graph_input(m.graph, "target lengths", NADIR_I32, 1, sequences);
        break;
    }
    values.target = m.target;
    if (row->extras & (ND_EXTRA_CLASS_WEIGHT | ND_EXTRA_WEIGHT))
        values.weight = m.weight = float_input(m.graph, "weight", 1, (const size_t[]){OUT});
    if (row->extras & ND_EXTRA_SAMPLE_WEIGHT)
        values.sample_weight = m.sample_weight = float_input(m.graph, "sample weight", 1, like_x);
    m.loss = nadir_graph_loss(m.graph, "loss", loss, &values, params);
    TEST_OK(nadir_graph_initialise(m.graph, 3));
    return m;
}

/* Numbers that suit the target of any loss: labels, probabilities, or signs. */
static void fill(struct nadir_context *context, struct nadir_step *step, const struct nadir_value *value, enum nadir_loss loss,
                 bool target, struct test_random *random)
{
    struct nadir_tensor tensor;
    if (!value) return;
    TEST_OK(nadir_step_value(step, value, &tensor));
    const size_t n = nadir_tensor_count(&tensor);
    const bool signs = loss == NADIR_LOSS_HINGE || loss == NADIR_LOSS_SQUARED_HINGE || loss == NADIR_LOSS_SOFT_MARGIN ||
        loss == NADIR_LOSS_HINGE_EMBEDDING || loss == NADIR_LOSS_MARGIN_RANKING || loss == NADIR_LOSS_COSINE_EMBEDDING;
    if (tensor.dtype == NADIR_I32) {
        int32_t *host = test_ints(n);
        for (size_t i = 0; i < n; i++) host[i] = 1 + (int32_t)(test_word(random) % (OUT - 1));
        TEST_OK(nadir_tensor_upload(context, &tensor, host));
        return;
    }
    float *host = test_random_floats(random, n, target ? 0.1f : 0.5f, target ? 0.9f : 2);
    for (size_t i = 0; i < n && target && signs; i++) host[i] = host[i] < 0.5f ? -1 : 1;
    for (size_t i = 0; i < n && target && loss == NADIR_LOSS_CATEGORICAL_HINGE; i++) host[i] = i % OUT == i / OUT % OUT;
    TEST_OK(nadir_tensor_upload(context, &tensor, host));
}

/* The view of a step's tensor with the rows of a run. */
static struct nadir_tensor value_of(struct nadir_step *step, const struct nadir_value *value, size_t rows, bool batch)
{
    struct nadir_tensor tensor;
    TEST_OK(nadir_step_value(step, value, &tensor));
    if (batch) tensor.shape[0] = rows;
    return tensor;
}

static void matrix_view(struct nadir_tensor *t)
{
    const size_t cols = t->shape[t->rank - 1];
    t->shape[0] = nadir_tensor_count(t) / cols;
    t->shape[1] = cols;
    t->rank = 2;
}

/* The same loss and weight gradients by single calls, bit for bit. */
static void check(struct nadir_context *context, const struct model *m, struct nadir_step *step, enum nadir_loss loss,
                  const struct nadir_loss_params *params, size_t rows, float got_loss)
{
    const bool batch = loss != NADIR_LOSS_CTC;
    struct nadir_tensor samples[3], x[3], target, weight, sample_weight, lengths[2];
    struct nadir_loss_tensors t = {.x = {NULL}};
    struct test_tensor *dx[3] = {NULL}, *loss_out = test_vector(context, 0, 1, NULL);
    struct nadir_arena *arena = nadir_graph_arena(m->graph);
    const size_t *const shape = batch ? (const size_t[]){rows, OUT} : (const size_t[]){FRAMES, SEQUENCES, OUT};
    const size_t matrix_rows = batch ? rows : FRAMES * SEQUENCES;
    for (int i = 0; i < 3 && m->x[i]; i++) {
        samples[i] = value_of(step, m->samples[i], rows, batch);
        matrix_view(&samples[i]);
        const struct nadir_tensor w = nadir_arena_parameter(arena, 2 * (size_t)i);
        const struct nadir_tensor b = nadir_arena_parameter(arena, 2 * (size_t)i + 1);
        struct test_tensor *y = test_matrix(context, 0, matrix_rows, OUT, NULL);
        TEST_OK(nadir_linear_forward(context, &y->tensor, &samples[i], &w, &b, NADIR_ACTIVATION_SIGMOID));
        x[i] = nadir_tensor_view(y->tensor.buffer, y->tensor.offset, NADIR_F32, batch ? 2 : 3, shape);
        dx[i] = test_output(context, NADIR_F32, 0, batch ? 2 : 3, shape);
        t.x[i] = &x[i];
        t.dx[i] = &dx[i]->tensor;
    }
    const struct {
        const struct nadir_value *value;
        struct nadir_tensor *tensor;
        const struct nadir_tensor **place;
        bool batch;
    } others[] = {
        {m->target, &target, &t.target, batch},
        {m->weight, &weight, &t.weight, false},
        {m->sample_weight, &sample_weight, &t.sample_weight, true},
        {m->lengths[0], &lengths[0], &t.input_lengths, false},
        {m->lengths[1], &lengths[1], &t.target_lengths, false},
    };
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        if (!others[i].value) continue;
        *others[i].tensor = value_of(step, others[i].value, rows, others[i].batch);
        *others[i].place = others[i].tensor;
    }
    t.loss = &loss_out->tensor;
    TEST_OK(nadir_loss_compute(context, loss, &t, params));
    char what[80];
    snprintf(what, sizeof what, "%s", nadir_loss_name(loss));
    test_expect_bits(what, &got_loss, test_read(loss_out), 1);
    ck_assert_msg(isfinite(got_loss) && got_loss != 0, "%s: the loss is %g", what, (double)got_loss);
    for (int i = 0; i < 3 && m->x[i]; i++) {
        struct nadir_tensor dy = dx[i]->tensor, y = x[i];
        matrix_view(&dy);
        matrix_view(&y);
        TEST_OK(nadir_activation_backward(context, &dy, &dy, &y, NADIR_ACTIVATION_SIGMOID, 0));
        struct test_tensor *dw = test_matrix(context, 0, OUT, IN, NULL);
        const struct nadir_tensor w = nadir_arena_parameter(arena, 2 * (size_t)i);
        const struct nadir_tensor gradient = nadir_arena_gradient(arena, 2 * (size_t)i);
        TEST_OK(nadir_linear_backward(context, NULL, &dw->tensor, NULL, &dy, &samples[i], &w));
        float got[OUT * IN];
        TEST_OK(nadir_tensor_download(context, &gradient, got));
        snprintf(what, sizeof what, "%s: gradient of weight %d", nadir_loss_name(loss), i);
        test_expect_bits(what, got, test_read(dw), OUT * IN);
    }
}

START_TEST(losses)
{
    struct nadir_context *context = test_walk(_i % TEST_WALKS);
    const enum nadir_loss loss = (enum nadir_loss)(_i / TEST_WALKS);
    struct test_random random = test_seed((uint64_t)_i);
    struct nadir_loss_params params = nadir_loss_params_default(loss);
    struct model m = build(context, loss, &params);
    struct nadir_step *step = NULL;
    TEST_OK(nadir_step_create(&step, m.graph,
                              &(struct nadir_step_params){.max_rows = rows_met[0],
                                                          .losses = &m.loss,
                                                          .loss_count = 1,
                                                          .outputs = &m.loss,
                                                          .output_count = 1,
                                                          .scalars = &m.loss,
                                                          .scalar_count = 1,
                                                          .history = 2}));
    for (int i = 0; i < 3; i++) fill(context, step, m.samples[i], loss, false, &random);
    fill(context, step, m.target, loss, true, &random);
    fill(context, step, m.weight, loss, false, &random);
    fill(context, step, m.sample_weight, loss, false, &random);
    if (m.lengths[0]) {
        static const int32_t lengths[2][SEQUENCES] = {{FRAMES, FRAMES - 1, FRAMES}, {LABELS, 1, LABELS}};
        for (int i = 0; i < 2; i++) {
            const struct nadir_tensor tensor = value_of(step, m.lengths[i], 0, false);
            TEST_OK(nadir_tensor_upload(context, &tensor, lengths[i]));
        }
    }
    for (size_t i = 0; i < 2; i++) {
        float scalar, output;
        TEST_OK(nadir_step_run(step, rows_met[i]));
        TEST_OK(nadir_step_scalars(step, i, 1, &scalar));
        const struct nadir_tensor tensor = value_of(step, m.loss, 0, false);
        TEST_OK(nadir_tensor_download(context, &tensor, &output));
        test_expect_bits("output and scalar", &output, &scalar, 1);
        check(context, &m, step, loss, &params, rows_met[i], scalar);
    }
    nadir_step_destroy(&step);
    nadir_graph_destroy(&m.graph);
    test_reset();
}
END_TEST

/* Weights alone are penalised; the gradient is that of the other loss plus the penalty's. */
START_TEST(penalties)
{
    struct nadir_context *context = test_walk(_i);
    struct test_random random = test_seed(1);
    const struct nadir_penalty_params params = {.l1 = 0.25f, .l2 = 0.5f, .half = true};
    struct model m = build(context, NADIR_LOSS_MSE, NULL);
    struct nadir_value *const penalty = nadir_graph_penalty(m.graph, "penalty", ".weight", &params);
    struct nadir_value *const losses[] = {m.loss, penalty};
    struct nadir_arena *arena = nadir_graph_arena(m.graph);
    float gradients[2][OUT * IN], biases[2][OUT], w[OUT * IN], scalars[2];
    for (size_t count = 1; count <= 2; count++) {
        struct nadir_step *step = NULL;
        TEST_OK(nadir_step_create(
            &step, m.graph,
            &(struct nadir_step_params){
                .max_rows = 4, .losses = losses, .loss_count = count, .scalars = losses, .scalar_count = 2, .history = 1}));
        random = test_seed(1);
        fill(context, step, m.samples[0], NADIR_LOSS_MSE, false, &random);
        fill(context, step, m.target, NADIR_LOSS_MSE, true, &random);
        fill(context, step, m.sample_weight, NADIR_LOSS_MSE, false, &random);
        TEST_OK(nadir_step_run(step, 4));
        TEST_OK(nadir_step_scalars(step, 0, 1, scalars));
        const struct nadir_tensor dw = nadir_arena_gradient(arena, 0), db = nadir_arena_gradient(arena, 1);
        TEST_OK(nadir_tensor_download(context, &dw, gradients[count - 1]));
        TEST_OK(nadir_tensor_download(context, &db, biases[count - 1]));
        nadir_step_destroy(&step);
    }
    const struct nadir_tensor weight = nadir_arena_parameter(arena, 0);
    TEST_OK(nadir_tensor_download(context, &weight, w));
    double value = 0, want[OUT * IN];
    for (size_t i = 0; i < OUT * IN; i++) {
        value += 0.25 * fabs((double)w[i]) + 0.25 * (double)w[i] * (double)w[i];
        want[i] = (double)gradients[0][i] + (w[i] > 0 ? 0.25 : -0.25) + 0.5 * (double)w[i];
    }
    test_expect("penalty", &scalars[1], &value, 1, 0, 1e-6);
    test_expect("gradient", gradients[1], want, OUT * IN, 1e-7, 1e-6);
    test_expect_bits("gradient of the bias", biases[1], biases[0], OUT);
    nadir_graph_destroy(&m.graph);
    test_reset();
}
END_TEST

/* The fused linear layer and cross-entropy behind another layer: the same training as of the two apart. */
START_TEST(linear_cross_entropy)
{
    enum { HIDDEN = 6, ROWS = 150, PARAMETERS = HIDDEN * IN + HIDDEN + OUT * HIDDEN + OUT };
    struct nadir_context *context = test_walk(_i);
    struct nadir_loss_params params = nadir_loss_params_default(NADIR_LOSS_CROSS_ENTROPY);
    params.label_smoothing = 0.25f;
    float losses[2], gradients[2][PARAMETERS];
    const size_t rows = test_small() ? 130 : ROWS;
    for (int fused = 0; fused < 2; fused++) {
        struct nadir_graph *graph = NULL;
        struct nadir_step *step = NULL;
        struct nadir_tensor tensor;
        struct test_random random = test_seed(5);
        TEST_OK(nadir_graph_create(&graph, context));
        struct nadir_value *samples = float_input(graph, "samples", 2, (const size_t[]){NADIR_BATCH, IN});
        struct nadir_value *labels = nadir_graph_input(graph, "labels", NADIR_I32, 1, (const size_t[]){NADIR_BATCH});
        struct nadir_value *hidden = nadir_graph_linear(graph, "first", samples, HIDDEN);
        hidden = nadir_graph_activation(graph, NULL, hidden, NADIR_ACTIVATION_RELU, 0);
        struct nadir_loss_values values = {.x = {hidden}, .target = labels};
        if (!fused) values.x[0] = nadir_graph_linear(graph, "second", hidden, OUT);
        struct nadir_value *loss = fused ? nadir_graph_linear_cross_entropy(graph, "second", OUT, &values, &params)
                                         : nadir_graph_loss(graph, "loss", NADIR_LOSS_CROSS_ENTROPY, &values, &params);
        TEST_OK(nadir_graph_initialise(graph, 3));
        TEST_OK(nadir_step_create(
            &step, graph,
            &(struct nadir_step_params){
                .max_rows = rows, .losses = &loss, .loss_count = 1, .scalars = &loss, .scalar_count = 1, .history = 1}));
        fill(context, step, samples, NADIR_LOSS_CROSS_ENTROPY, false, &random);
        fill(context, step, labels, NADIR_LOSS_CROSS_ENTROPY, true, &random);
        TEST_OK(nadir_step_run(step, rows));
        TEST_OK(nadir_step_scalars(step, 0, 1, &losses[fused]));
        size_t at = 0;
        for (size_t p = 0; p < 4; p++) {
            tensor = nadir_arena_gradient(nadir_graph_arena(graph), p);
            TEST_OK(nadir_tensor_download(context, &tensor, &gradients[fused][at]));
            at += nadir_tensor_count(&tensor);
        }
        nadir_step_destroy(&step);
        nadir_graph_destroy(&graph);
    }
    /* Another order of summation over the parts. */
    const double want = (double)losses[0];
    test_expect("loss", &losses[1], &want, 1, 0, 1e-6);
    test_expect("gradients", gradients[1], test_widen(gradients[0], PARAMETERS), PARAMETERS, 1e-6, 1e-5);
    test_reset();
}
END_TEST

/* Softmax, log-softmax and logsumexp between a layer and a loss: the same bits as by single calls. */
START_TEST(softmaxes)
{
    enum { ROWS = 5 };
    struct nadir_context *context = test_walk(_i);
    const struct nadir_softmax_params params = {.temperature = 2, .masked_row = NADIR_MASKED_ROW_NAN};
    for (int kind = NADIR_SOFTMAX; kind <= NADIR_LOGSUMEXP; kind++) {
        struct test_random random = test_seed(9);
        struct nadir_graph *graph = NULL;
        struct nadir_step *step = NULL;
        struct nadir_tensor samples, target;
        float scalar, got[OUT * IN];
        const unsigned rank = kind == NADIR_LOGSUMEXP ? 1 : 2;
        TEST_OK(nadir_graph_create(&graph, context));
        struct nadir_value *input = float_input(graph, "samples", 2, (const size_t[]){NADIR_BATCH, IN});
        struct nadir_value *wanted = float_input(graph, "target", rank, (const size_t[]){NADIR_BATCH, OUT});
        struct nadir_value *x = nadir_graph_linear(graph, "layer", input, OUT);
        x = nadir_graph_softmax(graph, "softmax", x, (enum nadir_softmax)kind, &params);
        struct nadir_value *loss = nadir_graph_loss(graph, "loss", NADIR_LOSS_MSE,
                                                    &(struct nadir_loss_values){.x = {x}, .target = wanted}, NULL);
        TEST_OK(nadir_graph_initialise(graph, 3));
        TEST_OK(nadir_step_create(
            &step, graph,
            &(struct nadir_step_params){
                .max_rows = ROWS, .losses = &loss, .loss_count = 1, .scalars = &loss, .scalar_count = 1, .history = 1}));
        fill(context, step, input, NADIR_LOSS_MSE, false, &random);
        fill(context, step, wanted, NADIR_LOSS_MSE, true, &random);
        TEST_OK(nadir_step_run(step, ROWS));
        TEST_OK(nadir_step_scalars(step, 0, 1, &scalar));
        TEST_OK(nadir_step_value(step, input, &samples));
        TEST_OK(nadir_step_value(step, wanted, &target));

        struct nadir_arena *arena = nadir_graph_arena(graph);
        const struct nadir_tensor w = nadir_arena_parameter(arena, 0), b = nadir_arena_parameter(arena, 1);
        struct test_tensor *logits = test_matrix(context, 0, ROWS, OUT, NULL), *dx = test_matrix(context, 0, ROWS, OUT, NULL);
        struct test_tensor *y = test_output(context, NADIR_F32, 0, rank, (const size_t[]){ROWS, OUT});
        struct test_tensor *dy = test_output(context, NADIR_F32, 0, rank, (const size_t[]){ROWS, OUT});
        struct test_tensor *value = test_vector(context, 0, 1, NULL), *dw = test_matrix(context, 0, OUT, IN, NULL);
        TEST_OK(nadir_linear_forward(context, &logits->tensor, &samples, &w, &b, NADIR_ACTIVATION_NONE));
        TEST_OK(nadir_softmax_forward(context, &y->tensor, &logits->tensor, (enum nadir_softmax)kind, &params));
        const struct nadir_loss_tensors t = {.x = {&y->tensor}, .target = &target, .loss = &value->tensor, .dx = {&dy->tensor}};
        TEST_OK(nadir_loss_compute(context, NADIR_LOSS_MSE, &t, NULL));
        const struct nadir_tensor *saved = kind == NADIR_LOGSUMEXP ? &logits->tensor : &y->tensor;
        TEST_OK(nadir_softmax_backward(context, &dx->tensor, &dy->tensor, saved, (enum nadir_softmax)kind, &params));
        TEST_OK(nadir_linear_backward(context, NULL, &dw->tensor, NULL, &dx->tensor, &samples, &w));
        const struct nadir_tensor gradient = nadir_arena_gradient(arena, 0);
        TEST_OK(nadir_tensor_download(context, &gradient, got));
        test_expect_bits(nadir_softmax_name((enum nadir_softmax)kind), &scalar, test_read(value), 1);
        test_expect_bits(nadir_softmax_name((enum nadir_softmax)kind), got, test_read(dw), OUT * IN);
        nadir_step_destroy(&step);
        nadir_graph_destroy(&graph);
        test_reset();
    }
}
END_TEST

/* Builder errors name the node and what is wrong. */
START_TEST(errors)
{
    static const struct {
        enum nadir_loss loss;
        bool target, weight;
        enum nadir_reduction reduction;
        float delta;
        const char *text;
    } rows[] = {
        {NADIR_LOSS_HUBER, true, false, NADIR_REDUCTION_NONE, 1, "reduction none"},
        {NADIR_LOSS_HUBER, true, false, NADIR_REDUCTION_SUM, 0, "delta = 0"},
        {NADIR_LOSS_HUBER, false, false, NADIR_REDUCTION_SUM, 1, "target is NULL"},
        {NADIR_LOSS_HUBER, true, true, NADIR_REDUCTION_SUM, 1, "huber takes no weight"},
        {NADIR_LOSS_NLL, true, false, NADIR_REDUCTION_SUM, 1, "int32 is needed"},
        {NADIR_LOSS_GAUSSIAN_NLL, true, false, NADIR_REDUCTION_SUM, 1, "var is NULL"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct nadir_graph *graph = NULL;
        TEST_OK(nadir_graph_create(&graph, test_context()));
        const size_t shape[] = {NADIR_BATCH, OUT};
        struct nadir_value *x = float_input(graph, "x", 2, shape), *t = float_input(graph, "t", 2, shape);
        struct nadir_loss_params params = nadir_loss_params_default(rows[i].loss);
        params.reduction = rows[i].reduction;
        params.delta = rows[i].delta;
        const struct nadir_loss_values values = {
            .x = {x}, .target = rows[i].target ? t : NULL, .weight = rows[i].weight ? t : NULL};
        ck_assert_ptr_null(nadir_graph_loss(graph, "final", rows[i].loss, &values, &params));
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, rows[i].text, nadir_graph_status(graph));
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "final", nadir_graph_status(graph));
        nadir_graph_destroy(&graph);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("graph_loss");
    TCase *tc = test_case(suite, "losses");
    tcase_add_loop_test(tc, losses, 0, NADIR_LOSS_COUNT * TEST_WALKS);
    tcase_add_loop_test(tc, softmaxes, 0, TEST_WALKS);
    tcase_add_loop_test(tc, penalties, 0, TEST_WALKS);
    tcase_add_loop_test(tc, linear_cross_entropy, 0, TEST_WALKS);
    tcase_add_test(tc, errors);
    return test_run(suite);
}
