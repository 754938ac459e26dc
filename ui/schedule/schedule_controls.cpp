#include "ui/schedule/schedule_controls.h"

#include "ui/curve/schedule_curve.h"
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

ScheduleControls::ScheduleControls(const PageContext& context, ScheduleDraft& draft, QWidget* parent)
    : QWidget(parent), draft_(draft) {
    auto* scroll = new VerticalScroll(this);
    auto* content = new QWidget;
    notice_ = new PlainLabel(content);
    notice_->setObjectName(QStringLiteral("scheduleNotice"));
    notice_->setWordWrap(true);
    notice_->setForegroundRole(QPalette::PlaceholderText);
    curve_ = new ScheduleCurve(context.theme, draft, &context.run, content);
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
    parts->addWidget(curve_, 1);
    // Over the foot of the pane: curve, handles and fields stay under the pointer.
    (new MessageOverlay(*scroll))->add(*message_);
    parts->addWidget(fields_);
    auto* line = new QFrame(content);
    line->setFrameShape(QFrame::HLine);
    line->setForegroundRole(QPalette::Mid);
    parts->addWidget(line);
    parts->addWidget(previewText_);
    parts->addWidget(attention_);
    scroll->setWidget(content);
    footer_ = new ApplyFooter(this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    column->addWidget(footer_);
}

void ScheduleControls::setEditable(bool editable) {
    curve_->setReadOnly(!editable);
    fields_->setReadOnly(!editable);
    if (!editable) attention_->model().dropDraft();
    attention_->setEditable(editable);
    footer_->setVisible(editable);
    notice_->setVisible(!editable);
    if (!editable) fields_->show(draft_.shown());
}

void ScheduleControls::showDraft(const std::optional<run::SparsitySchedule>& refused) {
    fields_->show(refused.value_or(draft_.shown()));
    curve_->refresh();
    showProblem(refused);
}

void ScheduleControls::showProblem(const std::optional<run::SparsitySchedule>& refused) {
    const run::SparsitySchedule wrong = draft_.impossible().value_or(draft_.shown());
    const bool crossed = refused && refused->end < refused->start;
    fields_->markCrossed(crossed);
    moveOther_->setVisible(crossed);
    if (crossed) {
        const bool start = wrong.start != draft_.draft().start;
        moveOther_->setText(start ? tr("Move the end, too") : tr("Move the start, too"));
        moveOther_->setToolTip(tr("Keeps the ramp as long as it was."));
    }
    if (draft_.problem().empty()) {
        message_->clear();
    } else if (!curve_->isDragging()) {
        message_->show(MessageBar::Kind::warning,
                       tr("Not changed: %1.").arg(EditWords(draft_.axis()).problem(wrong, draft_.problem())));
    }
}

void ScheduleControls::showPreview(const QString& text) {
    if (text != previewText_->text()) previewText_->setText(text);
}

void ScheduleControls::retranslate(const std::optional<run::SparsitySchedule>& refused) {
    notice_->setText(tr("The schedule that was in force last. Only a run that is going on can be changed."));
    curve_->setAccessibleName(tr("Schedule curve"));
    curve_->setToolTip(
        tr("How sparse the network shall be over the run. Drag a handle, or choose one with Tab and move it "
           "with the arrow keys; Shift moves ten steps. Dragging snaps to halves of a percent; hold Alt for "
           "tenths. Enter asks for the reason, a second Enter applies, Esc gives up. Left of now stands what "
           "was recorded."));
    fields_->retranslate();
    attention_->retranslate();
    footer_->retranslate();
    showDraft(refused);
}

}  // namespace prunescope::ui
