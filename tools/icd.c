/* SPDX-License-Identifier: MIT */
/* Which drivers the loader would use, by ocl-icd's rules, and what each of them does when it is alone. */
#include "icd.h"

#include "child.h"
#include "options.h"

#include "base/status_priv.h"
#include "device/device_priv.h"
#include "device/quirks_priv.h"

#include <CL/cl_ext.h>
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <glob.h>
#include <grp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TEXT = 256 };

static void say(char out[TEXT], const char *format, ...) __attribute__((format(printf, 2, 3)));

/* One printable line, whatever the arguments hold. */
static void say(char out[TEXT], const char *format, ...)
{
    char text[2048];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    nadir__device_text(out, TEXT, text, strlen(text));
}

double icd_deadline(void)
{
    const char *text = getenv("NADIR_PROBE_DEADLINE");
    double seconds;
    return text && options_parse_real(text, &seconds) && seconds > 0 ? seconds : 10;
}

/* --- Usual causes. --- */

/* A device node that exists and may not be used. */
static bool find_closed_node(char out[TEXT])
{
    static const char *const patterns[] = {"/dev/dri/renderD*", "/dev/kfd"};
    bool found = false;
    for (size_t i = 0; i < sizeof patterns / sizeof patterns[0] && !found; i++) {
        glob_t nodes;
        if (glob(patterns[i], 0, NULL, &nodes) != 0) continue;
        for (size_t j = 0; j < nodes.gl_pathc && !found; j++) {
            const char *node = nodes.gl_pathv[j];
            struct stat about;
            if (access(node, R_OK | W_OK) == 0 || errno != EACCES || stat(node, &about) != 0) continue;
            const struct group *group = getgrgid(about.st_gid);
            found = true;
            say(out, "no permission on %s: join the group %s (usermod -aG %s <user>) and log in again", node,
                group ? group->gr_name : "render", group ? group->gr_name : "render");
        }
        globfree(&nodes);
    }
    return found;
}

/* --- In the child. --- */

enum step { STEP_LOAD, STEP_PLATFORMS, STEP_DEVICES, STEP_DONE };

/* Written before each step, so that the last one tells where a driver crashed or hung. */
struct answer {
    enum step step;
    bool works;
    unsigned platforms, devices;
    char platform[96];
    char problem[TEXT];
};

struct probe {
    const char *path;    /* for the loader */
    const char *library; /* its line as the loader reads it, "" for none */
};

static bool is_padded(const char *library)
{
    const size_t length = strlen(library);
    return length > 0 && strchr(" \t\r\v\f", library[length - 1]);
}

/* Loads the library as the loader will, for the reason if that fails. */
static bool load(const struct probe *probe, void **handle, struct answer *answer)
{
    char library[1024];
    size_t length = strlen(probe->library);
    if (length == 0) return true;
    snprintf(library, sizeof library, "%s", probe->library);
    for (; length > 0 && length < sizeof library && is_padded(library); length--) library[length - 1] = 0;
    *handle = dlopen(library, RTLD_LAZY | RTLD_LOCAL);
    if (!*handle) say(answer->problem, "its library cannot be loaded: %s", dlerror());
    return *handle != NULL;
}

/* Why the loader takes no platform from a library that can be loaded. */
static void explain_no_platform(const struct probe *probe, void *handle, cl_int code, struct answer *answer)
{
    union {
        void *symbol;
        void *(CL_API_CALL *function)(const char *name);
    } extension = {0};
    union {
        void *symbol;
        cl_int(CL_API_CALL *function)(cl_uint entries, cl_platform_id *platforms, cl_uint *count);
    } platforms = {0};
    cl_uint count = 0;
    if (is_padded(probe->library)) {
        say(answer->problem, "the loader takes the %s at the end of its line for a part of the library's name: remove it",
            probe->library[strlen(probe->library) - 1] == '\r' ? "carriage return" : "space");
        return;
    }
    if (handle) extension.symbol = dlsym(handle, "clGetExtensionFunctionAddress");
    if (handle && extension.symbol) platforms.symbol = extension.function("clIcdGetPlatformIDsKHR");
    if (!handle) {
        say(answer->problem, "its first line names no library");
    } else if (!platforms.symbol) {
        say(answer->problem, "its library is no OpenCL driver: %s is missing",
            extension.symbol ? "clIcdGetPlatformIDsKHR" : "clGetExtensionFunctionAddress");
    } else {
        const cl_int own = platforms.function(0, NULL, &count);
        const bool nothing = own == CL_PLATFORM_NOT_FOUND_KHR || (own == CL_SUCCESS && count == 0);
        if (nothing)
            say(answer->problem, "the driver finds nothing to run on: no such device, or its kernel module is not loaded");
        else if (own != CL_SUCCESS)
            say(answer->problem, "clIcdGetPlatformIDsKHR failed with %s (%d)", nadir__cl_error_name(own), (int)own);
        else if (code != CL_SUCCESS && code != CL_PLATFORM_NOT_FOUND_KHR)
            say(answer->problem, "clGetPlatformIDs failed with %s (%d)", nadir__cl_error_name(code), (int)code);
        else say(answer->problem, "the loader does not take the driver's platform");
    }
}

static void explain_no_device(cl_int code, struct answer *answer)
{
    const char *hint = nadir__quirk_no_device(answer->platform);
    if (hint) say(answer->problem, "%s", hint);
    else if (find_closed_node(answer->problem)) return;
    else if (code != CL_SUCCESS && code != CL_DEVICE_NOT_FOUND)
        say(answer->problem, "clGetDeviceIDs failed with %s (%d)", nadir__cl_error_name(code), (int)code);
    else if (access("/dev/dri", F_OK) != 0 && access("/dev/kfd", F_OK) != 0)
        say(answer->problem,
            "its driver lists no device; there is no /dev/dri: no GPU, no kernel module for it, or a container without it");
    else say(answer->problem, "its driver lists no device");
}

static void count_devices(struct answer *answer)
{
    cl_int problem = CL_SUCCESS;
    cl_platform_id *ids = calloc(answer->platforms, sizeof *ids);
    if (!ids || clGetPlatformIDs(answer->platforms, ids, NULL) != CL_SUCCESS) answer->platforms = 0;
    for (unsigned i = 0; i < answer->platforms; i++) {
        struct nadir_platform platform = {0};
        cl_uint count = 0;
        const cl_int code = clGetDeviceIDs(ids[i], CL_DEVICE_TYPE_ALL, 0, NULL, &count);
        if (i == 0 && nadir__platform_read(&platform, ids[i]) == NADIR_OK)
            memcpy(answer->platform, platform.name, sizeof answer->platform);
        if (code == CL_SUCCESS) answer->devices += count;
        else problem = code;
    }
    free(ids);
    if (answer->devices == 0) explain_no_device(problem, answer);
}

static int probe_driver(int output, void *argument)
{
    const struct probe *probe = argument;
    struct answer answer = {.step = STEP_LOAD};
    void *handle = NULL;
    cl_uint count = 0;
    child_write(output, &answer, sizeof answer);
    if (load(probe, &handle, &answer) && setenv("OCL_ICD_VENDORS", probe->path, 1) == 0 &&
        setenv("OCL_ICD_FILENAMES", probe->library, 1) == 0) { /* for loaders that take a folder only */
        answer.step = STEP_PLATFORMS;
        child_write(output, &answer, sizeof answer);
        const cl_int code = clGetPlatformIDs(0, NULL, &count);
        answer.works = code == CL_SUCCESS && count > 0;
        if (!answer.works) explain_no_platform(probe, handle, code, &answer);
    }
    if (answer.works) {
        answer.step = STEP_DEVICES;
        answer.platforms = count;
        child_write(output, &answer, sizeof answer);
        count_devices(&answer);
    }
    answer.step = STEP_DONE;
    child_write(output, &answer, sizeof answer);
    return EXIT_SUCCESS;
}

/* --- In the parent. --- */

static void probe_icd(struct icd *icd, const char *library, double deadline)
{
    static const char *const steps[] = {"while its library was loaded", "when asked for its platforms",
                                        "when asked for its devices", ""};
    struct child_result result;
    struct answer answer = {.step = STEP_LOAD};
    struct probe probe = {icd->path, library};
    child_run(&result, probe_driver, &probe, deadline, NULL, NULL);
    if (result.size >= sizeof answer)
        memcpy(&answer, result.output + (result.size / sizeof answer - 1) * sizeof answer, sizeof answer);
    if (answer.step == STEP_DONE) { /* what happened behind that, in a destructor, is no concern */
        icd->platforms = answer.platforms;
        icd->devices = answer.devices;
        icd->hint_only = answer.works && answer.problem[0];
        memcpy(icd->platform, answer.platform, sizeof icd->platform);
        memcpy(icd->problem, answer.problem, sizeof icd->problem);
    } else {
        char what[TEXT];
        icd->crashes = result.end != CHILD_FAILED;
        struct child_result silent = result;
        silent.last_words[0] = 0;
        child_describe(&silent, what, sizeof what);
        say(icd->problem, "%s %s%s%s", what, steps[answer.step], result.last_words[0] ? ": " : "", result.last_words);
    }
    child_free(&result);
}

/* The first line without its end, as ocl-icd reads it. false: `problem` says why there is none. */
static bool read_library(char library[1024], struct icd *icd)
{
    FILE *file = fopen(icd->path, "r");
    if (file) errno = 0;
    const bool read = file && fgets(library, 1024, file);
    const int code = errno;
    if (file) fclose(file);
    if (!read && code != 0) say(icd->problem, "cannot be read: %s", strerror(code));
    else if (!read) say(icd->problem, "the file is empty: its first line must name the driver's library");
    if (read) library[strcspn(library, "\n")] = 0;
    return read;
}

/* `library` NULL: it stands in the file. */
static bool add_icd(struct icd_list *list, const char *file, const char *path, const char *library, double deadline)
{
    char line[1024] = "";
    struct icd *icds = realloc(list->icds, (list->count + 1) * sizeof *icds);
    if (!icds) return false;
    list->icds = icds;
    struct icd *icd = &icds[list->count++];
    *icd = (struct icd){0};
    nadir__device_text(icd->file, sizeof icd->file, file, strlen(file));
    if ((size_t)snprintf(icd->path, sizeof icd->path, "%s", path) >= sizeof icd->path) {
        say(icd->problem, "its path is too long");
        return true;
    }
    if (library) snprintf(line, sizeof line, "%s", library);
    else if (!read_library(line, icd)) return true;
    nadir__device_text(icd->library, sizeof icd->library, line, strlen(line));
    probe_icd(icd, line, deadline);
    return true;
}

static bool ends_with(const char *text, const char *end)
{
    const size_t length = strlen(text), size = strlen(end);
    return length > size && strcmp(text + length - size, end) == 0;
}

static int is_icd(const struct dirent *entry)
{
    return ends_with(entry->d_name, ".icd");
}

static bool read_folder(struct icd_list *list, const char *folder, double deadline)
{
    struct dirent **entries = NULL;
    bool enough = true;
    const int count = scandir(folder, &entries, is_icd, alphasort);
    if (count < 0 && errno == ENOMEM) return false;
    if (count < 0)
        say(list->problem, errno == ENOENT ? "%s does not exist: no driver is installed; %s" : "%s cannot be read: %s", folder,
            errno == ENOENT ? nadir__quirk_drivers : strerror(errno));
    else if (count == 0)
        say(list->problem, "there is no .icd file in %s: no driver is installed; %s", folder, nadir__quirk_drivers);
    for (int i = 0; i < count; i++) {
        char path[2048];
        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        enough = enough && add_icd(list, entries[i]->d_name, path, NULL, deadline);
        free(entries[i]);
    }
    free(entries);
    return enough;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash && slash[1] ? slash + 1 : path;
}

bool icd_list_create(struct icd_list *list, double deadline)
{
    const char *chosen = getenv("OCL_ICD_VENDORS"), *folder = getenv("OPENCL_VENDOR_PATH");
    char path[1024];
    struct stat about;
    bool enough = true;
    if (!folder || !folder[0]) folder = "/etc/OpenCL/vendors";
    if (!chosen || !chosen[0]) chosen = folder;
    *list = (struct icd_list){0};
    nadir__device_text(list->folder, sizeof list->folder, chosen, strlen(chosen));
    const bool exists = stat(chosen, &about) == 0;
    if (chosen == folder || (exists && S_ISDIR(about.st_mode))) {
        enough = read_folder(list, chosen, deadline);
    } else if (ends_with(chosen, ".icd")) {
        snprintf(path, sizeof path, "%s/%s", folder, chosen);
        const bool beside = !strchr(chosen, '/') && access(path, R_OK) == 0;
        enough = add_icd(list, base_name(chosen), beside ? path : chosen, NULL, deadline);
    } else if (!exists && strchr(chosen, '/')) {
        say(list->problem, "OCL_ICD_VENDORS is %s, which does not exist", chosen);
    } else {
        enough = add_icd(list, base_name(chosen), chosen, chosen, deadline);
    }
    if (!enough) icd_list_destroy(list);
    return enough;
}

void icd_list_destroy(struct icd_list *list)
{
    free(list->icds);
    list->icds = NULL;
    list->count = 0;
}
