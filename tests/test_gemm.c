/* SPDX-License-Identifier: MIT */
/* Matrix products: every back end with every layout, epilogue and dtype on awkward sizes and strides, against double. */
#include "support.h"

#include "ops/gemm_priv.h"
#include "ref/ref.h"

#include <limits.h>
#include <stdio.h>

#define U 0x1p-24 /* unit roundoff of float */

/* --- The back ends, each bound by its context; AUTO only where there is one walk. --- */

static const struct variant {
    const char *name;
    enum nadir_walk walk;
    enum nadir_gemm_backend gemm;
    char mark; /* of its kinds of products, below */
} variants[] = {
    {"packed", NADIR_WALK_CPU, NADIR_GEMM_PACKED, 'p'},   {"small", NADIR_WALK_GPU, NADIR_GEMM_SMALL, 's'},
    {"clblast", NADIR_WALK_CPU, NADIR_GEMM_CLBLAST, 'c'}, {"clblast_gpu", NADIR_WALK_GPU, NADIR_GEMM_CLBLAST, 'g'},
    {"auto", NADIR_WALK_AUTO, NADIR_GEMM_AUTO, 'g'},
};
enum { INTERPRETED = 2, AUTO = 4 }; /* the first two run where kernels are interpreted, too */

/* --- Kinds of products: what kernels are specialised on, so that each is one or more compiled kernels. --- */

#define F NADIR_F32
#define H NADIR_F16
#define B NADIR_BF16
#define ACT(name) .f = NADIR_ACTIVATION_##name

/* Marks: p packed, s small, c CLBlast on the CPU walk, g those that only run a few; e also without a sum, where all back ends have
 * the same kernel. The first four have all pairs of sizes. Every activation and every dtype meets in some row, not in all. */
static const struct kind {
    const char *layout, *marks;
    enum nadir_dtype a, b, c;
    enum nadir_activation f;
    bool bias, before, saved, row_sums;
} kinds[] = {
    {"NN", "pscge", F, F, F, ACT(NONE)},
    {"NT", "pscg", F, F, F, ACT(NONE)},
    {"TN", "pscg", F, F, F, ACT(NONE)},
    {"TT", "pscg", F, F, F, ACT(NONE)},
    {"NN", "pc", F, F, F, .bias = true},
    {"NN", "p", F, F, F, .before = true},
    {"TN", "pscge", F, F, F, .row_sums = true},
    {"NT", "pscge", F, F, F, ACT(RELU), .bias = true},
    {"TT", "p", F, F, F, ACT(RELU), .bias = true},
    {"NT", "p", F, F, F, ACT(LEAKY_RELU), .bias = true},
    {"NN", "ps", F, B, F, ACT(ELU), .bias = true},
    {"NT", "psce", F, F, F, ACT(GELU), .bias = true, .before = true},
    {"TT", "p", H, H, H, ACT(GELU_TANH), .bias = true, .before = true},
    {"NN", "ps", B, B, B, ACT(SILU), .before = true},
    {"NT", "p", F, H, F, ACT(SIGMOID), .bias = true},
    {"TN", "ps", H, H, F, ACT(TANH)},
    {"TT", "ps", F, F, F, ACT(SOFTPLUS), .bias = true, .row_sums = true},
    {"NN", "p", F, F, F, .saved = true},
    {"NN", "pscge", F, F, F, ACT(RELU), .saved = true},
    {"TN", "ps", F, F, F, ACT(RELU), .saved = true, .row_sums = true},
    {"TT", "p", B, F, F, ACT(LEAKY_RELU), .saved = true},
    {"NN", "p", F, F, H, ACT(ELU), .saved = true},
    {"NN", "psc", F, F, F, ACT(GELU), .saved = true},
    {"NT", "ps", B, H, B, ACT(GELU_TANH), .saved = true},
    {"TN", "p", F, F, B, ACT(SILU), .saved = true},
    {"NN", "ps", H, B, F, ACT(SIGMOID), .saved = true},
    {"TT", "p", B, B, F, ACT(TANH), .saved = true},
    {"NN", "p", H, F, F, ACT(SOFTPLUS), .saved = true},
    {"NN", "pse", H, H, H, ACT(NONE)},
    {"NT", "pse", B, B, B, ACT(RELU), .bias = true},
    {"TN", "p", B, B, B, .row_sums = true},
    {"TT", "pse", H, F, H, .row_sums = true},
};
enum { KINDS = sizeof kinds / sizeof *kinds, PLAIN_KINDS = 4 };

/* The i-th kind of a variant, and how many it has. */
static const struct kind *kind_of(const struct variant *variant, size_t i)
{
    for (size_t j = 0; j < KINDS; j++)
        if (strchr(kinds[j].marks, variant->mark) && i-- == 0) return &kinds[j];
    return NULL;
}

static int kind_count(const struct variant *variant)
{
    int count = 0;
    while (kind_of(variant, (size_t)count)) count++;
    return count;
}

/* --- Problems. --- */

/* In [-1, 1]; in [0, 1]; of either sign and many magnitudes, 2^-20 to 2^20, or for sums that fit into float16 2^-20 to 1; positive
 * with a few NaN and infinities. */
enum data { UNIFORM, POSITIVE, WIDE, WIDE_HALF, NOT_FINITE };

struct problem {
    const struct kind *kind;
    size_t m, n, k, batch;
    bool shared_a, shared_b;
    float alpha, beta, f_alpha;
    size_t offset;
    struct test_gaps gaps[5]; /* a, b, c, before, saved */
    enum data data;
    uint64_t seed;
};

static size_t pick(struct test_random *random, size_t n)
{
    return test_word(random) % n;
}

/* A problem of a kind with all that costs no compilation chosen at random. */
static struct problem any_problem(const struct kind *kind, size_t m, size_t n, size_t k, uint64_t seed)
{
    static const size_t offsets[] = {0, 1, 3, 17}, rows[] = {0, 1, 5, 16}, batches[] = {1, 1, 1, 1, 2, 2, 3, 33};
    static const float alphas[] = {1, 1, 1, 1, -0.5f, 2.25f, 2.25f, 0}, betas[] = {0, 0, 1, -0.7f};
    struct test_random random = test_seed(seed);
    struct problem p = {.kind = kind, .m = m, .n = n, .k = k, .seed = seed};
    p.batch = batches[pick(&random, 8)];
    if (p.batch == 33 && m * n * k > 40000) p.batch = 2;
    p.shared_a = !kind->row_sums && pick(&random, 4) == 0;
    p.shared_b = pick(&random, 4) == 0;
    p.alpha = alphas[pick(&random, 8)];
    p.beta = kind->before ? 0 : betas[pick(&random, 4)];
    p.f_alpha = pick(&random, 2) ? nadir_activation_alpha(kind->f) : 0.25f;
    p.offset = offsets[pick(&random, 4)];
    const bool dense = pick(&random, 2);
    for (size_t i = 0; i < 5 && !dense; i++)
        p.gaps[i] = (struct test_gaps){rows[pick(&random, 4)], pick(&random, 2) * 3, pick(&random, 2)};
    const enum data data[] = {POSITIVE, kind->a == H || kind->b == H || kind->c == H ? WIDE_HALF : WIDE, NOT_FINITE};
    p.data = pick(&random, 2) ? UNIFORM : data[pick(&random, 3)];
    return p;
}

static void describe(char *text, size_t size, struct nadir_context *context, const struct problem *p)
{
    const struct kind *kind = p->kind;
    int used = snprintf(text, size, "%s, %s", nadir_context_describe(context), kind->layout);
    used += snprintf(text + used, size - (size_t)used,
                     " %s %s %s, m %zu n %zu k %zu batch %zu%s%s, alpha %g beta %g, %s(%g)%s%s%s%s", nadir_dtype_name(kind->a),
                     nadir_dtype_name(kind->b), nadir_dtype_name(kind->c), p->m, p->n, p->k, p->batch,
                     p->shared_a ? " one a" : "", p->shared_b ? " one b" : "", (double)p->alpha, (double)p->beta,
                     nadir_activation_name(kind->f), (double)p->f_alpha, kind->bias ? " bias" : "",
                     kind->before ? " before" : "", kind->saved ? " saved" : "", kind->row_sums ? " row_sums" : "");
    used += snprintf(text + used, size - (size_t)used, ", offset %zu, data %d, gaps", p->offset, (int)p->data);
    for (size_t i = 0; i < 5; i++)
        used += snprintf(text + used, size - (size_t)used, " %zu/%zu%s", p->gaps[i].row, p->gaps[i].matrix,
                         p->gaps[i].interleaved ? "i" : "");
}

/* A problem on the device, and what it was made from: a as (batch, m, k), b as (batch, k, n), whatever is stored. */
struct placed {
    struct problem problem;
    struct nadir_context *context;
    float *a, *b, *c, *bias, *saved;
    struct test_strided da, db, dc, dbefore, dsaved;
    struct test_tensor *dbias, *dsums;
};

static float *numbers(struct test_random *random, size_t n, enum nadir_dtype dtype, enum data data)
{
    float *x = test_floats(n);
    for (size_t i = 0; i < n; i++) {
        float v = test_uniform(random, data == POSITIVE ? 0 : -1, 1);
        if (data == WIDE) v = ldexpf(v, (int)pick(random, 41) - 20);
        if (data == WIDE_HALF) v = ldexpf(v, -(int)pick(random, 21));
        if (data == NOT_FINITE) v = 1 + 0.5f * v; /* no 0 times infinity */
        x[i] = dtype == NADIR_F32 ? v : (float)test_round(dtype, (double)v);
    }
    return x;
}

static float *transposed(const float *x, size_t batch, size_t rows, size_t cols)
{
    float *y = test_floats(batch * rows * cols);
    for (size_t l = 0; l < batch; l++)
        for (size_t i = 0; i < rows; i++)
            for (size_t j = 0; j < cols; j++) y[(l * cols + j) * rows + i] = x[(l * rows + i) * cols + j];
    return y;
}

/* What an activation's gradient is computed from: x, or y = f(x), in c's dtype. */
static float *saved_numbers(struct test_random *random, size_t n, const struct problem *p)
{
    float *x = numbers(random, n, NADIR_F32, UNIFORM);
    double *wide = test_widen(x, n);
    for (size_t i = 0; i < n; i++) wide[i] *= 3;
    if (!nadir_activation_saves_input(p->kind->f)) ref_activation(wide, wide, n, p->kind->f, (double)p->f_alpha);
    for (size_t i = 0; i < n; i++) x[i] = (float)test_round(p->kind->c, wide[i]);
    return x;
}

/* The host arrays of a problem. */
static struct placed generate(struct nadir_context *context, const struct problem *p)
{
    const struct kind *kind = p->kind;
    struct placed t = {.problem = *p, .context = context};
    struct test_random random = test_seed(p->seed ^ 0x5eed);
    const size_t c = p->batch * p->m * p->n;
    t.a = numbers(&random, (p->shared_a ? 1 : p->batch) * p->m * p->k, kind->a, p->data);
    t.b = numbers(&random, (p->shared_b ? 1 : p->batch) * p->k * p->n, kind->b, p->data);
    t.c = numbers(&random, c, kind->c, p->data);
    t.bias = numbers(&random, p->n, NADIR_F32, p->data);
    t.saved = saved_numbers(&random, c, p);
    if (p->data == NOT_FINITE && c * p->k > 0) {
        t.a[pick(&random, p->m * p->k)] = NAN;
        t.a[pick(&random, p->m * p->k)] = INFINITY;
        t.b[pick(&random, p->k * p->n)] = -INFINITY;
        t.c[pick(&random, c)] = NAN;
    }
    return t;
}

/* Puts them on the device. */
static void place(struct placed *t)
{
    const struct problem *p = &t->problem;
    const struct kind *kind = p->kind;
    struct nadir_context *context = t->context;
    const bool ta = kind->layout[0] == 'T', tb = kind->layout[1] == 'T';
    const size_t batch_a = p->shared_a ? 1 : p->batch, batch_b = p->shared_b ? 1 : p->batch;
    t->da = test_strided(context, kind->a, p->offset, batch_a, ta ? p->k : p->m, ta ? p->m : p->k, p->gaps[0],
                         ta ? transposed(t->a, batch_a, p->m, p->k) : t->a, false);
    t->db = test_strided(context, kind->b, p->offset, batch_b, tb ? p->n : p->k, tb ? p->k : p->n, p->gaps[1],
                         tb ? transposed(t->b, batch_b, p->k, p->n) : t->b, false);
    /* With beta 0 the output holds NaN, which must not get through. */
    t->dc = test_strided(context, kind->c, p->offset, p->batch, p->m, p->n, p->gaps[2], p->beta == 0 ? NULL : t->c, true);
    if (kind->before) t->dbefore = test_strided(context, kind->c, p->offset, p->batch, p->m, p->n, p->gaps[3], NULL, true);
    if (kind->saved) t->dsaved = test_strided(context, kind->c, p->offset, p->batch, p->m, p->n, p->gaps[4], t->saved, false);
    if (kind->bias) t->dbias = test_vector(context, p->offset, p->n, t->bias);
    const size_t sums[] = {p->batch, p->m};
    if (kind->row_sums)
        t->dsums = p->batch == 1 && p->seed % 2 ? test_vector(context, p->offset, p->m, NULL)
                                                : test_output(context, NADIR_F32, p->offset, 2, sums);
}

static struct nadir_gemm_params params_of(const struct placed *t)
{
    const struct problem *p = &t->problem;
    const struct kind *kind = p->kind;
    struct nadir_gemm_params params = nadir_gemm_params_default();
    params.transpose_a = kind->layout[0] == 'T';
    params.transpose_b = kind->layout[1] == 'T';
    params.alpha = p->alpha;
    params.beta = p->beta;
    params.activation = kind->f;
    params.activation_alpha = p->f_alpha;
    if (kind->bias) params.bias = &t->dbias->tensor;
    if (kind->before) params.before = &t->dbefore.matrix;
    if (kind->saved) params.saved = &t->dsaved.matrix;
    if (kind->row_sums) params.row_sums = &t->dsums->tensor;
    return params;
}

static void multiply(const struct placed *t)
{
    char what[512];
    const struct nadir_gemm_params params = params_of(t);
    const enum nadir_status status = nadir_gemm(t->context, &t->dc.matrix, &t->da.matrix, &t->db.matrix, &params);
    describe(what, sizeof what, t->context, &t->problem);
    ck_assert_msg(status == NADIR_OK, "%s: %s: %s", what, nadir_status_name(status), nadir_last_error()->message);
    TEST_OK(nadir_context_finish(t->context));
}

/* --- What has to come out. --- */

static double *absolute(const double *x, size_t n)
{
    double *y = test_doubles(n);
    for (size_t i = 0; i < n; i++) y[i] = fabs(x[i]);
    return y;
}

/* A float sum of k products: its roundings are as good as random and add up like sqrt(k) of them, each at most u times the sum
 * of magnitudes. Where k is small this is also what can come out at worst: k roundings of products and sums, and one each for
 * alpha and beta, make (k + 2) u, which is below 4 u sqrt(k) for k up to 11. */
static double of_sum(double size, size_t k)
{
    return 4 * U * sqrt(k > 0 ? (double)k : 1) * size;
}

/* One rounding to 16 bits. */
static double of_storing(enum nadir_dtype dtype, double want, double bound)
{
    return dtype == NADIR_F32 ? 0 : 0.5 * test_ulp(dtype, fabs(want) + bound);
}

static void verify(const struct placed *t)
{
    char what[512];
    const struct problem *p = &t->problem;
    const struct kind *kind = p->kind;
    const size_t m = p->m, n = p->n, k = p->k, one = m * n, all = p->batch * one;
    double *a = test_widen(t->a, (p->shared_a ? 1 : p->batch) * m * k),
           *b = test_widen(t->b, (p->shared_b ? 1 : p->batch) * k * n);
    double *a_size = absolute(a, (p->shared_a ? 1 : p->batch) * m * k);
    double *b_size = absolute(b, (p->shared_b ? 1 : p->batch) * k * n);
    double *want = test_widen(t->c, all), *size = absolute(want, all), *bound = test_doubles(all);
    const double alpha = (double)p->alpha, beta = (double)p->beta;
    for (size_t l = 0; l < p->batch; l++) {
        const size_t la = p->shared_a ? 0 : l, lb = p->shared_b ? 0 : l;
        /* With alpha 0, a and b are not read, whatever they hold. */
        const size_t terms = alpha == 0 ? 0 : k;
        ref_gemm(want + l * one, a + la * m * k, b + lb * k * n, m, n, terms, false, false, alpha, beta);
        ref_gemm(size + l * one, a_size + la * m * k, b_size + lb * k * n, m, n, terms, false, false, fabs(alpha), fabs(beta));
    }
    for (size_t i = 0; i < all; i++) {
        bound[i] = of_sum(size[i], k);
        if (!kind->bias) continue;
        const double bias = (double)t->bias[i % n];
        want[i] += bias;
        size[i] += fabs(bias);
        bound[i] += U * size[i]; /* one more addition */
    }

    describe(what, sizeof what, t->context, p);
    double *stored = test_doubles(all);
    if (kind->before) {
        for (size_t i = 0; i < all; i++) stored[i] = bound[i] + of_storing(kind->c, want[i], bound[i]);
        const size_t end = strlen(what);
        strcat(what, ": before");
        test_expect_within(what, test_read_strided(&t->dbefore), want, stored, all);
        what[end] = 0;
    }
    /* No slope is above 1.13, and an activation or its slope has a few roundings of its own. */
    if (kind->saved) {
        ref_activation_backward(want, want, test_widen(t->saved, all), all, kind->f, (double)p->f_alpha);
        for (size_t i = 0; i < all; i++) bound[i] = 1.13 * bound[i] + 10 * U * size[i];
    } else if (kind->f != NADIR_ACTIVATION_NONE) {
        ref_activation(want, want, all, kind->f, (double)p->f_alpha);
        for (size_t i = 0; i < all; i++) bound[i] = 1.13 * bound[i] + 10 * U * fabs(want[i]);
    }
    for (size_t i = 0; i < all; i++) {
        if (!isfinite(size[i])) bound[i] = 10 * U * fabs(want[i]); /* a limit of f, or 0 where its slope is */
        bound[i] += of_storing(kind->c, want[i], bound[i]);
    }
    test_expect_within(what, test_read_strided(&t->dc), want, bound, all);

    if (kind->row_sums) {
        double *sums = test_doubles(p->batch * m), *sums_bound = test_doubles(p->batch * m);
        for (size_t i = 0; i < p->batch * m; i++) {
            for (size_t j = 0; j < k; j++) {
                sums[i] += a[i * k + j];
                sums_bound[i] += a_size[i * k + j];
            }
            sums_bound[i] = of_sum(sums_bound[i], k);
        }
        strcat(what, ": row_sums");
        test_expect_within(what, test_read(t->dsums), sums, sums_bound, p->batch * m);
    }
    test_unchanged(t->da.memory);
    test_unchanged(t->db.memory);
    if (kind->bias) test_unchanged(t->dbias);
    if (kind->saved) test_unchanged(t->dsaved.memory);
}

static void run_problem(struct nadir_context *context, const struct problem *p)
{
    struct placed t = generate(context, p);
    place(&t);
    multiply(&t);
    verify(&t);
    test_reset();
}

/* --- Tests that loop over the kinds of a variant: _i is the variant and the number of the kind. --- */

enum { VARIANT = 1000 };

static struct nadir_context *context_of(int i)
{
    return test_context_with(variants[i / VARIANT].walk, variants[i / VARIANT].gemm);
}

static bool is_clblast(int i)
{
    return variants[i / VARIANT].gemm == NADIR_GEMM_CLBLAST;
}

static const size_t edge[] = {1, 2, 7, 8, 9, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 129};
enum { EDGES = sizeof edge / sizeof *edge };

/* What of a problem is compiled, as its back end names it. */
static void path_of(char out[ND_GEMM_PATH], struct nadir_context *context, const struct problem *p)
{
    const struct kind *kind = p->kind;
    const cl_mem some = (cl_mem)(void *)out; /* is looked at for NULL only */
    const struct nadir_matrix absent = {0};
    struct nadir__gemm gemm = {
        .m = p->m,
        .n = p->n,
        .k = p->k,
        .batch = p->batch,
        .transpose_a = kind->layout[0] == 'T',
        .transpose_b = kind->layout[1] == 'T',
        .alpha = p->alpha,
        .beta = p->beta,
        .c = {some, 0, kind->c, p->m, p->n, p->n, p->batch, p->m * p->n},
        .a = {some, 0, kind->a, p->m, p->k, p->k, p->batch, p->m * p->k},
        .b = {some, 0, kind->b, p->k, p->n, p->n, p->batch, p->k * p->n},
        .activation = {kind->f, p->f_alpha},
    };
    if (gemm.transpose_a) gemm.a.rows = p->k, gemm.a.cols = gemm.a.leading = p->m;
    if (gemm.transpose_b) gemm.b.rows = p->n, gemm.b.cols = gemm.b.leading = p->k;
    gemm.before = kind->before ? gemm.c : absent;
    gemm.derivative = kind->saved ? gemm.c : absent;
    gemm.bias.buffer = kind->bias ? some : NULL;
    gemm.row_sums.buffer = kind->row_sums ? some : NULL;
    const struct nadir__gemm_choice choice = {.backend = context->gemm};
    nadir__gemm_backends[context->gemm]->path(context, &gemm, &choice, out);
}

/* For plain products every pair of sizes in each two dimensions, and so all tiles and forms. Others with every size in each
 * dimension as far as one of the forms has it: each is another kernel to compile. */
START_TEST(edges)
{
    const size_t number = (size_t)(_i % VARIANT);
    const struct kind *kind = kind_of(&variants[_i / VARIANT], number);
    struct nadir_context *context = context_of(_i);
    const bool few = test_small() || is_clblast(_i) || _i / VARIANT == AUTO, plain = kind < kinds + PLAIN_KINDS;
    const size_t most = few ? 4 : plain ? EDGES * EDGES : 24;
    char form[ND_GEMM_PATH] = "", path[ND_GEMM_PATH];
    size_t done = 0;
    for (size_t i = 0; i < EDGES * EDGES && done < most; i++) {
        const size_t first = (7 * i + 3 * number) % EDGES, second = (i / EDGES + i + number) % EDGES;
        size_t m = edge[first], n = edge[second], k = edge[(first + second + number) % EDGES];
        if (!plain && i % 9 == 8) k = 1023;
        if (test_small()) m = m % 11 + 1, n = n % 37 + 1, k = k % 19 + 1;
        const struct problem p = any_problem(kind, m, n, k, 1 + i + number * 1009);
        if (!plain && context->gemm != NADIR_GEMM_AUTO) {
            path_of(path, context, &p);
            if (form[0] && strcmp(form, path) != 0) continue;
            strcpy(form, path);
        }
        run_problem(context, &p);
        done++;
    }
}
END_TEST

/* Each dimension empty, and the batch. What remains without a sum is beta c and all that follows. */
START_TEST(empty)
{
    static const size_t sizes[][4] = {{5, 19, 0, 1}, {5, 19, 0, 2}, {5, 0, 3, 2}, {0, 5, 3, 2}, {0, 0, 0, 1}, {4, 5, 3, 0}};
    const struct kind *kind = kind_of(&variants[_i / VARIANT], (size_t)(_i % VARIANT));
    if (!strchr(kind->marks, 'e')) return;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct problem p = any_problem(kind, sizes[i][0], sizes[i][1], sizes[i][2], 100 + i + (size_t)_i);
        p.batch = sizes[i][3];
        if (i < 2 && !kind->before) p.beta = i == 0 ? -0.7f : 0;
        run_problem(context_of(_i), &p);
    }
}
END_TEST

/* --- Tests of a variant: _i is the variant times VARIANT. --- */

/* Sizes of which small ones are as likely as large ones. */
START_TEST(random_sizes)
{
    struct test_random random = test_seed(20 + (uint64_t)_i);
    const int count = test_small() ? 6 : is_clblast(_i) ? 8 : 100;
    for (int i = 0; i < count; i++) {
        size_t size[3];
        for (int j = 0; j < 3; j++) size[j] = (size_t)exp2((double)test_uniform(&random, 0, test_small() ? 4.0f : 8.3f));
        const struct problem p = any_problem(&kinds[pick(&random, PLAIN_KINDS)], size[0], size[1], size[2], test_word(&random));
        run_problem(context_of(_i), &p);
    }
}
END_TEST

/* More than one block of every kind of tile, and few long sums. */
START_TEST(large)
{
    static const size_t sizes[][3] = {{1023, 9, 33}, {17, 1025, 65}, {31, 33, 1023}, {5, 1, 1025},   {1, 1025, 1023},
                                      {1023, 1, 17}, {65, 64, 2100}, {1, 1, 5000},   {2, 129, 1023}, {129, 1025, 127}};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (size_t j = 0; j < PLAIN_KINDS; j++) {
            if (test_small() || (is_clblast(_i) && (i + j) % 10 > 0)) continue;
            struct problem p = any_problem(&kinds[j], sizes[i][0], sizes[i][1], sizes[i][2], 3 * i + j);
            if (p.batch > 2) p.batch = 2;
            run_problem(context_of(_i), &p);
        }
}
END_TEST

/* The packed back end with the vectors of other CPUs: micro-tiles of their own. */
START_TEST(narrow_vectors)
{
    static const size_t chosen[] = {0, 1, 7, 11, 23, 24, 31}, sizes[][3] = {{9, 33, 17}, {3, 7, 40}, {40, 70, 300}, {65, 5, 33}};
    struct nadir_context_params params = nadir_context_params_default();
    struct nadir_device device = *test_device();
    struct nadir_context *context = NULL;
    device.float_vector = _i == 0 ? 4 : 8;
    params.walk = NADIR_WALK_CPU;
    params.gemm = NADIR_GEMM_PACKED;
    TEST_OK(nadir_context_create(&context, &device, &params));
    for (size_t j = 0; j < sizeof chosen / sizeof *chosen; j++)
        for (size_t i = 0; i < (j < 2 ? sizeof sizes / sizeof *sizes : 1); i++) {
            struct problem p = any_problem(&kinds[chosen[j]], sizes[i][0], sizes[i][1], sizes[i][2], i + 10 * j);
            if (p.batch > 2) p.batch = 2;
            run_problem(context, &p);
        }
    nadir_context_destroy(&context);
}
END_TEST

/* So many tiles that b is packed once for all of them; without memory for that each packs its own part, to the same bits. */
START_TEST(packed_first)
{
    enum { M = 1700, N = 1030, K = 19 };
    struct nadir_context *context = context_of(0), *poor = NULL;
    struct nadir_context_params params = nadir_context_params_default();
    params.gemm = NADIR_GEMM_PACKED;
    params.walk = NADIR_WALK_CPU;
    TEST_OK(nadir_context_create(&poor, test_device(), &params));
    poor->device.max_allocation = 4096;
    for (size_t j = 0; j < 2; j++) {
        char path[ND_GEMM_PATH];
        struct problem p = any_problem(&kinds[j], M, N, K, j);
        p.batch = 1;
        path_of(path, context, &p);
        ck_assert_msg(strstr(path, "b-packed-first"), "%s", path);
        run_problem(context, &p);
        const float *bits[2];
        for (int without = 0; without < 2; without++) {
            struct placed t = generate(without ? poor : context, &p);
            place(&t);
            const struct nadir__gemm gemm = {
                .m = M, .n = N, .k = K, .batch = 1,
                .transpose_b = kinds[j].layout[1] == 'T',
                .alpha = 1,
                .c = t.dc.matrix, .a = t.da.matrix, .b = t.db.matrix,
            };
            const struct nadir__sink sink = {.context = without ? poor : context};
            TEST_OK(nadir__emit_gemm_by(&sink, &gemm, &(struct nadir__gemm_choice){.backend = NADIR_GEMM_PACKED}));
            bits[without] = test_read_strided(&t.dc);
        }
        test_expect_bits("without memory for it", bits[1], bits[0], M * N);
        test_reset();
    }
    nadir_context_destroy(&poor);
}
END_TEST

/* The same bits in every run, and in a context of its own. */
START_TEST(same_bits)
{
    static const size_t sizes[][4] = {{37, 45, 700, 1}, {5, 9, 3000, 2}, {1, 70, 300, 1}, {20, 1, 500, 1}, {7, 33, 20, 33}};
    const struct variant *variant = &variants[_i / VARIANT];
    struct nadir_context_params params = nadir_context_params_default();
    struct nadir_context *fresh = NULL;
    params.walk = variant->walk;
    params.gemm = variant->gemm;
    TEST_OK(nadir_context_create(&fresh, test_device(), &params));
    for (size_t i = 0; i < (is_clblast(_i) ? 2 : sizeof sizes / sizeof *sizes); i++) {
        if (test_small() && i < 4) continue;
        for (size_t j = 0; j < PLAIN_KINDS; j++) {
            struct problem p = any_problem(&kinds[j], sizes[i][0], sizes[i][1], sizes[i][2], i + j);
            p.batch = test_small() ? 2 : sizes[i][3];
            const float *bits[3];
            for (int run = 0; run < 3; run++) {
                struct placed t = generate(run < 2 ? context_of(_i) : fresh, &p);
                place(&t);
                multiply(&t);
                bits[run] = test_read_strided(&t.dc);
            }
            test_expect_bits("second run", bits[1], bits[0], p.batch * p.m * p.n);
            test_expect_bits("another context", bits[2], bits[0], p.batch * p.m * p.n);
            test_reset();
        }
    }
    nadir_context_destroy(&fresh);
}
END_TEST

/* Windows of columns of one buffer: op(a), b and c beside each other. */
START_TEST(windows)
{
    enum { M = 7, N = 12, K = 7, LEADING = 40 };
    struct nadir_context *context = context_of(_i);
    struct test_random random = test_seed(3);
    float *all = test_random_floats(&random, M * LEADING, -1, 1);
    double a[M * K], b[K * N], want[M * N] = {0}, size[M * N] = {0};
    struct test_tensor *memory = test_vector(context, 3, M * LEADING, all);
    struct nadir_matrix x = {memory->tensor.buffer, memory->tensor.offset + 2, NADIR_F32, M, K, LEADING, 1, 0};
    struct nadir_matrix y = x, c = x;
    y.cols = c.cols = N;
    y.offset = x.offset + K;
    c.offset = y.offset + N + 1;
    for (int i = 0; i < M; i++) {
        for (int l = 0; l < K; l++) a[i * K + l] = (double)all[i * LEADING + 2 + l];
        for (int j = 0; j < N; j++) b[i * N + j] = (double)all[i * LEADING + 2 + K + j];
    }
    TEST_OK(nadir_gemm(context, &c, &x, &y, NULL));
    ref_gemm(want, a, b, M, N, K, false, false, 1, 0);
    ref_gemm(size, absolute(a, M * K), absolute(b, K * N), M, N, K, false, false, 1, 0);
    const float *now = test_read(memory);
    for (int i = 0; i < M * LEADING; i++) {
        const int column = i % LEADING - (2 + K + N + 1);
        if (column < 0 || column >= N) {
            if (now[i] != all[i]) ck_abort_msg("element %d beside c is now %g", i, (double)now[i]);
            continue;
        }
        const int at = i / LEADING * N + column;
        if (!(fabs((double)now[i] - want[at]) <= of_sum(size[at], K))) ck_abort_msg("element %d is %g", at, (double)now[i]);
    }
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    c.offset = y.offset + N - 1;
    TEST_FAILS(bad, "overlap", nadir_gemm(context, &c, &x, &y, NULL));
    c.offset = x.offset - 1; /* its last columns are columns of a; without a's first row */
    TEST_FAILS(bad, "overlap", nadir_gemm(context, &c, &x, &y, NULL));
    c.offset = x.offset + LEADING - 4; /* crosses from one line of the buffer to the next */
    c.rows = 5;
    x.rows = 5;
    TEST_FAILS(bad, "overlap", nadir_gemm(context, &c, &x, &y, NULL));
}
END_TEST

START_TEST(says_what_it_takes)
{
    char text[NADIR_GEMM_TEXT];
    const struct variant *variant = &variants[_i / VARIANT];
    struct problem p = any_problem(&kinds[0], 9, 10, 11, 1);
    struct placed t = generate(context_of(_i), &p);
    place(&t);
    const struct nadir_gemm_params params = params_of(&t);
    TEST_OK(nadir_gemm_describe(t.context, &t.dc.matrix, &t.da.matrix, &t.db.matrix, &params, text));
    if (variant->gemm != NADIR_GEMM_AUTO) {
        const char *name = nadir_context_gemm_name(t.context);
        ck_assert_msg(strncmp(text, name, strlen(name)) == 0 && (text[strlen(name)] == 0 || text[strlen(name)] == ','), "%s",
                      text);
    }
    test_unchanged(t.dc.memory);
    t.dc.matrix.rows = t.da.matrix.rows = 0;
    TEST_OK(nadir_gemm_describe(t.context, &t.dc.matrix, &t.da.matrix, &t.db.matrix, &params, text));
    ck_assert_str_eq(text, "nothing to multiply");
    t.dc.matrix.cols--;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "is needed",
               nadir_gemm_describe(t.context, &t.dc.matrix, &t.da.matrix, &t.db.matrix, &params, text));
}
END_TEST

/* The distance of rows and matrices does not matter where there is only one of them; CLBlast may refuse what it cannot count. */
START_TEST(one_row_is_anywhere)
{
    struct nadir_context *context = context_of(_i);
    const float x = 3, y = -5;
    struct test_tensor *a = test_vector(context, 1, 1, &x), *b = test_vector(context, 1, 1, &y),
                       *c = test_vector(context, 1, 1, NULL);
    struct nadir_matrix ma = nadir_matrix_of(&a->tensor), mb = nadir_matrix_of(&b->tensor), mc = nadir_matrix_of(&c->tensor);
    ma.leading = mb.leading = (size_t)1 << 40;
    mc.leading = SIZE_MAX;
    ma.batch_stride = mb.batch_stride = mc.batch_stride = SIZE_MAX - 1;
    if (is_clblast(_i) && nadir_gemm(context, &mc, &ma, &mb, NULL) == NADIR_ERROR_UNSUPPORTED) {
        test_unchanged(c);
        return;
    }
    TEST_OK(nadir_gemm(context, &mc, &ma, &mb, NULL));
    ck_assert(test_read(c)[0] == -15);
}
END_TEST

/* A b that was put into the order of the packed back end gives the same bits; others refuse it. */
START_TEST(packed_b)
{
    static const size_t sizes[][3] = {{33, 65, 700}, {9, 33, 17},  {1, 129, 31}, {64, 10, 128},
                                      {5, 1, 9},     {2, 300, 65}, {3, 7, 0}};
    static const size_t offsets[] = {0, 1, 3, 17};
    static const struct kind chosen[] = {
        {"NN", "p", F, F, F, ACT(NONE)},
        {"NT", "p", F, F, F, ACT(NONE)},
        {"NN", "p", F, H, F, ACT(NONE)},
        {"NT", "p", B, B, B, ACT(RELU), .bias = true},
    };
    struct nadir_context *context = context_of(_i);
    const bool packs = variants[_i / VARIANT].gemm == NADIR_GEMM_PACKED;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        for (size_t j = 0; j < 4; j++) {
            if (i > 0 && (j > 1 || test_small() || !packs)) continue;
            size_t m = sizes[i][0], n = sizes[i][1], k = sizes[i][2];
            if (test_small()) m = 5, n = 37, k = 9;
            const struct problem p = any_problem(&chosen[j], m, n, k, i + 100 * j);
            if (!packs && p.kind->b != F) continue;
            struct placed t = generate(context, &p), again = t;
            place(&t);
            place(&again);
            const struct nadir_matrix *from = &t.db.matrix;
            struct nadir_gemm_params params = params_of(&again);
            const size_t count = nadir_gemm_packed_count(context, from, params.transpose_b);
            ck_assert_msg(count >= k * n * from->batch, "%zu floats for %zu", count, k * n * from->batch);
            struct test_tensor *packed = test_vector(context, offsets[(i + j) % 4], count, NULL);
            struct nadir_matrix b = again.db.matrix;
            b.buffer = packed->tensor.buffer;
            b.offset = packed->tensor.offset;
            params.packed_b = true;
            if (!packs) {
                TEST_FAILS(NADIR_ERROR_UNSUPPORTED, "pack",
                           nadir_gemm_pack(context, &packed->tensor, from, params.transpose_b));
                test_unchanged(packed);
                TEST_FAILS(NADIR_ERROR_UNSUPPORTED, "pack",
                           nadir_gemm(context, &again.dc.matrix, &again.da.matrix, &b, &params));
                test_unchanged(again.dc.memory);
                continue;
            }
            multiply(&t);
            TEST_OK(nadir_gemm_pack(context, &packed->tensor, from, params.transpose_b));
            TEST_OK(nadir_gemm(context, &again.dc.matrix, &again.da.matrix, &b, &params));
            char what[512];
            describe(what, sizeof what, context, &p);
            test_expect_bits(what, test_read_strided(&again.dc), test_read_strided(&t.dc), p.batch * m * n);
            verify(&again);
            test_read(packed); /* its canaries */
            test_unchanged(t.db.memory);
            test_reset();
        }
}
END_TEST

/* --- Tests of the calls. --- */

START_TEST(matrix_of)
{
    const cl_mem buffer = (cl_mem)(void *)&kinds;
    const size_t shape[] = {2, 3, 5, 7};
    const struct {
        unsigned rank;
        size_t rows, cols, batch;
    } want[] = {{0, 1, 1, 1}, {1, 1, 7, 1}, {2, 5, 7, 1}, {3, 5, 7, 3}, {4, 5, 7, 6}};
    for (size_t i = 0; i < 5; i++) {
        const struct nadir_tensor tensor = nadir_tensor_view(buffer, 11, NADIR_BF16, want[i].rank, shape + 4 - want[i].rank);
        const struct nadir_matrix x = nadir_matrix_of(&tensor);
        ck_assert(x.buffer == buffer && x.offset == 11 && x.dtype == NADIR_BF16);
        ck_assert(x.rows == want[i].rows && x.cols == want[i].cols && x.batch == want[i].batch);
        ck_assert(x.leading == x.cols && x.batch_stride == x.rows * x.cols);
    }
}
END_TEST

/* What CLBlast counts in int is refused where it does not fit; nothing is computed, so no memory is needed. */
START_TEST(beyond_int)
{
    struct nadir_context *context = test_context_with(NADIR_WALK_CPU, NADIR_GEMM_CLBLAST);
    const struct nadir__gemm_choice choice = {.backend = NADIR_GEMM_CLBLAST};
    const struct nadir_matrix one = {.rows = 1, .cols = 1, .leading = 1, .batch = 1};
    const struct nadir__gemm good = {.m = 1, .n = 1, .k = 1, .batch = 1, .alpha = 1, .c = one, .a = one, .b = one};
    TEST_OK(nadir__gemm_clblast.accepts(context, &good, &choice));
    const size_t beyond[] = {(size_t)INT_MAX + 1, (size_t)UINT32_MAX + 2, SIZE_MAX / 4 + 2, SIZE_MAX};
    for (size_t i = 0; i < 4; i++) {
        struct nadir__gemm offset = good, m = good, n = good, k = good, batch = good;
        offset.a.offset = beyond[i];
        m.m = m.a.rows = m.c.rows = beyond[i];
        n.n = n.b.cols = n.b.leading = n.c.cols = n.c.leading = beyond[i];
        k.k = k.a.cols = k.a.leading = k.b.rows = beyond[i];
        batch.batch = batch.a.batch = batch.c.batch = beyond[i];
        batch.a.batch_stride = batch.c.batch_stride = 1;
        const struct nadir__gemm *const bad[] = {&offset, &m, &n, &k, &batch};
        for (size_t j = 0; j < 5; j++)
            TEST_FAILS(NADIR_ERROR_UNSUPPORTED, "CLBlast", nadir__gemm_clblast.accepts(context, bad[j], &choice));
    }
}
END_TEST

/* A product that is right, and one change at a time that makes it wrong. */
struct call {
    struct nadir_matrix c, a, b, before, saved;
    struct nadir_tensor bias, sums;
    struct nadir_gemm_params params;
};

static enum nadir_status call(struct nadir_context *context, struct call *x)
{
    if (x->params.bias) x->params.bias = &x->bias;
    if (x->params.before) x->params.before = &x->before;
    if (x->params.saved) x->params.saved = &x->saved;
    if (x->params.row_sums) x->params.row_sums = &x->sums;
    return nadir_gemm(context, &x->c, &x->a, &x->b, &x->params);
}

#define REFUSES(text, change)                                                                                                  \
    do {                                                                                                                       \
        struct call x = good;                                                                                                  \
        change;                                                                                                                \
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, text, call(context, &x));                                                     \
    } while (0)

/* Moves a matrix or tensor of so many elements so that its last one is the first one of another. */
#define OVERLAP(moved, other, elements) ((moved).buffer = (other).buffer, (moved).offset = (other).offset + 1 - (elements))

START_TEST(refuses)
{
    enum { M = 4, N = 5, K = 6, BATCH = 2 };
    struct nadir_context *context = test_context_with(NADIR_WALK_CPU, NADIR_GEMM_PACKED);
    const size_t c_shape[] = {BATCH, M, N}, a_shape[] = {BATCH, K, M}, b_shape[] = {BATCH, K, N}, sums_shape[] = {BATCH, M};
    const size_t bias_shape[] = {N};
    struct test_tensor *inputs[4] = {test_input(context, F, 0, 3, a_shape, test_floats(BATCH * K * M)),
                                     test_input(context, F, 0, 3, b_shape, test_floats(BATCH * K * N)),
                                     test_input(context, F, 0, 3, c_shape, test_floats(BATCH * M * N)),
                                     test_input(context, F, 0, 1, bias_shape, test_floats(N))};
    struct test_tensor *outputs[3] = {test_output(context, F, 0, 3, c_shape), test_output(context, F, 0, 3, c_shape),
                                      test_output(context, F, 0, 2, sums_shape)};
    const struct call good = {.c = nadir_matrix_of(&outputs[0]->tensor),
                              .a = nadir_matrix_of(&inputs[0]->tensor),
                              .b = nadir_matrix_of(&inputs[1]->tensor),
                              .before = nadir_matrix_of(&outputs[1]->tensor),
                              .saved = nadir_matrix_of(&inputs[2]->tensor),
                              .bias = inputs[3]->tensor,
                              .sums = outputs[2]->tensor,
                              .params = {.transpose_a = true,
                                         .alpha = 1,
                                         .bias = &inputs[3]->tensor,
                                         .before = &good.before,
                                         .row_sums = &outputs[2]->tensor,
                                         .activation = NADIR_ACTIVATION_GELU}};
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;

    TEST_FAILS(bad, "NULL", nadir_gemm(NULL, &good.c, &good.a, &good.b, &good.params));
    TEST_FAILS(bad, "NULL", nadir_gemm(context, NULL, &good.a, &good.b, &good.params));
    TEST_FAILS(bad, "NULL", nadir_gemm(context, &good.c, NULL, &good.b, &good.params));
    TEST_FAILS(bad, "NULL", nadir_gemm(context, &good.c, &good.a, NULL, &good.params));

    REFUSES("a is int32", x.a.dtype = NADIR_I32);
    REFUSES("b is uint8", x.b.dtype = NADIR_U8);
    REFUSES("c is unknown dtype", x.c.dtype = (enum nadir_dtype)77);
    REFUSES("before is int32", x.before.dtype = NADIR_I32);
    REFUSES("a has rows of 4 elements that are 3 apart", x.a.leading = M - 1);
    REFUSES("c has rows of 5 elements that are 0 apart", x.c.leading = 0);
    REFUSES("a: its rows, leading", x.a.leading = SIZE_MAX / 4);
    REFUSES("b: its rows, leading", x.b.batch_stride = SIZE_MAX - 3);
    REFUSES("do not fit in size_t", x.c.offset = SIZE_MAX - 3);
    REFUSES("c has no buffer", x.c.buffer = NULL);
    REFUSES("a: shape", x.a.offset = inputs[0]->elements - BATCH * K * M + 1);
    REFUSES("c: shape", x.c.leading = 10000);
    REFUSES("b: shape", x.b.batch_stride = 10000);

    REFUSES("op(a) has 6 columns, but op(b) has 5 rows", x.b.rows = K - 1);
    REFUSES("op(a) has 4 columns, but op(b) has 6 rows", x.params.transpose_a = false);
    REFUSES("op(a) has 6 columns, but op(b) has 5 rows", x.params.transpose_b = true);
    REFUSES("c is 5 x 4, but 4 x 5 is needed", x.c.rows = N; x.c.cols = M);
    REFUSES("a has 3 matrices, but c has 2", x.a.batch = 3; x.a.batch_stride = 0);
    REFUSES("a has 0 matrices, but c has 2", x.a.batch = 0);
    REFUSES("b has 2 matrices, but c has 1", x.c.batch = x.a.batch = 1);
    REFUSES("the matrices of c overlap: batch_stride = 19", x.c.batch_stride = M * N - 1);
    REFUSES("the matrices of c overlap: batch_stride = 0", x.c.batch_stride = 0);
    REFUSES("the matrices of c overlap: batch_stride = 5, leading = 9", x.c.batch_stride = N; x.c.leading = 2 * N - 1);
    REFUSES("the matrices of before overlap", x.before.batch_stride = 0);

    REFUSES("overlaps a (", OVERLAP(x.c, x.a, BATCH * M * N));
    REFUSES("overlaps b (", OVERLAP(x.b, x.c, BATCH * K * N));
    REFUSES("overlaps before (", OVERLAP(x.before, x.c, BATCH * M * N));
    REFUSES("overlaps bias (", OVERLAP(x.bias, x.c, N));
    REFUSES("overlaps saved (", x.params.bias = NULL; x.params.before = NULL; x.params.saved = &good.saved;
            OVERLAP(x.saved, x.c, BATCH * M * N));
    REFUSES("overlaps a (", OVERLAP(x.before, x.a, BATCH * M * N));
    REFUSES("overlaps b (", OVERLAP(x.before, x.b, BATCH * M * N));
    REFUSES("overlaps bias (", OVERLAP(x.before, x.bias, BATCH * M * N));
    REFUSES("overlaps c (", OVERLAP(x.sums, x.c, BATCH * M));
    REFUSES("overlaps a (", OVERLAP(x.sums, x.a, BATCH * M));
    REFUSES("overlaps b (", OVERLAP(x.sums, x.b, BATCH * M));
    REFUSES("overlaps before (", OVERLAP(x.sums, x.before, BATCH * M));
    REFUSES("overlaps bias (", OVERLAP(x.sums, x.bias, BATCH * M));
    REFUSES("overlaps saved (", x.params.bias = NULL; x.params.before = NULL; x.params.saved = &good.saved;
            OVERLAP(x.sums, x.saved, BATCH * M));

    REFUSES("activation", x.params.activation = NADIR_ACTIVATION_COUNT);
    REFUSES("alpha", x.params.activation = NADIR_ACTIVATION_ELU; x.params.activation_alpha = -1);
    REFUSES("alpha", x.params.activation = NADIR_ACTIVATION_LEAKY_RELU; x.params.activation_alpha = NAN);
    REFUSES("saved goes with neither", x.params.saved = &good.saved);
    REFUSES("saved goes with neither", x.params.saved = &good.saved; x.params.bias = NULL);
    REFUSES("saved goes with neither", x.params.saved = &good.saved; x.params.before = NULL);
    REFUSES("before is only written with beta = 0, not 1", x.params.beta = 1);
    REFUSES("before is only written with beta = 0, not nan", x.params.beta = NAN);
    REFUSES("before is 4 x 4", x.before.cols = M);
    REFUSES("before has 1 matrices", x.before.batch = 1);
    REFUSES("before is float16, but c is float32", x.before.dtype = NADIR_F16);
    REFUSES("saved is 3 x 5", x.params.bias = NULL; x.params.before = NULL; x.params.saved = &good.saved; x.saved.rows = 3);
    REFUSES("saved is bfloat16, but c is float32", x.params.bias = NULL; x.params.before = NULL; x.params.saved = &good.saved;
            x.saved.dtype = NADIR_BF16);
    REFUSES("bias is float16", x.bias.dtype = NADIR_F16);
    REFUSES("bias", x.bias.shape[0] = N - 1);
    REFUSES("bias", x.bias.rank = 2; x.bias.shape[1] = 1);
    REFUSES("row_sums needs as many matrices", x.a.batch = 1);
    REFUSES("row_sums is bfloat16", x.sums.dtype = NADIR_BF16);
    REFUSES("row_sums", x.sums.shape[1] = M + 1);
    REFUSES("row_sums", x.sums.rank = 1; x.sums.shape[0] = BATCH * M);
    REFUSES("row_sums needs transpose_a", x.params.transpose_a = false; x.a.rows = M; x.a.cols = x.a.leading = K);

    for (size_t i = 0; i < 4; i++) test_unchanged(inputs[i]);
    for (size_t i = 0; i < 3; i++) test_unchanged(outputs[i]);
    struct call right = good; /* so that it was the change alone that made the others wrong */
    TEST_OK(call(context, &right));
    TEST_OK(nadir_context_finish(context));
}
END_TEST

START_TEST(pack_refuses)
{
    struct nadir_context *context = test_context_with(NADIR_WALK_CPU, NADIR_GEMM_PACKED);
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    struct test_tensor *b = test_matrix(context, 0, 40, 50, test_floats(2000));
    struct test_tensor *a = test_matrix(context, 0, 3, 40, test_floats(120)), *c = test_matrix(context, 0, 3, 50, NULL);
    struct nadir_matrix mb = nadir_matrix_of(&b->tensor), ma = nadir_matrix_of(&a->tensor), mc = nadir_matrix_of(&c->tensor);
    const size_t count = nadir_gemm_packed_count(context, &mb, false);
    ck_assert_uint_ge(count, 2000);
    struct test_tensor *packed = test_vector(context, 0, count, NULL), *less = test_vector(context, 0, count - 1, NULL);
    TEST_FAILS(bad, "NULL", nadir_gemm_pack(NULL, &packed->tensor, &mb, false));
    TEST_FAILS(bad, "NULL", nadir_gemm_pack(context, NULL, &mb, false));
    TEST_FAILS(bad, "NULL", nadir_gemm_pack(context, &packed->tensor, NULL, false));
    TEST_FAILS(bad, "packed", nadir_gemm_pack(context, &less->tensor, &mb, false));
    struct nadir_tensor same = packed->tensor;
    same.buffer = b->tensor.buffer;
    TEST_FAILS(bad, "", nadir_gemm_pack(context, &same, &mb, false));
    struct nadir_matrix changed = mb;
    changed.leading = 49;
    TEST_FAILS(bad, "leading", nadir_gemm_pack(context, &packed->tensor, &changed, false));
    changed = mb;
    changed.dtype = NADIR_I32;
    TEST_FAILS(bad, "int32", nadir_gemm_pack(context, &packed->tensor, &changed, false));
    test_unchanged(packed);
    test_unchanged(less);
    /* A product whose packed b does not fit into its buffer. */
    struct nadir_gemm_params params = nadir_gemm_params_default();
    params.packed_b = true;
    mb.buffer = packed->tensor.buffer;
    mb.offset = packed->elements - count + 1;
    TEST_FAILS(bad, "b: ", nadir_gemm(context, &mc, &ma, &mb, &params));
    test_unchanged(c);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("gemm");
    /* Where one walk is enough the back end of that device is, too. */
    for (int v = test_walks() == 1 ? AUTO : 0; v < (test_walks() == 1 ? AUTO + 1 : test_small() ? INTERPRETED : AUTO); v++) {
        /* The small one shares a tile among work-items: it refuses devices that have none to share. */
        if (variants[v].gemm == NADIR_GEMM_SMALL && test_device()->max_work_group < 64) continue;
        TCase *tcase = test_case(suite, variants[v].name);
        const int first = v * VARIANT, end = first + kind_count(&variants[v]);
        tcase_add_loop_test(tcase, edges, first, end);
        tcase_add_loop_test(tcase, empty, first, end);
        tcase_add_loop_test(tcase, random_sizes, first, first + 1);
        tcase_add_loop_test(tcase, large, first, first + 1);
        tcase_add_loop_test(tcase, same_bits, first, first + 1);
        tcase_add_loop_test(tcase, windows, first, first + 1);
        tcase_add_loop_test(tcase, says_what_it_takes, first, first + 1);
        tcase_add_loop_test(tcase, one_row_is_anywhere, first, first + 1);
        if (v != AUTO) tcase_add_loop_test(tcase, packed_b, first, first + 1);
    }
    TCase *calls = test_case(suite, "calls");
    if (!test_small() && test_walks() > 1) {
        tcase_add_loop_test(calls, narrow_vectors, 0, 2);
        tcase_add_test(calls, packed_first);
    }
    tcase_add_test(calls, matrix_of);
    tcase_add_test(calls, refuses);
    tcase_add_test(calls, pack_refuses);
    if (!test_small() && test_walks() > 1) tcase_add_test(calls, beyond_int);
    return test_run(suite);
}
