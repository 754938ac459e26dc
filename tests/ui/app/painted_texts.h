#pragma once

#include <QPaintDevice>
#include <QPaintEngine>
#include <QWidget>
#include <vector>

/// What a widget writes when it paints itself: also texts that no property tells of.
namespace prunescope::ui {

struct PaintedText {
    QString text;
    QRectF place;  ///< in the widget's coordinates
};

class TextEngine : public QPaintEngine {
public:
    explicit TextEngine(std::vector<PaintedText>& texts) : QPaintEngine(AllFeatures), texts_(texts) {}

    bool begin(QPaintDevice* /*device*/) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void updateState(const QPaintEngineState& now) override {
        if (now.state().testFlag(DirtyTransform)) transform_ = now.transform();
    }
    void drawTextItem(const QPointF& at, const QTextItem& item) override {
        const QRectF box(at.x(), at.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        texts_.push_back({item.text(), transform_.mapRect(box)});
    }
    void drawPixmap(const QRectF& /*to*/, const QPixmap& /*pixmap*/, const QRectF& /*from*/) override {}
    void drawTiledPixmap(const QRectF& /*to*/, const QPixmap& /*pixmap*/, const QPointF& /*at*/) override {}
    void drawImage(const QRectF& /*to*/, const QImage& /*image*/, const QRectF& /*from*/,
                   Qt::ImageConversionFlags /*flags*/) override {}
    void drawPath(const QPainterPath& /*path*/) override {}
    void drawPolygon(const QPointF* /*points*/, int /*count*/, PolygonDrawMode /*mode*/) override {}
    void drawPolygon(const QPoint* /*points*/, int /*count*/, PolygonDrawMode /*mode*/) override {}
    void drawRects(const QRectF* /*rects*/, int /*count*/) override {}
    void drawRects(const QRect* /*rects*/, int /*count*/) override {}
    void drawLines(const QLineF* /*lines*/, int /*count*/) override {}
    void drawLines(const QLine* /*lines*/, int /*count*/) override {}

private:
    std::vector<PaintedText>& texts_;
    QTransform transform_;
};

/// As large and as fine as the widget, and keeps nothing but texts.
class TextDevice : public QPaintDevice {
public:
    explicit TextDevice(const QWidget& widget) : widget_(widget), engine_(texts) {}
    QPaintEngine* paintEngine() const override { return const_cast<TextEngine*>(&engine_); }

    std::vector<PaintedText> texts;

protected:
    int metric(PaintDeviceMetric metric) const override {
        switch (metric) {
            case PdmWidth:
                return widget_.width();
            case PdmHeight:
                return widget_.height();
            case PdmDpiX:
            case PdmPhysicalDpiX:
                return widget_.logicalDpiX();
            case PdmDpiY:
            case PdmPhysicalDpiY:
                return widget_.logicalDpiY();
            case PdmDepth:
                return 32;
            case PdmDevicePixelRatio:
                return 1;
            case PdmDevicePixelRatioScaled:
                return static_cast<int>(devicePixelRatioFScale());
            default:
                return QPaintDevice::metric(metric);
        }
    }

private:
    const QWidget& widget_;
    TextEngine engine_;
};

/// Of the widget itself, without its children.
inline std::vector<PaintedText> paintedTexts(QWidget& widget) {
    TextDevice device(widget);
    widget.render(&device, QPoint(), QRegion(), QWidget::RenderFlags());
    return device.texts;
}

}  // namespace prunescope::ui
