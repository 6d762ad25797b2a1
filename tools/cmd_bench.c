/* SPDX-License-Identifier: MIT */
/* `nadir bench`: one table of operations, timed on the device and held against what the device can do at most. */
#include "options.h"
#include "tool.h"

#include "base/clock_priv.h"
#include "base/status_priv.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_SAMPLES = 41, LEAST_SAMPLES = 7, CASE_WIDTH = 30 };

/* What one row needs while it is timed. */
struct bench {
    struct nadir_context *context;
    const struct bench_row *row;
    struct nadir_tensor tensors[5];
    struct nadir_arena *arena;
    struct nadir_optimizer *optimizer;
    struct nadir_classifier classifier;
    struct nadir_step *step;
};

enum bench_limit { LIMIT_COPY, LIMIT_FMA, LIMIT_NONE };

struct bench_row {
    const char *op;
    const char *name;
    enum nadir_status (*prepare)(struct bench *bench);
    enum nadir_status (*run)(struct bench *bench);
    size_t shape[3];
    bool transpose_a, transpose_b;
    enum nadir_optimizer_rule rule;
    double clip_norm;
    enum nadir_loss loss;
    float smoothing; /* of labels */
    bool weights;    /* of classes */
    double bytes;    /* moved by one run, read and written once; 0: not a memory-bound operation */
    double flops;
    enum bench_limit limit;
    const char *model; /* of a training step */
};

static enum nadir_status random_tensor(struct bench *bench, int i, unsigned rank, const size_t *shape)
{
    enum nadir_status status = nadir_tensor_create(&bench->tensors[i], bench->context, NADIR_F32, rank, shape);
    if (status == NADIR_OK) status = nadir_random_uniform(bench->context, &bench->tensors[i], -1.0f, 1.0f, 0, (uint64_t)i);
    return status;
}

/* Integers base + (i * 7919 modulo count): with base 0, labels spread over `count` classes. */
static enum nadir_status integer_tensor(struct bench *bench, struct nadir_tensor *tensor, size_t base, size_t count)
{
    const size_t n = nadir_tensor_count(tensor);
    int32_t *host = malloc(n * sizeof *host);
    if (!host) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu integers", n);
    for (size_t i = 0; i < n; i++) host[i] = (int32_t)(base + i * 7919 % count);
    const enum nadir_status status = nadir_tensor_upload(bench->context, tensor, host);
    free(host);
    return status;
}

/* shape: rows, columns. Logits, labels, weights of the classes, the loss; the gradient in place. */
static enum nadir_status cross_entropy_prepare(struct bench *bench)
{
    const size_t *shape = bench->row->shape;
    enum nadir_status status = random_tensor(bench, 0, 2, shape);
    if (status == NADIR_OK) status = nadir_tensor_create(&bench->tensors[1], bench->context, NADIR_I32, 1, shape);
    if (status == NADIR_OK) status = integer_tensor(bench, &bench->tensors[1], 0, shape[1]);
    if (status == NADIR_OK) status = random_tensor(bench, 2, 1, &shape[1]);
    if (status == NADIR_OK) status = random_tensor(bench, 3, 0, NULL);
    return status;
}

static enum nadir_status cross_entropy_run(struct bench *bench)
{
    struct nadir_loss_params params = nadir_loss_params_default(NADIR_LOSS_CROSS_ENTROPY);
    params.label_smoothing = bench->row->smoothing;
    const struct nadir_tensor *t = bench->tensors;
    const struct nadir_loss_tensors tensors = {
        .x = {&t[0]}, .target = &t[1], .weight = bench->row->weights ? &t[2] : NULL, .loss = &t[3], .dx = {&t[0]}};
    return nadir_loss_compute(bench->context, NADIR_LOSS_CROSS_ENTROPY, &tensors, &params);
}

/* shape: elements. Input, target, gradient, loss. */
static enum nadir_status pointwise_prepare(struct bench *bench)
{
    enum nadir_status status = NADIR_OK;
    for (int i = 0; i < 3 && status == NADIR_OK; i++) status = random_tensor(bench, i, 1, bench->row->shape);
    return status == NADIR_OK ? random_tensor(bench, 3, 0, NULL) : status;
}

static enum nadir_status pointwise_run(struct bench *bench)
{
    const struct nadir_tensor *t = bench->tensors;
    const struct nadir_loss_tensors tensors = {.x = {&t[0]}, .target = &t[1], .dx = {&t[2]}, .loss = &t[3]};
    return nadir_loss_compute(bench->context, bench->row->loss, &tensors, NULL);
}

/* shape: rows, columns. Input and result. */
static enum nadir_status softmax_prepare(struct bench *bench)
{
    const enum nadir_status status = random_tensor(bench, 0, 2, bench->row->shape);
    return status == NADIR_OK ? random_tensor(bench, 1, 2, bench->row->shape) : status;
}

static enum nadir_status softmax_run(struct bench *bench)
{
    return nadir_softmax_forward(bench->context, &bench->tensors[1], &bench->tensors[0], NADIR_SOFTMAX, NULL);
}

/* shape: frames, sequences, classes. Logits with their gradient, targets of an eighth of the frames, lengths, loss. */
static enum nadir_status ctc_prepare(struct bench *bench)
{
    const size_t *shape = bench->row->shape, targets[] = {shape[1], shape[0] / 8};
    enum nadir_status status = random_tensor(bench, 0, 3, shape);
    if (status == NADIR_OK) status = nadir_tensor_create(&bench->tensors[1], bench->context, NADIR_I32, 2, targets);
    if (status == NADIR_OK) status = integer_tensor(bench, &bench->tensors[1], 1, shape[2] - 1);
    for (int i = 0; i < 2 && status == NADIR_OK; i++) {
        status = nadir_tensor_create(&bench->tensors[2 + i], bench->context, NADIR_I32, 1, targets);
        if (status == NADIR_OK) status = integer_tensor(bench, &bench->tensors[2 + i], i == 0 ? shape[0] : targets[1], 1);
    }
    if (status == NADIR_OK) status = random_tensor(bench, 4, 0, NULL);
    return status;
}

static enum nadir_status ctc_run(struct bench *bench)
{
    const struct nadir_tensor *t = bench->tensors;
    const struct nadir_loss_tensors tensors = {
        .x = {&t[0]}, .dx = {&t[0]}, .target = &t[1], .input_lengths = &t[2], .target_lengths = &t[3], .loss = &t[4]};
    return nadir_loss_compute(bench->context, NADIR_LOSS_CTC, &tensors, NULL);
}

/* shape: number of tensors, elements of each. */
static enum nadir_status optimizer_prepare(struct bench *bench)
{
    const size_t *shape = bench->row->shape;
    struct nadir_optimizer_params params = nadir_optimizer_params_default(bench->row->rule);
    params.clip.norm = bench->row->clip_norm;
    enum nadir_status status = nadir_arena_create(&bench->arena, bench->context);
    for (size_t i = 0; i < shape[0] && status == NADIR_OK; i++) {
        char name[24];
        snprintf(name, sizeof name, "p%zu", i);
        status = nadir_arena_add(bench->arena, name, 1, &shape[1], NULL);
    }
    if (status == NADIR_OK) status = nadir_arena_allocate(bench->arena);
    if (status != NADIR_OK) return status;
    const struct nadir_tensor gradients = nadir_arena_gradients(bench->arena);
    status = nadir_random_uniform(bench->context, &gradients, -1.0f, 1.0f, 0, 1);
    if (status == NADIR_OK) status = nadir_optimizer_create(&bench->optimizer, bench->context, bench->arena, NULL, &params);
    return status;
}

static enum nadir_status optimizer_run(struct bench *bench)
{
    return nadir_optimizer_step(bench->optimizer);
}

/* shape: m, n, k. */
static enum nadir_status gemm_prepare(struct bench *bench)
{
    const struct bench_row *row = bench->row;
    const size_t m = row->shape[0], n = row->shape[1], k = row->shape[2];
    const size_t a[] = {row->transpose_a ? k : m, row->transpose_a ? m : k};
    const size_t b[] = {row->transpose_b ? n : k, row->transpose_b ? k : n};
    enum nadir_status status = random_tensor(bench, 0, 2, (const size_t[]){m, n});
    if (status == NADIR_OK) status = random_tensor(bench, 1, 2, a);
    if (status == NADIR_OK) status = random_tensor(bench, 2, 2, b);
    return status;
}

static enum nadir_status gemm_run(struct bench *bench)
{
    const struct bench_row *row = bench->row;
    struct nadir_gemm_params params = nadir_gemm_params_default();
    params.transpose_a = row->transpose_a;
    params.transpose_b = row->transpose_b;
    return nadir_gemm(bench->context, &bench->tensors[0], &bench->tensors[1], &bench->tensors[2], &params);
}

/* One step of the classifier with Adam on a batch that lies in place. */
static enum nadir_status step_prepare(struct bench *bench)
{
    struct nadir_classifier *classifier = &bench->classifier;
    struct nadir_tensor samples, labels;
    const size_t batch = bench->row->shape[0];
    enum nadir_status status = nadir_classifier_create(classifier, bench->context, bench->row->model);
    if (status == NADIR_OK) status = nadir_graph_initialise(classifier->graph, 0);
    if (status == NADIR_OK)
        status = nadir_optimizer_create(&bench->optimizer, bench->context, nadir_graph_arena(classifier->graph), NULL, NULL);
    if (status != NADIR_OK) return status;
    struct nadir_value *const scalars[] = {classifier->loss, classifier->accuracy};
    status = nadir_step_create(&bench->step, classifier->graph,
                               &(struct nadir_step_params){
                                   .max_rows = batch,
                                   .losses = scalars,
                                   .loss_count = 1,
                                   .scalars = scalars,
                                   .scalar_count = 2,
                                   .history = 1,
                                   .optimizer = bench->optimizer,
                               });
    if (status == NADIR_OK) status = nadir_step_value(bench->step, classifier->samples, &samples);
    if (status == NADIR_OK) status = nadir_random_uniform(bench->context, &samples, -1.0f, 1.0f, 0, 0);
    if (status == NADIR_OK) status = nadir_step_value(bench->step, classifier->labels, &labels);
    if (status == NADIR_OK) status = integer_tensor(bench, &labels, 0, 10);
    return status;
}

static enum nadir_status step_run(struct bench *bench)
{
    return nadir_step_run(bench->step, bench->row->shape[0]);
}

#define CROSS_ENTROPY(rows, cols, label, smoothing_, weights_)                                                                 \
    {                                                                                                                          \
        "cross_entropy", #rows "x" #cols label, cross_entropy_prepare, cross_entropy_run,                                      \
            .shape = {rows, cols}, .smoothing = smoothing_, .weights = weights_, .bytes = 8.0 * rows * cols,                   \
            .limit = LIMIT_COPY                                                                                                \
    }
#define SOFTMAX(rows, cols)                                                                                                    \
    {                                                                                                                          \
        "softmax", #rows "x" #cols, softmax_prepare, softmax_run, .shape = {rows, cols}, .bytes = 8.0 * rows * cols,           \
                                                                  .limit = LIMIT_COPY                                          \
    }
#define POINTWISE(op, loss_)                                                                                                   \
    {                                                                                                                          \
        op, "25M", pointwise_prepare, pointwise_run, .shape = {25000000}, .loss = loss_, .bytes = 12.0 * 25000000,             \
                                                     .limit = LIMIT_COPY                                                       \
    }
#define OPTIMIZER(op, rule_, label, tensors, length, clip, bytes_)                                                             \
    {                                                                                                                          \
        op, label, optimizer_prepare, optimizer_run, .shape = {tensors, length}, .rule = rule_, .clip_norm = clip,             \
                                                     .bytes = (double)bytes_ * tensors * length, .limit = LIMIT_COPY           \
    }
#define GEMM(m, n, k, layout, ta, tb)                                                                                          \
    {                                                                                                                          \
        "gemm", #m "x" #n "x" #k " " layout, gemm_prepare, gemm_run, .shape = {m, n, k}, .transpose_a = ta, .transpose_b = tb, \
                                                                     .flops = 2.0 * m * n * k, .limit = LIMIT_FMA              \
    }

static const struct bench_row rows[] = {
    SOFTMAX(65536, 10),
    SOFTMAX(8192, 1000),
    SOFTMAX(1024, 32000),
    CROSS_ENTROPY(65536, 10, "", 0, false),
    CROSS_ENTROPY(8192, 1000, "", 0, false),
    CROSS_ENTROPY(8192, 1000, " smoothing", 0.1f, false),
    CROSS_ENTROPY(8192, 1000, " class weights", 0, true),
    CROSS_ENTROPY(1024, 32000, "", 0, false),
    CROSS_ENTROPY(4096, 32000, "", 0, false),
    POINTWISE("mse", NADIR_LOSS_MSE),
    POINTWISE("huber", NADIR_LOSS_HUBER),
    POINTWISE("bce_with_logits", NADIR_LOSS_BCE_WITH_LOGITS),
    {"ctc", "200x32x100", ctc_prepare, ctc_run, .shape = {200, 32, 100}, .bytes = 8.0 * 200 * 32 * 100, .limit = LIMIT_NONE},
    OPTIMIZER("sgd", NADIR_SGD, "25M", 1, 25000000, 0, 12),
    OPTIMIZER("momentum", NADIR_MOMENTUM, "25M", 1, 25000000, 0, 20),
    OPTIMIZER("rmsprop", NADIR_RMSPROP, "25M", 1, 25000000, 0, 20),
    OPTIMIZER("adam", NADIR_ADAM, "25M", 1, 25000000, 0, 28),
    OPTIMIZER("adam", NADIR_ADAM, "1000x25k", 1000, 25000, 0, 28),
    OPTIMIZER("adamw", NADIR_ADAMW, "25M", 1, 25000000, 0, 28),
    OPTIMIZER("adamw", NADIR_ADAMW, "25M clip", 1, 25000000, 1, 32),
    OPTIMIZER("adamw", NADIR_ADAMW, "1000x25k clip", 1000, 25000, 1, 32),
    OPTIMIZER("lamb", NADIR_LAMB, "1000x25k", 1000, 25000, 0, 40),
    GEMM(128, 128, 128, "NN", false, false),
    GEMM(512, 512, 512, "NN", false, false),
    GEMM(1024, 1024, 1024, "NN", false, false),
    GEMM(2048, 2048, 2048, "NN", false, false),
    GEMM(64, 128, 784, "NN", false, false),
    GEMM(64, 128, 784, "NT", false, true),
    GEMM(128, 784, 64, "TN", true, false),
    /* A layer is one product forward and two backward, one for the first: no gradient of the samples. */
    {"train_step", "mlp:784-128-10 batch 64", step_prepare, step_run, .shape = {64},
     .flops = 2.0 * 64 * (2 * 784 * 128 + 3 * 128 * 10), .limit = LIMIT_NONE, .model = "mlp:784-128-10"},
    {"train_step", "mlp:784-1024-1024-10 batch 256", step_prepare, step_run, .shape = {256},
     .flops = 2.0 * 256 * (2 * 784 * 1024 + 3 * 1024 * 1024 + 3 * 1024 * 10), .limit = LIMIT_NONE,
     .model = "mlp:784-1024-1024-10"},
};
enum { ROW_COUNT = sizeof rows / sizeof rows[0] };

static void bench_close(struct bench *bench)
{
    for (size_t i = 0; i < sizeof bench->tensors / sizeof bench->tensors[0]; i++) nadir_tensor_destroy(&bench->tensors[i]);
    nadir_step_destroy(&bench->step);
    nadir_optimizer_destroy(&bench->optimizer);
    nadir_classifier_destroy(&bench->classifier);
    nadir_arena_destroy(&bench->arena);
}

/* Seconds of `count` runs, enqueued one after the other and waited for once. */
static enum nadir_status time_runs(struct bench *bench, size_t count, double *seconds)
{
    const double start = nadir__seconds();
    enum nadir_status status = NADIR_OK;
    for (size_t i = 0; i < count && status == NADIR_OK; i++) status = bench->row->run(bench);
    if (status == NADIR_OK) status = nadir_context_finish(bench->context);
    *seconds = nadir__seconds() - start;
    return status;
}

/* The median time of one run, from samples of at least 10 ms for about `budget` seconds. */
static enum nadir_status measure(struct bench *bench, double budget, double *median)
{
    double samples[MAX_SAMPLES], seconds;
    size_t count = 1, taken = 0;
    enum nadir_status status = time_runs(bench, 1, &seconds); /* compiles, touches memory */
    while (status == NADIR_OK) {
        status = time_runs(bench, count, &seconds);
        if (seconds >= 0.01 || count >= (size_t)1 << 20) break;
        count *= 2;
    }
    const double start = nadir__seconds();
    while (status == NADIR_OK && taken < MAX_SAMPLES && (taken < LEAST_SAMPLES || nadir__seconds() - start < budget)) {
        status = time_runs(bench, count, &seconds);
        samples[taken++] = seconds / (double)count;
    }
    if (status != NADIR_OK) return status;
    qsort(samples, taken, sizeof *samples, nadir__seconds_compare);
    *median = samples[taken / 2];
    return NADIR_OK;
}

/* What the device can do, measured before the rows. */
struct peaks {
    double copy, fma;
    struct nadir_device_score score; /* for predictions, not measured where no row has one */
};

/* What one row came to; NAN: does not apply. */
struct figures {
    double median;    /* seconds of one run */
    double bandwidth; /* GB/s */
    double rate;      /* GFLOP/s */
    double fraction;  /* of the limit */
    double predicted; /* seconds */
};

static void add_number(cJSON *object, const char *name, double number)
{
    if (isnan(number)) cJSON_AddNullToObject(object, name);
    else cJSON_AddNumberToObject(object, name, number);
}

static int print_json(const struct bench_row *row, const char *backend, const char *device, const struct figures *figures)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "op", row->op);
    cJSON_AddStringToObject(object, "case", row->name);
    cJSON_AddStringToObject(object, "backend", backend);
    cJSON_AddStringToObject(object, "device", device);
    add_number(object, "seconds_median", figures->median);
    add_number(object, "gb_per_s", figures->bandwidth);
    add_number(object, "gflop_per_s", figures->rate);
    add_number(object, "fraction_of_limit", figures->fraction);
    add_number(object, "seconds_predicted", figures->predicted);
    char *text = cJSON_PrintUnformatted(object);
    cJSON_Delete(object);
    if (!text) return tool_fail("no host memory");
    puts(text);
    fflush(stdout);
    cJSON_free(text);
    return TOOL_OK;
}

static void print_number(double number, int width, int digits)
{
    if (isnan(number)) printf(" %*s", width, "-");
    else printf(" %*.*f", width, digits, number);
}

static int run_row(struct nadir_context *context, const struct bench_row *row, const struct peaks *peaks, double budget,
                   bool json)
{
    struct bench bench = {.context = context, .row = row};
    struct figures figures = {NAN, NAN, NAN, NAN, NAN};
    enum nadir_status status = row->prepare(&bench);
    if (status == NADIR_OK) status = measure(&bench, budget, &figures.median);
    bench_close(&bench);
    if (status == NADIR_OK && row->model)
        status = nadir_predict_step(&figures.predicted, row->model, row->shape[0], &peaks->score);
    char label[80];
    snprintf(label, sizeof label, "%s %s", row->op, row->name);
    if (status != NADIR_OK) return tool_fail_status(label);
    const char *backend = row->limit == LIMIT_COPY ? nadir_context_walk_name(context) : nadir_context_gemm_name(context);
    if (row->bytes > 0) figures.bandwidth = 1e-9 * row->bytes / figures.median;
    if (row->flops > 0) figures.rate = 1e-9 * row->flops / figures.median;
    if (row->limit == LIMIT_COPY) figures.fraction = 1e9 * figures.bandwidth / peaks->copy;
    if (row->limit == LIMIT_FMA) figures.fraction = 1e9 * figures.rate / peaks->fma;
    if (json) return print_json(row, backend, nadir_context_device(context)->name, &figures);
    printf("%-14s %-*s %-8s %12.1f", row->op, CASE_WIDTH, row->name, backend, 1e6 * figures.median);
    print_number(figures.bandwidth, 8, 1);
    print_number(figures.rate, 10, 1);
    print_number(figures.fraction, 9, 2);
    putchar('\n');
    if (row->model)
        printf("%-14s %-*s %-8s %12.1f, %.2f of the median\n", "", CASE_WIDTH, "predicted from the score", "",
               1e6 * figures.predicted, figures.predicted / figures.median);
    fflush(stdout);
    return TOOL_OK;
}

/* The limits, and the score if a row has a prediction. */
static int measure_device(struct nadir_context *context, struct peaks *peaks, bool predictions)
{
    enum nadir_status status = nadir_measure_copy(context, &peaks->copy);
    if (status == NADIR_OK) status = nadir_measure_fma(context, &peaks->fma);
    if (status == NADIR_OK && predictions) status = nadir_measure_score(context, &peaks->score);
    return status == NADIR_OK ? TOOL_OK : tool_fail_status("measuring the device");
}

int cmd_bench(int argc, char **argv)
{
    const char *device = NULL, *filter = NULL;
    double budget;
    bool json = false;
    const struct option_row options[] = {
        {"filter", OPTION_TEXT, &filter, .placeholder = "TEXT", .help = "only rows whose \"OP CASE\" contains this text"},
        {"seconds", OPTION_REAL, &budget, .placeholder = "S", .fallback = "0.5", .help = "time to spend on each row",
         .reals = {0.0, 3600.0}},
        {"device", OPTION_TEXT, &device, .placeholder = "SEL",
         .help = "such as 0:0, gpu, pocl:cpu (default: NADIR_DEVICE, then auto)"},
        {"json", OPTION_FLAG, &json, .help = "one JSON object a line on stdout; other text goes to stderr"},
    };
    const struct option_table table = {
        "bench",
        "Times operations on the device: the median of samples of at least 10 ms. LIMIT is the fraction of the device's own "
        "measured copy bandwidth, or of its measured fused multiply-add rate for gemm. A training step is also predicted, from "
        "the "
        "device's score, as `nadir devices --model` does.",
        options, sizeof options / sizeof options[0]};
    int code = options_parse(&table, argc, argv);
    if (code != OPTIONS_RUN) return code;

    bool chosen[ROW_COUNT] = {false}, any = false, predictions = false;
    for (size_t i = 0; i < ROW_COUNT; i++) {
        char label[80];
        snprintf(label, sizeof label, "%s %s", rows[i].op, rows[i].name);
        chosen[i] = !filter || strstr(label, filter);
        any |= chosen[i];
        predictions |= chosen[i] && rows[i].model;
    }
    if (!any) {
        tool_fail("--filter %s: no row contains this text; `nadir bench` without it shows all rows", filter);
        return TOOL_USAGE;
    }

    struct tool_session session;
    struct peaks peaks = {.copy = NAN, .fma = NAN};
    FILE *human = json ? stderr : stdout;
    code = tool_session_open(&session, device, NULL, human);
    if (code == TOOL_OK) code = measure_device(session.context, &peaks, predictions);
    if (code == TOOL_OK)
        fprintf(human, "measured: copy %.1f GB/s (read + written), fused multiply-add %.0f GFLOP/s\n", 1e-9 * peaks.copy,
                1e-9 * peaks.fma);
    if (code == TOOL_OK && !json)
        printf("%-14s %-*s %-8s %12s %8s %10s %9s\n", "OP", CASE_WIDTH, "CASE", "BACKEND", "MEDIAN us", "GB/s", "GFLOP/s",
               "LIMIT");
    int worst = code;
    for (size_t i = 0; i < ROW_COUNT && code == TOOL_OK; i++) {
        if (!chosen[i]) continue;
        const int result = run_row(session.context, &rows[i], &peaks, budget, json);
        if (result != TOOL_OK) worst = result;
    }
    tool_session_close(&session);
    return worst;
}
