/* SPDX-License-Identifier: MIT */
/* Losses of the distance between rows: cosine embedding and triplet margin. */
#include "ref.h"

#include <math.h>

static double dot(const double *u, const double *v, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += u[i] * v[i];
    return sum;
}

void ref_cosine_embedding(double *loss, double *dx1, double *dx2, const double *x1, const double *x2, const double *t,
                          double margin, size_t rows, size_t cols)
{
    for (size_t i = 0; i < rows; i++, x1 += cols, x2 += cols, dx1 += cols, dx2 += cols) {
        const double n1 = dot(x1, x1, cols) + 1e-12, n2 = dot(x2, x2, cols) + 1e-12;
        const double both = sqrt(n1) * sqrt(n2), c = dot(x1, x2, cols) / both;
        double sign = 0; /* of dl/dc */
        loss[i] = 0;
        if (t[i] == 1) loss[i] = 1 - c, sign = -1;
        else if (t[i] == -1 && !(c - margin <= 0)) loss[i] = c - margin, sign = 1;
        else if (isnan(t[i])) loss[i] = sign = NAN;
        if (isnan(loss[i])) sign = NAN;
        for (size_t j = 0; j < cols; j++) {
            dx1[j] = sign == 0 ? 0 : sign * (x2[j] / both - c * x1[j] / n1);
            dx2[j] = sign == 0 ? 0 : sign * (x1[j] / both - c * x2[j] / n2);
        }
    }
}

static double distance(const double *u, const double *v, double p, double eps, size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < n; i++) sum += pow(fabs(u[i] - v[i] + eps), p);
    return pow(sum, 1 / p);
}

/* Derivative of the distance d of u and v for u[i]. */
static double slope(double u, double v, double d, double p, double eps)
{
    const double e = u - v + eps;
    if (isnan(e) || isnan(d)) return NAN;
    if (d == 0 || e == 0) return 0;
    return (e > 0 ? 1 : -1) * pow(fabs(e) / d, p - 1);
}

void ref_triplet_margin(double *loss, double *da, double *dp, double *dn, const double *a, const double *p, const double *n,
                        double norm, double margin, double eps, bool swap, size_t rows, size_t cols)
{
    for (size_t i = 0; i < rows; i++, a += cols, p += cols, n += cols, da += cols, dp += cols, dn += cols) {
        const double near = distance(a, p, norm, eps, cols), other = distance(p, n, norm, eps, cols);
        double far = distance(a, n, norm, eps, cols);
        const bool swapped = swap && other < far;
        if (swapped) far = other;
        const double z = margin + near - far;
        loss[i] = z <= 0 ? 0 : z;
        for (size_t j = 0; j < cols; j++) {
            const double at_near = z <= 0 ? 0 : isnan(z) ? NAN : slope(a[j], p[j], near, norm, eps);
            const double at_far = z <= 0 ? 0 : isnan(z) ? NAN : slope(swapped ? p[j] : a[j], n[j], far, norm, eps);
            da[j] = swapped ? at_near : at_near - at_far;
            dp[j] = swapped ? -at_near - at_far : -at_near;
            dn[j] = at_far;
        }
    }
}
