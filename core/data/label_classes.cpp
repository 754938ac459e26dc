#include "data/label_classes.h"

#include "base/error.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <set>

namespace prunescope::data {
namespace {

std::vector<std::int64_t> distinctNumbers(const NumberLabels& labels) {
    std::set<std::int64_t> numbers;
    for (std::size_t i = 0; i < labels.values.size(); ++i) {
        numbers.insert(labels.values[i]);
        if (numbers.size() <= static_cast<std::size_t>(mostClasses)) continue;
        throw Error(labels.file,
                    Text::of("label {}: expected at most {} classes, found {} as one more", i, mostClasses,
                             labels.values[i]),
                    Text::of("Check that the labels are classes and not numbers of their own."));
    }
    return {numbers.begin(), numbers.end()};
}

/// "0, 1, 2, …, 9"
std::string fewOf(const std::vector<std::int64_t>& numbers) {
    constexpr std::ptrdiff_t shown = 10;
    if (std::ssize(numbers) <= shown) return fmt::format("{}", fmt::join(numbers, ", "));
    return fmt::format("{}, …, {}", fmt::join(numbers.begin(), numbers.begin() + shown - 1, ", "),
                       numbers.back());
}

}  // namespace

LabelClasses::LabelClasses(const NumberLabels& training) : numbers_(distinctNumbers(training)) {}

std::vector<std::string> LabelClasses::names() const {
    std::vector<std::string> names;
    names.reserve(numbers_.size());
    for (const std::int64_t number : numbers_) names.push_back(fmt::format("{}", number));
    return names;
}

std::vector<Label> LabelClasses::classesOf(const NumberLabels& labels) const {
    std::vector<Label> classes;
    classes.reserve(labels.values.size());
    for (const std::int64_t number : labels.values) {
        const auto found = std::lower_bound(numbers_.begin(), numbers_.end(), number);
        if (found == numbers_.end() || *found != number) {
            throw Error(
                labels.file,
                Text::of("label {}: expected one of the training labels {}, found {}", classes.size(),
                         fewOf(numbers_), number),
                Text::of(
                    "A class needs samples to train on: leave out what has none, or check that the files "
                    "belong together."));
        }
        classes.push_back(static_cast<Label>(found - numbers_.begin()));
    }
    return classes;
}

}  // namespace prunescope::data
