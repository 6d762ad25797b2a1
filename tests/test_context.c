/* SPDX-License-Identifier: MIT */
/* Contexts: own and wrapped around a caller's OpenCL objects, choices by parameter and environment, profile, error word. */
#define _XOPEN_SOURCE 700 /* setenv */

#include "support.h"

#include "base/status_priv.h"
#include "ref/ref.h"
#include "runtime/runtime_priv.h"

#include <time.h>

#include <time.h>

/* Contexts here ask for AUTO, so the environment of the test run must not decide. */
static void clear_environment(void)
{
    unsetenv("NADIR_WALK");
    unsetenv("NADIR_GEMM");
}

START_TEST(create_and_destroy)
{
    struct nadir_context *context = NULL;
    const struct nadir_context_params params = nadir_context_params_default();
    ck_assert_int_eq(params.walk, NADIR_WALK_AUTO);
    ck_assert_int_eq(params.gemm, NADIR_GEMM_AUTO);
    ck_assert(!params.profile);
    TEST_OK(nadir_context_create(&context, test_device(), NULL));
    ck_assert_ptr_nonnull(context);
    ck_assert_str_eq(nadir_context_device(context)->name, test_device()->name);
    ck_assert_ptr_nonnull(nadir_context_cl(context));
    ck_assert_ptr_nonnull(nadir_context_queue(context));
    TEST_OK(nadir_context_check(context));
    TEST_OK(nadir_context_finish(context));
    nadir_context_destroy(&context);
    ck_assert_ptr_null(context);
    nadir_context_destroy(&context);
    nadir_context_destroy(NULL);

    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    TEST_FAILS(bad, "", nadir_context_create(NULL, test_device(), NULL));
    TEST_FAILS(bad, "", nadir_context_create(&context, NULL, NULL));
    struct nadir_context_params odd = nadir_context_params_default();
    odd.walk = (enum nadir_walk)9;
    TEST_FAILS(bad, "walk", nadir_context_create(&context, test_device(), &odd));
    odd = nadir_context_params_default();
    odd.gemm = (enum nadir_gemm_backend)9;
    TEST_FAILS(bad, "", nadir_context_create(&context, test_device(), &odd));
    struct nadir_device unusable = *test_device();
    unusable.usable = false;
    strcpy(unusable.problem, "no compiler");
    TEST_FAILS(NADIR_ERROR_UNSUPPORTED, "no compiler", nadir_context_create(&context, &unusable, NULL));
    TEST_FAILS(bad, "", nadir_context_finish(NULL));
    TEST_FAILS(bad, "", nadir_context_check(NULL));
    ck_assert_ptr_null(context);
}
END_TEST

/* A device that ends loops without an error gets the walk with the short ones, and what would be too long is refused. */
START_TEST(loops_end_in_time)
{
    struct nadir_device limited = *test_device();
    strcpy(limited.name, "llvmpipe (LLVM 15.0.6, 256 bits)");
    limited.type = NADIR_DEVICE_CPU;
    struct nadir_context *context = NULL;
    struct nadir_context_params params = nadir_context_params_default();
    TEST_OK(nadir_context_create(&context, &limited, NULL));
    ck_assert_str_eq(nadir_context_walk_name(context), "gpu");
    ck_assert_str_eq(nadir_context_gemm_name(context), "auto");
    nadir_context_destroy(&context);

    params.walk = NADIR_WALK_CPU;
    params.gemm = NADIR_GEMM_PACKED;
    TEST_OK(nadir_context_create(&context, &limited, &params));
    const enum nadir_status refused = NADIR_ERROR_UNSUPPORTED;
    const size_t n = 70000;
    struct test_tensor *row = test_matrix(context, 0, 1, n, NULL), *out = test_matrix(context, 0, 1, n, NULL);
    struct test_tensor *column = test_matrix(context, 0, n, 1, NULL), *one = test_vector(context, 0, 1, NULL);
    const size_t shape[] = {1};
    struct test_tensor *index = test_output(context, NADIR_I32, 0, 1, shape), *product = test_matrix(context, 0, 1, 1, NULL);
    TEST_FAILS(refused, "65535", nadir_softmax_forward(context, &out->tensor, &row->tensor, NADIR_SOFTMAX, NULL));
    TEST_FAILS(refused, "NADIR_WALK=gpu", nadir_sum_rows(context, &one->tensor, &column->tensor));
    TEST_FAILS(refused, "argmax", nadir_argmax(context, &index->tensor, &row->tensor));
    const struct nadir_matrix a = nadir_matrix_of(&row->tensor), b = nadir_matrix_of(&column->tensor);
    const struct nadir_matrix c = nadir_matrix_of(&product->tensor);
    TEST_FAILS(refused, "NADIR_GEMM=clblast", nadir_gemm(context, &c, &a, &b, NULL));
    test_unchanged(out);
    test_unchanged(one);
    test_unchanged(index);
    test_unchanged(product);
    test_reset();
    nadir_context_destroy(&context);
}
END_TEST

static void expect_description(const struct nadir_context_params *params, const char *first, const char *second)
{
    struct nadir_context *context = NULL;
    TEST_OK(nadir_context_create(&context, test_device(), params));
    const char *text = nadir_context_describe(context);
    ck_assert_msg(strstr(text, first) && strstr(text, second), "no \"%s\" and \"%s\" in \"%s\"", first, second, text);
    ck_assert_msg(strchr(text, '\n') == NULL, "more than one line: %s", text);
    nadir_context_destroy(&context);
}

START_TEST(walk_and_back_end)
{
    struct nadir_context *context = NULL;
    struct nadir_context_params params = nadir_context_params_default();
    const bool limited = strncmp(test_device()->name, "llvmpipe", 8) == 0; /* a CPU whose loops must be short */
    const bool cpu = test_device()->type == NADIR_DEVICE_CPU && !limited;
    expect_description(NULL, cpu ? "walk cpu" : "walk gpu", "GEMM auto");
    params.walk = NADIR_WALK_GPU;
    expect_description(&params, "walk gpu", "GEMM auto");
    params.walk = NADIR_WALK_CPU;
    expect_description(&params, "walk cpu", "GEMM auto");
    params.gemm = NADIR_GEMM_CLBLAST;
    expect_description(&params, "walk cpu", "clblast");

    /* The environment decides where AUTO is asked for, and says so; it does not overrule a parameter. */
    setenv("NADIR_WALK", "gpu", 1);
    expect_description(NULL, "walk gpu", "NADIR_WALK");
    expect_description(&params, "walk cpu", "clblast");
    setenv("NADIR_GEMM", "packed", 1);
    expect_description(NULL, "packed", "NADIR_GEMM");
    setenv("NADIR_WALK", "auto", 1);
    setenv("NADIR_GEMM", "", 1);
    expect_description(NULL, cpu ? "walk cpu" : "walk gpu", "GEMM auto");
    static const char *const wrong[] = {"CPU", "gpu ", "both", "1"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        setenv("NADIR_WALK", wrong[i], 1);
        setenv("NADIR_GEMM", "auto", 1);
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NADIR_WALK", nadir_context_create(&context, test_device(), NULL));
        setenv("NADIR_WALK", "auto", 1);
        setenv("NADIR_GEMM", wrong[i], 1);
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NADIR_GEMM", nadir_context_create(&context, test_device(), NULL));
        ck_assert_ptr_null(context);
    }
    clear_environment();
}
END_TEST

/* A host application's own OpenCL objects, made without Nadir. */
struct host {
    cl_context cl;
    cl_command_queue queue;
};

static struct host make_host(cl_command_queue_properties properties)
{
    struct host host;
    cl_int code;
    const cl_context_properties platform[] = {CL_CONTEXT_PLATFORM, (cl_context_properties)test_device()->platform, 0};
    host.cl = clCreateContext(platform, 1, &test_device()->id, NULL, NULL, &code);
    ck_assert_int_eq(code, CL_SUCCESS);
    host.queue = clCreateCommandQueue(host.cl, test_device()->id, properties, &code);
    ck_assert_int_eq(code, CL_SUCCESS);
    return host;
}

static void drop_host(struct host *host)
{
    clReleaseCommandQueue(host->queue);
    clReleaseContext(host->cl);
}

static cl_uint references(cl_command_queue queue)
{
    cl_uint count = 0;
    clGetCommandQueueInfo(queue, CL_QUEUE_REFERENCE_COUNT, sizeof count, &count, NULL);
    return count;
}

/* A driver's own threads may hold a queue a little longer than its last command. */
static void expect_references(cl_command_queue queue, cl_uint count)
{
    for (int i = 0; i < 1000 && references(queue) != count; i++)
        nanosleep(&(struct timespec){.tv_nsec = 5000000}, NULL);
    ck_assert_uint_eq(references(queue), count);
}

/* Logits and labels in one buffer of the caller's, the loss between them; enqueued, then read by the caller, who waits for his
 * own queue. */
START_TEST(wrapped)
{
    enum { ROWS = 5, COLS = 7, LOGITS = 3, LABELS = LOGITS + ROWS * COLS + 2, LOSS = LABELS + ROWS + 1, ALL = LOSS + ROWS + 4 };
    struct host host = make_host(0);
    struct nadir_context *context = NULL;
    const cl_uint before = references(host.queue);
    TEST_OK(nadir_context_wrap(&context, host.cl, host.queue, NULL));
    ck_assert(nadir_context_cl(context) == host.cl);
    ck_assert(nadir_context_queue(context) == host.queue);
    ck_assert_str_eq(nadir_context_device(context)->name, test_device()->name);

    union {
        float f[ALL];
        int32_t i[ALL];
    } memory;
    for (int i = 0; i < ALL; i++) memory.f[i] = 1000;
    struct test_random random = test_seed(2);
    float *logits = test_random_floats(&random, ROWS * COLS, -3, 3);
    int32_t labels[ROWS] = {0, 6, 3, 3, 1};
    memcpy(memory.f + LOGITS, logits, ROWS * COLS * sizeof *logits);
    memcpy(memory.i + LABELS, labels, sizeof labels);
    cl_int code;
    cl_mem buffer = clCreateBuffer(host.cl, CL_MEM_READ_WRITE, sizeof memory, NULL, &code);
    ck_assert_int_eq(code, CL_SUCCESS);
    code = clEnqueueWriteBuffer(host.queue, buffer, CL_FALSE, 0, sizeof memory, &memory, 0, NULL, NULL);
    ck_assert_int_eq(code, CL_SUCCESS);
    const size_t shape[] = {ROWS, COLS};
    const struct nadir_tensor x = nadir_tensor_view(buffer, LOGITS, NADIR_F32, 2, shape);
    const struct nadir_tensor y = nadir_tensor_view(buffer, LABELS, NADIR_I32, 1, shape);
    const struct nadir_tensor loss = nadir_tensor_view(buffer, LOSS, NADIR_F32, 1, shape);
    struct nadir_loss_params params = nadir_loss_params_default(NADIR_LOSS_CROSS_ENTROPY);
    params.reduction = NADIR_REDUCTION_NONE;
    const struct nadir_loss_tensors tensors = {.x = {&x}, .target = &y, .loss = &loss, .dx = {&x}};
    TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CROSS_ENTROPY, &tensors, &params));
    code = clEnqueueReadBuffer(host.queue, buffer, CL_TRUE, 0, sizeof memory, &memory, 0, NULL, NULL);
    ck_assert_int_eq(code, CL_SUCCESS);
    TEST_OK(nadir_context_check(context));
    double want_loss[ROWS], want_dx[ROWS * COLS];
    ref_cross_entropy(want_loss, want_dx, NULL, test_widen(logits, ROWS * COLS), labels, ROWS, COLS, 1);
    test_expect("loss", memory.f + LOSS, want_loss, ROWS, 4e-6, 0);
    test_expect("gradient", memory.f + LOGITS, want_dx, ROWS * COLS, 1e-6, 0);
    const int others[] = {0, 1, 2, LABELS - 2, LABELS - 1, LABELS + ROWS, LOSS + ROWS, ALL - 1};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        ck_assert_msg(memory.f[others[i]] == 1000, "element %d was written", others[i]);

    nadir_context_destroy(&context);
    ck_assert_int_eq(clFinish(host.queue), CL_SUCCESS);
    clReleaseMemObject(buffer); /* drivers let a buffer hold its last command, and that the queue */
    expect_references(host.queue, before);
    drop_host(&host);
}
END_TEST

START_TEST(wrap_refuses)
{
    struct host host = make_host(0), other = make_host(0);
    struct nadir_context *context = NULL;
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    TEST_FAILS(bad, "", nadir_context_wrap(NULL, host.cl, host.queue, NULL));
    TEST_FAILS(bad, "", nadir_context_wrap(&context, NULL, host.queue, NULL));
    TEST_FAILS(bad, "", nadir_context_wrap(&context, host.cl, NULL, NULL));
    TEST_FAILS(bad, "", nadir_context_wrap(&context, host.cl, other.queue, NULL));
    struct nadir_context_params params = nadir_context_params_default();
    params.profile = true;
    TEST_FAILS(bad, "CL_QUEUE_PROFILING_ENABLE", nadir_context_wrap(&context, host.cl, host.queue, &params));
    expect_references(host.queue, 1);
    drop_host(&host);
    drop_host(&other);
    cl_command_queue_properties offered = 0;
    clGetDeviceInfo(test_device()->id, CL_DEVICE_QUEUE_PROPERTIES, sizeof offered, &offered, NULL);
    if (offered & CL_QUEUE_OUT_OF_ORDER_EXEC_MODE_ENABLE) {
        host = make_host(CL_QUEUE_OUT_OF_ORDER_EXEC_MODE_ENABLE);
        TEST_FAILS(bad, "order", nadir_context_wrap(&context, host.cl, host.queue, NULL));
        drop_host(&host);
    }
    ck_assert_ptr_null(context);
}
END_TEST

static void check_profile(struct nadir_context *context)
{
    struct nadir_profile_row rows[16] = {{{0}, 0, 0}};
    size_t count = 99;
    TEST_OK(nadir_context_profile(context, rows, 16, &count));
    ck_assert_uint_eq(count, 0);
    const size_t n = test_small() ? 2000 : 200000;
    struct test_tensor *x = test_vector(context, 0, n, test_floats(n)), *y = test_vector(context, 0, 1, NULL);
    for (int i = 0; i < 3; i++)
        TEST_OK(nadir_activation_forward(context, &x->tensor, &x->tensor, NADIR_ACTIVATION_RELU, 0));
    TEST_OK(nadir_sum(context, &y->tensor, &x->tensor, 1));
    TEST_OK(nadir_context_profile(context, rows, 16, &count));
    ck_assert_uint_ge(count, 2);
    ck_assert_uint_le(count, 16);
    bool three = false;
    for (size_t i = 0; i < count; i++) {
        ck_assert_msg(rows[i].kernel[0] && rows[i].launches > 0, "row %zu: \"%s\"", i, rows[i].kernel);
        ck_assert_msg(rows[i].seconds >= 0 && rows[i].seconds < 60, "row %zu: %g s", i, rows[i].seconds);
        if (i > 0) ck_assert_msg(rows[i].seconds <= rows[i - 1].seconds, "row %zu is not in order", i);
        if (rows[i].launches == 3) three = true;
    }
    ck_assert_msg(three, "no kernel with three launches");
    struct nadir_profile_row one = {{0}, 0, 0};
    size_t seen = 0;
    TEST_OK(nadir_context_profile(context, &one, 1, &seen));
    ck_assert_uint_eq(seen, count);
    ck_assert_str_eq(one.kernel, rows[0].kernel);
    double seconds = -1;
    unsigned programs = 0;
    nadir_context_build_time(context, &seconds, &programs);
    ck_assert_uint_ge(programs, 2);
    ck_assert(seconds > 0 && seconds < 300);
    test_reset();
}

START_TEST(profile)
{
    struct nadir_context *context = NULL;
    struct nadir_context_params params = nadir_context_params_default();
    params.profile = true;
    TEST_OK(nadir_context_create(&context, test_device(), &params));
    check_profile(context);
    nadir_context_destroy(&context);
    struct host host = make_host(CL_QUEUE_PROFILING_ENABLE);
    TEST_OK(nadir_context_wrap(&context, host.cl, host.queue, &params));
    check_profile(context);
    nadir_context_destroy(&context);
    drop_host(&host);

    TEST_OK(nadir_context_create(&context, test_device(), NULL));
    struct nadir_profile_row row;
    size_t count;
    TEST_FAILS(NADIR_ERROR_UNSUPPORTED, "profile", nadir_context_profile(context, &row, 1, &count));
    nadir_context_destroy(&context);
}
END_TEST

/* Each context has its own error word. */
START_TEST(error_words)
{
    struct nadir_context *a = NULL, *b = NULL;
    TEST_OK(nadir_context_create(&a, test_device(), NULL));
    TEST_OK(nadir_context_create(&b, test_device(), NULL));
    const int32_t labels[] = {0, 2};
    struct test_tensor *x = test_matrix(a, 0, 2, 2, test_floats(4)), *y = test_labels(a, 0, 2, labels);
    struct test_tensor *loss = test_vector(a, 0, 1, NULL);
    const struct nadir_loss_tensors tensors = {.x = {&x->tensor}, .target = &y->tensor, .loss = &loss->tensor};
    TEST_OK(nadir_loss_compute(a, NADIR_LOSS_CROSS_ENTROPY, &tensors, NULL));
    TEST_OK(nadir_context_finish(b));
    TEST_FAILS(NADIR_ERROR_DATA, "labels[1] = 2", nadir_context_finish(a));
    TEST_OK(nadir_context_finish(a));
    test_reset();
    nadir_context_destroy(&a);
    nadir_context_destroy(&b);
}
END_TEST

START_TEST(statuses)
{
    ck_assert_str_eq(nadir_status_name(NADIR_OK), "NADIR_OK");
    ck_assert_str_eq(nadir_status_name(NADIR_ERROR_DATA), "NADIR_ERROR_DATA");
    for (int s = NADIR_ERROR_INTERRUPTED; s < 0; s++)
        ck_assert(strncmp(nadir_status_name((enum nadir_status)s), "NADIR_ERROR_", 12) == 0);
    ck_assert_str_eq(nadir_status_name((enum nadir_status)5), "unknown status");
    ck_assert_str_eq(nadir_status_name((enum nadir_status)-1000), "unknown status");
    ck_assert_str_eq(nadir_version(), "0.1.0");
}
END_TEST

/* A failed OpenCL call leaves its code and the code's name in the record, whatever the message says. */
START_TEST(opencl_failures)
{
    static const struct {
        cl_int code;
        const char *name;
        enum nadir_status status;
    } rows[] = {
        {CL_MEM_OBJECT_ALLOCATION_FAILURE, "CL_MEM_OBJECT_ALLOCATION_FAILURE", NADIR_ERROR_OUT_OF_MEMORY},
        {CL_OUT_OF_HOST_MEMORY, "CL_OUT_OF_HOST_MEMORY", NADIR_ERROR_OUT_OF_MEMORY},
        {CL_BUILD_PROGRAM_FAILURE, "CL_BUILD_PROGRAM_FAILURE", NADIR_ERROR_BUILD},
        {CL_OUT_OF_RESOURCES, "CL_OUT_OF_RESOURCES", NADIR_ERROR_OPENCL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        TEST_FAILS(rows[i].status, "thing 7", nadir__fail_cl_at(rows[i].code, "thing %d", 7));
        ck_assert_int_eq(nadir_last_error()->cl_code, rows[i].code);
        ck_assert_str_eq(nadir_last_error()->cl_name, rows[i].name);
        TEST_FAILS(rows[i].status, rows[i].name, nadir__fail_cl(rows[i].code, "clFinish(queue)"));
        ck_assert_int_eq(strncmp(nadir_last_error()->message, "clFinish failed with ", 21), 0);
        ck_assert_int_eq(nadir_last_error()->cl_code, rows[i].code);
    }
    TEST_FAILS(NADIR_ERROR_IO, "file", nadir__fail(NADIR_ERROR_IO, "file"));
    ck_assert_int_eq(nadir_last_error()->cl_code, 0);
    ck_assert_str_eq(nadir_last_error()->cl_name, "");

    if (test_small()) return; /* oclgrind counts a refused call as a finding */
    struct nadir_context *context = NULL;
    struct nadir__kernel *kernel;
    TEST_OK(nadir_context_create(&context, test_device(), NULL));
    const struct nadir__sink sink = {.context = context};
    const struct nadir__arg wrong[] = {ND_U32(1)};
    TEST_OK(nadir__kernel_get(context, &kernel, context->walk, "peak", "copy", ""));
    TEST_FAILS(NADIR_ERROR_OPENCL, "launching copy", nadir__launch(&sink, kernel, 1, NULL, 0)); /* no argument is set */
    ck_assert_int_eq(nadir_last_error()->cl_code, CL_INVALID_KERNEL_ARGS);
    TEST_FAILS(NADIR_ERROR_OPENCL, "argument 0 of copy", nadir__launch(&sink, kernel, 1, wrong, 1));
    ck_assert_int_ne(nadir_last_error()->cl_code, 0);
    ck_assert_int_eq(strncmp(nadir_last_error()->cl_name, "CL_INVALID_", 11), 0);
    nadir_context_destroy(&context);
}
END_TEST

int main(void)
{
    clear_environment();
    Suite *suite = suite_create("context");
    TCase *tcase = test_case(suite, "context");
    tcase_add_test(tcase, statuses);
    tcase_add_test(tcase, create_and_destroy);
    tcase_add_test(tcase, walk_and_back_end);
    tcase_add_test(tcase, loops_end_in_time);
    tcase_add_test(tcase, wrapped);
    tcase_add_test(tcase, wrap_refuses);
    tcase_add_test(tcase, profile);
    tcase_add_test(tcase, error_words);
    tcase_add_test(tcase, opencl_failures);
    return test_run(suite);
}
