/* SPDX-License-Identifier: MIT */
/* Random numbers on the device: the same stream as host/base/philox.c. */
#include "nadir/random.h"

#include "base/status_priv.h"
#include "runtime/runtime_priv.h"

#include <math.h>

enum nadir_status nadir_random_uniform(struct nadir_context *context, const struct nadir_tensor *tensor, float low,
                                       float high, uint64_t seed, uint64_t stream)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    ND_CHECK_ARG(context && tensor, "random: context or tensor is NULL");
    ND_CHECK_ARG(isfinite(low) && isfinite(high) && low <= high && isfinite(high - low),
                 "random: %g .. %g is not a range of finite width", (double)low, (double)high);
    ND_TRY(nadir__tensor_check("tensor", tensor, NADIR_F32));
    ND_TRY(nadir__kernel_get(context, &kernel, context->walk, "random", "random_uniform", ""));
    const size_t n = nadir_tensor_count(tensor);
    const struct nadir__arg args[] = {ND_TENSOR(tensor), ND_U64(n),    ND_F32(low), ND_F32(high - low),
                                      ND_U64(seed),      ND_U64(stream)};
    ND_TRY(ND_LAUNCH(&(struct nadir__sink){.context = context}, kernel, nadir__chunks(context, n), args));
out:
    return status;
}
