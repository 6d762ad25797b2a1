/* SPDX-License-Identifier: MIT */
/* Loss functions: value and gradient in one pass over the inputs.
 *
 * One call, nadir_loss_compute, for all of them. Each loss l is defined for one prediction (an element, a row, a sequence);
 * a reduction turns these into a scalar. Formulas and defaults are PyTorch's (torch.nn.functional) unless said otherwise;
 * nadir_loss_params_keras gives Keras's. At kinks the gradient is 0. */
#ifndef NADIR_LOSS_H
#define NADIR_LOSS_H

#include "nadir/tensor.h"

#ifdef __cplusplus
extern "C" {
#endif

/* What each loss computes from its inputs x[0], x[1], ... and `target`; in brackets the names of inputs and target, and the
 * options (members of struct nadir_loss_params) that it takes beside reduction, denominator, empty and gradient_scale. */
enum nadir_loss {
    /* --- Elementwise. x[0] any shape, rank >= 1, all others have the same; l too. e = input - target. --- */
    NADIR_LOSS_MSE,                 /* e^2. [input, target] */
    NADIR_LOSS_HALF_MSE,            /* e^2 / 2, optax's l2_loss. [input, target] */
    NADIR_LOSS_L1,                  /* |e|, mean absolute error. [input, target] */
    NADIR_LOSS_HUBER,               /* e^2 / 2 where |e| <= delta, else delta (|e| - delta / 2). [input, target; delta] */
    NADIR_LOSS_SMOOTH_L1,           /* e^2 / (2 beta) where |e| < beta, else |e| - beta / 2; beta 0 is L1.
                                       [input, target; beta] */
    NADIR_LOSS_LOG_COSH,            /* log cosh e = |e| + log1p(exp(-2 |e|)) - log 2 (Keras). [input, target] */
    NADIR_LOSS_QUANTILE,            /* max(q d, (q - 1) d), d = target - input (pinball loss). [input, target; quantile q] */
    NADIR_LOSS_EPSILON_INSENSITIVE, /* max(0, |e| - epsilon) (scikit-learn). [input, target; epsilon] */
    NADIR_LOSS_POISSON_NLL,         /* exp(input) - target input with log_input, else input - target log(input + eps);
                                       `full` adds Stirling's t log t - t + log(2 pi t) / 2 where target t > 1.
                                       [input, target; log_input, full, eps] */
    NADIR_LOSS_GAUSSIAN_NLL,        /* (log v + e^2 / v) / 2, v = max(var, eps); `full` adds log(2 pi) / 2. The gradient for var
                                       is taken at v and does not vanish below eps. [input, var, target; full, eps] */
    NADIR_LOSS_BCE,                 /* -(t log p + (1 - t) log(1 - p)), p = input in 0 .. 1, both logarithms at least -100; the
                                       gradient (p - t) / max(p (1 - p), 1e-12). With eps > 0 as Keras: p clipped to
                                       eps .. 1 - eps, gradient 0 outside. p outside 0 .. 1: NaN.
                                       [input, target; eps, label_smoothing; tensors weight] */
    NADIR_LOSS_BCE_WITH_LOGITS,     /* q t softplus(-x) + (1 - t) softplus(x), q = pos_weight (1 without), 0 inf = 0.
                                       [input, target; label_smoothing; tensors weight, pos_weight] */
    NADIR_LOSS_SIGMOID_FOCAL,       /* a_t (1 - p_t)^gamma BCE-with-logits, p_t the probability of the target, a_t = alpha
                                       for t = 1, 1 - alpha for t = 0; alpha < 0: a_t = 1 (torchvision). Soft
                                       targets mix: p_t = p t + (1 - p)(1 - t). [input, target; alpha, gamma] */
    NADIR_LOSS_HINGE,               /* max(0, 1 - t x), t = -1 or 1 (Keras's Hinge). [input, target] */
    NADIR_LOSS_SQUARED_HINGE,       /* max(0, 1 - t x)^2. [input, target] */
    NADIR_LOSS_SOFT_MARGIN,         /* softplus(-t x): finite where PyTorch overflows. [input, target] */
    NADIR_LOSS_HINGE_EMBEDDING,     /* x for t = 1, max(0, margin - x) for t = -1. [input, target; margin] */
    NADIR_LOSS_KL_DIV,              /* t (log t - input), input = log q; with log_target exp(t) (t - input). 0 log 0 = 0,
                                       also at input = -inf. from_probabilities: input is q, and with eps > 0 both are clipped to
                                       eps .. 1 (Keras). [input, target; log_target, from_probabilities, eps] */
    NADIR_LOSS_MARGIN_RANKING,      /* max(0, -t (x1 - x2) + margin). [input1, input2, target; margin] */

    /* --- Rows. x[0] (..., classes): the last axis is the classes' (PyTorch: the second), all axes before it are rows; l has
     * the shape of the rows. Labels are int32, one per row. w = weight (classes), 1 without. --- */
    NADIR_LOSS_CROSS_ENTROPY,       /* Labels y: (1 - a) w[y] (lse - x[y]) + a / C sum_j w[j] (lse - x[j]) + z lse^2, with
                                       lse = logsumexp(x), a = label_smoothing, C classes, z = z_loss. Targets t, float32 shaped
                                       like x: -sum_j w[j] t'[j] (x[j] - lse) + z lse^2, t' = (1 - a) t + a / C, 0 inf = 0; rows
                                       need not sum to 1. A row whose label leads by 20 has 2.06e-9 per other class, not 0.
                                       from_probabilities: x are probabilities; a row is divided by its sum, clipped to
                                       eps .. 1 - eps, and its logarithm taken; the gradient of clipped ones is 0 (Keras).
                                       [logits, labels; ignore_index, label_smoothing, z_loss, from_probabilities, eps;
                                       tensors weight, sample_weight, correct] */
    NADIR_LOSS_FOCAL,               /* alpha (1 - p[y])^gamma (lse - x[y]), p = softmax(x). [logits, labels; alpha, gamma,
                                       ignore_index; tensors weight, sample_weight, correct] */
    NADIR_LOSS_NLL,                 /* -w[y] x[y], x log-probabilities. [input, target (labels); ignore_index; tensors weight,
                                       sample_weight] */
    NADIR_LOSS_MULTI_MARGIN,        /* w[y] / C sum_{j != y} max(0, margin - x[y] + x[j])^p, p 1 or 2 (Weston and Watkins).
                                       [input, target (labels); p, margin; tensors weight, sample_weight] */
    NADIR_LOSS_CRAMMER_SINGER,      /* max(0, max_{j != y} x[j] + margin - x[y]); the gradient goes to the first largest.
                                       [input, target (labels); margin; tensor sample_weight] */
    NADIR_LOSS_CATEGORICAL_HINGE,   /* max(0, 1 + max_j{t[j] = 0} x[j] - sum_j t[j] x[j]), t one-hot like x; the maximum is over
                                       the wrong classes alone, so that negative scores are right (Keras takes 0 for the class
                                       itself). [input, target; tensor sample_weight] */
    NADIR_LOSS_COSINE_EMBEDDING,    /* x1, x2 (..., features), t (...) = 1 or -1: 1 - c, or max(0, c - margin), with
                                       c = x1.x2 / sqrt((|x1|^2 + 1e-12) (|x2|^2 + 1e-12)); 0 for any other t.
                                       [input1, input2, target; margin; tensor sample_weight] */
    NADIR_LOSS_TRIPLET_MARGIN,      /* max(0, margin + d(a, p) - d(a, n)), d(u, v) the p-norm of u - v + eps; swap: d(p, n)
                                       instead of d(a, n) where that is smaller. (..., features), no target.
                                       [anchor, positive, negative; p, margin, eps, swap; tensor sample_weight] */

    /* --- Sequences. --- */
    NADIR_LOSS_CTC,                 /* Connectionist temporal classification (Graves et al. 2006) of logits (T, N, C), softmax
                                       included: -log of the probability of all paths that give the targets. targets int32
                                       (N, S) in 0 .. C - 1, input_lengths int32 (N) in 0 .. T, target_lengths int32 (N) in
                                       0 .. S; l (N). The gradient is that of the logits, 0 behind the input length. Too short
                                       inputs: l = inf and gradient NaN, both 0 with zero_infinity. The default denominator
                                       divides each l by max(target length, 1) and their sum by N.
                                       [logits, targets; blank, zero_infinity; tensors input_lengths, target_lengths] */
    NADIR_LOSS_COUNT
};

/* Name as in torch.nn.functional, without "_loss": "mse", "cross_entropy", "ctc". Static storage. */
NADIR_API const char *nadir_loss_name(enum nadir_loss loss);

/* The loss of that name. Errors: INVALID_ARGUMENT. */
NADIR_API enum nadir_status nadir_loss_from_name(enum nadir_loss *out, const char *name);

enum nadir_reduction {
    NADIR_REDUCTION_MEAN,      /* sum of l / denominator */
    NADIR_REDUCTION_SUM,       /* sum of l */
    NADIR_REDUCTION_BATCHMEAN, /* sum of l / shape[0] of x[0] */
    NADIR_REDUCTION_NONE       /* every l */
};

/* What a mean divides by. Frameworks differ most here. */
enum nadir_denominator {
    NADIR_DENOMINATOR_DEFAULT,  /* PyTorch's: WEIGHTS for cross-entropy with labels, focal, NLL; its own for CTC; else COUNT */
    NADIR_DENOMINATOR_COUNT,    /* the number of l, ignored ones included */
    NADIR_DENOMINATOR_ROWS,     /* the same, but elementwise losses count the rows of their last axis */
    NADIR_DENOMINATOR_VALID,    /* the number of l that are not ignored */
    NADIR_DENOMINATOR_WEIGHTS   /* the sum of the weights (class weight of the label times sample weight) of those */
};

/* What a mean gives where its denominator is 0: an empty batch, all labels ignored, weights that sum to 0. */
enum nadir_empty {
    NADIR_EMPTY_NAN, /* 0 / 0, as PyTorch; the gradient of ignored rows is 0 nevertheless */
    NADIR_EMPTY_ZERO /* 0, and gradient 0 */
};

#define NADIR_NO_IGNORE_INDEX INT32_MIN /* as ignore_index: no label is ignored */

/* Options; which loss takes which stands at the loss, the others are ignored. Make it with nadir_loss_params_default. */
struct nadir_loss_params {
    enum nadir_reduction reduction;     /* default MEAN */
    enum nadir_denominator denominator; /* of MEAN; default DEFAULT */
    enum nadir_empty empty;             /* default NAN */
    float gradient_scale;               /* factor on all gradients, not on the loss; default 1 */
    int32_t ignore_index;               /* label of rows that count for nothing; default -100 */
    int32_t blank;                      /* CTC: the blank's class; default 0 */
    float label_smoothing;              /* 0 .. 1; default 0 */
    float z_loss;                       /* >= 0; default 0 */
    float delta;                        /* > 0; default 1 */
    float beta;                         /* >= 0; default 1 */
    float quantile;                     /* 0 .. 1; default 0.5 */
    float epsilon;                      /* >= 0; default 0.1 */
    float margin;                       /* any; default 1, for margin ranking and cosine embedding 0 */
    float alpha;                        /* default 0.25; any number below 0 means none */
    float gamma;                        /* >= 0; default 2 */
    float p;                            /* 1 or 2 for multi margin, default 1; >= 1 for triplet margin, default 2 */
    float eps;                          /* >= 0; default 1e-8 for Poisson, 1e-6 for Gaussian and triplet margin, else 0 */
    bool log_input;                     /* default true */
    bool full;                          /* default false */
    bool log_target;                    /* default false */
    bool from_probabilities;            /* default false */
    bool swap;                          /* default false */
    bool zero_infinity;                 /* default false */
};

/* PyTorch's defaults. */
NADIR_API struct nadir_loss_params nadir_loss_params_default(enum nadir_loss loss);

/* What gives Keras 3's means ("sum_over_batch_size"): over what is not ignored, whatever the weights, 0 where there is nothing;
 * probabilities in (from_probabilities; set it to false for from_logits=True), clipped at 1e-7; Poisson without log_input; KL
 * over rows; binary focal without alpha (both focal losses take logits nevertheless); CTC without the division by the target
 * length. Hinge losses want labels -1 and 1 (Keras turns a batch of 0 and 1 into these); Keras's CosineSimilarity is cosine
 * embedding with target 1, minus 1. Not reproduced: Keras's "sum" and None of elementwise losses, which take the mean over the
 * last axis first. */
NADIR_API struct nadir_loss_params nadir_loss_params_keras(enum nadir_loss loss);

/* The tensors of a call; NULL: absent. */
struct nadir_loss_tensors {
    /* Read. */
    const struct nadir_tensor *x[3];           /* what gradients are taken for: predictions, as named at the loss. float32; the
                                                  logits of cross-entropy also float16 and bfloat16 */
    const struct nadir_tensor *target;         /* targets or labels */
    const struct nadir_tensor *weight;         /* class weights (classes); BCE: weights, shaped like x[0] or its last axis */
    const struct nadir_tensor *pos_weight;     /* shaped like x[0]'s last axis, or one element */
    const struct nadir_tensor *sample_weight;  /* factor on l: elementwise (shape[0]), else one per row; any but CTC */
    const struct nadir_tensor *upstream;       /* NONE: gradient of what follows for each l, shaped like l; NULL: 1 */
    const struct nadir_tensor *input_lengths, *target_lengths;

    /* Written. */
    const struct nadir_tensor *loss;           /* one element; shaped like l with NONE. float32 */
    const struct nadir_tensor *dx[3];          /* shape and dtype of x[i]; may be x[i] (in place), overlaps nothing else */
    const struct nadir_tensor *correct;        /* (rows) float32: 1 where the first largest x of the row is the label's */
};

/* Computes the loss, gradients (times gradient_scale, and the reduction's factor) and hits that `tensors` asks for, at least
 * one, in one pass over the inputs. `params` NULL: defaults.
 * Labels outside 0 .. classes - 1 (and not ignore_index): NaN for the row's loss and gradient, no other memory is touched, and
 * the next nadir_context_finish or nadir_context_check reports index and value. Ignored rows: loss 0 and gradient 0 exactly,
 * whatever x holds. Other NaN and infinities propagate; the loss of a row of -inf only, or with +inf, is NaN.
 * Sums run in an order fixed by the sizes: the same input gives the same bits. Enqueues.
 * Errors: INVALID_ARGUMENT (shape, dtype, overlap, range of an option, a tensor that the loss does not take), OUT_OF_MEMORY
 * (scratch), BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_loss_compute(struct nadir_context *context, enum nadir_loss loss,
                                               const struct nadir_loss_tensors *tensors,
                                               const struct nadir_loss_params *params);

/* The tensors of a linear layer with cross-entropy; NULL: absent. */
struct nadir_linear_cross_entropy_tensors {
    /* Read. */
    const struct nadir_tensor *x;             /* (rows, in) float32 */
    const struct nadir_tensor *w;             /* (classes, in) float32 */
    const struct nadir_tensor *b;             /* (classes) float32, or NULL */
    const struct nadir_tensor *target;        /* labels int32 (rows), or float32 (rows, classes) */
    const struct nadir_tensor *weight, *sample_weight, *upstream; /* as in struct nadir_loss_tensors */

    /* Written. */
    const struct nadir_tensor *loss;          /* one element, (rows) with reduction none */
    const struct nadir_tensor *dx, *dw, *db;  /* shaped like x, w and b; overlap nothing */
    const struct nadir_tensor *correct;       /* (rows) */
};

/* nadir_loss_compute of NADIR_LOSS_CROSS_ENTROPY on the logits x w^T + b (torch.nn.functional.linear_cross_entropy), which are
 * never held in full: a part of the rows at a time goes through product, loss and the products of the gradients. Scratch
 * memory: a part's logits, about as large as x (at least 128 rows). Sums of dw and db over the parts are in float32.
 * Options: those of cross-entropy. `params` NULL: defaults. Enqueues. Errors: as nadir_loss_compute and nadir_gemm. */
NADIR_API enum nadir_status nadir_linear_cross_entropy(struct nadir_context *context,
                                                       const struct nadir_linear_cross_entropy_tensors *tensors,
                                                       const struct nadir_loss_params *params);

#ifdef __cplusplus
}
#endif

#endif
