/* SPDX-License-Identifier: MIT */
/* The files that tell how a run went: history.csv to the byte, the curves by what must and must not be in them. */
#include "support.h"

#include "base/file_priv.h"

#include <fcntl.h>
#include <locale.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *path_of(const char *name)
{
    static char path[640];
    snprintf(path, sizeof path, "%s/%s", test_temp_dir(), name);
    return path;
}

/* Valid until the end of the test. */
static char *read_text(const char *name)
{
    enum { CAPACITY = 1 << 20 };
    char *text = test_alloc(CAPACITY, 1);
    FILE *file = fopen(path_of(name), "rb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_lt(fread(text, 1, CAPACITY, file), CAPACITY);
    fclose(file);
    return text;
}

static const char *svg(const struct nadir_epoch *epochs, size_t count)
{
    TEST_OK(nadir_history_write_svg(path_of("curve.svg"), epochs, count));
    return read_text("curve.svg");
}

static unsigned occurrences(const char *text, const char *what)
{
    unsigned count = 0;
    while ((text = strstr(text, what))) text++, count++;
    return count;
}

/* Every element is closed, in order; no number went wrong. */
static void check_picture(const char *text)
{
    const char *open[16];
    size_t lengths[16], depth = 0;
    ck_assert_mem_eq(text, "<svg xmlns=\"http://www.w3.org/2000/svg\" ", 40);
    for (const char *tag = strchr(text, '<'); tag; tag = strchr(tag + 1, '<')) {
        const char *end = strchr(tag, '>');
        ck_assert_ptr_nonnull(end);
        if (tag[1] == '/') {
            ck_assert_uint_gt(depth, 0);
            depth--;
            ck_assert_uint_eq((size_t)(end - tag) - 2, lengths[depth]);
            ck_assert_mem_eq(tag + 2, open[depth], lengths[depth]);
        } else if (end[-1] != '/') {
            ck_assert_uint_lt(depth, 16);
            open[depth] = tag + 1;
            lengths[depth++] = strcspn(tag + 1, " >");
        }
    }
    ck_assert_uint_eq(depth, 0);
    ck_assert_str_eq(text + strlen(text) - 7, "</svg>\n");
    ck_assert_ptr_null(strstr(text, "nan"));
    ck_assert_ptr_null(strstr(text, "inf"));
    ck_assert_uint_ge(occurrences(text, "class=\"y\""), 6);
    ck_assert_uint_le(occurrences(text, "class=\"y\""), 20);
}

enum { EPOCHS = 200 };

static void make_history(struct nadir_epoch *epochs)
{
    for (size_t i = 0; i < EPOCHS; i++)
        epochs[i] = (struct nadir_epoch){.epoch = i + 1, .step = 938 * (i + 1), .lr = 1e-3 / (double)(i + 1),
                                         .train = {0.2 + 0.4 / (double)(i + 1), 0.92 - 0.1 / (double)(i + 1)},
                                         .test = {0.3 + 0.3 / (double)(i + 1), 0.88 - 0.05 / (double)(i + 1)},
                                         .validation = {NAN, NAN},
                                         .seconds = (double)i};
}

static const char csv_header[] = "epoch,step,lr,train_loss,train_accuracy,test_loss,test_accuracy\n";

START_TEST(csv_is_exact)
{
    const struct nadir_epoch epochs[] = {
        {1, 938, 1e-3, {0.5, 0.81234567891234}, {1.0 / 3, 0.875}, {NAN, NAN}, 1.5},
        {2, UINT64_C(18446744073709551615), 0, {1e-30, 1}, {NAN, NAN}, {NAN, NAN}, 2.5},
        {3, 2814, 1.25e-10, {INFINITY, 0}, {123456789, 1e20}, {NAN, NAN}, 3.5},
    };
    char expected[512];
    snprintf(expected, sizeof expected, "%s%s%s%s", csv_header, "1,938,0.001,0.5,0.812345679,0.333333333,0.875\n",
             "2,18446744073709551615,0,1e-30,1,,\n", "3,2814,1.25e-10,inf,0,123456789,1e+20\n");
    TEST_OK(nadir_history_write_csv(path_of("history.csv"), epochs, 3));
    ck_assert_str_eq(read_text("history.csv"), expected);
    TEST_OK(nadir_history_write_csv(path_of("history.csv"), NULL, 0));
    ck_assert_str_eq(read_text("history.csv"), csv_header);
}
END_TEST

/* Two more columns, behind the others, as soon as one epoch has them. */
START_TEST(csv_with_validation)
{
    const struct nadir_epoch epochs[] = {
        {1, 9, 1e-3, {0.5, 0.25}, {NAN, NAN}, {NAN, NAN}, 1.5},
        {2, 18, 1e-4, {0.25, 0.5}, {0.125, 1}, {2.5, 0.75}, 2.5},
    };
    TEST_OK(nadir_history_write_csv(path_of("history.csv"), epochs, 2));
    ck_assert_str_eq(read_text("history.csv"),
                     "epoch,step,lr,train_loss,train_accuracy,test_loss,test_accuracy,val_loss,val_accuracy\n"
                     "1,9,0.001,0.5,0.25,,,,\n"
                     "2,18,0.0001,0.25,0.5,0.125,1,2.5,0.75\n");
    TEST_OK(nadir_history_write_csv(path_of("history.csv"), epochs, 1));
    ck_assert_str_eq(read_text("history.csv"),
                     "epoch,step,lr,train_loss,train_accuracy,test_loss,test_accuracy\n1,9,0.001,0.5,0.25,,\n");
}
END_TEST

START_TEST(svg_shows_both_curves)
{
    struct nadir_epoch epochs[EPOCHS];
    make_history(epochs);
    static const size_t counts[] = {1, 2, 10, 11, EPOCHS};
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        const char *text = svg(epochs, counts[i]);
        const unsigned markers = counts[i] < EPOCHS ? (unsigned)counts[i] : 0;
        check_picture(text);
        ck_assert_str_eq(svg(epochs, counts[i]), text);
        ck_assert_uint_eq(occurrences(text, "<g class=\"train\">"), 4); /* the curve and its key, in two panels */
        ck_assert_uint_eq(occurrences(text, "<g class=\"test\">"), 4);
        ck_assert_uint_eq(occurrences(text, "<circle"), 4 * markers + 4);
    }
    const char *text = svg(epochs, 10);
    ck_assert_ptr_nonnull(strstr(text, ">Training, 10 epochs<"));
    ck_assert_ptr_nonnull(strstr(text, ">train 0.2400<"));
    ck_assert_ptr_nonnull(strstr(text, ">test 0.3300<"));
    ck_assert_ptr_nonnull(strstr(text, ">train 91.00 %<"));
    ck_assert_ptr_nonnull(strstr(text, ">test 87.50 %<"));
    static const char *const ticks[] = {">0.2<", ">0.6<", ">82<", ">92<", ">1<", ">10<"};
    for (size_t i = 0; i < sizeof ticks / sizeof ticks[0]; i++) ck_assert_ptr_nonnull(strstr(text, ticks[i]));
    ck_assert_ptr_nonnull(strstr(svg(epochs, 1), ">Training, 1 epoch<"));

    /* The first loss, 0.6 on an axis from 0.2, is at the top left of its panel. */
    ck_assert_ptr_nonnull(strstr(text, "<g class=\"train\"><path d=\"M62.00 84.00L"));
}
END_TEST

/* A third curve with its key, and the titles of the panels above the keys; without it nothing of this. */
START_TEST(svg_shows_validation)
{
    struct nadir_epoch epochs[EPOCHS];
    make_history(epochs);
    ck_assert_ptr_null(strstr(svg(epochs, 10), "val"));
    for (size_t i = 0; i < EPOCHS; i++) epochs[i].validation = (struct nadir_metrics){0.45, 0.9};
    const char *text = svg(epochs, 10);
    check_picture(text);
    ck_assert_uint_eq(occurrences(text, "<g class=\"val\">"), 4);
    ck_assert_uint_eq(occurrences(text, "<circle"), 4 * 10 + 4 + 2 * 10 + 2);
    ck_assert_ptr_nonnull(strstr(text, ">val 0.4500<"));
    ck_assert_ptr_nonnull(strstr(text, ">val 90.00 %<"));
    ck_assert_ptr_nonnull(strstr(text, ".val { stroke"));
    ck_assert_uint_eq(occurrences(text, "y=\"50\">Loss<") + occurrences(text, "y=\"50\">Accuracy"), 2);
}
END_TEST

START_TEST(svg_leaves_out_what_is_not_finite)
{
    struct nadir_epoch epochs[EPOCHS];
    make_history(epochs);
    for (size_t i = 0; i < EPOCHS; i++) epochs[i].test = (struct nadir_metrics){NAN, NAN};
    for (size_t count = 1; count <= 10; count++) {
        const char *text = svg(epochs, count);
        check_picture(text);
        ck_assert_uint_eq(occurrences(text, "<g class=\"train\">"), 4);
        ck_assert_uint_eq(occurrences(text, "<g class=\"test\">"), 0);
        ck_assert_ptr_null(strstr(text, ">test "));
    }
    epochs[4].train.loss = INFINITY; /* the curve is broken, not bent */
    epochs[6].train.loss = -1e300;
    const char *text = svg(epochs, 10);
    check_picture(text);
    ck_assert_uint_eq(occurrences(text, "<circle"), 8 + 10 + 2);
    const char *curve = strstr(text, "<path d=\"M62.00 84.00L");
    ck_assert_ptr_nonnull(curve);
    *strchr(strstr(curve, "d=\"") + 3, '"') = 0;
    ck_assert_uint_eq(occurrences(strstr(curve, "d=\""), "M"), 3);
}
END_TEST

START_TEST(svg_takes_any_range)
{
    static const double values[] = {0, 1, -3, 100, 0.25, 1e-9, 1e-30, 1e6, 1e30, 9.9e99, 1e300, INFINITY, -INFINITY, NAN};
    enum { COUNT = sizeof values / sizeof values[0] };
    for (size_t i = 0; i < COUNT; i++) {
        for (size_t j = 0; j < COUNT; j++) {
            const struct nadir_metrics a = {values[i], values[j] / 100}, b = {values[j], values[i] / 100};
            const struct nadir_epoch epochs[] = {{1, 1, 0, a, a, a, 0}, {2, 2, 0, b, b, b, 0}};
            check_picture(svg(epochs, 2));
            test_reset();
        }
    }
    check_picture(svg(NULL, 0));
}
END_TEST

START_TEST(errors)
{
    const struct nadir_epoch epoch = {.epoch = 1};
    TEST_FAILS(NADIR_ERROR_IO, "absent/history.csv", nadir_history_write_csv(path_of("absent/history.csv"), &epoch, 1));
    TEST_FAILS(NADIR_ERROR_IO, "absent/curve.svg", nadir_history_write_svg(path_of("absent/curve.svg"), &epoch, 1));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_history_write_csv(NULL, &epoch, 1));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_history_write_svg(path_of("curve.svg"), NULL, 1));
}
END_TEST

static atomic_bool written;

/* Makes files until `written`; returns how many of them others can read. */
static void *make_private_files(void *path)
{
    uintptr_t readable = 0;
    while (!written) {
        struct stat information;
        unlink(path);
        const int descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY, 0666);
        if (descriptor < 0 || fstat(descriptor, &information) != 0 || information.st_mode & 077) readable++;
        close(descriptor);
    }
    return (void *)readable;
}

/* A file gets the permissions that the umask leaves, and other threads never see another umask. */
START_TEST(permissions)
{
    struct stat information;
    struct nadir__file file;
    pthread_t thread;
    void *readable;
    char other[640];
    snprintf(other, sizeof other, "%s", path_of("other"));
    const mode_t before = umask(077);
    ck_assert_int_eq(pthread_create(&thread, NULL, make_private_files, other), 0);
    for (int i = 0; i < 20000; i++) {
        TEST_OK(nadir__file_create(&file, path_of("file")));
        nadir__file_abandon(&file);
    }
    written = true;
    pthread_join(thread, &readable);
    umask(027);
    TEST_OK(nadir__file_create(&file, path_of("file")));
    TEST_OK(nadir__file_commit(&file));
    umask(before);
    ck_assert_uint_eq((uintptr_t)readable, 0);
    ck_assert_int_eq(stat(path_of("file"), &information), 0);
    ck_assert_int_eq(information.st_mode & 0777, 0640);
}
END_TEST

#ifdef __GLIBC__
/* A locale "comma" with nothing but numbers like 0,5: such locales need not be installed. The bytes are what localedef makes
 * for LC_NUMERIC of de_DE. */
static void set_comma_locale(void)
{
    static const unsigned char lc_numeric[] = {
        0x14, 0x11, 0x03, 0x20, 6, 0, 0, 0, 32, 0, 0, 0, 34, 0, 0, 0, 36, 0, 0, 0, 40, 0, 0, 0, 44, 0, 0, 0, 48, 0, 0, 0,
        ',', 0, '.', 0, 3, 3, 0, 0, ',', 0, 0, 0, '.', 0, 0, 0, 'U', 'T', 'F', '-', '8', 0,
    };
    mkdir(path_of("comma"), 0777);
    FILE *file = fopen(path_of("comma/LC_NUMERIC"), "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(lc_numeric, 1, sizeof lc_numeric, file), sizeof lc_numeric);
    ck_assert_int_eq(fclose(file), 0);
    setenv("LOCPATH", test_temp_dir(), 1);
    ck_assert_ptr_nonnull(setlocale(LC_NUMERIC, "comma"));
    char text[8];
    snprintf(text, sizeof text, "%.1f", 0.5);
    ck_assert_str_eq(text, "0,5");
}

START_TEST(locale_does_not_matter)
{
    struct nadir_epoch epochs[EPOCHS];
    make_history(epochs);
    const char *picture = svg(epochs, 10);
    TEST_OK(nadir_history_write_csv(path_of("history.csv"), epochs, 10));
    const char *table = read_text("history.csv");

    set_comma_locale();
    const char *picture2 = svg(epochs, 10);
    TEST_OK(nadir_history_write_csv(path_of("history.csv"), epochs, 10));
    char text[8];
    snprintf(text, sizeof text, "%.1f", 0.5); /* the program's locale is left as it was */
    setlocale(LC_NUMERIC, "C");
    unsetenv("LOCPATH");
    ck_assert_str_eq(text, "0,5");
    ck_assert_str_eq(picture2, picture);
    ck_assert_str_eq(read_text("history.csv"), table);
}
END_TEST
#endif

int main(void)
{
    Suite *suite = suite_create("report");
    TCase *tcase = test_case(suite, "report");
    tcase_add_test(tcase, csv_is_exact);
    tcase_add_test(tcase, csv_with_validation);
    tcase_add_test(tcase, svg_shows_both_curves);
    tcase_add_test(tcase, svg_shows_validation);
    tcase_add_test(tcase, svg_leaves_out_what_is_not_finite);
    tcase_add_test(tcase, svg_takes_any_range);
    tcase_add_test(tcase, errors);
    tcase_add_test(tcase, permissions);
#ifdef __GLIBC__
    tcase_add_test(tcase, locale_does_not_matter);
#endif
    return test_run(suite);
}
