/* SPDX-License-Identifier: MIT */
/* `nadir op`: runs one operation of the library from NPY files into NPY files. */
#include "op.h"
#include "run_folder.h"
#include "tool.h"

#include "base/file_priv.h"
#include "base/half_priv.h"
#include "base/size_priv.h"
#include "base/status_priv.h"
#include "io/npy_priv.h"
#include "runtime/runtime_priv.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <errno.h>
#include <float.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* --- Describing. --- */

static void flag_of(char flag[OP_NAME], const char *name)
{
    size_t i = 0;
    for (; name[i]; i++) flag[i] = (char)(name[i] == '_' ? '-' : name[i]);
    flag[i] = 0;
}

void op_add_tensor(struct op *op, struct op_tensor tensor)
{
    assert(op->tensor_count < OP_TENSORS);
    flag_of(tensor.flag, tensor.name);
    op->tensors[op->tensor_count++] = tensor;
}

void op_add_option(struct op *op, struct op_option option)
{
    assert(op->option_count < OP_OPTIONS);
    flag_of(option.flag, option.name);
    op->options[op->option_count++] = option;
}

static const char *values_text(enum op_values values)
{
    static const char *const texts[] = {
        [OP_FLOAT] = "float32",
        [OP_STORED] = "float32 or float16",
        [OP_NUMBER] = "float32",
        [OP_LABELS] = "int32",
        [OP_EITHER] = "int32 or float32",
        [OP_STATE] = "float32 or uint8",
    };
    return texts[values];
}

/* The rank of a shape's text: "2"; "any" and "at least 1" with leading dots; "0 or 1" of alternatives. */
static void rank_text(char *out, size_t size, const char *shape)
{
    size_t used = 0;
    out[0] = 0;
    for (bool more = true; more && used < size;) {
        const size_t length = strcspn(shape, ")");
        const bool dots = shape[1] == '.';
        unsigned names = length > 1 && !dots;
        for (size_t i = 0; i < length; i++) names += shape[i] == ',';
        if (dots && names == 0) used += (size_t)snprintf(out + used, size - used, "any");
        else used += (size_t)snprintf(out + used, size - used, "%s%u", dots ? "at least " : "", names);
        shape += length + 1;
        more = strncmp(shape, " or ", 4) == 0;
        if (more && used < size) used += (size_t)snprintf(out + used, size - used, " or ");
        if (more) shape += 4;
    }
}

/* --- `nadir op list`. --- */

static cJSON *tensor_json(const struct op_tensor *tensor)
{
    char rank[64];
    cJSON *object = cJSON_CreateObject();
    rank_text(rank, sizeof rank, tensor->shape);
    cJSON_AddStringToObject(object, "name", tensor->output ? tensor->name : tensor->flag);
    if (!rank[1]) cJSON_AddNumberToObject(object, "rank", rank[0] - '0');
    else cJSON_AddStringToObject(object, "rank", rank);
    cJSON_AddStringToObject(object, "shape", tensor->shape);
    cJSON_AddStringToObject(object, "dtype", values_text(tensor->values));
    cJSON_AddStringToObject(object, "direction", tensor->output ? "out" : "in");
    cJSON_AddBoolToObject(object, "optional", tensor->optional);
    cJSON *aliases = cJSON_AddArrayToObject(object, "aliases");
    for (size_t i = 0; tensor->aliases && tensor->aliases[i]; i++)
        cJSON_AddItemToArray(aliases, cJSON_CreateString(tensor->aliases[i]));
    return object;
}

static cJSON *option_json(const struct op_option *option)
{
    cJSON *object = cJSON_CreateObject();
    cJSON_AddStringToObject(object, "name", option->flag);
    cJSON_AddStringToObject(object, "help", option->help);
    if (option->type == OPTION_BOOLEAN) {
        cJSON_AddStringToObject(object, "type", "boolean");
        cJSON_AddBoolToObject(object, "default", strcmp(option->fallback, "true") == 0);
    } else if (option->type == OPTION_CHOICE) {
        cJSON_AddStringToObject(object, "type", "choice");
        cJSON_AddStringToObject(object, "default", option->fallback);
        cJSON *choices = cJSON_AddArrayToObject(object, "choices");
        for (size_t i = 0; option->names[i]; i++) cJSON_AddItemToArray(choices, cJSON_CreateString(option->names[i]));
    } else {
        const bool list = option->type == OPTION_REALS;
        cJSON_AddStringToObject(object, "type", list ? "numbers" : option->type == OPTION_SIGNED ? "integer" : "number");
        if (list) {
            cJSON *values = cJSON_AddArrayToObject(object, "default");
            for (const char *text = option->fallback; *text; text += strspn(text, ",")) {
                char *end;
                cJSON_AddItemToArray(values, cJSON_CreateNumber(strtod(text, &end)));
                text = end;
            }
        } else {
            cJSON_AddNumberToObject(object, "default", strtod(option->fallback, NULL));
        }
        cJSON *range = cJSON_AddArrayToObject(object, "range");
        cJSON_AddItemToArray(range, option->least <= (double)-FLT_MAX ? cJSON_CreateNull() : cJSON_CreateNumber(option->least));
        cJSON_AddItemToArray(range, option->most >= (double)FLT_MAX ? cJSON_CreateNull() : cJSON_CreateNumber(option->most));
    }
    return object;
}

static int list_json(void)
{
    struct op op;
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "schema", "nadir-ops");
    cJSON_AddNumberToObject(root, "version", 1);
    cJSON *ops = cJSON_AddArrayToObject(root, "ops");
    for (size_t i = 0; op_describe(&op, i); i++) {
        cJSON *object = cJSON_CreateObject();
        cJSON_AddStringToObject(object, "name", op.name);
        cJSON_AddStringToObject(object, "about", op.about);
        cJSON *tensors = cJSON_AddArrayToObject(object, "tensors"), *options = cJSON_AddArrayToObject(object, "options");
        for (size_t j = 0; j < op.tensor_count; j++) cJSON_AddItemToArray(tensors, tensor_json(&op.tensors[j]));
        for (size_t j = 0; j < op.option_count; j++) cJSON_AddItemToArray(options, option_json(&op.options[j]));
        cJSON_AddItemToArray(ops, object);
    }
    char *text = cJSON_Print(root);
    cJSON_Delete(root);
    if (!text) return tool_fail("no host memory");
    for (char *c = text; *c; c++)
        if (*c == '\t') *c = ' ';
    puts(text);
    cJSON_free(text);
    return TOOL_OK;
}

static void list_text(void)
{
    struct op op;
    for (size_t i = 0; op_describe(&op, i); i++) {
        printf("%s\n", op.name);
        for (size_t j = 0; j < op.tensor_count; j++) {
            const struct op_tensor *tensor = &op.tensors[j];
            printf("  %s  %-16s %-24s %s%s\n", tensor->output ? "out" : "in ", tensor->output ? tensor->name : tensor->flag,
                   tensor->shape, values_text(tensor->values), tensor->optional ? ", optional" : "");
        }
        for (size_t j = 0; j < op.option_count; j++)
            printf("%s--%s %s", j == 0 ? "  " : " ", op.options[j].flag, op.options[j].fallback);
        printf("%s", op.option_count ? "\n\n" : "\n");
    }
}

static int list(int argc, char **argv)
{
    bool json = false;
    const struct option_row rows[] = {
        {"json", OPTION_FLAG, &json, .help = "one JSON document, schema nadir-ops"},
    };
    const struct option_table table = {
        "op list", "Lists the operations: tensors with direction, shape and type, and options with defaults.", rows,
        sizeof rows / sizeof rows[0]};
    const int code = options_parse(&table, argc, argv);
    if (code != OPTIONS_RUN) return code;
    if (json) return list_json();
    list_text();
    return TOOL_OK;
}

/* --- What a run needs. --- */

const struct nadir_tensor *op_tensor(const struct op *op, const char *name)
{
    for (size_t i = 0; i < op->tensor_count; i++)
        if (op->tensors[i].present && strcmp(op->tensors[i].name, name) == 0) return &op->tensors[i].tensor;
    return NULL;
}

const struct op_option *op_option(const struct op *op, const char *name)
{
    for (size_t i = 0; i < op->option_count; i++)
        if (strcmp(op->options[i].name, name) == 0) return &op->options[i];
    return NULL;
}

static struct op_tensor *find_tensor(struct op *op, const char *name, bool output)
{
    for (size_t i = 0; i < op->tensor_count; i++)
        if (op->tensors[i].output == output && strcmp(op->tensors[i].name, name) == 0) return &op->tensors[i];
    return NULL;
}

enum nadir_status op_make(struct op *op, const char *name, enum nadir_dtype dtype, unsigned rank, const size_t *shape)
{
    struct op_tensor *output = find_tensor(op, name, true);
    assert(output && !output->present);
    const enum nadir_status status = nadir_tensor_create(&output->tensor, op->context, dtype, rank, shape);
    output->present = status == NADIR_OK;
    return status;
}

enum nadir_status op_make_like(struct op *op, const char *name, const struct nadir_tensor *like)
{
    return op_make(op, name, like->dtype, like->rank, like->shape);
}

void op_move(struct op *op, const char *output, const char *input)
{
    struct op_tensor *from = find_tensor(op, input, false), *to = find_tensor(op, output, true);
    to->tensor = from->tensor;
    to->present = true;
    from->present = false;
}

/* --- Files in. --- */

/* The elements as `dtype`. */
static enum nadir_status convert(const struct nadir__npy *array, enum nadir_dtype dtype, void **out)
{
    enum nadir_status status = NADIR_OK;
    size_t bytes;
    void *data = nadir__size_mul(&bytes, array->count, sizeof(float)) ? malloc(bytes ? bytes : 1) : NULL;
    if (!data) {
        status = nadir__fail(NADIR_ERROR_OUT_OF_MEMORY, "no host memory for the %zu elements of %s", array->count, array->path);
        goto out;
    }
    if (dtype == NADIR_I32) ND_TRY(nadir__npy_to_int32(array, data));
    else ND_TRY(nadir__npy_to_float32(array, data));
    if (dtype == NADIR_F16 || dtype == NADIR_BF16) {
        /* In place: element i is written after it was read, and ends before element i + 1. */
        uint16_t *halves = data;
        for (size_t i = 0; i < array->count; i++) {
            float x;
            memcpy(&x, (const char *)data + i * sizeof x, sizeof x);
            halves[i] = dtype == NADIR_F16 ? nadir__half_from_float(x) : nadir__bfloat16_from_float(x);
        }
    }
    *out = data;
    data = NULL;
out:
    free(data);
    return status;
}

/* `storage`: of OP_STORED tensors. */
static enum nadir_status load(struct op *op, struct op_tensor *tensor, const struct nadir__npy *array, enum nadir_dtype storage)
{
    enum nadir_status status = NADIR_OK;
    enum nadir_dtype dtype = NADIR_F32;
    void *data = NULL;
    const bool integers = array->kind == 'i' || array->kind == 'u';
    if (tensor->values == OP_LABELS || (tensor->values == OP_EITHER && integers)) dtype = NADIR_I32;
    else if (tensor->values == OP_STORED) dtype = storage;
    if ((tensor->values == OP_FLOAT || tensor->values == OP_STORED) && array->kind != 'f') {
        status = nadir__fail(NADIR_ERROR_FORMAT, "%s holds %s, but float32, float16 or float64 is needed", array->path,
                             nadir__npy_dtype_name(array));
        goto out;
    }
    ND_TRY(convert(array, dtype, &data));
    ND_TRY(nadir_tensor_create(&tensor->tensor, op->context, dtype, array->rank, array->shape));
    tensor->present = true;
    ND_TRY(nadir_tensor_upload(op->context, &tensor->tensor, data));
out:
    free(data);
    return status;
}

/* dtype: of --dtype, negative: what the first file of an OP_STORED tensor holds. Returns an exit code. */
static int load_all(struct op *op, int dtype)
{
    for (size_t i = 0; i < op->tensor_count; i++) {
        struct op_tensor *tensor = &op->tensors[i];
        struct nadir__npy array = {0};
        char option[OP_NAME + 2];
        if (!tensor->given) continue;
        snprintf(option, sizeof option, "--%s", tensor->given);
        enum nadir_status status = nadir__npy_read(&array, tensor->path);
        if (status == NADIR_OK && dtype < 0 && tensor->values == OP_STORED)
            dtype = array.kind == 'f' && array.size == 2 ? NADIR_F16 : NADIR_F32;
        if (status == NADIR_OK) status = load(op, tensor, &array, (enum nadir_dtype)dtype);
        nadir__npy_free(&array);
        if (status != NADIR_OK) return tool_fail_status(option);
    }
    return TOOL_OK;
}

/* --- Files out. --- */

/* A result on its way into a file. */
struct result {
    const struct nadir_tensor *tensor;
    char name[OP_NAME];
    void *data;
    struct nadir__file file;
};

/* Gradients are named after the option by which their input was given. */
static void result_name(char out[OP_NAME], struct op *op, const struct op_tensor *output)
{
    const struct op_tensor *input = output->name[0] == 'd' ? find_tensor(op, output->name + 1, false) : NULL;
    snprintf(out, OP_NAME, "%s", output->name);
    if (!input || !input->given) return;
    snprintf(out + 1, OP_NAME - 1, "%s", input->given);
    for (char *c = out; *c; c++)
        if (*c == '-') *c = '_';
}

/* Whether the file `path` is one of the inputs. */
static const struct op_tensor *find_input(const struct op *op, const char *path)
{
    struct stat output, input;
    if (stat(path, &output) != 0) return NULL;
    for (size_t i = 0; i < op->tensor_count; i++)
        if (op->tensors[i].given && stat(op->tensors[i].path, &input) == 0 && input.st_dev == output.st_dev &&
            input.st_ino == output.st_ino)
            return &op->tensors[i];
    return NULL;
}

static int save(const struct op *op, struct result *results, size_t count, const char *folder_path)
{
    struct run_folder folder;
    char path[sizeof folder.path + OP_NAME + 8];
    int code = run_folder_open(&folder, folder_path, true);
    if (code != TOOL_OK) return code;
    for (size_t i = 0; i < count && code == TOOL_OK; i++) {
        const struct nadir_tensor *tensor = results[i].tensor;
        snprintf(path, sizeof path, "%s/%s.npy", folder.path, results[i].name);
        const struct op_tensor *input = find_input(op, path);
        if (input) {
            tool_fail("--out %s: %s.npy there is the file of --%s; choose another folder", folder_path, results[i].name,
                      input->given);
            code = TOOL_USAGE;
            break;
        }
        if (nadir__file_create(&results[i].file, path) != NADIR_OK) {
            code = tool_fail_status("--out");
            break;
        }
        nadir__npy_write(results[i].file.stream, tensor->dtype, tensor->rank, tensor->shape, results[i].data);
        if (fflush(results[i].file.stream) != 0 || ferror(results[i].file.stream))
            code = tool_fail("--out: cannot write %s: %s", path, strerror(errno));
    }
    for (size_t i = 0; i < count && code == TOOL_OK; i++)
        if (nadir__file_commit(&results[i].file) != NADIR_OK) code = tool_fail_status("--out");
    for (size_t i = 0; i < count; i++) nadir__file_abandon(&results[i].file);
    if (code != TOOL_OK) run_folder_abandon(&folder);
    return code;
}

/* Of a result of rank 0. */
static double scalar_value(const struct result *result)
{
    return result->tensor->dtype == NADIR_I32 ? (double)*(const int32_t *)result->data : (double)*(const float *)result->data;
}

static const char *file_dtype(const struct nadir_tensor *tensor)
{
    return nadir_dtype_name(tensor->dtype == NADIR_BF16 ? NADIR_F32 : tensor->dtype);
}

static int print_json(const struct op *op, const struct result *results, size_t count, const char *folder)
{
    cJSON *root = cJSON_CreateObject();
    cJSON_AddStringToObject(root, "op", op->name);
    cJSON_AddStringToObject(root, "device", nadir_context_device(op->context)->name);
    cJSON_AddStringToObject(root, "out", folder);
    cJSON *files = cJSON_AddArrayToObject(root, "files");
    for (size_t i = 0; i < count; i++) {
        const struct nadir_tensor *tensor = results[i].tensor;
        char name[OP_NAME + 4];
        snprintf(name, sizeof name, "%s.npy", results[i].name);
        cJSON *file = cJSON_CreateObject();
        cJSON_AddStringToObject(file, "name", name);
        cJSON_AddStringToObject(file, "dtype", file_dtype(tensor));
        cJSON *shape = cJSON_AddArrayToObject(file, "shape");
        for (unsigned j = 0; j < tensor->rank; j++) cJSON_AddItemToArray(shape, cJSON_CreateNumber((double)tensor->shape[j]));
        if (tensor->rank == 0) cJSON_AddNumberToObject(file, "value", scalar_value(&results[i])); /* null: not finite */
        cJSON_AddItemToArray(files, file);
    }
    return tool_print_json(root);
}

static void print_text(const struct result *results, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct nadir_tensor *tensor = results[i].tensor;
        char shape[ND_SHAPE_TEXT];
        printf("%s.npy %s %s", results[i].name, file_dtype(tensor), nadir__shape_text(shape, tensor->rank, tensor->shape));
        if (tensor->rank == 0) printf(" %.9g", scalar_value(&results[i]));
        putchar('\n');
    }
}

/* Reads the results back, writes them, prints what was written. Returns an exit code. */
static int deliver(struct op *op, const char *folder, bool json)
{
    struct result results[OP_TENSORS] = {0};
    size_t count = 0;
    int code = TOOL_OK;
    for (size_t i = 0; i < op->tensor_count && code == TOOL_OK; i++) {
        const struct op_tensor *output = &op->tensors[i];
        if (!output->output || !output->present) continue;
        struct result *result = &results[count++];
        const size_t bytes = nadir_tensor_count(&output->tensor) * nadir_dtype_size(output->tensor.dtype);
        result->tensor = &output->tensor;
        result_name(result->name, op, output);
        result->data = malloc(bytes ? bytes : 1);
        if (!result->data) code = tool_fail("no host memory for the %zu bytes of %s", bytes, result->name);
        else if (nadir_tensor_download(op->context, &output->tensor, result->data) != NADIR_OK) code = tool_fail_status(NULL);
    }
    if (code == TOOL_OK) code = save(op, results, count, folder);
    if (code == TOOL_OK && json) code = print_json(op, results, count, folder);
    else if (code == TOOL_OK) print_text(results, count);
    for (size_t i = 0; i < count; i++) free(results[i].data);
    return code;
}

/* --- The command. --- */

static const char *const dtype_names[] = {"float32", "float16", "bfloat16", NULL};
static const enum nadir_dtype dtypes[] = {NADIR_F32, NADIR_F16, NADIR_BF16};

static int run(struct op *op, int argc, char **argv)
{
    enum { COMMON = 5 };
    struct option_row rows[OP_TENSORS + OP_OPTIONS + COMMON];
    char helps[OP_TENSORS][128], command[OP_NAME + 3];
    size_t count = 0;
    const char *folder = NULL, *device = NULL, *dtype_given = NULL;
    int dtype = 0;
    bool json = false, stored = false, no_tune = false;
    for (size_t i = 0; i < op->tensor_count; i++) {
        struct op_tensor *tensor = &op->tensors[i];
        if (tensor->output) continue;
        stored |= tensor->values == OP_STORED;
        snprintf(helps[i], sizeof helps[i], "%s, %s %s", tensor->help, values_text(tensor->values), tensor->shape);
        rows[count++] = (struct option_row){tensor->flag, OPTION_TEXT, &tensor->path, .placeholder = "FILE", .help = helps[i],
                                            .required = !tensor->optional, .aliases = tensor->aliases, .given = &tensor->given};
    }
    for (size_t i = 0; i < op->option_count; i++) {
        struct op_option *option = &op->options[i];
        const char *const placeholders[] = {
            [OPTION_CHOICE] = "NAME", [OPTION_SIGNED] = "N", [OPTION_REAL] = "X", [OPTION_BOOLEAN] = "[true|false]",
            [OPTION_REALS] = option->count == 3 ? "X,X,X" : "X,X"};
        rows[count++] = (struct option_row){option->flag, option->type, &option->value, .help = option->help,
                                            .placeholder = placeholders[option->type], .fallback = option->fallback,
                                            .names = option->names, .integers = {option->count, option->count},
                                            .reals = {option->least, option->most}, .given = &option->given};
    }
    if (stored)
        rows[count++] = (struct option_row){"dtype", OPTION_CHOICE, &dtype, .placeholder = "NAME", .names = dtype_names,
                                            .help = "type on the device, bfloat16 written as float32 (default: the file's)",
                                            .given = &dtype_given};
    rows[count++] = (struct option_row){"out", OPTION_TEXT, &folder, .placeholder = "DIR", .required = true,
                                        .help = "folder for the results, made if there is none"};
    rows[count++] = (struct option_row){"device", OPTION_TEXT, &device, .placeholder = "SEL",
                                        .help = "such as 0:0, gpu, pocl:cpu (default: NADIR_DEVICE, then auto)"};
    rows[count++] = (struct option_row){"no-tune", OPTION_FLAG, &no_tune,
                                        .help = "neither measure nor use measured choices for matrix products"};
    rows[count++] = (struct option_row){"json", OPTION_FLAG, &json,
                                        .help = "what was written as one JSON line on stdout; other text goes to stderr"};
    snprintf(command, sizeof command, "op %s", op->name);
    const struct option_table table = {command, op->about, rows, count};
    int code = options_parse(&table, argc, argv);
    if (code != OPTIONS_RUN) return code;

    struct tool_session session;
    struct nadir_context_params params = nadir_context_params_default();
    params.tune = !no_tune;
    code = tool_session_open(&session, device, &params, json ? stderr : stdout);
    op->context = session.context;
    if (code == TOOL_OK) code = load_all(op, dtype_given ? (int)dtypes[dtype] : -1);
    if (code == TOOL_OK && (op->run(op) != NADIR_OK || nadir_context_finish(session.context) != NADIR_OK))
        code = tool_fail_status(NULL);
    if (code == TOOL_OK) code = deliver(op, folder, json);
    for (size_t i = 0; i < op->tensor_count; i++)
        if (op->tensors[i].present) nadir_tensor_destroy(&op->tensors[i].tensor);
    tool_session_close(&session);
    return code;
}

int cmd_op(int argc, char **argv)
{
    struct op op;
    if (argc < 2) {
        tool_fail("an operation is missing: nadir op NAME, see nadir op list");
        return TOOL_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0) {
        printf("usage: nadir op NAME --TENSOR FILE ... [options] --out DIR\n"
               "       nadir op NAME --help\n"
               "       nadir op list [--json]\n\n"
               "Runs one operation on NPY files, so that anybody can hold it against NumPy or PyTorch. For example:\n"
               "  nadir op cross_entropy --logits x.npy --labels y.npy --reduction mean --out DIR\n"
               "writes DIR/loss.npy and the gradient DIR/dlogits.npy.\n\n"
               "Operations:\n");
        for (size_t i = 0; op_describe(&op, i); i++) printf("  %s\n", op.name);
        return TOOL_OK;
    }
    if (strcmp(argv[1], "list") == 0) return list(argc - 1, argv + 1);
    for (size_t i = 0; op_describe(&op, i); i++)
        if (strcmp(op.name, argv[1]) == 0) return run(&op, argc - 1, argv + 1);
    tool_fail("unknown operation %s, see nadir op list", argv[1]);
    return TOOL_USAGE;
}
