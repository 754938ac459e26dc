#pragma once

#include <QProxyStyle>

namespace prunescope::ui {

/// Fusion, whose boxes to tick and fields are outlined in a shade of the window: on a dark ground nobody sees
/// them. Here the outline has the tone of muted text; and tables have their columns in one line.
class ThemeStyle : public QProxyStyle {
    Q_OBJECT
public:
    ThemeStyle();
    int pixelMetric(PixelMetric metric, const QStyleOption* option = nullptr,
                    const QWidget* widget = nullptr) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                       const QWidget* widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                            const QWidget* widget) const override;
};

}  // namespace prunescope::ui
