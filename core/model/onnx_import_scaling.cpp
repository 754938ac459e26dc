#include "model/onnx_import_scaling.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace prunescope::model {
namespace {

constexpr float roundingError = 1e-6F;

bool isNear(const std::vector<float>& values, float wanted) {
    return std::all_of(values.begin(), values.end(),
                       [&](float v) { return std::abs(v - wanted) <= roundingError; });
}

}  // namespace

OnnxTensor onnxScaled(OnnxTensor in, const std::vector<float>& scale, const std::vector<float>& shift) {
    if (!in.isScaled()) {
        in.scale = {1};
        in.shift = {0};
    }
    const std::size_t size = std::max({in.scale.size(), in.shift.size(), scale.size(), shift.size()});
    const auto at = [](const std::vector<float>& v, std::size_t c) {
        return v.size() == 1 ? v.front() : v[c];
    };
    std::vector<float> bothScales(size);
    std::vector<float> bothShifts(size);
    for (std::size_t c = 0; c < size; ++c) {
        bothScales[c] = at(scale, c) * at(in.scale, c);
        bothShifts[c] = at(scale, c) * at(in.shift, c) + at(shift, c);
    }
    in.scale = std::move(bothScales);
    in.shift = std::move(bothShifts);
    if (isOnnxIdentity(in)) {
        in.scale.clear();
        in.shift.clear();
    }
    return in;
}

std::vector<float> onnxByChannel(const OnnxCall& call, const OnnxArray& array, const OnnxTensor& tensor) {
    const std::size_t dimensions = tensor.extents.size() + 1;
    if (!array.isReal()) call.refuse(Text::of("computes with an array of whole numbers"));
    if (array.shape.size() <= dimensions && array.size() == 1) return array.reals();
    OnnxExtents shape(dimensions - std::min(dimensions, array.shape.size()), 1);
    shape.insert(shape.end(), array.shape.begin(), array.shape.end());
    OnnxExtents wanted(dimensions, 1);
    wanted[1] = tensor.extents.front();
    if (shape != wanted)
        call.refuse(Text::of("computes with an array that has not one value for each channel"));
    return array.reals();
}

bool isOnnxIdentity(const OnnxTensor& tensor) {
    return !tensor.isScaled() || (isNear(tensor.scale, 1) && isNear(tensor.shift, 0));
}

}  // namespace prunescope::model
