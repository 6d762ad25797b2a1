/* SPDX-License-Identifier: MIT */
/* The shared part of the tests; see support.h. */
#define _XOPEN_SOURCE 700 /* nftw */

#include "support.h"

#include <ftw.h>
#include <stdio.h>
#include <unistd.h>

/* Elements before and behind every tensor: a multiple of every device's base alignment, and longer than a work-group, so that
 * a kernel which rounds its size up is caught. */
enum { GUARD = 512 };
enum { POISON_FLOAT = 0x7fc0dead, POISON_INT = 0x5bad5bad, POISON_16 = 0x7fd5 }; /* the last one is a NaN in both formats */

static bool is_16_bit(enum nadir_dtype dtype)
{
    return dtype == NADIR_F16 || dtype == NADIR_BF16;
}

/* Element i of a buffer with elements of this type. */
static uint32_t get_bits(enum nadir_dtype dtype, const void *memory, size_t i)
{
    return is_16_bit(dtype) ? ((const uint16_t *)memory)[i] : ((const uint32_t *)memory)[i];
}

static void put_bits(enum nadir_dtype dtype, void *memory, size_t i, uint32_t bits)
{
    if (is_16_bit(dtype)) ((uint16_t *)memory)[i] = (uint16_t)bits;
    else ((uint32_t *)memory)[i] = bits;
}

/* Element i of what stands around the elements of a buffer: NaN as a float, and different in every tensor and place, because a
 * kernel that goes too far in all its tensors alike would copy one canary over another. */
static uint32_t canary(const struct test_tensor *t, size_t i)
{
    const uint32_t mixed = ((uint32_t)i + 1) * 2654435761u ^ t->number * 40503u;
    return is_16_bit(t->tensor.dtype) ? 0x7f81u | (mixed & 0x3fu) : 0x7f800001u | (mixed & 0x3fffffu);
}

/* --- What a test has made. --- */

struct test_block {
    struct test_block *next;
    struct test_tensor *tensor; /* NULL for a host array */
    void *memory;
};

static struct test_block *blocks;

static void die(const char *what)
{
    fprintf(stderr, "test support: %s\n", what);
    exit(1);
}

static void remember(void *memory, struct test_tensor *tensor)
{
    struct test_block *block = malloc(sizeof *block);
    if (!block || !memory) die("out of memory");
    *block = (struct test_block){.next = blocks, .tensor = tensor, .memory = memory};
    blocks = block;
}

void test_reset(void)
{
    while (blocks) {
        struct test_block *block = blocks;
        blocks = block->next;
        if (block->tensor) {
            clFinish(nadir_context_queue(block->tensor->context));
            clReleaseMemObject(block->tensor->tensor.buffer);
            free(block->tensor->host);
        }
        free(block->memory);
        free(block);
    }
}

void *test_alloc(size_t n, size_t size)
{
    void *memory = calloc(n ? n : 1, size);
    remember(memory, NULL);
    return memory;
}

float *test_floats(size_t n)
{
    return test_alloc(n, sizeof(float));
}

double *test_doubles(size_t n)
{
    return test_alloc(n, sizeof(double));
}

int32_t *test_ints(size_t n)
{
    return test_alloc(n, sizeof(int32_t));
}

/* --- Suites. --- */

TCase *test_case(Suite *suite, const char *name)
{
    TCase *tcase = tcase_create(name);
    tcase_add_checked_fixture(tcase, NULL, test_reset);
    tcase_set_timeout(tcase, 0); /* Meson's counts */
    suite_add_tcase(suite, tcase);
    return tcase;
}

static void release_contexts(void);

int test_run(Suite *suite)
{
    SRunner *runner = srunner_create(suite);
    srunner_set_fork_status(runner, CK_NOFORK);
    srunner_run_all(runner, CK_NORMAL);
    const int run = srunner_ntests_run(runner);
    const int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    test_reset();
    release_contexts();
    if (run == 0) fprintf(stderr, "no test was run\n");
    return failed == 0 && run > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

static bool is_set(const char *variable)
{
    const char *value = getenv(variable);
    return value && strcmp(value, "1") == 0;
}

bool test_small(void)
{
    return is_set("NADIR_TEST_SMALL");
}

/* --- Contexts. --- */

static struct nadir_context *contexts[3][NADIR_GEMM_COUNT];

const struct nadir_device *test_device(void)
{
    static struct nadir_device device;
    static bool found;
    if (!found) {
        char reason[NADIR_REASON_SIZE];
        const enum nadir_status status = nadir_device_find(&device, NULL, reason);
        if (status != NADIR_OK) {
            const bool required = is_set("NADIR_REQUIRE_DEVICE") || status != NADIR_ERROR_NO_DEVICE;
            fprintf(stderr, "%s: no OpenCL device for the tests: %s: %s\n", required ? "FAILED" : "SKIPPED",
                    nadir_status_name(status), nadir_last_error()->message);
            exit(required ? 1 : 77);
        }
        found = true;
    }
    return &device;
}

struct nadir_context *test_context_with(enum nadir_walk walk, enum nadir_gemm_backend gemm)
{
    struct nadir_context **context = &contexts[walk][gemm];
    if (!*context) {
        struct nadir_context_params params = nadir_context_params_default();
        params.walk = walk;
        params.gemm = gemm;
        if (nadir_context_create(context, test_device(), &params) != NADIR_OK) {
            fprintf(stderr, "FAILED: no context on %s: %s: %s\n", test_device()->name,
                    nadir_status_name(nadir_last_error()->status), nadir_last_error()->message);
            exit(1);
        }
        fprintf(stderr, "context on %s: %s\n", test_device()->name, nadir_context_describe(*context));
    }
    return *context;
}

struct nadir_context *test_context(void)
{
    return test_context_with(NADIR_WALK_AUTO, NADIR_GEMM_AUTO);
}

static void release_contexts(void)
{
    for (size_t walk = 0; walk < 3; walk++)
        for (size_t gemm = 0; gemm < NADIR_GEMM_COUNT; gemm++) nadir_context_destroy(&contexts[walk][gemm]);
}

int test_walks(void)
{
    const char *walks = getenv("NADIR_TEST_WALKS");
    return walks && strcmp(walks, "own") == 0 ? 1 : TEST_MOST_WALKS;
}

bool test_left_out(int i)
{
    return test_walks() == 1 && i % 3 != 0;
}

struct nadir_context *test_walk(int i)
{
    if (test_walks() == 1) return test_context();
    return test_context_with(i == 0 ? NADIR_WALK_CPU : NADIR_WALK_GPU, NADIR_GEMM_PACKED);
}

static const struct {
    enum nadir_walk walk;
    enum nadir_gemm_backend gemm;
} gemm_variants[] = {
    {NADIR_WALK_CPU, NADIR_GEMM_PACKED},
    {NADIR_WALK_GPU, NADIR_GEMM_PACKED},
    {NADIR_WALK_CPU, NADIR_GEMM_CLBLAST},
    {NADIR_WALK_GPU, NADIR_GEMM_CLBLAST},
};

int test_gemm_count(void)
{
    return test_walks() == 1 ? 1 : test_small() ? 2 : 4;
}

struct nadir_context *test_gemm(int i)
{
    if (test_walks() == 1) return test_context();
    return test_context_with(gemm_variants[i].walk, gemm_variants[i].gemm);
}

bool test_gemm_is_slow(int i)
{
    return gemm_variants[i].gemm == NADIR_GEMM_CLBLAST;
}

/* --- Random numbers: splitmix64, https://prng.di.unimi.it/splitmix64.c --- */

struct test_random test_seed(uint64_t seed)
{
    return (struct test_random){seed};
}

uint32_t test_word(struct test_random *random)
{
    uint64_t z = random->state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return (uint32_t)((z ^ (z >> 31)) >> 32);
}

float test_uniform(struct test_random *random, float low, float high)
{
    return low + (high - low) * ((float)(test_word(random) >> 8) * 0x1p-24f);
}

float *test_random_floats(struct test_random *random, size_t n, float low, float high)
{
    float *x = test_floats(n);
    for (size_t i = 0; i < n; i++) x[i] = test_uniform(random, low, high);
    return x;
}

double *test_widen(const float *x, size_t n)
{
    double *y = test_doubles(n);
    for (size_t i = 0; i < n; i++) y[i] = x[i];
    return y;
}

/* --- 16-bit numbers. --- */

/* Bits of the significand, the hidden one included, and the exponent of the smallest normal number. */
static int significand_bits(enum nadir_dtype dtype)
{
    return dtype == NADIR_F16 ? 11 : dtype == NADIR_BF16 ? 8 : 24;
}

static int least_exponent(enum nadir_dtype dtype)
{
    return dtype == NADIR_F16 ? -14 : -126;
}

double test_ulp(enum nadir_dtype dtype, double x)
{
    int exponent = 0;
    frexp(x, &exponent); /* x = 0.5 .. 1 times 2^exponent */
    const int least = least_exponent(dtype);
    return ldexp(1, (x != 0 && exponent - 1 > least ? exponent - 1 : least) - significand_bits(dtype) + 1);
}

double test_round(enum nadir_dtype dtype, double x)
{
    if (!isfinite(x)) return x;
    const double ulp = test_ulp(dtype, x), rounded = rint(x / ulp) * ulp;
    const double beyond = dtype == NADIR_F16 ? 0x1p16 : 0x1p128;
    return fabs(rounded) >= beyond ? copysign(INFINITY, x) : copysign(rounded, x);
}

static uint32_t to_16_bits(enum nadir_dtype dtype, double x)
{
    const int fraction = significand_bits(dtype) - 1;
    const uint32_t sign = signbit(x) ? 0x8000 : 0, infinity = 0x7fff >> fraction << fraction;
    if (isnan(x)) return infinity | 1u << (fraction - 1);
    x = fabs(test_round(dtype, x));
    if (isinf(x)) return sign | infinity;
    /* Counted in steps of the smallest number; each exponent beyond the first normal one has the same number of steps. */
    const double ulp = test_ulp(dtype, x);
    const int steps = ilogb(ulp) - (least_exponent(dtype) - fraction);
    return sign | ((uint32_t)(x / ulp) + ((uint32_t)steps << fraction));
}

static float from_16_bits(enum nadir_dtype dtype, uint32_t bits)
{
    const int fraction = significand_bits(dtype) - 1;
    const uint32_t magnitude = bits & 0x7fff, infinity = 0x7fff >> fraction << fraction;
    const int exponent = (int)(magnitude >> fraction);
    double x = magnitude > infinity ? NAN : magnitude == infinity ? INFINITY : 0;
    if (magnitude < infinity) {
        const uint32_t hidden = exponent > 0 ? 1u << fraction : 0;
        x = ldexp(hidden + (magnitude & ((1u << fraction) - 1)),
                  (exponent > 0 ? exponent - 1 : 0) + least_exponent(dtype) - fraction);
    }
    return (float)(bits & 0x8000 ? -x : x);
}

/* --- Device tensors. --- */

static void check_cl(cl_int code, const char *call)
{
    ck_assert_msg(code == CL_SUCCESS, "test support: %s gave %d", call, (int)code);
}

static struct test_tensor *make_tensor(struct nadir_context *context, enum nadir_dtype dtype, size_t offset, unsigned rank,
                                       const size_t *shape, const void *host)
{
    struct test_tensor *t = calloc(1, sizeof *t);
    if (!t) die("out of memory");
    t->context = context;
    t->tensor.dtype = dtype;
    t->count = 1;
    for (unsigned i = 0; i < rank; i++) t->count *= shape[i];
    t->elements = GUARD + offset + t->count + (test_small() ? 0 : GUARD); /* oclgrind sees reads behind a buffer's end */
    t->host = malloc(t->elements * sizeof *t->host);
    if (!t->host) die("out of memory");
    static uint32_t made;
    t->number = ++made;
    const uint32_t poison = is_16_bit(dtype) ? POISON_16 : dtype == NADIR_F32 ? POISON_FLOAT : POISON_INT;
    for (size_t i = 0; i < t->elements; i++) put_bits(dtype, t->host, i, canary(t, i));
    for (size_t i = 0; i < t->count; i++) {
        uint32_t bits = poison;
        if (host && is_16_bit(dtype)) bits = to_16_bits(dtype, (double)((const float *)host)[i]);
        else if (host) memcpy(&bits, (const uint32_t *)host + i, sizeof bits);
        put_bits(dtype, t->host, GUARD + offset + i, bits);
    }
    cl_int code;
    cl_mem buffer = clCreateBuffer(nadir_context_cl(context), CL_MEM_READ_WRITE | CL_MEM_COPY_HOST_PTR,
                                   t->elements * nadir_dtype_size(dtype), t->host, &code);
    check_cl(code, "clCreateBuffer");
    t->tensor = (struct nadir_tensor){.buffer = buffer, .offset = GUARD + offset, .dtype = dtype, .rank = rank};
    for (unsigned i = 0; i < rank; i++) t->tensor.shape[i] = shape[i];
    remember(t, t);
    return t;
}

struct test_tensor *test_output(struct nadir_context *context, enum nadir_dtype dtype, size_t offset, unsigned rank,
                                const size_t *shape)
{
    return make_tensor(context, dtype, offset, rank, shape, NULL);
}

struct test_tensor *test_input(struct nadir_context *context, enum nadir_dtype dtype, size_t offset, unsigned rank,
                               const size_t *shape, const void *host)
{
    return make_tensor(context, dtype, offset, rank, shape, host);
}

struct test_tensor *test_vector(struct nadir_context *context, size_t offset, size_t n, const float *host)
{
    return make_tensor(context, NADIR_F32, offset, 1, &n, host);
}

struct test_tensor *test_matrix(struct nadir_context *context, size_t offset, size_t rows, size_t cols, const float *host)
{
    const size_t shape[] = {rows, cols};
    return make_tensor(context, NADIR_F32, offset, 2, shape, host);
}

struct test_tensor *test_labels(struct nadir_context *context, size_t offset, size_t n, const int32_t *host)
{
    return make_tensor(context, NADIR_I32, offset, 1, &n, host);
}

/* The whole buffer. Loops over elements do without ck_assert, which writes to a file each time it passes. */
static const uint32_t *download(const struct test_tensor *t)
{
    const enum nadir_dtype dtype = t->tensor.dtype;
    uint32_t *now = test_alloc(t->elements, sizeof *now);
    check_cl(clEnqueueReadBuffer(nadir_context_queue(t->context), t->tensor.buffer, CL_TRUE, 0,
                                 t->elements * nadir_dtype_size(dtype), now, 0, NULL, NULL), "clEnqueueReadBuffer");
    const size_t begin = t->tensor.offset, end = begin + t->count;
    for (size_t i = 0; i < t->elements; i++)
        if ((i < begin || i >= end) && get_bits(dtype, now, i) != canary(t, i))
            ck_abort_msg("written outside a tensor of %zu elements: element %lld is now 0x%08x", t->count,
                         (long long)i - (long long)begin, (unsigned)get_bits(dtype, now, i));
    return now;
}

const float *test_read(struct test_tensor *t)
{
    const enum nadir_dtype dtype = t->tensor.dtype;
    const uint32_t *now = download(t);
    if (dtype == NADIR_F32) return (const float *)now + t->tensor.offset;
    ck_assert(is_16_bit(dtype));
    float *widened = test_floats(t->count);
    for (size_t i = 0; i < t->count; i++) widened[i] = from_16_bits(dtype, get_bits(dtype, now, t->tensor.offset + i));
    return widened;
}

const int32_t *test_read_ints(struct test_tensor *t)
{
    ck_assert_int_eq(t->tensor.dtype, NADIR_I32);
    return (const int32_t *)download(t) + t->tensor.offset;
}

void test_unchanged(struct test_tensor *t)
{
    const uint32_t *now = download(t);
    for (size_t i = 0; i < t->count; i++) {
        const uint32_t was = get_bits(t->tensor.dtype, t->host, t->tensor.offset + i);
        const uint32_t is = get_bits(t->tensor.dtype, now, t->tensor.offset + i);
        if (is != was)
            ck_abort_msg("element %zu of %zu was changed from 0x%08x to 0x%08x", i, t->count, (unsigned)was, (unsigned)is);
    }
}

/* --- Matrices with room around their rows. --- */

static size_t strided_at(const struct nadir_matrix *x, size_t i)
{
    const size_t row = i / x->cols;
    return row / x->rows * x->batch_stride + row % x->rows * x->leading + i % x->cols;
}

struct test_strided test_strided(struct nadir_context *context, enum nadir_dtype dtype, size_t offset, size_t batch, size_t rows,
                                 size_t cols, struct test_gaps gaps, const float *host, bool written)
{
    const size_t count = batch * rows * cols, line = cols + gaps.matrix;
    struct nadir_matrix x = {.dtype = dtype, .rows = rows, .cols = cols, .batch = batch};
    x.leading = gaps.interleaved && batch > 0 ? batch * line + gaps.row : cols + gaps.row;
    x.batch_stride = gaps.interleaved ? line : rows * x.leading + gaps.matrix;
    const size_t extent = count ? (batch - 1) * x.batch_stride + (rows - 1) * x.leading + cols : 0;
    float *all = test_floats(extent);
    /* These numbers are exact in 16 bits. */
    for (size_t i = 0; i < extent; i++) all[i] = written ? 96.0f + (float)(i % 32) : NAN;
    for (size_t i = 0; i < count; i++) all[strided_at(&x, i)] = host ? host[i] : NAN;
    struct test_tensor *memory = test_input(context, dtype, offset, 1, &extent, all);
    x.buffer = memory->tensor.buffer;
    x.offset = memory->tensor.offset;
    return (struct test_strided){x, memory};
}

const float *test_read_strided(const struct test_strided *s)
{
    const struct nadir_matrix *x = &s->matrix;
    const size_t count = x->batch * x->rows * x->cols, extent = s->memory->count;
    const float *all = test_read(s->memory);
    float *dense = test_floats(count);
    char *inside = test_alloc(extent, 1);
    for (size_t i = 0; i < count; i++) {
        dense[i] = all[strided_at(x, i)];
        inside[strided_at(x, i)] = 1;
    }
    for (size_t i = 0; i < extent; i++)
        if (!inside[i] && all[i] != 96.0f + (float)(i % 32))
            ck_abort_msg("element %zu, between rows of %zu elements that are %zu apart, is now %.9g", i, x->cols, x->leading,
                         (double)all[i]);
    return dense;
}

/* --- Comparison. --- */

static double ulp_of(double x)
{
    const float f = fabsf((float)x);
    return isfinite(f) ? (double)nextafterf(f, INFINITY) - (double)f : NAN;
}

/* The error as a multiple of its bound: 0 where both are the same NaN or infinity, infinite where only one is. */
static double excess(float got, double want, double bound)
{
    if (isnan(want)) return isnan(got) ? 0 : INFINITY;
    if (isinf(want)) return got == want ? 0 : INFINITY;
    if (!isfinite(got)) return INFINITY;
    const double error = fabs((double)got - want);
    return error <= bound ? (bound > 0 ? error / bound : 0) : (bound > 0 ? error / bound : INFINITY);
}

void test_expect_within(const char *what, const float *got, const double *want, const double *bound, size_t n)
{
    double worst = 1;
    size_t at = n, wrong = 0;
    for (size_t i = 0; i < n; i++) {
        const double over = excess(got[i], want[i], bound[i]);
        if (over <= 1) continue;
        wrong++;
        if (over > worst || at == n) worst = over, at = i;
    }
    if (wrong == 0) return;
    const double error = fabs((double)got[at] - want[at]);
    ck_abort_msg("%s: %zu of %zu elements are off; worst at %zu: got %.9g, want %.9g, error %.3g (%.1f ulp), allowed %.3g",
                 what, wrong, n, at, (double)got[at], want[at], error, error / ulp_of(want[at]), bound[at]);
}

void test_expect(const char *what, const float *got, const double *want, size_t n, double atol, double rtol)
{
    double *bound = test_doubles(n);
    for (size_t i = 0; i < n; i++) bound[i] = atol + rtol * fabs(want[i]);
    test_expect_within(what, got, want, bound, n);
}

void test_expect_bits(const char *what, const float *got, const float *want, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        uint32_t a, b;
        memcpy(&a, got + i, sizeof a);
        memcpy(&b, want + i, sizeof b);
        if (a != b)
            ck_abort_msg("%s: element %zu of %zu differs: 0x%08x (%.9g) and 0x%08x (%.9g)", what, i, n, (unsigned)a,
                         (double)got[i], (unsigned)b, (double)want[i]);
    }
}

void test_expect_ints(const char *what, const int32_t *got, const int32_t *want, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (got[i] != want[i]) ck_abort_msg("%s: element %zu of %zu is %d, not %d", what, i, n, (int)got[i], (int)want[i]);
}

/* --- Files. --- */

static char temp_dir[512];
static pid_t temp_owner;

static int remove_entry(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
    (void)status;
    (void)type;
    (void)ftw;
    return remove(path);
}

static void remove_temp_dir(void)
{
    if (getpid() == temp_owner) nftw(temp_dir, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
}

const char *test_temp_dir(void)
{
    if (temp_dir[0]) return temp_dir;
    const char *base = getenv("TMPDIR");
    const int length = snprintf(temp_dir, sizeof temp_dir, "%s/nadir-test-XXXXXX", base && base[0] ? base : "/tmp");
    if (length < 0 || (size_t)length >= sizeof temp_dir) die("TMPDIR is too long");
    if (!mkdtemp(temp_dir)) die("cannot make a temporary folder");
    temp_owner = getpid();
    atexit(remove_temp_dir);
    return temp_dir;
}
