#include "csource/plane_kernels.h"

#include <fmt/format.h>

#include <array>

namespace prunescope::csource {

const char* const poolSizesText = R"C(
/* The largest value, or the mean, of each window. */
struct pool {
    int outputs, height, width;
    int in_plane, in_pitch, out_plane, out_pitch;
    int window_height, window_width, row_stride, column_stride, largest;
    const int *channels;
    int in_height, in_width, row_padding, column_padding, counts_padding;
};
)C";

const char* const poolText = R"C(
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

const char* const paddedPoolText = R"C(
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

const char* const affineText = R"C(
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

const char* const productText = R"C(
/* Value by value; a factor of one pixel is for a whole plane. */
struct product {
    int outputs, height, width;
    int in_plane, in_pitch, out_plane, out_pitch;
    const int *channels;
    const int *factor_channels;
    int factor_plane, factor_pitch, by_plane;
};

KERNEL void product(const struct product *p, const float *in, float *out, const float *factor)
{
    int c, y, x;
    for (c = 0; c < p->outputs; ++c) {
        const float *plane = plane_of(in, p->channels, p->in_plane, c);
        const float *by = plane_of(factor, p->factor_channels, p->factor_plane, c);
        for (y = 0; y < p->height; ++y) {
            const float *from = plane + y * p->in_pitch;
            float *to = out + c * p->out_plane + y * p->out_pitch;
            if (p->by_plane) {
                for (x = 0; x < p->width; ++x) to[x] = from[x] * by[0];
            } else {
                for (x = 0; x < p->width; ++x) to[x] = from[x] * by[y * p->factor_pitch + x];
            }
        }
    }
}
)C";

namespace {

constexpr const char* functionSizesText = R"C(
/* A function of each value. */
struct function {
    int outputs, height, width;
    int in_plane, in_pitch, out_plane, out_pitch;
    float low, high, slope;
    const int *channels;
};
)C";

constexpr const char* rampText = R"C(
/* min(max(v + 3, 0), 6) / 6 */
KERNEL float ramp(float v)
{
    const float low = v <= -3.0f ? 0.0f : v + 3.0f;
    return (low >= 6.0f ? 6.0f : low) / 6.0f;
}
)C";

/// {0}: its name, {1}: an expression of `v`.
constexpr const char* functionText = R"C(
KERNEL void {0}(const struct function *f, const float *in, float *out)
{{
    int c, y, x;
    for (c = 0; c < f->outputs; ++c) {{
        const float *plane = plane_of(in, f->channels, f->in_plane, c);
        for (y = 0; y < f->height; ++y) {{
            float *to = out + c * f->out_plane + y * f->out_pitch;
            for (x = 0; x < f->width; ++x) {{
                const float v = plane[y * f->in_pitch + x];
                to[x] = {1};
            }}
        }}
    }}
}}
)C";

struct FunctionText {
    Kernel kernel;
    const char* name;
    const char* expression;
};

constexpr std::array<FunctionText, 6> functionTexts{
    {{Kernel::clip, "clip", "v <= f->low ? f->low : v >= f->high ? f->high : v"},
     {Kernel::leakyRelu, "leaky_relu", "v > 0.0f ? v : f->slope * v"},
     {Kernel::sigmoid, "sigmoid", "1.0f / (1.0f + expf(-v))"},
     {Kernel::tanh, "hyperbolic_tangent", "tanhf(v)"},
     {Kernel::hardSigmoid, "hard_sigmoid", "ramp(v)"},
     {Kernel::hardSwish, "hard_swish", "v * ramp(v)"}}};

}  // namespace

std::string functionsText(const std::set<Kernel>& kernels) {
    std::string text;
    for (const FunctionText& f : functionTexts)
        if (kernels.contains(f.kernel)) text += fmt::format(functionText, f.name, f.expression);
    if (text.empty()) return text;
    const bool ramps = kernels.contains(Kernel::hardSigmoid) || kernels.contains(Kernel::hardSwish);
    return functionSizesText + (ramps ? rampText : std::string()) + text;
}

}  // namespace prunescope::csource
