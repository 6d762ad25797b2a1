/* SPDX-License-Identifier: MIT */
/* Training with a caller's own OpenCL context, queue and buffers, by single calls: a perceptron with hidden layer learns three
 * clouds of points; every step is followed in double. */
#include "support.h"

#include "ref/ref.h"

enum { ROWS = 60, IN = 2, HIDDEN = 8, CLASSES = 3, STEPS = 80, PARAMETERS = HIDDEN * IN + HIDDEN + CLASSES * HIDDEN + CLASSES };
static const float rate = 0.5f;

/* One buffer for everything, at offsets that are not aligned; elements of four bytes. */
enum {
    X = 1,
    LABELS = X + ROWS * IN + 1,
    W1 = LABELS + ROWS + 1,
    B1 = W1 + HIDDEN * IN,
    W2 = B1 + HIDDEN,
    B2 = W2 + CLASSES * HIDDEN,
    GRADIENT = B2 + CLASSES, /* as W1 .. B2 */
    H = GRADIENT + PARAMETERS,
    DH = H + ROWS * HIDDEN,
    LOGITS = DH + ROWS * HIDDEN,
    LOSS = LOGITS + ROWS * CLASSES + 1,
    CORRECT,
    ONE = CORRECT + ROWS,
    ALL = ONE + 2
};

struct host {
    cl_context cl;
    cl_command_queue queue;
    cl_mem buffer;
};

static struct nadir_tensor view(const struct host *host, size_t offset, size_t rows, size_t cols)
{
    const size_t shape[] = {rows, cols};
    return nadir_tensor_view(host->buffer, offset, NADIR_F32, cols ? 2 : 1, shape);
}

/* parameter -= rate gradient, as a product: p (n, 1) = -rate g (n, 1) [1] + p. */
static void update(struct nadir_context *context, const struct host *host, size_t parameter, size_t n)
{
    const struct nadir_tensor p = view(host, parameter, n, 1), g = view(host, GRADIENT + parameter - W1, n, 1);
    const struct nadir_tensor one = view(host, ONE, 1, 1);
    const struct nadir_matrix left = nadir_matrix_of(&g), right = nadir_matrix_of(&one), sum = nadir_matrix_of(&p);
    TEST_OK(nadir_gemm(context, &sum, &left, &right, &(struct nadir_gemm_params){.alpha = -rate, .beta = 1}));
}

static void train_step(struct nadir_context *context, const struct host *host)
{
    const struct nadir_tensor x = view(host, X, ROWS, IN), w1 = view(host, W1, HIDDEN, IN), b1 = view(host, B1, HIDDEN, 0);
    const struct nadir_tensor w2 = view(host, W2, CLASSES, HIDDEN), b2 = view(host, B2, CLASSES, 0);
    const struct nadir_tensor h = view(host, H, ROWS, HIDDEN), dh = view(host, DH, ROWS, HIDDEN);
    const struct nadir_tensor logits = view(host, LOGITS, ROWS, CLASSES), loss = view(host, LOSS, 1, 0);
    const struct nadir_tensor correct = view(host, CORRECT, ROWS, 0);
    const struct nadir_tensor labels = nadir_tensor_view(host->buffer, LABELS, NADIR_I32, 1, (const size_t[]){ROWS});
    const size_t shift = GRADIENT - W1;
    const struct nadir_tensor dw1 = view(host, W1 + shift, HIDDEN, IN), db1 = view(host, B1 + shift, HIDDEN, 0);
    const struct nadir_tensor dw2 = view(host, W2 + shift, CLASSES, HIDDEN), db2 = view(host, B2 + shift, CLASSES, 0);

    TEST_OK(nadir_linear_forward(context, &h, &x, &w1, &b1, NADIR_ACTIVATION_RELU));
    TEST_OK(nadir_linear_forward(context, &logits, &h, &w2, &b2, NADIR_ACTIVATION_NONE));
    const struct nadir_loss_tensors tensors = {
        .x = {&logits}, .target = &labels, .loss = &loss, .dx = {&logits}, .correct = &correct};
    TEST_OK(nadir_loss_compute(context, NADIR_LOSS_CROSS_ENTROPY, &tensors, NULL));
    TEST_OK(nadir_linear_backward(context, &dh, &dw2, &db2, &logits, &h, &w2));
    TEST_OK(nadir_activation_backward(context, &dh, &dh, &h, NADIR_ACTIVATION_RELU, 0));
    TEST_OK(nadir_linear_backward(context, NULL, &dw1, &db1, &dh, &x, &w1));
    update(context, host, W1, HIDDEN * IN);
    update(context, host, B1, HIDDEN);
    update(context, host, W2, CLASSES * HIDDEN);
    update(context, host, B2, CLASSES);
}

START_TEST(perceptron)
{
    struct nadir_context *context = NULL;
    struct host host;
    union {
        float f[ALL];
        int32_t i[ALL];
    } memory = {{0}};
    cl_int code;
    const struct nadir_device *device = test_device();
    host.cl = clCreateContext(NULL, 1, &device->id, NULL, NULL, &code);
    ck_assert_int_eq(code, CL_SUCCESS);
    host.queue = clCreateCommandQueue(host.cl, device->id, 0, &code);
    ck_assert_int_eq(code, CL_SUCCESS);

    static const float centres[CLASSES][IN] = {{1, 0}, {-1, 1}, {-1, -1}};
    struct test_random random = test_seed(7);
    for (int i = 0; i < ROWS; i++) {
        memory.i[LABELS + i] = i % CLASSES;
        for (int j = 0; j < IN; j++) memory.f[X + i * IN + j] = centres[i % CLASSES][j] + test_uniform(&random, -0.8f, 0.8f);
    }
    for (int i = 0; i < PARAMETERS; i++) memory.f[W1 + i] = test_uniform(&random, -0.7f, 0.7f);
    memory.f[ONE] = 1;
    int32_t labels[ROWS];
    memcpy(labels, memory.i + LABELS, sizeof labels);
    double *x = test_widen(memory.f + X, ROWS * IN), *p = test_widen(memory.f + W1, PARAMETERS);
    host.buffer = clCreateBuffer(host.cl, CL_MEM_READ_WRITE | CL_MEM_COPY_HOST_PTR, sizeof memory, &memory, &code);
    ck_assert_int_eq(code, CL_SUCCESS);

    TEST_OK(nadir_context_wrap(&context, host.cl, host.queue, NULL));
    const size_t widths[] = {IN, HIDDEN, CLASSES};
    double gradient[PARAMETERS], accuracy = 0, loss = 0;
    const int steps = test_small() ? 2 : STEPS;
    for (int step = 0; step < steps; step++) {
        train_step(context, &host);
        loss = ref_mlp(p, x, labels, ROWS, widths, 2, gradient, NULL, &accuracy);
        for (int i = 0; i < PARAMETERS; i++) p[i] -= (double)rate * gradient[i];
    }
    code = clEnqueueReadBuffer(host.queue, host.buffer, CL_TRUE, 0, sizeof memory, &memory, 0, NULL, NULL);
    ck_assert_int_eq(code, CL_SUCCESS);
    TEST_OK(nadir_context_check(context));
    /* Differences of 1e-7 a step, which the training carries on. */
    test_expect("parameters", memory.f + W1, p, PARAMETERS, 2e-5, 2e-5);
    test_expect("loss", memory.f + LOSS, &loss, 1, 1e-5, 1e-5);
    double hits = 0;
    for (int i = 0; i < ROWS; i++) hits += (double)memory.f[CORRECT + i];
    ck_assert_double_eq_tol(hits / ROWS, accuracy, 1e-9);
    ck_assert_msg(test_small() || accuracy > 0.95, "accuracy %g: it has not learnt", accuracy);

    nadir_context_destroy(&context);
    clReleaseMemObject(host.buffer);
    clReleaseCommandQueue(host.queue);
    clReleaseContext(host.cl);
    test_reset();
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("own_buffers");
    TCase *tc = test_case(suite, "training");
    tcase_add_test(tc, perceptron);
    return test_run(suite);
}
