// Two states are compared part by part, without a class that could read them.

#include "base/state_bytes.h"

#include "base/error.h"
#include "support/state_parts.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>

namespace prunescope {
namespace {

const StateOrigin origin{Text("here"), Text("Take another.")};

/// 0.5, 1.5 as real numbers, three flags, and how much time was spent.
std::string stateOf(double spent) {
    return bytesOfState({{"of", "a test"}}, StatePast::kept, [&](StateVisitor& visitor) {
        std::array<float, 2> weights{0.5F, 1.5F};
        std::array<std::uint8_t, 3> mask{1, 0, 1};
        visitor.array("weights", std::span<float>(weights));
        visitor.flags("mask", mask);
        visitor.number("spent", spent, 0, 1e9);
    });
}

/// Nothing as "-".
std::string otherPart(const std::string& expected, const std::string& found,
                      const std::vector<std::string>& besides = {}) {
    return firstOtherPart(expected, found, besides, origin).value_or("-");
}

TEST(StateComparison, NamesTheFirstPartThatDiffers) {
    EXPECT_EQ(otherPart(stateOf(1), stateOf(1)), "-");
    EXPECT_EQ(otherPart(stateOf(1), stateOf(2)), "spent");
    EXPECT_EQ(otherPart(stateOf(1), stateOf(2), {"spent"}), "-");
    test::StateParts parts(stateOf(1));
    setFirst(parts.part("mask"), std::uint8_t{7});
    EXPECT_EQ(otherPart(stateOf(1), parts.bytes()), "mask");
    setFirst(parts.part("weights"), 0.25F);
    EXPECT_EQ(otherPart(stateOf(1), parts.bytes()), "weights");
}

TEST(StateComparison, APartThatOnlyOneHasOrOfAnotherKindDiffers) {
    test::StateParts fewer(stateOf(1));
    fewer.parts.pop_back();
    EXPECT_EQ(otherPart(stateOf(1), fewer.bytes(), {"spent"}), "spent");
    EXPECT_EQ(otherPart(fewer.bytes(), stateOf(1), {"spent"}), "spent");
    test::StateParts other(stateOf(1));
    other.part("spent").kind = "i64";
    EXPECT_EQ(otherPart(stateOf(1), other.bytes(), {"spent"}), "spent");
}

/// Whoever changes a state can make its checksum anew, and say of its parts whatever they like.
TEST(StateComparison, WhatIsNoStateIsRefused) {
    const std::string state = stateOf(1);
    std::string damaged = state;
    damaged[damaged.size() / 2] ^= 1;
    EXPECT_THROW(otherPart(state, damaged), Error);
    EXPECT_THROW(otherPart(state, ""), Error);
    EXPECT_THROW(otherPart(state, state.substr(0, 40)), Error);
    test::StateParts longer(state);
    longer.parts.back().count = std::size_t{1} << 62U;
    EXPECT_THROW(otherPart(longer.bytes(), longer.bytes()), Error);
    test::StateParts flags(state);
    flags.part("mask").count = std::size_t{1} << 40U;
    EXPECT_THROW(otherPart(flags.bytes(), flags.bytes()), Error);
}

}  // namespace
}  // namespace prunescope
