/* SPDX-License-Identifier: MIT */
/* Work in a child process with a deadline: a driver that crashes or hangs costs the child, not the tool. */
#ifndef NADIR_TOOLS_CHILD_H
#define NADIR_TOOLS_CHILD_H

#include <stdbool.h>
#include <stddef.h>

/* What runs in the child. It writes its result with child_write and returns an exit status; what it prints on stdout goes to
 * /dev/null. */
typedef int (*child_function)(int output, void *argument);

/* Writes all of it, or ends the child. */
void child_write(int output, const void *bytes, size_t size);

enum child_end {
    CHILD_EXITED,  /* with `status` */
    CHILD_CRASHED, /* by signal `status` */
    CHILD_TIMEOUT, /* was killed */
    CHILD_FAILED   /* could not be started; errno is in `status` */
};

struct child_result {
    enum child_end end;
    int status;
    unsigned char *output; /* what it wrote, until the end or until it was gone; malloc'ed */
    size_t size;
    char last_words[160];  /* the last line that it or its driver printed on stderr, printable, "" for none */
    double seconds;
};

/* Called in the parent with every piece of output as it comes; may be NULL. */
typedef void (*child_listener)(const unsigned char *bytes, size_t size, void *user);

/* Runs `function` in a child, at most `deadline` seconds. The caller must not have called OpenCL before: its threads do not
 * survive a fork. Free with child_free. */
void child_run(struct child_result *result, child_function function, void *argument, double deadline, child_listener listener,
               void *user);
void child_free(struct child_result *result);

/* "crashed with SIGABRT: <last words>", "did not answer for 10 s", "exited with status 1: ...". */
void child_describe(const struct child_result *result, char *text, size_t size);

#endif
