// How the entries of a legend are hidden, left alone and pointed at.
#include "ui/charts/chart_legend.h"
#include "ui/support/tool_tips.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPointer>
#include <algorithm>

namespace prunescope::ui {

std::optional<std::size_t> ChartLegend::entryAt(const QPoint& position) const {
    for (const Place& place : places(width(), mostLines_)) {
        if (place.all.contains(position)) return place.entry;
    }
    return std::nullopt;
}

void ChartLegend::point(const QString& label) {
    if (pointed_ == label) return;
    pointed_ = label;
    emit pointed(label);
}

/// Every entry, to be hidden or brought back there.
void ChartLegend::openList(const QPoint& at) {
    QMenu list(this);
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        QPixmap sample(sampleWidth(), lineHeight());
        sample.fill(Qt::transparent);
        QPainter painter(&sample);
        painter.setRenderHint(QPainter::Antialiasing);
        drawSample(painter, entries_[i], sample.rect(), false);
        painter.end();
        QString text = entries_[i].label;
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        QAction* action = list.addAction(QIcon(sample), text + QLatin1Char('\t') + valueOf(i));
        action->setCheckable(true);
        action->setChecked(!hidden_.contains(entries_[i].label));
        action->setData(entries_[i].label);
    }
    const QPointer<ChartLegend> self(this);
    const QAction* chosen = list.exec(mapToGlobal(at));
    if (self != nullptr && chosen != nullptr) emit toggled(chosen->data().toString());
}

void ChartLegend::mousePressEvent(QMouseEvent* event) {
    if (!interactive_ || event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    const QPoint at = event->position().toPoint();
    if (const auto entry = entryAt(at)) {
        current_ = *entry;
        emit toggled(entries_[*entry].label);
        return;
    }
    const QRect more = placeOfMore(places(width(), mostLines_));
    if (more.contains(at)) openList(more.bottomLeft());
}

void ChartLegend::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!interactive_ || event->button() != Qt::LeftButton) return QWidget::mouseDoubleClickEvent(event);
    if (const auto entry = entryAt(event->position().toPoint())) emit isolated(entries_[*entry].label);
}

void ChartLegend::mouseMoveEvent(QMouseEvent* event) {
    if (!interactive_) return QWidget::mouseMoveEvent(event);
    const QPoint at = event->position().toPoint();
    const auto entry = entryAt(at);
    const bool onMore = placeOfMore(places(width(), mostLines_)).contains(at);
    setCursor(entry || onMore ? Qt::PointingHandCursor : Qt::ArrowCursor);
    point(entry ? entries_[*entry].label : QString());
}

void ChartLegend::leaveEvent(QEvent* event) {
    point({});
    QWidget::leaveEvent(event);
}

void ChartLegend::keyPressEvent(QKeyEvent* event) {
    if (!interactive_ || entries_.empty()) return QWidget::keyPressEvent(event);
    const auto all = places(width(), mostLines_);
    const std::size_t stops = all.size() + (all.size() < entries_.size() ? 1 : 0);
    const bool inList = current_ >= all.size();
    switch (event->key()) {
        case Qt::Key_Right:
        case Qt::Key_Down:
            current_ = (current_ + 1) % stops;
            break;
        case Qt::Key_Left:
        case Qt::Key_Up:
            current_ = (current_ + stops - 1) % stops;
            break;
        case Qt::Key_Space:
            if (inList) return openList(placeOfMore(all).bottomLeft());
            return emit toggled(entries_[current_].label);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (inList) return openList(placeOfMore(all).bottomLeft());
            return emit isolated(entries_[current_].label);
        default:
            return QWidget::keyPressEvent(event);
    }
    point(current_ < all.size() ? entries_[current_].label : QString());
    update();
}

void ChartLegend::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKey && current_ < entries_.size()) point(entries_[current_].label);
}

void ChartLegend::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    point({});
}

void ChartLegend::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) {
        std::fill(valueWidths_.begin(), valueWidths_.end(), 0);
        for (std::size_t i = 0; i < entries_.size(); ++i)
            valueWidths_[i] = fontMetrics().horizontalAdvance(valueOf(i));
        updateGeometry();
    }
    QWidget::changeEvent(event);
}

bool ChartLegend::event(QEvent* event) {
    // Space and Enter belong to the entry that has the focus, not to the window.
    if (event->type() == QEvent::ShortcutOverride && interactive_) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter) {
            event->accept();
            return true;
        }
    }
    if (event->type() != QEvent::ToolTip || entries_.empty()) return QWidget::event(event);
    QStringList lines;
    for (std::size_t i = 0; i < entries_.size(); ++i)
        lines << entries_[i].label + QStringLiteral("  ") + valueOf(i);
    if (interactive_) lines << tr("Click to hide or show, double click to see one alone.");
    showToolTip(static_cast<QHelpEvent*>(event)->globalPos(), lines.join(QLatin1Char('\n')), *this);
    return true;
}

}  // namespace prunescope::ui
