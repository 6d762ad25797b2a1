/* SPDX-License-Identifier: MIT */
/* Graphs and steps inside the library.
 *
 * A graph is nodes and values as declared. A step turns the part of it that it needs into stages (a node with what is folded
 * into it), decides which gradients exist and where everything lies (backward.c, plan.c), and lowers the stages to commands,
 * once for each number of rows it meets (step.c). What an operation does is one struct nadir__op (ops.c). */
#ifndef NADIR_GRAPH_PRIV_H
#define NADIR_GRAPH_PRIV_H

#include "nadir/graph.h"
#include "ops/ops_priv.h"
#include "runtime/runtime_priv.h"

enum { ND_LOSS_X = 3, ND_MAX_INPUTS = 9, ND_MAX_NODE_PARAMETERS = 2, ND_NODE_NAME = 64 };
enum { ND_ANY_ROWS = 1000003 }; /* stands for the batch in checks of shapes; unlike any fixed number */

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
    bool gradient_in_place;      /* that gradient may take the input's place */
    bool backward_reads_input;   /* input 0 must live until the backward pass */
    bool backward_reads_output;
    /* Of a scalar: the number of floats that are summed to it, with max_rows rows; NULL for values that are no scalars. */
    size_t (*partials)(const struct nadir_step *step, const struct nadir__node *node);
    enum nadir_status (*forward)(struct nadir_step *step, const struct nadir__stage *stage, const struct nadir__sink *sink,
                                 size_t rows);
    enum nadir_status (*backward)(struct nadir_step *step, const struct nadir__stage *stage, const struct nadir__sink *sink,
                                  size_t rows);
    /* Of a loss: adds to gradients of parameters behind the whole backward pass; may be NULL. */
    enum nadir_status (*add_gradients)(struct nadir_step *step, const struct nadir__stage *stage,
                                       const struct nadir__sink *sink);
};
extern const struct nadir__op nadir__op_linear, nadir__op_activation, nadir__op_loss, nadir__op_accuracy,
    nadir__op_penalty, nadir__op_linear_cross_entropy, nadir__op_softmax, nadir__op_logsumexp;

struct nadir__node {
    const struct nadir__op *op;
    struct nadir_value *inputs[ND_MAX_INPUTS];
    unsigned input_count;
    struct nadir_value *output;
    size_t parameters[ND_MAX_NODE_PARAMETERS]; /* numbers in the arena */
    unsigned parameter_count;
    struct nadir__activation activation; /* of an activation node */
    enum nadir_loss loss;             /* of a loss or an accuracy, and what each input is (loss.c) */
    struct nadir_loss_params loss_params;
    unsigned slots[ND_MAX_INPUTS];
    enum nadir_softmax softmax;       /* of a softmax */
    struct nadir_softmax_params softmax_params;
    struct nadir_penalty_params penalty; /* of a penalty, and the end of the names of its parameters */
    char suffix[ND_NODE_NAME];
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

/* For builders (graph.c). Whether one may go on: the graph is sound, the inputs are values of this graph. */
bool nadir__graph_may_build(struct nadir_graph *graph, const char *kind, const char *name, struct nadir_value *const *inputs,
                            size_t count);

/* Sets the graph's builder error, if it is the first. Returns NULL, what a failed builder returns. */
struct nadir_value *nadir__graph_refuse(struct nadir_graph *graph, enum nadir_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Adds a parameter `<node>.<suffix>`, initialised uniform in +-bound, to a node. Sets the last error, not the graph's. */
enum nadir_status nadir__graph_add_parameter(struct nadir_graph *graph, struct nadir__node *node, const char *suffix,
                                             unsigned rank, const size_t *shape, double bound);

/* Keeps the last error as the graph's, if it is the first. Returns NULL. */
struct nadir_value *nadir__graph_keep_error(struct nadir_graph *graph);

/* Adds a value and, with `op`, the node that computes it. `name` NULL: "<kind><number>". */
struct nadir_value *nadir__graph_add(struct nadir_graph *graph, const char *name, const char *kind, enum nadir_dtype dtype,
                                     unsigned rank, const size_t *shape, const struct nadir__op *op,
                                     struct nadir_value *const *inputs, unsigned input_count);

/* What the derivative of an activation node is computed from: its input or its output. */
const struct nadir_value *nadir__saved_value(const struct nadir__node *activation);

/* A cross-entropy with labels: the loss that counts an accuracy in passing (loss.c). */
bool nadir__is_cross_entropy(const struct nadir__node *node);

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
    int loss_rows, correct_rows;          /* storages of the numbers that become scalars, ND_NONE where not needed */
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

/* Commands begin .. end - 1 of a plan. */
struct nadir__span {
    size_t begin, end;
};

struct nadir__lowered {
    size_t rows;
    struct nadir__plan plan;
    struct nadir__span *spans; /* forward of each stage, backward of each stage, update: 2 stage_count + 1 */
};

/* An operation that a verified run can watch (verify.c). */
struct nadir__watch;

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

    size_t accumulate; /* runs per update, 0 if the optimizer does not accumulate */
    struct nadir__lowered *lowered;
    size_t lowered_count;
    struct nadir__watch *watches; /* NULL: not looked for yet */
    size_t watch_count;
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

/* One float for each of `n` rows (loss.c). */
struct nadir_tensor nadir__row_numbers(const struct nadir_step *step, int storage, size_t n);

/* A place where the scalar `value` is wanted: of 0 .. scalar_count, place `i` if it is one (loss.c). */
bool nadir__scalar_place(struct nadir_step *step, const struct nadir_value *value, size_t i, struct nadir_tensor *y,
                         const uint64_t **at);

/* The tensors of a value and of its gradient, and where a stage puts the gradient of its input i: a NULL buffer where it is not
 * wanted (ops.c). */
struct nadir_tensor nadir__value_tensor(const struct nadir_step *step, const struct nadir_value *value, size_t rows);
struct nadir_tensor nadir__gradient_tensor(const struct nadir_step *step, const struct nadir_value *value, size_t rows);
struct nadir_tensor nadir__input_gradient(const struct nadir_step *step, const struct nadir__stage *stage, unsigned i,
                                          size_t rows);

/* Adds a contribution to the gradient of input i that was computed apart to the value's gradient (ops.c). */
enum nadir_status nadir__accumulate(const struct nadir_step *step, const struct nadir__stage *stage, unsigned i,
                                    const struct nadir__sink *sink, size_t rows);

/* A run in parts. _begin: checks `rows`, finds the plan and where scalars go; _advance: counts it in the optimizer, before the
 * update is enqueued; _end: counts it in the step. */
enum nadir_status nadir__step_begin(struct nadir_step *step, size_t rows, const struct nadir__lowered **lowered);
enum nadir_status nadir__step_advance(struct nadir_step *step, size_t rows);
enum nadir_status nadir__step_end(struct nadir_step *step);

/* Elements first .. first + count - 1 of what a watched operation writes, and what they should be: |got - want| <= bound. */
enum { ND_SLICE = 64 };
struct nadir__expected {
    const char *name;
    struct nadir_tensor tensor;
    size_t first, count;
    double want[ND_SLICE], bound[ND_SLICE];
};

/* For tests: sees each output of a watched operation as the device gave it, and may change it. */
typedef void (*nadir__tamper_function)(void *user, const struct nadir__expected *expected, float *got);

/* nadir_step_run_verified; `tamper` may be NULL (verify.c). */
enum nadir_status nadir__step_run_watched(struct nadir_step *step, size_t rows, uint64_t turn, const char **watched,
                                          nadir__tamper_function tamper, void *user);

/* Elements of a value for a number of rows; shape with the rows put in. */
size_t nadir__value_elements(const struct nadir_value *value, size_t rows);
struct nadir_tensor nadir__step_tensor(const struct nadir_step *step, int storage, const struct nadir_value *value,
                                       size_t rows);

#endif
