/* SPDX-License-Identifier: MIT */
/* Values of products and softmax, and the derivative of any value. */
#include "reference_priv.h"

#include <math.h>

void nadir__reference_gradient(double *g, double *x, size_t n, double scale, double (*value)(const void *of), const void *of)
{
    const double h = 1e-5;
    for (size_t i = 0; i < n; i++) {
        const double at = x[i];
        x[i] = at + h;
        const double above = value(of);
        x[i] = at - h;
        const double below = value(of);
        x[i] = at;
        g[i] = scale * (above - below) / (2 * h);
    }
}

void nadir__reference_gemm(double *c, double *size, const double *a, const double *b, size_t m, size_t n, size_t k,
                           bool transpose_a, bool transpose_b, double alpha, double beta)
{
    for (size_t i = 0; i < m; i++) {
        for (size_t j = 0; j < n; j++) {
            double *y = &c[i * n + j];
            *y = beta == 0 ? 0 : beta * *y;
            if (size) size[i * n + j] = fabs(*y);
        }
        for (size_t l = 0; l < k; l++) {
            const double factor = alpha * (transpose_a ? a[l * m + i] : a[i * k + l]);
            for (size_t j = 0; j < n; j++) {
                const double term = factor * (transpose_b ? b[j * k + l] : b[l * n + j]);
                c[i * n + j] += term;
                if (size) size[i * n + j] += fabs(term);
            }
        }
    }
}

double nadir__reference_logsumexp(const double *x, size_t cols, double temperature)
{
    double largest = x[0], sum = 0;
    for (size_t j = 1; j < cols; j++) largest = fmax(largest, x[j]);
    for (size_t j = 0; j < cols; j++) sum += exp((x[j] - largest) / temperature);
    return largest / temperature + log(sum);
}

void nadir__reference_softmax(double *y, const double *x, size_t cols, enum nadir_softmax softmax, double temperature)
{
    const double lse = nadir__reference_logsumexp(x, cols, temperature);
    if (softmax == NADIR_LOGSUMEXP) {
        *y = lse;
        return;
    }
    for (size_t j = 0; j < cols; j++) {
        const double log_p = x[j] / temperature - lse;
        y[j] = softmax == NADIR_SOFTMAX ? exp(log_p) : log_p;
    }
}
