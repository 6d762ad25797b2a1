// SPDX-License-Identifier: MIT
// Sums in an order fixed by the number of elements, and the argmax of rows.
//
//   sum_chunks  y[y_at + g] = f * sum of x[i] over chunk g of ND_CHUNK elements; one group per chunk. 4 bytes per element.
//   sum_final   y[y_at] = f * sum of x[i], i < n, compensated (Neumaier), so that this stage adds no error; one group.
//               f = scale, with ND_FACTOR=1 scale * factor[0].
//   sum_rows    y[j] = sum over i < rows of x[i][j]; one group per ND_VEC * ND_WG columns; blocks of 128 rows are summed first.
//   argmax_rows y[i] = first j with the largest x[i][j], a NaN counting as the largest; one group per row.
//
// variants: ND_WG=1 ND_VEC=16 ND_CHUNK=16384 | ND_WG=1 ND_VEC=8 ND_CHUNK=16384 | ND_WG=256 ND_VEC=4 ND_CHUNK=4096 ; ND_FACTOR=0,1
#include "walk.clh"
#ifndef ND_CHUNK
#error "ND_CHUNK (elements of a group) is required"
#endif
#ifndef ND_FACTOR
#error "ND_FACTOR (sums are multiplied by a number in memory) is required"
#endif

#if ND_FACTOR
#define ND_FACTOR_PARAMETER , __global const float *factor, ulong factor_offset
#define SCALED(sum) (scale * (sum) * factor[factor_offset])
#else
#define ND_FACTOR_PARAMETER
#define SCALED(sum) (scale * (sum))
#endif

ND_KERNEL sum_chunks(__global float *y, ulong y_offset, ulong y_at, __global const float *x, ulong x_offset, ulong n,
                     float scale ND_FACTOR_PARAMETER)
{
    ND_GROUP_SCRATCH(scratch);
    const ulong begin = get_group_id(0) * (ulong)ND_CHUNK;
    const ulong count = min((ulong)ND_CHUNK, n - begin);
    x += x_offset + begin;
    const ulong vectors = count / ND_VEC;
    vfloat total = 0.f; // of blocks of 64 vectors, so that no chain of additions is long
    for (ulong block = 0; block < vectors; block += 64 * ND_WG) {
        const ulong end = min(block + 64 * ND_WG, vectors);
        vfloat a = 0.f, b = 0.f;
        ulong i = block + ND_LANE;
        for (; i + ND_WG < end; i += 2 * ND_WG) {
            a += load_v(i, x);
            b += load_v(i + ND_WG, x);
        }
        if (i < end) a += load_v(i, x);
        total += a + b;
    }
    float sum = lanes_sum(total);
    for (ulong j = vectors * ND_VEC + ND_LANE; j < count; j += ND_WG) sum += x[j];
    sum = group_sum(sum, scratch);
    if (ND_LANE == 0) y[y_offset + y_at + get_group_id(0)] = SCALED(sum);
}

ND_KERNEL sum_final(__global float *y, ulong y_offset, ulong y_at, __global const float *x, ulong x_offset, ulong n,
                    float scale ND_FACTOR_PARAMETER)
{
    ND_GROUP_SCRATCH(scratch);
    x += x_offset;
    float sum = 0.f, lost = 0.f;
    for (ulong i = ND_LANE; i < n; i += ND_WG) {
        const float t = sum + x[i];
        // The smaller of the two lost digits. An infinity has none, and infinity - infinity must not make a NaN of it.
        const float error = fabs(sum) >= fabs(x[i]) ? (sum - t) + x[i] : (x[i] - t) + sum;
        lost += isfinite(t) ? error : 0.f;
        sum = t;
    }
    sum = group_sum(sum + lost, scratch);
    if (ND_LANE == 0) y[y_offset + y_at] = SCALED(sum);
}

ND_KERNEL sum_rows(__global float *y, ulong y_offset, __global const float *x, ulong x_offset, ulong rows, ulong cols)
{
    const ulong col = (get_group_id(0) * (ulong)ND_WG + ND_LANE) * ND_VEC;
    if (col >= cols) return;
    x += x_offset + col;
    y += y_offset + col;
    if (col + ND_VEC <= cols) {
        vfloat total = 0.f;
        for (ulong row = 0; row < rows; row += 128) {
            const ulong end = min(row + 128, rows);
            vfloat block = 0.f;
            for (ulong i = row; i < end; i++) block += load_v(0, x + i * cols);
            total += block;
        }
        store_v(total, 0, y);
        return;
    }
    for (ulong j = 0; col + j < cols; j++) {
        float total = 0.f;
        for (ulong row = 0; row < rows; row += 128) {
            const ulong end = min(row + 128, rows);
            float block = 0.f;
            for (ulong i = row; i < end; i++) block += x[i * cols + j];
            total += block;
        }
        y[j] = total;
    }
}

// Whether candidate (value, index) comes before (best, best_index): NaN over numbers, then the larger, then the earlier.
inline bool better(float value, ulong index, float best, ulong best_index)
{
    if (isnan(value) || isnan(best)) return isnan(value) && (!isnan(best) || index < best_index);
    return value > best || (value == best && index < best_index);
}

ND_KERNEL argmax_rows(__global int *y, ulong y_offset, __global const float *x, ulong x_offset, ulong cols)
{
    const ulong row = get_group_id(0);
    x += x_offset + row * cols;
    ulong index = ND_LANE < cols ? ND_LANE : 0;
    float best = x[index];
    for (ulong j = ND_LANE; j < cols; j += ND_WG)
        if (better(x[j], j, best, index)) {
            best = x[j];
            index = j;
        }
#if ND_WG > 1
    __local float values[ND_WG];
    __local ulong indices[ND_WG];
    values[ND_LANE] = best;
    indices[ND_LANE] = index;
    barrier(CLK_LOCAL_MEM_FENCE); // all candidates are there
    for (uint half_size = ND_WG / 2; half_size > 0; half_size /= 2) {
        if (ND_LANE < half_size && better(values[ND_LANE + half_size], indices[ND_LANE + half_size], best, index)) {
            values[ND_LANE] = best = values[ND_LANE + half_size];
            indices[ND_LANE] = index = indices[ND_LANE + half_size];
        }
        barrier(CLK_LOCAL_MEM_FENCE); // this level is done
    }
#endif
    if (ND_LANE == 0) y[y_offset + row] = (int)index;
}
