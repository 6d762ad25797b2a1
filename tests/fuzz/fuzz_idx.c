/* SPDX-License-Identifier: MIT */
/* The IDX reader. Input: a byte of options, a byte that says how long the labels' file is, that file, the images' file.
 * Each file goes to the reader as it is, or compressed to gzip first, since no mutation finds a right checksum. */
#include "fuzz.h"

#include <math.h>
#include <zlib.h>

enum { ZIP_LABELS = 1, ZIP_IMAGES = 2, TWO_MEMBERS = 4 };

/* A gzip member with these bytes. */
static size_t compress_member(uint8_t *out, size_t capacity, const uint8_t *data, size_t size)
{
    z_stream zip = {0};
    FUZZ_CHECK(deflateInit2(&zip, 1, Z_DEFLATED, 16 + 9, 1, Z_DEFAULT_STRATEGY) == Z_OK, "no memory");
    zip.next_in = (Bytef *)(uintptr_t)data;
    zip.avail_in = (uInt)size;
    zip.next_out = out;
    zip.avail_out = (uInt)capacity;
    FUZZ_CHECK(deflate(&zip, Z_FINISH) == Z_STREAM_END, "the buffer is too small");
    deflateEnd(&zip);
    return capacity - zip.avail_out;
}

static const char *make_file(unsigned slot, const uint8_t *data, size_t size, bool zip, bool two)
{
    if (!zip) return fuzz_file(slot, data, size);
    const size_t capacity = 2 * size + 256, first = two ? size / 2 : size;
    uint8_t *bytes = malloc(capacity);
    FUZZ_CHECK(bytes, "no memory");
    size_t used = compress_member(bytes, capacity, data, first);
    if (two) used += compress_member(bytes + used, capacity - used, data + first, size - first);
    const char *path = fuzz_file(slot, bytes, used);
    free(bytes);
    return path;
}

static void check_dataset(const struct nadir_dataset *dataset)
{
    FUZZ_CHECK(dataset->count >= 1 && dataset->sample_rank >= 1 && dataset->sample_rank <= 3, "%zu samples, rank %u",
               dataset->count, dataset->sample_rank);
    size_t features = 1;
    for (unsigned i = 0; i < dataset->sample_rank; i++) features *= dataset->sample_shape[i];
    FUZZ_CHECK(features == dataset->features && features >= 1, "%zu features", dataset->features);
    double sum = 0;
    for (size_t i = 0; i < dataset->count * features; i++) sum += dataset->samples[i];
    size_t classes = 0;
    for (size_t i = 0; i < dataset->count; i++) {
        const int32_t label = dataset->labels[i];
        FUZZ_CHECK(label >= 0 && label <= 255, "label %d", label);
        if ((size_t)label >= classes) classes = (size_t)label + 1;
    }
    FUZZ_CHECK(classes == dataset->classes, "%zu classes", dataset->classes);
    double mean, deviation;
    nadir_dataset_moments(dataset, &mean, &deviation);
    FUZZ_CHECK(fabs(mean - sum / (double)(dataset->count * features)) < 1e-9 && deviation >= 0 && deviation <= 127.5,
               "mean %g, deviation %g", mean, deviation);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct nadir_dataset *dataset = NULL;
    if (size < 2) return 0;
    const unsigned options = data[0];
    const size_t label_size = data[1] < size - 2 ? data[1] : size - 2, image_size = size - 2 - label_size;
    const uint8_t *labels = data + 2, *images = labels + label_size;
    const char *label_path = make_file(0, labels, label_size, options & ZIP_LABELS, options & TWO_MEMBERS);
    const char *image_path = make_file(1, images, image_size, options & ZIP_IMAGES, options & TWO_MEMBERS);
    const enum nadir_status status = nadir_dataset_load_idx(&dataset, image_path, label_path);
    if (status != NADIR_OK) {
        fuzz_check_failure(status);
        FUZZ_CHECK(!dataset, "a data set in spite of a failure");
        return 0;
    }
    check_dataset(dataset);
    /* The elements are the end of the file, if this is not itself gzip. */
    const size_t n = dataset->count * dataset->features;
    if (images[0] == 0) FUZZ_CHECK(memcmp(dataset->samples, images + image_size - n, n) == 0, "other samples than the file's");
    if (labels[0] == 0)
        for (size_t i = 0; i < dataset->count; i++)
            FUZZ_CHECK(dataset->labels[i] == labels[label_size - dataset->count + i], "label %zu", i);
    const size_t part = 1 + options % dataset->count;
    nadir_dataset_truncate(dataset, part);
    FUZZ_CHECK(dataset->count == part, "%zu samples of %zu", dataset->count, part);
    nadir_dataset_destroy(&dataset);
    FUZZ_CHECK(!dataset, "not destroyed");
    return 0;
}
