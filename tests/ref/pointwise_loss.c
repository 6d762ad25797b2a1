/* SPDX-License-Identifier: MIT */
/* References of the elementwise losses. */
#include "ref.h"

#include <math.h>

static double sigmoid(double x)
{
    return x < 0 ? exp(x) / (1 + exp(x)) : 1 / (1 + exp(-x));
}

static double softplus(double x)
{
    return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}

static double sign(double e)
{
    return e > 0 ? 1 : e < 0 ? -1 : e;
}

static double clip(double x, double low, double high)
{
    return x < low ? low : x > high ? high : x;
}

/* a b, 0 inf = 0. */
static double times(double a, double b)
{
    return (a == 0 && isinf(b)) || (b == 0 && isinf(a)) ? 0 : a * b;
}

static double log_at_least(double value)
{
    return value < -100 ? -100 : value;
}

struct ref_pointwise ref_pointwise(enum nadir_loss loss, const struct nadir_loss_params *params, double x, double x2, double t,
                                   double q)
{
    const double pi = 3.14159265358979323846, e = x - t, a = params->label_smoothing, eps = params->eps;
    const double smooth = a > 0 ? 1 : 0; /* 1 - t' and t' have the roundings of numbers near 1 then */
    struct ref_pointwise r = {0};
    double m, p, n, v;
    switch (loss) {
    case NADIR_LOSS_MSE:
    case NADIR_LOSS_HALF_MSE:
        m = loss == NADIR_LOSS_MSE ? 1 : 0.5;
        r.l = r.l_size = m * e * e;
        r.dx = 2 * m * e;
        break;
    case NADIR_LOSS_L1:
        r.l = r.l_size = fabs(e);
        r.dx = sign(e);
        break;
    case NADIR_LOSS_HUBER:
        v = params->delta;
        r.l = r.l_size = fabs(e) <= v ? 0.5 * e * e : v * (fabs(e) - 0.5 * v);
        r.dx = clip(e, -v, v);
        break;
    case NADIR_LOSS_SMOOTH_L1:
        v = params->beta;
        r.l = r.l_size = fabs(e) < v ? 0.5 * e * e / v : fabs(e) - 0.5 * v;
        r.dx = fabs(e) < v ? e / v : sign(e);
        break;
    case NADIR_LOSS_LOG_COSH: /* cosh e = 1 + 2 sinh^2(e / 2), which keeps the digits of small e */
        v = sinh(e / 2);
        r.l = r.l_size = fabs(e) < 1 ? log1p(2 * v * v) : fabs(e) + log1p(exp(-2 * fabs(e))) - log(2);
        r.dx = tanh(e);
        break;
    case NADIR_LOSS_QUANTILE:
        v = params->quantile;
        r.l = r.l_size = e < 0 ? v * -e : (v - 1) * -e;
        r.dx = e < 0 ? -v : e > 0 ? 1 - v : e;
        break;
    case NADIR_LOSS_EPSILON_INSENSITIVE:
        m = fabs(e) - params->epsilon;
        r.l = m <= 0 ? 0 : m;
        r.l_size = fabs(e) + params->epsilon;
        r.dx = m <= 0 ? 0 : sign(e);
        break;
    case NADIR_LOSS_POISSON_NLL:
        p = params->log_input ? x : log(x + eps); /* logarithm of the rate */
        r.l = params->log_input ? exp(x) - times(t, x) : x - times(t, p);
        r.l_size = (params->log_input ? exp(x) : fabs(x)) + fabs(times(t, p));
        if (params->full && t > 1) {
            r.l += t * log(t) - t + 0.5 * log(2 * pi * t);
            r.l_size += t * log(t) + t + 0.5 * log(2 * pi * t);
        }
        r.dx = params->log_input ? exp(x) - t : t == 0 && x + eps == 0 ? 1 : 1 - t / (x + eps);
        r.dx_size = params->log_input ? exp(x) + fabs(t) : 1 + fabs(t / (x + eps));
        break;
    case NADIR_LOSS_GAUSSIAN_NLL:
        v = x2 >= 0 ? fmax(x2, eps) : NAN;
        r.l = 0.5 * (log(v) + e * e / v) + (params->full ? 0.5 * log(2 * pi) : 0);
        r.l_size = 0.5 * (fabs(log(v)) + e * e / v) + (params->full ? 1 : 0);
        r.dx = e / v;
        r.dx2 = 0.5 * (1 / v - e * e / (v * v));
        r.dx2_size = 0.5 * (1 / v + e * e / (v * v));
        break;
    case NADIR_LOSS_BCE:
        p = x >= 0 && x <= 1 ? x : NAN;
        v = p;
        if (eps > 0) p = clip(p, eps, 1 - eps);
        t = (1 - a) * t + 0.5 * a;
        m = log_at_least(log(p)), n = log_at_least(log1p(-p));
        r.l = -(t * m + (1 - t) * n);
        r.l_size = (t + smooth) * fabs(m) + (1 - t + smooth) * fabs(n);
        r.dx = p == v ? (p - t) / fmax(p * (1 - p), 1e-12) : isnan(v) ? v : 0;
        r.dx_size = (fabs(p - t) + smooth) / fmax(p * (1 - p), 1e-12);
        break;
    case NADIR_LOSS_BCE_WITH_LOGITS:
        t = (1 - a) * t + 0.5 * a;
        p = sigmoid(x), n = sigmoid(-x);
        r.l = times(q * t, softplus(-x)) + times(1 - t, softplus(x));
        r.l_size = times(q * (t + smooth), softplus(-x)) + times(1 - t + smooth, softplus(x));
        r.dx = (1 - t) * p - q * t * n;
        r.dx_size = (1 - t + smooth) * p + q * (t + smooth) * n;
        break;
    case NADIR_LOSS_SIGMOID_FOCAL: {
        /* With m = 1 - p_t and the logistic loss b, the derivative of m^gamma b. */
        const double gamma = params->gamma, weight = params->alpha < 0 ? 1 : params->alpha * t + (1 - params->alpha) * (1 - t);
        p = sigmoid(x), n = sigmoid(-x);
        m = p * (1 - t) + n * t;
        const double b = times(t, softplus(-x)) + times(1 - t, softplus(x)), db = (1 - t) * p - t * n;
        const double dm = (1 - 2 * t) * p * n;
        const double log_m = t == 0 ? -softplus(-x) : t == 1 ? -softplus(x) : log(m);
        const double power = gamma == 0 ? 1 : exp(gamma * log_m), dpower = m > 0 ? gamma * power / m * dm : 0;
        const double digits = 1 + gamma * fabs(log_m); /* those that the exponential loses */
        r.l = times(weight * power, b);
        r.l_size = r.l * digits;
        r.dx = weight * (power * db + times(dpower, b));
        r.dx_size = weight * (power * ((1 - t) * p + t * n) + fabs(times(dpower, b))) * digits;
        break;
    }
    case NADIR_LOSS_HINGE:
        m = 1 - t * x;
        r.l = m <= 0 ? 0 : m;
        r.l_size = 1 + fabs(t * x);
        r.dx = m <= 0 ? 0 : m > 0 ? -t : m;
        break;
    case NADIR_LOSS_SQUARED_HINGE:
        m = 1 - t * x;
        m = m <= 0 ? 0 : m;
        r.l = m * m;
        r.l_size = m * (1 + fabs(t * x));
        r.dx = -2 * t * m;
        r.dx_size = 2 * fabs(t) * (1 + fabs(t * x));
        break;
    case NADIR_LOSS_SOFT_MARGIN:
        r.l = r.l_size = softplus(-t * x);
        r.dx = -t * sigmoid(-t * x);
        break;
    case NADIR_LOSS_HINGE_EMBEDDING:
        m = params->margin - x;
        m = m <= 0 ? 0 : m;
        r.l = isnan(t) ? t : (t == -1 ? 0 : x) + (t == 1 ? 0 : m);
        r.l_size = fabs(x) + fabs(params->margin);
        r.dx = isnan(t + x) ? NAN : (t == -1 ? 0 : 1) - (t != 1 && m > 0 ? 1 : 0);
        break;
    case NADIR_LOSS_KL_DIV: {
        p = params->log_target ? exp(t) : t;
        const double log_t = params->log_target ? t : log(t);
        double log_p = log_t, log_q = x, slope = -1;
        r.l_size = params->log_target && params->from_probabilities && eps > 0 ? p : 0; /* log(exp(t)) */
        if (params->from_probabilities) {
            double clipped = x;
            if (eps > 0) {
                p = clip(p, eps, 1);
                log_p = log(p);
                clipped = clip(x, eps, 1);
            }
            log_q = log(clipped);
            slope = clipped == x ? -1 / x : isnan(x) ? x : 0;
        }
        r.l = p == 0 && !isnan(log_q) ? 0 : p * (log_p - log_q);
        r.l_size += p == 0 ? 0 : p * (fabs(log_p) + fabs(log_q));
        r.dx = isnan(log_q) ? NAN : times(p, slope);
        break;
    }
    case NADIR_LOSS_MARGIN_RANKING:
        m = params->margin - t * (x - x2);
        r.l = m <= 0 ? 0 : m;
        r.l_size = fabs(params->margin) + fabs(t * (x - x2));
        r.dx = m <= 0 ? 0 : m > 0 ? -t : m;
        r.dx2 = -r.dx;
        break;
    default: break;
    }
    if (r.dx_size == 0) r.dx_size = fabs(r.dx);
    if (r.dx2_size == 0) r.dx2_size = fabs(r.dx2);
    return r;
}
