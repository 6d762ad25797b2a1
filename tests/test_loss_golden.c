/* SPDX-License-Identifier: MIT */
/* Every loss against PyTorch's and Keras's numbers: golden/losses.h. One Check test for each case and walk. */
#include "support.h"

#include "golden/losses.h"

#include <stdio.h>

enum { CASES = sizeof golden_losses / sizeof golden_losses[0] };

/* What l and dl/dx of one prediction may be off by, for |x| up to about 6 and weights up to 3 (u = 2^-24). */
struct tolerance {
    double rtol, atol;           /* of l */
    double gradient_rtol, gradient_atol;
};

static struct tolerance tolerance(enum nadir_loss loss)
{
    switch (loss) {
    case NADIR_LOSS_MSE:
    case NADIR_LOSS_HALF_MSE:
    case NADIR_LOSS_L1:
    case NADIR_LOSS_HUBER:
    case NADIR_LOSS_SMOOTH_L1:
    case NADIR_LOSS_QUANTILE:
        return (struct tolerance){5e-7, 0, 5e-7, 0}; /* a few operations on the rounded difference, without cancellation */
    case NADIR_LOSS_EPSILON_INSENSITIVE:
    case NADIR_LOSS_HINGE:
    case NADIR_LOSS_SQUARED_HINGE:
    case NADIR_LOSS_HINGE_EMBEDDING:
    case NADIR_LOSS_MARGIN_RANKING:
    case NADIR_LOSS_MULTI_MARGIN:
    case NADIR_LOSS_CRAMMER_SINGER:
    case NADIR_LOSS_CATEGORICAL_HINGE:
        return (struct tolerance){5e-7, 1e-6, 5e-7, 1e-6}; /* the same, but a margin is subtracted: 2 u of about 8 */
    case NADIR_LOSS_NLL: return (struct tolerance){5e-7, 0, 5e-7, 0}; /* products */
    case NADIR_LOSS_LOG_COSH: /* from here to soft margin: exp and log1p, 3 ulp each, of terms with one sign */
    case NADIR_LOSS_BCE:
    case NADIR_LOSS_BCE_WITH_LOGITS:
    case NADIR_LOSS_SIGMOID_FOCAL:
    case NADIR_LOSS_FOCAL:
    case NADIR_LOSS_SOFT_MARGIN: return (struct tolerance){2e-6, 1e-7, 2e-6, 1e-7};
    case NADIR_LOSS_POISSON_NLL: return (struct tolerance){5e-7, 5e-6, 2e-6, 1e-6}; /* 4 u of terms up to 20 that cancel */
    case NADIR_LOSS_GAUSSIAN_NLL: return (struct tolerance){1e-6, 1e-6, 2e-6, 2e-6}; /* the same, up to 5 */
    case NADIR_LOSS_KL_DIV: return (struct tolerance){5e-7, 5e-7, 1e-6, 0}; /* 4 u (|p log p| + |p log q|); exp of log_target */
    case NADIR_LOSS_CROSS_ENTROPY:
        return (struct tolerance){1e-6, 4e-6, 2e-6, 1e-6}; /* 4 u (|max| + |lse| + |x[y]| + 1); 1e-6 of probabilities */
    case NADIR_LOSS_COSINE_EMBEDDING:
        return (struct tolerance){0, 1e-6, 2e-6, 1e-6}; /* 6 products over two norms, u each, of a cosine up to 1 */
    case NADIR_LOSS_TRIPLET_MARGIN:
        return (struct tolerance){5e-7, 1e-5, 2e-6, 4e-6}; /* pow, 16 ulp twice, of distances up to 8 that cancel */
    case NADIR_LOSS_CTC: return (struct tolerance){5e-7, 0, 0, 2e-6}; /* rescaled frames: 1e-6 at 100 frames */
    case NADIR_LOSS_COUNT: break;
    }
    return (struct tolerance){0, 0, 0, 0};
}

static size_t count(const struct golden_tensor *tensor)
{
    size_t n = 1;
    for (unsigned i = 0; i < tensor->rank; i++) n *= tensor->shape[i];
    return n;
}

static const struct nadir_tensor *given(struct nadir_context *context, size_t offset, const struct golden_tensor *tensor)
{
    if (!tensor->data) return NULL;
    return &test_input(context, tensor->dtype, offset, tensor->rank, tensor->shape, tensor->data)->tensor;
}

static struct nadir_loss_params options(const struct golden_loss *golden)
{
    struct nadir_loss_params params =
        golden->keras ? nadir_loss_params_keras(golden->loss) : nadir_loss_params_default(golden->loss);
    for (const struct golden_option *option = golden->options; option->type != GOLDEN_END; option++) {
        char *member = (char *)&params + option->offset;
        const float real = (float)option->value;
        const int whole = (int)option->value;
        const bool truth = option->value != 0;
        if (option->type == GOLDEN_REAL) memcpy(member, &real, sizeof real);
        else if (option->type == GOLDEN_INT) memcpy(member, &whole, sizeof whole);
        else memcpy(member, &truth, sizeof truth);
    }
    params.reduction = golden->reduction;
    return params;
}

static void run(struct nadir_context *context, const struct golden_loss *golden, size_t offset)
{
    static const char *const reductions[] = {"mean", "sum", "batchmean", "none"};
    char what[160];
    const int title = snprintf(what, sizeof what - 16, "%s%s %s%s%s", golden->keras ? "keras " : "",
                               nadir_loss_name(golden->loss), golden->note, *golden->note ? " " : "",
                               reductions[golden->reduction]);
    const struct nadir_loss_params params = options(golden);
    const bool none = golden->reduction == NADIR_REDUCTION_NONE;
    const struct golden_tensor *shape = &golden->upstream; /* of l */
    struct test_tensor *loss = none ? test_output(context, NADIR_F32, offset, shape->rank, shape->shape)
                                    : test_output(context, NADIR_F32, offset, 0, NULL);
    struct nadir_loss_tensors tensors = {
        .target = given(context, offset + 1, &golden->target),
        .weight = given(context, offset, &golden->weight),
        .pos_weight = given(context, offset + 2, &golden->pos_weight),
        .sample_weight = given(context, offset, &golden->sample_weight),
        .upstream = given(context, offset + 1, &golden->upstream),
        .input_lengths = given(context, offset, &golden->input_lengths),
        .target_lengths = given(context, offset, &golden->target_lengths),
        .loss = &loss->tensor,
    };
    struct test_tensor *dx[3] = {NULL};
    for (int i = 0; i < 3; i++) {
        if (!golden->x[i].data) continue;
        tensors.x[i] = given(context, offset, &golden->x[i]);
        dx[i] = test_output(context, NADIR_F32, offset + 1, golden->x[i].rank, golden->x[i].shape);
        tensors.dx[i] = &dx[i]->tensor;
    }
    const enum nadir_status status = nadir_loss_compute(context, golden->loss, &tensors, &params);
    ck_assert_msg(status == NADIR_OK, "%s: %s: %s", what, nadir_status_name(status), nadir_last_error()->message);

    /* How often the tolerance of one prediction counts: as many predictions as a sum has; upstream gradients are up to 2, and
     * the weight of one prediction in a mean is at most 4 / n here. */
    const struct tolerance t = tolerance(golden->loss);
    const struct golden_tensor *x = &golden->x[0];
    const double n = golden->loss == NADIR_LOSS_CTC              ? (double)x->shape[1]
                     : golden->loss < NADIR_LOSS_CROSS_ENTROPY ? (double)count(x)
                                                                 : (double)(count(x) / x->shape[x->rank - 1]);
    const bool batch = golden->reduction == NADIR_REDUCTION_BATCHMEAN || params.denominator == NADIR_DENOMINATOR_ROWS;
    const bool sum = golden->reduction == NADIR_REDUCTION_SUM;
    const double times = sum ? n : batch ? n / (double)x->shape[0] : 1;
    const double gradient_times = none ? 2 : sum || batch ? 1 : fmin(1, 4 / n);
    snprintf(what + title, 16, ": loss");
    test_expect(what, test_read(loss), golden->value, none ? count(shape) : 1, t.atol * times, t.rtol);
    for (int i = 0; i < 3; i++) {
        if (!dx[i]) continue;
        snprintf(what + title, 16, ": dx[%d]", i);
        test_expect(what, test_read(dx[i]), golden->gradient[i], count(&golden->x[i]), t.gradient_atol * gradient_times,
                    t.gradient_rtol);
    }
}

/* The cases with one walk behind those with the other; a fourth of them where kernels are interpreted. */
START_TEST(golden)
{
    if (test_small() && _i % 4 != 0) return;
    run(test_walk(_i / CASES), &golden_losses[_i % CASES], (size_t[]){0, 1, 3, 17}[_i % 4]);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("losses against PyTorch and Keras");
    TCase *tcase = test_case(suite, "golden");
    tcase_add_loop_test(tcase, golden, 0, TEST_WALKS * CASES);
    return test_run(suite);
}
