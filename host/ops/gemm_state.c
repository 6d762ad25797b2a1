/* SPDX-License-Identifier: MIT */
/* How a product's back end is chosen: the library's table, and what a context knows of its device's products. */
#include "gemm_state_priv.h"

#include "gemm_check_priv.h"

#include "base/log_priv.h"
#include "base/status_priv.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- Classes. --- */

static unsigned rounded_log2(size_t size)
{
    return (unsigned)lround(log2((double)size));
}

struct nadir__gemm_class nadir__gemm_class_of(const struct nadir__gemm *gemm)
{
    return (struct nadir__gemm_class){
        .transpose_a = gemm->transpose_a, .transpose_b = gemm->transpose_b,
        .batched = gemm->batch > 1,
        .a = gemm->a.dtype, .b = gemm->b.dtype, .c = gemm->c.dtype,
        .m = rounded_log2(gemm->m), .n = rounded_log2(gemm->n), .k = rounded_log2(gemm->k),
    };
}

void nadir__gemm_class_print(char out[ND_GEMM_CLASS], const struct nadir__gemm_class *kind)
{
    const char *a = nadir__gemm_dtype(kind->a), *b = nadir__gemm_dtype(kind->b), *c = nadir__gemm_dtype(kind->c);
    char dtypes[24] = "";
    if (kind->a != kind->b || kind->a != kind->c) snprintf(dtypes, sizeof dtypes, " %s/%s/%s", a, b, c);
    else if (kind->a != NADIR_F32) snprintf(dtypes, sizeof dtypes, " %s", a);
    snprintf(out, ND_GEMM_CLASS, "%c%c %llux%llux%llu%s%s", "NT"[kind->transpose_a], "NT"[kind->transpose_b], 1ull << kind->m,
             1ull << kind->n, 1ull << kind->k, dtypes, kind->batched ? " batch" : "");
}

/* Takes a dtype's name from *text on. */
static bool parse_dtype(enum nadir_dtype *out, const char **text)
{
    static const enum nadir_dtype dtypes[] = {NADIR_F32, NADIR_F16, NADIR_BF16};
    for (size_t i = 0; i < sizeof dtypes / sizeof dtypes[0]; i++) {
        const char *name = nadir__gemm_dtype(dtypes[i]);
        if (strncmp(*text, name, strlen(name)) != 0) continue;
        *out = dtypes[i];
        *text += strlen(name);
        return true;
    }
    return false;
}

/* What printing gives, and nothing else: what is understood is printed and compared. */
bool nadir__gemm_class_parse(struct nadir__gemm_class *out, const char *text)
{
    struct nadir__gemm_class kind = {.a = NADIR_F32, .b = NADIR_F32, .c = NADIR_F32};
    unsigned *const sizes[] = {&kind.m, &kind.n, &kind.k};
    char printed[ND_GEMM_CLASS];
    const char *at = text;
    if (strlen(text) < strlen("NN 1x1x1") || strlen(text) >= ND_GEMM_CLASS) return false;
    kind.transpose_a = text[0] == 'T';
    kind.transpose_b = text[1] == 'T';
    at += 3;
    for (size_t i = 0; i < 3; i++) {
        char *end;
        const unsigned long long size = strtoull(at, &end, 10);
        while (*sizes[i] < 63 && 1ull << *sizes[i] < size) ++*sizes[i];
        at = end + (i < 2 && *end == 'x');
    }
    if (*at == ' ' && at[1] != 'b') at++;
    else if (strncmp(at, " bf", 3) == 0) at++;
    if (parse_dtype(&kind.a, &at)) {
        kind.b = kind.c = kind.a;
        if (*at == '/' && (at++, !parse_dtype(&kind.b, &at))) return false;
        if (*at == '/' && (at++, !parse_dtype(&kind.c, &at))) return false;
    }
    kind.batched = strcmp(at, " batch") == 0;
    nadir__gemm_class_print(printed, &kind);
    if (strcmp(printed, text) != 0) return false;
    *out = kind;
    return true;
}

/* --- The library's table. --- */

enum device_kind {
    LANES, /* work-items have no others to share with: CPUs */
    GROUPS
};

/* The first row that fits counts. CLBlast pays for its speed with launches and with work at the edges, so small and narrow
 * products have kernels of their own; on CPUs it was never faster than the packed ones and up to ten times slower, and compiles
 * for seconds. What is over in microseconds is not worth a quick measurement, for which each candidate has to be compiled. */
static const struct rule {
    enum device_kind kind;
    size_t most_narrow; /* m or n, at most */
    double most_volume; /* m n k, at most */
    enum nadir_gemm_backend order[3];
    unsigned quick; /* so many of them, from the first on, compete in a quick measurement */
    unsigned tuned; /* and so many are worth nadir_tune's time */
} rules[] = {
    {LANES, SIZE_MAX, INFINITY, {NADIR_GEMM_PACKED, NADIR_GEMM_CLBLAST, NADIR_GEMM_SMALL}, 1, 2},
    {GROUPS, SIZE_MAX, 128.0 * 128 * 128, {NADIR_GEMM_SMALL, NADIR_GEMM_CLBLAST, NADIR_GEMM_PACKED}, 0, 2},
    {GROUPS, 16, 256.0 * 256 * 256, {NADIR_GEMM_SMALL, NADIR_GEMM_CLBLAST, NADIR_GEMM_PACKED}, 0, 2},
    {GROUPS, 16, INFINITY, {NADIR_GEMM_SMALL, NADIR_GEMM_CLBLAST, NADIR_GEMM_PACKED}, 2, 2},
    {GROUPS, SIZE_MAX, 256.0 * 256 * 256, {NADIR_GEMM_CLBLAST, NADIR_GEMM_SMALL, NADIR_GEMM_PACKED}, 2, 2},
    {GROUPS, SIZE_MAX, INFINITY, {NADIR_GEMM_CLBLAST, NADIR_GEMM_SMALL, NADIR_GEMM_PACKED}, 1, 2},
};
enum { RULES = sizeof rules / sizeof rules[0], ORDER = 3 };

static const struct rule *find_rule(const struct nadir_context *context, const struct nadir__gemm *gemm)
{
    const bool alone = context->geometry[NADIR_WALK_GPU].work_group == 1;
    const bool cpu = context->walk == NADIR_WALK_CPU && context->loop_rounds == SIZE_MAX;
    const enum device_kind kind = alone || cpu ? LANES : GROUPS;
    const size_t narrow = gemm->m < gemm->n ? gemm->m : gemm->n;
    const double volume = (double)gemm->m * (double)gemm->n * (double)gemm->k;
    size_t i = 0;
    while (i < RULES - 1 && !(rules[i].kind == kind && narrow <= rules[i].most_narrow && volume <= rules[i].most_volume)) i++;
    return &rules[i];
}

enum nadir_gemm_backend nadir__gemm_order(const struct nadir_context *context, const struct nadir__gemm *gemm, unsigned i)
{
    return i < ORDER ? find_rule(context, gemm)->order[i] : NADIR_GEMM_AUTO;
}

unsigned nadir__gemm_tuned(const struct nadir_context *context, const struct nadir__gemm *gemm)
{
    return find_rule(context, gemm)->tuned;
}

static enum nadir_status accepts(const struct nadir_context *context, const struct nadir__gemm *gemm,
                                 const struct nadir__gemm_choice *choice)
{
    return nadir__gemm_backends[choice->backend]->accepts(context, gemm, choice);
}

struct nadir__gemm_choice nadir__gemm_default(const struct nadir_context *context, const struct nadir__gemm *gemm)
{
    const struct nadir_error before = *nadir_last_error();
    const struct rule *rule = find_rule(context, gemm);
    struct nadir__gemm_choice choice = {.backend = rule->order[0]};
    for (unsigned i = 0; i < ORDER; i++) {
        const struct nadir__gemm_choice next = {.backend = rule->order[i]};
        if (accepts(context, gemm, &next) != NADIR_OK) continue;
        choice = next;
        break;
    }
    nadir__error_restore(&before);
    return choice;
}

/* --- What a context knows. --- */

/* A product with all that back ends and paths look at: two with the same key get the same choice. */
struct key {
    uint64_t words[10];
};

enum { SLOTS = 256 };
struct nadir__gemm_state {
    struct nadir__gemm_file file;
    bool unwritable;               /* the file is, and that was logged */
    bool warned[NADIR_GEMM_COUNT]; /* of failures of these */
    struct {
        bool used;
        struct key key;
        struct nadir__gemm_choice choice;
        uint32_t parameters; /* CLBlast's, with which the choice was trusted */
    } slots[SLOTS];
};

static void destroy_state(struct nadir__gemm_state *state)
{
    nadir__gemm_file_free(&state->file);
    free(state);
}

/* CLBlast's parameters: of the file, or of the library's table. What is not legal here is left out with a warning. */
static void use_parameters(struct nadir_context *context, const struct nadir__clblast_set *stored)
{
    const struct nadir_error before = *nadir_last_error();
    const struct nadir__clblast_set fallback = nadir__clblast_default(&context->device);
    bool given = false;
    for (size_t i = 0; i < ND_CLBLAST_KERNELS; i++) given = given || stored->given[i];
    enum nadir_status status = given ? nadir__clblast_want(context, stored) : NADIR_OK;
    if (status != NADIR_OK)
        nadir__log(NADIR_LOG_WARNING, "ignored CLBlast's parameters of the file: %s", nadir_last_error()->message);
    if (!given || status != NADIR_OK) status = nadir__clblast_want(context, &fallback);
    if (status != NADIR_OK && nadir__clblast_want(context, NULL) != NADIR_OK)
        nadir__log(NADIR_LOG_WARNING, "CLBlast's parameters: %s", nadir_last_error()->message);
    nadir__error_restore(&before);
}

/* Takes over what a file holds. */
static void adopt(struct nadir_context *context, struct nadir__gemm_state *state, struct nadir__gemm_file *file)
{
    nadir__gemm_file_free(&state->file);
    state->file = *file;
    *file = (struct nadir__gemm_file){0};
    memset(state->slots, 0, sizeof state->slots);
    if (!context->tune) {
        state->file.entry_count = 0;
        state->file.clblast = (struct nadir__clblast_set){0};
    }
    use_parameters(context, &state->file.clblast);
}

/* The context's state, made now if there is none; NULL: no host memory. */
static struct nadir__gemm_state *get_state(struct nadir_context *context)
{
    struct nadir__gemm_file file;
    if (context->gemm_state) return context->gemm_state;
    struct nadir__gemm_state *state = calloc(1, sizeof *state);
    if (!state) {
        nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for choices of matrix products");
        return NULL;
    }
    context->gemm_state = state;
    context->gemm_state_destroy = destroy_state;
    nadir__gemm_file_read(&file, &context->device);
    adopt(context, state, &file);
    return state;
}

enum nadir_status nadir__gemm_state_open(struct nadir_context *context)
{
    return get_state(context) ? NADIR_OK : NADIR_ERROR_OUT_OF_MEMORY;
}

enum nadir_status nadir__gemm_state_replace(struct nadir_context *context, struct nadir__gemm_file *file)
{
    struct nadir__gemm_state *state = get_state(context);
    if (!state) return NADIR_ERROR_OUT_OF_MEMORY;
    adopt(context, state, file);
    return NADIR_OK;
}

/* Logs once why the file cannot be written; this context measures and keeps nothing from then on. */
static void give_up_file(struct nadir__gemm_state *state)
{
    if (!state->unwritable)
        nadir__log(NADIR_LOG_WARNING, "choices and checks of matrix products are not kept: %s", nadir_last_error()->message);
    state->unwritable = true;
}

bool nadir__gemm_state_find_verdict(struct nadir_context *context, const char *path, struct nadir__gemm_verdict *out)
{
    const struct nadir__gemm_state *state = get_state(context);
    if (!state) return false;
    const struct nadir__gemm_verdict *verdict = nadir__gemm_file_find_verdict(&state->file, path);
    if (verdict) *out = *verdict;
    return verdict != NULL;
}

enum nadir_status nadir__gemm_state_keep_verdict(struct nadir_context *context, const struct nadir__gemm_verdict *verdict)
{
    const struct nadir_error before = *nadir_last_error();
    struct nadir__gemm_state *state = get_state(context);
    struct nadir__gemm_change change;
    if (!state) return NADIR_ERROR_OUT_OF_MEMORY;
    const enum nadir_status status = nadir__gemm_file_put_verdict(&state->file, verdict);
    if (status != NADIR_OK || state->unwritable) return status;
    enum nadir_status kept = nadir__gemm_change_begin(&change, &context->device);
    if (kept == NADIR_OK) {
        kept = nadir__gemm_file_put_verdict(&change.file, verdict);
        if (kept == NADIR_OK) kept = nadir__gemm_change_commit(&change);
        else nadir__gemm_change_abandon(&change);
    }
    nadir__gemm_file_free(&change.file);
    if (kept != NADIR_OK) give_up_file(state);
    nadir__error_restore(&before);
    return NADIR_OK;
}

/* --- A quick measurement. --- */

static const double quick_class = 0.2, quick_device = 2, quick_gain = 1.05; /* seconds, seconds, speed over the default's */

/* The table's first choice, then the others worth timing. Returns how many. */
static size_t find_rivals(const struct nadir_context *context, const struct nadir__gemm *gemm,
                          struct nadir__gemm_choice rivals[ND_GEMM_RIVALS])
{
    const struct rule *rule = find_rule(context, gemm);
    size_t count = 1;
    rivals[0] = nadir__gemm_default(context, gemm);
    for (unsigned i = 0; i < rule->quick; i++) {
        const struct nadir__gemm_backend *backend = nadir__gemm_backends[rule->order[i]];
        struct nadir__gemm_choice choice;
        for (unsigned j = 0; j < backend->quick && count < ND_GEMM_RIVALS; j++) {
            if (!backend->candidate(context, gemm, j, &choice)) break;
            if (memcmp(&choice, &rivals[0], sizeof choice) != 0 && accepts(context, gemm, &choice) == NADIR_OK)
                rivals[count++] = choice;
        }
    }
    return count;
}

/* Logs once that a back end is passed over because something failed; of wrong results the check has told. */
static void warn_of_failure(struct nadir__gemm_state *state, enum nadir_gemm_backend backend)
{
    const enum nadir_status status = nadir_last_error()->status;
    if (status == NADIR_ERROR_UNSUPPORTED || status == NADIR_ERROR_WRONG_RESULT || state->warned[backend]) return;
    state->warned[backend] = true;
    nadir__log(NADIR_LOG_WARNING, "%s is passed over for a matrix product: %s", nadir__gemm_backends[backend]->name,
               nadir_last_error()->message);
}

/* Times the rivals that are right; *best is the first one's, or another's that is faster by more than chance. */
static enum nadir_status time_rivals(struct nadir_context *context, const struct nadir__gemm *gemm,
                                     struct nadir__gemm_choice rivals[ND_GEMM_RIVALS], size_t count, double budget,
                                     struct nadir__gemm_choice *best, double *best_seconds, double *spent)
{
    enum nadir_status status;
    double seconds[ND_GEMM_RIVALS], more = 0;
    size_t right = 1, first = 0;
    ND_TRY(nadir__gemm_trust(context, gemm, &rivals[0]));
    for (size_t i = 1; i < count; i++) {
        if (nadir__gemm_trust(context, gemm, &rivals[i]) == NADIR_OK) rivals[right++] = rivals[i];
        else warn_of_failure(context->gemm_state, rivals[i].backend);
    }
    ND_TRY(nadir__gemm_measure(context, gemm, rivals, 1, 0, seconds, spent));
    /* What is too slow for several samples of each is not compared. */
    if (seconds[0] * 4 * (double)right <= budget) {
        ND_TRY(nadir__gemm_measure(context, gemm, rivals, right, budget - *spent, seconds, &more));
        for (size_t i = 1; i < right; i++)
            if (seconds[i] * quick_gain <= seconds[0] && seconds[i] < seconds[first]) first = i;
    }
    *spent += more;
    *best = rivals[first];
    *best_seconds = seconds[first];
out:
    return status;
}

/* The file's choice for a class, with what it says of time that was spent. */
static enum nadir_status look_again(struct nadir_context *context, struct nadir__gemm_state *state,
                                    const struct nadir__gemm_class *kind, bool *found)
{
    struct nadir__gemm_change change;
    enum nadir_status status = nadir__gemm_change_begin(&change, &context->device);
    nadir__gemm_change_abandon(&change);
    const struct nadir__gemm_entry *there = nadir__gemm_file_find(&change.file, context->walk, kind);
    *found = there != NULL;
    if (status == NADIR_OK && there) status = nadir__gemm_file_put(&state->file, there, false);
    if (status == NADIR_OK) state->file.quick_seconds = change.file.quick_seconds;
    nadir__gemm_file_free(&change.file);
    return status;
}

/* Measures the class of `gemm`, unless another process has done so, and keeps the choice in the file and in the state. What
 * fails on the way leaves the choice to the table. */
static void measure_class(struct nadir_context *context, struct nadir__gemm_state *state, const struct nadir__gemm *gemm,
                          const struct nadir__gemm_class *kind)
{
    struct nadir__gemm sample = {0};
    struct nadir__gemm_choice rivals[ND_GEMM_RIVALS];
    struct nadir__gemm_entry entry = {.walk = context->walk, .kind = *kind};
    struct nadir__gemm_change change;
    double seconds, spent;
    bool found;
    char name[ND_GEMM_CLASS], text[NADIR_GEMM_TEXT];
    const size_t count = gemm->packed_b ? 1 : find_rivals(context, gemm, rivals);
    if (count == 1 || state->file.quick_seconds >= quick_device) return;
    enum nadir_status status = look_again(context, state, kind, &found);
    if (status != NADIR_OK) give_up_file(state);
    if (status != NADIR_OK || found || state->file.quick_seconds >= quick_device) return;

    const double left = quick_device - state->file.quick_seconds, budget = left < quick_class ? left : quick_class;
    ND_TRY(nadir__gemm_sample_create(&sample, context, gemm));
    ND_TRY(time_rivals(context, &sample, rivals, count, budget, &entry.choice, &seconds, &spent));
    if (isinf(seconds)) goto out;
    entry.flops = 2.0 * (double)gemm->m * (double)gemm->n * (double)gemm->k * (double)gemm->batch / seconds;
    status = nadir__gemm_change_begin(&change, &context->device);
    if (status == NADIR_OK) {
        change.file.quick_seconds += spent;
        status = nadir__gemm_file_put(&change.file, &entry, false);
        if (status == NADIR_OK) status = nadir__gemm_change_commit(&change);
        else nadir__gemm_change_abandon(&change);
    }
    nadir__gemm_file_free(&change.file);
    if (status == NADIR_OK) status = look_again(context, state, kind, &found); /* another process may have been first */
    if (status != NADIR_OK) give_up_file(state);
    status = NADIR_OK;
    const struct nadir__gemm_entry *kept = nadir__gemm_file_find(&state->file, context->walk, kind);
    if (kept) {
        nadir__gemm_class_print(name, kind);
        nadir__gemm_choice_text(text, &kept->choice);
        nadir__log(NADIR_LOG_INFO, "measured products %s: %s", name, text);
    }
out:
    if (status != NADIR_OK) nadir__log(NADIR_LOG_WARNING, "back ends were not measured: %s", nadir_last_error()->message);
    nadir__gemm_sample_destroy(&sample);
}

/* --- Choosing. --- */

static enum nadir_status check_choice(struct nadir_context *context, const struct nadir__gemm *gemm,
                                      const struct nadir__gemm_choice *choice)
{
    enum nadir_status status;
    ND_TRY(accepts(context, gemm, choice));
    ND_TRY(nadir__gemm_trust(context, gemm, choice));
out:
    return status;
}

static enum nadir_status choose_automatically(struct nadir_context *context, struct nadir__gemm_state *state,
                                              const struct nadir__gemm *gemm, struct nadir__gemm_choice *out)
{
    enum nadir_status status = NADIR_OK;
    struct nadir_error first = {0}; /* that says more than that a back end cannot do this */
    const struct nadir__gemm_class kind = nadir__gemm_class_of(gemm);
    const struct nadir__gemm_entry *entry = nadir__gemm_file_find(&state->file, context->walk, &kind);
    if (!entry && context->tune && !state->unwritable) {
        measure_class(context, state, gemm, &kind);
        entry = nadir__gemm_file_find(&state->file, context->walk, &kind);
    }
    if (entry) {
        *out = entry->choice;
        status = check_choice(context, gemm, out);
        if (status == NADIR_OK || status == NADIR_ERROR_OUT_OF_MEMORY) return status;
    }
    for (unsigned i = 0; i < ORDER; i++) {
        *out = (struct nadir__gemm_choice){.backend = nadir__gemm_order(context, gemm, i)};
        status = check_choice(context, gemm, out);
        if (status == NADIR_OK || status == NADIR_ERROR_OUT_OF_MEMORY) return status;
        warn_of_failure(state, out->backend);
        if (status != NADIR_ERROR_UNSUPPORTED && first.status == NADIR_OK) first = *nadir_last_error();
    }
    if (first.status == NADIR_OK) return status;
    nadir__error_restore(&first);
    return first.status;
}

static struct key make_key(const struct nadir__gemm *gemm)
{
    const bool flags[] = {
        gemm->transpose_a, gemm->transpose_b, gemm->packed_b, gemm->alpha == 1.0f, gemm->beta == 0.0f,
        gemm->bias.buffer != NULL, gemm->before.buffer != NULL, gemm->derivative.buffer != NULL, gemm->row_sums.buffer != NULL,
        gemm->a.batch_stride == 0, gemm->b.batch_stride == 0, gemm->a.offset == 0, gemm->b.offset == 0, gemm->c.offset == 0,
    };
    const unsigned numbers[] = {gemm->a.dtype, gemm->b.dtype, gemm->c.dtype, gemm->activation.function};
    uint64_t packed = 0;
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) packed = packed << 1 | flags[i];
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) packed = packed << 8 | (numbers[i] & 0xff);
    return (struct key){{gemm->m, gemm->n, gemm->k, gemm->batch, gemm->a.leading, gemm->b.leading, gemm->c.leading,
                         gemm->before.leading, gemm->derivative.leading, packed}};
}

static size_t find_slot(const struct key *key)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < sizeof key->words / sizeof key->words[0]; i++) {
        hash = (hash ^ key->words[i]) * 0x9e3779b97f4a7c15u;
        hash ^= hash >> 29;
    }
    return (size_t)(hash % SLOTS);
}

/* Each choice is made once for a product of the same kind: this is called for every product that is not part of a plan. */
enum nadir_status nadir__gemm_choose(struct nadir_context *context, const struct nadir__gemm *gemm,
                                     struct nadir__gemm_choice *out)
{
    enum nadir_status status;
    struct nadir__gemm_state *state = get_state(context);
    if (!state) return NADIR_ERROR_OUT_OF_MEMORY;
    const struct key key = make_key(gemm);
    const size_t slot = find_slot(&key);
    const struct nadir_error before = *nadir_last_error();
    if (state->slots[slot].used && memcmp(&state->slots[slot].key, &key, sizeof key) == 0) {
        *out = state->slots[slot].choice;
        const bool same = out->backend != NADIR_GEMM_CLBLAST ||
                          nadir__clblast_identity(context) == state->slots[slot].parameters;
        /* What the key leaves out, such as strides and the values of offsets, may be others. */
        if (same && accepts(context, gemm, out) == NADIR_OK) return NADIR_OK;
    }
    const unsigned scratch_used = context->scratch_used;
    const bool profile = context->profile;
    context->profile = false; /* checks and measurements are no part of the caller's work */
    const uint32_t parameters = nadir__clblast_identity(context);
    if (context->gemm == NADIR_GEMM_AUTO) {
        status = choose_automatically(context, state, gemm, out);
    } else {
        *out = (struct nadir__gemm_choice){.backend = context->gemm};
        status = check_choice(context, gemm, out);
    }
    context->profile = profile;
    context->scratch_used = scratch_used;
    if (status != NADIR_OK) return status;
    nadir__error_restore(&before);
    state->slots[slot].used = true;
    state->slots[slot].key = key;
    state->slots[slot].choice = *out;
    state->slots[slot].parameters = parameters;
    return NADIR_OK;
}
