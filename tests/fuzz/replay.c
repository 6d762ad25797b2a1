/* SPDX-License-Identifier: MIT */
/* Runs a fuzz target on the empty input and on every file of a folder, with any compiler: replay FOLDER */
#include "fuzz.h"

#include <dirent.h>

enum { LIMIT = 1 << 16 }; /* inputs are kept far smaller */

int main(int argc, char **argv)
{
    static uint8_t bytes[LIMIT];
    size_t count = 0;
    DIR *folder = argc == 2 ? opendir(argv[1]) : NULL;
    if (!folder) {
        fprintf(stderr, "usage: %s FOLDER\n", argv[0]);
        return 2;
    }
    LLVMFuzzerTestOneInput(NULL, 0);
    for (const struct dirent *entry; (entry = readdir(folder));) {
        char path[4096];
        if (entry->d_name[0] == '.') continue;
        snprintf(path, sizeof path, "%s/%s", argv[1], entry->d_name);
        FILE *stream = fopen(path, "rb");
        FUZZ_CHECK(stream, "cannot open %s", path);
        const size_t size = fread(bytes, 1, LIMIT, stream);
        FUZZ_CHECK(size < LIMIT && !ferror(stream), "%s is not an input", path);
        fclose(stream);
        fprintf(stderr, "%s\n", entry->d_name); /* the last one is the culprit */
        /* In memory of just this size, so that sanitizers see a read behind the end. */
        uint8_t *input = malloc(size ? size : 1);
        FUZZ_CHECK(input, "no memory for %s", path);
        memcpy(input, bytes, size);
        LLVMFuzzerTestOneInput(input, size);
        free(input);
        count++;
    }
    closedir(folder);
    printf("%zu inputs\n", count);
    return count > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
