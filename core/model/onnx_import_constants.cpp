#include "model/onnx_import_constants.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace prunescope::model {
namespace {

/// Of an array that is computed and not read: shapes, and weights that are turned.
constexpr std::int64_t mostComputedValues = std::int64_t{1} << 26U;

OnnxArray listOf(OnnxExtents numbers) {
    return {{static_cast<std::int64_t>(numbers.size())}, std::move(numbers)};
}

OnnxArray constantValue(const OnnxCall& call) {
    if (call.hasAttribute("value")) return call.arrayAttribute("value");
    if (call.hasAttribute("value_float")) return {{}, std::vector<float>{call.real("value_float", 0)}};
    if (call.hasAttribute("value_int")) return {{}, OnnxExtents{call.integer("value_int", 0)}};
    if (call.hasAttribute("value_ints")) return listOf(call.integers("value_ints"));
    if (call.hasAttribute("value_floats")) {
        std::vector<float> values = call.realList("value_floats");
        return {{static_cast<std::int64_t>(values.size())}, std::move(values)};
    }
    call.refuse(Text::of("has no array of numbers"));
}

OnnxArray constantOfShape(const OnnxCall& call) {
    const OnnxExtents shape = call.numbers(0, "", 0);
    const auto count = onnxValuesOf(shape);
    if (!count || *count > mostComputedValues || shape.size() > mostOnnxDimensions)
        call.refuse(Text::of("makes an array that is too large"));
    const OnnxArray value =
        call.hasAttribute("value") ? call.arrayAttribute("value") : OnnxArray{{}, std::vector<float>{0}};
    if (value.size() != 1) call.refuse(Text::of("has no single value"));
    const auto size = static_cast<std::size_t>(*count);
    if (value.isReal()) return {shape, std::vector<float>(size, value.reals().front())};
    return {shape, OnnxExtents(size, value.numbers().front())};
}

OnnxArray castTo(const OnnxCall& call) {
    const OnnxArray& in = call.array(0);
    const auto to = call.integer("to", onnx::TensorProto::FLOAT);
    const bool real =
        to == onnx::TensorProto::FLOAT || to == onnx::TensorProto::DOUBLE || to == onnx::TensorProto::FLOAT16;
    if (real == in.isReal()) return in;
    if (real) {
        const bool ofBatch = std::count(in.numbers().begin(), in.numbers().end(), onnxBatch) > 0;
        if (ofBatch) call.refuse(Text::of("computes with the number of images"));
        return {in.shape, in.asReals()};
    }
    constexpr float largest = 1e18F;
    OnnxExtents numbers;
    for (const float v : in.reals()) {
        if (!(std::abs(v) <= largest)) call.refuse(Text::of("makes a whole number of {}", v));
        numbers.push_back(static_cast<std::int64_t>(v));
    }
    return {in.shape, std::move(numbers)};
}

OnnxArray shapeOfArray(const OnnxCall& call) {
    return listOf(call.array(0).shape);
}

/// What stands at these places of one axis, in their order.
OnnxArray pickedAlong(const OnnxCall& call, const OnnxArray& from, std::size_t axis,
                      const OnnxExtents& places) {
    const auto middle = from.shape.begin() + static_cast<std::ptrdiff_t>(axis);
    const auto product = [](auto begin, auto end) {
        return std::accumulate(begin, end, std::int64_t{1}, std::multiplies<>());
    };
    const std::int64_t outer = product(from.shape.begin(), middle);
    const std::int64_t inner = product(middle + 1, from.shape.end());
    const auto picked = static_cast<std::int64_t>(places.size());
    if (picked > mostComputedValues / std::max<std::int64_t>(outer * inner, 1))
        call.refuse(Text::of("makes an array that is too large"));
    OnnxArray out{from.shape, {}};
    out.shape[axis] = picked;
    const auto pick = [&](const auto& values) {
        std::decay_t<decltype(values)> chosen;
        for (std::int64_t o = 0; o < outer; ++o) {
            for (const std::int64_t place : places) {
                const auto begin = values.begin() + (o * *middle + place) * inner;
                chosen.insert(chosen.end(), begin, begin + inner);
            }
        }
        out.values = std::move(chosen);
    };
    std::visit(pick, from.values);
    return out;
}

OnnxArray gathered(const OnnxCall& call) {
    const OnnxArray& from = call.array(0);
    const OnnxArray& places = call.array(1);
    if (from.shape.empty() || places.isReal() || places.shape.size() > 1)
        call.refuse(Text::of("picks from a single value, or at other places than a list of them"));
    const auto axis = static_cast<std::size_t>(
        call.axis(call.integer("axis", 0), static_cast<std::int64_t>(from.shape.size())));
    OnnxExtents chosen;
    for (const std::int64_t place : places.numbers()) chosen.push_back(call.axis(place, from.shape[axis]));
    OnnxArray out = pickedAlong(call, from, axis, chosen);
    if (places.shape.empty()) out.shape.erase(out.shape.begin() + static_cast<std::ptrdiff_t>(axis));
    return out;
}

/// One extent of 1 more at each of these axes of the result.
OnnxArray unsqueezed(const OnnxCall& call) {
    OnnxArray out = call.array(0);
    constexpr std::int64_t since = 13;
    OnnxExtents axes = call.numbers(1, "axes", since);
    const auto dimensions = static_cast<std::int64_t>(out.shape.size() + axes.size());
    if (out.shape.size() + axes.size() > mostOnnxDimensions)
        call.refuse(Text::of("makes too many dimensions"));
    for (std::int64_t& axis : axes) axis = call.axis(axis, dimensions);
    std::sort(axes.begin(), axes.end());
    for (const std::int64_t axis : axes)
        out.shape.insert(
            out.shape.begin() + std::min<std::int64_t>(axis, static_cast<std::int64_t>(out.shape.size())), 1);
    return out;
}

OnnxArray squeezed(const OnnxCall& call) {
    OnnxArray out = call.array(0);
    constexpr std::int64_t since = 13;
    const OnnxExtents axes = call.numbers(1, "axes", since);
    std::vector<bool> drop(out.shape.size(), axes.empty());
    for (const std::int64_t axis : axes)
        drop[static_cast<std::size_t>(call.axis(axis, static_cast<std::int64_t>(drop.size())))] = true;
    OnnxExtents shape;
    for (std::size_t d = 0; d < drop.size(); ++d) {
        if (!drop[d] || out.shape[d] != 1) shape.push_back(out.shape[d]);
        if (drop[d] && out.shape[d] != 1 && !axes.empty())
            call.refuse(Text::of("drops an axis that is not 1"));
    }
    out.shape = shape;
    return out;
}

OnnxArray joined(const OnnxCall& call) {
    OnnxExtents all;
    for (std::size_t input = 0; input < call.inputs(); ++input) {
        const OnnxArray& part = call.array(input);
        if (part.isReal() || part.shape.size() != 1)
            call.refuse(Text::of("joins other than lists of whole numbers"));
        all.insert(all.end(), part.numbers().begin(), part.numbers().end());
        if (static_cast<std::int64_t>(all.size()) > mostComputedValues)
            call.refuse(Text::of("makes an array that is too large"));
    }
    return listOf(std::move(all));
}

/// The places from `start` to before `end`, as Python's slices count them.
OnnxExtents placesOfSlice(std::int64_t start, std::int64_t end, std::int64_t step, std::int64_t size) {
    const std::int64_t first = step > 0 ? 0 : -1;
    const auto bounded = [&](std::int64_t place) {
        const std::int64_t fromBegin = place < -size ? -1 : place < 0 ? place + size : place;
        return std::clamp(fromBegin, first, first + size);
    };
    const std::int64_t stride = std::clamp(step, -size - 1, size + 1);
    OnnxExtents places;
    for (std::int64_t at = bounded(start); stride > 0 ? at < bounded(end) : at > bounded(end); at += stride)
        places.push_back(at);
    return places;
}

OnnxArray sliced(const OnnxCall& call) {
    constexpr std::int64_t since = 10;
    OnnxArray out = call.array(0);
    const OnnxExtents starts = call.numbers(1, "starts", since);
    const OnnxExtents ends = call.numbers(2, "ends", since);
    OnnxExtents axes = call.numbers(3, "axes", since);
    OnnxExtents steps = call.opset() < since ? OnnxExtents{} : call.numbers(4, "", 0);
    if (axes.empty()) {
        axes.resize(starts.size());
        std::iota(axes.begin(), axes.end(), 0);
    }
    if (steps.empty()) steps.assign(starts.size(), 1);
    if (ends.size() != starts.size() || axes.size() != starts.size() || steps.size() != starts.size() ||
        starts.size() > out.shape.size())
        call.refuse(Text::of("has begins, ends and steps of different numbers"));
    for (std::size_t k = 0; k < starts.size(); ++k) {
        const auto axis =
            static_cast<std::size_t>(call.axis(axes[k], static_cast<std::int64_t>(out.shape.size())));
        if (steps[k] == 0) call.refuse(Text::of("has a step of 0"));
        out = pickedAlong(call, out, axis, placesOfSlice(starts[k], ends[k], steps[k], out.shape[axis]));
    }
    return out;
}

OnnxArray reshapedArray(const OnnxCall& call) {
    OnnxArray out = call.array(0);
    OnnxExtents shape = call.numbers(1, "shape", 0);
    if (shape.size() > mostOnnxDimensions) call.refuse(Text::of("makes too many dimensions"));
    std::int64_t known = 1;
    for (std::size_t d = 0; d < shape.size(); ++d) {
        if (shape[d] == 0 && d < out.shape.size()) shape[d] = out.shape[d];
        if (shape[d] < -1 || shape[d] > mostOnnxValues)
            call.refuse(Text::of("makes a shape that no array can have"));
        if (shape[d] > 0) known = std::min(known * shape[d], mostOnnxValues + 1);
    }
    const auto size = static_cast<std::int64_t>(out.size());
    const auto open = std::find(shape.begin(), shape.end(), -1);
    if (open != shape.end() && known <= mostOnnxValues) *open = size / known;
    const auto values = onnxValuesOf(shape);
    if (!values || *values != size) call.refuse(Text::of("makes a shape of another number of values"));
    out.shape = std::move(shape);
    return out;
}

template <class T>
std::vector<T> turned(const std::vector<T>& in, std::size_t rows, std::size_t columns) {
    std::vector<T> out(in.size());
    for (std::size_t r = 0; r < rows; ++r)
        for (std::size_t c = 0; c < columns; ++c) out[c * rows + r] = in[r * columns + c];
    return out;
}

/// Of a matrix, which is what exporters turn.
OnnxArray transposedArray(const OnnxCall& call) {
    const OnnxArray& in = call.array(0);
    const OnnxExtents order = call.integers("perm", {1, 0});
    if (in.shape.size() != 2 || order != OnnxExtents{1, 0})
        call.refuse(Text::of("turns other than a matrix"));
    const auto rows = static_cast<std::size_t>(in.shape[0]);
    const auto columns = static_cast<std::size_t>(in.shape[1]);
    OnnxArray out{{in.shape[1], in.shape[0]}, {}};
    std::visit([&](const auto& values) { out.values = turned(values, rows, columns); }, in.values);
    return out;
}

/// Of whole numbers; nothing where it overflows or is not defined. The number of images passes unchanged.
std::optional<std::int64_t> computed(char operation, std::int64_t a, std::int64_t b) {
    std::int64_t out = 0;
    const bool neutral = operation == '+' || operation == '-' ? b == 0 : b == 1;
    if (a == onnxBatch && neutral) return a;
    if (b == onnxBatch && operation == '*' && a == 1) return b;
    if (a == onnxBatch || b == onnxBatch) return std::nullopt;
    switch (operation) {
        case '+':
            return __builtin_add_overflow(a, b, &out) ? std::nullopt : std::optional(out);
        case '-':
            return __builtin_sub_overflow(a, b, &out) ? std::nullopt : std::optional(out);
        case '*':
            return __builtin_mul_overflow(a, b, &out) ? std::nullopt : std::optional(out);
        default:
            return b == 0 ? std::nullopt : std::optional(a / b);
    }
}

std::optional<float> computed(char operation, float a, float b) {
    switch (operation) {
        case '+':
            return a + b;
        case '-':
            return a - b;
        case '*':
            return a * b;
        default:
            return a / b;
    }
}

/// Both of one shape, or one of them a single value.
template <char operation>
OnnxArray combined(const OnnxCall& call) {
    const OnnxArray& a = call.array(0);
    const OnnxArray& b = call.array(1);
    const bool fits = a.shape == b.shape || a.size() == 1 || b.size() == 1;
    if (!fits || a.isReal() != b.isReal()) call.refuse(Text::of("combines arrays of two shapes or types"));
    const bool likeFirst = b.size() == 1 && (a.size() != 1 || a.shape.size() >= b.shape.size());
    OnnxArray out{likeFirst ? a.shape : b.shape, {}};
    const auto combine = [&](const auto& x, const auto& y) {
        std::decay_t<decltype(x)> values(std::max(x.size(), y.size()));
        if (x.empty() || y.empty()) values.clear();
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto value = computed(operation, x[x.size() == 1 ? 0 : i], y[y.size() == 1 ? 0 : i]);
            if (!value) call.refuse(Text::of("computes with the number of images, or what is no number"));
            values[i] = *value;
        }
        out.values = std::move(values);
    };
    if (a.isReal()) {
        combine(a.reals(), b.reals());
    } else {
        combine(a.numbers(), b.numbers());
    }
    return out;
}

using ConstantFunction = OnnxArray (*)(const OnnxCall&);

const std::map<std::string, ConstantFunction>& constantFunctions() {
    static const std::map<std::string, ConstantFunction> all{
        {"Constant", constantValue},
        {"ConstantOfShape", constantOfShape},
        {"Identity", [](const OnnxCall& call) { return call.array(0); }},
        {"Cast", castTo},
        {"Shape", shapeOfArray},
        {"Gather", gathered},
        {"Unsqueeze", unsqueezed},
        {"Squeeze", squeezed},
        {"Concat", joined},
        {"Slice", sliced},
        {"Reshape", reshapedArray},
        {"Transpose", transposedArray},
        {"Add", combined<'+'>},
        {"Sub", combined<'-'>},
        {"Mul", combined<'*'>},
        {"Div", combined<'/'>}};
    return all;
}

}  // namespace

bool isOnnxConstantOperation(const std::string& operation) {
    return constantFunctions().contains(operation);
}

OnnxArray onnxConstant(const OnnxCall& call) {
    return constantFunctions().at(call.operation())(call);
}

std::vector<std::string> onnxConstantOperations() {
    std::vector<std::string> names;
    for (const auto& [name, function] : constantFunctions()) names.push_back(name);
    return names;
}

}  // namespace prunescope::model
