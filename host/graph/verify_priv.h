/* SPDX-License-Identifier: MIT */
/* Verified runs inside the library: what can be watched, and a slice of it. verify.c chooses, reads, compares and runs;
 * expect.c knows what should come. */
#ifndef NADIR_VERIFY_PRIV_H
#define NADIR_VERIFY_PRIV_H

#include "graph_priv.h"
#include "optim/optim_priv.h"

#include <float.h>

enum nadir__watch_kind {
    ND_WATCH_FORWARD,
    ND_WATCH_WEIGHT_GRADIENT,
    ND_WATCH_BIAS_GRADIENT,
    ND_WATCH_INPUT_GRADIENT,
    ND_WATCH_LOSS_GRADIENT,
    ND_WATCH_UPDATE,
    ND_WATCH_KINDS
};

struct nadir__watch {
    enum nadir__watch_kind kind;
    size_t stage;
    size_t parameter; /* of an update: its number in the arena */
    char name[ND_NODE_NAME + 80];
};

/* A slice of a watched operation: elements first .. first + count - 1 of row `row` of its result, count <= ND_SLICE. */
struct nadir__slice {
    struct nadir_step *step;
    const struct nadir__watch *watch;
    const struct nadir__stage *stage; /* NULL for an update */
    size_t rows;
    size_t row, first, count;
    struct nadir__expected outputs[1 + ND_STATES];
    size_t output_count;
    void *reads[16]; /* at most 6 inputs and all outputs */
    size_t read_count;
};

/* The result of a watched operation as rows of `cols` numbers, each made of `depth` products. */
struct nadir__grid {
    size_t rows, cols, depth;
};

/* One row for each kind. */
struct nadir__watch_row {
    const char *name; /* with that of the node or the parameter */
    struct nadir__grid (*grid)(const struct nadir__slice *slice);
    /* Before the operation is enqueued: reads its inputs, adds its outputs. */
    enum nadir_status (*expect)(struct nadir__slice *slice);
};
extern const struct nadir__watch_row nadir__watch_rows[ND_WATCH_KINDS];

/* Whether the formulas here are those of a cross-entropy, or of the step's update. */
bool nadir__expects_loss(const struct nadir__stage *stage);
bool nadir__expects_update(const struct nadir_step *step);

/* Waits for `count` rows of `width` elements, from element `first` on and `pitch` elements apart: float32 or int32. *out is
 * owned by the slice. Errors: OUT_OF_MEMORY, OPENCL. */
enum nadir_status nadir__slice_read(struct nadir__slice *slice, void *out, const struct nadir_tensor *tensor, size_t first,
                                    size_t count, size_t width, size_t pitch);

/* Where float32 may overflow, nothing is known: bounds from here on let everything pass. */
#define ND_HUGE (0x1p-2 * (double)FLT_MAX)

#endif
