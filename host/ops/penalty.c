/* SPDX-License-Identifier: MIT */
/* Penalties on parameters. */
#include "nadir/penalty.h"

#include "base/status_priv.h"
#include "ops_priv.h"

#include <float.h>
#include <stdio.h>

struct nadir_penalty_params nadir_penalty_params_default(void)
{
    return (struct nadir_penalty_params){.half = true};
}

enum nadir_status nadir__penalty_check(const struct nadir_penalty_params *params)
{
    ND_CHECK_ARG(params->l1 >= 0 && params->l1 <= FLT_MAX && params->l2 >= 0 && params->l2 <= FLT_MAX,
                 "penalty: l1 = %g and l2 = %g, but finite numbers of at least 0 are needed", (double)params->l1,
                 (double)params->l2);
    return NADIR_OK;
}

enum nadir_status nadir__emit_penalty(const struct nadir__sink *sink, const struct nadir_tensor *sums,
                                      const struct nadir_tensor *dp, const struct nadir_tensor *p,
                                      const struct nadir_penalty_params *params)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    static const struct nadir_tensor absent = {0};
    const size_t n = nadir_tensor_count(p);
    char defines[64];
    snprintf(defines, sizeof defines, "-DND_LOSS=%d -DND_GRADIENT=%d -DND_ADD=%d", sums != NULL, dp != NULL, dp && params->add);
    ND_TRY(nadir__kernel_get(sink->context, &kernel, sink->context->walk, "penalty", "penalty", defines));
    if (!sums) sums = &absent;
    if (!dp) dp = &absent;
    const float square = params->half ? 0.5f * params->l2 : params->l2;
    const struct nadir__arg args[] = {ND_TENSOR(sums), ND_TENSOR(dp),      ND_TENSOR(p),
                                      ND_U64(n),       ND_F32(params->l1), ND_F32(square)};
    ND_TRY(ND_LAUNCH(sink, kernel, nadir__chunks(sink->context, n), args));
out:
    return status;
}

enum nadir_status nadir_penalty(struct nadir_context *context, const struct nadir_tensor *loss, const struct nadir_tensor *dp,
                                const struct nadir_tensor *p, const struct nadir_penalty_params *params)
{
    enum nadir_status status;
    struct nadir_tensor sums;
    const struct nadir_penalty_params defaults = nadir_penalty_params_default();
    if (!params) params = &defaults;
    ND_CHECK_ARG(context && p && (loss || dp), "penalty: context or p is NULL, or both loss and dp are");
    ND_TRY(nadir__penalty_check(params));
    ND_TRY(nadir__tensor_check("p", p, NADIR_F32));
    if (dp) ND_TRY(nadir__tensor_check_shape("dp", dp, NADIR_F32, p->rank, p->shape));
    if (loss) {
        ND_TRY(nadir__tensor_check("loss", loss, NADIR_F32));
        ND_CHECK_ARG(nadir_tensor_count(loss) == 1, "loss has %zu elements, but a penalty is 1", nadir_tensor_count(loss));
    }
    ND_TRY(nadir__tensor_check_in_place("dp", dp, "p", p));
    ND_TRY(nadir__tensor_check_apart("loss", loss, "p", p));
    ND_TRY(nadir__tensor_check_apart("loss", loss, "dp", dp));
    const struct nadir__sink sink = {.context = nadir__begin(context)};
    if (loss) ND_TRY(nadir__scratch(&sink, &sums, nadir__chunks(context, nadir_tensor_count(p))));
    ND_TRY(nadir__emit_penalty(&sink, loss ? &sums : NULL, dp, p, params));
    if (loss) ND_TRY(nadir__emit_sum(&sink, loss, NULL, &sums, NULL, 1.0f));
out:
    return status;
}
