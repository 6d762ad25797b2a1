/* SPDX-License-Identifier: MIT */
/* Softmax, log-softmax and logsumexp as nodes. */
#include "graph_priv.h"

#include "base/status_priv.h"
#include "ops/ops_priv.h"

#include <math.h>

static enum nadir_status softmax_forward(struct nadir_step *step, const struct nadir__stage *stage,
                                         const struct nadir__sink *sink, size_t rows)
{
    const struct nadir__node *node = stage->node;
    const struct nadir_tensor y = nadir__value_tensor(step, node->output, rows);
    const struct nadir_tensor x = nadir__value_tensor(step, node->inputs[0], rows);
    return nadir__emit_softmax(sink, &y, &x, node->softmax, &node->softmax_params);
}

static enum nadir_status softmax_backward(struct nadir_step *step, const struct nadir__stage *stage,
                                          const struct nadir__sink *sink, size_t rows)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir__node *node = stage->node;
    const struct nadir_tensor dx = nadir__input_gradient(step, stage, 0, rows);
    if (!dx.buffer) return NADIR_OK;
    const struct nadir_tensor dy = nadir__gradient_tensor(step, node->output, rows);
    const struct nadir_value *saved = node->op->backward_reads_input ? node->inputs[0] : node->output;
    const struct nadir_tensor tensor = nadir__value_tensor(step, saved, rows);
    ND_TRY(nadir__emit_softmax_backward(sink, &dx, &dy, &tensor, node->softmax, &node->softmax_params));
    ND_TRY(nadir__accumulate(step, stage, 0, sink, rows));
out:
    return status;
}

/* Softmax and log-softmax. */
const struct nadir__op nadir__op_softmax = {
    .name = "softmax",
    .differentiable = true,
    .backward_reads_output = true,
    .forward = softmax_forward,
    .backward = softmax_backward,
};

const struct nadir__op nadir__op_logsumexp = {
    .name = "logsumexp",
    .differentiable = true,
    .backward_reads_input = true,
    .forward = softmax_forward,
    .backward = softmax_backward,
};

struct nadir_value *nadir_graph_softmax(struct nadir_graph *graph, const char *name, struct nadir_value *x,
                                        enum nadir_softmax softmax, const struct nadir_softmax_params *params)
{
    const struct nadir_softmax_params defaults = nadir_softmax_params_default();
    const bool drops = softmax == NADIR_LOGSUMEXP;
    const char *kind = nadir_softmax_name(softmax);
    if (!params) params = &defaults;
    if (!nadir__graph_may_build(graph, kind, name, &x, 1)) return NULL;
    if ((unsigned)softmax > NADIR_LOGSUMEXP || !(params->temperature > 0) || isinf(params->temperature))
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT, "%s %s: temperature = %g, but more than 0 is needed",
                                   kind, name ? name : "", (double)params->temperature);
    if (x->dtype != NADIR_F32 || x->rank < 2)
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT,
                                   "%s %s: input %s is %s of rank %u, but float32 (..., cols) is needed", kind,
                                   name ? name : "", x->name, nadir_dtype_name(x->dtype), x->rank);
    struct nadir_value *y = nadir__graph_add(graph, name, kind, NADIR_F32, drops ? x->rank - 1 : x->rank, x->shape,
                                             drops ? &nadir__op_logsumexp : &nadir__op_softmax, &x, 1);
    if (!y) return NULL;
    y->producer->softmax = softmax;
    y->producer->softmax_params = *params;
    return y;
}
