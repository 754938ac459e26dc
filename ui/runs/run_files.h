#pragma once

#include "base/text.h"
#include "ui/support/job.h"

#include <QObject>
#include <QString>
#include <deque>
#include <filesystem>
#include <functional>
#include <vector>

namespace prunescope::ui {

/// What the list of runs changes on the disk: done in the background, one after the other.
class RunFiles : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    void rename(const std::filesystem::path& folder, const QString& name);
    void setReference(const std::filesystem::path& folder, bool reference);
    /// To the trash of the desktop, from where they can be brought back. The first that cannot be moved, or
    /// is being recorded, ends it.
    void moveToTrash(const std::vector<std::filesystem::path>& folders);

signals:
    /// The workspace is to be read again, also after something failed.
    void changed();
    void labelFailed(const prunescope::Text& why);
    /// `folder` and those after it are where they were.
    void trashFailed(const QString& folder, const QString& why);

private:
    void add(std::function<void()> work);
    void next();

    Job labels_;
    std::deque<std::function<void()>> waiting_;
    Job trash_{Job::Newer::follows};
};

}  // namespace prunescope::ui
