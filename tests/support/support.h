/* SPDX-License-Identifier: MIT */
/* What all tests share: contexts, guarded device tensors, comparison against double references, a temporary folder.
 * Everything made here for one test (tensors, host arrays) is released after it by the fixture of test_case(). */
#ifndef NADIR_TESTS_SUPPORT_H
#define NADIR_TESTS_SUPPORT_H

#include "nadir/nadir.h"

#include <check.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* --- Suites. --- */

/* A test case with the fixture that releases what a test made; added to `suite`. Both live until test_run. */
TCase *test_case(Suite *suite, const char *name);

/* Runs the suite without forking (an OpenCL context does not survive a fork), prints, releases the contexts.
 * Returns the exit status. */
int test_run(Suite *suite);

/* True with NADIR_TEST_SMALL=1, which is set where kernels are interpreted: keep sizes to a few thousand elements. */
bool test_small(void);

/* --- Contexts, on the default device (or NADIR_DEVICE), created once and shared by all tests of an executable. ---
 * Without a device they end the process with status 77 (skipped), or 1 under NADIR_REQUIRE_DEVICE=1, saying so. */

const struct nadir_device *test_device(void);
struct nadir_context *test_context(void);
struct nadir_context *test_context_with(enum nadir_walk walk, enum nadir_gemm_backend gemm);

/* For tcase_add_loop_test(tc, f, 0, TEST_WALKS): context `i` walks as on a CPU (0) or as on a GPU (1), GEMM packed. With
 * NADIR_TEST_WALKS=own there is only test_context(): where compiling takes long. */
enum { TEST_MOST_WALKS = 2 };
#define TEST_WALKS test_walks()
int test_walks(void);

/* Where that is so, two of three cases `i` of a long list are left out, by tests whose kernels another one has in full. */
bool test_left_out(int i);
struct nadir_context *test_walk(int i);

/* For tcase_add_loop_test(tc, f, 0, test_gemm_count()): every walk with every back end. CLBlast is left out when small. */
int test_gemm_count(void);
struct nadir_context *test_gemm(int i);
bool test_gemm_is_slow(int i); /* CLBlast compiles long: cross-check a few shapes only */

/* --- Statuses. --- */

#define TEST_OK(call)                                                                                                          \
    do {                                                                                                                       \
        enum nadir_status test_status_ = (call);                                                                               \
        ck_assert_msg(test_status_ == NADIR_OK, "%s gave %s: %s", #call, nadir_status_name(test_status_),                      \
                      nadir_last_error()->message);                                                                            \
    } while (0)

/* The call must fail with `expected`, and its message must contain `text`. */
#define TEST_FAILS(expected, text, call)                                                                                       \
    do {                                                                                                                       \
        enum nadir_status test_status_ = (call);                                                                               \
        const char *test_message_ = test_status_ == NADIR_OK ? "" : nadir_last_error()->message;                               \
        ck_assert_msg(test_status_ == (expected), "%s gave %s instead of %s: %s", #call, nadir_status_name(test_status_),      \
                      nadir_status_name(expected), test_message_);                                                             \
        ck_assert_msg(nadir_last_error()->status == (expected), "%s: the error record holds %s", #call,                        \
                      nadir_status_name(nadir_last_error()->status));                                                          \
        ck_assert_msg(strstr(test_message_, (text)) != NULL, "%s: no \"%s\" in the message: %s", #call, (text),                \
                      test_message_);                                                                                          \
    } while (0)

/* --- Random numbers, independent of the library's. --- */

struct test_random {
    uint64_t state;
};

struct test_random test_seed(uint64_t seed);
uint32_t test_word(struct test_random *random);
float test_uniform(struct test_random *random, float low, float high);

/* --- Host arrays, zeroed, released with the test. `n` may be 0. --- */

void *test_alloc(size_t n, size_t size);
float *test_floats(size_t n);
double *test_doubles(size_t n);
int32_t *test_ints(size_t n);

/* `n` uniform values. */
float *test_random_floats(struct test_random *random, size_t n, float low, float high);

/* The same values as doubles. */
double *test_widen(const float *x, size_t n);

/* --- 16-bit numbers: dtype NADIR_F16, NADIR_BF16 (NADIR_F32 too). --- */

/* The nearest number of the type, ties to even, and the distance between the type's numbers at x. */
double test_round(enum nadir_dtype dtype, double x);
double test_ulp(enum nadir_dtype dtype, double x);

/* --- Device tensors with canaries before and after. --- */

/* A view `offset` elements behind an aligned address, inside a larger buffer of recognisable bits.
 * Made without the library's own tensor functions. */
struct test_tensor {
    struct nadir_tensor tensor; /* hand its address to the call under test */
    struct nadir_context *context;
    size_t elements;            /* of the whole buffer */
    size_t count;
    uint32_t number;            /* counts tensors, so that no two have the same canaries */
    uint32_t *host;             /* the buffer as it was made */
};

/* Poisoned: NaN, for int32 a number no test expects. Any dtype but NADIR_U8. */
struct test_tensor *test_output(struct nadir_context *context, enum nadir_dtype dtype, size_t offset, unsigned rank,
                                const size_t *shape);

/* Filled with `host`, an int32_t array, or for other types a float array (rounded to 16 bits), of as many elements as `shape`
 * has. */
struct test_tensor *test_input(struct nadir_context *context, enum nadir_dtype dtype, size_t offset, unsigned rank,
                               const size_t *shape, const void *host);

/* Shorthand for float32 vectors and matrices; `host` NULL: poisoned. */
struct test_tensor *test_vector(struct nadir_context *context, size_t offset, size_t n, const float *host);
struct test_tensor *test_matrix(struct nadir_context *context, size_t offset, size_t rows, size_t cols, const float *host);
struct test_tensor *test_labels(struct nadir_context *context, size_t offset, size_t n, const int32_t *host);

/* Waits for the queue, downloads, checks the canaries, returns the elements (valid until the test's end); test_read widens
 * 16-bit ones to float. */
const float *test_read(struct test_tensor *t);
const int32_t *test_read_ints(struct test_tensor *t);

/* As test_read, and every element must still have the bits it had when made. */
void test_unchanged(struct test_tensor *t);

/* --- Matrices with room between rows and between matrices. --- */

struct test_gaps {
    size_t row, matrix; /* elements behind each row, and behind each matrix of a batch */
    bool interleaved;   /* row 0 of every matrix, then row 1 of every matrix: batch_stride is less than a matrix */
};

struct test_strided {
    struct nadir_matrix matrix;
    struct test_tensor *memory; /* from the first element to the last, as a vector */
};

/* `host` has batch * rows * cols elements, or is NULL: poisoned. In the gaps stands NaN, with `written` numbers which show that
 * something was written there. */
struct test_strided test_strided(struct nadir_context *context, enum nadir_dtype dtype, size_t offset, size_t batch, size_t rows,
                                 size_t cols, struct test_gaps gaps, const float *host, bool written);

/* Of a written one: as test_read, without the gaps, which must be as they were made. */
const float *test_read_strided(const struct test_strided *s);

/* Releases all tensors and host arrays made so far: for tests that loop over many shapes. */
void test_reset(void);

/* --- Comparison. A NaN passes only where a NaN is wanted, an infinity only where the same one is. --- */

/* |got - want| <= atol + rtol |want| everywhere; else fails, printing `what` and the worst element. */
void test_expect(const char *what, const float *got, const double *want, size_t n, double atol, double rtol);

/* |got[i] - want[i]| <= bound[i]. */
void test_expect_within(const char *what, const float *got, const double *want, const double *bound, size_t n);

/* Equal bits. */
void test_expect_bits(const char *what, const float *got, const float *want, size_t n);
void test_expect_ints(const char *what, const int32_t *got, const int32_t *want, size_t n);

/* --- Files. --- */

/* A fresh folder of this process, removed with its content at exit. */
const char *test_temp_dir(void);

#endif
