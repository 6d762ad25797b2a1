/* SPDX-License-Identifier: MIT */
/* Optimizers inside the library: the table of rules (rules.c), the object (optimizer.c), the commands of a step (update.c), and
 * what a rule that is more than an elementwise update implements. */
#ifndef NADIR_OPTIM_PRIV_H
#define NADIR_OPTIM_PRIV_H

#include "nadir/optimizer.h"
#include "runtime/runtime_priv.h"

/* --- Rules. --- */

enum { ND_STATES = NADIR_OPTIMIZER_STATES, ND_OWN_SCALARS = 8 };

/* How a rule runs. */
struct nadir__rule_class;
extern const struct nadir__rule_class nadir__elementwise; /* update.c: one pass */
extern const struct nadir__rule_class nadir__norm_ratio;  /* update.c: two passes, norms over each tensor between them */
extern const struct nadir__rule_class nadir__adafactor;   /* adafactor.c */
extern const struct nadir__rule_class nadir__muon;        /* muon.c */
extern const struct nadir__rule_class nadir__adam8bit;    /* adam8bit.c */

struct nadir__rule {
    const char *name;
    const struct nadir__rule_class *class;
    int kernel; /* ND_RULE of cl/optimizer.clh; -1: it has kernels of its own */
    const char *states[ND_STATES];
    /* The states there are, as bits. NULL: all that have names. */
    unsigned (*mask)(const struct nadir_optimizer_params *params);
    /* The rule's scalars of step t (from 1), h.s8 .. h.sf of cl/optimizer.cl. `carry` is what struct nadir_optimizer_progress
     * says, as step t - 1 left it. */
    void (*scalars)(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS]);
};
extern const struct nadir__rule nadir__rules[NADIR_OPTIMIZER_COUNT];

/* The scalars of the rules that are not here. */
void nadir__adafactor_scalars(const struct nadir_optimizer_params *params, uint64_t t, double carry[2],
                              double h[ND_OWN_SCALARS]);
void nadir__muon_scalars(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], double h[ND_OWN_SCALARS]);
void nadir__adam8bit_scalars(const struct nadir_optimizer_params *params, uint64_t t, double carry[2],
                             double h[ND_OWN_SCALARS]);

unsigned nadir__rule_mask(const struct nadir_optimizer_params *params);

/* Whether the direction of the rule contains the learning rate. */
bool nadir__rule_inside(const struct nadir_optimizer_params *params);

/* What a schedule of the momentum moves; NULL: the rule has none. */
double *nadir__rule_momentum(struct nadir_optimizer_params *params);

/* --- Scalars of a step: a float16 of the kernels. --- */

enum nadir__scalar {
    ND_H_LR, ND_H_SCALE, ND_H_BOUND, ND_H_L2, ND_H_DECAY, ND_H_L1, ND_H_L1_PROXIMAL, ND_H_AVERAGE, ND_H_OWN,
    ND_H_COUNT = ND_H_OWN + ND_OWN_SCALARS
};

/* Fills the scalars of step t; the scale is left alone. */
void nadir__step_scalars(const struct nadir_optimizer_params *params, uint64_t t, double carry[2], float h[ND_H_COUNT]);

/* --- The object. --- */

/* Rows of the tables on the device, see cl/optimizer.cl. */
struct nadir__chunk {
    cl_ulong begin; /* element of the run */
    cl_uint count, segment;
};
struct nadir__segment {
    cl_float lr, l2, decay, l1, l1_proximal, clip, ratio, unused;
};
struct nadir__range {
    cl_uint first, count; /* chunks of a segment */
};

/* What is decided on the device, as in cl/control.clh. */
struct nadir__control {
    cl_float h[ND_H_COUNT];
    cl_ulong steps, skipped, bad_step, bad_element;
    cl_float loss_scale, gradient_norm;
    cl_uint good_steps, skip;
};

/* Rows of the ring of scalars on the device. The host knows of skipped steps up to ND_RING / 4 .. ND_RING / 2 steps ago. */
enum { ND_RING = 2048 };

struct nadir_optimizer {
    struct nadir_context *context;
    struct nadir_arena *arena;
    struct nadir_optimizer_params params;
    struct nadir_parameter_group *groups; /* with their texts; params.groups points here */
    const struct nadir__rule *rule;
    size_t first, last;   /* tensors of the arena it covers: first <= i < last */
    size_t begin, length; /* the same as elements of the arena, padding included */

    /* The states. A class may keep a state as one buffer over the run, or as tensors of its own. */
    unsigned mask;
    size_t state_count;               /* names in state_names */
    const char *state_names[ND_STATES + 1];
    struct nadir_tensor *tensor_states; /* state_count x (last - first) views; a NULL buffer: none */
    struct nadir_tensor *owned;       /* every buffer that reset clears and destroy releases */
    float *owned_fill;                /* what reset fills them with */
    size_t owned_count;
    struct nadir_tensor states[ND_STATES]; /* over the run; a NULL buffer: none, or not so */
    struct nadir_tensor average, copy, sum; /* over the run; `sum` of accumulated gradients */
    struct nadir_tensor stash;        /* parameters of the run while others are shown */
    bool showing;
    double sum_weight;
    size_t sum_count;                 /* gradients in the sum */

    /* Decided on the device: with these, the scalars and what differs between tensors are read from memory. */
    bool managed, guarded; /* guarded: gradients are measured, and steps may be skipped */
    size_t segment_count;
    struct nadir__segment *host_segments; /* as on the device after reset */
    uint32_t *segment_of;                 /* of each tensor of the run; UINT32_MAX: frozen */
    size_t chunk_count;
    cl_mem chunks; /* of all tensors that are not frozen */
    cl_mem segments, ranges, control, ring, partials, bad, norms;

    /* Steps. */
    uint64_t attempts; /* advanced by the host */
    uint64_t skipped;  /* of those, as far as the host knows */
    double carry[2];
    double (*carries)[2]; /* ring: carry before step t at t % ND_RING; NULL: not managed */
    float h[ND_H_COUNT];  /* of the step being enqueued */
    uint64_t t;           /* its number */
    float add_weight, add_keep; /* of nadir__emit_accumulate */
    cl_event read;        /* of `seen`, in flight */
    cl_ulong seen[2];     /* steps, skipped */
    struct nadir__plan plan; /* of nadir_optimizer_step, recorded at its first call */
    void *own;            /* of the class */
};

struct nadir__rule_class {
    bool managed; /* needs the tables */
    bool per_tensor; /* a segment for each tensor; else neighbours that do not differ share one */
    /* Makes the states, after tables and segments; NULL: one buffer over the run for each bit of the mask. */
    enum nadir_status (*create)(struct nadir_optimizer *optimizer);
    void (*destroy)(struct nadir_optimizer *optimizer); /* `own`; may be NULL */
    /* The update of all tensors, after the control kernels. */
    enum nadir_status (*emit)(const struct nadir__sink *sink, struct nadir_optimizer *optimizer);
};

/* For classes. A zeroed buffer that the optimizer owns; reset fills it with `fill` (float32 only, else 0). */
enum nadir_status nadir__optimizer_own(struct nadir_optimizer *optimizer, struct nadir_tensor *out, enum nadir_dtype dtype,
                                       size_t count, float fill);
/* Names a state, whose views are then all empty. */
size_t nadir__optimizer_name_state(struct nadir_optimizer *optimizer, const char *name);
static inline struct nadir_tensor *nadir__state_view(const struct nadir_optimizer *optimizer, size_t state, size_t tensor)
{
    return &optimizer->tensor_states[state * (optimizer->last - optimizer->first) + tensor - optimizer->first];
}
/* A view on the part of tensor `tensor` in a buffer over the run. */
struct nadir_tensor nadir__run_view(const struct nadir_optimizer *optimizer, const struct nadir_tensor *buffer, size_t tensor);

/* The parameters of the run. */
struct nadir_tensor nadir__optimizer_parameters(const struct nadir_optimizer *optimizer);

/* Where the step's gradients are: the arena, or the accumulated sum. Element 0 is that of the run. */
struct nadir_tensor nadir__optimizer_gradients(const struct nadir_optimizer *optimizer);

/* ND_STORAGE of cl/storage.clh. */
static inline int nadir__storage_of(enum nadir_dtype dtype)
{
    return dtype == NADIR_F16 ? 1 : dtype == NADIR_BF16 ? 2 : 0;
}

/* What the device knows, and what of it the host did not; without waiting where there is nothing to learn. */
enum nadir_status nadir__optimizer_read_control(struct nadir_optimizer *optimizer, struct nadir__control *control);

/* A buffer with `bytes` bytes of `host`; none for 0 bytes. */
enum nadir_status nadir__table_create(struct nadir_context *context, cl_mem *out, const void *host, size_t bytes);

/* --- For graphs. --- */

/* Records or launches the whole update; its scalars are read when it is enqueued, so nadir__optimizer_advance comes first. */
enum nadir_status nadir__emit_optimizer(const struct nadir__sink *sink, struct nadir_optimizer *optimizer);

/* Records or launches sum = keep sum + weight gradient; nadir__optimizer_add comes first. */
enum nadir_status nadir__emit_accumulate(const struct nadir__sink *sink, struct nadir_optimizer *optimizer);

/* Counts a step and computes its scalars. Errors: INVALID_ARGUMENT (nothing accumulated, evaluating), OPENCL. */
enum nadir_status nadir__optimizer_advance(struct nadir_optimizer *optimizer);

/* Counts gradients of this weight into the sum. */
enum nadir_status nadir__optimizer_add(struct nadir_optimizer *optimizer, double weight);

struct nadir_arena *nadir__optimizer_arena(const struct nadir_optimizer *optimizer);

/* Gradients accumulated since the last update. */
size_t nadir__optimizer_accumulated(const struct nadir_optimizer *optimizer);

/* Whether the optimizer updates tensor `index` of its arena. */
bool nadir__optimizer_covers(const struct nadir_optimizer *optimizer, size_t index);

#endif
