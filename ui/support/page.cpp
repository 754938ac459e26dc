#include "ui/support/page.h"

#include <QEvent>

namespace prunescope::ui {

void Page::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

}  // namespace prunescope::ui
