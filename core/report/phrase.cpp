#include "report/phrase.h"

namespace prunescope::report {
namespace {

/// Stands in a sentence while it is translated; no sentence of the program has this character.
constexpr char placeMark = '\x1a';

std::string filled(const Phrase& phrase, const Language& language, const Markup& markup) {
    std::vector<Text> places;
    for (std::size_t i = 0; i < phrase.parts.size(); ++i)
        places.emplace_back(std::string{placeMark, static_cast<char>('A' + i)});
    const std::string sentence = language.say(Text(phrase.text.id(), std::move(places)));
    std::string all;
    std::size_t from = 0;
    for (std::size_t at = sentence.find(placeMark); at != std::string::npos && at + 1 < sentence.size();
         at = sentence.find(placeMark, from)) {
        all += markup.words(sentence.substr(from, at - from));
        const auto part = static_cast<std::size_t>(sentence[at + 1] - 'A');
        if (part < phrase.parts.size()) all += said(phrase.parts[part], language, markup);
        from = at + 2;
    }
    return all + markup.words(sentence.substr(from));
}

}  // namespace

std::string said(const Text& text, const Language& language) {
    return text.isSentence() ? language.say(text) : text.id();
}

std::string said(const Phrase& phrase, const Language& language, const Markup& markup) {
    std::string content;
    if (!phrase.text.empty() && !phrase.parts.empty()) {
        content = filled(phrase, language, markup);
    } else if (!phrase.parts.empty()) {
        content = said(phrase.parts.front(), language, markup);
    } else if (phrase.kind == Phrase::Kind::name) {
        content = markup.words(phrase.text.id());
    } else {
        content = markup.words(language.say(phrase.text));
    }
    return content.empty() ? content : markup.mark(phrase, std::move(content));
}

}  // namespace prunescope::report
