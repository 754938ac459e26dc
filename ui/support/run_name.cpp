#include "ui/support/run_name.h"

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
    const QString title =
        QString::fromStdString(config.model) + dot + (config.method == "dense" ? method : method.toUpper());
    return config.method == "dense" ? title : title + dot + percentAsGiven(config.schedule.target);
}

}  // namespace prunescope::ui
