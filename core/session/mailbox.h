#pragma once

#include "session/snapshot.h"

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

namespace prunescope::session {

/// From the training thread to whoever looks: every sample, and the latest snapshot.
class Mailbox {
public:
    void publish(std::shared_ptr<const Snapshot> snapshot) {
        const std::lock_guard lock(mutex_);
        snapshot_ = std::move(snapshot);
    }
    void append(const run::MetricSample& sample) {
        const std::lock_guard lock(mutex_);
        samples_.push_back(sample);
    }
    std::shared_ptr<const Snapshot> latest() const {
        const std::lock_guard lock(mutex_);
        return snapshot_;
    }
    /// All samples since the last call, in order.
    std::vector<run::MetricSample> drain() {
        const std::lock_guard lock(mutex_);
        return std::exchange(samples_, {});
    }

private:
    mutable std::mutex mutex_;  ///< protects both
    std::shared_ptr<const Snapshot> snapshot_ = std::make_shared<Snapshot>();
    std::vector<run::MetricSample> samples_;
};

}  // namespace prunescope::session
