#include "ui/support/vertical_scroll.h"

#include <QEvent>
#include <QStyle>
#include <algorithm>

namespace prunescope::ui {

VerticalScroll::VerticalScroll(QWidget* parent) : QScrollArea(parent) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
}

QSize VerticalScroll::minimumSizeHint() const {
    const int bar = style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    const QWidget* const scrolled = widget();
    const int content =
        scrolled == nullptr ? 0 : std::max(scrolled->minimumSizeHint().width(), scrolled->minimumWidth());
    return {content + bar, QScrollArea::minimumSizeHint().height()};
}

bool VerticalScroll::eventFilter(QObject* watched, QEvent* event) {
    // Its own filter on the content; a content that wants more room asks with this event.
    if (watched == widget() && event->type() == QEvent::LayoutRequest) updateGeometry();
    return QScrollArea::eventFilter(watched, event);
}

}  // namespace prunescope::ui
