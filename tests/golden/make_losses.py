#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes losses.h, every loss with its reductions and main options, with PyTorch and Keras: python3 make_losses.py

Inputs and options are float32 numbers; the frameworks compute value and gradient in double. Losses that neither framework has
are their formulas in torch, differentiated by autograd; so are sample weights, which PyTorch does not know.

Left out, because Nadir differs on purpose: 0 * inf of PyTorch (soft targets or KL with a -inf, BCE at infinite logits), the
overflow of soft_margin_loss, NaN in ignored rows, Keras's categorical hinge where all wrong classes have negative scores, the
conversion of labels 0 and 1 by Keras's hinge losses, and Keras's losses before their reduction, which are means over the last
axis already.
"""
import math
import os

os.environ["KERAS_BACKEND"] = "torch"

import keras
import torch
import torch.nn.functional as F

from make_vectors import HERE, array, literal

keras.config.set_floatx("float64")
GENERATOR = torch.Generator().manual_seed(7)
INF = float("inf")
THREE = ("none", "mean", "sum")
ARRAYS, CASES, TITLES = {}, [], set()


# --- Inputs: float32 numbers in double tensors. ---

def single(values):
    return torch.as_tensor(values, dtype=torch.float32).double()


def normal(*shape, scale=1.5):
    return single(torch.randn(*shape, generator=GENERATOR) * scale)


def uniform(low, high, *shape):
    return single(torch.rand(*shape, generator=GENERATOR) * (high - low) + low)


def signs(*shape):
    return torch.randint(0, 2, shape, generator=GENERATOR).double() * 2 - 1


def ints(low, high, *shape):
    return torch.randint(low, high, shape, generator=GENERATOR)


def apart(target, *kinks):
    """target + e, |e| up to 3 and 0.01 or more away from each kink."""
    while True:
        e = single(torch.rand(target.shape, generator=GENERATOR) * 6 - 3)
        x = single(target + e)
        if all(((x - target).abs() - kink).abs().min() > 0.01 for kink in (0.0, *kinks)):
            return x


# --- The file. ---

def shorten(x):
    """29 bits, 2e-9 of the number, are enough to judge float32 by."""
    if x == 0 or x != x or abs(x) == INF:
        return x
    exponent = 29 - math.frexp(x)[1]
    return math.ldexp(round(math.ldexp(x, exponent)), -exponent)


def pooled(kind, values):
    letter = {"float": "f", "double": "d", "int32_t": "i"}[kind]
    flat = values.flatten()
    if kind == "double":
        flat = torch.tensor([shorten(v) for v in flat.tolist()], dtype=torch.float64)
    words = tuple(repr(v) for v in flat.tolist())
    if (kind, words) not in ARRAYS:
        name = f"{letter}{sum(k == kind for k, _ in ARRAYS)}"
        ARRAYS[kind, words] = name, array(kind, name, flat)
    return ARRAYS[kind, words][0]


def tensor(values):
    """The initialiser of an input."""
    whole = not values.is_floating_point()
    assert whole or torch.equal(single(values), values), "not float32 numbers"
    name = pooled("int32_t" if whole else "float", values)
    return f"{'INTS' if whole else 'FLOATS'}({name}, {', '.join(str(n) for n in values.shape)})"


def expected(values):
    return f"VALUE({literal(shorten(values.item()), False)})" if values.dim() == 0 else pooled("double", values)


def option(name, value):
    if isinstance(value, bool):
        return f"BOOL({name}, {int(value)})"
    return f"REAL({name}, {literal(value, True)})" if isinstance(value, float) else f"INT({name}, {value})"


def case(loss, note, reduction, xs, value, gradients, *, options, keras_preset=False, **tensors):
    assert (loss, note, reduction, keras_preset) not in TITLES, (loss, note, reduction)
    TITLES.add((loss, note, reduction, keras_preset))
    fields = [loss.upper(), reduction.upper(), f'"{note}"']
    if keras_preset:
        fields.append(".keras = true")
    if options:
        fields.append(".options = {" + ", ".join(option(*item) for item in options.items()) + "}")
    fields.append(".x = {" + ", ".join(tensor(x) for x in xs) + "}")
    fields += [f".{name} = {tensor(values)}" for name, values in tensors.items() if values is not None]
    fields.append(f".value = {expected(value)}")
    fields.append(".gradient = {" + ", ".join(expected(g) for g in gradients) + "}")
    lines, line = [], "    CASE("
    for i, field in enumerate(fields):
        field += ")," if i == len(fields) - 1 else ", "
        if len(line) + len(field) > 125:
            lines.append(line.rstrip())
            line = "         "
        line += field
    CASES.append("\n".join(lines + [line]))


def upstream_for(reduction, value):
    """The gradient that reduction none is given: one for each shape."""
    if reduction != "none":
        return None
    generator = torch.Generator().manual_seed(value.numel())
    size = single(torch.rand(value.shape, generator=generator) * 1.5 + 0.5)
    return torch.where(torch.rand(value.shape, generator=generator) < 0.3, -size, size)


def emit(loss, note, xs, f, reductions=None, options=None, keras_preset=False, **tensors):
    """Cases of one loss. f(reduction, *xs, **options) is its value, differentiated here for all xs."""
    options = {k: float(single(v)) if isinstance(v, float) else v for k, v in (options or {}).items()}
    known = {k: v for k, v in options.items() if k not in ("denominator", "empty", "gradient_scale")}
    for reduction in reductions or (("none", "mean") if note else THREE):
        leaves = [x.clone().requires_grad_() for x in xs]
        value = f(reduction, *leaves, **known)
        upstream = upstream_for(reduction, value)
        value.backward(upstream)
        gradients = [leaf.grad * options.get("gradient_scale", 1.0) for leaf in leaves]
        case(loss, note, reduction, xs, value.detach(), gradients, options=options, upstream=upstream,
             keras_preset=keras_preset, **tensors)


def reduced(l, reduction, denominator=None):
    if reduction == "none":
        return l
    return l.sum() / {"sum": 1, "mean": l.numel() if denominator is None else denominator, "batchmean": len(l)}[reduction]


def classes_second(x):
    return x.movedim(-1, 1)


# --- Elementwise losses. ---

def simple(loss, note, f, x, target, reductions=None, **more):
    """f(x, target, reduction=, **options), as in torch.nn.functional. Elementwise options need no other reduction than none."""
    emit(loss, note, [x], lambda reduction, x, **o: f(x, target, reduction=reduction, **o),
         reductions or (["none"] if note else THREE), target=target, **more)


def formula(loss, note, f, x, target, **more):
    """f(x, target, **options) gives every l."""
    simple(loss, note, lambda x, t, reduction, **o: reduced(f(x, t, **o), reduction), x, target, **more)


def regression():
    t = normal(3, 5)
    x = apart(t)
    x[1, 2] = t[1, 2]  # the kink of L1
    simple("mse", "", F.mse_loss, x, t)
    cube, cube_t = normal(2, 3, 4), normal(2, 3, 4)
    simple("mse", "2x3x4", F.mse_loss, cube, cube_t, ["none", "mean"])
    formula("mse", "2x3x4", lambda x, t: (x - t) ** 2, cube, cube_t, reductions=["batchmean"])
    simple("mse", "gradient_scale", F.mse_loss, x, t, reductions=["mean"], options={"gradient_scale": 0.375})
    weight = uniform(0.5, 2, 2)
    for note, denominator, total in (("", "COUNT", 24), (" by weights", "WEIGHTS", 12 * weight.sum())):
        emit("mse", "sample_weight" + note, [cube],
             lambda reduction, x: reduced(weight[:, None, None] * (x - cube_t) ** 2, reduction, total),
             reductions=None if denominator == "COUNT" else ["mean"],
             options={} if denominator == "COUNT" else {"denominator": "NADIR_DENOMINATOR_" + denominator},
             target=cube_t, sample_weight=weight)
    formula("half_mse", "", lambda x, t: (x - t) ** 2 / 2, x, t)
    simple("l1", "", F.l1_loss, x, t)
    simple("l1", "2x3x4", F.l1_loss, cube, cube_t, reductions=["mean"])
    for delta in (1.0, 0.3, 2.5):
        simple("huber", f"delta {delta}", F.huber_loss, apart(t, delta), t, options={"delta": delta})
    for beta in (1.0, 0.3, 2.5):
        simple("smooth_l1", f"beta {beta}", F.smooth_l1_loss, apart(t, beta), t, options={"beta": beta})
    simple("smooth_l1", "beta 0", F.smooth_l1_loss, x, t, options={"beta": 0.0})
    formula("log_cosh", "", lambda x, t: (x - t).cosh().log(), x, t)
    formula("log_cosh", "far", lambda x, t: (x - t).cosh().log(), normal(3, 5, scale=30), t)
    for q in (0.5, 0.9, 0.0):
        formula("quantile", f"{q}", lambda x, t, quantile: quantile * (t - x).relu() + (1 - quantile) * (x - t).relu(), x, t,
                options={"quantile": q})
    near = apart(t, 0.5)
    near[0, 1], t5 = 1.25, t.clone()
    t5[0, 1] = 1.75  # the kink at epsilon
    for epsilon in (0.5, 0.0):
        formula("epsilon_insensitive", f"{epsilon}", lambda x, t, epsilon: ((x - t).abs() - epsilon).relu(), near, t5,
                options={"epsilon": epsilon})
    formula("epsilon_insensitive", "default", lambda x, t: ((x - t).abs() - float(single(0.1))).relu(), near, t5)

    counts = ints(0, 7, 3, 5).double()
    counts[0, 0], counts[0, 1] = 0, 1
    x, rates = normal(3, 5, scale=1), uniform(0.1, 5, 3, 5)

    def poisson(x, t, reduction, **o):
        return F.poisson_nll_loss(x, t, reduction=reduction, eps=o.pop("eps", float(single(1e-8))), **o)

    simple("poisson_nll", "", poisson, x, counts)
    simple("poisson_nll", "full", poisson, x, counts, options={"full": True})
    simple("poisson_nll", "rates", poisson, rates, counts, options={"log_input": False})
    simple("poisson_nll", "rates full", poisson, rates, counts, options={"log_input": False, "full": True})
    simple("poisson_nll", "rates eps", poisson, rates, counts, options={"log_input": False, "eps": 0.25})

    x, var, t = normal(3, 5), uniform(0.4, 3, 3, 5), normal(3, 5)
    small = var.clone()
    small[0, 2], small[2, 4] = 0, 0.125
    for note, v, options in (("", var, {}), ("full", var, {"full": True}), ("below eps", small, {"eps": 0.25})):
        emit("gaussian_nll", note, [x, v],
             lambda reduction, x, v, **o: F.gaussian_nll_loss(x, t, v, reduction=reduction, **o),
             options=options, target=t)


def binary():
    p, hard, soft = uniform(0.02, 0.98, 3, 5), ints(0, 2, 3, 5).double(), uniform(0, 1, 3, 5)
    weights, last = uniform(0.5, 2, 3, 5), uniform(0.5, 2, 5)
    bce, logits_bce = F.binary_cross_entropy, F.binary_cross_entropy_with_logits
    simple("bce", "", bce, p, soft)
    simple("bce", "2x3x4", bce, uniform(0.02, 0.98, 2, 3, 4), ints(0, 2, 2, 3, 4).double(), reductions=["mean"])
    ends = single([0, 0, 1, 1, 0, 1, 1e-5, 0.5])
    simple("bce", "0 and 1", bce, ends, single([0, 1, 0, 1, 0.5, 0.5, 1, 0.25]))
    for note, w in (("weight", weights), ("weight of the last axis", last)):
        emit("bce", note, [p], lambda reduction, x: bce(x, hard, w, reduction=reduction), target=hard, weight=w)
    x = normal(3, 5, scale=2)
    x[0, 0], x[1, 1], x[2, 2], x[2, 3] = 0, 60, -60, 20
    simple("bce_with_logits", "", logits_bce, x, soft)
    simple("bce_with_logits", "hard", logits_bce, x, hard)
    simple("bce_with_logits", "2x3x4", logits_bce, normal(2, 3, 4), uniform(0, 1, 2, 3, 4), reductions=["mean"])
    q, one = uniform(0.5, 3, 5), single([1.75])
    x = normal(3, 5, scale=2)
    for note, w, pos in (("weight", weights, None), ("weight of the last axis", last, None), ("pos_weight", None, q),
                         ("pos_weight of one", None, one), ("weight and pos_weight", weights, q)):
        emit("bce_with_logits", note, [x],
             lambda reduction, x: logits_bce(x, soft, w, pos_weight=pos, reduction=reduction),
             target=soft, weight=w, pos_weight=pos)
    formula("bce_with_logits", "label_smoothing",
            lambda x, t, label_smoothing: logits_bce(x, t * (1 - label_smoothing) + label_smoothing / 2, reduction="none"),
            x, hard, options={"label_smoothing": 0.2})

    def focal(x, t, alpha=0.25, gamma=2.0):  # torchvision's sigmoid_focal_loss
        p = torch.sigmoid(x)
        p_t = p * t + (1 - p) * (1 - t)
        l = logits_bce(x, t, reduction="none") * (1 - p_t) ** gamma
        return l if alpha < 0 else (alpha * t + (1 - alpha) * (1 - t)) * l

    formula("sigmoid_focal", "", focal, x, hard)
    for alpha, gamma in ((0.7, 2.0), (-1.0, 2.0), (0.25, 0.5), (0.25, 0.0), (0.25, 1.0), (-1.0, 5.0)):
        formula("sigmoid_focal", f"alpha {alpha} gamma {gamma}", focal, x, hard, options={"alpha": alpha, "gamma": gamma})
    formula("sigmoid_focal", "soft", focal, x, soft, reductions=["none", "mean"])

    t, x = signs(3, 5), normal(3, 5)
    x[0, 3] = t[0, 3]  # the kink
    formula("hinge", "", lambda x, t: (1 - t * x).relu(), x, t)
    formula("squared_hinge", "", lambda x, t: (1 - t * x).relu() ** 2, x, t)
    simple("soft_margin", "", F.soft_margin_loss, normal(3, 5, scale=3), t)
    formula("soft_margin", "far", lambda x, t: F.softplus(-t * x, threshold=500), normal(3, 5, scale=40), t)
    simple("hinge_embedding", "", F.hinge_embedding_loss, x, t)
    near = normal(3, 5)
    near[1, 1] = 0.5  # the kink where t is -1
    t5 = t.clone()
    t5[1, 1] = -1
    simple("hinge_embedding", "margin 0.5", F.hinge_embedding_loss, near, t5, options={"margin": 0.5})
    x1, x2 = normal(3, 5), normal(3, 5)
    x2[2, 2] = x1[2, 2]  # the kink of margin 0
    for margin in (None, 0.5, -0.25):
        emit("margin_ranking", "" if margin is None else f"margin {margin}", [x1, x2],
             lambda reduction, x1, x2, **o: F.margin_ranking_loss(x1, x2, t, reduction=reduction, **o),
             options={} if margin is None else {"margin": margin}, target=t)


def kl():
    four = ("none", "mean", "sum", "batchmean")
    q, t = single(torch.log_softmax(normal(3, 5), 1)), single(torch.softmax(normal(3, 5), 1))
    t[1, 3] = 0
    simple("kl_div", "", F.kl_div, q, t, reductions=four)
    simple("kl_div", "log_target", F.kl_div, q, single(torch.log_softmax(normal(3, 5), 1)), reductions=four,
           options={"log_target": True})
    cube, cube_t = single(torch.log_softmax(normal(2, 3, 4), 2)), single(torch.softmax(normal(2, 3, 4), 2))
    simple("kl_div", "2x3x4", F.kl_div, cube, cube_t, reductions=["mean", "batchmean"])
    formula("kl_div", "from_probabilities", lambda x, t, from_probabilities: torch.xlogy(t, t) - t * x.log(),
            uniform(0.05, 1, 3, 5), t, reductions=four, options={"from_probabilities": True})


# --- Rows. ---

def cross_entropy():
    classes = 5
    x, weight = normal(4, classes, scale=2), uniform(0.5, 2, classes)
    y = torch.tensor([1, 4, 0, 2])
    ignored = torch.tensor([1, -100, 0, 2])

    def torch_ce(note, x, target, reductions=None, options=None, weight=None):
        emit("cross_entropy", note, [x],
             lambda reduction, x, **o: F.cross_entropy(classes_second(x), classes_second(target) if target.is_floating_point()
                                                       else target, weight, reduction=reduction, **o),
             reductions, options, target=target, weight=weight)

    smooth = {"label_smoothing": 0.1}
    torch_ce("", x, y)
    torch_ce("weight", x, y, weight=weight)
    torch_ce("ignored", x, ignored)
    torch_ce("ignored weight", x, ignored, weight=weight)
    torch_ce("ignored is a class", x, y, options={"ignore_index": 2})
    torch_ce("smoothing", x, y, options=smooth)
    torch_ce("smoothing weight", x, y, options=smooth, weight=weight)
    torch_ce("smoothing ignored weight", x, ignored, options=smooth, weight=weight)
    torch_ce("smoothing 1", x, y, ["mean"], {"label_smoothing": 1.0}, weight)
    torch_ce("2x3x4", normal(2, 3, 4), ints(0, 4, 2, 3))
    torch_ce("all ignored", x, torch.full((4,), -100))
    torch_ce("weights of 0", x, torch.tensor([3, 3, 3, 3]), ["mean"], weight=single([1, 1, 1, 0, 1]))
    torch_ce("one class", normal(3, 1), torch.tensor([0, 0, 0]))
    masked = x.clone()
    masked[0, 2] = masked[1, 0] = masked[3, 4] = -INF
    masked[2, 1:] = -INF
    torch_ce("masked", masked, y)
    torch_ce("masked label", masked, torch.tensor([2, 0, 0, 2]), ["none"])
    emit("cross_entropy", "all ignored, 0", [x], lambda reduction, x: (x * 0).sum(), ["mean"], {"empty": "NADIR_EMPTY_ZERO"},
         target=torch.full((4,), -100))

    soft = single(torch.softmax(normal(4, classes), 1))
    loose = uniform(0, 1, 4, classes)  # rows do not sum to 1
    hot = F.one_hot(y, classes).double()
    torch_ce("soft", x, soft)
    torch_ce("soft weight", x, soft, weight=weight)
    torch_ce("soft not normalised", x, loose, weight=weight)
    torch_ce("soft smoothing", x, soft, options=smooth)
    torch_ce("soft smoothing weight", x, loose, options=smooth, weight=weight)
    torch_ce("one-hot weight", x, hot, weight=weight)
    torch_ce("soft 2x3x4", normal(2, 3, 4), uniform(0, 1, 2, 3, 4), ["none", "mean"])

    def ce(x, y, weight=None, label_smoothing=0.0, z_loss=0.0, ignore_index=-100, **_):
        """l by the formula, and the class weights of the labels."""
        lse = x.logsumexp(-1)
        z = z_loss * lse ** 2
        if y.is_floating_point():
            return F.cross_entropy(x, y, weight, reduction="none", label_smoothing=label_smoothing) + z, torch.ones(len(x))
        kept = y != ignore_index
        l = F.cross_entropy(x, y, weight, reduction="none", label_smoothing=label_smoothing, ignore_index=ignore_index)
        w = torch.ones(x.shape[-1]).double() if weight is None else weight
        return l + torch.where(kept, z, 0), torch.where(kept, w[y.clamp(min=0)], 0)

    def formula_ce(note, x, y, weight=None, sample_weight=None, reductions=None, options=None, total=None):
        options = options or {}

        def f(reduction, x, **o):
            l, w = ce(x, y, weight, **o)
            s = torch.ones(len(x)).double() if sample_weight is None else sample_weight
            kept = w > 0
            by = {"weights": (w * s).sum(), "valid": kept.sum(), "count": len(x)}
            return reduced(l * s, reduction, by[total or ("count" if y.is_floating_point() else "weights")])
        emit("cross_entropy", note, [x], f, reductions, options, target=y, weight=weight, sample_weight=sample_weight)

    z, s = {"z_loss": 0.05}, uniform(0.5, 2, 4)
    formula_ce("z_loss", x, y, options=z)
    formula_ce("z_loss smoothing ignored weight", x, ignored, weight, options={**z, **smooth})
    formula_ce("z_loss soft", x, loose, options=z)
    formula_ce("sample_weight", x, y, sample_weight=s)
    formula_ce("sample_weight ignored weight", x, ignored, weight, s)
    formula_ce("sample_weight soft", x, loose, weight, s)
    for name in ("valid", "count"):
        formula_ce(f"by {name} ignored weight", x, ignored, weight, reductions=["mean"], total=name,
                   options={"denominator": "NADIR_DENOMINATOR_" + name.upper()})

    def focal(note, x, y, weight=None, reductions=None, options=None):
        def f(reduction, x, alpha=0.25, gamma=2.0, ignore_index=-100):
            kept = y != ignore_index
            log_p = torch.log_softmax(x, -1).gather(-1, y.clamp(min=0)[..., None]).squeeze(-1)
            w = torch.ones(x.shape[-1]).double() if weight is None else weight
            w = torch.where(kept, w[y.clamp(min=0)], 0)
            scale = alpha if alpha >= 0 else 1
            return reduced(-scale * w * (1 - log_p.exp()) ** gamma * log_p, reduction, w.sum())
        emit("focal", note, [x], f, reductions, options, target=y, weight=weight)

    focal("", x, y)
    focal("weight", x, y, weight)
    focal("ignored weight", x, ignored, weight)
    focal("2x3x4", normal(2, 3, 4), ints(0, 4, 2, 3), reductions=["mean"])
    for alpha, gamma in ((1.0, 0.5), (1.0, 0.0), (0.5, 1.0), (-1.0, 5.0)):
        focal(f"alpha {alpha} gamma {gamma}", x, y, options={"alpha": alpha, "gamma": gamma}, reductions=["none", "mean"])


def labelled():
    classes = 5
    y, ignored, weight = torch.tensor([3, 0, 4, 1]), torch.tensor([3, -100, 4, 1]), uniform(0.5, 2, classes)
    x = normal(4, classes)
    log_p = single(torch.log_softmax(x, 1))

    def nll(note, x, y, weight=None, **more):
        emit("nll", note, [x], lambda reduction, x, **o: F.nll_loss(classes_second(x), y, weight, reduction=reduction, **o),
             target=y, weight=weight, **more)

    nll("", log_p, y)
    nll("weight", log_p, y, weight)
    nll("ignored", log_p, ignored)
    nll("ignored weight", log_p, ignored, weight)
    nll("ignored is a class", log_p, y, options={"ignore_index": 4})
    nll("2x3x4", normal(2, 3, 4), ints(0, 4, 2, 3), reductions=["none", "mean"])
    nll("all ignored", log_p, torch.full((4,), -100), reductions=["mean", "sum"])

    def margin(note, x, y, weight=None, **more):
        emit("multi_margin", note, [x],
             lambda reduction, x, p=1.0, margin=1.0: F.multi_margin_loss(x, y, int(p), margin, weight, reduction=reduction),
             target=y, weight=weight, **more)

    kink = x.clone()
    kink[1, 0], kink[1, 2] = 1.5, 0.5
    margin("", kink, y)
    margin("p 2", kink, y, options={"p": 2.0})
    margin("weight", x, y, weight)
    margin("p 2 weight margin 0.5", x, y, weight, options={"p": 2.0, "margin": 0.5})

    def singer(reduction, x, margin=1.0):
        hot = F.one_hot(y, classes).bool()
        return reduced((x.masked_fill(hot, -INF).amax(-1) + margin - x[hot]).relu(), reduction)

    wide = x.clone()
    wide[2, 4] = 9  # no loss
    emit("crammer_singer", "", [wide], singer, target=y)
    emit("crammer_singer", "margin 2.5", [wide], singer, options={"margin": 2.5}, target=y)
    hot = F.one_hot(y, classes).double()
    negative = single(-x.abs() - 0.125)
    for note, scores in (("", wide), ("negative scores", negative)):
        emit("categorical_hinge", note, [scores],
             lambda reduction, x: reduced((1 + x.masked_fill(hot.bool(), -INF).amax(-1) - (hot * x).sum(-1)).relu(), reduction),
             target=hot)
    s = uniform(0.5, 2, 4)
    emit("nll", "sample_weight weight", [log_p],
         lambda reduction, x: reduced(F.nll_loss(x, ignored, weight, reduction="none") * s, reduction,
                                      (torch.where(ignored >= 0, weight[ignored.clamp(min=0)], 0) * s).sum()),
         target=ignored, weight=weight, sample_weight=s)
    emit("multi_margin", "sample_weight", [x],
         lambda reduction, x: reduced(F.multi_margin_loss(x, y, reduction="none") * s, reduction), ["none", "mean"],
         target=y, sample_weight=s)


def distances():
    x1, x2, t = normal(4, 6), normal(4, 6), single([1, -1, 1, -1])
    x2[1] = single(x1[1] + 0.25 * x2[1])  # alike, so that the margin matters

    def cosine(reduction, x1, x2, **o):
        return F.cosine_embedding_loss(x1, x2, t, reduction=reduction, **o)

    emit("cosine_embedding", "", [x1, x2], cosine, target=t)
    emit("cosine_embedding", "margin 0.5", [x1, x2], cosine, options={"margin": 0.5}, target=t)
    other = single([1, 0, 0.5, -1])
    emit("cosine_embedding", "other targets", [x1, x2],
         lambda reduction, a, b: F.cosine_embedding_loss(a, b, other, reduction=reduction), ["none", "mean"], target=other)
    cube1, cube2, cube_t = normal(2, 3, 4), normal(2, 3, 4), signs(2, 3)
    emit("cosine_embedding", "2x3x4", [cube1, cube2],
         lambda reduction, a, b: F.cosine_embedding_loss(a.reshape(6, 4), b.reshape(6, 4), cube_t.flatten()), ["mean"],
         target=cube_t)
    s = uniform(0.5, 2, 4)
    emit("cosine_embedding", "sample_weight", [x1, x2],
         lambda reduction, a, b: reduced(F.cosine_embedding_loss(a, b, t, reduction="none") * s, reduction), ["none", "mean"],
         target=t, sample_weight=s)

    a, p, n = normal(4, 6), normal(4, 6), normal(4, 6)
    n[3] = single(a[3] + 4)  # no loss
    p[3] = single(a[3] + 0.25 * p[3])
    p[0] = single(n[0] + 0.5 * p[0])  # swapped

    def triplet(reduction, a, p_, n, eps=float(single(1e-6)), **o):
        return F.triplet_margin_loss(a, p_, n, eps=eps, reduction=reduction, **o)

    for note, options, reductions in (("", {}, None), ("swap", {"swap": True}, None), ("p 1", {"p": 1.0}, None),
                                      ("p 3 margin 0.5", {"p": 3.0, "margin": 0.5}, None),
                                      ("p 1.5 swap", {"p": 1.5, "swap": True}, ["none"]), ("eps", {"eps": 0.125}, ["none"])):
        emit("triplet_margin", note, [a, p, n], triplet, reductions, options)
    cube = [normal(2, 3, 4) for _ in range(3)]
    emit("triplet_margin", "2x3x4", cube, triplet, ["none", "mean"])


def ctc():
    frames, batch, classes = 8, 4, 5
    x = normal(frames, batch, classes, scale=1)
    targets = torch.tensor([[1, 2, 2], [3, 1, 4], [4, 4, 4], [2, 0, 0]])
    inputs, lengths = torch.tensor([8, 5, 7, 6]), torch.tensor([3, 2, 3, 0])

    def emit_ctc(note, targets, inputs, lengths, **more):
        emit("ctc", note, [x], lambda reduction, x, **o: F.ctc_loss(F.log_softmax(x, -1), targets, inputs, lengths,
                                                                    reduction=reduction, **o),
             target=targets, input_lengths=inputs, target_lengths=lengths, **more)

    emit_ctc("", targets, inputs, lengths)
    emit_ctc("blank 2", torch.tensor([[1, 0, 0], [3, 1, 4], [4, 4, 4], [0, 3, 0]]), inputs, lengths, options={"blank": 2})
    full = torch.full((batch,), frames)
    emit_ctc("tight", torch.tensor([[1, 2, 3], [3, 3, 4], [4, 4, 4], [2, 1, 2]]), torch.tensor([3, 4, 5, 3]),
             torch.tensor([3, 3, 3, 3]))
    endless = torch.tensor([[1, 1, 1, 1, 1], [1, 2, 3, 4, 1], [2, 2, 3, 3, 4], [3, 1, 1, 0, 0]])
    short = torch.tensor([8, 8, 6, 5])  # 5, 5, 5 and 3 labels: the first and third need 9 and 7
    labels = torch.tensor([5, 5, 5, 3])
    emit_ctc("zero_infinity", endless, short, labels, options={"zero_infinity": True})
    emit_ctc("infeasible", endless, full, labels, reductions=["none"])


# --- Keras. Elementwise losses only as means: Keras averages the last axis before any other reduction. ---

def keras_losses():
    K = keras.losses

    ROWS = ("none", "mean")

    def keras_loss(cls, reduction, **settings):
        return cls(reduction="sum_over_batch_size" if reduction == "mean" else reduction, **settings)

    def emit_keras(loss, note, make, x, target, reductions=("mean",), sample_weight=None, labels=None, **more):
        def f(reduction, x, **_):
            weights = None if sample_weight is None else sample_weight.clone()  # ignore_class writes into them
            return make(reduction)(target, x, sample_weight=weights)
        emit(loss, note, [x], f, reductions, target=target if labels is None else labels, sample_weight=sample_weight,
             keras_preset=True, **more)

    def using(cls, **settings):
        return lambda reduction: keras_loss(cls, reduction, **settings)

    t, s = normal(3, 5), uniform(0.5, 2, 3)
    x = apart(t, 1.0, 0.5)
    for loss, cls in (("mse", K.MeanSquaredError), ("l1", K.MeanAbsoluteError), ("huber", K.Huber), ("log_cosh", K.LogCosh)):
        emit_keras(loss, "", using(cls), x, t)
    emit_keras("mse", "sample_weight", using(K.MeanSquaredError), x, t, sample_weight=s)
    emit_keras("huber", "delta", using(K.Huber, delta=0.5), x, t, options={"delta": 0.5})
    emit_keras("mse", "2x3x4", using(K.MeanSquaredError), normal(2, 3, 4), normal(2, 3, 4))

    rates, counts = uniform(0.1, 5, 3, 5), ints(0, 7, 3, 5).double()
    rates[1, 4] = 0
    emit_keras("poisson_nll", "", using(K.Poisson), rates, counts)

    p, hard, soft = uniform(0.02, 0.98, 3, 5), ints(0, 2, 3, 5).double(), uniform(0, 1, 3, 5)
    logits = normal(3, 5, scale=2)
    B = K.BinaryCrossentropy
    emit_keras("bce", "", using(B), p, soft)
    emit_keras("bce", "label_smoothing", using(B, label_smoothing=0.2), p, hard, options={"label_smoothing": 0.2})
    emit_keras("bce", "sample_weight", using(B), p, hard, sample_weight=s)
    emit_keras("bce", "0 and 1", using(B), single([[0, 0, 1, 1, 0, 1, 1e-8, 1e-5]]), single([[0, 1, 0, 1, 0.5, 0.5, 1, 1]]))
    emit_keras("bce_with_logits", "", using(B, from_logits=True), logits, soft)
    emit_keras("bce_with_logits", "label_smoothing", using(B, from_logits=True, label_smoothing=0.2), logits, hard,
               options={"label_smoothing": 0.2})
    # From logits Keras clips the probabilities as well: of these none is near 0 or 1.
    focal = K.BinaryFocalCrossentropy
    emit_keras("sigmoid_focal", "", using(focal, from_logits=True), logits, hard)
    emit_keras("sigmoid_focal", "soft", using(focal, from_logits=True), logits, soft)
    emit_keras("sigmoid_focal", "class balancing", using(focal, from_logits=True, apply_class_balancing=True), logits, hard,
               options={"alpha": 0.25})

    signed = signs(3, 5)
    signed[0, 0], signed[0, 1] = 1, -1
    emit_keras("hinge", "", using(K.Hinge), logits, signed)
    emit_keras("squared_hinge", "", using(K.SquaredHinge), logits, signed)

    q, r = single(torch.softmax(logits, 1)), single(torch.softmax(normal(3, 5), 1))
    emit_keras("kl_div", "", using(K.KLDivergence), q, r, ("mean", "sum"))
    emit_keras("kl_div", "sample_weight", using(K.KLDivergence), q, r, sample_weight=s)
    emit_keras("kl_div", "2x3x4", using(K.KLDivergence), uniform(0.05, 1, 2, 3, 4), uniform(0.05, 1, 2, 3, 4))
    q0, r0 = q.clone(), r.clone()
    q0[0, 1] = q0[1, 2] = r0[1, 2] = r0[2, 3] = 0
    emit_keras("kl_div", "zeros", using(K.KLDivergence), q0, r0)

    classes = 5
    y = torch.tensor([1, 4, 0, 2])
    x, hot = normal(4, classes, scale=2), F.one_hot(y, classes).double()
    soft = single(torch.softmax(normal(4, classes), 1))
    loose = uniform(0.05, 1, 4, classes)  # Keras divides by the sum
    ends = single([[0, 1, 0, 0, 0], [1, 0, 0, 0, 0], [0.5, 0.5, 0, 0, 1e-9], [0.25, 0.25, 0.25, 0.125, 0.125]])
    C, S = K.CategoricalCrossentropy, K.SparseCategoricalCrossentropy
    weights = uniform(0.5, 2, 4)
    from_logits = {"from_probabilities": False}
    emit_keras("cross_entropy", "categorical", using(C), loose, soft, ROWS)
    emit_keras("cross_entropy", "categorical 0 and 1", using(C), ends, soft, ROWS)
    emit_keras("cross_entropy", "categorical label_smoothing", using(C, label_smoothing=0.1), loose, hot, THREE,
               options={"label_smoothing": 0.1})
    emit_keras("cross_entropy", "categorical sample_weight", using(C), loose, soft, ROWS, sample_weight=weights)
    emit_keras("cross_entropy", "categorical logits", using(C, from_logits=True), x, soft, ROWS, options=from_logits)
    emit_keras("cross_entropy", "categorical logits label_smoothing", using(C, from_logits=True, label_smoothing=0.1), x, hot,
               options={**from_logits, "label_smoothing": 0.1})
    emit_keras("cross_entropy", "categorical 2x3x4", using(C), uniform(0.05, 1, 2, 3, 4), uniform(0, 1, 2, 3, 4), ROWS)
    emit_keras("cross_entropy", "sparse", using(S), loose, y, ROWS)
    emit_keras("cross_entropy", "sparse 0 and 1", using(S), ends, y, ROWS)
    emit_keras("cross_entropy", "sparse logits", using(S, from_logits=True), x, y, ROWS, options=from_logits)
    emit_keras("cross_entropy", "sparse ignore_class", using(S, ignore_class=4), loose, y, ROWS, options={"ignore_index": 4})
    emit_keras("cross_entropy", "sparse logits ignore_class", using(S, from_logits=True, ignore_class=4), x, y,
               options={**from_logits, "ignore_index": 4})
    emit_keras("cross_entropy", "sparse logits ignore_class sample_weight", using(S, from_logits=True, ignore_class=4), x, y,
               sample_weight=weights, options={**from_logits, "ignore_index": 4})
    emit_keras("cross_entropy", "sparse logits all ignored", using(S, from_logits=True, ignore_class=4), x,
               torch.tensor([4, 4, 4, 4]), ROWS, options={**from_logits, "ignore_index": 4})
    emit_keras("focal", "", using(K.CategoricalFocalCrossentropy, from_logits=True), x, hot, ROWS, labels=y)

    scores = normal(4, classes)
    scores[torch.arange(4), (y + 1) % classes] = uniform(0.25, 2, 4)  # a wrong class that is above 0
    emit_keras("categorical_hinge", "", using(K.CategoricalHinge), scores, hot, ROWS)

    # Keras's is -c, 1 less for each row; its predictions are input1 here, its targets input2.
    emit("cosine_embedding", "", [normal(4, 6), normal(4, 6)],
         lambda reduction, x1, x2: keras_loss(K.CosineSimilarity, reduction)(x2, x1) + (4 if reduction == "sum" else 1),
         keras_preset=True, target=torch.ones(4).double())
    targets = torch.tensor([[1, 2, 2], [3, 1, 0], [4, 0, 0]])
    emit("ctc", "", [normal(7, 3, classes, scale=1)],
         lambda reduction, x: keras_loss(K.CTC, reduction)(targets, x.transpose(0, 1)), keras_preset=True, target=targets,
         input_lengths=torch.full((3,), 7), target_lengths=(targets != 0).sum(1))


HEAD = """/* SPDX-License-Identifier: MIT */
/* Losses with value and gradient, by PyTorch {torch} and Keras {keras} (those with .keras) in double, shortened to 29 bits.
 * Made by make_losses.py, which says what is left out. */
#ifndef NADIR_GOLDEN_LOSSES_H
#define NADIR_GOLDEN_LOSSES_H

#include "nadir/loss.h"

#include <math.h>
#include <stddef.h>

/* A member of the options that differs from the default or the preset. */
struct golden_option {{
    size_t offset;
    enum golden_type {{ GOLDEN_END, GOLDEN_REAL, GOLDEN_INT, GOLDEN_BOOL }} type; /* INT: enums as well */
    double value;
}};

/* Data NULL: absent. */
struct golden_tensor {{
    enum nadir_dtype dtype;
    unsigned rank;
    size_t shape[3];
    const void *data;
}};

struct golden_loss {{
    enum nadir_loss loss;
    enum nadir_reduction reduction;
    const char *note;                /* what is special, for the title */
    bool keras;                      /* options start from nadir_loss_params_keras */
    struct golden_option options[4]; /* up to the first GOLDEN_END */
    struct golden_tensor x[3], target, weight, pos_weight, sample_weight, upstream, input_lengths, target_lengths;
    const double *value, *gradient[3]; /* expected */
}};

#define REAL(member, value) {{offsetof(struct nadir_loss_params, member), GOLDEN_REAL, value}}
#define INT(member, value) {{offsetof(struct nadir_loss_params, member), GOLDEN_INT, value}}
#define BOOL(member, value) {{offsetof(struct nadir_loss_params, member), GOLDEN_BOOL, value}}
#define RANK(...) (sizeof((size_t[]){{__VA_ARGS__}}) / sizeof(size_t))
#define FLOATS(data, ...) {{NADIR_F32, RANK(__VA_ARGS__), {{__VA_ARGS__}}, data}}
#define INTS(data, ...) {{NADIR_I32, RANK(__VA_ARGS__), {{__VA_ARGS__}}, data}}
#define VALUE(x) (const double[]){{x}}
#define CASE(loss_, reduction_, ...) {{NADIR_LOSS_##loss_, NADIR_REDUCTION_##reduction_, __VA_ARGS__}}

"""


if __name__ == "__main__":
    regression()
    binary()
    kl()
    cross_entropy()
    labelled()
    distances()
    ctc()
    keras_losses()
    with open(os.path.join(HERE, "losses.h"), "w", encoding="ascii") as file:
        file.write(HEAD.format(torch=torch.__version__.split("+")[0], keras=keras.__version__))
        file.write("".join(text for _, text in ARRAYS.values()))
        file.write("\nstatic const struct golden_loss golden_losses[] = {\n" + "\n".join(CASES) + "\n};\n\n#endif\n")
    print(len(CASES), "cases")
