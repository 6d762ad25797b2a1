/* SPDX-License-Identifier: MIT */
/* The runtime inside the library: contexts, kernels by specialisation, launches with typed arguments, plans of launches. */
#ifndef NADIR_RUNTIME_PRIV_H
#define NADIR_RUNTIME_PRIV_H

#include "nadir/arena.h"
#include "nadir/context.h"
#include "nadir/tensor.h"

/* --- Kernels. --- */

/* A compiled kernel of one specialisation, owned by its context. */
struct nadir__kernel {
    char name[64];
    cl_program program; /* shared by the kernels of one file and specialisation */
    cl_kernel cl;       /* for launches that are enqueued at once */
    unsigned work_group;
    uint64_t launches;  /* with profiling on */
    double seconds;
};

/* The kernel `name` of cl/`file`.cl for a walk, specialised by `defines` ("-DND_X=1 -DND_Y=2", or ""), compiled on first use.
 * The walk's macros ND_WG, ND_VEC and ND_CHUNK are added. `walk` is the context's but for kernels that have only one.
 * Errors: BUILD (with the first line of the build log), OUT_OF_MEMORY, OPENCL. */
enum nadir_status nadir__kernel_get(struct nadir_context *context, struct nadir__kernel **out, enum nadir_walk walk,
                                    const char *file, const char *name, const char *defines);

/* --- Contexts. --- */

struct nadir__program {
    char *key; /* file and build options */
    cl_program cl;
};

/* How a walk runs on the context's device. */
struct nadir__geometry {
    unsigned work_group; /* work-items of a group: 1 with the CPU walk */
    unsigned vector;     /* floats of a vector: 4, 8 or 16 */
    size_t chunk;        /* elements that one group of an elementwise kernel takes */
};

struct nadir__profile_entry {
    cl_event event;
    struct nadir__kernel *kernel;
};

enum { ND_SCRATCH_SLOTS = 8 };

struct nadir_context {
    cl_context cl;
    cl_command_queue queue;
    struct nadir_device device;
    enum nadir_walk walk;         /* never AUTO */
    enum nadir_gemm_backend gemm; /* AUTO: chosen for each product */
    bool tune;
    bool profile;
    struct nadir__geometry geometry[3]; /* of each enum nadir_walk */
    char description[160];
    size_t loop_rounds; /* what loops of one work-item may run in all, see nadir__check_rounds */

    struct nadir__program *programs;
    size_t program_count;
    struct nadir__kernel **kernels;
    size_t kernel_count;
    double build_seconds;

    struct {
        cl_mem buffer;
        size_t size;
    } scratch[ND_SCRATCH_SLOTS]; /* of launches that are enqueued at once; the queue's order makes reuse safe */
    unsigned scratch_used;       /* by the public call that is at work */
    cl_mem error_word; /* struct of ints, see nadir__error_code */

    struct nadir__profile_entry *profiled;
    size_t profiled_count;
    size_t profiled_capacity;

    struct nadir__gemm_state *gemm_state; /* host/ops/gemm_state.c; NULL before the first product */
    void (*gemm_state_destroy)(struct nadir__gemm_state *state);
    struct nadir__gemm_record *gemm_record; /* host/ops/gemm_check.c; NULL before the first product */
    void (*gemm_record_destroy)(struct nadir__gemm_record *record);
    bool used_clblast;
    bool owns_cl;
};

/* What kernels write into the error word: a code, then row, column, value and limit of the bad number (cl/walk.clh has the
 * same). */
enum nadir__error_code { ND_ERROR_NONE, ND_ERROR_LABEL, ND_ERROR_TARGET, ND_ERROR_INPUT_LENGTH, ND_ERROR_TARGET_LENGTH };

static inline const struct nadir__geometry *nadir__geometry(const struct nadir_context *context)
{
    return &context->geometry[context->walk];
}

/* Groups of an elementwise kernel over n elements. */
static inline size_t nadir__chunks(const struct nadir_context *context, size_t n)
{
    const size_t chunk = nadir__geometry(context)->chunk;
    return n / chunk + (n % chunk != 0);
}

/* --- Launches. --- */

enum nadir__arg_kind {
    ND_ARG_MEM, ND_ARG_U32, ND_ARG_U64, ND_ARG_F32, ND_ARG_LOCAL, ND_ARG_F32_AT, ND_ARG_F32X16_AT, ND_ARG_U64_AT
};

/* A kernel argument. The _AT kinds are read through a pointer each time the launch is enqueued: the scalars of a recorded
 * launch that change from run to run. */
struct nadir__arg {
    enum nadir__arg_kind kind;
    union {
        cl_mem mem;
        cl_uint u32;
        cl_ulong u64;
        cl_float f32;
        size_t local; /* bytes */
        const float *f32_at; /* F32X16_AT: of 16 floats, a float16 by value */
        const uint64_t *u64_at;
    } value;
};

/* Initialisers for arrays of struct nadir__arg. A tensor is two arguments: `__global T *x, ulong x_offset`. */
#define ND_MEM(x) {ND_ARG_MEM, {.mem = (x)}}
#define ND_U32(x) {ND_ARG_U32, {.u32 = (cl_uint)(x)}}
#define ND_U64(x) {ND_ARG_U64, {.u64 = (cl_ulong)(x)}}
#define ND_F32(x) {ND_ARG_F32, {.f32 = (x)}}
#define ND_LOCAL(bytes) {ND_ARG_LOCAL, {.local = (bytes)}}
#define ND_F32_AT(x) {ND_ARG_F32_AT, {.f32_at = (x)}}
#define ND_F32X16_AT(x) {ND_ARG_F32X16_AT, {.f32_at = (x)}}
#define ND_U64_AT(x) {ND_ARG_U64_AT, {.u64_at = (x)}}
#define ND_TENSOR(t) ND_MEM((t)->buffer), ND_U64((t)->offset)

enum { ND_MAX_ARGS = 24 };

/* Work that is not a kernel of ours (a CLBlast call): runs `function` with a copy of its arguments. */
typedef enum nadir_status (*nadir__call_function)(struct nadir_context *context, const void *arguments);
enum { ND_MAX_CALL_BYTES = 256, ND_NOTE = 256 };

struct nadir__command {
    struct nadir__kernel *kernel; /* NULL: a call */
    cl_kernel instance;           /* its own kernel object, arguments set; released with the plan */
    size_t groups;
    struct {
        cl_uint index;
        struct nadir__arg arg;
    } dynamic[8]; /* arguments of the _AT kinds */
    unsigned dynamic_count;
    nadir__call_function function;
    unsigned char arguments[ND_MAX_CALL_BYTES];
    char note[ND_NOTE];
};

/* A list of commands, recorded once and enqueued many times, with the scratch memory they use. */
struct nadir__plan {
    struct nadir__command *commands;
    size_t count;
    size_t capacity;
    cl_mem *scratch;
    size_t scratch_count;
};

/* Where an operation puts its commands: the context's queue at once, or a plan. Every operation is written once, against
 * this. */
struct nadir__sink {
    struct nadir_context *context;
    struct nadir__plan *plan; /* NULL: enqueue at once */
    const char *note;         /* for nadir_step_describe: what the recorded command is for; may be NULL */
};

/* Sets argument `index` of `instance`, one of the kernel's objects. Errors: OUT_OF_MEMORY, OPENCL. */
enum nadir_status nadir__kernel_set_arg(const struct nadir__kernel *kernel, cl_kernel instance, cl_uint index,
                                        const struct nadir__arg *arg);

/* Launches `groups` work-groups of the kernel's size; 0 groups is nothing. Errors: OUT_OF_MEMORY, OPENCL. */
enum nadir_status nadir__launch(const struct nadir__sink *sink, struct nadir__kernel *kernel, size_t groups,
                                const struct nadir__arg *args, size_t arg_count);
#define ND_LAUNCH(sink, kernel, groups, args) nadir__launch(sink, kernel, groups, args, sizeof(args) / sizeof(args)[0])

enum nadir_status nadir__call(const struct nadir__sink *sink, nadir__call_function function, const void *arguments,
                              size_t size, const char *name);

/* Some devices end the loops of a work-item after so many rounds of all of them together, silently and with wrong numbers. So
 * whatever loops over sizes other than a chunk's says before the launch how many rounds that may be at most; here it is refused.
 * Errors: UNSUPPORTED. */
enum nadir_status nadir__check_rounds(const struct nadir_context *context, const char *kernel, size_t rounds);

/* Rounds of one pass of a work-item along a row of `cols` numbers, at most: vectors, blocks of them, rests, the tree. */
size_t nadir__row_rounds(const struct nadir_context *context, size_t cols);

/* `count` floats of scratch memory. On an immediate sink it is valid until the public call returns, which began with
 * nadir__begin; it may take ND_SCRATCH_SLOTS pieces. */
enum nadir_status nadir__scratch(const struct nadir__sink *sink, struct nadir_tensor *out, size_t count);

/* The context for the sink of a public call that uses scratch memory: what earlier calls took is free again. */
static inline struct nadir_context *nadir__begin(struct nadir_context *context)
{
    context->scratch_used = 0;
    return context;
}

/* Holds on to a buffer that commands of the plan use, for as long as the plan lives. Errors: OUT_OF_MEMORY, OPENCL. */
enum nadir_status nadir__plan_keep(struct nadir__plan *plan, cl_mem buffer);

enum nadir_status nadir__plan_run(struct nadir_context *context, const struct nadir__plan *plan);
void nadir__plan_clear(struct nadir__plan *plan);

/* Sums the events of finished launches into their kernels. Blocks. */
enum nadir_status nadir__profile_collect(struct nadir_context *context);

/* --- Tensors. --- */

/* That `tensor` has this dtype, a valid rank and lies inside its buffer; _form leaves the buffer out, _has_shape looks at the
 * shape alone. `name` is the parameter's. Errors: INVALID_ARGUMENT. */
enum nadir_status nadir__tensor_check(const char *name, const struct nadir_tensor *tensor, enum nadir_dtype dtype);
enum nadir_status nadir__tensor_check_form(const char *name, const struct nadir_tensor *tensor, enum nadir_dtype dtype);
enum nadir_status nadir__tensor_has_shape(const char *name, const struct nadir_tensor *tensor, unsigned rank,
                                          const size_t *shape);
enum nadir_status nadir__tensor_check_shape(const char *name, const struct nadir_tensor *tensor, enum nadir_dtype dtype,
                                            unsigned rank, const size_t *shape);

/* That `output` shares no memory with `input`; NULL and empty tensors share none. Errors: INVALID_ARGUMENT. */
enum nadir_status nadir__tensor_check_apart(const char *output_name, const struct nadir_tensor *output, const char *input_name,
                                            const struct nadir_tensor *input);

/* The same, but `output` may be `input`; both have the same dtype and shape. */
enum nadir_status nadir__tensor_check_in_place(const char *output_name, const struct nadir_tensor *output,
                                               const char *input_name, const struct nadir_tensor *input);

/* "(64, 784)" into `text`; returns `text`. */
enum { ND_SHAPE_TEXT = 128 };
const char *nadir__shape_text(char text[ND_SHAPE_TEXT], unsigned rank, const size_t *shape);

/* Allocates device memory with a message that tells size and limit. Errors: OUT_OF_MEMORY, OPENCL. */
enum nadir_status nadir__buffer_create(struct nadir_context *context, cl_mem *out, size_t bytes);

#endif
