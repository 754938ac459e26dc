#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

namespace prunescope::fuzz {

/// Takes values off the front of the fuzzer's bytes; zeros when they are used up.
class Input {
public:
    explicit Input(std::string_view bytes) : bytes_(bytes) {}

    bool empty() const { return bytes_.empty(); }

    template <class Number>
    Number take() {
        Number value{};
        const std::size_t size = std::min(sizeof value, bytes_.size());
        std::memcpy(&value, bytes_.data(), size);
        bytes_.remove_prefix(size);
        return value;
    }

    /// From 0 to `most`.
    std::uint64_t upTo(std::uint64_t most) { return take<std::uint64_t>() % (most + 1); }
    bool flag() { return (take<std::uint8_t>() & 1U) != 0; }

    /// Mostly the numbers that are met in records, and sometimes any.
    double number() {
        static constexpr double usual[]{0, 1, 0.5, 0.25, 0.95, -1, 1e-300, 1e300, 100};
        const auto choice = take<std::uint8_t>();
        return choice < std::size(usual) ? usual[choice] : take<double>();
    }
    std::int64_t count() {
        const auto choice = take<std::uint8_t>();
        return choice < 200 ? choice : take<std::int64_t>();
    }
    /// Its length comes first.
    std::string text() {
        const std::size_t wanted = take<std::uint8_t>();
        const std::size_t length = std::min(wanted, bytes_.size());
        std::string taken(bytes_.substr(0, length));
        bytes_.remove_prefix(length);
        return taken;
    }
    std::string_view rest() { return std::exchange(bytes_, {}); }

private:
    std::string_view bytes_;
};

}  // namespace prunescope::fuzz
