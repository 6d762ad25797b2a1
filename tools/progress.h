/* SPDX-License-Identifier: MIT */
/* What a training run shows and records while it runs, and the line on a terminal that shows how far anything is. */
#ifndef NADIR_TOOLS_PROGRESS_H
#define NADIR_TOOLS_PROGRESS_H

#include "nadir/nadir.h"

#include <stdio.h>

struct progress {
    FILE *human;    /* a line per epoch, and a bar if it is a terminal; NULL: nothing */
    FILE *json;     /* a JSON line per epoch; NULL: none */
    char *log;      /* the same JSON lines with device and time, malloc'ed, "" before the first epoch */
    size_t length;  /* of `log` */
    bool validation; /* there is validation data: set it before the run */
    bool failed;    /* no memory for a line */
    bool terminal;
    int shown;      /* columns of the bar on the screen */
    char device[300];
};

/* Returns false if there is no memory. Free with progress_close. */
bool progress_open(struct progress *progress, FILE *human, FILE *json, const struct nadir_device *device);
void progress_close(struct progress *progress);

/* For nadir_trainer_params.progress, with a struct progress as `user`. */
void progress_show(const struct nadir_progress *state, void *user);

/* Shows a line in place of the last one on a terminal, cut to its width; *shown is how long that was, 0 at first. NULL: nothing
 * in place of it. */
void progress_line(FILE *terminal, int *shown, const char *line);

/* Takes the bar off the screen, so that other text can follow. */
void progress_clear(struct progress *progress);

#endif
