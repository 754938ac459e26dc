#include "model/onnx_import_array.h"

#include "base/error.h"
#include "base/quoted.h"
#include "model/onnx_import_external.h"

#include <Eigen/Core>

#include <algorithm>
#include <cstring>
#include <utility>

namespace prunescope::model {
namespace {

using TensorType = onnx::TensorProto;

[[noreturn]] void refuseArray(const OnnxArraySource& source, const std::string& name, const Text& problem) {
    throw UsageError(Text::of("{}, array {}", source.origin, inQuotes(name)), problem,
                     Text::of("Export the network anew; the file may be damaged."));
}

/// What is known of one tensor before its values are read.
struct ArrayBytes {
    const onnx::TensorProto& tensor;
    const OnnxArraySource& source;
    std::size_t count;
    std::string external;  ///< bytes from a file of their own

    const std::string& raw() const { return external.empty() ? tensor.raw_data() : external; }
};

template <class T>
std::vector<T> rawValuesOf(const ArrayBytes& from) {
    const std::string& bytes = from.raw();
    if (bytes.size() != from.count * sizeof(T)) {
        refuseArray(from.source, from.tensor.name(),
                    Text::of("expected {} bytes for {} values, found {}", from.count * sizeof(T), from.count,
                             bytes.size()));
    }
    std::vector<T> values(from.count);
    if (!bytes.empty()) std::memcpy(values.data(), bytes.data(), bytes.size());
    return values;
}

/// Values as `Stored` bytes, or one by one in the field for them.
template <class Out, class Stored, class Field>
std::vector<Out> valuesOf(const ArrayBytes& from, const Field& field) {
    if (field.empty()) {
        const std::vector<Stored> raw = rawValuesOf<Stored>(from);
        return {raw.begin(), raw.end()};
    }
    if (static_cast<std::size_t>(field.size()) != from.count) {
        refuseArray(from.source, from.tensor.name(),
                    Text::of("expected {} values, found {}", from.count, field.size()));
    }
    std::vector<Out> values(from.count);
    std::transform(field.begin(), field.end(), values.begin(), [](auto v) { return static_cast<Out>(v); });
    return values;
}

/// Half precision: as two bytes, or their bits as a number.
std::vector<float> halfValuesOf(const ArrayBytes& from) {
    const auto bits = valuesOf<std::uint16_t, std::uint16_t>(from, from.tensor.int32_data());
    std::vector<float> values(bits.size());
    std::transform(bits.begin(), bits.end(), values.begin(), [](std::uint16_t b) {
        return static_cast<float>(Eigen::numext::bit_cast<Eigen::half>(b));
    });
    return values;
}

OnnxArray withValues(const ArrayBytes& from, OnnxExtents shape) {
    const TensorType& t = from.tensor;
    switch (t.data_type()) {
        case TensorType::FLOAT:
            return {std::move(shape), valuesOf<float, float>(from, t.float_data())};
        case TensorType::DOUBLE:
            return {std::move(shape), valuesOf<float, double>(from, t.double_data())};
        case TensorType::FLOAT16:
            return {std::move(shape), halfValuesOf(from)};
        case TensorType::INT64:
            return {std::move(shape), valuesOf<std::int64_t, std::int64_t>(from, t.int64_data())};
        case TensorType::INT32:
            return {std::move(shape), valuesOf<std::int64_t, std::int32_t>(from, t.int32_data())};
        case TensorType::BOOL:
            return {std::move(shape), valuesOf<std::int64_t, std::uint8_t>(from, t.int32_data())};
        default:
            refuseArray(from.source, t.name(),
                        Text::of("has elements of type {}; real numbers of 16, 32 and 64 bits, whole "
                                 "numbers of 32 and 64 and truths are read",
                                 t.data_type()));
    }
}

}  // namespace

std::size_t OnnxArray::size() const {
    return std::visit([](const auto& v) { return v.size(); }, values);
}

std::vector<float> OnnxArray::asReals() const {
    if (isReal()) return reals();
    std::vector<float> all(numbers().size());
    std::transform(numbers().begin(), numbers().end(), all.begin(),
                   [](std::int64_t v) { return static_cast<float>(v); });
    return all;
}

std::optional<std::int64_t> onnxValuesOf(const OnnxExtents& shape) {
    std::int64_t values = 1;
    for (const std::int64_t extent : shape) {
        if (extent < 0 || extent > mostOnnxValues) return std::nullopt;
        values *= extent;
        if (values > mostOnnxValues) return std::nullopt;
    }
    return values;
}

OnnxArray readOnnxArray(const onnx::TensorProto& tensor, const OnnxArraySource& source) {
    OnnxExtents shape{tensor.dims().begin(), tensor.dims().end()};
    const auto values = onnxValuesOf(shape);
    if (!values || shape.size() > mostOnnxDimensions)
        refuseArray(source, tensor.name(), Text::of("has a shape that no array can have"));
    ArrayBytes from{tensor, source, static_cast<std::size_t>(*values), {}};
    if (tensor.data_location() == TensorType::EXTERNAL) from.external = readExternalData(tensor, source);
    return withValues(from, std::move(shape));
}

OnnxArray readOnnxArray(const onnx::SparseTensorProto& tensor, const OnnxArraySource& source) {
    const std::string& name = tensor.values().name();
    const OnnxArray kept = readOnnxArray(tensor.values(), source);
    const OnnxArray places = readOnnxArray(tensor.indices(), source);
    OnnxArray array{{tensor.dims().begin(), tensor.dims().end()}, {}};
    const auto size = onnxValuesOf(array.shape);
    // Every place is written once, so that few bytes cannot ask for much memory.
    constexpr std::int64_t mostPerPlace = 1'000'000;
    const auto count = static_cast<std::int64_t>(kept.size());
    const bool fits = size && *size <= (count + 1) * mostPerPlace && kept.isReal() && !places.isReal() &&
                      places.shape.size() == 1 && places.size() == kept.size();
    if (!fits) refuseArray(source, name, Text::of("has values and places that do not fit together"));
    std::vector<float> values(static_cast<std::size_t>(*size));
    for (std::size_t i = 0; i < kept.size(); ++i) {
        const std::int64_t place = places.numbers()[i];
        if (place < 0 || place >= *size)
            refuseArray(source, name, Text::of("has a value at place {} of {}", place, *size));
        values[static_cast<std::size_t>(place)] = kept.reals()[i];
    }
    array.values = std::move(values);
    return array;
}

}  // namespace prunescope::model
