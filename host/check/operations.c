/* SPDX-License-Identifier: MIT */
/* The stage OPERATIONS: every operation, forward and backward, as this device's contexts run it. */
#include "trial_priv.h"

#include "base/status_priv.h"
#include "runtime/runtime_priv.h"

#include <stdio.h>

static enum nadir_status examine_all(const struct nadir__examination *examination, bool brief)
{
    enum nadir_status status;
    ND_TRY(nadir__examine_products(examination, brief));
    ND_TRY(nadir__examine_simple(examination, brief));
    ND_TRY(nadir__examine_losses(examination, brief));
    ND_TRY(nadir__examine_optimizers(examination, brief));
out:
    return status;
}

/* The walk that is not the device's, and the other way to multiply: whoever asks for them gets them. */
static enum nadir_status examine_spare(const struct nadir__examination *usual, struct nadir_context_params params,
                                       const char *where, bool products_only)
{
    struct nadir_context *context;
    struct nadir__examination spare = *usual;
    if (nadir_context_create(&context, usual->doctor->device, &params) != NADIR_OK)
        return nadir__doctor_find(usual->doctor, NADIR_DOCTOR_WARNING, where, "%s", nadir_last_error()->message);
    spare.context = context;
    spare.spare = true;
    spare.where = where;
    const enum nadir_status status = products_only ? nadir__examine_products(&spare, true) : examine_all(&spare, true);
    nadir_context_destroy(&context);
    return status;
}

enum nadir_status nadir__examine_operations(struct nadir__doctor *doctor, const struct nadir__pretence *pretence)
{
    enum nadir_status status;
    const struct nadir_context *context = doctor->context;
    const struct nadir__examination usual = {.doctor = doctor, .context = doctor->context, .where = "",
                                                .pretence = pretence};
    ND_TRY(examine_all(&usual, doctor->params.quick));
    if (doctor->params.quick || pretence) goto out;
    const bool cpu = context->walk == NADIR_WALK_CPU, packed = context->gemm == NADIR_GEMM_PACKED;
    struct nadir_context_params params = nadir_context_params_default();
    params.walk = cpu ? NADIR_WALK_GPU : NADIR_WALK_CPU;
    params.gemm = context->gemm;
    ND_TRY(examine_spare(&usual, params, cpu ? ", gpu walk" : ", cpu walk", false));
    params.walk = context->walk;
    params.gemm = packed ? NADIR_GEMM_CLBLAST : NADIR_GEMM_PACKED;
    ND_TRY(examine_spare(&usual, params, packed ? ", clblast" : ", packed", true));
out:
    return status;
}

enum nadir_status nadir__doctor_operations(struct nadir__doctor *doctor)
{
    return nadir__examine_operations(doctor, NULL);
}
