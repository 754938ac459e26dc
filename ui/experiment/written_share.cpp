#include "ui/experiment/written_share.h"

#include "run/number_text.h"
#include "ui/support/format.h"
#include "ui/support/number_field.h"

#include <QLocale>

namespace prunescope::ui {

std::optional<double> writtenShare(const QString& text) {
    const bool unit = text.endsWith(QLatin1Char('%')) || text.endsWith(QChar(0xff05));
    const auto number = writtenNumber(unit ? text.chopped(1) : text);
    if (!number || (!unit && *number < 1)) return number;
    // By its digits where it can be: a quotient may be the neighbour of the number that is meant.
    const QString percentage = QString::number(*number, 'g', QLocale::FloatingPointShortest);
    const auto share = run::shareFromText(percentage.toStdString() + "%");
    return share ? *share : *number / 100;
}

QString shareAsWritten(double share) {
    return significantText(100 * share, 6) + QStringLiteral(" %");
}

}  // namespace prunescope::ui
