/* SPDX-License-Identifier: MIT */
/* Values of all losses. */
#include "reference_priv.h"

#include <math.h>

static double softplus(double x)
{
    return fmax(x, 0) + log1p(exp(-fabs(x)));
}

static double clamp(double x, double least, double most)
{
    return fmin(fmax(x, least), most);
}

/* x log y with 0 log 0 = 0. */
static double times_log(double x, double y)
{
    return x == 0 ? 0 : x * log(y);
}

static double bce_with_logits(double x, double t, double q)
{
    return q * t * softplus(-x) + (1 - t) * softplus(x);
}

static double element(const struct nadir__reference_loss *of)
{
    const struct nadir_loss_params *o = of->params;
    const double pi = 3.14159265358979323846, x = *of->x[0], x2 = of->x[1] ? *of->x[1] : 0, t = *of->target, e = x - t;
    const double delta = (double)o->delta, beta = (double)o->beta, q = (double)o->quantile, margin = (double)o->margin;
    const double eps = (double)o->eps, alpha = (double)o->alpha;
    const double smooth = t * (1 - (double)o->label_smoothing) + (double)o->label_smoothing / 2;
    switch (of->loss) {
    case NADIR_LOSS_MSE: return e * e;
    case NADIR_LOSS_HALF_MSE: return e * e / 2;
    case NADIR_LOSS_L1: return fabs(e);
    case NADIR_LOSS_HUBER: return fabs(e) <= delta ? e * e / 2 : delta * (fabs(e) - delta / 2);
    case NADIR_LOSS_SMOOTH_L1: return fabs(e) < beta ? e * e / (2 * beta) : fabs(e) - beta / 2;
    case NADIR_LOSS_LOG_COSH: return log(cosh(e));
    case NADIR_LOSS_QUANTILE: return fmax(q * -e, (q - 1) * -e);
    case NADIR_LOSS_EPSILON_INSENSITIVE: return fmax(0, fabs(e) - (double)o->epsilon);
    case NADIR_LOSS_POISSON_NLL: {
        const double stirling = o->full && t > 1 ? t * log(t) - t + log(2 * pi * t) / 2 : 0;
        return (o->log_input ? exp(x) - t * x : x - t * log(x + eps)) + stirling;
    }
    case NADIR_LOSS_GAUSSIAN_NLL: {
        const double v = fmax(x2, eps);
        return (log(v) + e * e / v + (o->full ? log(2 * pi) : 0)) / 2;
    }
    case NADIR_LOSS_BCE: {
        const double p = eps > 0 ? clamp(x, eps, 1 - eps) : x;
        return -(smooth * fmax(log(p), -100) + (1 - smooth) * fmax(log(1 - p), -100));
    }
    case NADIR_LOSS_BCE_WITH_LOGITS: return bce_with_logits(x, smooth, of->pos_weight ? *of->pos_weight : 1);
    case NADIR_LOSS_SIGMOID_FOCAL: {
        const double p = 1 / (1 + exp(-x)), p_t = p * t + (1 - p) * (1 - t);
        const double a_t = alpha < 0 ? 1 : alpha * t + (1 - alpha) * (1 - t);
        return a_t * pow(1 - p_t, (double)o->gamma) * bce_with_logits(x, t, 1);
    }
    case NADIR_LOSS_HINGE: return fmax(0, 1 - t * x);
    case NADIR_LOSS_SQUARED_HINGE: return pow(fmax(0, 1 - t * x), 2);
    case NADIR_LOSS_SOFT_MARGIN: return softplus(-t * x);
    case NADIR_LOSS_HINGE_EMBEDDING: return t == 1 ? x : fmax(0, margin - x);
    case NADIR_LOSS_KL_DIV: {
        if (o->log_target) return exp(t) * (t - x);
        if (!o->from_probabilities) return times_log(t, t) - (t == 0 ? 0 : t * x);
        const double p = eps > 0 ? clamp(t, eps, 1) : t, given = eps > 0 ? clamp(x, eps, 1) : x;
        return times_log(p, p) - times_log(p, given);
    }
    default: return fmax(0, -t * (x - x2) + margin); /* NADIR_LOSS_MARGIN_RANKING */
    }
}

/* Labels are rows of 0 and one 1 here. */
static double cross_entropy(const struct nadir__reference_loss *of)
{
    const struct nadir_loss_params *o = of->params;
    const double a = (double)o->label_smoothing, eps = (double)o->eps, *x = of->x[0], cols = (double)of->cols;
    const double lse = nadir__reference_logsumexp(x, of->cols, 1);
    double sum = 0, l = o->from_probabilities ? 0 : (double)o->z_loss * lse * lse;
    for (size_t j = 0; j < of->cols; j++) sum += x[j];
    for (size_t j = 0; j < of->cols; j++) {
        const double t = of->target ? of->target[j] : (size_t)of->label == j, smooth = (1 - a) * t + a / cols;
        /* A class weight of a label is that of the label for all but the smoothing. */
        const double w = of->weight ? of->weight[j] : 1;
        if (o->from_probabilities) l -= w * smooth * log(clamp(x[j] / sum, eps, 1 - eps));
        else if (smooth != 0) l -= w * smooth * (x[j] - lse);
    }
    return l;
}

/* The p-norm of u - v + eps. */
static double distance(const double *u, const double *v, size_t cols, double p, double eps)
{
    double sum = 0;
    for (size_t j = 0; j < cols; j++) sum += pow(fabs(u[j] - v[j] + eps), p);
    return pow(sum, 1 / p);
}

static double row(const struct nadir__reference_loss *of)
{
    const struct nadir_loss_params *o = of->params;
    const double *x = of->x[0], margin = (double)o->margin, eps = (double)o->eps, p = (double)o->p;
    const size_t y = of->target ? 0 : (size_t)of->label, cols = of->cols;
    const double w = of->weight && !of->target ? of->weight[y] : 1;
    double l = 0, most = -INFINITY;
    switch (of->loss) {
    case NADIR_LOSS_CROSS_ENTROPY: return cross_entropy(of);
    case NADIR_LOSS_FOCAL: {
        const double log_p = x[y] - nadir__reference_logsumexp(x, cols, 1);
        return -w * (o->alpha < 0 ? 1 : (double)o->alpha) * pow(1 - exp(log_p), (double)o->gamma) * log_p;
    }
    case NADIR_LOSS_NLL: return -w * x[y];
    case NADIR_LOSS_MULTI_MARGIN:
        for (size_t j = 0; j < cols; j++)
            if (j != y) l += pow(fmax(0, margin - x[y] + x[j]), p);
        return w * l / (double)cols;
    case NADIR_LOSS_CRAMMER_SINGER:
        for (size_t j = 0; j < cols; j++)
            if (j != y) most = fmax(most, x[j]);
        return fmax(0, most + margin - x[y]);
    case NADIR_LOSS_CATEGORICAL_HINGE:
        for (size_t j = 0; j < cols; j++) {
            l -= of->target[j] * x[j];
            if (of->target[j] == 0) most = fmax(most, x[j]);
        }
        return fmax(0, 1 + most + l);
    case NADIR_LOSS_COSINE_EMBEDDING: {
        double product = 0, square1 = 0, square2 = 0;
        for (size_t j = 0; j < cols; j++) {
            product += x[j] * of->x[1][j];
            square1 += x[j] * x[j];
            square2 += of->x[1][j] * of->x[1][j];
        }
        const double c = product / sqrt((square1 + 1e-12) * (square2 + 1e-12));
        return *of->target == 1 ? 1 - c : *of->target == -1 ? fmax(0, c - margin) : 0;
    }
    default: { /* NADIR_LOSS_TRIPLET_MARGIN */
        const double near = distance(x, of->x[1], cols, p, eps), far = distance(x, of->x[2], cols, p, eps);
        const double other = o->swap ? distance(of->x[1], of->x[2], cols, p, eps) : far;
        return fmax(0, margin + near - fmin(far, other));
    }
    }
}

static double log_add(double a, double b)
{
    const double high = fmax(a, b), low = fmin(a, b);
    return low == -INFINITY ? high : high + log1p(exp(low - high));
}

/* The forward recursion over the states blank, target, blank, ..., in logarithms. */
static double ctc(const struct nadir__reference_loss *of)
{
    const size_t states = 2 * of->length + 1;
    double a[2 * ND_REFERENCE_TARGETS + 1];
    for (size_t s = 0; s < states; s++) a[s] = s == 0 ? 0 : -INFINITY;
    for (size_t frame = 0; frame < of->frames; frame++) {
        const double *x = of->x[0] + frame * of->cols, lse = nadir__reference_logsumexp(x, of->cols, 1);
        for (size_t s = states; s-- > 0;) {
            const int32_t label = s % 2 ? of->targets[s / 2] : of->params->blank;
            /* A path starts at the first blank or the first target: with a[0] = 0 before, both are one step away. */
            if (s >= 1) a[s] = log_add(a[s], a[s - 1]);
            if (s >= 3 && s % 2 && label != of->targets[s / 2 - 1]) a[s] = log_add(a[s], a[s - 2]);
            a[s] += x[label] - lse;
        }
    }
    const double l = -(states > 1 ? log_add(a[states - 1], a[states - 2]) : a[0]);
    return of->params->zero_infinity && isinf(l) ? 0 : l;
}

double nadir__reference_loss(const void *argument)
{
    const struct nadir__reference_loss *of = argument;
    if (of->loss == NADIR_LOSS_CTC) return ctc(of);
    return (of->loss < NADIR_LOSS_CROSS_ENTROPY ? element : row)(of);
}
