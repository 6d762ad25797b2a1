/* SPDX-License-Identifier: MIT */
/* Directions of gradient descent and of nonlinear conjugate gradient. */
#include "minimize_priv.h"

#include "base/status_priv.h"
#include "nadir/vector.h"

enum nadir_status nadir__steepest_direction(struct nadir__minimizer *m)
{
    enum nadir_status status;
    double gg;
    const struct nadir_tensor number = nadir__minimize_number(m, 0);
    ND_TRY(nadir_vector_dot(m->context, &number, &m->g, &m->g));
    ND_TRY(nadir__minimize_read(m, 1, &gg));
    ND_TRY(nadir_vector_combine(m->context, &m->d, -1.0f, &m->g, 0.0f, NULL));
    m->slope0 = -gg;
    m->steepest = true;
out:
    return status;
}

/* Polak-Ribiere with beta >= 0, and steepest descent where that is not clearly a direction of descent. */
enum nadir_status nadir__conjugate_direction(struct nadir__minimizer *m, bool fresh)
{
    enum nadir_status status;
    double dots[3];
    if (fresh) return nadir__steepest_direction(m);
    const struct nadir_tensor gg = nadir__minimize_number(m, 0), mixed = nadir__minimize_number(m, 1);
    const struct nadir_tensor old = nadir__minimize_number(m, 2);
    ND_TRY(nadir_vector_dot(m->context, &gg, &m->g, &m->g));
    ND_TRY(nadir_vector_dot(m->context, &mixed, &m->g, &m->g0));
    ND_TRY(nadir_vector_dot(m->context, &old, &m->g0, &m->g0));
    ND_TRY(nadir__minimize_read(m, 3, dots));
    double beta = (dots[0] - dots[1]) / dots[2];
    if (!(beta > 0.0)) beta = 0.0;
    double slope = -dots[0] + beta * m->slope;
    if (!(slope <= -0.01 * dots[0])) {
        beta = 0.0;
        slope = -dots[0];
    }
    ND_TRY(nadir_vector_combine(m->context, &m->d, -1.0f, &m->g, (float)beta, &m->d));
    m->slope0 = slope;
    m->steepest = beta == 0.0;
out:
    return status;
}
