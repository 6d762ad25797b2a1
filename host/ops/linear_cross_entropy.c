/* SPDX-License-Identifier: MIT */
/* Linear layer and cross-entropy in one: logits of a part of the rows at a time. */
#include "loss_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"
#include "ops_priv.h"

/* Rows of a part: its logits are about as large as x, so that the scratch memory does not grow with the number of classes, but
 * there are enough of them for a product to run at full speed. */
enum { LEAST_ROWS = 128 };

static size_t part_rows(size_t rows, size_t in, size_t classes)
{
    const size_t like_x = nadir__size_ceil_div(rows * in, classes);
    size_t part = LEAST_ROWS;
    while (part < like_x && part < rows) part *= 2;
    return part < rows ? part : rows;
}

/* Rows first .. first + rows - 1 of a tensor, or NULL. */
static const struct nadir_tensor *slice(struct nadir_tensor *out, const struct nadir_tensor *tensor, size_t first, size_t rows)
{
    if (!tensor) return NULL;
    const size_t count = nadir_tensor_count(tensor);
    *out = *tensor;
    out->offset += count / tensor->shape[0] * first;
    out->shape[0] = rows;
    return out;
}

/* Everything that a part needs beside its rows. */
struct job {
    const struct nadir_linear_cross_entropy_tensors *tensors;
    const struct nadir__loss_call *whole; /* of all rows: reduction and factor */
    struct nadir_tensor logits;           /* scratch, (part, classes) */
    struct nadir_tensor db;               /* scratch, (classes) */
};

static enum nadir_status emit_part(const struct nadir__sink *sink, const struct job *job, size_t first, size_t rows)
{
    enum nadir_status status;
    const struct nadir_linear_cross_entropy_tensors *t = job->tensors;
    const bool gradients = t->dx || t->dw || t->db;
    struct nadir_tensor x, target, sample_weight, upstream, correct, dx, logits = job->logits;
    logits.shape[0] = rows;
    slice(&x, t->x, first, rows);
    ND_TRY(nadir__emit_linear_forward(sink, &logits, NULL, &x, t->w, t->b, (struct nadir__activation){0}));
    const struct nadir_loss_tensors tensors = {
        .x = {&logits},
        .dx = {gradients ? &logits : NULL},
        .target = slice(&target, t->target, first, rows),
        .weight = t->weight,
        .sample_weight = slice(&sample_weight, t->sample_weight, first, rows),
        .upstream = slice(&upstream, t->upstream, first, rows),
        .correct = slice(&correct, t->correct, first, rows),
    };
    struct nadir__loss_call call = *job->whole;
    call.tensors = &tensors;
    call.rows = call.count = rows;
    call.earlier = first;
    if (call.losses.buffer) slice(&call.losses, &job->whole->losses, first, rows);
    ND_TRY(nadir__emit_loss_values(sink, &call));
    if (!gradients) goto out;

    /* dlogits = logits: dx = dlogits w, dw += dlogits^T x, db += the sum of dlogits over the rows. */
    slice(&dx, t->dx, first, rows);
    const struct nadir_tensor *db = t->db && first > 0 ? &job->db : t->db;
    if (t->dw) {
        struct nadir__gemm gemm = {
            .m = t->w->shape[0],
            .n = t->w->shape[1],
            .k = rows,
            .transpose_a = true,
            .alpha = 1.0f,
            .beta = first > 0 ? 1.0f : 0.0f,
            .c = nadir_matrix_of(t->dw),
            .a = nadir_matrix_of(&logits),
            .b = nadir_matrix_of(&x),
        };
        if (db) gemm.row_sums = *db;
        ND_TRY(nadir__emit_gemm(sink, &gemm));
    } else if (db) {
        ND_TRY(nadir__emit_sum_rows(sink, db, &logits));
    }
    if (t->db && first > 0) ND_TRY(nadir__emit_add(sink, t->db, db));
    if (t->dx)
        ND_TRY(nadir__emit_linear_backward(sink, &dx, NULL, NULL, &logits, &x, t->w, NULL, (struct nadir__activation){0}));
out:
    return status;
}

static enum nadir_status check(const struct nadir_linear_cross_entropy_tensors *t)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(t->x && t->w, "linear cross-entropy: x or w is NULL");
    ND_TRY(nadir__tensor_check("x", t->x, NADIR_F32));
    ND_TRY(nadir__tensor_check("w", t->w, NADIR_F32));
    ND_CHECK_ARG(t->x->rank == 2 && t->w->rank == 2 && t->x->shape[1] == t->w->shape[1],
                 "linear cross-entropy: x has rank %u and w %u, but (rows, in) and (classes, in) with the same `in` are needed",
                 t->x->rank, t->w->rank);
    if (t->b) ND_TRY(nadir__tensor_check_shape("b", t->b, NADIR_F32, 1, t->w->shape));
    if (t->dx) ND_TRY(nadir__tensor_check_shape("dx", t->dx, NADIR_F32, 2, t->x->shape));
    if (t->dw) ND_TRY(nadir__tensor_check_shape("dw", t->dw, NADIR_F32, 2, t->w->shape));
    if (t->db) ND_TRY(nadir__tensor_check_shape("db", t->db, NADIR_F32, 1, t->w->shape));
    const struct nadir_tensor *const outputs[] = {t->dx, t->dw, t->db, t->loss, t->correct};
    const struct nadir_tensor *const inputs[] = {t->x, t->w, t->b, t->target, t->weight, t->sample_weight, t->upstream};
    const char *const output_names[] = {"dx", "dw", "db", "loss", "correct"};
    const char *const input_names[] = {"x", "w", "b", "the target", "weight", "sample_weight", "upstream"};
    for (size_t o = 0; o < 5; o++) {
        for (size_t i = 0; i < 7; i++)
            ND_TRY(nadir__tensor_check_apart(output_names[o], outputs[o], input_names[i], inputs[i]));
        for (size_t i = 0; i < o; i++)
            ND_TRY(nadir__tensor_check_apart(output_names[o], outputs[o], output_names[i], outputs[i]));
    }
out:
    return status;
}

/* The same checks and the same reduction as for logits that exist; their tensors are checked against buffers too. */
static enum nadir_status resolve(struct nadir__loss_call *call, struct nadir_loss_tensors *all, struct nadir_tensor *logits,
                                 const struct nadir_linear_cross_entropy_tensors *t, const struct nadir_loss_params *params)
{
    enum nadir_status status;
    const struct nadir_tensor *const float_tensors[] = {t->weight, t->sample_weight, t->upstream, t->loss, t->correct};
    const char *const names[] = {"weight", "sample_weight", "upstream", "loss", "correct"};
    *logits = nadir_tensor_view(NULL, 0, NADIR_F32, 2, (const size_t[]){t->x->shape[0], t->w->shape[0]});
    *all = (struct nadir_loss_tensors){
        .x = {logits},
        .target = t->target,
        .weight = t->weight,
        .sample_weight = t->sample_weight,
        .upstream = t->upstream,
        .loss = t->loss,
        .correct = t->correct,
    };
    ND_TRY(nadir__loss_resolve(call, NADIR_LOSS_CROSS_ENTROPY, all, params, true));
    ND_TRY(nadir__tensor_check("the target", t->target, t->target->dtype));
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (float_tensors[i]) ND_TRY(nadir__tensor_check(names[i], float_tensors[i], NADIR_F32));
out:
    return status;
}

enum nadir_status nadir__emit_linear_cross_entropy(const struct nadir__sink *sink, struct nadir__loss_call *call,
                                                   const struct nadir_linear_cross_entropy_tensors *t)
{
    enum nadir_status status;
    struct nadir_context *context = sink->context;
    const size_t rows = t->x->shape[0], classes = t->w->shape[0], part = part_rows(rows, t->x->shape[1], classes);
    struct job job = {.tensors = t, .whole = call};
    size_t elements;
    if (!nadir__size_mul(&elements, part, classes))
        return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "linear cross-entropy: %zu x %zu logits are too many", part, classes);
    ND_TRY(nadir__scratch(sink, &job.logits, elements));
    job.logits.rank = 2;
    job.logits.shape[1] = classes;
    if (t->db && part < rows) ND_TRY(nadir__scratch(sink, &job.db, classes));
    ND_TRY(nadir__emit_loss_factor(sink, call));
    const unsigned taken = context->scratch_used;
    for (size_t first = 0; first < rows; first += part) {
        context->scratch_used = taken; /* each part may use what the one before it did */
        ND_TRY(emit_part(sink, &job, first, rows - first < part ? rows - first : part));
    }
    if (rows == 0 && t->dw) ND_TRY(nadir__emit_scale(sink, t->dw, 0.0f));
    if (rows == 0 && t->db) ND_TRY(nadir__emit_scale(sink, t->db, 0.0f));
out:
    return status;
}

enum nadir_status nadir_linear_cross_entropy(struct nadir_context *context,
                                             const struct nadir_linear_cross_entropy_tensors *tensors,
                                             const struct nadir_loss_params *params)
{
    enum nadir_status status;
    struct nadir__loss_call call;
    struct nadir_loss_tensors all;
    struct nadir_tensor logits;
    const struct nadir_linear_cross_entropy_tensors *t = tensors;
    ND_CHECK_ARG(context && t, "linear cross-entropy: context or tensors is NULL");
    ND_CHECK_ARG(t->loss || t->dx || t->dw || t->db || t->correct, "linear cross-entropy: no output is wanted");
    const struct nadir_loss_params defaults = nadir_loss_params_default(NADIR_LOSS_CROSS_ENTROPY);
    if (!params) params = &defaults;
    ND_TRY(check(t));
    ND_TRY(resolve(&call, &all, &logits, t, params));
    const struct nadir__sink sink = {.context = nadir__begin(context)};
    const bool total = call.reduce && t->loss;
    if (total) ND_TRY(nadir__scratch(&sink, &call.losses, call.rows));
    else if (t->loss) call.losses = *t->loss;
    ND_TRY(nadir__emit_linear_cross_entropy(&sink, &call, t));
    if (total) ND_TRY(nadir__emit_loss_total(&sink, &call, t->loss, NULL));
out:
    return status;
}
