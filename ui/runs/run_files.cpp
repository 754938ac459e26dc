#include "ui/runs/run_files.h"

#include "base/error.h"
#include "store/folder_lock.h"
#include "store/run_label.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <utility>

namespace prunescope::ui {
namespace {

/// What could not be moved, and why in the system's words; of what was moved it is empty.
struct TrashResult {
    QString folder;
    QString why;
};

TrashResult trashed(const std::vector<std::filesystem::path>& folders) {
    // Where this folder is missing, Qt takes the one that the program was started in for the trash.
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    if (!folders.empty() && !QDir().mkpath(data))
        return {QString::fromStdString(folders.front().string()),
                RunFiles::tr("there is no trash, since the folder %1 cannot be made").arg(data)};
    for (const std::filesystem::path& folder : folders) {
        const QString path = QString::fromStdString(folder.string());
        if (store::FolderLock::isHeld(folder)) return {path, RunFiles::tr("it is being recorded")};
        QFile file(path);
        if (!file.moveToTrash()) return {path, file.errorString()};
    }
    return {};
}

}  // namespace

void RunFiles::rename(const std::filesystem::path& folder, const QString& name) {
    add([folder, given = name.toStdString()] { store::renameRun(store::RunFolder(folder), given); });
}

void RunFiles::setReference(const std::filesystem::path& folder, bool reference) {
    add([folder, reference] { store::setReference(store::RunFolder(folder), reference); });
}

void RunFiles::add(std::function<void()> work) {
    waiting_.push_back(std::move(work));
    if (!labels_.isRunning()) next();
}

void RunFiles::next() {
    if (waiting_.empty()) {
        emit changed();
        return;
    }
    std::function<void()> work = std::move(waiting_.front());
    waiting_.pop_front();
    labels_.start(
        [work = std::move(work)] {
            work();
            return true;
        },
        [this](bool) { next(); },
        [this](const Error& error) {
            emit labelFailed(textOf(error));
            next();
        });
}

void RunFiles::moveToTrash(const std::vector<std::filesystem::path>& folders) {
    trash_.start([folders] { return trashed(folders); },
                 [this](const TrashResult& result) {
                     if (!result.folder.isEmpty()) emit trashFailed(result.folder, result.why);
                     emit changed();
                 },
                 [this](const Error& error) {
                     emit labelFailed(textOf(error));
                     emit changed();
                 });
}

}  // namespace prunescope::ui
