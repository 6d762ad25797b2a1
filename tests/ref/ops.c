/* SPDX-License-Identifier: MIT */
/* References of the operations. */
#include "ref.h"

#include <math.h>

void ref_gemm(double *c, const double *a, const double *b, size_t m, size_t n, size_t k, bool transpose_a, bool transpose_b,
              double alpha, double beta)
{
    for (size_t i = 0; i < m; i++) {
        for (size_t j = 0; j < n; j++) c[i * n + j] = beta == 0 ? 0 : beta * c[i * n + j];
        for (size_t l = 0; l < k; l++) {
            const double ail = alpha * (transpose_a ? a[l * m + i] : a[i * k + l]);
            for (size_t j = 0; j < n; j++) c[i * n + j] += ail * (transpose_b ? b[j * k + l] : b[l * n + j]);
        }
    }
}

void ref_linear(double *y, const double *x, const double *w, const double *b, size_t rows, size_t in, size_t out)
{
    for (size_t i = 0; i < rows; i++) {
        for (size_t o = 0; o < out; o++) {
            double sum = b ? b[o] : 0;
            for (size_t j = 0; j < in; j++) sum += x[i * in + j] * w[o * in + j];
            y[i * out + o] = sum;
        }
    }
}

void ref_linear_backward(double *dx, double *dw, double *db, const double *dy, const double *x, const double *w, size_t rows,
                         size_t in, size_t out)
{
    for (size_t i = 0; i < rows * in; i++) dx[i] = 0;
    for (size_t i = 0; i < out * in; i++) dw[i] = 0;
    for (size_t o = 0; o < out; o++) db[o] = 0;
    for (size_t i = 0; i < rows; i++) {
        for (size_t o = 0; o < out; o++) {
            const double d = dy[i * out + o];
            db[o] += d;
            for (size_t j = 0; j < in; j++) {
                dx[i * in + j] += d * w[o * in + j];
                dw[o * in + j] += d * x[i * in + j];
            }
        }
    }
}

void ref_relu(double *y, const double *x, size_t n)
{
    for (size_t i = 0; i < n; i++) y[i] = isnan(x[i]) || x[i] > 0 ? x[i] : 0;
}

void ref_relu_backward(double *dx, const double *dy, const double *y, size_t n)
{
    for (size_t i = 0; i < n; i++) dx[i] = y[i] > 0 ? dy[i] : 0;
}

/* Neumaier's compensated sum: exact to a double's rounding for all that the tests add. */
double ref_sum(const double *x, size_t n)
{
    double sum = 0, lost = 0;
    for (size_t i = 0; i < n; i++) {
        const double next = sum + x[i];
        if (isfinite(next)) lost += fabs(sum) >= fabs(x[i]) ? (sum - next) + x[i] : (x[i] - next) + sum;
        sum = next;
    }
    return sum + lost;
}

void ref_sum_rows(double *y, const double *x, size_t rows, size_t cols)
{
    for (size_t j = 0; j < cols; j++) y[j] = 0;
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < cols; j++) y[j] += x[i * cols + j];
}

size_t ref_argmax(const double *x, size_t cols)
{
    size_t best = 0;
    for (size_t j = 0; j < cols; j++) {
        if (isnan(x[j])) return j;
        if (x[j] > x[best]) best = j;
    }
    return best;
}

void ref_cross_entropy(double *loss, double *dx, double *correct, const double *x, const int32_t *labels, size_t rows,
                       size_t cols, double scale)
{
    for (size_t i = 0; i < rows; i++, x += cols) {
        const size_t best = ref_argmax(x, cols);
        const bool bad = labels[i] < 0 || (size_t)labels[i] >= cols;
        const size_t y = bad ? 0 : (size_t)labels[i];
        /* The sum without the largest term: log1p of it keeps the digits of a small loss. */
        double rest = 0;
        for (size_t j = 0; j < cols; j++)
            if (j != best) rest += exp(x[j] - x[best]);
        const double log_sum = isfinite(x[best]) ? log1p(rest) : NAN;
        const double log_p = (x[y] - x[best]) - log_sum;
        loss[i] = bad ? NAN : -log_p;
        if (correct) correct[i] = !bad && best == y;
        if (!dx) continue;
        for (size_t j = 0; j < cols; j++) {
            const double p = exp((x[j] - x[best]) - log_sum);
            dx[i * cols + j] = bad ? NAN : scale * (j == y ? expm1(log_p) : p);
        }
    }
}
