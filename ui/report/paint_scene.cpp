#include "ui/report/paint_scene.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace prunescope::ui {
namespace {

using paper::pt;
using report::Colour;
using report::LineStyle;
using report::Stroke;

paper::Ink inkOf(const QColor& colour) {
    return {.points = report::chartFont * sceneUnit / pt(1), .colour = colour};
}

/// Draws the parts of one picture.
class ScenePainter {
public:
    ScenePainter(QPainter& painter, QPointF topLeft, std::size_t layers)
        : painter_(painter), topLeft_(topLeft), layers_(layers) {}

    void operator()(const Stroke& stroke) const {
        QPainterPath path;
        for (const auto& piece : stroke.pieces) {
            for (std::size_t i = 0; i < piece.size(); ++i)
                i == 0 ? path.moveTo(at(piece[i])) : path.lineTo(at(piece[i]));
        }
        painter_.setBrush(Qt::NoBrush);
        painter_.setPen(penOf(stroke));
        painter_.drawPath(path);
    }

    void operator()(const report::Dot& dot) const {
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(dot.faint ? paper::tint(colourOf(dot.colour), 0.45) : colourOf(dot.colour));
        painter_.drawEllipse(at(dot.centre), dot.radius * sceneUnit, dot.radius * sceneUnit);
    }

    void operator()(const report::Patch& patch) const {
        painter_.fillRect(areaOf(patch), colourOf(patch.colour));
    }

    void operator()(const report::Label& label) const {
        const paper::Ink ink = inkOf(colourOf(label.colour));
        const QString text = paper::clean(label.text);
        const double width = paper::textWidth(text, ink);
        const double shift = label.anchor == report::Label::Anchor::end      ? width
                             : label.anchor == report::Label::Anchor::middle ? width / 2
                                                                             : 0;
        const QPointF left = at(label.baseline) - QPointF(shift, 0);
        if (label.overCurves) {
            const double height = pt(ink.points);
            painter_.fillRect(QRectF(left.x(), left.y() - 0.9 * height, width, 1.1 * height), Qt::white);
        }
        painter_.setFont(paper::fontOf(ink));
        painter_.setPen(ink.colour);
        painter_.drawText(left, text);
    }

    QRectF areaOf(const report::Patch& patch) const {
        return {at({patch.x, patch.y}), QSizeF(patch.width, patch.height) * sceneUnit};
    }

private:
    QPointF at(const view::Point& point) const { return topLeft_ + QPointF(point.x, point.y) * sceneUnit; }

    QColor colourOf(const Colour& colour) const {
        switch (colour.kind) {
            case Colour::Kind::series:
                return paper::series(static_cast<view::Series>(colour.number));
            case Colour::Kind::layer:
                return paper::layer(colour.number, layers_);
            case Colour::Kind::soft:
                return paper::muted;
            case Colour::Kind::ink:
                break;
        }
        return paper::black;
    }

    QPen penOf(const Stroke& stroke) const {
        switch (stroke.kind) {
            case Stroke::Kind::grid:
                return {paper::hairline, pt(0.5)};
            case Stroke::Kind::axis:
                return {paper::muted, pt(0.5)};
            case Stroke::Kind::mark:
                return {paper::muted, pt(0.6), Qt::DotLine};
            case Stroke::Kind::request:
                return {paper::black, pt(1.2)};
            case Stroke::Kind::requestOfAll:
                return {paper::black, pt(0.9), Qt::DashLine};
            case Stroke::Kind::curve:
                break;
        }
        const QColor colour = colourOf(stroke.colour);
        QPen pen(colour, pt(1.1), Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
        if (stroke.style == LineStyle::faint) pen = QPen(paper::tint(colour, 0.45), pt(0.35));
        if (stroke.style == LineStyle::broad) pen.setWidthF(pt(2));
        if (stroke.style == LineStyle::dashed) pen.setDashPattern({4, 2.5});
        return pen;
    }

    QPainter& painter_;
    QPointF topLeft_;
    std::size_t layers_;
};

}  // namespace

double sceneTextWidth(std::string_view text) {
    return paper::textWidth(paper::clean(std::string(text)), inkOf(paper::black)) / sceneUnit;
}

void paintScene(QPainter& painter, QPointF topLeft, const report::Scene& scene, std::size_t layers) {
    const ScenePainter paint(painter, topLeft, layers);
    for (const auto& shape : scene.below) std::visit(paint, shape);
    painter.save();
    painter.setClipRect(paint.areaOf(scene.clip));
    for (const auto& shape : scene.curves) std::visit(paint, shape);
    painter.restore();
    for (const auto& shape : scene.above) std::visit(paint, shape);
}

}  // namespace prunescope::ui
