#pragma once

#include "session/snapshot.h"

#include <memory>
#include <mutex>
#include <utility>

namespace prunescope::session {

/// From the training thread to whoever looks: how the run stands now. The latest wins.
class Mailbox {
public:
    void publish(std::shared_ptr<const Snapshot> snapshot) {
        const std::lock_guard lock(mutex_);
        snapshot_ = std::move(snapshot);
    }
    std::shared_ptr<const Snapshot> latest() const {
        const std::lock_guard lock(mutex_);
        return snapshot_;
    }

private:
    mutable std::mutex mutex_;  ///< protects it
    std::shared_ptr<const Snapshot> snapshot_ = std::make_shared<Snapshot>();
};

}  // namespace prunescope::session
