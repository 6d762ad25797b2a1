/* SPDX-License-Identifier: MIT */
/* The history of a run as files: a CSV table, and curves of loss and accuracy as an SVG picture. */
#include "nadir/trainer.h"

#include "base/file_priv.h"
#include "base/status_priv.h"

#include <inttypes.h>
#include <locale.h>
#include <math.h>

/* Writes a file with `write` in the C locale, whatever the program's: numbers have a decimal point. */
static enum nadir_status write_file(const char *path, const struct nadir_epoch *epochs, size_t count,
                                    void (*write)(FILE *stream, const struct nadir_epoch *epochs, size_t count))
{
    enum nadir_status status = NADIR_OK;
    struct nadir__file file = {0};
    locale_t before = (locale_t)0;
    locale_t c = newlocale(LC_ALL_MASK, "C", (locale_t)0);
    if (!c) return nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory to write %s", path);
    ND_TRY(nadir__file_create(&file, path));
    before = uselocale(c);
    write(file.stream, epochs, count);
    uselocale(before);
    ND_TRY(nadir__file_commit(&file));
out:
    freelocale(c);
    return status;
}

/* --- CSV. --- */

static void write_field(FILE *stream, double x)
{
    fputc(',', stream);
    if (!isnan(x)) fprintf(stream, "%.9g", x);
}

static bool has_validation(const struct nadir_epoch *epochs, size_t count)
{
    size_t i = 0;
    while (i < count && isnan(epochs[i].validation.loss)) i++;
    return i < count;
}

static void write_csv(FILE *stream, const struct nadir_epoch *epochs, size_t count)
{
    const bool validation = has_validation(epochs, count);
    fprintf(stream, "epoch,step,lr,train_loss,train_accuracy,test_loss,test_accuracy%s\n",
            validation ? ",val_loss,val_accuracy" : "");
    for (size_t i = 0; i < count; i++) {
        const struct nadir_epoch *e = &epochs[i];
        fprintf(stream, "%zu,%" PRIu64, e->epoch, e->step);
        const double fields[] = {e->lr, e->train.loss, e->train.accuracy, e->test.loss, e->test.accuracy, e->validation.loss,
                                 e->validation.accuracy};
        const size_t columns = sizeof fields / sizeof fields[0] - (validation ? 0 : 2);
        for (size_t j = 0; j < columns; j++) write_field(stream, fields[j]);
        fputc('\n', stream);
    }
}

enum nadir_status nadir_history_write_csv(const char *path, const struct nadir_epoch *epochs, size_t count)
{
    ND_CHECK_ARG(path && (epochs || count == 0), "nadir_history_write_csv: an argument is NULL");
    return write_file(path, epochs, count, write_csv);
}

/* --- SVG. --- */

enum { WIDTH = 960, HEIGHT = 400, TOP = 84, BOTTOM = 340, PANEL_WIDTH = 390, MAX_MARKERS = 60 };

static double loss_of(const struct nadir_metrics *metrics)
{
    return metrics->loss;
}

static double percent_of(const struct nadir_metrics *metrics)
{
    return 100 * metrics->accuracy;
}

static const struct panel {
    const char *title;
    const char *unit;
    double left;
    double (*value)(const struct nadir_metrics *metrics);
} panels[] = {
    {"Loss", "", 62, loss_of},
    {"Accuracy (%)", " %", 542, percent_of},
};

enum curve { TRAIN, VALIDATION, TEST, CURVES };

/* Also their classes in the style sheet. */
static const char *const curve_names[] = {[TRAIN] = "train", [VALIDATION] = "val", [TEST] = "test"};

static double point(const struct panel *panel, enum curve curve, const struct nadir_epoch *epoch)
{
    return panel->value(curve == TRAIN ? &epoch->train : curve == TEST ? &epoch->test : &epoch->validation);
}

/* NaN is not, nor is what would leave an axis without a usable scale. */
static bool is_drawable(double x)
{
    return fabs(x) < 1e100;
}

/* A range with ticks at the multiples of step = {1, 2, 5} * 10^exponent. */
struct axis {
    double low, high, step;
    int exponent;
};

static struct axis make_axis(double low, double high, int ticks)
{
    const double rough = (high - low) / ticks;
    struct axis axis = {.exponent = (int)floor(log10(rough))};
    const double digit = rough / pow(10, axis.exponent);
    if (digit >= 7) axis.exponent++;
    axis.step = pow(10, axis.exponent) * (digit < 1.5 || digit >= 7 ? 1 : digit < 3 ? 2 : 5);
    const double noise = 1e-6; /* 0.2 + 0.4 should not need a tick above 0.6 */
    axis.low = floor(low / axis.step + noise) * axis.step;
    axis.high = ceil(high / axis.step - noise) * axis.step;
    return axis;
}

static struct axis value_axis(const struct panel *panel, const struct nadir_epoch *epochs, size_t count)
{
    double low = INFINITY, high = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        for (enum curve curve = 0; curve < CURVES; curve++) {
            const double x = point(panel, curve, &epochs[i]);
            if (!is_drawable(x)) continue;
            low = fmin(low, x);
            high = fmax(high, x);
        }
    }
    if (low > high) low = 0, high = 1;
    if (high - low <= 1e-9 * fabs(high)) { /* one value: it ends its axis, so that 100 % is not exceeded */
        if (low > 0) low *= 0.9;
        else high = low + 1;
    }
    return make_axis(low, high, 5);
}

static void write_tick(FILE *stream, const struct axis *axis, double x)
{
    if (axis->exponent >= 5 || axis->exponent < -5) fprintf(stream, "%.6g", x);
    else fprintf(stream, "%.*f", axis->exponent < 0 ? -axis->exponent : 0, x);
}

static double y_of(const struct axis *axis, double x)
{
    return BOTTOM - (x - axis->low) / (axis->high - axis->low) * (BOTTOM - TOP);
}

static double x_of(const struct panel *panel, size_t count, double epoch)
{
    return panel->left + (count > 1 ? (epoch - 1) / ((double)count - 1) : 0.5) * PANEL_WIDTH;
}

static void write_grid(FILE *stream, const struct panel *panel, const struct axis *y, size_t count, bool validation)
{
    const double right = panel->left + PANEL_WIDTH;
    fprintf(stream, "<text class=\"head\" x=\"%g\" y=\"%d\">%s</text>\n", panel->left, TOP - (validation ? 34 : 16),
            panel->title); /* above the keys where there are three */
    const double last = round(y->high / y->step);
    for (double i = round(y->low / y->step); i <= last; i++) {
        const double at = y_of(y, i * y->step);
        fprintf(stream, "<path class=\"grid\" d=\"M%g %.2fH%g\"/><text class=\"y\" x=\"%g\" y=\"%.2f\">", panel->left, at,
                right, panel->left - 8, at + 4);
        write_tick(stream, y, i * y->step);
        fputs("</text>\n", stream);
    }
    fprintf(stream, "<path class=\"axis\" d=\"M%g %dH%g\"/>\n", panel->left, BOTTOM, right);
    const double step = count > 10 ? make_axis(0, (double)count, 10).step : 1;
    for (double epoch = step; epoch <= (double)count; epoch += step) {
        const double at = x_of(panel, count, epoch);
        fprintf(stream, "<path class=\"axis\" d=\"M%.2f %dv5\"/><text class=\"x\" x=\"%.2f\" y=\"%d\">%.0f</text>\n", at,
                BOTTOM, at, BOTTOM + 20, epoch);
    }
    fprintf(stream, "<text class=\"x\" x=\"%g\" y=\"%d\">epoch</text>\n", panel->left + PANEL_WIDTH / 2.0, BOTTOM + 42);
}

static void write_curve(FILE *stream, const struct panel *panel, const struct axis *y, enum curve curve,
                        const struct nadir_epoch *epochs, size_t count)
{
    const char *separator = "M";
    fprintf(stream, "<g class=\"%s\"><path d=\"", curve_names[curve]);
    for (size_t i = 0; i < count; i++) {
        const double x = point(panel, curve, &epochs[i]);
        if (is_drawable(x))
            fprintf(stream, "%s%.2f %.2f", separator, x_of(panel, count, (double)i + 1), y_of(y, x));
        separator = is_drawable(x) ? "L" : "M";
    }
    fputs("\"/>", stream);
    for (size_t i = 0; i < count && count <= MAX_MARKERS; i++) {
        const double x = point(panel, curve, &epochs[i]);
        if (is_drawable(x))
            fprintf(stream, "<circle cx=\"%.2f\" cy=\"%.2f\" r=\"3\"/>", x_of(panel, count, (double)i + 1), y_of(y, x));
    }
    fputs("</g>\n", stream);
}

/* Draws the curves that have a point, each with its name and last value above the panel. */
static void write_curves(FILE *stream, const struct panel *panel, const struct axis *y, const struct nadir_epoch *epochs,
                         size_t count)
{
    double right = panel->left + PANEL_WIDTH;
    for (unsigned i = CURVES; i-- > 0;) {
        const enum curve curve = i;
        size_t last = count;
        while (last > 0 && !is_drawable(point(panel, curve, &epochs[last - 1]))) last--;
        if (last == 0) continue;
        write_curve(stream, panel, y, curve, epochs, count);
        fprintf(stream, "<g class=\"%s\"><path d=\"M%g %dh24\"/><circle cx=\"%g\" cy=\"%d\" r=\"3\"/></g>"
                "<text x=\"%g\" y=\"%d\">%s %#.4g%s</text>\n", curve_names[curve], right - 126, TOP - 20, right - 114, TOP - 20,
                right - 96, TOP - 16, curve_names[curve], point(panel, curve, &epochs[last - 1]), panel->unit);
        right -= 134;
    }
}

static void write_svg(FILE *stream, const struct nadir_epoch *epochs, size_t count)
{
    fprintf(stream, "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" "
            "role=\"img\">\n", WIDTH, HEIGHT, WIDTH, HEIGHT);
    fputs("<title>Loss and accuracy of a training run</title>\n"
          "<style>\n"
          "text { font: 13px system-ui, 'DejaVu Sans', Helvetica, Arial, sans-serif; fill: #444 }\n"
          ".title { font-size: 17px; font-weight: 600; fill: #111 }\n"
          ".head { font-size: 14px; font-weight: 600; fill: #111 }\n"
          ".x { text-anchor: middle }\n"
          ".y { text-anchor: end }\n"
          "path { fill: none; stroke-linejoin: round; stroke-linecap: round }\n"
          ".grid { stroke: #e4e4e4 }\n"
          ".axis { stroke: #888 }\n"
          ".train { stroke: #0072b2; stroke-width: 2; fill: #0072b2 }\n"
          ".test { stroke: #d55e00; stroke-width: 2; fill: #fff }\n", stream);
    if (has_validation(epochs, count)) fputs(".val { stroke: #009e73; stroke-width: 2; fill: #009e73 }\n", stream);
    fputs("</style>\n"
          "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n", stream);
    fprintf(stream, "<text class=\"title\" x=\"%g\" y=\"34\">Training, %zu epoch%s</text>\n", panels[0].left, count,
            count == 1 ? "" : "s");
    for (size_t i = 0; i < sizeof panels / sizeof panels[0]; i++) {
        const struct axis y = value_axis(&panels[i], epochs, count);
        write_grid(stream, &panels[i], &y, count, has_validation(epochs, count));
        write_curves(stream, &panels[i], &y, epochs, count);
    }
    fputs("</svg>\n", stream);
}

enum nadir_status nadir_history_write_svg(const char *path, const struct nadir_epoch *epochs, size_t count)
{
    ND_CHECK_ARG(path && (epochs || count == 0), "nadir_history_write_svg: an argument is NULL");
    return write_file(path, epochs, count, write_svg);
}
