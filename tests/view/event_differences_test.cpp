#include "view/event_differences.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace prunescope::view {
namespace {

run::AuditEvent toldAt(double epoch, std::string kind, std::string reason = {}) {
    return {.epoch = epoch, .kind = std::move(kind), .who = "ana@lab", .reason = std::move(reason)};
}

/// "7: frozen | –" for each line.
std::vector<std::string> linesOf(std::vector<run::AuditEvent> first, std::vector<run::AuditEvent> second) {
    std::vector<std::string> lines;
    for (const EventDifference& d : eventDifferences({std::move(first), {}}, {std::move(second), {}})) {
        const auto words = [](const Text& text) { return text.empty() ? std::string("-") : text.english(); };
        lines.push_back(fmt::format("{}: {} | {}", d.epoch, words(d.first), words(d.second)));
    }
    return lines;
}

using Lines = std::vector<std::string>;

TEST(EventDifferences, OfTheSameEventsThereAreNone) {
    EXPECT_EQ(linesOf({}, {}), Lines());
    EXPECT_EQ(
        linesOf({toldAt(0, "started"), toldAt(3, "frozen")}, {toldAt(0, "started"), toldAt(3, "frozen")}),
        Lines());
}

TEST(EventDifferences, AreWhatOneRunHasInTheOrderOfTheEpochs) {
    EXPECT_EQ(linesOf({toldAt(0, "started"), toldAt(5, "frozen"), toldAt(7, "unfrozen")},
                      {toldAt(0, "started"), toldAt(6, "frozen")}),
              (Lines{"5: frozen | -", "6: - | frozen", "7: unfrozen | -"}));
    EXPECT_EQ(linesOf({}, {toldAt(2, "paused")}), Lines{"2: - | paused"});
}

TEST(EventDifferences, OfTheSameEpochStandSideBySide) {
    EXPECT_EQ(linesOf({toldAt(4, "schedule_edited", "slower")}, {toldAt(4, "schedule_edited", "faster")}),
              Lines{"4: schedule edited: slower | schedule edited: faster"});
}

TEST(EventDifferences, EachCounterpartCountsOnce) {
    EXPECT_EQ(linesOf({toldAt(1, "paused"), toldAt(1, "paused")}, {toldAt(1, "paused")}),
              Lines{"1: paused | -"});
}

TEST(EventDifferences, AnEpochThatIsNoNumberHarmsNothing) {
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(linesOf({toldAt(unknown, "paused"), toldAt(1, "frozen")}, {toldAt(1, "frozen")}),
              Lines{"0: paused | -"});
}

}  // namespace
}  // namespace prunescope::view
