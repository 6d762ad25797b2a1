/* SPDX-License-Identifier: MIT */
/* The line search: f(a) is the loss at x0 + a d. An interval whose left end goes down and whose right end goes up, or lies
 * higher, holds a minimum; it is narrowed until a point satisfies the strong Wolfe conditions. */
#include "minimize_priv.h"

#include "base/status_priv.h"

#include <math.h>

enum { MAX_TRIALS = 30, MAX_NOT_FINITE = 10, MAX_STUCK = 3 };
#define NOISE 1e-6 /* relative: losses that are closer count as equal; Hager & Zhang's epsilon */

struct point {
    double step, loss, slope, gradient_norm;
};

static bool same(const struct point *a, const struct point *b)
{
    return a->loss == b->loss && a->slope == b->slope;
}

/* Where the cubic through values and slopes of both ends has its minimum, as a fraction of the interval. */
static double interpolate(const struct point *left, const struct point *right, double noise)
{
    const double width = right->step - left->step, gl = left->slope, gr = right->slope;
    double t = 0.5;
    if (fabs(right->loss - left->loss) <= noise) { /* values tell nothing: where the slope becomes 0 */
        if (gr > 0.0) t = gl / (gl - gr);
    } else {
        const double theta = 3.0 * (left->loss - right->loss) / width + gl + gr;
        const double root = sqrt(theta * theta - gl * gr); /* NaN where there is none */
        t = (root - gl + theta) / (2.0 * root + gr - gl);
    }
    if (!(t > -1.0 && t < 2.0)) return 0.5;
    return t < 1e-3 ? 1e-3 : t > 0.999 ? 0.999 : t;
}

/* Beyond two points that both go down: where the slope would become 0, at least 1.1 and at most 4 times as far again. */
static double extrapolate(const struct point *before, const struct point *left)
{
    double t = left->slope / (before->slope - left->slope);
    if (!(t < 4.0) || before->slope >= left->slope) t = 4.0;
    return left->step + (t > 1.1 ? t : 1.1) * (left->step - before->step);
}

enum nadir_status nadir__line_search(struct nadir__minimizer *m, double step, enum nadir__line_outcome *outcome)
{
    enum nadir_status status = NADIR_OK;
    const double noise = NOISE * fabs(m->loss0), floor = m->best_loss + noise;
    const struct point start = {0.0, m->loss0, m->slope0, m->gradient_norm0};
    struct point before = start, left = start, right = start, best = start;
    bool bracketed = false;
    double wide = INFINITY;     /* width of the interval two trials ago */
    double previous = INFINITY; /* and one trial ago */
    double too_long = INFINITY; /* the shortest step found without a finite value */
    double at = 0.0;            /* where x is */
    int finite = 0, not_finite = 0;
    int stuck = 0; /* trials that float32 cannot tell from an end of the interval */
    for (int trial = 0; trial < MAX_TRIALS; trial++) {
        if (!nadir__minimize_may_evaluate(m)) break;
        ND_TRY(nadir__minimize_try(m, step));
        at = step;
        if (!m->finite) {
            if (++not_finite == MAX_NOT_FINITE) break;
            too_long = step;
            bracketed = false;
            step = left.step + 0.1 * (step - left.step);
            continue;
        }
        finite++;
        const struct point c = {step, m->loss, m->slope, m->gradient_norm};
        const bool lower = c.loss <= m->loss0 + m->params.c1 * step * m->slope0;
        const bool level = c.loss <= floor;
        if ((lower || (level && c.slope <= (2.0 * m->params.c1 - 1.0) * m->slope0)) &&
            fabs(c.slope) <= -m->params.c2 * m->slope0) {
            *outcome = ND_LINE_ACCEPTED;
            goto out;
        }
        if (c.loss < best.loss) best = c;
        if (same(&c, &left) || same(&c, &right)) stuck++;
        if (stuck == MAX_STUCK) break;
        if (!(lower || level) || c.slope >= 0.0 || c.loss > left.loss + noise) {
            right = c;
            bracketed = true;
        } else {
            before = left;
            left = c;
        }
        if (bracketed) {
            const double width = right.step - left.step;
            if (!(width > 0x1p-20 * right.step)) break; /* x0 + step d would not change */
            step = left.step + width * (width > 2.0 / 3.0 * wide ? 0.5 : interpolate(&left, &right, noise));
            wide = previous;
            previous = width;
        } else {
            step = extrapolate(&before, &left);
            if (!(step < too_long)) step = 0.5 * (left.step + too_long);
        }
    }
    /* No point satisfies the conditions; the lowest will do. */
    if (best.step > 0.0 && best.step != at) {
        if (nadir__minimize_may_evaluate(m)) {
            ND_TRY(nadir__minimize_try(m, best.step));
        } else { /* the last point of the run: nobody needs the gradient */
            ND_TRY(nadir__minimize_move(m, best.step));
            m->loss = best.loss;
            m->gradient_norm = best.gradient_norm;
            m->finite = true;
        }
    }
    if (best.step > 0.0 && m->finite) *outcome = ND_LINE_ACCEPTED;
    else if (best.step == 0.0 && finite > 0) *outcome = ND_LINE_FAILED;
    else *outcome = ND_LINE_NOT_FINITE;
out:
    return status;
}
