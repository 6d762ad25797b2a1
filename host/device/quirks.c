/* SPDX-License-Identifier: MIT */
/* The table of driver quirks: the only file that names vendors. */
#include "quirks_priv.h"

#include <stdlib.h>
#include <string.h>

enum effect {
    NO_DEVICE,        /* lists no device while `variable` is unset or empty */
    WRONG_PACKED_GEMM /* Nadir's own matrix product gives wrong numbers on its CPU device */
};

static const struct {
    const char *platform; /* its name */
    enum effect effect;
    const char *variable; /* of the environment, NULL where it plays no part */
    const char *reason;   /* for NO_DEVICE it fits nadir_platform.problem */
    const char *link;
} quirks[] = {
    {"rusticl", NO_DEVICE, "RUSTICL_ENABLE",
     "RUSTICL_ENABLE is unset: set it to the drivers to use, such as radeonsi or llvmpipe", "https://docs.mesa3d.org/rusticl"},
    {"rusticl", WRONG_PACKED_GEMM, NULL,
     "Mesa 22.3 compiles it for llvmpipe with \"load_kernel_arg in control flow as uniform, results may be incorrect\", and they "
     "are", "https://docs.mesa3d.org/rusticl"},
};

const char nadir__quirk_drivers[] = "pocl-opencl-icd runs on every CPU, GPUs need their vendor's";

const char *nadir__quirk_no_device(const char *platform_name)
{
    for (size_t i = 0; i < sizeof quirks / sizeof quirks[0]; i++) {
        if (quirks[i].effect != NO_DEVICE || strcmp(quirks[i].platform, platform_name) != 0) continue;
        const char *value = getenv(quirks[i].variable);
        if (!value || !value[0]) return quirks[i].reason;
    }
    return NULL;
}

bool nadir__quirk_wrong_packed_gemm(const char *platform_name)
{
    for (size_t i = 0; i < sizeof quirks / sizeof quirks[0]; i++)
        if (quirks[i].effect == WRONG_PACKED_GEMM && strcmp(quirks[i].platform, platform_name) == 0) return true;
    return false;
}
