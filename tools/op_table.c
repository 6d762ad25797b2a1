/* SPDX-License-Identifier: MIT */
/* The operations of `nadir op`: softmax, activations, reductions, products, penalties; losses and optimizers
 * have files of their own. */
#include "op.h"

#include "base/status_priv.h"

#include <float.h>
#include <stdio.h>
#include <string.h>

/* --- Softmax. --- */

static const char *const masked_rows[] = {"nan", "zero", NULL};

static enum nadir_status run_softmax(struct op *op)
{
    enum nadir_status status = NADIR_OK;
    const enum nadir_softmax softmax = (enum nadir_softmax)op->which;
    const struct nadir_tensor *x = op_tensor(op, "x"), *dy = op_tensor(op, "dy");
    struct nadir_softmax_params params = nadir_softmax_params_default();
    params.temperature = (float)op_option(op, "temperature")->value.real;
    params.masked_row = (enum nadir_masked_row)op_option(op, "masked_row")->value.choice;
    if (softmax == NADIR_LOGSUMEXP) ND_TRY(op_make(op, "y", NADIR_F32, x->rank > 0 ? x->rank - 1 : 0, x->shape));
    else ND_TRY(op_make_like(op, "y", x));
    const struct nadir_tensor *y = op_tensor(op, "y");
    ND_TRY(nadir_softmax_forward(op->context, y, x, softmax, &params));
    if (!dy) goto out;
    ND_TRY(op_make_like(op, "dx", x));
    ND_TRY(nadir_softmax_backward(op->context, op_tensor(op, "dx"), dy, softmax == NADIR_LOGSUMEXP ? x : y, softmax, &params));
out:
    return status;
}

static void describe_softmax(struct op *op, int which)
{
    const bool rows = which == NADIR_LOGSUMEXP;
    const char *y = rows ? "(...)" : "(..., cols)";
    const enum op_values y_values = rows ? OP_FLOAT : OP_STORED;
    op->run = run_softmax;
    op->which = which;
    op->name = nadir_softmax_name((enum nadir_softmax)which);
    snprintf(op->about, sizeof op->about, "%s along the last axis, and with --dy its gradient.", op->name);
    op_add_tensor(op, (struct op_tensor){"x", "(..., cols)", OP_STORED, .help = "input"});
    op_add_tensor(op, (struct op_tensor){"dy", y, y_values, .help = "gradient of y", .optional = true});
    op_add_tensor(op, (struct op_tensor){"y", y, y_values, .output = true});
    op_add_tensor(op, (struct op_tensor){"dx", "(..., cols)", OP_STORED, .output = true, .optional = true});
    op_add_option(op, (struct op_option){"temperature", OPTION_REAL, "x is divided by it", FLT_MIN, FLT_MAX, .fallback = "1"});
    op_add_option(op, (struct op_option){"masked_row", OPTION_CHOICE, "what a row of -inf gives", .names = masked_rows,
                                         .fallback = "nan"});
}

/* --- Activations. --- */

static const char *const approximations[] = {"none", "tanh", NULL};

static enum nadir_status run_activation(struct op *op)
{
    enum nadir_status status = NADIR_OK;
    const struct op_option *approximate = op_option(op, "approximate"), *slope = op_option(op, "negative_slope");
    const struct op_option *alpha = slope ? slope : op_option(op, "alpha");
    const float parameter = alpha ? (float)alpha->value.real : 0.0f;
    const enum nadir_activation activation =
        approximate && approximate->value.choice == 1 ? NADIR_ACTIVATION_GELU_TANH : (enum nadir_activation)op->which;
    const struct nadir_tensor *x = op_tensor(op, "x"), *dy = op_tensor(op, "dy");
    ND_TRY(op_make_like(op, "y", x));
    const struct nadir_tensor *y = op_tensor(op, "y");
    ND_TRY(nadir_activation_forward(op->context, y, x, activation, parameter));
    if (!dy) goto out;
    ND_TRY(op_make_like(op, "dx", x));
    ND_TRY(nadir_activation_backward(op->context, op_tensor(op, "dx"), dy, nadir_activation_saves_input(activation) ? x : y,
                                     activation, parameter));
out:
    return status;
}

static void describe_activation(struct op *op, int which)
{
    op->run = run_activation;
    op->which = which;
    op->name = nadir_activation_name((enum nadir_activation)which);
    snprintf(op->about, sizeof op->about, "The activation %s, and with --dy its gradient.", op->name);
    op_add_tensor(op, (struct op_tensor){"x", "(...)", OP_FLOAT, .help = "input"});
    op_add_tensor(op, (struct op_tensor){"dy", "(...)", OP_FLOAT, .help = "gradient of y", .optional = true});
    op_add_tensor(op, (struct op_tensor){"y", "(...)", OP_FLOAT, .output = true});
    op_add_tensor(op, (struct op_tensor){"dx", "(...)", OP_FLOAT, .output = true, .optional = true});
    if (which == NADIR_ACTIVATION_GELU)
        op_add_option(op, (struct op_option){"approximate", OPTION_CHOICE, "how Phi is computed", .names = approximations,
                                             .fallback = "none"});
    if (which == NADIR_ACTIVATION_LEAKY_RELU)
        op_add_option(op, (struct op_option){"negative_slope", OPTION_REAL, "slope below 0", 0, FLT_MAX, .fallback = "0.01"});
    if (which == NADIR_ACTIVATION_ELU)
        op_add_option(op, (struct op_option){"alpha", OPTION_REAL, "y tends to -alpha", FLT_MIN, FLT_MAX, .fallback = "1"});
}

/* --- Reductions. --- */

enum { SUM, SUM_ROWS, MEAN, ARGMAX };

static enum nadir_status run_reduction(struct op *op)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_tensor *x = op_tensor(op, "x");
    const unsigned rank = op->which == SUM || op->which == MEAN ? 0 : 1;
    ND_TRY(op_make(op, "y", op->which == ARGMAX ? NADIR_I32 : NADIR_F32, rank, &x->shape[op->which == SUM_ROWS]));
    const struct nadir_tensor *y = op_tensor(op, "y");
    switch (op->which) {
    case SUM: ND_TRY(nadir_sum(op->context, y, x, (float)op_option(op, "scale")->value.real)); break;
    case SUM_ROWS: ND_TRY(nadir_sum_rows(op->context, y, x)); break;
    case MEAN: ND_TRY(nadir_mean(op->context, y, x)); break;
    case ARGMAX: ND_TRY(nadir_argmax(op->context, y, x)); break;
    }
out:
    return status;
}

static void describe_reduction(struct op *op, int which)
{
    static const struct {
        const char *name, *about, *x, *y;
        enum op_values values;
    } reductions[] = {
        [SUM] = {"sum", "The sum of all elements.", "(...)", "()", OP_FLOAT},
        [SUM_ROWS] = {"sum_rows", "The sum over the rows of a matrix, torch.sum(x, 0).", "(rows, cols)", "(cols)", OP_FLOAT},
        [MEAN] = {"mean", "The mean of all elements.", "(...)", "()", OP_FLOAT},
        [ARGMAX] = {"argmax", "The index of the first maximum of each row.", "(rows, cols)", "(rows)", OP_LABELS},
    };
    op->run = run_reduction;
    op->which = which;
    op->name = reductions[which].name;
    snprintf(op->about, sizeof op->about, "%s", reductions[which].about);
    op_add_tensor(op, (struct op_tensor){"x", reductions[which].x, OP_FLOAT, .help = "input"});
    op_add_tensor(op, (struct op_tensor){"y", reductions[which].y, reductions[which].values, .output = true});
    if (which == SUM)
        op_add_option(op, (struct op_option){"scale", OPTION_REAL, "factor", -FLT_MAX, FLT_MAX, .fallback = "1"});
}

/* --- Products. --- */

static enum nadir_status run_gemm(struct op *op)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_gemm_params params = {
        .transpose_a = op_option(op, "transpose_a")->value.boolean,
        .transpose_b = op_option(op, "transpose_b")->value.boolean,
        .alpha = (float)op_option(op, "alpha")->value.real,
        .beta = (float)op_option(op, "beta")->value.real,
    };
    const struct nadir_tensor *a = op_tensor(op, "a"), *b = op_tensor(op, "b"), *c = op_tensor(op, "c");
    const size_t shape[] = {a->shape[params.transpose_a], b->shape[!params.transpose_b]};
    if (a->rank != 2 || b->rank != 2)
        return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, "a has rank %u and b rank %u, but matrices are needed", a->rank, b->rank);
    if ((params.beta != 0.0f) != (c != NULL))
        return nadir__fail(NADIR_ERROR_INVALID_ARGUMENT, c ? "--c needs --beta, which is 0" : "--beta needs --c");
    if (c) op_move(op, "y", "c");
    else ND_TRY(op_make(op, "y", NADIR_F32, 2, shape));
    const struct nadir_matrix y = nadir_matrix_of(op_tensor(op, "y")), left = nadir_matrix_of(a), right = nadir_matrix_of(b);
    ND_TRY(nadir_gemm(op->context, &y, &left, &right, &params));
out:
    return status;
}

static void describe_gemm(struct op *op, int which)
{
    op->run = run_gemm;
    op->which = which;
    op->name = "gemm";
    snprintf(op->about, sizeof op->about, "The matrix product y = alpha a b + beta c.");
    op_add_tensor(op, (struct op_tensor){"a", "(m, k)", OP_FLOAT, .help = "left factor; with --transpose-a (k, m)"});
    op_add_tensor(op, (struct op_tensor){"b", "(k, n)", OP_FLOAT, .help = "right factor; with --transpose-b (n, k)"});
    op_add_tensor(op, (struct op_tensor){"c", "(m, n)", OP_FLOAT, .help = "what beta multiplies", .optional = true});
    op_add_tensor(op, (struct op_tensor){"y", "(m, n)", OP_FLOAT, .output = true});
    op_add_option(op, (struct op_option){"transpose_a", OPTION_BOOLEAN, "take the transpose of a", .fallback = "false"});
    op_add_option(op, (struct op_option){"transpose_b", OPTION_BOOLEAN, "take the transpose of b", .fallback = "false"});
    op_add_option(op, (struct op_option){"alpha", OPTION_REAL, "factor of the product", -FLT_MAX, FLT_MAX, .fallback = "1"});
    op_add_option(op, (struct op_option){"beta", OPTION_REAL, "factor of c", -FLT_MAX, FLT_MAX, .fallback = "0"});
}

static enum nadir_status run_linear(struct op *op)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_tensor *x = op_tensor(op, "x"), *w = op_tensor(op, "weight"), *b = op_tensor(op, "bias");
    const struct nadir_tensor *dy = op_tensor(op, "dy");
    ND_TRY(op_make(op, "y", NADIR_F32, 2, (const size_t[]){x->shape[0], w->shape[0]}));
    ND_TRY(nadir_linear_forward(op->context, op_tensor(op, "y"), x, w, b, NADIR_ACTIVATION_NONE));
    if (!dy) goto out;
    ND_TRY(op_make_like(op, "dx", x));
    ND_TRY(op_make_like(op, "dweight", w));
    if (b) ND_TRY(op_make_like(op, "dbias", b));
    ND_TRY(nadir_linear_backward(op->context, op_tensor(op, "dx"), op_tensor(op, "dweight"), op_tensor(op, "dbias"), dy, x,
                                 w));
out:
    return status;
}

static void describe_linear(struct op *op, int which)
{
    op->run = run_linear;
    op->which = which;
    op->name = "linear";
    snprintf(op->about, sizeof op->about, "y = x weight^T + bias, and with --dy its gradients.");
    op_add_tensor(op, (struct op_tensor){"x", "(rows, in)", OP_FLOAT, .help = "input"});
    op_add_tensor(op, (struct op_tensor){"weight", "(out, in)", OP_FLOAT, .help = "matrix"});
    op_add_tensor(op, (struct op_tensor){"bias", "(out)", OP_FLOAT, .help = "addend of each row", .optional = true});
    op_add_tensor(op, (struct op_tensor){"dy", "(rows, out)", OP_FLOAT, .help = "gradient of y", .optional = true});
    op_add_tensor(op, (struct op_tensor){"y", "(rows, out)", OP_FLOAT, .output = true});
    op_add_tensor(op, (struct op_tensor){"dx", "(rows, in)", OP_FLOAT, .output = true, .optional = true});
    op_add_tensor(op, (struct op_tensor){"dweight", "(out, in)", OP_FLOAT, .output = true, .optional = true});
    op_add_tensor(op, (struct op_tensor){"dbias", "(out)", OP_FLOAT, .output = true, .optional = true});
}

/* --- Penalties. --- */

static enum nadir_status run_penalty(struct op *op)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_tensor *p = op_tensor(op, "p");
    const struct nadir_penalty_params params = {
        .l1 = (float)op_option(op, "l1")->value.real,
        .l2 = (float)op_option(op, "l2")->value.real,
        .half = op_option(op, "half")->value.boolean,
        .add = op_tensor(op, "add") != NULL,
    };
    ND_TRY(op_make(op, "loss", NADIR_F32, 0, NULL));
    if (params.add) op_move(op, "dp", "add");
    else ND_TRY(op_make_like(op, "dp", p));
    ND_TRY(nadir_penalty(op->context, op_tensor(op, "loss"), op_tensor(op, "dp"), p, &params));
out:
    return status;
}

static void describe_penalty(struct op *op, int which)
{
    op->run = run_penalty;
    op->which = which;
    op->name = "penalty";
    snprintf(op->about, sizeof op->about, "The regularisation l1 sum |p| + l2 sum p^2 / 2, and its gradient.");
    op_add_tensor(op, (struct op_tensor){"p", "(...)", OP_FLOAT, .help = "parameters"});
    op_add_tensor(op, (struct op_tensor){"add", "(...)", OP_FLOAT, .help = "what the gradient is added to", .optional = true});
    op_add_tensor(op, (struct op_tensor){"loss", "()", OP_FLOAT, .output = true});
    op_add_tensor(op, (struct op_tensor){"dp", "(...)", OP_FLOAT, .output = true});
    op_add_option(op, (struct op_option){"l1", OPTION_REAL, "factor of sum |p|", 0, FLT_MAX, .fallback = "0"});
    op_add_option(op, (struct op_option){"l2", OPTION_REAL, "factor of sum p^2 / 2", 0, FLT_MAX, .fallback = "0"});
    op_add_option(op, (struct op_option){"half", OPTION_BOOLEAN, "p^2 / 2; false: p^2, as Keras", .fallback = "true"});
}

/* --- The table. --- */

static const struct {
    void (*describe)(struct op *op, int which);
    int which;
} table[] = {
    {op_describe_linear_cross_entropy, NADIR_LOSS_CROSS_ENTROPY},
    {describe_softmax, NADIR_SOFTMAX},
    {describe_softmax, NADIR_LOG_SOFTMAX},
    {describe_softmax, NADIR_LOGSUMEXP},
    {describe_activation, NADIR_ACTIVATION_RELU},
    {describe_activation, NADIR_ACTIVATION_LEAKY_RELU},
    {describe_activation, NADIR_ACTIVATION_ELU},
    {describe_activation, NADIR_ACTIVATION_GELU},
    {describe_activation, NADIR_ACTIVATION_SILU},
    {describe_activation, NADIR_ACTIVATION_SIGMOID},
    {describe_activation, NADIR_ACTIVATION_TANH},
    {describe_activation, NADIR_ACTIVATION_SOFTPLUS},
    {describe_reduction, SUM},
    {describe_reduction, SUM_ROWS},
    {describe_reduction, MEAN},
    {describe_reduction, ARGMAX},
    {describe_gemm, 0},
    {describe_linear, 0},
    {describe_penalty, 0},
};

bool op_describe(struct op *op, size_t index)
{
    *op = (struct op){0};
    if (index < NADIR_LOSS_COUNT) {
        op_describe_loss(op, (int)index);
        return true;
    }
    index -= NADIR_LOSS_COUNT;
    if (index < sizeof table / sizeof table[0]) {
        table[index].describe(op, table[index].which);
        return true;
    }
    index -= sizeof table / sizeof table[0];
    if (index >= NADIR_OPTIMIZER_COUNT) return false;
    op_describe_optimizer(op, (int)index);
    return true;
}
