#include "ui/charts/chart_legend.h"

#include "ui/support/theme.h"
#include "ui/support/tool_tips.h"

#include <QEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QPointer>
#include <QResizeEvent>
#include <algorithm>

namespace prunescope::ui {

ChartLegend::ChartLegend(Theme& theme, QWidget* parent)
    : QWidget(parent), theme_(theme), entries_(theme, font()) {
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
    const bool same = entries_.set(std::move(entries), widest);
    current_ = std::min(current_, entries_.all().empty() ? 0 : entries_.all().size() - 1);
    if (!same) point({});
    updateGeometry();
    update();
}

void ChartLegend::setValues(const QStringList& values) {
    if (entries_.values() == values) return;
    if (entries_.setValues(values)) updateGeometry();
    update();
}

void ChartLegend::setHidden(const QSet<QString>& hidden) {
    entries_.setHidden(hidden);
    update();
}

void ChartLegend::setMostLines(int lines) {
    if (mostLines_ == lines) return;
    mostLines_ = lines;
    updateGeometry();
    update();
}

QRect ChartLegend::placeOf(const QString& label) const {
    const std::vector<QRect> places = shown().places;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (labelOf(i) == label) return places[i];
    }
    return {};
}

QSize ChartLegend::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 40, entries_.layout(width(), 1).height};
}

QSize ChartLegend::minimumSizeHint() const {
    return {fontMetrics().averageCharWidth() * 16, shown().height};
}

/// In another width its entries take other lines.
void ChartLegend::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width()) updateGeometry();
}

void ChartLegend::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const LegendEntries::Layout all = shown();
    entries_.draw(painter, all);
    if (!hasFocus()) return;
    painter.setPen(QPen(theme_.accent(), 1));
    const bool inList = current_ >= all.places.size();
    const QRect frame = all.places.empty() ? rect() : inList ? all.sign : all.places[current_];
    painter.drawRect(frame.adjusted(0, 0, -1, -1));
}

void ChartLegend::point(const QString& label) {
    if (pointed_ == label) return;
    pointed_ = label;
    emit pointed(label);
}

/// Every entry, to be hidden or brought back there.
void ChartLegend::openList(const QPoint& at) {
    QMenu list(this);
    for (std::size_t i = 0; i < entries().size(); ++i) {
        QString text = entries()[i].name();
        text.replace(QLatin1Char('&'), QStringLiteral("&&"));
        QAction* action =
            list.addAction(QIcon(entries_.sampleOf(i)), text + QLatin1Char('\t') + entries_.valueOf(i));
        action->setCheckable(true);
        action->setChecked(!entries_.isHidden(i));
        action->setData(labelOf(i));
    }
    const QPointer<ChartLegend> self(this);
    const QAction* chosen = list.exec(mapToGlobal(at));
    if (self != nullptr && chosen != nullptr) emit toggled(chosen->data().toString());
}

void ChartLegend::mousePressEvent(QMouseEvent* event) {
    if (!interactive_ || event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    const QPoint at = event->position().toPoint();
    const LegendEntries::Layout all = shown();
    if (const auto entry = all.entryAt(at)) {
        current_ = *entry;
        emit toggled(labelOf(*entry));
        return;
    }
    if (all.sign.contains(at)) openList(all.sign.bottomLeft());
}

void ChartLegend::mouseDoubleClickEvent(QMouseEvent* event) {
    if (!interactive_ || event->button() != Qt::LeftButton) return QWidget::mouseDoubleClickEvent(event);
    if (const auto entry = shown().entryAt(event->position().toPoint())) emit isolated(labelOf(*entry));
}

void ChartLegend::mouseMoveEvent(QMouseEvent* event) {
    if (!interactive_) return QWidget::mouseMoveEvent(event);
    const QPoint at = event->position().toPoint();
    const LegendEntries::Layout all = shown();
    const auto entry = all.entryAt(at);
    const bool onMore = all.sign.contains(at);
    setCursor(entry || onMore ? Qt::PointingHandCursor : Qt::ArrowCursor);
    point(entry ? labelOf(*entry) : QString());
}

void ChartLegend::leaveEvent(QEvent* event) {
    point({});
    QWidget::leaveEvent(event);
}

void ChartLegend::keyPressEvent(QKeyEvent* event) {
    if (!interactive_ || entries().empty()) return QWidget::keyPressEvent(event);
    const LegendEntries::Layout all = shown();
    const std::size_t places = all.places.size();
    const std::size_t stops = places + (places < entries().size() ? 1 : 0);
    const bool inList = current_ >= places;
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
            if (inList) return openList(all.sign.bottomLeft());
            return emit toggled(labelOf(current_));
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (inList) return openList(all.sign.bottomLeft());
            return emit isolated(labelOf(current_));
        default:
            return QWidget::keyPressEvent(event);
    }
    point(current_ < places ? labelOf(current_) : QString());
    update();
}

void ChartLegend::focusInEvent(QFocusEvent* event) {
    QWidget::focusInEvent(event);
    const bool byKey = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    if (byKey && current_ < entries().size()) point(labelOf(current_));
}

void ChartLegend::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    point({});
}

void ChartLegend::changeEvent(QEvent* event) {
    if (event->type() == QEvent::FontChange) {
        entries_.setFont(font());
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
    if (event->type() != QEvent::ToolTip || entries().empty()) return QWidget::event(event);
    QStringList lines;
    for (std::size_t i = 0; i < entries().size(); ++i)
        lines << entries()[i].name() + QStringLiteral("  ") + entries_.valueOf(i);
    if (interactive_) lines << tr("Click to hide or show, double click to see one alone.");
    showToolTip(static_cast<QHelpEvent*>(event)->globalPos(), lines.join(QLatin1Char('\n')), *this);
    return true;
}

}  // namespace prunescope::ui
