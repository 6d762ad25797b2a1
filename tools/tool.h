/* SPDX-License-Identifier: MIT */
/* What the commands of `nadir` share: exit codes, one-line messages, and opening a device. */
#ifndef NADIR_TOOLS_TOOL_H
#define NADIR_TOOLS_TOOL_H

#include "nadir/nadir.h"

#include <cjson/cJSON.h>
#include <signal.h>
#include <stdio.h>

enum exit_code {
    TOOL_OK = 0,
    TOOL_FAILURE = 1,
    TOOL_USAGE = 2, /* also a bad device selector */
    TOOL_NO_DEVICE = 3,
    TOOL_DEVICE_FAILED = 4, /* the device computes wrong numbers */
    TOOL_INTERRUPTED = 130
};

/* The commands, each with its own command line: argv[0] is its name. They return an exit code. */
int cmd_train(int argc, char **argv);
int cmd_eval(int argc, char **argv);
int cmd_bench(int argc, char **argv);
int cmd_devices(int argc, char **argv);
int cmd_doctor(int argc, char **argv);
int cmd_op(int argc, char **argv);
int cmd_schedule(int argc, char **argv);
int cmd_tune(int argc, char **argv);

/* Prints "nadir: <message>" on stderr as one printable line, whatever the arguments hold. Returns TOOL_FAILURE. */
int tool_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Reports the library's last error, behind "<prefix>: " unless `prefix` is NULL. Returns the exit code of its status. */
int tool_fail_status(const char *prefix);

/* Prints a document as one line on stdout and deletes it. Returns TOOL_OK, or TOOL_FAILURE without memory. */
int tool_print_json(cJSON *document);

/* Whether an environment variable has a value: an empty one is none. */
bool tool_is_set(const char *variable);

/* From now on an interrupt (SIGINT) sets *stop, and one more, or with `stop` NULL the first one, ends the process with
 * TOOL_INTERRUPTED. To be called again once drivers are loaded: some install a handler of their own. */
void tool_catch_interrupts(volatile sig_atomic_t *stop);

/* A device with its context. */
struct tool_session {
    struct nadir_device device;
    struct nadir_context *context;
    FILE *human;    /* for what people read; NULL: nothing */
    bool compiling; /* the line about compilation was printed */
};

/* Finds the device (`selector` NULL: NADIR_DEVICE, then auto), creates its context and says on `human` what was chosen and why.
 * Returns TOOL_OK or an exit code; close in both cases. */
int tool_session_open(struct tool_session *session, const char *selector, const struct nadir_context_params *params,
                      FILE *human);
void tool_session_close(struct tool_session *session);

/* For training: a device that failed its last check (its record) is refused with TOOL_DEVICE_FAILED, or with `allow` only warned
 * about. */
int tool_session_refuse_failed(const struct tool_session *session, bool allow);

#endif
