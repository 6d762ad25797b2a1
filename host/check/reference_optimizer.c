/* SPDX-License-Identifier: MIT */
/* One step of each update rule in double: a small function each. */
#include "reference_priv.h"

#include <math.h>

const char *const nadir__reference_states[NADIR_OPTIMIZER_COUNT][4] = {
    [NADIR_SGD] = {"momentum_buffer"},
    [NADIR_MOMENTUM] = {"momentum_buffer"},
    [NADIR_NESTEROV] = {"momentum_buffer"},
    [NADIR_ADAGRAD] = {"sum"},
    [NADIR_ADADELTA] = {"square_avg", "acc_delta"},
    [NADIR_RMSPROP] = {"square_avg", "momentum_buffer", "grad_avg"},
    [NADIR_ADAM] = {"exp_avg", "exp_avg_sq", "max_exp_avg_sq"},
    [NADIR_ADAMW] = {"exp_avg", "exp_avg_sq", "max_exp_avg_sq"},
    [NADIR_ADAMAX] = {"exp_avg", "exp_inf"},
    [NADIR_NADAM] = {"exp_avg", "exp_avg_sq"},
    [NADIR_RADAM] = {"exp_avg", "exp_avg_sq"},
    [NADIR_LION] = {"exp_avg"},
    [NADIR_ADAN] = {"exp_avg", "exp_avg_diff", "exp_avg_sq", "previous_grad"},
    [NADIR_RPROP] = {"prev", "step_size"},
    [NADIR_ASGD] = {"ax"},
    [NADIR_SCHEDULE_FREE] = {"z", "exp_avg_sq"},
    [NADIR_SOPHIA] = {"exp_avg", "hessian"},
    [NADIR_LAMB] = {"exp_avg", "exp_avg_sq"},
    [NADIR_LARS] = {"momentum_buffer"},
    [NADIR_ADAFACTOR] = {"row_var", "col_var", "variance"},
    [NADIR_MUON] = {"momentum_buffer", "exp_avg", "exp_avg_sq"},
    [NADIR_ADAM8BIT] = {"exp_avg", "exp_avg_sq"},
};

/* An element of the tensor in this step. */
struct at {
    const struct nadir_optimizer_params *o;
    double t, g, p, *s[4];
};

static double toward(double *average, double x, double beta)
{
    return *average = beta * *average + (1 - beta) * x;
}

static double sign(double x)
{
    return (x > 0) - (x < 0);
}

/* v over its correction, with eps where the mode puts it. */
static double root(const struct at *e, double v, double correction)
{
    switch (e->o->eps_mode) {
    case NADIR_EPS_INSIDE: return sqrt(v / correction + e->o->eps);
    case NADIR_EPS_HAT: return (sqrt(v) + e->o->eps) / sqrt(correction);
    default: return sqrt(v / correction) + e->o->eps;
    }
}

static double unbias(double beta, double t)
{
    return 1 - pow(beta, t);
}

/* Each rule: the states move on; returns what p becomes smaller by. */

static double sgd(const struct at *e)
{
    const struct nadir_optimizer_params *o = e->o;
    if (o->rule == NADIR_SGD && o->momentum == 0) return o->lr * e->g;
    const bool nesterov = o->nesterov || o->rule == NADIR_NESTEROV;
    const double scaled = o->lr_in_momentum ? o->lr * e->g : e->g;
    const double b = e->t == 1 && !o->lr_in_momentum ? scaled : o->momentum * *e->s[0] + (1 - o->dampening) * scaled;
    *e->s[0] = b;
    return (o->lr_in_momentum ? 1 : o->lr) * (nesterov ? scaled + o->momentum * b : b);
}

static double adagrad(const struct at *e)
{
    *e->s[0] += e->g * e->g;
    return e->o->lr / (1 + (e->t - 1) * e->o->lr_decay) * e->g / root(e, *e->s[0], 1);
}

static double adadelta(const struct at *e)
{
    const double s = toward(e->s[0], e->g * e->g, e->o->rho);
    const double d = sqrt(*e->s[1] + e->o->eps) / sqrt(s + e->o->eps) * e->g;
    toward(e->s[1], d * d, e->o->rho);
    return e->o->lr * d;
}

static double rmsprop(const struct at *e)
{
    const struct nadir_optimizer_params *o = e->o;
    const double s = toward(e->s[0], e->g * e->g, o->alpha), a = o->centered ? toward(e->s[2], e->g, o->alpha) : 0;
    const double d = e->g / root(e, s - a * a, 1);
    if (o->momentum == 0) return o->lr * d;
    *e->s[1] = o->momentum * *e->s[1] + (o->lr_in_momentum ? o->lr : 1) * d;
    return (o->lr_in_momentum ? 1 : o->lr) * *e->s[1];
}

static double adam(const struct at *e)
{
    const struct nadir_optimizer_params *o = e->o;
    const double m = toward(e->s[0], e->g, o->beta1) / unbias(o->beta1, e->t);
    double v = toward(e->s[1], e->g * e->g, o->beta2);
    if (o->amsgrad && e->s[2]) v = *e->s[2] = fmax(*e->s[2], v);
    return o->lr * m / root(e, v, unbias(o->beta2, e->t));
}

static double adamax(const struct at *e)
{
    const bool inside = e->o->eps_mode == NADIR_EPS_INSIDE;
    const double m = toward(e->s[0], e->g, e->o->beta1) / unbias(e->o->beta1, e->t);
    *e->s[1] = fmax(e->o->beta2 * *e->s[1], fabs(e->g) + (inside ? e->o->eps : 0));
    return e->o->lr * m / (*e->s[1] + (inside ? 0 : e->o->eps));
}

static double nadam_mu(const struct nadir_optimizer_params *o, double t)
{
    return o->beta1 * (1 - pow(0.96, t * o->momentum_decay) / 2);
}

static double nadam(const struct at *e)
{
    double product = 1; /* mu_1 ... mu_t */
    for (double i = 1; i <= e->t; i++) product *= nadam_mu(e->o, i);
    const double mu = nadam_mu(e->o, e->t), next = nadam_mu(e->o, e->t + 1);
    const double m = toward(e->s[0], e->g, e->o->beta1), v = toward(e->s[1], e->g * e->g, e->o->beta2);
    return e->o->lr * ((1 - mu) * e->g / (1 - product) + next * m / (1 - product * next)) /
        root(e, v, unbias(e->o->beta2, e->t));
}

static double radam(const struct at *e)
{
    const double c = unbias(e->o->beta2, e->t), limit = 2 / (1 - e->o->beta2) - 1, rho = limit - 2 * e->t * (1 - c) / c;
    const double m = toward(e->s[0], e->g, e->o->beta1) / unbias(e->o->beta1, e->t);
    const double v = toward(e->s[1], e->g * e->g, e->o->beta2);
    if (!(rho > 5)) return e->o->lr * m;
    const double r = sqrt((rho - 4) * (rho - 2) * limit / ((limit - 4) * (limit - 2) * rho));
    return e->o->lr * m * r * sqrt(c) / (sqrt(v) + e->o->eps);
}

static double lion(const struct at *e)
{
    const double update = sign(e->o->beta1 * *e->s[0] + (1 - e->o->beta1) * e->g);
    toward(e->s[0], e->g, e->o->beta2);
    return e->o->lr * update;
}

static double adan(const struct at *e)
{
    const struct nadir_optimizer_params *o = e->o;
    const double d = e->t == 1 ? 0 : e->g - *e->s[3], ahead = e->g + o->beta2 * d;
    const double m = toward(e->s[0], e->g, o->beta1) / unbias(o->beta1, e->t);
    const double v = toward(e->s[1], d, o->beta2) / unbias(o->beta2, e->t);
    const double n = toward(e->s[2], ahead * ahead, o->beta3);
    *e->s[3] = e->g;
    const double moved = e->p - o->lr * (m + o->beta2 * v) / root(e, n, unbias(o->beta3, e->t));
    return e->p - moved / (1 + (o->decay == NADIR_DECAY_DECOUPLED ? o->lr * o->weight_decay : 0));
}

static double rprop(const struct at *e)
{
    const double turn = e->g * *e->s[0];
    *e->s[1] *= turn > 0 ? e->o->eta_plus : turn < 0 ? e->o->eta_minus : 1;
    *e->s[1] = fmin(fmax(*e->s[1], e->o->step_min), e->o->step_max);
    *e->s[0] = turn < 0 ? 0 : e->g;
    return sign(*e->s[0]) * *e->s[1];
}

static double asgd(const struct at *e)
{
    const struct nadir_optimizer_params *o = e->o;
    const double eta = o->lr / pow(1 + o->lambd * o->lr * (e->t - 1), o->alpha);
    const double d = o->lambd * eta * e->p + eta * e->g, steps = e->t - 1 - o->t0;
    *e->s[0] += (e->p - d - *e->s[0]) / (steps > 1 ? steps : 1);
    return d;
}

/* p is y; x = (y - (1 - beta1) z) / beta1. With one learning rate for all steps c is 1 / t, whatever w is. */
static double schedule_free(const struct at *e)
{
    const struct nadir_optimizer_params *o = e->o;
    const double c = 1 / e->t, x = (e->p - (1 - o->beta1) * *e->s[0]) / o->beta1;
    const double v = toward(e->s[1], e->g * e->g, o->beta2);
    const double decay = o->decay == NADIR_DECAY_DECOUPLED ? o->weight_decay : 0;
    *e->s[0] -= o->lr * (e->g / root(e, v, unbias(o->beta2, e->t)) + decay * e->p);
    return e->p - (o->beta1 * ((1 - c) * x + c * *e->s[0]) + (1 - o->beta1) * *e->s[0]);
}

static double sophia(const struct at *e)
{
    const double m = toward(e->s[0], e->g, e->o->beta1);
    return e->o->lr * sign(m) * fmin(fabs(m) / (e->o->rho * e->o->batch * *e->s[1] + 1e-15), 1);
}

static double (*const elementwise[NADIR_OPTIMIZER_COUNT])(const struct at *e) = {
    [NADIR_SGD] = sgd, [NADIR_MOMENTUM] = sgd, [NADIR_NESTEROV] = sgd, [NADIR_ADAGRAD] = adagrad,
    [NADIR_ADADELTA] = adadelta, [NADIR_RMSPROP] = rmsprop, [NADIR_ADAM] = adam, [NADIR_ADAMW] = adam,
    [NADIR_ADAMAX] = adamax, [NADIR_NADAM] = nadam, [NADIR_RADAM] = radam, [NADIR_LION] = lion, [NADIR_ADAN] = adan,
    [NADIR_RPROP] = rprop, [NADIR_ASGD] = asgd, [NADIR_SCHEDULE_FREE] = schedule_free, [NADIR_SOPHIA] = sophia,
    [NADIR_ADAM8BIT] = adam,
};

/* --- Rules of whole tensors: d receives what p becomes smaller by. --- */

static double norm(const double *x, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += x[i] * x[i];
    return sqrt(sum);
}

static double norm_ratio(const double *p, const double *r, size_t n, double factor)
{
    const double above = norm(p, n), below = norm(r, n);
    return above > 0 && below > 0 ? factor * above / below : 1;
}

static void lamb(double *d, const struct nadir__reference_tensor *tensor, const double *g, double t)
{
    const struct nadir_optimizer_params *o = tensor->params;
    for (size_t i = 0; i < tensor->n; i++) {
        struct at e = {.o = o, .t = t, .g = g[i], .s = {&tensor->s[0][i], &tensor->s[1][i]}};
        const double m = toward(e.s[0], g[i], o->beta1) / unbias(o->beta1, t), v = toward(e.s[1], g[i] * g[i], o->beta2);
        d[i] = m / root(&e, v, unbias(o->beta2, t)) + (o->decay == NADIR_DECAY_L2 ? o->weight_decay * tensor->p[i] : 0);
    }
    const double ratio = norm_ratio(tensor->p, d, tensor->n, 1);
    for (size_t i = 0; i < tensor->n; i++) d[i] *= o->lr * ratio;
}

static void lars(double *d, const struct nadir__reference_tensor *tensor, const double *g, double t)
{
    const struct nadir_optimizer_params *o = tensor->params;
    const double ratio = norm_ratio(tensor->p, g, tensor->n, o->trust_coefficient);
    (void)t;
    for (size_t i = 0; i < tensor->n; i++) {
        double *b = &tensor->s[0][i];
        *b = o->momentum * *b + o->lr * ratio * g[i];
        d[i] = o->nesterov ? o->momentum * *b + o->lr * ratio * g[i] : *b;
    }
}

static void adafactor(double *d, const struct nadir__reference_tensor *tensor, const double *g, double t)
{
    const struct nadir_optimizer_params *o = tensor->params;
    const size_t n = tensor->n, rows = tensor->rows, cols = tensor->cols;
    const double keep = 1 - pow(t, o->beta2_decay), eps = o->eps;
    double mean = 0;
    for (size_t i = 0; i < rows; i++) {
        double sum = 0;
        for (size_t j = 0; j < cols; j++) sum += g[i * cols + j] * g[i * cols + j];
        mean += toward(&tensor->s[0][i], sum / (double)cols, keep) / (double)rows;
    }
    for (size_t j = 0; j < cols && rows > 0; j++) {
        double sum = 0;
        for (size_t i = 0; i < rows; i++) sum += g[i * cols + j] * g[i * cols + j];
        toward(&tensor->s[1][j], sum / (double)rows, keep);
    }
    for (size_t i = 0; i < n; i++) {
        const double v = rows > 0 ? tensor->s[0][i / cols] / fmax(mean, eps) * tensor->s[1][i % cols]
                                  : toward(&tensor->s[2][i], g[i] * g[i], keep);
        d[i] = g[i] / sqrt(fmax(v, eps * eps));
    }
    const double rms_p = norm(tensor->p, n) / sqrt((double)n), rms_u = norm(d, n) / sqrt((double)n);
    const double step = fmax(o->eps2, rms_p) * fmin(o->lr, 1 / sqrt(t)) / fmax(1, rms_u / o->clip_threshold);
    for (size_t i = 0; i < n; i++) d[i] *= step;
}

/* Newton-Schulz on rows <= cols: x = 3.4445 x - 4.7750 A x + 2.0315 A A x, A = x x^T, column by column. */
static void orthogonalise(double *x, double *work, size_t rows, size_t cols, size_t row_step, size_t col_step, unsigned steps)
{
    double *a = work, *ax = a + rows * rows, *aax = ax + rows;
    const double length = fmax(norm(x, rows * cols), 1e-7);
    for (size_t i = 0; i < rows * cols; i++) x[i] /= length;
    for (unsigned step = 0; step < steps; step++) {
        for (size_t i = 0; i < rows * rows; i++) {
            a[i] = 0;
            for (size_t j = 0; j < cols; j++)
                a[i] += x[i / rows * row_step + j * col_step] * x[i % rows * row_step + j * col_step];
        }
        for (size_t j = 0; j < cols; j++) {
            double *column = x + j * col_step;
            for (size_t i = 0; i < rows; i++) {
                ax[i] = 0;
                for (size_t k = 0; k < rows; k++) ax[i] += a[i * rows + k] * column[k * row_step];
            }
            for (size_t i = 0; i < rows; i++) {
                aax[i] = 0;
                for (size_t k = 0; k < rows; k++) aax[i] += a[i * rows + k] * ax[k];
            }
            for (size_t i = 0; i < rows; i++)
                column[i * row_step] = 3.4445 * column[i * row_step] - 4.7750 * ax[i] + 2.0315 * aax[i];
        }
    }
}

static void muon(double *d, const struct nadir__reference_tensor *tensor, const double *g, double *work)
{
    const struct nadir_optimizer_params *o = tensor->params;
    const size_t rows = tensor->rows, cols = tensor->cols;
    for (size_t i = 0; i < tensor->n; i++) {
        const double b = toward(&tensor->s[0][i], g[i], o->momentum);
        d[i] = o->nesterov ? (1 - o->momentum) * g[i] + o->momentum * b : b;
    }
    if (rows <= cols) orthogonalise(d, work, rows, cols, cols, 1, o->ns_steps);
    else orthogonalise(d, work, cols, rows, 1, cols, o->ns_steps);
    const double above = (double)rows / (double)cols, larger = (double)(rows > cols ? rows : cols);
    const double adjust = o->muon_adjust == NADIR_MUON_ORIGINAL ? sqrt(fmax(1, above)) : 0.2 * sqrt(larger);
    for (size_t i = 0; i < tensor->n; i++) d[i] *= o->lr * adjust;
}

/* --- Any rule. --- */

size_t nadir__reference_state_count(const struct nadir__reference_tensor *tensor, size_t state)
{
    const struct nadir_optimizer_params *o = tensor->params;
    const bool matrix = tensor->rows > 0;
    if (!nadir__reference_states[o->rule][state]) return 0;
    switch (o->rule) {
    case NADIR_SGD: return o->momentum > 0 ? tensor->n : 0;
    case NADIR_RMSPROP: return state == 0 || (state == 1 && o->momentum > 0) || (state == 2 && o->centered) ? tensor->n : 0;
    case NADIR_ADAM:
    case NADIR_ADAMW: return state < 2 || o->amsgrad ? tensor->n : 0;
    case NADIR_ADAFACTOR: return state == 2 ? (matrix ? 0 : tensor->n) : !matrix ? 0 : state == 0 ? tensor->rows : tensor->cols;
    case NADIR_MUON: return (state == 0) == matrix ? tensor->n : 0;
    default: return tensor->n;
    }
}

void nadir__reference_start(const struct nadir__reference_tensor *tensor)
{
    const struct nadir_optimizer_params *o = tensor->params;
    for (size_t i = 0; i < tensor->n; i++) {
        if (o->rule == NADIR_ADAGRAD) tensor->s[0][i] = o->initial_accumulator;
        if (o->rule == NADIR_RPROP) tensor->s[1][i] = o->lr;
        if (o->rule == NADIR_SCHEDULE_FREE) tensor->s[0][i] = tensor->p[i];
    }
}

void nadir__reference_step(const struct nadir__reference_tensor *tensor, const double *g, double t)
{
    const struct nadir_optimizer_params *o = tensor->params;
    const size_t n = tensor->n;
    double *d = tensor->work, *own = d + n, *p = tensor->p;
    const bool own_decay = o->rule == NADIR_ADAN || o->rule == NADIR_SCHEDULE_FREE;
    for (size_t i = 0; i < n; i++) {
        own[i] = o->clip.value > 0 ? fmin(fmax(g[i], -o->clip.value), o->clip.value) : g[i];
        if (o->maximize) own[i] = -own[i];
        if (!o->l1_proximal) own[i] += o->l1 * sign(p[i]);
        if (o->decay == NADIR_DECAY_L2 && o->rule != NADIR_LAMB) own[i] += o->weight_decay * p[i];
    }
    if (o->rule == NADIR_LAMB) lamb(d, tensor, own, t);
    else if (o->rule == NADIR_LARS) lars(d, tensor, own, t);
    else if (o->rule == NADIR_ADAFACTOR) adafactor(d, tensor, own, t);
    else if (o->rule == NADIR_MUON && tensor->rows > 0) muon(d, tensor, own, own + n);
    else
        for (size_t i = 0; i < n; i++) {
            struct at e = {.o = o, .t = t, .g = own[i], .p = p[i]};
            const size_t first = o->rule == NADIR_MUON; /* its vectors are AdamW's, behind the momentum of matrices */
            for (size_t s = first; s < 4; s++) e.s[s - first] = tensor->s[s] ? &tensor->s[s][i] : NULL;
            d[i] = (o->rule == NADIR_MUON ? adam : elementwise[o->rule])(&e);
        }
    for (size_t i = 0; i < n; i++) {
        p[i] -= d[i] + (o->decay == NADIR_DECAY_DECOUPLED && !own_decay ? o->lr * o->weight_decay * p[i] : 0);
        if (o->l1_proximal) p[i] = sign(p[i]) * fmax(fabs(p[i]) - o->lr * o->l1, 0);
    }
}

/* Seven decades up to 1, each cut into intervals whose middles are the values; with a sign half as many for each. */
void nadir__reference_codes(double values[256], bool is_signed)
{
    size_t count = 0;
    for (int decade = 6; decade >= 0 && is_signed; decade--)
        for (int n = 1 << decade, j = n - 1; j >= 0; j--)
            values[count++] = -pow(10, decade - 6) * (0.1 + 0.9 * (j + 0.5) / n);
    values[count++] = 0;
    for (int decade = 0; decade < 7; decade++)
        for (int n = is_signed ? 1 << decade : 2 << decade, j = 0; j < n; j++)
            values[count++] = pow(10, decade - 6) * (0.1 + 0.9 * (j + 0.5) / n);
    values[count] = 1;
}
