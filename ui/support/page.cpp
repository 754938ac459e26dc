#include "ui/support/page.h"

#include "ui/support/empty_state.h"

#include <QEvent>

namespace prunescope::ui {

void Page::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void Page::leadToStart(EmptyState& empty) {
    connect(&empty, &EmptyState::actionTriggered, this, &Page::startRequested);
}

}  // namespace prunescope::ui
