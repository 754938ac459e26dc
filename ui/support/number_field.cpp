#include "ui/support/number_field.h"

#include <QLocale>
#include <QRegularExpression>
#include <cmath>

namespace prunescope::ui {
namespace {

/// One alphabet of digits and signs: a point for either decimal sign, a hyphen for a minus.
QString plainSigns(const QString& text) {
    QString plain = text.normalized(QString::NormalizationForm_KC).trimmed();
    plain.replace(QChar(0x2212), QLatin1Char('-'));
    plain.replace(QLatin1Char(','), QLatin1Char('.'));
    return plain;
}

}  // namespace

std::optional<double> writtenNumber(const QString& text) {
    // Two signs become two points, which no number has.
    bool isNumber = false;
    const double number = QLocale::c().toDouble(plainSigns(text), &isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

NumberField::NumberField(QWidget* parent) : QDoubleSpinBox(parent) {
    QLocale numbers = QLocale::c();
    numbers.setNumberOptions(QLocale::OmitGroupSeparator | QLocale::RejectGroupSeparator);
    setLocale(numbers);
}

QString NumberField::textFromValue(double value) const {
    return QString::number(value, 'f', decimals());
}

QString NumberField::bare(const QString& text) const {
    QString number = text;
    if (!prefix().isEmpty() && number.startsWith(prefix())) number.remove(0, prefix().size());
    if (!suffix().isEmpty() && number.endsWith(suffix())) number.chop(suffix().size());
    number = plainSigns(number);
    if (suffix().contains(QLatin1Char('%')) && number.endsWith(QLatin1Char('%'))) number.chop(1);
    return number.trimmed();
}

double NumberField::valueFromText(const QString& text) const {
    return writtenNumber(bare(text)).value_or(value());
}

QValidator::State NumberField::validate(QString& text, int& /*position*/) const {
    const QString number = bare(text);
    // What may stand in the field while it is being written.
    static const QRegularExpression begun(QStringLiteral("\\A(-?)([0-9]*)(?:\\.([0-9]*))?\\z"));
    const QRegularExpressionMatch match = begun.match(number);
    if (!match.hasMatch()) return QValidator::Invalid;
    if (match.capturedLength(1) > 0 && minimum() >= 0) return QValidator::Invalid;
    if (number.contains(QLatin1Char('.')) && decimals() == 0) return QValidator::Invalid;
    if (match.capturedLength(3) > decimals()) return QValidator::Invalid;
    const std::optional<double> written = writtenNumber(number);
    if (!written) return QValidator::Intermediate;
    if (*written >= minimum() && *written <= maximum()) return QValidator::Acceptable;
    // More digits only lead further away from zero.
    const bool beyond = *written >= 0 ? *written > maximum() && maximum() >= 0 : *written < minimum();
    return beyond ? QValidator::Invalid : QValidator::Intermediate;
}

}  // namespace prunescope::ui
