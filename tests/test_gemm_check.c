/* SPDX-License-Identifier: MIT */
/* Trust in matrix products: paths that give wrong results are found before their first use, kept in mind and gone around.
 * CLBlast is made wrong by parameters with which it is known to be (1.5.3 to 1.7.0), Nadir's own kernels by a device that
 * lies. */
#define _GNU_SOURCE /* RTLD_NEXT */
#include "ops/gemm_check_priv.h"
#include "support.h"

#include <clblast_c.h>
#include <dlfcn.h>
#include <stdio.h>
#include <sys/stat.h>

/* --- A device that lies: what is read back is changed. --- */

static struct {
    size_t reads, at; /* of the reads of at least `least` bytes that follow, the first gets its float `at` changed by `off` */
    size_t least;
    float off;
} lie;

cl_int clEnqueueReadBuffer(cl_command_queue queue, cl_mem buffer, cl_bool blocking, size_t offset, size_t size, void *ptr,
                           cl_uint event_count, const cl_event *events, cl_event *event)
{
    static cl_int (*real)(cl_command_queue, cl_mem, cl_bool, size_t, size_t, void *, cl_uint, const cl_event *, cl_event *);
    if (!real) *(void **)&real = dlsym(RTLD_NEXT, "clEnqueueReadBuffer");
    const cl_int code = real(queue, buffer, blocking, offset, size, ptr, event_count, events, event);
    if (size < lie.least) return code;
    if (lie.off != 0.0f && lie.reads == 0 && lie.at < size / sizeof(float)) ((float *)ptr)[lie.at] += lie.off;
    lie.reads++;
    return code;
}

static void begin_lie(size_t at, float off, size_t least)
{
    lie.reads = 0;
    lie.at = at;
    lie.off = off;
    lie.least = least;
}

/* --- Contexts with a cache folder of their own. --- */

static char folder[512];

static void new_folder(void)
{
    static int number;
    snprintf(folder, sizeof folder, "%s/%d", test_temp_dir(), number++);
    ck_assert_int_eq(mkdir(folder, 0700), 0);
    ck_assert_int_eq(setenv("XDG_CACHE_HOME", folder, 1), 0);
    begin_lie(0, 0.0f, 0);
}

static struct nadir_context *new_context(enum nadir_gemm_backend gemm)
{
    struct nadir_context *context;
    struct nadir_context_params params = nadir_context_params_default();
    params.gemm = gemm;
    TEST_OK(nadir_context_create(&context, test_device(), &params));
    struct nadir__gemm_verdict none; /* with the first question CLBlast gets what the library's table has for the device */
    ck_assert(!nadir__gemm_state_find_verdict(context, "none", &none));
    return context;
}

/* Its tensors go first. */
static void drop(struct nadir_context **context)
{
    test_reset();
    nadir_context_destroy(context);
}

/* The verdict on a path in the user's file, whose name begins so; NULL: none. */
static const struct nadir__gemm_verdict *kept(const char *path)
{
    static struct nadir__gemm_verdict verdicts[64];
    size_t count;
    TEST_OK(nadir__gemm_file_verdicts(test_device(), verdicts, 64, &count));
    for (size_t i = 0; i < count && i < 64; i++)
        if (strncmp(verdicts[i].path, path, strlen(path)) == 0) return &verdicts[i];
    return NULL;
}

static struct nadir_matrix batch_of(const struct test_tensor *t, size_t batch, size_t rows, size_t cols, size_t leading)
{
    struct nadir_matrix matrix = nadir_matrix_of(&t->tensor);
    matrix.batch = batch;
    matrix.rows = rows;
    matrix.cols = cols;
    matrix.leading = leading;
    matrix.batch_stride = rows * leading;
    return matrix;
}

/* c = a b with gaps behind rows; right if it succeeds, whatever happened before. */
static enum nadir_status multiply(struct nadir_context *context, size_t m, size_t n, size_t k, size_t batch, char *text)
{
    struct test_random random = test_seed(m * 31 + n * 7 + k + batch);
    const size_t lda = k + 1, ldb = n + 2, ldc = n + 3;
    float *a = test_random_floats(&random, batch * m * lda, -1, 1), *b = test_random_floats(&random, batch * k * ldb, -1, 1);
    struct test_tensor *ta = test_vector(context, 0, batch * m * lda, a), *tb = test_vector(context, 0, batch * k * ldb, b);
    struct test_tensor *tc = test_vector(context, 0, batch * m * ldc, NULL);
    const struct nadir_matrix ma = batch_of(ta, batch, m, k, lda), mb = batch_of(tb, batch, k, n, ldb);
    const struct nadir_matrix mc = batch_of(tc, batch, m, n, ldc);
    if (text) {
        const enum nadir_status status = nadir_gemm_describe(context, &mc, &ma, &mb, NULL, text);
        if (status != NADIR_OK) return status;
    }
    const enum nadir_status status = nadir_gemm(context, &mc, &ma, &mb, NULL);
    if (status != NADIR_OK) return status;
    const float *c = test_read(tc);
    for (size_t t = 0; t < batch; t++)
        for (size_t i = 0; i < m; i++)
            for (size_t j = 0; j < n; j++) {
                double want = 0, size = 0;
                for (size_t l = 0; l < k; l++) {
                    const double term = (double)a[(t * m + i) * lda + l] * (double)b[(t * k + l) * ldb + j];
                    want += term;
                    size += fabs(term);
                }
                const double got = (double)c[(t * m + i) * ldc + j];
                ck_assert_msg(fabs(got - want) <= 4 * 0x1p-24 * sqrt((double)k + 1) * size + 1e-37,
                              "c[%zu, %zu, %zu] of %zu x %zu x %zu = %.9g, but expected is %.9g", t, i, j, m, n, k, got, want);
            }
    return NADIR_OK;
}

/* --- CLBlast's known faults, forced behind the library's back, as if its database had these parameters. --- */

static void force(unsigned mwg, unsigned nwg, unsigned kreg, unsigned vwm, unsigned min_indirect)
{
    const char *names[] = {"GEMMK", "KREG", "KWG", "KWI", "MDIMA", "MDIMC", "MWG", "NDIMB", "NDIMC", "NWG",
                           "SA", "SB", "STRM", "STRN", "VWM", "VWN"};
    const size_t values[] = {1, kreg, 1, 1, 1, 1, mwg, 1, 1, nwg, 0, 0, 0, 0, vwm, 1};
    const char *routine = "XGEMM_MIN_INDIRECT_SIZE";
    ck_assert_int_eq(CLBlastOverrideParameters(test_device()->id, "Xgemm", CLBlastPrecisionSingle, 16, names, values),
                     CLBlastSuccess);
    ck_assert_int_eq(CLBlastOverrideParameters(test_device()->id, "GemmRoutine", CLBlastPrecisionSingle, 1, &routine,
                                               &(size_t){min_indirect}), CLBlastSuccess);
}

/* GEMMK = 1 and MWG is not NWG. */
START_TEST(unequal_tiles)
{
    static const char path[] = "clblast NN small";
    char text[NADIR_GEMM_TEXT];
    new_folder();
    struct nadir_context *bound = new_context(NADIR_GEMM_CLBLAST);
    force(16, 8, 1, 8, 1);
    /* Sizes with which these parameters are right, and sizes with which they are not. */
    TEST_FAILS(NADIR_ERROR_WRONG_RESULT, path, multiply(bound, 16, 16, 16, 1, NULL));
    TEST_FAILS(NADIR_ERROR_WRONG_RESULT, path, multiply(bound, 13, 21, 11, 1, NULL));
    ck_assert_msg(kept(path) && !kept(path)->right, "no verdict is kept");
    ck_assert_msg(strstr(kept(path)->note, "expected"), "the note: %s", kept(path)->note);
    drop(&bound);

    /* The next context reads it, and looks no more. */
    bound = new_context(NADIR_GEMM_CLBLAST);
    begin_lie(0, 0.0f, 1);
    TEST_FAILS(NADIR_ERROR_WRONG_RESULT, path, multiply(bound, 13, 21, 11, 1, NULL));
    ck_assert_uint_eq(lie.reads, 0);
    drop(&bound);
    struct nadir_context *automatic = new_context(NADIR_GEMM_AUTO);
    TEST_OK(multiply(automatic, 13, 21, 11, 1, text));
    ck_assert_msg(!strstr(text, "clblast"), "auto takes %s", text);
    drop(&automatic);
}
END_TEST

/* CLBlast's own kernels for batches are wrong with GEMMK = 1 where k is no multiple of KREG: Nadir leaves them alone. */
START_TEST(batches_of_large_tiles)
{
    new_folder();
    struct nadir_context *bound = new_context(NADIR_GEMM_CLBLAST);
    force(8, 8, 4, 8, 1);
    TEST_OK(multiply(bound, 16, 16, 16, 2, NULL));
    TEST_OK(multiply(bound, 13, 21, 11, 3, NULL));
    drop(&bound);
}
END_TEST

/* What of a batch is dense, whole tiles, and which matrices of it begin at an offset of 0, decides what CLBlast copies. */
START_TEST(batches_of_whole_tiles)
{
    static const struct {
        size_t m, n, k, gap;
        bool one_a;
    } rows[] = {{16, 16, 16, 0, false}, {16, 16, 16, 5, false}, {17, 64, 64, 0, false}, {32, 16, 64, 3, true}};
    enum { BATCH = 3, MOST = 3 * (64 * 64 + 8) };
    new_folder();
    struct nadir_context *bound = new_context(NADIR_GEMM_CLBLAST);
    struct test_random random = test_seed(8);
    const float *a = test_random_floats(&random, MOST, -1, 1), *b = test_random_floats(&random, MOST, -1, 1);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const size_t m = rows[i].m, n = rows[i].n, k = rows[i].k, gap = rows[i].gap;
        struct test_tensor *ta = test_vector(bound, 0, MOST, a), *tb = test_vector(bound, 0, MOST, b);
        struct test_tensor *tc = test_vector(bound, 0, MOST, NULL);
        const struct nadir_matrix ma = {ta->tensor.buffer, ta->tensor.offset, NADIR_F32, m, k, k, rows[i].one_a ? 1 : BATCH,
                                        m * k + gap};
        const struct nadir_matrix mb = {tb->tensor.buffer, tb->tensor.offset, NADIR_F32, k, n, n, BATCH, k * n + gap};
        const struct nadir_matrix mc = {tc->tensor.buffer, tc->tensor.offset, NADIR_F32, m, n, n, BATCH, m * n + gap};
        TEST_OK(nadir_gemm(bound, &mc, &ma, &mb, NULL));
        const float *c = test_read(tc);
        for (size_t t = 0; t < BATCH; t++)
            for (size_t e = 0; e < m * n; e++) {
                double want = 0;
                for (size_t l = 0; l < k; l++)
                    want += (double)a[(rows[i].one_a ? 0 : t) * (m * k + gap) + e / n * k + l] *
                            (double)b[t * (k * n + gap) + l * n + e % n];
                const double got = (double)c[t * (m * n + gap) + e];
                if (!(fabs(got - want) <= 1e-5)) ck_abort_msg("row %zu: c[%zu, %zu] = %.9g, not %.9g", i, t, e, got, want);
            }
        test_reset();
        a = test_random_floats(&random, MOST, -1, 1), b = test_random_floats(&random, MOST, -1, 1);
    }
    drop(&bound);
}
END_TEST

/* --- Nadir's own kernels, on a device that lies at their first use. --- */

START_TEST(own_kernels_that_lie)
{
    char text[NADIR_GEMM_TEXT];
    new_folder();
    struct nadir_context *bound = new_context(NADIR_GEMM_PACKED);
    begin_lie(20, 1e-3f, 1);
    TEST_FAILS(NADIR_ERROR_WRONG_RESULT, "packed", multiply(bound, 13, 21, 11, 1, NULL));
    ck_assert_uint_gt(lie.reads, 0);
    begin_lie(0, 0.0f, 0);
    TEST_FAILS(NADIR_ERROR_WRONG_RESULT, "packed", multiply(bound, 13, 21, 11, 1, NULL));
    drop(&bound);
    ck_assert_msg(kept("packed") && !kept("packed")->right, "no verdict is kept");

    struct nadir_context *automatic = new_context(NADIR_GEMM_AUTO);
    TEST_OK(multiply(automatic, 13, 21, 11, 1, text));
    ck_assert_msg(!strstr(text, "packed"), "auto takes %s", text);
    drop(&automatic);

    /* Right ones are looked at once in each context, and no verdict is kept. */
    new_folder();
    bound = new_context(NADIR_GEMM_PACKED);
    begin_lie(0, 0.0f, 1);
    TEST_OK(multiply(bound, 13, 21, 11, 1, NULL));
    const size_t reads = lie.reads;
    ck_assert_uint_gt(reads, 1);
    begin_lie(20, 1e-3f, 1);
    struct test_tensor *x = test_matrix(bound, 0, 13, 11, test_floats(143));
    struct test_tensor *y = test_matrix(bound, 0, 11, 21, test_floats(231));
    struct test_tensor *z = test_matrix(bound, 0, 13, 21, NULL);
    const struct nadir_matrix mx = nadir_matrix_of(&x->tensor), my = nadir_matrix_of(&y->tensor);
    const struct nadir_matrix mz = nadir_matrix_of(&z->tensor);
    TEST_OK(nadir_gemm(bound, &mz, &mx, &my, NULL));
    ck_assert_uint_eq(lie.reads, 0);
    begin_lie(0, 0.0f, 0);
    drop(&bound);
    ck_assert_ptr_null(kept("packed"));
}
END_TEST

/* One wrong number of thousands, in products that are compared in full and through vectors. */
START_TEST(one_wrong_number)
{
    static const struct {
        size_t m, n, k, at;
        float off;
    } rows[] = {
        {17, 49, 7, 0, 2e-5f}, {17, 49, 7, 17 * 49 - 1, -2e-5f}, {17, 49, 7, 400, NAN},
        {211, 197, 153, 0, 5e-3f}, {211, 197, 153, 211 * 197 - 1, -5e-3f}, {211, 197, 153, 20000, NAN},
    };
    new_folder();
    struct nadir_context *context = new_context(NADIR_GEMM_PACKED);
    const struct nadir__gemm gemm = {.alpha = 1};
    const struct nadir__gemm_choice choice = {.backend = NADIR_GEMM_PACKED};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        begin_lie(0, 0.0f, 0);
        TEST_OK(nadir__gemm_verify(context, &gemm, &choice, rows[i].m, rows[i].n, rows[i].k, 1));
        begin_lie(rows[i].at, rows[i].off, 1);
        TEST_FAILS(NADIR_ERROR_WRONG_RESULT, "expected",
                   nadir__gemm_verify(context, &gemm, &choice, rows[i].m, rows[i].n, rows[i].k, 1));
    }
    begin_lie(0, 0.0f, 0);
    drop(&context);
}
END_TEST

/* What is looked at with a product: all that its specialisation has. Each output that lies is found. */
START_TEST(all_that_follows)
{
    const struct nadir_tensor there = {.buffer = (cl_mem)&lie};
    const struct nadir_matrix shaped = {.buffer = (cl_mem)&lie};
    const struct nadir_matrix f16 = {.dtype = NADIR_F16}, bf16 = {.dtype = NADIR_BF16};
    const struct nadir__gemm rows[] = {
        {.transpose_b = true, .bias = there, .activation = {NADIR_ACTIVATION_RELU, 0}},
        {.transpose_b = true, .bias = there, .activation = {NADIR_ACTIVATION_GELU, 0}, .before = shaped},
        {.derivative = shaped, .activation = {NADIR_ACTIVATION_TANH, 0}, .batch = 3},
        {.derivative = shaped, .activation = {NADIR_ACTIVATION_SILU, 0}},
        {.transpose_a = true, .row_sums = there},
        {.transpose_a = true, .transpose_b = true, .a = f16, .b = bf16, .c = f16},
        {.a = bf16, .b = bf16, .c = bf16, .bias = there, .activation = {NADIR_ACTIVATION_SOFTPLUS, 0}, .before = shaped},
    };
    const struct nadir__gemm_choice choice = {.backend = NADIR_GEMM_PACKED};
    struct nadir__gemm gemm = rows[_i];
    gemm.alpha = 1;
    gemm.m = gemm.n = gemm.k = 40;
    for (int output = 0; output < 1 + (gemm.before.buffer || gemm.row_sums.buffer); output++) {
        new_folder();
        struct nadir_context *context = new_context(NADIR_GEMM_PACKED);
        if (output == 0) TEST_OK(nadir__gemm_trust(context, &gemm, &choice));
        begin_lie(3, 1.5f, 1);
        lie.reads = output == 0 ? 0 : (size_t)-1; /* the second read, that of what is beside c */
        TEST_FAILS(NADIR_ERROR_WRONG_RESULT, output == 0 ? "c[" : gemm.row_sums.buffer ? "row_sums[" : "before[",
                   nadir__gemm_verify(context, &gemm, &choice, 17, 49, 7, 2));
        begin_lie(0, 0.0f, 0);
        drop(&context);
    }
}
END_TEST

/* What follows a product of CLBlast's is Nadir's: checked too, once it is met. */
START_TEST(what_follows_clblast)
{
    const struct nadir_tensor there = {.buffer = (cl_mem)&lie};
    struct nadir__gemm gemm = {.alpha = 1, .m = 40, .n = 40, .k = 40};
    const struct nadir__gemm_choice choice = {.backend = NADIR_GEMM_CLBLAST};
    new_folder();
    struct nadir_context *context = new_context(NADIR_GEMM_CLBLAST);
    begin_lie(0, 0.0f, 0);
    TEST_OK(nadir__gemm_trust(context, &gemm, &choice));
    gemm.bias = there;
    gemm.activation.function = NADIR_ACTIVATION_RELU;
    begin_lie(0, 0.0f, 1);
    TEST_OK(nadir__gemm_trust(context, &gemm, &choice));
    ck_assert_uint_gt(lie.reads, 0);
    begin_lie(0, 0.0f, 1);
    TEST_OK(nadir__gemm_trust(context, &gemm, &choice));
    ck_assert_uint_eq(lie.reads, 0);
    ck_assert_ptr_null(kept("epilogue"));
    gemm.activation.function = NADIR_ACTIVATION_TANH;
    begin_lie(20, 1e-3f, 1);
    TEST_FAILS(NADIR_ERROR_WRONG_RESULT, "\"epilogue tanh\" are wrong", nadir__gemm_trust(context, &gemm, &choice));
    begin_lie(0, 0.0f, 0);
    TEST_FAILS(NADIR_ERROR_WRONG_RESULT, "\"epilogue tanh\" are wrong", nadir__gemm_trust(context, &gemm, &choice));
    drop(&context);
    ck_assert_msg(kept("epilogue") && !kept("epilogue")->right, "no verdict is kept");
}
END_TEST

/* --- Parameter sets. --- */

enum { GEMMK, KREG, KWG, KWI, MDIMA, MDIMC, MWG, NDIMB, NDIMC, NWG, SA, SB, STRM, STRN, VWM, VWN };

START_TEST(illegal_sets)
{
    static const struct {
        int kernel, parameter;
        unsigned value;
        const char *text;
    } changes[] = {
        {0, MWG, 32, "MWG is NWG"},  {0, MWG, 24, "MDIMC VWM"},      {0, NWG, 0, "from 1 to 128"}, {0, VWM, 3, "vector width"},
        {0, VWN, 2, "KREG"},         {0, GEMMK, 2, "neither 0 nor 1"}, {0, KWG, 2, "KWG is 1"},      {0, SA, 1, "SA"},
        {0, KWI, 2, "KWI"},          {0, NDIMC, 3, "NDIMC VWN"},     {1, 0, 3, "KWID"},            {1, 2, 3, "MDIMCD"},
        {1, 9, 0, "WGD"},            {1, 9, 128, "local memory"},    {1, 7, 16, "VWMD"},           {2, 0, 40000, "above"},
    };
    struct nadir_device device = *test_device();
    device.local_memory = 65536;
    const struct nadir__clblast_set good = {
        {true, true, true}, {{1, 1, 1, 1, 1, 1, 16, 1, 1, 16, 0, 0, 0, 0, 16, 1}, {2, 8, 8, 8, 8, 1, 1, 4, 4, 32}, {896}}};
    TEST_OK(nadir__clblast_check_set(&device, &good));
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++) {
        struct nadir__clblast_set set = good;
        set.values[changes[i].kernel][changes[i].parameter] = changes[i].value;
        TEST_FAILS(NADIR_ERROR_UNSUPPORTED, changes[i].text, nadir__clblast_check_set(&device, &set));
    }
    device.max_work_group = 32;
    TEST_FAILS(NADIR_ERROR_UNSUPPORTED, "groups of 64", nadir__clblast_check_set(&device, &good));
}
END_TEST

START_TEST(candidates)
{
    static const struct {
        enum nadir_device_type type;
        unsigned lanes, least;
    } rows[] = {{NADIR_DEVICE_CPU, 16, 5}, {NADIR_DEVICE_CPU, 8, 3}, {NADIR_DEVICE_CPU, 4, 1}, {NADIR_DEVICE_GPU, 1, 6}};
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct nadir_device device = *test_device();
        struct nadir__clblast_set sets[32];
        unsigned count = 0;
        device.type = rows[r].type;
        device.float_vector = rows[r].lanes;
        device.max_work_group = 256;
        device.local_memory = 32768;
        for (; count < 32 && nadir__clblast_candidate(&device, count, &sets[count]); count++) {
            TEST_OK(nadir__clblast_check_set(&device, &sets[count]));
            for (unsigned k = 0; k < count; k++) ck_assert_int_ne(memcmp(&sets[k], &sets[count], sizeof *sets), 0);
        }
        ck_assert_uint_ge(count, rows[r].least);
        ck_assert_uint_lt(count, 32);
        const struct nadir__clblast_set usual = nadir__clblast_default(&device);
        ck_assert_int_eq(usual.given[0], rows[r].lanes == 16);
        TEST_OK(nadir__clblast_check_set(&device, &usual));
    }
}
END_TEST

/* Contexts with sets of their own in one process: each gets its own, and right numbers, in turn. */
START_TEST(contexts_with_sets)
{
    const struct nadir__clblast_set sets[] = {
        {{true, false, true}, {{1, 1, 1, 1, 1, 1, 8, 1, 1, 8, 0, 0, 0, 0, 8, 1}, {0}, {1}}},
        {{true, false, true}, {{1, 1, 1, 1, 1, 1, 8, 1, 1, 8, 0, 0, 0, 0, 4, 1}, {0}, {1}}},
    };
    struct nadir__clblast_set wrong = sets[0];
    struct nadir_context *contexts[3];
    uint32_t identities[3];
    new_folder();
    for (int i = 0; i < 3; i++) {
        contexts[i] = new_context(NADIR_GEMM_CLBLAST);
        TEST_OK(nadir__clblast_use(contexts[i], i < 2 ? &sets[i] : NULL));
        identities[i] = nadir__clblast_identity(contexts[i]);
    }
    /* The third one has none: CLBlast cannot be brought back to its database, so the first set of the process stands in. */
    ck_assert_uint_ne(identities[0], 0);
    ck_assert_uint_ne(identities[0], identities[1]);
    ck_assert_uint_ne(identities[2], 0);
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 2; i++) {
            TEST_OK(multiply(contexts[i], 13 + (size_t)round, 21, 11, 1, NULL));
            ck_assert_uint_eq(nadir__clblast_identity(contexts[2]), identities[2]);
        }
    ck_assert_msg(kept("clblast NN small #") && kept("clblast NN small #")->right, "no verdict that the path is right");

    wrong.values[0][NWG] = 16;
    TEST_FAILS(NADIR_ERROR_UNSUPPORTED, "MWG is NWG", nadir__clblast_use(contexts[1], &wrong));
    ck_assert_uint_eq(nadir__clblast_identity(contexts[1]), identities[1]);
    for (int i = 0; i < 3; i++) drop(&contexts[i]);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("gemm_check");
    TCase *tcase = test_case(suite, "gemm_check");
    tcase_add_test(tcase, illegal_sets);
    tcase_add_test(tcase, candidates);
    tcase_add_test(tcase, own_kernels_that_lie);
    tcase_add_test(tcase, one_wrong_number);
    tcase_add_loop_test(tcase, all_that_follows, 0, 7);
    tcase_add_test(tcase, what_follows_clblast);
    tcase_add_test(tcase, unequal_tiles);
    tcase_add_test(tcase, batches_of_large_tiles);
    tcase_add_test(tcase, batches_of_whole_tiles);
    tcase_add_test(tcase, contexts_with_sets);
    return test_run(suite);
}
