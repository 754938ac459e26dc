#include "ui/audit/event_details.h"

#include "ui/audit/audit_text.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace prunescope::ui {
namespace {

QLabel* textLabel(QWidget* parent, const char* name) {
    auto* label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

QPlainTextEdit* jsonView(QWidget* parent, const char* name) {
    auto* view = new QPlainTextEdit(parent);
    view->setObjectName(QLatin1String(name));
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setFrameShape(QFrame::NoFrame);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    return view;
}

}  // namespace

EventDetails::EventDetails(QWidget* parent)
    : QWidget(parent),
      title_(textLabel(this, "eventTitle")),
      moment_(textLabel(this, "eventMoment")),
      reason_(textLabel(this, "eventReason")),
      change_(textLabel(this, "eventChange")),
      texts_(new QWidget(this)),
      beforeLabel_(new QLabel(texts_)),
      afterLabel_(new QLabel(texts_)),
      before_(jsonView(texts_, "eventBefore")),
      after_(jsonView(texts_, "eventAfter")) {
    QFont strong = title_->font();
    strong.setBold(true);
    title_->setFont(strong);
    moment_->setForegroundRole(QPalette::PlaceholderText);
    auto* grid = new QGridLayout(texts_);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    grid->addWidget(beforeLabel_, 0, 0);
    grid->addWidget(afterLabel_, 0, 1);
    grid->addWidget(before_, 1, 0);
    grid->addWidget(after_, 1, 1);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    for (QWidget* widget : std::initializer_list<QWidget*>{title_, moment_, reason_, change_}) {
        layout->addWidget(widget);
    }
    layout->addWidget(texts_, 1);
    layout->addStretch(0);
    retranslate();
}

void EventDetails::retranslate() {
    beforeLabel_->setText(tr("Before"));
    afterLabel_->setText(tr("After"));
    before_->setAccessibleName(tr("Before"));
    after_->setAccessibleName(tr("After"));
}

void EventDetails::show(const run::AuditEvent* event, const QString& change) {
    const bool hasJson = event != nullptr && !(event->before.empty() && event->after.empty());
    title_->setText(event == nullptr ? tr("Select an event to see all of it.")
                                     : AuditText::title(event->kind));
    moment_->setText(event == nullptr ? QString()
                                      : tr("No. %1, %2, step %3, epoch %4, by: %5")
                                            .arg(countText(event->sequence), timeText(event->wallMs),
                                                 countText(event->step.value), decimalText(event->epoch, 2),
                                                 AuditText::who(event->who)));
    const bool hasReason = event != nullptr && !event->reason.empty();
    reason_->setText(hasReason ? tr("Reason: %1").arg(engineText(event->reason)) : QString());
    change_->setText(hasJson ? tr("Change: %1").arg(change) : QString());
    before_->setPlainText(hasJson ? AuditText::pretty(event->before) : QString());
    after_->setPlainText(hasJson ? AuditText::pretty(event->after) : QString());
    moment_->setVisible(event != nullptr);
    reason_->setVisible(hasReason);
    change_->setVisible(hasJson);
    texts_->setVisible(hasJson);
}

}  // namespace prunescope::ui
