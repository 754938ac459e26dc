#include "ui/experiment/start_footer.h"

#include "ui/experiment/summary_panel.h"
#include "ui/support/format.h"
#include "ui/support/message_bar.h"
#include "ui/support/plain_label.h"
#include "ui/support/theme.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace prunescope::ui {

StartFooter::StartFooter(Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      summary_(new SummaryPanel(this)),
      message_(new MessageBar(theme, this)),
      blocker_(new PlainLabel(this)),
      queue_(new QPushButton(this)),
      start_(new QPushButton(this)) {
    message_->setObjectName(QStringLiteral("startMessage"));
    message_->addDismissButton();
    blocker_->setObjectName(QStringLiteral("startBlocker"));
    blocker_->setWordWrap(true);
    blocker_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    queue_->setObjectName(QStringLiteral("queueButton"));
    start_->setObjectName(QStringLiteral("startButton"));
    layOut();
    connect(queue_, &QPushButton::clicked, this, &StartFooter::queueClicked);
    connect(start_, &QPushButton::clicked, this, &StartFooter::startClicked);
    connect(&theme_, &Theme::changed, this, &StartFooter::styleStart);
    styleStart();
}

void StartFooter::layOut() {
    auto* line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    // Start stands still, whatever is said beside it.
    blocker_->setMinimumHeight(2 * blocker_->fontMetrics().height());
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(summary_);
    row->addWidget(blocker_, 1);
    row->addWidget(queue_);
    row->addWidget(start_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(line);
    auto* inside = new QVBoxLayout;
    inside->setContentsMargins(16, 8, 16, 8);
    inside->setSpacing(8);
    inside->addWidget(message_);
    inside->addLayout(row);
    column->addLayout(inside);
}

void StartFooter::showFacts(const std::optional<NetworkFacts>& facts, double seconds) {
    facts_ = facts;
    seconds_ = seconds;
    summary_->show(facts_, seconds_ * static_cast<double>(runs_));
}

void StartFooter::setRuns(std::size_t count) {
    runs_ = count;
    nameStart();
    showFacts(facts_, seconds_);
}

void StartFooter::setBlocker(const QString& why, const QString& said, bool queueable) {
    start_->setEnabled(why.isEmpty());
    start_->setToolTip(why.isEmpty() ? tr("Train and prune with this configuration.") : why);
    blocker_->setText(said);
    queue_->setEnabled(queueable);
    queue_->setToolTip(queueable ? tr("Starts when the runs before it have ended.") : why);
}

/// The page's one primary action; the outline tells the focus.
void StartFooter::styleStart() {
    start_->setStyleSheet(
        QStringLiteral(
            "QPushButton { padding: 6px 24px; border-radius: 4px; border: 2px solid %1; background: %1;"
            " color: %2; }"
            "QPushButton:focus, QPushButton:pressed { border-color: %3; }"
            "QPushButton:disabled { background: %4; border-color: %5; color: %6; }")
            .arg(theme_.accent().name(), theme_.onAccent().name(), theme_.text().name(),
                 theme_.window().name(), theme_.hairline().name(), theme_.mutedText().name()));
}

void StartFooter::nameStart() {
    start_->setText(runs_ == 1 ? tr("Start")
                               : tr("Start %1 runs").arg(countText(static_cast<std::int64_t>(runs_))));
}

void StartFooter::retranslate() {
    summary_->retranslate();
    queue_->setText(tr("Add to the queue"));
    nameStart();
}

}  // namespace prunescope::ui
