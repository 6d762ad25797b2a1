/* SPDX-License-Identifier: MIT */
/* NPY files. The format: NumPy's doc/source/reference/generated/numpy.lib.format, NEP 1. */
#include "npy_priv.h"

#include "base/half_priv.h"
#include "base/size_priv.h"
#include "base/status_priv.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
    MAGIC = 6,           /* bytes */
    MAX_HEADER = 1 << 16, /* of plain arrays it has some 100 bytes */
    ALIGNMENT = 64       /* of the data that is written, as NumPy has it */
};
static const char magic[] = "\x93NUMPY";

static const struct dtype {
    char kind;
    unsigned size;
    const char *name;
} dtypes[] = {
    {'f', 2, "float16"}, {'f', 4, "float32"}, {'f', 8, "float64"}, {'i', 1, "int8"},   {'i', 2, "int16"},  {'i', 4, "int32"},
    {'i', 8, "int64"},   {'u', 1, "uint8"},   {'u', 2, "uint16"},  {'u', 4, "uint32"}, {'u', 8, "uint64"}, {'b', 1, "bool"},
};

static const struct dtype *find_dtype(char kind, unsigned size)
{
    for (size_t i = 0; i < sizeof dtypes / sizeof dtypes[0]; i++)
        if (dtypes[i].kind == kind && dtypes[i].size == size) return &dtypes[i];
    return NULL;
}

const char *nadir__npy_dtype_name(const struct nadir__npy *array)
{
    return find_dtype(array->kind, array->size)->name;
}

/* --- The header: a Python dictionary such as {'descr': '<f4', 'fortran_order': False, 'shape': (3, 4), }. --- */

/* The next thing in the header, behind blanks; false and not moved if something else stands there. */
static bool take(const char **at, const char *token)
{
    const char *next = *at + strspn(*at, " \t\n");
    const size_t length = strlen(token);
    if (strncmp(next, token, length) != 0) return false;
    *at = next + length;
    return true;
}

/* A quoted text without escapes, of less than `size` bytes. */
static bool take_text(const char **at, char *out, size_t size)
{
    const char quote[] = {take(at, "'") ? '\'' : take(at, "\"") ? '"' : 0, '\\', 0};
    if (!quote[0]) return false;
    const size_t length = strcspn(*at, quote);
    if ((*at)[length] != quote[0] || length >= size) return false;
    memcpy(out, *at, length);
    out[length] = 0;
    *at += length + 1;
    return true;
}

static bool take_size(const char **at, size_t *out)
{
    size_t value = 0;
    const char *next = *at + strspn(*at, " \t\n");
    if (*next < '0' || *next > '9') return false;
    for (; *next >= '0' && *next <= '9'; next++)
        if (!nadir__size_mul(&value, value, 10) || !nadir__size_add(&value, value, (size_t)(*next - '0'))) return false;
    *out = value;
    *at = next;
    (void)take(at, "L"); /* Python 2's long integers */
    return true;
}

/* (), (3,), (3, 4): sets rank, which may turn out larger than what `shape` holds. */
static bool take_shape(const char **at, unsigned *rank, size_t *shape)
{
    size_t size;
    bool comma = true;
    if (!take(at, "(")) return false;
    for (*rank = 0; !take(at, ")"); (*rank)++) {
        if (!comma || !take_size(at, &size)) return false;
        if (*rank < NADIR_MAX_RANK) shape[*rank] = size;
        comma = take(at, ",");
    }
    return *rank != 1 || comma; /* (3) is no tuple */
}

static enum nadir_status parse_descr(struct nadir__npy *array, const char *descr)
{
    static const char accepted[] = "float16, float32, float64, integers and bool are accepted, little-endian";
    const char order = descr[0], kind = order ? descr[1] : 0;
    const unsigned size = kind && descr[2] >= '0' && descr[2] <= '9' && !descr[3] ? (unsigned)(descr[2] - '0') : 0;
    const struct dtype *dtype = find_dtype(kind, size);
    if (!dtype || !strchr("<>|=", order))
        return nadir__fail(NADIR_ERROR_FORMAT, "%s holds elements of type '%s', but %s", array->path, descr, accepted);
    if (order == '>' && size > 1)
        return nadir__fail(NADIR_ERROR_FORMAT, "%s holds big-endian elements ('%s'): save it with x.astype('<%c%u')",
                           array->path, descr, kind, size);
    array->kind = kind;
    array->size = size;
    return NADIR_OK;
}

static enum nadir_status parse_header(struct nadir__npy *array, const char *at)
{
    bool fortran = false, has_descr = false, has_order = false, has_shape = false, good = take(&at, "{");
    char key[24], descr[16] = "";
    while (good && !take(&at, "}")) {
        good = take_text(&at, key, sizeof key) && take(&at, ":");
        if (!good) break;
        if (strcmp(key, "descr") == 0 && !has_descr) {
            has_descr = true;
            if (take(&at, "["))
                return nadir__fail(NADIR_ERROR_FORMAT, "%s holds records, but plain numbers are needed", array->path);
            good = take_text(&at, descr, sizeof descr);
        } else if (strcmp(key, "fortran_order") == 0 && !has_order) {
            has_order = true;
            fortran = take(&at, "True");
            good = fortran || take(&at, "False");
        } else if (strcmp(key, "shape") == 0 && !has_shape) {
            has_shape = true;
            good = take_shape(&at, &array->rank, array->shape);
        } else {
            good = false;
        }
        if (good && !take(&at, ",")) {
            good = take(&at, "}");
            break;
        }
    }
    if (!good || at[strspn(at, " \n")] || !has_descr || !has_order || !has_shape)
        return nadir__fail(NADIR_ERROR_FORMAT, "%s is not a sound NPY file: its header does not give descr, fortran_order and "
                           "shape", array->path);
    if (array->rank > NADIR_MAX_RANK)
        return nadir__fail(NADIR_ERROR_FORMAT, "%s has %u dimensions, but at most %d are possible", array->path, array->rank,
                           NADIR_MAX_RANK);
    if (fortran && array->rank > 1)
        return nadir__fail(NADIR_ERROR_FORMAT, "%s is in Fortran order: save it with numpy.ascontiguousarray(x)", array->path);
    return parse_descr(array, descr);
}

/* --- Reading. --- */

/* Exactly `size` bytes, which are there: the file's length was looked at before. */
static enum nadir_status read_bytes(FILE *stream, const char *path, void *out, size_t size)
{
    if (fread(out, 1, size, stream) == size) return NADIR_OK;
    return ferror(stream) ? nadir__fail(NADIR_ERROR_IO, "cannot read %s: %s", path, strerror(errno))
                          : nadir__fail(NADIR_ERROR_FORMAT, "%s is truncated", path);
}

enum nadir_status nadir__npy_read(struct nadir__npy *out, const char *path)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__npy array = {.path = path};
    char *header = NULL;
    unsigned char start[MAGIC + 6] = {0}; /* magic, version, length of the header in 2 or 4 bytes */
    struct stat information;
    FILE *stream = fopen(path, "rb");
    if (!stream) return nadir__fail(NADIR_ERROR_IO, "cannot open %s: %s", path, strerror(errno));
    if (fstat(fileno(stream), &information) != 0 || !S_ISREG(information.st_mode)) {
        status = nadir__fail(NADIR_ERROR_IO, "cannot read %s: not a regular file", path);
        goto out;
    }
    const uintmax_t file_size = (uintmax_t)information.st_size;
    if (file_size < MAGIC + 4 || fread(start, 1, MAGIC + 4, stream) != MAGIC + 4 || memcmp(start, magic, MAGIC) != 0) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "%s is not an NPY file: numpy.save makes one", path);
        goto out;
    }
    const unsigned version = start[MAGIC], before = version == 1 ? MAGIC + 4 : MAGIC + 6;
    if (version < 1 || version > 3) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "%s is NPY version %u.%u, but 1.0, 2.0 and 3.0 are accepted", path, version,
                             start[MAGIC + 1]);
        goto out;
    }
    if (version > 1) ND_TRY(read_bytes(stream, path, start + MAGIC + 4, 2));
    const size_t length = start[8] | (size_t)start[9] << 8 | (size_t)start[10] << 16 | (size_t)start[11] << 24;
    if (length > MAX_HEADER || before + length > file_size) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "%s claims a header of %zu bytes, but %s", path, length,
                             length > MAX_HEADER ? "that of an array of numbers is short" : "is truncated");
        goto out;
    }
    header = malloc(length + 1);
    if (!header) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the header of %s", path);
        goto out;
    }
    ND_TRY(read_bytes(stream, path, header, length));
    header[length] = 0;
    if (strlen(header) != length) header[0] = 0; /* a 0 byte: no header */
    ND_TRY(parse_header(&array, header));

    size_t bytes;
    if (!nadir__size_product(&array.count, array.rank, array.shape) || !nadir__size_mul(&bytes, array.count, array.size)) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "%s claims a shape whose elements no memory holds", path);
        goto out;
    }
    const uintmax_t present = file_size - before - length;
    if (present != bytes) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "%s %s: %ju bytes of data, but its header says %zu", path,
                             present < bytes ? "is truncated" : "has trailing bytes", present, bytes);
        goto out;
    }
    array.data = malloc(bytes ? bytes : 1);
    if (!array.data) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the %zu bytes of %s", bytes, path);
        goto out;
    }
    ND_TRY(read_bytes(stream, path, array.data, bytes));
    *out = array;
    array.data = NULL;
out:
    nadir__npy_free(&array);
    free(header);
    fclose(stream);
    return status;
}

void nadir__npy_free(struct nadir__npy *array)
{
    free(array->data);
    *array = (struct nadir__npy){0};
}

/* --- Conversions. --- */

/* Element i of an array of integers or booleans, as the nearest 64 bits: sign-extended, or unsigned. */
static uint64_t integer_at(const struct nadir__npy *array, size_t i)
{
    uint64_t value = 0;
    memcpy(&value, (const char *)array->data + i * array->size, array->size);
    if (array->kind == 'b') return value != 0;
    const uint64_t sign = (uint64_t)1 << (8 * array->size - 1);
    return array->kind == 'i' ? (value ^ sign) - sign : value;
}

/* Reports element i: "x.npy[17] = 4294967296, but ...". */
static enum nadir_status fail_integer(const struct nadir__npy *array, size_t i, const char *why)
{
    char text[24];
    const uint64_t value = integer_at(array, i);
    if (array->kind == 'i') snprintf(text, sizeof text, "%" PRId64, (int64_t)value);
    else snprintf(text, sizeof text, "%" PRIu64, value);
    return nadir__fail(NADIR_ERROR_FORMAT, "%s[%zu] = %s, but %s", array->path, i, text, why);
}

enum nadir_status nadir__npy_to_float32(const struct nadir__npy *array, float *out)
{
    const size_t n = array->count;
    if (array->kind == 'f' && array->size == 4) {
        memcpy(out, array->data, n * sizeof *out);
    } else if (array->kind == 'f' && array->size == 2) {
        const uint16_t *x = array->data;
        for (size_t i = 0; i < n; i++) out[i] = nadir__half_to_float(x[i]);
    } else if (array->kind == 'f') {
        const double *x = array->data;
        for (size_t i = 0; i < n; i++) out[i] = (float)x[i];
    } else {
        const uint64_t exact = (uint64_t)1 << 24;
        for (size_t i = 0; i < n; i++) {
            const uint64_t value = integer_at(array, i);
            const bool negative = array->kind == 'i' && value >> 63, fits = (negative ? 0 - value : value) <= exact;
            if (!fits) return fail_integer(array, i, "as float32 it is within -2^24 .. 2^24 only: save it as a float");
            out[i] = negative ? -(float)(0 - value) : (float)value;
        }
    }
    return NADIR_OK;
}

enum nadir_status nadir__npy_to_int32(const struct nadir__npy *array, int32_t *out)
{
    if (array->kind == 'f')
        return nadir__fail(NADIR_ERROR_FORMAT, "%s holds %s, but integers are needed", array->path,
                           nadir__npy_dtype_name(array));
    for (size_t i = 0; i < array->count; i++) {
        const uint64_t value = integer_at(array, i);
        const bool negative = array->kind == 'i' && value >> 63;
        if (negative ? 0 - value > (uint64_t)INT32_MAX + 1 : value > INT32_MAX)
            return fail_integer(array, i, "labels and lengths are int32, within -2^31 .. 2^31 - 1");
        out[i] = (int32_t)(uint32_t)value;
    }
    return NADIR_OK;
}

/* --- Writing. --- */

void nadir__npy_write(FILE *stream, enum nadir_dtype dtype, unsigned rank, const size_t *shape, const void *data)
{
    static const char *const descr[] = {
        [NADIR_F32] = "<f4", [NADIR_I32] = "<i4", [NADIR_U8] = "|u1", [NADIR_F16] = "<f2", [NADIR_BF16] = "<f4"};
    char text[64 + 24 * NADIR_MAX_RANK + ALIGNMENT];
    size_t count = 0;
    int used = snprintf(text, sizeof text, "{'descr': '%s', 'fortran_order': False, 'shape': (", descr[dtype]);
    for (unsigned i = 0; i < rank; i++)
        used += snprintf(text + used, sizeof text - (size_t)used, "%s%zu%s", i ? ", " : "", shape[i], rank == 1 ? "," : "");
    used += snprintf(text + used, sizeof text - (size_t)used, "), }");
    const size_t begin = MAGIC + 4, size = nadir__size_round_up(begin + (size_t)used + 1, ALIGNMENT) - begin;
    memset(text + used, ' ', size - (size_t)used - 1);
    text[size - 1] = '\n';
    fwrite(magic, 1, MAGIC, stream);
    fwrite((const unsigned char[]){1, 0, size & 0xff, (unsigned char)(size >> 8)}, 1, 4, stream);
    fwrite(text, 1, size, stream);

    (void)nadir__size_product(&count, rank, shape); /* of memory that exists */
    if (dtype == NADIR_BF16) {
        const uint16_t *x = data;
        for (size_t i = 0; i < count; i++) {
            const float value = nadir__bfloat16_to_float(x[i]);
            fwrite(&value, sizeof value, 1, stream);
        }
    } else {
        fwrite(data, nadir_dtype_size(dtype), count, stream);
    }
}
