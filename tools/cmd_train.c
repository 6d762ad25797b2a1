/* SPDX-License-Identifier: MIT */
/* `nadir train`: from a folder of labelled images to a saved classifier. */
#include "options.h"
#include "progress.h"
#include "run_folder.h"
#include "tool.h"

#include <float.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

struct train_options {
    const char *data, *model, *device, *out;
    uint64_t epochs, batch, seed, limit;
    double lr, momentum;
    int optimizer, schedule;
    bool overwrite, quiet, json;
};

static const char *optimizer_choice(int index)
{
    return nadir_optimizer_name((enum nadir_optimizer_rule)index);
}

static const char *schedule_choice(int index)
{
    return nadir_schedule_name((enum nadir_schedule_kind)index);
}

static int parse(struct train_options *options, int argc, char **argv)
{
    const struct option_row rows[] = {
        {"data", OPTION_TEXT, &options->data, .placeholder = "DIR", .required = true,
         .help = "folder with the four MNIST-named IDX files, plain or .gz"},
        {"model", OPTION_TEXT, &options->model, .placeholder = "SPEC", .fallback = "mlp:784-128-10",
         .help = "layer widths: features, hidden layers, classes"},
        {"epochs", OPTION_INTEGER, &options->epochs, .placeholder = "N", .fallback = "10",
         .help = "passes over the training set", .integers = {1, 1000000}},
        {"batch", OPTION_INTEGER, &options->batch, .placeholder = "N", .fallback = "64", .help = "samples per step",
         .integers = {1, 1000000}},
        {"lr", OPTION_REAL, &options->lr, .placeholder = "X", .fallback = "1e-3", .help = "learning rate",
         .reals = {0, DBL_MAX}},
        {"optimizer", OPTION_CHOICE, &options->optimizer, .placeholder = "NAME", .fallback = "adam", .help = "update rule",
         .choices = optimizer_choice},
        {"momentum", OPTION_REAL, &options->momentum, .placeholder = "X", .fallback = "0.9",
         .help = "of the optimizer momentum", .reals = {0, 1}},
        {"schedule", OPTION_CHOICE, &options->schedule, .placeholder = "NAME", .fallback = "cosine",
         .help = "learning rate over the run", .choices = schedule_choice},
        {"seed", OPTION_INTEGER, &options->seed, .placeholder = "N", .fallback = "0",
         .help = "of initial values and shuffling; the same seed and device give the same bits", .integers = {0, UINT64_MAX}},
        {"device", OPTION_TEXT, &options->device, .placeholder = "SEL",
         .help = "such as 0:0, gpu, pocl:cpu (default: NADIR_DEVICE, then auto)"},
        {"out", OPTION_TEXT, &options->out, .placeholder = "DIR",
         .help = "folder of the run (default: the next free runs/NNN)"},
        {"overwrite", OPTION_FLAG, &options->overwrite, .help = "replace the run that --out holds"},
        {"limit", OPTION_INTEGER, &options->limit, .placeholder = "N",
         .help = "use only the first N training samples (default: all)", .integers = {1, UINT32_MAX}},
        {"quiet", OPTION_FLAG, &options->quiet, .help = "print only errors and the last line"},
        {"json", OPTION_FLAG, &options->json, .help = "one JSON line per epoch on stdout; other text goes to stderr"},
    };
    const struct option_table table = {
        "train",
        "Trains a classifier and writes model.safetensors, history.csv, curve.svg and log.jsonl.\n"
        "Interrupted once (Ctrl-C), it stops after the step and saves what it has; twice, it stops at once.",
        rows, sizeof rows / sizeof rows[0]};
    return options_parse(&table, argc, argv);
}

/* --- Interruption. --- */

static volatile sig_atomic_t stop;

static void on_interrupt(int signal_number)
{
    (void)signal_number;
    if (stop) _exit(TOOL_INTERRUPTED);
    stop = 1;
}

static void catch_interrupts(void)
{
    struct sigaction action = {.sa_handler = on_interrupt, .sa_flags = SA_RESTART};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
}

/* --- The run. --- */

/* Everything that a run holds, released together. */
struct train {
    struct train_options options;
    FILE *human;   /* what a run shows, NULL with --quiet */
    FILE *last;    /* where the last line goes */
    struct tool_session session;
    struct nadir_dataset *train, *test;
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
    if (run->human)
        fprintf(run->human, "data: %zu training and %zu test samples of %zu features, %zu classes\n", run->train->count,
                run->test->count, run->train->features, run->train->classes);
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

    struct nadir_trainer_params params = nadir_trainer_params_default();
    params.epochs = (size_t)options->epochs;
    params.batch = (size_t)options->batch;
    params.seed = options->seed;
    params.optimizer = nadir_optimizer_params_default((enum nadir_optimizer_rule)options->optimizer);
    params.optimizer.lr = options->lr;
    params.optimizer.momentum = options->momentum;
    params.schedule = (enum nadir_schedule_kind)options->schedule;
    params.progress = progress_show;
    params.user = &run->progress;
    params.stop = &stop;
    if (nadir_trainer_create(&run->trainer, run->session.context, &run->classifier, run->train, run->test, &params) != NADIR_OK)
        return tool_fail_status(NULL);
    return TOOL_OK;
}

/* Trains, saves, and says what came of it in the last line. */
static int train_and_save(struct train *run)
{
    const enum nadir_status status = nadir_trainer_run(run->trainer);
    progress_clear(&run->progress);
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
    fprintf(run->last, "test accuracy %.2f %%, test loss %.4f after %zu epoch%s in %.2f s; wrote %s: %s\n",
            100.0 * epochs[count - 1].test.accuracy, epochs[count - 1].test.loss, count, count == 1 ? "" : "s", seconds,
            run->folder.path, run_folder_files);
    return TOOL_OK;
}

static int run_all(struct train *run)
{
    const struct train_options *options = &run->options;
    catch_interrupts();
    int code = tool_session_open(&run->session, options->device, NULL, run->human);
    catch_interrupts(); /* again: drivers built on LLVM have installed a handler that deletes files they still need */
    if (code == TOOL_OK) code = run_folder_open(&run->folder, options->out, options->overwrite);
    if (code == TOOL_OK) code = load_data(run);
    if (code == TOOL_OK && !progress_open(&run->progress, run->human, options->json ? stdout : NULL, &run->session.device))
        code = tool_fail("no host memory");
    if (code == TOOL_OK) code = build_model(run);
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
    int code = parse(&run.options, argc, argv);
    if (code != OPTIONS_RUN) return code;
    run.last = run.options.json ? stderr : stdout;
    run.human = run.options.quiet ? NULL : run.last;
    code = run_all(&run);
    nadir_trainer_destroy(&run.trainer);
    nadir_classifier_destroy(&run.classifier);
    nadir_dataset_destroy(&run.test);
    nadir_dataset_destroy(&run.train);
    progress_close(&run.progress);
    tool_session_close(&run.session);
    run_folder_abandon(&run.folder); /* still empty unless something was saved */
    return code;
}
