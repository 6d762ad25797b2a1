#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes the golden vectors of this folder with PyTorch: python3 make_vectors.py

All inputs are float32 numbers; PyTorch computes in double, so that the vectors are its formulas and not one more rounding.
"""
import os

import torch
import torch.nn.functional as F

HERE = os.path.dirname(os.path.abspath(__file__))
VERSION = torch.__version__


def literal(x, single):
    if x != x:
        return "NAN"
    if x in (float("inf"), float("-inf")):
        return "INFINITY" if x > 0 else "-INFINITY"
    # Shortened: Python writes 13 hexadecimal digits, a float32 needs at most 6.
    mantissa, exponent = float(x).hex().split("p")
    if "." in mantissa:
        mantissa = mantissa.rstrip("0").rstrip(".")
    return f"{mantissa}p{exponent}" + ("f" if single else "")


def array(kind, name, values):
    values = values.flatten().tolist()
    if kind == "int32_t":
        words = [str(v) for v in values]
    else:
        words = [literal(v, kind == "float") for v in values]
    lines, line = [], "   "
    for word in words:
        if len(line) + len(word) + 2 > 128:
            lines.append(line)
            line = "   "
        line += f" {word},"
    lines.append(line)
    return f"static const {kind} {name}[{len(words)}] = {{\n" + "\n".join(lines) + "\n};\n"


def write(filename, comment, parts):
    guard = "NADIR_GOLDEN_" + filename.upper().replace(".", "_")
    text = "/* SPDX-License-Identifier: MIT */\n"
    text += f"/* {comment}\n * Made by make_vectors.py with PyTorch {VERSION}, in double. */\n"
    text += f"#ifndef {guard}\n#define {guard}\n\n#include <math.h>\n#include <stdint.h>\n\n"
    text += "\n".join(parts) + "\n#endif\n"
    with open(os.path.join(HERE, filename), "w", encoding="ascii") as f:
        f.write(text)


def define(name, value):
    return f"#define {name} {value}\n"


def mlp():
    inputs, hidden, classes, samples, batch, steps = 12, 16, 5, 37, 8, 20
    generator = torch.Generator().manual_seed(1)

    def uniform(bound, *shape):
        return ((torch.rand(*shape, generator=generator) * 2 - 1) * bound).float()

    x = uniform(1.0, samples, inputs)
    y = torch.randint(0, classes, (samples,), generator=generator)
    start = [
        uniform(inputs ** -0.5, hidden, inputs), uniform(inputs ** -0.5, hidden),
        uniform(hidden ** -0.5, classes, hidden), uniform(hidden ** -0.5, classes),
    ]
    flat = torch.cat([p.flatten() for p in start])
    parts = [define("MLP_INPUTS", inputs) + define("MLP_HIDDEN", hidden) + define("MLP_CLASSES", classes)
             + define("MLP_SAMPLES", samples) + define("MLP_BATCH", batch) + define("MLP_STEPS", steps)
             + define("MLP_PARAMETERS", flat.numel()),
             array("float", "mlp_x", x), array("int32_t", "mlp_labels", y),
             "/* fc1.weight, fc1.bias, fc2.weight, fc2.bias */\n" + array("float", "mlp_start", flat)]
    rules = {
        "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
        "momentum": lambda p: torch.optim.SGD(p, lr=0.05, momentum=0.9),
        "adam": lambda p: torch.optim.Adam(p, lr=0.01),
    }
    for name, make in rules.items():
        parameters = [p.double().clone().requires_grad_() for p in start]
        optimizer = make(parameters)
        losses, accuracies = [], []
        for step in range(steps):
            per_epoch = (samples + batch - 1) // batch
            first = step % per_epoch * batch
            rows = slice(first, min(first + batch, samples))
            w1, b1, w2, b2 = parameters
            logits = F.linear(F.relu(F.linear(x[rows].double(), w1, b1)), w2, b2)
            loss = F.cross_entropy(logits, y[rows])
            losses.append(loss.item())
            accuracies.append((logits.argmax(1) == y[rows]).double().mean().item())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        final = torch.cat([p.detach().flatten() for p in parameters])
        parts += [array("double", f"mlp_{name}_loss", torch.tensor(losses, dtype=torch.float64)),
                  array("double", f"mlp_{name}_accuracy", torch.tensor(accuracies, dtype=torch.float64)),
                  array("double", f"mlp_{name}_final", final)]
    write("mlp.h", "20 training steps of a 12-16-5 perceptron: SGD lr 0.1, momentum 0.9 lr 0.05, Adam lr 0.01.\n"
                   " * 37 samples in order, batches of 8, the last one of 5, four epochs.", parts)


def cross_entropy():
    generator = torch.Generator().manual_seed(2)
    inf, nan = float("inf"), float("nan")
    rows = []

    def add(values, label):
        rows.append((torch.tensor(values, dtype=torch.float32), label))

    add([3.5], 0)
    add([0.0, 0.0], 1)
    add([1e4, -1e4, 0.0], 0)
    add([1e4, -1e4, 0.0], 1)
    add([-1e4, -1e4, -1e4, -1e4], 2)
    add([1.0, -inf, 2.0], 2)
    add([1.0, -inf, 2.0], 1)
    add([-inf, -inf, 4.0], 2)
    add([-inf, -inf], 0)
    add([1.0, inf, 2.0], 0)
    add([inf, inf, 2.0], 1)
    add([1.0, nan, 2.0], 2)
    add([0.0, 12.0, 0.0, -3.0, 1.0], 1)
    for cols in (2, 3, 7, 10, 15, 16, 17, 31, 33, 100, 257):
        values = (torch.randn(cols, generator=generator) * 4).float()
        label = int(torch.randint(0, cols, (1,), generator=generator))
        rows.append((values, label))
    losses, gradients = [], []
    for values, label in rows:
        x = values.double().reshape(1, -1).requires_grad_()
        loss = F.cross_entropy(x, torch.tensor([label]), reduction="sum")
        loss.backward()
        losses.append(loss.item())
        gradients.append(x.grad.flatten())
    parts = [define("CROSS_ENTROPY_ROWS", len(rows)),
             array("int32_t", "cross_entropy_cols", torch.tensor([len(v) for v, _ in rows])),
             array("int32_t", "cross_entropy_labels", torch.tensor([label for _, label in rows])),
             "/* The rows one behind the other. */\n" + array("float", "cross_entropy_logits", torch.cat([v for v, _ in rows])),
             array("double", "cross_entropy_loss", torch.tensor(losses, dtype=torch.float64)),
             array("double", "cross_entropy_gradient", torch.cat(gradients))]
    write("cross_entropy.h", "Cross-entropy and its gradient, rows of different lengths.", parts)


def activation():
    generator = torch.Generator().manual_seed(4)
    x = torch.cat([
        torch.linspace(-6, 6, 49), torch.tensor([1e-8, -1e-8, 1e-3, -1e-3, 25, -25, 60, -60, 1e4, -1e4]),
        torch.randn(27, generator=generator) * 3]).float()
    x = x[x != 0]  # no slope is the right one there for all
    dy = torch.randn(x.numel(), generator=generator).float()
    functions = {
        "relu": F.relu, "leaky_relu": F.leaky_relu, "elu": F.elu, "gelu": F.gelu,
        "gelu_tanh": lambda v: F.gelu(v, approximate="tanh"), "silu": F.silu, "sigmoid": torch.sigmoid, "tanh": torch.tanh,
        "softplus": F.softplus,
    }
    parts = [define("ACTIVATION_ELEMENTS", x.numel()), array("float", "activation_x", x), array("float", "activation_dy", dy)]
    for name, function in functions.items():
        v = x.double().requires_grad_()
        y = function(v)
        y.backward(dy.double())
        parts += [array("double", f"activation_{name}", y.detach()), array("double", f"activation_{name}_dx", v.grad)]
    write("activation.h", "Activations with their default parameters: y = f(x), dx = dy f'(x).", parts)


def ctc():
    """Gradients with respect to the logits, through log_softmax: what ctc_loss alone gives is no gradient of log_probs."""
    generator = torch.Generator().manual_seed(5)
    cases = []

    def add(frames, classes, targets, input_lengths, target_lengths, blank=0, zero_infinity=False):
        targets = torch.tensor(targets, dtype=torch.int32).reshape(len(input_lengths), -1)
        logits = (torch.randn(frames, len(input_lengths), classes, generator=generator) * 2).float()
        cases.append((logits, targets, input_lengths, target_lengths, blank, zero_infinity))

    add(1, 3, [[1]], [1], [1])
    add(4, 3, [[1, 2]], [4], [2])
    add(6, 4, [[1, 1, 2]], [6], [3])                                         # repeated labels
    add(7, 5, [[1, 2, 3], [4, 4, 0], [2, 0, 0]], [7, 5, 3], [3, 2, 1])       # lengths that differ
    add(8, 5, [[0, 1, 3], [0, 0, 1], [2, 1, 0]], [8, 8, 6], [3, 3, 2], 4)    # the blank last
    add(6, 4, [[0, 1], [3, 0]], [6, 5], [2, 2], 2)                           # and in between
    add(5, 3, [[1, 2], [0, 0]], [5, 4], [2, 0])                              # no targets
    add(3, 3, [[1, 1, 2], [1, 2, 1]], [3, 3], [3, 3])                        # too short for a repetition
    add(3, 3, [[1, 1, 2], [1, 2, 1]], [3, 3], [3, 3], 0, True)
    # The blank as a label; not as the last one, where PyTorch's gradient of the last frame leaves out a state.
    add(5, 4, [[1, 0, 2], [0, 2, 0]], [5, 5], [3, 2])
    add(20, 7, torch.randint(1, 7, (2, 6), generator=generator).tolist(), [20, 17], [6, 5])
    shapes, logits, targets, inputs, lengths, losses = [], [], [], [], [], {r: [] for r in ("none", "mean", "sum")}
    gradients = {r: [] for r in losses}
    for x, y, input_lengths, target_lengths, blank, zero_infinity in cases:
        shapes.append([*x.shape, y.shape[1], blank, int(zero_infinity)])
        logits.append(x.flatten())
        targets.append(y.flatten())
        inputs += input_lengths
        lengths += target_lengths
        for reduction in losses:
            z = x.double().requires_grad_()
            loss = F.ctc_loss(F.log_softmax(z, 2), y, torch.tensor(input_lengths), torch.tensor(target_lengths), blank,
                              reduction, zero_infinity)
            loss.sum().backward()
            losses[reduction].append(loss.detach().flatten())
            gradients[reduction].append(z.grad.flatten())
    parts = [define("CTC_CASES", len(cases)),
             "/* frames, batch, classes, length, blank, zero_infinity */\n"
             + array("int32_t", "ctc_shapes", torch.tensor(shapes)),
             "/* The cases one behind the other. */\n" + array("float", "ctc_logits", torch.cat(logits)),
             array("int32_t", "ctc_targets", torch.cat(targets)), array("int32_t", "ctc_input_lengths", torch.tensor(inputs)),
             array("int32_t", "ctc_target_lengths", torch.tensor(lengths))]
    for reduction in losses:
        parts += [array("double", f"ctc_{reduction}_loss", torch.cat(losses[reduction])),
                  array("double", f"ctc_{reduction}_gradient", torch.cat(gradients[reduction]))]
    write("ctc.h", "Connectionist temporal classification: loss and the gradient of the logits.", parts)


if __name__ == "__main__":
    mlp()
    cross_entropy()
    ctc()
    activation()
