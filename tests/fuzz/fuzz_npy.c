/* SPDX-License-Identifier: MIT */
/* The NPY reader: the input is a file. */
#include "fuzz.h"

#include "io/npy_priv.h"

#include <math.h>

/* Element i as the double nearest to it, from its bytes. */
static double element(const struct nadir__npy *array, size_t i)
{
    const unsigned char *bytes = (const unsigned char *)array->data + i * array->size;
    uint64_t bits = 0;
    for (unsigned j = 0; j < array->size; j++) bits |= (uint64_t)bytes[j] << 8 * j;
    if (array->kind == 'f' && array->size == 8) {
        double x;
        memcpy(&x, &bits, sizeof x);
        return x;
    }
    if (array->kind == 'f' && array->size == 4) {
        const uint32_t half = (uint32_t)bits;
        float x;
        memcpy(&x, &half, sizeof x);
        return x;
    }
    if (array->kind == 'f') {
        const int exponent = (int)(bits >> 10 & 31), fraction = (int)(bits & 1023);
        double x = exponent == 31 ? (fraction ? NAN : INFINITY)
                                  : ldexp(fraction + (exponent ? 1024 : 0), (exponent ? exponent : 1) - 25);
        return bits >> 15 ? -x : x;
    }
    if (array->kind == 'b') return bits != 0;
    if (array->kind == 'i' && bits >> (8 * array->size - 1))
        return -(double)((array->size == 8 ? 0 : (uint64_t)1 << 8 * array->size) - bits);
    return (double)bits;
}

static void check_numbers(const struct nadir__npy *array)
{
    float *floats = malloc(array->count * sizeof *floats + 1);
    int32_t *ints = malloc(array->count * sizeof *ints + 1);
    FUZZ_CHECK(floats && ints, "no memory");
    const enum nadir_status to_float = nadir__npy_to_float32(array, floats);
    if (to_float != NADIR_OK) fuzz_check_failure(to_float);
    const enum nadir_status to_int = nadir__npy_to_int32(array, ints);
    if (to_int != NADIR_OK) fuzz_check_failure(to_int);
    FUZZ_CHECK(to_int != NADIR_OK || array->kind != 'f', "floats became integers");
    bool exact = true;
    for (size_t i = 0; i < array->count; i++) {
        const double x = element(array, i);
        const bool whole = array->kind != 'f';
        exact = exact && (!whole || fabs(x) <= 0x1p24);
        if (to_float == NADIR_OK)
            FUZZ_CHECK(isnan(x) ? isnan(floats[i]) : floats[i] == (float)x, "element %zu is %.17g, not %.17g", i,
                       (double)floats[i], x);
        if (to_int == NADIR_OK) FUZZ_CHECK(ints[i] == x, "element %zu is %d, not %.17g", i, ints[i], x);
    }
    FUZZ_CHECK(exact == (to_float == NADIR_OK), "conversion to float32 gave %s", nadir_status_name(to_float));
    free(floats);
    free(ints);
}

/* What was read, written and read again, is the same. */
static void check_round_trip(const struct nadir__npy *array, enum nadir_dtype dtype)
{
    char *bytes = NULL;
    size_t size = 0;
    struct nadir__npy again = {0};
    FILE *stream = open_memstream(&bytes, &size);
    FUZZ_CHECK(stream, "no memory");
    nadir__npy_write(stream, dtype, array->rank, array->shape, array->data);
    FUZZ_CHECK(fclose(stream) == 0, "no memory");
    const enum nadir_status status = nadir__npy_read(&again, fuzz_file(1, bytes, size));
    FUZZ_CHECK(status == NADIR_OK, "%s", nadir_last_error()->message);
    FUZZ_CHECK(again.kind == array->kind && again.size == array->size && again.rank == array->rank &&
                   again.count == array->count && memcmp(again.shape, array->shape, array->rank * sizeof *again.shape) == 0 &&
                   (array->count == 0 || memcmp(again.data, array->data, array->count * array->size) == 0),
               "another array came back");
    nadir__npy_free(&again);
    free(bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct nadir__npy array = {.rank = 77};
    const enum nadir_status status = nadir__npy_read(&array, fuzz_file(0, data, size));
    if (status != NADIR_OK) {
        fuzz_check_failure(status);
        FUZZ_CHECK(array.rank == 77 && !array.data, "a failure changed the array");
        return 0;
    }
    FUZZ_CHECK(array.rank <= NADIR_MAX_RANK && array.data, "rank %u", array.rank);
    bool empty = false;
    for (unsigned i = 0; i < array.rank; i++) empty = empty || array.shape[i] == 0;
    size_t count = empty ? 0 : 1;
    for (unsigned i = 0; i < array.rank && !empty; i++) {
        FUZZ_CHECK(array.shape[i] <= size / count, "more elements than bytes");
        count *= array.shape[i];
    }
    FUZZ_CHECK(array.count == count && count * array.size < size, "%zu elements of %u bytes in %zu", array.count, array.size,
               size);
    /* The data is the end of the file. */
    const size_t bytes = count * array.size;
    FUZZ_CHECK(bytes == 0 || memcmp(array.data, data + size - bytes, bytes) == 0, "other data than the file's");
    fuzz_check_printable(nadir__npy_dtype_name(&array));
    check_numbers(&array);
    if (array.kind == 'f' && array.size == 4) check_round_trip(&array, NADIR_F32);
    if (array.kind == 'f' && array.size == 2) check_round_trip(&array, NADIR_F16);
    if (array.kind == 'i' && array.size == 4) check_round_trip(&array, NADIR_I32);
    if (array.kind == 'u' && array.size == 1) check_round_trip(&array, NADIR_U8);
    nadir__npy_free(&array);
    FUZZ_CHECK(!array.data, "not freed");
    return 0;
}
