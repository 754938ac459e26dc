#pragma once

#include <fmt/format.h>

#include <iosfwd>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace prunescope {

/// A sentence of the program that keeps the values in it apart, so that whoever shows it can say it in
/// another language and put the same values into it. Nobody has to take a sentence apart again.
class Text {
public:
    Text() = default;
    /// Words that are the same in every language: a name, a path, what a person or another program wrote.
    Text(std::string words);  // NOLINT(google-explicit-constructor): a path stands where a sentence may
    /// `id`: the English sentence with a place {} for each of `values`. Read back from a record, it may come
    /// from another version: what fits no place is not shown, and a place without a value is empty.
    Text(std::string id, std::vector<Text> values);

    bool empty() const { return id_.empty(); }
    /// Whether it is a sentence, which has a translation, and not words that have none.
    bool isSentence() const { return sentence_; }
    /// The sentence with its places as they are written ({}, {:.2f}), or the words.
    const std::string& id() const { return id_; }
    const std::vector<Text>& values() const { return values_; }

    /// A sentence with values: numbers and names as their place says, other texts as they are. The places are
    /// checked against the values by the compiler; they stand in the order of the values and have no numbers.
    template <class... Values>
    static Text of(fmt::format_string<Values...> format, Values&&... values);

    /// The sentence in English, with its values.
    std::string english() const;

    friend bool operator==(const Text&, const Text&) = default;

private:
    std::string id_;
    std::vector<Text> values_;
    bool sentence_ = false;
};

/// In English.
std::ostream& operator<<(std::ostream& stream, const Text& text);

/// Each of them in English.
std::vector<std::string> english(const std::vector<Text>& texts);

/// The parts one after the other, "; " between them.
Text listed(const std::vector<Text>& parts);

/// `id` cut at its places: one piece more than there are places. "{{" and "}}" stand for braces.
std::vector<std::string> piecesAroundPlaces(std::string_view id);

namespace detail {

/// The places of a format string as they are written, such as "{}" and "{:.2f}".
std::vector<std::string> placesOf(std::string_view format);

template <class Value>
Text valueText(const std::string& place, const Value& value) {
    if constexpr (std::is_same_v<Value, Text>) {
        return value;
    } else {
        return fmt::vformat(place, fmt::make_format_args(value));
    }
}

}  // namespace detail

}  // namespace prunescope

/// In English, where a text is one value of a plain format string.
template <>
struct fmt::formatter<prunescope::Text> : fmt::formatter<std::string> {
    template <class Context>
    auto format(const prunescope::Text& text, Context& context) const {
        return fmt::formatter<std::string>::format(text.english(), context);
    }
};

namespace prunescope {

template <class... Values>
Text Text::of(fmt::format_string<Values...> format, Values&&... values) {
    const fmt::string_view id = format;
    const std::string_view written(id.data(), id.size());
    std::vector<std::string> places = detail::placesOf(written);
    // The compiler lets a value pass that has no place: it is kept, and not shown.
    places.resize(sizeof...(Values), "{}");
    [[maybe_unused]] std::size_t next = 0;
    // In braces the values are taken from left to right.
    return {std::string(written), std::vector<Text>{detail::valueText(places[next++], values)...}};
}

}  // namespace prunescope
