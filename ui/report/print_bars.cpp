#include "report/text.h"
#include "ui/report/print_chart.h"
#include "view/number_text.h"

#include <QPainter>
#include <algorithm>

namespace prunescope::ui {
namespace {

using paper::pt;

const paper::Ink nameInk{.points = 7.5};
const paper::Ink axisInk{.points = 7, .colour = paper::muted};
constexpr double axisHeight = pt(14);

struct Columns {
    double left = 0;
    double right = 0;
    double at(double share) const { return left + (right - left) * std::clamp(share, 0.0, 1.0); }
};

Columns columnsOf(const std::vector<PrintBar>& bars) {
    double names = 0;
    double texts = 0;
    for (const PrintBar& bar : bars) {
        names = std::max(names, paper::textWidth(bar.label, nameInk) + pt(1));
        texts = std::max(texts, paper::textWidth(bar.text, nameInk) + pt(1));
    }
    // Names and texts of whatever length leave the bars their room.
    const double left = std::min(names, paper::bodyWidth * 0.3) + pt(8);
    return {left, paper::bodyWidth - std::min(texts, paper::bodyWidth * 0.4) - pt(10)};
}

void drawBar(QPainter& painter, QPointF at, const PrintBar& bar, const Columns& columns, double height) {
    const TextBlock name(bar.label, nameInk, columns.left - pt(8), Qt::AlignRight);
    name.draw(painter, at + QPointF(0, (height - name.height()) / 2));
    const double thickness = pt(7);
    const double top = at.y() + (height - thickness) / 2;
    painter.fillRect(QRectF(at.x() + columns.left, top, columns.at(bar.share) - columns.left, thickness),
                     bar.colour);
    if (bar.requested) {
        const double x = at.x() + columns.at(*bar.requested);
        painter.setPen(QPen(paper::black, pt(1.2)));
        painter.drawLine(QPointF(x, top - pt(2)), QPointF(x, top + thickness + pt(2)));
    }
    const TextBlock text(bar.text, nameInk, paper::bodyWidth - columns.right - pt(8), Qt::AlignRight);
    text.draw(painter, at + QPointF(columns.right + pt(8), (height - text.height()) / 2));
}

void placeAxis(PageFlow& flow, const Columns& columns) {
    flow.place(axisHeight, [columns](QPainter& painter, QPointF at) {
        for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
            const TextBlock text(QString::fromStdString(view::percentText(share, 0)), axisInk, pt(40),
                                 Qt::AlignHCenter);
            text.draw(painter, at + QPointF(columns.at(share) - pt(20), pt(2)));
        }
    });
}

}  // namespace

void placeBars(PageFlow& flow, const QString& title, const std::vector<PrintBar>& bars,
               std::optional<double> requestedOverall, const QString& requestedText) {
    const Columns columns = columnsOf(bars);
    flow.skip(pt(6));
    flow.require(pt(80));
    flow.text(title, {.points = 8.5, .bold = true});
    if (!requestedText.isEmpty()) flow.smallText(requestedText);
    for (const PrintBar& bar : bars) {
        const TextBlock name(bar.label, nameInk, columns.left - pt(8), Qt::AlignRight);
        const double height = std::max(name.height() + pt(1), pt(13));
        if (flow.room() < height + axisHeight) {
            placeAxis(flow, columns);
            flow.newPage();
        }
        flow.place(height, [=](QPainter& painter, QPointF at) {
            painter.setPen(QPen(paper::hairline, pt(0.5)));
            for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
                const double x = at.x() + columns.at(share);
                painter.drawLine(QPointF(x, at.y()), QPointF(x, at.y() + height));
            }
            drawBar(painter, at, bar, columns, height);
            if (requestedOverall) {
                const double x = at.x() + columns.at(*requestedOverall);
                painter.setPen(QPen(paper::black, pt(0.9), Qt::DashLine));
                painter.drawLine(QPointF(x, at.y()), QPointF(x, at.y() + height));
            }
        });
    }
    placeAxis(flow, columns);
    flow.skip(pt(6));
}

}  // namespace prunescope::ui
