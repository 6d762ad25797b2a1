/* SPDX-License-Identifier: MIT */
/* The doctor's last stage: the same work again and again. What changes from one round to another was computed wrongly, by heat,
 * by bad memory, by a race in the driver. */
#include "check_priv.h"

#include "base/clock_priv.h"
#include "base/status_priv.h"
#include "nadir/gemm.h"
#include "nadir/loss.h"
#include "nadir/optimizer.h"
#include "nadir/random.h"
#include "nadir/softmax.h"
#include "nadir/tensor.h"

#include <stdlib.h>
#include <zlib.h>

enum { SIDE = 384, ELEMENTS = SIDE * SIDE };

/* Square matrices; everything is derived from a, b and the labels, which do not change. */
struct work {
    struct nadir_context *context;
    struct nadir_tensor a, b, labels;
    struct nadir_tensor product, softmax, gradient, loss, parameters, moments[2], copy;
};

static enum nadir_status multiply(const struct work *work)
{
    const struct nadir_matrix a = nadir_matrix_of(&work->a), b = nadir_matrix_of(&work->b);
    const struct nadir_matrix product = nadir_matrix_of(&work->product);
    return nadir_gemm(work->context, &product, &a, &b, NULL);
}

static enum nadir_status softmax(const struct work *work)
{
    return nadir_softmax_forward(work->context, &work->softmax, &work->product, NADIR_SOFTMAX, NULL);
}

static enum nadir_status cross_entropy(const struct work *work)
{
    const struct nadir_loss_tensors tensors = {
        .x = {&work->product}, .target = &work->labels, .loss = &work->loss, .dx = {&work->gradient}};
    return nadir_loss_compute(work->context, NADIR_LOSS_CROSS_ENTROPY, &tensors, NULL);
}

static enum nadir_status adam(const struct work *work)
{
    enum nadir_status status = NADIR_OK;
    const struct nadir_update_tensors tensors = {
        .p = &work->parameters, .g = &work->gradient, .states = {&work->moments[0], &work->moments[1]}};
    const struct nadir_optimizer_params params = nadir_optimizer_params_default(NADIR_ADAM);
    ND_CL(clEnqueueCopyBuffer(nadir_context_queue(work->context), work->a.buffer, work->parameters.buffer, 0, 0,
                              ELEMENTS * sizeof(float), 0, NULL, NULL));
    ND_TRY(nadir_tensor_zero(work->context, &work->moments[0]));
    ND_TRY(nadir_tensor_zero(work->context, &work->moments[1]));
    ND_TRY(nadir_optimizer_update(work->context, &tensors, 1, 1, &params));
out:
    return status;
}

/* From an odd offset to another, so that no path for aligned memory is taken. */
static enum nadir_status copy(const struct work *work)
{
    enum nadir_status status = NADIR_OK;
    ND_CL(clEnqueueCopyBuffer(nadir_context_queue(work->context), work->parameters.buffer, work->copy.buffer, 3, 5,
                              ELEMENTS * sizeof(float) - 7, 0, NULL, NULL));
out:
    return status;
}

/* Each with its result. */
static const struct stress_operation {
    const char *name;
    enum nadir_status (*run)(const struct work *);
    size_t result; /* offset in struct work */
} stress_operations[] = {
    {"matrix product", multiply, offsetof(struct work, product)},
    {"softmax", softmax, offsetof(struct work, softmax)},
    {"cross-entropy", cross_entropy, offsetof(struct work, gradient)},
    {"adam step", adam, offsetof(struct work, parameters)},
    {"copy", copy, offsetof(struct work, copy)},
};
enum { OPERATIONS = sizeof stress_operations / sizeof stress_operations[0] };

static enum nadir_status work_make(struct work *work, struct nadir_context *context, float *host)
{
    enum nadir_status status = NADIR_OK;
    const size_t shape[2] = {SIDE, SIDE};
    struct nadir_tensor *const matrices[] = {&work->a,          &work->b,          &work->product,
                                             &work->softmax,    &work->gradient,   &work->parameters,
                                             &work->moments[0], &work->moments[1], &work->copy};
    int32_t labels[SIDE];
    *work = (struct work){.context = context};
    for (size_t i = 0; i < sizeof matrices / sizeof *matrices; i++) {
        ND_TRY(nadir_tensor_create(matrices[i], context, NADIR_F32, 2, shape));
        for (size_t k = 0; k < ELEMENTS; k++) host[k] = nadir_random_float(8, i, k) - 0.5f;
        ND_TRY(nadir_tensor_upload(context, matrices[i], host));
    }
    for (size_t k = 0; k < SIDE; k++) labels[k] = (int32_t)(nadir_random_word(8, 100, k) % SIDE);
    ND_TRY(nadir_tensor_create(&work->labels, context, NADIR_I32, 1, shape));
    ND_TRY(nadir_tensor_upload(context, &work->labels, labels));
    ND_TRY(nadir_tensor_create(&work->loss, context, NADIR_F32, 0, NULL));
out:
    return status;
}

static void work_release(struct work *work)
{
    struct nadir_tensor *const tensors[] = {&work->a,          &work->b,          &work->labels, &work->product,
                                            &work->softmax,    &work->gradient,   &work->loss,   &work->parameters,
                                            &work->moments[0], &work->moments[1], &work->copy};
    for (size_t i = 0; i < sizeof tensors / sizeof *tensors; i++) nadir_tensor_destroy(tensors[i]);
}

/* One round; the first one writes `sums`, the others compare. */
static enum nadir_status run_round(const struct work *work, float *host, uint64_t round, unsigned long sums[OPERATIONS])
{
    enum nadir_status status = NADIR_OK;
    for (size_t i = 0; i < OPERATIONS; i++) {
        const struct stress_operation *operation = &stress_operations[i];
        const struct nadir_tensor *result = (const void *)((const char *)work + operation->result);
        ND_TRY(operation->run(work));
        ND_TRY(nadir_tensor_download(work->context, result, host));
        const unsigned long sum = crc32(0, (const unsigned char *)host, ELEMENTS * sizeof *host);
        if (round == 1) sums[i] = sum;
        if (sum != sums[i]) {
            status = nadir__fail(NADIR_ERROR_WRONG_RESULT,
                                 "%s: round %llu has another result than the first (CRC %08lx, was %08lx)", operation->name,
                                 (unsigned long long)round, sum, sums[i]);
            goto out;
        }
    }
    ND_TRY(nadir_context_check(work->context));
out:
    return status;
}

enum nadir_status nadir__doctor_stress(struct nadir__doctor *doctor)
{
    enum nadir_status status = NADIR_OK;
    struct work work = {0};
    unsigned long sums[OPERATIONS] = {0};
    uint64_t round = 0;
    float *host = malloc(ELEMENTS * sizeof *host);
    nadir__doctor_begin(doctor, "the same work again");
    enum nadir_status result = host ? work_make(&work, doctor->context, host)
                                    : nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the stress stage");
    const double end = nadir__seconds() + doctor->params.stress_seconds;
    while (result == NADIR_OK) {
        result = run_round(&work, host, ++round, sums);
        if (round >= 2 && nadir__seconds() >= end) break;
        ND_TRY(nadir__doctor_check_stop(doctor));
    }
    if (result != NADIR_OK) ND_TRY(nadir__doctor_find_status(doctor, result, "the same work again"));
    else
        ND_TRY(nadir__doctor_find(doctor, NADIR_DOCTOR_PASS, "the same work again", "%llu rounds, all the same",
                                  (unsigned long long)round));
out:
    work_release(&work);
    free(host);
    return status;
}
