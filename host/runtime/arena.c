/* SPDX-License-Identifier: MIT */
/* The arena: parameters in one buffer, gradients in a second, at aligned offsets. */
#include "runtime_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct segment {
    char name[96];
    size_t offset; /* elements */
    size_t count;
    unsigned rank;
    size_t shape[NADIR_MAX_RANK];
};

struct nadir_arena {
    struct nadir_context *context;
    struct segment *segments;
    size_t count;
    size_t capacity;
    size_t length; /* elements, padding included */
    bool allocated;
    bool wrapped; /* the buffers are the caller's */
    struct nadir_tensor parameters;
    struct nadir_tensor gradients;
};

enum nadir_status nadir_arena_create(struct nadir_arena **out, struct nadir_context *context)
{
    ND_CHECK_ARG(out && context, "arena: out or context is NULL");
    struct nadir_arena *arena = calloc(1, sizeof *arena);
    if (!arena) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for an arena");
    arena->context = context;
    *out = arena;
    return NADIR_OK;
}

void nadir_arena_destroy(struct nadir_arena **arena)
{
    if (!arena || !*arena) return;
    if (!(*arena)->wrapped) {
        nadir_tensor_destroy(&(*arena)->parameters);
        nadir_tensor_destroy(&(*arena)->gradients);
    }
    free((*arena)->segments);
    free(*arena);
    *arena = NULL;
}

enum nadir_status nadir_arena_add(struct nadir_arena *arena, const char *name, unsigned rank, const size_t *shape,
                                  size_t *index)
{
    ND_CHECK_ARG(arena && name, "arena: arena or name is NULL");
    ND_CHECK_ARG(!arena->allocated, "%s: the arena is allocated, no tensor can be added", name);
    ND_CHECK_ARG(strlen(name) < sizeof arena->segments->name && name[0], "%s: a tensor's name has 1 to 95 bytes", name);
    ND_CHECK_ARG(rank <= NADIR_MAX_RANK && (rank == 0 || shape), "%s: rank = %u, but at most %d dimensions are possible", name,
                 rank, NADIR_MAX_RANK);
    ND_CHECK_ARG(nadir_arena_find(arena, name) == SIZE_MAX, "%s: the arena has a tensor of this name", name);
    size_t count, end, bytes;
    ND_CHECK_ARG(nadir__size_product(&count, rank, shape) && nadir__size_add(&end, arena->length, count) &&
                     nadir__size_add(&end, end, 4096) && nadir__size_mul(&bytes, end, sizeof(float)),
                 "%s: the arena's number of bytes does not fit in size_t", name);

    if (arena->count == arena->capacity) {
        size_t capacity = arena->capacity ? 2 * arena->capacity : 16;
        struct segment *grown = realloc(arena->segments, capacity * sizeof *grown);
        if (!grown) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for %zu tensors of an arena", capacity);
        arena->segments = grown;
        arena->capacity = capacity;
    }
    struct segment *segment = &arena->segments[arena->count];
    *segment = (struct segment){.offset = arena->length, .count = count, .rank = rank};
    snprintf(segment->name, sizeof segment->name, "%s", name);
    if (rank > 0) memcpy(segment->shape, shape, rank * sizeof *shape);
    const size_t alignment = arena->context->device.base_alignment / sizeof(float);
    arena->length = nadir__size_round_up(arena->length + count, alignment ? alignment : 1);
    if (index) *index = arena->count;
    arena->count++;
    return NADIR_OK;
}

enum nadir_status nadir_arena_allocate(struct nadir_arena *arena)
{
    enum nadir_status status = NADIR_OK;
    ND_CHECK_ARG(arena, "arena is NULL");
    ND_CHECK_ARG(!arena->allocated, "the arena is allocated already");
    ND_TRY(nadir_tensor_create(&arena->parameters, arena->context, NADIR_F32, 1, &arena->length));
    ND_TRY(nadir_tensor_create(&arena->gradients, arena->context, NADIR_F32, 1, &arena->length));
    ND_TRY(nadir_tensor_zero(arena->context, &arena->parameters));
    ND_TRY(nadir_tensor_zero(arena->context, &arena->gradients));
    arena->allocated = true;
out:
    if (status != NADIR_OK) {
        nadir_tensor_destroy(&arena->parameters);
        nadir_tensor_destroy(&arena->gradients);
    }
    return status;
}

enum nadir_status nadir_arena_wrap(struct nadir_arena *arena, const struct nadir_tensor *parameters,
                                   const struct nadir_tensor *gradients)
{
    enum nadir_status status;
    ND_CHECK_ARG(arena && parameters && gradients, "arena: arena, parameters or gradients is NULL");
    ND_CHECK_ARG(!arena->allocated, "the arena is allocated already");
    const struct nadir_tensor *const both[] = {parameters, gradients};
    static const char *const names[] = {"parameters", "gradients"};
    const size_t alignment = arena->context->device.base_alignment / sizeof(float);
    for (int i = 0; i < 2; i++) {
        ND_TRY(nadir__tensor_check(names[i], both[i], NADIR_F32));
        ND_CHECK_ARG(both[i]->rank == 1 && both[i]->shape[0] >= arena->length, "%s: %zu elements in one dimension are needed",
                     names[i], arena->length);
        ND_CHECK_ARG(alignment == 0 || both[i]->offset % alignment == 0, "%s: offset = %zu, but a multiple of %zu is needed",
                     names[i], both[i]->offset, alignment);
    }
    ND_TRY(nadir__tensor_check_apart("gradients", gradients, "parameters", parameters));
    arena->parameters = *parameters;
    arena->gradients = *gradients;
    arena->parameters.shape[0] = arena->gradients.shape[0] = arena->length;
    arena->allocated = arena->wrapped = true;
out:
    return status;
}

size_t nadir_arena_length(const struct nadir_arena *arena)
{
    return arena->length;
}

size_t nadir_arena_offset(const struct nadir_arena *arena, size_t index)
{
    return index < arena->count ? arena->segments[index].offset : arena->length;
}

size_t nadir_arena_tensor_count(const struct nadir_arena *arena)
{
    return arena->count;
}

size_t nadir_arena_parameter_count(const struct nadir_arena *arena)
{
    size_t count = 0;
    for (size_t i = 0; i < arena->count; i++) count += arena->segments[i].count;
    return count;
}

const char *nadir_arena_name(const struct nadir_arena *arena, size_t index)
{
    return index < arena->count ? arena->segments[index].name : NULL;
}

size_t nadir_arena_find(const struct nadir_arena *arena, const char *name)
{
    for (size_t i = 0; i < arena->count; i++)
        if (strcmp(arena->segments[i].name, name) == 0) return i;
    return SIZE_MAX;
}

static struct nadir_tensor segment_view(const struct nadir_arena *arena, size_t index, const struct nadir_tensor *all)
{
    if (index >= arena->count) return (struct nadir_tensor){0};
    const struct segment *segment = &arena->segments[index];
    return nadir_tensor_view(all->buffer, all->offset + segment->offset, NADIR_F32, segment->rank, segment->shape);
}

struct nadir_tensor nadir_arena_parameter(const struct nadir_arena *arena, size_t index)
{
    return segment_view(arena, index, &arena->parameters);
}

struct nadir_tensor nadir_arena_gradient(const struct nadir_arena *arena, size_t index)
{
    return segment_view(arena, index, &arena->gradients);
}

struct nadir_tensor nadir_arena_parameters(const struct nadir_arena *arena)
{
    return arena->parameters;
}

struct nadir_tensor nadir_arena_gradients(const struct nadir_arena *arena)
{
    return arena->gradients;
}
