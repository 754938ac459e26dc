#include "data/table_records.h"

namespace prunescope::data {
namespace {

std::string withoutDoubledQuotes(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        plain += text[i];
        if (text[i] == '"') ++i;
    }
    return plain;
}

char escapedCharacter(char letter) {
    switch (letter) {
        case 'n':
            return '\n';
        case 'r':
            return '\r';
        case 't':
            return '\t';
        default:
            return letter;
    }
}

std::string withoutBackslashes(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool escape = text[i] == '\\' && i + 1 < text.size();
        plain += escape ? escapedCharacter(text[++i]) : text[i];
    }
    return plain;
}

}  // namespace

std::string plainText(const Field& field) {
    switch (field.escapes) {
        case Escapes::none:
            break;
        case Escapes::doubledQuotes:
            return withoutDoubledQuotes(field.text);
        case Escapes::backslashes:
            return withoutBackslashes(field.text);
    }
    return std::string(field.text);
}

}  // namespace prunescope::data
