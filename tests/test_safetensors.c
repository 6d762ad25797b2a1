/* SPDX-License-Identifier: MIT */
/* Checkpoints: the bytes that are written, what is read back, and every way in which a file can be wrong. */
#include "support.h"

#include <dirent.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static const char *path_of(const char *name)
{
    static char path[640];
    snprintf(path, sizeof path, "%s/%s", test_temp_dir(), name);
    return path;
}

static const char *write_bytes(const char *name, const void *bytes, size_t size)
{
    const char *path = path_of(name);
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_uint_eq(fwrite(bytes, 1, size, file), size);
    ck_assert_int_eq(fclose(file), 0);
    return path;
}

static size_t read_bytes(const char *path, char *bytes, size_t capacity)
{
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    const size_t size = fread(bytes, 1, capacity, file);
    ck_assert_uint_lt(size, capacity);
    fclose(file);
    return size;
}

/* A file with this header and `size` bytes of data. */
static const char *write_file(const char *header, size_t size)
{
    const size_t length = strlen(header);
    char *bytes = test_alloc(8 + length + size, 1);
    for (size_t i = 0; i < 8; i++) bytes[i] = (char)(length >> 8 * i);
    memcpy(bytes + 8, header, length);
    return write_bytes("file.safetensors", bytes, 8 + length + size);
}

/* --- An arena of four tensors, one of them a scalar, so that padding lies between them. --- */

static const struct {
    const char *name;
    unsigned rank;
    size_t shape[3];
} layout[] = {
    {"fc1.weight", 2, {3, 5}},
    {"fc1.bias", 1, {3}},
    {"scale", 0, {0}},
    {"deep", 3, {2, 1, 2}},
};
enum { TENSORS = sizeof layout / sizeof layout[0], ELEMENTS = 15 + 3 + 1 + 4 };

static struct nadir_arena *make_arena(void)
{
    struct nadir_arena *arena;
    TEST_OK(nadir_arena_create(&arena, test_context()));
    for (size_t i = 0; i < TENSORS; i++) TEST_OK(nadir_arena_add(arena, layout[i].name, layout[i].rank, layout[i].shape, NULL));
    TEST_OK(nadir_arena_allocate(arena));
    return arena;
}

/* Element i of tensor t is t + i / 64, or with `sign` -1 its negative. */
static void fill_arena(struct nadir_arena *arena, float sign)
{
    for (size_t t = 0; t < TENSORS; t++) {
        const struct nadir_tensor tensor = nadir_arena_parameter(arena, t);
        float host[ELEMENTS];
        for (size_t i = 0; i < nadir_tensor_count(&tensor); i++) host[i] = sign * ((float)t + (float)i / 64);
        TEST_OK(nadir_tensor_upload(test_context(), &tensor, host));
    }
}

static void check_arena(const struct nadir_arena *arena, float sign)
{
    const struct nadir_tensor all = nadir_arena_parameters(arena);
    float *expected = test_floats(nadir_tensor_count(&all)), *got = test_floats(nadir_tensor_count(&all));
    for (size_t t = 0; t < TENSORS; t++) {
        const struct nadir_tensor tensor = nadir_arena_parameter(arena, t);
        float *next = expected + tensor.offset;
        for (size_t i = 0; i < nadir_tensor_count(&tensor); i++) next[i] = sign * ((float)t + (float)i / 64);
    }
    TEST_OK(nadir_tensor_download(test_context(), &all, got));
    test_expect_bits("arena", got, expected, nadir_tensor_count(&all)); /* padding included */
}

static const struct nadir_metadata metadata[] = {
    {"nadir.model", "mlp:5-3"},
    {"quote", "a \"b\" \\u0000 \n \303\251"},
    {"", ""},
};

START_TEST(writes_these_bytes)
{
    static const char header[] =
        "{\"__metadata__\":{\"nadir.model\":\"mlp:5-3\",\"quote\":\"a \\\"b\\\" \\\\u0000 \\n \303\251\",\"\":\"\"},"
        "\"fc1.weight\":{\"dtype\":\"F32\",\"shape\":[3,5],\"data_offsets\":[0,60]},"
        "\"fc1.bias\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[60,72]},"
        "\"scale\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[72,76]},"
        "\"deep\":{\"dtype\":\"F32\",\"shape\":[2,1,2],\"data_offsets\":[76,92]}}";
    const size_t length = (sizeof header - 1 + 7) / 8 * 8;
    char expected[1024], got[1024];
    memset(expected, 0, 8);
    expected[0] = (char)(length & 255);
    expected[1] = (char)(length >> 8);
    memset(expected + 8, ' ', length);
    memcpy(expected + 8, header, sizeof header - 1);
    size_t size = 8 + length;
    static const size_t counts[TENSORS] = {15, 3, 1, 4};
    for (size_t t = 0; t < TENSORS; t++) {
        for (size_t i = 0; i < counts[t]; i++, size += sizeof(float)) {
            const float x = (float)t + (float)i / 64;
            memcpy(expected + size, &x, sizeof x);
        }
    }

    struct nadir_arena *arena = make_arena();
    fill_arena(arena, 1);
    for (int i = 0; i < 2; i++) {
        TEST_OK(nadir_checkpoint_save(path_of("model.safetensors"), test_context(), arena, metadata, 3));
        ck_assert_uint_eq(read_bytes(path_of("model.safetensors"), got, sizeof got), size);
        ck_assert_mem_eq(got, expected, size);
    }
    check_arena(arena, 1);

    /* Without metadata there is no "__metadata__". */
    TEST_OK(nadir_checkpoint_save(path_of("model.safetensors"), test_context(), arena, NULL, 0));
    read_bytes(path_of("model.safetensors"), got, sizeof got);
    ck_assert_mem_eq(got + 8, "{\"fc1.weight\":", 14);
    nadir_arena_destroy(&arena);
}
END_TEST

START_TEST(restores_what_was_saved)
{
    struct nadir_arena *arena = make_arena();
    struct nadir_checkpoint *checkpoint;
    fill_arena(arena, 1);
    TEST_OK(nadir_checkpoint_save(path_of("model.safetensors"), test_context(), arena, metadata, 3));
    fill_arena(arena, -1);
    TEST_OK(nadir_checkpoint_open(&checkpoint, path_of("model.safetensors")));
    unlink(path_of("model.safetensors"));
    for (size_t i = 0; i < 3; i++)
        ck_assert_str_eq(nadir_checkpoint_metadata(checkpoint, metadata[i].key), metadata[i].value);
    ck_assert_ptr_null(nadir_checkpoint_metadata(checkpoint, "nadir"));
    ck_assert_ptr_null(nadir_checkpoint_metadata(checkpoint, "scale"));
    check_arena(arena, -1);
    TEST_OK(nadir_checkpoint_restore(checkpoint, test_context(), arena));
    check_arena(arena, 1);
    nadir_checkpoint_close(&checkpoint);
    ck_assert_ptr_null(checkpoint);
    nadir_arena_destroy(&arena);
}
END_TEST

START_TEST(reads_other_writers_files)
{
    struct nadir_checkpoint *checkpoint;
    /* Data in another order than the header's, spaces, empty tensors, dtypes that Nadir has no use for. */
    static const char *const headers[] = {
        "{}",
        "{}      ",
        "{\"__metadata__\":{}}",
        "{ \"b\" : {\"shape\":[1, 3],\"data_offsets\":[1,4],\"dtype\":\"U8\"} ,\n\t\"a\":{\"dtype\":\"BOOL\",\"shape\":[],"
        "\"data_offsets\":[0,1]}}",
        "{\"a\":{\"dtype\":\"F32\",\"shape\":[0,7],\"data_offsets\":[0,0]},\"b\":{\"dtype\":\"F64\",\"shape\":[0],"
        "\"data_offsets\":[0,0]}}",
        "{\"a\":{\"dtype\":\"BF16\",\"shape\":[2],\"data_offsets\":[0,4]},\"__metadata__\":{\"format\":\"pt\"}}",
        "{\"a\":{\"dtype\":\"F4\",\"shape\":[8],\"data_offsets\":[0,4]}}",
        "{\"a\":{\"dtype\":\"F6_E2M3\",\"shape\":[4],\"data_offsets\":[0,3]}}",
        "{\"a\":{\"dtype\":\"I64\",\"shape\":[1,1,1,1,1,1,1,2],\"data_offsets\":[0,16],\"comment\":[null]}}",
        "{\"\\u0061\\\\u0000\":{\"dtype\":\"C64\",\"shape\":[2],\"data_offsets\":[0,16]}}",
    };
    static const size_t sizes[] = {0, 0, 0, 4, 0, 4, 4, 3, 16, 16};
    for (size_t i = 0; i < sizeof headers / sizeof headers[0]; i++) {
        TEST_OK(nadir_checkpoint_open(&checkpoint, write_file(headers[i], sizes[i])));
        nadir_checkpoint_close(&checkpoint);
    }
}
END_TEST

#define T(name, dtype, shape, offsets)                                                                                         \
    "\"" name "\":{\"dtype\":\"" dtype "\",\"shape\":" shape ",\"data_offsets\":" offsets "}"
#define GOOD T("g", "U8", "[4]", "[0,4]")

START_TEST(refuses_wrong_headers)
{
    static const struct {
        const char *header;
        size_t size;
        const char *message;
    } cases[] = {
        /* Not JSON, or not all of it. */
        {"", 0, "not a JSON object"},
        {" {}", 0, "not a JSON object"},
        {"[]", 0, "not a JSON object"},
        {"null", 0, "not a JSON object"},
        {"{", 0, "not a JSON object"},
        {"{}{}", 0, "not a JSON object"},
        {"{}\n", 0, "not a JSON object"},
        {"{" GOOD, 4, "not a JSON object"},
        {"{" GOOD ",}", 4, "not a JSON object"},
        {"{" T("a\1", "U8", "[4]", "[0,4]") "}", 4, "not a JSON object"},
        {"{" T("a\\u0000", "U8", "[4]", "[0,4]") "}", 4, "not a JSON object"},
        {"{" T("a\\\\\\u0000", "U8", "[4]", "[0,4]") "}", 4, "not a JSON object"},
        /* Fields of a tensor. */
        {"{\"a\":4}", 4, "tensor a is not an object"},
        {"{" T("a\\n", "U8", "[4]", "[0,4]") "}", 4, "control characters"},
        {"{\"a\":{\"shape\":[4],\"data_offsets\":[0,4]}}", 4, "tensor a has no dtype"},
        {"{\"a\":{\"dtype\":8,\"shape\":[4],\"data_offsets\":[0,4]}}", 4, "tensor a has no dtype"},
        {"{\"a\":{\"dtype\":\"U8\",\"data_offsets\":[0,4]}}", 4, "tensor a has no shape"},
        {"{\"a\":{\"dtype\":\"U8\",\"shape\":[4]}}", 4, "no valid data_offsets"},
        {"{\"a\":{\"dtype\":\"U8\",\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]}}", 4, "has dtype twice"},
        {"{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"shape\":[4],\"data_offsets\":[0,4]}}", 4, "has shape twice"},
        {"{" T("a", "F33", "[1]", "[0,4]") "}", 4, "no dtype"},
        {"{" T("a", "f32", "[1]", "[0,4]") "}", 4, "no dtype"},
        {"{" T("a", "U8", "4", "[0,4]") "}", 4, "no shape"},
        {"{" T("a", "U8", "[-4]", "[0,4]") "}", 4, "dimension 0 of tensor a is not a size"},
        {"{" T("a", "U8", "[1,4.5]", "[0,4]") "}", 4, "dimension 1 of tensor a is not a size"},
        {"{" T("a", "U8", "[\"4\"]", "[0,4]") "}", 4, "is not a size"},
        {"{" T("a", "U8", "[1e999]", "[0,4]") "}", 4, "is not a size"},
        {"{" T("a", "U8", "[9007199254740992]", "[0,4]") "}", 4, "is not a size"},
        {"{" T("a", "U8", "[9007199254740993]", "[0,4]") "}", 4, "is not a size"},
        {"{" T("a", "U8", "[1,1,1,1,1,1,1,1,4]", "[0,4]") "}", 4, "more than 8 dimensions"},
        /* Offsets of a tensor. */
        {"{" T("a", "U8", "[4]", "4") "}", 4, "no valid data_offsets"},
        {"{" T("a", "U8", "[4]", "[]") "}", 4, "no valid data_offsets"},
        {"{" T("a", "U8", "[4]", "[0]") "}", 4, "no valid data_offsets"},
        {"{" T("a", "U8", "[4]", "{\"begin\":0,\"end\":4}") "}", 4, "no valid data_offsets"},
        {"{" T("a", "U8", "[4]", "[0,4,4]") "}", 4, "no valid data_offsets"},
        {"{" T("a", "U8", "[4]", "[4,0]") "}", 4, "no valid data_offsets"},
        {"{" T("a", "U8", "[4]", "[-4,0]") "}", 4, "no valid data_offsets"},
        {"{" T("a", "U8", "[4]", "[0,4.25]") "}", 4, "no valid data_offsets"},
        {"{" T("a", "U8", "[4]", "[0,1e30]") "}", 4, "no valid data_offsets"},
        {"{" T("a", "U8", "[4]", "[0,null]") "}", 4, "no valid data_offsets"},
        {"{" T("a", "U8", "[5]", "[0,5]") "}", 4, "truncated: tensor a ends at byte 5 of the data, which has 4"},
        /* Shape and dtype against offsets. */
        {"{" T("a", "U8", "[3]", "[0,4]") "}", 4, "tensor a of shape (3) and dtype U8 does not fit its 4 bytes"},
        {"{" T("a", "F32", "[4]", "[0,4]") "}", 4, "does not fit"},
        {"{" T("a", "F32", "[]", "[0,0]") "}", 0, "does not fit"},
        {"{" T("a", "F4", "[7]", "[0,4]") "}", 4, "does not fit"},
        {"{" T("a", "F4", "[9]", "[0,4]") "}", 4, "does not fit"},
        {"{" T("a", "U8", "[4294967296,4294967296]", "[0,0]") "}", 0, "does not fit"},
        {"{" T("a", "F64", "[1048576,2199023255552]", "[0,0]") "}", 0, "does not fit"}, /* 2^61 elements: 2^67 bits */
        /* The layout of all. */
        {"{" GOOD "," T("b", "U8", "[4]", "[0,4]") "}", 4, "expected 4: an overlap"},
        {"{" GOOD "," T("b", "U8", "[4]", "[2,6]") "}", 6, "tensor b begins at byte 2 of the data, expected 4: an overlap"},
        {"{" GOOD "," T("b", "U8", "[2]", "[1,3]") "}", 4, "an overlap"},
        {"{" GOOD "," T("b", "U8", "[0]", "[2,2]") "}", 4, "an overlap"},
        {"{" GOOD "," T("b", "U8", "[4]", "[5,9]") "}", 9, "tensor b begins at byte 5 of the data, expected 4: a gap"},
        {"{" T("a", "U8", "[4]", "[1,5]") "}", 5, "a gap"},
        {"{" GOOD "}", 5, "trailing bytes: 5 of data, but its tensors end at 4"},
        {"{}", 1, "trailing bytes"},
        {"{" GOOD "," T("g", "U8", "[4]", "[4,8]") "}", 8, "tensor g occurs twice"},
        {"{" GOOD "," T("h", "U8", "[1]", "[4,5]") "," T("\\u0067", "U8", "[3]", "[5,8]") "}", 8, "tensor g occurs twice"},
        /* Metadata. */
        {"{\"__metadata__\":[]}", 0, "__metadata__ is not an object"},
        {"{\"__metadata__\":{\"a\":1}}", 0, "is not a string"},
        {"{\"__metadata__\":{\"a\":\"1\",\"b\":\"2\",\"a\":\"1\"}}", 0, "a key occurs twice"},
        {"{\"__metadata__\":{},\"__metadata__\":{}}", 0, "__metadata__ occurs twice"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct nadir_checkpoint *checkpoint = NULL;
        const char *path = write_file(cases[i].header, cases[i].size);
        TEST_FAILS(NADIR_ERROR_FORMAT, cases[i].message, nadir_checkpoint_open(&checkpoint, path));
        ck_assert_ptr_nonnull(strstr(nadir_last_error()->message, path));
        ck_assert_ptr_null(checkpoint);
    }
}
END_TEST

START_TEST(refuses_deep_nesting)
{
    enum { DEPTH = 1000000 };
    char *header = test_alloc(DEPTH + 1, 1);
    memcpy(header, "{\"a\":", 5);
    memset(header + 5, '[', DEPTH - 5);
    struct nadir_checkpoint *checkpoint;
    TEST_FAILS(NADIR_ERROR_FORMAT, "not a JSON object", nadir_checkpoint_open(&checkpoint, write_file(header, 0)));
}
END_TEST

START_TEST(refuses_wrong_lengths)
{
    static const struct {
        unsigned char length[8];
        size_t size; /* of the file */
        const char *message;
    } cases[] = {
        {{0}, 0, "0 bytes: too short"},
        {{2}, 7, "7 bytes: too short"},
        {{3}, 10, "announces a header of 3 bytes, but holds 10"},
        {{255, 255, 255, 255, 255, 255, 255, 255}, 10, "announces a header of 18446744073709551615 bytes"},
        {{248, 255, 255, 255, 255, 255, 255, 255}, 10, "announces a header of 18446744073709551608 bytes"},
        {{0, 0, 0, 0, 1}, 10, "announces a header of 4294967296 bytes"},
        {{1, 225, 245, 5}, 100000020, "announces a header of 100000001 bytes"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char bytes[10] = {0};
        memcpy(bytes, cases[i].length, 8);
        memcpy(bytes + 8, "{}", 2);
        const char *path = write_bytes("file.safetensors", bytes, cases[i].size < 10 ? cases[i].size : 10);
        ck_assert_int_eq(truncate(path, (off_t)cases[i].size), 0);
        struct nadir_checkpoint *checkpoint;
        TEST_FAILS(NADIR_ERROR_FORMAT, cases[i].message, nadir_checkpoint_open(&checkpoint, path));
    }
    unlink(path_of("file.safetensors"));
}
END_TEST

START_TEST(refuses_every_truncation)
{
    struct nadir_arena *arena = make_arena();
    struct nadir_checkpoint *checkpoint;
    char bytes[1024];
    TEST_OK(nadir_checkpoint_save(path_of("model.safetensors"), test_context(), arena, metadata, 3));
    const size_t size = read_bytes(path_of("model.safetensors"), bytes, sizeof bytes - 1);
    for (size_t length = 0; length < size; length++)
        TEST_FAILS(NADIR_ERROR_FORMAT, "model.safetensors",
                   nadir_checkpoint_open(&checkpoint, write_bytes("model.safetensors", bytes, length)));
    bytes[size] = 0;
    TEST_FAILS(NADIR_ERROR_FORMAT, "trailing bytes",
               nadir_checkpoint_open(&checkpoint, write_bytes("model.safetensors", bytes, size + 1)));
    nadir_arena_destroy(&arena);
}
END_TEST

START_TEST(restores_all_or_nothing)
{
    static const char weight[] = T("fc1.weight", "F32", "[3,5]", "[0,60]"), bias[] = T("fc1.bias", "F32", "[3]", "[60,72]"),
                      scale[] = T("scale", "F32", "[]", "[72,76]"), deep[] = T("deep", "F32", "[2,1,2]", "[76,92]");
    static const struct {
        const char *tensors[TENSORS + 2]; /* NULL at the end */
        size_t size;
        const char *message;
    } cases[] = {
        {{weight, bias, scale}, 76, "has no tensor deep"},
        {{weight, bias, scale, T("deep2", "F32", "[2,1,2]", "[76,92]")}, 92, "has no tensor deep,"},
        {{weight, bias, scale, deep, T("fc2.bias", "F32", "[1]", "[92,96]")}, 96, "has a tensor fc2.bias"},
        {{weight, bias, scale, deep, T("empty", "F32", "[0]", "[92,92]")}, 92, "has a tensor empty"},
        {{weight, bias, scale, T("deep", "I32", "[2,1,2]", "[76,92]")}, 92, "deep has dtype I32, expected F32"},
        {{weight, bias, scale, T("deep", "F16", "[2,2,2]", "[76,92]")}, 92, "deep has dtype F16, expected F32"},
        {{weight, bias, scale, T("deep", "F32", "[2,2,1]", "[76,92]")}, 92, "deep has shape (2, 2, 1), but"},
        {{weight, bias, scale, T("deep", "F32", "[2,2]", "[76,92]")}, 92, "(2, 2), but the model's has (2, 1, 2)"},
        {{weight, bias, T("scale", "F32", "[1]", "[72,76]"), deep}, 92, "scale has shape (1), but the model's has ()"},
    };
    struct nadir_arena *arena = make_arena();
    struct nadir_checkpoint *checkpoint;
    fill_arena(arena, -1);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char header[1024] = "{";
        for (size_t t = 0; cases[i].tensors[t]; t++) {
            if (t > 0) strcat(header, ",");
            strcat(header, cases[i].tensors[t]);
        }
        TEST_OK(nadir_checkpoint_open(&checkpoint, write_file(strcat(header, "}"), cases[i].size)));
        TEST_FAILS(NADIR_ERROR_FORMAT, cases[i].message, nadir_checkpoint_restore(checkpoint, test_context(), arena));
        nadir_checkpoint_close(&checkpoint);
        check_arena(arena, -1);
    }
    nadir_arena_destroy(&arena);
}
END_TEST

static unsigned count_files(const char *folder)
{
    unsigned count = 0;
    DIR *stream = opendir(folder);
    ck_assert_ptr_nonnull(stream);
    for (struct dirent *entry; (entry = readdir(stream));) count += entry->d_name[0] != '.';
    closedir(stream);
    return count;
}

START_TEST(leaves_nothing_after_a_failed_save)
{
    static const struct {
        struct nadir_metadata pairs[2];
        const char *message;
    } cases[] = {
        {{{"a", "1"}, {"a", "2"}}, "metadata[0] and metadata[1] have the same key, a"},
        {{{"a", "1"}, {NULL, "2"}}, "metadata[1] has a NULL"},
        {{{"a", NULL}, {"b", "2"}}, "metadata[0] has a NULL"},
    };
    struct nadir_context *context = test_context();
    struct nadir_arena *arena = make_arena(), *other;
    mkdir(path_of("folder"), 0777);
    write_bytes("folder/old", "old", 3);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, cases[i].message,
                   nadir_checkpoint_save(path_of("folder/old"), context, arena, cases[i].pairs, 2));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_checkpoint_save(path_of("folder/old"), context, arena, NULL, 1));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_checkpoint_save(NULL, context, arena, NULL, 0));

    static const char *const names[] = {"__metadata__", "a\nb"};
    for (size_t i = 0; i < 2; i++) {
        TEST_OK(nadir_arena_create(&other, context));
        TEST_OK(nadir_arena_add(other, names[i], 1, (size_t[]){4}, NULL));
        TEST_OK(nadir_arena_allocate(other));
        TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "parameter 0 has a name",
                   nadir_checkpoint_save(path_of("folder/old"), context, other, NULL, 0));
        nadir_arena_destroy(&other);
    }
    char bytes[8];
    ck_assert_uint_eq(read_bytes(path_of("folder/old"), bytes, sizeof bytes), 3);
    unlink(path_of("folder/old"));

    /* A folder stands in the way: everything is written, only the renaming fails. */
    mkdir(path_of("folder/model"), 0777);
    TEST_FAILS(NADIR_ERROR_IO, "folder/model", nadir_checkpoint_save(path_of("folder/model"), context, arena, NULL, 0));
    ck_assert_uint_eq(count_files(path_of("folder")), 1);
    TEST_FAILS(NADIR_ERROR_IO, "absent/model", nadir_checkpoint_save(path_of("absent/model"), context, arena, NULL, 0));
    nadir_arena_destroy(&arena);
}
END_TEST

START_TEST(refuses_arenas_without_memory)
{
    struct nadir_context *context = test_context();
    struct nadir_arena *arena;
    struct nadir_checkpoint *checkpoint;
    TEST_OK(nadir_arena_create(&arena, context));
    TEST_OK(nadir_checkpoint_save(path_of("empty"), context, arena, NULL, 0)); /* nothing to allocate yet */
    TEST_OK(nadir_checkpoint_open(&checkpoint, path_of("empty")));
    TEST_OK(nadir_checkpoint_restore(checkpoint, context, arena));
    TEST_OK(nadir_arena_add(arena, "a", 1, (size_t[]){4}, NULL));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "not allocated", nadir_checkpoint_restore(checkpoint, context, arena));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "not allocated", nadir_checkpoint_save(path_of("none"), context, arena, NULL, 0));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_checkpoint_restore(checkpoint, context, NULL));
    nadir_checkpoint_close(&checkpoint);
    nadir_checkpoint_close(&checkpoint);
    nadir_checkpoint_close(NULL);
    nadir_arena_destroy(&arena);
}
END_TEST

START_TEST(refuses_files_that_cannot_be_read)
{
    struct nadir_checkpoint *checkpoint;
    TEST_FAILS(NADIR_ERROR_IO, "absent: No such file", nadir_checkpoint_open(&checkpoint, path_of("absent")));
    TEST_FAILS(NADIR_ERROR_IO, "not a regular file", nadir_checkpoint_open(&checkpoint, test_temp_dir()));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_checkpoint_open(&checkpoint, NULL));
}
END_TEST

/* --- Optimizers. --- */

static const struct {
    const char *name;
    unsigned rank;
    size_t shape[2];
} trained[] = {{"fc1.weight", 2, {65, 70}}, {"fc1.bias", 1, {65}}, {"scale", 0, {0}}}; /* enough for states of 8 bits */
enum { TRAINED = sizeof trained / sizeof trained[0] };

static struct nadir_arena *make_trained(void)
{
    struct nadir_arena *arena;
    TEST_OK(nadir_arena_create(&arena, test_context()));
    for (size_t i = 0; i < TRAINED; i++) {
        const size_t shape[2] = {test_small() ? 3 : trained[i].shape[0], trained[i].shape[1]};
        TEST_OK(nadir_arena_add(arena, trained[i].name, trained[i].rank, shape, NULL));
    }
    TEST_OK(nadir_arena_allocate(arena));
    struct test_random random = test_seed(1);
    for (size_t i = 0; i < TRAINED; i++) {
        const struct nadir_tensor p = nadir_arena_parameter(arena, i);
        TEST_OK(nadir_tensor_upload(test_context(), &p, test_random_floats(&random, nadir_tensor_count(&p), -1, 1)));
    }
    return arena;
}

/* Steps first .. last with gradients that depend on the step alone; the third one is skipped. */
static void run_steps(struct nadir_arena *arena, struct nadir_optimizer *optimizer, unsigned first, unsigned last)
{
    const bool sophia = nadir_optimizer_get_params(optimizer)->rule == NADIR_SOPHIA;
    for (unsigned t = first; t <= last; t++) {
        struct test_random random = test_seed(10 + t);
        for (size_t i = 0; i < TRAINED; i++) {
            const struct nadir_tensor g = nadir_arena_gradient(arena, i);
            float *host = test_random_floats(&random, nadir_tensor_count(&g), -1, 1);
            if (t == 3 && i == 1) host[2] = INFINITY;
            TEST_OK(nadir_tensor_upload(test_context(), &g, host));
        }
        if (sophia && t != 3) TEST_OK(nadir_optimizer_curvature(optimizer));
        TEST_OK(nadir_optimizer_set_lr(optimizer, 0.01 / t));
        TEST_OK(nadir_optimizer_step(optimizer));
    }
}

static struct nadir_optimizer_params trained_params(enum nadir_optimizer_rule rule)
{
    struct nadir_optimizer_params params = nadir_optimizer_params_default(rule);
    if (rule == NADIR_SOPHIA) params.skip_nonfinite = true; /* its curvature is of unscaled gradients */
    else params.loss_scale.initial = 4;
    params.loss_scale.interval = 3;
    params.average = NADIR_AVERAGE_SWA;
    params.average_start = 2;
    return params;
}

static float *download(const struct nadir_arena *arena)
{
    const struct nadir_tensor all = nadir_arena_parameters(arena);
    float *host = test_floats(nadir_tensor_count(&all));
    TEST_OK(nadir_tensor_download(test_context(), &all, host));
    return host;
}

/* All states, one after the other. */
static unsigned char *download_states(const struct nadir_arena *arena, const struct nadir_optimizer *optimizer, size_t *size)
{
    unsigned char *bytes = test_alloc((size_t)1 << 18, 1);
    *size = 0;
    for (size_t i = 0; i < nadir_arena_tensor_count(arena); i++)
        for (size_t j = 0; j < nadir_optimizer_state_count(optimizer); j++) {
            const struct nadir_tensor state = nadir_optimizer_state(optimizer, j, i);
            if (!state.buffer) continue;
            TEST_OK(nadir_tensor_download(test_context(), &state, bytes + *size));
            *size += nadir_tensor_count(&state) * nadir_dtype_size(state.dtype);
            ck_assert_uint_lt(*size, (size_t)1 << 18);
        }
    return bytes;
}

START_TEST(optimizers_go_on)
{
    if (test_left_out(_i)) return;
    const enum nadir_optimizer_rule rule = (enum nadir_optimizer_rule)_i;
    const struct nadir_optimizer_params params = trained_params(rule);
    struct nadir_context *context = test_context();
    struct nadir_arena *arena = make_trained(), *second = make_trained();
    struct nadir_optimizer *optimizer = NULL, *fresh = NULL;
    struct nadir_checkpoint *checkpoint;
    size_t size, other;
    const unsigned last = test_small() ? 7 : 10;
    TEST_OK(nadir_optimizer_create(&optimizer, context, arena, NULL, &params));
    run_steps(arena, optimizer, 1, 5);
    TEST_OK(nadir_checkpoint_save(path_of("model"), context, arena, NULL, 0));
    TEST_OK(nadir_checkpoint_save_optimizer(path_of("optimizer"), context, optimizer));
    run_steps(arena, optimizer, 6, last);
    const float *want = download(arena);
    const unsigned char *want_states = download_states(arena, optimizer, &size);
    struct nadir_optimizer_progress progress, restored;
    TEST_OK(nadir_optimizer_get_progress(optimizer, &progress));

    TEST_OK(nadir_optimizer_create(&fresh, context, second, NULL, &params));
    for (int i = 0; i < (test_small() ? 1 : 2); i++) { /* into a new one, and into one that has been used */
        TEST_OK(nadir_checkpoint_open(&checkpoint, path_of("model")));
        TEST_OK(nadir_checkpoint_restore(checkpoint, context, second));
        nadir_checkpoint_close(&checkpoint);
        TEST_OK(nadir_checkpoint_open(&checkpoint, path_of("optimizer")));
        ck_assert_str_eq(nadir_checkpoint_metadata(checkpoint, "nadir.optimizer"), nadir_optimizer_name(rule));
        ck_assert_str_eq(nadir_checkpoint_metadata(checkpoint, "nadir.version"), nadir_version());
        ck_assert_str_eq(nadir_checkpoint_metadata(checkpoint, "nadir.steps"), "4");
        ck_assert_str_eq(nadir_checkpoint_metadata(checkpoint, "nadir.skipped"), "1");
        TEST_OK(nadir_checkpoint_restore_optimizer(checkpoint, context, fresh));
        nadir_checkpoint_close(&checkpoint);
        ck_assert_uint_eq(nadir_optimizer_step_count(fresh), 4);
        run_steps(second, fresh, 6, last);
        const float *got = download(second);
        for (size_t k = 0; k < nadir_arena_tensor_count(arena); k++) { /* not the padding, where Mesa 22.3 makes -0 of 0 */
            const size_t at = nadir_arena_offset(arena, k);
            const struct nadir_tensor p = nadir_arena_parameter(arena, k);
            test_expect_bits(nadir_optimizer_name(rule), got + at, want + at, nadir_tensor_count(&p));
        }
        const unsigned char *states = download_states(second, fresh, &other);
        ck_assert_uint_eq(size, other);
        ck_assert_mem_eq(states, want_states, size);
        TEST_OK(nadir_optimizer_get_progress(fresh, &restored));
        ck_assert(restored.steps == progress.steps && restored.skipped == progress.skipped &&
                  restored.loss_scale == progress.loss_scale && restored.good_steps == progress.good_steps &&
                  restored.carry[0] == progress.carry[0] && restored.carry[1] == progress.carry[1]);
    }
    nadir_optimizer_destroy(&optimizer);
    nadir_optimizer_destroy(&fresh);
    nadir_arena_destroy(&arena);
    nadir_arena_destroy(&second);
}
END_TEST

#define MOMENTUM(steps, scale)                                                                                                 \
    "\"__metadata__\":{\"nadir.optimizer\":\"momentum\",\"nadir.steps\":\"" steps "\",\"nadir.skipped\":\"0\","                \
    "\"nadir.loss_scale\":\"" scale "\",\"nadir.good_steps\":\"0\",\"nadir.carry_0\":\"0\",\"nadir.carry_1\":\"0\"}"

START_TEST(optimizers_restore_all_or_nothing)
{
    static const char good[] = MOMENTUM("7", "1"), weight[] = T("w.momentum_buffer", "F32", "[3,5]", "[0,60]"),
                      bias[] = T("b.momentum_buffer", "F32", "[2]", "[60,68]");
    static const struct {
        const char *parts[4]; /* NULL at the end */
        size_t size;
        const char *message;
    } cases[] = {
        {{"\"__metadata__\":{}", weight, bias}, 68, "nadir.optimizer = (missing), but the optimizer is momentum"},
        {{"\"__metadata__\":{\"nadir.optimizer\":\"adam\"}", weight, bias}, 68, "nadir.optimizer = adam, but the opt"},
        {{"\"__metadata__\":{\"nadir.optimizer\":\"momentum\"}", weight, bias}, 68, "nadir.steps = (missing)"},
        {{MOMENTUM("-1", "1"), weight, bias}, 68, "nadir.steps = -1, but a count is needed"},
        {{MOMENTUM("1.5", "1"), weight, bias}, 68, "nadir.steps = 1.5, but a count is needed"},
        {{MOMENTUM("1e30", "1"), weight, bias}, 68, "nadir.steps = 1e30, but a count is needed"},
        {{MOMENTUM("7x", "1"), weight, bias}, 68, "nadir.steps = 7x, but a count is needed"},
        {{MOMENTUM("7", "nan"), weight, bias}, 68, "nadir.loss_scale = nan, but a number is needed"},
        {{good, weight}, 60, "has no tensor b.momentum_buffer, which the optimizer needs"},
        {{good, weight, T("b.exp_avg", "F32", "[2]", "[60,68]")}, 68, "has no tensor b.momentum_buffer"},
        {{good, weight, bias, T("c.momentum_buffer", "F32", "[1]", "[68,72]")}, 72, "has a tensor c.momentum_buffer"},
        {{good, weight, T("b.momentum_buffer", "F32", "[2,1]", "[60,68]")}, 68, "shape (2, 1), but the optimizer's has (2)"},
        {{good, weight, T("b.momentum_buffer", "U8", "[8]", "[60,68]")}, 68, "dtype U8, expected F32"},
    };
    struct nadir_context *context = test_context();
    struct nadir_arena *arena;
    struct nadir_optimizer *optimizer;
    struct nadir_checkpoint *checkpoint;
    size_t size, other;
    TEST_OK(nadir_arena_create(&arena, context));
    TEST_OK(nadir_arena_add(arena, "w", 2, (size_t[]){3, 5}, NULL));
    TEST_OK(nadir_arena_add(arena, "b", 1, (size_t[]){2}, NULL));
    TEST_OK(nadir_arena_allocate(arena));
    const struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_MOMENTUM);
    TEST_OK(nadir_optimizer_create(&optimizer, context, arena, NULL, &params));
    const struct nadir_tensor g = nadir_arena_gradient(arena, 0);
    struct test_random random = test_seed(1);
    TEST_OK(nadir_tensor_upload(context, &g, test_random_floats(&random, 15, -1, 1)));
    TEST_OK(nadir_optimizer_step(optimizer));
    const unsigned char *before = download_states(arena, optimizer, &size);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char header[1024] = "{";
        for (size_t t = 0; t < 4 && cases[i].parts[t]; t++) {
            if (t > 0) strcat(header, ",");
            strcat(header, cases[i].parts[t]);
        }
        TEST_OK(nadir_checkpoint_open(&checkpoint, write_file(strcat(header, "}"), cases[i].size)));
        TEST_FAILS(NADIR_ERROR_FORMAT, cases[i].message, nadir_checkpoint_restore_optimizer(checkpoint, context, optimizer));
        nadir_checkpoint_close(&checkpoint);
        ck_assert_mem_eq(download_states(arena, optimizer, &other), before, size);
        ck_assert_uint_eq(nadir_optimizer_step_count(optimizer), 1);
    }

    /* A loss scale out of range is refused by the optimizer. */
    char header[1024];
    snprintf(header, sizeof header, "{%s,%s,%s}", MOMENTUM("7", "0"), weight, bias);
    TEST_OK(nadir_checkpoint_open(&checkpoint, write_file(header, 68)));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "loss_scale", nadir_checkpoint_restore_optimizer(checkpoint, context, optimizer));
    nadir_checkpoint_close(&checkpoint);
    ck_assert_mem_eq(download_states(arena, optimizer, &other), before, size);

    /* And a file by hand that fits. */
    snprintf(header, sizeof header, "{%s,%s,%s}", bias, good, weight);
    TEST_OK(nadir_checkpoint_open(&checkpoint, write_file(header, 68)));
    TEST_OK(nadir_checkpoint_restore_optimizer(checkpoint, context, optimizer));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_checkpoint_restore_optimizer(checkpoint, context, NULL));
    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_checkpoint_restore_optimizer(NULL, context, optimizer));
    nadir_checkpoint_close(&checkpoint);
    ck_assert_uint_eq(nadir_optimizer_step_count(optimizer), 7);
    const unsigned char *zeros = test_alloc(size, 1);
    ck_assert_mem_eq(download_states(arena, optimizer, &other), zeros, size);

    TEST_FAILS(NADIR_ERROR_INVALID_ARGUMENT, "NULL", nadir_checkpoint_save_optimizer(path_of("x"), context, NULL));
    TEST_FAILS(NADIR_ERROR_IO, "absent/x", nadir_checkpoint_save_optimizer(path_of("absent/x"), context, optimizer));
    nadir_optimizer_destroy(&optimizer);
    nadir_arena_destroy(&arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("safetensors");
    TCase *tcase = test_case(suite, "safetensors");
    tcase_add_test(tcase, writes_these_bytes);
    tcase_add_test(tcase, restores_what_was_saved);
    tcase_add_test(tcase, reads_other_writers_files);
    tcase_add_test(tcase, refuses_wrong_headers);
    tcase_add_test(tcase, refuses_deep_nesting);
    tcase_add_test(tcase, refuses_wrong_lengths);
    tcase_add_test(tcase, refuses_every_truncation);
    tcase_add_test(tcase, restores_all_or_nothing);
    tcase_add_test(tcase, leaves_nothing_after_a_failed_save);
    tcase_add_test(tcase, refuses_arenas_without_memory);
    tcase_add_test(tcase, refuses_files_that_cannot_be_read);
    /* Small: some rules of each kind; what differs between implementations are their kernels, which have tests of their own. */
    for (int rule = 0; rule < NADIR_OPTIMIZER_COUNT; rule += test_small() ? 4 : 1)
        tcase_add_loop_test(tcase, optimizers_go_on, rule, rule + 1);
    tcase_add_test(tcase, optimizers_restore_all_or_nothing);
    return test_run(suite);
}
