#include "ui/support/message_overlay.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>

namespace prunescope::ui {

MessageOverlay::MessageOverlay(QWidget& host) : QWidget(&host), bars_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("messageOverlay"));
    bars_->setContentsMargins(0, 0, 0, 0);
    bars_->setSpacing(1);
    host.installEventFilter(this);
    if (const auto* scrolled = qobject_cast<QAbstractScrollArea*>(&host))
        scrolled->viewport()->installEventFilter(this);
    place();
}

void MessageOverlay::add(QWidget& bar) {
    bars_->addWidget(&bar);
    bar.setAutoFillBackground(true);
    place();
}

void MessageOverlay::place() {
    const QRect host = covered();
    const int width = host.width();
    const int wanted =
        bars_->hasHeightForWidth() ? bars_->totalHeightForWidth(width) : bars_->totalSizeHint().height();
    const int height = std::min(wanted, host.height());
    setGeometry(host.left(), host.bottom() + 1 - height, width, height);
    raise();
}

/// A scroll bar lifts itself above everything beside it, and would cover the ends of the lines.
QRect MessageOverlay::covered() const {
    const auto* scrolled = qobject_cast<const QAbstractScrollArea*>(parentWidget());
    return scrolled != nullptr ? scrolled->viewport()->geometry() : parentWidget()->rect();
}

bool MessageOverlay::event(QEvent* event) {
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) place();
    return done;
}

bool MessageOverlay::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) place();
    return QWidget::eventFilter(watched, event);
}

}  // namespace prunescope::ui
