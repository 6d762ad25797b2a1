/* SPDX-License-Identifier: MIT */
/* The table of driver quirks: the only file that names vendors. */
#include "quirks_priv.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum effect {
    NO_DEVICE,      /* lists no device while `variable` is unset or empty */
    NO_CACHE,       /* lists no device if the folder that `variable` names, or else the user's, cannot be written */
    LOOP_ROUNDS,    /* ends the loops of a work-item after `limit` rounds of all of them together, without an error */
    GROUP_OF_KERNEL /* says that kernels run in smaller work-groups than they do */
};

static const struct {
    const char *platform; /* its name; NULL: any */
    const char *device;   /* how its name begins; NULL: any */
    enum effect effect;
    const char *variable; /* of the environment, NULL where it plays no part */
    size_t limit;
    const char *reason; /* for NO_DEVICE and NO_CACHE it fits nadir_platform.problem */
    const char *link;
} quirks[] = {
    {"rusticl", NULL, NO_DEVICE, "RUSTICL_ENABLE", 0,
     "RUSTICL_ENABLE is unset: set it to the drivers to use, such as radeonsi or llvmpipe", "https://docs.mesa3d.org/rusticl"},
    {"Portable Computing Language", NULL, NO_CACHE, "POCL_CACHE_DIR", 0,
     "its cache folder cannot be written: set POCL_CACHE_DIR to one that can be",
     "https://portablecl.org/docs/html/env_variables.html"},
    {NULL, "llvmpipe", LOOP_ROUNDS, NULL, 65535, "LP_MAX_TGSI_LOOP_ITERATIONS, \"shared between every loop in a TGSI shader\"",
     "https://gitlab.freedesktop.org/mesa/mesa/-/blob/mesa-22.3.6/src/gallium/auxiliary/gallivm/lp_bld_limits.h"},
    {"rusticl", NULL, GROUP_OF_KERNEL, NULL, 0,
     "CL_KERNEL_WORK_GROUP_SIZE is the size of a sub-group (32), also of kernels that are compiled for and run in groups of 256",
     "https://gitlab.freedesktop.org/mesa/mesa/-/blob/mesa-22.3.6/src/gallium/frontends/rusticl/api/kernel.rs"},
};

const char nadir__quirk_drivers[] = "pocl-opencl-icd runs on every CPU, GPUs need their vendor's";

static const char *find_variable(const char *name)
{
    const char *value = getenv(name);
    return value && value[0] ? value : NULL;
}

/* Whether a folder can be written, or be made in the nearest one that exists. */
static bool is_writable(const char *folder)
{
    char path[1024];
    struct stat about;
    if (snprintf(path, sizeof path, "%s", folder) >= (int)sizeof path) return false;
    while (stat(path, &about) != 0) {
        char *slash = strrchr(path, '/');
        if (errno != ENOENT) return false;
        if (!slash) return access(".", W_OK) == 0;
        slash[slash == path] = 0;
    }
    return S_ISDIR(about.st_mode) && access(path, W_OK) == 0;
}

static bool has_cache(const char *variable)
{
    const char *folder = find_variable(variable);
    if (!folder) folder = find_variable("XDG_CACHE_HOME");
    if (!folder) folder = find_variable("HOME");
    return !folder || is_writable(folder);
}

const char *nadir__quirk_no_device(const char *platform_name)
{
    for (size_t i = 0; i < sizeof quirks / sizeof quirks[0]; i++) {
        if (!quirks[i].platform || strcmp(quirks[i].platform, platform_name) != 0) continue;
        if (quirks[i].effect == NO_DEVICE && !find_variable(quirks[i].variable)) return quirks[i].reason;
        if (quirks[i].effect == NO_CACHE && !has_cache(quirks[i].variable)) return quirks[i].reason;
    }
    return NULL;
}

size_t nadir__quirk_loop_rounds(const struct nadir_device *device)
{
    for (size_t i = 0; i < sizeof quirks / sizeof quirks[0]; i++)
        if (quirks[i].effect == LOOP_ROUNDS && strncmp(device->name, quirks[i].device, strlen(quirks[i].device)) == 0)
            return quirks[i].limit;
    return SIZE_MAX;
}

bool nadir__quirk_group_of_kernel(const struct nadir_device *device)
{
    for (size_t i = 0; i < sizeof quirks / sizeof quirks[0]; i++)
        if (quirks[i].effect == GROUP_OF_KERNEL && strcmp(device->platform_name, quirks[i].platform) == 0) return true;
    return false;
}
