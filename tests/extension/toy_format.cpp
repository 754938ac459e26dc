// A format of weight files of one's own: one line of text for each tensor of floats.

#include "base/error.h"
#include "base/file.h"
#include "extension/extensions.h"
#include "model/weight_format.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <sstream>

namespace prunescope::extension {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest = 1U << 20U;

/// "NAME SIZE VALUE VALUE …", in hexadecimal so that every bit comes back.
void write(const fs::path& file, const model::WeightsFile& weights) {
    std::string text;
    for (const model::NamedTensor& tensor : weights.tensors) {
        const auto& values = std::get<std::vector<float>>(tensor.values);
        text += fmt::format("{} {} {:a}\n", tensor.name, values.size(), fmt::join(values, " "));
    }
    writeFileAtomically(file, text);
}

model::WeightsFile read(const fs::path& file) {
    model::WeightsFile weights;
    std::istringstream lines(readFile(file, largest));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string name;
        std::int64_t size = 0;
        words >> name >> size;
        std::vector<float> values;
        for (std::string word; words >> word;) values.push_back(std::strtof(word.c_str(), nullptr));
        if (static_cast<std::int64_t>(values.size()) != size)
            throw Error(file.string(), Text::of("a line is too short"),
                        Text::of("Take the file from its source."));
        weights.tensors.push_back({name, {size}, std::move(values)});
    }
    return weights;
}

model::WeightsHeader describe(const fs::path& file) {
    model::WeightsHeader header;
    for (const model::NamedTensor& tensor : read(file).tensors)
        header.tensors.push_back(
            {.name = tensor.name, .type = model::ElementType::f32, .shape = tensor.shape});
    return header;
}

model::WeightFormat textFormat() {
    return {.description = {.name = "text", .title = "Text", .summary = "One line for each tensor."},
            .suffixes = {".tensors"},
            .describe = describe,
            .read = read,
            .write = write};
}

}  // namespace

void addToyFormat() {
    model::weightFormats().add(textFormat());
}

}  // namespace prunescope::extension
