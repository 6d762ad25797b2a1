/* SPDX-License-Identifier: MIT */
/* Version, symbol visibility and the element types that every other header uses. */
#ifndef NADIR_BASE_H
#define NADIR_BASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifndef CL_TARGET_OPENCL_VERSION
#define CL_TARGET_OPENCL_VERSION 120
#endif
#include <CL/cl.h>

#define NADIR_VERSION_MAJOR 0
#define NADIR_VERSION_MINOR 1
#define NADIR_VERSION_PATCH 0

#if defined(__GNUC__)
#define NADIR_API __attribute__((visibility("default")))
#else
#define NADIR_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The library's version as text, "0.1.0". Static storage. */
NADIR_API const char *nadir_version(void);

#ifdef __cplusplus
}
#endif

#endif
