/* SPDX-License-Identifier: MIT */
/* An operation of `nadir op`: its tensors and options, from which command line, listing and help are made, and its run.
 * op_table.c, op_loss.c and op_optimizer.c describe operations, cmd_op.c reads, runs and writes. */
#ifndef NADIR_TOOLS_OP_H
#define NADIR_TOOLS_OP_H

#include "options.h"

#include "nadir/nadir.h"

/* What the elements of a tensor are on the device, and which files can give them. */
enum op_values {
    OP_FLOAT,  /* float32; files of float32, float16, float64 */
    OP_STORED, /* the same, but float16 stays as it is, and --dtype converts */
    OP_NUMBER, /* float32; the same files, and integers that float32 holds exactly */
    OP_LABELS, /* int32; files of integers that int32 holds */
    OP_EITHER, /* OP_LABELS if the file holds integers, else OP_FLOAT */
    OP_STATE   /* of an output alone: float32 or uint8 */
};

enum { OP_NAME = 32, OP_TENSORS = 16, OP_OPTIONS = 24 };

struct op_tensor {
    char name[OP_NAME]; /* with underscores; of the file of an output. Its option has dashes */
    const char *shape;  /* names of the axes, "(..., classes)"; "()" is a scalar */
    enum op_values values;
    const char *help;
    bool output, optional;
    const char *const *aliases; /* other names of the option; NULL behind the last one */

    /* Of a run. */
    char flag[OP_NAME];
    const char *path, *given; /* the file, and the name it was given under */
    bool present;
    struct nadir_tensor tensor;
};

struct op_option {
    const char *name; /* its option has dashes for underscores */
    enum option_type type; /* OPTION_SIGNED, OPTION_REAL, OPTION_BOOLEAN, OPTION_CHOICE or OPTION_REALS */
    const char *help;
    double least, most;       /* of a number; of each one of OPTION_REALS */
    const char *const *names; /* of a choice */
    char fallback[OP_NAME];   /* the default */
    size_t count;             /* how many OPTION_REALS */

    /* Of a run. */
    char flag[OP_NAME];
    const char *given;
    union {
        bool boolean;
        int choice;
        int64_t integer;
        double real;
        struct option_reals reals;
    } value;
};

struct op {
    const char *name;
    char about[256];
    int which; /* for `run`: the loss, the activation, ... */
    enum nadir_status (*run)(struct op *op); /* makes the outputs and enqueues; a failure is in the library's record */
    struct op_tensor tensors[OP_TENSORS];
    size_t tensor_count;
    struct op_option options[OP_OPTIONS];
    size_t option_count;
    struct nadir_context *context; /* of a run */
};

/* Describes the operation number `index` of all; false behind the last one. */
bool op_describe(struct op *op, size_t index);

/* The losses, in the order of enum nadir_loss: op_loss.c. */
void op_describe_loss(struct op *op, int which);
void op_describe_linear_cross_entropy(struct op *op, int which);

/* The optimizers, in the order of enum nadir_optimizer_rule: op_optimizer.c. */
void op_describe_optimizer(struct op *op, int which);

/* For describing. */
void op_add_tensor(struct op *op, struct op_tensor tensor);
void op_add_option(struct op *op, struct op_option option);

/* For running. The tensor of that name: NULL if there is none, or it was not given or made. */
const struct nadir_tensor *op_tensor(const struct op *op, const char *name);
const struct op_option *op_option(const struct op *op, const char *name);

/* Makes the memory of an output. */
enum nadir_status op_make(struct op *op, const char *name, enum nadir_dtype dtype, unsigned rank, const size_t *shape);
enum nadir_status op_make_like(struct op *op, const char *name, const struct nadir_tensor *like);

/* The memory of an input becomes that of an output. */
void op_move(struct op *op, const char *output, const char *input);

#endif
