#include "ui/support/flow_layout.h"

#include <QStyle>
#include <QWidget>
#include <algorithm>

namespace prunescope::ui {

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {}

void FlowLayout::addItem(QLayoutItem* item) {
    items_.emplace_back(item);
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
    if (index < 0 || index >= count()) return nullptr;
    QLayoutItem* item = items_[static_cast<std::size_t>(index)].release();
    items_.erase(items_.begin() + index);
    return item;
}

std::vector<FlowLayout::Line> FlowLayout::lines(int width) const {
    std::vector<Line> result(1);
    for (const auto& item : items_) {
        if (item->isEmpty()) continue;
        const QSize size = item->sizeHint();
        const bool full = result.back().width + spacing() + size.width() > width;
        if (!result.back().items.empty() && full) result.emplace_back();
        Line& line = result.back();
        line.width += size.width() + (line.items.empty() ? 0 : spacing());
        line.height = std::max(line.height, size.height());
        line.items.push_back(item.get());
    }
    return result;
}

int FlowLayout::heightForWidth(int width) const {
    const QMargins margins = contentsMargins();
    int height = margins.top() + margins.bottom() - spacing();
    for (const Line& line : lines(width - margins.left() - margins.right()))
        height += line.height + spacing();
    return height;
}

QSize FlowLayout::minimumSize() const {
    QSize most;
    for (const auto& item : items_) most = most.expandedTo(item->sizeHint());
    return most.grownBy(contentsMargins());
}

QSize FlowLayout::sizeHint() const {
    const Line all = lines(QLAYOUTSIZE_MAX).front();
    return QSize(all.width, all.height).grownBy(contentsMargins());
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    const QRect room = rect.marginsRemoved(contentsMargins());
    int y = room.top();
    for (const Line& line : lines(room.width())) {
        int x = room.left();
        for (QLayoutItem* item : line.items) {
            const QSize size = item->sizeHint().boundedTo(QSize(room.width(), line.height));
            const QRect place(QPoint(x, y + (line.height - size.height()) / 2), size);
            item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), room, place));
            x += size.width() + spacing();
        }
        y += line.height + spacing();
    }
}

}  // namespace prunescope::ui
