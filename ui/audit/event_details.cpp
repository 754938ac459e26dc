#include "ui/audit/event_details.h"

#include "ui/audit/audit_text.h"
#include "ui/support/format.h"
#include "ui/support/plain_label.h"

#include <QFontDatabase>
#include <QGridLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace prunescope::ui {
namespace {

QLabel* textLabel(QWidget* parent, const char* name) {
    auto* label = new PlainLabel(parent);
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
      effect_(textLabel(this, "eventEffect")),
      unfold_(new QToolButton(this)),
      texts_(new QWidget(this)),
      beforeLabel_(new PlainLabel(texts_)),
      afterLabel_(new PlainLabel(texts_)),
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
    for (QWidget* widget :
         std::initializer_list<QWidget*>{title_, moment_, reason_, change_, effect_, unfold_}) {
        layout->addWidget(widget);
    }
    unfold_->setObjectName(QStringLiteral("unfoldJson"));
    unfold_->setCheckable(true);
    unfold_->setAutoRaise(true);
    unfold_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    unfold_->setFocusPolicy(Qt::StrongFocus);
    connect(unfold_, &QToolButton::toggled, this, &EventDetails::showJson);
    layout->addWidget(texts_, 1);
    layout->addStretch(0);
    retranslate();
}

void EventDetails::retranslate() {
    unfold_->setText(tr("As recorded (JSON)"));
    unfold_->setToolTip(tr("Shows the values before and after as they are in the record."));
    beforeLabel_->setText(tr("Before"));
    afterLabel_->setText(tr("After"));
    before_->setAccessibleName(tr("Before"));
    after_->setAccessibleName(tr("After"));
}

void EventDetails::showJson() {
    unfold_->setArrowType(unfold_->isChecked() ? Qt::DownArrow : Qt::RightArrow);
    unfold_->setVisible(hasJson_);
    texts_->setVisible(hasJson_ && unfold_->isChecked());
}

void EventDetails::show(const run::AuditEvent* event, const QString& change, const QString& effect) {
    hasJson_ = event != nullptr && (run::hasValues(event->before) || run::hasValues(event->after));
    title_->setText(event == nullptr ? tr("Select an event to see all of it.")
                                     : AuditText::title(event->kind));
    moment_->setText(event == nullptr ? QString()
                                      : tr("No. %1, %2, step %3, epoch %4, by: %5")
                                            .arg(countText(event->sequence), timeText(event->wallMs),
                                                 countText(event->step.value), decimalText(event->epoch, 2),
                                                 AuditText::who(event->who)));
    const QString reason = event == nullptr ? QString() : AuditText::reason(*event);
    reason_->setText(reason.isEmpty() ? QString() : tr("Reason: %1").arg(reason));
    change_->setText(change.isEmpty() ? QString() : tr("Change: %1").arg(change));
    effect_->setText(effect);
    before_->setPlainText(hasJson_ ? AuditText::pretty(event->before) : QString());
    after_->setPlainText(hasJson_ ? AuditText::pretty(event->after) : QString());
    moment_->setVisible(event != nullptr);
    reason_->setVisible(!reason.isEmpty());
    change_->setVisible(!change.isEmpty());
    effect_->setVisible(!effect.isEmpty());
    showJson();
}

}  // namespace prunescope::ui
