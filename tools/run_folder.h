/* SPDX-License-Identifier: MIT */
/* The folder of a training run: chosen and checked before the training, filled after it. */
#ifndef NADIR_TOOLS_RUN_FOLDER_H
#define NADIR_TOOLS_RUN_FOLDER_H

#include "nadir/nadir.h"

struct run_folder {
    char path[3072];
    bool created; /* by run_folder_open */
};

/* `path` NULL: the next free runs/NNN. Makes the folder and its parents, refuses one that holds a run unless `overwrite`, and
 * makes sure that files can be written there. Returns an exit code. */
int run_folder_open(struct run_folder *folder, const char *path, bool overwrite);

/* Writes the files, each under its final name only when it is complete. `log` is the text of log.jsonl.
 * Returns an exit code. */
int run_folder_save(const struct run_folder *folder, const struct nadir_classifier *classifier, struct nadir_context *context,
                    const struct nadir_trainer *trainer, const char *log);

/* The files that run_folder_save writes, for messages. */
extern const char run_folder_files[];

/* Removes the folder again if it was created here and is still empty. */
void run_folder_abandon(const struct run_folder *folder);

#endif
