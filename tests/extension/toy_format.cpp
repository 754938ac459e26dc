// A format of networks of one's own: one line of text for each tensor of floats.

#include "base/error.h"
#include "base/file.h"
#include "extension/extensions.h"
#include "model/network_format.h"
#include "model/network_tensors.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <sstream>

namespace prunescope::extension {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest = 1U << 20U;

/// "NAME SIZE VALUE VALUE …", in hexadecimal so that every bit comes back.
std::vector<model::ExportedFile> make(const model::TrainedModel& model, const nlohmann::json& /*options*/,
                                      const std::string& file) {
    std::string text;
    for (const model::NamedTensor& tensor : networkTensors(model, model::MaskForm::applied)) {
        const auto& values = std::get<std::vector<float>>(tensor.values);
        text += fmt::format("{} {} {:a}\n", tensor.name, values.size(), fmt::join(values, " "));
    }
    return {{file, text}};
}

model::WeightsFile readText(const fs::path& file) {
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

/// So small that it is read at once.
class TextReader : public model::TensorReader {
public:
    explicit TextReader(const fs::path& file) : weights_(readText(file)) {
        model::WeightsHeader header{.metadata = weights_.metadata, .tensors = {}};
        for (const model::NamedTensor& t : weights_.tensors)
            header.tensors.push_back({.name = t.name, .type = model::ElementType::f32, .shape = t.shape});
        setHeader(std::move(header));
    }

    model::NamedTensor read(const model::TensorEntry& entry) const override {
        return *weights_.find(entry.name);
    }

private:
    model::WeightsFile weights_;
};

model::NetworkFormat textFormat() {
    return {.description = {.name = "text", .title = "Text", .summary = "One line for each tensor."},
            .suffixes = {".tensors"},
            .make = make,
            .open = [](const fs::path& file) -> std::unique_ptr<model::TensorReader> {
                return std::make_unique<TextReader>(file);
            }};
}

}  // namespace

void addToyFormat() {
    model::networkFormats().add(textFormat());
}

}  // namespace prunescope::extension
