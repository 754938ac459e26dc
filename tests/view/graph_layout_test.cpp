// Networks as pictures: boxes in the order in which they are run, with their branches.
#include "view/graph_layout.h"

#include "base/random.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace prunescope::view {
namespace {

std::vector<GraphBox> boxesReading(const std::vector<std::vector<std::size_t>>& reads) {
    std::vector<GraphBox> boxes;
    for (std::size_t i = 0; i < reads.size(); ++i)
        boxes.push_back(
            {.reads = reads[i], .width = i % 3 == 0 ? 100.0 : 60.0, .height = i % 2 == 0 ? 40.0 : 20.0});
    return boxes;
}

/// Open: what only touches does not overlap.
bool overlap(double a, double b, double c, double d) {
    constexpr double touch = 1e-9;
    return std::min(b, d) - std::max(a, c) > touch;
}

/// Clips the segment to the box (Liang & Barsky 1984).
bool crosses(const GraphPoint& a, const GraphPoint& b, const PlacedBox& box) {
    double from = 0;
    double to = 1;
    const auto clip = [&](double start, double step, double low, double high) {
        constexpr double inside = 1e-9;
        low += inside;
        high -= inside;
        if (step == 0) return start > low && start < high;
        double enter = (low - start) / step;
        double leave = (high - start) / step;
        if (enter > leave) std::swap(enter, leave);
        from = std::max(from, enter);
        to = std::min(to, leave);
        return from < to;
    };
    return clip(a.x, b.x - a.x, box.left, box.right()) && clip(a.y, b.y - a.y, box.top, box.bottom());
}

/// What holds for every drawing.
void expectSound(const std::vector<GraphBox>& boxes, const GraphLayout& layout) {
    ASSERT_EQ(layout.boxes.size(), boxes.size());
    std::set<std::pair<std::size_t, std::size_t>> drawn;
    for (const GraphLine& line : layout.lines) drawn.emplace(line.from, line.to);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const PlacedBox& box = layout.boxes[i];
        EXPECT_EQ(box.width, boxes[i].width);
        EXPECT_EQ(box.height, boxes[i].height);
        EXPECT_GE(box.left, 0);
        EXPECT_LE(box.right(), layout.width);
        EXPECT_LE(box.bottom(), layout.height);
        for (const std::size_t read : boxes[i].reads) {
            EXPECT_TRUE(drawn.contains({read, i})) << read << " to " << i;
            EXPECT_GT(box.top, layout.boxes[read].bottom()) << "what is run later stands below";
        }
        for (std::size_t j = 0; j < i; ++j) {
            const PlacedBox& other = layout.boxes[j];
            EXPECT_FALSE(overlap(box.left, box.right(), other.left, other.right()) &&
                         overlap(box.top, box.bottom(), other.top, other.bottom()))
                << i << " over " << j;
        }
    }
    for (const GraphLine& line : layout.lines) {
        EXPECT_EQ(line.points.front().x, layout.boxes[line.from].middle());
        EXPECT_EQ(line.points.front().y, layout.boxes[line.from].bottom());
        EXPECT_EQ(line.points.back().x, layout.boxes[line.to].middle());
        EXPECT_EQ(line.points.back().y, layout.boxes[line.to].top);
        for (std::size_t p = 1; p < line.points.size(); ++p) {
            for (std::size_t i = 0; i < boxes.size(); ++i)
                EXPECT_FALSE(crosses(line.points[p - 1], line.points[p], layout.boxes[i]))
                    << "the line from " << line.from << " to " << line.to << " crosses " << i;
        }
    }
}

TEST(GraphLayout, AChainIsAColumn) {
    const auto boxes = boxesReading({{}, {0}, {1}, {2}});
    const auto layout = layOutGraph(boxes, {.across = 10, .between = 30});
    ASSERT_TRUE(layout);
    expectSound(boxes, *layout);
    for (const PlacedBox& box : layout->boxes) EXPECT_EQ(box.middle(), 50);
    EXPECT_EQ(layout->boxes[1].top, 70) << "40 and the gap of 30";
    EXPECT_EQ(layout->boxes[2].top, 120);
    EXPECT_EQ(layout->width, 100);
    EXPECT_EQ(layout->height, 210) << "40 + 20 + 40 + 20 and three gaps";
}

/// 0 is read by a path of two and once more by their sum: an identity shortcut.
TEST(GraphLayout, AShortcutGoesAroundItsBlock) {
    const auto boxes = boxesReading({{}, {0}, {1}, {2, 0}, {3}});
    const auto layout = layOutGraph(boxes);
    ASSERT_TRUE(layout);
    expectSound(boxes, *layout);
    for (const PlacedBox& box : layout->boxes) EXPECT_EQ(box.middle(), layout->boxes[0].middle());
    const auto shortcut = std::find_if(layout->lines.begin(), layout->lines.end(),
                                       [](const GraphLine& line) { return line.from == 0 && line.to == 3; });
    ASSERT_NE(shortcut, layout->lines.end());
    EXPECT_GT(shortcut->points[2].x, layout->boxes[1].right());
}

/// The projection of a residual block is shorter than its path.
TEST(GraphLayout, TheLongestPathGoesStraightOn) {
    const auto boxes = boxesReading({{}, {0}, {0}, {2}, {3}, {4, 1}});
    const auto layout = layOutGraph(boxes);
    ASSERT_TRUE(layout);
    expectSound(boxes, *layout);
    for (const std::size_t straight : {2U, 3U, 4U, 5U})
        EXPECT_EQ(layout->boxes[straight].middle(), layout->boxes[0].middle());
    EXPECT_GT(layout->boxes[1].left, layout->boxes[2].right());
    EXPECT_EQ(layout->boxes[1].top, layout->boxes[2].top) << "both read the same";
}

TEST(GraphLayout, BranchesThatAreJoinedStandBesideEachOther) {
    const auto boxes = boxesReading({{}, {0}, {0}, {0}, {1, 2, 3}});
    const auto layout = layOutGraph(boxes);
    ASSERT_TRUE(layout);
    expectSound(boxes, *layout);
    EXPECT_EQ(layout->lines.size(), 6U);
    EXPECT_EQ(layout->boxes[1].top, layout->boxes[3].top);
}

TEST(GraphLayout, WhateverReadsWhateverNothingIsCrossed) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Random random(seed, RandomStream::samples);
        std::vector<std::vector<std::size_t>> reads{{}};
        for (std::size_t box = 1; box < 40; ++box) {
            std::set<std::size_t> some;
            for (std::uint64_t k = 0; k < 1 + seed % 4; ++k) some.insert(random.below(box));
            reads.emplace_back(some.begin(), some.end());
        }
        const auto boxes = boxesReading(reads);
        const auto layout = layOutGraph(boxes);
        ASSERT_TRUE(layout);
        expectSound(boxes, *layout);
    }
}

TEST(GraphLayout, ABoxThatReadsOneTwiceHasBothLines) {
    const auto boxes = boxesReading({{}, {0, 0}});
    const auto layout = layOutGraph(boxes);
    ASSERT_TRUE(layout);
    EXPECT_EQ(layout->lines.size(), 2U);
}

TEST(GraphLayout, NothingIsDrawnOfNothing) {
    const auto layout = layOutGraph({});
    ASSERT_TRUE(layout);
    EXPECT_TRUE(layout->boxes.empty());
    EXPECT_EQ(layout->height, 0);
}

TEST(GraphLayout, WhatIsTooLargeToBeDrawnIsNot) {
    std::vector<std::vector<std::size_t>> chain(5000);
    for (std::size_t box = 1; box < chain.size(); ++box) chain[box] = {box - 1};
    EXPECT_FALSE(layOutGraph(boxesReading(chain)));
    // Each reads all before it: half a million boxes are passed by.
    std::vector<std::vector<std::size_t>> dense(200);
    for (std::size_t box = 1; box < dense.size(); ++box) {
        for (std::size_t read = 0; read < box; ++read) dense[box].push_back(read);
    }
    EXPECT_FALSE(layOutGraph(boxesReading(dense)));
}

}  // namespace
}  // namespace prunescope::view
