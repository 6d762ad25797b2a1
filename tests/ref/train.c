/* SPDX-License-Identifier: MIT */
/* Reference of training: a small model. */
#include "ref.h"

#include <math.h>
#include <stdlib.h>

size_t ref_mlp_size(const size_t *widths, size_t layers)
{
    size_t size = 0;
    for (size_t l = 0; l < layers; l++) size += widths[l + 1] * (widths[l] + 1);
    return size;
}

double ref_mlp(const double *p, const double *x, const int32_t *labels, size_t rows, const size_t *widths, size_t layers,
               double *gradient, double *logits, double *accuracy)
{
    return ref_mlp_with(NADIR_ACTIVATION_RELU, 0, p, x, labels, rows, widths, layers, gradient, logits, accuracy);
}

double ref_mlp_with(enum nadir_activation f, double alpha, const double *p, const double *x, const int32_t *labels, size_t rows,
                    const size_t *widths, size_t layers, double *gradient, double *logits, double *accuracy)
{
    size_t widest = 0, total = 0;
    for (size_t l = 0; l <= layers; l++) {
        total += widths[l];
        if (widths[l] > widest) widest = widths[l];
    }
    double *memory = calloc(rows * (2 * total + 2 * widest + 2), sizeof *memory);
    if (!memory) return NAN;
    double *d = memory, *next_d = d + rows * widest, *loss = next_d + rows * widest, *correct = loss + rows;
    double *values = correct + rows; /* x, then the output of each layer */
    double *const before = values + rows * total; /* the same before f */
    for (size_t i = 0; i < rows * widths[0]; i++) values[i] = x[i];
    double *in = values;
    for (size_t l = 0; l < layers; l++) {
        double *out = in + rows * widths[l];
        ref_linear(out, in, p, p + widths[l + 1] * widths[l], rows, widths[l], widths[l + 1]);
        if (l + 1 < layers) {
            for (size_t i = 0; i < rows * widths[l + 1]; i++) before[(size_t)(out - values) + i] = out[i];
            ref_activation(out, out, rows * widths[l + 1], f, alpha);
        }
        p += widths[l + 1] * (widths[l] + 1);
        in = out;
    }
    ref_cross_entropy(loss, d, correct, in, labels, rows, widths[layers], 1.0 / (double)rows);
    for (size_t i = 0; logits && i < rows * widths[layers]; i++) logits[i] = in[i];
    if (gradient) gradient += ref_mlp_size(widths, layers);
    for (size_t l = layers; gradient && l-- > 0;) {
        const size_t size = widths[l + 1] * (widths[l] + 1);
        p -= size;
        gradient -= size;
        in -= rows * widths[l];
        ref_linear_backward(next_d, gradient, gradient + widths[l + 1] * widths[l], d, in, p, rows, widths[l], widths[l + 1]);
        const double *saved = nadir_activation_saves_input(f) ? before + (in - values) : in;
        if (l > 0) ref_activation_backward(next_d, next_d, saved, rows * widths[l], f, alpha);
        double *swap = d;
        d = next_d;
        next_d = swap;
    }
    const double mean = ref_sum(loss, rows) / (double)rows;
    if (accuracy) *accuracy = ref_sum(correct, rows) / (double)rows;
    free(memory);
    return mean;
}
