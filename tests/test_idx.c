/* SPDX-License-Identifier: MIT */
/* IDX files and folders of them: what is read, and every way in which a file can be wrong. */
#include "support.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

/* Rotating buffers, so that two paths can stand in one call. */
static const char *path_of(const char *name)
{
    static char paths[4][640];
    static unsigned next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", test_temp_dir(), name);
    return path;
}

static const char *write_plain(const char *name, const void *bytes, size_t size)
{
    const char *path = path_of(name);
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, size, file), size);
    ck_assert_int_eq(fclose(file), 0);
    return path;
}

/* mode "wb9" writes a file, "ab9" appends a gzip member. */
static const char *write_gzip(const char *name, const char *mode, const void *bytes, size_t size)
{
    const char *path = path_of(name);
    gzFile file = gzopen(path, mode);
    ck_assert_ptr_nonnull(file);
    ck_assert_int_eq(gzwrite(file, bytes, (unsigned)size), (int)size);
    ck_assert_int_eq(gzclose(file), Z_OK);
    return path;
}

static size_t slurp(const char *path, unsigned char *bytes, size_t capacity)
{
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    const size_t size = fread(bytes, 1, capacity, file);
    ck_assert_uint_lt(size, capacity);
    fclose(file);
    return size;
}

/* An IDX file of unsigned bytes 7 i mod 251, or for rank 1 i mod 10. */
static unsigned char *make_idx(size_t *size, unsigned rank, const unsigned *shape)
{
    size_t count = 1;
    for (unsigned i = 0; i < rank; i++) count *= shape[i];
    *size = 4 + 4 * (size_t)rank + count;
    unsigned char *bytes = test_alloc(*size, 1), *next = bytes + 4;
    bytes[2] = 8;
    bytes[3] = (unsigned char)rank;
    for (unsigned i = 0; i < rank; i++)
        for (int shift = 24; shift >= 0; shift -= 8) *next++ = (unsigned char)(shape[i] >> shift);
    for (size_t i = 0; i < count; i++) next[i] = (unsigned char)(rank == 1 ? i % 10 : 7 * i % 251);
    return bytes;
}

static void check_samples(const struct nadir_dataset *dataset, unsigned rank, const unsigned *shape)
{
    size_t features = 1;
    ck_assert_uint_eq(dataset->count, shape[0]);
    ck_assert_uint_eq(dataset->sample_rank, rank - 1);
    for (unsigned i = 1; i < rank; i++) {
        ck_assert_uint_eq(dataset->sample_shape[i - 1], shape[i]);
        features *= shape[i];
    }
    ck_assert_uint_eq(dataset->features, features);
    ck_assert_uint_eq(dataset->classes, shape[0] < 10 ? shape[0] : 10);
    size_t i = 0, j = 0;
    while (i < dataset->count * features && dataset->samples[i] == 7 * i % 251) i++;
    ck_assert_uint_eq(i, dataset->count * features);
    while (j < dataset->count && dataset->labels[j] == (int32_t)(j % 10)) j++;
    ck_assert_uint_eq(j, dataset->count);
}

START_TEST(reads_plain_and_gzip)
{
    static const struct {
        unsigned rank;
        unsigned shape[4];
    } cases[] = {
        {2, {1, 1}},
        {2, {13, 5}},
        {3, {17, 28, 28}},
        {4, {12, 3, 4, 5}},
        {3, {21, 251, 255}},  /* memory grows once, to the end */
        {3, {64, 256, 256}},  /* sizes and buffers end at the same byte */
        {2, {5, 1000003}},    /* grows several times */
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        size_t size, label_size;
        const unsigned char *images = make_idx(&size, cases[i].rank, cases[i].shape);
        const unsigned char *labels = make_idx(&label_size, 1, cases[i].shape);
        const char *image_paths[] = {write_plain("images", images, size), write_gzip("images.gz", "wb1", images, size)};
        const char *label_paths[] = {write_gzip("labels.gz", "wb1", labels, label_size),
                                     write_plain("labels", labels, label_size)};
        for (size_t j = 0; j < 2; j++) {
            struct nadir_dataset *dataset;
            TEST_OK(nadir_dataset_load_idx(&dataset, image_paths[j], label_paths[j]));
            check_samples(dataset, cases[i].rank, cases[i].shape);
            nadir_dataset_destroy(&dataset);
            ck_assert_ptr_null(dataset);
        }
        test_reset();
    }
}
END_TEST

START_TEST(reads_all_members_of_a_gzip_file)
{
    const unsigned shape[] = {6, 4, 4};
    size_t size, label_size;
    const unsigned char *images = make_idx(&size, 3, shape), *labels = make_idx(&label_size, 1, shape);
    struct nadir_dataset *dataset;
    write_gzip("images.gz", "wb9", images, 3);
    write_gzip("images.gz", "ab9", images + 3, 40);
    write_gzip("images.gz", "ab9", images + 43, size - 43);
    TEST_OK(nadir_dataset_load_idx(&dataset, path_of("images.gz"), write_plain("labels", labels, label_size)));
    check_samples(dataset, 3, shape);
    nadir_dataset_destroy(&dataset);
}
END_TEST

#define BYTES(text) (text), sizeof(text) - 1
#define TWO "\0\0\0\2"

/* Each file is wrong in the same way plain and compressed. */
START_TEST(refuses_wrong_files)
{
    static const struct {
        const char *images;
        size_t size;
        const char *message;
    } cases[] = {
        {BYTES(""), "0 bytes: too short"},
        {BYTES("\0\0\10"), "3 bytes: too short"},
        {BYTES("\0\0\10\3"), "ends inside its header"},
        {BYTES("\0\0\10\3" TWO TWO "\0\0\0"), "ends inside its header"},
        {BYTES("\0\0\11\3" TWO TWO TWO "12345678"), "begins with 00000903"},
        {BYTES("\1\0\10\3" TWO TWO TWO "12345678"), "begins with 01000803"},
        {BYTES("\0\1\10\3" TWO TWO TWO "12345678"), "begins with 00010803"},
        {BYTES("\0\0\10\1" TWO "12"), "begins with 00000801"},
        {BYTES("\0\0\10\5" TWO TWO TWO TWO TWO "12345678123456781234567812345678"), "begins with 00000805"},
        {BYTES("\0\0\10\0" "1"), "begins with 00000800"},
        {BYTES("\0\0\10\3" TWO TWO TWO), "0 bytes of data, its header announces 8"},
        {BYTES("\0\0\10\3" TWO TWO TWO "1234567"), "7 bytes of data, its header announces 8"},
        {BYTES("\0\0\10\3" TWO TWO TWO "123456789"), "trailing bytes"},
        {BYTES("\0\0\10\3" "\0\0\0\0" TWO TWO), "dimension 0 is 0"},
        {BYTES("\0\0\10\3" TWO TWO "\0\0\0\0"), "dimension 2 is 0"},
        {BYTES("\0\0\10\4" "\377\377\377\377" "\377\377\377\377" "\377\377\377\377" "\377\377\377\377" "12"), "can address"},
        {BYTES("\0\0\10\3" "\0\1\0\0" "\377\377\377\377" "\0\1\0\1" "12"), "can address"},
        {BYTES("\0\0\10\2" "\377\377\377\377" "\177\377\377\377" "12"), "2 bytes of data"}, /* no memory would suffice */
        {BYTES("\0\0\10\3" "\0\0\0\3" TWO "\0\0\0\1" "123456"), "holds 3 images, but"},
        {BYTES("\0\0\10\3" "\0\0\0\1" TWO TWO "1234"), "holds 1 images, but"},
    };
    static const char good_labels[] = "\0\0\10\1" TWO "12";
    write_plain("labels", good_labels, sizeof good_labels - 1);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct nadir_dataset marker, *dataset = &marker;
        write_plain("images", cases[i].images, cases[i].size);
        write_gzip("images.gz", "wb9", cases[i].images, cases[i].size);
        TEST_FAILS(NADIR_ERROR_FORMAT, cases[i].message,
                   nadir_dataset_load_idx(&dataset, path_of("images"), path_of("labels")));
        ck_assert_ptr_nonnull(strstr(nadir_last_error()->message, path_of("images")));
        TEST_FAILS(NADIR_ERROR_FORMAT, cases[i].message,
                   nadir_dataset_load_idx(&dataset, path_of("images.gz"), path_of("labels")));
        ck_assert_ptr_nonnull(strstr(nadir_last_error()->message, path_of("images.gz")));
        ck_assert_ptr_eq(dataset, &marker);
    }
}
END_TEST

START_TEST(refuses_wrong_labels)
{
    static const char images[] = "\0\0\10\3" TWO TWO TWO "12345678";
    static const struct {
        const char *labels;
        size_t size;
        const char *message;
    } cases[] = {
        {BYTES("\0\0\10\3" TWO TWO TWO "12345678"), "expected 00000801 (IDX labels)"},
        {BYTES("\0\0\10\1" TWO "1"), "1 bytes of data, its header announces 2"},
        {BYTES("\0\0\10\1" TWO "123"), "trailing bytes"},
        {BYTES("\0\0\10\1" "\0\0\0\0"), "dimension 0 is 0"},
        {BYTES("\0\0\10\1" "\0\0\0\3" "123"), "holds 2 images, but"},
    };
    write_plain("images", images, sizeof images - 1);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct nadir_dataset marker, *dataset = &marker;
        write_plain("labels", cases[i].labels, cases[i].size);
        TEST_FAILS(NADIR_ERROR_FORMAT, cases[i].message,
                   nadir_dataset_load_idx(&dataset, path_of("images"), path_of("labels")));
        ck_assert_ptr_nonnull(strstr(nadir_last_error()->message, path_of("labels")));
        ck_assert_ptr_eq(dataset, &marker);
    }
}
END_TEST

START_TEST(refuses_files_that_cannot_be_read)
{
    static const char labels[] = "\0\0\10\1" TWO "12";
    struct nadir_dataset marker, *dataset = &marker;
    write_plain("labels", labels, sizeof labels - 1);
    TEST_FAILS(NADIR_ERROR_IO, "absent: No such file", nadir_dataset_load_idx(&dataset, path_of("absent"), path_of("labels")));
    TEST_FAILS(NADIR_ERROR_IO, "absent: No such file", nadir_dataset_load_idx(&dataset, path_of("labels"), path_of("absent")));
    TEST_FAILS(NADIR_ERROR_IO, "Is a directory", nadir_dataset_load_idx(&dataset, test_temp_dir(), path_of("labels")));
    ck_assert_ptr_eq(dataset, &marker);
}
END_TEST

START_TEST(refuses_what_is_not_gzip)
{
    const unsigned shape[] = {6, 4, 4};
    size_t size, label_size;
    const unsigned char *images = make_idx(&size, 3, shape), *labels = make_idx(&label_size, 1, shape);
    struct nadir_dataset *dataset;
    write_plain("labels", labels, label_size);
    write_plain("images.gz", images, size);
    TEST_FAILS(NADIR_ERROR_FORMAT, "is not gzip-compressed",
               nadir_dataset_load_idx(&dataset, path_of("images.gz"), path_of("labels")));
    write_plain("images.gz", "", 0);
    TEST_FAILS(NADIR_ERROR_FORMAT, "is not gzip-compressed",
               nadir_dataset_load_idx(&dataset, path_of("images.gz"), path_of("labels")));

    unsigned char file[4096];
    write_gzip("images.gz", "wb9", images, size);
    const size_t packed = slurp(path_of("images.gz"), file, sizeof file - 1);
    static const char *const garbage[] = {"x", "\n", "trailing"};
    for (size_t i = 0; i < sizeof garbage / sizeof garbage[0]; i++) {
        memcpy(file + packed, garbage[i], strlen(garbage[i]));
        write_plain("images.gz", file, packed + strlen(garbage[i]));
        TEST_FAILS(NADIR_ERROR_FORMAT, "trailing bytes after its gzip data",
                   nadir_dataset_load_idx(&dataset, path_of("images.gz"), path_of("labels")));
    }
}
END_TEST

START_TEST(refuses_damaged_gzip)
{
    const unsigned shape[] = {6, 4, 4};
    size_t size, label_size;
    const unsigned char *images = make_idx(&size, 3, shape), *labels = make_idx(&label_size, 1, shape);
    struct nadir_dataset *dataset = NULL;
    unsigned char file[4096];
    write_plain("labels", labels, label_size);
    write_gzip("images.gz", "wb9", images, size);
    const size_t packed = slurp(path_of("images.gz"), file, sizeof file);

    for (size_t length = 2; length < packed; length++) {
        write_plain("images.gz", file, length);
        TEST_FAILS(NADIR_ERROR_FORMAT, "images.gz is truncated",
                   nadir_dataset_load_idx(&dataset, path_of("images.gz"), path_of("labels")));
    }
    ck_assert_ptr_null(dataset);
    /* The first 10 bytes are gzip's header; parts of it (time, system) say nothing about the data. */
    size_t harmless = 0;
    for (size_t bit = 8 * 10; bit < 8 * packed; bit++) {
        file[bit / 8] ^= (unsigned char)(1 << bit % 8);
        write_plain("images.gz", file, packed);
        file[bit / 8] ^= (unsigned char)(1 << bit % 8);
        if (nadir_dataset_load_idx(&dataset, path_of("images.gz"), path_of("labels")) == NADIR_OK) {
            check_samples(dataset, 3, shape);
            nadir_dataset_destroy(&dataset);
            harmless++;
        } else {
            ck_assert_int_eq(nadir_last_error()->status, NADIR_ERROR_FORMAT);
        }
    }
    ck_assert_uint_lt(harmless, 8); /* bits that fill up the last byte before the checksum */
}
END_TEST

START_TEST(refuses_null)
{
    struct nadir_dataset *dataset;
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_dataset_load_idx(NULL, "a", "b"));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_dataset_load_idx(&dataset, NULL, "b"));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_dataset_load_idx(&dataset, "a", NULL));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_dataset_load(&dataset, NULL, NADIR_DATASET_TRAIN));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "part 2", nadir_dataset_load(&dataset, "a", (enum nadir_dataset_part)2));
    nadir_dataset_destroy(NULL);
    dataset = NULL;
    nadir_dataset_destroy(&dataset);
}
END_TEST

START_TEST(finds_the_files_of_a_folder)
{
    const unsigned train[] = {20, 3, 3}, test[] = {11, 3, 3}, other[] = {4, 3, 3};
    size_t size;
    const unsigned char *bytes;
    struct nadir_dataset *dataset = NULL;
    const char *folder = path_of("folder");
    TEST_FAILS(NADIR_ERROR_IO, "folder/absent: No such file or directory (Fashion-MNIST: `apt install dataset-fashion-mnist`",
               nadir_dataset_load(&dataset, path_of("folder/absent"), NADIR_DATASET_TRAIN));
    ck_assert_int_eq(mkdir(folder, 0777), 0);
    TEST_FAILS(NADIR_ERROR_IO, "folder has no train-images-idx3-ubyte, plain or .gz",
               nadir_dataset_load(&dataset, path_of("folder"), NADIR_DATASET_TRAIN));
    ck_assert_ptr_nonnull(strstr(nadir_last_error()->message, "apt install dataset-fashion-mnist"));

    bytes = make_idx(&size, 3, train);
    write_gzip("folder/train-images-idx3-ubyte.gz", "wb9", bytes, size);
    TEST_FAILS(NADIR_ERROR_IO, "folder has no train-labels-idx1-ubyte,",
               nadir_dataset_load(&dataset, path_of("folder"), NADIR_DATASET_TRAIN));
    bytes = make_idx(&size, 1, train);
    write_plain("folder/train-labels-idx1-ubyte", bytes, size);
    bytes = make_idx(&size, 3, test);
    write_plain("folder/t10k-images-idx3-ubyte", bytes, size);
    bytes = make_idx(&size, 1, test);
    write_gzip("folder/t10k-labels-idx1-ubyte.gz", "wb9", bytes, size);
    TEST_OK(nadir_dataset_load(&dataset, path_of("folder"), NADIR_DATASET_TRAIN));
    check_samples(dataset, 3, train);
    nadir_dataset_destroy(&dataset);
    TEST_OK(nadir_dataset_load(&dataset, path_of("folder/"), NADIR_DATASET_TEST));
    check_samples(dataset, 3, test);
    nadir_dataset_destroy(&dataset);

    /* A plain file goes before a compressed one. */
    bytes = make_idx(&size, 3, other);
    write_gzip("folder/t10k-images-idx3-ubyte.gz", "wb9", bytes, size);
    TEST_OK(nadir_dataset_load(&dataset, path_of("folder"), NADIR_DATASET_TEST));
    check_samples(dataset, 3, test);
    nadir_dataset_destroy(&dataset);
}
END_TEST

START_TEST(moments_are_exact)
{
    static const struct {
        size_t count, features;
        int low, high;
        size_t highs; /* this many elements are `high` */
    } cases[] = {
        {1, 1, 7, 0, 0},
        {60000, 784, 255, 0, 0},       /* sums beyond 32 bits, deviation exactly 0 */
        {100, 784, 0, 255, 39200},
        {100003, 3, 200, 201, 1},      /* a deviation that cancellation would lose */
        {70000, 10, 254, 255, 699999},
        {65537, 1, 255, 0, 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const size_t n = cases[i].count * cases[i].features;
        struct nadir_dataset dataset = {.count = cases[i].count, .features = cases[i].features, .samples = test_alloc(n, 1)};
        memset(dataset.samples, cases[i].low, n);
        for (size_t j = 0; j < cases[i].highs; j++) dataset.samples[n - 1 - j] = (uint8_t)cases[i].high;
        const double p = (double)cases[i].highs / (double)n, q = (double)(n - cases[i].highs) / (double)n;
        const double step = cases[i].high - cases[i].low;
        double mean, deviation;
        nadir_dataset_moments(&dataset, &mean, &deviation);
        const double expected = fabs(step) * sqrt(p * q);
        ck_assert(fabs(mean - (cases[i].low + step * p)) <= 1e-13);
        ck_assert_msg(fabs(deviation - expected) <= 4e-16 * expected, "case %zu: %.17g, not %.17g", i, deviation, expected);
        test_reset();
    }
}
END_TEST

START_TEST(truncates)
{
    const unsigned shape[] = {25, 2, 2};
    size_t size, label_size;
    const unsigned char *images = make_idx(&size, 3, shape), *labels = make_idx(&label_size, 1, shape);
    struct nadir_dataset *dataset;
    TEST_OK(nadir_dataset_load_idx(&dataset, write_plain("images", images, size), write_plain("labels", labels, label_size)));
    nadir_dataset_truncate(dataset, 26);
    ck_assert_uint_eq(dataset->count, 25);
    nadir_dataset_truncate(dataset, 3);
    ck_assert_uint_eq(dataset->count, 3);
    ck_assert_uint_eq(dataset->classes, 10);
    double mean, deviation;
    nadir_dataset_moments(dataset, &mean, &deviation);
    ck_assert_double_eq_tol(mean, 7 * 5.5, 1e-13); /* 0, 7, ... 77 */
    nadir_dataset_destroy(&dataset);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("idx");
    TCase *tcase = test_case(suite, "idx");
    tcase_add_test(tcase, reads_plain_and_gzip);
    tcase_add_test(tcase, reads_all_members_of_a_gzip_file);
    tcase_add_test(tcase, refuses_wrong_files);
    tcase_add_test(tcase, refuses_wrong_labels);
    tcase_add_test(tcase, refuses_files_that_cannot_be_read);
    tcase_add_test(tcase, refuses_what_is_not_gzip);
    tcase_add_test(tcase, refuses_damaged_gzip);
    tcase_add_test(tcase, refuses_null);
    tcase_add_test(tcase, finds_the_files_of_a_folder);
    tcase_add_test(tcase, moments_are_exact);
    tcase_add_test(tcase, truncates);
    return test_run(suite);
}
