#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes schedule.h, PyTorch's sequences of learning rates and momenta: python3 make_schedules.py

test_schedule.c holds the same options beside each name. `differs_*` are the sequences from which Nadir departs on purpose.
"""
import math
import os
import warnings

import torch
from torch.optim import lr_scheduler as lrs

from make_vectors import HERE, array

warnings.filterwarnings("ignore")
PARTS = []


def make(base):
    return torch.optim.SGD([torch.zeros(1, requires_grad=True)], lr=base, momentum=0.5)


def emit(name, count, base, scheduler, momentum=False, epochs=None):
    """`count` values, or those of step(epoch) for the given epochs; a scheduler is made by a function of its optimizer."""
    optimizer = make(base)
    made = scheduler(optimizer)
    rates, momenta = [], []
    for i in range(count):
        if epochs:
            made.step(epochs[i])
        rates.append(float(optimizer.param_groups[0]["lr"]))
        momenta.append(optimizer.param_groups[0]["momentum"])
        if i + 1 < count and not epochs:
            optimizer.step()
            made.step()
    PARTS.append(array("double", f"schedule_{name}", torch.tensor(rates, dtype=torch.float64)))
    if momentum:
        PARTS.append(array("double", f"schedule_{name}_momentum", torch.tensor(momenta, dtype=torch.float64)))


def sequences():
    emit("constant", 9, 0.3, lambda o: lrs.ConstantLR(o))
    emit("step", 14, 0.5, lambda o: lrs.StepLR(o, 3))
    emit("multi_step", 14, 0.5, lambda o: lrs.MultiStepLR(o, [2, 5, 5, 9], gamma=0.25))
    emit("exponential", 40, 0.1, lambda o: lrs.ExponentialLR(o, 0.9))
    emit("linear", 9, 0.3, lambda o: lrs.LinearLR(o))
    emit("linear_down", 11, 0.3, lambda o: lrs.LinearLR(o, 1.0, 0.0, 7))
    emit("polynomial", 8, 0.3, lambda o: lrs.PolynomialLR(o))
    emit("polynomial_power", 12, 0.3, lambda o: lrs.PolynomialLR(o, 9, 2.5))
    emit("cosine", 8, 0.1, lambda o: lrs.CosineAnnealingLR(o, 7))
    emit("cosine_long", 101, 1e-3, lambda o: lrs.CosineAnnealingLR(o, 100, 1e-5))
    emit("restarts", 24, 1.0, lambda o: lrs.CosineAnnealingWarmRestarts(o, 3, 2))
    emit("restarts_even", 14, 0.2, lambda o: lrs.CosineAnnealingWarmRestarts(o, 4, 1, 0.01))
    emit("restarts_three", 90, 0.2, lambda o: lrs.CosineAnnealingWarmRestarts(o, 2, 3, 1e-3))
    emit("cyclic", 17, 0.1, lambda o: lrs.CyclicLR(o, 0.1, 1.0, 2, 3), momentum=True)
    emit("cyclic_even", 17, 0.1, lambda o: lrs.CyclicLR(o, 0.1, 1.0, 4, base_momentum=0.6, max_momentum=0.99), momentum=True)
    emit("cyclic_triangular2", 30, 0.1, lambda o: lrs.CyclicLR(o, 0.1, 1.0, 3, 4, mode="triangular2"), momentum=True)
    emit("cyclic_exp_range", 30, 0.1, lambda o: lrs.CyclicLR(o, 0.1, 1.0, 4, 2, mode="exp_range", gamma=0.97), momentum=True)
    emit("cyclic_drop", 9, 0.1, lambda o: lrs.CyclicLR(o, 0.1, 1.0, 3, 0))
    emit("one_cycle", 10, 0.1, lambda o: lrs.OneCycleLR(o, 1.0, 10), momentum=True)
    emit("one_cycle_linear", 20, 0.1,
         lambda o: lrs.OneCycleLR(o, 0.5, 20, pct_start=0.25, anneal_strategy="linear", div_factor=10, final_div_factor=100,
                                  base_momentum=0.7, max_momentum=0.9), momentum=True)
    emit("one_cycle_three", 20, 0.1, lambda o: lrs.OneCycleLR(o, 0.5, 20, three_phase=True), momentum=True)
    emit("sequential", 8, 1.0,
         lambda o: lrs.SequentialLR(o, [lrs.LinearLR(o, 0.1, 1.0, 4), lrs.ExponentialLR(o, 0.5)], [4]))
    emit("sequential_three", 20, 0.4,
         lambda o: lrs.SequentialLR(o, [lrs.ConstantLR(o, 0.5, 2), lrs.CosineAnnealingLR(o, 9, 0.01), lrs.StepLR(o, 2, 0.5)],
                                    [3, 12]))
    emit("warmup", 16, 0.4,
         lambda o: lrs.SequentialLR(o, [lrs.LinearLR(o, 0.25, 1.0, 5), lrs.CosineAnnealingLR(o, 10, 0.02)], [5]))


def differences():
    emit("differs_cosine", 11, 0.1, lambda o: lrs.CosineAnnealingLR(o, 5))                 # rises again after t_max
    emit("differs_one_cycle_peak", 7, 0.1, lambda o: lrs.OneCycleLR(o, 1.0, 7))            # 0.3 * 7 is not whole
    emit("differs_one_cycle_end", 11, 0.1, lambda o: lrs.OneCycleLR(o, 1.0, 10))           # one step more
    epochs = [0, 7, 10, 39, 40, 129, 130, 400, 1209, 1210, 1211, 3640]                     # int(log(...)) at restarts
    emit("differs_restarts", len(epochs), 1.0, lambda o: lrs.CosineAnnealingWarmRestarts(o, 10, 3), epochs=epochs)


def plateaus():
    nan, inf = math.nan, math.inf
    falling = [1.0, 0.8, 0.7, 0.69999, nan, 0.75, 0.7, 0.6, 0.6, nan, nan, nan, 0.61, 0.5999, 0.59999, 0.62, 0.3, inf, 0.31,
               0.3, 0.3, nan, 0.29998, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]
    PARTS.append(array("double", "plateau_metric", torch.tensor(falling, dtype=torch.float64)))
    for name, negative, options in (
            ("min_rel", False, {"factor": 0.5, "patience": 2}),
            ("min_abs", False, {"factor": 0.5, "patience": 1, "threshold_mode": "abs", "threshold": 0.05, "cooldown": 2}),
            ("max_rel", True, {"mode": "max", "factor": 0.3, "patience": 3, "cooldown": 1, "threshold": 0.01}),
            ("max_abs", True, {"mode": "max", "factor": 0.1, "patience": 0, "threshold_mode": "abs", "min_lr": 1e-3}),
            ("eps", False, {"factor": 0.5, "patience": 0, "eps": 0.01}),
            ("default", False, {})):
        optimizer = make(0.1)
        scheduler = lrs.ReduceLROnPlateau(optimizer, **options)
        rates = []
        for metric in falling:
            scheduler.step(2.0 - metric if negative else metric)
            rates.append(float(optimizer.param_groups[0]["lr"]))
        PARTS.append(array("double", f"plateau_{name}", torch.tensor(rates, dtype=torch.float64)))


def main():
    sequences()
    differences()
    plateaus()
    text = ("/* SPDX-License-Identifier: MIT */\n/* Sequences of PyTorch's learning-rate schedulers, and plateau_metric (of "
            "max: 2 - metric) for ReduceLROnPlateau.\n"
            f" * Made by make_schedules.py, which has their options, with PyTorch {torch.__version__}, in double. */\n"
            "#ifndef NADIR_GOLDEN_SCHEDULE_H\n#define NADIR_GOLDEN_SCHEDULE_H\n\n#include <math.h>\n\n")
    with open(os.path.join(HERE, "schedule.h"), "w", encoding="ascii") as file:
        file.write(text + "\n".join(PARTS) + "\n#endif\n")


if __name__ == "__main__":
    main()
