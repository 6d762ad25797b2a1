/* SPDX-License-Identifier: MIT */
/* The selector language on made-up device lists: what it accepts, what it chooses and says, and that no text upsets it. */
#include "support/support.h"

#include <stdio.h>

static const struct nadir_platform platforms[] = {
    {.name = "Portable Computing Language", .version = "OpenCL 3.0 PoCL 3.1+debian  Linux, LLVM 15.0.6", .device_count = 1},
    {.name = "rusticl", .version = "OpenCL 3.0", .problem = "its driver lists no device"},
    {.name = "NVIDIA CUDA", .version = "OpenCL 3.0 CUDA 12.2.140", .device_count = 2},
    {.name = "Intel(R) OpenCL Graphics", .version = "OpenCL 3.0", .device_count = 2},
    {.name = "Old \"Quoted\" Platform", .version = "OpenCL 1.1", .device_count = 1},
};

#define DEVICE(p, d, kind, cu, mhz, gib, label)                                                                                \
    .platform_index = p, .device_index = d, .type = kind, .compute_units = cu, .clock_mhz = mhz,                               \
    .global_memory = (uint64_t)(gib) << 30, .name = label

static struct nadir_device devices[] = {
    {DEVICE(0, 0, NADIR_DEVICE_CPU, 16, 3000, 64, "pthread-AMD EPYC"), .usable = true, .unified_memory = true},
    {DEVICE(2, 0, NADIR_DEVICE_GPU, 28, 1800, 12, "NVIDIA GeForce RTX 3060"), .usable = true},
    {DEVICE(2, 1, NADIR_DEVICE_GPU, 28, 1800, 8, "NVIDIA GeForce RTX 3060 Ti"), .usable = true},
    {DEVICE(3, 0, NADIR_DEVICE_GPU, 96, 2000, 32, "Intel(R) UHD 770"), .usable = true, .unified_memory = true},
    {DEVICE(3, 1, NADIR_DEVICE_ACCELERATOR, 500, 900, 64, "4 Habana, two"), .usable = true},
    {DEVICE(4, 0, NADIR_DEVICE_GPU, 999, 9000, 99, "Ancient GPU"), .problem = "OpenCL C 1.1 is older than OpenCL C 1.2"},
};

enum { DEVICES = sizeof devices / sizeof devices[0], PLATFORMS = sizeof platforms / sizeof platforms[0] };

/* The list as the library makes it: platform names are in the devices, too. */
static struct nadir_device_list full_list(void)
{
    static struct nadir_platform copies[PLATFORMS];
    memcpy(copies, platforms, sizeof platforms);
    for (size_t i = 0; i < DEVICES; i++) {
        const struct nadir_platform *platform = &platforms[devices[i].platform_index];
        memcpy(devices[i].platform_name, platform->name, sizeof platform->name);
        memcpy(devices[i].platform_version, platform->version, sizeof platform->version);
    }
    return (struct nadir_device_list){devices, DEVICES, copies, PLATFORMS};
}

static const struct {
    const char *selector;
    const char *device; /* "platform:device" */
    const char *reason;
} accepted[] = {
    {NULL, "2:0", "auto: best of 5 (more memory)"},
    {"", "2:0", "auto: best of 5 (more memory)"},
    {"auto", "2:0", "auto: best of 5 (more memory)"},
    {"AUTO", "2:0", "auto: best of 5 (more memory)"},
    {" auto ", "2:0", "best of 5 matches of auto (more memory)"},
    {"gpu", "2:0", "best of 3 matches of gpu (more memory)"},
    {"Cpu", "0:0", "the only match of Cpu"},
    {"acc", "3:1", "the only match of acc"},
    {"0:0", "0:0", "the only match of 0:0"},
    {" 2 : 1 ", "2:1", "the only match of 2 : 1"},
    {"00:000", "0:0", "the only match of 00:000"},
    {"2:*", "2:0", "best of 2 matches of 2:* (more memory)"},
    {"*:1", "2:1", "best of 2 matches of *:1 (gpu before acc)"},
    {"*:*", "2:0", "best of 5 matches of *:* (more memory)"},
    {"*:cpu", "0:0", "the only match of *:cpu"},
    {"3:*", "3:0", "best of 2 matches of 3:* (gpu before acc)"},
    {"intel:gpu", "3:0", "the only match of intel:gpu"},
    {"intel:acc", "3:1", "the only match of intel:acc"},
    {"pocl:cpu", "0:0", "the only match of pocl:cpu"},
    {"PORTABLE:0", "0:0", "the only match of PORTABLE:0"},
    {"cuda:0", "2:0", "the only match of cuda:0"},
    {"nvidia:ti", "2:1", "the only match of nvidia:ti"},
    {"\"rtx 3060 ti\"", "2:1", "the only match of \"rtx 3060 ti\""},
    {"rtx 3060 ti", "2:1", "the only match of rtx 3060 ti"},
    {"\"4 habana, two\"", "3:1", "the only match of \"4 habana, two\""},
    {"\"4\"", "3:1", "the only match of \"4\""},
    {"\"nvidia\":\"ti\"", "2:1", "the only match of \"nvidia\":\"ti\""},
    {"pocl", "0:0", "the only match of pocl"},
    {"epyc", "0:0", "the only match of epyc"},
    {"(r) uhd", "3:0", "the only match of (r) uhd"},
    /* Ordered union: the first term with a match, whatever comes after it. */
    {"cpu,gpu", "0:0", "the only match of cpu in cpu,gpu"},
    {"radeon,cpu", "0:0", "the only match of cpu in radeon,cpu"},
    {"radeon:0, gpu", "2:0", "best of 3 matches of gpu in radeon:0, gpu (more memory)"},
    {"ancient,cpu", "0:0", "the only match of cpu in ancient,cpu"},
    {"0:0,nvidia", "0:0", "the only match of 0:0 in 0:0,nvidia"},
    /* Subtraction, applied last and before ambiguity counts. */
    {"!gpu", "3:1", "best of 2 matches of !gpu (acc before cpu)"},
    {"!gpu,!acc", "0:0", "the only match of !gpu,!acc"},
    {"! gpu", "3:1", "best of 2 matches of ! gpu (acc before cpu)"},
    {"gpu,!nvidia:*", "3:0", "the only match of gpu in gpu,!nvidia:*"},
    {"!nvidia:*,gpu", "3:0", "the only match of gpu in !nvidia:*,gpu"},
    {"*:gpu,!intel:*", "2:0", "best of 2 matches of *:gpu in *:gpu,!intel:* (more memory)"},
    {"auto,!gpu", "3:1", "best of 2 matches of auto in auto,!gpu (acc before cpu)"},
    {"rtx,!ti", "2:0", "the only match of rtx in rtx,!ti"},
    {"!2:0", "2:1", "best of 4 matches of !2:0 (memory of its own before the host's)"},
    {"gpu,!radeon", "2:0", "best of 3 matches of gpu in gpu,!radeon (more memory)"},
};

START_TEST(accepts)
{
    const struct nadir_device_list list = full_list();
    char reason[NADIR_REASON_SIZE], chosen[32];
    const char *selector = accepted[_i].selector;
    size_t index = SIZE_MAX;
    TEST_OK(nadir_device_select(&list, selector, &index, reason));
    ck_assert_uint_lt(index, DEVICES);
    snprintf(chosen, sizeof chosen, "%u:%u", devices[index].platform_index, devices[index].device_index);
    ck_assert_msg(strcmp(chosen, accepted[_i].device) == 0 && strcmp(reason, accepted[_i].reason) == 0,
                  "%s: got %s, %s; want %s, %s", selector ? selector : "NULL", chosen, reason, accepted[_i].device,
                  accepted[_i].reason);
    TEST_OK(nadir_device_select(&list, selector, &index, NULL));
}
END_TEST

static const struct {
    const char *selector;
    const char *message;
} refused[] = {
    {"0", "0 alone is no device: write PLATFORM:DEVICE"},
    {"3060", "3060 alone is no device"},
    {"!0", "0 alone is no device"},
    {"cpu,1", "1 alone is no device"},
    {"*", "* alone is no device: write *:*"},
    {"3060 ti", "trailing text after the number in 3060 ti"},
    {"0:0x", "trailing text after the number in 0x"},
    {"0x0:0", "trailing text after the number in 0x0"},
    {"0:0:0", "trailing text :0"},
    {"0:0 0:0", "trailing text after the number in 0 0"},
    {"\"rtx\" ti", "trailing text ti"},
    {"-1:0", "no device matches"},
    {"0:-1", "no device matches"},
    {"5:0", "there is no platform 5"},
    {"5:*", "there is no platform 5"},
    {"5:0,cpu", "there is no platform 5"},
    {"!5:0", "there is no platform 5"},
    {"0:1", "there is no device 0:1"},
    {"1:0", "there is no device 1:0"},
    {"cpu,0:1", "there is no device 0:1"},
    {"!0:1", "there is no device !0:1"},
    {"nvidia:2", "there is no device nvidia:2"},
    {"*:2", "there is no device *:2"},
    {"4294967296:0", "there is no platform 4294967296"},
    {"18446744073709551616:0", "there is no platform 18446744073709551616"},
    {"0:4294967296", "there is no device 0:4294967296"},
    {"1:*", "no device matches"},
    {"rusticl", "no device matches"},
    {"radeon", "no device matches"},
    {"radeon:0", "no device matches"},
    {"nvidia:cpu", "no device matches"},
    {"gpu:0", "no device matches"},
    {"rtx", "rtx matches 2 devices"},
    {"rtx 3060", "rtx 3060 matches 2 devices"},
    {"nvidia", "nvidia matches 2 devices"},
    {"nvidia:rtx", "nvidia:rtx matches 2 devices"},
    {"nv\"", "\" is not allowed in the name nv\""},
    {"n:0", "n:0 matches 3 devices"},
    {"*:rtx", "*:rtx matches 2 devices"},
    {"radeon,rtx", "rtx matches 2 devices"},
    {"4:0", "device 4:0 is not usable: OpenCL C 1.1 is older"},
    {"ancient", "device 4:0 is not usable"},
    {"cpu,!cpu", "nothing is left after the ! terms"},
    {"!auto", "nothing is left after the ! terms"},
    {"!*:*", "nothing is left after the ! terms"},
    {"!", "a device is missing"},
    {"!!cpu", "! is not allowed in the name !cpu"},
    {" ", "a device is missing"},
    {",", "a device is missing"},
    {",cpu", "a device is missing"},
    {"cpu,", "a device is missing after the last comma"},
    {"cpu, ", "a device is missing after the last comma"},
    {"cpu,,gpu", "a device is missing"},
    {":", "a device is missing"},
    {":0", "a device is missing"},
    {"0:", "the device after \":\" is missing"},
    {"0:,cpu", "the device after \":\" is missing"},
    {"\"\"", "an empty name in quotes"},
    {"\"rtx", "the quote before rtx is never closed"},
    {"intel*", "* is not allowed in the name intel*"},
    {"gpu!", "! is not allowed in the name gpu!"},
    {"gpu\ncpu", "no device matches"},
};

/* One line that a terminal can show. */
static void check_printable(const char *text)
{
    ck_assert_uint_gt(strlen(text), 0);
    for (const char *c = text; *c; c++)
        ck_assert_msg((unsigned char)*c >= 0x20 && *c != 0x7f, "byte %d in: %s", (unsigned char)*c, text);
}

START_TEST(refuses)
{
    const struct nadir_device_list list = full_list();
    char reason[NADIR_REASON_SIZE] = "untouched";
    size_t index = 77;
    TEST_FAILS(NADIR_ERROR_SELECTOR, refused[_i].message, nadir_device_select(&list, refused[_i].selector, &index, reason));
    ck_assert_uint_eq(index, 77);
    ck_assert_str_eq(reason, "untouched");
    check_printable(nadir_last_error()->message);
    ck_assert_ptr_nonnull(strstr(nadir_last_error()->message, "candidates: 0:0 cpu pthread-AMD EPYC"));
}
END_TEST

START_TEST(lists_all_candidates)
{
    struct nadir_device_list list = full_list();
    list.device_count = 1;
    list.platform_count = 2;
    size_t index;
    TEST_FAILS(NADIR_ERROR_SELECTOR,
               "device selector gpu: no device matches; candidates: 0:0 cpu pthread-AMD EPYC (Portable Computing Language); "
               "1:- rusticl (its driver lists no device)",
               nadir_device_select(&list, "gpu", &index, NULL));
}
END_TEST

START_TEST(needs_a_usable_device)
{
    struct nadir_device_list list = full_list();
    struct nadir_device_list empty = {0};
    size_t index = 77;
    TEST_FAILS(NADIR_ERROR_NO_DEVICE, "no OpenCL driver was found", nadir_device_select(&empty, NULL, &index, NULL));
    TEST_FAILS(NADIR_ERROR_NO_DEVICE, "no OpenCL driver was found", nadir_device_select(&empty, "0:0", &index, NULL));
    TEST_FAILS(NADIR_ERROR_SELECTOR, "candidates: none", nadir_device_select(&empty, "0", &index, NULL));
    list.devices += DEVICES - 1;
    list.device_count = 1;
    TEST_FAILS(NADIR_ERROR_NO_DEVICE, "4:0 gpu Ancient GPU", nadir_device_select(&list, "4:0", &index, NULL));
    list.device_count = 0;
    list.platforms++;
    list.platform_count = 1;
    TEST_FAILS(NADIR_ERROR_NO_DEVICE, "0:- rusticl (its driver lists no device)",
               nadir_device_select(&list, "", &index, NULL));
    ck_assert_uint_eq(index, 77);
}
END_TEST

START_TEST(ranks_by_each_criterion)
{
    static const struct {
        struct nadir_device a, b;
        size_t best;
        const char *reason;
    } rows[] = {
        {{DEVICE(0, 0, NADIR_DEVICE_CPU, 99, 9000, 99, "a")}, {DEVICE(0, 1, NADIR_DEVICE_GPU, 1, 1, 1, "b")}, 1,
         "auto: best of 2 (gpu before cpu)"},
        {{DEVICE(0, 0, NADIR_DEVICE_ACCELERATOR, 1, 1, 1, "a")}, {DEVICE(0, 1, NADIR_DEVICE_OTHER, 9, 9, 9, "b")}, 0,
         "auto: best of 2 (acc before other)"},
        {{DEVICE(0, 0, NADIR_DEVICE_CPU, 4, 2000, 1, "a")}, {DEVICE(0, 1, NADIR_DEVICE_CPU, 3, 3000, 1, "b")}, 1,
         "auto: best of 2 (more compute units x clock)"},
        {{DEVICE(0, 0, NADIR_DEVICE_CPU, 4, 0, 1, "a")}, {DEVICE(0, 1, NADIR_DEVICE_CPU, 2, 3000, 1, "b")}, 1,
         "auto: best of 2 (more compute units x clock)"},
        {{DEVICE(0, 0, NADIR_DEVICE_CPU, 4, 0, 2, "a")}, {DEVICE(0, 1, NADIR_DEVICE_CPU, 4, 1000, 1, "b")}, 0,
         "auto: best of 2 (more memory)"},
        {{DEVICE(0, 0, NADIR_DEVICE_CPU, 4, 1000, 1, "a")}, {DEVICE(0, 1, NADIR_DEVICE_CPU, 4, 1000, 1, "b")}, 0,
         "auto: best of 2 (equal, listed first)"},
    };
    struct nadir_platform platform = {.name = "p", .device_count = 2};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        struct nadir_device pair[] = {rows[i].a, rows[i].b};
        pair[0].usable = pair[1].usable = true;
        const struct nadir_device_list list = {pair, 2, &platform, 1};
        char reason[NADIR_REASON_SIZE];
        size_t index;
        TEST_OK(nadir_device_select(&list, NULL, &index, reason));
        ck_assert_uint_eq(index, rows[i].best);
        ck_assert_str_eq(reason, rows[i].reason);
    }
    struct nadir_device only = rows[0].a;
    only.usable = true;
    const struct nadir_device_list single = {&only, 1, &platform, 1};
    char reason[NADIR_REASON_SIZE];
    size_t index;
    TEST_OK(nadir_device_select(&single, NULL, &index, reason));
    ck_assert_str_eq(reason, "auto: the only usable device");
}
END_TEST

/* Seeded noise made of the language's own pieces: every outcome is a usable device or a printable error. */
START_TEST(survives_noise)
{
    static const char *const pieces[] = {"0", "1", "2", "9", ":", ":", ",", ",", "!", "*", "\"", " ", "\t", "gpu", "cpu", "acc",
                                         "auto", "rtx", "nvidia", "pocl", "ti", "é", "\xff", "\n", "\x01", "99999999999", "x"};
    const struct nadir_device_list list = full_list();
    const struct nadir_device_list empty = {0};
    struct test_random random = test_seed(20240501);
    size_t chosen = 0;
    for (int round = 0; round < 50000; round++) {
        char selector[256] = "";
        for (uint32_t left = test_word(&random) % 12; left > 0; left--)
            strcat(selector, pieces[test_word(&random) % (sizeof pieces / sizeof pieces[0])]);
        char reason[NADIR_REASON_SIZE] = "";
        size_t index = SIZE_MAX;
        const enum nadir_status status = nadir_device_select(&list, selector, &index, reason);
        if (status == NADIR_OK) {
            ck_assert_msg(index < DEVICES && devices[index].usable, "%s chose %zu", selector, index);
            check_printable(reason);
            chosen++;
        } else {
            ck_assert_msg(status == NADIR_ERROR_SELECTOR, "%s gave %s", selector, nadir_status_name(status));
            ck_assert_uint_eq(index, SIZE_MAX);
            check_printable(nadir_last_error()->message);
        }
        const enum nadir_status without = nadir_device_select(&empty, selector, &index, reason);
        ck_assert(without == NADIR_ERROR_NO_DEVICE || without == NADIR_ERROR_SELECTOR);
    }
    ck_assert_msg(chosen > 1000, "only %zu selectors of the noise were valid", chosen);
}
END_TEST

START_TEST(survives_long_text)
{
    const struct nadir_device_list list = full_list();
    const size_t length = 4096;
    char *text = test_alloc(length + 1, 1);
    char reason[NADIR_REASON_SIZE];
    size_t index;
    memset(text, 'x', length);
    TEST_FAILS(NADIR_ERROR_SELECTOR, "no device matches", nadir_device_select(&list, text, &index, NULL));
    check_printable(nadir_last_error()->message);
    for (size_t i = 0; i + 4 <= length; i += 4) memcpy(text + i, "cpu,", 4);
    memcpy(text + length - 4, "!gpu", 4);
    TEST_OK(nadir_device_select(&list, text, &index, reason));
    ck_assert_uint_eq(index, 0);
    check_printable(reason);
}
END_TEST

START_TEST(checks_arguments)
{
    const struct nadir_device_list list = full_list();
    size_t index;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_device_select(NULL, NULL, &index, NULL));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_device_select(&list, NULL, NULL, NULL));
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("select");
    TCase *tcase = test_case(suite, "select");
    tcase_add_loop_test(tcase, accepts, 0, (int)(sizeof accepted / sizeof accepted[0]));
    tcase_add_loop_test(tcase, refuses, 0, (int)(sizeof refused / sizeof refused[0]));
    tcase_add_test(tcase, lists_all_candidates);
    tcase_add_test(tcase, needs_a_usable_device);
    tcase_add_test(tcase, ranks_by_each_criterion);
    tcase_add_test(tcase, survives_noise);
    tcase_add_test(tcase, survives_long_text);
    tcase_add_test(tcase, checks_arguments);
    return test_run(suite);
}
