/* SPDX-License-Identifier: MIT */
/* Model files in the safetensors format (https://huggingface.co/docs/safetensors): an 8-byte little-endian header length, a
 * JSON header, the raw tensors. Written atomically: under a temporary name, then renamed. */
#ifndef NADIR_CHECKPOINT_H
#define NADIR_CHECKPOINT_H

#include "nadir/arena.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A pair of the file's "__metadata__" object. */
struct nadir_metadata {
    const char *key;
    const char *value;
};

/* Writes all parameters of an allocated arena, by name, in the arena's order, with `metadata` (`count` pairs, keys unique).
 * The same parameters and metadata give the same bytes. Blocks.
 * Errors: INVALID_ARGUMENT (arena not allocated; a parameter named "__metadata__" or with control characters), IO (file named,
 * nothing left under `path`), OUT_OF_MEMORY, OPENCL. */
NADIR_API enum nadir_status nadir_checkpoint_save(const char *path, struct nadir_context *context,
                                                  const struct nadir_arena *arena, const struct nadir_metadata *metadata,
                                                  size_t count);

struct nadir_checkpoint;

/* Reads a safetensors file and checks it completely: header length and JSON, dtypes, shapes against offsets, offsets against
 * the file's size, no overlap, no gap. Owns: free with nadir_checkpoint_close. Errors: IO, FORMAT, OUT_OF_MEMORY. */
NADIR_API enum nadir_status nadir_checkpoint_open(struct nadir_checkpoint **out, const char *path);
NADIR_API void nadir_checkpoint_close(struct nadir_checkpoint **checkpoint);

/* The metadata value of `key`, or NULL. Owned by the checkpoint. */
NADIR_API const char *nadir_checkpoint_metadata(const struct nadir_checkpoint *checkpoint, const char *key);

/* Copies every tensor into the parameter of the same name. Nothing is changed unless all of them fit: the same set of names,
 * dtype F32, equal shapes. Blocks.
 * Errors: INVALID_ARGUMENT (arena not allocated), FORMAT (names the tensor and both shapes), OUT_OF_MEMORY, OPENCL. */
NADIR_API enum nadir_status nadir_checkpoint_restore(const struct nadir_checkpoint *checkpoint, struct nadir_context *context,
                                                     struct nadir_arena *arena);

#ifdef __cplusplus
}
#endif

#endif
