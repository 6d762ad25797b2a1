/* SPDX-License-Identifier: MIT */
/* The stage TRAINING: twenty steps of a seeded perceptron with Adam, through the graph, against the same steps in double. */
#include "trial_priv.h"

#include "base/status_priv.h"
#include "nadir/graph.h"
#include "nadir/random.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { IN = 12, HIDDEN = 16, CLASSES = 5, BATCH = 8, STEPS = 20 };

/* Parameters, one tensor behind the other. */
enum { W1, B1, W2, B2, TENSORS };
static const size_t counts[TENSORS] = {HIDDEN * IN, HIDDEN, CLASSES * HIDDEN, CLASSES};
enum { PARAMETERS = HIDDEN * IN + HIDDEN + CLASSES * HIDDEN + CLASSES };

static const uint64_t seed = 2026;
static const double learning_rate = 0.01;

struct outcome {
    float losses[STEPS], p[PARAMETERS];
};

/* Uniform in -1 .. 1; streams: 0 parameters, 1 samples, 2 labels. */
static float draw(uint64_t stream, size_t i)
{
    return 2 * nadir_random_float(seed, stream, i) - 1;
}

static float initial(size_t i)
{
    return 0.5f * draw(0, i);
}

static void make_batch(float *x, int32_t *labels, size_t step)
{
    for (size_t i = 0; i < BATCH * IN; i++) x[i] = draw(1, step * BATCH * IN + i);
    for (size_t i = 0; i < BATCH; i++) labels[i] = (int32_t)(nadir_random_word(seed, 2, step * BATCH + i) % CLASSES);
}

/* --- On the host. --- */

/* The mean loss; g receives its gradient. */
static double backward(const double *p, const float *x, const int32_t *labels, double *g)
{
    const double *w1 = p, *b1 = w1 + counts[W1], *w2 = b1 + counts[B1], *b2 = w2 + counts[W2];
    double *dw1 = g, *db1 = dw1 + counts[W1], *dw2 = db1 + counts[B1], *db2 = dw2 + counts[W2], loss = 0;
    for (size_t i = 0; i < PARAMETERS; i++) g[i] = 0;
    for (size_t r = 0; r < BATCH; r++, x += IN) {
        double h[HIDDEN], y[CLASSES], sum = 0;
        for (size_t k = 0; k < HIDDEN; k++) {
            h[k] = b1[k];
            for (size_t j = 0; j < IN; j++) h[k] += w1[k * IN + j] * (double)x[j];
            h[k] = fmax(h[k], 0);
        }
        for (size_t c = 0; c < CLASSES; c++) {
            y[c] = b2[c];
            for (size_t k = 0; k < HIDDEN; k++) y[c] += w2[c * HIDDEN + k] * h[k];
            sum += exp(y[c]);
        }
        loss += (log(sum) - y[labels[r]]) / BATCH;
        for (size_t c = 0; c < CLASSES; c++) {
            const double dy = (exp(y[c]) / sum - (labels[r] == (int32_t)c)) / BATCH;
            db2[c] += dy;
            for (size_t k = 0; k < HIDDEN; k++) {
                dw2[c * HIDDEN + k] += dy * h[k];
                if (h[k] <= 0) continue;
                db1[k] += dy * w2[c * HIDDEN + k];
                for (size_t j = 0; j < IN; j++) dw1[k * IN + j] += dy * w2[c * HIDDEN + k] * (double)x[j];
            }
        }
    }
    return loss;
}

static void train_on_host(double losses[STEPS], double p[PARAMETERS], double lr)
{
    const struct nadir_optimizer_params o = nadir_optimizer_params_default(NADIR_ADAM);
    double m[PARAMETERS] = {0}, v[PARAMETERS] = {0}, g[PARAMETERS];
    for (size_t i = 0; i < PARAMETERS; i++) p[i] = (double)initial(i);
    for (size_t step = 0; step < STEPS; step++) {
        float x[BATCH * IN];
        int32_t labels[BATCH];
        make_batch(x, labels, step);
        losses[step] = backward(p, x, labels, g);
        const double c1 = 1 - pow(o.beta1, (double)step + 1), c2 = 1 - pow(o.beta2, (double)step + 1);
        for (size_t i = 0; i < PARAMETERS; i++) {
            m[i] = o.beta1 * m[i] + (1 - o.beta1) * g[i];
            v[i] = o.beta2 * v[i] + (1 - o.beta2) * g[i] * g[i];
            p[i] -= lr * (m[i] / c1) / (sqrt(v[i] / c2) + o.eps);
        }
    }
}

/* --- On the device. --- */

static enum nadir_status train_on_device(struct nadir_context *context, struct outcome *outcome)
{
    enum nadir_status status;
    struct nadir_graph *graph = NULL;
    struct nadir_optimizer *optimizer = NULL;
    struct nadir_step *step = NULL;
    ND_TRY(nadir_graph_create(&graph, context));
    struct nadir_value *samples = nadir_graph_input(graph, "x", NADIR_F32, 2, (const size_t[]){NADIR_BATCH, IN});
    struct nadir_value *labels = nadir_graph_input(graph, "labels", NADIR_I32, 1, (const size_t[]){NADIR_BATCH});
    struct nadir_value *h = nadir_graph_linear(graph, "fc1", samples, HIDDEN);
    h = nadir_graph_activation(graph, NULL, h, NADIR_ACTIVATION_RELU, 0);
    struct nadir_value *loss = nadir_graph_cross_entropy(graph, "loss", nadir_graph_linear(graph, "fc2", h, CLASSES), labels);
    ND_TRY(nadir_graph_initialise(graph, seed));
    struct nadir_arena *arena = nadir_graph_arena(graph);
    size_t at = 0;
    for (size_t t = 0; t < TENSORS; at += counts[t++]) {
        const struct nadir_tensor parameter = nadir_arena_parameter(arena, t);
        for (size_t i = 0; i < counts[t]; i++) outcome->p[at + i] = initial(at + i);
        ND_TRY(nadir_tensor_upload(context, &parameter, outcome->p + at));
    }
    struct nadir_optimizer_params o = nadir_optimizer_params_default(NADIR_ADAM);
    o.lr = learning_rate;
    ND_TRY(nadir_optimizer_create(&optimizer, context, arena, NULL, &o));
    const struct nadir_step_params params = {.max_rows = BATCH, .losses = &loss, .loss_count = 1, .scalars = &loss,
                                             .scalar_count = 1, .history = STEPS, .optimizer = optimizer};
    ND_TRY(nadir_step_create(&step, graph, &params));
    struct nadir_tensor x_tensor, label_tensor;
    ND_TRY(nadir_step_value(step, samples, &x_tensor));
    ND_TRY(nadir_step_value(step, labels, &label_tensor));
    for (size_t i = 0; i < STEPS; i++) {
        float x[BATCH * IN];
        int32_t y[BATCH];
        make_batch(x, y, i);
        ND_TRY(nadir_tensor_upload(context, &x_tensor, x));
        ND_TRY(nadir_tensor_upload(context, &label_tensor, y));
        ND_TRY(nadir_step_run(step, BATCH));
    }
    ND_TRY(nadir_step_scalars(step, 0, STEPS, outcome->losses));
    at = 0;
    for (size_t t = 0; t < TENSORS; at += counts[t++]) {
        const struct nadir_tensor parameter = nadir_arena_parameter(arena, t);
        ND_TRY(nadir_tensor_download(context, &parameter, outcome->p + at));
    }
    ND_TRY(nadir_context_finish(context));
out:
    nadir_step_destroy(&step);
    nadir_optimizer_destroy(&optimizer);
    nadir_graph_destroy(&graph);
    return status;
}

/* --- The findings. --- */

static enum nadir_status compare(struct nadir__doctor *doctor, const char *check, const float *got, const double *want,
                                 size_t n, double bound)
{
    size_t worst = 0, wrong = 0;
    for (size_t i = 0; i < n; i++) {
        const double error = fabs((double)got[i] - want[i]);
        wrong += !(error <= bound);
        if (!(error <= fabs((double)got[worst] - want[worst]))) worst = i;
    }
    if (wrong == 0) return nadir__doctor_find(doctor, NADIR_DOCTOR_PASS, check, "%s", "");
    return nadir__doctor_find(doctor, NADIR_DOCTOR_FAIL, check,
                              "number %zu is %.9g, expected %.9g +- %.1g; %zu of %zu are wrong", worst, (double)got[worst],
                              want[worst], bound, wrong, n);
}

enum nadir_status nadir__examine_training(struct nadir__doctor *doctor, double off)
{
    enum nadir_status status;
    static const char *const again = "twenty steps again: the same bits";
    struct outcome first, second;
    double losses[STEPS], p[PARAMETERS];
    nadir__doctor_begin(doctor, "twenty steps");
    ND_TRY(train_on_device(doctor->context, &first));
    train_on_host(losses, p, learning_rate * (1 + off));
    /* A step of Adam does not depend on the gradient's size, so that its error is relative: with both walks 1e-7 in parameters
     * and 1.5e-7 in losses. A wrong element of a gradient turns steps of 0.01 around. */
    ND_TRY(compare(doctor, "twenty steps: losses", first.losses, losses, STEPS, 4e-6));
    ND_TRY(compare(doctor, "twenty steps: parameters", first.p, p, PARAMETERS, 4e-6));
    nadir__doctor_begin(doctor, again);
    ND_TRY(train_on_device(doctor->context, &second));
    size_t different = 0;
    for (size_t i = 0; i < STEPS; i++) different += memcmp(&first.losses[i], &second.losses[i], sizeof(float)) != 0;
    for (size_t i = 0; i < PARAMETERS; i++) different += memcmp(&first.p[i], &second.p[i], sizeof(float)) != 0;
    if (different == 0) return nadir__doctor_find(doctor, NADIR_DOCTOR_PASS, again, "%s", "");
    return nadir__doctor_find(doctor, NADIR_DOCTOR_FAIL, again, "%zu of %d losses and parameters came out different", different,
                              STEPS + PARAMETERS);
out:
    return nadir__doctor_find_status(doctor, status, "twenty steps");
}

enum nadir_status nadir__doctor_training(struct nadir__doctor *doctor)
{
    return nadir__examine_training(doctor, 0);
}
