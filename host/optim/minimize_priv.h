/* SPDX-License-Identifier: MIT */
/* A minimisation at work: its vectors, the directions of the methods, the line search. */
#ifndef NADIR_MINIMIZE_PRIV_H
#define NADIR_MINIMIZE_PRIV_H

#include "nadir/minimize.h"
#include "runtime/runtime_priv.h"

/* Past steps s and changes of the gradient y, the newest at `next` - 1 of a ring. */
struct nadir__history {
    struct nadir_tensor s, y; /* (pairs, n) */
    struct nadir_tensor dots; /* (pairs, 2): s_i.q and y_i.r of the two loops */
    double *rho;              /* 1 / s.y */
    size_t next, count;
    double scale; /* H0 */
};

struct nadir__minimizer {
    struct nadir_context *context;
    struct nadir_minimize_params params;
    enum nadir_status (*evaluate)(void *user, double *loss);
    void *user;
    size_t n;                      /* length of the arena, padding included */
    struct nadir_tensor x, g;      /* of the arena */
    struct nadir_tensor x0, g0, d; /* where the line starts, its gradient, its direction */
    struct nadir_tensor best;      /* the best point, with `saved` */
    struct nadir_tensor numbers;   /* results of reductions, read together */
    struct nadir__history history;

    /* At x, as of the last evaluation. */
    double loss, gradient_norm, slope; /* slope: g.d */
    bool finite;

    /* At x0. */
    double loss0, gradient_norm0, slope0;
    double step;           /* the last step taken */
    double direction_norm; /* max |d|; with step_tolerance */
    double best_loss, best_norm;
    size_t evaluations;
    bool steepest; /* d is -g */
    bool away;     /* x is a trial; x0 is the point that holds */
    bool saved;    /* the best point is not where the iteration stands */
};

/* A number of `numbers`, to write to; then all `count` first ones on the host. Blocks. */
enum { ND_NUMBERS = 4 };
struct nadir_tensor nadir__minimize_number(const struct nadir__minimizer *m, size_t i);
enum nadir_status nadir__minimize_read(const struct nadir__minimizer *m, size_t count, double *out);

/* Whether the closure may be called once more. */
static inline bool nadir__minimize_may_evaluate(const struct nadir__minimizer *m)
{
    return m->evaluations < m->params.max_evaluations;
}

/* x = x0 + step d; and evaluated there. */
enum nadir_status nadir__minimize_move(struct nadir__minimizer *m, double step);
enum nadir_status nadir__minimize_try(struct nadir__minimizer *m, double step);

enum nadir__line_outcome {
    ND_LINE_ACCEPTED,  /* x is the new point */
    ND_LINE_FAILED,    /* no lower point found */
    ND_LINE_NOT_FINITE /* not one finite value found */
};

/* A step along d from x0 that satisfies the strong Wolfe conditions, tried from `step` on. Ends early when no evaluations are
 * left. */
enum nadir_status nadir__line_search(struct nadir__minimizer *m, double step, enum nadir__line_outcome *outcome);

/* d and slope0 = g.d at x, from what came before: x0, g0, d, slope0, step and the slope at x; with `fresh` nothing came before.
 * Sets `steepest`. */
enum nadir_status nadir__steepest_direction(struct nadir__minimizer *m);
enum nadir_status nadir__conjugate_direction(struct nadir__minimizer *m, bool fresh);
enum nadir_status nadir__lbfgs_direction(struct nadir__minimizer *m, bool fresh);

enum nadir_status nadir__lbfgs_create(struct nadir__minimizer *m);
void nadir__lbfgs_destroy(struct nadir__minimizer *m);

#endif
