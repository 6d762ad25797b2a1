/* SPDX-License-Identifier: MIT */
/* The arena: all parameters of a model in one buffer and all gradients in a second one, so that an optimizer step, a
 * checkpoint or an all-reduce is one launch or one transfer, whatever the number of tensors. */
#ifndef NADIR_ARENA_H
#define NADIR_ARENA_H

#include "nadir/tensor.h"

#ifdef __cplusplus
extern "C" {
#endif

struct nadir_arena;

/* An empty arena. Owns: destroy before the context. Errors: OUT_OF_MEMORY. */
NADIR_API enum nadir_status nadir_arena_create(struct nadir_arena **out, struct nadir_context *context);
NADIR_API void nadir_arena_destroy(struct nadir_arena **arena);

/* Adds a float32 parameter before the arena is allocated; `index` (may be NULL) receives its number.
 * Names are unique, at most 95 bytes. Errors: INVALID_ARGUMENT (name taken, arena already allocated, size overflow),
 * OUT_OF_MEMORY. */
NADIR_API enum nadir_status nadir_arena_add(struct nadir_arena *arena, const char *name, unsigned rank, const size_t *shape,
                                            size_t *index);

/* Allocates parameters and gradients, both zero (also the padding between tensors, which stays zero). Every tensor starts
 * at a multiple of the device's base alignment. Errors: INVALID_ARGUMENT (allocated before), OUT_OF_MEMORY, OPENCL. */
NADIR_API enum nadir_status nadir_arena_allocate(struct nadir_arena *arena);

/* In place of nadir_arena_allocate: the tensors lie in the caller's two buffers, which are not cleared and must outlive the
 * arena. Shape: parameters and gradients float32 (n), not overlapping, their offsets multiples of the device's base alignment,
 * n at least nadir_arena_length. What lies between the tensors must be zero in both.
 * Errors: INVALID_ARGUMENT (allocated before; too small, misaligned or overlapping). */
NADIR_API enum nadir_status nadir_arena_wrap(struct nadir_arena *arena, const struct nadir_tensor *parameters,
                                             const struct nadir_tensor *gradients);

/* Elements from the first tensor to the end of the padding behind the last, and up to tensor `index` (the length behind the
 * last): the length is known as soon as all tensors are added. */
NADIR_API size_t nadir_arena_length(const struct nadir_arena *arena);
NADIR_API size_t nadir_arena_offset(const struct nadir_arena *arena, size_t index);

NADIR_API size_t nadir_arena_tensor_count(const struct nadir_arena *arena);
NADIR_API size_t nadir_arena_parameter_count(const struct nadir_arena *arena); /* elements of all tensors, padding apart */
NADIR_API const char *nadir_arena_name(const struct nadir_arena *arena, size_t index);

/* Number of the tensor called `name`, or SIZE_MAX. */
NADIR_API size_t nadir_arena_find(const struct nadir_arena *arena, const char *name);

/* Views on tensor `index`: its values, its gradient. Valid while the arena lives; a NULL buffer before allocation. */
NADIR_API struct nadir_tensor nadir_arena_parameter(const struct nadir_arena *arena, size_t index);
NADIR_API struct nadir_tensor nadir_arena_gradient(const struct nadir_arena *arena, size_t index);

/* Rank-1 views on everything, padding included. */
NADIR_API struct nadir_tensor nadir_arena_parameters(const struct nadir_arena *arena);
NADIR_API struct nadir_tensor nadir_arena_gradients(const struct nadir_arena *arena);

#ifdef __cplusplus
}
#endif

#endif
