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
    {DEVICE(3, 1, NADIR_DEVICE_ACCELERATOR, 500, 900, 64, "4 Habana, two Größen"), .usable = true},
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
    {"!1:*", "2:0", "best of 5 matches of !1:* (more memory)"},
    {"!4:0", "2:0", "best of 5 matches of !4:0 (more memory)"},
    {"cuda:*,!*:1", "2:0", "the only match of cuda:* in cuda:*,!*:1"},
    {"*:*,!2:*,!3:0", "3:1", "best of 2 matches of *:* in *:*,!2:*,!3:0 (acc before cpu)"},
    {"!intel:*,!2:0", "2:1", "best of 2 matches of !intel:*,!2:0 (gpu before cpu)"},
    {"!ti,!uhd,!habana,!epyc", "2:0", "the only match of !ti,!uhd,!habana,!epyc"},
    {"gpu,!2:0,!2:0,!3:*", "2:1", "the only match of gpu in gpu,!2:0,!2:0,!3:*"},
    {"\"rtx 3060\",!ti", "2:0", "the only match of \"rtx 3060\" in \"rtx 3060\",!ti"},
    {"!\"rtx 3060 ti\" , rtx", "2:0", "the only match of rtx in !\"rtx 3060 ti\" , rtx"},
    {"!\"radeon, pro\",cpu", "0:0", "the only match of cpu in !\"radeon, pro\",cpu"},
    /* The same again, and white space. */
    {"acc,acc", "3:1", "the only match of acc in acc,acc"},
    {"0:0,0:0", "0:0", "the only match of 0:0 in 0:0,0:0"},
    {"4:0,cpu", "0:0", "the only match of cpu in 4:0,cpu"},
    {"\tcpu\t", "0:0", "the only match of cpu"},
    {"2:\t1", "2:1", "the only match of 2: 1"},
    {"cpu\t,\tgpu", "0:0", "the only match of cpu in cpu , gpu"},
    {"rtx  3060,epyc", "0:0", "the only match of epyc in rtx 3060,epyc"}, /* two spaces, which no name has */
    /* Quotes, and letters beyond ASCII, whose case counts. */
    {"\"nvidia\":1", "2:1", "the only match of \"nvidia\":1"},
    {"nvidia:\"3060 ti\"", "2:1", "the only match of nvidia:\"3060 ti\""},
    {" \"nvidia\" : \"ti\" ", "2:1", "the only match of \"nvidia\" : \"ti\""},
    {"*:\"4\"", "3:1", "the only match of *:\"4\""},
    {"GRößEN", "3:1", "the only match of GRößEN"},
    {"0000000000000000000000:0", "0:0", "the only match of 0000000000000000000000:0"},
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
    /* Quotes: a quoted word is a name, and a backslash is a letter like any other. */
    {"\"gpu\"", "device 4:0 is not usable"},
    {"\"auto\"", "no device matches"},
    {"\"*\":0", "no device matches"},
    {"\"0\":0", "no device matches"},
    {"0:\"0\"", "no device matches"},
    {"\"\"\"\"", "an empty name in quotes"},
    {"\"\":0", "an empty name in quotes"},
    {"\"rtx\"\"ti\"", "trailing text \"ti\""},
    {"\"rtx\\\"3060\"", "trailing text 3060\""},
    {"rtx \"3060\"", "\" is not allowed in the name rtx \"3060\""},
    {"cpu,\"rtx", "the quote before rtx is never closed"},
    {"cpu\"", "\" is not allowed in the name cpu\""},
    {"\"rtx 3060 ti\":", "the device after \":\" is missing"},
    {"\\:0", "no device matches"},
    {"GRÖßEN", "no device matches"},
    {"\xff:0", "device selector ?:0: no device matches"},
    {"cpu\x01", "device selector cpu?: no device matches"},
    {"cpu\x1b[2J", "device selector cpu?[2J: no device matches"},
    {"cpu\n", "no device matches"},
    /* Words where they mean nothing. */
    {"auto:0", "no device matches"},
    {"0:auto", "no device matches"},
    {"cpu:0", "no device matches"},
    /* Numbers. */
    {"0.0", "trailing text after the number in 0.0"},
    {"0/0", "trailing text after the number in 0/0"},
    {"1e3:0", "trailing text after the number in 1e3"},
    {"0:0;2:0", "trailing text after the number in 0;2"},
    {"0:0\x7f", "trailing text after the number in 0?"},
    {"+0:0", "no device matches"},
    {"4294967295:4294967295", "there is no platform 4294967295"},
    {"99999999999999999999999999999999999999:0", "there is no platform 99999"},
    {"0:18446744073709551616", "there is no device 0:18446744073709551616"},
    {"*:4294967295", "there is no device *:4294967295"},
    {"pocl:1", "there is no device pocl:1"},
    {"!*:7", "there is no device !*:7"},
    /* Operators without operands, or doubled. */
    {"0::0", "the device after \":\" is missing"},
    {"::", "a device is missing"},
    {"!:", "a device is missing"},
    {"!:0", "a device is missing"},
    {"! ", "a device is missing"},
    {"!,cpu", "a device is missing"},
    {"cpu,!", "a device is missing"},
    {"!!", "! is not allowed in the name !"},
    {"! !cpu", "! is not allowed in the name !cpu"},
    {"0:!0", "! is not allowed in the name !0"},
    {"!*", "* alone is no device"},
    {"**", "* is not allowed in the name **"},
    {"*gpu", "* is not allowed in the name *gpu"},
    {"**:0", "* is not allowed in the name **"},
    {"0:**", "* is not allowed in the name **"},
    {"\t", "a device is missing"},
    {"\t,cpu", "a device is missing"},
    {"cpu,\t,gpu", "a device is missing"},
    {"cpu,\t", "a device is missing after the last comma"},
    {"cpu,,", "a device is missing"},
    {"gpu,!*:*", "nothing is left after the ! terms"},
    {"2:0,!2:0", "nothing is left after the ! terms"},
    {"rtx,!3060", "3060 alone is no device"},
    {"rtx,!\"3060\"", "nothing is left after the ! terms"},
};

/* One line that a terminal can show. */
static void check_printable(const char *text)
{
    ck_assert_uint_gt(strlen(text), 0);
    for (const char *c = text; *c; c++) /* an assertion for each would take a minute in all */
        if ((unsigned char)*c < 0x20 || *c == 0x7f) ck_abort_msg("byte %d in: %s", (unsigned char)*c, text);
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

#define MEASURED(rate) .record.score = {1e9 * (rate), 4e9 * (rate), 1e9 * (rate), 1e-6, 1}
#define FAILED .record.health = NADIR_HEALTH_FAIL
#define PASSED .record.health = NADIR_HEALTH_PASS

static const struct {
    struct nadir_device rows[3];
    const char *selector;
    size_t best;
    const char *reason; /* how it begins */
} recorded[] = {
    /* A device that failed its check comes last, whatever else it is. */
    {{{DEVICE(0, 0, NADIR_DEVICE_GPU, 9, 9, 9, "a"), FAILED}, {DEVICE(0, 1, NADIR_DEVICE_CPU, 1, 1, 1, "b")}}, NULL, 1,
     "auto: best of 2 (not failed its check before one that has)"},
    {{{DEVICE(0, 0, NADIR_DEVICE_GPU, 9, 9, 9, "a"), FAILED, MEASURED(9)},
      {DEVICE(0, 1, NADIR_DEVICE_CPU, 1, 1, 1, "b"), MEASURED(1)}}, NULL, 1,
     "auto: best of 2 (not failed its check before one that has)"},
    {{{DEVICE(0, 0, NADIR_DEVICE_GPU, 9, 9, 9, "a"), FAILED}, {DEVICE(0, 1, NADIR_DEVICE_CPU, 1, 1, 1, "b"), FAILED}}, NULL,
     0, "auto: best of 2 (gpu before cpu)"},
    {{{DEVICE(0, 0, NADIR_DEVICE_GPU, 9, 9, 9, "a"), FAILED}}, NULL, 0, "auto: the only usable device"},
    {{{DEVICE(0, 0, NADIR_DEVICE_GPU, 9, 9, 9, "a"), FAILED}, {DEVICE(0, 1, NADIR_DEVICE_CPU, 1, 1, 1, "b")}}, "gpu", 0,
     "the only match of gpu"},
    {{{DEVICE(0, 0, NADIR_DEVICE_GPU, 9, 9, 9, "a")}, {DEVICE(0, 1, NADIR_DEVICE_CPU, 1, 1, 1, "b"), PASSED}}, NULL, 0,
     "auto: best of 2 (gpu before cpu)"},
    /* All measured: the shortest predicted step. */
    {{{DEVICE(0, 0, NADIR_DEVICE_GPU, 9, 9, 9, "a"), MEASURED(1)}, {DEVICE(0, 1, NADIR_DEVICE_CPU, 1, 1, 1, "b"), MEASURED(3)}},
     NULL, 1, "auto: best of 2 (measured: predicted step "},
    {{{DEVICE(0, 0, NADIR_DEVICE_CPU, 1, 1, 1, "a"), MEASURED(2)}, {DEVICE(0, 1, NADIR_DEVICE_GPU, 9, 9, 9, "b"), MEASURED(1)},
      {DEVICE(0, 2, NADIR_DEVICE_OTHER, 1, 1, 1, "c"), MEASURED(3)}}, "*:*", 2,
     "best of 3 matches of *:* (measured: predicted step "},
    {{{DEVICE(0, 0, NADIR_DEVICE_CPU, 9, 9, 9, "a"), MEASURED(2)}, {DEVICE(0, 1, NADIR_DEVICE_GPU, 1, 1, 1, "b"), MEASURED(2)}},
     NULL, 1, "auto: best of 2 (gpu before cpu)"},
    /* One that competes is not measured: the static order. */
    {{{DEVICE(0, 0, NADIR_DEVICE_GPU, 9, 9, 9, "a")}, {DEVICE(0, 1, NADIR_DEVICE_CPU, 1, 1, 1, "b"), MEASURED(3)}}, NULL, 0,
     "auto: best of 2 (gpu before cpu)"},
    {{{DEVICE(0, 0, NADIR_DEVICE_GPU, 9, 9, 9, "a"), MEASURED(1)}, {DEVICE(0, 1, NADIR_DEVICE_CPU, 1, 1, 1, "b"), MEASURED(3)},
      {DEVICE(0, 2, NADIR_DEVICE_ACCELERATOR, 1, 1, 1, "c")}}, NULL, 0, "auto: best of 3 (gpu before acc)"},
    /* ... but those that do not compete need not be: subtracted, not matched, not usable. */
    {{{DEVICE(0, 0, NADIR_DEVICE_GPU, 9, 9, 9, "a"), MEASURED(1)}, {DEVICE(0, 1, NADIR_DEVICE_CPU, 1, 1, 1, "b"), MEASURED(3)},
      {DEVICE(0, 2, NADIR_DEVICE_ACCELERATOR, 1, 1, 1, "c")}}, "!acc", 1, "best of 2 matches of !acc (measured: predicted"},
    {{{DEVICE(0, 0, NADIR_DEVICE_GPU, 9, 9, 9, "a"), MEASURED(1)}, {DEVICE(0, 1, NADIR_DEVICE_GPU, 1, 1, 1, "b"), MEASURED(3)},
      {DEVICE(0, 2, NADIR_DEVICE_CPU, 1, 1, 1, "c")}}, "gpu", 1, "best of 2 matches of gpu (measured: predicted"},
    {{{DEVICE(0, 0, NADIR_DEVICE_GPU, 9, 9, 9, "a"), MEASURED(1)}, {DEVICE(0, 1, NADIR_DEVICE_CPU, 1, 1, 1, "b"), MEASURED(3)},
      {DEVICE(0, 2, NADIR_DEVICE_GPU, 1, 1, 1, "c"), .problem = "it is off"}}, NULL, 1, "auto: best of 2 (measured: predicted"},
};

START_TEST(ranks_by_records)
{
    struct nadir_device trio[3];
    struct nadir_platform platform = {.name = "p"};
    memcpy(trio, recorded[_i].rows, sizeof trio);
    while (platform.device_count < 3 && trio[platform.device_count].name[0]) platform.device_count++;
    for (unsigned i = 0; i < platform.device_count; i++) trio[i].usable = !trio[i].problem[0];
    const struct nadir_device_list list = {trio, platform.device_count, &platform, 1};
    char reason[NADIR_REASON_SIZE];
    size_t index;
    TEST_OK(nadir_device_select(&list, recorded[_i].selector, &index, reason));
    ck_assert_msg(index == recorded[_i].best && strncmp(reason, recorded[_i].reason, strlen(recorded[_i].reason)) == 0,
                  "got %zu, %s; want %zu, %s", index, reason, recorded[_i].best, recorded[_i].reason);
    const char *steps = strstr(reason, "predicted step ");
    if (!steps) return;
    double first, second;
    ck_assert_msg(sscanf(steps, "predicted step %lf ms before %lf ms)", &first, &second) == 2 && first < second, "%s", reason);
    ck_assert_double_eq_tol(first, 1e3 * nadir_predict_reference(&trio[index].record.score), 0.01 * first);
}
END_TEST

/* A check that failed does not make an ambiguous name clear. */
START_TEST(names_stay_ambiguous)
{
    struct nadir_device pair[] = {{DEVICE(0, 0, NADIR_DEVICE_GPU, 1, 1, 1, "card"), .usable = true, FAILED},
                                  {DEVICE(0, 1, NADIR_DEVICE_GPU, 1, 1, 1, "card"), .usable = true, PASSED}};
    struct nadir_platform platform = {.name = "p", .device_count = 2};
    const struct nadir_device_list list = {pair, 2, &platform, 1};
    size_t index;
    TEST_FAILS(NADIR_ERROR_SELECTOR, "card matches 2 devices", nadir_device_select(&list, "card", &index, NULL));
}
END_TEST

/* Names as long as they can be still leave room for the beginning of a candidate. */
START_TEST(shows_candidates_with_long_names)
{
    struct nadir_device device = {DEVICE(0, 0, NADIR_DEVICE_GPU, 1, 1, 1, ""), .usable = true};
    memset(device.name, 'n', sizeof device.name - 1);
    memset(device.platform_name, 'p', sizeof device.platform_name - 1);
    memset(device.problem, 'q', sizeof device.problem - 1);
    struct nadir_platform platform = {.name = "p", .device_count = 1};
    const struct nadir_device_list list = {&device, 1, &platform, 1};
    char selector[301] = "";
    size_t index;
    memset(selector, '9', sizeof selector - 1);
    TEST_FAILS(NADIR_ERROR_SELECTOR, "; candidates: 0:0 gpu nnnnn", nadir_device_select(&list, selector, &index, NULL));
    check_printable(nadir_last_error()->message);
    ck_assert_str_eq(nadir_last_error()->message + strlen(nadir_last_error()->message) - 3, "...");
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

    static const struct {
        char first, rest;
        const char *message;
    } rows[] = {{'9', '9', "alone is no device"}, {'"', 'x', "is never closed"}, {'x', 'y', "no device matches"},
                {'!', '!', "! is not allowed"},   {'0', ':', "is missing"},      {'\t', '\t', "a device is missing"}};
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        memset(text, rows[i].rest, length);
        text[0] = rows[i].first;
        TEST_FAILS(NADIR_ERROR_SELECTOR, rows[i].message, nadir_device_select(&list, text, &index, NULL));
        check_printable(nadir_last_error()->message);
        ck_assert_ptr_nonnull(strstr(nadir_last_error()->message, "candidates: 0:0 cpu"));
    }
    memset(text, ' ', length);
    memcpy(text + length - 3, "cpu", 3);
    TEST_OK(nadir_device_select(&list, text, &index, reason));
    ck_assert_uint_eq(index, 0);
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
    tcase_add_loop_test(tcase, ranks_by_records, 0, (int)(sizeof recorded / sizeof recorded[0]));
    tcase_add_test(tcase, names_stay_ambiguous);
    tcase_add_test(tcase, shows_candidates_with_long_names);
    tcase_add_test(tcase, survives_noise);
    tcase_add_test(tcase, survives_long_text);
    tcase_add_test(tcase, checks_arguments);
    return test_run(suite);
}
