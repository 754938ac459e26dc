#pragma once

#include "store/run_list.h"
#include "ui/support/job.h"

#include <QObject>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::ui {

/// How many test images runs were measured on, which their headers say: read in the background, each once.
class TestImages : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Reads those that are not known yet; `changed` tells when they are.
    void want(const std::vector<store::RunSummary>& runs);
    /// Nothing while it is not known, or when it cannot be read.
    std::optional<std::int64_t> of(const std::string& runId) const;

signals:
    void changed();

private:
    using Counts = std::map<std::string, std::int64_t>;

    Counts known_;  ///< 0: cannot be read
    Job reading_;
};

}  // namespace prunescope::ui
