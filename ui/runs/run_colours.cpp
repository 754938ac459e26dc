#include "ui/runs/run_colours.h"

#include <QSettings>
#include <QUrl>
#include <array>

namespace prunescope::ui {
namespace {

constexpr std::size_t colours = 6;

/// A slash or a backslash in a name would make a group of the settings.
QString keyOf(const QString& runId) {
    return QStringLiteral("runColours/") + QString::fromLatin1(QUrl::toPercentEncoding(runId));
}

}  // namespace

RunColours::RunColours(QSettings& settings) : settings_(settings) {
    settings_.beginGroup(QStringLiteral("runColours"));
    for (const QString& key : settings_.childKeys()) {
        bool isNumber = false;
        const int slot = settings_.value(key).toInt(&isNumber);
        if (!isNumber || slot < 0) continue;
        slots_.insert(QUrl::fromPercentEncoding(key.toLatin1()), static_cast<std::size_t>(slot));
        taken_.insert(static_cast<std::size_t>(slot));
    }
    settings_.endGroup();
}

std::size_t RunColours::slotOf(const QString& runId) {
    const auto known = slots_.constFind(runId);
    if (known != slots_.constEnd()) return *known;
    std::size_t slot = 0;
    while (taken_.contains(slot)) ++slot;
    slots_.insert(runId, slot);
    taken_.insert(slot);
    settings_.setValue(keyOf(runId), static_cast<int>(slot));
    return slot;
}

Qt::PenStyle RunColours::styleOf(std::size_t slot) {
    static constexpr std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine};
    return styles[slot / colours % styles.size()];
}

}  // namespace prunescope::ui
