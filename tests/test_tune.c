/* SPDX-License-Identifier: MIT */
/* Choices for matrix products: classes as texts, the user's file (kept exactly, shared by several writers, ignored when it is
 * damaged), the order in which choices are taken, the quick measurement, nadir_tune. */
#include "ops/gemm_check_priv.h"
#include "ops/gemm_state_priv.h"
#include "support/support.h"

#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- Folders, files, warnings. --- */

/* An empty folder for files of devices. */
static const char *use_folder(const char *name)
{
    static char path[512];
    snprintf(path, sizeof path, "%s/%s", test_temp_dir(), name);
    ck_assert_int_eq(setenv("XDG_CACHE_HOME", path, 1), 0);
    return path;
}

static char *read_text(const char *path)
{
    char *text = test_alloc(1 << 18, 1);
    FILE *file = fopen(path, "rb");
    ck_assert_msg(file != NULL, "no file %s", path);
    text[fread(text, 1, (1 << 18) - 1, file)] = 0;
    fclose(file);
    return text;
}

static void write_text(const char *path, const char *text, size_t size)
{
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(text, 1, size, file), size);
    ck_assert_int_eq(fclose(file), 0);
}

static char warning[1024];
static unsigned warnings;

static void on_log(enum nadir_log_level level, const char *message, void *user)
{
    (void)user;
    if (level != NADIR_LOG_WARNING) return;
    snprintf(warning, sizeof warning, "%s", message);
    warnings++;
}

static void watch_log(void)
{
    warning[0] = 0;
    warnings = 0;
    nadir_log_set(on_log, NADIR_LOG_WARNING, NULL);
}

static struct nadir_device made_up(void)
{
    return (struct nadir_device){
        .name = "Fast Device", .vendor = "Vendor", .driver_version = "1.0", .platform_name = "Made Up"};
}

/* --- Classes. --- */

static const struct {
    size_t m, n, k, batch;
    bool transpose_a, transpose_b;
    enum nadir_dtype a, b, c;
    const char *text;
} classes[] = {
    {64, 128, 784, 1, false, true, NADIR_F32, NADIR_F32, NADIR_F32, "NT 64x128x1024"},
    {1, 2, 3, 0, false, false, NADIR_F32, NADIR_F32, NADIR_F32, "NN 1x2x4"},
    {90, 91, 725, 1, true, false, NADIR_F32, NADIR_F32, NADIR_F32, "TN 64x128x1024"}, /* sqrt(2) 64 = 90.5, 512 = 724 */
    {724, 10, 1, 2, true, true, NADIR_F32, NADIR_F32, NADIR_F32, "TT 512x8x1 batch"},
    {64, 64, 64, 33, false, false, NADIR_F16, NADIR_F16, NADIR_F16, "NN 64x64x64 f16 batch"},
    {64, 64, 64, 1, false, false, NADIR_BF16, NADIR_BF16, NADIR_BF16, "NN 64x64x64 bf16"},
    {64, 64, 64, 1, false, false, NADIR_BF16, NADIR_F32, NADIR_F16, "NN 64x64x64 bf16/f32/f16"},
    {64, 64, 64, 7, false, false, NADIR_F32, NADIR_F32, NADIR_BF16, "NN 64x64x64 f32/f32/bf16 batch"},
    {(size_t)1 << 40, SIZE_MAX / 2, 1, 1, false, true, NADIR_F32, NADIR_F32, NADIR_F32,
     "NT 1099511627776x9223372036854775808x1"},
};
enum { CLASSES = sizeof classes / sizeof classes[0] };

static struct nadir__gemm problem_of(int i)
{
    return (struct nadir__gemm){.m = classes[i].m, .n = classes[i].n, .k = classes[i].k, .batch = classes[i].batch,
                                .transpose_a = classes[i].transpose_a, .transpose_b = classes[i].transpose_b,
                                .a.dtype = classes[i].a, .b.dtype = classes[i].b, .c.dtype = classes[i].c};
}

START_TEST(class_texts)
{
    char text[ND_GEMM_CLASS], again[ND_GEMM_CLASS];
    struct nadir__gemm_class parsed;
    for (int i = 0; i < CLASSES; i++) {
        const struct nadir__gemm problem = problem_of(i);
        const struct nadir__gemm_class kind = nadir__gemm_class_of(&problem);
        nadir__gemm_class_print(text, &kind);
        ck_assert_str_eq(text, classes[i].text);
        ck_assert_msg(nadir__gemm_class_parse(&parsed, text), "%s is not understood", text);
        nadir__gemm_class_print(again, &parsed);
        ck_assert_str_eq(again, text);
    }
    static const char *const wrong[] = {
        "", "N", "NN", "NN ", "NN 64", "NN 64x64", "NN 64x64x", "NN 64x64x64 ", "NN 64x64x63", "NN 0x64x64",
        "NN 64x64x64x64", "NN -1x1x1", "NN +1x1x1", "NN 01x1x1", "XN 64x64x64", "NN  64x64x64", "nn 64x64x64",
        "NN 64x64x64 f32", "NN 64x64x64f16",
        "NN 64x64x64 f16/f16/f16", "NN 64x64x64 f16/f32", "NN 64x64x64 f16/", "NN 64x64x64 batch f16", "NN 64x64x64 batch ",
        "NN 64x64x64 i32", "NN 18446744073709551616x1x1", "NN 36893488147419103232x1x1", "NN 64x64x64 bf16 bf16",
        "NN 9223372036854775808x9223372036854775808x9223372036854775808 bf16/bf16/bf16 batch batch batch batch batch batch",
    };
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        ck_assert_msg(!nadir__gemm_class_parse(&parsed, wrong[i]), "\"%s\" is taken for a class", wrong[i]);
}
END_TEST

/* --- The file. --- */

static struct nadir__gemm_entry make_entry(int i, bool tuned)
{
    const struct nadir__gemm problem = problem_of(i);
    struct nadir__gemm_entry entry = {.walk = i % 2 ? NADIR_WALK_CPU : NADIR_WALK_GPU, .kind = nadir__gemm_class_of(&problem),
                                      .choice.backend = (enum nadir_gemm_backend)(1 + i % 3), .flops = 1e9 / 3 * (i + 1),
                                      .tuned = tuned};
    const struct nadir__gemm_backend *backend = nadir__gemm_backends[entry.choice.backend];
    for (unsigned v = 0; v < ND_GEMM_VALUES; v++)
        if (backend->value_names[v]) entry.choice.values[v] = v + (unsigned)i;
    return entry;
}

static const struct nadir__gemm_verdict verdicts[] = {
    {"clblast plain", true, ""},
    {"small NT  f32 \"x\"", false, "c[3] = 0.5, but it is 0.25 \xc3\xa4"},
};

/* What every file of these tests holds. */
static void fill(struct nadir__gemm_file *file)
{
    file->tuned_at = 1700000000;
    file->quick_seconds = 1.0 / 3;
    file->clblast.given[1] = true;
    for (unsigned i = 0; i < ND_CLBLAST_PARAMETERS && nadir__clblast_kernels[1].parameters[i]; i++)
        file->clblast.values[1][i] = i * 3;
    for (int i = 0; i < CLASSES; i++) {
        const struct nadir__gemm_entry entry = make_entry(i, i % 2);
        TEST_OK(nadir__gemm_file_put(file, &entry, false));
    }
    for (size_t i = 0; i < 2; i++) TEST_OK(nadir__gemm_file_put_verdict(file, &verdicts[i]));
}

static void store(const struct nadir_device *device)
{
    struct nadir__gemm_change change;
    TEST_OK(nadir__gemm_change_begin(&change, device));
    fill(&change.file);
    TEST_OK(nadir__gemm_change_commit(&change));
    nadir__gemm_file_free(&change.file);
}

static bool is_empty(const struct nadir__gemm_file *file)
{
    return file->tuned_at == 0 && file->quick_seconds == 0 && file->entry_count == 0 && file->verdict_count == 0 &&
           !file->clblast.given[0] && !file->clblast.given[1] && !file->clblast.given[2];
}

static void expect_full(const struct nadir__gemm_file *file)
{
    ck_assert_int_eq(file->tuned_at, 1700000000);
    ck_assert(file->quick_seconds == 1.0 / 3);
    ck_assert(!file->clblast.given[0] && file->clblast.given[1] && !file->clblast.given[2]);
    for (unsigned i = 0; i < ND_CLBLAST_PARAMETERS && nadir__clblast_kernels[1].parameters[i]; i++)
        ck_assert_uint_eq(file->clblast.values[1][i], i * 3);
    ck_assert_uint_eq(file->entry_count, CLASSES);
    for (int i = 0; i < CLASSES; i++) {
        const struct nadir__gemm_entry want = make_entry(i, i % 2);
        const struct nadir__gemm_entry *got = nadir__gemm_file_find(file, want.walk, &want.kind);
        ck_assert_msg(got != NULL, "no entry for %s", classes[i].text);
        ck_assert_msg(memcmp(&got->choice, &want.choice, sizeof want.choice) == 0 && got->flops == want.flops &&
                          got->tuned == want.tuned, "another entry for %s", classes[i].text);
    }
    ck_assert_uint_eq(file->verdict_count, 2);
    for (size_t i = 0; i < 2; i++) {
        const struct nadir__gemm_verdict *got = nadir__gemm_file_find_verdict(file, verdicts[i].path);
        ck_assert(got && got->right == verdicts[i].right && strcmp(got->note, verdicts[i].note) == 0);
    }
}

START_TEST(keeps_a_file)
{
    const char *folder = use_folder("keep");
    struct nadir_device device = made_up();
    struct nadir__gemm_file file;
    char path[1024];
    struct stat information;
    watch_log();
    nadir__gemm_file_read(&file, &device);
    ck_assert(is_empty(&file));
    store(&device);
    nadir__gemm_file_read(&file, &device);
    expect_full(&file);
    ck_assert_msg(warnings == 0, "%s", warning);

    /* The first choice stays, unless it is to be replaced; so does what is known to be wrong. */
    struct nadir__gemm_entry other = make_entry(0, true);
    other.flops = 5;
    TEST_OK(nadir__gemm_file_put(&file, &other, false));
    ck_assert(nadir__gemm_file_find(&file, other.walk, &other.kind)->flops != 5);
    TEST_OK(nadir__gemm_file_put(&file, &other, true));
    ck_assert(nadir__gemm_file_find(&file, other.walk, &other.kind)->flops == 5);
    struct nadir__gemm_verdict verdict = verdicts[1];
    verdict.right = true;
    TEST_OK(nadir__gemm_file_put_verdict(&file, &verdict));
    ck_assert(!nadir__gemm_file_find_verdict(&file, verdict.path)->right);
    nadir__gemm_file_free(&file);

    struct nadir__gemm_verdict listed[1];
    size_t count;
    TEST_OK(nadir__gemm_file_verdicts(&device, listed, 1, &count));
    ck_assert_uint_eq(count, 2);
    ck_assert_str_eq(listed[0].path, verdicts[1].path); /* the wrong one */

    snprintf(path, sizeof path, "%s/nadir", folder);
    ck_assert_int_eq(stat(path, &information), 0);
    ck_assert_uint_eq(information.st_mode & 0777, 0700);

    /* Another device, another driver: nothing is known. */
    snprintf(device.driver_version, sizeof device.driver_version, "1.1");
    nadir__gemm_file_read(&file, &device);
    ck_assert(is_empty(&file));

    /* Clearing forgets all; without a file it makes none. */
    TEST_OK(nadir_tune_clear(&device));
    TEST_OK(nadir__gemm_file_path(path, sizeof path, &device));
    ck_assert(access(path, F_OK) != 0);
    device = made_up();
    TEST_OK(nadir_tune_clear(&device));
    nadir__gemm_file_read(&file, &device);
    ck_assert(is_empty(&file));
    nadir__gemm_file_free(&file);
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_tune_clear(NULL));
}
END_TEST

/* The file with `from` replaced by `to`; `from` NULL: the whole text. */
static const struct {
    const char *from, *to;
} damages[] = {
    {NULL, ""},
    {NULL, "{"},
    {NULL, "[]"},
    {NULL, "null"},
    {NULL, "{\"schema\":\"nadir-gemm\",\"version\":1}"},
    {"nadir-gemm", "nadir-gem"},
    {"\"version\":\t1", "\"version\":\t2"},
    {"\"version\":\t1", "\"version\":\t1, \"version\":\t1"},
    {"\"version\":\t1", "\"version\":\t1, \"more\":\t1"},
    {"1700000000", "-1"},
    {"1700000000", "1.5"},
    {"1700000000", "1e300"},
    {"0.33333333333333331", "-1"},
    {"0.33333333333333331", "\"1\""},
    {"0.33333333333333331", "1e999"},
    {"XgemmDirect", "XgemmIndirect"},
    {"\"WGD\"", "\"WGE\""},
    {"\"WGD\":\t27", "\"WGD\":\t-1"},
    {"\"WGD\":\t27", "\"WGD\":\t1e9"},
    {"\"WGD\":\t27", "\"WGD\":\t27, \"WGD\":\t27"},
    {"\"KWID\":", "\"KWIE\":"},
    {"\"choices\":\t[", "\"choices\":\t[7, "},
    {"\"choices\":\t[", "\"choices\":\t[{}, "},
    {"\"choices\":\t[", "\"choices\":\t[[[[[[[[[[]]]]]]]]], "},
    {"\"walk\":\t\"gpu\"", "\"walk\":\t\"auto\""},
    {"\"walk\":\t\"gpu\"", "\"walk\":\t3"},
    {"NN 1x2x4", "NN 1x2x3"},
    {"NN 1x2x4", "TT 512x8x1 batch"}, /* twice */
    {"\"backend\":\t\"packed\"", "\"backend\":\t\"auto\""},
    {"\"backend\":\t\"packed\"", "\"backend\":\t\"cublas\""},
    {"\"backend\":\t\"packed\"", "\"backend\":\tnull"},
    {"\"swapped\":", "\"sniped\":"},
    {"\"swapped\":\t3", "\"swapped\":\t3, \"swapped\":\t3"},
    {"\"swapped\":\t3", "\"swapped\":\t0"},
    {"\"swapped\":\t3", "\"swapped\":\t3.5"},
    {"\"swapped\":\t3", "\"swapped\":\t4294967296"},
    {"\"flops\":", "\"flips\":"},
    {"\"source\":\t\"quick\"", "\"source\":\t\"slow\""},
    {"\"verdicts\":\t[", "\"verdicts\":\t[null, "},
    {"clblast plain", ""},
    {"clblast plain", "clblast\\u0001plain"},
    {"clblast plain", "clblast clblast clblast clblast clblast clblast clblast clblast clblast clblast clblast clblast plain"},
    {"clblast plain", "small NT  f32 \\\"x\\\""}, /* twice */
    {"\"right\":\ttrue", "\"right\":\t1"},
};
enum { DAMAGES = sizeof damages / sizeof damages[0] };

START_TEST(ignores_a_damaged_file)
{
    use_folder("damaged");
    const struct nadir_device device = made_up();
    struct nadir__gemm_file file;
    char path[1024];
    store(&device);
    TEST_OK(nadir__gemm_file_path(path, sizeof path, &device));
    const char *good = read_text(path), *from = damages[_i].from;
    char *changed = test_alloc(strlen(good) + 256, 1);
    if (from) {
        const char *at = strstr(good, from);
        ck_assert_msg(at != NULL, "\"%s\" is not in the file:\n%s", from, good);
        sprintf(changed, "%.*s%s%s", (int)(at - good), good, damages[_i].to, at + strlen(from));
    } else {
        strcpy(changed, damages[_i].to);
    }
    write_text(path, changed, strlen(changed));
    watch_log();
    nadir__gemm_file_read(&file, &device);
    ck_assert_msg(is_empty(&file), "taken although damaged:\n%s", changed);
    ck_assert_msg(warnings == 1 && strstr(warning, path) != NULL, "no warning that names %s: \"%s\"", path, warning);
    nadir_log_set(NULL, NADIR_LOG_WARNING, NULL);

    store(&device); /* and mended by the next one */
    nadir__gemm_file_read(&file, &device);
    expect_full(&file);
    nadir__gemm_file_free(&file);
}
END_TEST

/* Names are sums of whom files belong to: two may be the same. */
START_TEST(belongs_to_its_device)
{
    use_folder("owner");
    const struct nadir_device device = made_up();
    struct nadir__gemm_file file;
    char path[1024];
    store(&device);
    TEST_OK(nadir__gemm_file_path(path, sizeof path, &device));
    char *text = read_text(path), *name = strstr(text, "Fast Device");
    ck_assert_ptr_nonnull(name);
    memcpy(name, "Slow", 4);
    write_text(path, text, strlen(text));
    watch_log();
    nadir__gemm_file_read(&file, &device);
    ck_assert(is_empty(&file));
    ck_assert_msg(warnings == 0, "%s", warning);
}
END_TEST

/* Cut at many places, with text behind its end, and longer than any file may be. */
START_TEST(ignores_a_cut_file)
{
    use_folder("cut");
    const struct nadir_device device = made_up();
    struct nadir__gemm_file file;
    char path[1024];
    store(&device);
    TEST_OK(nadir__gemm_file_path(path, sizeof path, &device));
    char *good = read_text(path);
    const size_t all = strlen(good);
    for (size_t length = 0; length < all - 1; length += 1 + length % 13) {
        write_text(path, good, length);
        nadir__gemm_file_read(&file, &device);
        ck_assert_msg(is_empty(&file), "taken although only %zu of %zu bytes are there", length, all);
    }
    write_text(path, strcat(good, " x"), all + 2);
    nadir__gemm_file_read(&file, &device);
    ck_assert(is_empty(&file));
    write_text(path, good, all + 1);
    nadir__gemm_file_read(&file, &device);
    expect_full(&file);
    nadir__gemm_file_free(&file);
    good[all] = 0;
    write_text(path, good, all + 1); /* with a 0 byte */
    nadir__gemm_file_read(&file, &device);
    ck_assert(is_empty(&file));
    ck_assert_int_eq(truncate(path, 2 << 20), 0);
    nadir__gemm_file_read(&file, &device);
    ck_assert(is_empty(&file));
}
END_TEST

/* More than a file may hold: the newest is there, and it can be read again. */
START_TEST(has_an_end)
{
    use_folder("end");
    const struct nadir_device device = made_up();
    struct nadir__gemm_change change;
    struct nadir__gemm_file file;
    TEST_OK(nadir__gemm_change_begin(&change, &device));
    struct nadir__gemm_entry entry = make_entry(0, true);
    struct nadir__gemm_verdict verdict = {.right = true};
    for (unsigned i = 0; i < 1500; i++) {
        entry.kind.m = i % 40;
        entry.kind.n = i / 40;
        entry.tuned = i % 2;
        TEST_OK(nadir__gemm_file_put(&change.file, &entry, false));
        snprintf(verdict.path, sizeof verdict.path, "path %u", i);
        verdict.right = i != 7;
        TEST_OK(nadir__gemm_file_put_verdict(&change.file, &verdict));
    }
    TEST_OK(nadir__gemm_change_commit(&change));
    nadir__gemm_file_free(&change.file);
    nadir__gemm_file_read(&file, &device);
    ck_assert_uint_ge(file.entry_count, 100);
    ck_assert_uint_ge(file.verdict_count, 100);
    ck_assert_ptr_nonnull(nadir__gemm_file_find(&file, entry.walk, &entry.kind));
    ck_assert_ptr_nonnull(nadir__gemm_file_find_verdict(&file, verdict.path));
    ck_assert_ptr_nonnull(nadir__gemm_file_find_verdict(&file, "path 7"));
    nadir__gemm_file_free(&file);
}
END_TEST

enum { WRITERS = 4, EACH = 20 };

/* Each adds entries of its own, and all of them one that the first keeps. */
static void *write_often(void *argument)
{
    const unsigned number = *(const unsigned *)argument;
    const struct nadir_device device = made_up();
    for (unsigned i = 0; i < EACH; i++) {
        struct nadir__gemm_change change;
        struct nadir__gemm_entry entry = make_entry(0, false);
        if (nadir__gemm_change_begin(&change, &device) != NADIR_OK) return argument;
        entry.flops = number;
        enum nadir_status status = nadir__gemm_file_put(&change.file, &entry, false);
        entry.kind.m = number + 20;
        entry.kind.n = i;
        if (status == NADIR_OK) status = nadir__gemm_file_put(&change.file, &entry, false);
        if (status == NADIR_OK) status = nadir__gemm_change_commit(&change);
        nadir__gemm_change_abandon(&change);
        nadir__gemm_file_free(&change.file);
        if (status != NADIR_OK) return argument;
    }
    return NULL;
}

START_TEST(several_writers)
{
    const char *folder = use_folder("writers");
    const struct nadir_device device = made_up();
    struct nadir__gemm_file file;
    pthread_t threads[WRITERS];
    const unsigned numbers[WRITERS] = {0, 1, 2, 3};
    char path[600];
    unsigned files = 0;
    watch_log();
    for (size_t i = 0; i < WRITERS; i++)
        ck_assert_int_eq(pthread_create(&threads[i], NULL, write_often, (void *)&numbers[i]), 0);
    for (size_t i = 0; i < WRITERS; i++) {
        void *result;
        pthread_join(threads[i], &result);
        ck_assert_ptr_null(result);
    }
    nadir__gemm_file_read(&file, &device);
    ck_assert_uint_eq(file.entry_count, WRITERS * EACH + 1);
    nadir__gemm_file_free(&file);
    ck_assert_msg(warnings == 0, "%s", warning);
    snprintf(path, sizeof path, "%s/nadir", folder);
    DIR *directory = opendir(path);
    ck_assert_ptr_nonnull(directory);
    for (const struct dirent *entry; (entry = readdir(directory)) != NULL;) files += entry->d_name[0] != '.';
    closedir(directory);
    ck_assert_uint_eq(files, 2); /* the file and its lock: no temporary file is left */

    /* One that is locked by somebody else is left alone after a while. */
    struct nadir__gemm_change first, second;
    TEST_OK(nadir__gemm_change_begin(&first, &device));
    TEST_FAILS(NADIR_ERROR_IO, "another process holds it", nadir__gemm_change_begin(&second, &device));
    nadir__gemm_change_abandon(&first);
    nadir__gemm_file_free(&first.file);
}
END_TEST

/* --- Choices. --- */

static struct nadir_context *make_context(enum nadir_walk walk, enum nadir_gemm_backend gemm, bool tune)
{
    struct nadir_context *context;
    struct nadir_context_params params = nadir_context_params_default();
    params.walk = walk;
    params.gemm = gemm;
    params.tune = tune;
    TEST_OK(nadir_context_create(&context, test_device(), &params));
    return context;
}

/* What c = a b of n x n is computed by; `host` receives c unless it is NULL. */
static const char *describe(struct nadir_context *context, size_t n, float *host)
{
    static char text[NADIR_GEMM_TEXT];
    struct test_random random = test_seed(n);
    struct nadir_tensor tensors[3] = {{0}};
    struct nadir_matrix matrices[3];
    const size_t shape[] = {n, n};
    for (size_t i = 0; i < 3; i++) {
        TEST_OK(nadir_tensor_create(&tensors[i], context, NADIR_F32, 2, shape));
        TEST_OK(nadir_tensor_upload(context, &tensors[i], test_random_floats(&random, n * n, -1, 1)));
        matrices[i] = nadir_matrix_of(&tensors[i]);
    }
    TEST_OK(nadir_gemm_describe(context, &matrices[0], &matrices[1], &matrices[2], NULL, text));
    if (host) TEST_OK(nadir_gemm(context, &matrices[0], &matrices[1], &matrices[2], NULL));
    if (host) TEST_OK(nadir_tensor_download(context, &tensors[0], host));
    TEST_OK(nadir_context_finish(context));
    for (size_t i = 0; i < 3; i++) nadir_tensor_destroy(&tensors[i]);
    return text;
}

static struct nadir__gemm square(size_t n)
{
    const struct nadir_matrix x = {.rows = n, .cols = n, .leading = n, .batch = 1};
    return (struct nadir__gemm){.m = n, .n = n, .k = n, .batch = 1, .alpha = 1, .a = x, .b = x, .c = x};
}

static void put_choice(enum nadir_walk walk, size_t n, struct nadir__gemm_choice choice)
{
    const struct nadir__gemm problem = square(n);
    const struct nadir__gemm_entry entry = {
        .walk = walk, .kind = nadir__gemm_class_of(&problem), .choice = choice, .flops = 1, .tuned = true};
    struct nadir__gemm_change change;
    TEST_OK(nadir__gemm_change_begin(&change, test_device()));
    TEST_OK(nadir__gemm_file_put(&change.file, &entry, true));
    TEST_OK(nadir__gemm_change_commit(&change));
    nadir__gemm_file_free(&change.file);
}

/* The context's parameter, then the file's choice if it is legal, then the table. */
START_TEST(order_of_choices)
{
    use_folder("order");
    enum { N = 208 }; /* large enough for more than one set of tiles */
    const struct nadir__gemm problem = square(N);
    struct nadir__gemm_choice choice, illegal = {.backend = NADIR_GEMM_PACKED, .values = {999999, 999999, 999999, 999999}};
    char wanted[NADIR_GEMM_TEXT];
    struct nadir_context *context = make_context(NADIR_WALK_CPU, NADIR_GEMM_AUTO, true);
    watch_log();
    ck_assert_str_eq(describe(context, N, NULL), "packed");
    ck_assert(nadir__gemm_packed.candidate(context, &problem, 1, &choice));
    nadir__gemm_choice_text(wanted, &choice);
    ck_assert_str_ne(wanted, "packed");
    put_choice(NADIR_WALK_CPU, N, choice);
    ck_assert_str_eq(describe(context, N, NULL), "packed"); /* known from its first product on */
    nadir_context_destroy(&context);

    context = make_context(NADIR_WALK_CPU, NADIR_GEMM_AUTO, true);
    ck_assert_str_eq(describe(context, N, NULL), wanted);
    ck_assert_str_eq(describe(context, N + 2, NULL), wanted); /* the same class */
    ck_assert_str_eq(describe(context, 2 * N, NULL), "packed");
    nadir_context_destroy(&context);
    context = make_context(NADIR_WALK_CPU, NADIR_GEMM_AUTO, false);
    ck_assert_str_eq(describe(context, N, NULL), "packed");
    nadir_context_destroy(&context);
    context = make_context(NADIR_WALK_CPU, NADIR_GEMM_PACKED, true);
    ck_assert_str_eq(describe(context, N, NULL), "packed");
    nadir_context_destroy(&context);
    ck_assert_int_eq(setenv("NADIR_TUNE", "off", 1), 0);
    context = make_context(NADIR_WALK_CPU, NADIR_GEMM_AUTO, true);
    ck_assert_str_eq(describe(context, N, NULL), "packed");
    nadir_context_destroy(&context);
    unsetenv("NADIR_TUNE");

    /* Legal as it is, but not for each product of the class. */
    struct nadir__gemm packed_b = problem;
    packed_b.packed_b = true;
    put_choice(NADIR_WALK_GPU, N, (struct nadir__gemm_choice){.backend = NADIR_GEMM_SMALL});
    context = make_context(NADIR_WALK_GPU, NADIR_GEMM_AUTO, true);
    TEST_OK(nadir__gemm_choose(context, &problem, &choice));
    ck_assert_int_eq(choice.backend, NADIR_GEMM_SMALL);
    TEST_OK(nadir__gemm_choose(context, &packed_b, &choice));
    ck_assert_int_eq(choice.backend, NADIR_GEMM_PACKED);
    nadir_context_destroy(&context);

    put_choice(NADIR_WALK_CPU, N, illegal);
    context = make_context(NADIR_WALK_CPU, NADIR_GEMM_AUTO, true);
    ck_assert_uint_ne(nadir__gemm_packed.accepts(context, &problem, &illegal), NADIR_OK);
    ck_assert_str_eq(describe(context, N, NULL), "packed");
    nadir_context_destroy(&context);
    ck_assert_msg(warnings == 0, "%s", warning);
}
END_TEST

/* Parameters of CLBlast's that could give anything. */
START_TEST(illegal_parameters)
{
    use_folder("illegal");
    struct nadir__gemm_change change;
    TEST_OK(nadir__gemm_change_begin(&change, test_device()));
    change.file.clblast.given[0] = true;
    TEST_OK(nadir__gemm_change_commit(&change));
    nadir__gemm_file_free(&change.file);
    watch_log();
    struct nadir_context *context = make_context(NADIR_WALK_CPU, NADIR_GEMM_AUTO, true);
    ck_assert_str_eq(describe(context, 20, NULL), "packed");
    ck_assert_msg(warnings == 1 && strstr(warning, "CLBlast's parameters"), "%u warnings: %s", warnings, warning);
    nadir_context_destroy(&context);
}
END_TEST

/* A path that is known to be wrong is not taken, whoever asks for it; where it was asked for by name, that is an error. */
START_TEST(never_a_wrong_path)
{
    use_folder("wrong");
    enum { N = 40 };
    const struct nadir__gemm problem = square(N);
    struct nadir_context *context = make_context(NADIR_WALK_GPU, NADIR_GEMM_AUTO, false);
    struct nadir__gemm_change change;
    const struct nadir__gemm_choice choice = nadir__gemm_default(context, &problem);
    const enum nadir_gemm_backend rest[] = {NADIR_GEMM_CLBLAST, NADIR_GEMM_PACKED, NADIR_GEMM_SMALL};
    ck_assert_int_eq(choice.backend, NADIR_GEMM_SMALL);
    TEST_OK(nadir__gemm_state_open(context)); /* brings CLBlast's parameters, which are a part of its path */
    TEST_OK(nadir__gemm_change_begin(&change, test_device()));
    for (size_t i = 0; i < 3; i++) {
        struct nadir__gemm_verdict verdict = {.note = "for this test"};
        const struct nadir__gemm_choice by = {.backend = rest[i]};
        nadir__gemm_backends[rest[i]]->path(context, &problem, &by, verdict.path);
        if (rest[i] != NADIR_GEMM_PACKED) TEST_OK(nadir__gemm_file_put_verdict(&change.file, &verdict));
    }
    TEST_OK(nadir__gemm_change_commit(&change));
    nadir__gemm_file_free(&change.file);
    put_choice(NADIR_WALK_GPU, N, choice);

    for (int tune = 0; tune < 2; tune++) {
        nadir_context_destroy(&context);
        context = make_context(NADIR_WALK_GPU, NADIR_GEMM_AUTO, tune);
        ck_assert_str_eq(describe(context, N, NULL), "packed");
    }
    struct nadir__gemm_choice chosen;
    struct nadir__gemm_verdict packed = {.note = "for this test"};
    nadir__gemm_packed.path(context, &problem, &(struct nadir__gemm_choice){.backend = NADIR_GEMM_PACKED}, packed.path);
    nadir_context_destroy(&context);
    context = make_context(NADIR_WALK_GPU, NADIR_GEMM_AUTO, true);
    TEST_OK(nadir__gemm_state_keep_verdict(context, &packed));
    TEST_FAILS(NADIR_ERROR_WRONG_RESULT, "for this test", nadir__gemm_choose(context, &problem, &chosen));
    nadir_context_destroy(&context);
    context = make_context(NADIR_WALK_GPU, NADIR_GEMM_SMALL, true);
    TEST_FAILS(NADIR_ERROR_WRONG_RESULT, "small", nadir__gemm_choose(context, &problem, &chosen));
    nadir_context_destroy(&context);

    /* The others cannot do it: what is said is that the one which can is wrong. */
    struct nadir__gemm half = problem;
    half.a.dtype = half.b.dtype = half.c.dtype = NADIR_F16;
    context = make_context(NADIR_WALK_CPU, NADIR_GEMM_AUTO, true);
    nadir__gemm_packed.path(context, &half, &(struct nadir__gemm_choice){.backend = NADIR_GEMM_PACKED}, packed.path);
    TEST_OK(nadir__gemm_state_keep_verdict(context, &packed));
    TEST_FAILS(NADIR_ERROR_WRONG_RESULT, "for this test", nadir__gemm_choose(context, &half, &chosen));
    nadir_context_destroy(&context);
}
END_TEST

/* Where the table has more than one candidate: measured once, kept, and made again with the same bits. */
START_TEST(quick_choice)
{
    use_folder("quick");
    enum { N = 200 };
    const struct nadir__gemm problem = square(N);
    const struct nadir__gemm_class kind = nadir__gemm_class_of(&problem);
    struct nadir__gemm_file file;
    float *first = test_floats(N * N), *second = test_floats(N * N);
    char text[NADIR_GEMM_TEXT];
    watch_log();
    /* Not without leave: the table decides, and no file is made. */
    struct nadir_context *context = make_context(NADIR_WALK_GPU, NADIR_GEMM_AUTO, false);
    nadir__gemm_choice_text(text, &(struct nadir__gemm_choice){.backend = nadir__gemm_default(context, &problem).backend});
    ck_assert_str_eq(describe(context, N, NULL), text);
    nadir_context_destroy(&context);
    nadir__gemm_file_read(&file, test_device());
    ck_assert(file.entry_count == 0 && file.quick_seconds == 0);
    nadir__gemm_file_free(&file);

    context = make_context(NADIR_WALK_GPU, NADIR_GEMM_AUTO, true);
    snprintf(text, sizeof text, "%s", describe(context, N, first));
    nadir_context_destroy(&context);
    nadir__gemm_file_read(&file, test_device());
    const struct nadir__gemm_entry *entry = nadir__gemm_file_find(&file, NADIR_WALK_GPU, &kind);
    ck_assert_msg(entry && !entry->tuned && entry->flops > 0, "no quick choice in the file");
    ck_assert_msg(file.quick_seconds > 0 && file.quick_seconds <= 2, "%g s", file.quick_seconds);
    char kept[NADIR_GEMM_TEXT];
    nadir__gemm_choice_text(kept, &entry->choice);
    ck_assert_str_eq(text, kept);
    const double seconds = file.quick_seconds;
    nadir__gemm_file_free(&file);

    context = make_context(NADIR_WALK_GPU, NADIR_GEMM_AUTO, true);
    ck_assert_str_eq(describe(context, N, second), text);
    nadir_context_destroy(&context);
    test_expect_bits("the second context", second, first, N * N);
    nadir__gemm_file_read(&file, test_device());
    ck_assert(file.quick_seconds == seconds);
    nadir__gemm_file_free(&file);
    ck_assert_msg(warnings == 0, "%s", warning);

    /* No measurement once two seconds are used up, nor in an untuned context. */
    struct nadir__gemm_change change;
    TEST_OK(nadir__gemm_change_begin(&change, test_device()));
    change.file.entry_count = 0;
    change.file.quick_seconds = 2;
    TEST_OK(nadir__gemm_change_commit(&change));
    nadir__gemm_file_free(&change.file);
    for (int tune = 0; tune < 2; tune++) {
        context = make_context(NADIR_WALK_GPU, NADIR_GEMM_AUTO, tune);
        ck_assert_str_eq(describe(context, N, NULL), "clblast");
        nadir_context_destroy(&context);
    }
    nadir__gemm_file_read(&file, test_device());
    ck_assert_uint_eq(file.entry_count, 0);
    nadir__gemm_file_free(&file);
}
END_TEST

/* A folder that cannot be: root may write anywhere, but not below a file. Products do not care. */
START_TEST(works_without_a_file)
{
    char path[600];
    enum { N = 150 }; /* worth a quick measurement */
    struct nadir_tune_result result = {.classes = 77};
    snprintf(path, sizeof path, "%s/occupied", test_temp_dir());
    write_text(path, "x", 1);
    setenv("XDG_CACHE_HOME", path, 1);
    watch_log();
    struct nadir_context *context = make_context(NADIR_WALK_GPU, NADIR_GEMM_AUTO, true);
    ck_assert_str_eq(describe(context, N, test_floats(N * N)), "clblast");
    ck_assert_str_eq(describe(context, N + 50, NULL), "clblast");
    ck_assert_msg(warnings == 1 && strstr(warning, path), "%u warnings: %s", warnings, warning);
    TEST_FAILS(NADIR_ERROR_IO, path, nadir_tune(context, NULL, &result));
    ck_assert_uint_eq(result.classes, 77);
    nadir_context_destroy(&context);
    TEST_OK(nadir_tune_clear(test_device()));
}
END_TEST

/* --- nadir_tune. --- */

struct seen {
    unsigned calls, done, last;
    bool bad;
};

static bool on_progress(void *user, const struct nadir_tune_progress *progress)
{
    struct seen *seen = user;
    seen->calls++;
    seen->done += progress->class_done;
    if (!progress->class_name[0] || !progress->candidate[0] || progress->budget != 60 || !(progress->seconds > 0) ||
        (!progress->problem && !(progress->flops > 0)) || !(progress->default_flops > 0) || !(progress->best_flops > 0))
        seen->bad = true;
    return seen->done < seen->last;
}

START_TEST(tunes)
{
    use_folder("tune");
    struct seen seen = {.last = 2};
    struct nadir_tune_params params = nadir_tune_params_default();
    struct nadir_tune_result result = {0};
    struct nadir__gemm_file file;
    struct nadir_context *context = make_context(NADIR_WALK_CPU, NADIR_GEMM_AUTO, true);
    ck_assert(params.budget == 120);
    const struct nadir__gemm_verdict verdict = {"a path", false, "for this test"};
    TEST_OK(nadir__gemm_state_keep_verdict(context, &verdict));
    params.budget = 60;
    params.progress = on_progress;
    params.user = &seen;
    TEST_OK(nadir_tune(context, &params, &result));
    ck_assert_msg(!seen.bad && seen.done == 2 && seen.calls >= 4, "%u calls, %u classes", seen.calls, seen.done);
    ck_assert_uint_eq(result.classes, 2);
    ck_assert_uint_ge(result.candidates, 2);
    ck_assert_uint_eq(result.wrong, 0);
    ck_assert_msg(result.gain >= 1, "gain %g", result.gain);
    char path[1024];
    TEST_OK(nadir__gemm_file_path(path, sizeof path, test_device()));
    ck_assert_str_eq(result.path, path);
    nadir__gemm_file_read(&file, test_device());
    ck_assert_uint_eq(file.entry_count, 2);
    ck_assert(file.entries[0].tuned && file.entries[0].flops > 0 && file.tuned_at > 1700000000);
    ck_assert(nadir__gemm_file_find_verdict(&file, "a path"));
    nadir__gemm_file_free(&file);

    /* A budget that is over at once: the first candidate is finished, no more. */
    params.budget = 1e-6;
    params.progress = NULL;
    TEST_OK(nadir_tune(context, &params, &result));
    ck_assert_uint_le(result.classes, 1);
    TEST_OK(nadir_context_finish(context));

    const double budgets[] = {0, -1, (double)NAN, (double)INFINITY};
    for (size_t i = 0; i < 4; i++) {
        params.budget = budgets[i];
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "budget", nadir_tune(context, &params, NULL));
    }
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_tune(NULL, NULL, NULL));
    nadir_context_destroy(&context);
    context = make_context(NADIR_WALK_CPU, NADIR_GEMM_AUTO, false);
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "tune = false", nadir_tune(context, NULL, NULL));
    nadir_context_destroy(&context);
    context = make_context(NADIR_WALK_CPU, NADIR_GEMM_PACKED, true);
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "packed", nadir_tune(context, NULL, NULL));
    nadir_context_destroy(&context);
}
END_TEST

/* Stops at the first set that is right. */
static bool until_a_set(void *user, const struct nadir_tune_progress *progress)
{
    unsigned *reports = user;
    ++*reports;
    return *reports == 1 || progress->problem != NULL;
}

/* A context with slow parameters of CLBlast's gets better ones; they are kept, and later contexts use them. */
START_TEST(finds_parameters)
{
    use_folder("parameters");
    const struct nadir__clblast_set slow = {{true, false, true}, {{1, 1, 1, 1, 1, 1, 8, 1, 1, 8, 0, 0, 0, 0, 2, 1}, {0}, {1}}};
    unsigned reports = 0;
    const struct nadir_tune_params params = {.budget = 120, .progress = until_a_set, .user = &reports};
    struct nadir__gemm_file file;
    bool found = false;
    struct nadir_context *context = make_context(NADIR_WALK_CPU, NADIR_GEMM_AUTO, true);
    TEST_OK(nadir__gemm_state_open(context));
    TEST_OK(nadir__clblast_use(context, &slow));
    const uint32_t before = nadir__clblast_identity(context);
    TEST_OK(nadir__tune_clblast(context, &params, &found));
    const uint32_t after = nadir__clblast_identity(context);
    ck_assert_msg(found && reports == 2, "found %d after %u reports", found, reports);
    ck_assert_uint_ne(before, after);
    nadir_context_destroy(&context);
    nadir__gemm_file_read(&file, test_device());
    ck_assert(file.clblast.given[0] && memcmp(file.clblast.values[0], slow.values[0], sizeof slow.values[0]) != 0);
    nadir__gemm_file_free(&file);
    context = make_context(NADIR_WALK_CPU, NADIR_GEMM_AUTO, true);
    describe(context, 20, NULL);
    ck_assert_uint_eq(nadir__clblast_identity(context), after);
    nadir_context_destroy(&context);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("tune");
    TCase *tcase = test_case(suite, "tune");
    unsetenv("NADIR_TUNE");
    unsetenv("NADIR_GEMM");
    tcase_add_test(tcase, class_texts);
    tcase_add_test(tcase, keeps_a_file);
    tcase_add_loop_test(tcase, ignores_a_damaged_file, 0, DAMAGES);
    tcase_add_test(tcase, belongs_to_its_device);
    tcase_add_test(tcase, ignores_a_cut_file);
    tcase_add_test(tcase, has_an_end);
    tcase_add_test(tcase, several_writers);
    tcase_add_test(tcase, order_of_choices);
    tcase_add_test(tcase, illegal_parameters);
    tcase_add_test(tcase, never_a_wrong_path);
    tcase_add_test(tcase, works_without_a_file);
    tcase_add_test(tcase, quick_choice);
    tcase_add_test(tcase, tunes);
    tcase_add_test(tcase, finds_parameters);
    return test_run(suite);
}
