/* SPDX-License-Identifier: MIT */
/* The doctor's first stage: every kernel file compiles with the options that the library uses, and every kernel is there. */
#include "check_priv.h"

#include "base/status_priv.h"
#include "runtime/runtime_priv.h"

#include <stdio.h>
#include <string.h>

/* PACKED: has the CPU walk only, but may be used beside the GPU walk; WIDE: where vectors have 16 floats, NARROW: where they have
 * fewer. SMALL: has the GPU walk only, and needs work-groups. */
enum { QUICK = 1, PACKED = 2, WIDE = 4, NARROW = 8, SMALL = 16 };

/* One specialisation of a file with the kernels that it has, separated by spaces. Those of a file stand together, the plainest
 * first. Macros stand as the operations write them, so that later stages find the program built. */
struct specialisation {
    const char *file;
    const char *kernels;
    const char *defines;
    unsigned flags;
};

#define ACTIVATION "activation activation_backward scale scale_by add"
#define ADAFACTOR                                                                                                              \
    "adafactor_sums adafactor_averages adafactor_means adafactor_squares adafactor_factors adafactor_update"
#define MUON "muon_momentum muon_normalise muon_polynomial muon_apply"
#define CONTROL "gradient_norms gradient_control tensor_clip tensor_ratio gradient_add show_average"
#define REDUCE "sum_chunks sum_final sum_rows argmax_rows"
#define VECTOR "dot_chunks max_abs_chunks norm2_chunks norm2_final combine"
#define CHECK "ids count reverse_group scan_group integers integers_vector move vectors halves far_write floats floats_scalar"

#define PLAIN_COPY "-DND_AVERAGE=0 -DND_COPY=0 -DND_STORAGE=0"
#define BFLOAT16_COPY "-DND_AVERAGE=1 -DND_COPY=1 -DND_STORAGE=2"
#define STORAGE(a, b, c) " -DND_A_STORAGE=" #a " -DND_B_STORAGE=" #b " -DND_C_STORAGE=" #c
#define GEMM(transpose_a, transpose_b) "-DND_TRANSPOSE_A=" #transpose_a " -DND_TRANSPOSE_B=" #transpose_b STORAGE(0, 0, 0)
#define GEMM_BFLOAT16 "-DND_TRANSPOSE_A=0 -DND_TRANSPOSE_B=1" STORAGE(2, 2, 2)
#define FUSED(bias, activation, derivative, sums)                                                                              \
    " -DND_B_PACKED=0 -DND_NARROW=0 -DND_BIAS=" #bias " -DND_ACTIVATION=" #activation " -DND_BEFORE=0 -DND_DERIVATIVE=" #derivative          \
    " -DND_ROW_SUMS=" #sums " -DND_PACK=0"
#define PACK_A(rows) " -DND_MR=" #rows " -DND_A_PLACE=0"
#define A_PLACE " -DND_MR=4 -DND_A_PLACE=1"
#define PACK_B " -DND_MR=4 -DND_A_PLACE=0 -DND_B_PACKED=0 -DND_NARROW=0 -DND_BIAS=0 -DND_ACTIVATION=0 -DND_BEFORE=0 "          \
    "-DND_DERIVATIVE=0 -DND_ROW_SUMS=0 -DND_PACK=1"
#define TILES(activation, derivative, sums)                                                                                    \
    " -DND_TILE_M=32 -DND_TILE_N=32 -DND_DEPTH=32 -DND_ACTIVATION=" #activation " -DND_DERIVATIVE=" #derivative                 \
    " -DND_ROW_SUMS=" #sums
#define EPILOGUE(activation, derivative)                                                                                       \
    "-DND_A_STORAGE=0 -DND_B_STORAGE=0 -DND_C_STORAGE=0 -DND_ACTIVATION=" #activation " -DND_DERIVATIVE=" #derivative
#define ROWS_OF(cols, storage) "-DND_COLS=" #cols " -DND_STORAGE=" #storage
#define LABELS " -DND_TARGETS=0 -DND_FOCAL=0 -DND_WEIGHT=0 -DND_SMOOTHING=0"
#define SMOOTH_LABELS " -DND_TARGETS=0 -DND_FOCAL=0 -DND_WEIGHT=1 -DND_SMOOTHING=1"
#define FOCAL " -DND_TARGETS=0 -DND_FOCAL=1 -DND_WEIGHT=0 -DND_SMOOTHING=0"
#define TARGETS " -DND_TARGETS=1 -DND_FOCAL=0 -DND_WEIGHT=0 -DND_SMOOTHING=0"
#define LOSS_AND_GRADIENT " -DND_LOSS=1 -DND_GRADIENT=1 -DND_CORRECT=0 -DND_TOTAL=0"
#define GRADIENT_AND_HITS " -DND_LOSS=0 -DND_GRADIENT=1 -DND_CORRECT=1 -DND_TOTAL=1"
#define POINTWISE(name, loss, gradient, inputs)                                                                                \
    "-DND_FUNCTION=" #name " -DND_LOSS=" #loss " -DND_GRADIENT=" #gradient " -DND_INPUTS=" #inputs                             \
    " -DND_WEIGHT=0 -DND_POS_WEIGHT=0 -DND_SAMPLE_WEIGHT=0 -DND_UPSTREAM=0 -DND_FACTOR=0 -DND_LOG_INPUT=1 -DND_FULL=0 "        \
    "-DND_LOG_TARGET=0 -DND_FROM_PROBABILITIES=0 -DND_CLIP=0 -DND_BALANCED=0"
#define RULE(rule, states)                                                                                                     \
    "-DND_RULE=" #rule " -DND_STATES=" #states                                                                                 \
    " -DND_PASS=0 -DND_INSIDE=0 -DND_MANAGED=0 -DND_AVERAGE=0 -DND_COPY=0 -DND_GRADIENT=0 -DND_STORAGE=0"
#define MANAGED_RULE(rule, states)                                                                                             \
    "-DND_RULE=" #rule " -DND_STATES=" #states                                                                                 \
    " -DND_PASS=0 -DND_INSIDE=0 -DND_MANAGED=1 -DND_AVERAGE=1 -DND_COPY=1 -DND_GRADIENT=0 -DND_STORAGE=2"

static const struct specialisation specialisations[] = {
    {"activation", ACTIVATION, "-DND_ACTIVATION=1", QUICK},
    {"activation", ACTIVATION, "-DND_ACTIVATION=3", 0},
    {"activation", ACTIVATION, "-DND_ACTIVATION=4", 0},
    {"activation", ACTIVATION, "-DND_ACTIVATION=6", 0},
    {"activation", ACTIVATION, "-DND_ACTIVATION=8", 0},
    {"activation", ACTIVATION, "-DND_ACTIVATION=9", 0},
    {"adafactor", ADAFACTOR, PLAIN_COPY " -DND_TILE=256", QUICK},
    {"adafactor", ADAFACTOR, BFLOAT16_COPY " -DND_TILE=1024", 0},
    {"adam8bit", "adam8bit", PLAIN_COPY, QUICK},
    {"adam8bit", "adam8bit", BFLOAT16_COPY, 0},
    {"check", CHECK, "", QUICK},
    {"compact_adam", "compact_adam", PLAIN_COPY, QUICK},
    {"compact_adam", "compact_adam", BFLOAT16_COPY, 0},
    {"cross_entropy", "cross_entropy_rows", ROWS_OF(0, 0) LABELS LOSS_AND_GRADIENT, QUICK},
    {"cross_entropy", "cross_entropy_narrow", ROWS_OF(10, 0) LABELS LOSS_AND_GRADIENT, QUICK},
    {"cross_entropy", "cross_entropy_narrow", ROWS_OF(10, 0) LABELS GRADIENT_AND_HITS, 0},
    {"cross_entropy", "cross_entropy_rows", ROWS_OF(0, 1) SMOOTH_LABELS LOSS_AND_GRADIENT, 0},
    {"cross_entropy", "cross_entropy_rows", ROWS_OF(0, 2) FOCAL LOSS_AND_GRADIENT, 0},
    {"cross_entropy", "cross_entropy_rows", ROWS_OF(0, 0) TARGETS LOSS_AND_GRADIENT, 0},
    {"cross_entropy_probabilities", "cross_entropy_probabilities", ROWS_OF(0, 0) LABELS LOSS_AND_GRADIENT, QUICK},
    {"cross_entropy_probabilities", "cross_entropy_probabilities", ROWS_OF(0, 0) TARGETS LOSS_AND_GRADIENT, 0},
    {"ctc", "ctc_frames ctc_paths ctc_gradient", "-DND_LOSS=1 -DND_GRADIENT=1 -DND_UPSTREAM=0", QUICK},
    {"distance_loss", "cosine_embedding", "-DND_KIND=0", QUICK},
    {"distance_loss", "triplet_margin", "-DND_KIND=1 -DND_NORM=2 -DND_SWAP=0", QUICK},
    {"distance_loss", "triplet_margin", "-DND_KIND=1 -DND_NORM=0 -DND_SWAP=1", 0},
    {"gather", "gather_rows", "-DND_INDEXED=1", QUICK},
    {"gather", "gather_rows", "-DND_INDEXED=0", 0},
    {"gemm_epilogue", "gemm_epilogue gemm_row_sums", EPILOGUE(0, 0), QUICK},
    {"gemm_epilogue", "gemm_epilogue", EPILOGUE(1, 0), 0},
    {"gemm_epilogue", "gemm_epilogue", EPILOGUE(4, 1), 0},
    {"gemm_packed", "gemm_packed", GEMM(0, 0) A_PLACE FUSED(0, 0, 0, 0), QUICK | PACKED},
    {"gemm_packed", "gemm_packed", GEMM(0, 1) PACK_A(8) FUSED(1, 1, 0, 0), QUICK | PACKED | WIDE},
    {"gemm_packed", "gemm_packed", GEMM(0, 1) PACK_A(4) FUSED(1, 1, 0, 0), QUICK | PACKED | NARROW},
    {"gemm_packed", "gemm_pack_b", GEMM(0, 1) PACK_B, PACKED},
    {"gemm_packed", "gemm_packed", GEMM(0, 1) A_PLACE FUSED(1, 4, 0, 0), PACKED},
    {"gemm_packed", "gemm_packed", GEMM(0, 1) A_PLACE FUSED(1, 8, 0, 0), PACKED},
    {"gemm_packed", "gemm_packed", GEMM(0, 0) A_PLACE FUSED(0, 1, 1, 0), PACKED},
    {"gemm_packed", "gemm_packed", GEMM(1, 0) A_PLACE FUSED(0, 0, 0, 1), PACKED},
    {"gemm_packed", "gemm_packed", GEMM(1, 1) A_PLACE FUSED(0, 0, 0, 0), PACKED},
    {"gemm_packed", "gemm_packed", GEMM_BFLOAT16 A_PLACE FUSED(1, 1, 0, 0), PACKED},
    {"gemm_small", "gemm_small", GEMM(0, 0) TILES(0, 0, 0), QUICK | SMALL},
    {"gemm_small", "gemm_small", GEMM(0, 1) TILES(1, 0, 0), SMALL},
    {"gemm_small", "gemm_small", GEMM(0, 0) TILES(4, 1, 0), SMALL},
    {"gemm_small", "gemm_small", GEMM(1, 0) TILES(0, 0, 1), SMALL},
    {"gemm_small", "gemm_small", GEMM_BFLOAT16 TILES(1, 0, 0), SMALL},
    {"label_loss", "label_loss", "-DND_KIND=0", QUICK},
    {"label_loss", "label_loss", "-DND_KIND=1", 0},
    {"label_loss", "label_loss", "-DND_KIND=2", 0},
    {"label_loss", "label_loss", "-DND_KIND=3", 0},
    {"label_loss", "label_loss", "-DND_KIND=4", 0},
    {"loss", "weight_chunks weight_factor", "-DND_LABELS=1 -DND_WEIGHT=1 -DND_SAMPLE_WEIGHT=0", QUICK},
    {"loss", "weight_chunks weight_factor", "-DND_LABELS=0 -DND_WEIGHT=0 -DND_SAMPLE_WEIGHT=1", 0},
    {"muon", MUON, PLAIN_COPY, QUICK},
    {"muon", MUON, BFLOAT16_COPY, 0},
    {"optimizer", "optimizer_step", RULE(6, 3), QUICK},
    {"optimizer", "optimizer_step", RULE(0, 0), 0},
    {"optimizer", "optimizer_step", RULE(0, 1), 0},
    {"optimizer", "optimizer_step", RULE(3, 1), 0},
    {"optimizer", "optimizer_step", RULE(4, 3), 0},
    {"optimizer", "optimizer_step", RULE(5, 7), 0},
    {"optimizer", "optimizer_step", MANAGED_RULE(6, 3), 0},
    {"optimizer", "optimizer_step", RULE(8, 3), 0},
    {"optimizer", "optimizer_step", RULE(9, 3), 0},
    {"optimizer", "optimizer_step", RULE(10, 3), 0},
    {"optimizer", "optimizer_step", RULE(11, 1), 0},
    {"optimizer", "optimizer_step", RULE(12, 15), 0},
    {"optimizer", "optimizer_step", RULE(13, 3), 0},
    {"optimizer", "optimizer_step", RULE(14, 1), 0},
    {"optimizer", "optimizer_step", RULE(15, 3), 0},
    {"optimizer", "optimizer_step", RULE(16, 3), 0},
    {"optimizer_control", CONTROL, "-DND_ROWS=2048", QUICK},
    {"peak", "copy fma_peak", "", QUICK},
    {"penalty", "penalty", "-DND_LOSS=1 -DND_GRADIENT=1 -DND_ADD=0", QUICK},
    {"penalty", "penalty", "-DND_LOSS=0 -DND_GRADIENT=1 -DND_ADD=1", 0},
    {"pointwise_loss", "pointwise_loss", POINTWISE(mse, 2, 1, 1), QUICK},
    {"pointwise_loss", "pointwise_loss", POINTWISE(huber, 2, 1, 1), 0},
    {"pointwise_loss", "pointwise_loss", POINTWISE(log_cosh, 2, 1, 1), 0},
    {"pointwise_loss", "pointwise_loss", POINTWISE(poisson_nll, 2, 1, 1), 0},
    {"pointwise_loss", "pointwise_loss", POINTWISE(gaussian_nll, 1, 3, 2), 0},
    {"pointwise_loss", "pointwise_loss", POINTWISE(bce, 2, 1, 1), 0},
    {"pointwise_loss", "pointwise_loss", POINTWISE(bce_with_logits, 2, 1, 1), 0},
    {"pointwise_loss", "pointwise_loss", POINTWISE(sigmoid_focal, 2, 1, 1), 0},
    {"pointwise_loss", "pointwise_loss", POINTWISE(kl_div, 2, 1, 1), 0},
    {"random", "random_uniform", "", QUICK},
    {"reduce", REDUCE, "-DND_FACTOR=0", QUICK},
    {"reduce", REDUCE, "-DND_FACTOR=1", 0},
    {"softmax", "softmax_rows", "-DND_COLS=0 -DND_SOFTMAX=0 -DND_STORAGE=0", QUICK},
    {"softmax", "softmax_narrow", "-DND_COLS=10 -DND_SOFTMAX=0 -DND_STORAGE=0", QUICK},
    {"softmax", "softmax_rows", "-DND_COLS=0 -DND_SOFTMAX=1 -DND_STORAGE=1", 0},
    {"softmax", "softmax_rows", "-DND_COLS=0 -DND_SOFTMAX=2 -DND_STORAGE=2", 0},
    {"softmax", "softmax_narrow", "-DND_COLS=16 -DND_SOFTMAX=3 -DND_STORAGE=0", 0},
    {"softmax_backward", "softmax_backward_rows", "-DND_COLS=0 -DND_SOFTMAX=0 -DND_STORAGE=0", QUICK},
    {"softmax_backward", "softmax_backward_narrow", "-DND_COLS=10 -DND_SOFTMAX=1 -DND_STORAGE=1", 0},
    {"vector", VECTOR, "", QUICK},
};

enum { SPECIALISATIONS = sizeof specialisations / sizeof specialisations[0] };

static enum nadir_status build_one(struct nadir_context *context, enum nadir_walk walk, const struct specialisation *row)
{
    enum nadir_status status = NADIR_OK;
    struct nadir__kernel *kernel;
    char name[64];
    for (const char *rest = row->kernels; *rest;) {
        const size_t length = strcspn(rest, " ");
        snprintf(name, sizeof name, "%.*s", (int)length, rest);
        status = nadir__kernel_get(context, &kernel, walk, row->file, name, row->defines);
        if (status == NADIR_ERROR_OPENCL)
            status = nadir__fail(status, "%s of %s.cl: %s", name, row->file, nadir_last_error()->message);
        if (status != NADIR_OK) break;
        rest += length + (rest[length] == ' ');
    }
    return status;
}

/* The specialisations of the file of row `first` for a walk: one finding. */
static enum nadir_status build_file(struct nadir__doctor *doctor, enum nadir_walk walk, size_t first)
{
    enum nadir_status status = NADIR_OK;
    const char *file = specialisations[first].file;
    const bool own = walk == doctor->context->walk;
    char check[64];
    snprintf(check, sizeof check, "kernel %s%s", file, own ? "" : walk == NADIR_WALK_CPU ? ", cpu walk" : ", gpu walk");
    nadir__doctor_begin(doctor, check);
    unsigned built = 0;
    for (size_t i = first; i < SPECIALISATIONS && strcmp(specialisations[i].file, file) == 0 && status == NADIR_OK; i++) {
        const struct specialisation *row = &specialisations[i];
        const struct nadir_context *context = doctor->context;
        const bool packed = row->flags & PACKED, wide = context->geometry[NADIR_WALK_CPU].vector == 16;
        if (packed && walk != NADIR_WALK_CPU && (!own || nadir__doctor_gemm(context) != NADIR_GEMM_PACKED)) continue;
        if (row->flags & (wide ? NARROW : WIDE)) continue;
        if ((row->flags & SMALL) && (walk == NADIR_WALK_CPU || context->geometry[NADIR_WALK_GPU].work_group < 64)) continue;
        if (doctor->params.quick && !(row->flags & QUICK)) continue;
        status = build_one(doctor->context, packed ? NADIR_WALK_CPU : walk, row);
        built++;
    }
    if (built == 0) return NADIR_OK;
    if (status == NADIR_OK) return nadir__doctor_find_status(doctor, status, check);
    if (own && status == NADIR_ERROR_OUT_OF_MEMORY) return nadir__doctor_find_status(doctor, status, check);
    /* A kernel that this device cannot have, for any other reason, is one that training would miss. */
    if (own) return nadir__doctor_find(doctor, NADIR_DOCTOR_FAIL, check, "%s", nadir_last_error()->message);
    return nadir__doctor_find(doctor, NADIR_DOCTOR_WARNING, check, "only used when NADIR_WALK asks for it: %s",
                              nadir_last_error()->message);
}

enum nadir_status nadir__doctor_build(struct nadir__doctor *doctor)
{
    enum nadir_status status = NADIR_OK;
    nadir__doctor_begin(doctor, "context");
    struct nadir_context_params params = nadir_context_params_default();
    params.tune = false; /* what is examined does not depend on earlier runs, and leaves no choices behind */
    if (nadir_context_create(&doctor->context, doctor->device, &params) != NADIR_OK)
        return nadir__doctor_find(doctor, NADIR_DOCTOR_FAIL, "context", "%s", nadir_last_error()->message);
    ND_TRY(nadir__doctor_find_status(doctor, NADIR_OK, "context"));
    const enum nadir_walk own = doctor->context->walk, other = own == NADIR_WALK_CPU ? NADIR_WALK_GPU : NADIR_WALK_CPU;
    for (int pass = 0; pass < (doctor->params.quick ? 1 : 2); pass++)
        for (size_t i = 0; i < SPECIALISATIONS; i++) {
            if (i > 0 && strcmp(specialisations[i].file, specialisations[i - 1].file) == 0) continue;
            ND_TRY(build_file(doctor, pass == 0 ? own : other, i));
        }
out:
    return status;
}
