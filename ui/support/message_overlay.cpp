#include "ui/support/message_overlay.h"

#include <QEvent>
#include <QVBoxLayout>
#include <algorithm>

namespace prunescope::ui {

MessageOverlay::MessageOverlay(QWidget& host) : QWidget(&host), bars_(new QVBoxLayout(this)) {
    setObjectName(QStringLiteral("messageOverlay"));
    bars_->setContentsMargins(0, 0, 0, 0);
    bars_->setSpacing(1);
    host.installEventFilter(this);
    place();
}

void MessageOverlay::add(QWidget& bar) {
    bars_->addWidget(&bar);
    bar.setAutoFillBackground(true);
    place();
}

void MessageOverlay::place() {
    const QWidget& host = *parentWidget();
    const int width = host.width();
    const int wanted =
        bars_->hasHeightForWidth() ? bars_->totalHeightForWidth(width) : bars_->totalSizeHint().height();
    const int height = std::min(wanted, host.height());
    setGeometry(0, host.height() - height, width, height);
    raise();
}

bool MessageOverlay::event(QEvent* event) {
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest) place();
    return done;
}

bool MessageOverlay::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() &&
        (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        place();
    return QWidget::eventFilter(watched, event);
}

}  // namespace prunescope::ui
