#include "csource/kernel_text.h"

#include "csource/plane_kernels.h"
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

bool needsMath(const std::set<Kernel>& kernels) {
    return kernels.contains(Kernel::sigmoid) || kernels.contains(Kernel::tanh);
}

std::string kernelText(const std::set<Kernel>& kernels) {
    const auto has = [&](Kernel kernel) { return kernels.contains(kernel); };
    const bool convolutions = has(Kernel::sparseConvolution) || has(Kernel::denseConvolution);
    const bool dots = has(Kernel::sparseDot) || has(Kernel::denseDot);
    const bool pools = has(Kernel::pool) || has(Kernel::paddedPool);
    const std::string functions = functionsText(kernels);
    const bool planes = pools || has(Kernel::affine) || has(Kernel::product) || !functions.empty();
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
    text += functions;
    if (has(Kernel::product)) text += productText;
    if (has(Kernel::split)) text += splitText;
    if (has(Kernel::copyImage)) text += copyImageText;
    if (has(Kernel::clearBorder)) text += clearBorderText;
    return text;
}

}  // namespace prunescope::csource
