#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QTimer>
#include <functional>
#include <vector>

namespace prunescope::ui {

/// Lets charts redraw one after the other: one in a turn of the event loop, so that no turn is long, and each
/// at most 12 times a second.
class RedrawQueue : public QObject {
    Q_OBJECT
public:
    static constexpr int chartIntervalMs = 84;
    static constexpr int turnMs = 20;

    explicit RedrawQueue(QObject* parent = nullptr);
    /// Calls `redraw` soon, and once, however often it is asked for until then; never when `chart` is
    /// destroyed first.
    void request(QObject* chart, std::function<void()> redraw);
    /// Nobody waits.
    bool isIdle() const { return !timer_.isActive(); }

private:
    struct Entry {
        QPointer<QObject> chart;
        std::function<void()> redraw;
        qint64 lastMs = -chartIntervalMs;
        bool waiting = false;
    };
    void redrawNext();

    QElapsedTimer clock_;
    QTimer timer_;
    std::vector<Entry> entries_;
};

}  // namespace prunescope::ui
