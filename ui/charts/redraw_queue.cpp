#include "ui/charts/redraw_queue.h"

#include <algorithm>
#include <utility>

namespace prunescope::ui {

RedrawQueue::RedrawQueue(QObject* parent) : QObject(parent) {
    clock_.start();
    timer_.setInterval(turnMs);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &RedrawQueue::redrawNext);
}

void RedrawQueue::request(QObject* chart, std::function<void()> redraw) {
    auto entry = std::find_if(entries_.begin(), entries_.end(),
                              [chart](const Entry& e) { return e.chart.data() == chart; });
    if (entry == entries_.end()) entry = entries_.insert(entries_.end(), Entry{.chart = chart, .redraw = {}});
    entry->redraw = std::move(redraw);
    entry->waiting = true;
    if (!timer_.isActive()) timer_.start();
}

void RedrawQueue::redrawNext() {
    std::erase_if(entries_, [](const Entry& e) { return e.chart.isNull(); });
    Entry* next = nullptr;
    bool othersWait = false;
    for (Entry& entry : entries_) {
        if (!entry.waiting) continue;
        othersWait = true;
        const bool due = clock_.elapsed() - entry.lastMs >= chartIntervalMs;
        if (due && (next == nullptr || entry.lastMs < next->lastMs)) next = &entry;
    }
    if (!othersWait) timer_.stop();
    if (next == nullptr) return;
    next->waiting = false;
    next->lastMs = clock_.elapsed();
    // A copy: the chart may ask again, which may move the entries.
    const std::function<void()> redraw = next->redraw;
    redraw();
}

}  // namespace prunescope::ui
