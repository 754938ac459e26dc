#include "run/option.h"

#include "base/suggest.h"
#include "run/number_text.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace prunescope::run {
namespace {

Text giveAllowed(const OptionDescription& option) {
    if (option.kind != OptionKind::choice) return Text::of("Give {}.", allowedValues(option));
    return Text::of("Give one of: {}.", fmt::join(option.choices, ", "));
}

UsageError wrongValue(const OptionDescription& option, const std::string& value) {
    return {option.key, Text::of("{} is not allowed", value.substr(0, 200)), giveAllowed(option)};
}

/// As it was typed: what it was read as may look unlike it.
UsageError wrongText(const OptionDescription& option, std::string_view text) {
    return wrongValue(option, fmt::format("'{}'", text.substr(0, 200)));
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
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
        case OptionKind::numbers:
            return value.is_array() && value.size() <= mostNumbers &&
                   std::all_of(value.begin(), value.end(), [&](const nlohmann::json& number) {
                       return number.is_number() && inRange(option, number.get<double>());
                   });
        case OptionKind::shares:
            return value.is_object() && value.size() <= mostNumbers &&
                   std::all_of(value.begin(), value.end(), [&](const nlohmann::json& share) {
                       return share.is_number() && inRange(option, share.get<double>());
                   });
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
        throw UsageError(option.key,
                         Text::of("'{}' is not allowed: its comma could mean thousands", text.substr(0, 200)),
                         giveAllowed(option));
    }
    throw wrongText(option, text);
}

/// "0.5, 0.75", in brackets or without: a comma ends a number here, so the decimal sign is a point.
nlohmann::json numberList(const OptionDescription& option, std::string_view text) {
    std::string_view rest = trimmed(text);
    if (rest.starts_with('[') && rest.ends_with(']')) rest = trimmed(rest.substr(1, rest.size() - 2));
    nlohmann::json list = nlohmann::json::array();
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        const auto number = numberFromText(trimmed(rest.substr(0, end)));
        if (!number || end + 1 == rest.size()) throw wrongText(option, text);
        list.push_back(*number);
        rest.remove_prefix(std::min(rest.size(), end + 1));
    }
    return list;
}

/// "conv1=0, fc1=90 %", in braces or without: as in a list of numbers, a comma ends a share.
nlohmann::json shareList(const OptionDescription& option, std::string_view text) {
    std::string_view rest = trimmed(text);
    if (rest.starts_with('{') && rest.ends_with('}')) rest = trimmed(rest.substr(1, rest.size() - 2));
    nlohmann::json list = nlohmann::json::object();
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        const std::string_view item = trimmed(rest.substr(0, end));
        const std::size_t equals = std::min(item.find('='), item.size());
        const std::string name(trimmed(item.substr(0, equals)));
        const auto share = shareFromText(trimmed(item.substr(std::min(item.size(), equals + 1))));
        if (name.empty() || !share || end + 1 == rest.size()) throw wrongText(option, text);
        if (list.contains(name)) {
            throw UsageError(option.key, Text::of("layer '{}' is given twice", name.substr(0, 200)),
                             Text::of("Give each layer once."));
        }
        list[name] = *share;
        rest.remove_prefix(std::min(rest.size(), end + 1));
    }
    return list;
}

}  // namespace

namespace {

/// `a`: of a number with a lower limit, `b` with both, in the four ways that ends are in or out.
Text range(const OptionDescription& option, bool whole) {
    const bool low = std::isfinite(option.minimum);
    const bool high = std::isfinite(option.maximum);
    const bool above = option.minimumExcluded;
    const bool below = option.maximumExcluded;
    const double from = option.minimum;
    const double to = option.maximum;
    if (whole && low && high) return Text::of("a whole number from {} up to {}", from, to);
    if (whole && low) return Text::of("a whole number from {}", from);
    if (whole) return Text::of("a whole number");
    if (low && high && above) {
        return below ? Text::of("a number above {} and below {}", from, to)
                     : Text::of("a number above {} up to {}", from, to);
    }
    if (low && high) {
        return below ? Text::of("a number from {} to below {}", from, to)
                     : Text::of("a number from {} up to {}", from, to);
    }
    if (low) return above ? Text::of("a number above {}", from) : Text::of("a number from {}", from);
    if (high) return below ? Text::of("a number below {}", to) : Text::of("a number up to {}", to);
    return Text::of("a number");
}

}  // namespace

Text allowedValues(const OptionDescription& option) {
    switch (option.kind) {
        case OptionKind::boolean:
            return Text::of("true or false");
        case OptionKind::text:
            return Text::of("a text");
        case OptionKind::choice:
            return Text::of("one of: {}", fmt::join(option.choices, ", "));
        case OptionKind::numbers:
            return Text::of("numbers with commas between them, each {}", range(option, false));
        case OptionKind::shares:
            return Text::of("layers with a share each, such as conv1=0,fc1=0.9; a share is {}",
                            range(option, false));
        case OptionKind::integer:
        case OptionKind::real:
            break;
    }
    return range(option, option.kind == OptionKind::integer);
}

nlohmann::json validated(const OptionDescription& option, const nlohmann::json& value) {
    if (!fits(option, value)) {
        // `dump` of a hostile string must not throw on invalid UTF-8.
        throw wrongValue(option, value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    }
    if (option.kind == OptionKind::choice) {
        const auto& name = value.get_ref<const std::string&>();
        if (std::find(option.choices.begin(), option.choices.end(), name) == option.choices.end()) {
            throw unknownName(Text::of("unknown {} '{}'", Text(option.title, {}), name.substr(0, 200)), name,
                              option.choices, option.key);
        }
    }
    if (option.kind == OptionKind::real) return value.get<double>();
    if (option.kind == OptionKind::numbers) return value.get<std::vector<double>>();
    if (option.kind == OptionKind::shares) return value.get<std::map<std::string, double>>();
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
        case OptionKind::numbers:
            return validated(option, numberList(option, text));
        case OptionKind::shares:
            return validated(option, shareList(option, text));
        case OptionKind::choice:
        case OptionKind::text:
            break;
    }
    return validated(option, std::string(text));
}

}  // namespace prunescope::run
