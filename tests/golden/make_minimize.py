#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes minimize.h, what SciPy's minimisers reach in double and how many evaluations of value and gradient they need:
python3 make_minimize.py [FOLDER OF FASHION-MNIST]

test_minimize.c makes the same problems from the same formulas.
"""
import gzip
import os
import sys

import numpy as np
import scipy
import sklearn
from scipy.optimize import minimize, rosen, rosen_der
from sklearn.linear_model import LogisticRegression

HERE = os.path.dirname(os.path.abspath(__file__))
FOLDER = sys.argv[1] if len(sys.argv) > 1 else "/usr/share/datasets/fashion-mnist"
L2 = 0.01


def rosenbrock(n):
    return (lambda x: (rosen(x), rosen_der(x))), np.resize([-1.2, 1.0], n)


def quadratic(n=100, condition=1e4):
    """x^T A x / 2 - b^T x, A = H diag(condition^(i / (n - 1))) H with the reflection H = 1 - 2 v v^T / v^T v."""
    i = np.arange(n)
    eigenvalues, v, b = condition ** (i / (n - 1)), np.cos(i), 1.0 + (7 * i) % 10

    def value(x):
        reflected = x - v * (2 * (v @ x) / (v @ v))
        reflected *= eigenvalues
        ax = reflected - v * (2 * (v @ reflected) / (v @ v))
        return x @ ax / 2 - b @ x, ax - b

    return value, np.zeros(n)


def read(name, header):
    with gzip.open(os.path.join(FOLDER, name + ".gz")) as f:
        return np.frombuffer(f.read(), dtype=np.uint8, offset=header)


def samples():
    """Images of classes 0 and 6 among the first 2000 of the test part, 0 .. 1 in float32; labels 0 and 1."""
    labels = read("t10k-labels-idx1-ubyte", 8)[:2000]
    images = read("t10k-images-idx3-ubyte", 16).reshape(-1, 784)[:2000]
    chosen = (labels == 0) | (labels == 6)
    return (images[chosen].astype(np.float32) / np.float32(255)).astype(np.float64), (labels[chosen] == 6).astype(int)


def logistic():
    """Mean cross-entropy of softmax(x w^T + b) plus L2 |w|^2 / 2; parameters: w (2, 784), then b (2)."""
    x, labels = samples()
    rows, features = x.shape
    onehot = np.eye(2)[labels]

    def value(parameters):
        w, b = parameters[:-2].reshape(2, features), parameters[-2:]
        logits = x @ w.T + b
        logits -= logits.max(axis=1, keepdims=True)
        log_sum = np.log(np.exp(logits).sum(axis=1, keepdims=True))
        loss = -(onehot * (logits - log_sum)).sum() / rows + L2 * (w * w).sum() / 2
        delta = (np.exp(logits - log_sum) - onehot) / rows
        return loss, np.concatenate([(delta.T @ x + L2 * w).ravel(), delta.sum(axis=0)])

    return value, np.zeros(2 * features + 2)


def scikit_learn():
    """The same minimum by scikit-learn: its one row of weights is w[1] - w[0], where w[1] = -w[0]; so |w|^2 / 2 is a quarter of
    its square, and its objective, C sum(loss) + |row|^2 / 2, is ours times C rows with C = 2 / (L2 rows)."""
    x, labels = samples()
    rows = len(labels)
    model = LogisticRegression(C=2 / (L2 * rows), tol=1e-8, max_iter=10000).fit(x, labels)
    margins = (2 * labels - 1) * (x @ model.coef_[0] + model.intercept_[0])
    return np.logaddexp(0, -margins).mean() + L2 * (model.coef_ ** 2).sum() / 4


text = f"""/* SPDX-License-Identifier: MIT */
/* Minima found by SciPy in double with its defaults, and the evaluations that took.
 * Made by make_minimize.py with SciPy {scipy.__version__}, scikit-learn {sklearn.__version__}, NumPy {np.__version__}. */
#ifndef NADIR_GOLDEN_MINIMIZE_H
#define NADIR_GOLDEN_MINIMIZE_H

struct golden_minimum {{
    double loss;
    unsigned evaluations;
    unsigned reached; /* the first evaluation with a loss of at most `target` */
    double target;    /* `loss` and 1e-5 of its size, or, where the minimum is 0, of the first loss */
}};

static const struct golden_problem {{
    const char *name;
    struct golden_minimum cg, lbfgs;
}} golden_minima[] = {{
"""
PROBLEMS = [("rosenbrock 2", rosenbrock(2)), ("rosenbrock 10", rosenbrock(10)), ("quadratic", quadratic()),
            ("logistic", logistic())]
for name, (value, start) in PROBLEMS:
    text += f'    {{"{name}"'
    for method in ("CG", "L-BFGS-B"):
        losses = []

        def recorded(x):
            loss, gradient = value(x)
            losses.append(loss)
            return loss, gradient

        result = minimize(recorded, start, jac=True, method=method)
        assert result.nfev == len(losses)
        target = result.fun + 1e-5 * (losses[0] if name.startswith("rosenbrock") else abs(result.fun))
        reached = 1 + next(i for i, loss in enumerate(losses) if loss <= target)
        print(f"{name} {method}: {result.fun:.9g}, {result.nfev} evaluations, {reached} to 1e-5, {result.message}")
        text += f',\n     {{{result.fun:.12g}, {result.nfev}, {reached}, {target:.12g}}}'
    text += "},\n"
text += f"""}};

/* The minimum of `logistic` by scikit-learn's LogisticRegression. */
static const double golden_scikit_learn = {scikit_learn():.12g};

#endif
"""
with open(os.path.join(HERE, "minimize.h"), "w", encoding="ascii") as f:
    f.write(text)
