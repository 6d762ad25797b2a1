/* SPDX-License-Identifier: MIT */
/* The rows of `nadir bench` that are matrix products, alone and with what follows them in training. */
#include "bench.h"

#include "base/half_priv.h"
#include "base/status_priv.h"
#include "ops/gemm_priv.h"
#include "ops/loss_priv.h"
#include "ops/ops_priv.h"

#include <stdlib.h>

/* bench->tensors by what they are. */
enum { C, A, B, BIAS, PACKED };

static bool transposes_a(const struct bench_row *row)
{
    return row->layout[0] == 'T';
}

static bool transposes_b(const struct bench_row *row)
{
    return row->layout[1] == 'T';
}

/* The matrices of a row, one for each of the batch. */
static enum nadir_status operand(struct bench *bench, int i, size_t rows, size_t cols)
{
    const struct bench_row *row = bench->row;
    const size_t shape[] = {row->batch ? row->batch : 1, rows, cols}, n = shape[0] * rows * cols;
    if (row->dtype == NADIR_F32) return bench_random(bench, i, 3, shape);
    uint16_t *host = malloc(n * sizeof *host);
    if (!host) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu numbers", n);
    for (size_t j = 0; j < n; j++) {
        const float x = (float)(j * 7919 % 509) / 509.0f - 0.5f;
        host[j] = row->dtype == NADIR_F16 ? nadir__half_from_float(x) : nadir__bfloat16_from_float(x);
    }
    enum nadir_status status = nadir_tensor_create(&bench->tensors[i], bench->context, row->dtype, 3, shape);
    if (status == NADIR_OK) status = nadir_tensor_upload(bench->context, &bench->tensors[i], host);
    free(host);
    return status;
}

/* shape: m, n, k. */
static enum nadir_status product_prepare(struct bench *bench)
{
    enum nadir_status status;
    const struct bench_row *row = bench->row;
    const size_t m = row->shape[0], n = row->shape[1], k = row->shape[2];
    const bool ta = transposes_a(row), tb = transposes_b(row);
    ND_TRY(operand(bench, C, m, n));
    ND_TRY(operand(bench, A, ta ? k : m, ta ? m : k));
    ND_TRY(operand(bench, B, tb ? n : k, tb ? k : n));
    ND_TRY(bench_random(bench, BIAS, 1, &n));
    if (row->packed_b) {
        const struct nadir_matrix b = nadir_matrix_of(&bench->tensors[B]);
        const size_t count = nadir_gemm_packed_count(bench->context, &b, tb);
        ND_TRY(nadir_tensor_create(&bench->tensors[PACKED], bench->context, NADIR_F32, 1, &count));
        ND_TRY(nadir_gemm_pack(bench->context, &bench->tensors[PACKED], &b, tb));
    }
out:
    return status;
}

static struct nadir_gemm_params product_params(const struct bench *bench)
{
    struct nadir_gemm_params params = nadir_gemm_params_default();
    params.transpose_a = transposes_a(bench->row);
    params.transpose_b = transposes_b(bench->row);
    return params;
}

/* With what the row adds to the product; `b` becomes what is read in its place. */
static struct nadir_gemm_params whole_params(const struct bench *bench, struct nadir_matrix *b)
{
    const struct bench_row *row = bench->row;
    struct nadir_gemm_params params = product_params(bench);
    *b = nadir_matrix_of(&bench->tensors[B]);
    if (row->epilogue) {
        params.bias = &bench->tensors[BIAS];
        params.activation = NADIR_ACTIVATION_RELU;
    }
    if (row->packed_b) {
        params.packed_b = true;
        b->buffer = bench->tensors[PACKED].buffer;
        b->offset = bench->tensors[PACKED].offset;
    }
    return params;
}

static enum nadir_status product_run(struct bench *bench, struct nadir_context *context)
{
    const struct nadir_gemm_params params = product_params(bench);
    const struct nadir_matrix c = nadir_matrix_of(&bench->tensors[C]), a = nadir_matrix_of(&bench->tensors[A]);
    const struct nadir_matrix b = nadir_matrix_of(&bench->tensors[B]);
    return nadir_gemm(context, &c, &a, &b, &params);
}

static enum nadir_status whole_run(struct bench *bench, struct nadir_context *context)
{
    struct nadir_matrix b;
    const struct nadir_gemm_params params = whole_params(bench, &b);
    const struct nadir_matrix c = nadir_matrix_of(&bench->tensors[C]), a = nadir_matrix_of(&bench->tensors[A]);
    return nadir_gemm(context, &c, &a, &b, &params);
}

enum nadir_status bench_gemm_describe(struct bench *bench, char text[NADIR_GEMM_TEXT])
{
    struct nadir_matrix b;
    const struct nadir_gemm_params params = whole_params(bench, &b);
    const struct nadir_matrix c = nadir_matrix_of(&bench->tensors[C]), a = nadir_matrix_of(&bench->tensors[A]);
    return nadir_gemm_describe(bench->context, &c, &a, &b, &params, text);
}

/* --- The output layer of a classifier, recorded as a training step does: logits, their loss and its gradient. --- */

/* shape: rows, classes, features. */
static enum nadir_status output_prepare(struct bench *bench)
{
    enum { LOGITS, X, W, OFFSETS, LABELS, LOSS };
    enum nadir_status status;
    const size_t *shape = bench->row->shape;
    struct nadir_tensor *t = bench->tensors;
    const struct nadir__sink sink = {.context = bench->context, .plan = &bench->plan};
    struct nadir__loss_call call;
    ND_TRY(bench_random(bench, LOGITS, 2, (const size_t[]){shape[0], shape[1]}));
    ND_TRY(bench_random(bench, X, 2, (const size_t[]){shape[0], shape[2]}));
    ND_TRY(bench_random(bench, W, 2, (const size_t[]){shape[1], shape[2]}));
    ND_TRY(bench_random(bench, OFFSETS, 1, &shape[1]));
    ND_TRY(nadir_tensor_create(&t[LABELS], bench->context, NADIR_I32, 1, shape));
    ND_TRY(bench_integers(bench, &t[LABELS], 0, shape[1]));
    ND_TRY(bench_random(bench, LOSS, 0, NULL));

    const struct nadir_loss_params params = nadir_loss_params_default(NADIR_LOSS_CROSS_ENTROPY);
    const struct nadir_loss_tensors tensors = {.x = {&t[LOGITS]}, .target = &t[LABELS], .loss = &t[LOSS], .dx = {&t[LOGITS]}};
    ND_TRY(nadir__emit_linear_forward(&sink, &t[LOGITS], NULL, &t[X], &t[W], &t[OFFSETS], (struct nadir__activation){0}));
    ND_TRY(nadir__loss_resolve(&call, NADIR_LOSS_CROSS_ENTROPY, &tensors, &params, false));
    ND_TRY(nadir__scratch(&sink, &call.losses, nadir__loss_partials(bench->context, &call)));
    const bool within = nadir__loss_totals(bench->context, &call);
    if (within) call.total.y = t[LOSS];
    ND_TRY(nadir__emit_loss(&sink, &call));
    if (!within) ND_TRY(nadir__emit_loss_total(&sink, &call, &t[LOSS], NULL));
    bench->launches = bench->plan.count;
out:
    return status;
}

static enum nadir_status output_run(struct bench *bench, struct nadir_context *context)
{
    return nadir__plan_run(context, &bench->plan);
}

/* --- The table. --- */

#define PRODUCT(op, label, m, n, k, layout_, count, ...)                                                                       \
    {                                                                                                                          \
        op, #m "x" #n "x" #k label, product_prepare, .shape = {m, n, k}, .flops = 2.0 * count * m * n * k, .limit = LIMIT_FMA, \
                                                     .layout = layout_, .batch = count, __VA_ARGS__                            \
    }
#define GEMM(m, n, k, layout) PRODUCT("gemm", " " layout, m, n, k, layout, 1, .run = product_run)
#define BATCHED(count, m, n, k, layout) PRODUCT("gemm", " " layout " batch " #count, m, n, k, layout, count, .run = product_run)
#define STORED(dtype_, label, m, n, k, layout)                                                                                 \
    PRODUCT("gemm", " " label " " layout, m, n, k, layout, 1, .run = product_run, .dtype = dtype_)
#define EPILOGUE(m, n, k, layout)                                                                                              \
    PRODUCT("gemm+bias+relu", " " layout, m, n, k, layout, 1, .run = whole_run, .epilogue = true, .plain = product_run)
#define PACKED_B(m, n, k, layout)                                                                                              \
    PRODUCT("gemm packed b", " " layout, m, n, k, layout, 1, .run = whole_run, .packed_b = true, .plain = product_run)

const struct bench_row bench_gemms[] = {
    GEMM(128, 128, 128, "NN"),
    GEMM(512, 512, 512, "NN"),
    GEMM(1024, 1024, 1024, "NN"),
    GEMM(2048, 2048, 2048, "NN"),
    GEMM(256, 1024, 1024, "NN"),
    GEMM(256, 1024, 1024, "NT"),
    GEMM(256, 1024, 1024, "TN"),
    GEMM(32, 4096, 1024, "NN"),
    GEMM(32, 4096, 1024, "NT"),
    GEMM(64, 128, 784, "NN"),
    GEMM(64, 128, 784, "NT"),
    GEMM(128, 784, 64, "TN"),
    GEMM(64, 10, 128, "NT"),
    GEMM(10, 128, 64, "TN"),
    GEMM(64, 128, 10, "NN"),
    GEMM(1, 1024, 1024, "NT"),
    GEMM(8, 1024, 1024, "NT"),
    BATCHED(64, 128, 128, 64, "NT"),
    STORED(NADIR_F16, "f16", 512, 512, 512, "NN"),
    STORED(NADIR_BF16, "bf16", 512, 512, 512, "NN"),
    EPILOGUE(64, 128, 784, "NT"),
    EPILOGUE(256, 1024, 1024, "NT"),
    PACKED_B(512, 512, 512, "NN"),
    PACKED_B(1024, 1024, 1024, "NN"),
    PACKED_B(2048, 2048, 2048, "NN"),
    PACKED_B(64, 128, 784, "NN"),
    PACKED_B(64, 128, 784, "NT"),
    {"gemm+loss", "64x10x128 bias cross-entropy", output_prepare, output_run, .shape = {64, 10, 128},
     .flops = 2.0 * 64 * 10 * 128, .limit = LIMIT_NONE},
};
const size_t bench_gemm_count = sizeof bench_gemms / sizeof bench_gemms[0];
