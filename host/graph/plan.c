/* SPDX-License-Identifier: MIT */
/* The memory plan: storages that are never in use at the same time share a place in one workspace. */
#include "graph_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <stdlib.h>

size_t nadir__value_elements(const struct nadir_value *value, size_t rows)
{
    size_t count = 1;
    for (unsigned i = 0; i < value->rank; i++) {
        const size_t dimension = value->shape[i] == NADIR_BATCH ? rows : value->shape[i];
        if (!nadir__size_mul(&count, count, dimension)) return SIZE_MAX;
    }
    return count;
}

struct nadir_tensor nadir__step_tensor(const struct nadir_step *step, int storage, const struct nadir_value *value,
                                       size_t rows)
{
    struct nadir_tensor tensor = nadir_tensor_view(NULL, 0, value->dtype, value->rank, value->shape);
    if (storage == ND_NONE) return tensor;
    tensor.buffer = step->workspace.buffer;
    tensor.offset = step->storages[storage].offset * sizeof(float) / nadir_dtype_size(value->dtype);
    if (tensor.rank > 0 && tensor.shape[0] == NADIR_BATCH) tensor.shape[0] = rows;
    return tensor;
}

enum nadir_status nadir__storage_add(struct nadir_step *step, int *out, size_t elements, size_t birth)
{
    struct nadir__storage *grown = realloc(step->storages, (step->storage_count + 1) * sizeof *grown);
    if (!grown) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a step's memory plan");
    step->storages = grown;
    grown[step->storage_count] = (struct nadir__storage){.elements = elements, .birth = birth, .death = birth};
    *out = (int)step->storage_count++;
    return NADIR_OK;
}

void nadir__storage_use(struct nadir_step *step, int storage, size_t time)
{
    if (storage != ND_NONE && step->storages[storage].death < time) step->storages[storage].death = time;
}

static bool overlap_in_time(const struct nadir__storage *a, const struct nadir__storage *b)
{
    return a->birth <= b->death && b->birth <= a->death;
}

/* First fit in the order of creation: the lowest offset that no storage in use at the same time covers. */
enum nadir_status nadir__step_place(struct nadir_step *step)
{
    const size_t alignment = nadir_context_device(step->graph->context)->base_alignment / sizeof(float);
    const size_t unit = alignment ? alignment : 1;
    size_t total = 0;
    for (size_t i = 0; i < step->storage_count; i++) {
        struct nadir__storage *storage = &step->storages[i];
        if (storage->elements > SIZE_MAX / sizeof(float) / 4)
            return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "the step needs more memory than size_t can count");
        bool moved = true;
        storage->offset = 0;
        while (moved) {
            moved = false;
            for (size_t k = 0; k < i; k++) {
                const struct nadir__storage *other = &step->storages[k];
                if (!overlap_in_time(storage, other) || storage->offset >= other->offset + other->elements ||
                    other->offset >= storage->offset + storage->elements)
                    continue;
                storage->offset = nadir__size_round_up(other->offset + other->elements, unit);
                moved = true;
            }
        }
        if (storage->offset + storage->elements > total) total = storage->offset + storage->elements;
    }
    /* One float at least, so that a step without storages has a buffer all the same. */
    if (total == 0) total = 1;
    return nadir_tensor_create(&step->workspace, step->graph->context, NADIR_F32, 1, &total);
}
