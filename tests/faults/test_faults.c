/* SPDX-License-Identifier: MIT */
/* Every OpenCL call of the scenarios made to fail once, each alone; then drivers that lie, and a device that goes away. After
 * each injection: a status that names the call, nothing alive that was not before, files complete or as they were, and the
 * next run gives the same bits as ever. */
#include "fault.h"
#include "scenarios.h"
#include "support.h"

#include <dirent.h>
#include <dlfcn.h>
#include <signal.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { HANG = 120 /* seconds; a run with a fault takes a fraction of one, when everything is compiled */ };

static const struct fault_control *control;
static char injecting[256]; /* for who reads of a crash */
static unsigned injections, unclean;

static int64_t count_of(const char *name)
{
    for (unsigned i = 0; i < control->count; i++)
        if (strcmp(control->counts[i].name, name) == 0) return control->counts[i].value;
    ck_abort_msg("the layer does not count %s", name);
    return 0;
}

static bool all_faults(void)
{
    const char *variable = getenv("NADIR_FAULTS_ALL");
    return variable && strcmp(variable, "1") == 0;
}

/* --- Crashes and hangs. --- */

static const int signals[] = {SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGALRM};
enum { SIGNALS = sizeof signals / sizeof signals[0] };
static struct sigaction before[SIGNALS];

static void on_signal(int signal)
{
    static const char text[] = "\nFAILED while injecting ";
    (void)!write(2, text, sizeof text - 1);
    (void)!write(2, injecting, strlen(injecting));
    (void)!write(2, "\n", 1);
    for (int i = 0; i < SIGNALS; i++)
        if (signals[i] == signal) sigaction(signal, &before[i], NULL); /* the fault occurs again, with whoever handles it */
    raise(signal);
}

/* --- Files. --- */

static const char *const file_names[] = {"history", "model", "state"};
enum { FILES = sizeof file_names / sizeof file_names[0], FILE_LIMIT = 1 << 14 };

struct files {
    struct {
        size_t size;
        char bytes[FILE_LIMIT];
    } file[FILES];
    bool others; /* there is anything else in the folder */
};

static const char *folder(void)
{
    static char path[512];
    if (!path[0]) {
        snprintf(path, sizeof path, "%s/files", test_temp_dir());
        ck_assert(mkdir(path, 0777) == 0);
    }
    return path;
}

static FILE *open_file(int i, const char *mode)
{
    char path[600];
    snprintf(path, sizeof path, "%s/%s", folder(), file_names[i]);
    FILE *file = fopen(path, mode);
    ck_assert_msg(file != NULL, "%s is gone", path);
    return file;
}

static void write_old_files(void)
{
    for (int i = 0; i < FILES; i++) {
        FILE *file = open_file(i, "wb");
        fputs("old", file);
        ck_assert(fclose(file) == 0);
    }
}

static void read_files(struct files *files)
{
    memset(files, 0, sizeof *files);
    for (int i = 0; i < FILES; i++) {
        FILE *file = open_file(i, "rb");
        files->file[i].size = fread(files->file[i].bytes, 1, FILE_LIMIT, file);
        ck_assert_uint_lt(files->file[i].size, FILE_LIMIT);
        fclose(file);
    }
    DIR *directory = opendir(folder());
    ck_assert_ptr_nonnull(directory);
    int entries = 0;
    while (readdir(directory)) entries++;
    closedir(directory);
    files->others = entries != FILES + 2; /* . and .. */
}

static bool is_old(const struct files *files, int i)
{
    return files->file[i].size == 3 && memcmp(files->file[i].bytes, "old", 3) == 0;
}

static bool same_file(const struct files *a, const struct files *b, int i)
{
    return a->file[i].size == b->file[i].size && memcmp(a->file[i].bytes, b->file[i].bytes, a->file[i].size) == 0;
}

/* --- One run. --- */

enum { COUNTS = 64 };

struct run {
    enum nadir_status status;
    struct nadir_error error;
    struct bits bits;
    struct files files;
    int64_t counts[COUNTS], alive[8], injected;
};

static const char *const kinds[] = {"live context", "live queue", "live buffer", "live program", "live kernel", "live event"};
enum { KINDS = sizeof kinds / sizeof kinds[0] };

static void run_once(struct run *run, const struct scenario *scenario, const char *faults)
{
    write_old_files();
    run->bits.size = 0;
    snprintf(injecting, sizeof injecting, "%s into %s", faults ? faults : "nothing", scenario->name);
    control->clear_calls();
    control->set(faults);
    alarm(faults ? HANG : 0);
    run->status = scenario->run(&run->bits, folder());
    alarm(0);
    control->set(NULL);
    run->error = *nadir_last_error();
    ck_assert_uint_le(control->count, COUNTS);
    for (unsigned i = 0; i < control->count; i++) run->counts[i] = control->counts[i].value;
    run->injected = count_of("injected");
    scenario_settle();
    for (int i = 0; i < KINDS; i++) run->alive[i] = count_of(kinds[i]);
    read_files(&run->files);
}

static bool same_bits(const struct run *a, const struct run *b)
{
    return a->bits.size == b->bits.size && memcmp(a->bits.bytes, b->bits.bytes, a->bits.size) == 0;
}

/* What a scenario gives without faults, from its second run on: everything is compiled then, and nothing more stays alive. */
static void run_clean(struct run *want, const struct scenario *scenario)
{
    static struct run first;
    run_once(&first, scenario, NULL);
    run_once(want, scenario, NULL);
    ck_assert_msg(want->status == NADIR_OK, "%s gave %s: %s", scenario->name, nadir_status_name(want->status),
                  want->error.message);
    ck_assert_msg(same_bits(&first, want), "%s: two runs differ", scenario->name);
    ck_assert_msg(!want->files.others, "%s leaves other files", scenario->name);
    for (int i = 0; i < KINDS; i++)
        ck_assert_msg(want->alive[i] == first.alive[i], "%s: %s: %lld, and %lld the run before", scenario->name, kinds[i],
                      (long long)want->alive[i], (long long)first.alive[i]);
}

static void complain(const struct scenario *scenario, const char *faults, const struct run *run, const char *what)
{
    fprintf(stderr, "%s into %s: %s (%s: %s)\n", faults, scenario->name, what, nadir_status_name(run->status),
            run->status == NADIR_OK ? "" : run->error.message);
    unclean++;
}

/* What holds after every injection, whatever its effect: it struck, nothing leaked, files are whole, and with `run_again` the
 * next run gives the same bits. */
static void check_aftermath(const struct scenario *scenario, const char *faults, const struct run *run, const struct run *want,
                            bool run_again)
{
    static struct run again;
    char text[128];
    injections++;
    if (run->injected == 0) complain(scenario, faults, run, "the fault did not strike");
    for (int i = 0; i < KINDS; i++) {
        if (run->alive[i] == want->alive[i]) continue;
        snprintf(text, sizeof text, "%s: %lld, without fault %lld", kinds[i], (long long)run->alive[i],
                 (long long)want->alive[i]);
        complain(scenario, faults, run, text);
    }
    for (int i = 0; i < FILES; i++)
        if (!is_old(&run->files, i) && (run->status == NADIR_OK ? run->files.file[i].size != want->files.file[i].size
                                                                : !same_file(&run->files, &want->files, i)))
            complain(scenario, faults, run, file_names[i]);
    if (run->files.others) complain(scenario, faults, run, "a file is left over");
    if (!run_again) return;
    run_once(&again, scenario, NULL);
    if (again.status != NADIR_OK || !same_bits(&again, want) || memcmp(&again.files, &want->files, sizeof want->files) != 0)
        complain(scenario, faults, &again, "the next run is not as without fault");
}

/* --- Every call fails once. --- */

/* Calls that may fail without a failure of the scenario, and what is then the case. */
static const struct tolerated {
    const char *scenario; /* NULL: all */
    const char *call;
    enum { SAME, NAMED, LESS } then; /* the same bits; the result names the call; the result has less in it */
    const char *reason;
} tolerated[] = {
    {NULL, "clReleaseContext", SAME, "nothing can be done about a release that fails"},
    {NULL, "clReleaseCommandQueue", SAME, "the same"},
    {NULL, "clReleaseMemObject", SAME, "the same"},
    {NULL, "clReleaseProgram", SAME, "the same"},
    {NULL, "clReleaseKernel", SAME, "the same"},
    {NULL, "clReleaseEvent", SAME, "the same"},
    {NULL, "clFinish", SAME, "nadir_context_destroy has no status; elsewhere it is reported"},
    {NULL, "clWaitForEvents", SAME, "nadir_optimizer_destroy has no status; elsewhere it is reported"},
    {"list", "clGetPlatformInfo", LESS, "costs the platform's name or version; its devices stay in the list"},
    {"list", "clGetDeviceIDs", NAMED, "becomes the platform's problem"},
    {"list", "clGetDeviceInfo", NAMED, "becomes the device's problem"},
    {"huge", "clCreateBuffer", SAME, "without memory of its own the library takes OpenCL's"},
    {"huge", "clSetMemObjectDestructorCallback", SAME, "the same"},
};

static const struct tolerated *find_tolerated(const struct scenario *scenario, const char *call)
{
    for (size_t i = 0; i < sizeof tolerated / sizeof tolerated[0]; i++)
        if (strcmp(tolerated[i].call, call) == 0 &&
            (!tolerated[i].scenario || strcmp(tolerated[i].scenario, scenario->name) == 0))
            return &tolerated[i];
    return NULL;
}

/* CLBlast gives the code of a failure, not the call. */
static bool names_call(const struct scenario *scenario, const char *message, const char *call)
{
    return strstr(message, call) || (strstr(scenario->name, "clblast") && strstr(message, "CLBlastSgemm"));
}

static bool bits_contain(const struct bits *bits, const char *text)
{
    for (size_t i = 0; i + strlen(text) <= bits->size; i++)
        if (memcmp(bits->bytes + i, text, strlen(text)) == 0) return true;
    return false;
}

static void inject_failure(const struct scenario *scenario, const struct run *want, const char *call, int64_t n)
{
    static struct run run;
    char faults[128];
    snprintf(faults, sizeof faults, "%s:%lld:fail", call, (long long)n);
    run_once(&run, scenario, faults);
    const struct tolerated *exception = find_tolerated(scenario, call);
    if (run.status != NADIR_OK) {
        if (run.error.status != run.status) complain(scenario, faults, &run, "the error record has another status");
        if (!names_call(scenario, run.error.message, call))
            complain(scenario, faults, &run, "the message does not name the call");
        if (!strstr(run.error.message, "CL_") && !strstr(run.error.message, "CLBlast"))
            complain(scenario, faults, &run, "the message does not name the code");
    } else if (!exception) {
        complain(scenario, faults, &run, "the failure was lost");
    } else if (exception->then == NAMED ? !bits_contain(&run.bits, call)
                                        : exception->then == SAME && !same_bits(&run, want)) {
        complain(scenario, faults, &run, exception->then == NAMED ? "the result does not name the call" : "other bits");
    }
    check_aftermath(scenario, faults, &run, want, !scenario->slow || n == 1);
}

START_TEST(every_call)
{
    static struct run want;
    const struct scenario *scenario = &scenarios[_i];
    const unsigned injections_before = injections, unclean_before = unclean;
    const time_t start = time(NULL);
    const bool all = all_faults();
    run_clean(&want, scenario);
    for (unsigned i = 0; i < control->count; i++) {
        const char *name = control->counts[i].name;
        if (strncmp(name, "cl", 2) != 0 || (scenario->only && !strstr(scenario->only, name))) continue;
        const int64_t most = all || scenario->most == 0 || want.counts[i] < scenario->most ? want.counts[i] : scenario->most;
        for (int64_t k = 0; k < most; k++)
            inject_failure(scenario, &want, name, most > 1 ? 1 + k * (want.counts[i] - 1) / (most - 1) : 1);
    }
    printf("faults: %-14s %4u injections, %u clean, %ld s\n", scenario->name, injections - injections_before,
           injections - injections_before - (unclean - unclean_before), (long)(time(NULL) - start));
    fflush(stdout);
    ck_assert_uint_gt(injections, injections_before);
    ck_assert_uint_eq(unclean, unclean_before);
}
END_TEST

/* --- Drivers that lie. --- */

static const struct effect {
    const char *scenario, *faults;
    enum nadir_status status;
    const char *text; /* of the message; of a listing, where all is well; NULL: the same bits */
} effects[] = {
    /* Codes that mean something of their own. */
    {"adam", "clCreateBuffer:1:CL_OUT_OF_HOST_MEMORY", NADIR_ERROR_OUT_OF_MEMORY, "clCreateBuffer"},
    {"adam", "clCreateBuffer:1:CL_OUT_OF_RESOURCES", NADIR_ERROR_OPENCL, "clCreateBuffer"},
    {"adam", "clEnqueueNDRangeKernel:2:CL_INVALID_WORK_GROUP_SIZE", NADIR_ERROR_OPENCL, "CL_INVALID_WORK_GROUP_SIZE"},
    {"adam", "clEnqueueNDRangeKernel:3:CL_MEM_OBJECT_ALLOCATION_FAILURE", NADIR_ERROR_OUT_OF_MEMORY, "clEnqueueNDRangeKernel"},
    {"life", "clBuildProgram:1:CL_COMPILER_NOT_AVAILABLE", NADIR_ERROR_BUILD, "CL_COMPILER_NOT_AVAILABLE"},
    {"list", "clGetPlatformIDs:1:CL_INVALID_VALUE", NADIR_ERROR_OPENCL, "clGetPlatformIDs failed with CL_INVALID_VALUE"},
    {"list", "clGetDeviceIDs:*:CL_DEVICE_NOT_FOUND", NADIR_OK, "its driver lists no device"},

    /* Neither an object nor an error. */
    {"life", "clCreateContext:1:null", NADIR_ERROR_OPENCL, "clCreateContext"},
    {"life", "clCreateCommandQueue:1:null", NADIR_ERROR_OPENCL, "clCreateCommandQueue"},
    {"life", "clCreateProgramWithSource:1:null", NADIR_ERROR_OPENCL, "clCreateProgramWithSource"},
    {"adam", "clCreateKernel:2:null", NADIR_ERROR_OPENCL, "clCreateKernel"},
    {"adam", "clCreateBuffer:2:null", NADIR_ERROR_OPENCL, "clCreateBuffer"},

    /* Build logs; a kernel that a program lacks though it was built. */
    {"life", "clBuildProgram:1:fail,clGetProgramBuildInfo:*:empty", NADIR_ERROR_BUILD, "clBuildProgram"},
    {"life", "clBuildProgram:1:fail,clGetProgramBuildInfo:*:nothing", NADIR_ERROR_BUILD, "clBuildProgram"},
    {"life", "clBuildProgram:1:fail,clGetProgramBuildInfo:*:huge", NADIR_ERROR_BUILD, "error: this line repeats"},
    {"life", "clBuildProgram:1:fail,clGetProgramBuildInfo:*:bytes", NADIR_ERROR_BUILD, "clBuildProgram"},
    {"life", "clBuildProgram:1:fail,clGetProgramBuildInfo:*:fail", NADIR_ERROR_BUILD, "(no build log)"},
    {"life", "clCreateKernel:1:CL_INVALID_KERNEL_NAME", NADIR_ERROR_OPENCL, "clCreateKernel"},

    /* Texts and numbers of devices. */
    {"list", "clGetPlatformIDs:*:zero", NADIR_OK, ""},
    {"list", "clGetDeviceIDs:*:zero", NADIR_OK, "its driver lists no device"},
    {"list", "clGetDeviceInfo(CL_DEVICE_NAME):*:empty", NADIR_OK, ""},
    {"list", "clGetDeviceInfo(CL_DEVICE_NAME):*:long", NADIR_OK, "xxxxxxxxxxxxxxxx"},
    {"list", "clGetDeviceInfo(CL_DEVICE_NAME):*:bytes", NADIR_OK, "?? GPU?[31m ??\"\\ ??? ?z"},
    {"list", "clGetDeviceInfo(CL_DEVICE_NAME):*:nothing", NADIR_OK, ""},
    {"list", "clGetDeviceInfo:*:empty", NADIR_OK, "its OpenCL C version is \"\""},
    {"list", "clGetDeviceInfo:*:long", NADIR_OK, "its OpenCL C version is \"xxxx"},
    {"list", "clGetDeviceInfo:*:bytes", NADIR_OK, "its OpenCL C version is \"?? GPU"},
    {"list", "clGetDeviceInfo:*:zero", NADIR_OK, "the driver says that it is not available"},
    {"list", "clGetDeviceInfo:*:nothing", NADIR_OK, "the driver says that it is not available"},
    {"list", "clGetDeviceInfo(CL_DEVICE_MAX_COMPUTE_UNITS):*:zero", NADIR_OK, "the driver reports 0 compute units"},
    {"list", "clGetDeviceInfo(CL_DEVICE_MAX_WORK_GROUP_SIZE):*:zero", NADIR_OK, "the driver reports work-groups of 0"},
    {"list", "clGetDeviceInfo(CL_DEVICE_MAX_WORK_ITEM_SIZES):*:zero", NADIR_OK, "the driver reports work-groups of 0"},
    {"list", "clGetDeviceInfo(CL_DEVICE_GLOBAL_MEM_SIZE):*:zero", NADIR_OK, "the driver reports no memory"},
    {"list", "clGetDeviceInfo(CL_DEVICE_MAX_MEM_ALLOC_SIZE):*:zero", NADIR_OK, "the driver reports no memory"},
    {"list", "clGetDeviceInfo(CL_DEVICE_COMPILER_AVAILABLE):*:zero", NADIR_OK, "the driver has no compiler"},
    {"list", "clGetDeviceInfo(CL_DEVICE_ENDIAN_LITTLE):*:zero", NADIR_OK, "it is big-endian"},
    {"list", "clGetDeviceInfo(CL_DEVICE_MEM_BASE_ADDR_ALIGN):*:zero", NADIR_OK, ""},
    {"list", "clGetDeviceInfo(CL_DEVICE_NATIVE_VECTOR_WIDTH_FLOAT):*:zero", NADIR_OK, ""},
    {"list", "clGetPlatformInfo:*:empty", NADIR_OK, ""},
    {"list", "clGetPlatformInfo:*:long", NADIR_OK, "xxxxxxxxxxxxxxxx"},
    {"list", "clGetPlatformInfo:*:bytes", NADIR_OK, "?? GPU?[31m ??\"\\ ??? ?z"},
    {"list", "clGetPlatformInfo:*:nothing", NADIR_OK, ""},

    /* Clocks that stand still or run backwards: times are not negative (the scenario looks), and nothing else changes. */
    {"guarded", "clGetEventProfilingInfo:*:zero", NADIR_OK, NULL},
    {"guarded", "clGetEventProfilingInfo:*:reversed", NADIR_OK, NULL},

    /* Wrong numbers: what training computes again on the host tells. */
    {"trainer", "clEnqueueReadBuffer:*:nan", NADIR_ERROR_WRONG_RESULT, "expected"},
    {"trainer", "clEnqueueReadBuffer:*:flip", NADIR_ERROR_WRONG_RESULT, "expected"},
    {"trainer", "clEnqueueNDRangeKernel:*:skip", NADIR_ERROR_WRONG_RESULT, "expected"},
};

START_TEST(lies)
{
    static struct run want, run;
    const char *last = "";
    const unsigned injections_before = injections, unclean_before = unclean;
    for (size_t i = 0; i < sizeof effects / sizeof effects[0]; i++) {
        const struct effect *effect = &effects[i];
        const struct scenario *scenario = scenario_find(effect->scenario);
        if (strcmp(last, effect->scenario) != 0) run_clean(&want, scenario);
        last = effect->scenario;
        run_once(&run, scenario, effect->faults);
        if (run.status != effect->status) complain(scenario, effect->faults, &run, "unexpected status");
        else if (!effect->text) {
            if (!same_bits(&run, &want)) complain(scenario, effect->faults, &run, "other bits");
        } else if (run.status != NADIR_OK ? !strstr(run.error.message, effect->text) : !bits_contain(&run.bits, effect->text))
            complain(scenario, effect->faults, &run, effect->text);
        check_aftermath(scenario, effect->faults, &run, &want, !scenario->slow);
    }
    printf("faults: %-14s %4u injections, %u clean\n", "lies", injections - injections_before,
           injections - injections_before - (unclean - unclean_before));
    ck_assert_uint_eq(unclean, unclean_before);
}
END_TEST

/* --- A device that goes away, and stays away until the process ends. --- */

START_TEST(device_lost)
{
    static const struct {
        const char *scenario;
        int64_t most;
    } rows[] = {{"list", 45}, {"adam", 60}, {"guarded", 40}, {"trainer", 60}, {"clblast step", 20}, {"life", 4}};
    static struct run want, run;
    char faults[64];
    const unsigned injections_before = injections, unclean_before = unclean;
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct scenario *scenario = scenario_find(rows[i].scenario);
        int64_t calls = 0;
        run_clean(&want, scenario);
        for (unsigned k = 0; k < control->count; k++)
            if (strncmp(control->counts[k].name, "cl", 2) == 0) calls += want.counts[k];
        const int64_t most = all_faults() || calls < rows[i].most ? calls : rows[i].most;
        for (int64_t k = 0; k < most; k++) {
            snprintf(faults, sizeof faults, "any:%lld:lost", (long long)(1 + k * (calls - 1) / (most - 1)));
            run_once(&run, scenario, faults);
            /* Lost between the last wait and the end, or a listing: nothing to report, or it is in the rows. */
            if (run.status == NADIR_OK ? !same_bits(&run, &want) && !bits_contain(&run.bits, "CL_DEVICE_NOT_AVAILABLE")
                                       : !strstr(run.error.message, "CL_DEVICE_NOT_AVAILABLE"))
                complain(scenario, faults, &run, "does not tell of a device that is not available");
            check_aftermath(scenario, faults, &run, &want, !scenario->slow);
        }
    }
    printf("faults: %-14s %4u injections, %u clean\n", "device lost", injections - injections_before,
           injections - injections_before - (unclean - unclean_before));
    ck_assert_uint_eq(unclean, unclean_before);
}
END_TEST

/* --- The layer. --- */

static void find_layer(void)
{
    const char *path = getenv("OPENCL_LAYERS");
    cl_uint count;
    clGetPlatformIDs(0, NULL, &count); /* the loader loads layers with its first call */
    void *library = path && path[0] ? dlopen(path, RTLD_NOW | RTLD_NOLOAD) : NULL;
    fault_control_function function = NULL;
    if (library) *(void **)&function = dlsym(library, FAULT_CONTROL);
    if (!function) {
        fprintf(stderr, "FAILED: the fault layer is not loaded: OPENCL_LAYERS=%s, or this OpenCL loader has no layers\n",
                path ? path : "");
        exit(1);
    }
    control = function();
}

static void no_faults(void)
{
    alarm(0);
    control->set(NULL);
}

int main(void)
{
    find_layer();
    test_device();
    for (int i = 0; i < SIGNALS; i++) sigaction(signals[i], &(struct sigaction){.sa_handler = on_signal}, &before[i]);
    Suite *suite = suite_create("faults");
    TCase *tcase = test_case(suite, "faults");
    tcase_add_checked_fixture(tcase, NULL, no_faults);
    const char *one = getenv("NADIR_FAULT_SCENARIO");
    if (!one || strcmp(one, "lies") == 0) tcase_add_test(tcase, lies);
    if (!one || strcmp(one, "lost") == 0) tcase_add_test(tcase, device_lost);
    for (int i = 0; i < (int)scenario_count; i++)
        if (!one || strcmp(one, scenarios[i].name) == 0) tcase_add_loop_test(tcase, every_call, i, i + 1);
    int status = test_run(suite);
    scenario_release();
    for (int i = 0; i < KINDS; i++)
        if (count_of(kinds[i]) != 0) {
            fprintf(stderr, "%s: %lld after all contexts were destroyed\n", kinds[i], (long long)count_of(kinds[i]));
            status = 1;
        }
    printf("faults: %u injections, %u clean\n", injections, injections - unclean);
    return status;
}
