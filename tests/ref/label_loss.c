/* SPDX-License-Identifier: MIT */
/* Row-wise losses of a label or a one-hot target that need no softmax. */
#include "ref.h"

#include <math.h>

static bool any_nan(const double *x, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (isnan(x[i])) return true;
    return false;
}

/* Makes a row NaN. */
static void no_result(double *loss, double *dx, size_t cols)
{
    *loss = NAN;
    for (size_t j = 0; dx && j < cols; j++) dx[j] = NAN;
}

static bool in_range(int32_t label, size_t cols)
{
    return label >= 0 && (size_t)label < cols;
}

void ref_nll(double *loss, double *dx, const double *x, const int32_t *labels, const double *weight, int32_t ignore_index,
             size_t rows, size_t cols)
{
    for (size_t i = 0; i < rows; i++, x += cols, dx = dx ? dx + cols : NULL) {
        const int32_t label = labels[i];
        loss[i] = 0;
        for (size_t j = 0; dx && j < cols; j++) dx[j] = 0;
        if (label == ignore_index && ignore_index != INT32_MIN) continue;
        if (!in_range(label, cols)) {
            no_result(&loss[i], dx, cols);
            continue;
        }
        const double w = weight ? weight[label] : 1;
        loss[i] = -w * x[label];
        if (dx) dx[label] = -w;
    }
}

void ref_multi_margin(double *loss, double *dx, const double *x, const int32_t *labels, const double *weight, double p,
                      double margin, size_t rows, size_t cols)
{
    for (size_t i = 0; i < rows; i++, x += cols, dx = dx ? dx + cols : NULL) {
        const int32_t label = labels[i];
        if (!in_range(label, cols) || any_nan(x, cols)) {
            no_result(&loss[i], dx, cols);
            continue;
        }
        const double share = (weight ? weight[label] : 1) / (double)cols;
        double sum = 0, at_label = 0;
        for (size_t j = 0; j < cols; j++) {
            if (dx) dx[j] = 0;
            if (j == (size_t)label) continue;
            const double z = margin - x[label] + x[j];
            if (z <= 0) continue;
            sum += p == 1 ? z : z * z;
            const double slope = p == 1 ? 1 : 2 * z;
            at_label -= slope;
            if (dx) dx[j] = share * slope;
        }
        loss[i] = share * sum;
        if (dx) dx[label] = share * at_label;
        if (isnan(loss[i])) no_result(&loss[i], dx, cols);
    }
}

void ref_crammer_singer(double *loss, double *dx, const double *x, const int32_t *labels, double margin, size_t rows,
                        size_t cols)
{
    for (size_t i = 0; i < rows; i++, x += cols, dx = dx ? dx + cols : NULL) {
        const int32_t label = labels[i];
        if (!in_range(label, cols) || any_nan(x, cols)) {
            no_result(&loss[i], dx, cols);
            continue;
        }
        size_t best = cols;
        for (size_t j = 0; j < cols; j++) {
            if (dx) dx[j] = 0;
            if (j != (size_t)label && (best == cols || x[j] > x[best])) best = j;
        }
        loss[i] = 0;
        if (best == cols) continue;
        const double z = x[best] + margin - x[label];
        if (isnan(z)) no_result(&loss[i], dx, cols);
        if (!(z > 0)) continue;
        loss[i] = z;
        if (dx) dx[best] = 1, dx[label] = -1;
    }
}

void ref_categorical_hinge(double *loss, double *dx, const double *x, const double *t, size_t rows, size_t cols)
{
    for (size_t i = 0; i < rows; i++, x += cols, t += cols, dx = dx ? dx + cols : NULL) {
        if (any_nan(x, cols) || any_nan(t, cols)) {
            no_result(&loss[i], dx, cols);
            continue;
        }
        size_t best = cols;
        double own = 0;
        for (size_t j = 0; j < cols; j++) {
            if (dx) dx[j] = 0;
            if (t[j] != 0) own += t[j] * x[j];
            else if (best == cols || x[j] > x[best]) best = j;
        }
        const double z = best == cols ? 1 - own : 1 + x[best] - own;
        loss[i] = 0;
        if (isnan(z)) no_result(&loss[i], dx, cols);
        if (!(z > 0)) continue;
        loss[i] = z;
        for (size_t j = 0; dx && j < cols; j++) dx[j] = j == best ? 1 : -t[j];
    }
}
