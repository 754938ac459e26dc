#include "run/option.h"

#include "base/suggest.h"

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

template <class Number>
nlohmann::json number(const OptionDescription& option, std::string_view text) {
    Number x{};
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), x);
    if (code != std::errc{} || end != text.data() + text.size()) {
        throw wrongValue(option, fmt::format("'{}'", text));
    }
    return x;
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
            throw wrongValue(option, fmt::format("'{}'", text));
        case OptionKind::integer:
            return validated(option, number<std::int64_t>(option, text));
        case OptionKind::real:
            return validated(option, number<double>(option, text));
        case OptionKind::choice:
        case OptionKind::text:
            break;
    }
    return validated(option, std::string(text));
}

}  // namespace prunescope::run
