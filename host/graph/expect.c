/* SPDX-License-Identifier: MIT */
/* What watched operations should give, computed on the host in double from what the device was given.
 *
 * The formulas are those of the public headers, and share no code with the kernels. Each comes with a bound of the rounding
 * errors that float32 kernels may make in any order of operations; what is beyond it is not rounding. */
#include "verify_priv.h"

#include "base/status_priv.h"

#include <math.h>

/* --- Rounding. --- */

static const double unit = 0x1p-24; /* half an ulp of float32, relative */
static const double curve = 2e-5;   /* activations and exp: a few ulp, 1e-5 far out (cl/activation.clh) */
static const double tiny = 1e-35;   /* below that, exp and its relatives may give 0, and devices may flush */

/* A sum of products a b, where a may be off by an error already. */
struct sum {
    double value, size, slack;
    size_t terms;
};

static void add_product(struct sum *sum, double a, double a_error, double b)
{
    sum->value += a * b;
    sum->size += fabs(a * b);
    sum->slack += a_error * fabs(b) + (double)FLT_MIN * (1 + fabs(a) + fabs(b)); /* denormal numbers may be flushed */
    sum->terms++;
}

/* n terms, added in any order, are off by n - 1 roundings of their magnitudes at most. A quarter of that was seen, with a batch
 * of 4096 equal samples: roundings of equal terms have one sign. So sqrt(n) would do for most data only; it does here for the
 * terms beyond so many that they hide everything. */
static double sum_bound(const struct sum *sum)
{
    const double n = (double)sum->terms, roundings = n <= 16384 ? n : 16384 + 8 * sqrt(n - 16384);
    return sum->size < ND_HUGE ? (roundings + 4) * unit * sum->size + sum->slack : INFINITY;
}

/* --- Activations (nadir/activation.h). --- */

static double activate(struct nadir__activation f, double x)
{
    const double alpha = (double)f.alpha, root = sqrt(0.5), by_tanh = sqrt(8 / acos(-1.0)) * (x + 0.044715 * x * x * x);
    switch (f.function) {
    case NADIR_ACTIVATION_RELU: return x < 0 ? 0 : x;
    case NADIR_ACTIVATION_LEAKY_RELU: return x > 0 ? x : alpha * x;
    case NADIR_ACTIVATION_ELU: return x > 0 ? x : alpha * expm1(x);
    case NADIR_ACTIVATION_GELU: return 0.5 * x * erfc(-x * root);
    case NADIR_ACTIVATION_GELU_TANH: return x / (1 + exp(-by_tanh));
    case NADIR_ACTIVATION_SILU: return x / (1 + exp(-x));
    case NADIR_ACTIVATION_SIGMOID: return 1 / (1 + exp(-x));
    case NADIR_ACTIVATION_TANH: return tanh(x);
    case NADIR_ACTIVATION_SOFTPLUS: return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
    default: return x;
    }
}

/* f' from what is saved for it, and by how much a kernel's may be off. */
static double slope(struct nadir__activation f, double saved, double *error)
{
    const double alpha = (double)f.alpha, pi = acos(-1.0), y = saved;
    const double x = saved > 1e4 ? 1e4 : saved < -1e4 ? -1e4 : saved; /* for the limits at infinity */
    double value = 1, s;
    *error = 0;
    switch (f.function) {
    case NADIR_ACTIVATION_NONE:
    case NADIR_ACTIVATION_COUNT: return 1;
    case NADIR_ACTIVATION_RELU: return y <= 0 ? 0 : 1;
    case NADIR_ACTIVATION_LEAKY_RELU: return y > 0 ? 1 : alpha;
    case NADIR_ACTIVATION_ELU: value = y > 0 ? 1 : y + alpha; break;
    case NADIR_ACTIVATION_GELU: value = 0.5 * erfc(-x * sqrt(0.5)) + x * exp(-0.5 * x * x) / sqrt(2 * pi); break;
    case NADIR_ACTIVATION_GELU_TANH:
        s = 1 / (1 + exp(-sqrt(8 / pi) * (x + 0.044715 * x * x * x)));
        value = s + x * sqrt(8 / pi) * (1 + 3 * 0.044715 * x * x) * s * (1 - s);
        break;
    case NADIR_ACTIVATION_SILU:
        s = 1 / (1 + exp(-x));
        value = s + x * s * (1 - s);
        break;
    case NADIR_ACTIVATION_SIGMOID: value = y * (1 - y); break;
    case NADIR_ACTIVATION_TANH: value = 1 - y * y; break;
    case NADIR_ACTIVATION_SOFTPLUS: value = -expm1(-y); break;
    }
    /* Those of the input are sums that may cancel. */
    *error = curve * (fabs(value) + (nadir_activation_saves_input(f.function) ? 0.1 : 0)) + tiny;
    return value;
}

static struct nadir__expected *add_output(struct nadir__slice *slice, const char *name, const struct nadir_tensor *tensor,
                                          size_t first)
{
    struct nadir__expected *output = &slice->outputs[slice->output_count++];
    output->name = name;
    output->tensor = *tensor;
    output->first = first;
    output->count = slice->count;
    return output;
}

/* --- The linear layer: y = f(x w^T + b), x (rows, in), w (out, in), dy and y (rows, out). --- */

struct linear {
    size_t rows, in, out;
    struct nadir_tensor x, w, b, y, before, dy, dw, db, dx, saved, x_saved;
    struct nadir__activation f, x_f; /* folded behind it, and before it */
};

static void get_linear(const struct nadir__slice *slice, struct linear *linear)
{
    const struct nadir_step *step = slice->step;
    const struct nadir__stage *stage = slice->stage;
    const struct nadir__node *node = stage->node;
    const struct nadir_arena *arena = step->graph->arena;
    const struct nadir__node *before = stage->inputs[0].derivative ? node->inputs[0]->producer : NULL;
    const bool derivative = stage->activation && !step->placements[stage->output->id].derivative_done;
    *linear = (struct linear){
        .x = nadir__value_tensor(step, node->inputs[0], slice->rows),
        .w = nadir_arena_parameter(arena, node->parameters[0]),
        .b = nadir_arena_parameter(arena, node->parameters[1]),
        .y = nadir__value_tensor(step, stage->output, slice->rows),
        .dy = nadir__gradient_tensor(step, stage->output, slice->rows),
        .dw = nadir_arena_gradient(arena, node->parameters[0]),
        .db = nadir_arena_gradient(arena, node->parameters[1]),
        .dx = nadir__input_gradient(step, stage, 0, slice->rows),
    };
    linear->out = linear->w.shape[0];
    linear->in = linear->w.shape[1];
    linear->rows = nadir_tensor_count(&linear->x) / linear->in;
    if (stage->activation) {
        linear->before = nadir__value_tensor(step, node->output, slice->rows);
        linear->f = stage->activation->activation;
    }
    if (derivative) linear->saved = nadir__value_tensor(step, nadir__saved_value(stage->activation), slice->rows);
    if (before) {
        linear->x_f = before->activation;
        linear->x_saved = nadir__value_tensor(step, nadir__saved_value(before), slice->rows);
    }
}

/* y, and what f is applied to where that is kept. */
static enum nadir_status expect_forward(struct nadir__slice *slice)
{
    enum nadir_status status;
    struct linear l;
    const float *x, *w, *b;
    get_linear(slice, &l);
    ND_TRY(nadir__slice_read(slice, &x, &l.x, slice->row * l.in, 1, l.in, l.in));
    ND_TRY(nadir__slice_read(slice, &w, &l.w, slice->first * l.in, slice->count, l.in, l.in));
    ND_TRY(nadir__slice_read(slice, &b, &l.b, slice->first, 1, slice->count, slice->count));
    struct nadir__expected *y = add_output(slice, "y", &l.y, slice->row * l.out + slice->first);
    struct nadir__expected *before = l.before.buffer ? add_output(slice, "x w^T + b", &l.before, y->first) : NULL;
    for (size_t j = 0; j < slice->count; j++) {
        struct sum sum = {0};
        for (size_t i = 0; i < l.in; i++) add_product(&sum, (double)x[i], 0, (double)w[j * l.in + i]);
        add_product(&sum, (double)b[j], 0, 1);
        const double z = sum.value, error = sum_bound(&sum);
        const double value = activate(l.f, z);
        y->want[j] = isinf(z) ? 0 : value;
        y->bound[j] = error;
        if (l.f.function != NADIR_ACTIVATION_NONE)
            y->bound[j] = fabs(activate(l.f, z + error) - value) + fabs(activate(l.f, z - error) - value) +
                curve * fabs(value) + tiny;
        if (!before) continue;
        before->want[j] = z;
        before->bound[j] = error;
    }
out:
    return status;
}

/* One upstream gradient behind f, with its error; `saved` NULL: there is no f. */
static double upstream(const struct linear *l, const float *dy, const float *saved, size_t i, double *error)
{
    *error = 0;
    if (!saved) return (double)dy[i];
    const double factor = slope(l->f, (double)saved[i], error);
    *error = fabs((double)dy[i]) * (*error + 2 * unit * fabs(factor));
    return factor == 0 && l->f.function == NADIR_ACTIVATION_RELU ? 0 : (double)dy[i] * factor;
}

/* dw = dy^T x: one row, the sums over the batch. */
static enum nadir_status expect_weight_gradient(struct nadir__slice *slice)
{
    enum nadir_status status;
    struct linear l;
    const float *dy, *x, *saved = NULL;
    struct sum sums[ND_SLICE] = {{0}};
    get_linear(slice, &l);
    ND_TRY(nadir__slice_read(slice, &dy, &l.dy, slice->row, l.rows, 1, l.out));
    if (l.saved.buffer) ND_TRY(nadir__slice_read(slice, &saved, &l.saved, slice->row, l.rows, 1, l.out));
    ND_TRY(nadir__slice_read(slice, &x, &l.x, slice->first, l.rows, slice->count, l.in));
    for (size_t r = 0; r < l.rows; r++) {
        double error;
        const double g = upstream(&l, dy, saved, r, &error);
        for (size_t j = 0; j < slice->count; j++) add_product(&sums[j], g, error, (double)x[r * slice->count + j]);
    }
    struct nadir__expected *dw = add_output(slice, "dw", &l.dw, slice->row * l.in + slice->first);
    for (size_t j = 0; j < slice->count; j++) {
        dw->want[j] = sums[j].value;
        dw->bound[j] = sum_bound(&sums[j]);
    }
out:
    return status;
}

/* db: the sums of dy over the batch. */
static enum nadir_status expect_bias_gradient(struct nadir__slice *slice)
{
    enum nadir_status status;
    struct linear l;
    const float *dy, *saved = NULL;
    struct sum sums[ND_SLICE] = {{0}};
    get_linear(slice, &l);
    ND_TRY(nadir__slice_read(slice, &dy, &l.dy, slice->first, l.rows, slice->count, l.out));
    if (l.saved.buffer) ND_TRY(nadir__slice_read(slice, &saved, &l.saved, slice->first, l.rows, slice->count, l.out));
    for (size_t i = 0; i < l.rows * slice->count; i++) {
        double error;
        const double g = upstream(&l, dy, saved, i, &error);
        add_product(&sums[i % slice->count], g, error, 1);
    }
    struct nadir__expected *db = add_output(slice, "db", &l.db, slice->first);
    for (size_t j = 0; j < slice->count; j++) {
        db->want[j] = sums[j].value;
        db->bound[j] = sum_bound(&sums[j]);
    }
out:
    return status;
}

/* dx = dy w, times the derivative of the activation before: one row. */
static enum nadir_status expect_input_gradient(struct nadir__slice *slice)
{
    enum nadir_status status;
    struct linear l;
    const float *dy, *w, *saved = NULL, *x_saved = NULL;
    struct sum sums[ND_SLICE] = {{0}};
    get_linear(slice, &l);
    const size_t first = slice->row * l.in + slice->first;
    ND_TRY(nadir__slice_read(slice, &dy, &l.dy, slice->row * l.out, 1, l.out, l.out));
    if (l.saved.buffer) ND_TRY(nadir__slice_read(slice, &saved, &l.saved, slice->row * l.out, 1, l.out, l.out));
    if (l.x_saved.buffer) ND_TRY(nadir__slice_read(slice, &x_saved, &l.x_saved, first, 1, slice->count, slice->count));
    ND_TRY(nadir__slice_read(slice, &w, &l.w, slice->first, l.out, slice->count, l.in));
    for (size_t o = 0; o < l.out; o++) {
        double error;
        const double g = upstream(&l, dy, saved, o, &error);
        for (size_t j = 0; j < slice->count; j++) add_product(&sums[j], g, error, (double)w[o * slice->count + j]);
    }
    struct nadir__expected *dx = add_output(slice, "dx", &l.dx, first);
    for (size_t j = 0; j < slice->count; j++) {
        double error = 0;
        const double g = sums[j].value, factor = x_saved ? slope(l.x_f, (double)x_saved[j], &error) : 1;
        const bool off = factor == 0 && l.x_f.function == NADIR_ACTIVATION_RELU;
        dx->want[j] = off ? 0 : g * factor;
        dx->bound[j] = (double)FLT_MIN;
        if (!off) dx->bound[j] += fabs(factor) * (sum_bound(&sums[j]) + 4 * unit * fabs(g)) + error * fabs(g);
    }
out:
    return status;
}

/* --- Cross-entropy: dx = (softmax(x) - [j = label]) / the number of labels that count. --- */

static enum nadir_status expect_loss_gradient(struct nadir__slice *slice)
{
    enum nadir_status status;
    const struct nadir_step *step = slice->step;
    const struct nadir__node *node = slice->stage->node;
    const struct nadir_loss_params *params = &node->loss_params;
    const struct nadir_tensor x = nadir__value_tensor(step, node->inputs[0], slice->rows);
    const struct nadir_tensor labels = nadir__value_tensor(step, node->inputs[1], slice->rows);
    const struct nadir_tensor dx = nadir__input_gradient(step, slice->stage, 0, slice->rows);
    const struct nadir_tensor loss_scale = step->optimizer ? nadir_optimizer_loss_scale(step->optimizer)
                                                           : (struct nadir_tensor){0};
    const size_t rows = nadir_tensor_count(&labels), cols = x.shape[x.rank - 1];
    const float *logits, *scale = NULL;
    const int32_t *label;
    ND_TRY(nadir__slice_read(slice, &logits, &x, slice->row * cols, 1, cols, cols));
    ND_TRY(nadir__slice_read(slice, &label, &labels, 0, 1, rows, rows));
    if (loss_scale.buffer) ND_TRY(nadir__slice_read(slice, &scale, &loss_scale, 0, 1, 1, 1));
    size_t counted = 0;
    for (size_t i = 0; i < rows; i++) counted += label[i] != params->ignore_index;
    if (params->denominator == NADIR_DENOMINATOR_COUNT || params->denominator == NADIR_DENOMINATOR_ROWS) counted = rows;

    double m = -INFINITY, total = 0, others = 0, terms = (double)cols;
    for (size_t j = 0; j < cols; j++) m = (double)logits[j] > m || isnan(logits[j]) ? (double)logits[j] : m;
    const int64_t own = label[slice->row];
    for (size_t j = 0; j < cols; j++) {
        const double e = exp((double)logits[j] - m);
        total += e;
        if ((int64_t)j != own) others += e;
    }
    const double factor = (double)params->gradient_scale * (scale ? (double)scale[0] : 1) / (double)counted;
    struct nadir__expected *output = add_output(slice, "dx", &dx, slice->row * cols + slice->first);
    for (size_t i = 0; i < slice->count; i++) {
        const size_t j = slice->first + i;
        const double p = exp((double)logits[j] - m) / total, rest = others / total;
        /* Sums of equal exponentials err by up to a rounding for each that one lane adds. */
        const double relative = curve + unit * terms / 16;
        const bool is_own = (int64_t)j == own;
        output->want[i] = factor * (is_own ? -rest : p);
        output->bound[i] = fabs(factor) * (is_own ? relative * p * rest + 4 * unit : relative * p + 4 * (double)FLT_MIN) +
            (double)FLT_MIN;
        if (own == params->ignore_index) output->want[i] = output->bound[i] = 0;
        else if (own < 0 || own >= (int64_t)cols) output->want[i] = NAN;
        else if (isinf(m)) output->want[i] = 0, output->bound[i] = INFINITY;
    }
out:
    return status;
}

/* --- Updates (nadir/optimizer.h). --- */

/* The parameter behind weight decay, L1 and the step, p -= lr u, and the bound of its error; u may be off by `u_error`. */
static void expect_parameter(const struct nadir_optimizer_params *params, bool inside, double p, double u, double u_error,
                             double *want, double *bound)
{
    const double lr = params->lr, decay = params->decay == NADIR_DECAY_DECOUPLED ? params->weight_decay : 0;
    const double moved = p - (inside ? u : lr * u) - lr * decay * p, threshold = params->l1_proximal ? lr * params->l1 : 0;
    const double size = fabs(p) + (inside ? 1 : lr) * fabs(u) + lr * decay * fabs(p) + threshold;
    *want = threshold == 0 ? moved : fabs(moved) > threshold ? moved - copysign(threshold, moved) : isnan(moved) ? moved : 0;
    *bound = (inside ? 1 : lr) * u_error + 6 * unit * size + (double)FLT_MIN;
}

/* sgd, momentum, nesterov: b = momentum b + (1 - dampening) g, u = b or g + momentum b. */
static void expect_sgd(const struct nadir_optimizer_params *params, uint64_t t, double g, double g_error, double p,
                       const double *before, struct nadir__expected *outputs, size_t i)
{
    double u = g, u_error = g_error;
    const bool inside = before && params->lr_in_momentum;
    if (before) {
        const double rate = inside ? params->lr : 1, keep = t == 1 && !inside ? 0 : params->momentum;
        const double take = t == 1 && !inside ? 1 : rate * (1 - params->dampening);
        const double b = (keep == 0 ? 0 : keep * *before) + take * g;
        const double b_error = take * g_error + 6 * unit * (keep * fabs(*before) + take * fabs(g)) + (double)FLT_MIN;
        const bool nesterov = (params->nesterov || params->rule == NADIR_NESTEROV) && params->momentum != 0;
        outputs[1].want[i] = b;
        outputs[1].bound[i] = b_error;
        u = nesterov ? params->momentum * b + rate * g : b;
        u_error = nesterov ? params->momentum * b_error + rate * g_error +
                4 * unit * (params->momentum * fabs(b) + rate * fabs(g)) : b_error;
    }
    expect_parameter(params, inside, p, u, u_error, &outputs[0].want[i], &outputs[0].bound[i]);
}

/* What m^ is divided by. */
static double denominator(const struct nadir_optimizer_params *params, double correction, double v)
{
    if (params->eps_mode == NADIR_EPS_INSIDE) return sqrt(correction * v + params->eps);
    if (params->eps_mode == NADIR_EPS_HAT) return sqrt(correction) * (sqrt(v) + params->eps);
    return sqrt(correction * v) + params->eps;
}

/* adam, adamw: m += (1 - beta1) (g - m), v += (1 - beta2) (g^2 - v), u = m^ / (sqrt(v^) + eps). */
static void expect_adam(const struct nadir_optimizer_params *params, uint64_t t, double g, double g_error, double p,
                        const double before[3], struct nadir__expected *outputs, size_t i)
{
    const double w1 = 1 - params->beta1, w2 = 1 - params->beta2;
    const double m = before[0] + w1 * (g - before[0]);
    const double v = isinf(before[1]) ? before[1] : params->beta2 * before[1] + w2 * g * g; /* infinity stays */
    const double m_error = w1 * g_error + 6 * unit * (fabs(m) + w1 * (fabs(g) + fabs(before[0]))) + (double)FLT_MIN;
    const double v_error = w2 * g_error * (2 * fabs(g) + g_error) + 6 * unit * v + (double)FLT_MIN;
    const double largest = params->amsgrad ? fmax(before[2], v) : v; /* a NaN in v is in m, too */
    const double c1 = 1 / (1 - pow(params->beta1, (double)t)), c2 = 1 / (1 - pow(params->beta2, (double)t));
    const double least = denominator(params, c2, fmax(largest - v_error, 0)), most = denominator(params, c2, largest + v_error);
    const double u = m == 0 ? 0 : c1 * m / denominator(params, c2, largest);
    double u_error = c1 * m_error / least + fabs(c1 * m) * (1 / least - 1 / most) + 16 * unit * fabs(u);
    if (!(largest < ND_HUGE)) u_error = INFINITY; /* g^2 overflows */
    outputs[1].want[i] = m;
    outputs[1].bound[i] = m_error;
    outputs[2].want[i] = v;
    outputs[2].bound[i] = v_error;
    if (params->amsgrad) {
        outputs[3].want[i] = isnan(v) ? v : largest;
        outputs[3].bound[i] = v_error;
    }
    expect_parameter(params, false, p, u, u_error, &outputs[0].want[i], &outputs[0].bound[i]);
}

static enum nadir_status expect_update(struct nadir__slice *slice)
{
    enum nadir_status status;
    struct nadir_optimizer *optimizer = slice->step->optimizer;
    const struct nadir_optimizer_params *params = &optimizer->params;
    const size_t parameter = slice->watch->parameter, first = slice->first, count = slice->count;
    const struct nadir_tensor p_tensor = nadir_arena_parameter(optimizer->arena, parameter);
    const struct nadir_tensor g_tensor = nadir_arena_gradient(optimizer->arena, parameter);
    const float *p, *g, *states[ND_STATES] = {NULL};
    ND_TRY(nadir__slice_read(slice, &p, &p_tensor, first, 1, count, count));
    ND_TRY(nadir__slice_read(slice, &g, &g_tensor, first, 1, count, count));
    add_output(slice, "p", &p_tensor, first);
    for (size_t k = 0; k < optimizer->state_count && k < ND_STATES && optimizer->states[k].buffer; k++) {
        const struct nadir_tensor state = nadir_optimizer_state(optimizer, k, parameter);
        ND_TRY(nadir__slice_read(slice, &states[k], &state, first, 1, count, count));
        add_output(slice, nadir_optimizer_state_name(optimizer, k), &state, first);
    }
    const uint64_t t = nadir_optimizer_step_count(optimizer);
    const double l2 = params->decay == NADIR_DECAY_L2 ? params->weight_decay : 0, l1 = params->l1_proximal ? 0 : params->l1;
    const double limit = params->clip.value > 0 ? params->clip.value : INFINITY;
    for (size_t i = 0; i < count; i++) {
        const double x = (double)p[i], raw = params->maximize ? -(double)g[i] : (double)g[i];
        const double clipped = raw > limit ? limit : raw < -limit ? -limit : raw;
        const double d = clipped + l2 * x + l1 * (double)((x > 0) - (x < 0));
        const double d_error = 4 * unit * (fabs(clipped) + l2 * fabs(x) + l1);
        double before[ND_STATES];
        for (size_t k = 0; k < ND_STATES; k++) before[k] = states[k] ? (double)states[k][i] : 0;
        if (params->rule == NADIR_ADAM || params->rule == NADIR_ADAMW)
            expect_adam(params, t, d, d_error, x, before, slice->outputs, i);
        else expect_sgd(params, t, d, d_error, x, states[0] ? before : NULL, slice->outputs, i);
    }
out:
    return status;
}

/* --- What can be watched. --- */

static struct nadir__grid linear_grid(const struct nadir__slice *slice)
{
    struct linear l;
    get_linear(slice, &l);
    switch (slice->watch->kind) {
    case ND_WATCH_FORWARD: return (struct nadir__grid){l.rows, l.out, l.in};
    case ND_WATCH_WEIGHT_GRADIENT: return (struct nadir__grid){l.out, l.in, l.rows};
    case ND_WATCH_BIAS_GRADIENT: return (struct nadir__grid){1, l.out, l.rows};
    default: return (struct nadir__grid){l.rows, l.in, l.out};
    }
}

static struct nadir__grid loss_grid(const struct nadir__slice *slice)
{
    const struct nadir_tensor dx = nadir__input_gradient(slice->step, slice->stage, 0, slice->rows);
    const size_t cols = dx.shape[dx.rank - 1];
    return (struct nadir__grid){nadir_tensor_count(&dx) / cols, cols, 1};
}

static struct nadir__grid update_grid(const struct nadir__slice *slice)
{
    const struct nadir_tensor p = nadir_arena_parameter(slice->step->graph->arena, slice->watch->parameter);
    return (struct nadir__grid){1, nadir_tensor_count(&p), 1};
}

const struct nadir__watch_row nadir__watch_rows[ND_WATCH_KINDS] = {
    [ND_WATCH_FORWARD] = {"%s forward", linear_grid, expect_forward},
    [ND_WATCH_WEIGHT_GRADIENT] = {"%s weight gradient", linear_grid, expect_weight_gradient},
    [ND_WATCH_BIAS_GRADIENT] = {"%s bias gradient", linear_grid, expect_bias_gradient},
    [ND_WATCH_INPUT_GRADIENT] = {"%s input gradient", linear_grid, expect_input_gradient},
    [ND_WATCH_LOSS_GRADIENT] = {"%s gradient", loss_grid, expect_loss_gradient},
    [ND_WATCH_UPDATE] = {"update of %s", update_grid, expect_update},
};

/* Softmax minus one-hot, over a number of rows, and nothing else. */
bool nadir__expects_loss(const struct nadir__stage *stage)
{
    const struct nadir_loss_params *params = &stage->node->loss_params;
    return nadir__is_cross_entropy(stage->node) && stage->node->input_count == 2 && stage->inputs[0].storage != ND_NONE &&
        stage->node->inputs[0]->dtype == NADIR_F32 && params->reduction == NADIR_REDUCTION_MEAN &&
        params->label_smoothing == 0 && params->z_loss == 0 && !params->from_probabilities;
}

/* One launch of a rule whose formula is here. */
bool nadir__expects_update(const struct nadir_step *step)
{
    const struct nadir_optimizer *optimizer = step->optimizer;
    if (!optimizer || step->accumulate > 0 || optimizer->managed) return false;
    switch (optimizer->params.rule) {
    case NADIR_SGD:
    case NADIR_MOMENTUM:
    case NADIR_NESTEROV:
    case NADIR_ADAM:
    case NADIR_ADAMW: return true;
    default: return false;
    }
}
