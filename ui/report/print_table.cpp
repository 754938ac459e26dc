#include "ui/report/print_table.h"

#include <QPainter>
#include <QRegularExpression>
#include <algorithm>
#include <numeric>

namespace prunescope::ui {
namespace {

using paper::pt;

constexpr double columnGap = pt(8);   ///< between columns
constexpr double rowPadding = pt(2);  ///< above and below a row
constexpr double usualSize = 7.5;
constexpr double smallestSize = 4.5;

void rule(QPainter& painter, QPointF at, const QColor& colour) {
    painter.setPen(QPen(colour, pt(0.5)));
    painter.drawLine(at, at + QPointF(paper::bodyWidth, 0));
}

/// A column may not become narrower than its longest word, unless that alone would fill a sixth of the page.
double widestWord(const QString& text, const paper::Ink& ink) {
    double widest = 0;
    // Not at the spaces that hold a number and its unit together.
    static const QRegularExpression breaks(QStringLiteral("[ \\t\\r\\n]+"));
    for (const QString& word : text.split(breaks)) {
        widest = std::max(widest, paper::textWidth(word, ink));
    }
    return std::min(widest, paper::bodyWidth / 6);
}

/// Lines [from, to) of each cell, side by side.
void drawCells(QPainter& painter, QPointF at, const std::vector<TextBlock>& cells,
               const std::vector<double>& widths, std::size_t from, std::size_t to) {
    for (std::size_t c = 0; c < cells.size(); ++c) {
        if (from < cells[c].lines()) cells[c].draw(painter, at, from, to);
        at.rx() += widths[c] + columnGap;
    }
}

}  // namespace

PrintTable::PrintTable(QString caption, std::vector<Column> columns)
    : caption_(std::move(caption)), columns_(std::move(columns)) {}

void PrintTable::row(QStringList cells, std::optional<QColor> swatch) {
    rows_.push_back({std::move(cells), false, swatch});
}

void PrintTable::strongRow(QStringList cells) {
    rows_.push_back({std::move(cells), true, {}});
}

std::size_t PrintTable::LaidRow::lines() const {
    std::size_t most = 1;
    for (const TextBlock& cell : cells) most = std::max(most, cell.lines());
    return most;
}

double PrintTable::Layout::heightOf(std::size_t lines) const {
    return static_cast<double>(lines) * lineHeight() + 2 * rowPadding;
}

double PrintTable::Layout::lineHeight() const {
    return 1.4 * pt(size);
}

paper::Ink PrintTable::inkOf(const Row& row, std::size_t column, double size) const {
    return {.points = size, .bold = row.strong, .fixedPitch = columns_[column].fixedPitch};
}

PrintTable::Layout PrintTable::layout() const {
    const std::size_t count = columns_.size();
    std::vector<double> natural(count, 0);
    std::vector<double> least(count, 0);
    const auto see = [&](const QString& text, std::size_t column, const paper::Ink& ink) {
        natural[column] = std::max(natural[column], paper::textWidth(text, ink) + pt(1));
        least[column] = std::max(least[column], widestWord(text, ink) + pt(1));
    };
    for (std::size_t c = 0; c < count; ++c) {
        see(columns_[c].title, c, {.points = usualSize, .bold = true});
        for (const Row& r : rows_) see(r.cells[static_cast<qsizetype>(c)], c, inkOf(r, c, usualSize));
    }
    Layout result;
    const bool swatches =
        std::any_of(rows_.begin(), rows_.end(), [](const Row& r) { return r.swatch.has_value(); });
    result.indent = swatches ? pt(11) : 0;
    const double available = paper::bodyWidth - result.indent - columnGap * static_cast<double>(count - 1);
    const double needed = std::accumulate(least.begin(), least.end(), 0.0);
    // Rather smaller letters than numbers broken in two.
    result.size = std::clamp(usualSize * available / needed, smallestSize, usualSize);
    const double scale = result.size / usualSize;
    const double wanted = std::accumulate(natural.begin(), natural.end(), 0.0);
    const double spare = available - scale * needed;
    for (std::size_t c = 0; c < count; ++c) {
        if (scale * wanted <= available) {
            result.widths.push_back(scale * natural[c] +
                                    (available - scale * wanted) / static_cast<double>(count));
        } else if (spare > 0 && wanted > needed) {
            result.widths.push_back(scale * least[c] + (natural[c] - least[c]) * spare / (wanted - needed));
        } else {
            result.widths.push_back(least[c] * available / needed);
        }
    }
    result.header = laidHeader(result);
    return result;
}

PrintTable::LaidRow PrintTable::laidHeader(const Layout& layout) const {
    LaidRow result;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        result.cells.emplace_back(
            columns_[c].title, paper::Ink{.points = layout.size, .bold = true, .colour = paper::muted},
            layout.widths[c], columns_[c].align == Align::right ? Qt::AlignRight : Qt::AlignLeft);
    }
    return result;
}

PrintTable::LaidRow PrintTable::laid(const Row& row, const Layout& layout) const {
    LaidRow result;
    result.swatch = row.swatch;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
        result.cells.emplace_back(row.cells[static_cast<qsizetype>(c)], inkOf(row, c, layout.size),
                                  layout.widths[c],
                                  columns_[c].align == Align::right ? Qt::AlignRight : Qt::AlignLeft);
    }
    return result;
}

void PrintTable::placeHeader(PageFlow& flow, const Layout& layout) const {
    if (columns_.front().title.isEmpty()) return;
    const std::size_t lines = layout.header.lines();
    const double height = layout.heightOf(lines);
    flow.place(height, [layout, height, lines](QPainter& painter, QPointF at) {
        drawCells(painter, at + QPointF(layout.indent, rowPadding), layout.header.cells, layout.widths, 0,
                  lines);
        rule(painter, at + QPointF(0, height), paper::muted);
    });
}

void PrintTable::placeRow(PageFlow& flow, const LaidRow& row, const Layout& layout) const {
    const double fullRoom = PageFlow::fullRoom() - layout.heightOf(layout.header.lines());
    std::size_t done = 0;
    while (done < row.lines()) {
        const double height = layout.heightOf(row.lines() - done);
        const bool dividable = height > fullRoom;
        if (flow.room() < (dividable ? layout.heightOf(2) : height)) {
            flow.newPage();
            placeHeader(flow, layout);
        }
        const auto fitting =
            static_cast<std::size_t>((flow.room() - 2 * rowPadding) / layout.lineHeight() + 1e-6);
        const std::size_t to = std::min(row.lines(), done + std::max<std::size_t>(fitting, 1));
        const double part = layout.heightOf(to - done);
        const bool swatch = row.swatch && done == 0;
        flow.place(part, [row, swatch, part, done, to, indent = layout.indent, widths = layout.widths](
                             QPainter& painter, QPointF at) {
            if (swatch) {
                painter.fillRect(QRectF(at.x(), at.y() + rowPadding + pt(1.6), pt(7), pt(7)), *row.swatch);
            }
            drawCells(painter, at + QPointF(indent, rowPadding), row.cells, widths, done, to);
            rule(painter, at + QPointF(0, part), paper::hairline);
        });
        done = to;
    }
}

void PrintTable::layOut(PageFlow& flow) const {
    const Layout layout = this->layout();
    flow.skip(pt(4));
    flow.require(pt(70));
    if (!caption_.isEmpty()) flow.text(caption_, {.points = 8.5, .bold = true});
    placeHeader(flow, layout);
    for (const Row& r : rows_) placeRow(flow, laid(r, layout), layout);
    flow.skip(pt(8));
}

}  // namespace prunescope::ui
