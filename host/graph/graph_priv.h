/* SPDX-License-Identifier: MIT */
/* Graphs and steps inside the library.
 *
 * A graph is nodes and values as declared. A step turns the part of it that it needs into stages (a node with what is folded
 * into it), decides which gradients exist and where everything lies (backward.c, plan.c), and lowers the stages to commands,
 * once for each number of rows it meets (step.c). What an operation does is one struct nadir__op (ops.c). */
#ifndef NADIR_GRAPH_PRIV_H
#define NADIR_GRAPH_PRIV_H

#include "nadir/graph.h"
#include "runtime/runtime_priv.h"

enum { ND_MAX_INPUTS = 4, ND_MAX_NODE_PARAMETERS = 2, ND_NODE_NAME = 64 };

struct nadir__node;
struct nadir__stage;

struct nadir_value {
    struct nadir_graph *graph;
    size_t id; /* position in graph->values */
    char name[ND_NODE_NAME];
    enum nadir_dtype dtype;
    unsigned rank;
    size_t shape[NADIR_MAX_RANK];
    struct nadir__node *producer; /* NULL: an input */
};

/* What an operation is: one row per operation. */
struct nadir__op {
    const char *name;
    bool differentiable;
    bool gradient_in_forward;    /* computes its input's gradient together with its value (a loss) */
    bool backward_reads_input;   /* input 0 must live until the backward pass */
    bool backward_reads_output;
    enum nadir_status (*forward)(struct nadir_step *step, const struct nadir__stage *stage, const struct nadir__sink *sink,
                                 size_t rows);
    enum nadir_status (*backward)(struct nadir_step *step, const struct nadir__stage *stage, const struct nadir__sink *sink,
                                  size_t rows);
};
extern const struct nadir__op nadir__op_linear, nadir__op_activation, nadir__op_cross_entropy, nadir__op_accuracy;

struct nadir__node {
    const struct nadir__op *op;
    struct nadir_value *inputs[ND_MAX_INPUTS];
    unsigned input_count;
    struct nadir_value *output;
    size_t parameters[ND_MAX_NODE_PARAMETERS]; /* numbers in the arena */
    unsigned parameter_count;
    enum nadir_activation activation; /* of an activation node */
};

struct nadir_graph {
    struct nadir_context *context;
    struct nadir_arena *arena;
    double *bounds; /* of each parameter: initialised uniform in +-bound */
    struct nadir_value **values;
    size_t value_count;
    struct nadir__node **nodes; /* in the order of declaration, which is a topological order */
    size_t node_count;
    bool initialised;
    enum nadir_status status; /* of the first builder error */
    struct nadir_error error;
};

/* --- Steps. --- */

enum { ND_NONE = -1 };

/* A piece of the step's workspace, and when it is in use. */
struct nadir__storage {
    size_t elements; /* with max_rows rows; floats, of which smaller types leave some unused */
    size_t birth, death;
    size_t offset;
};

/* One node that the step runs, with what is folded into it. Forward at time i, backward at time 2 * stage_count - 1 - i. */
struct nadir__stage {
    const struct nadir__node *node;
    const struct nadir__node *activation; /* folded behind a linear node; NULL: none */
    const struct nadir__node *accuracy;   /* folded into a cross-entropy */
    const struct nadir_value *output;     /* of the node, or of the activation folded behind it */
    bool gradient;                        /* a loss that is differentiated, or a node that runs backward */
    int loss_rows, correct_rows;          /* storages of one float a row, ND_NONE where not needed */
    struct {
        int storage;     /* where the gradient of input i goes; ND_NONE: not wanted */
        bool accumulate; /* then it is added to the value's gradient */
        bool derivative; /* multiplied by the derivative of the activation that made the input: a gradient one node further */
    } inputs[ND_MAX_INPUTS];
};

/* What a step knows of a value. */
struct nadir__placement {
    bool live;             /* the step computes or reads it */
    bool output;           /* nadir_step_value may ask for it */
    bool requires_gradient;
    unsigned uses;         /* by live nodes */
    int storage;
    int gradient;
    bool derivative_done;  /* its gradient is already that of the input of the activation that made it */
};

struct nadir__lowered {
    size_t rows;
    struct nadir__plan plan;
};

struct nadir_step {
    struct nadir_graph *graph;
    struct nadir_optimizer *optimizer;
    size_t max_rows;
    struct nadir_value **losses;
    size_t loss_count;
    struct nadir_value **scalars;
    size_t scalar_count;
    size_t history;
    struct nadir_tensor scalar_history; /* (history, scalar_count) */
    uint64_t *scalar_at;                /* where each scalar of the next run goes */
    uint64_t runs;

    struct nadir__placement *placements; /* one per value of the graph */
    size_t placement_count;
    struct nadir__stage *stages;
    size_t stage_count;
    struct nadir__storage *storages;
    size_t storage_count;
    struct nadir_tensor workspace;

    struct nadir__lowered *lowered;
    size_t lowered_count;
    char *description;
};

/* Marks what the losses, scalars and outputs need, and makes the stages, in the graph's order, with what is folded. */
enum nadir_status nadir__step_stages(struct nadir_step *step);

/* Decides which gradients exist and who writes them (backward.c). Adds their storages. */
enum nadir_status nadir__step_derive(struct nadir_step *step);

/* Places all storages in one workspace by lifetime (plan.c). */
enum nadir_status nadir__step_place(struct nadir_step *step);

/* Whether the step computes the gradient of a parameter. */
bool nadir__step_reaches(const struct nadir_step *step, size_t parameter);

/* A new storage of `elements`, in use from `birth`; *out is its number. Errors: OUT_OF_MEMORY. */
enum nadir_status nadir__storage_add(struct nadir_step *step, int *out, size_t elements, size_t birth);
void nadir__storage_use(struct nadir_step *step, int storage, size_t time);

static inline size_t nadir__backward_time(const struct nadir_step *step, size_t stage)
{
    return 2 * step->stage_count - 1 - stage;
}

/* Elements of a value for a number of rows; shape with the rows put in. */
size_t nadir__value_elements(const struct nadir_value *value, size_t rows);
struct nadir_tensor nadir__step_tensor(const struct nadir_step *step, int storage, const struct nadir_value *value,
                                       size_t rows);

#endif
