#include "data/class_balance.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

namespace prunescope::data {
namespace {

constexpr std::size_t mostNamed = 5;

/// The classes whose number of images is in [from, to].
struct NamedClasses {
    std::string names{};  ///< the first of them, with their numbers of images
    std::size_t count = 0;
};

NamedClasses classesWith(const run::DatasetDescription& dataset, const std::vector<std::int64_t>& counts,
                         std::int64_t from, std::int64_t to) {
    NamedClasses named;
    for (std::size_t c = 0; c < counts.size(); ++c) {
        if (counts[c] < from || counts[c] > to) continue;
        if (named.count++ >= mostNamed) continue;
        if (!named.names.empty()) named.names += ", ";
        named.names += dataset.classNames[c];
        if (counts[c] > 0) named.names += fmt::format(" ({})", counts[c]);
    }
    if (named.count > mostNamed) named.names += ", …";
    return named;
}

/// One sentence about these classes, if there are any; `makeText` takes their number and names.
template <class MakeText>
void warn(std::vector<Text>& warnings, const NamedClasses& classes, const MakeText& makeText) {
    if (classes.count > 0) warnings.push_back(makeText(classes.count, classes.names));
}

}  // namespace

std::vector<Text> classWarnings(const run::DatasetDescription& dataset) {
    std::vector<Text> warnings;
    const run::ClassCounts& counts = dataset.classCounts;
    warn(warnings, classesWith(dataset, counts.train, 0, 0), [](auto count, const auto& names) {
        return Text::of("Classes without a training sample, which cannot be learned: {} ({}).", count, names);
    });
    warn(warnings, classesWith(dataset, counts.validation, 0, 0), [](auto count, const auto& names) {
        return Text::of("Classes without a validation sample: {} ({}).", count, names);
    });
    warn(warnings, classesWith(dataset, counts.test, 0, 0), [](auto count, const auto& names) {
        return Text::of("Classes without a test sample, of which the test says nothing: {} ({}).", count,
                        names);
    });
    warn(warnings, classesWith(dataset, counts.train, 1, fewImages - 1), [](auto count, const auto& names) {
        return Text::of("Classes with fewer than {} training samples: {} ({}).", fewImages, count, names);
    });
    warn(warnings, classesWith(dataset, counts.test, 1, fewImages - 1), [](auto count, const auto& names) {
        return Text::of(
            "Classes with fewer than {} test samples, on which their accuracy is a rough guess: {} ({}).",
            fewImages, count, names);
    });
    return warnings;
}

std::optional<CountRange> trainingRange(const run::DatasetDescription& dataset) {
    const auto& counts = dataset.classCounts.train;
    if (counts.empty()) return std::nullopt;
    const auto [fewest, most] = std::minmax_element(counts.begin(), counts.end());
    return CountRange{.fewest = *fewest, .most = *most};
}

}  // namespace prunescope::data
