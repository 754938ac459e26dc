#include "csource/kernel_text.h"

#include "csource/weighted_kernels.h"

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

constexpr const char* poolSizesText = R"C(
/* The largest value, or the mean, of each window. */
struct pool {
    int outputs, height, width;
    int in_plane, in_pitch, out_plane, out_pitch;
    int window_height, window_width, row_stride, column_stride, largest;
    const int *channels;
    int in_height, in_width, row_padding, column_padding, counts_padding;
};
)C";

constexpr const char* poolText = R"C(
KERNEL void pool(const struct pool *p, const float *in, float *out)
{
    const float share = 1.0f / (float)(p->window_height * p->window_width);
    int c, y, x, i, j;
    for (c = 0; c < p->outputs; ++c) {
        const float *plane = plane_of(in, p->channels, p->in_plane, c);
        for (y = 0; y < p->height; ++y) {
            const float *row = plane + y * p->row_stride * p->in_pitch;
            float *to = out + c * p->out_plane + y * p->out_pitch;
            for (x = 0; x < p->width; ++x) {
                const float *from = row + x * p->column_stride;
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

constexpr const char* paddedPoolText = R"C(
/* What one window takes of the rows, or of the columns; a mean divides by those that are counted. */
struct span {
    int first, end, counted;
};

KERNEL struct span span_of(int begin, int extent, int window, int padding, int counts_padding)
{
    const int end = begin + window;
    struct span s;
    s.first = begin < 0 ? 0 : begin;
    s.end = end < extent ? end : extent;
    s.counted = s.end - s.first;
    if (counts_padding) s.counted = (end < extent + padding ? end : extent + padding) - begin;
    return s;
}

/* Where windows reach outside their plane, what lies there takes no part. */
KERNEL void padded_pool(const struct pool *p, const float *in, float *out)
{
    int c, y, x, i, j;
    for (c = 0; c < p->outputs; ++c) {
        const float *plane = plane_of(in, p->channels, p->in_plane, c);
        for (y = 0; y < p->height; ++y) {
            const struct span rows = span_of(y * p->row_stride - p->row_padding, p->in_height, p->window_height,
                                             p->row_padding, p->counts_padding);
            float *to = out + c * p->out_plane + y * p->out_pitch;
            for (x = 0; x < p->width; ++x) {
                const struct span columns = span_of(x * p->column_stride - p->column_padding, p->in_width,
                                                    p->window_width, p->column_padding, p->counts_padding);
                float value = p->largest ? plane[rows.first * p->in_pitch + columns.first] : 0.0f;
                for (i = rows.first; i < rows.end; ++i) {
                    for (j = columns.first; j < columns.end; ++j) {
                        const float next = plane[i * p->in_pitch + j];
                        value = !p->largest ? value + next : next > value ? next : value;
                    }
                }
                to[x] = p->largest ? value : value / (float)(rows.counted * columns.counted);
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
    int row_stride, column_stride, row_padding, column_padding, row_phases, column_phases;
    int height, width, pitch;
};

KERNEL void split(const struct split *s, const float *in, float *out)
{
    const int parts = s->row_phases * s->column_phases;
    const int plane = (s->height - 1) * s->pitch + s->width;
    int p, y, x;
    for (p = 0; p < s->channels * parts; ++p) {
        const float *from = in + p / parts * s->in_plane;
        const int row = p % parts / s->column_phases - s->row_padding;
        const int column = p % parts % s->column_phases - s->column_padding;
        for (y = 0; y < s->height; ++y) {
            const int v = y * s->row_stride + row;
            float *to = out + p * plane + y * s->pitch;
            for (x = 0; x < s->width; ++x) {
                const int u = x * s->column_stride + column;
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
    const bool pools = has(Kernel::pool) || has(Kernel::paddedPool);
    const bool planes = pools || has(Kernel::affine) || has(Kernel::clip);
    std::string text = vectorsText;
    if (convolutions || dots || planes) text += planeText;
    if (convolutions || dots || has(Kernel::affine)) text += finishText;
    if (convolutions) text += convolutionText;
    if (has(Kernel::sparseConvolution)) text += sparseConvolutionText;
    if (has(Kernel::denseConvolution)) text += denseConvolutionText;
    if (dots) text += dotText;
    if (has(Kernel::sparseDot)) text += sparseDotText;
    if (has(Kernel::denseDot)) text += denseDotText;
    if (pools) text += poolSizesText;
    if (has(Kernel::pool)) text += poolText;
    if (has(Kernel::paddedPool)) text += paddedPoolText;
    if (has(Kernel::affine)) text += affineText;
    if (has(Kernel::clip)) text += clipText;
    if (has(Kernel::split)) text += splitText;
    if (has(Kernel::copyImage)) text += copyImageText;
    if (has(Kernel::clearBorder)) text += clearBorderText;
    return text;
}

}  // namespace prunescope::csource
