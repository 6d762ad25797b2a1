/* SPDX-License-Identifier: MIT */
/* Examines all losses, and the linear layer fused with cross-entropy. */
#include "reference_priv.h"
#include "trial_priv.h"

#include "base/status_priv.h"
#include "ops/loss_priv.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#define TENSOR(i) (&trial->slots[i].tensor)

/* What inputs and targets are drawn from. */
enum kind {
    REAL,            /* -3 .. 3 */
    POSITIVE,        /* 0.05 .. 4 */
    PROBABILITY,     /* 0.02 .. 0.98 */
    LOG_PROBABILITY, /* -6 .. 0 */
    COUNTS,          /* 0 .. 6 */
    SIDE,            /* -1 or 1 */
    ONE_HOT,         /* rows with one 1 */
    LABELS           /* int32, some of them ignored where the loss ignores */
};

/* A loss with options, written as "delta=0.7 full=1"; names are those of struct nadir_loss_params. */
struct row {
    enum nadir_loss loss;
    const char *options;
    enum kind x, target;
    size_t rows, cols;
    double error; /* of values and gradients in U, relative to the largest */
    enum nadir_dtype dtype;
    enum nadir_reduction reduction;
    bool weight, sample_weight;
    bool full; /* not in a brief examination */
};

#define ELEMENTS(loss_, options_, x_, target_, ...)                                                                            \
    {.loss = loss_, .options = options_, .x = x_, .target = target_, .rows = 7, .cols = 37, .error = __VA_ARGS__}
#define ROWS(loss_, options_, target_, rows_, cols_, ...)                                                                      \
    {.loss = loss_, .options = options_, .target = target_, .rows = rows_, .cols = cols_, .error = __VA_ARGS__}

/* A few exact operations: 8 U. Exponentials, logarithms and powers of up to 16 ulp, and what is computed from them: 32. Sums
 * over a row, whose terms cancel: 64. Kernels of narrow rows (up to 16) differ from those of longer ones. */
static const struct row table[] = {
    ELEMENTS(NADIR_LOSS_MSE, "", REAL, REAL, 8),
    ELEMENTS(NADIR_LOSS_HALF_MSE, "", REAL, REAL, 8),
    ELEMENTS(NADIR_LOSS_L1, "", REAL, REAL, 8),
    ELEMENTS(NADIR_LOSS_HUBER, "delta=0.7", REAL, REAL, 8),
    ELEMENTS(NADIR_LOSS_SMOOTH_L1, "beta=0.4", REAL, REAL, 8),
    ELEMENTS(NADIR_LOSS_LOG_COSH, "", REAL, REAL, 32),
    ELEMENTS(NADIR_LOSS_QUANTILE, "quantile=0.3", REAL, REAL, 8),
    ELEMENTS(NADIR_LOSS_EPSILON_INSENSITIVE, "epsilon=0.2", REAL, REAL, 8),
    ELEMENTS(NADIR_LOSS_POISSON_NLL, "", REAL, COUNTS, 32),
    ELEMENTS(NADIR_LOSS_GAUSSIAN_NLL, "", REAL, REAL, 32),
    ELEMENTS(NADIR_LOSS_BCE, "", PROBABILITY, PROBABILITY, 32),
    ELEMENTS(NADIR_LOSS_BCE_WITH_LOGITS, "", REAL, PROBABILITY, 32),
    ELEMENTS(NADIR_LOSS_SIGMOID_FOCAL, "", REAL, PROBABILITY, 32),
    ELEMENTS(NADIR_LOSS_HINGE, "", REAL, SIDE, 8),
    ELEMENTS(NADIR_LOSS_SQUARED_HINGE, "", REAL, SIDE, 8),
    ELEMENTS(NADIR_LOSS_SOFT_MARGIN, "", REAL, SIDE, 32),
    ELEMENTS(NADIR_LOSS_HINGE_EMBEDDING, "margin=0.7", REAL, SIDE, 8),
    ELEMENTS(NADIR_LOSS_KL_DIV, "", LOG_PROBABILITY, PROBABILITY, 32),
    ELEMENTS(NADIR_LOSS_MARGIN_RANKING, "margin=0.7", REAL, SIDE, 8),
    ROWS(NADIR_LOSS_CROSS_ENTROPY, "", LABELS, 9, 37, 64),
    ROWS(NADIR_LOSS_FOCAL, "", LABELS, 9, 37, 64),
    ROWS(NADIR_LOSS_NLL, "", LABELS, 9, 37, 8),
    ROWS(NADIR_LOSS_MULTI_MARGIN, "", LABELS, 9, 37, 64),
    ROWS(NADIR_LOSS_CRAMMER_SINGER, "", LABELS, 9, 37, 8),
    ROWS(NADIR_LOSS_CATEGORICAL_HINGE, "", ONE_HOT, 9, 37, 16),
    ROWS(NADIR_LOSS_COSINE_EMBEDDING, "margin=0.1", SIDE, 9, 37, 64),
    ROWS(NADIR_LOSS_TRIPLET_MARGIN, "", LABELS, 9, 37, 64),
    ROWS(NADIR_LOSS_CTC, "", LABELS, 5, 7, 256),
    /* Logits of 16 bits. */
    ROWS(NADIR_LOSS_CROSS_ENTROPY, "", LABELS, 9, 37, 64, .dtype = NADIR_F16),
    ROWS(NADIR_LOSS_CROSS_ENTROPY, "", LABELS, 9, 37, 64, .dtype = NADIR_BF16),

    /* Other reductions, options, weights, widths. */
    ELEMENTS(NADIR_LOSS_MSE, "", REAL, REAL, 8, .reduction = NADIR_REDUCTION_NONE, .full = true),
    ELEMENTS(NADIR_LOSS_MSE, "", REAL, REAL, 8, .reduction = NADIR_REDUCTION_BATCHMEAN, .sample_weight = true, .full = true),
    {NADIR_LOSS_MSE, "", REAL, REAL, 151, 131, 8, .full = true}, /* more than a chunk */
    ELEMENTS(NADIR_LOSS_SMOOTH_L1, "beta=0", REAL, REAL, 8, .reduction = NADIR_REDUCTION_SUM, .full = true),
    ELEMENTS(NADIR_LOSS_POISSON_NLL, "log_input=0 full=1", POSITIVE, COUNTS, 64, .full = true),
    ELEMENTS(NADIR_LOSS_GAUSSIAN_NLL, "full=1", REAL, REAL, 32, .reduction = NADIR_REDUCTION_NONE, .full = true),
    ELEMENTS(NADIR_LOSS_BCE, "eps=0.1 label_smoothing=0.1", PROBABILITY, PROBABILITY, 32, .weight = true, .full = true),
    ELEMENTS(NADIR_LOSS_BCE_WITH_LOGITS, "label_smoothing=0.1", REAL, PROBABILITY, 32, .weight = true, .full = true),
    ELEMENTS(NADIR_LOSS_SIGMOID_FOCAL, "alpha=-1 gamma=0.5", REAL, PROBABILITY, 64, .full = true),
    ELEMENTS(NADIR_LOSS_KL_DIV, "log_target=1", LOG_PROBABILITY, LOG_PROBABILITY, 32, .full = true),
    ELEMENTS(NADIR_LOSS_KL_DIV, "from_probabilities=1 eps=0.1", PROBABILITY, PROBABILITY, 32, .full = true),
    ROWS(NADIR_LOSS_CROSS_ENTROPY, "label_smoothing=0.1 z_loss=0.01", LABELS, 37, 10, 64, .weight = true, .sample_weight = true,
         .full = true),
    ROWS(NADIR_LOSS_CROSS_ENTROPY, "", LABELS, 33, 3, 64, .reduction = NADIR_REDUCTION_NONE, .full = true),
    ROWS(NADIR_LOSS_CROSS_ENTROPY, "", LABELS, 2, 1027, 64, .reduction = NADIR_REDUCTION_SUM, .full = true),
    ROWS(NADIR_LOSS_CROSS_ENTROPY, "label_smoothing=0.1", PROBABILITY, 9, 37, 64, .weight = true, .full = true),
    ROWS(NADIR_LOSS_CROSS_ENTROPY, "", PROBABILITY, 37, 10, 64, .full = true),
    {NADIR_LOSS_CROSS_ENTROPY, "from_probabilities=1 eps=0.02", PROBABILITY, LABELS, 9, 13, 64, .full = true},
    ROWS(NADIR_LOSS_CROSS_ENTROPY, "", LABELS, 37, 10, 64, .dtype = NADIR_F16, .full = true),
    ROWS(NADIR_LOSS_CROSS_ENTROPY, "", LABELS, 37, 10, 64, .dtype = NADIR_BF16, .full = true),
    ROWS(NADIR_LOSS_FOCAL, "alpha=-1 gamma=0.5", LABELS, 37, 10, 64, .weight = true, .full = true),
    ROWS(NADIR_LOSS_NLL, "", LABELS, 37, 10, 8, .weight = true, .sample_weight = true, .full = true),
    ROWS(NADIR_LOSS_MULTI_MARGIN, "p=2 margin=0.7", LABELS, 37, 10, 64, .weight = true, .full = true),
    ROWS(NADIR_LOSS_COSINE_EMBEDDING, "", SIDE, 3, 519, 64, .reduction = NADIR_REDUCTION_NONE, .full = true),
    ROWS(NADIR_LOSS_TRIPLET_MARGIN, "p=1 swap=1", LABELS, 9, 5, 64, .sample_weight = true, .full = true),
    ROWS(NADIR_LOSS_TRIPLET_MARGIN, "p=3 margin=0.5", LABELS, 9, 37, 128, .reduction = NADIR_REDUCTION_SUM, .full = true),
    ROWS(NADIR_LOSS_CTC, "blank=2", LABELS, 3, 40, 256, .reduction = NADIR_REDUCTION_NONE, .full = true),
};

/* "name=value ..." into params. */
static struct nadir_loss_params params_of(const struct row *row)
{
    struct nadir_loss_params params = nadir_loss_params_default(row->loss);
    params.reduction = row->reduction;
    for (const char *at = row->options; *at; at += strspn(at, " ")) {
        const size_t length = strcspn(at, "=");
        double value = 0;
        int used = 0;
        sscanf(at + length, "=%lf%n", &value, &used);
        for (size_t i = 0; i < nadir__loss_option_count; i++) {
            const struct nadir__loss_option *option = &nadir__loss_options[i];
            char *member = (char *)&params + option->offset;
            if (strncmp(at, option->name, length) != 0 || option->name[length]) continue;
            if (option->type == ND_OPTION_BOOL) *(bool *)member = value != 0;
            else if (option->type == ND_OPTION_INT) *(int32_t *)member = (int32_t)value;
            else *(float *)member = (float)value;
        }
        at += length + (size_t)used;
    }
    return params;
}

static double *draw(struct nadir__trial *trial, enum kind kind, size_t rows, size_t cols, double classes)
{
    double *x = nadir__trial_doubles(trial, rows * cols);
    for (size_t i = 0; x && i < rows * cols; i++) {
        const double u = nadir__trial_draw(trial, 0, 1);
        switch (kind) {
        case REAL: x[i] = 6 * u - 3; break;
        case POSITIVE: x[i] = 0.05 + 3.95 * u; break;
        case PROBABILITY: x[i] = 0.02 + 0.96 * u; break;
        case LOG_PROBABILITY: x[i] = -6 * u; break;
        case COUNTS: x[i] = floor(7 * u); break;
        case SIDE: x[i] = u < 0.5 ? -1 : 1; break;
        case ONE_HOT: x[i] = i % cols == i / cols * 5 % cols; break;
        case LABELS: x[i] = floor(classes * u); break;
        }
    }
    return x;
}

/* --- Elements and rows. Slots: up to three x, target, weight, sample_weight, upstream, loss, up to three dx. --- */

struct layout {
    size_t inputs, target, weight, sample_weight, upstream, loss, dx; /* numbers of slots; SIZE_MAX: none */
};

static struct layout layout_of(const struct row *row)
{
    const bool triplet = row->loss == NADIR_LOSS_TRIPLET_MARGIN;
    struct layout l = {.inputs = 1};
    while (l.inputs < 3 && nadir__losses[row->loss].x[l.inputs]) l.inputs++;
    size_t next = l.inputs;
    l.target = triplet ? SIZE_MAX : next++;
    l.weight = row->weight ? next++ : SIZE_MAX;
    l.sample_weight = row->sample_weight ? next++ : SIZE_MAX;
    l.upstream = row->reduction == NADIR_REDUCTION_NONE ? next++ : SIZE_MAX;
    l.loss = next++;
    l.dx = next;
    return l;
}

static enum nadir_status prepare_loss(struct nadir__trial *trial, const void *of)
{
    const struct row *row = of;
    const struct nadir_loss_params params = params_of(row);
    const struct layout at = layout_of(row);
    const bool elements = nadir__losses[row->loss].layout == ND_LOSS_ELEMENTS, none = params.reduction == NADIR_REDUCTION_NONE;
    const bool labels = row->target == LABELS;
    const bool ignores = labels && nadir__losses[row->loss].denominator == NADIR_DENOMINATOR_WEIGHTS;
    const size_t rows = row->rows, cols = row->cols, shape[] = {rows, cols};
    const size_t count = elements ? rows * cols : rows, width = elements ? 1 : cols; /* number of l, of numbers for each */
    const struct nadir__slot *s = trial->slots;
    for (size_t i = 0; i < at.inputs; i++) {
        const enum kind kind = row->loss == NADIR_LOSS_GAUSSIAN_NLL && i == 1 ? POSITIVE : row->x;
        nadir__trial_input(trial, "x", row->dtype, 2, shape, draw(trial, kind, rows, cols, 0));
    }
    if (at.target != SIZE_MAX) {
        const size_t per_row = elements || row->target == ONE_HOT || row->target == PROBABILITY ? cols : 1;
        double *target = draw(trial, row->target, rows, per_row, (double)cols);
        if (target && ignores) target[rows / 2] = params.ignore_index;
        nadir__trial_input(trial, "target", labels ? NADIR_I32 : NADIR_F32, per_row == 1 ? 1 : 2, shape, target);
    }
    if (row->weight) nadir__trial_uniform(trial, "weight", ND_SHAPE(cols), 0.5, 2);
    if (row->sample_weight) nadir__trial_uniform(trial, "sample_weight", ND_SHAPE(rows), 0.5, 2);
    if (none) nadir__trial_uniform(trial, "upstream", elements ? 2 : 1, shape, -1, 1);
    struct nadir__slot *loss = none ? nadir__trial_output(trial, "loss", NADIR_F32, elements ? 2 : 1, shape)
                                    : nadir__trial_output(trial, "loss", NADIR_F32, ND_SHAPE(1));
    for (size_t i = 0; i < at.inputs; i++) nadir__trial_output(trial, "dx", row->dtype, 2, shape);
    if (trial->status != NADIR_OK) return trial->status;

    /* l, its gradients and what it weighs, one at a time. */
    double total = 0, sizes = 0, denominator = 0, *factors = nadir__trial_doubles(trial, count);
    if (!factors) return trial->status;
    for (size_t i = 0; i < count; i++) {
        struct nadir__reference_loss l = {.loss = row->loss, .params = &params, .cols = width};
        for (size_t k = 0; k < at.inputs; k++) l.x[k] = s[k].x + i * width;
        if (labels && at.target != SIZE_MAX) l.label = (int32_t)s[at.target].x[i];
        else if (at.target != SIZE_MAX) l.target = s[at.target].x + i * (s[at.target].count / count);
        const bool ignored = ignores && l.label == params.ignore_index;
        double factor = row->sample_weight ? s[at.sample_weight].x[i * width / cols] : 1, weight = factor;
        if (row->weight && elements) factor *= s[at.weight].x[i % cols];
        else if (row->weight) l.weight = s[at.weight].x;
        if (l.weight && ignores && !ignored) weight *= l.weight[l.label];
        if (elements && row->weight && row->loss == NADIR_LOSS_BCE_WITH_LOGITS) l.pos_weight = &s[at.weight].x[i % cols];
        denominator += ignored ? 0 : ignores ? weight : 1;
        if (ignored) continue;
        const double value = factor * nadir__reference_loss(&l);
        total += value;
        sizes += fabs(value);
        if (none) loss->want[i] = value;
        factors[i] = factor * (none ? s[at.upstream].x[i] : 1);
        for (size_t k = 0; k < at.inputs; k++)
            nadir__reference_gradient(s[at.dx + k].want + i * width, l.x[k], width, factors[i], nadir__reference_loss, &l);
    }
    if (params.reduction == NADIR_REDUCTION_BATCHMEAN) denominator = (double)rows;
    if (params.reduction != NADIR_REDUCTION_MEAN && params.reduction != NADIR_REDUCTION_BATCHMEAN) denominator = 1;
    if (!none) loss->want[0] = total / denominator;
    nadir__trial_bound(loss, row->error * ND_U, row->error * ND_U);
    if (!none) loss->bound[0] = (row->error * ND_U + 2e-6) * sizes / denominator; /* 2e-6: their addition */
    for (size_t k = at.dx; k < trial->count; k++) {
        for (size_t i = 0; i < s[k].count; i++) s[k].want[i] /= denominator;
        nadir__trial_bound(&trial->slots[k], row->error * ND_U, row->error * ND_U);
    }
    return NADIR_OK;
}

static enum nadir_status run_loss(struct nadir__trial *trial, const void *of)
{
    const struct row *row = of;
    const struct nadir_loss_params params = params_of(row);
    const struct layout at = layout_of(row);
    const bool pos_weight = row->weight && row->loss == NADIR_LOSS_BCE_WITH_LOGITS;
    struct nadir_loss_tensors tensors = {
        .target = at.target == SIZE_MAX ? NULL : TENSOR(at.target),
        .weight = row->weight ? TENSOR(at.weight) : NULL,
        .pos_weight = pos_weight ? TENSOR(at.weight) : NULL,
        .sample_weight = row->sample_weight ? TENSOR(at.sample_weight) : NULL,
        .upstream = at.upstream == SIZE_MAX ? NULL : TENSOR(at.upstream),
        .loss = TENSOR(at.loss),
    };
    for (size_t i = 0; i < at.inputs; i++) tensors.x[i] = TENSOR(i), tensors.dx[i] = TENSOR(at.dx + i);
    return nadir_loss_compute(trial->context, row->loss, &tensors, &params);
}

/* --- CTC: `rows` sequences over `cols` classes, of lengths of their own. --- */

enum { FRAMES = 12, LENGTH = 4 };

static enum nadir_status prepare_ctc(struct nadir__trial *trial, const void *of)
{
    const struct row *row = of;
    const struct nadir_loss_params params = params_of(row);
    const size_t batch = row->rows, classes = row->cols;
    const bool none = params.reduction == NADIR_REDUCTION_NONE;
    double *lengths = nadir__trial_doubles(trial, batch), *targets = draw(trial, LABELS, batch, LENGTH, (double)classes - 1);
    double *target_lengths = nadir__trial_doubles(trial, batch), *x = nadir__trial_doubles(trial, (size_t)FRAMES * classes);
    double *g = nadir__trial_doubles(trial, (size_t)FRAMES * classes);
    for (size_t i = 0; g && i < batch; i++) {
        lengths[i] = (double)(FRAMES - i % 3);
        target_lengths[i] = (double)(LENGTH - i % 4);
        for (size_t k = 0; k < LENGTH; k++) targets[i * LENGTH + k] += targets[i * LENGTH + k] >= params.blank;
    }
    struct nadir__slot *in = nadir__trial_uniform(trial, "x", ND_SHAPE(FRAMES, batch, classes), -3, 3);
    nadir__trial_input(trial, "targets", NADIR_I32, ND_SHAPE(batch, LENGTH), targets);
    nadir__trial_input(trial, "input_lengths", NADIR_I32, ND_SHAPE(batch), lengths);
    nadir__trial_input(trial, "target_lengths", NADIR_I32, ND_SHAPE(batch), target_lengths);
    struct nadir__slot *loss = nadir__trial_output(trial, "loss", NADIR_F32, ND_SHAPE(none ? batch : 1));
    struct nadir__slot *dx = nadir__trial_output(trial, "dx", NADIR_F32, ND_SHAPE(FRAMES, batch, classes));
    if (trial->status != NADIR_OK) return trial->status;
    for (size_t n = 0; n < batch; n++) {
        int32_t own[LENGTH];
        for (size_t k = 0; k < LENGTH; k++) own[k] = (int32_t)targets[n * LENGTH + k];
        const struct nadir__reference_loss l = {.loss = NADIR_LOSS_CTC, .params = &params, .cols = classes, .x = {x},
                                                .frames = (size_t)lengths[n], .length = (size_t)target_lengths[n],
                                                .targets = own};
        for (size_t i = 0; i < FRAMES * classes; i++) x[i] = in->x[(i / classes * batch + n) * classes + i % classes];
        const double part = none ? 1 : 1 / fmax(target_lengths[n], 1) / (double)batch;
        loss->want[none ? n : 0] += part * nadir__reference_loss(&l);
        nadir__reference_gradient(g, x, l.frames * classes, part, nadir__reference_loss, &l);
        for (size_t i = 0; i < l.frames * classes; i++) dx->want[(i / classes * batch + n) * classes + i % classes] = g[i];
    }
    nadir__trial_bound(loss, 32 * ND_U, 0);
    nadir__trial_bound(dx, 0, row->error * ND_U); /* products of probabilities along 12 frames */
    return NADIR_OK;
}

static enum nadir_status run_ctc(struct nadir__trial *trial, const void *of)
{
    const struct nadir_loss_params params = params_of(of);
    const struct nadir_loss_tensors tensors = {.x = {TENSOR(0)}, .target = TENSOR(1), .input_lengths = TENSOR(2),
                                               .target_lengths = TENSOR(3), .loss = TENSOR(4), .dx = {TENSOR(5)}};
    return nadir_loss_compute(trial->context, NADIR_LOSS_CTC, &tensors, &params);
}

/* --- Linear layer and cross-entropy in one. --- */

struct fused {
    size_t rows, in, classes;
    bool full;
    const double *x, *w, *b, *labels; /* for the value below */
    double *logits;
};

/* The sum of l over the rows. */
static double fused_value(const void *of)
{
    const struct fused *f = of;
    const struct nadir_loss_params params = nadir_loss_params_default(NADIR_LOSS_CROSS_ENTROPY);
    double sum = 0;
    for (size_t i = 0; i < f->rows; i++) {
        for (size_t c = 0; c < f->classes; c++) {
            f->logits[c] = f->b[c];
            for (size_t j = 0; j < f->in; j++) f->logits[c] += f->x[i * f->in + j] * f->w[c * f->in + j];
        }
        const struct nadir__reference_loss l = {.loss = NADIR_LOSS_CROSS_ENTROPY, .params = &params, .cols = f->classes,
                                                .x = {f->logits}, .label = (int32_t)f->labels[i]};
        sum += nadir__reference_loss(&l);
    }
    return sum;
}

static enum nadir_status prepare_fused(struct nadir__trial *trial, const void *of)
{
    struct fused f = *(const struct fused *)of;
    double *labels = draw(trial, LABELS, f.rows, 1, (double)f.classes);
    struct nadir__slot *x = nadir__trial_uniform(trial, "x", ND_SHAPE(f.rows, f.in), -1, 1);
    struct nadir__slot *w = nadir__trial_uniform(trial, "w", ND_SHAPE(f.classes, f.in), -1, 1);
    struct nadir__slot *b = nadir__trial_uniform(trial, "b", ND_SHAPE(f.classes), -1, 1);
    nadir__trial_input(trial, "labels", NADIR_I32, ND_SHAPE(f.rows), labels);
    struct nadir__slot *loss = nadir__trial_output(trial, "loss", NADIR_F32, ND_SHAPE(1));
    struct nadir__slot *dx = nadir__trial_output(trial, "dx", NADIR_F32, ND_SHAPE(f.rows, f.in));
    struct nadir__slot *dw = nadir__trial_output(trial, "dw", NADIR_F32, ND_SHAPE(f.classes, f.in));
    struct nadir__slot *db = nadir__trial_output(trial, "db", NADIR_F32, ND_SHAPE(f.classes));
    f.logits = nadir__trial_doubles(trial, f.classes);
    if (trial->status != NADIR_OK) return trial->status;
    f.x = x->x, f.w = w->x, f.b = b->x, f.labels = labels;
    const double mean = 1 / (double)f.rows;
    loss->want[0] = mean * fused_value(&f);
    nadir__reference_gradient(dw->want, w->x, dw->count, mean, fused_value, &f);
    nadir__reference_gradient(db->want, b->x, db->count, mean, fused_value, &f);
    for (size_t i = 0; i < f.rows; i++) { /* a row's x moves its own loss alone */
        struct fused one = f;
        one.rows = 1;
        one.x = x->x + i * f.in;
        one.labels = labels + i;
        nadir__reference_gradient(dx->want + i * f.in, x->x + i * f.in, f.in, mean, fused_value, &one);
    }
    /* As cross-entropy, behind sums of up to 300 products. */
    for (struct nadir__slot *slot = loss; slot <= db; slot++) nadir__trial_bound(slot, 64 * ND_U, 64 * ND_U);
    return NADIR_OK;
}

static enum nadir_status run_fused(struct nadir__trial *trial, const void *of)
{
    (void)of;
    const struct nadir_linear_cross_entropy_tensors tensors = {.x = TENSOR(0), .w = TENSOR(1), .b = TENSOR(2),
                                                               .target = TENSOR(3), .loss = TENSOR(4), .dx = TENSOR(5),
                                                               .dw = TENSOR(6), .db = TENSOR(7)};
    return nadir_linear_cross_entropy(trial->context, &tensors, NULL);
}

/* The second one is computed in parts. */
static const struct fused fused[] = {{.rows = 9, .in = 13, .classes = 37}, {.rows = 300, .in = 7, .classes = 21, .full = true}};

/* --- All of them. --- */

enum nadir_status nadir__examine_losses(const struct nadir__examination *examination, bool brief)
{
    static const struct nadir__operation loss = {prepare_loss, run_loss}, ctc = {prepare_ctc, run_ctc};
    static const struct nadir__operation linear = {prepare_fused, run_fused};
    static const char *const reductions[] = {"mean", "sum", "batchmean", "none"};
    enum nadir_status status = NADIR_OK;
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const struct row *row = &table[i];
        if (brief && row->full) continue;
        ND_TRY(nadir__examine(examination, row->loss == NADIR_LOSS_CTC ? &ctc : &loss, row, "%s %s %zux%zu%s%s%s%s%s",
                              nadir_loss_name(row->loss), reductions[row->reduction], row->rows, row->cols,
                              row->dtype == NADIR_F32 ? "" : " ", row->dtype == NADIR_F32 ? "" : nadir_dtype_name(row->dtype),
                              row->weight || row->sample_weight ? " weighted" : "", *row->options ? " " : "", row->options));
    }
    for (size_t i = 0; i < sizeof fused / sizeof *fused; i++)
        if (!brief || !fused[i].full)
            ND_TRY(nadir__examine(examination, &linear, &fused[i], "linear_cross_entropy %zux%zux%zu", fused[i].rows,
                                  fused[i].in, fused[i].classes));
out:
    return status;
}
