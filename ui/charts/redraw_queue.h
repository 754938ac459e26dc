#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <functional>
#include <vector>

namespace prunescope::ui {

/// Lets charts redraw one after the other: one in a turn of the event loop, so that no turn is long. Each is
/// drawn at most 12 times a second under somebody's hand, and four times a second while it only grows: every
/// moment of drawing is taken from a thread that trains, and the others wait for that one.
class RedrawQueue : public QObject {
    Q_OBJECT
public:
    static constexpr int chartIntervalMs = 84;    ///< what a hand moves
    static constexpr int growthIntervalMs = 250;  ///< what grows by itself
    static constexpr int turnMs = 20;

    explicit RedrawQueue(QObject* parent = nullptr);
    /// Calls `redraw` once, however often it is asked for until then, as soon as `intervalMs` have gone by
    /// since the last time (the least of those asked for); never when `chart` is destroyed first.
    void request(QObject* chart, std::function<void()> redraw, int intervalMs = chartIntervalMs);
    /// Nobody waits.
    bool isIdle() const { return !timer_.isActive(); }

private:
    struct Entry {
        QPointer<QObject> chart;
        std::function<void()> redraw;
        qint64 lastMs = -growthIntervalMs;
        bool waiting = false;
        int intervalMs = chartIntervalMs;

        qint64 dueMs() const { return lastMs + intervalMs; }
    };
    /// Of those that wait, the one that is due first; null when nobody waits.
    Entry* next();
    void redrawNext();
    void wake();

    QElapsedTimer clock_;
    QTimer timer_;
    std::vector<Entry> entries_;
};

}  // namespace prunescope::ui
