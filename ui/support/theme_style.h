#pragma once

#include <QProxyStyle>

namespace prunescope::ui {

/// Fusion, whose boxes to tick and fields are outlined in a shade of the window: on a dark ground nobody sees
/// them. Here the outline has the tone of muted text.
class ThemeStyle : public QProxyStyle {
    Q_OBJECT
public:
    ThemeStyle();
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
};

}  // namespace prunescope::ui
