#pragma once

#include "ui/live/run_model.h"

#include <QObject>
#include <QSettings>
#include <QStringList>

class QMenu;

namespace prunescope::ui {

/// The runs that were on display last, in a menu: those of other workspaces, too.
class RecentRuns : public QObject {
    Q_OBJECT
public:
    /// Fills `menu` whenever it opens; the settings remember the runs' folders.
    RecentRuns(RunModel& run, QSettings& settings, QMenu& menu);

    /// Folders, the last one first; those that are gone are left out.
    QStringList folders() const;
    void retranslate() { fill(); }

signals:
    void openRequested(const std::filesystem::path& folder);

private:
    void remember();
    void fill();

    RunModel& run_;
    QSettings& settings_;
    QMenu& menu_;
};

}  // namespace prunescope::ui
