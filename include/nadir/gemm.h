/* SPDX-License-Identifier: MIT */
/* Matrix products, dispatched to a back end, and the linear layer built on them. */
#ifndef NADIR_GEMM_H
#define NADIR_GEMM_H

#include "nadir/activation.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Row-major matrices of one batch in one buffer, with gaps or without: element (b, i, j) lies at
 * offset + b * batch_stride + i * leading + j. A plain value; it owns nothing. */
struct nadir_matrix {
    cl_mem buffer;
    size_t offset;          /* elements from the start of the buffer */
    enum nadir_dtype dtype; /* F32, F16 or BF16 */
    size_t rows, cols;
    size_t leading;         /* elements from the start of a row to that of the next, at least cols (BLAS: ld) */
    size_t batch;           /* number of matrices */
    size_t batch_stride;    /* elements from the start of a matrix to that of the next; any, when batch is 1 */
};

/* A tensor as matrices: its last two axes are rows and columns, those before them the batch; a vector is one row. */
NADIR_API struct nadir_matrix nadir_matrix_of(const struct nadir_tensor *tensor);

/* The product, and what may follow it. A back end that can does that in the same kernel, on values that are in registers; else
 * one more kernel does it. */
struct nadir_gemm_params {
    bool transpose_a; /* a is stored (k, m) instead of (m, k); default false */
    bool transpose_b; /* b is stored (n, k) instead of (k, n); default false */
    float alpha;      /* default 1 */
    float beta;       /* default 0; with 0, c is not read (NaN in it does not matter) */

    const struct nadir_tensor *bias;   /* (n), float32: added to every row; default NULL, none */
    enum nadir_activation activation;  /* f, applied then; default NADIR_ACTIVATION_NONE */
    float activation_alpha;            /* see nadir_activation_alpha; default 0 */
    /* As c in shape and dtype, default NULL: receives what f is applied to. Only with beta 0. */
    const struct nadir_matrix *before;
    /* As c in shape and dtype, default NULL. With it the result is multiplied by f' instead of f applied: `saved` is what
     * nadir_activation_backward takes. Only without bias and `before`. */
    const struct nadir_matrix *saved;
    /* (m), or (batch, m), float32, default NULL: receives the sums of op(a) along k, the gradient of a bias. Only with
     * transpose_a; a has then as many matrices as c. */
    const struct nadir_tensor *row_sums;
    bool packed_b; /* b's buffer and offset are those of what nadir_gemm_pack wrote; default false */
};

NADIR_API struct nadir_gemm_params nadir_gemm_params_default(void);

/* c = f(alpha * op(a) op(b) + beta * c + bias), for each matrix of a batch.
 * Shape: op(a) (m, k), op(b) (k, n), c (m, n); any of them may be 0 (k = 0: the product is 0). a and b have as many matrices as
 * c, or one that serves all.
 * Dtype: float32, float16 or bfloat16, of each matrix its own; sums are float32, 16-bit results are rounded once, to nearest
 * even. c's matrices may not share elements, nor c with a or b. NaN and infinities propagate as in BLAS: with alpha = 0 the
 * product is 0 whatever a and b hold. `params` NULL: defaults.
 * Error of an element: at most 4 u sqrt(k) (|alpha| |op(a)| |op(b)| + |beta c|), u = 2^-24, for sums whose roundings are as good
 * as random, at worst k u; with a few u more for alpha, beta and bias, those of f (nadir/activation.h), and a rounding to c's
 * dtype.
 * Order of summation is fixed for a device, a driver and a choice of back end and tiles: the same input gives the same bits.
 * The choice is kept for later runs (nadir/tune.h).
 * Enqueues. The first product of a kind compiles kernels, compares what they give for small odd sizes with double precision,
 * and may time back ends: then it blocks. A path that gave a wrong result is not used on that device and driver any more.
 * Errors: INVALID_ARGUMENT; UNSUPPORTED (the only back end left cannot do it: sizes above 2^31 - 1 or 16-bit matrices with
 * CLBlast); WRONG_RESULT (every back end that could do it gave wrong results here); OUT_OF_MEMORY, BUILD, OPENCL. */
NADIR_API enum nadir_status nadir_gemm(struct nadir_context *context, const struct nadir_matrix *c,
                                       const struct nadir_matrix *a, const struct nadir_matrix *b,
                                       const struct nadir_gemm_params *params);

/* Which back end and tiles nadir_gemm takes for this product, such as "packed" or "clblast, swapped 1": what it does first
 * (checks, timing), this does too. "nothing to multiply" for an empty product. `text` is cut to NADIR_GEMM_TEXT bytes.
 * Errors: as nadir_gemm. */
enum { NADIR_GEMM_TEXT = 128 };
NADIR_API enum nadir_status nadir_gemm_describe(struct nadir_context *context, const struct nadir_matrix *c,
                                                const struct nadir_matrix *a, const struct nadir_matrix *b,
                                                const struct nadir_gemm_params *params, char text[NADIR_GEMM_TEXT]);

/* For an op(b) that serves many products, such as the weights of a model that is evaluated: puts it into the order in which the
 * packed back end reads it, so that products need not. `packed` (nadir_gemm_packed_count floats) belongs to this context's
 * device; the products give `b` with its rows, columns, batch and dtype, but the buffer and offset of `packed`, the same
 * transpose_b, and packed_b. They compute the same bits as without.
 * Errors: UNSUPPORTED where products of this kind do not go to the packed back end (use b itself then), else as nadir_gemm. */
NADIR_API size_t nadir_gemm_packed_count(const struct nadir_context *context, const struct nadir_matrix *b, bool transpose_b);
NADIR_API enum nadir_status nadir_gemm_pack(struct nadir_context *context, const struct nadir_tensor *packed,
                                            const struct nadir_matrix *b, bool transpose_b);

/* y = f(x w^T + b), PyTorch's torch.nn.functional.linear followed by any activation, with nadir_activation_alpha of it.
 * Shape: x (rows, in), w (out, in), b (out) or NULL, y (rows, out). Dtype: float32. y must not overlap the others. Enqueues.
 * Errors: as nadir_gemm. */
NADIR_API enum nadir_status nadir_linear_forward(struct nadir_context *context, const struct nadir_tensor *y,
                                                 const struct nadir_tensor *x, const struct nadir_tensor *w,
                                                 const struct nadir_tensor *b, enum nadir_activation activation);

/* Gradients of x w^T + b with respect to x, w and b, given dy, the gradient of its result (before any activation):
 * dx = dy w, dw = dy^T x, db = sum over rows of dy. Any of dx, dw, db may be NULL and is then not computed.
 * Shape: as above; dx as x, dw as w, db as b, dy as y. Written, not accumulated; results must not overlap inputs.
 * Enqueues. Errors: as nadir_gemm. */
NADIR_API enum nadir_status nadir_linear_backward(struct nadir_context *context, const struct nadir_tensor *dx,
                                                  const struct nadir_tensor *dw, const struct nadir_tensor *db,
                                                  const struct nadir_tensor *dy, const struct nadir_tensor *x,
                                                  const struct nadir_tensor *w);

#ifdef __cplusplus
}
#endif

#endif
