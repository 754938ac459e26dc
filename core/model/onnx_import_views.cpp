// What shows the same values in another shape, or changes nothing outside training.

#include "model/onnx_import_call.h"

#include <algorithm>
#include <utility>

namespace prunescope::model {
namespace {

std::int64_t valuesOf(const OnnxExtents& extents) {
    std::int64_t values = 1;
    for (const std::int64_t extent : extents) values *= extent;
    return values;
}

OnnxImportValue importFlatten(const OnnxCall& call) {
    OnnxTensor in = call.unfinished(0);
    if (call.axis(call.integer("axis", 1), static_cast<std::int64_t>(in.extents.size()) + 1) != 1)
        call.refuse(Text::of("makes other than a vector for each image"));
    in.extents = {valuesOf(in.extents)};
    return in;
}

OnnxImportValue importReshape(const OnnxCall& call) {
    OnnxTensor in = call.unfinished(0);
    const OnnxExtents shape = call.numbers(1, "shape", 0);
    const std::int64_t size = valuesOf(in.extents);
    if (shape.size() < 2 || shape.size() > 4 || call.integer("allowzero", 0) != 0)
        call.refuse(Text::of("makes a tensor of {} dimensions", shape.size()));
    const std::int64_t first = shape.front();
    const bool keepsImages =
        first == onnxBatch || first == 0 || first == -1 || (call.batch() > 0 && first == call.batch());
    OnnxExtents extents(shape.begin() + 1, shape.end());
    std::int64_t known = 1;
    std::int64_t* open = nullptr;
    for (std::size_t d = 0; d < extents.size(); ++d) {
        if (extents[d] == 0 && d < in.extents.size()) extents[d] = in.extents[d];
        if (extents[d] == -1 && open == nullptr && first != -1) {
            open = &extents[d];
            continue;
        }
        if (extents[d] < 1 || extents[d] > size)
            call.refuse(Text::of("does not keep the values of each image together"));
        known = std::min(known * extents[d], size + 1);
    }
    if (open != nullptr) {
        *open = size / known;
        known *= *open;
    }
    if (!keepsImages || known != size)
        call.refuse(Text::of("does not keep the values of each image together"));
    in.extents = std::move(extents);
    return in;
}

constexpr std::int64_t axesAsInput = 13;

OnnxImportValue importSqueeze(const OnnxCall& call) {
    OnnxTensor in = call.unfinished(0);
    const auto dimensions = static_cast<std::int64_t>(in.extents.size()) + 1;
    std::vector<bool> drop(static_cast<std::size_t>(dimensions), false);
    for (const std::int64_t axis : call.numbers(1, "axes", axesAsInput))
        drop[static_cast<std::size_t>(call.axis(axis, dimensions))] = true;
    OnnxExtents extents;
    for (std::size_t d = 0; d < in.extents.size(); ++d) {
        if (!drop[d + 1]) extents.push_back(in.extents[d]);
        if (drop[d + 1] && in.extents[d] != 1) call.refuse(Text::of("drops an axis that is not 1"));
    }
    if (drop.front() || extents.size() == in.extents.size() || extents.empty())
        call.refuse(Text::of("drops the axis of the images, or none"));
    in.extents = std::move(extents);
    return in;
}

OnnxImportValue importUnsqueeze(const OnnxCall& call) {
    OnnxTensor in = call.unfinished(0);
    OnnxExtents axes = call.numbers(1, "axes", axesAsInput);
    const auto dimensions = static_cast<std::int64_t>(in.extents.size() + axes.size()) + 1;
    for (std::int64_t& axis : axes) axis = call.axis(axis, dimensions);
    std::sort(axes.begin(), axes.end());
    constexpr std::int64_t mostExtents = 3;
    if (dimensions > mostExtents + 1) call.refuse(Text::of("makes a tensor of {} dimensions", dimensions));
    for (const std::int64_t axis : axes) {
        const std::int64_t place = axis - 1;
        if (place < 0 || place > static_cast<std::int64_t>(in.extents.size()))
            call.refuse(Text::of("puts an axis before that of the images"));
        in.extents.insert(in.extents.begin() + place, 1);
    }
    return in;
}

/// A run that goes on training drops as the network did; a rate of 0 is no layer.
OnnxImportValue importDropout(const OnnxCall& call) {
    constexpr std::int64_t since = 12;
    constexpr float usualRate = 0.5F;
    const OnnxTensor in = call.tensor(0);
    const float rate = call.number(1, "ratio", since, usualRate);
    if (call.opset() < 7) call.refuse(Text::of("says in its own way whether it drops"));
    if (!(rate > 0)) return in;
    const nn::TensorIndex out = call.draft().add(call.name().empty() ? "dropout" : call.name(), "dropout",
                                                 {{"rate", static_cast<double>(rate)}}, {in.tensor});
    return OnnxTensor{.tensor = out, .extents = in.extents};
}

/// The logits are the answer here, and training has its own softmax.
OnnxImportValue importSoftmax(const OnnxCall& call) {
    constexpr std::int64_t since = 13;
    OnnxTensor in = call.tensor(0);
    const auto dimensions = static_cast<std::int64_t>(in.extents.size()) + 1;
    const std::int64_t axis = call.axis(call.integer("axis", call.opset() < since ? 1 : -1), dimensions);
    if (axis != 1 || in.extents.front() != valuesOf(in.extents))
        call.refuse(Text::of("is not over the classes of each image"));
    in.softmax = true;
    return in;
}

OnnxImportValue importShape(const OnnxCall& call) {
    const OnnxTensor in = call.unfinished(0);
    OnnxExtents shape{onnxBatch};
    shape.insert(shape.end(), in.extents.begin(), in.extents.end());
    const auto dimensions = static_cast<std::int64_t>(shape.size());
    const auto bounded = [&](std::int64_t place) {
        return std::clamp<std::int64_t>(place < 0 ? std::max(place, -dimensions) + dimensions : place, 0,
                                        dimensions);
    };
    const std::int64_t begin = bounded(call.integer("start", 0));
    const std::int64_t end = std::max(begin, bounded(call.integer("end", dimensions)));
    OnnxExtents part(shape.begin() + begin, shape.begin() + end);
    const auto size = static_cast<std::int64_t>(part.size());
    return std::make_shared<const OnnxArray>(OnnxArray{{size}, std::move(part)});
}

OnnxImportValue importCast(const OnnxCall& call) {
    if (call.integer("to", 0) != onnx::TensorProto::FLOAT)
        call.refuse(Text::of("makes other numbers of the values"));
    return call.unfinished(0);
}

}  // namespace

OnnxHandlers onnxViewHandlers() {
    return {{"Flatten", importFlatten},
            {"Reshape", importReshape},
            {"Squeeze", importSqueeze},
            {"Unsqueeze", importUnsqueeze},
            {"Identity", [](const OnnxCall& call) -> OnnxImportValue { return call.unfinished(0); }},
            {"Dropout", importDropout},
            {"Softmax", importSoftmax},
            {"LogSoftmax", importSoftmax},
            {"Shape", importShape},
            {"Cast", importCast}};
}

}  // namespace prunescope::model
