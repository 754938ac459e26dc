#include "data/target_options.h"

#include "base/error.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace prunescope::data {

void addTargetOptions(std::vector<run::OptionDescription>& options, std::string help) {
    options.push_back({.key = "target",
                       .title = "What is predicted",
                       .help = std::move(help),
                       .kind = run::OptionKind::choice,
                       .defaultValue = "auto",
                       .choices = {"auto", "class", "number"}});
    options.push_back({.key = "unit",
                       .title = "Unit of the number",
                       .help =
                           "Unit of a number that is predicted, such as m or USD, for figures and charts; "
                           "empty for none.",
                       .defaultValue = ""});
}

TargetOptions targetOptionsOf(const nlohmann::json& options) {
    const auto kind = options.at("target").get<std::string>();
    return {.kind = kind == "class"    ? TargetKind::classes
                    : kind == "number" ? TargetKind::number
                                       : TargetKind::automatic,
            .unit = options.at("unit").get<std::string>()};
}

bool areQuantities(std::vector<double> labels) {
    std::erase_if(labels, [](double value) { return value == std::floor(value); });
    std::sort(labels.begin(), labels.end());
    const auto different = std::unique(labels.begin(), labels.end()) - labels.begin();
    return different > static_cast<std::ptrdiff_t>(mostFractionsOfClasses);
}

void expectDifferentTargets(const std::vector<float>& numbers, const std::string& file) {
    const auto other =
        std::find_if(numbers.begin(), numbers.end(), [&](float n) { return n != numbers.front(); });
    if (other != numbers.end()) return;
    throw Error(file,
                Text::of("the number to be predicted is the same in all {} rows: nothing can be learned",
                         numbers.size()),
                Text::of("Choose another label."));
}

}  // namespace prunescope::data
