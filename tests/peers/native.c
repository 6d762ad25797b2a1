/* SPDX-License-Identifier: MIT */
/* What the machine can do in plain C: the streams that bound memory-bound kernels, and BLAS libraries for matrix products.
 *
 * usage: native scale ELEMENTS THREADS | native copy ELEMENTS THREADS | native map ELEMENTS THREADS
 *        native sgd|momentum|adam ELEMENTS THREADS
 *        native gemm BATCH M N K NN|NT|TN|TT LIBRARY
 *
 * A library has cblas_sgemm or, like oneDNN, dnnl_sgemm; a batch is one call after the other.
 * Prints the median seconds of one pass, and of a library which kernels it takes. Buffers are first touched by the thread that
 * uses them, passes are repeated back to back with a spinning barrier between them (a sleeping one costs more than a small
 * pass), and the first tenth of a second is not counted. Built by compare.py: cc -O3 -march=native -pthread native.c -ldl */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MAX_BUFFERS = 4, MAX_SAMPLES = 1000, MAX_THREADS = 256 };

struct work {
    void (*pass)(float *const *buffers, size_t begin, size_t end, float factor);
    float *buffers[MAX_BUFFERS];
    unsigned buffer_count;
    size_t n;
    unsigned threads;
    atomic_uint arrived;
    atomic_uint phase;
    unsigned passes; /* of the coming sample; 0 ends the workers */
};

struct worker {
    struct work *work;
    unsigned index;
};

/* The factor is 1, which the compiler does not know, so that values neither overflow nor become denormal. */
static void scale(float *const *buffers, size_t begin, size_t end, float factor)
{
    float *restrict x = buffers[0];
    for (size_t i = begin; i < end; i++) x[i] *= factor;
}

static void copy(float *const *buffers, size_t begin, size_t end, float factor)
{
    float *restrict y = buffers[0];
    const float *restrict x = buffers[1];
    for (size_t i = begin; i < end; i++) y[i] = x[i] * factor;
}

/* The traffic of an elementwise loss with gradient: reads x and y, writes z. */
static void map(float *const *buffers, size_t begin, size_t end, float factor)
{
    float *restrict z = buffers[0];
    const float *restrict x = buffers[1], *restrict y = buffers[2];
    for (size_t i = begin; i < end; i++) z[i] = factor * x[i] - y[i];
}

/* The traffic of updates with next to no arithmetic. SGD: reads p, g; writes p. Momentum and RMSProp: reads p, g, b; writes p
 * and b. */
static void sgd(float *const *buffers, size_t begin, size_t end, float factor)
{
    float *restrict p = buffers[0];
    const float *restrict g = buffers[1];
    for (size_t i = begin; i < end; i++) p[i] = 0.5f * (p[i] + factor * g[i]);
}

static void momentum(float *const *buffers, size_t begin, size_t end, float factor)
{
    float *restrict p = buffers[0], *restrict b = buffers[1];
    const float *restrict g = buffers[2];
    for (size_t i = begin; i < end; i++) {
        b[i] = 0.5f * (b[i] + factor * g[i]);
        p[i] = 0.5f * (p[i] + b[i]);
    }
}

/* Adam's traffic with next to no arithmetic: reads p, g, m, v; writes p, m, v. */
static void adam(float *const *buffers, size_t begin, size_t end, float factor)
{
    float *restrict p = buffers[0], *restrict m = buffers[1], *restrict v = buffers[2];
    const float *restrict g = buffers[3];
    for (size_t i = begin; i < end; i++) {
        m[i] = 0.5f * (m[i] + factor * g[i]);
        v[i] = 0.5f * (v[i] + factor * g[i]);
        p[i] = 0.5f * (p[i] + m[i] * v[i]);
    }
}

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

static void barrier(struct work *work)
{
    const unsigned phase = atomic_load(&work->phase);
    if (atomic_fetch_add(&work->arrived, 1) + 1 == work->threads) {
        atomic_store(&work->arrived, 0);
        atomic_store(&work->phase, phase + 1);
        return;
    }
    for (unsigned spins = 0; atomic_load(&work->phase) == phase; spins++) {
        if (spins > 100000) sched_yield();
    }
}

static void range(const struct work *work, unsigned index, size_t *begin, size_t *end)
{
    const size_t lines = (work->n + 15) / 16; /* whole cache lines to each thread */
    *begin = lines * index / work->threads * 16;
    *end = lines * (index + 1) / work->threads * 16;
    if (*end > work->n) *end = work->n;
}

static void touch(const struct work *work, unsigned index)
{
    size_t begin, end;
    range(work, index, &begin, &end);
    for (unsigned b = 0; b < work->buffer_count; b++) {
        for (size_t i = begin; i < end; i++) work->buffers[b][i] = (float)(i % 61) / 61.f - 0.5f;
    }
}

static void sample(struct work *work, unsigned index, float factor)
{
    size_t begin, end;
    range(work, index, &begin, &end);
    /* A copy: past the last barrier the first thread may already be setting the next sample's number. */
    for (unsigned i = 0, passes = work->passes; i < passes; i++) {
        work->pass(work->buffers, begin, end, factor);
        barrier(work);
    }
}

static void *run_worker(void *argument)
{
    const struct worker *worker = argument;
    touch(worker->work, worker->index);
    for (;;) {
        barrier(worker->work);
        if (worker->work->passes == 0) return NULL;
        sample(worker->work, worker->index, 1.f);
    }
}

static int compare(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Calls `run(state, passes)` in samples of at least 5 ms for about a third of a second; the median seconds of one pass. */
static double measure(void (*run)(void *state, unsigned passes), void *state)
{
    unsigned passes = 1;
    for (const double begin = now(); now() - begin < 0.1;) {
        const double start = now();
        run(state, passes);
        if (now() - start < 0.005 && passes < 1u << 20) passes *= 2;
    }
    double samples[MAX_SAMPLES];
    unsigned count = 0;
    for (const double begin = now(); count < 3 || (count < MAX_SAMPLES && now() - begin < 0.3);) {
        const double start = now();
        run(state, passes);
        samples[count++] = (now() - start) / passes;
    }
    qsort(samples, count, sizeof samples[0], compare);
    return samples[count / 2];
}

static void run_stream(void *state, unsigned passes)
{
    struct work *work = state;
    work->passes = passes;
    barrier(work);
    if (passes != 0) sample(work, 0, 1.f);
}

static int stream(struct work *work)
{
    for (unsigned b = 0; b < work->buffer_count; b++) {
        /* Staggered, so that the buffers do not share the low bits of their addresses. */
        char *memory = aligned_alloc(4096, (work->n * sizeof(float) / 4096 + 2) * 4096);
        if (!memory) return 1;
        work->buffers[b] = (float *)(memory + 1024 * b);
    }
    pthread_t threads[MAX_THREADS];
    struct worker workers[MAX_THREADS];
    for (unsigned i = 1; i < work->threads; i++) {
        workers[i] = (struct worker){.work = work, .index = i};
        if (pthread_create(&threads[i], NULL, run_worker, &workers[i]) != 0) return 1;
    }
    touch(work, 0);
    printf("%.9g\n", measure(run_stream, work));
    run_stream(work, 0);
    for (unsigned i = 1; i < work->threads; i++) pthread_join(threads[i], NULL);
    return 0;
}

struct product {
    void (*cblas)(int order, int transpose_a, int transpose_b, int m, int n, int k, float alpha, const float *a, int lda,
                  const float *b, int ldb, float beta, float *c, int ldc);
    int (*dnnl)(char transpose_a, char transpose_b, int64_t m, int64_t n, int64_t k, float alpha, const float *a, int64_t lda,
                const float *b, int64_t ldb, float beta, float *c, int64_t ldc); /* row-major */
    char transpose_a, transpose_b; /* 'N' or 'T' */
    int batch, m, n, k;
    float *a, *b, *c;
};

static void run_product(void *state, unsigned passes)
{
    enum { ROW_MAJOR = 101, NO_TRANSPOSE = 111, TRANSPOSE = 112 };
    const struct product *p = state;
    const int m = p->m, n = p->n, k = p->k;
    const int lda = p->transpose_a == 'T' ? m : k, ldb = p->transpose_b == 'T' ? k : n;
    const int ta = p->transpose_a == 'T' ? TRANSPOSE : NO_TRANSPOSE, tb = p->transpose_b == 'T' ? TRANSPOSE : NO_TRANSPOSE;
    for (unsigned i = 0; i < passes; i++) {
        const float *a = p->a, *b = p->b;
        float *c = p->c;
        for (int j = 0; j < p->batch; j++, a += (size_t)m * (size_t)k, b += (size_t)k * (size_t)n, c += (size_t)m * (size_t)n) {
            if (p->dnnl) p->dnnl(p->transpose_a, p->transpose_b, m, n, k, 1.f, a, lda, b, ldb, 0.f, c, n);
            else p->cblas(ROW_MAJOR, ta, tb, m, n, k, 1.f, a, lda, b, ldb, 0.f, c, n);
        }
    }
}

/* Which kernels a library takes on this machine, in its own words; "" if it does not say. */
static const char *kernels_of(void *library)
{
    const char *(*openblas)(void), *(*blis)(int), *(*dnnl)(int);
    int (*blis_id)(void), (*dnnl_id)(void);
    *(void **)&openblas = dlsym(library, "openblas_get_corename");
    *(void **)&blis = dlsym(library, "bli_arch_string");
    *(void **)&blis_id = dlsym(library, "bli_arch_query_id");
    *(void **)&dnnl = dlsym(library, "dnnl_cpu_isa2str");
    *(void **)&dnnl_id = dlsym(library, "dnnl_get_effective_cpu_isa");
    return openblas ? openblas() : blis && blis_id ? blis(blis_id()) : dnnl && dnnl_id ? dnnl(dnnl_id()) : "";
}

static float *filled(size_t n)
{
    float *x = aligned_alloc(64, (n + 15) / 16 * 64);
    for (size_t i = 0; x && i < n; i++) x[i] = (float)(i % 61) / 61.f - 0.5f;
    return x;
}

/* c[last row, last column] of the last matrix is what it should be: the arguments were understood. */
static int is_right(const struct product *p)
{
    const size_t m = (size_t)p->m, n = (size_t)p->n, k = (size_t)p->k, last = (size_t)p->batch - 1;
    const float *a = p->a + last * m * k, *b = p->b + last * k * n;
    double sum = 0;
    for (size_t l = 0; l < k; l++)
        sum += (double)(p->transpose_a == 'T' ? a[l * m + m - 1] : a[(m - 1) * k + l]) *
            (double)(p->transpose_b == 'T' ? b[(n - 1) * k + l] : b[l * n + n - 1]);
    const double difference = (double)p->c[(last + 1) * m * n - 1] - sum;
    return difference * difference <= 1e-8 * (double)k;
}

static int gemm(char **arguments)
{
    struct product p = {.batch = atoi(arguments[0]), .m = atoi(arguments[1]), .n = atoi(arguments[2]), .k = atoi(arguments[3])};
    p.transpose_a = arguments[4][0];
    p.transpose_b = arguments[4][1];
    void *library = dlopen(arguments[5], RTLD_NOW);
    if (!library) {
        fprintf(stderr, "%s\n", dlerror());
        return 1;
    }
    *(void **)&p.cblas = dlsym(library, "cblas_sgemm");
    *(void **)&p.dnnl = dlsym(library, "dnnl_sgemm");
    p.a = filled((size_t)p.batch * (size_t)p.m * (size_t)p.k);
    p.b = filled((size_t)p.batch * (size_t)p.k * (size_t)p.n);
    p.c = filled((size_t)p.batch * (size_t)p.m * (size_t)p.n);
    if ((!p.cblas && !p.dnnl) || !p.a || !p.b || !p.c) {
        fprintf(stderr, "%s: no memory, or neither cblas_sgemm nor dnnl_sgemm\n", arguments[5]);
        return 1;
    }
    const double seconds = measure(run_product, &p);
    if (!is_right(&p)) {
        fprintf(stderr, "%s: a wrong product\n", arguments[5]);
        return 1;
    }
    printf("%.9g %s\n", seconds, kernels_of(library));
    return 0;
}

int main(int argc, char **argv)
{
    static const struct {
        const char *name;
        void (*pass)(float *const *, size_t, size_t, float);
        unsigned buffers;
    } streams[] = {{"scale", scale, 1}, {"copy", copy, 2},         {"map", map, 3},
                   {"sgd", sgd, 2},     {"momentum", momentum, 3}, {"adam", adam, 4}};
    if (argc == 8 && strcmp(argv[1], "gemm") == 0) return gemm(argv + 2);
    for (size_t i = 0; argc == 4 && i < sizeof streams / sizeof streams[0]; i++) {
        if (strcmp(argv[1], streams[i].name) != 0) continue;
        static struct work work;
        work.pass = streams[i].pass;
        work.buffer_count = streams[i].buffers;
        work.n = strtoull(argv[2], NULL, 10);
        work.threads = (unsigned)atoi(argv[3]);
        if (work.n == 0 || work.threads == 0 || work.threads > MAX_THREADS) return 2;
        return stream(&work);
    }
    fputs("usage: native scale|copy|map|sgd|momentum|adam ELEMENTS THREADS | native gemm BATCH M N K NN|NT|TN|TT LIBRARY\n",
          stderr);
    return 2;
}
