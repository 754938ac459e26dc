#include "ui/experiment/option_text.h"

#include "base/error.h"
#include "ui/experiment/written_share.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/number_field.h"

#include <QCoreApplication>
#include <QStringList>

namespace prunescope::ui {
namespace {

struct OptionWords {
    Q_DECLARE_TR_FUNCTIONS(OptionText)
};

}  // namespace

nlohmann::json OptionText::shareOf(const QString& text) const {
    if (const auto share = writtenShare(text)) {
        try {
            return run::validated(option_, *share);
        } catch (const Error&) {
            // Said below, in percent.
        }
    }
    throw UsageError(option_.key, OptionWords::tr("“%1” is not allowed").arg(text).toStdString(),
                     OptionWords::tr("Give a percentage from %1 to below %2.")
                         .arg(percentAsGiven(option_.minimum), percentAsGiven(option_.maximum))
                         .toStdString());
}

nlohmann::json OptionText::valueOf(const QString& text) const {
    if (writing_.percent) return shareOf(text);
    if (writing_.automatic && text.compare(OptionWords::tr("auto"), Qt::CaseInsensitive) == 0)
        return run::validated(option_, *writing_.automatic);
    if (option_.kind == run::OptionKind::real) {
        if (const auto number = writtenNumber(text)) return run::validated(option_, *number);
    }
    return run::parsed(option_, text.toStdString());
}

QString OptionText::textOf(const nlohmann::json& value) const {
    if (value.is_string()) return QString::fromStdString(value.get<std::string>());
    if (value.is_number_integer()) {
        const auto number = value.get<std::int64_t>();
        return writing_.automatic == number ? OptionWords::tr("auto") : QString::number(number);
    }
    if (value.is_array()) {
        QStringList numbers;
        for (const auto& number : value) numbers << textOf(number);
        return numbers.join(QStringLiteral(", "));
    }
    if (!value.is_number()) return {};
    const double number = value.get<double>();
    return writing_.percent ? shareAsWritten(number) : significantText(number, 6);
}

QString OptionText::allowed() const {
    using Kind = run::OptionKind;
    if (writing_.percent) {
        return OptionWords::tr("Allowed: a percentage from %1 to below %2")
            .arg(percentAsGiven(option_.minimum), percentAsGiven(option_.maximum));
    }
    const bool counted =
        option_.kind == Kind::integer || option_.kind == Kind::real || option_.kind == Kind::numbers;
    return counted ? OptionWords::tr("Allowed: %1").arg(engineText(run::allowedValues(option_))) : QString();
}

}  // namespace prunescope::ui
