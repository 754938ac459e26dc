#include "model/weights_header.h"

#include "base/error.h"
#include "base/json_scanner.h"
#include "base/quoted.h"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <optional>
#include <set>

namespace prunescope::model {
namespace {

struct ElementTypeRow {
    std::string_view name;
    std::uint64_t size;
};
constexpr std::array<ElementTypeRow, 3> elementTypes{{{"F32", 4}, {"U8", 1}, {"I64", 8}}};

std::optional<ElementType> elementTypeFromName(std::string_view name) {
    const auto* row =
        std::find_if(elementTypes.begin(), elementTypes.end(), [&](const auto& t) { return t.name == name; });
    if (row == elementTypes.end()) return std::nullopt;
    return static_cast<ElementType>(row - elementTypes.begin());
}

/// Bytes that a tensor of this type and shape takes; nothing when that overflows.
std::optional<std::uint64_t> byteCount(ElementType type, const std::vector<std::int64_t>& shape) {
    std::uint64_t bytes = elementSize(type);
    for (const std::int64_t extent : shape) {
        const auto factor = static_cast<std::uint64_t>(extent);
        if (factor != 0 && bytes > std::numeric_limits<std::uint64_t>::max() / factor) return std::nullopt;
        bytes *= factor;
    }
    return bytes;
}

/// Follows the tokens of the header. Every token that the format does not allow at its place ends the
/// reading.
class HeaderReader final : public JsonScanner {
public:
    HeaderReader(std::string_view text, std::uint64_t filePosition, const std::string& origin)
        : JsonScanner(text), filePosition_(filePosition), origin_(origin) {}

    WeightsHeader take() { return std::move(header_); }

    bool null() override { refuse(Text("null")); }
    bool boolean(bool value) override { refuse(Text(value ? "true" : "false")); }
    bool number_integer(std::int64_t value) override { refuse(Text::of("the number {}", value)); }
    bool number_float(double, const std::string& text) override {
        refuse(Text::of("the number {}", inQuotes(text)));
    }

    bool number_unsigned(std::uint64_t value) override {
        if (place_ == Place::shape) {
            addExtent(value);
        } else if (place_ == Place::offsets && offsets_.size() < 2) {
            offsets_.push_back(value);
        } else {
            refuse(Text::of("the number {}", value));
        }
        return true;
    }

    bool string(std::string& value) override {
        if (place_ == Place::metadata) {
            header_.metadata[key_] = std::move(value);
        } else if (place_ == Place::tensor && key_ == "dtype") {
            setType(value);
        } else {
            refuse(Text::of("the text {}", inQuotes(value)));
        }
        return true;
    }

    bool start_object(std::size_t) override {
        if (place_ == Place::outside) {
            place_ = Place::names;
        } else if (place_ == Place::names && key_ == metadataName) {
            place_ = Place::metadata;
        } else if (place_ == Place::names) {
            place_ = Place::tensor;
            keys_.clear();
        } else {
            refuse(Text::of("an object"));
        }
        return true;
    }

    bool key(std::string& value) override {
        if (place_ == Place::names) {
            startName(value);
        } else if (place_ == Place::metadata) {
            if (header_.metadata.contains(value))
                fail(Text::of("metadata with distinct names"), Text::of("{} twice", inQuotes(value)));
        } else if (value != "dtype" && value != "shape" && value != "data_offsets") {
            fail(Text::of("dtype, shape and data_offsets of {}", tensorName()), inQuotes(value));
        } else if (!keys_.insert(value).second) {
            fail(Text::of("{} of {} once", value, tensorName()), Text::of("it twice"));
        }
        key_ = value;
        return true;
    }

    bool end_object() override {
        if (place_ == Place::tensor) finishTensor();
        place_ = place_ == Place::names ? Place::outside : Place::names;
        return true;
    }

    bool start_array(std::size_t) override {
        if (place_ == Place::tensor && key_ == "shape") {
            place_ = Place::shape;
        } else if (place_ == Place::tensor && key_ == "data_offsets") {
            place_ = Place::offsets;
            offsets_.clear();
        } else {
            refuse(Text::of("a list"));
        }
        return true;
    }

    bool end_array() override {
        if (place_ == Place::offsets && offsets_.size() != 2) refuse(Text::of("the end of the list"));
        place_ = Place::tensor;
        return true;
    }

private:
    enum class Place { outside, names, metadata, tensor, shape, offsets };

    Text tensorName() const { return Text::of("tensor {}", inQuotes(header_.tensors.back().name)); }

    [[noreturn]] void refuseSyntax(std::size_t position, const std::string& token,
                                   bool /*numberTooLarge*/) override {
        refuseWeights(origin_, filePosition_ + position, Text::of("valid JSON in the header"),
                      inQuotes(token));
    }

    std::uint64_t placeInFile() const { return filePosition_ + position(); }

    [[noreturn]] void fail(const Text& expected, const Text& found) const {
        refuseWeights(origin_, placeInFile(), expected, found);
    }

    [[noreturn]] void refuse(const Text& found) const { fail(expectedHere(), found); }

    Text expectedHere() const {
        switch (place_) {
            case Place::outside:
                return Text::of("a JSON object as header");
            case Place::names:
                return Text::of("an object under {}", inQuotes(key_));
            case Place::metadata:
                return Text::of("a text as metadata {}", inQuotes(key_));
            case Place::shape:
                return Text::of("whole numbers from 0 in the shape of {}", tensorName());
            case Place::offsets:
                return Text::of("two whole numbers from 0 as data_offsets of {}", tensorName());
            case Place::tensor:
                break;
        }
        return key_ == "dtype" ? Text::of("a text as {} of {}", key_, tensorName())
                               : Text::of("a list as {} of {}", key_, tensorName());
    }

    void startName(const std::string& name) {
        if (!names_.insert(name).second)
            fail(Text::of("tensors with distinct names"), Text::of("{} twice", inQuotes(name)));
        if (name == metadataName) return;
        header_.tensors.push_back({.name = name, .position = placeInFile()});
    }

    void addExtent(std::uint64_t extent) {
        auto& shape = header_.tensors.back().shape;
        if (shape.size() == mostDimensions) {
            fail(Text::of("at most {} dimensions in {}", mostDimensions, tensorName()), Text::of("one more"));
        }
        if (extent > std::numeric_limits<std::int64_t>::max()) refuse(Text::of("the number {}", extent));
        shape.push_back(static_cast<std::int64_t>(extent));
    }

    void setType(const std::string& name) {
        const auto type = elementTypeFromName(name);
        if (!type) fail(Text::of("F32, U8 or I64 as dtype of {}", tensorName()), inQuotes(name));
        header_.tensors.back().type = *type;
    }

    void finishTensor() {
        auto& tensor = header_.tensors.back();
        for (const char* needed : {"dtype", "shape", "data_offsets"}) {
            if (!keys_.contains(needed)) fail(Text::of("{} of {}", needed, tensorName()), Text::of("none"));
        }
        tensor.begin = offsets_[0];
        tensor.end = offsets_[1];
        if (tensor.end < tensor.begin) {
            fail(Text::of("rising data_offsets of {}", tensorName()),
                 Text::of("{} to {}", tensor.begin, tensor.end));
        }
        const auto bytes = byteCount(tensor.type, tensor.shape);
        if (!bytes)
            fail(Text::of("{} with fewer than 2^64 bytes", tensorName()),
                 Text::of("a shape that asks for more"));
        if (*bytes != tensor.end - tensor.begin) {
            fail(Text::of("{} bytes for the shape of {}", *bytes, tensorName()),
                 Text::of("data_offsets of {}", tensor.end - tensor.begin));
        }
    }

    std::uint64_t filePosition_;
    const std::string& origin_;
    WeightsHeader header_;
    Place place_ = Place::outside;
    std::string key_;
    std::set<std::string> names_;
    std::set<std::string> keys_;  ///< seen in the tensor that is being read
    std::vector<std::uint64_t> offsets_;
};

}  // namespace

std::string elementTypeName(ElementType type) {
    return std::string(elementTypes[static_cast<std::size_t>(type)].name);
}

std::uint64_t elementSize(ElementType type) {
    return elementTypes[static_cast<std::size_t>(type)].size;
}

std::uint64_t TensorEntry::values() const {
    return std::accumulate(shape.begin(), shape.end(), std::uint64_t{1},
                           [](std::uint64_t values, std::int64_t extent) {
                               return values * static_cast<std::uint64_t>(extent);
                           });
}

void refuseWeights(const std::string& origin, std::uint64_t position, const Text& expected,
                   const Text& found) {
    throw Error(
        Text::of("{}, byte {}", origin, position), Text::of("expected {}, found {}", expected, found),
        Text::of("The file is damaged or is no weights file in the safetensors format: take it from its "
                 "source again."));
}

WeightsHeader parseWeightsHeader(std::string_view text, std::uint64_t filePosition,
                                 const std::string& origin) {
    if (text.empty() || text.front() != '{') {
        refuseWeights(origin, filePosition, Text::of("'{{' at the start of the header"),
                      inQuotes(text.substr(0, 1)));
    }
    const std::size_t last = text.find_last_not_of(' ');
    if (text[last] != '}') {
        refuseWeights(origin, filePosition + last, Text::of("'}}' and spaces at the end of the header"),
                      inQuotes(text.substr(last, 1)));
    }
    HeaderReader reader(text, filePosition, origin);
    reader.scan();
    return reader.take();
}

}  // namespace prunescope::model
