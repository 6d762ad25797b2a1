/* SPDX-License-Identifier: MIT */
/* Minima found by SciPy in double with its defaults, and the evaluations that took.
 * Made by make_minimize.py with SciPy 1.17.1, scikit-learn 1.9.1, NumPy 2.4.6. */
#ifndef NADIR_GOLDEN_MINIMIZE_H
#define NADIR_GOLDEN_MINIMIZE_H

struct golden_minimum {
    double loss;
    unsigned evaluations;
    unsigned reached; /* the first evaluation with a loss of at most `target` */
    double target;    /* `loss` and 1e-5 of its size, or, where the minimum is 0, of the first loss */
};

static const struct golden_problem {
    const char *name;
    struct golden_minimum cg, lbfgs;
} golden_minima[] = {
    {"rosenbrock 2",
     {1.88044596224e-14, 78, 55, 0.000242000000019},
     {2.80764984877e-12, 44, 40, 0.000242000002808}},
    {"rosenbrock 10",
     {8.70226338359e-11, 539, 218, 0.020570000087},
     {1.04431044951e-11, 88, 74, 0.0205700000104}},
    {"quadratic",
     {-205.916606324, 2048, 909, -205.914547158},
     {-205.916593012, 441, 325, -205.914533846}},
    {"logistic",
     {0.204891762766, 196, 138, 0.204893811684},
     {0.204891776027, 73, 55, 0.204893824945}},
};

/* The minimum of `logistic` by scikit-learn's LogisticRegression. */
static const double golden_scikit_learn = 0.204891717267;

#endif
