#include "data/array_images.h"

#include "base/error.h"
#include "data/npy_reader.h"

#include <array>
#include <utility>

namespace prunescope::data {
namespace {

constexpr std::int64_t mostArrayChannels = 65536;

/// Extent of an axis, and elements from one position along it to the next.
struct ArrayAxis {
    std::int64_t extent = 1;
    std::int64_t stride = 0;
};

/// Where the element (image, channel, row, column) stands in the file.
struct ArrayAxes {
    ArrayAxis images, channels, rows, columns;

    kernels::Shape shape() const { return {channels.extent, rows.extent, columns.extent}; }
    /// Whether the file has the elements in that very order.
    bool inOrder() const {
        const auto follows = [](const ArrayAxis& outer, const ArrayAxis& inner, std::int64_t within) {
            return outer.extent == 1 || outer.stride == inner.extent * within;
        };
        const std::int64_t row = columns.extent;
        const std::int64_t plane = rows.extent * row;
        return (columns.extent == 1 || columns.stride == 1) && follows(rows, columns, 1) &&
               follows(channels, rows, row) && follows(images, channels, plane);
    }
};

/// The axes of the array as the file has them.
std::vector<ArrayAxis> axesOf(const NpyHeader& header) {
    const std::size_t count = header.shape.size();
    std::vector<ArrayAxis> axes(count);
    std::int64_t stride = 1;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t axis = header.columnsFirst ? i : count - 1 - i;
        axes[axis] = {header.shape[axis], stride};
        stride *= header.shape[axis];
    }
    return axes;
}

bool isUsualChannels(std::int64_t extent) {
    return extent == 1 || extent == 3 || extent == 4;
}

/// Whether the channels of images (image, a, b, c) are the last axis.
bool channelsAreLast(const NpyHeader& header, const std::string& layout, const std::string& file) {
    if (layout != "auto") return layout == "nhwc";
    const bool first = isUsualChannels(header.shape[1]);
    const bool last = isUsualChannels(header.shape[3]);
    if (first != last) return last;
    const Text found = first ? Text::of("both in the shape {}", header.shapeText())
                             : Text::of("neither in the shape {}", header.shapeText());
    throw Error(
        file, Text::of("expected 1, 3 or 4 channels in the second or in the last dimension, found {}", found),
        Text::of("Say where the channels are: data.layout nchw (second) or nhwc (last)."));
}

ArrayAxes imageAxes(const NpyHeader& header, const std::string& layout, const std::string& file) {
    const std::vector<ArrayAxis> axes = axesOf(header);
    switch (axes.size()) {
        case 2:
            return {.images = axes[0], .channels = axes[1], .rows = {}, .columns = {}};
        case 3:
            return {.images = axes[0], .channels = {}, .rows = axes[1], .columns = axes[2]};
        case 4:
            if (channelsAreLast(header, layout, file))
                return {.images = axes[0], .channels = axes[3], .rows = axes[1], .columns = axes[2]};
            return {.images = axes[0], .channels = axes[1], .rows = axes[2], .columns = axes[3]};
        default:
            throw Error(
                file,
                Text::of("expected rows of a table (2 dimensions), grey images (3) or images with channels "
                         "(4), found the shape {}",
                         header.shapeText()),
                Text::of("Save it in one of these shapes, such as x.reshape(len(x), -1)."));
    }
}

void expectFewChannels(const ArrayAxes& axes, const NpyHeader& header, const std::string& file) {
    if (axes.channels.extent <= mostArrayChannels) return;
    throw Error(file,
                Text::of("expected at most {} columns or channels, found {} in the shape {}",
                         mostArrayChannels, axes.channels.extent, header.shapeText()),
                Text::of("Leave columns out, or save images with their height and width."));
}

/// In the order (image, channel, row, column).
template <class Value>
std::vector<Value> arranged(std::vector<Value> values, const ArrayAxes& axes) {
    if (axes.inOrder()) return values;
    std::vector<Value> ordered;
    ordered.reserve(values.size());
    const Value* const from = values.data();
    for (std::int64_t n = 0; n < axes.images.extent; ++n) {
        for (std::int64_t c = 0; c < axes.channels.extent; ++c) {
            for (std::int64_t y = 0; y < axes.rows.extent; ++y) {
                const Value* const row =
                    from + n * axes.images.stride + c * axes.channels.stride + y * axes.rows.stride;
                for (std::int64_t x = 0; x < axes.columns.extent; ++x)
                    ordered.push_back(row[x * axes.columns.stride]);
            }
        }
    }
    return ordered;
}

bool arePixels(const NpyHeader& header) {
    return header.type.kind == NpyKind::unsignedInteger && header.type.bytes == 1 && header.shape.size() > 2;
}

}  // namespace

ArrayImages readArrayImages(ByteSource& content, const std::string& layout) {
    ContentCursor cursor(content);
    const NpyHeader header = readNpyHeader(cursor);
    const ArrayAxes axes = imageAxes(header, layout, content.name());
    expectFewChannels(axes, header, content.name());
    ArrayImages images{.file = content.name(), .count = axes.images.extent, .shape = axes.shape()};
    if (arePixels(header)) {
        images.values = arranged(readNpyBytes(cursor, header), axes);
    } else {
        images.values = arranged(readNpyFloats(cursor, header), axes);
    }
    return images;
}

ArrayLabels readArrayLabels(ByteSource& content, TargetKind kind) {
    ContentCursor cursor(content);
    const NpyHeader header = readNpyHeader(cursor);
    const auto& shape = header.shape;
    const bool real = header.type.kind == NpyKind::real;
    if (shape.size() == 1 || (shape.size() == 2 && shape[1] == 1)) {
        if (kind == TargetKind::classes || (kind == TargetKind::automatic && !real))
            return {.classes = readNpyWholeNumbers(cursor, header), .numbers = {}};
        std::vector<float> numbers = readNpyFloats(cursor, header);
        if (kind == TargetKind::automatic && !areQuantities({numbers.begin(), numbers.end()}))
            refuseRealLabels(content.name(), header);
        return {.classes = {}, .numbers = std::move(numbers)};
    }
    throw Error(
        content.name(), Text::of("expected labels in one dimension, found the shape {}", header.shapeText()),
        Text::of("Save the number of each class, such as numpy.argmax(y, axis=1) of one column for each "
                 "class."));
}

}  // namespace prunescope::data
