/* SPDX-License-Identifier: MIT */
/* Trust in paths of matrix products: each is compared with double precision before its first use. */
#include "activation_reference_priv.h"
#include "gemm_check_priv.h"
#include "ops_priv.h"

#include "base/half_priv.h"
#include "base/log_priv.h"
#include "base/status_priv.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define U 0x1p-24 /* unit roundoff of float */

/* --- Numbers of a dtype. --- */

static float read_number(enum nadir_dtype dtype, const void *bytes, size_t i)
{
    if (dtype == NADIR_F16) return nadir__half_to_float(((const uint16_t *)bytes)[i]);
    if (dtype == NADIR_BF16) return nadir__bfloat16_to_float(((const uint16_t *)bytes)[i]);
    return ((const float *)bytes)[i];
}

static void write_number(enum nadir_dtype dtype, void *bytes, size_t i, float x)
{
    if (dtype == NADIR_F16) ((uint16_t *)bytes)[i] = nadir__half_from_float(x);
    else if (dtype == NADIR_BF16) ((uint16_t *)bytes)[i] = nadir__bfloat16_from_float(x);
    else ((float *)bytes)[i] = x;
}

/* What one rounding to the dtype adds at most. */
static double rounding(enum nadir_dtype dtype, double x)
{
    if (dtype == NADIR_F16) return fmax(fabs(x) * 0x1p-11, 0x1p-25);
    return dtype == NADIR_BF16 ? fabs(x) * 0x1p-8 : 0;
}

/* Uniform in [-1, 1), a multiple of 2^-15; the same for the same arguments. */
static double draw(uint32_t seed, size_t i)
{
    uint64_t x = (seed + 1) * 0x9e3779b97f4a7c15ull + i;
    x = (x ^ x >> 30) * 0xbf58476d1ce4e5b9ull;
    x = (x ^ x >> 27) * 0x94d049bb133111ebull;
    return (double)(x >> 48) * 0x1p-15 - 1;
}

/* --- A matrix of a check, on the host and on the device. --- */

struct operand {
    const char *name;
    struct nadir_matrix view;
    struct nadir_tensor memory; /* all of the buffer */
    unsigned char *bytes;       /* the same on the host */
    size_t count;               /* elements of it */
};

enum { A, B, C, BIAS, BEFORE, SAVED, SUMS, PACKED /* b in the packed back end's order */, OPERANDS };

struct check {
    struct nadir_context *context;
    struct nadir__gemm gemm;
    struct nadir__gemm_choice choice;
    bool gaps;
    struct operand operands[OPERANDS];
    double *scratch;         /* 2 (n + k) */
    unsigned char *c_before; /* c as it was, with beta */
};

static size_t position(const struct operand *x, size_t batch, size_t i, size_t j)
{
    return x->view.offset + batch * x->view.batch_stride + i * x->view.leading + j;
}

static double number(const struct operand *x, size_t batch, size_t i, size_t j)
{
    return (double)read_number(x->view.dtype, x->bytes, position(x, batch, i, j));
}

/* A matrix with nothing but NaN in it. `shared`: one for the whole batch. */
static enum nadir_status make(struct check *check, int which, const char *name, enum nadir_dtype dtype, size_t rows,
                              size_t cols, bool shared)
{
    enum nadir_status status;
    struct operand *x = &check->operands[which];
    const size_t matrices = shared ? 1 : check->gemm.batch, gap = check->gaps ? 1 : 0;
    x->name = name;
    x->view = (struct nadir_matrix){.offset = 7 * gap, .dtype = dtype, .rows = rows, .cols = cols, .leading = cols + 3 * gap,
                                    .batch = matrices};
    const size_t stride = rows * x->view.leading + 5 * gap;
    x->count = x->view.offset + matrices * stride;
    x->view.batch_stride = shared ? 0 : stride;
    x->bytes = malloc(x->count * nadir_dtype_size(dtype));
    if (!x->bytes) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory to check a matrix product");
    for (size_t i = 0; i < x->count; i++) write_number(dtype, x->bytes, i, NAN);
    ND_TRY(nadir_tensor_create(&x->memory, check->context, dtype, 1, &x->count));
    x->view.buffer = x->memory.buffer;
out:
    return status;
}

static void fill(struct check *check, int which)
{
    struct operand *x = &check->operands[which];
    for (size_t t = 0; t < x->view.batch; t++)
        for (size_t i = 0; i < x->view.rows; i++)
            for (size_t j = 0; j < x->view.cols; j++) {
                const size_t at = position(x, t, i, j);
                write_number(x->view.dtype, x->bytes, at, (float)draw((uint32_t)which, at));
            }
}

/* What gradients are computed from: inputs of f, or results of it. */
static void fill_saved(struct check *check)
{
    struct operand *x = &check->operands[SAVED];
    const struct nadir__activation f = check->gemm.activation;
    for (size_t t = 0; t < x->view.batch; t++)
        for (size_t i = 0; i < x->view.rows; i++)
            for (size_t j = 0; j < x->view.cols; j++) {
                const size_t at = position(x, t, i, j);
                double z = 2 * draw(SAVED, at);
                if (!nadir_activation_saves_input(f.function))
                    z = nadir__reference_activation(f.function, (double)f.alpha, z);
                write_number(x->view.dtype, x->bytes, at, (float)z);
            }
}

/* --- Making the problem. --- */

static enum nadir_status pack(struct check *check)
{
    enum nadir_status status;
    struct nadir__gemm *gemm = &check->gemm;
    const struct nadir_matrix *to = &check->operands[PACKED].view;
    const struct nadir_tensor packed = nadir_tensor_view(to->buffer, to->offset, NADIR_F32, 1, &to->cols);
    ND_TRY(nadir_gemm_pack(check->context, &packed, &gemm->b, gemm->transpose_b));
    gemm->b.buffer = to->buffer;
    gemm->b.offset = to->offset;
out:
    return status;
}

static enum nadir_status prepare(struct check *check, const struct nadir__gemm *like, size_t m, size_t n, size_t k,
                                 size_t batch, float beta)
{
    enum nadir_status status;
    struct nadir__gemm *gemm = &check->gemm;
    struct operand *x = check->operands;
    const bool several = like->batch > 1;
    *gemm = (struct nadir__gemm){.m = m, .n = n, .k = k, .batch = batch, .transpose_a = like->transpose_a,
                                 .transpose_b = like->transpose_b, .packed_b = like->packed_b, .beta = beta,
                                 .alpha = like->alpha == 1.0f ? 1.0f : -0.75f, .activation.function = like->activation.function,
                                 .activation.alpha = nadir_activation_alpha(like->activation.function)};
    const bool ta = gemm->transpose_a, tb = gemm->transpose_b;
    ND_TRY(make(check, A, "a", like->a.dtype, ta ? k : m, ta ? m : k, several && like->a.batch_stride == 0));
    ND_TRY(make(check, B, "b", like->b.dtype, tb ? n : k, tb ? k : n, several && like->b.batch_stride == 0));
    ND_TRY(make(check, C, "c", like->c.dtype, m, n, false));
    fill(check, A);
    fill(check, B);
    if (beta != 0.0f) fill(check, C);
    if (like->bias.buffer) {
        const bool gaps = check->gaps;
        check->gaps = false;
        ND_TRY(make(check, BIAS, "bias", NADIR_F32, 1, n, true));
        fill(check, BIAS);
        check->gaps = gaps;
        gemm->bias = nadir_tensor_view(x[BIAS].view.buffer, 0, NADIR_F32, 1, &n);
    }
    if (like->before.buffer) {
        ND_TRY(make(check, BEFORE, "before", like->c.dtype, m, n, false));
        gemm->before = x[BEFORE].view;
    }
    if (like->derivative.buffer) {
        ND_TRY(make(check, SAVED, "saved", like->c.dtype, m, n, false));
        fill_saved(check);
        gemm->derivative = x[SAVED].view;
    }
    if (like->row_sums.buffer) {
        const bool gaps = check->gaps;
        check->gaps = false;
        ND_TRY(make(check, SUMS, "row_sums", NADIR_F32, 1, m, false));
        check->gaps = gaps;
        gemm->row_sums = nadir_tensor_view(x[SUMS].view.buffer, 0, NADIR_F32, batch > 1 ? 2 : 1,
                                           batch > 1 ? (const size_t[]){batch, m} : (const size_t[]){m});
    }
    gemm->a = x[A].view, gemm->b = x[B].view, gemm->c = x[C].view;
    const size_t packed = like->packed_b ? nadir_gemm_packed_count(check->context, &gemm->b, gemm->transpose_b) : 0;
    if (like->packed_b) ND_TRY(make(check, PACKED, "packed b", NADIR_F32, 1, packed, true));
    for (int i = 0; i < OPERANDS; i++)
        if (x[i].bytes) ND_TRY(nadir_tensor_upload(check->context, &x[i].memory, x[i].bytes));
    if (gemm->packed_b) ND_TRY(pack(check));
out:
    return status;
}

static void release(struct check *check)
{
    for (int i = 0; i < OPERANDS; i++) {
        nadir_tensor_destroy(&check->operands[i].memory);
        free(check->operands[i].bytes);
    }
    free(check->scratch);
    free(check->c_before);
}

/* Runs it as a plan of its own, so that scratch memory of the call that is under way stays what it is, and outside of a
 * profile. */
static enum nadir_status run(struct check *check)
{
    enum nadir_status status;
    struct nadir_context *context = check->context;
    const bool profile = context->profile;
    struct nadir__plan plan = {0};
    context->profile = false;
    ND_TRY(nadir__emit_gemm_by(&(struct nadir__sink){.context = context, .plan = &plan}, &check->gemm, &check->choice));
    ND_TRY(nadir__plan_run(context, &plan));
    for (int i = 0; i < OPERANDS; i++) {
        struct operand *x = &check->operands[i];
        if (i == C || i == BEFORE || i == SUMS)
            if (x->bytes) ND_TRY(nadir_tensor_download(context, &x->memory, x->bytes));
    }
out:
    nadir__plan_clear(&plan);
    context->profile = profile;
    return status;
}

/* --- Comparing. --- */

static enum nadir_status fail_at(const struct check *check, const char *name, size_t t, size_t i, size_t j, double got,
                                 double want)
{
    const struct nadir__gemm *g = &check->gemm;
    char matrix[32] = "";
    if (g->batch > 1) snprintf(matrix, sizeof matrix, "%zu, ", t);
    return nadir__fail(NADIR_ERROR_WRONG_RESULT, "%s[%s%zu, %zu] of %zu x %zu x %zu is %.9g, but expected is %.9g", name,
                       matrix, i, j, g->m, g->n, g->k, got, want);
}

/* No element beside the matrix was written to: with its own made NaN, all are. Comparisons with it end here. */
static enum nadir_status check_beside(struct check *check, int which)
{
    struct operand *x = &check->operands[which];
    if (!x->bytes) return NADIR_OK;
    for (size_t t = 0; t < x->view.batch; t++)
        for (size_t i = 0; i < x->view.rows; i++)
            for (size_t j = 0; j < x->view.cols; j++) write_number(x->view.dtype, x->bytes, position(x, t, i, j), NAN);
    for (size_t at = 0; at < x->count; at++)
        if (!isnan(read_number(x->view.dtype, x->bytes, at)))
            return nadir__fail(NADIR_ERROR_WRONG_RESULT, "%s of %zu x %zu x %zu: element %zu beside it was written to", x->name,
                               check->gemm.m, check->gemm.n, check->gemm.k, at);
    return NADIR_OK;
}

static double left(const struct check *check, size_t t, size_t i, size_t l)
{
    const bool transposed = check->gemm.transpose_a;
    return number(&check->operands[A], t, transposed ? l : i, transposed ? i : l);
}

static double right(const struct check *check, size_t t, size_t l, size_t j)
{
    const bool transposed = check->gemm.transpose_b;
    return number(&check->operands[B], t, transposed ? j : l, transposed ? l : j);
}

static double old_c(const struct check *check, size_t t, size_t i, size_t j)
{
    const struct operand *c = &check->operands[C];
    return check->c_before ? (double)read_number(c->view.dtype, check->c_before, position(c, t, i, j)) : 0;
}

/* Row i of alpha op(a) op(b) + beta c + bias into z, the sums of the magnitudes into sizes. */
static void reference_row(const struct check *check, size_t t, size_t i, double *z, double *sizes)
{
    const struct nadir__gemm *g = &check->gemm;
    for (size_t j = 0; j < g->n; j++) {
        z[j] = g->beta != 0.0f ? (double)g->beta * old_c(check, t, i, j) : 0;
        sizes[j] = fabs(z[j]);
        if (!g->bias.buffer) continue;
        const double bias = number(&check->operands[BIAS], 0, 0, j);
        z[j] += bias;
        sizes[j] += fabs(bias);
    }
    for (size_t l = 0; l < g->k; l++) {
        const double factor = (double)g->alpha * left(check, t, i, l);
        for (size_t j = 0; j < g->n; j++) {
            const double term = factor * right(check, t, l, j);
            z[j] += term;
            sizes[j] += fabs(term);
        }
    }
}

/* Every element of c and of `before`, within what nadir/gemm.h promises and what functions are off by: some ulp of 1, and no
 * slope is above 1.13. */
static enum nadir_status compare_row(const struct check *check, size_t t, size_t i, const double *z, const double *sizes)
{
    const struct nadir__gemm *g = &check->gemm;
    const struct operand *x = check->operands;
    const enum nadir_activation f = g->activation.function;
    const double relative = (4 * sqrt((double)g->k) + 4) * U, alpha = (double)g->activation.alpha;
    for (size_t j = 0; j < g->n; j++) {
        double want = z[j], bound = relative * sizes[j];
        if (x[BEFORE].bytes) {
            const double got = number(&x[BEFORE], t, i, j), rounded = rounding(x[BEFORE].view.dtype, want);
            if (!(fabs(got - want) <= bound + rounded)) return fail_at(check, "before", t, i, j, got, want);
            bound += rounded; /* f may be applied to what was stored */
        }
        if (x[SAVED].bytes) {
            const double slope = nadir__reference_slope(f, alpha, number(&x[SAVED], t, i, j));
            bound = bound * fabs(slope) + 16 * U * (1 + fabs(want));
            want *= slope;
        } else if (f != NADIR_ACTIVATION_NONE) {
            want = nadir__reference_activation(f, alpha, want);
            bound = 1.13 * bound + 16 * U * (1 + fabs(want));
        }
        const double got = number(&x[C], t, i, j);
        if (!(fabs(got - want) <= bound + rounding(x[C].view.dtype, want))) return fail_at(check, "c", t, i, j, got, want);
    }
    return NADIR_OK;
}

static enum nadir_status compare_all(const struct check *check)
{
    enum nadir_status status = NADIR_OK;
    double *z = check->scratch, *sizes = z + check->gemm.n;
    for (size_t t = 0; t < check->gemm.batch; t++)
        for (size_t i = 0; i < check->gemm.m; i++) {
            reference_row(check, t, i, z, sizes);
            ND_TRY(compare_row(check, t, i, z, sizes));
        }
out:
    return status;
}

/* c v = alpha op(a) (op(b) v) + beta c v + (bias v) for vectors v of -1 and 1: one wrong element of c shows in one of c v. */
static enum nadir_status compare_by_vector(const struct check *check, size_t t, uint32_t seed)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__gemm *g = &check->gemm;
    const struct operand *c = &check->operands[C];
    double *v = check->scratch, *sizes = v + g->n, *bv = sizes + g->n, *b_sizes = bv + g->k, bias = 0;
    for (size_t j = 0; j < g->n; j++) {
        v[j] = draw(seed, j) < 0 ? -1 : 1;
        if (g->bias.buffer) bias += v[j] * number(&check->operands[BIAS], 0, 0, j);
    }
    for (size_t l = 0; l < g->k; l++) bv[l] = b_sizes[l] = 0;
    for (size_t outer = 0; outer < (g->transpose_b ? g->n : g->k); outer++)
        for (size_t inner = 0; inner < (g->transpose_b ? g->k : g->n); inner++) {
            const size_t j = g->transpose_b ? outer : inner, l = g->transpose_b ? inner : outer;
            const double x = number(&check->operands[B], t, outer, inner);
            bv[l] += v[j] * x;
            b_sizes[l] += fabs(x);
        }
    for (size_t i = 0; i < g->m; i++) {
        double want = bias, size = (double)g->n, got = 0, rounded = 0;
        for (size_t l = 0; l < g->k; l++) {
            const double x = (double)g->alpha * left(check, t, i, l);
            want += x * bv[l];
            size += fabs(x) * b_sizes[l];
        }
        for (size_t j = 0; j < g->n; j++) {
            const double x = number(c, t, i, j), r = rounding(c->view.dtype, x);
            got += v[j] * x;
            rounded += r * r;
            if (g->beta != 0.0f) want += v[j] * (double)g->beta * old_c(check, t, i, j);
        }
        /* An element is off by some U of the magnitudes that it sums (size / n of them), and with a sign of its own. */
        if (fabs(got - want) <= 8 * U * size / sqrt((double)g->n) + 4 * sqrt(rounded)) continue;
        reference_row(check, t, i, v, sizes);
        ND_TRY(compare_row(check, t, i, v, sizes));
        return nadir__fail(NADIR_ERROR_WRONG_RESULT, "row %zu of %zu x %zu x %zu times a vector is %.9g, but expected is %.9g",
                           i, g->m, g->n, g->k, got, want);
    }
out:
    return status;
}

static enum nadir_status compare_sums(const struct check *check)
{
    const struct nadir__gemm *g = &check->gemm;
    const struct operand *sums = &check->operands[SUMS];
    for (size_t t = 0; sums->bytes && t < g->batch; t++)
        for (size_t i = 0; i < g->m; i++) {
            double want = 0, size = 0;
            for (size_t l = 0; l < g->k; l++) {
                const double x = left(check, t, i, l);
                want += x;
                size += fabs(x);
            }
            const double got = number(sums, t, 0, i);
            if (!(fabs(got - want) <= (4 * sqrt((double)g->k) + 4) * U * size))
                return fail_at(check, "row_sums", t, 0, i, got, want);
        }
    return NADIR_OK;
}

/* Products of more multiplications than this are compared through vectors: by then the double ones take long. */
#define MOST_COMPARED 4e6

static enum nadir_status compare(struct check *check)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__gemm *g = &check->gemm;
    const bool linear = g->activation.function == NADIR_ACTIVATION_NONE && !g->before.buffer && !g->derivative.buffer;
    if (linear && (double)g->m * (double)g->n * (double)g->k * (double)g->batch > MOST_COMPARED) {
        for (size_t t = 0; t < g->batch; t++)
            for (uint32_t seed = OPERANDS; seed < OPERANDS + 2; seed++) ND_TRY(compare_by_vector(check, t, seed));
    } else {
        ND_TRY(compare_all(check));
    }
    ND_TRY(compare_sums(check));
    ND_TRY(check_beside(check, C));
    ND_TRY(check_beside(check, BEFORE));
    ND_TRY(check_beside(check, SUMS));
out:
    return status;
}

/* `path` not NULL: only if the problem takes it, *took says so. */
static enum nadir_status verify(struct nadir_context *context, const struct nadir__gemm *gemm,
                                const struct nadir__gemm_choice *choice, const size_t size[3], size_t batch, bool gaps,
                                float beta, const char *path, bool *took)
{
    enum nadir_status status;
    const struct nadir__gemm_backend *backend = nadir__gemm_backends[choice->backend];
    struct check check = {.context = context, .choice = *choice, .gaps = gaps};
    char other[ND_GEMM_PATH];
    ND_TRY(prepare(&check, gemm, size[0], size[1], size[2], batch, beta));
    ND_TRY(backend->accepts(context, &check.gemm, choice));
    backend->path(context, &check.gemm, choice, other);
    *took = !path || strcmp(path, other) == 0;
    if (!*took) goto out;
    check.scratch = malloc(2 * (size[1] + size[2]) * sizeof *check.scratch);
    const struct operand *c = &check.operands[C];
    if (beta != 0.0f) {
        check.c_before = malloc(c->count * nadir_dtype_size(c->view.dtype));
        if (check.c_before) memcpy(check.c_before, c->bytes, c->count * nadir_dtype_size(c->view.dtype));
    }
    if (!check.scratch || (beta != 0.0f && !check.c_before)) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory to check a matrix product");
        goto out;
    }
    ND_TRY(run(&check));
    ND_TRY(compare(&check));
out:
    release(&check);
    return status;
}

enum nadir_status nadir__gemm_verify(struct nadir_context *context, const struct nadir__gemm *gemm,
                                     const struct nadir__gemm_choice *choice, size_t m, size_t n, size_t k, size_t batch)
{
    bool took;
    return verify(context, gemm, choice, (const size_t[]){m, n, k}, batch, false, gemm->beta, NULL, &took);
}

/* --- Which products a path is checked with. --- */

/* Two tiny products, across the edges of small tiles: oclgrind interprets them, and so does a slow device. Where a path depends
 * on sizes, they come closer to those of `gemm` until they take it. */
static enum nadir_status check_own(struct nadir_context *context, const struct nadir__gemm *gemm,
                                   const struct nadir__gemm_choice *choice, const char *path)
{
    enum nadir_status status = NADIR_OK;
    enum { SIZES = 3, BLOCKS = 2 }; /* the last one with more than one block of steps along k */
    static const size_t sizes[SIZES][3] = {{17, 49, 7}, {3, 5, 2}, {9, 33, 37}};
    const struct nadir__gemm_backend *backend = nadir__gemm_backends[choice->backend];
    struct nadir__gemm_choice shallow = *choice;
    bool blocks = false;
    for (unsigned v = 0; v < ND_GEMM_VALUES; v++) {
        if (!backend->value_names[v] || strcmp(backend->value_names[v], "depth") != 0) continue;
        shallow.values[v] = context->geometry[NADIR_WALK_CPU].vector;
        blocks = true;
    }
    enum { AS_LISTED, WIDE, THIN, SMALL, SHALLOW, OWN, ATTEMPTS };
    const size_t own[3] = {gemm->m, gemm->n, gemm->k}, batch = gemm->batch > 1 ? 2 : 1;
    for (int i = 0; i < (blocks ? SIZES : BLOCKS); i++) {
        const float beta = i > 0 && !gemm->before.buffer ? 0.5f : 0.0f;
        bool took = false;
        for (int attempt = AS_LISTED; attempt < ATTEMPTS && !took; attempt++) {
            size_t size[3] = {sizes[i][0], attempt == WIDE ? 131 : sizes[i][1], sizes[i][2]};
            for (int axis = 0; axis < 3; axis++) {
                if (attempt >= THIN && own[axis] == 1) size[axis] = 1;
                if (attempt == SMALL) size[axis] = own[axis] < 67 ? own[axis] : 67;
                if (attempt == OWN || (attempt == SHALLOW && axis < 2)) size[axis] = own[axis];
            }
            const struct nadir_error before = *nadir_last_error();
            const size_t matrices = attempt < SHALLOW || gemm->batch == 0 ? batch : gemm->batch;
            status = verify(context, gemm, i == BLOCKS ? &shallow : choice, size, matrices, i == 1, beta, path, &took);
            if (status == NADIR_ERROR_UNSUPPORTED) nadir__error_restore(&before);
            else if (status != NADIR_OK) goto out;
            if (i == BLOCKS && attempt == SMALL) break; /* beyond what proves the path itself: not at any price */
        }
        if (!took && i < BLOCKS) {
            status = nadir__fail(NADIR_ERROR_UNSUPPORTED, "no product was found that takes \"%s\" and could be checked", path);
            goto out;
        }
    }
    status = NADIR_OK;
out:
    return status;
}

/* The first sizes take CLBlast's direct kernel if any product of the class does, the second ones its indirect one. All are
 * odd. */
static enum nadir_status check_clblast(struct nadir_context *context, const struct nadir__gemm *gemm,
                                       const struct nadir__gemm_choice *choice, const char *path)
{
    enum nadir_status status = NADIR_OK;
    static const size_t sizes[4][3] = {{9, 35, 17}, {63, 65, 63}, {905, 899, 897}, {2053, 2063, 2069}};
    struct nadir__gemm plain = *gemm;
    const size_t batch = gemm->batch > 1 ? 2 : 1;
    bool took;
    int end = 1;
    (void)path; /* all of these sizes take it */
    plain.bias = plain.row_sums = (struct nadir_tensor){0};
    plain.before = plain.derivative = (struct nadir_matrix){0};
    plain.activation = (struct nadir__activation){0};
    while (end < 3 && (double)gemm->m * (double)gemm->n * (double)gemm->k >
                          (double)sizes[end][0] * (double)sizes[end][1] * (double)sizes[end][2])
        end++;
    for (int i = 0; i < 2; i++)
        for (int with_c = 0; with_c < 2; with_c++)
            if (i == 0 || end < 3 || !with_c)
                ND_TRY(verify(context, &plain, choice, sizes[i ? end : 0], batch, true, with_c ? 0.5f : 0.0f, NULL, &took));
    /* Whole tiles without gaps are not padded, but copied by other kernels, or not at all. */
    static const size_t whole[4] = {0, 32, 512, 1024};
    ND_TRY(verify(context, &plain, choice, (const size_t[]){whole[end], whole[end], whole[end]}, batch, false, 0.0f, NULL, &took));
out:
    return status;
}

/* The kernels that follow a product whose back end does not do that itself: a product that is trusted, with them. */
static enum nadir_status check_epilogue(struct nadir_context *context, const struct nadir__gemm *gemm,
                                        const struct nadir__gemm_choice *choice, const char *path)
{
    bool took;
    (void)path;
    return verify(context, gemm, choice, (const size_t[]){9, 35, 17}, gemm->batch > 1 ? 2 : 1, true,
                  gemm->before.buffer ? 0.0f : 0.5f, NULL, &took);
}

static bool has_epilogue(const struct nadir__gemm *gemm)
{
    return gemm->bias.buffer || gemm->before.buffer || gemm->derivative.buffer || gemm->row_sums.buffer ||
           gemm->activation.function != NADIR_ACTIVATION_NONE;
}

/* --- What is known. --- */

static void destroy_record(struct nadir__gemm_record *record)
{
    for (size_t i = 0; i < sizeof record->memory / sizeof record->memory[0]; i++)
        if (record->memory[i].buffer) clReleaseMemObject(record->memory[i].buffer);
    free(record->right);
    free(record);
}

enum nadir_status nadir__gemm_record_get(struct nadir_context *context, struct nadir__gemm_record **out)
{
    if (!context->gemm_record) {
        context->gemm_record = calloc(1, sizeof *context->gemm_record);
        if (!context->gemm_record)
            return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for what is known of matrix products");
        context->gemm_record_destroy = destroy_record;
    }
    *out = context->gemm_record;
    return NADIR_OK;
}

enum nadir_status nadir__gemm_memory_get(struct nadir_context *context, enum nadir__gemm_memory use, size_t bytes, cl_mem *out)
{
    enum nadir_status status;
    struct nadir__gemm_record *record = NULL;
    ND_TRY(nadir__gemm_record_get(context, &record));
    if (bytes > record->memory[use].bytes) {
        cl_mem larger;
        ND_TRY(nadir__buffer_create(context, &larger, bytes));
        if (record->memory[use].buffer) clReleaseMemObject(record->memory[use].buffer);
        record->memory[use].buffer = larger;
        record->memory[use].bytes = bytes;
    }
    *out = record->memory[use].buffer;
out:
    return status;
}

static uint64_t path_hash(const char *path)
{
    uint64_t hash = 14695981039346656037ull;
    for (; *path; path++) hash = (hash ^ (unsigned char)*path) * 1099511628211ull;
    return hash;
}

static bool is_right(const struct nadir__gemm_record *record, const char *path)
{
    const uint64_t hash = path_hash(path);
    for (size_t i = 0; i < record->count; i++)
        if (record->right[i].hash == hash && strcmp(record->right[i].path, path) == 0) return true;
    return false;
}

static enum nadir_status remember(struct nadir__gemm_record *record, const char *path)
{
    if (record->count == record->capacity) {
        const size_t capacity = record->capacity ? 2 * record->capacity : 16;
        void *right = realloc(record->right, capacity * sizeof *record->right);
        if (!right) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for what is known of matrix products");
        record->right = right;
        record->capacity = capacity;
    }
    record->right[record->count].hash = path_hash(path);
    snprintf(record->right[record->count++].path, ND_GEMM_PATH, "%s", path);
    return NADIR_OK;
}

/* As nadir__gemm_trust, for one path. `keep`: in the file, also when it is right. */
static enum nadir_status trust_path(struct nadir_context *context, const struct nadir__gemm *gemm,
                                    const struct nadir__gemm_choice *choice, const char *path, bool keep,
                                    enum nadir_status (*check)(struct nadir_context *context, const struct nadir__gemm *gemm,
                                                               const struct nadir__gemm_choice *choice, const char *path))
{
    enum nadir_status status;
    struct nadir__gemm_record *record = context->gemm_record;
    struct nadir__gemm_verdict verdict = {.right = true};
    if (is_right(record, path)) return NADIR_OK;
    if (!nadir__gemm_state_find_verdict(context, path, &verdict)) {
        status = check(context, gemm, choice, path);
        if (status != NADIR_OK && status != NADIR_ERROR_WRONG_RESULT) return status;
        snprintf(verdict.path, sizeof verdict.path, "%s", path);
        verdict.right = status == NADIR_OK;
        if (!verdict.right) {
            snprintf(verdict.note, sizeof verdict.note, "%.159s", nadir_last_error()->message);
            nadir__log(NADIR_LOG_WARNING, "%s: matrix products by \"%s\" are wrong and not used: %s", context->device.name,
                       path, verdict.note);
        }
        if (keep || !verdict.right) ND_TRY(nadir__gemm_state_keep_verdict(context, &verdict));
    }
    if (verdict.right) return remember(record, path);
    status = nadir__fail(NADIR_ERROR_WRONG_RESULT,
                         "matrix products by \"%s\" are wrong on %s: %s; after `nadir tune --clear` they are checked again", path,
                         context->device.name, verdict.note);
out:
    return status;
}

enum nadir_status nadir__gemm_trust(struct nadir_context *context, const struct nadir__gemm *gemm,
                                    const struct nadir__gemm_choice *choice)
{
    enum nadir_status status;
    struct nadir__gemm_record *record = NULL;
    const struct nadir__gemm_backend *backend = nadir__gemm_backends[choice->backend];
    const bool own = choice->backend != NADIR_GEMM_CLBLAST;
    char path[ND_GEMM_PATH];
    ND_TRY(nadir__gemm_record_get(context, &record));
    ND_TRY(nadir__gemm_state_open(context)); /* may bring CLBlast's parameters with it, which its paths name */
    backend->path(context, gemm, choice, path);
    /* Right ones of Nadir's own kernels are not kept: they change with it, and are checked fast. */
    ND_TRY(trust_path(context, gemm, choice, path, !own, own ? check_own : check_clblast));
    if (backend->fuses || !has_epilogue(gemm)) goto out;
    snprintf(path, sizeof path, "epilogue %s%s%s", nadir_activation_name(gemm->activation.function),
             gemm->derivative.buffer ? " backward" : "", gemm->row_sums.buffer ? " sums" : "");
    ND_TRY(trust_path(context, gemm, choice, path, false, check_epilogue));
out:
    return status;
}
