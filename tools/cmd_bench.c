/* SPDX-License-Identifier: MIT */
/* `nadir bench`: rows of operations, timed on the device and held against what the device can do at most. */
#include "bench.h"
#include "options.h"
#include "tool.h"

#include "base/clock_priv.h"

#include <cjson/cJSON.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_SAMPLES = 41, OP_WIDTH = 14, CASE_WIDTH = 30 };
static const double least_sample = 0.01; /* seconds */

/* What the device can do, measured before the rows. */
struct peaks {
    double copy, fma;
    struct nadir_device_score score; /* for predictions, not measured where no row has one */
};

/* A run of the command. */
struct benchmark {
    struct nadir_context *context;
    struct nadir_context *bound[NADIR_GEMM_COUNT]; /* to each back end, on the same queue; NULL: not asked for, or impossible */
    struct peaks peaks;
    double budget; /* seconds for each line */
    bool json;
    size_t measured; /* rows */
};

/* --- Timing. --- */

/* One of those that are timed in turn, so that their ratios hold however the machine's speed drifts. */
struct timed {
    struct nadir_context *context;
    bench_run run;
    const char *backend;
    size_t count;                /* runs in a sample; 0: it failed, or cannot do this row */
    double samples[MAX_SAMPLES]; /* seconds of one run, one for each round */
    size_t taken;
    double spent;
    double median;
};

static enum nadir_status time_runs(struct bench *bench, const struct timed *timed, size_t count, double *seconds)
{
    const double start = nadir__seconds();
    enum nadir_status status = NADIR_OK;
    for (size_t i = 0; i < count && status == NADIR_OK; i++) status = timed->run(bench, timed->context);
    if (status == NADIR_OK) status = nadir_context_finish(timed->context);
    *seconds = nadir__seconds() - start;
    return status;
}

/* Compiles, touches memory, and finds how many runs a sample needs. A run longer than the budget is the only sample. */
static enum nadir_status warm_up(struct bench *bench, struct timed *timed, double budget)
{
    double seconds;
    size_t count = 1;
    enum nadir_status status = time_runs(bench, timed, 1, &seconds);
    while (status == NADIR_OK) {
        status = time_runs(bench, timed, count, &seconds);
        if (seconds >= least_sample || count >= (size_t)1 << 20) break;
        count *= 2;
    }
    if (status != NADIR_OK) return status;
    timed->count = count;
    if (count > 1 || seconds <= budget) return NADIR_OK;
    timed->samples[timed->taken++] = seconds;
    timed->spent = seconds;
    return NADIR_OK;
}

static double median(const double *values, size_t count)
{
    double sorted[MAX_SAMPLES];
    memcpy(sorted, values, count * sizeof *values);
    qsort(sorted, count, sizeof *sorted, nadir__seconds_compare);
    return sorted[count / 2];
}

/* A sample of each that has time left, round after round, every other one backwards. */
static enum nadir_status measure(struct bench *bench, struct timed *timed, size_t count, double budget)
{
    bool more = true;
    for (size_t round = 0; more; round++) {
        more = false;
        for (size_t i = 0; i < count; i++) {
            struct timed *t = &timed[round % 2 == 0 ? i : count - 1 - i];
            double seconds;
            if (t->count == 0 || t->taken == MAX_SAMPLES) continue;
            if (t->taken > 0 && t->spent + t->spent / (double)t->taken > budget) continue;
            const enum nadir_status status = time_runs(bench, t, t->count, &seconds);
            if (status != NADIR_OK) return status;
            t->samples[t->taken++] = seconds / (double)t->count;
            t->spent += seconds;
            more = true;
        }
    }
    for (size_t i = 0; i < count; i++) timed[i].median = timed[i].count > 0 ? median(timed[i].samples, timed[i].taken) : NAN;
    return NADIR_OK;
}

/* The median over the rounds of t's time by that of `other`. */
static double ratio(const struct timed *t, const struct timed *other)
{
    double ratios[MAX_SAMPLES];
    const size_t rounds = t->taken < other->taken ? t->taken : other->taken;
    for (size_t i = 0; i < rounds; i++) ratios[i] = t->samples[i] / other->samples[i];
    return rounds > 0 ? median(ratios, rounds) : NAN;
}

/* --- Printing. --- */

/* What one line came to; NAN: does not apply. */
struct figures {
    const char *backend;
    const char *chosen; /* what auto takes; NULL: does not apply */
    double median;      /* seconds of one run */
    double bandwidth;   /* GB/s */
    double rate;        /* GFLOP/s */
    double fraction;    /* of the limit */
    double to_auto;     /* time by that of auto */
    double to_plain;    /* time by that of the product alone */
    double plain;       /* seconds of that */
    double predicted;   /* seconds */
    size_t launches;    /* of one run, 0: not known */
    struct {
        double all, launches, flops, bytes; /* seconds of each at the device's limits, and their sum */
    } floor;
};

static void add_number(cJSON *object, const char *name, double number)
{
    if (isnan(number)) cJSON_AddNullToObject(object, name);
    else cJSON_AddNumberToObject(object, name, number);
}

static int print_json(const struct bench_row *row, const char *device, const struct figures *figures)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "op", row->op);
    cJSON_AddStringToObject(object, "case", row->name);
    cJSON_AddStringToObject(object, "backend", figures->backend);
    if (figures->chosen) cJSON_AddStringToObject(object, "chosen", figures->chosen);
    else cJSON_AddNullToObject(object, "chosen");
    cJSON_AddStringToObject(object, "device", device);
    add_number(object, "seconds_median", figures->median);
    add_number(object, "gb_per_s", figures->bandwidth);
    add_number(object, "gflop_per_s", figures->rate);
    add_number(object, "fraction_of_limit", figures->fraction);
    add_number(object, "ratio_to_auto", figures->to_auto);
    add_number(object, "ratio_to_plain", figures->to_plain);
    add_number(object, "launches", figures->launches > 0 ? (double)figures->launches : NAN);
    add_number(object, "seconds_predicted", figures->predicted);
    add_number(object, "seconds_floor", figures->floor.all);
    add_number(object, "seconds_floor_launches", figures->floor.launches);
    add_number(object, "seconds_floor_flops", figures->floor.flops);
    add_number(object, "seconds_floor_bytes", figures->floor.bytes);
    return tool_print_json(object);
}

static void print_number(double number, int width, int digits)
{
    if (isnan(number)) printf(" %*s", width, "-");
    else printf(" %*.*f", width, digits, number);
}

/* The start of a line that says more about the one above. */
static void print_more(const char *what, double seconds)
{
    printf("%-*s %-*s %-8s %12.1f", OP_WIDTH, "", CASE_WIDTH, what, "", 1e6 * seconds);
}

static void print_line(const struct bench_row *row, const struct figures *figures)
{
    printf("%-*s %-*s %-8s %12.1f", OP_WIDTH, row->op, CASE_WIDTH, row->name, figures->backend, 1e6 * figures->median);
    print_number(figures->bandwidth, 8, 1);
    print_number(figures->rate, 10, 1);
    print_number(figures->fraction, 9, 2);
    print_number(figures->to_auto, 8, 2);
    if (figures->chosen) printf("  %s", figures->chosen);
    else if (figures->launches > 0) printf("  %zu launches", figures->launches);
    putchar('\n');
    if (!isnan(figures->plain)) {
        print_more("the product alone", figures->plain);
        printf(", %.2f of that\n", figures->to_plain);
    }
    if (row->model) {
        print_more("predicted from the score", figures->predicted);
        printf(", %.2f of the median\n", figures->predicted / figures->median);
        print_more("floor", figures->floor.all);
        printf(", %.2f of the median: launches %.1f + flops %.1f + bytes %.1f\n", figures->floor.all / figures->median,
               1e6 * figures->floor.launches, 1e6 * figures->floor.flops, 1e6 * figures->floor.bytes);
    }
    fflush(stdout);
}

/* --- Rows. --- */

static void bench_close(struct bench *bench)
{
    for (size_t i = 0; i < sizeof bench->tensors / sizeof bench->tensors[0]; i++) nadir_tensor_destroy(&bench->tensors[i]);
    nadir__plan_clear(&bench->plan);
    nadir_step_destroy(&bench->step);
    nadir_optimizer_destroy(&bench->optimizer);
    nadir_classifier_destroy(&bench->classifier);
    nadir_arena_destroy(&bench->arena);
}

static int report(struct benchmark *benchmark, const struct bench *bench, const struct timed *t, const struct timed *whole,
                  const struct timed *plain, const char *chosen)
{
    const struct bench_row *row = bench->row;
    const struct peaks *peaks = &benchmark->peaks;
    struct figures figures = {
        .backend = t->backend,
        .chosen = t == whole ? chosen : NULL,
        .median = t->median,
        .bandwidth = row->bytes > 0 ? 1e-9 * row->bytes / t->median : NAN,
        .rate = row->flops > 0 ? 1e-9 * row->flops / t->median : NAN,
        .fraction = NAN,
        .to_auto = t == whole ? NAN : ratio(t, whole),
        .to_plain = t == whole && plain ? ratio(t, plain) : NAN,
        .plain = t == whole && plain ? plain->median : NAN,
        .predicted = NAN,
        .launches = bench->launches,
        .floor = {NAN, NAN, NAN, NAN},
    };
    if (row->limit == LIMIT_COPY) figures.fraction = 1e9 * figures.bandwidth / peaks->copy;
    if (row->limit == LIMIT_FMA) figures.fraction = 1e9 * figures.rate / peaks->fma;
    if (row->model) {
        if (nadir_predict_step(&figures.predicted, row->model, row->shape[0], &peaks->score) != NADIR_OK)
            return tool_fail_status(row->model);
        figures.floor.launches = (double)bench->launches * peaks->score.launch;
        figures.floor.flops = row->flops / peaks->fma;
        figures.floor.bytes = row->bytes / peaks->copy;
        figures.floor.all = figures.floor.launches + figures.floor.flops + figures.floor.bytes;
    }
    if (benchmark->json) return print_json(row, nadir_context_device(benchmark->context)->name, &figures);
    print_line(row, &figures);
    return TOOL_OK;
}

/* A row that the device or the back ends cannot do is left out, with a note. */
static int left_out(const char *label)
{
    if (nadir_last_error()->status != NADIR_ERROR_UNSUPPORTED) return tool_fail_status(label);
    tool_fail("note: %s is left out: %s", label, nadir_last_error()->message);
    return TOOL_OK;
}

static int run_row(struct benchmark *benchmark, const struct bench_row *row)
{
    enum { WHOLE, PLAIN, BOUND, COUNT = BOUND + NADIR_GEMM_COUNT };
    struct bench bench = {.context = benchmark->context, .row = row};
    struct timed timed[COUNT] = {0};
    char chosen[NADIR_GEMM_TEXT] = "", label[80];
    int code = TOOL_OK;
    const bool gemm_named = row->limit != LIMIT_COPY;
    timed[WHOLE] = (struct timed){.context = bench.context, .run = row->run};
    timed[WHOLE].backend = gemm_named ? nadir_context_gemm_name(bench.context) : nadir_context_walk_name(bench.context);
    timed[PLAIN] = (struct timed){.context = bench.context, .run = row->plain};
    for (size_t i = 0; i < NADIR_GEMM_COUNT; i++)
        if (row->layout && benchmark->bound[i])
            timed[BOUND + i] = (struct timed){
                .context = benchmark->bound[i], .run = row->run, .backend = nadir_context_gemm_name(benchmark->bound[i])};

    snprintf(label, sizeof label, "%s %s", row->op, row->name);
    enum nadir_status status = row->prepare(&bench);
    for (size_t i = 0; i < COUNT && status == NADIR_OK; i++) {
        if (!timed[i].run) continue;
        status = warm_up(&bench, &timed[i], benchmark->budget);
        if (status == NADIR_OK || i < BOUND) continue;
        /* This back end alone. One that gives wrong results is never used, so the row goes on. */
        char name[120];
        snprintf(name, sizeof name, "%s by %s", label, timed[i].backend);
        if (status == NADIR_ERROR_WRONG_RESULT) tool_fail("note: %s is left out: %s", name, nadir_last_error()->message);
        else if (status != NADIR_ERROR_UNSUPPORTED) code = tool_fail_status(name);
        status = NADIR_OK;
    }
    if (status == NADIR_OK && row->layout) status = bench_gemm_describe(&bench, chosen);
    if (status == NADIR_OK) status = measure(&bench, timed, COUNT, benchmark->budget);
    if (status != NADIR_OK) code = left_out(label);
    for (size_t i = 0; i < COUNT && status == NADIR_OK; i++) {
        if (i == PLAIN || timed[i].count == 0) continue;
        const int printed = report(benchmark, &bench, &timed[i], &timed[WHOLE], row->plain ? &timed[PLAIN] : NULL,
                                   row->layout ? chosen : NULL);
        if (printed != TOOL_OK) code = printed;
    }
    benchmark->measured += status == NADIR_OK;
    bench_close(&bench);
    return code;
}

/* The limits, and the score if a row has a prediction. */
static int measure_device(struct nadir_context *context, struct peaks *peaks, bool predictions)
{
    enum nadir_status status = nadir_measure_copy(context, &peaks->copy);
    if (status == NADIR_OK) status = nadir_measure_fma(context, &peaks->fma);
    if (status == NADIR_OK && predictions) status = nadir_measure_score(context, &peaks->score);
    return status == NADIR_OK ? TOOL_OK : tool_fail_status("measuring the device");
}

/* Contexts bound to one back end each, on the session's queue: they use the same tensors. */
static int bind_backends(struct benchmark *benchmark, const struct nadir_context_params *params)
{
    for (int i = NADIR_GEMM_AUTO + 1; i < NADIR_GEMM_COUNT; i++) {
        struct nadir_context_params bound = *params;
        bound.gemm = (enum nadir_gemm_backend)i;
        const enum nadir_status status = nadir_context_wrap(&benchmark->bound[i], nadir_context_cl(benchmark->context),
                                                            nadir_context_queue(benchmark->context), &bound);
        if (status != NADIR_OK && status != NADIR_ERROR_UNSUPPORTED) return tool_fail_status(NULL);
    }
    return TOOL_OK;
}

static const struct bench_row *row_at(size_t i)
{
    return i < bench_op_count ? &bench_ops[i] : &bench_gemms[i - bench_op_count];
}

static bool is_chosen(const struct bench_row *row, const char *filter)
{
    char label[80];
    snprintf(label, sizeof label, "%s %s", row->op, row->name);
    return !filter || strstr(label, filter);
}

int cmd_bench(int argc, char **argv)
{
    static const char *const backends[] = {"all", "auto", "clblast", "packed", "small", NULL};
    enum { ALL };
    const char *device = NULL, *filter = NULL;
    int backend;
    struct benchmark benchmark = {.peaks = {.copy = NAN, .fma = NAN}};
    bool no_tune = false;
    const struct option_row options[] = {
        {"filter", OPTION_TEXT, &filter, .placeholder = "TEXT", .help = "only rows whose \"OP CASE\" contains this text"},
        {"seconds", OPTION_REAL, &benchmark.budget, .placeholder = "S", .fallback = "0.5", .help = "time to spend on each line",
         .reals = {0.0, 3600.0}},
        {"backend", OPTION_CHOICE, &backend, .placeholder = "NAME", .fallback = "all", .names = backends,
         .help = "of matrix products, also those of a training step"},
        {"no-tune", OPTION_FLAG, &no_tune, .help = "neither measure nor use measured choices for matrix products"},
        {"device", OPTION_TEXT, &device, .placeholder = "SEL",
         .help = "such as 0:0, gpu, pocl:cpu (default: NADIR_DEVICE, then auto)"},
        {"json", OPTION_FLAG, &benchmark.json, .help = "one JSON object a line on stdout; other text goes to stderr"},
    };
    const struct option_table table = {
        "bench",
        "Times operations on the device: the median of samples of at least 10 ms. LIMIT is the fraction of the device's own "
        "measured copy bandwidth, or of its measured fused multiply-add rate for matrix products. These are timed with each "
        "back end in turn; RATIO is the time by that of auto, whose line ends with what it takes. A training step is also "
        "predicted, from the device's score, as `nadir devices --model` does; its floor is the sum of its launches, flops and "
        "bytes at the device's limits.",
        options, sizeof options / sizeof options[0]};
    int code = options_parse(&table, argc, argv);
    if (code != OPTIONS_RUN) return code;

    const size_t count = bench_op_count + bench_gemm_count;
    bool any = false, predictions = false, products = false;
    for (size_t i = 0; i < count; i++) {
        if (!is_chosen(row_at(i), filter)) continue;
        any = true;
        predictions |= row_at(i)->model != NULL;
        products |= row_at(i)->layout != NULL;
    }
    if (!any) {
        tool_fail("--filter %s: no row contains this text; `nadir bench` without it shows all rows", filter);
        return TOOL_USAGE;
    }

    struct nadir_context_params params = nadir_context_params_default();
    if (backend != ALL) params.gemm = (enum nadir_gemm_backend)(backend - 1);
    params.tune = !no_tune;
    struct tool_session session;
    FILE *human = benchmark.json ? stderr : stdout;
    code = tool_session_open(&session, device, &params, human);
    benchmark.context = session.context;
    if (code == TOOL_OK) code = measure_device(session.context, &benchmark.peaks, predictions);
    /* Where the environment binds the session there is nothing to compare. */
    if (code == TOOL_OK && products && backend == ALL && strcmp(nadir_context_gemm_name(session.context), "auto") == 0)
        code = bind_backends(&benchmark, &params);
    if (code == TOOL_OK)
        fprintf(human, "measured: copy %.1f GB/s (read + written), fused multiply-add %.0f GFLOP/s\n",
                1e-9 * benchmark.peaks.copy, 1e-9 * benchmark.peaks.fma);
    if (code == TOOL_OK && !benchmark.json)
        printf("%-*s %-*s %-8s %12s %8s %10s %9s %8s\n", OP_WIDTH, "OP", CASE_WIDTH, "CASE", "BACKEND", "MEDIAN us", "GB/s",
               "GFLOP/s", "LIMIT", "RATIO");
    int worst = code;
    for (size_t i = 0; i < count && code == TOOL_OK; i++) {
        if (!is_chosen(row_at(i), filter)) continue;
        const int result = run_row(&benchmark, row_at(i));
        if (result != TOOL_OK) worst = result;
    }
    if (worst == TOOL_OK && benchmark.measured == 0 && backend > ALL + 1)
        worst = tool_fail("--backend %s: it can do none of these rows here", backends[backend]);
    for (size_t i = 0; i < NADIR_GEMM_COUNT; i++) nadir_context_destroy(&benchmark.bound[i]);
    tool_session_close(&session);
    return worst;
}
