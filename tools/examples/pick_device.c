/* SPDX-License-Identifier: MIT */
/* Lists the OpenCL devices and chooses one: pick_device [SELECTOR]
 * Without a selector, the environment variable NADIR_DEVICE, else the best device. Nothing is trained, no kernel compiled. */
#include <nadir/nadir.h>

#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    const char *selector = argc > 1 ? argv[1] : getenv("NADIR_DEVICE");
    struct nadir_device_list *list = NULL;
    char reason[NADIR_REASON_SIZE];
    size_t chosen = 0;
    enum nadir_status status = nadir_device_list_create(&list);
    if (status == NADIR_OK) status = nadir_device_select(list, selector, &chosen, reason);
    for (size_t i = 0; status == NADIR_OK && i < list->device_count; i++) {
        const struct nadir_device *d = &list->devices[i];
        printf("%c %u:%u %s, %s, %.1f GiB, %s %s\n", i == chosen ? '*' : ' ', d->platform_index, d->device_index, d->name,
               nadir_device_type_name(d->type), (double)d->global_memory / (1 << 30),
               d->usable ? "health" : "unusable:", d->usable ? nadir_health_name(d->record.health) : d->problem);
    }
    if (status == NADIR_OK) printf("chosen: %s (%s)\n", list->devices[chosen].name, reason);
    else fprintf(stderr, "pick_device: %s\n", nadir_last_error()->message);
    nadir_device_list_destroy(&list);
    return status == NADIR_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
