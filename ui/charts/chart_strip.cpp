#include "ui/charts/chart_strip.h"

#include "ui/support/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr int mostLettersOfName = 21;
constexpr double besideName = 8;    ///< between a name and its row
constexpr double leaderLength = 4;  ///< of a line that leads from the name to the row
constexpr double parted = 6;        ///< rows of this height have a line of the ground between them
constexpr double factorOfPercent = 100;

double factorOf(view::AxisKind kind) {
    return kind == view::AxisKind::percent ? factorOfPercent : 1;
}

}  // namespace

ChartStrip::ChartStrip(const Theme& theme, QGraphicsItem* parent) : QGraphicsItem(parent), theme_(theme) {}

void ChartStrip::setRows(std::vector<ChartSeries> rows) {
    rows_ = std::move(rows);
    pointed_.reset();
    clear();
}

void ChartStrip::setArea(const QRectF& plot) {
    const QRectF bounds(0, plot.top(), plot.right() + 1, plot.height() + 1);
    if (plot_ == plot && bounds_ == bounds) return;
    prepareGeometryChange();
    plot_ = plot;
    bounds_ = bounds;
}

void ChartStrip::restyle(const QFont& labels) {
    font_ = labels;
    for (std::size_t i = 0; i < colours_.size(); ++i)
        colours_[i] = theme_.shade(static_cast<double>(i) / static_cast<double>(colours_.size() - 1)).rgb();
    clear();
}

void ChartStrip::clear() {
    drawn_.reset();
    image_ = {};
    update();
}

YFit::Extent ChartStrip::extent(const view::Columns& columns) const {
    YFit::Extent extent{HUGE_VAL, -HUGE_VAL};
    for (const ChartSeries& row : rows_) {
        const std::size_t size = row.curve->size();
        const double behind = std::nextafter(columns.to, HUGE_VAL);
        const std::size_t end = std::min(size, row.times->firstAtOrAfter(columns.unit, behind));
        std::size_t begin = std::min(end, row.times->firstAtOrAfter(columns.unit, columns.from));
        // What was measured before still holds where the picture begins.
        if (begin > 0) --begin;
        const auto [low, high] = row.curve->range(begin, end);
        if (std::isnan(low)) continue;
        extent.low = std::min(extent.low, low);
        extent.high = std::max(extent.high, high);
    }
    return extent;
}

double ChartStrip::shareOf(double value, const View& view) {
    if (!std::isfinite(value)) return std::numeric_limits<double>::quiet_NaN();
    const double y = factorOf(view.kind) * value;
    if (view.kind != view::AxisKind::logarithmic)
        return std::clamp((y - view.low) / (view.high - view.low), 0.0, 1.0);
    // Zeros lie below the picture.
    if (y <= 0) return 0;
    return std::clamp(std::log(y / view.low) / std::log(view.high / view.low), 0.0, 1.0);
}

bool ChartStrip::draw(const View& view) {
    if (rows_.empty() || rows_.front().times->empty() || !(view.low < view.high)) {
        clear();
        return false;
    }
    const bool goesOn = drawn_ == view;
    // A moment on the edge of two columns is in the one before.
    const std::size_t reached = goesOn ? view.columns.at(drawnTo_) : 0;
    if (!goesOn) {
        image_ = QImage(static_cast<int>(view.columns.count), static_cast<int>(rows_.size()),
                        QImage::Format_RGB32);
        image_.fill(theme_.surface());
    }
    drawn_ = view;
    const view::Timeline& times = *rows_.front().times;
    drawnTo_ = times.at(view.columns.unit, times.size() - 1);
    fill(reached > 0 ? reached - 1 : 0);
    update();
    return true;
}

/// The rows of one strip have the same moments.
void ChartStrip::fill(std::size_t firstColumn) {
    const std::vector<std::size_t> positions =
        view::lastPositions(*rows_.front().times, drawn_->columns, firstColumn);
    const double last = static_cast<double>(colours_.size() - 1);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        const view::Curve& curve = *rows_[row].curve;
        auto* line = reinterpret_cast<QRgb*>(image_.scanLine(static_cast<int>(row))) + firstColumn;
        for (std::size_t i = 0; i < positions.size(); ++i) {
            if (positions[i] >= curve.size()) continue;
            const double share = shareOf(curve.at(positions[i]), *drawn_);
            line[i] = std::isnan(share) ? theme_.surface().rgb()
                                        : colours_[static_cast<std::size_t>(std::lround(share * last))];
        }
    }
}

std::optional<std::size_t> ChartStrip::rowAt(const QPointF& place) const {
    if (rows_.empty() || place.y() < plot_.top() || place.y() >= plot_.bottom()) return std::nullopt;
    if (place.x() > plot_.right()) return std::nullopt;
    const auto row = static_cast<std::size_t>((place.y() - plot_.top()) / rowHeight());
    return std::min(row, rows_.size() - 1);
}

void ChartStrip::point(std::optional<std::size_t> row) {
    if (std::exchange(pointed_, row) != row) update();
}

double ChartStrip::roomForNames() const {
    const QFontMetricsF metrics(font_);
    double widest = 0;
    for (const ChartSeries& row : rows_) widest = std::max(widest, metrics.horizontalAdvance(row.label));
    const double most = metrics.averageCharWidth() * mostLettersOfName;
    return rows_.empty() ? 0 : std::min(widest, most) + besideName + 1;
}

QRectF ChartStrip::placeOf(std::size_t row) const {
    return {plot_.left(), plot_.top() + rowHeight() * static_cast<double>(row), plot_.width(), rowHeight()};
}

void ChartStrip::paint(QPainter* painter, const QStyleOptionGraphicsItem* /*option*/, QWidget* /*widget*/) {
    if (!drawn_) return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter->drawImage(plot_, image_);
    if (rowHeight() >= parted) {
        painter->setPen(QPen(theme_.surface(), 1));
        for (std::size_t row = 1; row < rows_.size(); ++row)
            painter->drawLine(placeOf(row).topLeft(), placeOf(row).topRight());
    }
    if (pointed_) {
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(theme_.accent(), 1));
        painter->drawRect(placeOf(*pointed_).adjusted(0, -1, 0, 0));
    }
    paintNames(*painter);
    painter->restore();
}

/// Of rows that are lower than a name, each has one that finds room below the one before.
void ChartStrip::paintNames(QPainter& painter) const {
    const QFontMetricsF metrics(font_);
    const double lowest = std::max(plot_.top(), plot_.bottom() - metrics.height());
    const double right = plot_.left() - besideName;
    double taken = plot_.top();
    painter.setFont(font_);
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        const double middle = placeOf(row).center().y();
        const double top = std::clamp(middle - metrics.height() / 2, plot_.top(), lowest);
        if (top < taken) continue;
        taken = top + metrics.height();
        painter.setPen(pointed_ == row ? theme_.accent() : theme_.mutedText());
        painter.drawText(QRectF(0, top, right, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter | Qt::TextDontClip,
                         metrics.elidedText(rows_[row].label, Qt::ElideMiddle, right));
        painter.drawLine(QPointF(plot_.left() - leaderLength, middle), QPointF(plot_.left() - 1, middle));
    }
}

}  // namespace prunescope::ui
