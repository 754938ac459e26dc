#include "ui/runs/run_picture.h"

#include "ui/support/format.h"

#include <cstdint>

namespace prunescope::ui {

QString nothingMeasured() {
    return RunPicture::tr("No run in the table has a measured sparsity and a figure of a test yet.");
}

QString subtitleOf(const RunComparison& comparison) {
    const QString dot = QStringLiteral(" · ");
    QString text = comparison.common.isEmpty() ? QString() : comparison.common + dot;
    text += RunPicture::tr("runs: %1").arg(countText(static_cast<std::int64_t>(comparison.members.size())));
    if (comparison.differences.isEmpty()) return text;
    return text + dot +
           RunPicture::tr("they differ in: %1").arg(comparison.differences.join(QStringLiteral(", ")));
}

}  // namespace prunescope::ui
