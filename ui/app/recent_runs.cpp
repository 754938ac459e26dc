#include "ui/app/recent_runs.h"

#include <QAction>
#include <QDir>
#include <QFileInfo>
#include <QMenu>

namespace prunescope::ui {
namespace {

const QString recentKey = QStringLiteral("recentRuns");
constexpr qsizetype mostRemembered = 10;

/// As it stands in a menu, where an ampersand marks the letter after it.
QString menuText(const QString& folder) {
    const QFileInfo info(folder);
    return QStringLiteral("%1 (%2)")
        .arg(info.fileName(), QDir::toNativeSeparators(info.path()))
        .replace(QLatin1Char('&'), QStringLiteral("&&"));
}

}  // namespace

RecentRuns::RecentRuns(RunModel& run, QSettings& settings, QMenu& menu)
    : QObject(&menu), run_(run), settings_(settings), menu_(menu) {
    connect(&run_, &RunModel::runChanged, this, &RecentRuns::remember);
    connect(&menu_, &QMenu::aboutToShow, this, &RecentRuns::fill);
    fill();
}

QStringList RecentRuns::folders() const {
    QStringList there = settings_.value(recentKey).toStringList();
    there.removeIf([](const QString& folder) { return !QFileInfo(folder).isDir(); });
    return there;
}

void RecentRuns::remember() {
    if (!run_.hasRun() || run_.folder() == nullptr) return;
    const QString folder =
        QDir::cleanPath(QFileInfo(QString::fromStdString(run_.folder()->path().string())).absoluteFilePath());
    QStringList all = settings_.value(recentKey).toStringList();
    all.removeAll(folder);
    all.prepend(folder);
    settings_.setValue(recentKey, all.mid(0, mostRemembered));
}

void RecentRuns::fill() {
    menu_.clear();
    for (const QString& folder : folders()) {
        connect(menu_.addAction(menuText(folder)), &QAction::triggered, this,
                [this, folder] { emit openRequested(folder.toStdString()); });
    }
    if (!menu_.isEmpty()) return;
    menu_.addAction(tr("No run yet"))->setEnabled(false);
}

}  // namespace prunescope::ui
