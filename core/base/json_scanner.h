#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <streambuf>
#include <string>
#include <string_view>

namespace prunescope {

/// Follows the tokens of a JSON text, which must outlive it, from first to last: for readers that keep no
/// tree. Each token is one call; a call that throws ends the reading.
class JsonScanner : public nlohmann::json_sax<nlohmann::json> {
public:
    explicit JsonScanner(std::string_view text) : source_(text) {}

    /// Walks through the text once. A text that is no JSON ends in `refuseSyntax`.
    void scan();

    bool binary(binary_t& value) final;
    bool parse_error(std::size_t position, const std::string& token,
                     const nlohmann::json::exception& error) final;

protected:
    /// Bytes read so far: one past the token that is being handled, for texts and brackets.
    std::size_t position() const { return source_.position(); }

    /// `position`: bytes up to and with the one that is wrong. `token`: what was read of the token there,
    /// empty at the end of the text. Throws.
    [[noreturn]] virtual void refuseSyntax(std::size_t position, const std::string& token,
                                           bool numberTooLarge) = 0;

private:
    /// Gives the text to nlohmann's reader without copying it, and knows how far it was read.
    class Source final : public std::streambuf {
    public:
        explicit Source(std::string_view text) {
            // The buffer is read only; its type is not const for the sake of streams that write.
            char* const begin = const_cast<char*>(text.data());
            setg(begin, begin, begin + text.size());
        }
        std::size_t position() const { return static_cast<std::size_t>(gptr() - eback()); }
    };

    Source source_;
};

}  // namespace prunescope
