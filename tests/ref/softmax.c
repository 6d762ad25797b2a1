/* SPDX-License-Identifier: MIT */
/* References of the softmax family and of the losses on it. */
#include "ref.h"

#include <math.h>
#include <stdlib.h>

/* m = max x and log(sum exp(x - m)), summed without the largest term, which keeps the digits of a small one. */
static double log_sum(const double *x, size_t cols, double *m)
{
    const size_t best = ref_argmax(x, cols);
    double rest = 0;
    for (size_t j = 0; j < cols; j++)
        if (j != best) rest += exp(x[j] - x[best]);
    *m = x[best];
    return isfinite(x[best]) ? log1p(rest) : NAN;
}

double ref_logsumexp(const double *x, size_t cols)
{
    double m;
    const double rest = log_sum(x, cols, &m);
    return isinf(m) ? m : m + rest;
}

void ref_log_softmax(double *y, const double *x, size_t cols)
{
    double m;
    const double rest = log_sum(x, cols, &m);
    for (size_t j = 0; j < cols; j++) y[j] = (x[j] - m) - rest;
}

void ref_softmax(double *y, const double *x, size_t cols, enum nadir_softmax softmax, double temperature)
{
    double *const scaled = calloc(cols, sizeof *scaled);
    if (!scaled) abort();
    for (size_t j = 0; j < cols; j++) scaled[j] = x[j] / temperature;
    if (softmax == NADIR_LOGSUMEXP) *y = ref_logsumexp(scaled, cols);
    else ref_log_softmax(y, scaled, cols);
    for (size_t j = 0; softmax == NADIR_SOFTMAX && j < cols; j++) y[j] = exp(y[j]);
    free(scaled);
}

void ref_softmax_backward(double *dx, const double *dy, const double *saved, size_t cols, enum nadir_softmax softmax,
                          double temperature)
{
    double sum = 0;
    if (softmax == NADIR_LOGSUMEXP) ref_softmax(dx, saved, cols, NADIR_SOFTMAX, temperature);
    else
        for (size_t j = 0; j < cols; j++) sum += softmax == NADIR_SOFTMAX ? dy[j] * saved[j] : dy[j];
    for (size_t j = 0; j < cols; j++) {
        if (softmax == NADIR_SOFTMAX) dx[j] = saved[j] * (dy[j] - sum) / temperature;
        else if (softmax == NADIR_LOG_SOFTMAX) dx[j] = (dy[j] - exp(saved[j]) * sum) / temperature;
        else dx[j] *= *dy / temperature;
    }
}

static double product(double a, double b)
{
    return a == 0 ? 0 : a * b;
}

/* Class weight, target weight (0 or 1 for labels) and both with smoothing. */
static double class_weight(const struct ref_cross_entropy *o, size_t j)
{
    return o->weight ? o->weight[j] : 1;
}

static double target_weight(const struct ref_cross_entropy *o, const double *t, size_t label, size_t cols, size_t j)
{
    const double target = t ? t[j] : j == label ? 1 : 0;
    return class_weight(o, j) * ((1 - o->smoothing) * target + o->smoothing / (double)cols);
}

void ref_cross_entropy_row(double *loss, double *dx, const double *x, const int32_t *label, const double *t, size_t cols,
                           const struct ref_cross_entropy *o)
{
    const size_t y = label ? (size_t)*label : 0;
    double *const d = calloc(cols, sizeof *d), *const log_p = calloc(cols, sizeof *log_p);
    if (!d || !log_p) abort();
    *loss = 0;
    if (label && *label == o->ignore_index) {
        for (size_t j = 0; j < cols; j++) d[j] = 0;
    } else if (label && (*label < 0 || y >= cols)) {
        *loss = NAN;
        for (size_t j = 0; j < cols; j++) d[j] = NAN;
    } else if (o->probabilities) {
        double sum = 0, inside = 0;
        for (size_t j = 0; j < cols; j++) sum += x[j];
        for (size_t j = 0; j < cols; j++) {
            const double u = target_weight(o, t, y, cols, j), p = x[j] / sum;
            const double clipped = p < o->eps ? o->eps : p > 1 - o->eps ? 1 - o->eps : p;
            *loss -= product(u, log(clipped));
            const bool slope = p >= o->eps && p <= 1 - o->eps;
            d[j] = slope ? -product(u, 1 / p) : isnan(p) ? NAN : 0;
            inside += slope ? u : 0;
        }
        for (size_t j = 0; j < cols; j++) d[j] = (d[j] + inside) / sum;
    } else {
        double m;
        const double rest = log_sum(x, cols, &m), lse = m + rest;
        ref_log_softmax(log_p, x, cols);
        if (o->focal) {
            const double q = -expm1(log_p[y]), p = exp(log_p[y]), nll = -log_p[y];
            const double a = (o->alpha < 0 ? 1 : o->alpha) * class_weight(o, y);
            const double slope = q == 0 ? 1 : pow(q, o->gamma) + (p == 0 ? 0 : o->gamma * pow(q, o->gamma - 1) * p * nll);
            *loss = a * pow(q, o->gamma) * nll;
            for (size_t j = 0; j < cols; j++) d[j] = a * slope * (j == y ? -q : exp(log_p[j]));
        } else {
            double weights = 0;
            for (size_t j = 0; j < cols; j++) {
                const double u = target_weight(o, t, y, cols, j);
                weights += u;
                /* A label's own term is no soft one: 0 times infinity stays NaN there. */
                *loss -= label && j == y ? u * log_p[j] : product(u, log_p[j]);
            }
            *loss += o->z == 0 ? 0 : o->z * lse * lse;
            for (size_t j = 0; j < cols; j++) {
                /* (sum u) p - u, written so that it keeps its digits where p is nearly 1. */
                const double u = target_weight(o, t, y, cols, j), p = exp(log_p[j]);
                d[j] = p > 0.5 ? (weights - u) + weights * expm1(log_p[j]) : weights * p - u;
                d[j] += o->z == 0 ? 0 : 2 * o->z * lse * p;
            }
        }
    }
    for (size_t j = 0; dx && j < cols; j++) dx[j] = d[j];
    free(d);
    free(log_p);
}
