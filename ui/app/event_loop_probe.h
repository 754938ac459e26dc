#pragma once

#include <QObject>
#include <QString>
#include <atomic>
#include <thread>
#include <vector>

namespace prunescope::ui {

/// Measures how long the window's event loop lets an event wait: a thread of its own posts one every few
/// milliseconds, and the loop says when it came to it.
class EventLoopProbe : public QObject {
    Q_OBJECT
public:
    explicit EventLoopProbe(QObject* parent = nullptr);
    ~EventLoopProbe() override;

    /// {"events", "p50_ms", "p99_ms", "worst_ms"} as JSON.
    QByteArray report() const;

protected:
    void customEvent(QEvent* event) override;

private:
    std::vector<double> delaysMs_;
    std::atomic<bool> stopping_{false};
    std::thread poster_;
};

}  // namespace prunescope::ui
