#include "view/event_differences.h"

#include "view/event_text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <utility>

namespace prunescope::view {
namespace {

struct ToldEvent {
    double epoch = 0;
    Text words{};
    std::pair<double, std::string> key() const { return {epoch, words.english()}; }
};

std::vector<ToldEvent> toldEvents(const EventLog& log) {
    std::vector<ToldEvent> told;
    told.reserve(log.events.size());
    for (const run::AuditEvent& event : log.events) {
        // An epoch that damage has left without a number would have no place in the order.
        told.push_back({std::isfinite(event.epoch) ? event.epoch : 0, eventWords(event, log.layers)});
    }
    std::stable_sort(told.begin(), told.end(),
                     [](const ToldEvent& a, const ToldEvent& b) { return a.epoch < b.epoch; });
    return told;
}

/// Those that `others` have no counterpart of; each of these counts once.
std::vector<ToldEvent> without(const std::vector<ToldEvent>& events, const std::vector<ToldEvent>& others) {
    std::map<std::pair<double, std::string>, std::size_t> left;
    for (const ToldEvent& other : others) ++left[other.key()];
    std::vector<ToldEvent> rest;
    for (const ToldEvent& event : events) {
        const auto same = left.find(event.key());
        if (same == left.end() || same->second == 0) {
            rest.push_back(event);
        } else {
            --same->second;
        }
    }
    return rest;
}

}  // namespace

Text eventWords(const run::AuditEvent& event, const std::vector<std::string>& layers) {
    Text words = kindText(event.kind);
    for (const Text& more : {changeText(event, layers), saidText(event)}) {
        if (!more.empty()) words = Text::of("{}: {}", words, more);
    }
    return words;
}

std::vector<EventDifference> eventDifferences(const EventLog& first, const EventLog& second) {
    const std::vector<ToldEvent> allFirst = toldEvents(first);
    const std::vector<ToldEvent> allSecond = toldEvents(second);
    const std::vector<ToldEvent> ofFirst = without(allFirst, allSecond);
    const std::vector<ToldEvent> ofSecond = without(allSecond, allFirst);
    std::vector<EventDifference> differences;
    std::size_t a = 0;
    std::size_t b = 0;
    while (a < ofFirst.size() || b < ofSecond.size()) {
        const bool takesFirst =
            b == ofSecond.size() || (a < ofFirst.size() && ofFirst[a].epoch <= ofSecond[b].epoch);
        const bool takesSecond =
            a == ofFirst.size() || (b < ofSecond.size() && ofSecond[b].epoch <= ofFirst[a].epoch);
        EventDifference& row = differences.emplace_back();
        row.epoch = takesFirst ? ofFirst[a].epoch : ofSecond[b].epoch;
        if (takesFirst) row.first = ofFirst[a++].words;
        if (takesSecond) row.second = ofSecond[b++].words;
    }
    return differences;
}

}  // namespace prunescope::view
