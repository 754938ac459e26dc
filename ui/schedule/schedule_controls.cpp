#include "ui/schedule/schedule_controls.h"

#include "ui/curve/live_draft.h"
#include "ui/schedule/apply_footer.h"
#include "ui/schedule/attention_panel.h"
#include "ui/schedule/edit_words.h"
#include "ui/schedule/schedule_fields.h"
#include "ui/support/message_bar.h"
#include "ui/support/message_overlay.h"
#include "ui/support/plain_label.h"
#include "ui/support/vertical_scroll.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace prunescope::ui {

ScheduleControls::ScheduleControls(const WindowContext& context, QWidget* parent)
    : QWidget(parent), draft_(context.draft) {
    auto* scroll = new VerticalScroll(this);
    auto* content = new QWidget;
    notice_ = new PlainLabel(content);
    notice_->setObjectName(QStringLiteral("scheduleNotice"));
    notice_->setWordWrap(true);
    notice_->setForegroundRole(QPalette::PlaceholderText);
    message_ = new MessageBar(context.theme, content);
    message_->setObjectName(QStringLiteral("scheduleMessage"));
    moveOther_ = message_->addButton();
    moveOther_->setObjectName(QStringLiteral("moveOtherEndButton"));
    moveOther_->hide();
    fields_ = new ScheduleFields(context.theme, content);
    previewText_ = new PlainLabel(content);
    previewText_->setObjectName(QStringLiteral("previewLabel"));
    previewText_->setWordWrap(true);
    previewText_->setTextFormat(Qt::PlainText);
    attention_ = new AttentionPanel(context.theme, content);
    auto* parts = new QVBoxLayout(content);
    parts->setContentsMargins(8, 8, 8, 8);
    parts->setSpacing(8);
    parts->addWidget(notice_);
    // Over the foot of the pane: the fields stay under the pointer.
    (new MessageOverlay(*scroll))->add(*message_);
    parts->addWidget(fields_);
    auto* line = new QFrame(content);
    line->setFrameShape(QFrame::HLine);
    line->setForegroundRole(QPalette::Mid);
    parts->addWidget(line);
    parts->addWidget(previewText_);
    parts->addWidget(attention_);
    parts->addStretch(1);
    scroll->setWidget(content);
    footer_ = new ApplyFooter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(footer_);
}

void ScheduleControls::setEditable(bool editable) {
    fields_->setReadOnly(!editable);
    if (!editable) attention_->model().dropDraft();
    attention_->setEditable(editable);
    footer_->setVisible(editable);
    notice_->setVisible(!editable);
    if (!editable) showNumbers();
}

void ScheduleControls::showNumbers() {
    fields_->show(draft_.refused().value_or(draft_.schedule().shown()));
}

void ScheduleControls::showDraft() {
    showNumbers();
    showProblem();
}

void ScheduleControls::showProblem() {
    const ScheduleDraft& draft = draft_.schedule();
    const std::optional<run::SparsitySchedule>& refused = draft_.refused();
    const run::SparsitySchedule wrong = draft.impossible().value_or(draft.shown());
    const bool crossed = refused && refused->end < refused->start;
    fields_->markCrossed(crossed);
    moveOther_->setVisible(crossed);
    if (crossed) {
        const bool start = wrong.start != draft.draft().start;
        moveOther_->setText(start ? tr("Move the end, too") : tr("Move the start, too"));
        moveOther_->setToolTip(tr("Keeps the ramp as long as it was."));
    }
    if (draft.problem().empty()) {
        message_->clear();
    } else if (!draft.isTrying()) {
        message_->show(MessageBar::Kind::warning,
                       tr("Not changed: %1.").arg(EditWords(draft.axis()).problem(wrong, draft.problem())));
    }
}

void ScheduleControls::showPreview(const QString& text) {
    if (text != previewText_->text()) previewText_->setText(text);
}

void ScheduleControls::retranslate() {
    notice_->setText(tr("The schedule that was in force last. Only a run that is going on can be changed."));
    fields_->retranslate();
    attention_->retranslate();
    footer_->retranslate();
    showDraft();
}

}  // namespace prunescope::ui
