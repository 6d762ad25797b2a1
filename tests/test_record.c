/* SPDX-License-Identifier: MIT */
/* Device records and scores: kept exactly, private to the user, read back only for the same device, driver and version;
 * damaged files are reported and ignored. The score that is measured, and the steps predicted from scores. */
#include "device/record_priv.h"
#include "support/support.h"

#include <dirent.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static struct nadir_device made_up(void)
{
    return (struct nadir_device){.name = "Fast \"Device\" \xc3\xa4",
                                 .vendor = "Vendor",
                                 .driver_version = "1.0",
                                 .platform_name = "Made Up",
                                 .platform_version = "OpenCL 3.0 up 1",
                                 .uuid = "000102030405060708090a0b0c0d0e0f"};
}

static const struct nadir_device_record full = {
    .score =
        {.gemm_small = 139.25e9, .gemm_large = 299.1e9, .copy = 1.0 / 3.0 * 1e11, .launch = 7.3e-6, .measured_at = 1700000000},
    .health = NADIR_HEALTH_FAIL,
    .checked_at = 1700000001,
    .note = "operations: gelu: y[3] = 0.5, \"expected\" 0.25",
};

/* A folder for records of its own; returns its path. */
static const char *use_folder(const char *name)
{
    static char path[512];
    snprintf(path, sizeof path, "%s/%s", test_temp_dir(), name);
    ck_assert_int_eq(setenv("XDG_CACHE_HOME", path, 1), 0);
    return path;
}

static void expect_record(const struct nadir_device_record *got, const struct nadir_device_record *want)
{
    ck_assert(memcmp(&got->score, &want->score, sizeof got->score) == 0); /* every digit */
    ck_assert_int_eq(got->health, want->health);
    ck_assert_int_eq(got->checked_at, want->checked_at);
    ck_assert_str_eq(got->note, want->note);
}

static const struct nadir_device_record nothing;

START_TEST(keeps_a_record)
{
    const char *folder = use_folder("keep");
    struct nadir_device device = made_up(), later = made_up();
    nadir__record_read(&device);
    expect_record(&device.record, &nothing);
    TEST_OK(nadir_device_record_store(&device, &full));
    expect_record(&device.record, &full);
    nadir__record_read(&later);
    expect_record(&later.record, &full);

    /* Without a score; `record` may be the device's own. */
    later.record.score = (struct nadir_device_score){0};
    later.record.health = NADIR_HEALTH_PASS;
    later.record.note[0] = 0;
    TEST_OK(nadir_device_record_store(&later, &later.record));
    nadir__record_read(&device);
    expect_record(&device.record, &later.record);

    char path[600];
    struct stat information;
    snprintf(path, sizeof path, "%s/nadir", folder);
    ck_assert_int_eq(stat(path, &information), 0);
    ck_assert_uint_eq(information.st_mode & 0777, 0700);
}
END_TEST

/* What a record belongs to: a change of any makes the device unknown, and leaves the old record alone. */
START_TEST(belongs_to_device_and_driver)
{
    use_folder("identity");
    struct nadir_device device = made_up(), same = made_up();
    TEST_OK(nadir_device_record_store(&device, &full));
    struct nadir_device others[7];
    for (size_t i = 0; i < 7; i++) others[i] = made_up();
    snprintf(others[0].name, sizeof others[0].name, "Slow");
    snprintf(others[1].vendor, sizeof others[1].vendor, "Other");
    snprintf(others[2].driver_version, sizeof others[2].driver_version, "1.1");
    snprintf(others[3].platform_name, sizeof others[3].platform_name, "Made Over");
    snprintf(others[4].platform_version, sizeof others[4].platform_version, "OpenCL 3.0 up 2");
    others[5].uuid[31] = 'e';
    others[6].uuid[0] = 0;
    for (size_t i = 0; i < 7; i++) {
        nadir__record_read(&others[i]);
        expect_record(&others[i].record, &nothing);
        TEST_OK(nadir_device_record_store(&others[i], &nothing));
    }
    same.platform_index = 3; /* the order of platforms may change between two runs */
    same.device_index = 1;
    nadir__record_read(&same);
    expect_record(&same.record, &full);
}
END_TEST

static char warning[1024];

static void on_log(enum nadir_log_level level, const char *message, void *user)
{
    (void)user;
    if (level == NADIR_LOG_WARNING) snprintf(warning, sizeof warning, "%s", message);
}

/* The record of `made_up` as a text in which `from` is replaced by `to`; the whole text if `from` is NULL. */
static const struct {
    const char *from, *to;
} damages[] = {
    {NULL, ""},
    {NULL, "{"},
    {NULL, "[]"},
    {NULL, "null"},
    {NULL, "{\"schema\":\"nadir-device\"}"},
    {"nadir-device", "nadir-devices"},
    {"\"fail\"", "\"bad\""},
    {"\"fail\"", "3"},
    {"1700000001", "-1"},
    {"1700000001", "1e300"},
    {"1700000001", "\"now\""},
    {"1700000000", "0"},
    {"139250000000", "-139250000000"},
    {"139250000000", "1e999"},
    {"139250000000", "null"},
    {"139250000000", "0"},
    {"launch_seconds", "launch_minutes"},
    {"\"note\":", "\"nose\":"},
    {"\"score\":", "\"scores\":"},
};
enum { DAMAGES = sizeof damages / sizeof damages[0] };

static char *read_file(const char *path)
{
    char *text = test_alloc(1 << 16, 1);
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    text[fread(text, 1, (1 << 16) - 1, file)] = 0;
    fclose(file);
    return text;
}

static void write_file(const char *path, const char *text, size_t size)
{
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(text, 1, size, file), size);
    ck_assert_int_eq(fclose(file), 0);
}

START_TEST(ignores_a_damaged_record)
{
    use_folder("damaged");
    struct nadir_device device = made_up();
    char path[1024], changed[4096];
    TEST_OK(nadir_device_record_store(&device, &full));
    TEST_OK(nadir__record_path(path, sizeof path, &device));
    const char *good = read_file(path), *from = damages[_i].from;
    if (from) {
        const char *at = strstr(good, from);
        ck_assert_msg(at != NULL, "\"%s\" is not in the record:\n%s", from, good);
        snprintf(changed, sizeof changed, "%.*s%s%s", (int)(at - good), good, damages[_i].to, at + strlen(from));
    } else {
        snprintf(changed, sizeof changed, "%s", damages[_i].to);
    }
    write_file(path, changed, strlen(changed));
    nadir_log_set(on_log, NADIR_LOG_WARNING, NULL);
    warning[0] = 0;
    nadir__record_read(&device);
    nadir_log_set(NULL, NADIR_LOG_WARNING, NULL);
    expect_record(&device.record, &nothing);
    ck_assert_msg(strstr(warning, path) != NULL, "no warning that names %s: \"%s\"", path, warning);

    TEST_OK(nadir_device_record_store(&device, &full)); /* and mended by the next one */
    nadir__record_read(&device);
    expect_record(&device.record, &full);
}
END_TEST

START_TEST(ignores_a_cut_record)
{
    use_folder("cut");
    struct nadir_device device = made_up();
    char path[1024];
    TEST_OK(nadir_device_record_store(&device, &full));
    TEST_OK(nadir__record_path(path, sizeof path, &device));
    const char *good = read_file(path);
    for (size_t length = 0; length < strlen(good) - 1; length++) {
        write_file(path, good, length);
        nadir__record_read(&device);
        expect_record(&device.record, &nothing);
    }
}
END_TEST

START_TEST(refuses_what_is_no_record)
{
    use_folder("refused");
    struct nadir_device device = made_up();
    struct nadir_device_record record = full;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_device_record_store(NULL, &full));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_device_record_store(&device, NULL));
    record.health = (enum nadir_health)7;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "health = 7", nadir_device_record_store(&device, &record));
    ck_assert_ptr_null(nadir_health_name(record.health));
    record = full;
    record.checked_at = -1;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "1970", nadir_device_record_store(&device, &record));
    record = full;
    record.score.copy = (double)NAN;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "positive", nadir_device_record_store(&device, &record));
    expect_record(&device.record, &nothing);
}
END_TEST

/* Folders that cannot be. root may write anywhere, but not below a file. */
START_TEST(says_why_it_cannot_store)
{
    char path[600];
    struct nadir_device device = made_up();
    snprintf(path, sizeof path, "%s/file", test_temp_dir());
    write_file(path, "x", 1);
    setenv("XDG_CACHE_HOME", path, 1);
    TEST_FAILS(NADIR_ERROR_IO, path, nadir_device_record_store(&device, &full));
    expect_record(&device.record, &full); /* known for this process all the same */
    nadir__record_read(&device);
    expect_record(&device.record, &nothing);

    char *home = getenv("HOME");
    home = home ? strcpy(test_alloc(strlen(home) + 1, 1), home) : NULL;
    setenv("XDG_CACHE_HOME", "relative/path", 1);
    unsetenv("HOME");
    TEST_FAILS(NADIR_ERROR_IO, "XDG_CACHE_HOME", nadir_device_record_store(&device, &full));
    setenv("HOME", test_temp_dir(), 1); /* a relative XDG_CACHE_HOME is ignored */
    TEST_OK(nadir_device_record_store(&device, &full));
    snprintf(path, sizeof path, "%s/.cache/nadir", test_temp_dir());
    ck_assert_int_eq(access(path, R_OK), 0);
    if (home) setenv("HOME", home, 1);
    else unsetenv("HOME");
}
END_TEST

static void *store_often(void *argument)
{
    struct nadir_device device = made_up();
    struct nadir_device_record record = full;
    record.score.measured_at += *(const int *)argument;
    for (int i = 0; i < 50; i++)
        if (nadir_device_record_store(&device, &record) != NADIR_OK) return argument;
    return NULL;
}

START_TEST(several_writers)
{
    const char *folder = use_folder("writers");
    pthread_t threads[4];
    const int numbers[4] = {0, 1, 2, 3};
    struct nadir_device device = made_up();
    TEST_OK(nadir_device_record_store(&device, &full));
    for (size_t i = 0; i < 4; i++) ck_assert_int_eq(pthread_create(&threads[i], NULL, store_often, (void *)&numbers[i]), 0);
    for (int i = 0; i < 200; i++) {
        nadir__record_read(&device);
        ck_assert_int_eq(device.record.health, NADIR_HEALTH_FAIL); /* never a half or missing one */
    }
    for (size_t i = 0; i < 4; i++) {
        void *result;
        pthread_join(threads[i], &result);
        ck_assert_ptr_null(result);
    }
    char path[600];
    unsigned files = 0;
    snprintf(path, sizeof path, "%s/nadir", folder);
    DIR *directory = opendir(path);
    ck_assert_ptr_nonnull(directory);
    for (const struct dirent *entry; (entry = readdir(directory)) != NULL;) files += entry->d_name[0] != '.';
    closedir(directory);
    ck_assert_uint_eq(files, 1); /* no temporary file is left */
}
END_TEST

/* --- Scores. --- */

START_TEST(measures_a_score)
{
    struct nadir_device_score score = {0};
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_measure_score(test_context(), NULL));
    TEST_OK(nadir_measure_score(test_context(), &score));
    ck_assert_msg(score.gemm_small > 1e6 && score.gemm_large > 1e6 && score.copy > 1e6, "%g %g %g", score.gemm_small,
                  score.gemm_large, score.copy);
    ck_assert_msg(score.launch > 1e-9 && score.launch < 1, "%g", score.launch);
    ck_assert_int_gt(score.measured_at, 1700000000);
}
END_TEST

/* By hand, from the contract of nadir_predict_step. */
START_TEST(predicts_steps)
{
    const struct nadir_device_score flat = {
        .gemm_small = 1e11, .gemm_large = 1e11, .copy = 1e10, .launch = 1e-5, .measured_at = 1};
    double seconds, with_launch, wanted;
    TEST_OK(nadir_predict_step(&seconds, "mlp:1000-500", 100, &flat));
    wanted = 4e-5 + 2 * 2.0 * 100 * 1000 * 500 / 1e11 + (28.0 * 1001 * 500 + 8.0 * 100 * 500) / 1e10;
    ck_assert_double_eq_tol(seconds, wanted, 1e-9 * wanted);
    TEST_OK(nadir_predict_step(&seconds, "mlp:1000-500-500", 100, &flat));
    wanted += 3 * 2.0 * 100 * 500 * 500 / 1e11 + 28.0 * 501 * 500 / 1e10;
    ck_assert_double_eq_tol(seconds, wanted, 1e-9 * wanted);
    ck_assert_double_eq_tol(nadir_predict_reference(&flat), 2.0 * 256 * (2 * 784 * 1024 + 3 * 1024 * 1024) / 1e11, 2e-2);

    /* A rate that grows with the product: between the measured ones, and never beyond them. */
    struct nadir_device_score growing = flat;
    growing.gemm_large = 4e11;
    growing.copy = 1e15;
    growing.launch = 1e-15;
    TEST_OK(nadir_predict_step(&seconds, "mlp:128-784", 64, &growing));
    ck_assert_double_eq_tol(seconds, 4.0 * 64 * 128 * 784 / 1e11, 1e-7);
    TEST_OK(nadir_predict_step(&seconds, "mlp:512-512", 512, &growing));
    ck_assert_double_eq_tol(seconds, 4.0 * 512 * 512 * 512 / 4e11, 1e-7);
    TEST_OK(nadir_predict_step(&seconds, "mlp:2048-2048", 2048, &growing));
    ck_assert_double_eq_tol(seconds, 4.0 * 2048 * 2048 * 2048 / 4e11, 1e-6);
    /* A tiny product costs a launch. */
    struct nadir_device_score slow = growing;
    slow.launch = 1e-3;
    TEST_OK(nadir_predict_step(&seconds, "mlp:2-2", 1, &slow));
    ck_assert_double_eq_tol(seconds, 6e-3, 1e-6);
    TEST_OK(nadir_predict_step(&with_launch, "mlp:128-784", 64, &slow));
    ck_assert_double_eq_tol(with_launch, 4e-3 + 4.0 * 64 * 128 * 784 / 1e11, 1e-7);
}
END_TEST

START_TEST(refuses_predictions)
{
    const struct nadir_device_score score = full.score, unknown = {0};
    double seconds = -1;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_predict_step(NULL, "mlp:2-2", 1, &score));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "batch = 0", nadir_predict_step(&seconds, "mlp:2-2", 0, &score));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "not measured", nadir_predict_step(&seconds, "mlp:2-2", 1, &unknown));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "unknown kind", nadir_predict_step(&seconds, "cnn:2-2", 1, &score));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "mlp:2", nadir_predict_step(&seconds, "mlp:2", 1, &score));
    ck_assert_double_eq(seconds, -1);
    ck_assert(isinf(nadir_predict_reference(&unknown)));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("record");
    TCase *records = test_case(suite, "records");
    tcase_add_test(records, keeps_a_record);
    tcase_add_test(records, belongs_to_device_and_driver);
    tcase_add_loop_test(records, ignores_a_damaged_record, 0, DAMAGES);
    tcase_add_test(records, ignores_a_cut_record);
    tcase_add_test(records, refuses_what_is_no_record);
    tcase_add_test(records, says_why_it_cannot_store);
    tcase_add_test(records, several_writers);
    TCase *scores = test_case(suite, "scores");
    tcase_add_test(scores, measures_a_score);
    tcase_add_test(scores, predicts_steps);
    tcase_add_test(scores, refuses_predictions);
    return test_run(suite);
}
