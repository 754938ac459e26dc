#include "report/text.h"
#include "ui/report/report_writer.h"
#include "view/number_text.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

using paper::clean;
using paper::pt;
using Align = PrintTable::Align;

/// More classes than this cannot be read as a table on paper; their largest confusions are listed instead.
constexpr std::int64_t mostShown = 25;
constexpr double rowHeight = pt(14);
constexpr double tallestTitle = pt(150);

/// In the size that fits, so that a long name stays whole.
paper::Ink fittingInk(const QString& text, double width) {
    paper::Ink ink{.points = 7.5};
    const double needed = paper::textWidth(text, ink);
    if (needed > width) ink.points *= width / needed;
    return ink;
}

struct Matrix {
    std::vector<QString> names;
    std::vector<std::int64_t> images;  ///< of each row
    std::vector<std::int64_t> counts;
    double left = 0;
    double cell = 0;
    double top = 0;

    std::size_t classes() const { return names.size(); }
    double height() const { return top + rowHeight * static_cast<double>(classes()) + pt(8); }
};

Matrix matrixOf(const run::Evaluation& evaluation, const std::vector<report::ClassSummary>& classes) {
    Matrix m;
    m.counts = evaluation.confusion;
    double widest = 0;
    for (const auto& c : classes) {
        m.names.push_back(clean(c.name));
        m.images.push_back(c.images);
        widest = std::max(widest, paper::textWidth(m.names.back(), {.points = 7.5}));
    }
    m.left = std::min(widest, pt(130)) + pt(6);
    m.cell = std::min(pt(34), (paper::bodyWidth - m.left) / static_cast<double>(m.classes()));
    m.top = std::min(widest, tallestTitle) + pt(8);
    return m;
}

void drawTitles(QPainter& painter, const Matrix& m) {
    for (std::size_t k = 0; k < m.classes(); ++k) {
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

/// Few errors beside many right answers would vanish on a straight scale, so shade grows with the square
/// root.
void drawCell(QPainter& painter, const Matrix& m, std::size_t truth, std::size_t answer) {
    const std::int64_t images = m.counts[truth * m.classes() + answer];
    const double share =
        m.images[truth] == 0 ? 0 : static_cast<double>(images) / static_cast<double>(m.images[truth]);
    const double shade = 0.9 * std::sqrt(share);
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

void ReportWriter::confusion() {
    const report::ResultSummary& r = summary_.result;
    if (!r.final) return;
    const run::Evaluation& e = record().evaluations[r.final->position];
    chapter(tr("Confusion matrix"));
    flow_.text(
        (summary_.complete ? tr("Final test evaluation, epoch %1, %2 images; %3.")
                           : tr("Last test evaluation, epoch %1, %2 images; %3."))
            .arg(textOf(view::epochText(r.final->epoch)), wholeText(r.final->images), evidence("per_class")));
    if (e.classes > mostShown) {
        flow_.text(tr("The matrix of %1 classes is in report.json.").arg(wholeText(e.classes)));
    } else {
        const Matrix m = matrixOf(e, r.classes);
        flow_.require(m.height() + pt(20));
        flow_.text(tr("Images by true class (rows) and answer (columns)"), {.points = 8.5, .bold = true});
        flow_.place(m.height(), [m](QPainter& painter, QPointF at) {
            painter.save();
            painter.translate(at);
            drawTitles(painter, m);
            for (std::size_t k = 0; k < m.classes(); ++k) {
                for (std::size_t j = 0; j < m.classes(); ++j) drawCell(painter, m, k, j);
            }
            painter.restore();
        });
        flow_.smallText(
            tr("Shade: square root of the share of the row, so that rare confusions can be seen. Blue: right "
               "answers; red: wrong ones."));
    }
    if (r.largestConfusions.empty()) return;
    PrintTable table(tr("Largest confusions"), {{tr("True class")},
                                                {tr("Answered")},
                                                {tr("Images"), Align::right},
                                                {tr("Share of class"), Align::right}});
    for (const report::Confusion& c : r.largestConfusions) {
        const auto& truth = r.classes[static_cast<std::size_t>(c.truth)];
        table.row({clean(truth.name), clean(r.classes[static_cast<std::size_t>(c.answer)].name),
                   wholeText(c.images),
                   shareText(static_cast<double>(c.images) / static_cast<double>(truth.images))});
    }
    table.layOut(flow_);
}

}  // namespace prunescope::ui
