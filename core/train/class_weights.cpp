#include "train/class_weights.h"

#include "base/error.h"
#include "run/option.h"

#include <algorithm>
#include <numeric>

namespace prunescope::train {
namespace {

const std::string optionKey = "class_weights";

run::OptionDescription listDescription() {
    return {.key = optionKey,
            .title = {},
            .help = {},
            .kind = run::OptionKind::numbers,
            .defaultValue = {},
            .minimum = 0,
            .maximum = 1e6,
            .minimumExcluded = true};
}

/// The numbers that the option gives; none for a name.
std::vector<double> listedWeights(const std::string& option) {
    if (option == "none" || option == "balanced") return {};
    std::vector<double> weights;
    try {
        weights = run::parsed(listDescription(), option).get<std::vector<double>>();
    } catch (const UsageError&) {
        weights.clear();
    }
    if (!weights.empty()) return weights;
    throw UsageError(optionKey, Text::of("'{}' is not allowed", option.substr(0, 200)),
                     Text::of("Give none, balanced, or a number above 0 for each class, such as 1,2.5."));
}

std::vector<double> balancedWeights(std::span<const std::int64_t> images) {
    const auto all = static_cast<double>(std::accumulate(images.begin(), images.end(), std::int64_t{0}));
    const auto present = static_cast<double>(images.size()) -
                         static_cast<double>(std::count(images.begin(), images.end(), std::int64_t{0}));
    std::vector<double> weights;
    weights.reserve(images.size());
    for (const std::int64_t ofClass : images)
        weights.push_back(ofClass == 0 ? 0 : all / (present * static_cast<double>(ofClass)));
    return weights;
}

}  // namespace

void expectClassWeights(const std::string& option) {
    listedWeights(option);
}

std::vector<double> classWeights(const std::string& option, std::span<const std::int64_t> trainingImages) {
    if (option == "none") return {};
    if (option == "balanced") return balancedWeights(trainingImages);
    std::vector<double> weights = listedWeights(option);
    if (weights.size() != trainingImages.size()) {
        throw UsageError(optionKey,
                         Text::of("expected {} numbers, one for each class, found {}", trainingImages.size(),
                                  weights.size()),
                         Text::of("Give them in the order of the classes, or choose none or balanced."));
    }
    double sum = 0;
    double images = 0;
    for (std::size_t c = 0; c < weights.size(); ++c) {
        sum += weights[c] * static_cast<double>(trainingImages[c]);
        images += static_cast<double>(trainingImages[c]);
    }
    for (double& weight : weights) weight *= images / sum;
    return weights;
}

}  // namespace prunescope::train
