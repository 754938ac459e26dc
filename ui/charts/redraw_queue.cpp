#include "ui/charts/redraw_queue.h"

#include <algorithm>
#include <utility>

namespace prunescope::ui {

RedrawQueue::RedrawQueue(QObject* parent) : QObject(parent) {
    clock_.start();
    timer_.setSingleShot(true);
    timer_.setTimerType(Qt::PreciseTimer);
    connect(&timer_, &QTimer::timeout, this, &RedrawQueue::redrawNext);
}

void RedrawQueue::request(QObject* chart, std::function<void()> redraw, int intervalMs) {
    auto entry = std::find_if(entries_.begin(), entries_.end(),
                              [chart](const Entry& e) { return e.chart.data() == chart; });
    if (entry == entries_.end()) entry = entries_.insert(entries_.end(), Entry{.chart = chart, .redraw = {}});
    entry->redraw = std::move(redraw);
    entry->intervalMs = entry->waiting ? std::min(entry->intervalMs, intervalMs) : intervalMs;
    entry->waiting = true;
    wake();
}

RedrawQueue::Entry* RedrawQueue::next() {
    std::erase_if(entries_, [](const Entry& e) { return e.chart.isNull(); });
    Entry* first = nullptr;
    for (Entry& entry : entries_) {
        if (entry.waiting && (first == nullptr || entry.dueMs() < first->dueMs())) first = &entry;
    }
    return first;
}

/// When the next is due, and not before the turn after this one.
void RedrawQueue::wake() {
    const Entry* const entry = next();
    if (entry == nullptr) return timer_.stop();
    const qint64 wait = std::max<qint64>(turnMs, entry->dueMs() - clock_.elapsed());
    if (!timer_.isActive() || timer_.remainingTime() > wait) timer_.start(static_cast<int>(wait));
}

void RedrawQueue::redrawNext() {
    Entry* const entry = next();
    if (entry != nullptr && entry->dueMs() <= clock_.elapsed()) {
        entry->waiting = false;
        entry->lastMs = clock_.elapsed();
        // A copy: the chart may ask again, which may move the entries.
        const std::function<void()> redraw = entry->redraw;
        redraw();
    }
    wake();
}

}  // namespace prunescope::ui
