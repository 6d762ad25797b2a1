/* SPDX-License-Identifier: MIT */
/* Static graphs: declare a model once; backward pass, memory plan and kernels are derived from it; a step then only enqueues.
 *
 * Builder calls check shapes at once. Their errors are sticky: the first one is kept, the failed call returns NULL, later calls
 * take NULL and return NULL, and nadir_step_create reports it. So a model can be written down without a check per line. */
#ifndef NADIR_GRAPH_H
#define NADIR_GRAPH_H

#include "nadir/activation.h"
#include "nadir/loss.h"
#include "nadir/minimize.h"
#include "nadir/optimizer.h"
#include "nadir/penalty.h"
#include "nadir/softmax.h"

#ifdef __cplusplus
extern "C" {
#endif

struct nadir_graph;

/* A tensor of the graph: an input, or what a node computes. Owned by the graph. */
struct nadir_value;

/* As shape[0]: the number of rows, given at each run. */
#define NADIR_BATCH ((size_t)-1)

/* An empty graph. Owns: destroy after its steps and optimizers, before the context. Errors: OUT_OF_MEMORY. */
NADIR_API enum nadir_status nadir_graph_create(struct nadir_graph **out, struct nadir_context *context);
NADIR_API void nadir_graph_destroy(struct nadir_graph **graph);

/* --- Builders. `name` is copied; it must be unique in the graph and at most 63 bytes; NULL takes "<op><number>". --- */

/* A tensor that the caller fills before each run (nadir_step_value). Shape: shape[0] is NADIR_BATCH or a number, the rest
 * numbers >= 1. Inputs get no gradient. */
NADIR_API struct nadir_value *nadir_graph_input(struct nadir_graph *graph, const char *name, enum nadir_dtype dtype,
                                                unsigned rank, const size_t *shape);

/* y = x w^T + b with new parameters `name`.weight (out, in) and `name`.bias (out).
 * Shape: x (..., in), rank >= 2 -> (..., out); out >= 1. */
NADIR_API struct nadir_value *nadir_graph_linear(struct nadir_graph *graph, const char *name, struct nadir_value *x,
                                                 size_t out_features);

/* y = f(x), any shape but a scalar; `activation` not NONE, `alpha` as in nadir_activation_forward. Folded into the product
 * before it where x has no other use. */
NADIR_API struct nadir_value *nadir_graph_activation(struct nadir_graph *graph, const char *name, struct nadir_value *x,
                                                     enum nadir_activation activation, float alpha);

/* Softmax, log-softmax (shaped like x) or logsumexp (x without its last axis) along the last axis of x (..., cols), rank >= 2.
 * See nadir/softmax.h; `params` NULL: defaults. */
NADIR_API struct nadir_value *nadir_graph_softmax(struct nadir_graph *graph, const char *name, struct nadir_value *x,
                                                  enum nadir_softmax softmax, const struct nadir_softmax_params *params);

/* The values of a loss, as struct nadir_loss_tensors; NULL: absent. */
struct nadir_loss_values {
    struct nadir_value *x[3];
    struct nadir_value *target, *weight, *pos_weight, *sample_weight, *input_lengths, *target_lengths;
};

/* A loss, a scalar: see nadir/loss.h for shapes and options. `params` NULL: defaults; reduction none is refused. Gradients go
 * to the x, not to targets or weights, in the same pass that computes the loss. */
NADIR_API struct nadir_value *nadir_graph_loss(struct nadir_graph *graph, const char *name, enum nadir_loss loss,
                                               const struct nadir_loss_values *values,
                                               const struct nadir_loss_params *params);

/* nadir_graph_loss of NADIR_LOSS_CROSS_ENTROPY with defaults. Shape: logits (rows, classes), labels int32 (rows). */
NADIR_API struct nadir_value *nadir_graph_cross_entropy(struct nadir_graph *graph, const char *name,
                                                        struct nadir_value *logits, struct nadir_value *labels);

/* Linear layer and cross-entropy in one, a scalar: see nadir_linear_cross_entropy. New parameters `name`.weight (classes, in) and
 * `name`.bias (classes). Of `values`, x[0] is the layer's input, float32 (rows, in); target, weight and sample_weight are those
 * of cross-entropy. `params` NULL: defaults. */
NADIR_API struct nadir_value *nadir_graph_linear_cross_entropy(struct nadir_graph *graph, const char *name, size_t classes,
                                                               const struct nadir_loss_values *values,
                                                               const struct nadir_loss_params *params);

/* A penalty on the graph's parameters whose names end with `suffix` (".weight" for all weights; NULL for all parameters, those
 * declared later included), a scalar: see nadir/penalty.h. As a loss of a step, its gradient is added to theirs
 * (params->add is not looked at). A parameter that no other loss depends on is not trained by it. */
NADIR_API struct nadir_value *nadir_graph_penalty(struct nadir_graph *graph, const char *name, const char *suffix,
                                                  const struct nadir_penalty_params *params);

/* Fraction of rows whose first largest logit is the label's, a scalar without gradient. Shape: as above. Rows that a
 * cross-entropy of the same logits and labels, declared before, ignores (else those with label -100) count as wrong. Costs
 * nothing beside that cross-entropy. */
NADIR_API struct nadir_value *nadir_graph_accuracy(struct nadir_graph *graph, const char *name, struct nadir_value *logits,
                                                   struct nadir_value *labels);

/* --- What a graph holds. --- */

/* Shape of a value; shape[0] is NADIR_BATCH where it depends on the run. INVALID_ARGUMENT for NULL. */
NADIR_API enum nadir_status nadir_value_shape(const struct nadir_value *value, unsigned *rank, size_t shape[NADIR_MAX_RANK]);

/* NADIR_OK, or the builder error that the graph carries (set again as the last error). */
NADIR_API enum nadir_status nadir_graph_status(const struct nadir_graph *graph);

/* Allocates the parameters and fills them: weights and biases of a linear layer uniform in +-1/sqrt(in), as PyTorch does;
 * tensor i of the arena takes stream i of `seed`. May be called again to start over. Enqueues.
 * Errors: the graph's builder error; OUT_OF_MEMORY, BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_graph_initialise(struct nadir_graph *graph, uint64_t seed);

/* The parameters. Owned by the graph; allocated by nadir_graph_initialise. */
NADIR_API struct nadir_arena *nadir_graph_arena(struct nadir_graph *graph);

/* --- Steps: what to compute of a graph, compiled. --- */

struct nadir_step;

/* A training step differentiates the sum of `losses` with respect to the parameters that `optimizer` covers and updates them;
 * without optimizer it leaves the gradients of all parameters in the arena, zero for those that no loss depends on. Without
 * losses, a step only computes `outputs`.
 * Several steps over one graph share its parameters: training and evaluation, or the two players of a GAN. */
struct nadir_step_params {
    size_t max_rows;                     /* largest NADIR_BATCH of a run, >= 1 */
    struct nadir_value *const *losses;   /* scalars to differentiate */
    size_t loss_count;
    struct nadir_value *const *outputs;  /* values that nadir_step_value can read after a run */
    size_t output_count;
    struct nadir_value *const *scalars;  /* scalars kept for every run, see nadir_step_scalars */
    size_t scalar_count;
    size_t history;                      /* number of runs they are kept for, >= 1 when scalar_count > 0 */
    struct nadir_optimizer *optimizer;   /* NULL: no update */
    size_t accumulate;                   /* with an optimizer that accumulates: runs per update, their gradients weighted by
                                            their rows; 0 and 1: every run updates */
};

/* Derives the backward pass, plans memory, fuses, chooses and compiles kernels. The graph must be initialised.
 * With an optimizer that scales losses, losses must be nodes of nadir_graph_loss, and only their gradients are scaled.
 * Owns: destroy before optimizer and graph. The arrays of `params` are copied.
 * Errors: the graph's builder error; INVALID_ARGUMENT; OUT_OF_MEMORY; BUILD; OPENCL. */
NADIR_API enum nadir_status nadir_step_create(struct nadir_step **out, struct nadir_graph *graph,
                                              const struct nadir_step_params *params);
NADIR_API void nadir_step_destroy(struct nadir_step **step);

/* The tensor of an input or of an output of this step, with max_rows rows: fill the first `rows` of an input before
 * nadir_step_run(step, rows), read the first `rows` of an output after it. Errors: INVALID_ARGUMENT (not one of them). */
NADIR_API enum nadir_status nadir_step_value(struct nadir_step *step, const struct nadir_value *value,
                                             struct nadir_tensor *tensor);

/* Enqueues one run on `rows` rows, 1 .. max_rows, and does not wait for the device. But for a number of rows that is met for the
 * first time: that costs planning and, where a product of so few rows has its own kernel, compiling and checking it.
 * Errors: INVALID_ARGUMENT, OUT_OF_MEMORY, BUILD, OPENCL; of products: UNSUPPORTED, WRONG_RESULT. */
NADIR_API enum nadir_status nadir_step_run(struct nadir_step *step, size_t rows);

/* nadir_step_run, but one operation of the run is watched: a slice of its inputs is read before it and of its outputs behind
 * it, and computed again on the host in double. The run gives the same bits. `turn` chooses operation and slice: its remainder
 * picks one of what can be watched (linear layers with their activation, forward and backward, gradients of cross-entropy with
 * labels and mean reduction, updates of sgd, momentum, nesterov, adam and adamw that are one launch). `watched` (may be NULL)
 * receives what it was, "fc1 forward"; NULL when there is nothing to watch, and then nothing is. Owned by the step. Blocks.
 * Errors: as nadir_step_run; WRONG_RESULT: names the operation, what came and what was expected. The run then ends with this
 * operation: unless it was the update itself, the parameters and the optimizer are as before, and the run does not count. */
NADIR_API enum nadir_status nadir_step_run_verified(struct nadir_step *step, size_t rows, uint64_t turn, const char **watched);

/* Updates from the gradients accumulated since the last update; nothing without any. Enqueues. Errors: as
 * nadir_optimizer_step. */
NADIR_API enum nadir_status nadir_step_flush(struct nadir_step *step);

/* Number of runs so far. */
NADIR_API uint64_t nadir_step_count(const struct nadir_step *step);

/* The scalars of runs first .. first + count - 1 (counted from 0; none older than the last `history`) as a
 * (count, scalar_count) array in `host`. Blocks until those runs are done.
 * Errors: INVALID_ARGUMENT, DATA (bad data met on the device), OPENCL. */
NADIR_API enum nadir_status nadir_step_scalars(struct nadir_step *step, uint64_t first, size_t count, float *host);

/* nadir_minimize of the sum of the step's losses over the graph's parameters, with the `rows` rows that its inputs hold: the
 * full batch, which stays as it is. The step has no optimizer and keeps all its losses as scalars. `user` is for
 * params->progress. Blocks. Errors: as nadir_step_run and nadir_minimize. */
NADIR_API enum nadir_status nadir_step_minimize(struct nadir_step *step, size_t rows,
                                                const struct nadir_minimize_params *params, void *user,
                                                struct nadir_minimize_report *report);

/* One line per kernel that a run on `rows` rows enqueues, in order, for people: name, what it computes, fused parts.
 * Owned by the step, valid until the next call. NULL on failure (nadir_last_error). */
NADIR_API const char *nadir_step_describe(struct nadir_step *step, size_t rows);

#ifdef __cplusplus
}
#endif

#endif
