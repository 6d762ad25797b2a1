/* SPDX-License-Identifier: MIT */
/* References of optimizers: one step of each rule as its formula stands in the literature, in double. */
#include "ref.h"

#include <math.h>
#include <stdlib.h>

/* What a rule sees: g with loss scale, clipping, sign, L2 and L1 in it. */
struct update {
    double *p, *const *s;
    const double *g;
    size_t n;
    double t, lr;
    const struct ref_optimizer *o;
    const struct nadir_optimizer_params *h;
};

static double sign(double x)
{
    return (x > 0) - (x < 0);
}

static double norm(const double *x, size_t n)
{
    double largest = 0, sum = 0;
    for (size_t i = 0; i < n; i++) largest = fmax(largest, fabs(x[i]));
    for (size_t i = 0; i < n && largest > 0; i++) sum += x[i] / largest * (x[i] / largest);
    return largest * sqrt(sum);
}

/* The root that Adam and its family divide by; c = 1 - beta2^t. */
static double root(const struct update *u, double v, double c)
{
    if (u->h->eps_mode == NADIR_EPS_INSIDE) return sqrt(v / c + u->h->eps);
    if (u->h->eps_mode == NADIR_EPS_HAT) return (sqrt(v) + u->h->eps) / sqrt(c);
    return sqrt(v / c) + u->h->eps;
}

static double plain_root(const struct update *u, double v)
{
    return u->h->eps_mode == NADIR_EPS_INSIDE ? sqrt(v + u->h->eps) : sqrt(v) + u->h->eps;
}

static void average(double *m, double x, double beta)
{
    *m = beta * *m + (1 - beta) * x;
}

static void sgd(const struct update *u)
{
    double *b = u->s[0];
    const bool nesterov = u->h->nesterov || u->h->rule == NADIR_NESTEROV;
    const double mu = u->h->momentum;
    for (size_t i = 0; i < u->n; i++) {
        if (!b) {
            u->p[i] -= u->lr * u->g[i];
        } else if (u->h->lr_in_momentum) {
            b[i] = mu * b[i] + u->lr * u->g[i];
            u->p[i] -= nesterov ? mu * b[i] + u->lr * u->g[i] : b[i];
        } else {
            b[i] = u->t == 1 ? u->g[i] : mu * b[i] + (1 - u->h->dampening) * u->g[i];
            u->p[i] -= u->lr * (nesterov ? u->g[i] + mu * b[i] : b[i]);
        }
    }
}

static void adagrad(const struct update *u)
{
    double *s = u->s[0];
    for (size_t i = 0; i < u->n; i++) {
        s[i] += u->g[i] * u->g[i];
        u->p[i] -= u->lr / (1 + (u->t - 1) * u->h->lr_decay) * u->g[i] / plain_root(u, s[i]);
    }
}

static void adadelta(const struct update *u)
{
    double *s = u->s[0], *a = u->s[1];
    for (size_t i = 0; i < u->n; i++) {
        average(&s[i], u->g[i] * u->g[i], u->h->rho);
        const double d = sqrt(a[i] + u->h->eps) / sqrt(s[i] + u->h->eps) * u->g[i];
        average(&a[i], d * d, u->h->rho);
        u->p[i] -= u->lr * d;
    }
}

static void rmsprop(const struct update *u)
{
    double *s = u->s[0], *b = u->s[1], *a = u->s[2];
    for (size_t i = 0; i < u->n; i++) {
        average(&s[i], u->g[i] * u->g[i], u->h->alpha);
        double variance = s[i];
        if (u->h->centered) {
            average(&a[i], u->g[i], u->h->alpha);
            variance = fmax(s[i] - a[i] * a[i], 0);
        }
        const double d = u->g[i] / plain_root(u, variance);
        if (!b) {
            u->p[i] -= u->lr * d;
        } else if (u->h->lr_in_momentum) {
            b[i] = u->h->momentum * b[i] + u->lr * d;
            u->p[i] -= b[i];
        } else {
            b[i] = u->h->momentum * b[i] + d;
            u->p[i] -= u->lr * b[i];
        }
    }
}

static void adam(const struct update *u)
{
    double *m = u->s[0], *v = u->s[1], *largest = u->s[2];
    const double c1 = 1 - pow(u->h->beta1, u->t), c2 = 1 - pow(u->h->beta2, u->t);
    for (size_t i = 0; i < u->n; i++) {
        average(&m[i], u->g[i], u->h->beta1);
        average(&v[i], u->g[i] * u->g[i], u->h->beta2);
        double w = v[i];
        if (u->h->amsgrad) w = largest[i] = fmax(largest[i], v[i]);
        u->p[i] -= u->lr * m[i] / c1 / root(u, w, c2);
    }
}

static void adamax(const struct update *u)
{
    double *m = u->s[0], *largest = u->s[1];
    const double inside = u->h->eps_mode == NADIR_EPS_INSIDE ? u->h->eps : 0; /* the maximum; else where it is used */
    for (size_t i = 0; i < u->n; i++) {
        average(&m[i], u->g[i], u->h->beta1);
        largest[i] = fmax(u->h->beta2 * largest[i], fabs(u->g[i]) + inside);
        u->p[i] -= u->lr / (1 - pow(u->h->beta1, u->t)) * m[i] / (largest[i] + u->h->eps - inside);
    }
}

static double nadam_mu(const struct nadir_optimizer_params *h, double t)
{
    return h->beta1 * (1 - 0.5 * pow(0.96, t * h->momentum_decay));
}

static void nadam(const struct update *u)
{
    double *m = u->s[0], *v = u->s[1];
    const double mu = nadam_mu(u->h, u->t), next = nadam_mu(u->h, u->t + 1), product = u->o->carry[0] * mu;
    const double c2 = 1 - pow(u->h->beta2, u->t);
    for (size_t i = 0; i < u->n; i++) {
        average(&m[i], u->g[i], u->h->beta1);
        average(&v[i], u->g[i] * u->g[i], u->h->beta2);
        u->p[i] -= u->lr * ((1 - mu) * u->g[i] / (1 - product) + next * m[i] / (1 - product * next)) / root(u, v[i], c2);
    }
}

static void radam(const struct update *u)
{
    double *m = u->s[0], *v = u->s[1];
    const double power = pow(u->h->beta2, u->t), c1 = 1 - pow(u->h->beta1, u->t);
    const double rho_inf = 2 / (1 - u->h->beta2) - 1, rho = rho_inf - 2 * u->t * power / (1 - power);
    const double r = sqrt((rho - 4) * (rho - 2) * rho_inf / ((rho_inf - 4) * (rho_inf - 2) * rho));
    for (size_t i = 0; i < u->n; i++) {
        average(&m[i], u->g[i], u->h->beta1);
        average(&v[i], u->g[i] * u->g[i], u->h->beta2);
        u->p[i] -= u->lr * m[i] / c1 * (rho > 5 ? r * sqrt(1 - power) / (sqrt(v[i]) + u->h->eps) : 1);
    }
}

static void lion(const struct update *u)
{
    double *m = u->s[0];
    for (size_t i = 0; i < u->n; i++) {
        u->p[i] -= u->lr * sign(u->h->beta1 * m[i] + (1 - u->h->beta1) * u->g[i]);
        average(&m[i], u->g[i], u->h->beta2);
    }
}

static void adan(const struct update *u)
{
    double *m = u->s[0], *v = u->s[1], *w = u->s[2], *previous = u->s[3];
    const double c1 = 1 - pow(u->h->beta1, u->t), c2 = 1 - pow(u->h->beta2, u->t), c3 = 1 - pow(u->h->beta3, u->t);
    for (size_t i = 0; i < u->n; i++) {
        const double d = u->t == 1 ? 0 : u->g[i] - previous[i], look = u->g[i] + u->h->beta2 * d;
        average(&m[i], u->g[i], u->h->beta1);
        average(&v[i], d, u->h->beta2);
        average(&w[i], look * look, u->h->beta3);
        previous[i] = u->g[i];
        u->p[i] -= u->lr * (m[i] / c1 + u->h->beta2 * v[i] / c2) / root(u, w[i], c3);
        if (u->h->decay == NADIR_DECAY_DECOUPLED) u->p[i] /= 1 + u->lr * u->h->weight_decay;
    }
}

static void rprop(const struct update *u)
{
    double *previous = u->s[0], *size = u->s[1];
    for (size_t i = 0; i < u->n; i++) {
        const double agreement = sign(u->g[i]) * sign(previous[i]);
        const double factor = agreement > 0 ? u->h->eta_plus : agreement < 0 ? u->h->eta_minus : 1;
        size[i] = fmin(fmax(size[i] * factor, u->h->step_min), u->h->step_max);
        previous[i] = agreement < 0 ? 0 : u->g[i];
        u->p[i] -= sign(previous[i]) * size[i];
    }
}

/* torch.optim.ASGD computes eta and mu behind a step, for the next one. */
static void asgd(const struct update *u)
{
    double *ax = u->s[0];
    const double eta = u->lr / pow(1 + u->h->lambd * u->lr * (u->t - 1), u->h->alpha);
    const double mu = 1 / fmax(1, u->t - 1 - u->h->t0);
    for (size_t i = 0; i < u->n; i++) {
        u->p[i] = u->p[i] * (1 - u->h->lambd * eta) - eta * u->g[i];
        ax[i] += mu * (u->p[i] - ax[i]);
    }
}

static void schedule_free(const struct update *u)
{
    double *z = u->s[0], *v = u->s[1];
    const double beta1 = u->h->beta1, c2 = 1 - pow(u->h->beta2, u->t);
    double carry[2] = {u->o->carry[0], u->o->carry[1]};
    ref_optimizer_advance(carry, u->h, u->t);
    const double c = carry[0] > 0 ? (carry[0] - u->o->carry[0]) / carry[0] : 0;
    const double decay = u->h->decay == NADIR_DECAY_DECOUPLED ? u->h->weight_decay : 0;
    for (size_t i = 0; i < u->n; i++) {
        const double scaled_x = u->p[i] - (1 - beta1) * z[i]; /* beta1 x: no division by a beta1 of 0 */
        average(&v[i], u->g[i] * u->g[i], u->h->beta2);
        z[i] -= u->lr * (u->g[i] / root(u, v[i], c2) + decay * u->p[i]);
        u->p[i] = (1 - c) * scaled_x + beta1 * c * z[i] + (1 - beta1) * z[i];
    }
}

static void sophia(const struct update *u)
{
    double *m = u->s[0];
    const double *hessian = u->s[1];
    for (size_t i = 0; i < u->n; i++) {
        average(&m[i], u->g[i], u->h->beta1);
        u->p[i] -= u->lr * sign(m[i]) * fmin(fabs(m[i]) / (u->h->rho * u->h->batch * hessian[i] + 1e-15), 1);
    }
}

/* |p| / |r|, or 1 where one of them is 0. */
static double trust(const double *p, const double *r, size_t n)
{
    const double a = norm(p, n), b = norm(r, n);
    return a > 0 && b > 0 ? a / b : 1;
}

static void lamb(const struct update *u)
{
    double *m = u->s[0], *v = u->s[1], *r = calloc(u->n + 1, sizeof *r);
    const double c1 = 1 - pow(u->h->beta1, u->t), c2 = 1 - pow(u->h->beta2, u->t);
    const double decay = u->h->decay == NADIR_DECAY_L2 ? u->h->weight_decay : 0;
    if (!r) abort();
    for (size_t i = 0; i < u->n; i++) {
        average(&m[i], u->g[i], u->h->beta1);
        average(&v[i], u->g[i] * u->g[i], u->h->beta2);
        r[i] = m[i] / c1 / root(u, v[i], c2) + decay * u->p[i];
    }
    const double ratio = trust(u->p, r, u->n);
    for (size_t i = 0; i < u->n; i++) u->p[i] -= u->lr * ratio * r[i];
    free(r);
}

static void lars(const struct update *u)
{
    double *b = u->s[0];
    const double a = norm(u->p, u->n), r = norm(u->g, u->n);
    const double ratio = a > 0 && r > 0 ? u->h->trust_coefficient * a / r : 1;
    for (size_t i = 0; i < u->n; i++) {
        b[i] = u->h->momentum * b[i] + u->lr * ratio * u->g[i];
        u->p[i] -= b[i];
    }
}

static void adafactor(const struct update *u)
{
    const size_t batch = u->o->batch, rows = u->o->rows, cols = u->o->cols;
    const double weight = pow(u->t, u->h->beta2_decay), eps = u->h->eps;
    double *row = u->s[0], *col = u->s[1], *variance = u->s[2], *d = calloc(u->n + 1, sizeof *d);
    if (!d) abort();
    for (size_t i = 0; i < u->n && variance; i++) {
        variance[i] += weight * (u->g[i] * u->g[i] - variance[i]);
        d[i] = u->g[i] / sqrt(fmax(variance[i], eps * eps));
    }
    for (size_t k = 0; k < batch && !variance; k++, row += rows, col += cols) {
        const double *g = u->g + k * rows * cols;
        double mean = 0;
        for (size_t i = 0; i < rows; i++) {
            double sum = 0;
            for (size_t j = 0; j < cols; j++) sum += g[i * cols + j] * g[i * cols + j];
            row[i] += weight * (sum / (double)cols - row[i]);
            mean += row[i] / (double)rows;
        }
        for (size_t j = 0; j < cols; j++) {
            double sum = 0;
            for (size_t i = 0; i < rows; i++) sum += g[i * cols + j] * g[i * cols + j];
            col[j] += weight * (sum / (double)rows - col[j]);
        }
        for (size_t i = 0; i < rows; i++)
            for (size_t j = 0; j < cols; j++)
                d[(k * rows + i) * cols + j] = g[i * cols + j] / sqrt(fmax(row[i] * col[j] / fmax(mean, eps), eps * eps));
    }
    const double n = (double)u->n, rms = norm(d, u->n) / sqrt(n);
    const double step = fmax(u->h->eps2, norm(u->p, u->n) / sqrt(n)) * fmin(u->lr, 1 / sqrt(u->t));
    for (size_t i = 0; i < u->n; i++) u->p[i] -= step * d[i] / fmax(1, rms / u->h->clip_threshold);
    free(d);
}

void ref_newton_schulz(double *x, size_t rows, size_t cols, unsigned steps)
{
    const bool tall = rows > cols;
    const size_t m = tall ? cols : rows, n = tall ? rows : cols;
    double *y = calloc(2 * m * n + 2 * m * m + 1, sizeof *y);
    if (!y) abort();
    double *next = y + m * n, *a = next + m * n, *b = a + m * m;
    const double length = fmax(norm(x, m * n), 1e-7);
    for (size_t i = 0; i < m; i++)
        for (size_t j = 0; j < n; j++) y[i * n + j] = (tall ? x[j * m + i] : x[i * n + j]) / length;
    for (unsigned step = 0; step < steps; step++) {
        ref_gemm(a, y, y, m, m, n, false, true, 1, 0);
        for (size_t i = 0; i < m * m; i++) b[i] = -4.7750 * a[i];
        ref_gemm(b, a, a, m, m, m, false, false, 2.0315, 1);
        for (size_t i = 0; i < m * n; i++) next[i] = 3.4445 * y[i];
        ref_gemm(next, b, y, m, n, m, false, false, 1, 1);
        for (size_t i = 0; i < m * n; i++) y[i] = next[i];
    }
    for (size_t i = 0; i < m; i++)
        for (size_t j = 0; j < n; j++) x[tall ? j * m + i : i * n + j] = y[i * n + j];
    free(y);
}

static void muon(const struct update *u)
{
    const double rows = (double)u->o->rows, cols = (double)u->o->cols, mu = u->h->momentum;
    double *b = u->s[0];
    if (!b) {
        double *const s[] = {u->s[1], u->s[2], NULL, NULL};
        struct update other = *u;
        other.s = s;
        adam(&other);
        return;
    }
    double *o = calloc(u->n + 1, sizeof *o);
    if (!o) abort();
    for (size_t i = 0; i < u->n; i++) {
        average(&b[i], u->g[i], mu);
        o[i] = u->h->nesterov ? (1 - mu) * u->g[i] + mu * b[i] : b[i];
    }
    ref_newton_schulz(o, u->o->rows, u->o->cols, u->h->ns_steps);
    const double adjustment =
        u->h->muon_adjust == NADIR_MUON_MATCH_RMS ? 0.2 * sqrt(fmax(rows, cols)) : sqrt(fmax(1, rows / cols));
    for (size_t i = 0; i < u->n; i++) u->p[i] -= u->lr * adjustment * o[i];
    free(o);
}

void ref_dynamic_map(double map[256], bool is_signed)
{
    size_t count = 0;
    double sorted[256];
    for (int i = 0; i < 7; i++) {
        const int items = is_signed ? 1 << i : 2 << i;
        for (int j = 0; j < items; j++) {
            const double mean = pow(10, i - 6) * (0.1 + 0.9 * (j + 0.5) / items);
            sorted[count++] = mean;
            if (is_signed) sorted[count++] = -mean;
        }
    }
    sorted[count++] = 0;
    sorted[count++] = 1;
    for (size_t i = 0; i < count; i++) {
        size_t place = 0;
        for (size_t j = 0; j < count; j++) place += sorted[j] < sorted[i];
        map[place] = sorted[i];
    }
}

void ref_optimizer_advance(double carry[2], const struct nadir_optimizer_params *h, double t)
{
    if (h->rule == NADIR_NADAM) carry[0] *= nadam_mu(h, t);
    if (h->rule != NADIR_SCHEDULE_FREE) return;
    carry[1] = fmax(carry[1], h->lr);
    carry[0] += h->uniform_average ? 1 : carry[1] * carry[1];
}

void ref_optimizer_step(double *p, double *const s[4], const double *g, const struct ref_optimizer *o)
{
    static void (*const rules[NADIR_OPTIMIZER_COUNT])(const struct update *u) = {
        [NADIR_SGD] = sgd, [NADIR_MOMENTUM] = sgd, [NADIR_NESTEROV] = sgd, [NADIR_ADAGRAD] = adagrad,
        [NADIR_ADADELTA] = adadelta, [NADIR_RMSPROP] = rmsprop, [NADIR_ADAM] = adam, [NADIR_ADAMW] = adam,
        [NADIR_ADAMAX] = adamax, [NADIR_NADAM] = nadam, [NADIR_RADAM] = radam, [NADIR_LION] = lion, [NADIR_ADAN] = adan,
        [NADIR_RPROP] = rprop, [NADIR_ASGD] = asgd, [NADIR_SCHEDULE_FREE] = schedule_free, [NADIR_SOPHIA] = sophia,
        [NADIR_LAMB] = lamb, [NADIR_LARS] = lars, [NADIR_ADAFACTOR] = adafactor, [NADIR_MUON] = muon, [NADIR_ADAM8BIT] = adam,
    };
    const struct nadir_optimizer_params *h = o->params;
    const size_t n = o->batch * o->rows * o->cols;
    const bool decoupled = h->decay == NADIR_DECAY_DECOUPLED && h->rule != NADIR_ADAN && h->rule != NADIR_SCHEDULE_FREE;
    double *own = calloc(2 * n + 1, sizeof *own), *old = own + n;
    if (!own) abort();
    for (size_t i = 0; i < n; i++) {
        old[i] = p[i];
        own[i] = g[i] * o->scale;
        if (h->clip.value > 0) own[i] = fmin(fmax(own[i], -h->clip.value), h->clip.value);
        if (h->maximize) own[i] = -own[i];
        if (!h->l1_proximal) own[i] += h->l1 * sign(p[i]);
        if (h->decay == NADIR_DECAY_L2 && h->rule != NADIR_LAMB) own[i] += h->weight_decay * p[i];
    }
    rules[h->rule](&(struct update){.p = p, .s = s, .g = own, .n = n, .t = o->t, .lr = h->lr, .o = o, .h = h});
    for (size_t i = 0; i < n; i++) {
        if (decoupled) p[i] -= h->lr * h->weight_decay * old[i];
        if (h->l1_proximal) p[i] = sign(p[i]) * fmax(fabs(p[i]) - h->lr * h->l1, 0);
    }
    free(own);
}
