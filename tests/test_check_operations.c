/* SPDX-License-Identifier: MIT */
/* The doctor's examination of operations: its references against those of the tests, every row finds a wrong output, a call
 * that misbehaves is found, training is compared closely. */
#include "support.h"

#include "base/status_priv.h"
#include "check/reference_priv.h"
#include "check/trial_priv.h"
#include "ref/ref.h"
#include "runtime/runtime_priv.h"

#include <stdio.h>

/* Two formulas in double of numbers around 1. */
static void check_near(const char *what, double got, double want, double tolerance)
{
    ck_assert_msg(fabs(got - want) <= tolerance * (1 + fabs(want)), "%s = %.17g, want %.17g", what, got, want);
}

/* --- References against references. --- */

enum { COLS = 7, FRAMES = 6 };

static void draw_all(struct test_random *random, double *x, size_t n, float low, float high)
{
    for (size_t i = 0; i < n; i++) x[i] = (double)test_uniform(random, low, high);
}

/* The value of one l as tests/ref has it, with the same options. */
static double other_loss(const struct nadir__reference_loss *l)
{
    const struct nadir_loss_params *o = l->params;
    double loss = NAN, dx[3 * COLS * FRAMES];
    const double *x = l->x[0], margin = (double)o->margin, p = (double)o->p;
    const int32_t length = (int32_t)l->length, frames = (int32_t)l->frames;
    const struct ref_cross_entropy options = {.weight = l->weight, .ignore_index = INT64_MAX,
                                              .focal = l->loss == NADIR_LOSS_FOCAL,
                                              .probabilities = o->from_probabilities,
                                              .smoothing = (double)o->label_smoothing, .z = (double)o->z_loss,
                                              .alpha = (double)o->alpha, .gamma = (double)o->gamma, .eps = (double)o->eps};
    switch (l->loss) {
    case NADIR_LOSS_CROSS_ENTROPY:
    case NADIR_LOSS_FOCAL: ref_cross_entropy_row(&loss, dx, x, l->target ? NULL : &l->label, l->target, COLS, &options); break;
    case NADIR_LOSS_NLL: ref_nll(&loss, dx, x, &l->label, l->weight, INT32_MIN, 1, COLS); break;
    case NADIR_LOSS_MULTI_MARGIN: ref_multi_margin(&loss, dx, x, &l->label, l->weight, p, margin, 1, COLS); break;
    case NADIR_LOSS_CRAMMER_SINGER: ref_crammer_singer(&loss, dx, x, &l->label, margin, 1, COLS); break;
    case NADIR_LOSS_CATEGORICAL_HINGE: ref_categorical_hinge(&loss, dx, x, l->target, 1, COLS); break;
    case NADIR_LOSS_COSINE_EMBEDDING:
        ref_cosine_embedding(&loss, dx, dx + COLS, x, l->x[1], l->target, margin, 1, COLS);
        break;
    case NADIR_LOSS_TRIPLET_MARGIN:
        ref_triplet_margin(&loss, dx, dx + COLS, dx + 2 * COLS, x, l->x[1], l->x[2], p, margin, (double)o->eps, o->swap, 1,
                           COLS);
        break;
    case NADIR_LOSS_CTC:
        ref_ctc(&loss, dx, x, l->targets, &frames, &length, FRAMES, 1, COLS, l->length, o->blank, o->zero_infinity);
        break;
    default:
        return ref_pointwise(l->loss, o, *x, l->x[1] ? *l->x[1] : 0, *l->target, l->pos_weight ? *l->pos_weight : 1).l;
    }
    return loss;
}

/* Options at random, so that every branch of a formula is taken by some of the points. */
static struct nadir_loss_params random_params(struct test_random *random, enum nadir_loss loss)
{
    struct nadir_loss_params o = nadir_loss_params_default(loss);
    const uint32_t bits = test_word(random);
    o.delta = test_uniform(random, 0.5f, 2), o.beta = test_uniform(random, 0.1f, 2);
    o.quantile = test_uniform(random, 0, 1), o.epsilon = test_uniform(random, 0, 1);
    o.margin = test_uniform(random, -0.5f, 1), o.gamma = test_uniform(random, 0.5f, 3);
    o.alpha = bits & 1 ? -1 : test_uniform(random, 0, 1);
    o.p = bits & 2 ? 2 : 1;
    o.label_smoothing = bits & 4 ? 0.2f : 0;
    o.full = bits & 8, o.log_target = bits & 16, o.swap = bits & 32;
    if (loss == NADIR_LOSS_POISSON_NLL) o.log_input = bits & 64;
    if (loss == NADIR_LOSS_KL_DIV) o.from_probabilities = (bits & 128) && !o.log_target;
    if (loss == NADIR_LOSS_CROSS_ENTROPY) o.from_probabilities = bits & 128;
    if (loss == NADIR_LOSS_BCE || o.from_probabilities) o.eps = bits & 256 ? 0.1f : 0;
    if (loss == NADIR_LOSS_CROSS_ENTROPY && !o.from_probabilities && (bits & 512)) o.z_loss = 0.1f;
    return o;
}

START_TEST(losses)
{
    struct test_random random = test_seed(41);
    double x[3][COLS * FRAMES], target[COLS], weight[COLS];
    for (int loss = 0; loss < NADIR_LOSS_COUNT; loss++)
        for (int i = 0; i < 200; i++) {
            const struct nadir_loss_params params = random_params(&random, (enum nadir_loss)loss);
            struct nadir__reference_loss l = {.loss = (enum nadir_loss)loss, .params = &params, .cols = COLS, .target = target};
            const bool positive = loss == NADIR_LOSS_BCE || params.from_probabilities || !params.log_input;
            const bool sides = (loss >= NADIR_LOSS_HINGE && loss <= NADIR_LOSS_HINGE_EMBEDDING) ||
                loss == NADIR_LOSS_MARGIN_RANKING || loss == NADIR_LOSS_COSINE_EMBEDDING;
            int32_t targets[3];
            for (int k = 0; k < 3; k++) draw_all(&random, x[k], COLS * FRAMES, positive ? 0.02f : -3, positive ? 0.98f : 3);
            if (loss == NADIR_LOSS_GAUSSIAN_NLL) draw_all(&random, x[1], 1, 0.05f, 4);
            draw_all(&random, target, COLS, 0, loss == NADIR_LOSS_POISSON_NLL ? 4 : 1);
            draw_all(&random, weight, COLS, 0.5f, 2);
            if (sides) target[0] = i % 2 ? 1 : -1;
            l.label = (int32_t)(test_word(&random) % COLS);
            for (int k = 0; k < 3; k++) {
                l.x[k] = x[k];
                targets[k] = 1 + (int32_t)(test_word(&random) % (COLS - 1));
            }
            if (loss == NADIR_LOSS_CATEGORICAL_HINGE)
                for (int32_t k = 0; k < COLS; k++) target[k] = k == l.label;
            if (loss >= NADIR_LOSS_FOCAL && loss <= NADIR_LOSS_CRAMMER_SINGER) l.target = NULL;
            if (loss == NADIR_LOSS_CROSS_ENTROPY && i % 2) l.target = NULL;
            if (loss >= NADIR_LOSS_CROSS_ENTROPY && loss <= NADIR_LOSS_MULTI_MARGIN && i % 4 > 1) l.weight = weight;
            if (loss == NADIR_LOSS_BCE_WITH_LOGITS && i % 2) l.pos_weight = weight;
            if (loss == NADIR_LOSS_CTC) l.targets = targets, l.length = (size_t)i % 4, l.frames = FRAMES - (size_t)i % 5;
            const double got = nadir__reference_loss(&l), want = other_loss(&l);
            if (isinf(want)) ck_assert_msg(got == want, "%s: %g, want %g", nadir_loss_name(l.loss), got, want);
            else check_near(nadir_loss_name(l.loss), got, want, 1e-12);
        }
}
END_TEST

START_TEST(activations_and_softmax)
{
    struct test_random random = test_seed(42);
    for (int i = 0; i < 1000; i++) {
        double x[COLS], y[COLS], want[COLS];
        draw_all(&random, x, COLS, -6, 6);
        for (int f = 0; f < NADIR_ACTIVATION_COUNT; f++) {
            ref_activation(want, x, 1, (enum nadir_activation)f, 0.3);
            check_near(nadir_activation_name((enum nadir_activation)f),
                       nadir__reference_activation((enum nadir_activation)f, 0.3, x[0]), want[0], 1e-14);
        }
        for (int s = 0; s <= NADIR_LOGSUMEXP; s++) {
            nadir__reference_softmax(y, x, COLS, (enum nadir_softmax)s, 0.7);
            ref_softmax(want, x, COLS, (enum nadir_softmax)s, 0.7);
            for (int j = 0; j < (s == NADIR_LOGSUMEXP ? 1 : COLS); j++)
                check_near(nadir_softmax_name((enum nadir_softmax)s), y[j], want[j], 1e-13);
        }
    }
}
END_TEST

/* Five steps of every rule, with PyTorch's and Keras's params and with others, on a vector and on matrices. */
START_TEST(rules)
{
    struct test_random random = test_seed(43);
    static const size_t shapes[][2] = {{0, 13}, {4, 7}, {7, 4}};
    enum { N = 28 };
    for (int rule = 0; rule < NADIR_OPTIMIZER_COUNT; rule++)
        for (int i = 0; i < 24; i++) {
            struct nadir_optimizer_params o = i % 2 ? nadir_optimizer_params_keras((enum nadir_optimizer_rule)rule)
                                                    : nadir_optimizer_params_default((enum nadir_optimizer_rule)rule);
            const bool added = rule == NADIR_ADAFACTOR && i % 2; /* Keras's eps, which the doctor does not examine */
            if (added) continue;
            o.lr = 0.05, o.weight_decay = i % 4 > 1 ? 0.1 : 0, o.beta2 = i % 3 ? o.beta2 : 0.5;
            o.amsgrad = i >= 6 && (rule == NADIR_ADAM || rule == NADIR_ADAMW);
            if (i >= 6) o.centered = o.maximize = true, o.lr_decay = 0.5, o.initial_accumulator = 0.1, o.t0 = 1;
            if (i >= 12) o.momentum = 0.5, o.l1 = 0.01, o.clip.value = 0.5, o.muon_adjust = NADIR_MUON_MATCH_RMS;
            /* Two combinations that tests/ref does not have: LARS with nesterov, dampening with lr_in_momentum. */
            if (i >= 18) o.nesterov = rule != NADIR_LARS && !o.nesterov, o.dampening = o.lr_in_momentum ? 0 : 0.25;
            const size_t rows = shapes[i % 3][0], cols = shapes[i % 3][1], n = (rows ? rows : 1) * cols;
            double p[N], other_p[N], g[N], s[4][N] = {{0}}, other_s[4][N] = {{0}}, work[4 * N + 2];
            double carry[2] = {rule == NADIR_NADAM, 0};
            draw_all(&random, p, n, -1, 1);
            memcpy(other_p, p, sizeof p);
            struct nadir__reference_tensor tensor = {.params = &o, .n = n, .rows = rows, .cols = rows ? cols : 0, .p = p,
                                                     .work = work};
            double *others[4] = {NULL};
            for (size_t k = 0; k < 4; k++)
                if (nadir__reference_state_count(&tensor, k) > 0) tensor.s[k] = s[k], others[k] = other_s[k];
            nadir__reference_start(&tensor);
            if (rule == NADIR_SOPHIA) draw_all(&random, s[1], n, 0, 20);
            memcpy(other_s, s, sizeof s);
            for (int t = 1; t <= 5; t++) {
                char what[96];
                draw_all(&random, g, n, -1, 1);
                const struct ref_optimizer other = {&o, t, 1, {carry[0], carry[1]}, 1, rows ? rows : 1, cols};
                nadir__reference_step(&tensor, g, t);
                ref_optimizer_step(other_p, others, g, &other);
                ref_optimizer_advance(carry, &o, t);
                snprintf(what, sizeof what, "%s, params %d, step %d", nadir_optimizer_name(o.rule), i, t);
                for (size_t k = 0; k < n; k++) check_near(what, p[k], other_p[k], 1e-11);
                for (size_t k = 0; k < 4; k++)
                    for (size_t j = 0; j < N; j++) check_near(what, s[k][j], other_s[k][j], 1e-11);
            }
        }
}
END_TEST

START_TEST(codes)
{
    for (int is_signed = 0; is_signed < 2; is_signed++) {
        double got[256], want[256];
        nadir__reference_codes(got, is_signed);
        ref_dynamic_map(want, is_signed);
        for (int i = 0; i < 256; i++) check_near("code", got[i], want[i], 1e-15);
    }
}
END_TEST

/* --- Every row. --- */

struct seen {
    unsigned checks, failures;
    char names[400][64], details[400][256];
    bool failed[400];
    sig_atomic_t stop; /* set behind so many checks */
    unsigned stop_after;
};

static void see(const struct nadir_doctor_finding *finding, void *user)
{
    struct seen *seen = user;
    ck_assert_uint_lt(seen->checks, 400);
    snprintf(seen->names[seen->checks], sizeof seen->names[0], "%s", finding->check);
    snprintf(seen->details[seen->checks], sizeof seen->details[0], "%s", finding->detail);
    seen->failed[seen->checks] = finding->result == NADIR_DOCTOR_FAIL;
    seen->failures += finding->result == NADIR_DOCTOR_FAIL;
    seen->checks++;
    if (seen->checks == seen->stop_after) seen->stop = 1;
}

static struct nadir__doctor make_doctor(struct seen *seen, struct nadir_doctor_summary *summary, bool quick)
{
    struct nadir__doctor doctor = {.device = test_device(), .context = test_context(), .summary = summary,
                                   .params = nadir_doctor_params_default(), .stage = NADIR_DOCTOR_OPERATIONS};
    *seen = (struct seen){0};
    *summary = (struct nadir_doctor_summary){0};
    doctor.params.quick = quick;
    doctor.params.report = see;
    doctor.params.user = seen;
    doctor.params.stop = &seen->stop;
    return doctor;
}

static struct seen seen;

/* Outputs that are right pass, and one element that is off by 3 % fails, in whichever output of whichever row. */
START_TEST(every_row_fails)
{
    struct nadir_doctor_summary summary;
    for (int output = -1; output < 8; output++) {
        const struct nadir__pretence pretence = {output};
        struct nadir__doctor doctor = make_doctor(&seen, &summary, false);
        TEST_OK(nadir__examine_operations(&doctor, &pretence));
        ck_assert_uint_gt(seen.checks, 150);
        for (unsigned i = 0; i < seen.checks; i++)
            ck_assert_msg(seen.failed[i] == (output >= 0), "output %d of %s: %s", output, seen.names[i],
                          seen.failed[i] ? seen.details[i] : "nothing was found");
    }
}
END_TEST

static void check_seen(const char *name)
{
    for (unsigned i = 0; i < seen.checks; i++)
        if (strncmp(seen.names[i], name, strlen(name)) == 0) return;
    ck_abort_msg("nothing examines %s", name);
}

START_TEST(nothing_is_left_out)
{
    struct nadir_doctor_summary summary;
    const struct nadir__pretence pretence = {-1};
    struct nadir__doctor doctor = make_doctor(&seen, &summary, true);
    TEST_OK(nadir__examine_operations(&doctor, &pretence));
    ck_assert_uint_eq(seen.failures, 0);
    for (int i = 0; i < NADIR_LOSS_COUNT; i++) check_seen(nadir_loss_name((enum nadir_loss)i));
    for (int i = 0; i < NADIR_OPTIMIZER_COUNT; i++) check_seen(nadir_optimizer_name((enum nadir_optimizer_rule)i));
    for (int i = 1; i < NADIR_ACTIVATION_COUNT; i++) check_seen(nadir_activation_name((enum nadir_activation)i));
    for (int i = 0; i <= NADIR_LOGSUMEXP; i++) check_seen(nadir_softmax_name((enum nadir_softmax)i));

    doctor = make_doctor(&seen, &summary, true);
    seen.stop_after = 7;
    ck_assert_int_eq(nadir__examine_operations(&doctor, &pretence), NADIR_ERROR_INTERRUPTED);
    ck_assert_uint_eq(seen.checks, 7);
}
END_TEST

/* --- Calls that misbehave, made of writes to the buffers. --- */

enum { COUNT = 33 };
enum crime { NONE, NOT_WRITTEN, BEFORE, BEHIND, INPUT, DIFFERENT, INFINITE, STATUS, SHORT_OF_MEMORY, CRIMES };

static const struct {
    bool fails;
    const char *text; /* in the finding */
} sentences[CRIMES] = {
    [NONE] = {false, ""},
    [NOT_WRITTEN] = {true, "nan (or never written), expected 0 +- 1e-37; 33 of 33 elements are wrong"},
    [BEFORE] = {true, "memory 4 bytes before y was overwritten"},
    [BEHIND] = {true, "memory 0 bytes behind y was overwritten"},
    [INPUT] = {true, "its input x[7] was changed"},
    [DIFFERENT] = {true, "y[8] was 8 in the first run and 8.00000095 in the second one"},
    [INFINITE] = {true, "y[9] = inf, expected 9"},
    [STATUS] = {true, "clFinish failed"},
    [SHORT_OF_MEMORY] = {false, "no memory"},
};

static int runs;

static enum nadir_status prepare_crime(struct nadir__trial *trial, const void *of)
{
    (void)of;
    runs = 0;
    double x[COUNT];
    for (int i = 0; i < COUNT; i++) x[i] = i;
    nadir__trial_input(trial, "x", NADIR_F32, ND_SHAPE(COUNT), x);
    struct nadir__slot *y = nadir__trial_output(trial, "y", NADIR_F32, ND_SHAPE(COUNT));
    for (int i = 0; i < COUNT; i++) y->want[i] = i;
    nadir__trial_bound(y, 0x1p-22, 0);
    return trial->status;
}

static enum nadir_status put(struct nadir__trial *trial, size_t slot, long at, float value)
{
    struct nadir_tensor *tensor = &trial->slots[slot].tensor;
    return clEnqueueWriteBuffer(trial->context->queue, tensor->buffer, CL_TRUE,
                                (size_t)((long)tensor->offset + at) * sizeof value, sizeof value, &value, 0, NULL, NULL) == 0
        ? NADIR_OK
        : NADIR_ERROR_OPENCL;
}

static enum nadir_status run_crime(struct nadir__trial *trial, const void *of)
{
    enum nadir_status status = NADIR_OK;
    const enum crime crime = *(const enum crime *)of;
    for (int i = 0; i < COUNT && crime != NOT_WRITTEN; i++) ND_TRY(put(trial, 1, i, (float)i));
    runs++;
    if (crime == BEFORE) ND_TRY(put(trial, 1, -1, 1));
    if (crime == BEHIND) ND_TRY(put(trial, 1, COUNT, 1));
    if (crime == INPUT) ND_TRY(put(trial, 0, 7, 7.5f));
    if (crime == DIFFERENT && runs == 2) ND_TRY(put(trial, 1, 8, nextafterf(8, 9)));
    if (crime == INFINITE) ND_TRY(put(trial, 1, 9, INFINITY));
    if (crime == STATUS) return nadir__fail_cl(CL_OUT_OF_RESOURCES, "clFinish");
    if (crime == SHORT_OF_MEMORY) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no memory");
out:
    return status;
}

START_TEST(crimes)
{
    static const struct nadir__operation operation = {prepare_crime, run_crime};
    for (int i = 0; i < CRIMES; i++)
        for (int spare = 0; spare < 2; spare++) {
            const enum crime crime = (enum crime)i;
            struct nadir_doctor_summary summary;
            struct nadir__doctor doctor = make_doctor(&seen, &summary, true);
            const struct nadir__examination examination = {.doctor = &doctor, .context = doctor.context, .spare = spare != 0,
                                                           .where = spare ? ", elsewhere" : ""};
            TEST_OK(nadir__examine(&examination, &operation, &crime, "crime %d", i));
            ck_assert_uint_eq(seen.checks, 1);
            ck_assert_str_eq(seen.names[0] + 7, spare ? ", elsewhere" : "");
            ck_assert_msg(strstr(seen.details[0], sentences[i].text) != NULL, "crime %d: %s", i, seen.details[0]);
            ck_assert_int_eq(seen.failed[0], sentences[i].fails && !spare);
            ck_assert_uint_eq(summary.warnings, i == SHORT_OF_MEMORY || (spare && sentences[i].fails));
        }
}
END_TEST

/* --- Training. --- */

/* The bounds are close enough to see a learning rate that is off by 1 %. */
START_TEST(training)
{
    struct nadir_doctor_summary summary;
    struct nadir__doctor doctor = make_doctor(&seen, &summary, true);
    TEST_OK(nadir__examine_training(&doctor, 0));
    for (unsigned i = 0; i < seen.checks; i++)
        ck_assert_msg(!seen.failed[i], "%s: %s", seen.names[i], seen.details[i]);
    ck_assert_uint_eq(seen.checks, 3);
    doctor = make_doctor(&seen, &summary, true);
    TEST_OK(nadir__examine_training(&doctor, 0.01));
    ck_assert(seen.failed[0] && seen.failed[1] && !seen.failed[2]);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("check_operations");
    tcase_add_test(test_case(suite, "losses"), losses);
    tcase_add_test(test_case(suite, "activations and softmax"), activations_and_softmax);
    tcase_add_test(test_case(suite, "rules"), rules);
    tcase_add_test(test_case(suite, "codes"), codes);
    tcase_add_test(test_case(suite, "every row fails"), every_row_fails);
    tcase_add_test(test_case(suite, "nothing is left out"), nothing_is_left_out);
    tcase_add_test(test_case(suite, "crimes"), crimes);
    tcase_add_test(test_case(suite, "training"), training);
    return test_run(suite);
}
