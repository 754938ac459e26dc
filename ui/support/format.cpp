#include "ui/support/format.h"

#include "view/number_text.h"
#include "view/quality_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <cmath>

namespace prunescope::ui {
namespace {

const QString missing = QString::fromUtf8(view::missing.data(), static_cast<int>(view::missing.size()));

/// With a plain space before the unit: a number that is copied from a table stays one for other programs.
QString copyable(const std::string& text) {
    return QString::fromStdString(text).replace(QChar::Nbsp, QLatin1Char(' '));
}

}  // namespace

QString percentText(double share, int decimals) {
    return copyable(view::percentText(share, decimals));
}

QString qualityText(const run::QualityMeasure& measure, double value, const std::string& unit) {
    return copyable(view::qualityText(measure, value, unit));
}

QString percentAsGiven(double share) {
    if (!std::isfinite(share)) return missing;
    return QString::number(100 * share, 'g', 12) + QStringLiteral(" %");
}

QString countText(std::int64_t count) {
    return copyable(view::countText(count));
}

QString decimalText(double value, int decimals) {
    return copyable(view::decimalText(value, decimals));
}

QString significantText(double value, int digits) {
    return copyable(view::significantText(value, digits));
}

QString durationText(double seconds) {
    if (!std::isfinite(seconds) || seconds < 0) return missing;
    const auto whole = static_cast<qlonglong>(std::llround(seconds));
    const auto text = [](const char* units) { return QCoreApplication::translate("Format", units); };
    if (whole < 60) return text(QT_TRANSLATE_NOOP("Format", "%1 s")).arg(whole);
    if (whole < 3600) {
        return text(QT_TRANSLATE_NOOP("Format", "%1 min %2 s"))
            .arg(whole / 60)
            .arg(whole % 60, 2, 10, QLatin1Char('0'));
    }
    return text(QT_TRANSLATE_NOOP("Format", "%1 h %2 min"))
        .arg(whole / 3600)
        .arg(whole / 60 % 60, 2, 10, QLatin1Char('0'));
}

QString bytesText(double bytes) {
    return copyable(view::bytesText(bytes));
}

QString timeText(std::int64_t wallMs) {
    return QDateTime::fromMSecsSinceEpoch(wallMs).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

}  // namespace prunescope::ui
