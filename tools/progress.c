/* SPDX-License-Identifier: MIT */
/* The bar, the line per epoch and the JSON lines of a training run. */
#include "progress.h"

#include <cjson/cJSON.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum { LEAST_BAR = 4, MOST_BAR = 30, LINE = 256 };

bool progress_open(struct progress *progress, FILE *human, FILE *json, const struct nadir_device *device)
{
    *progress = (struct progress){.human = human, .json = json, .terminal = human && isatty(fileno(human))};
    snprintf(progress->device, sizeof progress->device, "%u:%u %s %s (%s)", device->platform_index, device->device_index,
             nadir_device_type_name(device->type), device->name, device->platform_name);
    progress->log = calloc(1, 1);
    return progress->log != NULL;
}

void progress_close(struct progress *progress)
{
    free(progress->log);
    progress->log = NULL;
}

/* --- The bar. --- */

static int terminal_columns(FILE *stream)
{
    struct winsize size;
    return ioctl(fileno(stream), TIOCGWINSZ, &size) == 0 && size.ws_col > 1 ? size.ws_col - 1 : 79;
}

void progress_line(FILE *terminal, int *shown, const char *line)
{
    const int columns = terminal_columns(terminal), all = line ? (int)strlen(line) : 0;
    const int length = all < columns ? all : columns, rest = *shown > length ? *shown - length : 0;
    if (length + *shown > 0) fprintf(terminal, "\r%.*s%*s%s", length, line ? line : "", rest, "", line ? "" : "\r");
    *shown = length;
}

void progress_clear(struct progress *progress)
{
    if (progress->shown > 0) progress_line(progress->human, &progress->shown, NULL);
}

static void print_duration(char *out, size_t size, double seconds)
{
    const unsigned long all = seconds > 0 && seconds < 1e9 ? (unsigned long)(seconds + 0.5) : 0;
    if (all >= 3600) snprintf(out, size, "%lu:%02lu:%02lu", all / 3600, all / 60 % 60, all % 60);
    else snprintf(out, size, "%lu:%02lu", all / 60, all % 60);
}

/* One line that is never wider than the terminal: what the texts leave is the bar's. */
static void show_bar(struct progress *progress, const struct nadir_progress *state)
{
    char left[32], head[48], tail[160], skipped[48] = "", bar[MOST_BAR + 4] = "", line[LINE];
    print_duration(left, sizeof left, state->seconds_left);
    snprintf(head, sizeof head, "epoch %zu/%zu ", state->epoch, state->epochs);
    if (state->skipped > 0) snprintf(skipped, sizeof skipped, "%" PRIu64 " skipped ", state->skipped);
    snprintf(tail, sizeof tail, "loss %.4f acc %5.2f %% %s%.0f samples/s %s left", state->train.loss,
             100.0 * state->train.accuracy, skipped, state->samples_per_second, left);
    const int columns = terminal_columns(progress->human);
    int width = columns - (int)strlen(head) - (int)strlen(tail) - (int)strlen("[] ");
    if (width > MOST_BAR) width = MOST_BAR;
    if (width >= LEAST_BAR) {
        const int filled = (int)((double)width * (double)state->epoch_step / (double)state->epoch_steps);
        snprintf(bar, sizeof bar, "[%-*.*s] ", width, filled, "==============================");
    }
    snprintf(line, sizeof line, "%s%s%s", head, bar, tail);
    progress_line(progress->human, &progress->shown, line);
}

/* --- Epochs. --- */

static void show_epoch(struct progress *progress, const struct nadir_progress *state)
{
    const int width = snprintf(NULL, 0, "%zu", state->epochs);
    FILE *human = progress->human;
    progress_clear(progress);
    fprintf(human, "epoch %*zu/%zu  train loss %.4f acc %5.2f %%", width, state->epoch, state->epochs, state->train.loss,
            100.0 * state->train.accuracy);
    if (progress->validation)
        fprintf(human, "  val loss %.4f acc %5.2f %%", state->validation.loss, 100.0 * state->validation.accuracy);
    fprintf(human, "  test loss %.4f acc %5.2f %%  %.2f s  %.0f samples/s", state->test.loss, 100.0 * state->test.accuracy,
            state->epoch_seconds, state->samples_per_second);
    if (state->skipped > 0) fprintf(human, "  %" PRIu64 " skipped", state->skipped);
    fputc('\n', human);
}

static cJSON *epoch_object(const struct nadir_progress *state, bool validation)
{
    cJSON *object = cJSON_CreateObject();
    const struct {
        const char *name;
        double value;
    } fields[] = {
        {"epoch", (double)state->epoch},
        {"step", (double)state->step},
        {"lr", state->lr},
        {"train_loss", state->train.loss},
        {"train_accuracy", state->train.accuracy},
        {"test_loss", state->test.loss},
        {"test_accuracy", state->test.accuracy},
        {"seconds", state->epoch_seconds},
        {"samples_per_second", state->samples_per_second},
        {"skipped", (double)state->skipped},
        {"loss_scale", state->loss_scale},
        {"val_loss", state->validation.loss},
        {"val_accuracy", state->validation.accuracy},
    };
    const size_t count = sizeof fields / sizeof fields[0] - (validation ? 0 : 2);
    for (size_t i = 0; i < count; i++)
        cJSON_AddNumberToObject(object, fields[i].name, fields[i].value); /* null where it is not finite */
    return object;
}

static bool append_line(struct progress *progress, const char *text)
{
    const size_t added = strlen(text) + 1;
    char *log = realloc(progress->log, progress->length + added + 1);
    if (!log) return false;
    snprintf(log + progress->length, added + 1, "%s\n", text);
    progress->log = log;
    progress->length += added;
    return true;
}

static void record_epoch(struct progress *progress, const struct nadir_progress *state)
{
    char now[32] = "";
    const time_t seconds = time(NULL);
    struct tm utc;
    if (gmtime_r(&seconds, &utc)) strftime(now, sizeof now, "%Y-%m-%dT%H:%M:%SZ", &utc);
    cJSON *object = epoch_object(state, progress->validation);
    char *text = cJSON_PrintUnformatted(object);
    if (text && progress->json) {
        fprintf(progress->json, "%s\n", text);
        fflush(progress->json);
    }
    cJSON_free(text);
    cJSON_AddStringToObject(object, "time", now);
    cJSON_AddStringToObject(object, "device", progress->device);
    text = cJSON_PrintUnformatted(object);
    if (!text || !append_line(progress, text)) progress->failed = true;
    cJSON_free(text);
    cJSON_Delete(object);
}

void progress_show(const struct nadir_progress *state, void *user)
{
    struct progress *progress = user;
    if (state->epoch_done) record_epoch(progress, state);
    if (!progress->human) return;
    if (state->epoch_done) show_epoch(progress, state);
    else if (progress->terminal) show_bar(progress, state);
    fflush(progress->human);
}
