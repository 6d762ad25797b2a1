// SPDX-License-Identifier: MIT
// The denominator of a weighted mean: one over the sum of the weights of what counts.
//
//   weight_chunks  sums[g] = sum over rows i of chunk g of w[label[i]] sample_weight[i], where the label is in range and not
//                  ignored; ND_LABELS, ND_WEIGHT, ND_SAMPLE_WEIGHT tell which of the three there are, the others count as 1.
//                  One group per chunk of ND_CHUNK rows. 4 bytes per row and array.
//   weight_factor  factor = 1 / sum of sums; 0 for a sum of 0 with zero_if_empty. One group.
// Sums run in an order fixed by the number of rows.
//
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096 ; ND_LABELS=0,1 ; ND_WEIGHT=0,1 ; ND_SAMPLE_WEIGHT=0,1
#include "walk.clh"
#if !defined(ND_LABELS) || !defined(ND_WEIGHT) || !defined(ND_SAMPLE_WEIGHT)
#error "ND_LABELS, ND_WEIGHT and ND_SAMPLE_WEIGHT are required"
#endif
#ifndef ND_CHUNK
#error "ND_CHUNK (elements of a group) is required"
#endif

ND_KERNEL weight_chunks(__global float *sums, ulong sums_offset, __global const int *labels, ulong labels_offset,
                        __global const float *weight, ulong weight_offset, __global const float *sample_weight,
                        ulong sample_weight_offset, ulong rows, ulong classes, int ignore_index)
{
    ND_GROUP_SCRATCH(scratch);
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong end = min(begin + (ulong)ND_CHUNK, rows);
    float total = 0.f; // of blocks of 64 rows, so that no chain of additions is long
    for (ulong block = begin + ND_LANE; block < end; block += 64 * ND_WG) {
        float sum = 0.f;
        for (ulong i = block; i < min(block + 64 * ND_WG, end); i += ND_WG) {
            float w = 1.f;
#if ND_SAMPLE_WEIGHT
            w = sample_weight[sample_weight_offset + i];
#endif
#if ND_LABELS
            const int label = labels[labels_offset + i];
            const bool counts = label != ignore_index && label >= 0 && (ulong)label < classes;
#if ND_WEIGHT
            w *= counts ? weight[weight_offset + label] : 0.f;
#endif
            w = counts ? w : 0.f;
#endif
            sum += w;
        }
        total += sum;
    }
    total = group_sum(total, scratch);
    if (ND_LANE == 0) sums[sums_offset + get_group_id(0)] = total;
}

ND_KERNEL weight_factor(__global float *factor, ulong factor_offset, __global const float *sums, ulong sums_offset,
                        ulong groups, uint zero_if_empty)
{
    if (ND_LANE != 0) return;
    float total = 0.f;
    for (ulong i = 0; i < groups; i++) total += sums[sums_offset + i];
    factor[factor_offset] = total == 0.f && zero_if_empty ? 0.f : 1.f / total;
}
