/* SPDX-License-Identifier: MIT */
/* `nadir schedule`: the learning rates of a schedule as lines, as JSON, as a picture. */
#include "options.h"
#include "schedule_options.h"
#include "tool.h"

#include "base/file_priv.h"
#include "base/number_priv.h"

#include <assert.h>
#include <float.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

static const char *const formulas[] = {
    [NADIR_SCHEDULE_CONSTANT] = "lr, times --factor during the first --total-iters steps",
    [NADIR_SCHEDULE_STEP] = "lr gamma^floor(t / step_size)",
    [NADIR_SCHEDULE_MULTI_STEP] = "lr gamma^(milestones <= t)",
    [NADIR_SCHEDULE_EXPONENTIAL] = "lr gamma^(t / decay_steps)",
    [NADIR_SCHEDULE_LINEAR] = "lr times start_factor, in a line to end_factor at total_iters",
    [NADIR_SCHEDULE_POLYNOMIAL] = "eta_min + (lr - eta_min) (1 - t / total_iters)^power",
    [NADIR_SCHEDULE_COSINE] = "eta_min + (lr - eta_min) (1 + cos(pi t / t_max)) / 2, then eta_min",
    [NADIR_SCHEDULE_COSINE_WARM_RESTARTS] = "cosine in cycles of t_0, t_0 t_mult, t_0 t_mult^2, ... steps",
    [NADIR_SCHEDULE_CYCLIC] = "from lr to max_lr and back, again and again",
    [NADIR_SCHEDULE_ONE_CYCLE] = "from max_lr / div_factor to max_lr, then to nearly nothing",
    [NADIR_SCHEDULE_INVERSE_SQRT] = "lr sqrt(timescale / (timescale + t))",
    [NADIR_SCHEDULE_INVERSE_TIME] = "lr / (1 + decay_rate t / decay_steps)",
    [NADIR_SCHEDULE_WSD] = "lr for stable_steps, then down to eta_min within decay_steps",
    [NADIR_SCHEDULE_PIECEWISE] = "values[milestones <= t]",
    [NADIR_SCHEDULE_SEQUENTIAL] = "one of --kinds after the other, each with its own t from its milestone on",
};
enum { KINDS = sizeof formulas / sizeof formulas[0] };

/* --- The picture. --- */

enum { WIDTH = 720, HEIGHT = 360, LEFT = 84, RIGHT = 696, TOP = 56, BOTTOM = 308, COLUMNS = RIGHT - LEFT };

/* 1, 2 or 5 times a power of ten, so that about five ticks reach `most`. */
static double tick_step(double most)
{
    const double rough = most / 5, power = pow(10, floor(log10(rough))), digit = rough / power;
    return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
}

static void write_grid(FILE *stream, double high, double step, double last)
{
    const double ticks = round(high / step), across = last > 0 ? fmax(tick_step(last), 1) : 1;
    for (double i = 0; i <= ticks; i++) {
        const double y = BOTTOM - i / ticks * (BOTTOM - TOP);
        fprintf(stream, "<path class=\"grid\" d=\"M%d %.2fH%d\"/><text class=\"y\" x=\"%d\" y=\"%.2f\">%.6g</text>\n", LEFT, y,
                RIGHT, LEFT - 8, y + 4, i * step);
    }
    fprintf(stream, "<path class=\"axis\" d=\"M%d %dH%d\"/>\n", LEFT, BOTTOM, RIGHT);
    for (double t = 0; t <= last; t += across) {
        const double x = LEFT + (last > 0 ? t / last : 0) * (RIGHT - LEFT);
        fprintf(stream, "<path class=\"axis\" d=\"M%.2f %dv5\"/><text class=\"x\" x=\"%.2f\" y=\"%d\">%.9g</text>\n", x, BOTTOM,
                x, BOTTOM + 20, t);
    }
    fprintf(stream, "<text class=\"x\" x=\"%d\" y=\"%d\">step</text>\n", (LEFT + RIGHT) / 2, BOTTOM + 40);
}

/* Lowest and highest of the steps that share a column, in the order in which they come. */
static void write_curve(FILE *stream, const struct nadir_schedule *schedule, uint64_t steps, double high)
{
    const uint64_t columns = steps < COLUMNS ? steps : COLUMNS, width = steps / columns, wider = steps % columns;
    const char *separator = "M";
    uint64_t t = 0;
    fputs("<path class=\"curve\" d=\"", stream);
    for (uint64_t column = 0; column < columns; column++) {
        uint64_t low_at = t, high_at = t;
        for (const uint64_t end = t + width + (column < wider); t < end; t++) {
            const double lr = nadir_schedule_lr(schedule, t);
            if (lr < nadir_schedule_lr(schedule, low_at)) low_at = t;
            if (lr > nadir_schedule_lr(schedule, high_at)) high_at = t;
        }
        const uint64_t at[] = {low_at < high_at ? low_at : high_at, low_at < high_at ? high_at : low_at};
        for (int i = 0; i < (at[0] == at[1] ? 1 : 2); i++) {
            fprintf(stream, "%s%.2f %.2f", separator,
                    LEFT + (steps > 1 ? (double)at[i] / (double)(steps - 1) : 0.0) * (RIGHT - LEFT),
                    BOTTOM - nadir_schedule_lr(schedule, at[i]) / high * (BOTTOM - TOP));
            separator = "L";
        }
    }
    fputs("\"/>\n", stream);
}

static int write_svg(const char *path, const struct nadir_schedule *schedule, uint64_t steps)
{
    struct nadir__file file = {0};
    double most = 0;
    for (uint64_t t = 0; t < steps; t++) most = fmax(most, nadir_schedule_lr(schedule, t));
    if (!(most > DBL_MIN)) most = 1; /* all of it 0 */
    const double step = tick_step(most), high = ceil(most / step - 1e-6) * step;
    if (nadir__file_create(&file, path) != NADIR_OK) return tool_fail_status("--plot");
    fprintf(file.stream, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
            "role=\"img\">\n", WIDTH, HEIGHT, WIDTH, HEIGHT);
    fprintf(file.stream, "<title>Learning rate by step: %s</title>\n"
            "<style>\n"
            "text { font: 13px system-ui, 'DejaVu Sans', Helvetica, Arial, sans-serif; fill: #444 }\n"
            ".title { font-size: 17px; font-weight: 600; fill: #111 }\n"
            ".x { text-anchor: middle }\n"
            ".y { text-anchor: end }\n"
            "path { fill: none; stroke-linejoin: round; stroke-linecap: round }\n"
            ".grid { stroke: #e4e4e4 }\n"
            ".axis { stroke: #888 }\n"
            ".curve { stroke: #0072b2; stroke-width: 2 }\n"
            "</style>\n"
            "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n"
            "<text class=\"title\" x=\"%d\" y=\"32\">Learning rate, %s</text>\n",
            nadir_schedule_name(schedule->kind), LEFT, nadir_schedule_name(schedule->kind));
    write_grid(file.stream, high, step, (double)(steps - 1));
    write_curve(file.stream, schedule, steps, high);
    fputs("</svg>\n", file.stream);
    const int code = nadir__file_commit(&file) == NADIR_OK ? TOOL_OK : tool_fail_status("--plot");
    nadir__file_abandon(&file);
    return code;
}

/* --- Lines and JSON. --- */

static void print_lines(const struct nadir_schedule *schedule, uint64_t steps)
{
    for (uint64_t t = 0; t < steps; t++) {
        double momentum;
        printf("%" PRIu64 " %.9g", t, nadir_schedule_lr(schedule, t));
        if (nadir_schedule_momentum(schedule, t, &momentum)) printf(" %.9g", momentum);
        putchar('\n');
    }
}

static void print_json(const struct nadir_schedule *schedule, uint64_t steps)
{
    char text[ND_NUMBER_TEXT];
    for (uint64_t t = 0; t < steps; t++)
        printf("%s%s", t == 0 ? "[" : ", ", nadir__number_text(text, nadir_schedule_lr(schedule, t)));
    puts("]");
}

/* --- The command. --- */

static int run(enum nadir_schedule_kind kind, int argc, char **argv)
{
    struct schedule_options options = {.kinds = NULL};
    struct nadir_schedule schedule;
    uint64_t steps = 0;
    double lr = 0;
    bool json = false;
    const char *plot = NULL;
    const struct option_row own[] = {
        {"lr", OPTION_REAL, &lr, .placeholder = "X", .fallback = "1e-3", .help = "learning rate", .reals = {0, DBL_MAX}},
        {"steps", OPTION_INTEGER, &steps, .placeholder = "N", .fallback = "100", .help = "how many",
         .integers = {1, 100000000}},
        {"json", OPTION_FLAG, &json, .help = "the learning rates as one array of numbers; other text goes to stderr"},
        {"plot", OPTION_TEXT, &plot, .placeholder = "FILE", .help = "draw them as an SVG picture instead of printing them"},
    };
    enum { OWN = sizeof own / sizeof own[0] };
    struct option_row rows[OWN + SCHEDULE_ROWS];
    char command[48], about[160];
    bool help = false;
    for (int i = 1; i < argc; i++) help |= strcmp(argv[i], "--help") == 0;
    memcpy(rows, own, sizeof own);
    snprintf(command, sizeof command, "schedule %s", nadir_schedule_name(kind));
    snprintf(about, sizeof about, "Learning rate of step t = 0, 1, 2, ...: %s.", formulas[kind]);
    const size_t taken = help ? schedule_options_rows_of(rows + OWN, &options, kind)
                              : schedule_options_rows(rows + OWN, &options);
    const struct option_table table = {command, about, rows, OWN + taken};
    int code = options_parse(&table, argc, argv);
    if (code != OPTIONS_RUN) return code;
    code = schedule_options_fill(&schedule, &options, kind, lr, steps);
    if (code != TOOL_OK) return code;
    for (uint64_t t = 0; t < steps; t++)
        if (!isfinite(nadir_schedule_lr(&schedule, t)))
            return tool_fail("the learning rate of step %" PRIu64 " is not a finite number: fewer steps or a smaller gamma", t);
    if (plot) {
        code = write_svg(plot, &schedule, steps);
        if (code == TOOL_OK) fprintf(json ? stderr : stdout, "wrote %s\n", plot);
    }
    if (code == TOOL_OK && json) print_json(&schedule, steps);
    if (code == TOOL_OK && !json && !plot) print_lines(&schedule, steps);
    return code;
}

static int list(int argc, char **argv)
{
    const struct option_table table = {"schedule list", "Lists the schedules, each with its learning rate at step t.", NULL, 0};
    const int code = options_parse(&table, argc, argv);
    if (code != OPTIONS_RUN) return code;
    for (int i = 0; i < KINDS; i++) printf("%-20s  %s\n", schedule_options_kind(i), formulas[i]);
    return TOOL_OK;
}

int cmd_schedule(int argc, char **argv)
{
    assert(!schedule_options_kind(KINDS));
    if (argc < 2) {
        tool_fail("a schedule is missing: nadir schedule NAME, see nadir schedule list");
        return TOOL_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0) {
        printf("usage: nadir schedule NAME [--lr X] [--steps N] [--json] [--plot FILE] [options]\n"
               "       nadir schedule NAME --help\n"
               "       nadir schedule list\n\n"
               "Prints step, learning rate and, where the schedule has one, momentum: what `nadir train` would use.\n"
               "For example: nadir schedule cosine --lr 0.1 --steps 100 --warmup 10\n\n"
               "Schedules:\n");
        for (int i = 0; i < KINDS; i++) printf("  %s\n", schedule_options_kind(i));
        return TOOL_OK;
    }
    if (strcmp(argv[1], "list") == 0) return list(argc - 1, argv + 1);
    for (int i = 0; i < KINDS; i++)
        if (strcmp(schedule_options_kind(i), argv[1]) == 0) return run((enum nadir_schedule_kind)i, argc - 1, argv + 1);
    if (strcmp(argv[1], "plateau") == 0)
        tool_fail("plateau follows a metric and not the step: there is no sequence to print");
    else
        tool_fail("unknown schedule %s, see nadir schedule list", argv[1]);
    return TOOL_USAGE;
}
