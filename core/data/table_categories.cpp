#include "data/table_categories.h"

#include "data/table_number.h"

#include <cmath>

namespace prunescope::data {

Categories::Code Categories::codeOf(std::string_view text) {
    if (const auto known = codes_.find(text); known != codes_.end()) return known->second;
    if (size() == most) {
        overflown_ = true;
        return unknown;
    }
    const auto code = static_cast<Code>(size());
    names_.push_back(&codes_.emplace(text, code).first->first);
    return code;
}

Categories::Code Categories::find(std::string_view text) const {
    const auto known = codes_.find(text);
    return known == codes_.end() ? unknown : known->second;
}

std::vector<Categories::Code> Categories::absorb(const Categories& other) {
    std::vector<Code> codes;
    for (const std::string* name : other.names_) codes.push_back(codeOf(*name));
    overflown_ = overflown_ || other.overflown_;
    return codes;
}

std::optional<std::vector<double>> valuesOf(const Categories& categories,
                                            const std::vector<Categories::Code>& codes, char decimalSign) {
    std::vector<double> values;
    for (const Categories::Code code : codes) {
        const double value = decimalNumber(withoutBlanks(categories.name(code)), decimalSign);
        if (!std::isfinite(value)) return std::nullopt;
        values.push_back(value);
    }
    return values;
}

}  // namespace prunescope::data
