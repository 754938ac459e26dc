#include "parallel/block_list.h"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

namespace prunescope::parallel {
namespace {

TEST(BlockList, CoversEveryElementOfEveryArrayOnce) {
    const std::vector<std::int64_t> sizes{1, 0, BlockList::grain, BlockList::grain + 1, 7, 50'000, 0};
    BlockList list;
    for (int round = 0; round < 2; ++round) {
        list.clear();
        std::vector<std::vector<int>> visits;
        for (const std::int64_t size : sizes) {
            list.add(size);
            visits.emplace_back(static_cast<std::size_t>(size), 0);
        }
        std::vector<int> numbers(list.size(), 0);
        list.forEach([&](const BlockList::Block& block) {
            ++numbers[block.number];
            EXPECT_EQ(block.begin, static_cast<std::int64_t>(block.part) * BlockList::grain);
            for (std::int64_t i = block.begin; i < block.end; ++i)
                ++visits[block.array][static_cast<std::size_t>(i)];
        });
        for (const auto& array : visits) EXPECT_EQ(array, std::vector<int>(array.size(), 1));
        EXPECT_EQ(numbers, std::vector<int>(numbers.size(), 1));
        std::size_t parts = 0;
        for (const std::int64_t size : sizes) parts += BlockList::partsOf(size);
        EXPECT_EQ(list.size(), parts);
    }
}

TEST(BlockList, AnEmptyListHasNothingToDo) {
    BlockList list;
    list.add(0);
    list.forEach([](const BlockList::Block&) { FAIL(); });
}

TEST(ListedElements, AreTakenTogetherAndPutBack) {
    std::vector<double> values(50);
    std::iota(values.begin(), values.end(), 0.0);
    const std::vector<std::int32_t> at{3, 4, 11, 30, 49};
    std::vector<double> together(at.size());
    takeListed(values.data(), at.data(), 5, together.data());
    EXPECT_EQ(together, (std::vector<double>{3, 4, 11, 30, 49}));
    std::vector<double> back(values.size(), -1);
    putListed(together.data(), at.data(), 5, back.data());
    EXPECT_EQ(back[11], 11);
    EXPECT_EQ(back[12], -1);
}

}  // namespace
}  // namespace prunescope::parallel
