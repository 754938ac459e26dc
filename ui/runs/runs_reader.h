#pragma once

#include "store/known_measurements.h"
#include "store/run_list.h"
#include "ui/support/job.h"
#include "view/run_history.h"

#include <QObject>
#include <QString>
#include <filesystem>
#include <map>
#include <memory>
#include <vector>

namespace prunescope::ui {

/// Reads the workspace in the background. Results of a request that a later one has replaced are dropped, and
/// so are all when the reader is destroyed.
class RunsReader : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// A workspace that is not there yet holds no runs.
    void list(const std::filesystem::path& workspace);
    void readCurves(const QString& runId, const std::filesystem::path& folder);
    /// Nobody waits for these curves any more.
    void dropCurves(const QString& runId) { reading_.erase(runId); }

signals:
    void listed(const std::vector<prunescope::store::RunSummary>& runs);
    void listFailed(const prunescope::Text& why);
    /// `history` is null when nothing could be read; `problem` says what could not.
    void curvesRead(const QString& runId, const std::shared_ptr<const prunescope::view::RunHistory>& history,
                    const prunescope::Text& problem);

private:
    Job listing_;
    /// Only what is in work uses it, which may outlive the reader.
    std::shared_ptr<store::KnownMeasurements> measurements_ = std::make_shared<store::KnownMeasurements>();
    std::map<QString, Job> reading_;  ///< of curves, by run
};

}  // namespace prunescope::ui
