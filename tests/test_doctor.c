/* SPDX-License-Identifier: MIT */
/* The doctor: a sound device passes, findings come in order, a stop is obeyed, and what compares results sees wrong ones. */
#include "support.h"

#include "base/status_priv.h"
#include "check/check_priv.h"
#include "runtime/kernels_priv.h"

#include <stdio.h>

/* --- A whole examination. --- */

enum { MOST = 4096 };

struct record {
    struct nadir_doctor_finding findings[MOST];
    unsigned count, begun[NADIR_DOCTOR_STAGES];
    unsigned stop_after; /* 0: never */
    volatile sig_atomic_t stop;
};

static void on_report(const struct nadir_doctor_finding *finding, void *user)
{
    struct record *record = user;
    ck_assert_uint_lt(record->count, MOST);
    record->findings[record->count++] = *finding;
    if (record->count == record->stop_after) record->stop = 1;
}

static void on_begin(enum nadir_doctor_stage stage, const char *check, void *user)
{
    struct record *record = user;
    ck_assert_ptr_nonnull(nadir_doctor_stage_name(stage));
    if (!check[0]) record->begun[stage]++;
}

static struct record *examine(enum nadir_status expected, struct nadir_doctor_summary *summary, double stress_seconds,
                              unsigned stop_after)
{
    struct record *record = test_alloc(1, sizeof *record);
    struct nadir_doctor_params params = nadir_doctor_params_default();
    record->stop_after = stop_after;
    params.quick = true;
    params.stress_seconds = stress_seconds;
    params.report = on_report;
    params.begin = on_begin;
    params.user = record;
    params.stop = &record->stop;
    memset(summary, 0xa5, sizeof *summary);
    const enum nadir_status status = nadir_doctor_run(summary, test_device(), &params);
    ck_assert_msg(status == expected, "%s: %s", nadir_status_name(status), nadir_last_error()->message);
    ck_assert_uint_eq(summary->checks, record->count);
    return record;
}

static bool found(const struct record *record, enum nadir_doctor_stage stage, const char *check)
{
    for (unsigned i = 0; i < record->count; i++)
        if (record->findings[i].stage == stage && strcmp(record->findings[i].check, check) == 0) return true;
    return false;
}

START_TEST(a_sound_device_passes)
{
    struct nadir_doctor_summary summary;
    struct record *record = examine(NADIR_OK, &summary, 0.1, 0);
    unsigned warnings = 0, per_stage[NADIR_DOCTOR_STAGES] = {0};
    double seconds = 0;
    for (unsigned i = 0; i < record->count; i++) {
        const struct nadir_doctor_finding *finding = &record->findings[i];
        if (finding->result != NADIR_DOCTOR_PASS)
            printf("%s: %s: %s\n", nadir_doctor_stage_name(finding->stage), finding->check, finding->detail);
        ck_assert_msg(finding->result != NADIR_DOCTOR_FAIL, "%s failed: %s", finding->check, finding->detail);
        ck_assert_msg(i == 0 || finding->stage >= finding[-1].stage, "%s comes too late", finding->check);
        ck_assert(finding->check[0] && finding->seconds >= 0);
        ck_assert_msg(!strpbrk(finding->detail, "\n\r"), "%s: more than one line", finding->check);
        warnings += finding->result == NADIR_DOCTOR_WARNING;
        seconds += finding->seconds;
        per_stage[finding->stage]++;
    }
    ck_assert_uint_eq(summary.warnings, warnings);
    ck_assert_uint_eq(summary.failures, 0);
    ck_assert_str_eq(summary.first_failure, "");
    ck_assert_double_ge(summary.seconds, seconds);
    for (int stage = 0; stage < NADIR_DOCTOR_STAGES; stage++) {
        ck_assert_msg(per_stage[stage] > 0 && record->begun[stage] == 1, "stage %s: %u checks, begun %u times",
                      nadir_doctor_stage_name((enum nadir_doctor_stage)stage), per_stage[stage], record->begun[stage]);
        printf("%s: %u checks\n", nadir_doctor_stage_name((enum nadir_doctor_stage)stage), per_stage[stage]);
    }
    printf("%u checks in %.1f s\n", summary.checks, summary.seconds);

    /* No kernel file is forgotten. */
    const bool cpu = strcmp(nadir_context_walk_name(test_context()), "cpu") == 0;
    const bool packed = cpu || nadir__doctor_gemm(test_context()) == NADIR_GEMM_PACKED;
    for (size_t i = 0; i < nadir__kernel_source_count; i++) {
        char check[64];
        snprintf(check, sizeof check, "kernel %s", nadir__kernel_sources[i].name);
        if (strcmp(check, "kernel gemm_small") == 0 && cpu) continue; /* has the GPU walk only, which is not quick's */
        if (strcmp(check, "kernel gemm_packed") == 0 && !packed) continue;
        ck_assert_msg(found(record, NADIR_DOCTOR_BUILD, check), "%s is not built", check);
    }
}
END_TEST

START_TEST(a_stop_is_obeyed)
{
    static const unsigned counts[] = {1, 30, 60};
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
        struct nadir_doctor_summary summary;
        examine(NADIR_ERROR_INTERRUPTED, &summary, 0, counts[i]);
        ck_assert_uint_eq(summary.checks, counts[i]);
        ck_assert_str_ne(nadir_last_error()->message, "");
        test_reset();
    }
}
END_TEST

START_TEST(bad_arguments)
{
    struct nadir_doctor_summary summary;
    struct nadir_device broken = *test_device();
    struct nadir_doctor_params params = nadir_doctor_params_default();
    ck_assert(!params.quick && params.stress_seconds == 0 && !params.report && !params.begin && !params.stop);
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_doctor_run(NULL, test_device(), &params));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_doctor_run(&summary, NULL, &params));
    static const double bad[] = {-1, NAN, INFINITY};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        params.stress_seconds = bad[i];
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "stress_seconds", nadir_doctor_run(&summary, test_device(), &params));
    }
    ck_assert_ptr_null(nadir_doctor_stage_name((enum nadir_doctor_stage)NADIR_DOCTOR_STAGES));

    /* A device that cannot be used fails, and is not examined further. */
    broken.usable = false;
    snprintf(broken.problem, sizeof broken.problem, "it has no compiler");
    TEST_OK(nadir_doctor_run(&summary, &broken, NULL));
    ck_assert_uint_eq(summary.checks, 1);
    ck_assert_uint_eq(summary.failures, 1);
    ck_assert_msg(strstr(summary.first_failure, "it has no compiler") != NULL, "%s", summary.first_failure);
}
END_TEST

/* --- Findings. --- */

START_TEST(statuses_become_findings)
{
    static const struct {
        enum nadir_status status;
        enum nadir_doctor_result result;
    } rows[] = {{NADIR_ERROR_WRONG_RESULT, NADIR_DOCTOR_FAIL},   {NADIR_ERROR_OPENCL, NADIR_DOCTOR_FAIL},
                {NADIR_ERROR_BUILD, NADIR_DOCTOR_FAIL},          {NADIR_ERROR_DATA, NADIR_DOCTOR_FAIL},
                {NADIR_ERROR_UNSUPPORTED, NADIR_DOCTOR_WARNING}, {NADIR_ERROR_OUT_OF_MEMORY, NADIR_DOCTOR_WARNING}};
    struct nadir_doctor_summary summary = {0};
    struct record *record = test_alloc(1, sizeof *record);
    struct nadir__doctor doctor = {.device = test_device(), .summary = &summary, .stage = NADIR_DOCTOR_FLOATS};
    doctor.params.report = on_report;
    doctor.params.user = record;
    TEST_OK(nadir__doctor_find_status(&doctor, NADIR_OK, "fine"));
    ck_assert(record->findings[0].result == NADIR_DOCTOR_PASS && !record->findings[0].detail[0]);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        nadir__fail(rows[i].status, "row %zu with 100 %% and %%s", i);
        TEST_OK(nadir__doctor_find_status(&doctor, rows[i].status, "row"));
        const struct nadir_doctor_finding *finding = &record->findings[i + 1];
        ck_assert_msg(finding->result == rows[i].result, "%s", nadir_status_name(rows[i].status));
        ck_assert_msg(strstr(finding->detail, "100 % and %s") != NULL, "%s", finding->detail);
    }
    ck_assert_uint_eq(summary.checks, 7);
    ck_assert_uint_eq(summary.failures, 4);
    ck_assert_uint_eq(summary.warnings, 2);
    ck_assert_uint_eq(summary.unexamined, 1);
    ck_assert_str_eq(summary.first_failure, "floats: row: row 0 with 100 % and %s");
    ck_assert_int_eq(nadir__doctor_find_status(&doctor, NADIR_ERROR_INTERRUPTED, "row"), NADIR_ERROR_INTERRUPTED);
    ck_assert_uint_eq(summary.checks, 7);

    /* Texts of any length. */
    char text[1000];
    memset(text, 'x', sizeof text - 1);
    text[sizeof text - 1] = 0;
    TEST_OK(nadir__doctor_find(&doctor, NADIR_DOCTOR_FAIL, text, "%s", text));
    ck_assert_uint_eq(strlen(record->findings[7].check), sizeof record->findings[7].check - 1);
    ck_assert_uint_eq(strlen(record->findings[7].detail), sizeof record->findings[7].detail - 1);
}
END_TEST

START_TEST(distances)
{
    static const struct {
        float got;
        double want, ulps;
    } rows[] = {
        {1.0f, 1.0, 0},
        {1.0000001f, 1.0, 1}, /* the ulp above 1 */
        {0.99999994f, 1.0, 0.5},
        {1.5f, 1.5 + 0x1p-24, 0.5},
        {-3.0f, 3.0, 3 * 0x1p23},
        {0.0f, -0.0, 0},
        {0x1p-149f, 0.0, 1},
        {0x1p-126f, 0x1p-126 + 0x1p-148, 2},
        {INFINITY, INFINITY, 0},
        {-INFINITY, INFINITY, 0x1p25},
        {INFINITY, 0x1.fffffep127, 1},
        {0x1.fffffep127f, INFINITY, 1},
        {INFINITY, 1e300, 0},
        {NAN, NAN, 0},
        {NAN, 1.0, INFINITY},
        {1.0f, NAN, INFINITY},
        {NAN, INFINITY, INFINITY},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const double got = nadir__check_ulps(rows[i].got, rows[i].want);
        ck_assert_msg(got == rows[i].ulps, "row %zu: %g instead of %g", i, got, rows[i].ulps);
    }
}
END_TEST

START_TEST(bits)
{
    uint32_t got[5] = {1, 2, 3, 4, 5}, want[5] = {1, 2, 3, 4, 5};
    TEST_OK(nadir__check_bits("words", got, want, 5, 4));
    want[2] = 0xabcd;
    want[4] = 0;
    TEST_FAILS(NADIR_ERROR_WRONG_RESULT, "words: 2 of 5 elements are wrong, first [2]: got 0x00000003, expected 0x0000abcd",
               nadir__check_bits("words", got, want, 5, 4));
    TEST_FAILS(NADIR_ERROR_WRONG_RESULT, "first [16]: got 0x05, expected 0x00",
               nadir__check_bits("bytes", (unsigned char *)got + 0, (unsigned char[20]){1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0, 4},
                                 20, 1));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("doctor");
    TCase *tcase = test_case(suite, "doctor");
    tcase_add_test(tcase, statuses_become_findings);
    tcase_add_test(tcase, distances);
    tcase_add_test(tcase, bits);
    tcase_add_test(tcase, bad_arguments);
    tcase_add_test(tcase, a_stop_is_obeyed);
    tcase_add_test(tcase, a_sound_device_passes);
    return test_run(suite);
}
