#include "ui/support/theme_style.h"

#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>

namespace prunescope::ui {
namespace {

/// Fusion darkens the window's colour by this much for an outline.
constexpr int darkening = 140;
/// Pixels; Qt adds one.
constexpr int tableCellMargin = 7;

QPalette outlined(QPalette palette) {
    const QColor outline = palette.color(QPalette::Active, QPalette::PlaceholderText);
    palette.setColor(QPalette::Window, outline.lighter(darkening));
    return palette;
}

}  // namespace

ThemeStyle::ThemeStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

/// Cells of a table keep as much from their edges as its headings do, so that a column stands in one line and
/// a number does not touch the word beside it.
int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    if (metric == PM_FocusFrameHMargin && qobject_cast<const QTableView*>(widget) != nullptr)
        return tableCellMargin;
    return QProxyStyle::pixelMetric(metric, option, widget);
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (button != nullptr && (element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton)) {
        QStyleOptionButton visible(*button);
        visible.palette = outlined(button->palette);
        return QProxyStyle::drawPrimitive(element, &visible, painter, widget);
    }
    const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option);
    if (frame != nullptr && (element == PE_FrameLineEdit || element == PE_PanelLineEdit)) {
        QStyleOptionFrame visible(*frame);
        visible.palette = outlined(frame->palette);
        return QProxyStyle::drawPrimitive(element, &visible, painter, widget);
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                    QPainter* painter, const QWidget* widget) const {
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (combo != nullptr && control == CC_ComboBox) {
        QStyleOptionComboBox visible(*combo);
        visible.palette = outlined(combo->palette);
        return QProxyStyle::drawComplexControl(control, &visible, painter, widget);
    }
    const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
    if (spin != nullptr && control == CC_SpinBox) {
        QStyleOptionSpinBox visible(*spin);
        visible.palette = outlined(spin->palette);
        return QProxyStyle::drawComplexControl(control, &visible, painter, widget);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

}  // namespace prunescope::ui
