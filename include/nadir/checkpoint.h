/* SPDX-License-Identifier: MIT */
/* Files of models and optimizers in the safetensors format (https://huggingface.co/docs/safetensors): an 8-byte little-endian
 * header length, a JSON header, the raw tensors. Written atomically: under a temporary name, then renamed. */
#ifndef NADIR_CHECKPOINT_H
#define NADIR_CHECKPOINT_H

#include "nadir/optimizer.h"

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

/* Writes all states of an optimizer, each as "<tensor>.<state>" (float32, or uint8 for states of 8 bits), in the order of the
 * arena, and as metadata what else its next step depends on: "nadir.optimizer" (the rule's name) and the members of struct
 * nadir_optimizer_progress, as digits that read back exactly; also "nadir.version". The parameters are not in it:
 * nadir_checkpoint_save, which between nadir_optimizer_evaluate and nadir_optimizer_train would save what is shown. Accumulated
 * gradients are left out. Blocks.
 * Errors: INVALID_ARGUMENT (a parameter's name, as above), IO (file named, nothing left under `path`), OUT_OF_MEMORY,
 * OPENCL. */
NADIR_API enum nadir_status nadir_checkpoint_save_optimizer(const char *path, struct nadir_context *context,
                                                            struct nadir_optimizer *optimizer);

/* Puts all of that into an optimizer of the same rule over tensors of the same names. With the same params, and the parameters
 * of that time restored too, its next steps have the same bits as without the interruption. Nothing is changed unless
 * everything fits. Blocks.
 * Errors: FORMAT (another rule; names the state and both shapes), INVALID_ARGUMENT (while gradients are accumulated, or after
 * nadir_optimizer_evaluate), OUT_OF_MEMORY, OPENCL. */
NADIR_API enum nadir_status nadir_checkpoint_restore_optimizer(const struct nadir_checkpoint *checkpoint,
                                                               struct nadir_context *context,
                                                               struct nadir_optimizer *optimizer);

#ifdef __cplusplus
}
#endif

#endif
