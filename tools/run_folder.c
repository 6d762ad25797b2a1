/* SPDX-License-Identifier: MIT */
/* The folder of a training run. */
#include "run_folder.h"

#include "tool.h"

#include "base/file_priv.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

const char run_folder_files[] = "model.safetensors history.csv curve.svg log.jsonl";

enum { FILE_PATH = sizeof((struct run_folder *)0)->path + 32 };

static const char *join(char out[FILE_PATH], const struct run_folder *folder, const char *name)
{
    snprintf(out, FILE_PATH, "%s/%s", folder->path, name);
    return out;
}

/* Makes the folder and its parents; `created` says whether the last one is new. */
static bool make_folders(const char *path, bool *created)
{
    char partial[sizeof((struct run_folder *)0)->path];
    size_t length = 0;
    *created = false;
    do {
        length += strspn(path + length, "/");
        length += strcspn(path + length, "/");
        memcpy(partial, path, length);
        partial[length] = 0;
        *created = mkdir(partial, 0777) == 0;
        if (!*created && errno != EEXIST && errno != EISDIR) return false;
    } while (path[length]);
    struct stat information;
    if (stat(path, &information) != 0) return false;
    if (S_ISDIR(information.st_mode)) return true;
    errno = ENOTDIR;
    return false;
}

static bool take_next(struct run_folder *folder)
{
    bool created;
    if (!make_folders("runs", &created)) return false;
    for (unsigned number = 1; number < 1000000; number++) {
        snprintf(folder->path, sizeof folder->path, "runs/%03u", number);
        folder->created = mkdir(folder->path, 0777) == 0;
        if (folder->created || errno != EEXIST) return folder->created;
    }
    return false;
}

int run_folder_open(struct run_folder *folder, const char *path, bool overwrite)
{
    char file_path[FILE_PATH];
    struct nadir__file probe;
    *folder = (struct run_folder){0};
    if (path && strlen(path) >= sizeof folder->path)
        return tool_fail("--out %.60s...: the path is longer than %zu bytes", path, sizeof folder->path - 1);
    snprintf(folder->path, sizeof folder->path, "%s", path ? path : "runs");
    if (path ? !make_folders(path, &folder->created) : !take_next(folder))
        return tool_fail("--out %s: cannot make the folder: %s; choose one that can be written", folder->path, strerror(errno));

    static const char *const marks[] = {"model.safetensors", "history.csv"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0] && !overwrite; i++)
        if (access(join(file_path, folder, marks[i]), F_OK) == 0)
            return tool_fail("--out %s: it already holds a run (%s); choose another folder, or pass --overwrite", folder->path,
                             marks[i]);
    if (nadir__file_create(&probe, join(file_path, folder, marks[0])) != NADIR_OK) {
        run_folder_abandon(folder);
        return tool_fail("--out %s: %s; choose a folder that can be written", folder->path, nadir_last_error()->message);
    }
    nadir__file_abandon(&probe);
    return TOOL_OK;
}

static enum nadir_status write_text(const char *path, const char *text)
{
    struct nadir__file file;
    enum nadir_status status = nadir__file_create(&file, path);
    if (status != NADIR_OK) return status;
    fputs(text, file.stream);
    return nadir__file_commit(&file);
}

int run_folder_save(const struct run_folder *folder, const struct nadir_classifier *classifier, struct nadir_context *context,
                    const struct nadir_trainer *trainer, const char *log)
{
    char path[FILE_PATH];
    size_t count;
    const struct nadir_epoch *epochs = nadir_trainer_history(trainer, &count);
    if (nadir_classifier_save(classifier, context, join(path, folder, "model.safetensors")) != NADIR_OK ||
        nadir_history_write_csv(join(path, folder, "history.csv"), epochs, count) != NADIR_OK ||
        nadir_history_write_svg(join(path, folder, "curve.svg"), epochs, count) != NADIR_OK ||
        write_text(join(path, folder, "log.jsonl"), log) != NADIR_OK)
        return tool_fail_status(NULL);
    return TOOL_OK;
}

void run_folder_abandon(const struct run_folder *folder)
{
    if (folder->created) rmdir(folder->path);
}
