#include "csource/weighted_kernels.h"

namespace prunescope::csource {

const char* const convolutionText = R"C(
/* out[o][k] = bias[o] + sum over taps t of weight[o][t] in[k + offsets[t]], for all sites k of a plane: from its
   first value to its last, what lies between the rows among them. */
struct convolution {
    int outputs, sites, plane; /* plane: from one channel of the result to the next */
    const union word *words;   /* of the kept weights, and how many each output has */
    const count_type *counts;
    unsigned int mask;
    const float *weights; /* of all taps, four outputs side by side */
    int taps;
    const offset_type *offsets;
    int group_outputs, group_taps; /* so many outputs read so many taps, those after them the following */
    const float *bias;
    const int *more_channels; /* what is added to the result: by channel its own, -1 for nothing; null for the same */
    int more_plane, relu;
    float ceiling;
};

/* Vectors in which so many sites are computed at a time, at most `most`, in parts as equal as can be. */
KERNEL int part_of(int sites, int most)
{
    const int parts = (sites + most * UNIT - 1) / (most * UNIT);
    return ((sites + parts - 1) / parts + UNIT - 1) / UNIT;
}
)C";

const char* const sparseConvolutionText = R"C(
KERNEL void sparse_convolution(const struct convolution *c, const float *in, float *out, const float *more)
{
    const int vectors = part_of(c->sites, VECTORS);
    const int size = vectors * UNIT < c->sites ? vectors * UNIT : c->sites;
    int begin;
    for (begin = 0; begin < c->sites; begin += size) {
        /* The last part computes some sites again. */
        const int first = begin + size <= c->sites ? begin : c->sites - size;
        const union word *word = c->words;
        int o;
        for (o = 0; o < c->outputs; ++o) {
            const float *plus = plane_of(more, c->more_channels, c->more_plane, o);
            lanes sum[VECTORS], done[VECTORS];
            unsigned int tap = (unsigned int)(o / c->group_outputs * c->group_taps);
            int n, k;
            UNROLLED
            for (k = 0; k < VECTORS; ++k) sum[k] = c->bias[o] + (lanes){0};
            for (n = (int)c->counts[o]; n > 0; --n, ++word) {
                const lanes *from;
                tap += word->bits & c->mask;
                from = (const lanes *)(in + first + c->offsets[tap]);
                UNROLLED
                for (k = 0; k < vectors; ++k) sum[k] += word->value * from[k];
            }
            UNROLLED
            for (k = 0; k < vectors; ++k) done[k] = sum[k];
            finish((const float *)done, size, plus ? plus + first : 0, c->relu, c->ceiling, out + o * c->plane + first);
        }
    }
}
)C";

const char* const denseConvolutionText = R"C(
#define TOGETHER 4 /* outputs */
#define EACH (VECTORS / TOGETHER)

KERNEL void dense_convolution(const struct convolution *c, const float *in, float *out, const float *more)
{
    const int vectors = part_of(c->sites, EACH);
    const int size = vectors * UNIT < c->sites ? vectors * UNIT : c->sites;
    int begin;
    for (begin = 0; begin < c->sites; begin += size) {
        const int first = begin + size <= c->sites ? begin : c->sites - size;
        const float *weight = c->weights;
        int o;
        for (o = 0; o < c->outputs; o += TOGETHER) {
            lanes sum[TOGETHER * EACH], done[TOGETHER * EACH];
            int t, k, q;
            UNROLLED
            for (k = 0; k < TOGETHER * EACH; ++k) sum[k] = c->bias[o + k / EACH] + (lanes){0};
            for (t = 0; t < c->taps; ++t, weight += TOGETHER) {
                const lanes *from = (const lanes *)(in + first + c->offsets[t]);
                UNROLLED
                for (k = 0; k < vectors; ++k) {
                    const lanes value = from[k];
                    sum[k] += weight[0] * value;
                    sum[EACH + k] += weight[1] * value;
                    sum[2 * EACH + k] += weight[2] * value;
                    sum[3 * EACH + k] += weight[3] * value;
                }
            }
            UNROLLED
            for (k = 0; k < TOGETHER * EACH; ++k) done[k] = sum[k];
            for (q = 0; q < TOGETHER && o + q < c->outputs; ++q) {
                const float *plus = plane_of(more, c->more_channels, c->more_plane, o + q);
                finish((const float *)(done + q * EACH), size, plus ? plus + first : 0, c->relu, c->ceiling,
                       out + (o + q) * c->plane + first);
            }
        }
    }
}
)C";

const char* const dotText = R"C(
/* out[o] = bias[o] + sum over inputs i of weight[o][i] in[i] */
struct dot {
    int outputs, inputs;
    const union word *words;
    const count_type *counts;
    unsigned int mask;
    const float *weights;
    const float *bias;
    const int *more_channels;
    int more_plane, relu;
    float ceiling;
};
)C";

const char* const sparseDotText = R"C(
KERNEL void sparse_dot(const struct dot *d, const float *in, float *out, const float *more)
{
    const union word *word = d->words;
    int o;
    for (o = 0; o < d->outputs; ++o) {
        float a = d->bias[o], b = 0.0f, c = 0.0f, e = 0.0f;
        unsigned int at = 0;
        int n = (int)d->counts[o];
        for (; n >= 4; n -= 4, word += 4) {
            a += word[0].value * in[at += word[0].bits & d->mask];
            b += word[1].value * in[at += word[1].bits & d->mask];
            c += word[2].value * in[at += word[2].bits & d->mask];
            e += word[3].value * in[at += word[3].bits & d->mask];
        }
        for (; n > 0; --n, ++word) a += word->value * in[at += word->bits & d->mask];
        a = (a + b) + (c + e);
        finish(&a, 1, plane_of(more, d->more_channels, d->more_plane, o), d->relu, d->ceiling, out + o);
    }
}
)C";

const char* const denseDotText = R"C(
/* So many rows of weights, at most four, times the input. */
KERNEL void dot_rows(const float *weights, const float *in, int inputs, int rows, float *sums)
{
    lanes sum[4], done[4];
    const int whole = inputs / UNIT * UNIT;
    int i, r, k;
    UNROLLED
    for (r = 0; r < 4; ++r) sum[r] = (lanes){0};
    for (i = 0; i < whole; i += UNIT) {
        const lanes value = *(const lanes *)(in + i);
        UNROLLED
        for (r = 0; r < rows; ++r) sum[r] += *(const lanes *)(weights + r * inputs + i) * value;
    }
    UNROLLED
    for (r = 0; r < rows; ++r) done[r] = sum[r];
    for (r = 0; r < rows; ++r) {
        const float *part = (const float *)(done + r);
        float total = 0.0f;
        for (k = 0; k < UNIT; ++k) total += part[k];
        for (i = whole; i < inputs; ++i) total += weights[r * inputs + i] * in[i];
        sums[r] = total;
    }
}

KERNEL void dense_dot(const struct dot *d, const float *in, float *out, const float *more)
{
    int o, r;
    for (o = 0; o < d->outputs; o += 4) {
        float sums[4] = {0.0f, 0.0f, 0.0f, 0.0f};
        const float *row = d->weights + o * d->inputs;
        const int rows = d->outputs - o < 4 ? d->outputs - o : 4;
        if (rows == 4) {
            dot_rows(row, in, d->inputs, 4, sums);
        } else {
            for (r = 0; r < rows; ++r) dot_rows(row + r * d->inputs, in, d->inputs, 1, sums + r);
        }
        for (r = 0; r < rows; ++r) {
            const float sum = d->bias[o + r] + sums[r];
            finish(&sum, 1, plane_of(more, d->more_channels, d->more_plane, o + r), d->relu, d->ceiling, out + o + r);
        }
    }
}
)C";

}  // namespace prunescope::csource
