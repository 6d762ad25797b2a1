/* SPDX-License-Identifier: MIT */
/* `nadir train`: from a folder of labelled images to a saved classifier. */
#include "progress.h"
#include "run_folder.h"
#include "tool.h"
#include "train_options.h"

#include "device/record_priv.h"

#include <signal.h>
#include <string.h>
#include <time.h>

static volatile sig_atomic_t stop; /* the run is to end early */

/* --- The run. --- */

/* Everything that a run holds, released together. */
struct train {
    struct train_options options;
    FILE *human;   /* what a run shows, NULL with --quiet */
    FILE *last;    /* where the last line goes */
    struct tool_session session;
    struct nadir_dataset *train, *validation, *test;
    struct nadir_classifier classifier;
    struct nadir_trainer *trainer;
    struct run_folder folder;
    struct progress progress;
};

static int load_data(struct train *run)
{
    const struct train_options *options = &run->options;
    if (nadir_dataset_load(&run->train, options->data, NADIR_DATASET_TRAIN) != NADIR_OK ||
        nadir_dataset_load(&run->test, options->data, NADIR_DATASET_TEST) != NADIR_OK)
        return tool_fail_status("--data");
    if (options->limit > 0) nadir_dataset_truncate(run->train, (size_t)options->limit);
    if (options->val_split > 0 &&
        nadir_dataset_split(&run->validation, run->train, options->val_split, options->seed) != NADIR_OK)
        return tool_fail_status("--val-split");
    if (!run->human) return TOOL_OK;
    fprintf(run->human, "data: %zu training", run->train->count);
    if (run->validation) fprintf(run->human, ", %zu validation", run->validation->count);
    fprintf(run->human, " and %zu test samples of %zu features, %zu classes\n", run->test->count, run->train->features,
            run->train->classes);
    return TOOL_OK;
}

static int build_model(struct train *run)
{
    const struct train_options *options = &run->options;
    double mean, deviation;
    if (nadir_classifier_create(&run->classifier, run->session.context, options->model) != NADIR_OK) {
        const bool usage = nadir_last_error()->status == NADIR_ERROR_INVALID_ARGUMENT;
        const int code = tool_fail_status("--model");
        return usage ? TOOL_USAGE : code;
    }
    nadir_dataset_moments(run->train, &mean, &deviation);
    run->classifier.mean = mean / 255.0;
    run->classifier.deviation = deviation > 0.0 ? deviation / 255.0 : 1.0; /* blank images: nothing to scale */
    if (nadir_graph_initialise(run->classifier.graph, options->seed) != NADIR_OK) return tool_fail_status(NULL);
    if (run->human)
        fprintf(run->human, "model: %s, %zu parameters\n", options->model,
                nadir_arena_parameter_count(nadir_graph_arena(run->classifier.graph)));
    return train_options_check_names(options, nadir_graph_arena(run->classifier.graph));
}

/* What is not as in a run without such options. */
static void show_params(const struct train *run)
{
    const struct train_options *options = &run->options;
    char text[1024];
    train_options_describe(options, text, sizeof text);
    if (strcmp(text, train_options_default) != 0) fprintf(run->human, "optimizer: %s\n", text);
    if (options->params.early_stop || options->params.plateau)
        fprintf(run->human, "watched for %s%s%s: the %s\n", options->params.early_stop ? "early stopping" : "",
                options->params.early_stop && options->params.plateau ? " and " : "",
                options->params.plateau ? "the plateau" : "",
                run->validation ? "validation loss" : "training loss, because there is no --val-split");
}

static int build_trainer(struct train *run)
{
    struct nadir_trainer_params *params = &run->options.params;
    const int code = train_options_settle(&run->options, run->train->count);
    if (code != TOOL_OK) return code;
    if (run->human) show_params(run);
    params->validation = run->validation;
    params->progress = progress_show;
    params->user = &run->progress;
    params->stop = &stop;
    run->progress.validation = run->validation != NULL;
    if (nadir_trainer_create(&run->trainer, run->session.context, &run->classifier, run->train, run->test, params) != NADIR_OK)
        return tool_fail_status(NULL);
    return TOOL_OK;
}

/* ", early stop, epoch 4 restored; 3 steps skipped: gradient not finite, first fc1.weight[17] at step 12". */
static void print_end(const struct train *run, size_t count)
{
    const struct nadir_optimizer_report *report = nadir_trainer_report(run->trainer);
    const enum nadir_training_end end = nadir_trainer_end(run->trainer);
    const size_t kept = nadir_trainer_kept_epoch(run->trainer);
    if (end != NADIR_TRAINING_EPOCHS) fprintf(run->last, ", %s", nadir_training_end_name(end));
    if (kept != count) fprintf(run->last, ", epoch %zu restored", kept);
    if (report->skipped == 0) return;
    fprintf(run->last, "; %llu step%s skipped: gradient not finite", (unsigned long long)report->skipped,
            report->skipped == 1 ? "" : "s");
    if (report->bad_tensor != SIZE_MAX)
        fprintf(run->last, ", first %s[%zu] at step %llu",
                nadir_arena_name(nadir_graph_arena(run->classifier.graph), report->bad_tensor), report->bad_element,
                (unsigned long long)report->bad_step);
}

/* Saves what there was before the wrong result, the last error, and remembers it of the device. */
static int give_up_device(struct train *run)
{
    const struct nadir_error error = *nadir_last_error();
    struct nadir_device *device = &run->session.device;
    nadir__record_read(device); /* another process may have written it since; its score stays */
    struct nadir_device_record record = device->record;
    record.health = NADIR_HEALTH_FAIL;
    record.checked_at = (int64_t)time(NULL);
    snprintf(record.note, sizeof record.note, "training %.149s", error.message);
    const bool saved = run_folder_save(&run->folder, &run->classifier, run->session.context, run->trainer,
                                       run->progress.log) == TOOL_OK;
    if (nadir_device_record_store(device, &record) != NADIR_OK) tool_fail("warning: %s", nadir_last_error()->message);
    if (saved)
        tool_fail("%s; wrote %s: %s; do not trust this device: run nadir doctor", error.message, run->folder.path,
                  run_folder_files);
    else tool_fail("%s; do not trust this device: run nadir doctor", error.message);
    return TOOL_DEVICE_FAILED;
}

/* Trains, saves, and says what came of it in the last line. */
static int train_and_save(struct train *run)
{
    const enum nadir_status status = nadir_trainer_run(run->trainer);
    progress_clear(&run->progress);
    if (status == NADIR_ERROR_WRONG_RESULT) return give_up_device(run);
    if (status != NADIR_OK && status != NADIR_ERROR_INTERRUPTED) return tool_fail_status(NULL);
    const int code =
        run_folder_save(&run->folder, &run->classifier, run->session.context, run->trainer, run->progress.log);
    if (code != TOOL_OK) return code;
    if (run->progress.failed)
        return tool_fail("no host memory for all of log.jsonl; the other files in %s are complete", run->folder.path);

    size_t count;
    const struct nadir_epoch *epochs = nadir_trainer_history(run->trainer, &count);
    const double seconds = nadir_trainer_seconds(run->trainer);
    if (status == NADIR_ERROR_INTERRUPTED) {
        tool_fail("interrupted after %zu of %zu epochs; wrote %s: %s", count, (size_t)run->options.epochs, run->folder.path,
                  run_folder_files);
        return TOOL_INTERRUPTED;
    }
    const struct nadir_metrics *test = &epochs[nadir_trainer_kept_epoch(run->trainer) - 1].test;
    fprintf(run->last, "test accuracy %.2f %%, test loss %.4f after %zu epoch%s in %.2f s", 100.0 * test->accuracy, test->loss,
            count, count == 1 ? "" : "s", seconds);
    print_end(run, count);
    fprintf(run->last, "; wrote %s: %s\n", run->folder.path, run_folder_files);
    return TOOL_OK;
}

static int run_all(struct train *run)
{
    const struct train_options *options = &run->options;
    struct nadir_context_params params = nadir_context_params_default();
    params.tune = !options->no_tune;
    tool_catch_interrupts(&stop);
    int code = tool_session_open(&run->session, options->device, &params, run->human);
    tool_catch_interrupts(&stop); /* again: drivers built on LLVM have installed a handler that deletes files they still need */
    if (code == TOOL_OK) code = tool_session_refuse_failed(&run->session, options->allow_failed_device);
    if (code == TOOL_OK) code = run_folder_open(&run->folder, options->out, options->overwrite);
    if (code == TOOL_OK) code = load_data(run);
    if (code == TOOL_OK && !progress_open(&run->progress, run->human, options->json ? stdout : NULL, &run->session.device))
        code = tool_fail("no host memory");
    if (code == TOOL_OK) code = build_model(run);
    if (code == TOOL_OK) code = build_trainer(run);
    if (code == TOOL_OK && stop) {
        tool_fail("interrupted before the first step; nothing was written");
        code = TOOL_INTERRUPTED;
    }
    if (code == TOOL_OK) code = train_and_save(run);
    return code;
}

int cmd_train(int argc, char **argv)
{
    struct train run = {0};
    int code = train_options_parse(&run.options, argc, argv);
    if (code != OPTIONS_RUN) return code;
    run.last = run.options.json ? stderr : stdout;
    run.human = run.options.quiet ? NULL : run.last;
    code = run_all(&run);
    nadir_trainer_destroy(&run.trainer);
    nadir_classifier_destroy(&run.classifier);
    nadir_dataset_destroy(&run.test);
    nadir_dataset_destroy(&run.validation);
    nadir_dataset_destroy(&run.train);
    progress_close(&run.progress);
    tool_session_close(&run.session);
    run_folder_abandon(&run.folder); /* still empty unless something was saved */
    return code;
}
