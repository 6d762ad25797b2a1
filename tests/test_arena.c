/* SPDX-License-Identifier: MIT */
/* Arenas: names, layout, zeroed buffers, views. */
#include "support.h"

#include <stdio.h>

static void expect_zero(struct nadir_context *context, struct nadir_tensor tensor)
{
    const size_t n = nadir_tensor_count(&tensor);
    float *host = test_floats(n);
    TEST_OK(nadir_tensor_download(context, &tensor, host));
    test_expect("new arena", host, test_doubles(n), n, 0, 0);
}

START_TEST(layout)
{
    struct nadir_context *context = test_context();
    static const size_t shapes[][3] = {{3, 5, 1}, {1, 1, 1}, {7, 1, 1}, {2, 3, 4}, {129, 2, 1}};
    static const unsigned ranks[] = {2, 0, 1, 3, 2};
    static const char *const names[] = {"a.weight", "scalar", "a.bias", "cube", "b.weight"};
    struct nadir_arena *arena = NULL;
    TEST_OK(nadir_arena_create(&arena, context));
    ck_assert_uint_eq(nadir_arena_tensor_count(arena), 0);
    size_t elements = 0;
    for (size_t i = 0; i < 5; i++) {
        size_t index = 99;
        TEST_OK(nadir_arena_add(arena, names[i], ranks[i], shapes[i], i == 2 ? NULL : &index));
        if (i != 2) ck_assert_uint_eq(index, i);
        ck_assert_ptr_null(nadir_arena_parameter(arena, i).buffer);
        const struct nadir_tensor view = nadir_arena_parameter(arena, i);
        elements += nadir_tensor_count(&view);
    }
    TEST_OK(nadir_arena_allocate(arena));
    ck_assert_uint_eq(nadir_arena_tensor_count(arena), 5);
    ck_assert_uint_eq(elements, 15 + 1 + 7 + 24 + 258);
    ck_assert_uint_eq(nadir_arena_parameter_count(arena), elements);
    ck_assert_uint_eq(nadir_arena_find(arena, "a.bias"), 2);
    ck_assert_uint_eq(nadir_arena_find(arena, "a.bia"), SIZE_MAX);
    ck_assert_uint_eq(nadir_arena_find(arena, ""), SIZE_MAX);

    const struct nadir_tensor all = nadir_arena_parameters(arena), all_gradients = nadir_arena_gradients(arena);
    ck_assert_uint_eq(all.rank, 1);
    ck_assert_uint_eq(nadir_tensor_count(&all), nadir_tensor_count(&all_gradients));
    ck_assert(all.buffer != all_gradients.buffer);
    expect_zero(context, all);
    expect_zero(context, all_gradients);
    size_t end = all.offset;
    for (size_t i = 0; i < 5; i++) {
        const struct nadir_tensor p = nadir_arena_parameter(arena, i), g = nadir_arena_gradient(arena, i);
        ck_assert_str_eq(nadir_arena_name(arena, i), names[i]);
        ck_assert(p.buffer == all.buffer && g.buffer == all_gradients.buffer);
        ck_assert_uint_eq(p.rank, ranks[i]);
        ck_assert_uint_eq(g.rank, ranks[i]);
        for (unsigned d = 0; d < ranks[i]; d++) ck_assert(p.shape[d] == shapes[i][d] && g.shape[d] == shapes[i][d]);
        ck_assert_msg(p.offset * sizeof(float) % nadir_context_device(context)->base_alignment == 0, "tensor %zu at %zu", i,
                      p.offset);
        ck_assert_msg(p.offset >= end, "tensor %zu overlaps the one before", i);
        ck_assert_uint_eq(p.offset - all.offset, g.offset - all_gradients.offset);
        end = p.offset + nadir_tensor_count(&p);
    }
    ck_assert_uint_le(end, all.offset + nadir_tensor_count(&all));

    /* Parameters and gradients are two things. */
    const struct nadir_tensor p = nadir_arena_parameter(arena, 3), g = nadir_arena_gradient(arena, 3);
    float host[24], got[24];
    for (int i = 0; i < 24; i++) host[i] = (float)i;
    TEST_OK(nadir_tensor_upload(context, &p, host));
    expect_zero(context, g);
    TEST_OK(nadir_tensor_download(context, &p, got));
    test_expect_bits("parameter", got, host, 24);
    nadir_arena_destroy(&arena);
    ck_assert_ptr_null(arena);
    nadir_arena_destroy(&arena);
    nadir_arena_destroy(NULL);
}
END_TEST

START_TEST(refuses)
{
    struct nadir_context *context = test_context();
    const enum nadir_status bad = NADIR_ERROR_INVALID_ARGUMENT;
    struct nadir_arena *arena = NULL;
    const size_t shape[] = {4, 5}, huge[] = {SIZE_MAX / 2, 2}, half[] = {SIZE_MAX / 8};
    char name[128];
    TEST_FAILS(bad, "", nadir_arena_create(NULL, context));
    TEST_FAILS(bad, "", nadir_arena_create(&arena, NULL));
    TEST_OK(nadir_arena_create(&arena, context));
    TEST_OK(nadir_arena_add(arena, "w", 2, shape, NULL));
    TEST_FAILS(bad, "w", nadir_arena_add(arena, "w", 1, shape, NULL));
    TEST_FAILS(bad, "", nadir_arena_add(arena, NULL, 1, shape, NULL));
    TEST_FAILS(bad, "", nadir_arena_add(arena, "", 1, shape, NULL));
    TEST_FAILS(bad, "big", nadir_arena_add(arena, "big", 2, huge, NULL));
    TEST_FAILS(bad, "", nadir_arena_add(arena, "deep", 9, shape, NULL));
    memset(name, 'x', sizeof name);
    name[96] = 0;
    TEST_FAILS(bad, "95", nadir_arena_add(arena, name, 1, shape, NULL));
    name[95] = 0;
    TEST_OK(nadir_arena_add(arena, name, 1, shape, NULL));
    ck_assert_uint_eq(nadir_arena_find(arena, name), 1);
    ck_assert_uint_eq(nadir_arena_tensor_count(arena), 2);
    TEST_OK(nadir_arena_allocate(arena));
    TEST_FAILS(bad, "allocated", nadir_arena_add(arena, "late", 1, shape, NULL));
    TEST_FAILS(bad, "allocated", nadir_arena_allocate(arena));
    nadir_arena_destroy(&arena);

    /* Also if there is nothing to allocate. */
    TEST_OK(nadir_arena_create(&arena, context));
    TEST_OK(nadir_arena_add(arena, "none", 1, (const size_t[]){0}, NULL));
    TEST_OK(nadir_arena_allocate(arena));
    TEST_FAILS(bad, "allocated", nadir_arena_add(arena, "late", 1, shape, NULL));
    TEST_FAILS(bad, "allocated", nadir_arena_allocate(arena));
    nadir_arena_destroy(&arena);

    /* Each fits, the sum does not: refused when added or when allocated, never wrapped around. */
    TEST_OK(nadir_arena_create(&arena, context));
    enum nadir_status status = NADIR_OK;
    for (int i = 0; i < 8 && status == NADIR_OK; i++) {
        snprintf(name, sizeof name, "t%d", i);
        status = nadir_arena_add(arena, name, 1, half, NULL);
    }
    if (status == NADIR_OK) status = nadir_arena_allocate(arena);
    ck_assert_msg(status == bad || status == NADIR_ERROR_OUT_OF_MEMORY, "%s", nadir_status_name(status));
    nadir_arena_destroy(&arena);
}
END_TEST

START_TEST(many_tensors)
{
    struct nadir_context *context = test_context();
    struct nadir_arena *arena = NULL;
    TEST_OK(nadir_arena_create(&arena, context));
    char name[32];
    size_t elements = 0;
    for (size_t i = 0; i < 1000; i++) {
        const size_t n = 1 + i % 37;
        snprintf(name, sizeof name, "layer%zu.weight", i);
        TEST_OK(nadir_arena_add(arena, name, 1, &n, NULL));
        elements += n;
    }
    TEST_OK(nadir_arena_allocate(arena));
    ck_assert_uint_eq(nadir_arena_parameter_count(arena), elements);
    ck_assert_uint_eq(nadir_arena_find(arena, "layer999.weight"), 999);
    expect_zero(context, nadir_arena_parameters(arena));
    nadir_arena_destroy(&arena);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("arena");
    TCase *tcase = test_case(suite, "arena");
    tcase_add_test(tcase, layout);
    tcase_add_test(tcase, refuses);
    tcase_add_test(tcase, many_tensors);
    return test_run(suite);
}
