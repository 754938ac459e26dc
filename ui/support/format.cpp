#include "ui/support/format.h"

#include "base/number_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <array>
#include <cmath>

namespace prunescope::ui {
namespace {

const QString missing = QStringLiteral("–");

QLocale numbers() {
    return {QLocale::English, QLocale::UnitedStates};
}

}  // namespace

QString percentText(double share, int decimals) {
    if (!std::isfinite(share)) return missing;
    return QString::fromStdString(percentDigits(share, decimals)) + QStringLiteral(" %");
}

QString percentAsGiven(double share) {
    if (!std::isfinite(share)) return missing;
    return QString::number(100 * share, 'g', 12) + QStringLiteral(" %");
}

QString countText(std::int64_t count) {
    return numbers().toString(static_cast<qlonglong>(count));
}

QString decimalText(double value, int decimals) {
    return std::isfinite(value) ? QString::number(value, 'f', decimals) : missing;
}

QString significantText(double value, int digits) {
    return std::isfinite(value) ? QString::number(value, 'g', digits) : missing;
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
    static constexpr std::array<const char*, 5> units{"B", "kB", "MB", "GB", "TB"};
    if (!std::isfinite(bytes)) return missing;
    std::size_t unit = 0;
    while (bytes >= 1000 && unit + 1 < units.size()) {
        bytes /= 1000;
        ++unit;
    }
    return QString::number(bytes, 'f', unit == 0 ? 0 : 2) + QLatin1Char(' ') + QLatin1String(units[unit]);
}

QString timeText(std::int64_t wallMs) {
    return QDateTime::fromMSecsSinceEpoch(wallMs).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

}  // namespace prunescope::ui
