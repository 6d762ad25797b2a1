/* SPDX-License-Identifier: MIT */
/* IDX files, plain or gzip-compressed, and the folders of four that MNIST and its relatives come in. */
#include "nadir/dataset.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <zlib.h>

enum {
    INPUT_SIZE = 1 << 18,
    FIRST_ALLOCATION = 1 << 20,
    UNSIGNED_BYTE = 0x08, /* third byte of the magic number: the element type */
    MAX_IDX_RANK = 4
};

/* A file that is read from front to end, decompressed on the way if it is gzip. */
struct source {
    const char *path;
    FILE *stream;
    bool gzip;
    bool inside;  /* a gzip member has begun and not ended */
    z_stream zip; /* next_in, avail_in: what was read and not yet used, of plain files too */
    unsigned char input[INPUT_SIZE];
};

/* Reads more input when there is none left; none left after that is the end of the file. */
static enum nadir_status fill(struct source *source)
{
    if (source->zip.avail_in > 0) return NADIR_OK;
    source->zip.next_in = source->input;
    source->zip.avail_in = (uInt)fread(source->input, 1, sizeof source->input, source->stream);
    if (ferror(source->stream))
        return nadir__fail(NADIR_ERROR_IO, "cannot read %s: %s", source->path, strerror(errno));
    return NADIR_OK;
}

static void source_close(struct source *source)
{
    if (!source) return;
    if (source->gzip) inflateEnd(&source->zip);
    fclose(source->stream);
    free(source);
}

static enum nadir_status source_open(struct source **out, const char *path)
{
    enum nadir_status status = NADIR_OK;
    struct source *source = NULL;
    FILE *stream = fopen(path, "rb");
    if (!stream) return nadir__fail(NADIR_ERROR_IO, "cannot open %s: %s", path, strerror(errno));
    source = malloc(sizeof *source);
    if (!source) {
        fclose(stream);
        return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory to read %s", path);
    }
    source->path = path;
    source->stream = stream;
    source->gzip = source->inside = false;
    source->zip = (z_stream){0};
    ND_TRY(fill(source));

    const unsigned char *first = source->input;
    if (source->zip.avail_in >= 2 && first[0] == 0x1f && first[1] == 0x8b) {
        if (inflateInit2(&source->zip, 16 + MAX_WBITS) != Z_OK) { /* 16: gzip, with its checksum */
            status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory to decompress %s", path);
            goto out;
        }
        source->gzip = true;
    } else if (strlen(path) >= 3 && strcmp(path + strlen(path) - 3, ".gz") == 0) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "%s is not gzip-compressed: fetch it again, or drop .gz from its name", path);
        goto out;
    }
    *out = source;
    source = NULL;
out:
    source_close(source);
    return status;
}

/* Reads until `size` bytes are there or the data ends; for gzip, the end comes only after a checksum that is right. */
static enum nadir_status source_read(struct source *source, unsigned char *data, size_t size, size_t *got)
{
    enum nadir_status status = NADIR_OK;
    z_stream *zip = &source->zip;
    for (*got = 0; *got < size;) {
        ND_TRY(fill(source));
        const size_t wanted = size - *got < INPUT_SIZE ? size - *got : INPUT_SIZE;
        if (zip->avail_in == 0) {
            if (source->inside)
                status = nadir__fail(NADIR_ERROR_FORMAT, "%s is truncated: its gzip data has no end", source->path);
            goto out;
        }
        if (!source->gzip) {
            const size_t part = zip->avail_in < wanted ? zip->avail_in : wanted;
            memcpy(data + *got, zip->next_in, part);
            zip->next_in += part;
            zip->avail_in -= (uInt)part;
            *got += part;
            continue;
        }
        if (!source->inside) {
            if (*zip->next_in != 0x1f) { /* a further member would begin with the magic number, too */
                status = nadir__fail(NADIR_ERROR_FORMAT, "%s has trailing bytes after its gzip data", source->path);
                goto out;
            }
            inflateReset(zip);
        }
        zip->next_out = data + *got;
        zip->avail_out = (uInt)wanted;
        const int code = inflate(zip, Z_NO_FLUSH);
        *got += wanted - zip->avail_out;
        if (code != Z_OK && code != Z_STREAM_END) {
            status = code == Z_MEM_ERROR
                ? nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory to decompress %s", source->path)
                : nadir__fail(NADIR_ERROR_FORMAT, "%s is damaged: gzip says \"%s\"; fetch it again", source->path,
                              zip->msg ? zip->msg : "bad data");
            goto out;
        }
        source->inside = code == Z_OK;
    }
out:
    return status;
}

/* Reads all elements of an IDX file of unsigned bytes. The shape in the header is a claim until the data is there, so memory
 * grows with what is read. */
static enum nadir_status read_idx(const char *path, unsigned min_rank, unsigned max_rank, unsigned *rank, size_t *shape,
                                  uint8_t **out)
{
    enum nadir_status status = NADIR_OK;
    struct source *source = NULL;
    uint8_t *data = NULL;
    unsigned char header[4 * MAX_IDX_RANK];
    size_t got, size, have = 0;
    ND_TRY(source_open(&source, path));

    ND_TRY(source_read(source, header, 4, &got));
    if (got < 4) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "%s holds %zu bytes: too short for an IDX file", path, got);
        goto out;
    }
    *rank = header[3];
    if (header[0] != 0 || header[1] != 0 || header[2] != UNSIGNED_BYTE || *rank < min_rank || *rank > max_rank) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "%s begins with %02x%02x%02x%02x, expected %s", path, header[0], header[1],
                             header[2], header[3],
                             max_rank == 1 ? "00000801 (IDX labels)" : "00000802 to 00000804 (IDX images)");
        goto out;
    }
    ND_TRY(source_read(source, header, 4 * (size_t)*rank, &got));
    if (got < 4 * (size_t)*rank) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "%s is truncated: it ends inside its header", path);
        goto out;
    }
    for (unsigned i = 0; i < *rank; i++) {
        const unsigned char *word = header + 4 * i;
        shape[i] = (size_t)word[0] << 24 | (size_t)word[1] << 16 | (size_t)word[2] << 8 | word[3];
        if (shape[i] == 0) {
            status = nadir__fail(NADIR_ERROR_FORMAT, "%s holds no data: dimension %u is 0", path, i);
            goto out;
        }
    }
    if (!nadir__size_product(&size, *rank, shape)) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "%s announces more data than memory can address: a damaged header", path);
        goto out;
    }

    for (size_t capacity = 0; have < size;) {
        capacity = capacity > size / 2 ? size : 2 * capacity;
        if (capacity < FIRST_ALLOCATION) capacity = size < FIRST_ALLOCATION ? size : FIRST_ALLOCATION;
        uint8_t *larger = realloc(data, capacity);
        if (!larger) {
            status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the %zu bytes of %s", size, path);
            goto out;
        }
        data = larger;
        ND_TRY(source_read(source, data + have, capacity - have, &got));
        have += got;
        if (have < capacity) {
            status = nadir__fail(NADIR_ERROR_FORMAT, "%s is truncated: %zu bytes of data, its header announces %zu", path, have,
                                 size);
            goto out;
        }
    }
    ND_TRY(source_read(source, header, 1, &got));
    if (got > 0) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "%s has trailing bytes after the %zu that its header announces", path, size);
        goto out;
    }
    *out = data;
    data = NULL;
out:
    free(data);
    source_close(source);
    return status;
}

enum nadir_status nadir_dataset_load_idx(struct nadir_dataset **out, const char *images, const char *labels)
{
    ND_CHECK_ARG(out && images && labels, "nadir_dataset_load_idx: an argument is NULL");
    enum nadir_status status = NADIR_OK;
    uint8_t *bytes = NULL;
    size_t image_shape[MAX_IDX_RANK], label_count;
    unsigned image_rank, label_rank;
    struct nadir_dataset *dataset = calloc(1, sizeof *dataset);
    if (!dataset) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a data set");

    ND_TRY(read_idx(labels, 1, 1, &label_rank, &label_count, &bytes));
    ND_TRY(read_idx(images, 2, MAX_IDX_RANK, &image_rank, image_shape, &dataset->samples));
    if (image_shape[0] != label_count) {
        status = nadir__fail(NADIR_ERROR_FORMAT, "%s holds %zu images, but %s holds %zu labels", images, image_shape[0], labels,
                             label_count);
        goto out;
    }
    dataset->count = label_count;
    dataset->features = 1;
    dataset->sample_rank = image_rank - 1;
    for (unsigned i = 1; i < image_rank; i++) {
        dataset->sample_shape[i - 1] = image_shape[i];
        dataset->features *= image_shape[i];
    }
    dataset->labels = malloc(label_count * sizeof *dataset->labels);
    if (!dataset->labels) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu labels", label_count);
        goto out;
    }
    for (size_t i = 0; i < label_count; i++) {
        dataset->labels[i] = bytes[i];
        if (dataset->classes <= bytes[i]) dataset->classes = bytes[i] + (size_t)1;
    }
    *out = dataset;
    dataset = NULL;
out:
    free(bytes);
    nadir_dataset_destroy(&dataset);
    return status;
}

static char *join(const char *folder, const char *name, const char *suffix)
{
    const size_t size = strlen(folder) + strlen(name) + strlen(suffix) + 2;
    char *path = malloc(size);
    if (path) snprintf(path, size, "%s/%s%s", folder, name, suffix);
    return path;
}

/* Path of `name` in the folder: the plain file if there is one, otherwise name.gz. */
static enum nadir_status find(char **out, const char *folder, const char *name)
{
    static const char remedy[] =
        "Fashion-MNIST: `apt install dataset-fashion-mnist` puts it into /usr/share/datasets/fashion-mnist";
    static const char *const suffixes[] = {"", ".gz"};
    struct stat information;
    if (stat(folder, &information) != 0)
        return nadir__fail(NADIR_ERROR_IO, "cannot open the folder %s: %s (%s)", folder, strerror(errno), remedy);
    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++) {
        char *path = join(folder, name, suffixes[i]);
        if (!path) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a path in %s", folder);
        if (stat(path, &information) == 0 || errno != ENOENT) {
            *out = path;
            return NADIR_OK;
        }
        free(path);
    }
    return nadir__fail(NADIR_ERROR_IO, "the folder %s has no %s, plain or .gz (%s)", folder, name, remedy);
}

enum nadir_status nadir_dataset_load(struct nadir_dataset **out, const char *folder, enum nadir_dataset_part part)
{
    static const char *const names[][2] = {
        [NADIR_DATASET_TRAIN] = {"train-images-idx3-ubyte", "train-labels-idx1-ubyte"},
        [NADIR_DATASET_TEST] = {"t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"},
    };
    ND_CHECK_ARG(out && folder, "nadir_dataset_load: an argument is NULL");
    ND_CHECK_ARG(part == NADIR_DATASET_TRAIN || part == NADIR_DATASET_TEST, "nadir_dataset_load: unknown part %d", (int)part);
    enum nadir_status status = NADIR_OK;
    char *images = NULL, *labels = NULL;
    ND_TRY(find(&images, folder, names[part][0]));
    ND_TRY(find(&labels, folder, names[part][1]));
    ND_TRY(nadir_dataset_load_idx(out, images, labels));
out:
    free(labels);
    free(images);
    return status;
}

void nadir_dataset_destroy(struct nadir_dataset **dataset)
{
    if (!dataset || !*dataset) return;
    free((*dataset)->samples);
    free((*dataset)->labels);
    free(*dataset);
    *dataset = NULL;
}

void nadir_dataset_truncate(struct nadir_dataset *dataset, size_t count)
{
    if (count >= 1 && count < dataset->count) dataset->count = count;
}

void nadir_dataset_moments(const struct nadir_dataset *dataset, double *mean, double *deviation)
{
    enum { BLOCK = 1 << 16 }; /* the squares of so many bytes sum up in 32 bits, which keeps the loop in narrow lanes */
    const uint64_t n = (uint64_t)dataset->count * dataset->features;
    uint64_t sum = 0, squares = 0;
    for (size_t begin = 0; begin < n; begin += BLOCK) {
        const uint8_t *x = dataset->samples + begin;
        const size_t size = n - begin < BLOCK ? n - begin : BLOCK;
        uint32_t block_sum = 0, block_squares = 0;
        for (size_t i = 0; i < size; i++) {
            block_sum += x[i];
            block_squares += (uint32_t)x[i] * x[i];
        }
        sum += block_sum;
        squares += block_squares;
    }
    *mean = (double)sum / (double)n;
    /* Around the integer nearest to the mean the sums are exact (modulo 2^64, with results far below it), and what is left to
     * subtract in floating point is at most half of the first term. */
    const uint64_t centre = (uint64_t)(*mean + 0.5);
    const double first = (double)(int64_t)(sum - centre * n);
    const double second = (double)(squares - 2 * centre * sum + centre * centre * n);
    *deviation = sqrt((second - first * (first / (double)n)) / (double)n);
}
