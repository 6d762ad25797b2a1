/* SPDX-License-Identifier: MIT */
/* The loader's list of drivers: the .icd files, and whether each of them works alone. */
#ifndef NADIR_TOOLS_ICD_H
#define NADIR_TOOLS_ICD_H

#include <stdbool.h>
#include <stddef.h>

struct icd {
    char file[256];     /* "pocl.icd" */
    char path[1024];
    char library[256];  /* its first line: the library, "" if there is none */
    char problem[256];  /* why it does not work, "" when it does; with a hint where there is a usual cause */
    bool hint_only;     /* `problem` is a hint on a driver that works but lists no device */
    bool crashes;       /* or hangs, or exits: so does every program that loads it */
    char platform[96];  /* the name of its first platform, "" without */
    unsigned platforms; /* with this driver alone */
    unsigned devices;
};

struct icd_list {
    char folder[1024]; /* /etc/OpenCL/vendors, or what OCL_ICD_VENDORS names */
    char problem[256]; /* why there are none: folder missing, empty, unreadable; "" otherwise */
    struct icd *icds;
    size_t count;
};

/* Reads the folder and examines each driver alone, in a child process of at most `deadline` seconds: library found, loaded
 * without a crash, answers clGetPlatformIDs and clGetDeviceIDs. false: no memory. Must come before the first call of OpenCL. */
bool icd_list_create(struct icd_list *list, double deadline);
void icd_list_destroy(struct icd_list *list);

/* What child processes that list devices are given: 10 s, or the number in the environment variable NADIR_PROBE_DEADLINE. */
double icd_deadline(void);

#endif
