/* SPDX-License-Identifier: MIT */
/* The losses of a step as the function that a minimiser of the arena lowers. */
#include "graph_priv.h"

#include "base/status_priv.h"

#include <stdlib.h>

/* What an evaluation needs. */
struct evaluation {
    struct nadir_step *step;
    size_t rows;
    float *scalars;
    const struct nadir_minimize_params *params;
    void *user; /* the caller's, of params->progress */
};

/* The place of a loss among the step's scalars; their number: it is none of them. */
static size_t find_scalar(const struct nadir_step *step, const struct nadir_value *loss)
{
    size_t i = 0;
    while (i < step->scalar_count && step->scalars[i] != loss) i++;
    return i;
}

static enum nadir_status evaluate(void *user, double *loss)
{
    enum nadir_status status;
    const struct evaluation *evaluation = user;
    struct nadir_step *step = evaluation->step;
    ND_TRY(nadir_step_run(step, evaluation->rows));
    ND_TRY(nadir_step_scalars(step, nadir_step_count(step) - 1, 1, evaluation->scalars));
    *loss = 0.0;
    for (size_t i = 0; i < step->loss_count; i++) *loss += (double)evaluation->scalars[find_scalar(step, step->losses[i])];
out:
    return status;
}

static bool show(void *user, const struct nadir_minimize_report *report)
{
    const struct evaluation *evaluation = user;
    return evaluation->params->progress(evaluation->user, report);
}

enum nadir_status nadir_step_minimize(struct nadir_step *step, size_t rows, const struct nadir_minimize_params *params,
                                      void *user, struct nadir_minimize_report *report)
{
    enum nadir_status status;
    const struct nadir_minimize_params defaults = nadir_minimize_params_default(NADIR_LBFGS);
    if (!params) params = &defaults;
    ND_CHECK_ARG(step, "step is NULL");
    ND_CHECK_ARG(step->loss_count > 0 && !step->optimizer, "step: a minimiser needs a step with losses and without optimizer");
    for (size_t i = 0; i < step->loss_count; i++)
        ND_CHECK_ARG(find_scalar(step, step->losses[i]) < step->scalar_count,
                     "step: a minimiser needs the loss %s among the scalars that are kept", step->losses[i]->name);
    struct evaluation evaluation = {step, rows, malloc(step->scalar_count * sizeof(float)), params, user};
    struct nadir_minimize_params own = *params;
    if (!evaluation.scalars) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a step's scalars");
    if (params->progress) own.progress = show;
    ND_TRY(nadir_minimize(step->graph->context, step->graph->arena, &own, evaluate, &evaluation, report));
out:
    free(evaluation.scalars);
    return status;
}
