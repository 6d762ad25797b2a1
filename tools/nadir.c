/* SPDX-License-Identifier: MIT */
/* The command-line tool: a table of commands. */
#include "tool.h"

#include <cjson/cJSON.h>
#include <clblast_c.h>
#include <errno.h>
#include <locale.h>
#include <string.h>
#include <zlib.h>

static int cmd_version(int argc, char **argv);
static int cmd_help(int argc, char **argv);

static const struct command {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *about;
} commands[] = {
    {"train", cmd_train, "train a classifier on labelled images and save it"},
    {"eval", cmd_eval, "loss and accuracy of a saved classifier"},
    {"bench", cmd_bench, "how fast the operations run on a device, and how close to its limits"},
    {"devices", cmd_devices, "list the OpenCL devices, and which one is taken"},
    {"doctor", cmd_doctor, "prove that devices compute correctly, before training on them"},
    {"tune", cmd_tune, "measure which matrix products are the fastest on a device, and keep it for all runs"},
    {"op", cmd_op, "run one operation on NPY files: losses, softmax, activations, products, optimizers"},
    {"schedule", cmd_schedule, "the learning rates of a schedule as lines, as JSON, as a picture"},
    {"version", cmd_version, "version of Nadir and of the libraries it uses"},
    {"help", cmd_help, "this text, or `nadir help COMMAND`"},
};

enum { COMMANDS = sizeof commands / sizeof commands[0] };

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i].name, name) == 0) return &commands[i];
    return NULL;
}

static int fail_unknown(const char *name)
{
    tool_fail("unknown command %s, see nadir help", name);
    return TOOL_USAGE;
}

/* For the two commands that take no options: TOOL_OK when there is nothing behind argv[`allowed`]. */
static int refuse_arguments(int argc, char **argv, int allowed)
{
    if (argc <= allowed + 1) return TOOL_OK;
    tool_fail("unexpected argument %s, see nadir help", argv[allowed + 1]);
    return TOOL_USAGE;
}

static int cmd_version(int argc, char **argv)
{
    if (argc > 1 && strcmp(argv[1], "--help") == 0) return cmd_help(1, argv);
    if (refuse_arguments(argc, argv, 0) != TOOL_OK) return TOOL_USAGE;
    printf("nadir %s\n", nadir_version());
    printf("OpenCL headers %d.%d, CLBlast %d.%d.%d, zlib %s, cJSON %s\n", CL_TARGET_OPENCL_VERSION / 100,
           CL_TARGET_OPENCL_VERSION / 10 % 10, CLBLAST_VERSION_MAJOR, CLBLAST_VERSION_MINOR, CLBLAST_VERSION_PATCH,
           zlibVersion(), cJSON_Version());
    return TOOL_OK;
}

static int cmd_help(int argc, char **argv)
{
    if (refuse_arguments(argc, argv, 1) != TOOL_OK) return TOOL_USAGE;
    const struct command *command = argc > 1 ? find_command(argv[1]) : NULL;
    if (argc > 1 && !command && strcmp(argv[1], "--help") != 0) return fail_unknown(argv[1]);
    if (command && command->run != cmd_help) {
        char help[] = "--help";
        return command->run(2, (char *[]){argv[1], help, NULL});
    }
    printf("Nadir trains neural networks on any OpenCL device.\n\nusage: nadir COMMAND [options]\n\n");
    for (size_t i = 0; i < COMMANDS; i++) printf("  %-8s %s\n", commands[i].name, commands[i].about);
    printf("\nAll options of a command: nadir COMMAND --help\nFor example: "
           "nadir train --data /usr/share/datasets/fashion-mnist --epochs 10\n\n"
           "Exit status: 0 done, 1 failure, 2 usage or device selector, 3 no usable device,\n"
           "4 the device computes wrong numbers, 130 interrupted.\n");
    return TOOL_OK;
}

int main(int argc, char **argv)
{
    /* Numbers are read and written with a decimal point, even if a driver calls setlocale. */
    const locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (c) uselocale(c);
    setvbuf(stdout, NULL, _IOLBF, 0); /* also into a pipe: a log shows each line when it is printed */
    if (argc < 2) {
        tool_fail("a command is missing, see nadir help");
        return TOOL_USAGE;
    }
    const char *name = argv[1];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0) name = "help";
    if (strcmp(name, "--version") == 0) name = "version";
    const struct command *command = find_command(name);
    if (!command) return fail_unknown(name);
    int code = command->run(argc - 1, argv + 1);
    if ((fflush(stdout) != 0 || ferror(stdout)) && code == TOOL_OK)
        code = tool_fail("cannot write to the standard output: %s", strerror(errno));
    return code;
}
