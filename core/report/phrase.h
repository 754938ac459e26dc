#pragma once

#include "base/text.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace prunescope::report {

/// Says a text in a language.
using Say = std::function<std::string(const Text&)>;

/// The language of a document. Words that are no sentence of the program (names) are the same in all.
struct Language {
    std::string code = "en";  ///< as HTML's `lang` has it
    Say say = [](const Text& text) { return text.english(); };
};

/// A line of a document: words, or a sentence whose places are taken by other phrases. Each keeps what its
/// words are, so that a page can mark them and a reader of the data can find them.
struct Phrase {
    enum class Kind : std::uint8_t {
        plain,
        name,      ///< verbatim in every language
        datum,     ///< a number; `target` is its place in report.json, `value` all of its digits
        evidence,  ///< how a number came to be
        origin,    ///< "[3]"; `target` is the number of the note
        chapter,   ///< names another chapter; `target` is its id
        strong,
        failed,  ///< likewise, of a check that does not hold
        soft,    ///< stands for something that is not there
        code,    ///< to be typed
        hash     ///< a checksum, which may break anywhere
    };

    Kind kind = Kind::plain;
    Text text{};  ///< whole when there are no parts; else the sentence with its places
    std::vector<Phrase> parts{};
    std::string target{};
    std::string value{};

    Phrase() = default;
    Phrase(Text words) : text(std::move(words)) {}  // NOLINT(google-explicit-constructor)
    Phrase(std::string name)
        : kind(Kind::name), text(std::move(name)) {}  // NOLINT(google-explicit-constructor)
    Phrase(Kind of, Phrase words) : kind(of), parts{std::move(words)} {}

    /// A sentence with a place {} for each part.
    template <class... Parts>
    static Phrase of(fmt::format_string<std::conditional_t<true, std::string_view, Parts>...> id,
                     const Parts&... parts) {
        const fmt::string_view written = id;
        Phrase phrase(Text(std::string(written.data(), written.size()), std::vector<Text>{}));
        phrase.parts = {Phrase(parts)...};
        return phrase;
    }

    bool empty() const { return text.empty() && parts.empty(); }
};

/// What a page makes of words and of what they are.
struct Markup {
    std::function<std::string(const std::string& words)> words;
    std::function<std::string(const Phrase& phrase, std::string content)> mark;
};

/// The phrase in a language, with its parts in the places that the language gives them.
std::string said(const Phrase& phrase, const Language& language, const Markup& markup);

/// What is said of a text where nothing is marked.
std::string said(const Text& text, const Language& language);

}  // namespace prunescope::report
