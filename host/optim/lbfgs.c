/* SPDX-License-Identifier: MIT */
/* Directions of L-BFGS. The two loops run on the device, their inner products included: nothing is read in between. */
#include "minimize_priv.h"

#include "base/status_priv.h"
#include "nadir/vector.h"
#include "ops/vector_priv.h"

#include <stdlib.h>

enum nadir_status nadir__lbfgs_create(struct nadir__minimizer *m)
{
    enum nadir_status status;
    struct nadir__history *history = &m->history;
    const size_t pairs = m->params.history;
    history->rho = calloc(pairs, sizeof *history->rho);
    if (!history->rho) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for a history of %zu pairs", pairs);
    ND_TRY(nadir_tensor_create(&history->s, m->context, NADIR_F32, 2, (const size_t[]){pairs, m->n}));
    ND_TRY(nadir_tensor_create(&history->y, m->context, NADIR_F32, 2, (const size_t[]){pairs, m->n}));
    ND_TRY(nadir_tensor_create(&history->dots, m->context, NADIR_F32, 2, (const size_t[]){pairs, 2}));
out:
    return status;
}

void nadir__lbfgs_destroy(struct nadir__minimizer *m)
{
    nadir_tensor_destroy(&m->history.s);
    nadir_tensor_destroy(&m->history.y);
    nadir_tensor_destroy(&m->history.dots);
    free(m->history.rho);
}

static struct nadir_tensor row(const struct nadir_tensor *matrix, size_t i)
{
    const size_t n = matrix->shape[1];
    return nadir_tensor_view(matrix->buffer, matrix->offset + i * n, NADIR_F32, 1, &n);
}

/* Keeps the pair of the last step if its curvature is positive beyond rounding. */
static enum nadir_status add_pair(struct nadir__minimizer *m)
{
    enum nadir_status status;
    double dots[2];
    struct nadir__history *history = &m->history;
    const struct nadir_tensor s = row(&history->s, history->next), y = row(&history->y, history->next);
    const struct nadir_tensor sy = nadir__minimize_number(m, 0), yy = nadir__minimize_number(m, 1);
    ND_TRY(nadir_vector_combine(m->context, &s, 1.0f, &m->x, -1.0f, &m->x0)); /* the step as it was rounded, not step * d */
    ND_TRY(nadir_vector_combine(m->context, &y, 1.0f, &m->g, -1.0f, &m->g0));
    ND_TRY(nadir_vector_dot(m->context, &sy, &s, &y));
    ND_TRY(nadir_vector_dot(m->context, &yy, &y, &y));
    ND_TRY(nadir__minimize_read(m, 2, dots));
    if (!(dots[0] > -0x1p-23 * m->step * m->slope0 && dots[1] > 0.0)) goto out;
    history->rho[history->next] = 1.0 / dots[0];
    history->scale = dots[0] / dots[1];
    history->next = (history->next + 1) % m->params.history;
    if (history->count < m->params.history) history->count++;
out:
    return status;
}

enum nadir_status nadir__lbfgs_direction(struct nadir__minimizer *m, bool fresh)
{
    enum nadir_status status;
    struct nadir__history *history = &m->history;
    const size_t pairs = m->params.history;
    if (fresh) history->count = 0;
    else ND_TRY(add_pair(m));
    if (history->count == 0) return nadir__steepest_direction(m);
    ND_TRY(nadir_vector_combine(m->context, &m->d, -1.0f, &m->g, 0.0f, NULL));
    for (size_t k = 1; k <= history->count; k++) { /* newest first */
        const size_t i = (history->next + pairs - k) % pairs;
        const struct nadir_tensor s = row(&history->s, i), y = row(&history->y, i);
        const struct nadir_tensor dot = nadir_tensor_view(history->dots.buffer, 2 * i, NADIR_F32, 0, NULL);
        ND_TRY(nadir_vector_dot(m->context, &dot, &s, &m->d));
        ND_TRY(nadir__vector_axpy_by(m->context, &m->d, (float)-history->rho[i], &dot, &y));
    }
    ND_TRY(nadir_vector_scale(m->context, &m->d, (float)history->scale));
    for (size_t k = history->count; k >= 1; k--) {
        const size_t i = (history->next + pairs - k) % pairs;
        const struct nadir_tensor s = row(&history->s, i), y = row(&history->y, i), dots = row(&history->dots, i);
        const struct nadir_tensor dot = nadir_tensor_view(history->dots.buffer, 2 * i + 1, NADIR_F32, 0, NULL);
        ND_TRY(nadir_vector_dot(m->context, &dot, &y, &m->d));
        ND_TRY(nadir__vector_axpy_by(m->context, &m->d, (float)history->rho[i], &dots, &s));
    }
    const struct nadir_tensor slope = nadir__minimize_number(m, 0);
    ND_TRY(nadir_vector_dot(m->context, &slope, &m->g, &m->d));
    ND_TRY(nadir__minimize_read(m, 1, &m->slope0));
    m->steepest = false;
out:
    return status;
}
