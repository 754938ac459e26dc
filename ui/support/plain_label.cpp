#include "ui/support/plain_label.h"

#include "ui/support/tool_tips.h"

#include <QEvent>
#include <QHelpEvent>
#include <QPainter>
#include <QStyle>

namespace prunescope::ui {
namespace {

constexpr int fewestLetters = 6;

}  // namespace

PlainLabel::PlainLabel(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::PlainText);
}

ElidedLabel::ElidedLabel(QWidget* parent) : PlainLabel(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ElidedLabel::sizeHint() const {
    const QMargins margins = contentsMargins();
    return {fontMetrics().horizontalAdvance(text()) + margins.left() + margins.right() + 2,
            QLabel::sizeHint().height()};
}

QSize ElidedLabel::minimumSizeHint() const {
    const QMargins margins = contentsMargins();
    const int few = fontMetrics().averageCharWidth() * fewestLetters + margins.left() + margins.right();
    return {std::min(few, sizeHint().width()), QLabel::minimumSizeHint().height()};
}

bool ElidedLabel::fits() const {
    return fontMetrics().horizontalAdvance(text()) <= contentsRect().width();
}

bool ElidedLabel::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip || (fits() && toolTip().isEmpty())) return PlainLabel::event(event);
    const bool both = !fits() && !toolTip().isEmpty();
    const QString tip = both ? text() + QLatin1Char('\n') + toolTip() : fits() ? toolTip() : text();
    showToolTip(static_cast<QHelpEvent*>(event)->globalPos(), tip, *this);
    return true;
}

void ElidedLabel::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(text(), Qt::ElideMiddle, contentsRect().width());
    style()->drawItemText(&painter, contentsRect(), static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
                          palette(), isEnabled(), shown, foregroundRole());
}

}  // namespace prunescope::ui
