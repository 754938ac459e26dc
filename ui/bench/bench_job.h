#pragma once

#include "speed/report.h"
#include "ui/support/job.h"

#include <QObject>
#include <memory>

namespace prunescope::ui {

/// Measures on a thread of its own, one request at a time. Signals come on the thread of this object. Its end
/// stops what is being measured and waits for the pass that it is in.
class BenchJob : public QObject {
    Q_OBJECT
public:
    explicit BenchJob(QObject* parent = nullptr);

    bool isRunning() const { return job_.isRunning(); }
    /// Ignored while a measurement runs.
    void start(const speed::Request& request);
    /// `finished` follows, with the figures so far.
    void stop();
    bool wasStopped() const { return stopped_; }

signals:
    void progressed(double fraction);
    void reported(const std::shared_ptr<const prunescope::speed::Report>& report);
    void finished(const std::shared_ptr<const prunescope::speed::Report>& report);
    void failed(const prunescope::Error& error);

private:
    bool stopped_ = false;
    Job job_;
};

}  // namespace prunescope::ui
