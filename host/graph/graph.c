/* SPDX-License-Identifier: MIT */
/* Graph building: values, nodes, shape checks, sticky errors, initialisation. */
#include "graph_priv.h"

#include "base/size_priv.h"
#include "base/status_priv.h"
#include "nadir/random.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum nadir_status nadir_graph_create(struct nadir_graph **out, struct nadir_context *context)
{
    ND_CHECK_ARG(out && context, "graph: out or context is NULL");
    struct nadir_graph *graph = calloc(1, sizeof *graph);
    if (!graph) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a graph");
    graph->context = context;
    const enum nadir_status status = nadir_arena_create(&graph->arena, context);
    if (status != NADIR_OK) {
        free(graph);
        return status;
    }
    *out = graph;
    return NADIR_OK;
}

void nadir_graph_destroy(struct nadir_graph **pointer)
{
    if (!pointer || !*pointer) return;
    struct nadir_graph *graph = *pointer;
    for (size_t i = 0; i < graph->value_count; i++) free(graph->values[i]);
    for (size_t i = 0; i < graph->node_count; i++) free(graph->nodes[i]);
    nadir_arena_destroy(&graph->arena);
    free(graph->values);
    free(graph->nodes);
    free(graph->bounds);
    free(graph);
    *pointer = NULL;
}

struct nadir_value *nadir__graph_keep_error(struct nadir_graph *graph)
{
    if (graph && graph->status == NADIR_OK) {
        graph->error = *nadir_last_error();
        graph->status = graph->error.status;
    }
    return NULL;
}

struct nadir_value *nadir__graph_refuse(struct nadir_graph *graph, enum nadir_status status, const char *format, ...)
{
    char message[400];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    nadir__fail(status, "%s", message);
    return nadir__graph_keep_error(graph);
}

static struct nadir_value *find_value(const struct nadir_graph *graph, const char *name)
{
    for (size_t i = 0; i < graph->value_count; i++)
        if (strcmp(graph->values[i]->name, name) == 0) return graph->values[i];
    return NULL;
}

bool nadir__graph_may_build(struct nadir_graph *graph, const char *kind, const char *name, struct nadir_value *const *inputs,
                            size_t count)
{
    if (!graph || graph->status != NADIR_OK) return false;
    for (size_t i = 0; i < count; i++) {
        if (inputs[i] && inputs[i]->graph == graph) continue;
        nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT, "%s %s: input %zu is %s", kind, name ? name : "", i,
                            inputs[i] ? "a value of another graph" : "NULL");
        return false;
    }
    return true;
}

struct nadir_value *nadir__graph_add(struct nadir_graph *graph, const char *name, const char *kind, enum nadir_dtype dtype,
                                     unsigned rank, const size_t *shape, const struct nadir__op *op,
                                     struct nadir_value *const *inputs, unsigned input_count)
{
    char made_up[ND_NODE_NAME];
    if (!name) {
        size_t number = graph->value_count;
        do snprintf(made_up, sizeof made_up, "%s%zu", kind, ++number);
        while (find_value(graph, made_up));
        name = made_up;
    }
    if (!name[0] || strlen(name) >= ND_NODE_NAME)
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT, "%s \"%.80s\": a name has 1 to %d bytes", kind, name,
                                   ND_NODE_NAME - 1);
    if (find_value(graph, name))
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT, "%s %s: the graph has a value of this name", kind,
                                   name);

    struct nadir_value **values = realloc(graph->values, (graph->value_count + 1) * sizeof *values);
    if (values) graph->values = values;
    struct nadir__node **nodes = realloc(graph->nodes, (graph->node_count + 1) * sizeof *nodes);
    if (nodes) graph->nodes = nodes;
    struct nadir_value *value = calloc(1, sizeof *value);
    struct nadir__node *node = op ? calloc(1, sizeof *node) : NULL;
    if (!values || !nodes || !value || (op && !node)) {
        free(value);
        free(node);
        return nadir__graph_refuse(graph, NADIR_ERROR_OUT_OF_MEMORY, "%s %s: no host memory", kind, name);
    }
    *value = (struct nadir_value){.graph = graph, .id = graph->value_count, .dtype = dtype, .rank = rank, .producer = node};
    snprintf(value->name, sizeof value->name, "%s", name);
    if (rank > 0) memcpy(value->shape, shape, rank * sizeof *shape);
    graph->values[graph->value_count++] = value;
    if (node) {
        node->op = op;
        node->output = value;
        node->input_count = input_count;
        if (input_count > 0) memcpy(node->inputs, inputs, input_count * sizeof *inputs);
        graph->nodes[graph->node_count++] = node;
    }
    return value;
}

enum nadir_status nadir__graph_add_parameter(struct nadir_graph *graph, struct nadir__node *node, const char *suffix,
                                             unsigned rank, const size_t *shape, double bound)
{
    char name[96];
    size_t index;
    snprintf(name, sizeof name, "%s.%s", node->output->name, suffix);
    const enum nadir_status status = nadir_arena_add(graph->arena, name, rank, shape, &index);
    if (status != NADIR_OK) return status;
    double *bounds = realloc(graph->bounds, (index + 1) * sizeof *bounds);
    if (!bounds) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for parameter %s", name);
    graph->bounds = bounds;
    bounds[index] = bound;
    node->parameters[node->parameter_count++] = index;
    return NADIR_OK;
}

static const char *value_shape_text(char text[ND_SHAPE_TEXT], const struct nadir_value *value)
{
    char numbers[ND_SHAPE_TEXT];
    if (value->rank == 0 || value->shape[0] != NADIR_BATCH) return nadir__shape_text(text, value->rank, value->shape);
    nadir__shape_text(numbers, value->rank - 1, value->shape + 1);
    snprintf(text, ND_SHAPE_TEXT, "(rows%s%.100s", value->rank > 1 ? ", " : "", numbers + 1);
    return text;
}

struct nadir_value *nadir_graph_input(struct nadir_graph *graph, const char *name, enum nadir_dtype dtype, unsigned rank,
                                      const size_t *shape)
{
    if (!nadir__graph_may_build(graph, "input", name, NULL, 0)) return NULL;
    if (!nadir_dtype_size(dtype))
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT, "input %s: dtype = %d is not a dtype", name ? name : "",
                                   (int)dtype);
    if (rank < 1 || rank > NADIR_MAX_RANK || !shape)
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT,
                                   "input %s: rank = %u, but 1 to %d dimensions are needed", name ? name : "", rank,
                                   NADIR_MAX_RANK);
    for (unsigned i = 0; i < rank; i++)
        if (shape[i] == 0 || (i > 0 && shape[i] == NADIR_BATCH))
            return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT, "input %s: dimension %u must be a number >= 1",
                                       name ? name : "", i);
    return nadir__graph_add(graph, name, "input", dtype, rank, shape, NULL, NULL, 0);
}

struct nadir_value *nadir_graph_linear(struct nadir_graph *graph, const char *name, struct nadir_value *x, size_t out_features)
{
    char text[ND_SHAPE_TEXT];
    if (!nadir__graph_may_build(graph, "linear", name, &x, 1)) return NULL;
    if (x->dtype != NADIR_F32 || x->rank < 2)
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT,
                                   "linear %s: input %s is %s %s, but float32 (..., in) is needed", name ? name : "", x->name,
                                   nadir_dtype_name(x->dtype), value_shape_text(text, x));
    if (out_features == 0 || out_features == NADIR_BATCH)
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT, "linear %s: out_features must be a number >= 1",
                                   name ? name : "");
    if (graph->initialised)
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT,
                                   "linear %s: the graph is initialised, no parameter can be added", name ? name : "");
    const size_t in = x->shape[x->rank - 1];
    size_t shape[NADIR_MAX_RANK];
    memcpy(shape, x->shape, sizeof shape);
    shape[x->rank - 1] = out_features;
    struct nadir_value *y = nadir__graph_add(graph, name, "linear", NADIR_F32, x->rank, shape, &nadir__op_linear, &x, 1);
    if (!y) return NULL;
    const double bound = 1.0 / sqrt((double)in);
    if (nadir__graph_add_parameter(graph, y->producer, "weight", 2, (const size_t[]){out_features, in}, bound) != NADIR_OK ||
        nadir__graph_add_parameter(graph, y->producer, "bias", 1, &out_features, bound) != NADIR_OK)
        return nadir__graph_keep_error(graph);
    return y;
}

struct nadir_value *nadir_graph_activation(struct nadir_graph *graph, const char *name, struct nadir_value *x,
                                           enum nadir_activation activation, float alpha)
{
    if (!nadir__graph_may_build(graph, "activation", name, &x, 1)) return NULL;
    if (x->rank == 0)
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT,
                                   "activation %s: input %s is a scalar, which has no activation", name ? name : "", x->name);
    char what[ND_NODE_NAME + 16];
    snprintf(what, sizeof what, "activation %.63s", name ? name : "");
    if (activation == NADIR_ACTIVATION_NONE)
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT, "%s: none is not an activation", what);
    if (nadir__activation_check(what, activation, alpha) != NADIR_OK) return nadir__graph_keep_error(graph);
    if (x->dtype != NADIR_F32)
        return nadir__graph_refuse(graph, NADIR_ERROR_INVALID_ARGUMENT, "activation %s: input %s is %s, but float32 is needed",
                                   name ? name : "", x->name, nadir_dtype_name(x->dtype));
    struct nadir_value *y = nadir__graph_add(graph, name, nadir_activation_name(activation), NADIR_F32, x->rank, x->shape,
                                             &nadir__op_activation, &x, 1);
    if (y) y->producer->activation = (struct nadir__activation){activation, alpha};
    return y;
}

enum nadir_status nadir_value_shape(const struct nadir_value *value, unsigned *rank, size_t shape[NADIR_MAX_RANK])
{
    ND_CHECK_ARG(value && rank && shape, "value, rank or shape is NULL");
    *rank = value->rank;
    memcpy(shape, value->shape, sizeof value->shape);
    return NADIR_OK;
}

enum nadir_status nadir_graph_status(const struct nadir_graph *graph)
{
    ND_CHECK_ARG(graph, "graph is NULL");
    if (graph->status == NADIR_OK) return NADIR_OK;
    return nadir__fail(graph->status, "%s", graph->error.message);
}

enum nadir_status nadir_graph_initialise(struct nadir_graph *graph, uint64_t seed)
{
    enum nadir_status status;
    ND_TRY(nadir_graph_status(graph));
    const size_t count = nadir_arena_tensor_count(graph->arena);
    if (!graph->initialised && count > 0) ND_TRY(nadir_arena_allocate(graph->arena));
    graph->initialised = true; /* no parameter can be added any more; a failure below is mended by calling again */
    for (size_t i = 0; i < count; i++) {
        const struct nadir_tensor parameter = nadir_arena_parameter(graph->arena, i);
        const float bound = (float)graph->bounds[i];
        ND_TRY(nadir_random_uniform(graph->context, &parameter, -bound, bound, seed, i));
    }
out:
    return status;
}

struct nadir_arena *nadir_graph_arena(struct nadir_graph *graph)
{
    return graph->arena;
}
