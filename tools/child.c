/* SPDX-License-Identifier: MIT */
/* A child process without exec: pipes, deadline, last words. */
#include "child.h"

#include "base/clock_priv.h"
#include "device/device_priv.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif

enum { PIECE = 65536, FIRST_FREE = 3 };

/* How often an end is looked for that no pipe tells of: a helper process of a driver may keep them open. */
enum { SLICE_MS = 20, PATIENCE = 3 /* seconds, with a child that was killed */ };

struct line {
    char text[160];
    size_t length;
};

/* --- In the child. --- */

void child_write(int output, const void *bytes, size_t size)
{
    const char *next = bytes;
    while (size > 0) {
        const ssize_t written = write(output, next, size);
        if (written < 0 && errno != EINTR) _exit(EXIT_FAILURE);
        if (written < 0) continue;
        next += written;
        size -= (size_t)written;
    }
}

/* Standard streams, signals and limits of a process that may crash. */
static void settle_child(int errors, pid_t parent)
{
    static const int fatal[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGPIPE, SIGINT, SIGTERM, SIGALRM};
    const int nowhere = open("/dev/null", O_RDWR);
    if (nowhere < 0 || dup2(nowhere, STDIN_FILENO) < 0 || dup2(nowhere, STDOUT_FILENO) < 0 || dup2(errors, STDERR_FILENO) < 0)
        _exit(EXIT_FAILURE);
    if (nowhere >= FIRST_FREE) close(nowhere);
    for (size_t i = 0; i < sizeof fatal / sizeof fatal[0]; i++) signal(fatal[i], SIG_DFL);
    sigset_t none;
    sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
    (void)setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0}); /* a crash that was expected leaves no core file */
#ifdef __linux__
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
#endif
    if (getppid() != parent) _exit(EXIT_FAILURE); /* it ended before that was set */
}

/* --- In the parent. --- */

/* Both ends above the standard streams, which the child replaces, and closed by exec. 0 or an errno. */
static int open_pipe(int ends[2])
{
    ends[0] = ends[1] = -1;
    int raw[2], code = 0;
    if (pipe(raw) != 0) return errno;
    for (int i = 0; i < 2; i++) {
        if (code == 0) ends[i] = fcntl(raw[i], F_DUPFD_CLOEXEC, FIRST_FREE);
        if (code == 0 && ends[i] < 0) code = errno;
        close(raw[i]);
    }
    return code;
}

static void close_end(int *end)
{
    if (*end >= 0) close(*end);
    *end = -1;
}

static void hear(struct child_result *result, struct line *line, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++) {
        if (bytes[i] != '\n') {
            if (line->length < sizeof line->text) line->text[line->length++] = bytes[i];
            continue;
        }
        char words[sizeof result->last_words];
        nadir__device_text(words, sizeof words, line->text, line->length);
        if (words[0]) memcpy(result->last_words, words, sizeof words);
        line->length = 0;
    }
}

static bool keep(struct child_result *result, const void *bytes, size_t size)
{
    unsigned char *all = realloc(result->output, result->size + size);
    if (!all) return false;
    memcpy(all + result->size, bytes, size);
    result->output = all;
    result->size += size;
    return true;
}

/* One read; closes the end when nothing more comes. Returns the bytes read, 0 for none. */
static size_t take(int *end, char *bytes)
{
    const ssize_t size = read(*end, bytes, PIECE);
    if (size > 0) return (size_t)size;
    if (size == 0 || (errno != EINTR && errno != EAGAIN)) close_end(end);
    return 0;
}

struct watch {
    struct child_result *result;
    int output, errors;
    struct line line;
    child_listener listener;
    void *user;
    char *piece;
};

/* Takes what lies in the pipes, waiting for it at most `milliseconds`. Returns whether there was something;
 * *failed: no memory for it. */
static bool listen_once(struct watch *watch, int milliseconds, bool *failed)
{
    struct pollfd ends[] = {{.fd = watch->output, .events = POLLIN}, {.fd = watch->errors, .events = POLLIN}};
    size_t size, total = 0;
    if (poll(ends, 2, milliseconds) <= 0) return false;
    if (ends[0].revents && (size = take(&watch->output, watch->piece)) > 0) {
        if (watch->listener) watch->listener((const unsigned char *)watch->piece, size, watch->user);
        if (!keep(watch->result, watch->piece, size)) *failed = true;
        total += size;
    }
    if (ends[1].revents && (size = take(&watch->errors, watch->piece)) > 0) {
        hear(watch->result, &watch->line, watch->piece, size);
        total += size;
    }
    return total > 0;
}

/* Whether it has ended; it stays a zombie, so that its number still names its process group. */
static bool has_ended(pid_t child)
{
    siginfo_t info = {0};
    return waitid(P_PID, (id_t)child, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == child;
}

static void watch_child(struct watch *watch, pid_t child, double deadline)
{
    struct child_result *result = watch->result;
    const double start = nadir__seconds();
    bool failed = false, late = false;
    while (!failed && !late && !has_ended(child)) {
        (void)listen_once(watch, SLICE_MS, &failed);
        late = nadir__seconds() - start >= deadline;
    }
    late = late && !has_ended(child);
    (void)kill(-child, SIGKILL); /* and the helpers it started */
    int status = 0;
    /* One that hangs in the kernel, as with a lost GPU, cannot even be killed: it is left behind. */
    for (double end = nadir__seconds() + PATIENCE; !has_ended(child) && nadir__seconds() < end;) (void)poll(NULL, 0, SLICE_MS);
    if (has_ended(child))
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    else late = true;
    while (!failed && listen_once(watch, 0, &failed)) continue;
    hear(result, &watch->line, "\n", 1);
    result->seconds = nadir__seconds() - start;
    if (failed) {
        result->end = CHILD_FAILED;
        result->status = ENOMEM;
    } else if (late) {
        result->end = CHILD_TIMEOUT;
    } else {
        result->end = WIFSIGNALED(status) ? CHILD_CRASHED : CHILD_EXITED;
        result->status = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
    }
}

void child_run(struct child_result *result, child_function function, void *argument, double deadline, child_listener listener,
               void *user)
{
    int output[2] = {-1, -1}, errors[2] = {-1, -1};
    const pid_t parent = getpid();
    pid_t child = -1;
    *result = (struct child_result){.end = CHILD_FAILED};
    char *piece = malloc(PIECE);
    result->status = piece ? open_pipe(output) : ENOMEM;
    if (result->status == 0) result->status = open_pipe(errors);
    if (result->status == 0) {
        signal(SIGCHLD, SIG_DFL); /* ignored, as some programs leave it to theirs, it would hide how the child ended */
        fflush(NULL);             /* a driver that calls exit would write the parent's buffers once more */
        child = fork();
        if (child < 0) result->status = errno;
    }
    if (child == 0) {
        (void)setpgid(0, 0);
        settle_child(errors[1], parent);
        _exit(function(output[1], argument));
    }
    close_end(&output[1]);
    close_end(&errors[1]);
    if (child > 0) {
        (void)setpgid(child, child); /* both: whoever comes first */
        (void)fcntl(output[0], F_SETFL, O_NONBLOCK);
        (void)fcntl(errors[0], F_SETFL, O_NONBLOCK);
        struct watch watch = {.result = result, .output = output[0], .errors = errors[0], .listener = listener, .user = user,
                              .piece = piece};
        watch_child(&watch, child, deadline);
        output[0] = watch.output;
        errors[0] = watch.errors;
    }
    close_end(&output[0]);
    close_end(&errors[0]);
    free(piece);
}

void child_free(struct child_result *result)
{
    free(result->output);
    result->output = NULL;
    result->size = 0;
}

static const char *signal_name(int number)
{
    static const struct {
        int number;
        const char *name;
    } names[] = {
        {SIGABRT, "SIGABRT"}, {SIGBUS, "SIGBUS"}, {SIGFPE, "SIGFPE"}, {SIGILL, "SIGILL"}, {SIGINT, "SIGINT"},
        {SIGKILL, "SIGKILL"}, {SIGPIPE, "SIGPIPE"}, {SIGSEGV, "SIGSEGV"}, {SIGSYS, "SIGSYS"}, {SIGTERM, "SIGTERM"},
        {SIGTRAP, "SIGTRAP"}, {SIGXCPU, "SIGXCPU"},
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (names[i].number == number) return names[i].name;
    return NULL;
}

void child_describe(const struct child_result *result, char *text, size_t size)
{
    char what[80];
    const char *name = signal_name(result->status);
    switch (result->end) {
    case CHILD_EXITED: snprintf(what, sizeof what, "exited with status %d", result->status); break;
    case CHILD_CRASHED:
        if (name) snprintf(what, sizeof what, "crashed with %s", name);
        else snprintf(what, sizeof what, "crashed with signal %d", result->status);
        break;
    case CHILD_TIMEOUT: /* tenths: what lies behind them is how long the end took */
        snprintf(what, sizeof what, "did not answer for %.4g s", (double)(long)(result->seconds * 10 + 0.5) / 10);
        break;
    case CHILD_FAILED: snprintf(what, sizeof what, "could not be started: %.50s", strerror(result->status)); break;
    }
    snprintf(text, size, "%s%s%s", what, result->last_words[0] ? ": " : "", result->last_words);
}
