/* SPDX-License-Identifier: MIT */
/* Examines matrix products and the linear layer. */
#include "reference_priv.h"
#include "trial_priv.h"

#include "base/status_priv.h"
#include "nadir/gemm.h"
#include "ops/gemm_check_priv.h"
#include "ops/ops_priv.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A sum of k products is off by about 1 U of the sum of their magnitudes, whatever the order; a serial chain at worst by k. */
#define PRODUCT_ERROR (8 * ND_U)

#define TENSOR(i) (&trial->slots[i].tensor)

/* --- Back ends. --- */

static const struct nadir__gemm ordinary = {.m = 64, .n = 128, .k = 784, .batch = 1, .transpose_b = true, .alpha = 1};

enum nadir_gemm_backend nadir__doctor_gemm(const struct nadir_context *context)
{
    return context->gemm != NADIR_GEMM_AUTO ? context->gemm : nadir__gemm_default(context, &ordinary).backend;
}

bool nadir__gemm_is_possible(const struct nadir_context *context)
{
    const struct nadir__gemm_choice choice = {.backend = context->gemm};
    return nadir__gemm_backends[context->gemm]->accepts(context, &ordinary, &choice) == NADIR_OK;
}

enum nadir_status nadir__examine_paths(struct nadir__doctor *doctor)
{
    enum nadir_status status;
    enum { MOST = 256 };
    const char *const check = "gemm paths";
    const struct nadir__gemm_record *record = doctor->context->gemm_record;
    struct nadir__gemm_verdict *verdicts = calloc(MOST, sizeof *verdicts);
    size_t count = 0, right = 0, wrong = 0;
    if (!verdicts) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for verdicts");
    nadir__doctor_begin(doctor, check);
    ND_TRY(nadir__gemm_file_verdicts(doctor->device, verdicts, MOST, &count));
    for (size_t i = 0; i < count && i < MOST; i++) {
        right += verdicts[i].right;
        if (verdicts[i].right) continue;
        wrong++;
        ND_TRY(nadir__doctor_find(doctor, NADIR_DOCTOR_WARNING, check, "%s is not used on this device: %s", verdicts[i].path,
                                  verdicts[i].note));
    }
    /* Right ones of Nadir's own kernels are not kept in the file, those of CLBlast are. */
    for (size_t i = 0; record && i < record->count; i++) right += strncmp(record->right[i].path, "clblast", 7) != 0;
    if (wrong == 0) ND_TRY(nadir__doctor_find(doctor, NADIR_DOCTOR_PASS, check, "%zu are right", right));
out:
    free(verdicts);
    return status;
}

/* --- Products. --- */

struct product {
    size_t m, n, k;
    bool transpose_a, transpose_b;
    float alpha, beta;
    bool full; /* not in a brief examination */
};

/* Odd and even, a single element, long and thin, and one that CLBlast's kernels for large products take on no device, one that
 * they take on some, and sizes beyond what the packed kernel takes at once (256 steps; on small devices also rows and columns). */
static const struct product products[] = {
    {33, 17, 65, false, false, 1, 0, false},
    {33, 17, 65, false, true, 1, 0, false},
    {33, 17, 65, true, false, 1, 0, false},
    {33, 17, 65, true, true, 1, 0, false},
    {64, 32, 48, false, false, 0.5f, -1.25f, false},
    {1, 1, 1, false, false, 1, 0, true},
    {1, 257, 3, false, true, 2, 1, true},
    {129, 1, 255, true, false, 1, 0, true},
    {16, 16, 16, true, true, -1, 0.5f, true},
    {257, 31, 100, false, true, 1, 0, true},
    {300, 1040, 270, true, false, 1, 0, true},
};

static enum nadir_status prepare_product(struct nadir__trial *trial, const void *of)
{
    const struct product *p = of;
    const size_t m = p->m, n = p->n, k = p->k;
    struct nadir__slot *a = nadir__trial_uniform(trial, "a", ND_SHAPE(p->transpose_a ? k : m, p->transpose_a ? m : k), -1, 1);
    struct nadir__slot *b = nadir__trial_uniform(trial, "b", ND_SHAPE(p->transpose_b ? n : k, p->transpose_b ? k : n), -1, 1);
    double *before = nadir__trial_doubles(trial, m * n);
    for (size_t i = 0; before && i < m * n; i++) before[i] = nadir__trial_draw(trial, -1, 1);
    struct nadir__slot *c = nadir__trial_update(trial, "c", ND_SHAPE(m, n), p->beta != 0 ? before : NULL);
    if (trial->status != NADIR_OK) return trial->status;
    for (size_t i = 0; c->x && i < m * n; i++) c->want[i] = c->x[i];
    nadir__reference_gemm(c->want, c->bound, a->x, b->x, m, n, k, p->transpose_a, p->transpose_b, (double)p->alpha,
                          (double)p->beta);
    for (size_t i = 0; i < m * n; i++) c->bound[i] = PRODUCT_ERROR * c->bound[i] + 1e-37;
    return NADIR_OK;
}

static enum nadir_status run_product(struct nadir__trial *trial, const void *of)
{
    const struct product *p = of;
    const struct nadir_matrix a = nadir_matrix_of(TENSOR(0)), b = nadir_matrix_of(TENSOR(1)), c = nadir_matrix_of(TENSOR(2));
    const struct nadir_gemm_params params = {
        .transpose_a = p->transpose_a, .transpose_b = p->transpose_b, .alpha = p->alpha, .beta = p->beta};
    return nadir_gemm(trial->context, &c, &a, &b, &params);
}

/* A product that CLBlast's kernels for large ones take on every device, too large to be computed in double: c v = a (b v) for a
 * vector v of -1 and 1. One wrong element of c shows in one of c v. */
enum { LARGE_M = 1301, LARGE_N = 1283, LARGE_K = 1290 };

static double sign_of(size_t i)
{
    return i * 2654435761u >> 16 & 1 ? -1 : 1;
}

static enum nadir_status prepare_large(struct nadir__trial *trial, const void *of)
{
    (void)of;
    struct nadir__slot *a = nadir__trial_uniform(trial, "a", ND_SHAPE(LARGE_M, LARGE_K), -1, 1);
    struct nadir__slot *b = nadir__trial_uniform(trial, "b", ND_SHAPE(LARGE_K, LARGE_N), -1, 1);
    nadir__trial_output(trial, "c", NADIR_F32, ND_SHAPE(LARGE_M, LARGE_N))->want = NULL;
    struct nadir__slot *cv = nadir__trial_captured(trial, "c v", LARGE_M);
    double *v = nadir__trial_doubles(trial, LARGE_N), *bv = nadir__trial_doubles(trial, LARGE_K);
    if (trial->status != NADIR_OK) return trial->status;
    for (size_t j = 0; j < LARGE_N; j++) v[j] = sign_of(j);
    nadir__reference_gemm(bv, NULL, b->x, v, LARGE_K, 1, LARGE_N, false, false, 1, 0);
    nadir__reference_gemm(cv->want, NULL, a->x, bv, LARGE_M, 1, LARGE_K, false, false, 1, 0);
    /* The elements of c are off by about k / 4 of PRODUCT_ERROR, with signs of their own. */
    const double bound = PRODUCT_ERROR * LARGE_K / 4 * sqrt(LARGE_N);
    for (size_t i = 0; i < LARGE_M; i++) cv->bound[i] = bound;
    return NADIR_OK;
}

static enum nadir_status run_large(struct nadir__trial *trial, const void *of)
{
    enum nadir_status status;
    (void)of;
    float *c = calloc(trial->slots[2].count, sizeof *c);
    if (!c) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu numbers", trial->slots[2].count);
    const struct nadir_matrix x = nadir_matrix_of(TENSOR(0)), y = nadir_matrix_of(TENSOR(1)), xy = nadir_matrix_of(TENSOR(2));
    ND_TRY(nadir_gemm(trial->context, &xy, &x, &y, NULL));
    ND_TRY(nadir_tensor_download(trial->context, TENSOR(2), c));
    for (size_t i = 0; i < LARGE_M; i++) {
        trial->slots[3].got[i] = 0;
        for (size_t j = 0; j < LARGE_N; j++) trial->slots[3].got[i] += sign_of(j) * (double)c[i * LARGE_N + j];
    }
out:
    free(c);
    return status;
}

/* --- The linear layer, with what a graph folds into it. --- */

struct linear {
    size_t rows, in, out;
    enum nadir_activation f;
    bool before; /* forward: also what f is applied to */
    const double *dy, *z, *w, *b; /* for the value below */
    double *y;
};

static enum nadir_status prepare_forward(struct nadir__trial *trial, const void *of)
{
    const struct linear *l = of;
    const double alpha = (double)nadir_activation_alpha(l->f);
    struct nadir__slot *x = nadir__trial_uniform(trial, "x", ND_SHAPE(l->rows, l->in), -1, 1);
    struct nadir__slot *w = nadir__trial_uniform(trial, "w", ND_SHAPE(l->out, l->in), -1, 1);
    struct nadir__slot *b = nadir__trial_uniform(trial, "b", ND_SHAPE(l->out), -1, 1);
    struct nadir__slot *y = nadir__trial_output(trial, "y", NADIR_F32, ND_SHAPE(l->rows, l->out));
    struct nadir__slot *z = l->before ? nadir__trial_output(trial, "before", NADIR_F32, ND_SHAPE(l->rows, l->out)) : NULL;
    double *before = nadir__trial_doubles(trial, y->count), *size = nadir__trial_doubles(trial, y->count);
    if (trial->status != NADIR_OK) return trial->status;
    nadir__reference_gemm(before, size, x->x, w->x, l->rows, l->out, l->in, false, true, 1, 0);
    for (size_t i = 0; i < y->count; i++) {
        const double error = PRODUCT_ERROR * (size[i] + 1);
        before[i] += b->x[i % l->out];
        y->want[i] = nadir__reference_activation(l->f, alpha, before[i]);
        /* No slope is above 1.13; functions are right to some 5 ulp of 1. */
        y->bound[i] = 1.13 * error + 16 * ND_U * (1 + fabs(y->want[i]));
        if (z) z->want[i] = before[i], z->bound[i] = error;
    }
    return NADIR_OK;
}

static enum nadir_status run_forward(struct nadir__trial *trial, const void *of)
{
    const struct linear *l = of;
    if (!l->before) return nadir_linear_forward(trial->context, TENSOR(3), TENSOR(0), TENSOR(1), TENSOR(2), l->f);
    const struct nadir__activation f = {l->f, nadir_activation_alpha(l->f)};
    return nadir__emit_linear_forward(&(struct nadir__sink){.context = nadir__begin(trial->context)}, TENSOR(3), TENSOR(4),
                                      TENSOR(0), TENSOR(1), TENSOR(2), f);
}

/* sum of dy (f(z) w^T + b), whose derivatives are dz, dw and db. */
static double linear_value(const void *of)
{
    const struct linear *l = of;
    const double alpha = (double)nadir_activation_alpha(l->f);
    double sum = 0;
    for (size_t i = 0; i < l->rows; i++) {
        for (size_t j = 0; j < l->in; j++) l->y[j] = nadir__reference_activation(l->f, alpha, l->z[i * l->in + j]);
        for (size_t o = 0; o < l->out; o++) {
            double y = l->b[o];
            for (size_t j = 0; j < l->in; j++) y += l->y[j] * l->w[o * l->in + j];
            sum += l->dy[i * l->out + o] * y;
        }
    }
    return sum;
}

static enum nadir_status prepare_backward(struct nadir__trial *trial, const void *of)
{
    struct linear l = *(const struct linear *)of;
    const double alpha = (double)nadir_activation_alpha(l.f);
    const bool saves_input = nadir_activation_saves_input(l.f);
    struct nadir__slot *dy = nadir__trial_uniform(trial, "dy", ND_SHAPE(l.rows, l.out), -1, 1);
    struct nadir__slot *w = nadir__trial_uniform(trial, "w", ND_SHAPE(l.out, l.in), -1, 1);
    double *z = nadir__trial_doubles(trial, l.rows * l.in), *x = nadir__trial_doubles(trial, l.rows * l.in);
    double *b = nadir__trial_doubles(trial, l.out);
    l.y = nadir__trial_doubles(trial, l.in);
    for (size_t i = 0; l.y && i < l.rows * l.in; i++) {
        z[i] = (double)(float)nadir__trial_draw(trial, -2, 2);
        x[i] = nadir__reference_activation(l.f, alpha, z[i]);
    }
    nadir__trial_input(trial, "x", NADIR_F32, ND_SHAPE(l.rows, l.in), x);
    nadir__trial_input(trial, "saved", NADIR_F32, ND_SHAPE(l.rows, l.in), saves_input ? z : x);
    struct nadir__slot *dx = nadir__trial_output(trial, "dx", NADIR_F32, ND_SHAPE(l.rows, l.in));
    struct nadir__slot *dw = nadir__trial_output(trial, "dw", NADIR_F32, ND_SHAPE(l.out, l.in));
    struct nadir__slot *db = nadir__trial_output(trial, "db", NADIR_F32, ND_SHAPE(l.out));
    if (trial->status != NADIR_OK) return trial->status;
    l.dy = dy->x, l.w = w->x, l.z = z, l.b = b;
    nadir__reference_gradient(dx->want, z, dx->count, 1, linear_value, &l);
    nadir__reference_gradient(dw->want, w->x, dw->count, 1, linear_value, &l);
    nadir__reference_gradient(db->want, b, db->count, 1, linear_value, &l);
    /* Sums of up to 11 terms of about the largest results' size. */
    for (struct nadir__slot *slot = dx; slot <= db; slot++) nadir__trial_bound(slot, 0, 16 * ND_U);
    return NADIR_OK;
}

static enum nadir_status run_backward(struct nadir__trial *trial, const void *of)
{
    const struct linear *l = of;
    if (l->f == NADIR_ACTIVATION_NONE)
        return nadir_linear_backward(trial->context, TENSOR(4), TENSOR(5), TENSOR(6), TENSOR(0), TENSOR(2), TENSOR(1));
    const struct nadir__activation f = {l->f, nadir_activation_alpha(l->f)};
    return nadir__emit_linear_backward(&(struct nadir__sink){.context = nadir__begin(trial->context)}, TENSOR(4), TENSOR(5),
                                       TENSOR(6), TENSOR(0), TENSOR(2), TENSOR(1), TENSOR(3), f);
}

/* --- All of them. --- */

enum nadir_status nadir__examine_products(const struct nadir__examination *examination, bool brief)
{
    static const struct nadir__operation product = {prepare_product, run_product}, large = {prepare_large, run_large};
    static const struct nadir__operation forward = {prepare_forward, run_forward}, backward = {prepare_backward, run_backward};
    enum nadir_status status;
    const bool fuses = nadir__gemm_backends[nadir__doctor_gemm(examination->context)]->fuses;
    for (size_t i = 0; i < sizeof products / sizeof *products; i++) {
        const struct product *p = &products[i];
        if (brief && p->full) continue;
        ND_TRY(nadir__examine(examination, &product, p, "gemm %zux%zux%zu %c%c", p->m, p->n, p->k, p->transpose_a ? 'T' : 'N',
                              p->transpose_b ? 'T' : 'N'));
    }
    if (!fuses)
        ND_TRY(nadir__examine(examination, &large, NULL, "gemm %dx%dx%d NN", LARGE_M, LARGE_N, LARGE_K));
    for (int f = 0; f < NADIR_ACTIVATION_COUNT; f++) {
        const struct linear l = {.rows = 11, .in = 21, .out = 9, .f = (enum nadir_activation)f, .before = !brief && f > 0};
        const char *name = nadir_activation_name(l.f);
        /* Folded into the product each activation is another kernel; else they are the elementwise ones. */
        if (f > NADIR_ACTIVATION_RELU && (brief || !fuses)) continue;
        ND_TRY(nadir__examine(examination, &forward, &l, "linear forward %s", name));
        ND_TRY(nadir__examine(examination, &backward, &l, "linear backward %s", name));
    }
out:
    return status;
}
