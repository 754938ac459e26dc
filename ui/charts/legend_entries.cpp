#include "ui/charts/legend_entries.h"

#include "ui/support/theme.h"

#include <QPainter>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr qreal leastWidth = 2;  ///< of a sample: a colour is hard to tell on a hairline

QString signText(std::size_t left) {
    return QStringLiteral("+%1 ▾").arg(left);
}

}  // namespace

std::optional<std::size_t> LegendEntries::Layout::entryAt(const QPoint& position) const {
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].contains(position)) return i;
    }
    return std::nullopt;
}

void LegendEntries::setFont(const QFont& font) {
    font_ = font;
    for (std::size_t i = 0; i < all_.size(); ++i) {
        nameWidths_[i] = metrics().horizontalAdvance(all_[i].name());
        valueWidths_[i] = metrics().horizontalAdvance(valueOf(i));
    }
}

bool LegendEntries::set(std::vector<ChartSeries> entries, const QString& widest) {
    // The same names come after a new theme, and on every tick of a list.
    const bool same = std::equal(entries.begin(), entries.end(), all_.begin(), all_.end(),
                                 [](const auto& a, const auto& b) { return a.label == b.label; });
    all_ = std::move(entries);
    const int expected = metrics().horizontalAdvance(widest);
    if (!same) {
        nameWidths_.assign(all_.size(), 0);
        valueWidths_.assign(all_.size(), expected);
    }
    for (std::size_t i = 0; i < all_.size(); ++i)
        nameWidths_[i] = std::max(nameWidths_[i], metrics().horizontalAdvance(all_[i].name()));
    for (int& width : valueWidths_) width = std::max(width, expected);
    values_.clear();
    return same;
}

bool LegendEntries::setValues(const QStringList& values) {
    values_ = values;
    bool wider = false;
    for (std::size_t i = 0; i < all_.size(); ++i) {
        const int wanted = metrics().horizontalAdvance(valueOf(i));
        if (wanted <= valueWidths_[i]) continue;
        valueWidths_[i] = wanted;
        wider = true;
    }
    return wider;
}

LegendEntries::Layout LegendEntries::layout(int width, int mostLines) const {
    Layout result;
    std::vector<QRect>& places = result.places;
    const int line = metrics().height();
    int x = 0;
    int y = 0;
    int row = 1;
    for (std::size_t i = 0; i < all_.size(); ++i) {
        const int wanted = sampleWidth() + nameWidths_[i] + valueWidths_[i] + 2 * gap();
        if (x > 0 && x + wanted > width) {
            if (row == mostLines) break;
            ++row;
            x = 0;
            y += line;
        }
        places.emplace_back(x, y, std::min(wanted, std::max(width, 1)), line);
        x += wanted + 2 * gap();
    }
    while (places.size() > 1 && places.size() < all_.size() && signAfter(places).right() > width &&
           places.back().left() > 0)
        places.pop_back();
    result.sign = signAfter(places);
    result.height = (places.empty() ? line : places.back().bottom() + 1) + gap() / 2;
    return result;
}

QRect LegendEntries::signAfter(const std::vector<QRect>& places) const {
    if (places.empty() || places.size() == all_.size()) return {};
    const QRect& last = places.back();
    const int width = metrics().horizontalAdvance(signText(all_.size() - places.size()));
    return {last.right() + gap(), last.top(), width + 1, last.height()};
}

void LegendEntries::draw(QPainter& painter, const Layout& layout) const {
    painter.save();
    painter.setFont(font_);
    painter.setRenderHint(QPainter::Antialiasing);
    for (std::size_t i = 0; i < layout.places.size(); ++i) drawEntry(painter, i, layout.places[i]);
    if (!layout.sign.isEmpty()) {
        painter.setPen(theme_.accent());
        painter.drawText(layout.sign, Qt::AlignLeft | Qt::AlignVCenter,
                         signText(all_.size() - layout.places.size()));
    }
    painter.restore();
}

void LegendEntries::drawEntry(QPainter& painter, std::size_t entry, const QRect& place) const {
    const QString name = all_[entry].name();
    const bool hidden = isHidden(entry);
    QRect rest = place;
    const QRect sample = rest.adjusted(0, 0, sampleWidth() - rest.width(), 0);
    drawSample(painter, all_[entry], sample, hidden);
    rest.setLeft(sample.right() + gap());
    const QRect label = rest.adjusted(0, 0, -valueWidths_[entry] - gap(), 0);
    QFont font = painter.font();
    font.setStrikeOut(hidden);
    painter.setFont(font);
    painter.setPen(hidden ? theme_.mutedText() : theme_.text());
    // Names of layers and runs differ at their ends.
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter,
                     metrics().elidedText(name, Qt::ElideMiddle, label.width() + 1));
    font.setStrikeOut(false);
    painter.setFont(font);
    painter.setPen(theme_.mutedText());
    painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, hidden ? QString() : valueOf(entry));
}

void LegendEntries::drawSample(QPainter& painter, const ChartSeries& entry, const QRect& sample,
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

QPixmap LegendEntries::sampleOf(std::size_t entry) const {
    QPixmap sample(sampleWidth(), metrics().height());
    sample.fill(Qt::transparent);
    QPainter painter(&sample);
    painter.setRenderHint(QPainter::Antialiasing);
    drawSample(painter, all_[entry], sample.rect(), false);
    painter.end();
    return sample;
}

}  // namespace prunescope::ui
