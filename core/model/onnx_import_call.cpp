#include "model/onnx_import_call.h"

#include "base/error.h"
#include "base/quoted.h"

#include <algorithm>
#include <utility>

namespace prunescope::model {
namespace {

using Attribute = onnx::AttributeProto;

/// A value for each channel, of what may be a single one.
std::vector<float> byChannel(const std::vector<float>& values, nn::Index channels) {
    return values.size() == 1 ? std::vector<float>(static_cast<std::size_t>(channels), values.front())
                              : values;
}

}  // namespace

Text OnnxCall::place() const {
    return Text::of("{}, node {} ({})", facts_.source.origin, inQuotes(name()), inQuotes(operation()));
}

void OnnxCall::refuse(const Text& problem) const {
    throw UsageError(place(), problem,
                     Text::of("Export the network without it, or describe the network in a JSON file."));
}

OnnxTensor OnnxCall::unfinished(std::size_t input) const {
    OnnxTensor tensor = factor(input);
    if (!tensor.repeated.empty()) refuse(Text::of("reads values that were repeated, and is no product"));
    return tensor;
}

OnnxTensor OnnxCall::factor(std::size_t input) const {
    if (!has(input)) refuse(Text::of("has no input {}", input));
    if (isArray(input)) refuse(Text::of("reads an array as input {} where images are expected", input));
    auto tensor = std::get<OnnxTensor>(*inputs_[input]);
    if (tensor.softmax) refuse(Text::of("reads what a softmax makes, which is known at the end alone"));
    return tensor;
}

OnnxTensor OnnxCall::finished(OnnxTensor tensor) const {
    if (!tensor.isScaled()) return tensor;
    const nn::Index channels = draft_.shape(tensor.tensor).channels;
    const auto fits = [&](const std::vector<float>& v) {
        return v.size() == 1 || static_cast<nn::Index>(v.size()) == channels;
    };
    if (!fits(tensor.scale) || !fits(tensor.shift))
        refuse(Text::of("reads what was scaled value by value, not by channel"));
    tensor.tensor = draft_.scaled(tensor.tensor, tensor.sole, name() + ".scale",
                                  byChannel(tensor.scale, channels), byChannel(tensor.shift, channels));
    tensor.scale.clear();
    tensor.shift.clear();
    return tensor;
}

OnnxTensor OnnxCall::planes(std::size_t input) const {
    OnnxTensor value = tensor(input);
    constexpr std::size_t mostExtents = 3;
    OnnxExtents extents = value.extents;
    extents.resize(mostExtents, 1);
    const nn::Shape asked{extents[0], extents[1], extents[2]};
    if (value.extents.size() > mostExtents || asked.size() != draft_.shape(value.tensor).size())
        refuse(Text::of("reads a tensor of {} dimensions", value.extents.size() + 1));
    if (asked.pixels() == 1) {
        value.tensor = draft_.flattened(value.tensor);
    } else if (!(asked == draft_.shape(value.tensor))) {
        refuse(Text::of("reads values that were arranged anew, which no operation here does"));
    }
    return value;
}

const OnnxArray& OnnxCall::array(std::size_t input) const {
    if (!has(input)) refuse(Text::of("has no input {}", input));
    if (!isArray(input))
        refuse(Text::of("has an input {} that is made of the images; it must be known", input));
    return *std::get<std::shared_ptr<const OnnxArray>>(*inputs_[input]);
}

const std::vector<float>& OnnxCall::reals(std::size_t input, const OnnxExtents& shape) const {
    const OnnxArray& from = array(input);
    if (!from.isReal() || from.shape != shape)
        refuse(Text::of("has an input {} of another shape or type", input));
    return from.reals();
}

OnnxExtents OnnxCall::numbers(std::size_t input, const char* key, std::int64_t since) const {
    if (opset() < since) return integers(key);
    if (!has(input)) return {};
    const OnnxArray& from = array(input);
    if (from.isReal() || from.shape.size() > 1)
        refuse(Text::of("has an input {} of another shape or type", input));
    return from.numbers();
}

float OnnxCall::number(std::size_t input, const char* key, std::int64_t since, float usual) const {
    if (opset() < since) return real(key, usual);
    if (!has(input)) return usual;
    const OnnxArray& from = array(input);
    if (!from.isReal() || from.size() != 1)
        refuse(Text::of("has an input {} of another shape or type", input));
    return from.reals().front();
}

const Attribute* OnnxCall::find(const char* key) const {
    const auto& all = node_.attribute();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& a) { return a.name() == key; });
    return found == all.end() ? nullptr : &*found;
}

const Attribute* OnnxCall::find(const char* key, Attribute::AttributeType type) const {
    const Attribute* attribute = find(key);
    if (attribute == nullptr || attribute->type() == type) return attribute;
    refuse(Text::of("has an attribute {} of another type", key));
}

std::int64_t OnnxCall::integer(const char* key, std::int64_t usual) const {
    const Attribute* attribute = find(key, Attribute::INT);
    return attribute == nullptr ? usual : attribute->i();
}

OnnxExtents OnnxCall::integers(const char* key, const OnnxExtents& usual) const {
    const Attribute* attribute = find(key, Attribute::INTS);
    return attribute == nullptr ? usual : OnnxExtents{attribute->ints().begin(), attribute->ints().end()};
}

float OnnxCall::real(const char* key, float usual) const {
    const Attribute* attribute = find(key, Attribute::FLOAT);
    return attribute == nullptr ? usual : attribute->f();
}

std::vector<float> OnnxCall::realList(const char* key) const {
    const Attribute* attribute = find(key, Attribute::FLOATS);
    if (attribute == nullptr) return {};
    return {attribute->floats().begin(), attribute->floats().end()};
}

std::string OnnxCall::word(const char* key, const std::string& usual) const {
    const Attribute* attribute = find(key, Attribute::STRING);
    return attribute == nullptr ? usual : attribute->s();
}

OnnxArray OnnxCall::arrayAttribute(const char* key) const {
    return readOnnxArray(find(key, Attribute::TENSOR)->t(), facts_.source);
}

std::int64_t OnnxCall::axis(std::int64_t given, std::int64_t dimensions) const {
    if (given < -dimensions || given >= dimensions)
        refuse(Text::of("names the axis {} of a tensor of {} dimensions", given, dimensions));
    return given < 0 ? given + dimensions : given;
}

}  // namespace prunescope::model
