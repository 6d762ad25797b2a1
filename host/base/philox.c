/* SPDX-License-Identifier: MIT */
/* Philox4x32-10 and what is drawn from it on the host; cl/philox.clh is the same stream on the device. */
#include "nadir/random.h"

void nadir_philox(uint32_t out[4], const uint32_t counter[4], const uint32_t key[2])
{
    uint32_t c0 = counter[0], c1 = counter[1], c2 = counter[2], c3 = counter[3];
    uint32_t k0 = key[0], k1 = key[1];
    for (int round = 0; round < 10; round++) {
        uint64_t p0 = (uint64_t)0xD2511F53u * c0;
        uint64_t p1 = (uint64_t)0xCD9E8D57u * c2;
        c0 = (uint32_t)(p1 >> 32) ^ c1 ^ k0;
        c2 = (uint32_t)(p0 >> 32) ^ c3 ^ k1;
        c1 = (uint32_t)p1;
        c3 = (uint32_t)p0;
        k0 += 0x9E3779B9u;
        k1 += 0xBB67AE85u;
    }
    out[0] = c0;
    out[1] = c1;
    out[2] = c2;
    out[3] = c3;
}

static void random_block(uint32_t out[4], uint64_t seed, uint64_t stream, uint64_t block)
{
    const uint32_t counter[4] = {(uint32_t)block, (uint32_t)(block >> 32), (uint32_t)stream, (uint32_t)(stream >> 32)};
    const uint32_t key[2] = {(uint32_t)seed, (uint32_t)(seed >> 32)};
    nadir_philox(out, counter, key);
}

uint32_t nadir_random_word(uint64_t seed, uint64_t stream, uint64_t index)
{
    uint32_t words[4];
    random_block(words, seed, stream, index / 4);
    return words[index % 4];
}

float nadir_random_float(uint64_t seed, uint64_t stream, uint64_t index)
{
    return (float)(nadir_random_word(seed, stream, index) >> 8) * 0x1p-24f;
}

void nadir_random_permutation(uint32_t *out, uint32_t n, uint64_t seed, uint64_t stream)
{
    uint32_t words[4];
    uint64_t drawn = 0;
    for (uint32_t i = 0; i < n; i++) out[i] = i;
    for (uint32_t left = n; left > 1; left--) {
        /* Lemire, "Fast random integer generation in an interval" (2019): the few low products that would favour some values
         * are drawn again. */
        uint64_t product;
        const uint32_t threshold = (uint32_t)-left % left;
        do {
            if (drawn % 4 == 0) random_block(words, seed, stream, drawn / 4);
            product = (uint64_t)words[drawn % 4] * left;
            drawn++;
        } while ((uint32_t)product < threshold);
        const uint32_t pick = (uint32_t)(product >> 32);
        const uint32_t last = out[left - 1];
        out[left - 1] = out[pick];
        out[pick] = last;
    }
}
