#include "ui/charts/chart_legend.h"

#include "ui/support/theme.h"

#include <QPainter>
#include <algorithm>
#include <limits>

namespace prunescope::ui {
namespace {

constexpr qreal leastWidth = 2;  ///< of a sample: a colour is hard to tell on a hairline
constexpr int noLimit = std::numeric_limits<int>::max();

}  // namespace

ChartLegend::ChartLegend(Theme& theme, QWidget* parent) : QWidget(parent), theme_(theme) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme_, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void ChartLegend::setInteractive(bool interactive) {
    interactive_ = interactive;
    setFocusPolicy(interactive ? Qt::StrongFocus : Qt::NoFocus);
    setMouseTracking(interactive);
}

void ChartLegend::setEntries(std::vector<ChartSeries> entries, const QString& widest) {
    // The same names again, as after a new theme or on every tick of a list: their room stays.
    const bool same = std::equal(entries.begin(), entries.end(), entries_.begin(), entries_.end(),
                                 [](const auto& a, const auto& b) { return a.label == b.label; });
    entries_ = std::move(entries);
    const int expected = fontMetrics().horizontalAdvance(widest);
    if (!same || valueWidths_.size() != entries_.size()) valueWidths_.assign(entries_.size(), expected);
    for (int& width : valueWidths_) width = std::max(width, expected);
    values_.clear();
    current_ = std::min(current_, entries_.empty() ? 0 : entries_.size() - 1);
    if (!same) point({});
    updateGeometry();
    update();
}

void ChartLegend::setValues(const QStringList& values) {
    if (values_ == values) return;
    values_ = values;
    bool wider = false;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const int wanted = fontMetrics().horizontalAdvance(valueOf(i));
        if (wanted <= valueWidths_[i]) continue;
        valueWidths_[i] = wanted;
        wider = true;
    }
    if (wider) updateGeometry();
    update();
}

void ChartLegend::setHidden(const QSet<QString>& hidden) {
    hidden_ = hidden;
    update();
}

void ChartLegend::setMostLines(int lines) {
    if (mostLines_ == lines) return;
    mostLines_ = lines;
    updateGeometry();
    update();
}

int ChartLegend::sampleWidth() const {
    return fontMetrics().averageCharWidth() * 3;
}

int ChartLegend::gap() const {
    return std::max(4, fontMetrics().averageCharWidth());
}

QString ChartLegend::moreText(std::size_t left) const {
    return QStringLiteral("+%1 ▾").arg(left);
}

/// Entries from left to right, then on the next line; those that do not fit are left out, and there is room
/// for the sign that says so.
std::vector<ChartLegend::Place> ChartLegend::places(int width, int mostLines) const {
    std::vector<Place> result;
    const int line = lineHeight();
    int x = 0;
    int y = 0;
    int row = 1;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        const int label = fontMetrics().horizontalAdvance(entries_[i].label);
        const int wanted = sampleWidth() + label + valueWidths_[i] + 2 * gap();
        if (x > 0 && x + wanted > width) {
            if (row == mostLines) break;
            ++row;
            x = 0;
            y += line;
        }
        result.push_back({QRect(x, y, std::min(wanted, std::max(width, 1)), line), i});
        x += wanted + 2 * gap();
    }
    while (result.size() > 1 && result.size() < entries_.size() && placeOfMore(result).right() > width &&
           result.back().all.left() > 0)
        result.pop_back();
    return result;
}

QRect ChartLegend::placeOfMore(const std::vector<Place>& places) const {
    if (places.empty() || places.size() == entries_.size()) return {};
    const QRect last = places.back().all;
    const int width = fontMetrics().horizontalAdvance(moreText(entries_.size() - places.size()));
    return {last.right() + gap(), last.top(), width + 1, last.height()};
}

QRect ChartLegend::placeOf(const QString& label) const {
    for (const Place& place : places(width(), mostLines_)) {
        if (entries_[place.entry].label == label) return place.all;
    }
    return {};
}

int ChartLegend::heightForWidth(int width) const {
    const auto all = places(width, mostLines_);
    return (all.empty() ? lineHeight() : all.back().all.bottom() + 1) + gap() / 2;
}

int ChartLegend::heightOfAll(int width) const {
    const auto all = places(width, noLimit);
    return (all.empty() ? lineHeight() : all.back().all.bottom() + 1) + gap() / 2;
}

QSize ChartLegend::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 40, lineHeight() + gap() / 2};
}

QSize ChartLegend::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 16, lineHeight()};
}

void ChartLegend::drawSample(QPainter& painter, const ChartSeries& entry, const QRect& sample,
                             bool hidden) const {
    const QColor colour = hidden ? theme_.hairline() : entry.colour;
    QPen pen(colour, std::max(entry.width, leastWidth), entry.style);
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    if (entry.style != Qt::NoPen)
        painter.drawLine(sample.left(), sample.center().y(), sample.right(), sample.center().y());
    if (entry.points || entry.style == Qt::NoPen) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(sample.center(), 3, 3);
    }
}

void ChartLegend::drawEntry(QPainter& painter, const Place& place) const {
    const ChartSeries& entry = entries_[place.entry];
    const bool hidden = hidden_.contains(entry.label);
    QRect rest = place.all;
    const QRect sample = rest.adjusted(0, 0, sampleWidth() - rest.width(), 0);
    drawSample(painter, entry, sample, hidden);
    rest.setLeft(sample.right() + gap());
    const QRect label = rest.adjusted(0, 0, -valueWidths_[place.entry] - gap(), 0);
    QFont font = painter.font();
    font.setStrikeOut(hidden);
    painter.setFont(font);
    painter.setPen(hidden ? theme_.mutedText() : theme_.text());
    // Names of layers and runs differ at their ends.
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(entry.label, Qt::ElideMiddle, label.width() + 1));
    font.setStrikeOut(false);
    painter.setFont(font);
    painter.setPen(theme_.mutedText());
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, hidden ? QString() : valueOf(place.entry));
}

void ChartLegend::draw(QPainter& painter, const std::vector<Place>& places) const {
    painter.save();
    painter.setFont(font());
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Place& place : places) drawEntry(painter, place);
    if (const QRect more = placeOfMore(places); !more.isEmpty()) {
        painter.setPen(theme_.accent());
        painter.drawText(more, Qt::AlignLeft | Qt::AlignVCenter, moreText(entries_.size() - places.size()));
    }
    painter.restore();
}

void ChartLegend::drawAll(QPainter& painter, int width) const {
    draw(painter, places(width, noLimit));
}

void ChartLegend::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const auto all = places(width(), mostLines_);
    draw(painter, all);
    if (!hasFocus()) return;
    painter.setPen(QPen(theme_.accent(), 1));
    const bool inList = current_ >= all.size();
    const QRect frame = all.empty() ? rect() : inList ? placeOfMore(all) : all[current_].all;
    painter.drawRect(frame.adjusted(0, 0, -1, -1));
}

}  // namespace prunescope::ui
