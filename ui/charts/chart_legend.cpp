#include "ui/charts/chart_legend.h"

#include "ui/support/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr int mostLines = 2;
constexpr qreal leastWidth = 2;  ///< of a sample: a colour is hard to tell on a hairline

}  // namespace

ChartLegend::ChartLegend(Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChartLegend::setEntries(std::vector<ChartSeries> entries, const QString& widest) {
    entries_ = std::move(entries);
    values_.clear();
    widest_ = widest;
    updateGeometry();
    update();
}

void ChartLegend::setValues(const QStringList& values) {
    if (values_ == values) return;
    values_ = values;
    update();
}

int ChartLegend::sampleWidth() const {
    return fontMetrics().averageCharWidth() * 3;
}

int ChartLegend::gap() const {
    return std::max(4, fontMetrics().averageCharWidth());
}

/// Entries from left to right, then on the next line; those that do not fit are left out.
std::vector<ChartLegend::Place> ChartLegend::places(int width) const {
    std::vector<Place> result;
    const int line = fontMetrics().height();
    const int values = fontMetrics().horizontalAdvance(widest_);
    int x = 0;
    int y = 0;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const int label = fontMetrics().horizontalAdvance(entries_[i].label);
        const int wanted = sampleWidth() + label + values + 2 * gap();
        if (x > 0 && x + wanted > width) {
            x = 0;
            y += line;
        }
        if (y >= mostLines * line) break;
        result.push_back({QRect(x, y, std::min(wanted, std::max(width, 1)), line), i});
        x += wanted + 2 * gap();
    }
    return result;
}

int ChartLegend::heightForWidth(int width) const {
    const auto all = places(width);
    return (all.empty() ? fontMetrics().height() : all.back().all.bottom() + 1) + gap() / 2;
}

QSize ChartLegend::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 40, fontMetrics().height() + gap() / 2};
}

QSize ChartLegend::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 16, fontMetrics().height()};
}

void ChartLegend::drawEntry(QPainter& painter, const Place& place) const {
    const ChartSeries& entry = entries_[place.entry];
    QRect rest = place.all;
    const QRect sample = rest.adjusted(0, 0, sampleWidth() - rest.width(), 0);
    QPen pen(entry.colour, std::max(entry.width, leastWidth), entry.style);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    if (entry.style != Qt::NoPen)
        painter.drawLine(sample.left(), sample.center().y(), sample.right(), sample.center().y());
    if (entry.points || entry.style == Qt::NoPen) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(entry.colour);
        painter.drawEllipse(sample.center(), 3, 3);
    }
    rest.setLeft(sample.right() + gap());
    const int values = fontMetrics().horizontalAdvance(widest_);
    const QRect label = rest.adjusted(0, 0, -values - gap(), 0);
    painter.setPen(theme_.text());
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(entry.label, Qt::ElideRight, label.width()));
    painter.setPen(theme_.mutedText());
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter,
                     values_.value(static_cast<qsizetype>(place.entry)));
}

void ChartLegend::draw(QPainter& painter) const {
    painter.save();
    painter.setFont(font());
    painter.setRenderHint(QPainter::Antialiasing);
    const auto all = places(width());
    for (const Place& place : all) drawEntry(painter, place);
    if (!all.empty() && all.size() < entries_.size()) {
        painter.setPen(theme_.mutedText());
        const QString more = QStringLiteral("+%1").arg(entries_.size() - all.size());
        painter.drawText(QRect(all.back().all.right() + gap(), all.back().all.top(),
                               width() - all.back().all.right(), fontMetrics().height()),
                         Qt::AlignLeft | Qt::AlignVCenter, more);
    }
    painter.restore();
}

void ChartLegend::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    draw(painter);
}

bool ChartLegend::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    QStringList lines;
    for (std::size_t i = 0; i < entries_.size(); ++i)
        lines << entries_[i].label + QStringLiteral("  ") + values_.value(static_cast<qsizetype>(i));
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), lines.join(QLatin1Char('\n')), this);
    return true;
}

}  // namespace prunescope::ui
