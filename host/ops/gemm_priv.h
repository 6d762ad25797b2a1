/* SPDX-License-Identifier: MIT */
/* Matrix products inside the library: the problem, the back ends, and how one of them is chosen and trusted. */
#ifndef NADIR_GEMM_PRIV_H
#define NADIR_GEMM_PRIV_H

#include "nadir/tune.h"
#include "runtime/runtime_priv.h"

/* An activation with its parameter; {0} is none. */
struct nadir__activation {
    enum nadir_activation function;
    float alpha;
};

/* A matrix product with what can be fused around it; for each matrix of a batch
 *   c = alpha op(a) op(b) + beta c, then + bias (n), then f;  or times f', computed from `derivative`, like c in shape.
 *   `before`, like c in shape, receives what f is applied to; only with beta 0 and without `derivative`.
 *   row_sums (batch, m) receives the sums of op(a) along k; only with transpose_a, and a has then all matrices of its own.
 * Matrices and tensors with a NULL buffer are absent. A batch_stride of 0 in a or b: one matrix for all. */
struct nadir__gemm {
    size_t m, n, k;
    size_t batch; /* 0 means 1, for initialisers */
    bool transpose_a, transpose_b;
    bool packed_b; /* nadir_gemm_pack */
    float alpha, beta;
    struct nadir_matrix c, a, b;
    struct nadir_tensor bias;
    struct nadir__activation activation;
    struct nadir_matrix before;
    struct nadir_matrix derivative;
    struct nadir_tensor row_sums;
};

/* --- Choices. --- */

enum { ND_GEMM_VALUES = 4, ND_GEMM_PATH = 96 };

/* A back end and how it is to do it. The values are the back end's own (its value_names); 0: what it finds best. */
struct nadir__gemm_choice {
    enum nadir_gemm_backend backend; /* never AUTO */
    unsigned values[ND_GEMM_VALUES];
};

/* --- Back ends: one row each. A problem given to them is checked and not empty. --- */

struct nadir__gemm_backend {
    const char *name;                        /* as NADIR_GEMM and files spell it */
    const char *value_names[ND_GEMM_VALUES]; /* NULL: not used */

    /* That it can compute `gemm`, and that the values of `choice` are legal for it (they may come from a file). No work on the
     * device. Errors: UNSUPPORTED, with why not. */
    enum nadir_status (*accepts)(const struct nadir_context *context, const struct nadir__gemm *gemm,
                                 const struct nadir__gemm_choice *choice);

    /* Names the path that the choice takes for `gemm`: one word or more for all that shares compiled code, such as
     * "packed NT f32 bias relu". What is checked once, and what a verdict belongs to. */
    void (*path)(const struct nadir_context *context, const struct nadir__gemm *gemm, const struct nadir__gemm_choice *choice,
                 char out[ND_GEMM_PATH]);

    /* The product and beta c. With `fuses`, also all that follows; without, the dispatcher adds gemm_epilogue.c's kernels. */
    bool fuses;
    enum nadir_status (*emit)(const struct nadir__sink *sink, const struct nadir__gemm *gemm,
                              const struct nadir__gemm_choice *choice);

    /* What is worth timing for `gemm` on this context: candidate `i`, the most promising first; false: there are no more. The
     * first `quick` of them take part in the quick measurement. */
    unsigned quick;
    bool (*candidate)(const struct nadir_context *context, const struct nadir__gemm *gemm, unsigned i,
                      struct nadir__gemm_choice *out);
};

extern const struct nadir__gemm_backend nadir__gemm_clblast; /* gemm_clblast.c */
extern const struct nadir__gemm_backend nadir__gemm_packed;  /* gemm_packed.c */
extern const struct nadir__gemm_backend nadir__gemm_small;   /* gemm_small.c */

/* The rows by enum nadir_gemm_backend; NULL for AUTO. */
extern const struct nadir__gemm_backend *const nadir__gemm_backends[NADIR_GEMM_COUNT];

/* --- The dispatcher (gemm.c). --- */

/* Emits the product with what follows it, by the choice for it; nothing for an empty c. */
enum nadir_status nadir__emit_gemm(const struct nadir__sink *sink, const struct nadir__gemm *gemm);

/* The same by a given choice, which the back end accepts, without any check of its results: for checks and measurements. */
enum nadir_status nadir__emit_gemm_by(const struct nadir__sink *sink, const struct nadir__gemm *gemm,
                                      const struct nadir__gemm_choice *choice);

/* "clblast, swapped 1": the back end's name and its values that are not 0. */
void nadir__gemm_choice_text(char out[NADIR_GEMM_TEXT], const struct nadir__gemm_choice *choice);

/* How a row spells op(a) op(b): "NN", "NT", "TN", "TT". */
const char *nadir__gemm_layout(const struct nadir__gemm *gemm);

/* How paths and classes spell a dtype: "f32", "f16", "bf16". */
const char *nadir__gemm_dtype(enum nadir_dtype dtype);

/* How kernels are told a dtype: ND_A_STORAGE and its kin of cl/matrix.clh. */
static inline int nadir__gemm_storage(enum nadir_dtype dtype)
{
    return dtype == NADIR_F16 ? 1 : dtype == NADIR_BF16 ? 2 : 0;
}

/* --- What follows a product that does not do it itself (gemm_epilogue.c). --- */

/* c = epilogue(factor c): bias, activation, before, derivative, row sums of `gemm`; with factor 0, c is not read. */
enum nadir_status nadir__emit_gemm_epilogue(const struct nadir__sink *sink, const struct nadir__gemm *gemm, float factor);

/* --- What is known about a device's products (gemm_state.c), made at the context's first product. --- */

/* The choice for `gemm`: bound by the context, or of the file, or measured now, or of the library's table; its path is trusted.
 * Errors: as nadir_gemm. */
enum nadir_status nadir__gemm_choose(struct nadir_context *context, const struct nadir__gemm *gemm,
                                     struct nadir__gemm_choice *out);

/* What the library's table takes first on this context for products of this kind. No work on the device. */
struct nadir__gemm_choice nadir__gemm_default(const struct nadir_context *context, const struct nadir__gemm *gemm);

/* --- CLBlast's parameters (clblast_params.c). --- */

/* One value for each parameter of the kernels that a float32 product uses; all of a kernel's have to be given together. */
enum { ND_CLBLAST_KERNELS = 3, ND_CLBLAST_PARAMETERS = 16 };
struct nadir__clblast_set {
    bool given[ND_CLBLAST_KERNELS]; /* false: as CLBlast's own database has this kernel for the device */
    unsigned values[ND_CLBLAST_KERNELS][ND_CLBLAST_PARAMETERS];
};

/* Their names as CLBlast spells them: "Xgemm", "XgemmDirect", "GemmRoutine"; parameters end with a NULL or at 16. */
struct nadir__clblast_kernel {
    const char *name;
    const char *parameters[ND_CLBLAST_PARAMETERS];
};
extern const struct nadir__clblast_kernel nadir__clblast_kernels[ND_CLBLAST_KERNELS];

/* That CLBlast's kernels are right and fit on the device with these values, as far as rules can tell. Errors: UNSUPPORTED. */
enum nadir_status nadir__clblast_check_set(const struct nadir_device *device, const struct nadir__clblast_set *set);

/* Set `i` worth timing on a device, the most promising first; false: there are no more. */
bool nadir__clblast_candidate(const struct nadir_device *device, unsigned i, struct nadir__clblast_set *out);

/* The library's table: what a device that is not tuned gets; nothing given for most. */
struct nadir__clblast_set nadir__clblast_default(const struct nadir_device *device);

/* The set that CLBlast's calls of this context use from now on (gemm_state.c sets it when it is made; NULL: its own database).
 * CLBlast keeps such sets per process, not per context: the calls see to it. It cannot be brought back to its database: for a
 * kernel that `set` does not give, the first values of this process stand in, once there were any. A version of CLBlast that
 * has other parameters than these uses its own, with a warning. Errors: as nadir__clblast_check_set; OUT_OF_MEMORY. */
enum nadir_status nadir__clblast_want(struct nadir_context *context, const struct nadir__clblast_set *set);

/* The same, and CLBlast has them before this returns. Errors: further UNSUPPORTED for a version of CLBlast that has other
 * parameters, and those of OpenCL; the context's calls use CLBlast's own database then. */
enum nadir_status nadir__clblast_use(struct nadir_context *context, const struct nadir__clblast_set *set);

/* --- The user's file of a device (gemm_file.c): choices, CLBlast's parameters, verdicts. --- */

/* What was found out about a path. `nadir devices -v` and the doctor list those that are not right. */
struct nadir__gemm_verdict {
    char path[ND_GEMM_PATH];
    bool right;
    char note[160]; /* what was wrong */
};

/* Verdicts of the device's file, wrong ones first, at most `capacity`; *count is how many there are. No file: none. A damaged one: none, and a
 * warning to the log. Works without a context. */
enum nadir_status nadir__gemm_file_verdicts(const struct nadir_device *device, struct nadir__gemm_verdict *out, size_t capacity,
                                            size_t *count);

/* Reads the file, if this context has not done so, and puts its parameters for CLBlast in force. Errors: OUT_OF_MEMORY. */
enum nadir_status nadir__gemm_state_open(struct nadir_context *context);

/* What this context knows of a path from the file, and keeping one there at once (where it cannot be written: in this context
 * alone, with a warning to the log). */
bool nadir__gemm_state_find_verdict(struct nadir_context *context, const char *path, struct nadir__gemm_verdict *out);
enum nadir_status nadir__gemm_state_keep_verdict(struct nadir_context *context, const struct nadir__gemm_verdict *verdict);

/* --- Trust (gemm_check.c). --- */

/* That the path which `choice` takes for `gemm` gives right results on this device, by what is known or by a check now. Blocks
 * at first. Errors: WRONG_RESULT, with what was wrong; others are failures of the check itself. */
enum nadir_status nadir__gemm_trust(struct nadir_context *context, const struct nadir__gemm *gemm,
                                    const struct nadir__gemm_choice *choice);

/* Compares what `choice` gives for a product with the properties of `gemm` (layout, dtypes, epilogue) and the sizes m, n, k,
 * batch with double precision, whatever is known. A size whose product is too large for that is compared through a vector.
 * Errors: as nadir__gemm_trust. */
enum nadir_status nadir__gemm_verify(struct nadir_context *context, const struct nadir__gemm *gemm,
                                     const struct nadir__gemm_choice *choice, size_t m, size_t n, size_t k, size_t batch);

#endif
