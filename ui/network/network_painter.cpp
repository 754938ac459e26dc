#include "ui/network/network_painter.h"

#include "ui/support/theme.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace prunescope::ui {
namespace {

constexpr double barOfKept = 5;
constexpr int widestLetters = 42;  ///< of a box

QString nameOf(const NetworkNode& node) {
    return QString::fromStdString(node.name);
}

}  // namespace

QSizeF NetworkPainter::sizeOf(const NetworkNode& node, const QFontMetrics& letters) {
    const auto wide = [&](const QString& text) { return letters.horizontalAdvance(text); };
    int width = wide(kindText(node));
    int lines = 1;
    if (node.parameters > 0) {
        width = std::max({width, wide(nameOf(node)), wide(costText(node))});
        lines = 3;
    }
    if (node.prunable) width = std::max(width, wide(nameOf(node)) + wide(QStringLiteral("  100.0 %")));
    width = std::min(width, widestLetters * letters.averageCharWidth());
    const double bar = node.prunable ? barOfKept + 2 : 0;
    // A fraction of a letter's width counts as a whole pixel where it is decided what fits.
    return {width + 2 + 2 * padding, lines * letters.height() + padding + bar};
}

void NetworkPainter::drawLines(const NetworkGraph& graph, const view::GraphLayout& layout) const {
    const QFontMetrics letters = painter_.fontMetrics();
    std::vector<bool> named(graph.size(), false);
    std::vector<std::pair<QRectF, QString>> shapes;
    painter_.setPen(theme_.mutedText());
    for (const view::GraphLine& flow : layout.lines) {
        for (std::size_t p = 1; p < flow.points.size(); ++p) {
            painter_.drawLine(QPointF(flow.points[p - 1].x, flow.points[p - 1].y),
                              QPointF(flow.points[p].x, flow.points[p].y));
        }
        if (named[flow.from]) continue;
        named[flow.from] = true;
        const view::PlacedBox& from = layout.boxes[flow.from];
        const QString shape = outputText(graph[flow.from]);
        shapes.emplace_back(QRectF(from.middle() + padding / 2, from.bottom() + letters.height() / 4.0,
                                   letters.horizontalAdvance(shape) + 2, letters.height()),
                            shape);
    }
    // No line strikes them through.
    for (const auto& [place, shape] : shapes) {
        painter_.fillRect(place, theme_.surface());
        painter_.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, shape);
    }
}

void NetworkPainter::drawNode(const NetworkNode& node, const view::PlacedBox& box, const NetworkMark& mark,
                              State state) const {
    const QColor ground = node.prunable ? theme_.surface() : theme_.window();
    painter_.setBrush(state == State::plain ? ground : mixed(ground, theme_.accent(), 0.2));
    painter_.setPen(
        QPen(state == State::plain ? theme_.mutedText() : theme_.accent(), state == State::focused ? 2 : 1));
    painter_.drawRoundedRect(QRectF(box.left, box.top, box.width, box.height), 3, 3);
    write(node, box, mark);
    if (mark.kept) {
        drawKept({box.left + padding, box.bottom() - barOfKept - 3, box.width - 2 * padding, barOfKept},
                 *mark.kept);
    }
}

void NetworkPainter::write(const NetworkNode& node, const view::PlacedBox& box,
                           const NetworkMark& mark) const {
    const QFontMetrics letters = painter_.fontMetrics();
    const double inside = box.width - 2 * padding;
    QRectF line(box.left + padding, box.top + padding / 2, inside, letters.height());
    const auto say = [&](const QString& words, const QColor& colour, Qt::TextElideMode mode, double room) {
        painter_.setPen(colour);
        painter_.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          letters.elidedText(words, mode, static_cast<int>(std::ceil(room))));
        line.translate(0, letters.height());
    };
    if (node.parameters == 0) return say(kindText(node), theme_.mutedText(), Qt::ElideRight, inside);
    painter_.setPen(theme_.text());
    painter_.drawText(line, Qt::AlignRight | Qt::AlignVCenter, mark.text);
    const int taken = mark.text.isEmpty() ? 0 : letters.horizontalAdvance(mark.text + QLatin1Char(' '));
    // Names of layers differ at their ends.
    say(nameOf(node), theme_.text(), Qt::ElideLeft, inside - taken);
    say(kindText(node), theme_.mutedText(), Qt::ElideRight, inside);
    say(costText(node), theme_.mutedText(), Qt::ElideRight, inside);
}

void NetworkPainter::drawKept(const QRectF& bar, double kept) const {
    painter_.setBrush(Qt::NoBrush);
    painter_.setPen(QPen(theme_.mutedText(), 1));
    painter_.drawRect(bar);
    painter_.fillRect(QRectF(bar.left(), bar.top(), kept * bar.width(), bar.height()), theme_.accent());
}

}  // namespace prunescope::ui
