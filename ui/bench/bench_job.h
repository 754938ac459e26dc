#pragma once

#include "base/text.h"
#include "speed/report.h"

#include <QObject>
#include <atomic>
#include <memory>
#include <string>
#include <thread>

namespace prunescope::ui {

/// Why a measurement ended without figures, in the engine's words.
struct BenchFailure {
    std::string where{};
    Text problem{};
    Text mend{};
};

/// Measures on a thread of its own, one request at a time. Signals come on the thread of this object.
class BenchJob : public QObject {
    Q_OBJECT
public:
    explicit BenchJob(QObject* parent = nullptr);
    /// Stops what is being measured and waits for the pass that it is in.
    ~BenchJob() override;

    bool isRunning() const { return running_; }
    /// Ignored while a measurement runs.
    void start(const speed::Request& request);
    /// `finished` follows, with the figures so far.
    void stop();
    bool wasStopped() const { return stop_; }

signals:
    void progressed(double fraction);
    void reported(const std::shared_ptr<const prunescope::speed::Report>& report);
    void finished(const std::shared_ptr<const prunescope::speed::Report>& report);
    void failed(const prunescope::ui::BenchFailure& failure);

private:
    void measure(const speed::Request& request);
    template <class Work>
    void post(Work work);
    void endThread();

    std::thread thread_;
    std::atomic<bool> stop_{false};
    bool running_ = false;
};

}  // namespace prunescope::ui
