#include "ui/support/run_title.h"

#include "prune/method.h"
#include "ui/support/format.h"

#include <QRegularExpression>

namespace prunescope::ui {
namespace {

/// As the program names a folder: the start in UTC and what is trained.
bool isNamedByProgram(const QString& folderName) {
    static const QRegularExpression dated(QStringLiteral("\\A\\d{4}-\\d\\d-\\d\\d_\\d{6}_"));
    return dated.match(folderName).hasMatch();
}

}  // namespace

QString runTitle(const run::RunConfig& config, const QString& folderName) {
    if (!folderName.isEmpty() && !isNamedByProgram(folderName)) return folderName;
    const QString dot = QStringLiteral(" · ");
    const QString method = QString::fromStdString(config.method);
    const bool prunes = prune::prunes(config.method);
    const QString title = QString::fromStdString(config.model) + dot + (prunes ? method.toUpper() : method);
    return prunes ? title + dot + percentAsGiven(config.schedule.target) : title;
}

}  // namespace prunescope::ui
