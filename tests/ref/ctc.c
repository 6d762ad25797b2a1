/* SPDX-License-Identifier: MIT */
/* CTC in logarithms, as Graves et al. 2006 have it: a lattice of 2 S + 1 states, forward and backward. */
#include "ref.h"

#include <math.h>
#include <stdlib.h>

static double log_add(double a, double b)
{
    if (a < b) return log_add(b, a);
    return b == -INFINITY ? a : a + log1p(exp(b - a));
}

/* log softmax of a row; NaN for a row that has none. */
static void log_softmax(double *y, const double *x, size_t cols)
{
    const size_t best = ref_argmax(x, cols);
    double rest = 0;
    for (size_t j = 0; j < cols; j++)
        if (j != best) rest += exp(x[j] - x[best]);
    for (size_t j = 0; j < cols; j++) y[j] = isfinite(x[best]) ? (x[j] - x[best]) - log1p(rest) : NAN;
}

/* One sequence, whose frame t is x + t * stride. `p` (count, classes), `a` and `b` (count, states) are work space. */
static double sequence(double *dx, const double *x, size_t stride, size_t count, size_t classes, const int32_t *targets,
                       size_t length, int32_t blank, double *p, double *a, double *b)
{
    const size_t states = 2 * length + 1;
    bool nan = false;
    for (size_t t = 0; t < count; t++) {
        log_softmax(p + t * classes, x + t * stride, classes);
        nan = nan || isnan(p[t * classes]);
    }
    if (nan) return NAN;
    if (count == 0) return length == 0 ? 0 : INFINITY;
#define CLASS(s) (size_t)((s) % 2 ? targets[(s) / 2] : blank)
#define SKIPS(s) ((s) % 2 && (s) >= 3 && targets[(s) / 2] != targets[(s) / 2 - 1]) /* s may follow s - 2 */
    for (size_t t = 0; t < count; t++)
        for (size_t s = 0; s < states; s++) {
            double sum = t == 0 ? (s < 2 ? 0 : -INFINITY) : a[(t - 1) * states + s];
            if (t > 0 && s >= 1) sum = log_add(sum, a[(t - 1) * states + s - 1]);
            if (t > 0 && SKIPS(s)) sum = log_add(sum, a[(t - 1) * states + s - 2]);
            a[t * states + s] = sum + p[t * classes + CLASS(s)];
        }
    const double *last = a + (count - 1) * states;
    const double log_p = length > 0 ? log_add(last[states - 1], last[states - 2]) : last[0];
    if (!dx || log_p == -INFINITY) return -log_p;
    for (size_t t = count; t-- > 0;)
        for (size_t s = 0; s < states; s++) {
            double sum = t == count - 1 ? (s + 2 >= states ? 0 : -INFINITY) : b[(t + 1) * states + s];
            if (t + 1 < count && s + 1 < states) sum = log_add(sum, b[(t + 1) * states + s + 1]);
            if (t + 1 < count && s + 2 < states && SKIPS(s + 2)) sum = log_add(sum, b[(t + 1) * states + s + 2]);
            b[t * states + s] = sum + p[t * classes + CLASS(s)];
        }
    for (size_t t = 0; t < count; t++) {
        for (size_t c = 0; c < classes; c++) dx[t * stride + c] = exp(p[t * classes + c]);
        for (size_t s = 0; s < states; s++) {
            const double y = p[t * classes + CLASS(s)];
            if (y > -INFINITY) dx[t * stride + CLASS(s)] -= exp(a[t * states + s] + b[t * states + s] - y - log_p);
        }
        /* A row sums to 0: where one class has nearly all, the others have its digits. */
        double *row = dx + t * stride, others = 0;
        const size_t best = ref_argmax(p + t * classes, classes);
        for (size_t c = 0; c < classes; c++)
            if (c != best) others += row[c];
        if (p[t * classes + best] > -0.1) row[best] = -others;
    }
    return -log_p;
}

void ref_ctc(double *loss, double *dx, const double *x, const int32_t *targets, const int32_t *input_lengths,
             const int32_t *target_lengths, size_t frames, size_t batch, size_t classes, size_t length, int32_t blank,
             bool zero_infinity)
{
    double *p = calloc(frames * classes + 1, sizeof *p), *a = calloc(frames * (2 * length + 1) + 1, sizeof *a);
    double *b = calloc(frames * (2 * length + 1) + 1, sizeof *b);
    const size_t stride = batch * classes;
    for (size_t n = 0; n < batch; n++) {
        const int32_t *labels = targets + n * length;
        size_t count = frames; /* of frames with a gradient */
        bool bad = !p || !a || !b || input_lengths[n] < 0 || (size_t)input_lengths[n] > frames || target_lengths[n] < 0 ||
                   (size_t)target_lengths[n] > length;
        for (int32_t i = 0; !bad && i < target_lengths[n]; i++) bad = labels[i] < 0 || (size_t)labels[i] >= classes;
        if (bad) loss[n] = NAN;
        else {
            count = (size_t)input_lengths[n];
            loss[n] = sequence(dx ? dx + n * classes : NULL, x + n * classes, stride, count, classes, labels,
                               (size_t)target_lengths[n], blank, p, a, b);
            if (isinf(loss[n]) && zero_infinity) loss[n] = 0, count = 0;
        }
        for (size_t t = 0; dx && t < frames; t++)
            for (size_t c = 0; c < classes; c++) {
                double *d = &dx[t * stride + n * classes + c];
                if (t >= count) *d = 0;
                else if (!isfinite(loss[n])) *d = NAN;
            }
    }
    free(p);
    free(a);
    free(b);
}
