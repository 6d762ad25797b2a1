/* SPDX-License-Identifier: MIT */
/* Deterministic minimisation over an arena: gradient descent, nonlinear conjugate gradient and L-BFGS, for losses whose value
 * and gradient are the same each time at the same point (the full batch, no dropout).
 *
 * The caller's closure computes loss and gradient with whatever it likes; a step of a graph without optimizer does. All vectors
 * live on the device and are float32; the host holds scalars, in double, and drives: each evaluation waits for the closure's
 * loss and for one more transfer of a few numbers, each iteration for one or two. */
#ifndef NADIR_MINIMIZE_H
#define NADIR_MINIMIZE_H

#include "nadir/arena.h"

#ifdef __cplusplus
extern "C" {
#endif

/* x parameters, g gradient, d direction, a step length: x += a d. All methods keep 3 vectors of the arena's length, a fourth
 * once a step has led to a higher point. */
enum nadir_minimize_method {
    NADIR_GRADIENT_DESCENT,   /* d = -g */
    NADIR_CONJUGATE_GRADIENT, /* d = -g + beta d, beta = max(0, g.(g - g_old) / g_old.g_old): Polak & Ribiere, with the
                                 restart of Gilbert & Nocedal, SIAM J. Optim. 2, 1992; d = -g where d.g > -0.01 g.g */
    NADIR_LBFGS               /* d = -H g, H the inverse Hessian estimated from the last `history` steps s and changes y of
                                 the gradient: Nocedal & Wright, Numerical Optimization, algorithm 7.4, H0 = s.y / y.y.
                                 Pairs with s.y <= 2^-23 |s.g| are left out. Keeps 2 history vectors more, in 2 buffers */
};

struct nadir_minimize_report;

struct nadir_minimize_params {
    enum nadir_minimize_method method;
    size_t max_iterations;  /* directions taken; default 15000, as SciPy's L-BFGS-B. 0: the loss is computed, nothing moves */
    size_t max_evaluations; /* of the closure, >= 1; default 15000, as SciPy's L-BFGS-B */
    double lr;              /* > 0, finite; default 1. With line search: the first step tried is -lr min(1, 1 / |g|) g, for
                               L-BFGS later ones are lr d. Without: each step is lr d, for L-BFGS the first as above */
    size_t history;         /* L-BFGS: pairs kept, >= 1; default 10, as SciPy and Optax (PyTorch: 100) */
    bool line_search;       /* until the strong Wolfe conditions hold; default true */
    double c1;              /* of f(a) <= f(0) + c1 a f'(0); 0 < c1 < c2; default 1e-4 */
    double c2;              /* of |f'(a)| <= c2 |f'(0)|; c1 < c2 < 1; default 0.9, conjugate gradient 0.4, as SciPy */

    /* Each >= 0. Stop when max |g| is at most this; default 1e-5, as SciPy's gtol. */
    double gradient_tolerance;

    /* Stop when a step lowered the loss by at most this times max(|f_old|, |f|, 1); 0: never. Default 2.2e-9, as ftol of
     * SciPy's L-BFGS-B. Below 6e-8, what a float32 loss can tell, it stops at the first step without any decrease. */
    double loss_tolerance;

    /* Stop when a step moved no parameter by more than this; 0: never. Default 1e-9, as PyTorch's LBFGS. */
    double step_tolerance;

    /* After each iteration, with the closure's `user` and the state so far (its `reason` means nothing yet); false stops.
     * Default NULL. */
    bool (*progress)(void *user, const struct nadir_minimize_report *report);
};

NADIR_API struct nadir_minimize_params nadir_minimize_params_default(enum nadir_minimize_method method);

enum nadir_minimize_reason {
    NADIR_MINIMIZE_GRADIENT,    /* converged: gradient_tolerance */
    NADIR_MINIMIZE_LOSS,        /* converged: loss_tolerance */
    NADIR_MINIMIZE_STEP,        /* converged: step_tolerance */
    NADIR_MINIMIZE_ITERATIONS,  /* max_iterations are used up */
    NADIR_MINIMIZE_EVALUATIONS, /* max_evaluations are used up */
    NADIR_MINIMIZE_LINE_SEARCH, /* no lower point along steepest descent: as low as float32 goes, or a wrong gradient */
    NADIR_MINIMIZE_NOT_FINITE,  /* loss or gradient is infinite or NaN at the first point, after a step of fixed length, or at
                                   all points of a line search */
    NADIR_MINIMIZE_STOPPED      /* progress returned false */
};

struct nadir_minimize_report {
    enum nadir_minimize_reason reason;
    size_t iterations;
    size_t evaluations;
    double first_loss;    /* at the start */
    double loss;          /* the lowest found; at the parameters on return */
    double gradient_norm; /* max |g| there */
};

/* "gradient", "loss", "step", "iterations", "evaluations", "line search", "not finite", "stopped"; NULL for other values. */
NADIR_API const char *nadir_minimize_reason_name(enum nadir_minimize_reason reason);

/* Moves the parameters of an allocated arena to a minimum of the loss that `evaluate` computes: at the arena's current
 * parameters, with its gradient left in the arena's gradients (padding zero, as it was). Parameters on return are the best
 * point that an iteration ended at, whatever the reason; gradients are those of the last evaluation, which may have been
 * elsewhere. `params` NULL: L-BFGS with defaults. `report` may be NULL.
 *
 * The line search (bracketing, cubic interpolation, bisection as safeguard) takes a loss or gradient that is not finite for too
 * long a step. Where losses differ by less than 1e-6 of their size, float32 noise, it takes the slope's word for theirs:
 * Hager & Zhang's approximate Wolfe conditions (SIAM J. Optim. 16, 2005). Inner products are float32: gradients up to about
 * 1e18.
 *
 * Blocks. Errors: INVALID_ARGUMENT; the closure's status, which ends the run; OUT_OF_MEMORY, BUILD, OPENCL. Parameters are the
 * best point then, too, if the device still works. A run that ends without converging is no error: see report->reason. */
NADIR_API enum nadir_status nadir_minimize(struct nadir_context *context, struct nadir_arena *arena,
                                           const struct nadir_minimize_params *params,
                                           enum nadir_status (*evaluate)(void *user, double *loss), void *user,
                                           struct nadir_minimize_report *report);

#ifdef __cplusplus
}
#endif

#endif
