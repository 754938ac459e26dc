#include "base/text.h"

#include <ostream>
#include <utility>

namespace prunescope {
namespace {

/// Calls `words` with each run of plain letters and `place` with each place, braces included.
template <class Words, class Place>
void walk(std::string_view format, Words words, Place place) {
    std::string plain;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const bool brace = format[i] == '{' || format[i] == '}';
        if (brace && i + 1 < format.size() && format[i + 1] == format[i]) {
            plain += format[i++];
        } else if (const std::size_t end = format[i] == '{' ? format.find('}', i) : std::string_view::npos;
                   end != std::string_view::npos) {
            words(std::exchange(plain, ""));
            place(format.substr(i, end - i + 1));
            i = end;
        } else {
            plain += format[i];
        }
    }
    words(std::move(plain));
}

}  // namespace

Text::Text(std::string words) : id_(std::move(words)) {}

Text::Text(std::string id, std::vector<Text> values)
    : id_(std::move(id)), values_(std::move(values)), sentence_(true) {}

std::string Text::english() const {
    if (!sentence_) return id_;
    const std::vector<std::string> pieces = piecesAroundPlaces(id_);
    std::string all = pieces.front();
    for (std::size_t i = 1; i < pieces.size(); ++i) {
        if (i <= values_.size()) all += values_[i - 1].english();
        all += pieces[i];
    }
    return all;
}

std::ostream& operator<<(std::ostream& stream, const Text& text) {
    return stream << text.english();
}

std::vector<std::string> english(const std::vector<Text>& texts) {
    std::vector<std::string> all;
    all.reserve(texts.size());
    for (const Text& text : texts) all.push_back(text.english());
    return all;
}

Text listed(const std::vector<Text>& parts) {
    Text all;
    for (const Text& part : parts) all = all.empty() ? part : Text::of("{}; {}", all, part);
    return all;
}

std::vector<std::string> piecesAroundPlaces(std::string_view id) {
    std::vector<std::string> pieces;
    walk(
        id, [&](std::string piece) { pieces.push_back(std::move(piece)); }, [](std::string_view) {});
    return pieces;
}

namespace detail {

std::vector<std::string> placesOf(std::string_view format) {
    std::vector<std::string> places;
    walk(
        format, [](const std::string&) {}, [&](std::string_view place) { places.emplace_back(place); });
    return places;
}

}  // namespace detail
}  // namespace prunescope
