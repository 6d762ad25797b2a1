/* SPDX-License-Identifier: MIT */
/* The examination of a device: runs the stages and collects what they find. */
#include "check_priv.h"

#include "base/clock_priv.h"
#include "base/status_priv.h"
#include "base/text_priv.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const char *nadir_doctor_stage_name(enum nadir_doctor_stage stage)
{
    switch (stage) {
    case NADIR_DOCTOR_BUILD: return "build";
    case NADIR_DOCTOR_INTEGERS: return "integers";
    case NADIR_DOCTOR_FLOATS: return "floats";
    case NADIR_DOCTOR_OPERATIONS: return "operations";
    case NADIR_DOCTOR_TRAINING: return "training";
    case NADIR_DOCTOR_STRESS: return "stress";
    }
    return NULL;
}

struct nadir_doctor_params nadir_doctor_params_default(void)
{
    return (struct nadir_doctor_params){.quick = false, .stress_seconds = 0};
}

void nadir__doctor_begin(struct nadir__doctor *doctor, const char *check)
{
    if (doctor->params.begin) doctor->params.begin(doctor->stage, check, doctor->params.user);
}

enum nadir_status nadir__doctor_find(struct nadir__doctor *doctor, enum nadir_doctor_result result, const char *check,
                                     const char *detail, ...)
{
    struct nadir_doctor_summary *summary = doctor->summary;
    struct nadir_doctor_finding finding = {.stage = doctor->stage, .result = result};
    const double now = nadir__seconds();
    va_list arguments;
    va_start(arguments, detail);
    vsnprintf(finding.detail, sizeof finding.detail, detail, arguments);
    va_end(arguments);
    nadir__text_clean(finding.detail); /* it may hold the driver's words */
    snprintf(finding.check, sizeof finding.check, "%s", check);
    finding.seconds = now - doctor->since;
    doctor->since = now;

    summary->checks++;
    summary->warnings += result == NADIR_DOCTOR_WARNING;
    if (result == NADIR_DOCTOR_FAIL && summary->failures++ == 0)
        snprintf(summary->first_failure, sizeof summary->first_failure, "%s: %s: %.160s",
                 nadir_doctor_stage_name(doctor->stage), finding.check, finding.detail);
    if (doctor->params.report) doctor->params.report(&finding, doctor->params.user);
    return nadir__doctor_check_stop(doctor);
}

enum nadir_status nadir__doctor_check_stop(const struct nadir__doctor *doctor)
{
    if (!doctor->params.stop || !*doctor->params.stop) return NADIR_OK;
    return nadir__fail(NADIR_ERROR_INTERRUPTED, "the examination of %s was stopped on request after %u checks",
                       doctor->device->name, doctor->summary->checks);
}

enum nadir_status nadir__doctor_find_status(struct nadir__doctor *doctor, enum nadir_status status, const char *check)
{
    switch (status) {
    case NADIR_OK: return nadir__doctor_find(doctor, NADIR_DOCTOR_PASS, check, "%s", "");
    case NADIR_ERROR_INTERRUPTED: return status;
    case NADIR_ERROR_OUT_OF_MEMORY: doctor->summary->unexamined++; /* fall through */
    case NADIR_ERROR_UNSUPPORTED:
        return nadir__doctor_find(doctor, NADIR_DOCTOR_WARNING, check, "not examined: %s", nadir_last_error()->message);
    default: return nadir__doctor_find(doctor, NADIR_DOCTOR_FAIL, check, "%s", nadir_last_error()->message);
    }
}

/* --- Comparisons. --- */

double nadir__check_ulps(float got, double want)
{
    if (isnan(want) || isnan(got)) return isnan(want) && isnan(got) ? 0 : INFINITY;
    const double limit = 0x1p128; /* what a float's infinity begins at, but for rounding */
    const double x = isinf(got) ? copysign(limit, got) : (double)got;
    const double y = fabs(want) >= limit ? copysign(limit, want) : want;
    int exponent;
    frexp(y, &exponent);
    exponent = y == 0 || exponent < -125 ? -125 : exponent > 128 ? 128 : exponent;
    return fabs(x - y) / ldexp(1, exponent - 24);
}

/* Little-endian bytes in the order they are read. */
static void hex_text(char text[2 * 8 + 1], const unsigned char *bytes, size_t size)
{
    size_t length = 0;
    text[0] = '\0';
    for (size_t i = size; i-- > 0 && length < 16;) length += (size_t)snprintf(text + length, 3, "%02x", bytes[i]);
}

enum nadir_status nadir__check_bits(const char *what, const void *got, const void *want, size_t count, size_t size)
{
    if (memcmp(got, want, count * size) == 0) return NADIR_OK;
    const unsigned char *x = got, *y = want;
    size_t first = count, wrong = 0;
    for (size_t i = count; i-- > 0;)
        if (memcmp(x + i * size, y + i * size, size) != 0) {
            first = i;
            wrong++;
        }
    char got_text[17], want_text[17];
    hex_text(got_text, x + first * size, size);
    hex_text(want_text, y + first * size, size);
    return nadir__fail(NADIR_ERROR_WRONG_RESULT, "%s: %zu of %zu elements are wrong, first [%zu]: got 0x%s, expected 0x%s",
                       what, wrong, count, first, got_text, want_text);
}

/* --- The examination. --- */

enum nadir_status nadir_doctor_run(struct nadir_doctor_summary *summary, const struct nadir_device *device,
                                   const struct nadir_doctor_params *params)
{
    static enum nadir_status (*const stages[NADIR_DOCTOR_STAGES])(struct nadir__doctor *) = {
        [NADIR_DOCTOR_BUILD] = nadir__doctor_build,       [NADIR_DOCTOR_INTEGERS] = nadir__doctor_integers,
        [NADIR_DOCTOR_FLOATS] = nadir__doctor_floats,     [NADIR_DOCTOR_OPERATIONS] = nadir__doctor_operations,
        [NADIR_DOCTOR_TRAINING] = nadir__doctor_training, [NADIR_DOCTOR_STRESS] = nadir__doctor_stress,
    };
    enum nadir_status status = NADIR_OK;
    const struct nadir_doctor_params defaults = nadir_doctor_params_default();
    if (!params) params = &defaults;
    ND_CHECK_ARG(summary && device, "doctor: summary or device is NULL");
    ND_CHECK_ARG(params->stress_seconds >= 0 && isfinite(params->stress_seconds),
                 "doctor: stress_seconds = %g, but a finite number of at least 0 is needed", params->stress_seconds);

    const double start = nadir__seconds();
    *summary = (struct nadir_doctor_summary){0};
    struct nadir__doctor doctor = {.device = device, .params = *params, .summary = summary, .since = start};
    for (int i = 0; i < NADIR_DOCTOR_STAGES; i++) {
        doctor.stage = (enum nadir_doctor_stage)i;
        if (doctor.stage == NADIR_DOCTOR_STRESS && params->stress_seconds == 0) break;
        nadir__doctor_begin(&doctor, "");
        ND_TRY(stages[i](&doctor));
        if (doctor.stage == NADIR_DOCTOR_BUILD && summary->failures > 0) break;
    }
out:
    nadir_context_destroy(&doctor.context);
    summary->seconds = nadir__seconds() - start;
    return status;
}
