// How the page is put together, and its texts; what it does is in schedule_page.cpp.

#include "ui/live/run_model.h"
#include "ui/schedule/apply_footer.h"
#include "ui/schedule/attention_panel.h"
#include "ui/schedule/edit_commands.h"
#include "ui/schedule/schedule_curve.h"
#include "ui/schedule/schedule_fields.h"
#include "ui/schedule/schedule_page.h"
#include "ui/support/empty_state.h"
#include "ui/support/message_bar.h"
#include "ui/support/message_overlay.h"
#include "ui/support/plain_label.h"
#include "ui/support/vertical_scroll.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace prunescope::ui {

void SchedulePage::build() {
    stack_ = new QStackedWidget(this);
    empty_ = new EmptyState(stack_);
    page_ = new QWidget(stack_);
    scroll_ = new VerticalScroll(page_);
    scroll_->setWidget(buildContent());
    footer_ = new ApplyFooter(page_);
    auto* column = new QVBoxLayout(page_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll_, 1);
    column->addWidget(footer_);
    stack_->addWidget(empty_);
    stack_->addWidget(page_);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(stack_);
}

QWidget* SchedulePage::buildContent() {
    auto* content = new QWidget;
    notice_ = new PlainLabel(content);
    notice_->setObjectName(QStringLiteral("scheduleNotice"));
    notice_->setWordWrap(true);
    notice_->setForegroundRole(QPalette::PlaceholderText);
    curve_ = new ScheduleCurve(context_.theme, draft_, context_.run, content);
    message_ = new MessageBar(context_.theme, content);
    message_->setObjectName(QStringLiteral("scheduleMessage"));
    moveOther_ = message_->addButton();
    moveOther_->setObjectName(QStringLiteral("moveOtherEndButton"));
    moveOther_->hide();
    fields_ = new ScheduleFields(context_.theme, content);
    previewText_ = new PlainLabel(content);
    previewText_->setObjectName(QStringLiteral("previewLabel"));
    previewText_->setWordWrap(true);
    previewText_->setTextFormat(Qt::PlainText);
    attention_ = new AttentionPanel(context_.theme, content);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(8, 8, 8, 8);
    column->setSpacing(8);
    column->addWidget(notice_);
    column->addWidget(curve_, 1);
    // Over the foot of the pane: curve, handles and fields stay under the pointer.
    (new MessageOverlay(*scroll_))->add(*message_);
    column->addWidget(fields_);
    auto* line = new QFrame(content);
    line->setFrameShape(QFrame::HLine);
    line->setForegroundRole(QPalette::Mid);
    column->addWidget(line);
    column->addWidget(previewText_);
    column->addWidget(attention_);
    return content;
}

/// The scroll area may not be narrower than what it holds, or the right edge would be cut.
QSize SchedulePage::sizeHint() const {
    return {fontMetrics().averageCharWidth() * 48, fontMetrics().height() * 44};
}

void SchedulePage::showEmptyTexts() {
    if (context_.run.stage() == RunModel::Stage::loading) {
        return empty_->setTexts(tr("Loading"), tr("The data set or the run is being read."));
    }
    if (context_.run.hasRun() && !prunes_) {
        return empty_->setTexts(
            tr("Nothing to schedule"),
            tr("This run trains the network dense: no weight is cut, so there is no sparsity to plan. "
               "Choose another method in the experiment to prune."));
    }
    empty_->setTexts(tr("No run yet"),
                     tr("Here you bend how sparse the network gets while it trains: drag the curve, look at "
                        "what it would cut, then apply."),
                     tr("Start the experiment"));
}

void SchedulePage::retranslate() {
    showEmptyTexts();
    commands_->retranslate();
    notice_->setText(tr("The schedule that was in force last. Only a run that is going on can be changed."));
    curve_->setAccessibleName(tr("Schedule curve"));
    curve_->setToolTip(
        tr("How sparse the network shall be over the run. Drag a handle, or choose one with Tab and move it "
           "with the arrow keys; Shift moves ten steps. Dragging snaps to halves of a percent; hold Alt for "
           "tenths. Enter asks for the reason, a second Enter applies, Esc gives up. Left of now stands what "
           "was recorded."));
    fields_->retranslate();
    fields_->show(draft_.shown());
    attention_->retranslate();
    footer_->retranslate();
    curve_->refresh();
    showProblem();
    showPreview();
}

}  // namespace prunescope::ui
