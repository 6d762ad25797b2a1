/* SPDX-License-Identifier: MIT */
/* The GEMM dispatcher: checks the problem, lets a back end be chosen, and adds what that back end does not fuse. */
#include "ops_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <assert.h>
#include <stdio.h>

const struct nadir__gemm_backend *const nadir__gemm_backends[NADIR_GEMM_COUNT] = {
    [NADIR_GEMM_CLBLAST] = &nadir__gemm_clblast,
    [NADIR_GEMM_PACKED] = &nadir__gemm_packed,
    [NADIR_GEMM_SMALL] = &nadir__gemm_small,
};

struct nadir_gemm_params nadir_gemm_params_default(void)
{
    return (struct nadir_gemm_params){.alpha = 1.0f};
}

struct nadir_matrix nadir_matrix_of(const struct nadir_tensor *tensor)
{
    const unsigned rank = tensor->rank < NADIR_MAX_RANK ? tensor->rank : NADIR_MAX_RANK;
    struct nadir_matrix matrix = {
        .buffer = tensor->buffer, .offset = tensor->offset, .dtype = tensor->dtype, .rows = 1, .cols = 1, .batch = 1};
    if (rank >= 1) matrix.cols = tensor->shape[rank - 1];
    if (rank >= 2) matrix.rows = tensor->shape[rank - 2];
    for (unsigned i = 0; i + 2 < rank; i++) matrix.batch *= tensor->shape[i];
    matrix.leading = matrix.cols;
    matrix.batch_stride = matrix.rows * matrix.cols;
    return matrix;
}

const char *nadir__gemm_layout(const struct nadir__gemm *gemm)
{
    static const char *const names[] = {"NN", "NT", "TN", "TT"};
    return names[2 * gemm->transpose_a + gemm->transpose_b];
}

const char *nadir__gemm_dtype(enum nadir_dtype dtype)
{
    return dtype == NADIR_F16 ? "f16" : dtype == NADIR_BF16 ? "bf16" : "f32";
}

void nadir__gemm_choice_text(char out[NADIR_GEMM_TEXT], const struct nadir__gemm_choice *choice)
{
    const struct nadir__gemm_backend *backend = nadir__gemm_backends[choice->backend];
    size_t used = (size_t)snprintf(out, NADIR_GEMM_TEXT, "%s", backend->name);
    for (unsigned i = 0; i < ND_GEMM_VALUES && used < NADIR_GEMM_TEXT; i++)
        if (backend->value_names[i] && choice->values[i])
            used += (size_t)snprintf(out + used, NADIR_GEMM_TEXT - used, ", %s %u", backend->value_names[i], choice->values[i]);
}

/* --- Emitting. --- */

enum nadir_status nadir__emit_gemm_by(const struct nadir__sink *sink, const struct nadir__gemm *gemm,
                                      const struct nadir__gemm_choice *choice)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__gemm_backend *backend = nadir__gemm_backends[choice->backend];
    ND_TRY(backend->emit(sink, gemm, choice));
    if (!backend->fuses) ND_TRY(nadir__emit_gemm_epilogue(sink, gemm, 1.0f));
out:
    return status;
}

enum nadir_status nadir__emit_gemm(const struct nadir__sink *sink, const struct nadir__gemm *gemm)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__gemm whole = *gemm;
    struct nadir__gemm_choice choice;
    if (whole.batch == 0) whole.batch = 1;
    assert(!whole.row_sums.buffer || whole.transpose_a);
    assert(!whole.before.buffer || (whole.beta == 0.0f && !whole.derivative.buffer));
    /* Without a sum back ends have nothing to do; nor with alpha 0, where BLAS does not read a and b. */
    if (whole.m == 0 || whole.n == 0 || whole.k == 0 || whole.alpha == 0.0f)
        return nadir__emit_gemm_epilogue(sink, &whole, whole.beta);
    ND_TRY(nadir__gemm_choose(sink->context, &whole, &choice));
    ND_TRY(nadir__emit_gemm_by(sink, &whole, &choice));
out:
    return status;
}

/* --- Checks of what a caller gives. --- */

/* Elements from the first to behind the last of all matrices; false: more than size_t holds. */
static bool matrix_extent(const struct nadir_matrix *x, size_t *extent)
{
    size_t rows, batch;
    *extent = 0;
    if (x->rows == 0 || x->cols == 0 || x->batch == 0) return true;
    return nadir__size_mul(&rows, x->rows - 1, x->leading) && nadir__size_mul(&batch, x->batch - 1, x->batch_stride) &&
           nadir__size_add(extent, rows, batch) && nadir__size_add(extent, *extent, x->cols);
}

/* The elements from the first to behind the last as a vector. */
static struct nadir_tensor matrix_span(const struct nadir_matrix *x, size_t extent)
{
    return nadir_tensor_view(x->buffer, x->offset, x->dtype, 1, &extent);
}

static enum nadir_status check_matrix(const char *name, const struct nadir_matrix *x)
{
    enum nadir_status status;
    size_t extent;
    ND_CHECK_ARG(x, "%s is NULL", name);
    ND_CHECK_ARG(x->dtype == NADIR_F32 || x->dtype == NADIR_F16 || x->dtype == NADIR_BF16,
                 "%s is %s, but float32, float16 or bfloat16 is needed", name, nadir_dtype_name(x->dtype));
    ND_CHECK_ARG(x->leading >= x->cols, "%s has rows of %zu elements that are %zu apart: leading must be at least cols", name,
                 x->cols, x->leading);
    ND_CHECK_ARG(matrix_extent(x, &extent), "%s: its rows, leading, batch and batch_stride do not fit in size_t", name);
    const struct nadir_tensor span = matrix_span(x, extent);
    ND_TRY(nadir__tensor_check(name, &span, x->dtype));
out:
    return status;
}

static enum nadir_status check_size(const char *name, const struct nadir_matrix *x, size_t rows, size_t cols, size_t batch)
{
    ND_CHECK_ARG(x->rows == rows && x->cols == cols, "%s is %zu x %zu, but %zu x %zu is needed", name, x->rows, x->cols, rows,
                 cols);
    ND_CHECK_ARG(x->batch == batch, "%s has %zu matrices, but %zu are needed", name, x->batch, batch);
    return NADIR_OK;
}

/* That no element belongs to two matrices of the batch: whole matrices, or rows of them, lie one behind the other. */
static enum nadir_status check_disjoint(const char *name, const struct nadir_matrix *x)
{
    size_t one, all;
    struct nadir_matrix first = *x, line = *x;
    first.batch = 1;
    line.rows = 1;
    if (x->batch <= 1 || x->rows == 0 || x->cols == 0) return NADIR_OK;
    const bool matrices = matrix_extent(&first, &one) && x->batch_stride >= one;
    const bool lines = matrix_extent(&line, &all) && x->batch_stride >= x->cols && x->leading >= all;
    ND_CHECK_ARG(matrices || lines, "the matrices of %s overlap: batch_stride = %zu, leading = %zu, rows of %zu", name,
                 x->batch_stride, x->leading, x->cols);
    return NADIR_OK;
}

/* That an output shares no element with another matrix. Windows of columns of one larger matrix do not. */
static enum nadir_status check_apart(const char *name, const struct nadir_matrix *y, const char *other_name,
                                     const struct nadir_matrix *x)
{
    size_t extent_y, extent_x;
    if (!x) return NADIR_OK;
    if (y->buffer == x->buffer && y->dtype == x->dtype && y->leading == x->leading && y->batch <= 1 && x->batch <= 1 &&
        y->leading > 0) {
        /* Where x begins in a line that begins with y. */
        const size_t begin = (x->offset % x->leading + y->leading - y->offset % y->leading) % y->leading;
        if (begin >= y->cols && begin + x->cols <= y->leading) return NADIR_OK;
    }
    matrix_extent(y, &extent_y);
    matrix_extent(x, &extent_x);
    const struct nadir_tensor span_y = matrix_span(y, extent_y), span_x = matrix_span(x, extent_x);
    return nadir__tensor_check_apart(name, &span_y, other_name, &span_x);
}

/* What follows the product: its tensors, their sizes, and what goes with what. */
static enum nadir_status check_epilogue(const struct nadir_matrix *c, const struct nadir_matrix *a,
                                        const struct nadir_matrix *b, const struct nadir_gemm_params *params)
{
    enum nadir_status status;
    const struct nadir_matrix *const shaped[] = {params->before, params->saved};
    const char *const names[] = {"before", "saved"};
    ND_TRY(nadir__activation_check("gemm", params->activation, params->activation_alpha));
    ND_CHECK_ARG(!params->saved || (!params->bias && !params->before), "gemm: saved goes with neither bias nor before");
    ND_CHECK_ARG(!params->before || params->beta == 0.0f, "gemm: before is only written with beta = 0, not %g",
                 (double)params->beta);
    for (size_t i = 0; i < 2; i++) {
        if (!shaped[i]) continue;
        ND_TRY(check_matrix(names[i], shaped[i]));
        ND_TRY(check_size(names[i], shaped[i], c->rows, c->cols, c->batch));
        ND_CHECK_ARG(shaped[i]->dtype == c->dtype, "%s is %s, but c is %s", names[i], nadir_dtype_name(shaped[i]->dtype),
                     nadir_dtype_name(c->dtype));
        ND_TRY(check_disjoint(names[i], shaped[i]));
        ND_TRY(check_apart("c", c, names[i], shaped[i]));
    }
    if (params->before) {
        ND_TRY(check_apart("before", params->before, "a", a));
        ND_TRY(check_apart("before", params->before, "b", b));
    }
    if (params->bias) {
        const struct nadir_matrix bias = nadir_matrix_of(params->bias);
        ND_TRY(nadir__tensor_check_shape("bias", params->bias, NADIR_F32, 1, &c->cols));
        ND_TRY(check_apart("c", c, "bias", &bias));
        if (params->before) ND_TRY(check_apart("before", params->before, "bias", &bias));
    }
    if (params->row_sums) {
        const struct nadir_tensor *sums = params->row_sums;
        const struct nadir_matrix written = nadir_matrix_of(sums);
        ND_CHECK_ARG(params->transpose_a, "gemm: row_sums needs transpose_a");
        ND_CHECK_ARG(a->batch == c->batch, "gemm: row_sums needs as many matrices in a as in c, %zu, not %zu", c->batch,
                     a->batch);
        if (sums->rank == 1 && c->batch == 1) ND_TRY(nadir__tensor_check_shape("row_sums", sums, NADIR_F32, 1, &c->rows));
        else ND_TRY(nadir__tensor_check_shape("row_sums", sums, NADIR_F32, 2, (const size_t[]){c->batch, c->rows}));
        const struct nadir_matrix *const others[] = {c, a, b, params->saved, params->before};
        const char *const other_names[] = {"c", "a", "b", "saved", "before"};
        for (size_t i = 0; i < 5; i++) ND_TRY(check_apart("row_sums", &written, other_names[i], others[i]));
        if (params->bias) ND_TRY(nadir__tensor_check_apart("row_sums", sums, "bias", params->bias));
    }
out:
    return status;
}

/* The packed b as what lies in memory: one line of floats for each matrix. */
static struct nadir_matrix packed_lines(const struct nadir_context *context, const struct nadir_matrix *b, bool transpose_b)
{
    const size_t all = nadir_gemm_packed_count(context, b, transpose_b), one = b->batch > 0 ? all / b->batch : 0;
    return (struct nadir_matrix){b->buffer, b->offset, NADIR_F32, 1, one, one, b->batch, one};
}

static enum nadir_status resolve(struct nadir__gemm *out, struct nadir_context *context, const struct nadir_matrix *c,
                                 const struct nadir_matrix *a, const struct nadir_matrix *b,
                                 const struct nadir_gemm_params *params)
{
    enum nadir_status status;
    const struct nadir_gemm_params defaults = nadir_gemm_params_default();
    if (!params) params = &defaults;
    ND_CHECK_ARG(context && a && b && c, "gemm: context, a, b or c is NULL");
    struct nadir_matrix read_b = *b;
    ND_TRY(check_matrix("a", a));
    if (params->packed_b) read_b = packed_lines(context, b, params->transpose_b);
    ND_TRY(check_matrix("b", &read_b));
    const size_t m = params->transpose_a ? a->cols : a->rows, k = params->transpose_a ? a->rows : a->cols;
    const size_t n = params->transpose_b ? b->rows : b->cols, other_k = params->transpose_b ? b->cols : b->rows;
    ND_CHECK_ARG(other_k == k, "op(a) has %zu columns, but op(b) has %zu rows", k, other_k);
    ND_TRY(check_size("c", c, m, n, c->batch));
    ND_TRY(check_matrix("c", c));
    ND_CHECK_ARG(a->batch == c->batch || a->batch == 1,
                 "a has %zu matrices, but c has %zu: as many, or one for all, are needed", a->batch, c->batch);
    ND_CHECK_ARG(b->batch == c->batch || b->batch == 1,
                 "b has %zu matrices, but c has %zu: as many, or one for all, are needed", b->batch, c->batch);
    ND_TRY(check_disjoint("c", c));
    ND_TRY(check_apart("c", c, "a", a));
    ND_TRY(check_apart("c", c, "b", &read_b));
    ND_TRY(check_epilogue(c, a, &read_b, params));

    *out = (struct nadir__gemm){
        .m = m, .n = n, .k = k,
        .batch = c->batch,
        .transpose_a = params->transpose_a, .transpose_b = params->transpose_b,
        .packed_b = params->packed_b,
        .alpha = params->alpha, .beta = params->beta,
        .c = *c, .a = *a, .b = *b,
        .activation = {params->activation, params->activation_alpha},
    };
    if (a->batch == 1) out->a.batch_stride = 0;
    if (b->batch == 1) out->b.batch_stride = 0;
    if (params->bias) out->bias = *params->bias;
    if (params->before) out->before = *params->before;
    if (params->saved) out->derivative = *params->saved;
    if (params->row_sums) out->row_sums = *params->row_sums;
out:
    return status;
}

enum nadir_status nadir_gemm(struct nadir_context *context, const struct nadir_matrix *c, const struct nadir_matrix *a,
                             const struct nadir_matrix *b, const struct nadir_gemm_params *params)
{
    enum nadir_status status;
    struct nadir__gemm gemm;
    ND_TRY(resolve(&gemm, context, c, a, b, params));
    if (gemm.batch == 0) goto out;
    ND_TRY(nadir__emit_gemm(&(struct nadir__sink){.context = nadir__begin(context)}, &gemm));
out:
    return status;
}

enum nadir_status nadir_gemm_describe(struct nadir_context *context, const struct nadir_matrix *c, const struct nadir_matrix *a,
                                      const struct nadir_matrix *b, const struct nadir_gemm_params *params,
                                      char text[NADIR_GEMM_TEXT])
{
    enum nadir_status status;
    struct nadir__gemm gemm;
    struct nadir__gemm_choice choice;
    ND_CHECK_ARG(text, "gemm: text is NULL");
    ND_TRY(resolve(&gemm, context, c, a, b, params));
    snprintf(text, NADIR_GEMM_TEXT, "nothing to multiply");
    if (gemm.batch == 0 || gemm.m == 0 || gemm.n == 0 || gemm.k == 0 || gemm.alpha == 0.0f) goto out;
    ND_TRY(nadir__gemm_choose(nadir__begin(context), &gemm, &choice));
    nadir__gemm_choice_text(text, &choice);
out:
    return status;
}
