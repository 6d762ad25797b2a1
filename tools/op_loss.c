/* SPDX-License-Identifier: MIT */
/* The losses of `nadir op`, described by the library's own table of them. */
#include "op.h"

#include "base/status_priv.h"
#include "ops/loss_priv.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

/* Names that mean the same to whoever comes from one loss to another. */
static const char *const input_names[] = {"input", "logits", NULL};
static const char *const target_names[] = {"target", "labels", "targets", NULL};

/* The names of `all` but `name`, if it is one of them. */
static const char *const *aliases_of(const char *const *all, const char *name)
{
    static const char *const others[][3] = {{"logits"}, {"input"}, {"labels", "targets"}, {"target", "targets"},
                                            {"target", "labels"}};
    for (int i = 0; all[i]; i++)
        if (strcmp(all[i], name) == 0) return others[all == target_names ? i + 2 : i];
    return NULL;
}

static const char *option_help(const char *name)
{
    static const struct {
        const char *name, *help;
    } helps[] = {
        {"reduction", "what becomes of the losses"},
        {"denominator", "what a mean divides by"},
        {"empty", "the mean over nothing"},
        {"gradient_scale", "factor on the gradients alone"},
        {"ignore_index", "label of rows that count for nothing"},
        {"blank", "class of the blank"},
        {"label_smoothing", "share of the target that is spread over all classes, 0 to 1"},
        {"z_loss", "factor of logsumexp^2"},
        {"delta", "where the square becomes a line"},
        {"beta", "where the square becomes a line; 0: never a square"},
        {"quantile", "0 to 1"},
        {"epsilon", "errors below it are 0"},
        {"margin", "distance that is asked for"},
        {"alpha", "weight of the positive class; below 0: none"},
        {"gamma", "how strongly easy ones count less"},
        {"p", "power, or norm of the distance"},
        {"eps", "least value, or addend, against log 0 and 1 / 0"},
        {"log_input", "the input is the logarithm of the rate"},
        {"full", "with the terms that do not depend on the input"},
        {"log_target", "the target is a logarithm"},
        {"from_probabilities", "the input is probabilities"},
        {"swap", "the smaller distance to the negative, from anchor or positive"},
        {"zero_infinity", "0 for sequences that are too short for their targets"},
    };
    for (size_t i = 0; i < sizeof helps / sizeof helps[0]; i++)
        if (strcmp(helps[i].name, name) == 0) return helps[i].help;
    return "see nadir/loss.h";
}

/* --- Options. --- */

static const char *const presets[] = {"pytorch", "keras", NULL};

static void describe_option(struct op *op, const struct nadir__loss_option *row, const struct nadir_loss_params *defaults)
{
    struct op_option option = {.name = row->name, .help = option_help(row->name), .least = row->least, .most = row->most,
                               .names = row->choices};
    const void *member = (const char *)defaults + row->offset;
    switch (row->type) {
    case ND_OPTION_BOOL:
        option.type = OPTION_BOOLEAN;
        snprintf(option.fallback, sizeof option.fallback, "%s", *(const bool *)member ? "true" : "false");
        break;
    case ND_OPTION_INT:
        option.type = OPTION_SIGNED;
        snprintf(option.fallback, sizeof option.fallback, "%d", (int)*(const int32_t *)member);
        break;
    case ND_OPTION_REAL:
        option.type = OPTION_REAL;
        snprintf(option.fallback, sizeof option.fallback, "%g", (double)*(const float *)member);
        break;
    case ND_OPTION_CHOICE:
        option.type = OPTION_CHOICE;
        snprintf(option.fallback, sizeof option.fallback, "%s", row->choices[*(const int *)member]);
        break;
    }
    op_add_option(op, option);
}

/* All options that the loss takes. */
static void describe_options(struct op *op, enum nadir_loss loss)
{
    const struct nadir_loss_params defaults = nadir_loss_params_default(loss);
    op_add_option(op, (struct op_option){"preset", OPTION_CHOICE, "whose defaults the other options have", .names = presets,
                                         .fallback = "pytorch"});
    for (size_t i = 0; i < nadir__loss_option_count; i++)
        if (nadir__loss_takes(loss, &nadir__loss_options[i])) describe_option(op, &nadir__loss_options[i], &defaults);
}

/* The preset's options, with those that were given. */
static struct nadir_loss_params params_of(const struct op *op)
{
    const enum nadir_loss loss = (enum nadir_loss)op->which;
    const bool keras = op_option(op, "preset")->value.choice == 1;
    struct nadir_loss_params params = keras ? nadir_loss_params_keras(loss) : nadir_loss_params_default(loss);
    for (size_t i = 0; i < nadir__loss_option_count; i++) {
        const struct nadir__loss_option *row = &nadir__loss_options[i];
        const struct op_option *option = op_option(op, row->name);
        void *member = (char *)&params + row->offset;
        if (!option || !option->given) continue;
        switch (row->type) {
        case ND_OPTION_BOOL: *(bool *)member = option->value.boolean; break;
        case ND_OPTION_INT: *(int32_t *)member = (int32_t)option->value.integer; break;
        case ND_OPTION_REAL: *(float *)member = (float)option->value.real; break;
        case ND_OPTION_CHOICE: *(int *)member = option->value.choice; break;
        }
    }
    return params;
}

/* --- Tensors. --- */

/* Inputs beside x and target. */
static const struct extra {
    unsigned bit; /* of enum nadir__loss_extra */
    struct op_tensor tensor;
} extras[] = {
    {ND_EXTRA_CLASS_WEIGHT, {"weight", "(classes)", OP_FLOAT, .help = "weight of each class", .optional = true}},
    {ND_EXTRA_WEIGHT, {"weight", "(..., n)", OP_FLOAT, .help = "weights, of this shape or (n)", .optional = true}},
    {ND_EXTRA_POS_WEIGHT, {"pos_weight", "(n)", OP_FLOAT, .help = "of positive targets, or one for all", .optional = true}},
    {ND_EXTRA_LENGTHS, {"input_lengths", "(batch)", OP_LABELS, .help = "frames of each sequence"}},
    {ND_EXTRA_LENGTHS, {"target_lengths", "(batch)", OP_LABELS, .help = "targets of each sequence"}},
};

static enum nadir_status run_loss(struct op *op)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__loss_row *row = &nadir__losses[op->which];
    const struct nadir_loss_params params = params_of(op);
    struct nadir_loss_tensors tensors = {
        .weight = op_tensor(op, "weight"),
        .pos_weight = op_tensor(op, "pos_weight"),
        .sample_weight = op_tensor(op, "sample_weight"),
        .upstream = op_tensor(op, "upstream"),
        .input_lengths = op_tensor(op, "input_lengths"),
        .target_lengths = op_tensor(op, "target_lengths"),
    };
    if (row->target != ND_TARGET_NONE) tensors.target = op_tensor(op, row->target_name);
    for (int i = 0; i < 3 && row->x[i]; i++) {
        char gradient[OP_NAME];
        snprintf(gradient, sizeof gradient, "d%s", row->x[i]);
        tensors.x[i] = op_tensor(op, row->x[i]);
        ND_TRY(op_make_like(op, gradient, tensors.x[i]));
        tensors.dx[i] = op_tensor(op, gradient);
    }
    /* The shape of l; wrong ranks are for the library to refuse. */
    const struct nadir_tensor *x = tensors.x[0];
    const unsigned rank = row->layout == ND_LOSS_ELEMENTS ? x->rank
                          : row->layout == ND_LOSS_ROWS   ? (x->rank > 0 ? x->rank - 1 : 0)
                                                          : (x->rank > 1 ? 1 : 0);
    const size_t *shape = row->layout == ND_LOSS_SEQUENCES ? &x->shape[1] : x->shape;
    ND_TRY(op_make(op, "loss", NADIR_F32, params.reduction == NADIR_REDUCTION_NONE ? rank : 0, shape));
    if ((row->extras & ND_EXTRA_CORRECT) && tensors.target->dtype == NADIR_I32)
        ND_TRY(op_make(op, "correct", NADIR_F32, rank, shape));
    tensors.loss = op_tensor(op, "loss");
    tensors.correct = op_tensor(op, "correct");
    ND_TRY(nadir_loss_compute(op->context, (enum nadir_loss)op->which, &tensors, &params));
out:
    return status;
}

void op_describe_loss(struct op *op, int which)
{
    static const char *const shapes[] = {"(..., n)", "(..., classes)", "(frames, batch, classes)"};
    static const char *const loss_shapes[] = {"() or (..., n)", "() or (...)", "() or (batch)"};
    static const char *const upstream_shapes[] = {"(..., n)", "(...)", "(batch)"};
    static const struct {
        enum op_values values;
        const char *help;
    } targets[] = {
        [ND_TARGET_LIKE_X] = {OP_NUMBER, "targets"},
        [ND_TARGET_PER_ROW] = {OP_NUMBER, "targets"},
        [ND_TARGET_LABELS] = {OP_LABELS, .help = "labels, 0 to classes - 1"},
        [ND_TARGET_EITHER] = {OP_EITHER, "labels, 0 to classes - 1; or probabilities (..., classes)"},
        [ND_TARGET_SEQUENCES] = {OP_LABELS, .help = "labels, 0 to classes - 1, padded with any of them"},
    };
    const struct nadir__loss_row *row = &nadir__losses[which];
    const enum op_values values = which == NADIR_LOSS_CROSS_ENTROPY ? OP_STORED : OP_FLOAT;
    const bool elements = row->layout == ND_LOSS_ELEMENTS;
    const char *shape = shapes[row->layout], *shape_of_l = upstream_shapes[row->layout];
    op->name = row->name;
    op->which = which;
    op->run = run_loss;
    char constant[OP_NAME];
    size_t length = 0;
    for (; row->name[length] && length < sizeof constant - 1; length++)
        constant[length] = (char)toupper((unsigned char)row->name[length]);
    constant[length] = 0;
    snprintf(op->about, sizeof op->about, "The loss %s and its gradients; the formula is in nadir/loss.h, NADIR_LOSS_%s.%s",
             row->name, constant, row->layout == ND_LOSS_ROWS ? " Classes or features are the last axis." : "");

    for (int i = 0; i < 3 && row->x[i]; i++) {
        struct op_tensor x = {.shape = shape, .values = values, .help = "predictions",
                              .aliases = aliases_of(input_names, row->x[i])};
        snprintf(x.name, sizeof x.name, "%s", row->x[i]);
        op_add_tensor(op, x);
    }
    if (row->target != ND_TARGET_NONE) {
        struct op_tensor target = {
            .shape = row->target == ND_TARGET_LIKE_X ? shape : row->target == ND_TARGET_SEQUENCES ? "(batch, length)" : "(...)",
            .values = targets[row->target].values,
            .help = targets[row->target].help,
            .aliases = aliases_of(target_names, row->target_name),
        };
        snprintf(target.name, sizeof target.name, "%s", row->target_name);
        op_add_tensor(op, target);
    }
    for (size_t i = 0; i < sizeof extras / sizeof extras[0]; i++)
        if (row->extras & extras[i].bit) op_add_tensor(op, extras[i].tensor);
    if (row->extras & ND_EXTRA_SAMPLE_WEIGHT)
        op_add_tensor(op, (struct op_tensor){"sample_weight", elements ? "(batch)" : "(...)", OP_FLOAT,
                                             .help = elements ? "weights along the first axis" : "weight of each row",
                                             .optional = true});
    op_add_tensor(op, (struct op_tensor){"upstream", shape_of_l, OP_FLOAT, .optional = true,
                                         .help = "gradient of each loss, with --reduction none"});

    op_add_tensor(op, (struct op_tensor){"loss", loss_shapes[row->layout], OP_FLOAT, .output = true});
    for (int i = 0; i < 3 && row->x[i]; i++) {
        struct op_tensor dx = {.shape = shape, .values = values, .output = true};
        snprintf(dx.name, sizeof dx.name, "d%s", row->x[i]);
        op_add_tensor(op, dx);
    }
    if (row->extras & ND_EXTRA_CORRECT)
        op_add_tensor(op, (struct op_tensor){"correct", shape_of_l, OP_FLOAT, .output = true, .optional = true});

    describe_options(op, (enum nadir_loss)which);
}

/* --- The fused linear layer. --- */

static enum nadir_status run_linear_cross_entropy(struct op *op)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_loss_params params = params_of(op);
    struct nadir_linear_cross_entropy_tensors tensors = {
        .x = op_tensor(op, "input"),
        .w = op_tensor(op, "linear_weight"),
        .b = op_tensor(op, "bias"),
        .target = op_tensor(op, "labels"),
        .weight = op_tensor(op, "weight"),
        .sample_weight = op_tensor(op, "sample_weight"),
        .upstream = op_tensor(op, "upstream"),
    };
    const size_t *rows = tensors.x->shape;
    ND_TRY(op_make(op, "loss", NADIR_F32, params.reduction == NADIR_REDUCTION_NONE, rows));
    ND_TRY(op_make_like(op, "dinput", tensors.x));
    ND_TRY(op_make_like(op, "dlinear_weight", tensors.w));
    if (tensors.b) ND_TRY(op_make_like(op, "dbias", tensors.b));
    if (tensors.target->dtype == NADIR_I32) ND_TRY(op_make(op, "correct", NADIR_F32, 1, rows));
    tensors.loss = op_tensor(op, "loss");
    tensors.dx = op_tensor(op, "dinput");
    tensors.dw = op_tensor(op, "dlinear_weight");
    tensors.db = op_tensor(op, "dbias");
    tensors.correct = op_tensor(op, "correct");
    ND_TRY(nadir_linear_cross_entropy(op->context, &tensors, &params));
out:
    return status;
}

void op_describe_linear_cross_entropy(struct op *op, int which)
{
    static const struct op_tensor tensors[] = {
        {"input", "(rows, in)", OP_FLOAT, .help = "input of the layer"},
        {"linear_weight", "(classes, in)", OP_FLOAT, .help = "matrix of the layer"},
        {"bias", "(classes)", OP_FLOAT, .help = "bias of the layer", .optional = true},
        {"labels", "(rows)", OP_EITHER, .help = "labels, or probabilities (rows, classes)"},
        {"weight", "(classes)", OP_FLOAT, .help = "weight of each class", .optional = true},
        {"sample_weight", "(rows)", OP_FLOAT, .help = "weight of each row", .optional = true},
        {"upstream", "(rows)", OP_FLOAT, .help = "gradient of each loss, with --reduction none", .optional = true},
        {"loss", "() or (rows)", OP_FLOAT, .output = true},
        {"dinput", "(rows, in)", OP_FLOAT, .output = true},
        {"dlinear_weight", "(classes, in)", OP_FLOAT, .output = true},
        {"dbias", "(classes)", OP_FLOAT, .output = true, .optional = true},
        {"correct", "(rows)", OP_FLOAT, .output = true, .optional = true},
    };
    op->name = "linear_cross_entropy";
    op->which = which;
    op->run = run_linear_cross_entropy;
    snprintf(op->about, sizeof op->about, "The loss cross_entropy of input linear-weight^T + bias, and its gradients; the "
             "logits are never held in full.");
    for (size_t i = 0; i < sizeof tensors / sizeof tensors[0]; i++) {
        struct op_tensor tensor = tensors[i];
        if (strcmp(tensor.name, "labels") == 0) tensor.aliases = aliases_of(target_names, tensor.name);
        op_add_tensor(op, tensor);
    }
    describe_options(op, (enum nadir_loss)which);
}
