/* SPDX-License-Identifier: MIT */
/* Random numbers: Random123's known answers, the same stream on host and device, unbiased permutations. */
#include "support.h"

#include <stdio.h>

/* kat_vectors of Random123 1.14, "philox4x32 10". */
START_TEST(known_answers)
{
    static const struct {
        uint32_t counter[4], key[2], want[4];
    } rows[] = {
        {{0, 0, 0, 0}, {0, 0}, {0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}},
        {{0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff},
         {0xffffffff, 0xffffffff},
         {0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}},
        {{0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344},
         {0xa4093822, 0x299f31d0},
         {0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        uint32_t got[4];
        nadir_philox(got, rows[i].counter, rows[i].key);
        for (int j = 0; j < 4; j++)
            ck_assert_msg(got[j] == rows[i].want[j], "row %zu, word %d: 0x%08x, not 0x%08x", i, j, (unsigned)got[j],
                          (unsigned)rows[i].want[j]);
    }
}
END_TEST

START_TEST(words_follow_the_counter)
{
    static const uint64_t indices[] = {0, 1, 3, 4, 1000003, UINT64_C(1) << 34, (UINT64_C(5) << 34) + 7};
    const uint64_t seed = UINT64_C(0x123456789abcdef0), stream = UINT64_C(0xfedcba9876543210);
    for (size_t i = 0; i < sizeof indices / sizeof *indices; i++) {
        const uint64_t block = indices[i] / 4;
        uint32_t words[4];
        nadir_philox(words, (uint32_t[4]){(uint32_t)block, (uint32_t)(block >> 32), 0x76543210, 0xfedcba98},
                     (uint32_t[2]){0x9abcdef0, 0x12345678});
        const uint32_t word = nadir_random_word(seed, stream, indices[i]);
        ck_assert_uint_eq(word, words[indices[i] % 4]);
        const float value = nadir_random_float(seed, stream, indices[i]);
        ck_assert(value == (float)(word >> 8) * 0x1p-24f);
        ck_assert(value >= 0 && value < 1);
    }
}
END_TEST

START_TEST(device_gives_the_hosts_bits)
{
    static const size_t sizes[] = {1, 2, 3, 4, 5, 15, 16, 17, 63, 255, 256, 257, 1009, 16384, 16385, 40009};
    static const size_t offsets[] = {0, 1, 3, 17};
    struct nadir_context *context = test_walk(_i);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const size_t n = sizes[i];
        if (test_small() && n > 2000) break;
        const float low = -0.357f, high = 1.25f;
        const uint64_t seed = i + (UINT64_C(77) << 32), stream = 3 * i + (UINT64_C(5) << 40);
        struct test_tensor *x = test_vector(context, offsets[i % 4], n, NULL);
        TEST_OK(nadir_random_uniform(context, &x->tensor, low, high, seed, stream));
        float *want = test_floats(n);
        for (size_t j = 0; j < n; j++) want[j] = fmaf(high - low, nadir_random_float(seed, stream, j), low);
        char what[64];
        snprintf(what, sizeof what, "uniform, n %zu", n);
        test_expect_bits(what, test_read(x), want, n);
        test_reset();
    }
}
END_TEST

START_TEST(uniform_refuses)
{
    struct nadir_context *context = test_walk(_i);
    struct test_tensor *x = test_vector(context, 0, 8, NULL), *labels = test_labels(context, 0, 8, NULL);
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "", nadir_random_uniform(context, &x->tensor, 1, 0, 0, 0));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "", nadir_random_uniform(context, &x->tensor, NAN, 1, 0, 0));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "", nadir_random_uniform(context, &x->tensor, 0, INFINITY, 0, 0));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "", nadir_random_uniform(context, &x->tensor, -3e38f, 3e38f, 0, 0));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "int32", nadir_random_uniform(context, &labels->tensor, 0, 1, 0, 0));
    test_unchanged(x);
    test_unchanged(labels);
    struct test_tensor *empty = test_vector(context, 0, 0, NULL);
    TEST_OK(nadir_random_uniform(context, &empty->tensor, 0, 1, 0, 0));
    test_unchanged(empty);
}
END_TEST

START_TEST(permutations_are_permutations)
{
    static const uint32_t sizes[] = {0, 1, 2, 3, 5, 100, 60000};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        const uint32_t n = sizes[i];
        uint32_t *p = test_alloc(n + 1, sizeof *p), *again = test_alloc(n + 1, sizeof *again);
        bool *seen = test_alloc(n, sizeof *seen);
        p[n] = again[n] = 0xdeadbeef;
        nadir_random_permutation(p, n, 42, i);
        nadir_random_permutation(again, n, 42, i);
        ck_assert_mem_eq(p, again, (n + 1) * sizeof *p);
        ck_assert_uint_eq(p[n], 0xdeadbeef);
        for (uint32_t j = 0; j < n; j++) {
            ck_assert_msg(p[j] < n && !seen[p[j]], "n %u: entry %u is %u", (unsigned)n, (unsigned)j, (unsigned)p[j]);
            seen[p[j]] = true;
        }
        if (n < 100) continue;
        nadir_random_permutation(again, n, 42, i + 1);
        ck_assert_mem_ne(p, again, n * sizeof *p);
        nadir_random_permutation(again, n, 43, i);
        ck_assert_mem_ne(p, again, n * sizeof *p);
    }
}
END_TEST

/* All 24 orders of 4 elements equally often: chi square with 23 degrees of freedom stays below 49.7 with probability 0.999
 * (the seed is fixed, so the test does not flicker). */
START_TEST(permutations_are_uniform)
{
    const int draws = 24000;
    int count[256] = {0};
    for (int i = 0; i < draws; i++) {
        uint32_t p[4];
        nadir_random_permutation(p, 4, 7, (uint64_t)i);
        count[p[0] + 4 * p[1] + 16 * p[2] + 64 * p[3]]++;
    }
    double chi_square = 0;
    int kinds = 0;
    for (int i = 0; i < 256; i++) {
        if (count[i] == 0) continue;
        kinds++;
        chi_square += (count[i] - draws / 24.0) * (count[i] - draws / 24.0) / (draws / 24.0);
    }
    ck_assert_int_eq(kinds, 24);
    ck_assert_msg(chi_square < 49.7, "chi square %g", chi_square);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("philox");
    TCase *host = test_case(suite, "host");
    tcase_add_test(host, known_answers);
    tcase_add_test(host, words_follow_the_counter);
    tcase_add_test(host, permutations_are_permutations);
    tcase_add_test(host, permutations_are_uniform);
    TCase *device = test_case(suite, "device");
    tcase_add_loop_test(device, device_gives_the_hosts_bits, 0, TEST_WALKS);
    tcase_add_loop_test(device, uniform_refuses, 0, TEST_WALKS);
    return test_run(suite);
}
