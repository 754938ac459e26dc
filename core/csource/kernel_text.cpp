#include "csource/kernel_text.h"

namespace prunescope::csource {
namespace {

constexpr const char* vectorsText = R"C(
/* Values that are computed at once, and how many of them are kept in registers. The vectors are an extension of
   GCC and Clang; any other compiler, and a processor without them, takes value by value. */
#if defined(__GNUC__) && defined(__AVX512F__)
#define UNIT 16
#define VECTORS 8
#elif defined(__GNUC__) && defined(__AVX__)
#define UNIT 8
#define VECTORS 8
#elif defined(__GNUC__) && (defined(__SSE2__) || defined(__ARM_NEON) || defined(__ALTIVEC__))
#define UNIT 4
#define VECTORS 8
#else
#define UNIT 1
#define VECTORS 8
#endif

#if UNIT > 1
typedef float lanes __attribute__((vector_size(4 * UNIT), aligned(4), may_alias));
#else
typedef float lanes;
#endif

/* Loops over vectors are unrolled, or their sums would live in memory; not where code is to be small. */
#if !defined(__OPTIMIZE__) || defined(__OPTIMIZE_SIZE__)
#define UNROLLED
#elif defined(__clang__)
#pragma clang diagnostic ignored "-Wpass-failed"
#define UNROLLED _Pragma("clang loop unroll(full)")
#elif defined(__GNUC__) && __GNUC__ >= 8
#define UNROLLED _Pragma("GCC unroll 16")
#else
#define UNROLLED
#endif

/* Every step has its sizes as constants. Once each is compiled for them, where code is not to be small. */
#if defined(__GNUC__) && defined(__OPTIMIZE__) && !defined(__OPTIMIZE_SIZE__)
#define KERNEL static __attribute__((always_inline)) inline
#else
#define KERNEL static
#endif
)C";

constexpr const char* planeText = R"C(
/* The plane of a tensor that belongs to channel o of a result; null where there is none. */
KERNEL const float *plane_of(const float *tensor, const int *channels, int plane, int o)
{
    const int c = channels ? channels[o] : o;
    return tensor && c >= 0 ? tensor + c * plane : 0;
}
)C";

constexpr const char* finishText = R"C(
/* 1 for a ReLU, 2 for one with a ceiling. */
KERNEL float rectified(float value, int relu, float ceiling)
{
    const float positive = relu && value <= 0.0f ? 0.0f : value;
    return relu == 2 && positive >= ceiling ? ceiling : positive;
}

/* Writes a result with what is added to it (or null) and its ReLU. */
KERNEL void finish(const float *value, int count, const float *more, int relu, float ceiling, float *to)
{
    int k;
    if (more) {
        for (k = 0; k < count; ++k) to[k] = rectified(value[k] + more[k], relu, ceiling);
    } else {
        for (k = 0; k < count; ++k) to[k] = rectified(value[k], relu, ceiling);
    }
}
)C";

constexpr const char* convolutionText = R"C(
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

constexpr const char* sparseConvolutionText = R"C(
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

constexpr const char* denseConvolutionText = R"C(
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

constexpr const char* dotText = R"C(
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

constexpr const char* sparseDotText = R"C(
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

constexpr const char* denseDotText = R"C(
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

constexpr const char* poolText = R"C(
/* The largest value, or the mean, of each window. */
struct pool {
    int outputs, height, width;
    int in_plane, in_pitch, out_plane, out_pitch;
    int window_height, window_width, stride, largest;
    const int *channels;
};

KERNEL void pool(const struct pool *p, const float *in, float *out)
{
    const float share = 1.0f / (float)(p->window_height * p->window_width);
    int c, y, x, i, j;
    for (c = 0; c < p->outputs; ++c) {
        const float *plane = plane_of(in, p->channels, p->in_plane, c);
        for (y = 0; y < p->height; ++y) {
            const float *row = plane + y * p->stride * p->in_pitch;
            float *to = out + c * p->out_plane + y * p->out_pitch;
            for (x = 0; x < p->width; ++x) {
                const float *from = row + x * p->stride;
                float value = p->largest ? from[0] : 0.0f;
                for (i = 0; i < p->window_height; ++i) {
                    for (j = 0; j < p->window_width; ++j) {
                        const float next = from[i * p->in_pitch + j];
                        value = !p->largest ? value + next : next > value ? next : value;
                    }
                }
                to[x] = p->largest ? value : value * share;
            }
        }
    }
}
)C";

constexpr const char* affineText = R"C(
/* out = scale in + shift by channel, at every `stride`-th row and column. */
struct affine {
    int outputs, height, width;
    int in_plane, in_pitch, out_plane, out_pitch, stride;
    const float *scale, *shift; /* null: 1 and 0 */
    const int *channels;
    const int *more_channels;
    int more_plane, more_pitch, relu;
    float ceiling;
};

KERNEL void affine(const struct affine *a, const float *in, float *out, const float *more)
{
    int c, y, x;
    for (c = 0; c < a->outputs; ++c) {
        const float *plane = plane_of(in, a->channels, a->in_plane, c);
        const float *plus = plane_of(more, a->more_channels, a->more_plane, c);
        const float scale = a->scale ? a->scale[c] : 1.0f;
        const float shift = a->shift ? a->shift[c] : 0.0f;
        for (y = 0; y < a->height; ++y) {
            float *to = out + c * a->out_plane + y * a->out_pitch;
            for (x = 0; x < a->width; ++x)
                to[x] = plane ? scale * plane[y * a->stride * a->in_pitch + x * a->stride] + shift : 0.0f;
            finish(to, a->width, plus ? plus + y * a->more_pitch : 0, a->relu, a->ceiling, to);
        }
    }
}
)C";

constexpr const char* clipText = R"C(
/* min(max(in, low), high) */
struct clip {
    int outputs, height, width;
    int in_plane, in_pitch, out_plane, out_pitch;
    float low, high;
    const int *channels;
};

KERNEL void clip(const struct clip *f, const float *in, float *out)
{
    int c, y, x;
    for (c = 0; c < f->outputs; ++c) {
        const float *plane = plane_of(in, f->channels, f->in_plane, c);
        for (y = 0; y < f->height; ++y) {
            float *to = out + c * f->out_plane + y * f->out_pitch;
            for (x = 0; x < f->width; ++x) {
                const float value = plane[y * f->in_pitch + x];
                to[x] = value <= f->low ? f->low : value >= f->high ? f->high : value;
            }
        }
    }
}
)C";

constexpr const char* splitText = R"C(
/* Puts together every `stride`-th row and column, one plane of `height` x `pitch` values for each pair of phases,
   with a border of `padding` zeros; with a stride of 1 and no border it removes what lies between the rows. */
struct split {
    int channels, in_height, in_width, in_plane, in_pitch;
    int stride, padding, row_phases, column_phases;
    int height, width, pitch;
};

KERNEL void split(const struct split *s, const float *in, float *out)
{
    const int parts = s->row_phases * s->column_phases;
    const int plane = (s->height - 1) * s->pitch + s->width;
    int p, y, x;
    for (p = 0; p < s->channels * parts; ++p) {
        const float *from = in + p / parts * s->in_plane;
        const int row = p % parts / s->column_phases - s->padding;
        const int column = p % parts % s->column_phases - s->padding;
        for (y = 0; y < s->height; ++y) {
            const int v = y * s->stride + row;
            float *to = out + p * plane + y * s->pitch;
            for (x = 0; x < s->width; ++x) {
                const int u = x * s->stride + column;
                const int inside = v >= 0 && v < s->in_height && u >= 0 && u < s->in_width;
                to[x] = inside ? from[v * s->in_pitch + u] : 0.0f;
            }
        }
    }
}
)C";

constexpr const char* copyImageText = R"C(
/* The caller's image, (channel, row, column) without gaps, to where the first step reads it. */
KERNEL void copy_image(const float *image, int channels, int height, int width, int plane, int pitch, float *out)
{
    int c, y, x;
    for (c = 0; c < channels; ++c)
        for (y = 0; y < height; ++y)
            for (x = 0; x < width; ++x) out[c * plane + y * pitch + x] = image[(c * height + y) * width + x];
}
)C";

constexpr const char* clearBorderText = R"C(
/* Zeros around every plane; those behind a row are in front of the next one, too. */
KERNEL void clear_border(float *tensor, int channels, int height, int width, int padding, int plane, int pitch)
{
    const int origin = padding * pitch + padding;
    int c, y, k;
    for (c = 0; c < channels; ++c) {
        float *begin = tensor + c * plane;
        for (k = 0; k < origin; ++k) begin[k] = 0.0f;
        for (y = 0; y < height; ++y)
            for (k = width; k < pitch; ++k) begin[origin + y * pitch + k] = 0.0f;
        for (k = origin + height * pitch; k < plane; ++k) begin[k] = 0.0f;
    }
}
)C";

}  // namespace

std::string kernelText(const std::set<Kernel>& kernels) {
    const auto has = [&](Kernel kernel) { return kernels.contains(kernel); };
    const bool convolutions = has(Kernel::sparseConvolution) || has(Kernel::denseConvolution);
    const bool dots = has(Kernel::sparseDot) || has(Kernel::denseDot);
    const bool planes = has(Kernel::pool) || has(Kernel::affine) || has(Kernel::clip);
    std::string text = vectorsText;
    if (convolutions || dots || planes) text += planeText;
    if (convolutions || dots || has(Kernel::affine)) text += finishText;
    if (convolutions) text += convolutionText;
    if (has(Kernel::sparseConvolution)) text += sparseConvolutionText;
    if (has(Kernel::denseConvolution)) text += denseConvolutionText;
    if (dots) text += dotText;
    if (has(Kernel::sparseDot)) text += sparseDotText;
    if (has(Kernel::denseDot)) text += denseDotText;
    if (has(Kernel::pool)) text += poolText;
    if (has(Kernel::affine)) text += affineText;
    if (has(Kernel::clip)) text += clipText;
    if (has(Kernel::split)) text += splitText;
    if (has(Kernel::copyImage)) text += copyImageText;
    if (has(Kernel::clearBorder)) text += clearBorderText;
    return text;
}

}  // namespace prunescope::csource
