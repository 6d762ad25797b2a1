/* SPDX-License-Identifier: MIT */
/* Losses inside the library: the table of all of them (loss.c), and what a family of losses that share kernels implements.
 *
 * loss.c checks the tensors against the table, resolves reduction and denominator, and reduces; a family's `emit` launches the
 * kernels that read the inputs and write l and the gradients. */
#ifndef NADIR_LOSS_PRIV_H
#define NADIR_LOSS_PRIV_H

#include "nadir/loss.h"
#include "runtime/runtime_priv.h"

/* A number that a step keeps: y[*at]; `at` is read at each run, NULL is 0. A NULL buffer: it is not wanted. */
struct nadir__loss_number {
    struct nadir_tensor y;
    const uint64_t *at;
};

/* A call, checked and resolved. */
struct nadir__loss_call {
    enum nadir_loss loss;
    const struct nadir_loss_params *params;
    const struct nadir_loss_tensors *tensors; /* but for `loss`, which is for loss.c */
    size_t rows, cols;  /* x[0] as a matrix. Elementwise: rows = shape[0]; rows, pairs: cols = the last axis; CTC: N and C */
    size_t count;       /* number of l: elements, rows or sequences */
    size_t earlier;     /* rows before these that another call takes, for messages */
    bool mean;          /* the reduction is a mean over l (CTC divides by target lengths then) */
    bool reduce;        /* there is a reduction: l may be written as the partial sums that the family chooses */
    struct nadir_tensor losses; /* where l goes, or its partial sums; a NULL buffer: no loss is wanted */
    float scale;                /* dx = scale * factor[0] * upstream * sample_weight * dl/dx */
    bool shapes_only;
    struct nadir_tensor factor; /* one float computed on the device; a NULL buffer: 1 */
    /* With nadir__loss_totals: where the reduced loss and the mean of `correct` go, too. */
    struct nadir__loss_number total, hits;
    float total_scale; /* `scale` without the options' factor for gradients */
    bool counts;       /* the kernel that writes total divides by the labels that count itself: there is no `factor` */
};

/* Losses that share kernels. */
struct nadir__loss_family {
    /* Checks of its own beyond the table's; may be NULL. */
    enum nadir_status (*check)(const struct nadir__loss_call *call);
    /* Number of partial sums of l with a reduction; NULL: `count`, every l itself. */
    size_t (*partials)(const struct nadir_context *context, const struct nadir__loss_call *call);
    enum nadir_status (*emit)(const struct nadir__sink *sink, const struct nadir__loss_call *call);
    /* Whether `emit` also writes total and hits, so that sums need no launch of their own; NULL: never. */
    bool (*totals)(const struct nadir_context *context, const struct nadir__loss_call *call);
};
extern const struct nadir__loss_family nadir__pointwise_loss; /* pointwise_loss.c */
extern const struct nadir__loss_family nadir__cross_entropy;  /* cross_entropy.c: cross-entropy and focal */
extern const struct nadir__loss_family nadir__label_loss;     /* label_loss.c: NLL, multi margin, Crammer-Singer, cat. hinge */
extern const struct nadir__loss_family nadir__distance_loss;  /* distance_loss.c: cosine embedding, triplet margin */
extern const struct nadir__loss_family nadir__ctc;            /* ctc.c */

/* How the tensors of a loss are shaped. */
enum nadir__loss_layout {
    ND_LOSS_ELEMENTS, /* l for each element */
    ND_LOSS_ROWS,     /* l for each row, the last axis being the classes or features */
    ND_LOSS_SEQUENCES /* CTC */
};

enum nadir__loss_target {
    ND_TARGET_NONE,
    ND_TARGET_LIKE_X,    /* float32, shaped like x[0] */
    ND_TARGET_PER_ROW,   /* float32, shaped like l */
    ND_TARGET_LABELS,    /* int32, shaped like l */
    ND_TARGET_EITHER,    /* labels, or float32 like x[0] */
    ND_TARGET_SEQUENCES  /* int32 (N, S) */
};

/* Tensors that a loss takes beside x and target. */
enum nadir__loss_extra {
    ND_EXTRA_CLASS_WEIGHT = 1,   /* weight (classes) */
    ND_EXTRA_WEIGHT = 2,         /* weight like x[0], or its last axis */
    ND_EXTRA_POS_WEIGHT = 4,
    ND_EXTRA_SAMPLE_WEIGHT = 8,
    ND_EXTRA_CORRECT = 16,
    ND_EXTRA_LENGTHS = 32
};

/* One loss. */
struct nadir__loss_row {
    const char *name;
    const struct nadir__loss_family *family;
    enum nadir__loss_layout layout;
    const char *x[3]; /* names of the inputs; NULL behind the last */
    enum nadir__loss_target target;
    const char *target_name;
    unsigned extras;        /* of enum nadir__loss_extra */
    const char *options;    /* names of the options it takes, separated by blanks, without those that all take */
    enum nadir_denominator denominator; /* what DEFAULT is */
};
extern const struct nadir__loss_row nadir__losses[NADIR_LOSS_COUNT];

/* One member of struct nadir_loss_params. */
enum nadir__option_type { ND_OPTION_BOOL, ND_OPTION_INT, ND_OPTION_REAL, ND_OPTION_CHOICE };
struct nadir__loss_option {
    const char *name; /* with underscores */
    enum nadir__option_type type;
    size_t offset;
    double least, most;             /* of a number */
    const char *const *choices;     /* of an enum: names in order, NULL behind the last */
};
extern const struct nadir__loss_option nadir__loss_options[];
extern const size_t nadir__loss_option_count;

/* Whether the loss takes the option (all take reduction, denominator, empty, gradient_scale). */
bool nadir__loss_takes(enum nadir_loss loss, const struct nadir__loss_option *option);

/* Checks a call and resolves everything but the memory of `losses` and `factor`. The pointers are kept. With `shapes_only` the
 * tensors need no buffers: for checks and sizes before there is memory. */
enum nadir_status nadir__loss_resolve(struct nadir__loss_call *out, enum nadir_loss loss,
                                      const struct nadir_loss_tensors *tensors, const struct nadir_loss_params *params,
                                      bool shapes_only);

/* The label of ignored rows, NADIR_NO_IGNORE_INDEX for losses that ignore none. */
int32_t nadir__loss_ignore_index(const struct nadir__loss_call *call);

/* Number of floats for `losses` with a reduction; 0 for an empty batch. */
size_t nadir__loss_partials(const struct nadir_context *context, const struct nadir__loss_call *call);

/* The kernels of a resolved call whose `losses` is set (or absent): the denominator if it depends on data (_factor), then l and
 * dx (_values). With nadir__loss_totals, _emit_loss may leave the denominator to the kernel. */
enum nadir_status nadir__emit_loss_factor(const struct nadir__sink *sink, struct nadir__loss_call *call);
enum nadir_status nadir__emit_loss_values(const struct nadir__sink *sink, const struct nadir__loss_call *call);
enum nadir_status nadir__emit_loss(const struct nadir__sink *sink, struct nadir__loss_call *call);

/* As nadir_linear_cross_entropy, with a call resolved for the logits and its `losses` set or absent: one for each row. */
enum nadir_status nadir__emit_linear_cross_entropy(const struct nadir__sink *sink, struct nadir__loss_call *call,
                                                   const struct nadir_linear_cross_entropy_tensors *tensors);

/* Whether this call writes `total` and `hits` itself. */
bool nadir__loss_totals(const struct nadir_context *context, const struct nadir__loss_call *call);

/* y[*at] = the reduced loss, from the partial sums that nadir__emit_loss left in `losses`; may be called more than once. */
enum nadir_status nadir__emit_loss_total(const struct nadir__sink *sink, const struct nadir__loss_call *call,
                                         const struct nadir_tensor *y, const uint64_t *at);

#endif
