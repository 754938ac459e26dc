#include "run/option.h"

#include "base/suggest.h"
#include "run/number_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <charconv>
#include <cmath>

namespace prunescope::run {
namespace {

UsageError wrongValue(const OptionDescription& option, const std::string& value) {
    return {option.key, fmt::format("{} is not allowed", value.substr(0, 200)),
            fmt::format("Give {}.", allowedValues(option))};
}

/// As it was typed: what it was read as may look unlike it.
UsageError wrongText(const OptionDescription& option, std::string_view text) {
    return wrongValue(option, fmt::format("'{}'", text.substr(0, 200)));
}

bool inRange(const OptionDescription& option, double x) {
    const bool above = option.minimumExcluded ? x > option.minimum : x >= option.minimum;
    const bool below = option.maximumExcluded ? x < option.maximum : x <= option.maximum;
    return std::isfinite(x) && above && below;
}

bool fits(const OptionDescription& option, const nlohmann::json& value) {
    switch (option.kind) {
        case OptionKind::boolean:
            return value.is_boolean();
        case OptionKind::integer:
            return value.is_number_integer() && inRange(option, value.get<double>());
        case OptionKind::real:
            return value.is_number() && inRange(option, value.get<double>());
        case OptionKind::choice:
        case OptionKind::text:
            return value.is_string();
    }
    return false;
}

nlohmann::json wholeNumber(const OptionDescription& option, std::string_view text) {
    std::int64_t number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code != std::errc{} || end != text.data() + text.size()) throw wrongText(option, text);
    return number;
}

/// An option from 0 to 1 may be given in per cent.
bool isShare(const OptionDescription& option) {
    return option.minimum >= 0 && option.maximum <= 1;
}

nlohmann::json realNumber(const OptionDescription& option, std::string_view text) {
    const auto number = isShare(option) ? shareFromText(text) : numberFromText(text);
    if (number) return *number;
    if (commaIsAmbiguous(text)) {
        throw UsageError(
            option.key,
            fmt::format("'{}' is not allowed: its comma could mean thousands", text.substr(0, 200)),
            fmt::format("Give {}.", allowedValues(option)));
    }
    throw wrongText(option, text);
}

}  // namespace

std::string allowedValues(const OptionDescription& option) {
    if (option.kind == OptionKind::boolean) return "true or false";
    if (option.kind == OptionKind::text) return "a text";
    if (option.kind == OptionKind::choice) return fmt::format("one of: {}", fmt::join(option.choices, ", "));
    std::string text = option.kind == OptionKind::integer ? "a whole number" : "a number";
    if (std::isfinite(option.minimum)) {
        text += fmt::format(" {} {}", option.minimumExcluded ? "above" : "from", option.minimum);
    }
    if (std::isfinite(option.maximum)) {
        const bool bounded = std::isfinite(option.minimum);
        const char* below = !bounded ? "below" : option.minimumExcluded ? "and below" : "to below";
        text += fmt::format(" {} {}", option.maximumExcluded ? below : "up to", option.maximum);
    }
    return text;
}

nlohmann::json validated(const OptionDescription& option, const nlohmann::json& value) {
    if (!fits(option, value)) {
        // `dump` of a hostile string must not throw on invalid UTF-8.
        throw wrongValue(option, value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    }
    if (option.kind == OptionKind::choice) {
        const auto& name = value.get_ref<const std::string&>();
        if (std::find(option.choices.begin(), option.choices.end(), name) == option.choices.end()) {
            throw unknownName(option.title, name, option.choices, option.key);
        }
    }
    if (option.kind == OptionKind::real) return value.get<double>();
    return value;
}

nlohmann::json parsed(const OptionDescription& option, std::string_view text) {
    switch (option.kind) {
        case OptionKind::boolean:
            if (text == "true" || text == "on" || text == "1") return true;
            if (text == "false" || text == "off" || text == "0") return false;
            throw wrongText(option, text);
        case OptionKind::integer:
            return validated(option, wholeNumber(option, text));
        case OptionKind::real:
            return validated(option, realNumber(option, text));
        case OptionKind::choice:
        case OptionKind::text:
            break;
    }
    return validated(option, std::string(text));
}

}  // namespace prunescope::run
