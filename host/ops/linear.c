/* SPDX-License-Identifier: MIT */
/* The linear layer: y = f(x w^T + b) and its gradients, as matrix products. */
#include "ops_priv.h"

#include "base/status_priv.h"

enum nadir_status nadir__emit_linear_forward(const struct nadir__sink *sink, const struct nadir_tensor *y,
                                             const struct nadir_tensor *before, const struct nadir_tensor *x,
                                             const struct nadir_tensor *w, const struct nadir_tensor *b,
                                             struct nadir__activation activation)
{
    struct nadir__gemm gemm = {
        .m = x->shape[0], .n = w->shape[0], .k = x->shape[1],
        .transpose_b = true,
        .alpha = 1.0f,
        .c = nadir_matrix_of(y), .a = nadir_matrix_of(x), .b = nadir_matrix_of(w),
        .activation = activation,
    };
    if (b) gemm.bias = *b;
    if (before) gemm.before = nadir_matrix_of(before);
    return nadir__emit_gemm(sink, &gemm);
}

enum nadir_status nadir__emit_linear_backward(const struct nadir__sink *sink, const struct nadir_tensor *dx,
                                              const struct nadir_tensor *dw, const struct nadir_tensor *db,
                                              const struct nadir_tensor *dy, const struct nadir_tensor *x,
                                              const struct nadir_tensor *w, const struct nadir_tensor *saved,
                                              struct nadir__activation activation)
{
    enum nadir_status status = NADIR_OK;
    const size_t rows = x->shape[0], in = w->shape[1], out_features = w->shape[0];
    if (dw) {
        struct nadir__gemm gemm = {
            .m = out_features, .n = in, .k = rows,
            .transpose_a = true,
            .alpha = 1.0f,
            .c = nadir_matrix_of(dw), .a = nadir_matrix_of(dy), .b = nadir_matrix_of(x),
        };
        if (db) gemm.row_sums = *db;
        ND_TRY(nadir__emit_gemm(sink, &gemm));
    } else if (db) {
        ND_TRY(nadir__emit_sum_rows(sink, db, dy));
    }
    if (dx) {
        struct nadir__gemm gemm = {
            .m = rows, .n = in, .k = out_features,
            .alpha = 1.0f,
            .c = nadir_matrix_of(dx), .a = nadir_matrix_of(dy), .b = nadir_matrix_of(w),
            .activation = activation,
        };
        if (saved) gemm.derivative = nadir_matrix_of(saved);
        ND_TRY(nadir__emit_gemm(sink, &gemm));
    }
out:
    return status;
}

/* Checks x (rows, in), w (out, in) and y or dy (rows, out). */
static enum nadir_status check_linear(const struct nadir_tensor *x, const struct nadir_tensor *w, const char *y_name,
                                      const struct nadir_tensor *y)
{
    enum nadir_status status;
    ND_TRY(nadir__tensor_check("x", x, NADIR_F32));
    ND_TRY(nadir__tensor_check("w", w, NADIR_F32));
    ND_CHECK_ARG(x->rank == 2 && w->rank == 2, "x has rank %u and w rank %u, but (rows, in) and (out, in) are needed", x->rank,
                 w->rank);
    ND_CHECK_ARG(x->shape[1] == w->shape[1], "x has %zu columns, but w has %zu", x->shape[1], w->shape[1]);
    ND_TRY(nadir__tensor_check_shape(y_name, y, NADIR_F32, 2, (const size_t[]){x->shape[0], w->shape[0]}));
out:
    return status;
}

enum nadir_status nadir_linear_forward(struct nadir_context *context, const struct nadir_tensor *y,
                                       const struct nadir_tensor *x, const struct nadir_tensor *w,
                                       const struct nadir_tensor *b, enum nadir_activation activation)
{
    enum nadir_status status;
    ND_CHECK_ARG(context && y && x && w, "linear: context, y, x or w is NULL");
    const struct nadir__activation f = {activation, nadir_activation_alpha(activation)};
    ND_TRY(nadir__activation_check("linear", f.function, f.alpha));
    ND_TRY(check_linear(x, w, "y", y));
    if (b) ND_TRY(nadir__tensor_check_shape("b", b, NADIR_F32, 1, w->shape));
    ND_TRY(nadir__tensor_check_apart("y", y, "x", x));
    ND_TRY(nadir__tensor_check_apart("y", y, "w", w));
    ND_TRY(nadir__tensor_check_apart("y", y, "b", b));
    ND_TRY(nadir__emit_linear_forward(&(struct nadir__sink){.context = context}, y, NULL, x, w, b, f));
out:
    return status;
}

enum nadir_status nadir_linear_backward(struct nadir_context *context, const struct nadir_tensor *dx,
                                        const struct nadir_tensor *dw, const struct nadir_tensor *db,
                                        const struct nadir_tensor *dy, const struct nadir_tensor *x,
                                        const struct nadir_tensor *w)
{
    enum nadir_status status;
    ND_CHECK_ARG(context && dy && x && w, "linear backward: context, dy, x or w is NULL");
    ND_TRY(check_linear(x, w, "dy", dy));
    if (dx) ND_TRY(nadir__tensor_check_shape("dx", dx, NADIR_F32, 2, x->shape));
    if (dw) ND_TRY(nadir__tensor_check_shape("dw", dw, NADIR_F32, 2, w->shape));
    if (db) ND_TRY(nadir__tensor_check_shape("db", db, NADIR_F32, 1, w->shape));
    const struct nadir_tensor *const outputs[] = {dx, dw, db}, *const inputs[] = {dy, x, w};
    const char *const output_names[] = {"dx", "dw", "db"}, *const input_names[] = {"dy", "x", "w"};
    for (size_t i = 0; i < 3; i++)
        for (size_t k = 0; k < 3; k++)
            ND_TRY(nadir__tensor_check_apart(output_names[i], outputs[i], input_names[k], inputs[k]));
    ND_TRY(nadir__emit_linear_backward(&(struct nadir__sink){.context = context}, dx, dw, db, dy, x, w, NULL,
                                       (struct nadir__activation){0}));
out:
    return status;
}
