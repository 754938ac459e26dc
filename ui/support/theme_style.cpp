#include "ui/support/theme_style.h"

#include <QStyleFactory>
#include <QStyleOption>

namespace prunescope::ui {
namespace {

/// Fusion darkens the window's colour by this much for an outline.
constexpr int darkening = 140;

QPalette outlined(QPalette palette) {
    const QColor outline = palette.color(QPalette::Active, QPalette::PlaceholderText);
    palette.setColor(QPalette::Window, outline.lighter(darkening));
    return palette;
}

}  // namespace

ThemeStyle::ThemeStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    if (button == nullptr || (element != PE_IndicatorCheckBox && element != PE_IndicatorRadioButton)) {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
        return;
    }
    QStyleOptionButton visible(*button);
    visible.palette = outlined(button->palette);
    QProxyStyle::drawPrimitive(element, &visible, painter, widget);
}

}  // namespace prunescope::ui
