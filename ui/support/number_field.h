#pragma once

#include <QDoubleSpinBox>
#include <optional>

namespace prunescope::ui {

/// The number that a user wrote, whatever the locale: "0.5" and "0,5" are both a half, digits may be
/// full-width. Nothing for what is no single number, such as "1,234.5", whose first sign could mean either.
std::optional<double> writtenNumber(const QString& text);

/// A field for a number, in the one language of numbers of this window: it shows a point, and understands a
/// comma as well. Neither sign is ever passed over, or 0,5 would become 5.
class NumberField : public QDoubleSpinBox {
    Q_OBJECT
public:
    explicit NumberField(QWidget* parent = nullptr);

    QString textFromValue(double value) const override;
    double valueFromText(const QString& text) const override;
    QValidator::State validate(QString& text, int& position) const override;

private:
    /// Without prefix, suffix and a percent sign that was typed.
    QString bare(const QString& text) const;
};

}  // namespace prunescope::ui
