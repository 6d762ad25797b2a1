# SPDX-License-Identifier: MIT
"""What make_optimizers.py feeds all optimizers with, and the rules that PyTorch and Keras do not have, in double: Lion, LAMB
and LARS in Optax's form, Adan, schedule-free AdamW and Sophia-G as their authors' code has them, Muon as PyTorch documents it,
the L1 penalty. check_formulas (if optax and schedulefree are installed) and check_muon hold them against the code of others.
"""
import math

import torch

STEPS, SHOWN, LATER = 25, (1, 2, 10, 25), 10
MATRIX, VECTOR = (3, 4), (8,)


# --- Parameters and gradients: float32 numbers in double tensors. ---

def single(values):
    return torch.as_tensor(values, dtype=torch.float32).double()


def make_inputs():
    generator = torch.Generator().manual_seed(11)
    start = single((torch.randn(20, generator=generator) * 2).clamp(-4, 4))
    g = torch.randn(STEPS, 20, generator=generator)
    vector = g[:, 12:]
    vector[:, 0] *= 1e-7                                                    # of the size of eps
    vector[:, 1] = 0
    vector[:, 2] = vector[:, 2].abs() * torch.tensor([1.0, -1.0]).repeat(13)[:STEPS]
    vector[1:, 3] = 0                                                       # one step, then only the moments
    vector[:, 4] = 0.25
    vector[:, 5] *= 1e-20                                                   # its square is no float32
    vector[:, 6] *= 10
    vector[0, 7] = 1e-7                                                     # eps decides the first step
    return start, single(g)


START, GRADIENTS = make_inputs()


def split(values, tall):
    return [values[:12].reshape(MATRIX[::-1] if tall else MATRIX).clone(), values[12:].clone()]


def rate(step, lr, later):
    return later if later is not None and step >= LATER else lr


def flat(tensors):
    return torch.cat([t.detach().flatten() for t in tensors]).clone()


# --- Formulas. Each gets step, p, g, its own states and the options, and returns the new p. ---

def average(state, name, g, beta):
    state[name] = beta * state.get(name, torch.zeros_like(g)) + (1 - beta) * g
    return state[name]


def ratio(p, update, coefficient=1.0):
    """As Optax's scale_by_trust_ratio: 1 where a norm is 0, whatever the coefficient."""
    norms = p.norm(), update.norm()
    return 1.0 if norms[0] == 0 or norms[1] == 0 else coefficient * norms[0] / norms[1]


def signed(x, *terms):
    """sign(x); no case may depend on the rounding of x."""
    size = sum(t.abs() for t in terms)
    assert ((x.abs() > 1e-5 * size) | (size == 0)).all(), "a sign that float32 cannot tell"
    return x.sign()


def lion(step, p, g, s, o):
    m = s.get("exp_avg", torch.zeros_like(p))
    update = signed(o.beta1 * m + (1 - o.beta1) * g, o.beta1 * m, (1 - o.beta1) * g)
    average(s, "exp_avg", g, o.beta2)
    return p - o.lr * (update + o.weight_decay * p)


def adam_direction(step, g, s, o):
    m, v = average(s, "exp_avg", g, o.beta1), average(s, "exp_avg_sq", g * g, o.beta2)
    return m / (1 - o.beta1**step) / ((v / (1 - o.beta2**step)).sqrt() + o.eps)


def lamb(step, p, g, s, o):
    r = adam_direction(step, g, s, o) + o.weight_decay * p
    return p - o.lr * ratio(p, r) * r


def lars(step, p, g, s, o):
    r = g + o.weight_decay * p
    b = s.get("momentum_buffer", torch.zeros_like(p))
    s["momentum_buffer"] = o.momentum * b + o.lr * ratio(p, r, o.trust_coefficient) * r
    return p - s["momentum_buffer"]


def adan(step, p, g, s, o):
    difference = g - s.get("previous_grad", g)
    s["previous_grad"] = g
    m, v = average(s, "exp_avg", g, o.beta1), average(s, "exp_avg_diff", difference, o.beta2)
    n = average(s, "exp_avg_sq", (g + o.beta2 * difference)**2, o.beta3)
    step_of = (m / (1 - o.beta1**step) + o.beta2 * v / (1 - o.beta2**step)) / ((n / (1 - o.beta3**step)).sqrt() + o.eps)
    return (p - o.lr * step_of) / (1 + o.lr * o.weight_decay)


def schedule_free(step, y, g, s, o):
    x, z = s.setdefault("x", y), s.setdefault("z", y)
    v = average(s, "exp_avg_sq", g * g, o.beta2)
    s["z"] = z = z - o.lr * (g / ((v / (1 - o.beta2**step)).sqrt() + o.eps) + o.weight_decay * y)
    s["largest"] = max(s.get("largest", 0.0), o.lr)
    weight = 1.0 if o.uniform_average else s["largest"]**2
    s["sum"] = s.get("sum", 0.0) + weight
    s["x"] = x = (1 - weight / s["sum"]) * x + weight / s["sum"] * z
    return o.beta1 * x + (1 - o.beta1) * z


def sophia(step, p, g, s, o):
    """The curvature is updated before steps 1, 11, 21, from the gradients of steps 25, 15, 5."""
    if step % 10 == 1:
        average(s, "hessian", s["gradients"][STEPS - step]**2, o.beta2)
    m = average(s, "exp_avg", g, o.beta1)
    bounded = (m.abs() / (o.rho * o.batch * s["hessian"] + 1e-15)).clamp(max=1)
    return p * (1 - o.lr * o.weight_decay) - o.lr * m.sign() * bounded


def newton_schulz(g, steps):
    x = g.T if g.shape[0] > g.shape[1] else g
    x = x / x.norm()
    for _ in range(steps):
        a = x @ x.T
        x = 3.4445 * x + (-4.7750 * a + 2.0315 * a @ a) @ x
    return x.T if g.shape[0] > g.shape[1] else x


def muon(step, p, g, s, o):
    if p.dim() == 1:
        return p * (1 - o.lr * o.weight_decay) - o.lr * adam_direction(step, g, s, o)
    b = average(s, "momentum_buffer", g, o.momentum)
    update = newton_schulz((1 - o.momentum) * g + o.momentum * b if o.nesterov else b, o.ns_steps)
    rows, cols = p.shape
    adjust = 0.2 * math.sqrt(max(rows, cols)) if o.muon_adjust == "MUON_MATCH_RMS" else math.sqrt(max(1, rows / cols))
    return p * (1 - o.lr * o.weight_decay) - o.lr * adjust * update


def sgd_l1(step, p, g, s, o):
    if o.l1_proximal:
        p = p - o.lr * g
        return p.sign() * (p.abs() - o.lr * o.l1).clamp(min=0)
    return p - o.lr * (g + o.l1 * p.sign())


class Options(dict):
    __getattr__ = dict.__getitem__


FORMULAS = {  # function, all options that count
    "LION": (lion, {"lr": 1e-3, "beta1": 0.9, "beta2": 0.99, "weight_decay": 1e-3}),
    "LAMB": (lamb, {"lr": 1e-3, "beta1": 0.9, "beta2": 0.999, "eps": 1e-6, "weight_decay": 0.0}),
    "LARS": (lars, {"lr": 1e-3, "momentum": 0.9, "weight_decay": 0.0, "trust_coefficient": 1e-3}),
    "ADAN": (adan, {"lr": 1e-3, "beta1": 0.98, "beta2": 0.92, "beta3": 0.99, "eps": 1e-8, "weight_decay": 0.0}),
    "SCHEDULE_FREE": (schedule_free, {"lr": 2.5e-3, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8, "weight_decay": 0.0,
                                      "uniform_average": False}),
    "SOPHIA": (sophia, {"lr": 1e-4, "beta1": 0.965, "beta2": 0.99, "rho": 0.04, "batch": 1.0, "weight_decay": 0.1}),
    "MUON": (muon, {"lr": 1e-3, "beta1": 0.9, "beta2": 0.999, "eps": 1e-7, "momentum": 0.95, "nesterov": True, "ns_steps": 5,
                    "weight_decay": 0.1, "muon_adjust": "MUON_ORIGINAL"}),
    "SGD": (sgd_l1, {"lr": 1e-3, "l1": 0.0, "l1_proximal": False}),
}
NO_STATES = ("largest", "sum", "gradients")


def run_formula(rule, options, tall=False, zero=False, lr_later=None):
    function, defaults = FORMULAS[rule]
    p = split(START * 0 if zero else START, tall)
    states = [{} for _ in p]
    shown = []
    for i, s in enumerate(states):
        if rule == "SOPHIA":
            s["gradients"] = [split(g, tall)[i] for g in GRADIENTS]
    for step in range(1, STEPS + 1):
        o = Options(defaults | options)
        o["lr"] = rate(step, o.lr, lr_later)
        p = [function(step, t, g, s, o) for t, g, s in zip(p, split(GRADIENTS[step - 1], tall), states)]
        if step in SHOWN:
            shown.append(flat(p))
    return shown, {(name, i): value for i, s in enumerate(states) for name, value in s.items() if name not in NO_STATES}


# --- The formulas against others. ---

def check_muon():
    """PyTorch rounds to bfloat16 in each product, 2^-9 of it."""
    for tall, options in ((False, {}), (True, {"nesterov": False}),
                          (True, {"muon_adjust": "MUON_MATCH_RMS", "weight_decay": 0.0})):
        o = Options(FORMULAS["MUON"][1] | options | {"lr": 0.01})
        p = split(START, tall)[0]
        q = p.clone().requires_grad_()
        other = torch.optim.Muon([q], lr=o.lr, weight_decay=o.weight_decay, momentum=o.momentum, nesterov=o.nesterov,
                                 adjust_lr_fn="match_rms_adamw" if o.muon_adjust == "MUON_MATCH_RMS" else "original")
        s, moved = {}, 0.0
        for step in range(1, STEPS + 1):
            g = split(GRADIENTS[step - 1], tall)[0]
            q.grad = g.clone()
            other.step()
            before, p = p, muon(step, p, g, s, o)
            moved += (p - before).norm().item()
        error = (p - q.detach()).norm().item() / moved
        assert error < 5e-2, error
        assert torch.allclose(s["momentum_buffer"], other.state[q]["momentum_buffer"], rtol=1e-12, atol=0)


def check_formulas():
    """Lion, LAMB, LARS against Optax, schedule-free against its authors' package, where these are installed."""
    try:
        import jax
        import numpy
        import optax
        jax.config.update("jax_enable_x64", True)
    except ImportError:
        print("no optax: its formulas are not checked")
    else:
        for rule, options, make in (
                ("LION", {"lr": 0.02, "weight_decay": 0.1}, lambda: optax.lion(0.02, 0.9, 0.99, weight_decay=0.1)),
                ("LAMB", {"lr": 0.02, "weight_decay": 0.1}, lambda: optax.lamb(0.02, weight_decay=0.1)),
                ("LARS", {"lr": 0.5, "weight_decay": 0.1, "trust_coefficient": 0.02},
                 lambda: optax.lars(0.5, weight_decay=0.1, trust_coefficient=0.02))):
            for zero in (False, True):
                p = [jax.numpy.array(t.numpy()) for t in split(START * (not zero), False)]
                other = make()
                state, shown = other.init(p), []
                for step in range(1, STEPS + 1):
                    g = [jax.numpy.array(t.numpy()) for t in split(GRADIENTS[step - 1], False)]
                    update, state = other.update(g, state, p)
                    p = optax.apply_updates(p, update)
                    if step in SHOWN:
                        shown.append(torch.tensor(numpy.concatenate([numpy.asarray(t).ravel() for t in p])))
                error = (torch.stack(shown) - torch.stack(run_formula(rule, options, zero=zero)[0])).abs().max().item()
                print(f"{rule} against optax {optax.__version__}: {error:.1e}")
                assert error < 1e-12
    try:
        import schedulefree
    except ImportError:
        print("no schedulefree: its formula is not checked")
    else:
        p, shown = [t.requires_grad_() for t in split(START, False)], []
        other = schedulefree.AdamWScheduleFree(p, lr=0.02, weight_decay=0.1, foreach=False)
        other.train()
        for step in range(1, STEPS + 1):
            for t, g in zip(p, split(GRADIENTS[step - 1], False)):
                t.grad = g
            for group in other.param_groups:
                group["lr"] = rate(step, group["lr"], 0.03)
            other.step()
            if step in SHOWN:
                shown.append(flat(p))
        own, _ = run_formula("SCHEDULE_FREE", {"lr": 0.02, "weight_decay": 0.1}, lr_later=0.03)
        error = (torch.stack(shown) - torch.stack(own)).abs().max().item()
        print(f"schedule-free against schedulefree: {error:.1e}")
        assert error < 1e-12
