/* SPDX-License-Identifier: MIT */
/* Tensors: creation, views with offsets, transfers, zeroing. */
#include "support.h"

START_TEST(dtypes)
{
    ck_assert_uint_eq(nadir_dtype_size(NADIR_F32), 4);
    ck_assert_uint_eq(nadir_dtype_size(NADIR_I32), 4);
    ck_assert_uint_eq(nadir_dtype_size(NADIR_U8), 1);
    ck_assert_str_eq(nadir_dtype_name(NADIR_F32), "float32");
    ck_assert_str_eq(nadir_dtype_name(NADIR_I32), "int32");
    ck_assert_str_eq(nadir_dtype_name(NADIR_U8), "uint8");
}
END_TEST

START_TEST(counts)
{
    const size_t shape[NADIR_MAX_RANK] = {2, 3, 4, 1, 1, 1, 1, 5}, empty[] = {3, 0, 7};
    struct nadir_tensor t = nadir_tensor_view(NULL, 0, NADIR_F32, 0, NULL);
    ck_assert_uint_eq(nadir_tensor_count(&t), 1);
    t = nadir_tensor_view(NULL, 0, NADIR_F32, 3, shape);
    ck_assert_uint_eq(nadir_tensor_count(&t), 24);
    t = nadir_tensor_view(NULL, 0, NADIR_F32, NADIR_MAX_RANK, shape);
    ck_assert_uint_eq(nadir_tensor_count(&t), 120);
    t = nadir_tensor_view(NULL, 0, NADIR_F32, 3, empty);
    ck_assert_uint_eq(nadir_tensor_count(&t), 0);
}
END_TEST

START_TEST(create_and_transfer)
{
    struct nadir_context *context = test_context();
    static const size_t sizes[] = {1, 3, 16, 257, 100003};
    static const enum nadir_dtype dtypes[] = {NADIR_F32, NADIR_I32, NADIR_U8};
    struct test_random random = test_seed(1);
    for (int d = 0; d < 3; d++) {
        for (size_t i = 0; i < 5; i++) {
            const size_t n = sizes[i], bytes = n * nadir_dtype_size(dtypes[d]);
            if (test_small() && n > 1000) continue;
            struct nadir_tensor t;
            TEST_OK(nadir_tensor_create(&t, context, dtypes[d], 1, &n));
            ck_assert_ptr_nonnull(t.buffer);
            ck_assert_int_eq(t.dtype, dtypes[d]);
            ck_assert_uint_eq(t.rank, 1);
            ck_assert_uint_eq(nadir_tensor_count(&t), n);
            unsigned char *in = test_alloc(bytes, 1), *out = test_alloc(bytes + 1, 1);
            for (size_t j = 0; j < bytes; j++) in[j] = (unsigned char)test_word(&random);
            out[bytes] = 0xa5;
            TEST_OK(nadir_tensor_upload(context, &t, in));
            TEST_OK(nadir_tensor_download(context, &t, out));
            ck_assert_mem_eq(in, out, bytes);
            ck_assert_uint_eq(out[bytes], 0xa5);
            TEST_OK(nadir_tensor_zero(context, &t));
            TEST_OK(nadir_tensor_download(context, &t, out));
            memset(in, 0, bytes);
            ck_assert_mem_eq(in, out, bytes);
            nadir_tensor_destroy(&t);
            ck_assert_ptr_null(t.buffer);
            nadir_tensor_destroy(&t);
        }
    }
    nadir_tensor_destroy(NULL);
}
END_TEST

/* Only the elements of the view move; what stands around it stays. */
START_TEST(views)
{
    struct nadir_context *context = test_context();
    static const size_t offsets[] = {0, 1, 3, 17};
    for (size_t i = 0; i < 4; i++) {
        const size_t rows = 5, cols = 3;
        struct test_random random = test_seed(i);
        const float *x = test_random_floats(&random, rows * cols, -1, 1);
        struct test_tensor *t = test_matrix(context, offsets[i], rows, cols, NULL);
        TEST_OK(nadir_tensor_upload(context, &t->tensor, x));
        test_expect_bits("uploaded", test_read(t), x, rows * cols);
        float *got = test_floats(rows * cols);
        TEST_OK(nadir_tensor_download(context, &t->tensor, got));
        test_expect_bits("downloaded", got, x, rows * cols);
        const size_t two[] = {2, 3};
        const struct nadir_tensor part = nadir_tensor_view(t->tensor.buffer, t->tensor.offset + 4, NADIR_F32, 2, two);
        TEST_OK(nadir_tensor_zero(context, &part));
        double *want = test_widen(x, rows * cols);
        for (size_t j = 4; j < 10; j++) want[j] = 0;
        test_expect("zeroed in the middle", test_read(t), want, rows * cols, 0, 0);
        test_reset();
    }
    /* Bytes need not be aligned. */
    const size_t n = 7;
    struct nadir_tensor bytes;
    TEST_OK(nadir_tensor_create(&bytes, context, NADIR_U8, 1, &n));
    const uint8_t in[7] = {1, 2, 3, 4, 5, 6, 7}, middle[3] = {9, 8, 7}, want[7] = {1, 9, 8, 7, 0, 0, 0};
    TEST_OK(nadir_tensor_upload(context, &bytes, in));
    struct nadir_tensor part = nadir_tensor_view(bytes.buffer, 1, NADIR_U8, 1, (size_t[]){3});
    TEST_OK(nadir_tensor_upload(context, &part, middle));
    part.offset = 4;
    TEST_OK(nadir_tensor_zero(context, &part));
    uint8_t out[7];
    TEST_OK(nadir_tensor_download(context, &bytes, out));
    ck_assert_mem_eq(out, want, sizeof want);
    nadir_tensor_destroy(&bytes);
}
END_TEST

START_TEST(empty)
{
    struct nadir_context *context = test_context();
    const size_t shape[] = {4, 0, 3};
    struct nadir_tensor t;
    float untouched = 3;
    TEST_OK(nadir_tensor_create(&t, context, NADIR_F32, 3, shape));
    ck_assert_ptr_null(t.buffer);
    ck_assert_uint_eq(nadir_tensor_count(&t), 0);
    TEST_OK(nadir_tensor_upload(context, &t, &untouched));
    TEST_OK(nadir_tensor_download(context, &t, &untouched));
    TEST_OK(nadir_tensor_zero(context, &t));
    ck_assert(untouched == 3);
    nadir_tensor_destroy(&t);
    /* A scalar is not empty. */
    TEST_OK(nadir_tensor_create(&t, context, NADIR_F32, 0, NULL));
    ck_assert_ptr_nonnull(t.buffer);
    TEST_OK(nadir_tensor_upload(context, &t, (float[]){7}));
    TEST_OK(nadir_tensor_download(context, &t, &untouched));
    ck_assert(untouched == 7);
    nadir_tensor_destroy(&t);
}
END_TEST

START_TEST(refuses)
{
    struct nadir_context *context = test_context();
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    struct nadir_tensor t = {0};
    const size_t nine[9] = {1, 1, 1, 1, 1, 1, 1, 1, 1}, huge[] = {SIZE_MAX / 2, 3}, bytes[] = {SIZE_MAX / 4 + 2};
    TEST_FAILS(bad, "rank", nadir_tensor_create(&t, context, NADIR_F32, 9, nine));
    TEST_FAILS(bad, "", nadir_tensor_create(&t, context, NADIR_F32, 2, huge));
    TEST_FAILS(bad, "", nadir_tensor_create(&t, context, NADIR_F32, 1, bytes));
    TEST_FAILS(bad, "", nadir_tensor_create(&t, context, (enum nadir_dtype)9, 1, nine));
    TEST_FAILS(bad, "", nadir_tensor_create(NULL, context, NADIR_F32, 1, nine));
    TEST_FAILS(bad, "", nadir_tensor_create(&t, NULL, NADIR_F32, 1, nine));
    ck_assert_ptr_null(t.buffer);

    /* More than the device has: the message tells how much that was. */
    const size_t too_many[] = {(size_t)test_device()->global_memory, 16};
    TEST_FAILS(NADIR_ERROR_OUT_OF_MEMORY, "bytes", nadir_tensor_create(&t, context, NADIR_F32, 2, too_many));
    ck_assert_ptr_null(t.buffer);

    struct test_tensor *x = test_vector(context, 0, 8, NULL);
    float host[16] = {0};
    struct nadir_tensor view = x->tensor;
    view.offset = x->elements - 7;
    TEST_FAILS(bad, "", nadir_tensor_upload(context, &view, host));
    TEST_FAILS(bad, "", nadir_tensor_download(context, &view, host));
    TEST_FAILS(bad, "", nadir_tensor_zero(context, &view));
    view.offset = SIZE_MAX - 2;
    TEST_FAILS(bad, "", nadir_tensor_upload(context, &view, host));
    view = x->tensor;
    view.shape[0] = SIZE_MAX;
    TEST_FAILS(bad, "", nadir_tensor_upload(context, &view, host));
    view = x->tensor;
    view.buffer = NULL;
    TEST_FAILS(bad, "", nadir_tensor_upload(context, &view, host));
    TEST_FAILS(bad, "", nadir_tensor_upload(context, NULL, host));
    TEST_FAILS(bad, "", nadir_tensor_upload(context, &x->tensor, NULL));
    TEST_FAILS(bad, "", nadir_tensor_download(context, &x->tensor, NULL));
    TEST_FAILS(bad, "", nadir_tensor_zero(NULL, &x->tensor));
    view = x->tensor;
    view.rank = 9;
    TEST_FAILS(bad, "", nadir_tensor_zero(context, &view));
    view = x->tensor;
    view.dtype = (enum nadir_dtype)9;
    TEST_FAILS(bad, "dtype = 9", nadir_tensor_upload(context, &view, host));
    TEST_FAILS(bad, "dtype = 9", nadir_tensor_download(context, &view, host));
    TEST_FAILS(bad, "dtype = 9", nadir_tensor_zero(context, &view));
    test_unchanged(x);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("tensor");
    TCase *tcase = test_case(suite, "tensor");
    tcase_add_test(tcase, dtypes);
    tcase_add_test(tcase, counts);
    tcase_add_test(tcase, create_and_transfer);
    tcase_add_test(tcase, views);
    tcase_add_test(tcase, empty);
    tcase_add_test(tcase, refuses);
    return test_run(suite);
}
