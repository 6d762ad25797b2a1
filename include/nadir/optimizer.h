/* SPDX-License-Identifier: MIT */
/* Optimizers over an arena: unscale, finite check, clipping, weight decay, moments, parameters, average and 16-bit copy in at
 * most one pass over the gradients and one over everything, whatever the number of tensors. */
#ifndef NADIR_OPTIMIZER_H
#define NADIR_OPTIMIZER_H

#include "nadir/arena.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The rules. p parameter, g gradient, t the step counted from 1; m^ = m / (1 - beta1^t), v^ = v / (1 - beta2^t); names of
 * states in brackets. Weight decay is left out here, see enum nadir_decay. Defaults are PyTorch's where it has the rule
 * (torch.optim, 2.x), else those of the source named. */
enum nadir_optimizer_rule {
    NADIR_SGD,      /* p -= lr g; with momentum > 0 as NADIR_MOMENTUM. torch.optim.SGD */
    NADIR_MOMENTUM, /* b = g at t = 1, else momentum b + (1 - dampening) g; p -= lr b [momentum_buffer]. SGD(momentum=0.9);
                       lr_in_momentum: b = momentum b + (1 - dampening) lr g from b = 0; p -= b (Keras, tutorials) */
    NADIR_NESTEROV, /* the same with p -= lr (g + momentum b). SGD(momentum=0.9, nesterov=True) */
    NADIR_ADAGRAD,  /* s += g^2; p -= lr / (1 + (t - 1) lr_decay) g / (sqrt(s) + eps) [sum] */
    NADIR_ADADELTA, /* s = rho s + (1 - rho) g^2; d = sqrt(a + eps) / sqrt(s + eps) g; a = rho a + (1 - rho) d^2; p -= lr d
                       [square_avg, acc_delta] */
    NADIR_RMSPROP,  /* s = alpha s + (1 - alpha) g^2; d = g / (sqrt(s - a^2) + eps), a the average of g if centered, else 0;
                       with momentum b = momentum b + d in place of d; p -= lr d [square_avg, momentum_buffer, grad_avg] */
    NADIR_ADAM,     /* m += (1 - beta1) (g - m); v += (1 - beta2) (g^2 - v); p -= lr m^ / (sqrt(v^) + eps)
                       [exp_avg, exp_avg_sq]; amsgrad: the largest v so far in place of v [max_exp_avg_sq]. Kingma & Ba */
    NADIR_ADAMW,    /* NADIR_ADAM with decoupled weight decay 0.01. Loshchilov & Hutter */
    NADIR_ADAMAX,   /* u = max(beta2 u, |g| + eps); p -= lr m^ / u [exp_avg, exp_inf]. That is NADIR_EPS_INSIDE, its default;
                       outside: u = max(beta2 u, |g|); p -= lr m^ / (u + eps) (Keras) */
    NADIR_NADAM,    /* mu_t = beta1 (1 - 0.96^(t momentum_decay) / 2); p -= lr ((1 - mu_t) g / (1 - mu_1 ... mu_t) +
                       mu_(t+1) m / (1 - mu_1 ... mu_(t+1))) / (sqrt(v^) + eps) [exp_avg, exp_avg_sq]. Dozat */
    NADIR_RADAM,    /* rho_t = rho_inf - 2 t beta2^t / (1 - beta2^t), rho_inf = 2 / (1 - beta2) - 1. Where rho_t > 5:
                       p -= lr m^ r_t sqrt(1 - beta2^t) / (sqrt(v) + eps), else p -= lr m^ [exp_avg, exp_avg_sq]. Liu et al. */
    NADIR_LION,     /* p -= lr sign(beta1 m + (1 - beta1) g); m = beta2 m + (1 - beta2) g [exp_avg]. Chen et al.; defaults of
                       Optax: lr 1e-3 here, betas 0.9 0.99, decoupled decay 1e-3 */
    NADIR_ADAN,     /* d = g - (g of the step before); m, v averages of g and d, n that of (g + beta2 d)^2;
                       p = (p - lr (m^ + beta2 v^) / (sqrt(n^) + eps)) / (1 + lr weight_decay)
                       [exp_avg, exp_avg_diff, exp_avg_sq, previous_grad]. Xie et al.; betas 0.98 0.92 0.99, eps 1e-8 */
    NADIR_RPROP,    /* step *= eta_plus where g keeps its sign, eta_minus where it turns (then g = 0), within [step_min,
                       step_max]; p -= sign(g) step [prev, step_size]. step_size starts at lr */
    NADIR_ASGD,     /* p = p (1 - lambd eta) - eta g, eta = lr / (1 + lambd lr (t - 1))^alpha; ax = p up to step t0 + 1, then
                       the average of p [ax]; it is what nadir_optimizer_evaluate shows */
    NADIR_SCHEDULE_FREE, /* AdamW at the gradient point y (what the parameters hold in training): z -= lr (g / (sqrt(v^) +
                       eps) + weight_decay y); c = w / (sum of all w), w = (largest lr so far)^2; x = (1 - c) x + c z; y =
                       beta1 x + (1 - beta1) z [z, exp_avg_sq]. Evaluate at x: nadir_optimizer_evaluate. Defazio et al. */
    NADIR_SOPHIA,   /* m average of g; p -= lr sign(m) min(|m| / (rho batch h + 1e-15), 1), h as nadir_optimizer_curvature
                       left it [exp_avg, hessian]. Sophia-G, Liu et al.; betas 0.965 0.99, rho 0.04, decay 0.1 */
    NADIR_LAMB,     /* r = m^ / (sqrt(v^) + eps) + weight_decay p; p -= lr |p| / |r| r, norms over each tensor, ratio 1 where
                       one is 0 [exp_avg, exp_avg_sq]. You et al.; eps 1e-6 */
    NADIR_LARS,     /* r = g + weight_decay p; b = momentum b + lr trust_coefficient |p| / |r| r; p -= b, norms over each
                       tensor; 1 in place of trust_coefficient |p| / |r| where a norm is 0 [momentum_buffer]. You et al., as
                       Optax; lr 1 */
    NADIR_ADAFACTOR, /* v factored into averages of rows and columns over a matrix's last two axes; u = g / sqrt(v) over
                       max(1, rms(u) / clip_threshold); p -= max(eps2, rms(p)) min(lr, 1 / sqrt(t)) u
                       [row_var, col_var; variance of vectors]. Shazeer & Stern, torch.optim.Adafactor */
    NADIR_MUON,     /* matrices: b = momentum b + (1 - momentum) g; O = orthogonalised (nesterov: (1 - momentum) g + momentum b,
                       else b) by ns_steps of Newton-Schulz; p -= lr adjustment O [momentum_buffer]. Other tensors: AdamW with
                       betas, eps and the same lr and decay [exp_avg, exp_avg_sq]. Jordan et al., torch.optim.Muon */
    NADIR_ADAM8BIT, /* Adam whose m and v are stored in 8 bits, blocks of 256 with a scale each; tensors below 4096 elements in
                       float32. Dettmers et al. [exp_avg, exp_avg_sq, exp_avg_scale, exp_avg_sq_scale] */
    NADIR_OPTIMIZER_COUNT
};

/* What weight_decay w does. */
enum nadir_decay {
    NADIR_DECAY_L2,       /* g += w p */
    NADIR_DECAY_DECOUPLED /* p -= lr w p, with p of before the step; in one rounding with the update, so that a small lr w is
                             not lost. For NADIR_LAMB L2 means inside the ratio, for NADIR_ADAN decoupled is its own division */
};

/* Where eps stands in Adagrad, RMSProp and the family of Adam. */
enum nadir_eps {
    NADIR_EPS_OUTSIDE, /* sqrt(v^) + eps */
    NADIR_EPS_INSIDE,  /* sqrt(v^ + eps) */
    NADIR_EPS_HAT      /* (sqrt(v) + eps) / sqrt(1 - beta2^t) (Keras) */
};

/* Muon's factor of the orthogonalised update of a (rows, cols) matrix. */
enum nadir_muon_adjust {
    NADIR_MUON_ORIGINAL, /* sqrt(max(1, rows / cols)). PyTorch's default */
    NADIR_MUON_MATCH_RMS /* 0.2 sqrt(max(rows, cols)). Keras; PyTorch's "match_rms_adamw" */
};

/* Gradients are clipped after loss scale and accumulation are divided out, by norm first, then by value. 0: not. */
struct nadir_clip {
    double norm;        /* g *= min(1, norm / (|g| + 1e-6)), |g| over all tensors. torch.nn.utils.clip_grad_norm_ */
    double tensor_norm; /* the same for each tensor alone (Keras's clipnorm) */
    double value;       /* g = min(max(g, -value), value). torch.nn.utils.clip_grad_value_ */
};

/* Losses are multiplied by a scale before the backward pass and gradients divided by it, so that 16-bit gradients do not
 * underflow. */
struct nadir_loss_scale {
    double initial;    /* 0: no scaling; else >= 1, powers of two are exact. PyTorch's 65536 suits float16 */
    bool dynamic;      /* the scale changes as below; default true */
    double growth;     /* > 1: after `interval` steps without overflow the scale is multiplied by this; default 2 */
    double backoff;    /* 0 .. 1: after an overflow; default 0.5. Never below 1, never above 2^24 */
    uint32_t interval; /* >= 1, default 2000 */
};

enum nadir_average {
    NADIR_AVERAGE_NONE,
    NADIR_AVERAGE_EMA, /* a = p at the first step, then a += (1 - average_decay) (p - a) */
    NADIR_AVERAGE_SWA  /* the mean of p at step average_start and every average_every steps after it */
};

/* What differs for some of the tensors. The first group whose `match` occurs in a tensor's name is its own. */
struct nadir_parameter_group {
    const char *match;    /* "bias"; NULL or "": every tensor. Copied */
    bool frozen;          /* not updated, and no part of any norm */
    double lr_multiplier; /* >= 0; of the step, not of ASGD's decay of eta */
    double weight_decay;  /* in place of the rule's; NAN: the rule's */
    double l1;            /* >= 0 */
};

/* One set for all rules, to start from the defaults: what a rule's formula does not name is not used, but must be in range.
 * Zero means zero. */
struct nadir_optimizer_params {
    enum nadir_optimizer_rule rule;
    double lr;                /* learning rate, finite, >= 0 */
    double momentum;          /* [0, 1] */
    double dampening;         /* [0, 1] */
    bool nesterov;            /* SGD, momentum, LARS, Muon; NADIR_NESTEROV always. Needs momentum > 0 and, without
                                 lr_in_momentum, dampening 0 */
    bool lr_in_momentum;      /* the learning rate inside the buffer: SGD, momentum, Nesterov, RMSProp */
    double beta1, beta2, beta3; /* [0, 1); schedule-free: beta1 > 0 */
    double eps;               /* finite, >= 0 */
    enum nadir_eps eps_mode;
    double weight_decay;      /* finite, >= 0 */
    enum nadir_decay decay;
    double alpha;             /* RMSProp: smoothing, [0, 1]; ASGD: power of eta, >= 0 */
    double rho;               /* Adadelta: smoothing, [0, 1]; Sophia: bound, > 0 */
    double lr_decay;          /* Adagrad: >= 0 */
    double initial_accumulator; /* Adagrad: >= 0, what its state starts with */
    bool centered;            /* RMSProp */
    bool amsgrad;             /* Adam, AdamW */
    double momentum_decay;    /* NAdam: >= 0 */
    double eta_minus, eta_plus; /* Rprop: 0 < eta_minus < 1 < eta_plus */
    double step_min, step_max;  /* Rprop: 0 < step_min <= step_max */
    double lambd, t0;         /* ASGD: >= 0 */
    double batch;             /* Sophia: samples of a step, > 0 */
    double trust_coefficient; /* LARS: > 0 */
    double beta2_decay;       /* Adafactor: <= 0, weight of the averages t^beta2_decay */
    double eps2;              /* Adafactor: > 0 */
    double clip_threshold;    /* Adafactor: > 0 */
    uint32_t ns_steps;        /* Muon: 1 .. 100 */
    enum nadir_muon_adjust muon_adjust;
    bool uniform_average;     /* schedule-free: w = 1 in place of lr^2, so that c = 1 / t (Keras) */
    bool maximize;            /* steps go up the gradient */
    double l1;                /* >= 0: penalty l1 |p| on every tensor without a group; by its subgradient, g += l1 sign(p), */
    bool l1_proximal;         /* or after the step, p = sign(p) max(|p| - lr l1, 0), which gives exact zeros; not for rules
                                 that keep a second point, schedule-free and ASGD */

    /* Around the rule. */
    struct nadir_clip clip;
    struct nadir_loss_scale loss_scale;
    bool skip_nonfinite; /* a step with a gradient that is not finite changes nothing and is counted. So it is whenever there is
                            clipping by norm or loss scaling */
    bool accumulate;     /* gradients are summed by nadir_optimizer_accumulate before a step */
    enum nadir_average average;
    double average_decay; /* [0, 1], default 0.999 */
    uint64_t average_start, average_every; /* steps, >= 1; default 1 */
    enum nadir_dtype copy; /* NADIR_F16 or NADIR_BF16: a copy of the parameters in 16 bits, written in the same pass (the
                              float32 ones are the master weights); default NADIR_F32: none */
    const struct nadir_parameter_group *groups; /* copied */
    size_t group_count;
};

/* PyTorch's defaults, and Keras's with its modes (decoupled decay, eps in its places, learning rate inside the momentum). Keras
 * has sgd momentum nesterov adagrad adadelta rmsprop adam adamw adamax nadam lion lamb adafactor muon schedule_free; for the
 * others they are the same. */
NADIR_API struct nadir_optimizer_params nadir_optimizer_params_default(enum nadir_optimizer_rule rule);
NADIR_API struct nadir_optimizer_params nadir_optimizer_params_keras(enum nadir_optimizer_rule rule);

/* "sgd", "adamw", ...; NULL for other values. And back: INVALID_ARGUMENT with the list of names. */
NADIR_API const char *nadir_optimizer_name(enum nadir_optimizer_rule rule);
NADIR_API enum nadir_status nadir_optimizer_parse(enum nadir_optimizer_rule *out, const char *name);

/* Whether the params are in range, for this rule. Errors: INVALID_ARGUMENT (names the parameter). */
NADIR_API enum nadir_status nadir_optimizer_check(const struct nadir_optimizer_params *params);

/* --- On an arena. --- */

struct nadir_optimizer;

/* An optimizer over the tensors of an allocated arena whose names start with `prefix` (NULL or "": all of them), with its
 * states. Several optimizers may share an arena, each with its part of the model; a part is a run of tensors that were added
 * one after the other. `params` NULL: Adam.
 * Owns: destroy before the arena.
 * Errors: INVALID_ARGUMENT (a hyper-parameter out of range, no such tensor, other tensors between them), OUT_OF_MEMORY,
 * BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_optimizer_create(struct nadir_optimizer **out, struct nadir_context *context,
                                                   struct nadir_arena *arena, const char *prefix,
                                                   const struct nadir_optimizer_params *params);
NADIR_API void nadir_optimizer_destroy(struct nadir_optimizer **optimizer);

/* Its params, as changed by the calls below. Owned by the optimizer. */
NADIR_API const struct nadir_optimizer_params *nadir_optimizer_get_params(const struct nadir_optimizer *optimizer);

/* The learning rate of the following steps; their momentum (beta1 of rules that have betas; NAdam's products take the one of
 * now for all steps). Errors: INVALID_ARGUMENT (out of range; a rule without momentum, or schedule-free, whose y is of one
 * beta1). */
NADIR_API enum nadir_status nadir_optimizer_set_lr(struct nadir_optimizer *optimizer, double lr);
NADIR_API enum nadir_status nadir_optimizer_set_momentum(struct nadir_optimizer *optimizer, double momentum);

/* One update from the arena's gradients, or from the accumulated ones. Scalars (bias corrections, 1 - beta) are computed on the
 * host in double. A step that is skipped on the device leaves parameters, states and the device's step counter as they were:
 * the scalars of that step are then used by the next one. Enqueues; with skipping possible it waits only if the device is more
 * than 512 steps behind. Errors: INVALID_ARGUMENT (nothing accumulated), OPENCL. */
NADIR_API enum nadir_status nadir_optimizer_step(struct nadir_optimizer *optimizer);

/* Adds weight times the arena's gradients to the sum that the next step divides by the sum of weights: with mean losses the
 * weight is the number of samples. weight > 0, a float32 number. Enqueues.
 * Errors: INVALID_ARGUMENT (not created to accumulate, or after nadir_optimizer_evaluate), OPENCL. */
NADIR_API enum nadir_status nadir_optimizer_accumulate(struct nadir_optimizer *optimizer, double weight);

/* Sophia: h = beta2 h + (1 - beta2) g^2 from the arena's gradients, which must be those of the mean loss with labels drawn from
 * the model's own softmax; every 10 steps or so. Those of the true labels give another estimate, the empirical Fisher. Elements
 * that are not finite are left out. Enqueues. Errors: INVALID_ARGUMENT (another rule, a loss scale), OPENCL. */
NADIR_API enum nadir_status nadir_optimizer_curvature(struct nadir_optimizer *optimizer);

/* Exchanges the arena's parameters with what should be evaluated and saved: the average, schedule-free's x, ASGD's ax; nothing
 * otherwise. nadir_optimizer_train puts back what training goes on from, exactly. Steps in between are refused. Calling either
 * again changes nothing. Enqueue, but where steps may be skipped the former waits for the device.
 * Errors: OUT_OF_MEMORY, BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_optimizer_evaluate(struct nadir_optimizer *optimizer);
NADIR_API enum nadir_status nadir_optimizer_train(struct nadir_optimizer *optimizer);

/* Starts over: states as after nadir_optimizer_create, no steps taken, nothing accumulated. May wait for the device.
 * Errors: OPENCL. */
NADIR_API enum nadir_status nadir_optimizer_reset(struct nadir_optimizer *optimizer);

/* Steps taken so far, as far as the host knows: skipped ones count until nadir_optimizer_report. */
NADIR_API uint64_t nadir_optimizer_step_count(const struct nadir_optimizer *optimizer);

struct nadir_optimizer_report {
    uint64_t steps;       /* taken, skipped ones apart */
    uint64_t skipped;     /* because of a gradient that was not finite */
    double loss_scale;    /* 1 without */
    double gradient_norm; /* of the last step, before clipping and after unscaling, NAN if not measured */
    size_t bad_tensor;    /* of the first skipped step (since nadir_optimizer_set_progress): its number in the arena and the
                             element; SIZE_MAX: none */
    size_t bad_element;
    uint64_t bad_step;    /* that step, from 1 */
};

/* What the device did. Blocks. Errors: OPENCL. */
NADIR_API enum nadir_status nadir_optimizer_report(struct nadir_optimizer *optimizer, struct nadir_optimizer_report *report);

/* Scalars on the device, for use without waiting: the loss scale (a NULL buffer without one); the gradient's norm of the last
 * step (a NULL buffer if it is not measured). Shape (). */
NADIR_API struct nadir_tensor nadir_optimizer_loss_scale(const struct nadir_optimizer *optimizer);
NADIR_API struct nadir_tensor nadir_optimizer_gradient_norm(const struct nadir_optimizer *optimizer);

/* --- State. --- */

/* The states by name, PyTorch's where it has the rule, and "average". `index` below nadir_optimizer_state_count. */
NADIR_API size_t nadir_optimizer_state_count(const struct nadir_optimizer *optimizer);
NADIR_API const char *nadir_optimizer_state_name(const struct nadir_optimizer *optimizer, size_t index);

/* The state of one tensor of the arena, float32 or uint8, shaped like the parameter where it has one number for each element.
 * A NULL buffer: the tensor has no such state (it is frozen, of another optimizer, or has another part of the rule). Owned by
 * the optimizer. */
NADIR_API struct nadir_tensor nadir_optimizer_state(const struct nadir_optimizer *optimizer, size_t index, size_t tensor);

/* The 16-bit copy of one tensor, shaped like it, as the last step left it (zero before the first); a NULL buffer without one
 * and for a frozen tensor. Owned by the optimizer. */
NADIR_API struct nadir_tensor nadir_optimizer_copy(const struct nadir_optimizer *optimizer, size_t tensor);

/* All that a later optimizer with the same params needs beside the states to go on with the same bits. */
struct nadir_optimizer_progress {
    uint64_t steps, skipped;
    double loss_scale;
    uint64_t good_steps;  /* since the scale changed */
    double carry[2];      /* schedule-free: the sum of w, the largest lr */
};

/* Blocks. Errors: OPENCL; INVALID_ARGUMENT (set: while gradients are accumulated, or after nadir_optimizer_evaluate). */
NADIR_API enum nadir_status nadir_optimizer_get_progress(struct nadir_optimizer *optimizer,
                                                         struct nadir_optimizer_progress *progress);
NADIR_API enum nadir_status nadir_optimizer_set_progress(struct nadir_optimizer *optimizer,
                                                         const struct nadir_optimizer_progress *progress);

/* --- On buffers of the caller. --- */

enum { NADIR_OPTIMIZER_STATES = 4 };

/* The tensors of one update, of equal count. */
struct nadir_update_tensors {
    const struct nadir_tensor *p;      /* float32, updated */
    const struct nadir_tensor *g;      /* float32, float16 or bfloat16 */
    const struct nadir_tensor *states[NADIR_OPTIMIZER_STATES]; /* float32, updated, in the order of nadir_optimizer_states */
    const struct nadir_tensor *copy;   /* float16 or bfloat16, written; may be NULL */
};

/* Number of states that an elementwise rule with these params has, and their names; 0 for other rules. */
NADIR_API size_t nadir_optimizer_states(const struct nadir_optimizer_params *params,
                                        const char *names[NADIR_OPTIMIZER_STATES]);

/* Step t (from 1) of an elementwise rule on the caller's own buffers: one launch. All hyper-parameters but those "around the
 * rule" apply, of which clip.value does; gradients are multiplied by `scale` first (1 / loss scale, 1 / accumulated steps, a
 * clip factor). States are zero before step 1 (`sum` of Adagrad: initial_accumulator).
 * NADIR_LAMB, NADIR_LARS, NADIR_ADAFACTOR, NADIR_MUON, NADIR_ADAM8BIT and NADIR_SCHEDULE_FREE, whose scalars depend on the
 * steps before, need an arena, which can lie on the caller's buffers: nadir_arena_wrap.
 * Errors: INVALID_ARGUMENT (a parameter out of range, a tensor missing or of another count or type), BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_optimizer_update(struct nadir_context *context, const struct nadir_update_tensors *tensors,
                                                   uint64_t t, double scale, const struct nadir_optimizer_params *params);

#ifdef __cplusplus
}
#endif

#endif
