#pragma once

#include "data/npy_header.h"

#include <algorithm>
#include <bit>
#include <concepts>
#include <cstring>
#include <span>
#include <vector>

/// The elements of an NPY array, in the order of the file, as the type that the file has them in.
namespace prunescope::data {

/// An IEEE 754 number of 16 bits (binary16); every one of them is a float exactly.
float floatOfHalf(std::uint16_t half);

namespace detail {

/// Elements that are in memory at once.
inline constexpr std::int64_t elementsAtOnce = 65536;

/// `Bits` is an unsigned number of the element's size, `valueOf` makes the element of it.
template <std::unsigned_integral Bits, class ValueOf, class Visit>
void visitElements(ContentCursor& cursor, const NpyHeader& header, const ValueOf& valueOf,
                   const Visit& visit) {
    std::vector<std::uint8_t> piece;
    for (std::int64_t left = header.elements(); left > 0; left -= std::min(left, elementsAtOnce)) {
        piece.resize(static_cast<std::size_t>(std::min(left, elementsAtOnce)) * sizeof(Bits));
        cursor.readElements(piece);
        for (std::size_t at = 0; at < piece.size(); at += sizeof(Bits)) {
            if (header.type.bigEndian) std::reverse(piece.data() + at, piece.data() + at + sizeof(Bits));
            Bits bits{};
            std::memcpy(&bits, piece.data() + at, sizeof bits);
            visit(valueOf(bits));
        }
    }
    cursor.expectEnd();
}

template <class To>
struct BitsAs {
    template <class Bits>
    To operator()(Bits bits) const {
        return std::bit_cast<To>(bits);
    }
};

}  // namespace detail

/// Calls `visit` with each real in its order: a float, or a double where the file has 64 bits.
template <class Visit>
void visitReals(ContentCursor& cursor, const NpyHeader& header, const Visit& visit) {
    switch (header.type.bytes) {
        case 2:
            return detail::visitElements<std::uint16_t>(cursor, header, floatOfHalf, visit);
        case 4:
            return detail::visitElements<std::uint32_t>(cursor, header, detail::BitsAs<float>(), visit);
        default:
            return detail::visitElements<std::uint64_t>(cursor, header, detail::BitsAs<double>(), visit);
    }
}

/// Calls `visit` with each whole number in its order, in the file's own type; a boolean is 0 or more.
template <class Visit>
void visitWholeNumbers(ContentCursor& cursor, const NpyHeader& header, const Visit& visit) {
    const auto each = [&]<class Unsigned, class Signed>() {
        if (header.type.kind == NpyKind::signedInteger)
            detail::visitElements<Unsigned>(cursor, header, detail::BitsAs<Signed>(), visit);
        else
            detail::visitElements<Unsigned>(cursor, header, detail::BitsAs<Unsigned>(), visit);
    };
    switch (header.type.bytes) {
        case 1:
            return each.template operator()<std::uint8_t, std::int8_t>();
        case 2:
            return each.template operator()<std::uint16_t, std::int16_t>();
        case 4:
            return each.template operator()<std::uint32_t, std::int32_t>();
        default:
            return each.template operator()<std::uint64_t, std::int64_t>();
    }
}

}  // namespace prunescope::data
