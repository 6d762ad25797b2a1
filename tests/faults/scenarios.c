/* SPDX-License-Identifier: MIT */
/* The scenarios of scenarios.h. They are small: each runs hundreds of times. */
#include "scenarios.h"

#include "support.h"

#include <stdio.h>

#define TRY(call)                                                                                                              \
    do {                                                                                                                       \
        status = (call);                                                                                                       \
        if (status != NADIR_OK) goto out;                                                                                      \
    } while (0)

static void keep(struct bits *bits, const void *bytes, size_t size)
{
    ck_assert_msg(size <= sizeof bits->bytes - bits->size, "a scenario keeps more than %zu bytes", sizeof bits->bytes);
    memcpy(bits->bytes + bits->size, bytes, size);
    bits->size += size;
}

static enum nadir_status keep_tensor(struct bits *bits, struct nadir_context *context, struct nadir_tensor tensor)
{
    const size_t size = nadir_tensor_count(&tensor) * nadir_dtype_size(tensor.dtype);
    void *host = malloc(size + 1);
    ck_assert_ptr_nonnull(host);
    const enum nadir_status status = nadir_tensor_download(context, &tensor, host);
    if (status == NADIR_OK) keep(bits, host, size);
    free(host);
    return status;
}

static const char *in_folder(char text[512], const char *folder, const char *name)
{
    snprintf(text, 512, "%s/%s", folder, name);
    return text;
}

/* --- A listing of devices. --- */

/* Texts from drivers are printed: each must be printable UTF-8. */
static void keep_text(struct bits *bits, const char *text)
{
    const unsigned char *at = (const unsigned char *)text;
    while (*at) {
        const int more = *at < 0x80 ? 0 : *at >= 0xc2 && *at < 0xe0 ? 1 : *at >= 0xe0 && *at < 0xf0 ? 2
                       : *at >= 0xf0 && *at < 0xf5 ? 3 : -1;
        ck_assert_msg(more >= 0 && *at >= 0x20 && *at != 0x7f, "byte 0x%02x in \"%s\"", *at, text);
        for (int i = 1; i <= more; i++) ck_assert_msg((at[i] & 0xc0) == 0x80, "a cut character in \"%s\"", text);
        at += more + 1;
    }
    keep(bits, text, strlen(text) + 1);
}

static enum nadir_status list(struct bits *bits, const char *folder)
{
    (void)folder;
    struct nadir_device_list *devices = NULL;
    const enum nadir_status status = nadir_device_list_create(&devices);
    if (status != NADIR_OK) return status;
    for (size_t i = 0; i < devices->platform_count; i++) {
        const struct nadir_platform *platform = &devices->platforms[i];
        keep_text(bits, platform->name);
        keep_text(bits, platform->version);
        keep_text(bits, platform->problem);
    }
    for (size_t i = 0; i < devices->device_count; i++) {
        const struct nadir_device *device = &devices->devices[i];
        const char *const texts[] = {device->name,          device->vendor,        device->version, device->driver_version,
                                     device->platform_name, device->c_version_text, device->problem, device->uuid};
        for (size_t k = 0; k < sizeof texts / sizeof texts[0]; k++) keep_text(bits, texts[k]);
        keep(bits, &device->usable, sizeof device->usable);
        ck_assert_msg(device->usable == (device->problem[0] == 0), "usable = %d, problem \"%s\"", device->usable,
                      device->problem);
        const uint64_t numbers[] = {device->platform_index, device->device_index,   device->c_version,
                                    device->compute_units,  device->global_memory,  device->max_allocation,
                                    device->local_memory,   device->max_work_group, device->base_alignment};
        keep(bits, numbers, sizeof numbers);
        ck_assert(!device->usable || (device->base_alignment > 0 && device->float_vector > 0));
    }
    nadir_device_list_destroy(&devices);
    return NADIR_OK;
}

/* --- Steps of a small perceptron. --- */

enum { ROWS = 8, IN = 5, HIDDEN = 7, CLASSES = 3 };

/* How it is trained. */
struct training {
    enum nadir_walk walk;
    enum nadir_gemm_backend gemm;
    bool profile;
    enum nadir_optimizer_rule rule;
    struct nadir_clip clip;
    double loss_scale;
    size_t accumulate;
    enum nadir_average average;
    bool files;
    size_t steps;
};

static enum nadir_status keep_profile(struct bits *bits, struct nadir_context *context)
{
    struct nadir_profile_row rows[64];
    size_t count = 0;
    const enum nadir_status status = nadir_context_profile(context, rows, 64, &count);
    for (size_t i = 0; status == NADIR_OK && i < count; i++)
        ck_assert_msg(rows[i].seconds >= 0 && rows[i].seconds < 60, "%s took %g s", rows[i].kernel, rows[i].seconds);
    if (status == NADIR_OK) keep(bits, &count, sizeof count);
    return status;
}

static enum nadir_status train_in(struct nadir_context *context, const struct training *training, struct bits *bits,
                                  const char *folder)
{
    enum nadir_status status;
    struct nadir_graph *graph = NULL;
    struct nadir_optimizer *optimizer = NULL;
    struct nadir_step *step = NULL;
    struct nadir_checkpoint *model = NULL, *state = NULL;
    char path[512], state_path[512];
    float x[ROWS * IN], scalars[2];
    int32_t labels[ROWS];
    for (int i = 0; i < ROWS * IN; i++) x[i] = (float)(i % 11) / 8 - 0.5f;
    for (int i = 0; i < ROWS; i++) labels[i] = i % CLASSES;

    TRY(nadir_graph_create(&graph, context));
    struct nadir_value *input = nadir_graph_input(graph, "x", NADIR_F32, 2, (size_t[]){NADIR_BATCH, IN});
    struct nadir_value *targets = nadir_graph_input(graph, "labels", NADIR_I32, 1, (size_t[]){NADIR_BATCH});
    struct nadir_value *hidden = nadir_graph_linear(graph, "a", input, HIDDEN);
    struct nadir_value *active = nadir_graph_activation(graph, "relu", hidden, NADIR_ACTIVATION_RELU, 0);
    struct nadir_value *logits = nadir_graph_linear(graph, "b", active, CLASSES);
    struct nadir_value *loss = nadir_graph_cross_entropy(graph, "loss", logits, targets);
    struct nadir_value *accuracy = nadir_graph_accuracy(graph, "accuracy", logits, targets);
    TRY(nadir_graph_initialise(graph, 3));

    struct nadir_optimizer_params params = nadir_optimizer_params_default(training->rule);
    params.clip = training->clip;
    params.loss_scale.initial = training->loss_scale;
    params.accumulate = training->accumulate > 0;
    params.average = training->average;
    TRY(nadir_optimizer_create(&optimizer, context, nadir_graph_arena(graph), NULL, &params));
    struct nadir_value *const kept[] = {loss, accuracy};
    TRY(nadir_step_create(&step, graph,
                          &(struct nadir_step_params){.max_rows = ROWS, .losses = &loss, .loss_count = 1, .scalars = kept,
                                                      .scalar_count = 2, .history = 1, .optimizer = optimizer,
                                                      .accumulate = training->accumulate}));
    struct nadir_tensor tensor;
    TRY(nadir_step_value(step, input, &tensor));
    TRY(nadir_tensor_upload(context, &tensor, x));
    TRY(nadir_step_value(step, targets, &tensor));
    TRY(nadir_tensor_upload(context, &tensor, labels));
    for (size_t i = 0; i < training->steps; i++) TRY(nadir_step_run(step, ROWS));
    TRY(nadir_step_scalars(step, nadir_step_count(step) - 1, 1, scalars));
    keep(bits, scalars, sizeof scalars);

    struct nadir_optimizer_report report;
    TRY(nadir_optimizer_report(optimizer, &report));
    keep(bits, &report.steps, sizeof report.steps);
    if (training->average != NADIR_AVERAGE_NONE) TRY(nadir_optimizer_evaluate(optimizer));
    TRY(keep_tensor(bits, context, nadir_arena_parameters(nadir_graph_arena(graph))));
    if (training->files) {
        TRY(nadir_checkpoint_save(in_folder(path, folder, "model"), context, nadir_graph_arena(graph), NULL, 0));
        TRY(nadir_optimizer_train(optimizer));
        TRY(nadir_checkpoint_save_optimizer(in_folder(state_path, folder, "state"), context, optimizer));
        TRY(nadir_checkpoint_open(&model, path));
        TRY(nadir_checkpoint_restore(model, context, nadir_graph_arena(graph)));
        TRY(nadir_checkpoint_open(&state, state_path));
        TRY(nadir_checkpoint_restore_optimizer(state, context, optimizer));
        TRY(nadir_step_run(step, ROWS));
        TRY(keep_tensor(bits, context, nadir_arena_parameters(nadir_graph_arena(graph))));
    }
    if (training->profile) TRY(keep_profile(bits, context));
    TRY(nadir_context_finish(context));
out:
    nadir_checkpoint_close(&state);
    nadir_checkpoint_close(&model);
    nadir_step_destroy(&step);
    nadir_optimizer_destroy(&optimizer);
    nadir_graph_destroy(&graph);
    return status;
}

static enum nadir_status train_alone(const struct training *training, struct bits *bits, const char *folder)
{
    struct nadir_context *context = NULL;
    const struct nadir_context_params params = {.walk = training->walk, .gemm = training->gemm, .profile = training->profile};
    enum nadir_status status = nadir_context_create(&context, test_device(), &params);
    if (status == NADIR_OK) status = train_in(context, training, bits, folder);
    nadir_context_destroy(&context);
    return status;
}

static enum nadir_status step_adam(struct bits *bits, const char *folder)
{
    return train_in(test_walk(0), &(struct training){.rule = NADIR_ADAM, .files = true, .steps = 1}, bits, folder);
}

static struct nadir_context *profiled;

/* Everything around the rule, and device times. */
static enum nadir_status step_guarded(struct bits *bits, const char *folder)
{
    if (!profiled) {
        const struct nadir_context_params params = {.walk = NADIR_WALK_GPU, .gemm = NADIR_GEMM_PACKED, .profile = true};
        const enum nadir_status status = nadir_context_create(&profiled, test_device(), &params);
        if (status != NADIR_OK) return status;
    }
    return train_in(profiled,
                    &(struct training){.profile = true, .rule = NADIR_ADAMW,
                                       .clip = {.norm = 0.1, .tensor_norm = 0.1, .value = 0.05}, .loss_scale = 1024,
                                       .accumulate = 2, .average = NADIR_AVERAGE_EMA, .files = true, .steps = 2},
                    bits, folder);
}

void scenario_settle(void)
{
    size_t count;
    if (profiled) (void)nadir_context_profile(profiled, NULL, 0, &count); /* launches not yet summed up hold their events */
}

void scenario_release(void)
{
    nadir_context_destroy(&profiled);
}

/* A whole life: context, programs, kernels, a step. */
static enum nadir_status train_life(struct bits *bits, const char *folder)
{
    return train_alone(&(struct training){.walk = NADIR_WALK_CPU, .gemm = NADIR_GEMM_PACKED, .profile = true,
                                          .rule = NADIR_SGD, .steps = 1}, bits, folder);
}

static enum nadir_status train_clblast(struct bits *bits, const char *folder)
{
    return train_alone(&(struct training){.walk = NADIR_WALK_GPU, .gemm = NADIR_GEMM_CLBLAST, .rule = NADIR_SGD, .steps = 1},
                       bits, folder);
}

/* In a context that stays, where everything is compiled. */
static enum nadir_status step_clblast(struct bits *bits, const char *folder)
{
    return train_in(test_context_with(NADIR_WALK_GPU, NADIR_GEMM_CLBLAST),
                    &(struct training){.rule = NADIR_SGD, .steps = 1}, bits, folder);
}

static enum nadir_status step_rule(enum nadir_optimizer_rule rule, struct bits *bits, const char *folder)
{
    return train_in(test_walk(0), &(struct training){.rule = rule, .files = true, .steps = 1}, bits, folder);
}

/* The rules with device memory of their own. */
static enum nadir_status step_adafactor(struct bits *bits, const char *folder)
{
    return step_rule(NADIR_ADAFACTOR, bits, folder);
}

static enum nadir_status step_muon(struct bits *bits, const char *folder)
{
    return step_rule(NADIR_MUON, bits, folder);
}

static enum nadir_status step_adam8bit(struct bits *bits, const char *folder)
{
    return step_rule(NADIR_ADAM8BIT, bits, folder);
}

static enum nadir_status step_schedule_free(struct bits *bits, const char *folder)
{
    return step_rule(NADIR_SCHEDULE_FREE, bits, folder);
}

/* So many steps that the host waits for the device (see follow_device of the optimizer). */
static enum nadir_status many_steps(struct bits *bits, const char *folder)
{
    return train_in(test_walk(0), &(struct training){.rule = NADIR_SGD, .clip = {.norm = 1}, .steps = 600}, bits, folder);
}

/* --- A caller's own OpenCL context. --- */

static enum nadir_status wrap(struct bits *bits, const char *folder)
{
    struct nadir_context *owner = test_walk(0), *context = NULL;
    enum nadir_status status = nadir_context_wrap(&context, nadir_context_cl(owner), nadir_context_queue(owner), NULL);
    if (status == NADIR_OK)
        status = train_in(context, &(struct training){.rule = NADIR_SGD, .steps = 1}, bits, folder);
    nadir_context_destroy(&context);
    return status;
}

/* --- A buffer that on CPU devices is memory of the library's own. --- */

static enum nadir_status huge(struct bits *bits, const char *folder)
{
    (void)folder;
    enum { COUNT = 3 << 19 };
    enum nadir_status status;
    struct nadir_context *context = NULL;
    struct nadir_tensor tensor = {0};
    TRY(nadir_context_create(&context, test_device(), NULL));
    TRY(nadir_tensor_create(&tensor, context, NADIR_F32, 1, (size_t[]){COUNT}));
    TRY(nadir_tensor_zero(context, &tensor));
    TRY(keep_tensor(bits, context, nadir_tensor_view(tensor.buffer, COUNT - 16, NADIR_F32, 1, (size_t[]){16})));
out:
    nadir_tensor_destroy(&tensor);
    nadir_context_destroy(&context);
    return status;
}

/* --- The trainer. --- */

enum { SAMPLES = 48, FEATURES = 16 };

static enum nadir_status trainer(struct bits *bits, const char *folder)
{
    enum nadir_status status;
    struct nadir_context *context = test_walk(0);
    struct nadir_classifier classifier = {0};
    struct nadir_trainer *run = NULL;
    uint8_t samples[SAMPLES * FEATURES];
    int32_t labels[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
        labels[i] = i % CLASSES;
        for (int k = 0; k < FEATURES; k++)
            samples[i * FEATURES + k] = (uint8_t)((i * 37 + k * 11) % 90 + (k % CLASSES == labels[i] ? 100 : 0));
    }
    struct nadir_dataset data = {.count = SAMPLES, .features = FEATURES, .sample_rank = 1, .sample_shape = {FEATURES},
                                 .samples = samples, .labels = labels, .classes = CLASSES};
    const struct nadir_early_stop early_stop = nadir_early_stop_default(5);
    struct nadir_trainer_params params = nadir_trainer_params_default();
    params.epochs = 2;
    params.batch = 16;
    params.verify_every = 2;
    params.validation = &data;
    params.early_stop = &early_stop;
    char path[512];

    TRY(nadir_classifier_create(&classifier, context, "mlp:16-8-3"));
    TRY(nadir_graph_initialise(classifier.graph, 5));
    TRY(nadir_trainer_create(&run, context, &classifier, &data, &data, &params));
    TRY(nadir_trainer_run(run));
    size_t count;
    const struct nadir_epoch *history = nadir_trainer_history(run, &count);
    for (size_t i = 0; i < count; i++) keep(bits, &history[i].test, sizeof history[i].test);
    TRY(nadir_classifier_save(&classifier, context, in_folder(path, folder, "model")));
    TRY(nadir_history_write_csv(in_folder(path, folder, "history"), history, count));
out:
    nadir_trainer_destroy(&run);
    nadir_classifier_destroy(&classifier);
    return status;
}

const struct scenario scenarios[] = {
    {"list", list, false, NULL, 0},
    {"adam", step_adam, false, NULL, 0},
    {"guarded", step_guarded, false, NULL, 0},
    {"life", train_life, true,
     "clCreateContext clCreateCommandQueue clCreateProgramWithSource clBuildProgram clCreateKernel", 10},
    {"its end", train_life, true, "clFinish clReleaseContext clReleaseCommandQueue clReleaseProgram clReleaseKernel", 2},
    {"wrap", wrap, true,
     "clGetPlatformIDs clGetPlatformInfo clGetDeviceIDs clGetDeviceInfo clGetCommandQueueInfo clRetainContext "
     "clRetainCommandQueue clReleaseContext clReleaseCommandQueue", 0},
    {"huge", huge, false, NULL, 0},
    {"clblast", train_clblast, true, "clCreateProgramWithSource clBuildProgram clGetProgramInfo clReleaseProgram", 3},
    {"clblast step", step_clblast, false, NULL, 12},
    {"adafactor", step_adafactor, false, NULL, 12},
    {"muon", step_muon, false, NULL, 12},
    {"adam8bit", step_adam8bit, false, NULL, 12},
    {"schedule-free", step_schedule_free, false, NULL, 12},
    {"many steps", many_steps, false, "clWaitForEvents clReleaseEvent clFlush clEnqueueReadBuffer", 0},
    {"trainer", trainer, false, NULL, 12},
};
const size_t scenario_count = sizeof scenarios / sizeof scenarios[0];

const struct scenario *scenario_find(const char *name)
{
    for (size_t i = 0; i < scenario_count; i++)
        if (strcmp(scenarios[i].name, name) == 0) return &scenarios[i];
    ck_abort_msg("no scenario %s", name);
    return NULL;
}
