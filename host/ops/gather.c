/* SPDX-License-Identifier: MIT */
/* Batches out of a data set that lies on the device. */
#include "ops_priv.h"

#include "base/status_priv.h"

enum nadir_status nadir__emit_gather(const struct nadir__sink *sink, const struct nadir__gather *gather, size_t rows,
                                     const uint64_t *first)
{
    enum nadir_status status;
    struct nadir__kernel *kernel;
    ND_TRY(nadir__kernel_get(sink->context, &kernel, sink->context->walk, "gather", "gather_rows",
                             gather->order ? "-DND_INDEXED=1" : "-DND_INDEXED=0"));
    ND_TRY(nadir__check_rounds(sink->context, "gather_rows", nadir__row_rounds(sink->context, gather->features)));
    const struct nadir__arg args[] = {
        ND_TENSOR(&gather->x),
        ND_TENSOR(&gather->y),
        ND_MEM(gather->samples),
        ND_MEM(gather->labels),
        ND_MEM(gather->order ? gather->order : gather->labels),
        ND_U64_AT(first),
        ND_U64(gather->features),
        ND_F32(gather->scale),
        ND_F32(gather->shift),
    };
    ND_TRY(ND_LAUNCH(sink, kernel, rows, args));
out:
    return status;
}
