#include "speed/sparsity_text.h"

#include "base/error.h"
#include "run/number_text.h"

#include <fmt/format.h>

namespace prunescope::speed {
namespace {

constexpr const char* flag = "--sparsity";

std::string_view trimmed(std::string_view text) {
    while (text.starts_with(' ')) text.remove_prefix(1);
    while (text.ends_with(' ')) text.remove_suffix(1);
    return text;
}

double sparsityOf(std::string_view item) {
    const auto value = run::shareFromText(item);
    if (!value) {
        throw UsageError(flag, Text::of("'{}' is not a number that can be used", item.substr(0, 100)),
                         Text::of("Give a number such as 0.95."));
    }
    if (!(*value >= 0 && *value < 1)) {
        throw UsageError(
            flag, Text::of("{} is not from 0 up to below 1", *value),
            Text::of("A sparsity is the share of the weights that is cut. Write 0.95 or 95 %: a comma "
                     "stands between two sparsities."));
    }
    return *value;
}

}  // namespace

std::vector<double> sparsitiesFromText(std::string_view list) {
    std::vector<double> sparsities;
    while (true) {
        const std::size_t comma = list.find(',');
        sparsities.push_back(sparsityOf(trimmed(list.substr(0, comma))));
        if (comma == std::string_view::npos) return sparsities;
        list.remove_prefix(comma + 1);
    }
}

}  // namespace prunescope::speed
