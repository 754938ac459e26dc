#pragma once

#include "run/lineage.h"
#include "ui/support/job.h"
#include "view/run_history.h"

#include <QObject>
#include <QString>
#include <filesystem>
#include <memory>
#include <optional>

namespace prunescope::ui {

class RunModel;

/// The folder of the run that another was branched from: the one that is called as the branch remembers it,
/// or else any other beside it whose chain begins with the same hash. Looks into the records of all runs
/// there, so it is for a thread of the background; nothing where the parent is gone.
std::optional<std::filesystem::path> findParent(const run::RunParent& parent,
                                                const std::filesystem::path& workspace);

/// The curves of the run that the one on display was branched from, read in the background when another run
/// is shown. None where that one is gone.
class ParentRun : public QObject {
    Q_OBJECT
public:
    ParentRun(const RunModel& run, QObject* parent);

    /// Null: none, or it is not read yet. What was there before lives until `changed` has been emitted.
    const view::RunHistory* history() const { return history_.get(); }
    const QString& id() const { return id_; }

signals:
    void changed();

private:
    struct Found {
        QString id;
        std::shared_ptr<const view::RunHistory> history;
    };

    void look();
    static Found read(const run::RunParent& parent, const std::filesystem::path& workspace);
    void take(Found found);

    const RunModel& run_;
    QString id_;
    std::shared_ptr<const view::RunHistory> history_;
    Job reading_;
};

}  // namespace prunescope::ui
