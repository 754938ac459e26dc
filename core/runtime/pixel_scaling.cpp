#include "runtime/pixel_scaling.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cmath>
#include <string_view>

namespace prunescope::runtime {
namespace {

/// Numbers with commas between them; empty where something else is there.
std::vector<double> numbersIn(std::string_view text) {
    std::vector<double> numbers;
    while (!text.empty()) {
        double value = 0;
        const auto [rest, code] = std::from_chars(text.data(), text.data() + text.size(), value);
        text.remove_prefix(static_cast<std::size_t>(rest - text.data()));
        if (code != std::errc{} || !std::isfinite(value)) return {};
        numbers.push_back(value);
        if (text.empty()) return numbers;
        if (text.front() != ',') return {};
        text.remove_prefix(1);
    }
    return {};
}

}  // namespace

model::InputScaling inputScalingIn(const std::map<std::string, std::string>& metadata) {
    const auto at = [&](const char* key) {
        const auto found = metadata.find(key);
        return found == metadata.end() ? std::vector<double>() : numbersIn(found->second);
    };
    const std::vector<double> unit = at("unit");
    return {.unit = unit.size() == 1 && unit.front() > 0 ? std::optional(unit.front()) : std::nullopt,
            .mean = at("mean"),
            .deviation = at("deviation")};
}

std::optional<PixelScaling> pixelScalingIn(const std::map<std::string, std::string>& metadata,
                                           std::size_t channels) {
    constexpr double bytePixels = model::InputScaling::ofBytes;
    const auto [unit, mean, deviation] = inputScalingIn(metadata);
    if (unit != bytePixels || mean.size() != channels || deviation.size() != channels) return std::nullopt;
    PixelScaling scaling;
    for (std::size_t c = 0; c < channels; ++c) {
        const bool constant = deviation[c] == 0;
        scaling.factor.push_back(constant ? 0.0F : static_cast<float>(1 / (bytePixels * deviation[c])));
        scaling.shift.push_back(constant ? 0.0F : static_cast<float>(-mean[c] / deviation[c]));
    }
    return scaling;
}

std::vector<std::string> classNamesIn(const std::map<std::string, std::string>& metadata,
                                      std::vector<std::string> otherwise) {
    const auto found = metadata.find("class_names");
    if (found == metadata.end()) return otherwise;
    const nlohmann::json list = nlohmann::json::parse(found->second, nullptr, false);
    if (!list.is_array() || list.size() != otherwise.size()) return otherwise;
    std::vector<std::string> names;
    for (const nlohmann::json& name : list) {
        if (!name.is_string()) return otherwise;
        names.push_back(name.get<std::string>());
    }
    return names;
}

}  // namespace prunescope::runtime
