/* SPDX-License-Identifier: MIT */
/* Learning-rate schedules, against PyTorch's sequences and the closed form. */
#include "support.h"

#include "golden/schedule.h"
#include "ref/ref.h"

/* Two double evaluations of one formula; PyTorch's own recursion drifts by 6e-15. */
static const double tolerance = 1e-12;

START_TEST(constant)
{
    const struct nadir_schedule schedule = nadir_schedule_default(0.3);
    ck_assert_int_eq(schedule.kind, NADIR_SCHEDULE_CONSTANT);
    ck_assert_double_eq(nadir_schedule_lr(&schedule, 0), 0.3);
    ck_assert_double_eq(nadir_schedule_lr(&schedule, 1), 0.3);
    ck_assert_double_eq(nadir_schedule_lr(&schedule, UINT64_MAX), 0.3);
}
END_TEST

static void check_golden(double base, double eta_min, uint64_t t_max, const double *want)
{
    struct nadir_schedule schedule = nadir_schedule_default(base);
    schedule.kind = NADIR_SCHEDULE_COSINE;
    schedule.eta_min = eta_min;
    schedule.t_max = t_max;
    for (uint64_t t = 0; t <= t_max; t++) {
        const double lr = nadir_schedule_lr(&schedule, t);
        ck_assert_msg(fabs(lr - want[t]) <= tolerance * base, "t %llu: %.17g, PyTorch %.17g", (unsigned long long)t, lr,
                      want[t]);
    }
}

START_TEST(cosine_as_pytorch)
{
    check_golden(0.1, 0, 7, schedule_short);
    check_golden(1e-3, 1e-5, 100, schedule_long);
}
END_TEST

START_TEST(cosine_ends)
{
    struct nadir_schedule schedule = nadir_schedule_default(0.5);
    schedule.kind = NADIR_SCHEDULE_COSINE;
    schedule.eta_min = 0.125;
    schedule.t_max = 1;
    ck_assert_double_eq(nadir_schedule_lr(&schedule, 0), 0.5);
    static const uint64_t lengths[] = {1, 2, 3, 1000003, UINT64_C(1) << 40};
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        schedule.t_max = lengths[i];
        ck_assert_double_eq(nadir_schedule_lr(&schedule, 0), 0.5);
        /* It stays at the end and does not rise again. */
        const uint64_t after[] = {schedule.t_max, schedule.t_max + 1, 2 * schedule.t_max, UINT64_MAX};
        for (int j = 0; j < 4; j++) ck_assert_double_eq_tol(nadir_schedule_lr(&schedule, after[j]), 0.125, tolerance);
        for (uint64_t part = 0; part <= 10; part++) {
            const uint64_t t = schedule.t_max / 10 * part;
            const double want = ref_cosine(0.5, 0.125, (double)t, (double)schedule.t_max);
            ck_assert_double_eq_tol(nadir_schedule_lr(&schedule, t), want, tolerance);
        }
    }
    schedule.eta_min = 0;
    schedule.t_max = 937;
    double last = 0.5;
    for (uint64_t t = 1; t <= 937; t++) {
        const double lr = nadir_schedule_lr(&schedule, t);
        ck_assert_msg(lr < last && lr >= 0, "t %llu: %g after %g", (unsigned long long)t, lr, last);
        last = lr;
    }
}
END_TEST

START_TEST(names)
{
    ck_assert_str_eq(nadir_schedule_name(NADIR_SCHEDULE_CONSTANT), "constant");
    ck_assert_str_eq(nadir_schedule_name(NADIR_SCHEDULE_COSINE), "cosine");
    ck_assert_ptr_null(nadir_schedule_name((enum nadir_schedule_kind)77));
    enum nadir_schedule_kind kind = NADIR_SCHEDULE_CONSTANT;
    TEST_OK(nadir_schedule_parse(&kind, "cosine"));
    ck_assert_int_eq(kind, NADIR_SCHEDULE_COSINE);
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "constant", nadir_schedule_parse(&kind, "cosin"));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "cosine", nadir_schedule_parse(&kind, ""));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "", nadir_schedule_parse(&kind, NULL));
    ck_assert_int_eq(kind, NADIR_SCHEDULE_COSINE);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("schedule");
    TCase *tcase = test_case(suite, "schedule");
    tcase_add_test(tcase, constant);
    tcase_add_test(tcase, cosine_as_pytorch);
    tcase_add_test(tcase, cosine_ends);
    tcase_add_test(tcase, names);
    return test_run(suite);
}
