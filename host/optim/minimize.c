/* SPDX-License-Identifier: MIT */
/* Minimisation: evaluations, the loop over directions and steps, when to stop, the best point. */
#include "minimize_priv.h"

#include "base/status_priv.h"
#include "nadir/vector.h"

#include <float.h>
#include <math.h>

static const char *const reasons[] = {
    [NADIR_MINIMIZE_GRADIENT] = "gradient",
    [NADIR_MINIMIZE_LOSS] = "loss",
    [NADIR_MINIMIZE_STEP] = "step",
    [NADIR_MINIMIZE_ITERATIONS] = "iterations",
    [NADIR_MINIMIZE_EVALUATIONS] = "evaluations",
    [NADIR_MINIMIZE_LINE_SEARCH] = "line search",
    [NADIR_MINIMIZE_NOT_FINITE] = "not finite",
    [NADIR_MINIMIZE_STOPPED] = "stopped",
};

const char *nadir_minimize_reason_name(enum nadir_minimize_reason reason)
{
    return (unsigned)reason < sizeof reasons / sizeof reasons[0] ? reasons[reason] : NULL;
}

struct nadir_minimize_params nadir_minimize_params_default(enum nadir_minimize_method method)
{
    return (struct nadir_minimize_params){
        .method = method,
        .max_iterations = 15000,
        .max_evaluations = 15000,
        .lr = 1.0,
        .history = 10,
        .line_search = true,
        .c1 = 1e-4,
        .c2 = method == NADIR_CONJUGATE_GRADIENT ? 0.4 : 0.9,
        .gradient_tolerance = 1e-5,
        .loss_tolerance = 0x1p-52 * 1e7,
        .step_tolerance = 1e-9,
    };
}

/* The comparisons are written so that NaN fails them. */
static enum nadir_status check_params(const struct nadir_minimize_params *p)
{
    ND_CHECK_ARG((unsigned)p->method <= NADIR_LBFGS, "minimize: method = %d is not a method", (int)p->method);
    ND_CHECK_ARG(p->max_evaluations >= 1, "minimize: max_evaluations = 0, but the first loss takes 1");
    ND_CHECK_ARG(p->lr > 0.0 && isfinite(p->lr), "minimize: lr = %g, but a finite number > 0 is needed", p->lr);
    ND_CHECK_ARG(p->method != NADIR_LBFGS || p->history >= 1, "minimize: history = 0, but at least 1 is needed");
    ND_CHECK_ARG(p->c1 > 0.0 && p->c1 < p->c2 && p->c2 < 1.0, "minimize: c1 = %g and c2 = %g, but 0 < c1 < c2 < 1 is needed",
                 p->c1, p->c2);
    ND_CHECK_ARG(p->gradient_tolerance >= 0.0, "minimize: gradient_tolerance = %g, but a number >= 0 is needed",
                 p->gradient_tolerance);
    ND_CHECK_ARG(p->loss_tolerance >= 0.0, "minimize: loss_tolerance = %g, but a number >= 0 is needed", p->loss_tolerance);
    ND_CHECK_ARG(p->step_tolerance >= 0.0, "minimize: step_tolerance = %g, but a number >= 0 is needed", p->step_tolerance);
    return NADIR_OK;
}

struct nadir_tensor nadir__minimize_number(const struct nadir__minimizer *m, size_t i)
{
    return nadir_tensor_view(m->numbers.buffer, i, NADIR_F32, 0, NULL);
}

enum nadir_status nadir__minimize_read(const struct nadir__minimizer *m, size_t count, double *out)
{
    float values[ND_NUMBERS];
    const struct nadir_tensor numbers = nadir_tensor_view(m->numbers.buffer, 0, NADIR_F32, 1, &count);
    const enum nadir_status status = nadir_tensor_download(m->context, &numbers, values);
    for (size_t i = 0; i < count && status == NADIR_OK; i++) out[i] = (double)values[i];
    return status;
}

/* Loss, largest element of the gradient, and unless it is the first point the slope and what is known of the direction. */
static enum nadir_status evaluate(struct nadir__minimizer *m, bool first)
{
    enum nadir_status status;
    double values[3];
    const struct nadir_tensor largest = nadir__minimize_number(m, 0), slope = nadir__minimize_number(m, 1);
    m->evaluations++;
    ND_TRY(m->evaluate(m->user, &m->loss));
    ND_TRY(nadir_vector_max_abs(m->context, &largest, &m->g));
    if (!first) ND_TRY(nadir_vector_dot(m->context, &slope, &m->g, &m->d));
    ND_TRY(nadir__minimize_read(m, first ? 1 : 3, values));
    m->gradient_norm = values[0];
    m->slope = first ? 0.0 : values[1];
    m->direction_norm = first ? 0.0 : values[2];
    m->finite = isfinite(m->loss) && isfinite(m->gradient_norm) && isfinite(m->slope);
out:
    return status;
}

enum nadir_status nadir__minimize_move(struct nadir__minimizer *m, double step)
{
    m->step = step;
    m->away = true;
    return nadir_vector_combine(m->context, &m->x, (float)step, &m->d, 1.0f, &m->x0);
}

enum nadir_status nadir__minimize_try(struct nadir__minimizer *m, double step)
{
    enum nadir_status status;
    ND_TRY(nadir__minimize_move(m, step));
    ND_TRY(evaluate(m, false));
out:
    return status;
}

static enum nadir_status take_direction(struct nadir__minimizer *m, bool fresh)
{
    switch (m->params.method) {
    case NADIR_GRADIENT_DESCENT: return nadir__steepest_direction(m);
    case NADIR_CONJUGATE_GRADIENT: return nadir__conjugate_direction(m, fresh);
    case NADIR_LBFGS: return nadir__lbfgs_direction(m, fresh);
    }
    return NADIR_OK;
}

/* The first step to try. Steps of L-BFGS are lr once it knows a curvature; those of the others promise the change of the loss,
 * to first order, that the step before did (Nocedal & Wright, 3.5). */
static double first_step(const struct nadir__minimizer *m, double last_change)
{
    const bool lbfgs = m->params.method == NADIR_LBFGS;
    if (lbfgs ? !m->steepest : !m->params.line_search) return m->params.lr;
    if (!lbfgs && last_change < 0.0) return fmin(last_change / m->slope0, FLT_MAX);
    const double length = sqrt(-m->slope0);
    return m->params.lr * (length > 1.0 ? 1.0 / length : 1.0);
}

/* One step from x: a direction, a line search or a fixed step. */
static enum nadir_status advance(struct nadir__minimizer *m, bool fresh, double *last_change, enum nadir__line_outcome *outcome)
{
    enum nadir_status status;
    ND_TRY(take_direction(m, fresh));
    if (!(m->slope0 < 0.0) && !m->steepest) ND_TRY(take_direction(m, true));
    *outcome = isfinite(m->slope0) ? ND_LINE_FAILED : ND_LINE_NOT_FINITE;
    if (!(m->slope0 < 0.0) || !isfinite(m->slope0)) goto out;
    ND_TRY(nadir_vector_copy(m->context, &m->x0, &m->x));
    ND_TRY(nadir_vector_copy(m->context, &m->g0, &m->g));
    m->loss0 = m->loss;
    m->gradient_norm0 = m->gradient_norm;
    if (m->params.step_tolerance > 0.0) {
        const struct nadir_tensor largest = nadir__minimize_number(m, 2); /* read with the first evaluation */
        ND_TRY(nadir_vector_max_abs(m->context, &largest, &m->d));
    }
    const double step = first_step(m, *last_change);
    if (m->params.line_search) {
        ND_TRY(nadir__line_search(m, step, outcome));
    } else {
        ND_TRY(nadir__minimize_try(m, step));
        *outcome = m->finite ? ND_LINE_ACCEPTED : ND_LINE_NOT_FINITE;
    }
    *last_change = m->step * m->slope0;
out:
    return status;
}

/* Back to x0, where the last step began. */
static enum nadir_status go_back(struct nadir__minimizer *m)
{
    enum nadir_status status;
    ND_TRY(nadir_vector_copy(m->context, &m->x, &m->x0));
    ND_TRY(nadir_vector_copy(m->context, &m->g, &m->g0));
    m->loss = m->loss0;
    m->gradient_norm = m->gradient_norm0;
    m->away = false;
out:
    return status;
}

/* Takes x as the new point. The best one is x, or if that is a little or, with steps of fixed length, much higher, a copy. */
static enum nadir_status accept(struct nadir__minimizer *m)
{
    enum nadir_status status = NADIR_OK;
    m->away = false;
    if (m->loss <= m->best_loss) {
        m->best_loss = m->loss;
        m->best_norm = m->gradient_norm;
        m->saved = false;
    } else if (!m->saved) {
        if (!m->best.buffer) ND_TRY(nadir_tensor_create(&m->best, m->context, NADIR_F32, 1, &m->n));
        ND_TRY(nadir_vector_copy(m->context, &m->best, &m->x0));
        m->saved = true;
    }
out:
    return status;
}

/* Whether the step just accepted was the last one needed. */
static bool converged(const struct nadir__minimizer *m, enum nadir_minimize_reason *reason)
{
    const double change = m->params.line_search ? m->loss0 - m->loss : fabs(m->loss0 - m->loss);
    const double scale = fmax(fmax(fabs(m->loss0), fabs(m->loss)), 1.0);
    if (m->gradient_norm <= m->params.gradient_tolerance) *reason = NADIR_MINIMIZE_GRADIENT;
    else if (m->params.loss_tolerance > 0.0 && change <= m->params.loss_tolerance * scale) *reason = NADIR_MINIMIZE_LOSS;
    else if (m->params.step_tolerance > 0.0 && m->step * m->direction_norm <= m->params.step_tolerance)
        *reason = NADIR_MINIMIZE_STEP;
    else return false;
    return true;
}

static enum nadir_status run(struct nadir__minimizer *m, struct nadir_minimize_report *report)
{
    enum nadir_status status;
    enum nadir__line_outcome outcome;
    double last_change = 0.0; /* slope times length of the last step */
    bool fresh = true, done = false;
    ND_TRY(evaluate(m, true));
    report->first_loss = report->loss = m->best_loss = m->loss;
    report->gradient_norm = m->best_norm = m->gradient_norm;
    report->reason = m->finite ? NADIR_MINIMIZE_GRADIENT : NADIR_MINIMIZE_NOT_FINITE;
    if (!m->finite || m->gradient_norm <= m->params.gradient_tolerance) goto out;
    while (!done) {
        report->reason = NADIR_MINIMIZE_ITERATIONS;
        if (report->iterations >= m->params.max_iterations) break;
        report->reason = NADIR_MINIMIZE_EVALUATIONS;
        if (!nadir__minimize_may_evaluate(m)) break;
        ND_TRY(advance(m, fresh, &last_change, &outcome));
        report->evaluations = m->evaluations;
        if (outcome != ND_LINE_ACCEPTED) {
            if (m->away) ND_TRY(go_back(m));
            fresh = true; /* once more along the gradient, unless that was it */
            last_change = 0.0;
            if (!m->steepest && m->params.line_search) continue;
            if (outcome == ND_LINE_NOT_FINITE) report->reason = NADIR_MINIMIZE_NOT_FINITE;
            else if (nadir__minimize_may_evaluate(m)) report->reason = NADIR_MINIMIZE_LINE_SEARCH;
            break;
        }
        fresh = false;
        ND_TRY(accept(m));
        report->iterations++;
        report->loss = m->best_loss;
        report->gradient_norm = m->best_norm;
        done = converged(m, &report->reason);
        if (m->params.progress && !m->params.progress(m->user, report) && !done) {
            report->reason = NADIR_MINIMIZE_STOPPED;
            done = true;
        }
    }
out:
    report->evaluations = m->evaluations;
    return status;
}

enum nadir_status nadir_minimize(struct nadir_context *context, struct nadir_arena *arena,
                                 const struct nadir_minimize_params *params,
                                 enum nadir_status (*closure)(void *user, double *loss), void *user,
                                 struct nadir_minimize_report *report)
{
    enum nadir_status status;
    struct nadir_minimize_report unwanted;
    const struct nadir_minimize_params defaults = nadir_minimize_params_default(NADIR_LBFGS);
    if (!params) params = &defaults;
    if (!report) report = &unwanted;
    ND_CHECK_ARG(context && arena && closure, "minimize: context, arena or evaluate is NULL");
    ND_CHECK_ARG(nadir_arena_parameters(arena).buffer, "minimize: the arena is empty or not allocated");
    struct nadir__minimizer m = {.context = context, .params = *params, .evaluate = closure, .user = user};
    ND_TRY(check_params(params));
    *report = (struct nadir_minimize_report){0};
    m.x = nadir_arena_parameters(arena);
    m.g = nadir_arena_gradients(arena);
    m.n = m.x.shape[0];
    struct nadir_tensor *const vectors[] = {&m.x0, &m.g0, &m.d};
    for (size_t i = 0; i < sizeof vectors / sizeof vectors[0]; i++)
        ND_TRY(nadir_tensor_create(vectors[i], context, NADIR_F32, 1, &m.n));
    ND_TRY(nadir_tensor_create(&m.numbers, context, NADIR_F32, 1, (const size_t[]){ND_NUMBERS}));
    ND_TRY(nadir_tensor_zero(context, &m.numbers));
    if (params->method == NADIR_LBFGS) ND_TRY(nadir__lbfgs_create(&m));
    ND_TRY(run(&m, report));
out:
    if (m.away || m.saved) {
        const struct nadir_error error = *nadir_last_error();
        const enum nadir_status back = nadir_vector_copy(context, &m.x, m.saved ? &m.best : &m.x0);
        if (status != NADIR_OK) nadir__error_restore(&error);
        else status = back;
    }
    nadir__lbfgs_destroy(&m);
    nadir_tensor_destroy(&m.x0);
    nadir_tensor_destroy(&m.g0);
    nadir_tensor_destroy(&m.d);
    nadir_tensor_destroy(&m.best);
    nadir_tensor_destroy(&m.numbers);
    return status;
}
