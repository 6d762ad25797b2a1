#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes optimizers.h, 25 steps of every optimizer in its modes, with PyTorch and Keras: python3 make_optimizers.py

Parameters and gradients are float32 numbers; the frameworks compute in double. What neither of them has comes from
optimizer_formulas.py. So does Muon, whose Newton-Schulz iteration PyTorch rounds to bfloat16, and Keras's schedule-free AdamW,
whose code reads z after it has changed, with the torch backend.
"""
import inspect
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch

from make_losses import shorten
from make_vectors import HERE, array
from optimizer_formulas import (FORMULAS, GRADIENTS, LATER, MATRIX, SHOWN, START, STEPS, VECTOR, check_formulas, check_muon,
                                flat, rate, run_formula, split)

keras.config.set_floatx("float64")

ARRAYS, CASES, TITLES, DEFAULTS = {}, [], set(), []


# --- The file. ---

def pooled(values):
    short = torch.tensor([shorten(v) for v in values.flatten().tolist()], dtype=torch.float64)
    key = tuple(short.tolist())
    if key not in ARRAYS:
        name = f"d{len(ARRAYS)}"
        ARRAYS[key] = name, array("double", name, short)
    return ARRAYS[key][0]


def option(name, value):
    if isinstance(value, bool):
        return f"BOOL({name}, {int(value)})"
    if isinstance(value, str):
        return f"INT({name}, NADIR_{value})"
    kind = "LONG" if name in ("average_start", "average_every") else "INT"
    return f"REAL({name}, {value!r})" if isinstance(value, float) else f"{kind}({name}, {value})"


def wrapped(fields, start, end):
    lines, line = [], f"    {start}"
    for i, field in enumerate(fields):
        field += end if i == len(fields) - 1 else ", "
        if len(line) + len(field) > 126:
            lines.append(line.rstrip())
            line = " " * (4 + len(start))
        line += field
    return "\n".join(lines + [line])


def braced(name, words):
    """Fields that wrapped() may part."""
    return [f".{name} = {{{words[0]}", *words[1:-1], f"{words[-1]}}}"] if len(words) > 1 else [f".{name} = {{{words[0]}}}"]


def emit(source, rule, note, options, shown, states, tall=False, zero=False, lr_later=None, momentum_later=None):
    """One case. shown: the parameters after the steps of SHOWN; states: by (name, number of the tensor)."""
    keras_preset = source == "Keras"
    assert (source, rule, note) not in TITLES, (source, rule, note)
    TITLES.add((source, rule, note))
    assert len(shown) == len(SHOWN) and all(torch.isfinite(p).all() and p.abs().max() <= 8 for p in shown), (rule, note)
    fields = [rule, f'"{source}"', f'"{note}"']
    if keras_preset:
        fields.append(".keras = true")
    if tall:
        fields.append(".tall = true")
    if zero:
        fields.append(".zero = true")
    if lr_later is not None:
        fields.append(f".lr_later = {lr_later!r}")
    if momentum_later is not None:
        fields.append(f".momentum_later = {momentum_later!r}")
    if options:
        fields += braced("options", [option(*item) for item in options.items()])
    fields.append(f".p = {pooled(torch.stack(shown))}")
    for name in ("x", "ax", "average"):
        if (name, 0) in states:
            fields.append(f".evaluated = {pooled(flat([states[name, 0], states[name, 1]]))}")
    words = [f'{{"{name}", {tensor}, {values.numel()}, {pooled(values)}}}' for (name, tensor), values in states.items()
             if name != "x"]
    if words:
        fields += braced("states", words)
    CASES.append(wrapped(fields, "CASE(", "),"))


# --- PyTorch. ---

TORCH_NAMES = {"initial_accumulator": "initial_accumulator_value", "clip_threshold": "d"}


def torch_arguments(rule, options):
    """The arguments of torch.optim's class that mean the same as Nadir's options."""
    known = dict(options)
    arguments = {}
    if "beta1" in known or "beta2" in known:
        arguments["betas"] = (known.pop("beta1", 0.9), known.pop("beta2", 0.999))
    if "eta_minus" in known:
        arguments["etas"] = (known.pop("eta_minus"), known.pop("eta_plus"))
    if "step_min" in known:
        arguments["step_sizes"] = (known.pop("step_min"), known.pop("step_max"))
    if rule == "ADAFACTOR":
        arguments["eps"] = (known.pop("eps", 2.0**-23), known.pop("eps2", 1e-3))
    if rule in ("NADAM", "RADAM") and known.pop("decay", None):
        arguments["decoupled_weight_decay"] = True
    for name, value in known.items():
        arguments[TORCH_NAMES.get(name, name)] = value
    return arguments


TORCH_STATES = {
    "SGD": ["momentum_buffer"], "MOMENTUM": ["momentum_buffer"], "NESTEROV": ["momentum_buffer"], "ADAGRAD": ["sum"],
    "ADADELTA": ["square_avg", "acc_delta"], "RMSPROP": ["square_avg", "momentum_buffer", "grad_avg"],
    "ADAM": ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"], "ADAMW": ["exp_avg", "exp_avg_sq", "max_exp_avg_sq"],
    "ADAMAX": ["exp_avg", "exp_inf"], "NADAM": ["exp_avg", "exp_avg_sq"], "RADAM": ["exp_avg", "exp_avg_sq"],
    "RPROP": ["prev", "step_size"], "ASGD": ["ax"], "ADAFACTOR": ["row_var", "col_var", "variance"],
    "ADAM8BIT": ["exp_avg", "exp_avg_sq"],
}
TORCH_CLASSES = {
    "SGD": "SGD", "MOMENTUM": "SGD", "NESTEROV": "SGD", "ADAGRAD": "Adagrad", "ADADELTA": "Adadelta", "RMSPROP": "RMSprop",
    "ADAM": "Adam", "ADAMW": "AdamW", "ADAMAX": "Adamax", "NADAM": "NAdam", "RADAM": "RAdam", "RPROP": "Rprop", "ASGD": "ASGD",
    "ADAFACTOR": "Adafactor", "ADAM8BIT": "Adam",
}


def run_torch(make, tall=False, lr_later=None, momentum_later=None, clip=None, average=None, names=()):
    """clip(parameters) clips gradients; average is an AveragedModel's arguments, and from which step on it is updated."""
    p = [t.requires_grad_() for t in split(START, tall)]
    optimizer = make(p)
    model, shown = torch.nn.ParameterList(p), []
    averaged = average and torch.optim.swa_utils.AveragedModel(model, **average[0])
    for step in range(1, STEPS + 1):
        for t, g in zip(p, split(GRADIENTS[step - 1], tall)):
            t.grad = g
        if clip:
            clip(p)
        for group in optimizer.param_groups:
            group["lr"] = rate(step, group["lr"], lr_later)
            if momentum_later is not None and step >= LATER:
                if "betas" in group:
                    group["betas"] = (momentum_later, group["betas"][1])
                else:
                    group["momentum"] = momentum_later
        optimizer.step()
        if averaged and average[1](step):
            averaged.update_parameters(model)
        if step in SHOWN:
            shown.append(flat(p))
    states = {}
    for name in names:
        for i, t in enumerate(p):
            value = optimizer.state[t].get(name)
            if value is not None:
                states[name, i] = value
    for i in range(2 if averaged else 0):
        states["average", i] = list(averaged.module.parameters())[i].detach()
    return shown, states


def pytorch(rule, note="", lr=None, tall=False, lr_later=None, momentum_later=None, clip=None, average=None, extra=None,
            **options):
    """A case of a class of torch.optim. `extra`: options of Nadir that are no arguments of the class."""
    if lr is not None:
        options = {"lr": lr, **options}
    arguments = torch_arguments(rule, options)
    if rule in ("MOMENTUM", "NESTEROV"):
        arguments.setdefault("momentum", 0.9)
        arguments["nesterov"] = rule == "NESTEROV"
    optimizer = getattr(torch.optim, TORCH_CLASSES[rule])
    shown, states = run_torch(lambda p: optimizer(p, foreach=False, **arguments), tall, lr_later, momentum_later, clip, average,
                              TORCH_STATES[rule])
    emit("PyTorch", rule, note, {**options, **(extra or {})}, shown, states, tall, False, lr_later, momentum_later)


# --- Keras. ---

def keras_states(optimizer, rule, momentum):
    """Nadir's names of Keras's variables, and the factor between the two."""
    return {
        "SGD": {"momentum_buffer": ("momentums", -1)}, "MOMENTUM": {"momentum_buffer": ("momentums", -1)},
        "NESTEROV": {"momentum_buffer": ("momentums", -1)}, "ADAGRAD": {"sum": ("_accumulators", 1)},
        "ADADELTA": {"square_avg": ("_accumulated_grads", 1), "acc_delta": ("_accumulated_delta_vars", 1)},
        "RMSPROP": {"square_avg": ("_velocities", 1), "momentum_buffer": ("_momentums", 1),
                    "grad_avg": ("_average_gradients", 1)},
        "ADAMAX": {"exp_avg": ("_m", 1), "exp_inf": ("_u", 1)}, "LION": {"exp_avg": ("_momentums", 1)},
        "ADAFACTOR": {"row_var": ("_r", 1), "col_var": ("_c", 1), "variance": ("_v", 1)},
        "MUON": {"momentum_buffer": ("momentums", 1 - momentum), "exp_avg": ("momentums", 1),
                 "exp_avg_sq": ("adam_velocities", 1)},
    }.get(rule, {"exp_avg": ("_momentums", 1), "exp_avg_sq": ("_velocities", 1), "max_exp_avg_sq": ("_velocity_hats", 1)})


MATRIX_STATES, VECTOR_STATES = ("row_var", "col_var", "momentum_buffer"), ("variance", "exp_avg", "exp_avg_sq")


def kerases(rule, note="", make=None, tall=False, lr_later=None, **options):
    """A case of a class of keras.optimizers, made by `make`; `options` are Nadir's, beside the preset's."""
    variables = [keras.Variable(t.numpy(), dtype="float64", name=f"v{i}") for i, t in enumerate(split(START, tall))]
    optimizer = make()
    optimizer.build(variables)
    shown = []
    for step in range(1, STEPS + 1):
        if step == LATER and lr_later is not None:
            optimizer.learning_rate = lr_later
        optimizer.apply([g.clone() for g in split(GRADIENTS[step - 1], tall)])
        if step in SHOWN:
            shown.append(flat([v.value for v in variables]))
    states = {}
    for name, (attribute, factor) in keras_states(optimizer, rule, getattr(optimizer, "momentum", 0)).items():
        for i, value in enumerate(getattr(optimizer, attribute, None) or []):
            if rule in ("ADAFACTOR", "MUON") and name not in (VECTOR_STATES if i else MATRIX_STATES):
                continue
            states[name, i] = value.value.detach() * factor
    emit("Keras", rule, note, options, shown, states, tall, False, lr_later)


# --- Formulas. ---

def formula(source, rule, note="", tall=False, zero=False, lr_later=None, **options):
    """A case of one of the formulas. Every option that counts is in it, so that it does not hang on Nadir's defaults."""
    shown, states = run_formula(rule, options, tall, zero, lr_later)
    everything = FORMULAS[rule][1] | options
    emit(source, rule, note, everything, shown, states, tall, zero, lr_later)


# --- The cases. ---

def pytorch_cases():
    decoupled = "DECAY_DECOUPLED"
    pytorch("SGD", lr=0.05)
    pytorch("SGD", "decay, maximize", lr=0.02, weight_decay=0.1, maximize=True)
    pytorch("SGD", "momentum, nesterov", lr=0.01, momentum=0.8, nesterov=True, weight_decay=0.01)
    pytorch("SGD", "clipped by norm", lr=0.05, clip=lambda p: torch.nn.utils.clip_grad_norm_(p, 1.5), extra={"clip.norm": 1.5})
    pytorch("SGD", "clipped by value", lr=0.05, clip=lambda p: torch.nn.utils.clip_grad_value_(p, 0.75),
            extra={"clip.value": 0.75})
    swa = ({}, lambda step: step >= 6 and (step - 6) % 4 == 0)
    pytorch("SGD", "SWA", lr=0.01, average=swa, extra={"average": "AVERAGE_SWA", "average_start": 6, "average_every": 4})
    pytorch("MOMENTUM", lr=0.005)
    pytorch("MOMENTUM", "dampening, decay", lr=0.01, dampening=0.3, weight_decay=0.1)
    pytorch("MOMENTUM", "lr drop", lr=0.01, lr_later=0.001)
    pytorch("MOMENTUM", "other momentum later, maximize", lr=0.005, momentum=0.95, momentum_later=0.7, maximize=True)
    pytorch("NESTEROV", lr=0.005)
    pytorch("NESTEROV", "lr drop, decay", lr=0.01, lr_later=0.001, weight_decay=0.1)
    pytorch("ADAGRAD", lr=0.1)
    pytorch("ADAGRAD", "lr_decay, accumulator, decay", lr=0.2, lr_decay=0.1, initial_accumulator=0.5, weight_decay=0.1,
            eps=1e-3)
    pytorch("ADAGRAD", "maximize", maximize=True)
    pytorch("ADADELTA")
    pytorch("ADADELTA", "rho, eps, decay, maximize", lr=0.5, rho=0.7, eps=1e-4, weight_decay=0.1, maximize=True)
    pytorch("RMSPROP")
    pytorch("RMSPROP", "momentum, lr drop", lr=2e-3, momentum=0.9, lr_later=2e-4)
    pytorch("RMSPROP", "centered", centered=True)
    pytorch("RMSPROP", "all", lr=2e-3, centered=True, momentum=0.8, alpha=0.9, eps=1e-4, weight_decay=0.1, maximize=True)
    pytorch("ADAM", lr=0.02)
    pytorch("ADAM", "decay, maximize", lr=0.02, weight_decay=0.1, maximize=True)
    pytorch("ADAM", "amsgrad", lr=0.02, beta2=0.9, amsgrad=True)
    pytorch("ADAM", "betas, eps, lr drop", lr=0.05, beta1=0.8, beta2=0.99, eps=1e-3, lr_later=0.005)
    pytorch("ADAM", "other beta1 later", lr=0.02, beta1=0.95, momentum_later=0.85)
    pytorch("ADAM", "beta1 0", lr=0.02, beta1=0.0)
    pytorch("ADAM", "beta2 0.99999", lr=0.02, beta2=0.99999)
    pytorch("ADAM", "clipped by norm, then value", lr=0.02, extra={"clip.norm": 2.0, "clip.value": 0.5},
            clip=lambda p: (torch.nn.utils.clip_grad_norm_(p, 2.0), torch.nn.utils.clip_grad_value_(p, 0.5)))
    pytorch("ADAM8BIT", "tensors below 4096", lr=0.02)
    pytorch("ADAMW")
    pytorch("ADAMW", "tiny lr decay", weight_decay=1e-4)
    pytorch("ADAMW", "amsgrad, decay, maximize", lr=0.02, beta2=0.95, weight_decay=0.2, amsgrad=True, maximize=True)
    ema = ({"multi_avg_fn": torch.optim.swa_utils.get_ema_multi_avg_fn(0.9)}, lambda step: True)
    pytorch("ADAMW", "EMA", lr=0.02, average=ema, extra={"average": "AVERAGE_EMA", "average_decay": 0.9})
    pytorch("ADAMAX", lr=0.02)
    pytorch("ADAMAX", "betas, eps, decay, maximize", lr=0.02, beta1=0.8, beta2=0.9, eps=1e-3, weight_decay=0.1, maximize=True)
    pytorch("NADAM", lr=0.02)
    pytorch("NADAM", "decay, momentum_decay", lr=0.02, weight_decay=0.1, momentum_decay=0.1)
    pytorch("NADAM", "decoupled decay, maximize, lr drop", lr=0.02, weight_decay=0.1, decay=decoupled, maximize=True,
            lr_later=0.002)
    pytorch("RADAM", lr=0.02)
    pytorch("RADAM", "beta2 0.9, decay", lr=0.02, beta2=0.9, weight_decay=0.1)
    pytorch("RADAM", "beta2 0.5, never rectified", lr=0.01, beta2=0.5)
    pytorch("RADAM", "decoupled decay, eps, maximize", lr=0.02, eps=1e-3, weight_decay=0.1, decay=decoupled, maximize=True)
    pytorch("ASGD", lr=0.02)
    pytorch("ASGD", "early average, decay", lr=0.02, lambd=0.1, alpha=0.5, t0=5.0, weight_decay=0.1)
    pytorch("ASGD", "maximize", t0=1.0, maximize=True)
    pytorch("RPROP")
    pytorch("RPROP", "etas, step sizes, maximize", lr=0.05, eta_minus=0.4, eta_plus=1.3, step_min=1e-2, step_max=0.1,
            maximize=True)
    for tall in (False, True):
        form = " tall" if tall else ""
        pytorch("ADAFACTOR", "default" + form, tall=tall)
        pytorch("ADAFACTOR", "all" + form, lr=0.03, beta2_decay=-0.5, eps2=0.01, clip_threshold=1.5, weight_decay=0.1,
                maximize=True, tall=tall)
    pytorch("ADAFACTOR", "lr above 1 / sqrt(t), lr drop", lr=0.4, lr_later=0.01)


def keras_cases():
    k = keras.optimizers
    lr = {"lr": 0.02}
    kerases("SGD", make=lambda: k.SGD(), lr=0.01)
    kerases("SGD", "decay", lambda: k.SGD(weight_decay=0.1), weight_decay=0.1)
    kerases("SGD", "clipnorm", lambda: k.SGD(clipnorm=0.75), **{"clip.tensor_norm": 0.75})
    kerases("SGD", "global_clipnorm", lambda: k.SGD(0.02, global_clipnorm=1.5), **lr, **{"clip.norm": 1.5})
    kerases("MOMENTUM", "lr drop", lambda: k.SGD(0.01, momentum=0.9), lr_later=0.001)
    kerases("NESTEROV", "lr drop, decay", lambda: k.SGD(0.01, 0.8, True, weight_decay=0.1), lr_later=0.001, momentum=0.8,
            weight_decay=0.1)
    kerases("ADAGRAD", make=lambda: k.Adagrad(0.1), lr=0.1)
    kerases("ADAGRAD", "accumulator, eps, decay", lambda: k.Adagrad(0.1, 1e-3, 1e-3, weight_decay=0.1), lr=0.1,
            initial_accumulator=1e-3, eps=1e-3, weight_decay=0.1)
    kerases("ADADELTA", make=lambda: k.Adadelta(1.0), lr=1.0)
    kerases("RMSPROP", make=lambda: k.RMSprop(0.01), lr=0.01)
    kerases("RMSPROP", "centered, decay", lambda: k.RMSprop(0.01, centered=True, weight_decay=0.1), lr=0.01, centered=True,
            weight_decay=0.1)
    kerases("RMSPROP", "momentum, lr drop", lambda: k.RMSprop(2e-3, momentum=0.8), lr_later=2e-4, lr=2e-3, momentum=0.8)
    kerases("RMSPROP", "centered, momentum, eps", lambda: k.RMSprop(2e-3, 0.95, 0.8, 1e-3, True), lr=2e-3, alpha=0.95,
            momentum=0.8, eps=1e-3, centered=True)
    kerases("ADAM", make=lambda: k.Adam(0.02), **lr)
    kerases("ADAM", "amsgrad, decay", lambda: k.Adam(0.02, beta_2=0.9, amsgrad=True, weight_decay=0.1), **lr, beta2=0.9,
            amsgrad=True, weight_decay=0.1)
    kerases("ADAM", "eps, lr drop", lambda: k.Adam(0.02, epsilon=1e-3), lr_later=2e-3, **lr, eps=1e-3)
    kerases("ADAMW", make=lambda: k.AdamW())
    kerases("ADAMW", "decay", lambda: k.AdamW(0.02, 0.2), **lr, weight_decay=0.2)
    kerases("ADAMAX", make=lambda: k.Adamax(0.02), **lr)
    kerases("NADAM", make=lambda: k.Nadam(0.02), **lr)
    kerases("NADAM", "decay, betas", lambda: k.Nadam(0.02, 0.8, 0.99, weight_decay=0.1), **lr, beta1=0.8, beta2=0.99,
            weight_decay=0.1)
    kerases("LION", make=lambda: k.Lion())
    kerases("LION", "decay, betas", lambda: k.Lion(0.01, 0.8, 0.95, weight_decay=0.1), lr=0.01, beta1=0.8, beta2=0.95,
            weight_decay=0.1)
    kerases("LAMB", make=lambda: k.Lamb(0.02), **lr)
    kerases("LAMB", "decay", lambda: k.Lamb(weight_decay=4e-3), weight_decay=4e-3)
    for tall in (False, True):
        form = " tall" if tall else ""
        kerases("ADAFACTOR", "default" + form, lambda: k.Adafactor(0.02), tall, **lr)
        kerases("MUON", "default" + form, lambda: k.Muon(5e-3), tall, lr=5e-3)
    plain = {"nesterov": False, "momentum": 0.8}
    kerases("MUON", "plain momentum", lambda: k.Muon(5e-3, weight_decay=None, adam_weight_decay=None, **plain), lr=5e-3,
            weight_decay=0.0, **plain)
    schedule_free_preset = {"lr": 2.5e-3, "uniform_average": True}
    shown, states = run_formula("SCHEDULE_FREE", schedule_free_preset)
    emit("Keras", "SCHEDULE_FREE", "", {}, shown, states)


def formula_cases():
    formula("Optax's formula", "LION", lr=0.01)
    formula("Optax's formula", "LION", "decay, betas, lr drop", lr=0.02, beta1=0.8, beta2=0.95, weight_decay=0.2, lr_later=2e-3)
    formula("Optax's formula", "LAMB", lr=0.02)
    formula("Optax's formula", "LAMB", "decay, lr drop", lr=0.02, weight_decay=0.2, lr_later=2e-3)
    formula("Optax's formula", "LAMB", "tall, from 0", lr=0.02, tall=True, zero=True)
    formula("Optax's formula", "LARS", lr=0.5, trust_coefficient=0.02)
    formula("Optax's formula", "LARS", "decay, lr drop", lr=0.5, trust_coefficient=0.02, momentum=0.8, weight_decay=0.1,
            lr_later=0.05)
    formula("Optax's formula", "LARS", "tall, from 0", lr=2e-3, trust_coefficient=0.02, tall=True, zero=True)
    formula("the authors' formula", "ADAN", lr=0.02)
    formula("the authors' formula", "ADAN", "decay, betas", lr=0.02, beta1=0.9, beta2=0.8, beta3=0.95, weight_decay=0.5)
    formula("the authors' formula", "SCHEDULE_FREE", lr=0.02)
    formula("the authors' formula", "SCHEDULE_FREE", "decay, other lr later", lr=0.02, weight_decay=0.1, lr_later=0.03)
    formula("the authors' formula", "SOPHIA", lr=0.02)
    formula("the authors' formula", "SOPHIA", "batch, rho", lr=0.02, batch=16.0, rho=0.1, beta1=0.9, weight_decay=0.0)
    for tall in (False, True):
        form = " tall" if tall else ""
        formula("PyTorch's formula", "MUON", "default" + form, lr=5e-3, tall=tall)
        formula("PyTorch's formula", "MUON", "match_rms_adamw" + form, lr=5e-3, muon_adjust="MUON_MATCH_RMS", tall=tall)
    formula("PyTorch's formula", "MUON", "plain momentum, 3 steps", lr=5e-3, nesterov=False, momentum=0.8, ns_steps=3,
            weight_decay=0.0)
    formula("its formula", "SGD", "L1", lr=0.02, l1=0.5)
    formula("its formula", "SGD", "L1 proximal", lr=0.02, l1=0.5, l1_proximal=True)


# --- Defaults. ---

NAMES = {"weight_decay": "weight_decay", "learning_rate": "lr", "beta_1": "beta1", "beta_2": "beta2", "epsilon": "eps",
         "initial_accumulator_value": "initial_accumulator", "d": "clip_threshold", "beta_2_decay": "beta2_decay",
         "epsilon_2": "eps2", "adam_beta_1": "beta1", "adam_beta_2": "beta2"}
SAME = ("lr", "momentum", "dampening", "nesterov", "maximize", "eps", "alpha", "rho", "centered", "lr_decay", "amsgrad",
        "lambd", "t0", "momentum_decay", "beta2_decay", "ns_steps")


def signature(cls):
    return {name: p.default for name, p in inspect.signature(cls.__init__).parameters.items()
            if p.default is not inspect.Parameter.empty}


def defaults(rule, keras_preset, cls, **fixed):
    """What the preset must hold, from the class's own signature; `fixed` is what it does not say, or says otherwise."""
    found = {}
    for name, value in signature(cls).items():
        if name == "betas":
            found["beta1"], found["beta2"] = value
        elif name == "etas":
            found["eta_minus"], found["eta_plus"] = value
        elif name == "step_sizes":
            found["step_min"], found["step_max"] = value
        elif rule == "ADAFACTOR" and name == "eps":
            found["eps"], found["eps2"] = value[0] or torch.finfo(torch.float32).eps, value[1]
        elif rule == "RMSPROP" and keras_preset and name == "rho":
            found["alpha"] = value
        elif name == "decoupled_weight_decay":
            found["decay"] = "DECAY_DECOUPLED" if value else "DECAY_L2"
        elif name in NAMES or name in SAME:
            found[NAMES.get(name, name)] = value
    found |= fixed
    integers = ("ns_steps",)
    reals = {name: value if isinstance(value, (bool, str)) or name in integers else float(value or 0)
             for name, value in found.items()}
    DEFAULTS.append(wrapped([rule, str(keras_preset).lower(), *braced("options", [option(*item) for item in reals.items()])],
                            "DEFAULTS(", "),"))


def all_defaults():
    o, k = torch.optim, keras.optimizers
    defaults("SGD", False, o.SGD, decay="DECAY_L2", lr_in_momentum=False)
    defaults("MOMENTUM", False, o.SGD, momentum=0.9)
    defaults("NESTEROV", False, o.SGD, momentum=0.9, nesterov=True)
    for rule in ("ADAGRAD", "ADADELTA", "RMSPROP", "ADAM", "RPROP", "ASGD"):
        defaults(rule, False, getattr(o, TORCH_CLASSES[rule]), decay="DECAY_L2", eps_mode="EPS_OUTSIDE")
    defaults("ADAMAX", False, o.Adamax, decay="DECAY_L2", eps_mode="EPS_INSIDE")  # inside the maximum
    defaults("ADAMW", False, o.AdamW, decay="DECAY_DECOUPLED", eps_mode="EPS_OUTSIDE")
    defaults("NADAM", False, o.NAdam)
    defaults("RADAM", False, o.RAdam)
    defaults("ADAFACTOR", False, o.Adafactor, decay="DECAY_DECOUPLED")
    defaults("MUON", False, o.Muon, decay="DECAY_DECOUPLED", muon_adjust="MUON_ORIGINAL")
    decoupled = {"decay": "DECAY_DECOUPLED"}
    defaults("SGD", True, k.SGD, lr_in_momentum=True, **decoupled)
    defaults("MOMENTUM", True, k.SGD, momentum=0.9, lr_in_momentum=True, **decoupled)
    defaults("NESTEROV", True, k.SGD, momentum=0.9, nesterov=True, lr_in_momentum=True, **decoupled)
    defaults("ADAGRAD", True, k.Adagrad, eps_mode="EPS_INSIDE", **decoupled)
    defaults("ADADELTA", True, k.Adadelta, **decoupled)
    defaults("RMSPROP", True, k.RMSprop, eps_mode="EPS_INSIDE", lr_in_momentum=True, **decoupled)
    defaults("ADAM", True, k.Adam, eps_mode="EPS_HAT", **decoupled)
    defaults("ADAMW", True, k.AdamW, eps_mode="EPS_HAT", **decoupled)
    defaults("ADAMAX", True, k.Adamax, eps_mode="EPS_OUTSIDE", **decoupled)
    defaults("NADAM", True, k.Nadam, momentum_decay=1.0, eps_mode="EPS_OUTSIDE", **decoupled)
    defaults("LION", True, k.Lion, **decoupled)
    defaults("LAMB", True, k.Lamb, eps_mode="EPS_OUTSIDE", **decoupled)
    defaults("ADAFACTOR", True, k.Adafactor, **decoupled)
    defaults("MUON", True, k.Muon, muon_adjust="MUON_MATCH_RMS", eps_mode="EPS_HAT", **decoupled)
    defaults("SCHEDULE_FREE", True, k.ScheduleFreeAdamW, uniform_average=True)


HEAD = f"""/* SPDX-License-Identifier: MIT */
/* {STEPS} steps of every optimizer, by PyTorch {torch.__version__.split('+')[0]} and Keras {keras.__version__} in double, \
shortened to 29 bits.
 * Made by make_optimizers.py, which says where what neither of them has comes from. */
#ifndef NADIR_GOLDEN_OPTIMIZERS_H
#define NADIR_GOLDEN_OPTIMIZERS_H

#include "nadir/optimizer.h"

#include <stddef.h>

/* A member of the params that differs from the default or the preset. */
struct golden_option {{
    size_t offset;
    enum golden_type {{ GOLDEN_END, GOLDEN_REAL, GOLDEN_INT, GOLDEN_BOOL, GOLDEN_LONG }} type; /* INT: enums as well */
    double value;
}};

/* After the last step. */
struct golden_state {{
    const char *name;
    size_t tensor, count;
    const double *values;
}};

/* The model: a matrix (rows, cols) and a vector. */
enum {{ GOLDEN_ROWS = {MATRIX[0]}, GOLDEN_COLS = {MATRIX[1]}, GOLDEN_VECTOR = {VECTOR[0]}, GOLDEN_ELEMENTS = {START.numel()},
       GOLDEN_STEPS = {STEPS}, GOLDEN_SHOWN = {len(SHOWN)}, GOLDEN_LATER = {LATER} }};

static const int golden_shown[GOLDEN_SHOWN] = {{{', '.join(str(s) for s in SHOWN)}}}; /* steps */

struct golden_optimizer {{
    enum nadir_optimizer_rule rule;
    const char *source, *note;          /* for the title */
    bool keras;                         /* params start from nadir_optimizer_params_keras */
    bool tall;                          /* the matrix is (cols, rows) */
    bool zero;                          /* parameters start from 0, not from golden_start */
    double lr_later, momentum_later;    /* from step GOLDEN_LATER on; 0: as before */
    struct golden_option options[10];   /* up to the first GOLDEN_END */
    const double *p;                    /* (GOLDEN_SHOWN, GOLDEN_ELEMENTS) */
    const double *evaluated;            /* after the last step; NULL: p */
    struct golden_state states[8];      /* up to the first without a name */
}};

/* What a preset must hold. */
struct golden_defaults {{
    enum nadir_optimizer_rule rule;
    bool keras;
    struct golden_option options[12];
}};

#define REAL(member, value) {{offsetof(struct nadir_optimizer_params, member), GOLDEN_REAL, value}}
#define INT(member, value) {{offsetof(struct nadir_optimizer_params, member), GOLDEN_INT, value}}
#define BOOL(member, value) {{offsetof(struct nadir_optimizer_params, member), GOLDEN_BOOL, value}}
#define LONG(member, value) {{offsetof(struct nadir_optimizer_params, member), GOLDEN_LONG, value}}
#define CASE(rule_, source_, note_, ...) {{NADIR_##rule_, source_, note_, __VA_ARGS__}}
#define DEFAULTS(rule_, keras_, ...) {{NADIR_##rule_, keras_, __VA_ARGS__}}

"""


def write():
    text = HEAD + array("float", "golden_start", START)
    text += "\n/* (steps, elements) */\n" + array("float", "golden_gradients", GRADIENTS) + "\n"
    text += "".join(body for _, body in ARRAYS.values())
    text += "\nstatic const struct golden_optimizer golden_optimizers[] = {\n" + "\n".join(CASES) + "\n};\n"
    text += "\nstatic const struct golden_defaults golden_defaults[] = {\n" + "\n".join(DEFAULTS) + "\n};\n"
    text += "\n#undef REAL\n#undef INT\n#undef BOOL\n#undef LONG\n#undef CASE\n#undef DEFAULTS\n\n#endif\n"
    assert all(len(line) <= 128 for line in text.splitlines())
    with open(os.path.join(HERE, "optimizers.h"), "w", encoding="ascii") as file:
        file.write(text)


if __name__ == "__main__":
    check_muon()
    check_formulas()
    pytorch_cases()
    keras_cases()
    formula_cases()
    all_defaults()
    write()
