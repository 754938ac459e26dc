#include "ui/report/print_matrix.h"

#include <QPainter>
#include <algorithm>

namespace prunescope::ui {
namespace {

using paper::pt;

constexpr double rowHeight = pt(14);
constexpr double tallestTitle = pt(150);

/// In the size that fits, so that a long name stays whole.
paper::Ink fittingInk(const QString& text, double width) {
    paper::Ink ink{.points = 7.5};
    const double needed = paper::textWidth(text, ink);
    if (needed > width) ink.points *= width / needed;
    return ink;
}

struct MatrixLayout {
    report::Matrix matrix;
    std::vector<QString> names{};
    double left = 0;
    double cell = 0;
    double top = 0;

    explicit MatrixLayout(const report::Matrix& of) : matrix(of) {
        double widest = 0;
        for (const std::string& name : matrix.classes) {
            names.push_back(paper::clean(name));
            widest = std::max(widest, paper::textWidth(names.back(), {.points = 7.5}));
        }
        left = std::min(widest, pt(130)) + pt(6);
        cell = std::min(pt(34), (paper::bodyWidth - left) / static_cast<double>(names.size()));
        top = std::min(widest, tallestTitle) + pt(8);
    }
    double height() const { return top + rowHeight * static_cast<double>(names.size()) + pt(8); }
};

void drawTitles(QPainter& painter, const MatrixLayout& m) {
    for (std::size_t k = 0; k < m.names.size(); ++k) {
        const double middle = m.left + m.cell * (static_cast<double>(k) + 0.5);
        painter.save();
        painter.translate(middle, m.top - pt(4));
        painter.rotate(-90);
        const paper::Ink ink = fittingInk(m.names[k], tallestTitle);
        TextBlock(m.names[k], ink, tallestTitle * 1.1).draw(painter, {0, -0.7 * pt(ink.points)});
        painter.restore();
        const double y = m.top + rowHeight * static_cast<double>(k) + pt(2);
        TextBlock(m.names[k], fittingInk(m.names[k], m.left - pt(7)), m.left - pt(4), Qt::AlignRight)
            .draw(painter, {-pt(2), y});
    }
}

void drawCell(QPainter& painter, const MatrixLayout& m, std::size_t truth, std::size_t answer) {
    const std::int64_t images = m.matrix.counts[truth * m.names.size() + answer];
    const double shade = m.matrix.shade(truth, answer);
    const QRectF area(m.left + m.cell * static_cast<double>(answer),
                      m.top + rowHeight * static_cast<double>(truth), m.cell, rowHeight);
    painter.fillRect(
        area.adjusted(pt(0.4), pt(0.4), -pt(0.4), -pt(0.4)),
        paper::tint(paper::series(truth == answer ? view::Series::validation : view::Series::pruned), shade));
    const QString text = QString::number(images);
    paper::Ink ink = fittingInk(text, m.cell - pt(2));
    ink.colour = images == 0 ? paper::muted : shade > 0.55 ? QColor(Qt::white) : paper::black;
    TextBlock(text, ink, m.cell * 1.2, Qt::AlignHCenter)
        .draw(painter, {area.left() - m.cell * 0.1, area.top() + pt(2)});
}

}  // namespace

void placeMatrix(PageFlow& flow, const report::Matrix& matrix, const QString& caption) {
    const MatrixLayout m(matrix);
    flow.require(m.height() + pt(20));
    flow.text(caption, {.points = 8.5, .bold = true});
    flow.place(m.height(), [m](QPainter& painter, QPointF at) {
        painter.save();
        painter.translate(at);
        drawTitles(painter, m);
        for (std::size_t k = 0; k < m.names.size(); ++k) {
            for (std::size_t j = 0; j < m.names.size(); ++j) drawCell(painter, m, k, j);
        }
        painter.restore();
    });
}

}  // namespace prunescope::ui
