#include "data/npy_reader.h"

#include "base/error.h"
#include "data/npy_elements.h"

#include <cassert>
#include <cmath>
#include <concepts>
#include <limits>
#include <utility>

namespace prunescope::data {
namespace {

/// Refuses the element that would come next after `read` of them.
template <class Number>
[[noreturn]] void refuseElement(const ContentCursor& cursor, const NpyHeader& header, std::size_t read,
                                const Text& expected, Number found, Text mend) {
    throw Error(cursor.content().name(),
                Text::of("at index {}: expected {}, found {}",
                         header.placeOf(static_cast<std::int64_t>(read)), expected, found),
                std::move(mend));
}

void expectAtMost(std::int64_t most, const ContentCursor& cursor, const NpyHeader& header) {
    if (header.elements() <= most) return;
    throw Error(cursor.content().name(),
                Text::of("expected at most {} numbers, found {} in the shape {}", most, header.elements(),
                         header.shapeText()),
                Text::of("The array is too large for this program: save fewer rows or smaller images."));
}

}  // namespace

/// A half is a sign, five bits of the exponent with a bias of 15 and ten of the fraction.
float floatOfHalf(std::uint16_t half) {
    const int sign = (half & 0x8000U) != 0 ? -1 : 1;
    const auto exponent = static_cast<int>(half >> 10U & 0x1fU);
    const auto fraction = static_cast<int>(half & 0x3ffU);
    constexpr int infinite = 0x1f;
    if (exponent == infinite) {
        const float special =
            fraction == 0 ? std::numeric_limits<float>::infinity() : std::numeric_limits<float>::quiet_NaN();
        return static_cast<float>(sign) * special;
    }
    const int significand = exponent == 0 ? fraction : fraction + 0x400;
    return static_cast<float>(sign) *
           std::ldexp(static_cast<float>(significand), (exponent == 0 ? 1 : exponent) - 25);
}

std::vector<std::uint8_t> readNpyBytes(ContentCursor& cursor, [[maybe_unused]] const NpyHeader& header) {
    assert(header.type.kind == NpyKind::unsignedInteger && header.type.bytes == 1);
    return cursor.readAllElements();
}

std::vector<float> readNpyFloats(ContentCursor& cursor, const NpyHeader& header) {
    expectAtMost(mostNpyFloats, cursor, header);
    std::vector<float> values;
    values.reserve(static_cast<std::size_t>(header.elements()));
    const auto append = [&](auto number) {
        const auto value = static_cast<float>(number);
        if (!std::isfinite(value)) {
            refuseElement(cursor, header, values.size(), Text::of("a finite number that 32 bits can hold"),
                          number,
                          Text::of("Fill the gap or leave the row out; scale numbers that are too large."));
        }
        values.push_back(value);
    };
    if (header.type.kind == NpyKind::real) {
        visitReals(cursor, header, append);
    } else {
        visitWholeNumbers(cursor, header, append);
    }
    return values;
}

void refuseRealLabels(const std::string& file, const NpyHeader& header) {
    throw Error(file,
                Text::of("expected labels that are whole numbers, found element type {}", header.type.text),
                Text::of("Save the number of each class, such as y.astype(numpy.int64)."));
}

std::vector<std::int64_t> readNpyWholeNumbers(ContentCursor& cursor, const NpyHeader& header) {
    if (header.type.kind == NpyKind::real) refuseRealLabels(cursor.content().name(), header);
    expectAtMost(mostNpyLabels, cursor, header);
    std::vector<std::int64_t> values;
    values.reserve(static_cast<std::size_t>(header.elements()));
    visitWholeNumbers(cursor, header, [&](auto number) {
        if (!std::in_range<std::int64_t>(number)) {
            refuseElement(cursor, header, values.size(), Text::of("a label below 2^63"), number,
                          Text::of("Number the classes from 0."));
        }
        values.push_back(static_cast<std::int64_t>(number));
    });
    return values;
}

}  // namespace prunescope::data
