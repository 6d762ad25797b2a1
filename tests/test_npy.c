/* SPDX-License-Identifier: MIT */
/* NPY files: what is read and written, and every way in which a file can be wrong. */
#include "support.h"

#include "io/npy_priv.h"

#include <stdio.h>
#include <sys/stat.h>

static const char *path_of(const char *name)
{
    static char path[640];
    snprintf(path, sizeof path, "%s/%s", test_temp_dir(), name);
    return path;
}

static const char *write_bytes(const void *bytes, size_t size)
{
    const char *path = path_of("file.npy");
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, size, file), size);
    ck_assert_int_eq(fclose(file), 0);
    return path;
}

/* A file of this version with this header, unpadded, and `size` bytes of data. */
static const char *write_file(int version, const char *header, const void *data, size_t size)
{
    const size_t length = strlen(header), before = version == 1 ? 10 : 12;
    unsigned char *bytes = test_alloc(before + length + size, 1);
    memcpy(bytes, "\x93NUMPY", 6);
    bytes[6] = (unsigned char)version;
    for (size_t i = 8; i < before; i++) bytes[i] = (unsigned char)(length >> 8 * (i - 8));
    memcpy(bytes + before, header, length);
    if (size) memcpy(bytes + before + length, data, size);
    return write_bytes(bytes, before + length + size);
}

#define HEADER(descr, shape) "{'descr': '" descr "', 'fortran_order': False, 'shape': " shape ", }"

/* --- Reading. --- */

START_TEST(reads_shapes_and_versions)
{
    static const struct {
        int version;
        const char *header;
        unsigned rank;
        size_t shape[4], count;
    } cases[] = {
        {1, HEADER("<f4", "()"), 0, {0}, 1},
        {1, HEADER("<f4", "(3,)") "          \n", 1, {3}, 3},
        {1, HEADER("<f4", "(3, 2)") "\n", 2, {3, 2}, 6},
        {1, HEADER("<f4", "(2, 0, 5)"), 3, {2, 0, 5}, 0},
        {1, HEADER("<f4", "(0,)"), 1, {0}, 0},
        {2, HEADER("<f4", "(1, 1, 2, 3)"), 4, {1, 1, 2, 3}, 6},
        {3, HEADER("<f4", "(6,)"), 1, {6}, 6},
        {1, "{\"shape\":(3L,2L,),\"descr\":\"<f4\",\"fortran_order\":False}", 2, {3, 2}, 6},
        {1, " { 'fortran_order' : True , 'descr' : '=f4' , 'shape' : ( 2 , ) } ", 1, {2}, 2},
    };
    const float data[] = {1.5f, -2.0f, 3.25f, INFINITY, -0.0f, 1e-40f};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct nadir__npy array;
        const size_t n = cases[i].count;
        float got[6];
        TEST_OK(nadir__npy_read(&array, write_file(cases[i].version, cases[i].header, data, n * sizeof *data)));
        ck_assert_uint_eq(array.rank, cases[i].rank);
        for (unsigned j = 0; j < array.rank; j++) ck_assert_uint_eq(array.shape[j], cases[i].shape[j]);
        ck_assert_uint_eq(array.count, n);
        TEST_OK(nadir__npy_to_float32(&array, got));
        ck_assert_int_eq(memcmp(got, data, n * sizeof *data), 0);
        ck_assert_str_eq(nadir__npy_dtype_name(&array), "float32");
        nadir__npy_free(&array);
        ck_assert_ptr_null(array.data);
    }
}
END_TEST

START_TEST(converts_to_float32)
{
    static const uint16_t f2[] = {0x3c00, 0x0001, 0xfc00};
    static const double f8[] = {0.1, 1e300, -1e-300};
    static const int8_t i1[] = {-128, 127, 0};
    static const int64_t i8[] = {-16777216, 16777216, -1};
    static const uint8_t u1[] = {0, 255, 1};
    static const uint8_t b1[] = {0, 1, 2};
    const struct {
        const char *header;
        const void *data;
        size_t size;
        float want[3];
    } cases[] = {
        {HEADER("<f2", "(3,)"), f2, sizeof f2, {1.0f, 0x1p-24f, -INFINITY}},
        {HEADER("<f8", "(3,)"), f8, sizeof f8, {0.1f, INFINITY, -0.0f}},
        {HEADER("|i1", "(3,)"), i1, sizeof i1, {-128.0f, 127.0f, 0.0f}},
        {HEADER("<i8", "(3,)"), i8, sizeof i8, {-16777216.0f, 16777216.0f, -1.0f}},
        {HEADER("|u1", "(3,)"), u1, sizeof u1, {0.0f, 255.0f, 1.0f}},
        {HEADER(">u1", "(3,)"), u1, sizeof u1, {0.0f, 255.0f, 1.0f}},
        {HEADER("|b1", "(3,)"), b1, sizeof b1, {0.0f, 1.0f, 1.0f}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct nadir__npy array;
        float got[3];
        TEST_OK(nadir__npy_read(&array, write_file(1, cases[i].header, cases[i].data, cases[i].size)));
        TEST_OK(nadir__npy_to_float32(&array, got));
        test_expect_bits(cases[i].header, got, cases[i].want, 3);
        nadir__npy_free(&array);
    }
}
END_TEST

START_TEST(converts_to_int32)
{
    static const int64_t i8[] = {INT32_MIN, INT32_MAX, -100};
    static const int32_t i4[] = {INT32_MIN, INT32_MAX, -100};
    static const int16_t i2[] = {-32768, 32767, -100};
    static const uint32_t u4[] = {0, INT32_MAX, 100};
    static const uint64_t u8[] = {0, INT32_MAX, 100};
    static const uint8_t b1[] = {0, 1, 1};
    const struct {
        const char *header;
        const void *data;
        size_t size;
        int32_t want[3];
    } cases[] = {
        {HEADER("<i8", "(3,)"), i8, sizeof i8, {INT32_MIN, INT32_MAX, -100}},
        {HEADER("<i4", "(3,)"), i4, sizeof i4, {INT32_MIN, INT32_MAX, -100}},
        {HEADER("<i2", "(3,)"), i2, sizeof i2, {-32768, 32767, -100}},
        {HEADER("<u4", "(3,)"), u4, sizeof u4, {0, INT32_MAX, 100}},
        {HEADER("<u8", "(3,)"), u8, sizeof u8, {0, INT32_MAX, 100}},
        {HEADER("|b1", "(3,)"), b1, sizeof b1, {0, 1, 1}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct nadir__npy array;
        int32_t got[3];
        TEST_OK(nadir__npy_read(&array, write_file(1, cases[i].header, cases[i].data, cases[i].size)));
        TEST_OK(nadir__npy_to_int32(&array, got));
        test_expect_ints(cases[i].header, got, cases[i].want, 3);
        nadir__npy_free(&array);
    }
}
END_TEST

START_TEST(refuses_numbers_that_do_not_fit)
{
    const int64_t above[] = {0, INT64_C(2147483648)}, below[] = {0, INT64_C(-2147483649)};
    const int64_t inexact[] = {16777216, -16777217}, least[] = {0, INT64_MIN};
    const uint64_t most[] = {0, UINT64_MAX};
    const float real[] = {1.0f, 2.0f};
    const struct {
        const char *header;
        const void *data;
        bool to_int;
        const char *says;
    } cases[] = {
        {HEADER("<i8", "(2,)"), above, true, "file.npy[1] = 2147483648, but"},
        {HEADER("<i8", "(2,)"), below, true, "file.npy[1] = -2147483649, but"},
        {HEADER("<i8", "(2,)"), least, true, "file.npy[1] = -9223372036854775808, but"},
        {HEADER("<u8", "(2,)"), most, true, "file.npy[1] = 18446744073709551615, but"},
        {HEADER("<f4", "(2,)"), real, true, "file.npy holds float32, but integers are needed"},
        {HEADER("<i8", "(2,)"), inexact, false, "file.npy[1] = -16777217, but"},
        {HEADER("<i8", "(2,)"), least, false, "file.npy[1] = -9223372036854775808, but"},
        {HEADER("<u8", "(2,)"), most, false, "file.npy[1] = 18446744073709551615, but"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct nadir__npy array;
        float floats[2];
        int32_t ints[2];
        const size_t size = cases[i].data == real ? sizeof real : sizeof above;
        TEST_OK(nadir__npy_read(&array, write_file(1, cases[i].header, cases[i].data, size)));
        TEST_FAILS(NADIR_ERROR_FORMAT, cases[i].says,
                   cases[i].to_int ? nadir__npy_to_int32(&array, ints) : nadir__npy_to_float32(&array, floats));
        nadir__npy_free(&array);
    }
}
END_TEST

START_TEST(refuses_wrong_headers)
{
    static const struct {
        const char *header, *says;
    } cases[] = {
        {"", "header does not give"},
        {"{}", "header does not give"},
        {"[]", "header does not give"},
        {"{'descr': '<f4', 'fortran_order': False, 'shape': (1,)", "header does not give"},
        {"{'descr': '<f4', 'fortran_order': False, 'shape': (1,), } x", "header does not give"},
        {"{'descr': '<f4', 'fortran_order': False}", "header does not give"},
        {"{'descr': '<f4', 'shape': (1,)}", "header does not give"},
        {"{'fortran_order': False, 'shape': (1,)}", "header does not give"},
        {"{'descr': '<f4', 'descr': '<f4', 'fortran_order': False, 'shape': (1,)}", "header does not give"},
        {"{'descr': '<f4', 'fortran_order': False, 'shape': (1,), 'more': 1}", "header does not give"},
        {"{'descr': '<f4', 'fortran_order': 0, 'shape': (1,)}", "header does not give"},
        {"{'descr': '<f4' 'fortran_order': False, 'shape': (1,)}", "header does not give"},
        {"{'descr: <f4, }", "header does not give"},
        {"{'descr': '<f4444444444444444444444444444', 'fortran_order': False, 'shape': (1,)}", "header does not give"},
        {HEADER("<f4", "(1)"), "header does not give"},
        {HEADER("<f4", "1"), "header does not give"},
        {HEADER("<f4", "(,)"), "header does not give"},
        {HEADER("<f4", "(-1,)"), "header does not give"},
        {HEADER("<f4", "(1 1)"), "header does not give"},
        {HEADER("<f4", "(1.0,)"), "header does not give"},
        {HEADER("<f4", "(0x1,)"), "header does not give"},
        {HEADER("<f4", "(99999999999999999999,)"), "header does not give"},
        {HEADER("<f4", "(1, 1, 1, 1, 1, 1, 1, 1, 1)"), "has 9 dimensions, but at most 8"},
        {HEADER("<f4", "(18446744073709551615,)"), "no memory holds"},
        {HEADER("<f4", "(4294967296, 4294967296)"), "no memory holds"},
        {HEADER("<f4", "(4294967296, 0, 4294967296)"), "no memory holds"},
        {HEADER("<f4", "(2,)"), "is truncated: 4 bytes of data, but its header says 8"},
        {HEADER("<f4", "(0,)"), "has trailing bytes: 4 bytes of data, but its header says 0"},
        {HEADER("<f4", "(1000000000000,)"), "is truncated"},
        {HEADER(">f4", "(1,)"), "big-endian elements ('>f4'): save it with x.astype('<f4')"},
        {HEADER("<c8", "(1,)"), "type '<c8', but float16, float32"},
        {HEADER("|O", "(1,)"), "type '|O', but"},
        {HEADER("<U1", "(1,)"), "type '<U1', but"},
        {HEADER("<f3", "(1,)"), "type '<f3', but"},
        {HEADER("<f16", "(1,)"), "type '<f16', but"},
        {HEADER("f4", "(1,)"), "type 'f4', but"},
        {HEADER("", "(1,)"), "type '', but"},
        {HEADER("<M8[ns]", "(1,)"), "type '<M8[ns]', but"},
        {"{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1,), }", "holds records"},
        {"{'descr': '<f4', 'fortran_order': True, 'shape': (1, 1), }", "Fortran order: save it with numpy.ascontiguousarray"},
    };
    const float data = 1.0f;
    struct nadir__npy array;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        TEST_FAILS(NADIR_ERROR_FORMAT, cases[i].says, nadir__npy_read(&array, write_file(1, cases[i].header, &data, 4)));
}
END_TEST

START_TEST(refuses_wrong_files)
{
    static const char header[] = HEADER("<f4", "(1,)");
    const float data = 1.0f;
    struct nadir__npy array;
    TEST_FAILS(NADIR_ERROR_IO, "absent.npy: No such file", nadir__npy_read(&array, path_of("absent.npy")));
    TEST_FAILS(NADIR_ERROR_IO, "not a regular file", nadir__npy_read(&array, test_temp_dir()));
    TEST_FAILS(NADIR_ERROR_FORMAT, "is not an NPY file", nadir__npy_read(&array, write_bytes("", 0)));
    TEST_FAILS(NADIR_ERROR_FORMAT, "is not an NPY file", nadir__npy_read(&array, write_bytes("PK\3\4 an npz file", 17)));
    TEST_FAILS(NADIR_ERROR_FORMAT, "NPY version 4.0", nadir__npy_read(&array, write_file(4, header, &data, 4)));
    TEST_FAILS(NADIR_ERROR_FORMAT, "NPY version 0.0", nadir__npy_read(&array, write_file(0, header, &data, 4)));
    TEST_FAILS(NADIR_ERROR_FORMAT, "claims a header of 65535 bytes, but is truncated",
               nadir__npy_read(&array, write_bytes("\x93NUMPY\1\0\xff\xff{}", 12)));
    TEST_FAILS(NADIR_ERROR_FORMAT, "claims a header of 4294967295 bytes",
               nadir__npy_read(&array, write_bytes("\x93NUMPY\2\0\xff\xff\xff\xff{}", 14)));
    /* Every proper beginning of a good file, and every single byte of its header changed. */
    char bytes[10 + sizeof header - 1 + 4] = "\x93NUMPY\1\0";
    bytes[8] = (char)(sizeof header - 1);
    memcpy(bytes + 10, header, sizeof header - 1);
    memcpy(bytes + 10 + sizeof header - 1, &data, 4);
    for (size_t size = 0; size < sizeof bytes; size++)
        ck_assert_int_eq(nadir__npy_read(&array, write_bytes(bytes, size)), NADIR_ERROR_FORMAT);
    for (size_t i = 0; i < 10 + sizeof header - 1; i++) {
        const char kept = bytes[i];
        static const char others[] = {0, '9', '(', '\'', ',', (char)0xff};
        for (size_t j = 0; j < sizeof others; j++) {
            bytes[i] = others[j];
            if (nadir__npy_read(&array, write_bytes(bytes, sizeof bytes)) == NADIR_OK) nadir__npy_free(&array);
        }
        bytes[i] = kept;
    }
    TEST_OK(nadir__npy_read(&array, write_bytes(bytes, sizeof bytes)));
    nadir__npy_free(&array);
}
END_TEST

/* --- Writing. --- */

START_TEST(writes_what_numpy_writes)
{
    const float data[6] = {1, 2, 3, 4, 5, 6};
    const size_t shape[] = {2, 3};
    const char *path = path_of("written.npy");
    FILE *file = fopen(path, "wb");
    nadir__npy_write(file, NADIR_F32, 2, shape, data);
    ck_assert_int_eq(fclose(file), 0);
    /* numpy.save of NumPy 1.24, numpy.arange(1, 7, dtype="float32").reshape(2, 3). */
    static const char want[] = "\x93NUMPY\1\0v\0{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }";
    char got[256];
    file = fopen(path, "rb");
    ck_assert_uint_eq(fread(got, 1, sizeof got, file), 128 + sizeof data);
    fclose(file);
    ck_assert_int_eq(memcmp(got, want, sizeof want - 1), 0);
    for (size_t i = sizeof want - 1; i < 127; i++) ck_assert_int_eq(got[i], ' ');
    ck_assert_int_eq(got[127], '\n');
    ck_assert_int_eq(memcmp(got + 128, data, sizeof data), 0);
}
END_TEST

START_TEST(reads_what_it_writes)
{
    static const struct {
        enum nadir_dtype dtype;
        const char *name;
        unsigned rank;
        size_t shape[8], count;
    } cases[] = {
        {NADIR_F32, "float32", 0, {0}, 1},
        {NADIR_F32, "float32", 1, {5}, 5},
        {NADIR_I32, "int32", 2, {2, 3}, 6},
        {NADIR_F16, "float16", 1, {6}, 6},
        {NADIR_BF16, "float32", 2, {3, 1}, 3},
        {NADIR_U8, "uint8", 3, {1, 2, 3}, 6},
        {NADIR_F32, "float32", 2, {0, 7}, 0},
        {NADIR_F32, "float32", 8, {18446744073709551615u, 1, 1, 1, 1, 1, 1, 0}, 0},
    };
    static const unsigned char data[24] = {0, 0x3c, 1, 0x3c, 2, 0x3c, 3, 0x3c, 4, 0x3c, 5, 0x3c, 6, 0x3c, 7, 0x3c};
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct nadir__npy array;
        const char *path = path_of("written.npy");
        FILE *file = fopen(path, "wb");
        nadir__npy_write(file, cases[i].dtype, cases[i].rank, cases[i].shape, data);
        ck_assert_int_eq(fclose(file), 0);
        TEST_OK(nadir__npy_read(&array, path));
        ck_assert_str_eq(nadir__npy_dtype_name(&array), cases[i].name);
        ck_assert_uint_eq(array.rank, cases[i].rank);
        ck_assert_uint_eq(array.count, cases[i].count);
        for (unsigned j = 0; j < array.rank; j++) ck_assert_uint_eq(array.shape[j], cases[i].shape[j]);
        const unsigned char *got = array.data;
        const size_t size = nadir_dtype_size(cases[i].dtype);
        for (size_t j = 0; j < array.count; j++) {
            if (cases[i].dtype == NADIR_BF16) ck_assert(got[4 * j] == 0 && got[4 * j + 1] == 0);
            ck_assert_int_eq(memcmp(got + array.size * (j + 1) - size, data + size * j, size), 0);
        }
        nadir__npy_free(&array);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("npy");
    TCase *tcase = test_case(suite, "npy");
    tcase_add_test(tcase, reads_shapes_and_versions);
    tcase_add_test(tcase, converts_to_float32);
    tcase_add_test(tcase, converts_to_int32);
    tcase_add_test(tcase, refuses_numbers_that_do_not_fit);
    tcase_add_test(tcase, refuses_wrong_headers);
    tcase_add_test(tcase, refuses_wrong_files);
    tcase_add_test(tcase, writes_what_numpy_writes);
    tcase_add_test(tcase, reads_what_it_writes);
    return test_run(suite);
}
