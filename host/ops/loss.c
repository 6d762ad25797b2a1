/* SPDX-License-Identifier: MIT */
/* The table of losses, their options, and what all of them share: checks, reduction, denominators. */
#include "loss_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"
#include "ops_priv.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

const struct nadir__loss_row nadir__losses[NADIR_LOSS_COUNT] = {
#define ELEMENTS .family = &nadir__pointwise_loss, .layout = ND_LOSS_ELEMENTS, .denominator = NADIR_DENOMINATOR_COUNT
#define ROWS(family_, denominator_) .family = &family_, .layout = ND_LOSS_ROWS, .denominator = denominator_
#define INPUT_TARGET .x = {"input"}, .target = ND_TARGET_LIKE_X, .target_name = "target", .extras = ND_EXTRA_SAMPLE_WEIGHT
    [NADIR_LOSS_MSE] = {"mse", ELEMENTS, INPUT_TARGET},
    [NADIR_LOSS_HALF_MSE] = {"half_mse", ELEMENTS, INPUT_TARGET},
    [NADIR_LOSS_L1] = {"l1", ELEMENTS, INPUT_TARGET},
    [NADIR_LOSS_HUBER] = {"huber", ELEMENTS, INPUT_TARGET, .options = "delta"},
    [NADIR_LOSS_SMOOTH_L1] = {"smooth_l1", ELEMENTS, INPUT_TARGET, .options = "beta"},
    [NADIR_LOSS_LOG_COSH] = {"log_cosh", ELEMENTS, INPUT_TARGET},
    [NADIR_LOSS_QUANTILE] = {"quantile", ELEMENTS, INPUT_TARGET, .options = "quantile"},
    [NADIR_LOSS_EPSILON_INSENSITIVE] = {"epsilon_insensitive", ELEMENTS, INPUT_TARGET, .options = "epsilon"},
    [NADIR_LOSS_POISSON_NLL] = {"poisson_nll", ELEMENTS, INPUT_TARGET, .options = "log_input full eps"},
    [NADIR_LOSS_GAUSSIAN_NLL] = {"gaussian_nll", ELEMENTS, .x = {"input", "var"}, .target = ND_TARGET_LIKE_X,
                                 .target_name = "target", .extras = ND_EXTRA_SAMPLE_WEIGHT, .options = "full eps"},
    [NADIR_LOSS_BCE] = {"bce", ELEMENTS, .x = {"input"}, .target = ND_TARGET_LIKE_X, .target_name = "target",
                        .extras = ND_EXTRA_SAMPLE_WEIGHT | ND_EXTRA_WEIGHT, .options = "eps label_smoothing"},
    [NADIR_LOSS_BCE_WITH_LOGITS] = {"bce_with_logits", ELEMENTS, .x = {"input"}, .target = ND_TARGET_LIKE_X,
                                    .target_name = "target",
                                    .extras = ND_EXTRA_SAMPLE_WEIGHT | ND_EXTRA_WEIGHT | ND_EXTRA_POS_WEIGHT,
                                    .options = "label_smoothing"},
    [NADIR_LOSS_SIGMOID_FOCAL] = {"sigmoid_focal", ELEMENTS, INPUT_TARGET, .options = "alpha gamma"},
    [NADIR_LOSS_HINGE] = {"hinge", ELEMENTS, INPUT_TARGET},
    [NADIR_LOSS_SQUARED_HINGE] = {"squared_hinge", ELEMENTS, INPUT_TARGET},
    [NADIR_LOSS_SOFT_MARGIN] = {"soft_margin", ELEMENTS, INPUT_TARGET},
    [NADIR_LOSS_HINGE_EMBEDDING] = {"hinge_embedding", ELEMENTS, INPUT_TARGET, .options = "margin"},
    [NADIR_LOSS_KL_DIV] = {"kl_div", ELEMENTS, INPUT_TARGET, .options = "log_target from_probabilities eps"},
    [NADIR_LOSS_MARGIN_RANKING] = {"margin_ranking", ELEMENTS, .x = {"input1", "input2"}, .target = ND_TARGET_LIKE_X,
                                   .target_name = "target", .extras = ND_EXTRA_SAMPLE_WEIGHT, .options = "margin"},
    [NADIR_LOSS_CROSS_ENTROPY] = {"cross_entropy", ROWS(nadir__cross_entropy, NADIR_DENOMINATOR_WEIGHTS), .x = {"logits"},
                                  .target = ND_TARGET_EITHER, .target_name = "labels",
                                  .extras = ND_EXTRA_CLASS_WEIGHT | ND_EXTRA_SAMPLE_WEIGHT | ND_EXTRA_CORRECT,
                                  .options = "ignore_index label_smoothing z_loss from_probabilities eps"},
    [NADIR_LOSS_FOCAL] = {"focal", ROWS(nadir__cross_entropy, NADIR_DENOMINATOR_WEIGHTS), .x = {"logits"},
                          .target = ND_TARGET_LABELS, .target_name = "labels",
                          .extras = ND_EXTRA_CLASS_WEIGHT | ND_EXTRA_SAMPLE_WEIGHT | ND_EXTRA_CORRECT,
                          .options = "alpha gamma ignore_index"},
    [NADIR_LOSS_NLL] = {"nll", ROWS(nadir__label_loss, NADIR_DENOMINATOR_WEIGHTS), .x = {"input"}, .target = ND_TARGET_LABELS,
                        .target_name = "target", .extras = ND_EXTRA_CLASS_WEIGHT | ND_EXTRA_SAMPLE_WEIGHT,
                        .options = "ignore_index"},
    [NADIR_LOSS_MULTI_MARGIN] = {"multi_margin", ROWS(nadir__label_loss, NADIR_DENOMINATOR_COUNT), .x = {"input"},
                                 .target = ND_TARGET_LABELS, .target_name = "target",
                                 .extras = ND_EXTRA_CLASS_WEIGHT | ND_EXTRA_SAMPLE_WEIGHT, .options = "p margin"},
    [NADIR_LOSS_CRAMMER_SINGER] = {"crammer_singer", ROWS(nadir__label_loss, NADIR_DENOMINATOR_COUNT), .x = {"input"},
                                   .target = ND_TARGET_LABELS, .target_name = "target", .extras = ND_EXTRA_SAMPLE_WEIGHT,
                                   .options = "margin"},
    [NADIR_LOSS_CATEGORICAL_HINGE] = {"categorical_hinge", ROWS(nadir__label_loss, NADIR_DENOMINATOR_COUNT), INPUT_TARGET},
    [NADIR_LOSS_COSINE_EMBEDDING] = {"cosine_embedding", ROWS(nadir__distance_loss, NADIR_DENOMINATOR_COUNT),
                                     .x = {"input1", "input2"}, .target = ND_TARGET_PER_ROW, .target_name = "target",
                                     .extras = ND_EXTRA_SAMPLE_WEIGHT, .options = "margin"},
    [NADIR_LOSS_TRIPLET_MARGIN] = {"triplet_margin", ROWS(nadir__distance_loss, NADIR_DENOMINATOR_COUNT),
                                   .x = {"anchor", "positive", "negative"}, .extras = ND_EXTRA_SAMPLE_WEIGHT,
                                   .options = "p margin eps swap"},
    [NADIR_LOSS_CTC] = {"ctc", .family = &nadir__ctc, .layout = ND_LOSS_SEQUENCES, .x = {"logits"},
                        .target = ND_TARGET_SEQUENCES, .target_name = "targets", .extras = ND_EXTRA_LENGTHS,
                        .options = "blank zero_infinity", .denominator = NADIR_DENOMINATOR_DEFAULT},
};

/* --- Options. --- */

static const char *const reductions[] = {"mean", "sum", "batchmean", "none", NULL};
static const char *const denominators[] = {"default", "count", "rows", "valid", "weights", NULL};
static const char *const empties[] = {"nan", "zero", NULL};

#define OPTION(member, type, least, most) #member, type, offsetof(struct nadir_loss_params, member), least, most, NULL
#define CHOICE(member, names)                                                                                                  \
    #member, ND_OPTION_CHOICE, offsetof(struct nadir_loss_params, member), 0, sizeof names / sizeof names[0] - 2, names
const struct nadir__loss_option nadir__loss_options[] = {
    {CHOICE(reduction, reductions)},
    {CHOICE(denominator, denominators)},
    {CHOICE(empty, empties)},
    {OPTION(gradient_scale, ND_OPTION_REAL, -FLT_MAX, FLT_MAX)},
    {OPTION(ignore_index, ND_OPTION_INT, INT32_MIN, INT32_MAX)},
    {OPTION(blank, ND_OPTION_INT, 0, INT32_MAX)},
    {OPTION(label_smoothing, ND_OPTION_REAL, 0, 1)},
    {OPTION(z_loss, ND_OPTION_REAL, 0, FLT_MAX)},
    {OPTION(delta, ND_OPTION_REAL, FLT_MIN, FLT_MAX)},
    {OPTION(beta, ND_OPTION_REAL, 0, FLT_MAX)},
    {OPTION(quantile, ND_OPTION_REAL, 0, 1)},
    {OPTION(epsilon, ND_OPTION_REAL, 0, FLT_MAX)},
    {OPTION(margin, ND_OPTION_REAL, -FLT_MAX, FLT_MAX)},
    {OPTION(alpha, ND_OPTION_REAL, -FLT_MAX, FLT_MAX)},
    {OPTION(gamma, ND_OPTION_REAL, 0, FLT_MAX)},
    {OPTION(p, ND_OPTION_REAL, 1, FLT_MAX)},
    {OPTION(eps, ND_OPTION_REAL, 0, FLT_MAX)},
    {OPTION(log_input, ND_OPTION_BOOL, 0, 1)},
    {OPTION(full, ND_OPTION_BOOL, 0, 1)},
    {OPTION(log_target, ND_OPTION_BOOL, 0, 1)},
    {OPTION(from_probabilities, ND_OPTION_BOOL, 0, 1)},
    {OPTION(swap, ND_OPTION_BOOL, 0, 1)},
    {OPTION(zero_infinity, ND_OPTION_BOOL, 0, 1)},
};
const size_t nadir__loss_option_count = sizeof nadir__loss_options / sizeof nadir__loss_options[0];
enum { COMMON_OPTIONS = 4 }; /* the first ones, which every loss takes */

bool nadir__loss_takes(enum nadir_loss loss, const struct nadir__loss_option *option)
{
    if (option < nadir__loss_options + COMMON_OPTIONS) return true;
    const char *list = nadir__losses[loss].options;
    const size_t length = strlen(option->name);
    for (; list && *list; list += strcspn(list, " "), list += strspn(list, " "))
        if (strncmp(list, option->name, length) == 0 && (list[length] == ' ' || list[length] == 0)) return true;
    return false;
}

struct nadir_loss_params nadir_loss_params_default(enum nadir_loss loss)
{
    struct nadir_loss_params params = {
        .gradient_scale = 1.0f,
        .ignore_index = -100,
        .delta = 1.0f,
        .beta = 1.0f,
        .quantile = 0.5f,
        .epsilon = 0.1f,
        .margin = 1.0f,
        .alpha = 0.25f,
        .gamma = 2.0f,
        .p = 1.0f,
        .log_input = true,
    };
    switch (loss) {
    case NADIR_LOSS_POISSON_NLL: params.eps = 1e-8f; break;
    case NADIR_LOSS_GAUSSIAN_NLL: params.eps = 1e-6f; break;
    case NADIR_LOSS_TRIPLET_MARGIN:
        params.eps = 1e-6f;
        params.p = 2.0f;
        break;
    case NADIR_LOSS_COSINE_EMBEDDING:
    case NADIR_LOSS_MARGIN_RANKING: params.margin = 0.0f; break;
    default: break;
    }
    return params;
}

struct nadir_loss_params nadir_loss_params_keras(enum nadir_loss loss)
{
    struct nadir_loss_params params = nadir_loss_params_default(loss);
    params.denominator = NADIR_DENOMINATOR_VALID;
    params.empty = NADIR_EMPTY_ZERO;
    params.ignore_index = NADIR_NO_IGNORE_INDEX;
    params.from_probabilities = true;
    params.log_input = false;
    switch (loss) {
    case NADIR_LOSS_KL_DIV:
        params.denominator = NADIR_DENOMINATOR_ROWS;
        params.eps = 1e-7f;
        break;
    case NADIR_LOSS_POISSON_NLL:
    case NADIR_LOSS_BCE:
    case NADIR_LOSS_CROSS_ENTROPY: params.eps = 1e-7f; break;
    case NADIR_LOSS_SIGMOID_FOCAL: params.alpha = -1.0f; break;
    default: break;
    }
    return params;
}

/* --- Names. --- */

const char *nadir_loss_name(enum nadir_loss loss)
{
    return (unsigned)loss < NADIR_LOSS_COUNT ? nadir__losses[loss].name : "unknown loss";
}

enum nadir_status nadir_loss_from_name(enum nadir_loss *out, const char *name)
{
    ND_CHECK_ARG(out && name, "loss: out or name is NULL");
    for (int i = 0; i < NADIR_LOSS_COUNT; i++)
        if (strcmp(nadir__losses[i].name, name) == 0) {
            *out = (enum nadir_loss)i;
            return NADIR_OK;
        }
    return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "\"%.80s\" is not a loss", name);
}

/* --- Checks. --- */

static enum nadir_status check_params(enum nadir_loss loss, const struct nadir_loss_params *params)
{
    for (size_t i = 0; i < nadir__loss_option_count; i++) {
        const struct nadir__loss_option *option = &nadir__loss_options[i];
        if (!nadir__loss_takes(loss, option)) continue;
        const char *member = (const char *)params + option->offset;
        double value = 0;
        switch (option->type) {
        case ND_OPTION_BOOL: continue;
        case ND_OPTION_INT: value = *(const int32_t *)member; break;
        case ND_OPTION_REAL: value = (double)*(const float *)member; break;
        case ND_OPTION_CHOICE: value = *(const int *)member; break;
        }
        if (!(value >= option->least && value <= option->most))
            return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "%s: %s = %g, but %g to %g is needed", nadir_loss_name(loss),
                               option->name, value, option->least, option->most);
    }
    return NADIR_OK;
}

/* That a tensor which only some losses take is given only to these. */
static enum nadir_status check_extras(enum nadir_loss loss, const struct nadir_loss_tensors *t)
{
    const struct {
        const struct nadir_tensor *tensor;
        const char *name;
        unsigned extras;
    } extras[] = {
        {t->weight, "weight", ND_EXTRA_CLASS_WEIGHT | ND_EXTRA_WEIGHT},
        {t->pos_weight, "pos_weight", ND_EXTRA_POS_WEIGHT},
        {t->sample_weight, "sample_weight", ND_EXTRA_SAMPLE_WEIGHT},
        {t->correct, "correct", ND_EXTRA_CORRECT},
        {t->input_lengths, "input_lengths", ND_EXTRA_LENGTHS},
        {t->target_lengths, "target_lengths", ND_EXTRA_LENGTHS},
    };
    for (size_t i = 0; i < sizeof extras / sizeof extras[0]; i++)
        if (extras[i].tensor && !(nadir__losses[loss].extras & extras[i].extras))
            return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "%s takes no %s", nadir_loss_name(loss), extras[i].name);
    return NADIR_OK;
}

/* A tensor of this dtype, and of this shape; without its buffer where there are shapes only. */
static enum nadir_status check_tensor(const struct nadir__loss_call *call, const char *name, const struct nadir_tensor *tensor,
                                      enum nadir_dtype dtype)
{
    return call->shapes_only ? nadir__tensor_check_form(name, tensor, dtype) : nadir__tensor_check(name, tensor, dtype);
}

static enum nadir_status check_shape(const struct nadir__loss_call *call, const char *name, const struct nadir_tensor *tensor,
                                     enum nadir_dtype dtype, unsigned rank, const size_t *shape)
{
    const enum nadir_status status = check_tensor(call, name, tensor, dtype);
    return status == NADIR_OK ? nadir__tensor_has_shape(name, tensor, rank, shape) : status;
}

/* A float32 tensor of this shape, if it is there. */
static enum nadir_status check_optional(const struct nadir__loss_call *call, const char *name,
                                        const struct nadir_tensor *tensor, unsigned rank, const size_t *shape)
{
    return tensor ? check_shape(call, name, tensor, NADIR_F32, rank, shape) : NADIR_OK;
}

/* x and dx, target and the shape of l. */
static enum nadir_status check_inputs(const struct nadir__loss_call *call, unsigned *rank)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__loss_row *row = &nadir__losses[call->loss];
    const struct nadir_loss_tensors *t = call->tensors;
    const struct nadir_tensor *x = t->x[0];
    const char *name = row->name;
    const bool storage = call->loss == NADIR_LOSS_CROSS_ENTROPY && x && (x->dtype == NADIR_F16 || x->dtype == NADIR_BF16);
    const enum nadir_dtype dtype = storage ? x->dtype : NADIR_F32;
    const unsigned least = row->layout == ND_LOSS_SEQUENCES ? 3 : row->layout == ND_LOSS_ROWS ? 2 : 1;
    for (int i = 0; i < 3; i++) {
        if (!row->x[i]) {
            ND_CHECK_ARG(!t->x[i] && !t->dx[i], "%s has no input x[%d]", name, i);
            continue;
        }
        char gradient[32];
        snprintf(gradient, sizeof gradient, "d%s", row->x[i]);
        ND_CHECK_ARG(t->x[i], "%s: %s is NULL", name, row->x[i]);
        ND_TRY(check_tensor(call, row->x[i], t->x[i], dtype));
        ND_CHECK_ARG(x->rank >= least && (least < 3 || x->rank == 3), "%s: %s has rank %u, but %s is needed", name, row->x[0],
                     x->rank, least == 3 ? "(frames, batch, classes)" : least == 2 ? "(..., classes)" : "at least 1");
        if (i > 0) ND_TRY(check_shape(call, row->x[i], t->x[i], dtype, x->rank, x->shape));
        if (t->dx[i]) ND_TRY(check_shape(call, gradient, t->dx[i], dtype, x->rank, x->shape));
    }
    *rank = row->layout == ND_LOSS_ELEMENTS ? x->rank : row->layout == ND_LOSS_ROWS ? x->rank - 1 : 1;
    const size_t *shape = row->layout == ND_LOSS_SEQUENCES ? &x->shape[1] : x->shape; /* of l */
    const size_t classes = x->shape[x->rank - 1];
    ND_CHECK_ARG(row->layout == ND_LOSS_ELEMENTS || (classes >= 1 && classes <= INT32_MAX),
                 "%s: %s has %zu columns, but 1 to %d are needed", name, row->x[0], classes, INT32_MAX);

    const char *target = row->target_name;
    ND_CHECK_ARG((t->target != NULL) == (row->target != ND_TARGET_NONE), "%s: %s", name,
                 t->target ? "there is no target" : "target is NULL");
    const bool labels = row->target == ND_TARGET_LABELS ||
                        (row->target == ND_TARGET_EITHER && t->target->dtype != NADIR_F32);
    if (labels) ND_TRY(check_shape(call, target, t->target, NADIR_I32, *rank, shape));
    else if (row->target == ND_TARGET_LIKE_X || row->target == ND_TARGET_EITHER)
        ND_TRY(check_shape(call, target, t->target, NADIR_F32, x->rank, x->shape));
    else if (row->target == ND_TARGET_PER_ROW)
        ND_TRY(check_shape(call, target, t->target, NADIR_F32, *rank, shape));
    else if (row->target == ND_TARGET_SEQUENCES) {
        ND_TRY(check_tensor(call, target, t->target, NADIR_I32));
        ND_CHECK_ARG(t->target->rank == 2 && t->target->shape[0] == x->shape[1],
                     "%s: targets have rank %u, but (batch, length) with the batch of the logits is needed", name,
                     t->target->rank);
        ND_CHECK_ARG(t->input_lengths && t->target_lengths, "%s: input_lengths or target_lengths is NULL", name);
        ND_TRY(check_shape(call, "input_lengths", t->input_lengths, NADIR_I32, 1, shape));
        ND_TRY(check_shape(call, "target_lengths", t->target_lengths, NADIR_I32, 1, shape));
    }

    if (t->weight) {
        const bool like_x = (row->extras & ND_EXTRA_WEIGHT) && t->weight->rank == x->rank && x->rank > 1;
        ND_TRY(check_optional(call, "weight", t->weight, like_x ? x->rank : 1, like_x ? x->shape : &classes));
    }
    if (t->pos_weight) {
        const bool one = nadir_tensor_count(t->pos_weight) == 1;
        ND_TRY(check_optional(call, "pos_weight", t->pos_weight, one ? t->pos_weight->rank : 1,
                              one ? t->pos_weight->shape : &classes));
    }
    ND_TRY(check_optional(call, "sample_weight", t->sample_weight, row->layout == ND_LOSS_ROWS ? *rank : 1, shape));
    ND_CHECK_ARG(!t->upstream || call->params->reduction == NADIR_REDUCTION_NONE, "%s: upstream needs reduction none", name);
    ND_TRY(check_optional(call, "upstream", t->upstream, *rank, shape));
    ND_TRY(check_optional(call, "correct", t->correct, *rank, shape));
    if (t->loss && call->params->reduction == NADIR_REDUCTION_NONE)
        ND_TRY(check_shape(call, "loss", t->loss, NADIR_F32, *rank, shape));
    else if (t->loss) {
        ND_TRY(check_tensor(call, "loss", t->loss, NADIR_F32));
        ND_CHECK_ARG(nadir_tensor_count(t->loss) == 1, "loss has %zu elements, but reduction %s gives 1",
                     nadir_tensor_count(t->loss), reductions[call->params->reduction]);
    }
out:
    return status;
}

/* That no output overlaps another one or an input, but dx[i] may be x[i]. */
static enum nadir_status check_overlap(const struct nadir__loss_call *call)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__loss_row *row = &nadir__losses[call->loss];
    const struct nadir_loss_tensors *t = call->tensors;
    const struct nadir_tensor *const outputs[] = {t->dx[0], t->dx[1], t->dx[2], t->loss, t->correct};
    const struct nadir_tensor *const inputs[] = {t->x[0],     t->x[1],       t->x[2],          t->target,   t->weight,
                                                 t->pos_weight, t->sample_weight, t->upstream, t->input_lengths,
                                                 t->target_lengths};
    const char *const input_names[] = {row->x[0],    row->x[1],       row->x[2],  "the target",    "weight",
                                       "pos_weight", "sample_weight", "upstream", "input_lengths", "target_lengths"};
    for (size_t o = 0; o < 5; o++) {
        char name[32];
        if (o < 3) snprintf(name, sizeof name, "d%s", row->x[o] ? row->x[o] : "");
        else snprintf(name, sizeof name, "%s", o == 3 ? "loss" : "correct");
        for (size_t i = 0; i < sizeof inputs / sizeof inputs[0]; i++) {
            if (o == i && o < 3) ND_TRY(nadir__tensor_check_in_place(name, outputs[o], input_names[i], inputs[i]));
            else ND_TRY(nadir__tensor_check_apart(name, outputs[o], input_names[i], inputs[i]));
        }
        for (size_t i = 0; i < o; i++) ND_TRY(nadir__tensor_check_apart(name, outputs[o], "another output", outputs[i]));
    }
out:
    return status;
}

/* --- Reduction. --- */

int32_t nadir__loss_ignore_index(const struct nadir__loss_call *call)
{
    const char *options = nadir__losses[call->loss].options;
    return options && strstr(options, "ignore_index") ? call->params->ignore_index : NADIR_NO_IGNORE_INDEX;
}

/* Whether the denominator is to be computed on the device, from labels or weights. */
static bool denominator_on_device(const struct nadir__loss_call *call)
{
    const struct nadir_loss_params *params = call->params;
    const struct nadir_loss_tensors *t = call->tensors;
    if (params->reduction != NADIR_REDUCTION_MEAN) return false;
    const enum nadir_denominator denominator =
        params->denominator == NADIR_DENOMINATOR_DEFAULT ? nadir__losses[call->loss].denominator : params->denominator;
    const bool labels = t->target && t->target->dtype == NADIR_I32 && call->loss != NADIR_LOSS_CTC;
    /* The mean over soft targets divides by the rows whatever the class weights, as PyTorch's does. */
    if (!labels && params->denominator == NADIR_DENOMINATOR_DEFAULT) return false;
    const bool ignoring = labels && nadir__loss_ignore_index(call) != NADIR_NO_IGNORE_INDEX;
    const bool weighted = (labels && t->weight) || t->sample_weight;
    return (denominator == NADIR_DENOMINATOR_VALID && ignoring) ||
           (denominator == NADIR_DENOMINATOR_WEIGHTS && (ignoring || weighted));
}

enum nadir_status nadir__loss_resolve(struct nadir__loss_call *out, enum nadir_loss loss,
                                      const struct nadir_loss_tensors *tensors, const struct nadir_loss_params *params,
                                      bool shapes_only)
{
    enum nadir_status status = NADIR_OK;
    unsigned rank = 0;
    ND_CHECK_ARG((unsigned)loss < NADIR_LOSS_COUNT, "loss = %d is not a loss", (int)loss);
    ND_CHECK_ARG(tensors && params, "%s: tensors is NULL", nadir_loss_name(loss));
    struct nadir__loss_call call = {.loss = loss, .params = params, .tensors = tensors, .shapes_only = shapes_only};
    const struct nadir__loss_row *row = &nadir__losses[loss];
    ND_TRY(check_params(loss, params));
    ND_TRY(check_extras(loss, tensors));
    ND_TRY(check_inputs(&call, &rank));
    ND_TRY(check_overlap(&call));

    const struct nadir_tensor *x = tensors->x[0];
    const size_t elements = nadir_tensor_count(x), last = x->shape[x->rank - 1];
    call.cols = row->layout == ND_LOSS_ELEMENTS ? (x->shape[0] ? elements / x->shape[0] : 0) : last;
    call.rows = row->layout == ND_LOSS_ELEMENTS ? x->shape[0] : row->layout == ND_LOSS_ROWS ? elements / last : x->shape[1];
    call.count = row->layout == ND_LOSS_ELEMENTS ? elements : call.rows;
    call.mean = params->reduction == NADIR_REDUCTION_MEAN;
    call.reduce = params->reduction != NADIR_REDUCTION_NONE;
    double denominator = 1;
    if (params->reduction == NADIR_REDUCTION_BATCHMEAN)
        denominator = (double)x->shape[row->layout == ND_LOSS_SEQUENCES ? 1 : 0];
    else if (call.mean && !denominator_on_device(&call)) denominator = (double)call.count;
    else if (call.mean && row->layout == ND_LOSS_ELEMENTS) denominator = (double)call.cols; /* of each sample weight */
    if (call.mean && params->denominator == NADIR_DENOMINATOR_ROWS && row->layout == ND_LOSS_ELEMENTS)
        denominator = last > 0 ? (double)(elements / last) : 0;
    call.scale = denominator == 0 && params->empty == NADIR_EMPTY_ZERO ? 0.0f : (float)(1.0 / denominator);
    if (row->family->check) ND_TRY(row->family->check(&call));
    *out = call;
out:
    return status;
}

size_t nadir__loss_partials(const struct nadir_context *context, const struct nadir__loss_call *call)
{
    const struct nadir__loss_family *family = nadir__losses[call->loss].family;
    return family->partials ? family->partials(context, call) : call->count;
}

bool nadir__loss_totals(const struct nadir_context *context, const struct nadir__loss_call *call)
{
    const struct nadir__loss_family *family = nadir__losses[call->loss].family;
    return call->reduce && call->count > 0 && family->totals && family->totals(context, call);
}

/* factor = 1 / the sum of the weights of the labels that count. */
static enum nadir_status emit_factor(const struct nadir__sink *sink, struct nadir__loss_call *call)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    struct nadir_tensor sums;
    const struct nadir_loss_tensors *t = call->tensors;
    const bool weights = call->params->denominator != NADIR_DENOMINATOR_VALID;
    const bool labels = t->target && t->target->dtype == NADIR_I32;
    const struct nadir_tensor *class_weight = weights && labels ? t->weight : NULL;
    const struct nadir_tensor *sample_weight = weights ? t->sample_weight : NULL;
    const size_t groups = call->rows > 0 ? nadir__chunks(sink->context, call->rows) : 1;
    char defines[96];
    snprintf(defines, sizeof defines, "-DND_LABELS=%d -DND_WEIGHT=%d -DND_SAMPLE_WEIGHT=%d", labels, class_weight != NULL,
             sample_weight != NULL);
    ND_TRY(nadir__check_rounds(sink->context, "weight_factor", groups)); /* one work-item */
    ND_TRY(nadir__scratch(sink, &sums, groups));
    ND_TRY(nadir__scratch(sink, &call->factor, 1));
    ND_TRY(nadir__kernel_get(sink->context, &kernel, sink->context->walk, "loss", "weight_chunks", defines));
    static const struct nadir_tensor absent = {0};
    if (!class_weight) class_weight = &absent;
    if (!sample_weight) sample_weight = &absent;
    const struct nadir_tensor *target = labels ? t->target : &absent;
    const struct nadir__arg chunks[] = {
        ND_TENSOR(&sums),         ND_TENSOR(target),      ND_TENSOR(class_weight), ND_TENSOR(sample_weight),
        ND_U64(call->rows),       ND_U64(call->cols),     ND_U32(nadir__loss_ignore_index(call))};
    ND_TRY(ND_LAUNCH(sink, kernel, groups, chunks));
    ND_TRY(nadir__kernel_get(sink->context, &kernel, sink->context->walk, "loss", "weight_factor", defines));
    const struct nadir__arg factor[] = {ND_TENSOR(&call->factor), ND_TENSOR(&sums), ND_U64(groups),
                                        ND_U32(call->params->empty == NADIR_EMPTY_ZERO)};
    ND_TRY(ND_LAUNCH(sink, kernel, 1, factor));
out:
    return status;
}

enum nadir_status nadir__emit_loss_factor(const struct nadir__sink *sink, struct nadir__loss_call *call)
{
    return denominator_on_device(call) ? emit_factor(sink, call) : NADIR_OK;
}

enum nadir_status nadir__emit_loss_values(const struct nadir__sink *sink, const struct nadir__loss_call *call)
{
    struct nadir__loss_call scaled = *call;
    if (call->count == 0) return NADIR_OK;
    scaled.total_scale = call->scale;
    scaled.scale *= call->params->gradient_scale;
    return nadir__losses[call->loss].family->emit(sink, &scaled);
}

enum nadir_status nadir__emit_loss(const struct nadir__sink *sink, struct nadir__loss_call *call)
{
    enum nadir_status status;
    const struct nadir_loss_tensors *t = call->tensors;
    const bool numbers = call->total.y.buffer || call->hits.y.buffer;
    call->counts = numbers && denominator_on_device(call) && t->target->dtype == NADIR_I32 && !t->weight && !t->sample_weight;
    if (!call->counts) ND_TRY(nadir__emit_loss_factor(sink, call));
    ND_TRY(nadir__emit_loss_values(sink, call));
out:
    return status;
}

enum nadir_status nadir__emit_loss_total(const struct nadir__sink *sink, const struct nadir__loss_call *call,
                                         const struct nadir_tensor *y, const uint64_t *at)
{
    return nadir__emit_sum(sink, y, at, &call->losses, call->factor.buffer ? &call->factor : NULL, call->scale);
}

enum nadir_status nadir_loss_compute(struct nadir_context *context, enum nadir_loss loss,
                                     const struct nadir_loss_tensors *tensors, const struct nadir_loss_params *params)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__loss_call call;
    ND_CHECK_ARG(context && tensors, "loss: context or tensors is NULL");
    ND_CHECK_ARG((unsigned)loss < NADIR_LOSS_COUNT, "loss = %d is not a loss", (int)loss);
    ND_CHECK_ARG(tensors->loss || tensors->dx[0] || tensors->dx[1] || tensors->dx[2] || tensors->correct,
                 "%s: no output is wanted: loss, dx and correct are all NULL", nadir_loss_name(loss));
    const struct nadir_loss_params defaults = nadir_loss_params_default(loss);
    if (!params) params = &defaults;
    ND_TRY(nadir__loss_resolve(&call, loss, tensors, params, false));
    const struct nadir__sink sink = {.context = nadir__begin(context)};
    const bool total = call.reduce && tensors->loss, within = total && nadir__loss_totals(context, &call);
    const size_t partials = nadir__loss_partials(context, &call);
    if (total) ND_TRY(nadir__scratch(&sink, &call.losses, partials));
    else if (tensors->loss) call.losses = *tensors->loss;
    if (within) call.total.y = *tensors->loss;
    ND_TRY(nadir__emit_loss(&sink, &call));
    if (total && !within) ND_TRY(nadir__emit_loss_total(&sink, &call, tensors->loss, NULL));
out:
    return status;
}
