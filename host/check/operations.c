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

/* The walk that is not the device's, and the other ways to multiply: whoever asks for them gets them. */
static enum nadir_status examine_spare(const struct nadir__examination *usual, struct nadir_context_params params,
                                       const char *where, bool products_only)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_context *context;
    struct nadir__examination spare = *usual;
    if (nadir_context_create(&context, usual->doctor->device, &params) != NADIR_OK)
        return nadir__doctor_find(usual->doctor, NADIR_DOCTOR_WARNING, where, "%s", nadir_last_error()->message);
    spare.context = context;
    spare.spare = true;
    spare.where = where;
    if (!products_only) status = examine_all(&spare, true);
    else if (nadir__gemm_is_possible(context)) status = nadir__examine_products(&spare, true);
    nadir_context_destroy(&context);
    return status;
}

enum nadir_status nadir__examine_operations(struct nadir__doctor *doctor, const struct nadir__pretence *pretence)
{
    enum nadir_status status;
    static const char *const backends[NADIR_GEMM_COUNT] = {NULL, ", clblast", ", packed", ", small"};
    const struct nadir_context *context = doctor->context;
    const struct nadir__examination usual = {.doctor = doctor, .context = doctor->context, .where = "",
                                                .pretence = pretence};
    ND_TRY(examine_all(&usual, doctor->params.quick));
    if (pretence) goto out;
    if (!doctor->params.quick) {
        const bool cpu = context->walk == NADIR_WALK_CPU;
        struct nadir_context_params params = nadir_context_params_default();
        params.tune = false;
        params.walk = cpu ? NADIR_WALK_GPU : NADIR_WALK_CPU;
        params.gemm = context->gemm;
        ND_TRY(examine_spare(&usual, params, cpu ? ", gpu walk" : ", cpu walk", false));
        for (int i = NADIR_GEMM_CLBLAST; i < NADIR_GEMM_COUNT; i++) {
            if ((enum nadir_gemm_backend)i == nadir__doctor_gemm(context)) continue;
            params.gemm = (enum nadir_gemm_backend)i;
            params.walk = params.gemm == NADIR_GEMM_SMALL ? NADIR_WALK_GPU : context->walk; /* it has no other */
            ND_TRY(examine_spare(&usual, params, backends[i], true));
        }
    }
    ND_TRY(nadir__examine_paths(doctor));
out:
    return status;
}

enum nadir_status nadir__doctor_operations(struct nadir__doctor *doctor)
{
    return nadir__examine_operations(doctor, NULL);
}
