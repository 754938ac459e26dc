#include "ui/app/recording_notice.h"

#include "ui/support/engine_text.h"
#include "ui/support/format.h"

#include <QEvent>
#include <QFileDialog>
#include <QPushButton>

namespace prunescope::ui {

RecordingNotice::RecordingNotice(RunModel& run, Theme& theme, QWidget* parent)
    : MessageBar(theme, parent), run_(run), elsewhere_(addButton()) {
    setObjectName(QStringLiteral("recordingMessage"));
    elsewhere_->setObjectName(QStringLiteral("saveElsewhereButton"));
    connect(elsewhere_, &QPushButton::clicked, this, &RecordingNotice::askForFolder);
    connect(&run_, &RunModel::snapshotChanged, this, &RecordingNotice::refresh);
    connect(&run_, &RunModel::stageChanged, this, &RecordingNotice::refresh);
    connect(&run_, &RunModel::runChanged, this, [this] {
        refusal_.clear();
        refresh();
    });
    retranslate();
}

void RecordingNotice::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) retranslate();
    MessageBar::changeEvent(event);
}

void RecordingNotice::retranslate() {
    elsewhere_->setText(tr("Save elsewhere…"));
    elsewhere_->setToolTip(tr("Goes on recording in another folder, with all that was recorded so far."));
    refresh();
}

void RecordingNotice::refresh() {
    const auto snapshot = run_.snapshot();
    if (run_.isLive() && snapshot->trouble) return showTrouble(*snapshot);
    refusal_.clear();
    elsewhere_->hide();
    const bool ended = run_.stage() == RunModel::Stage::finished || run_.stage() == RunModel::Stage::stopped;
    if (ended && !run_.failure().empty()) {
        const QString text = engineText(run_.failure());
        if (text != this->text()) show(Kind::information, text);
    } else if (!text().isEmpty()) {
        clear();
    }
}

void RecordingNotice::showTrouble(const session::Snapshot& snapshot) {
    const run::RecordingTrouble& trouble = *snapshot.trouble;
    const QString since = timeText(trouble.sinceMs);
    const QString waiting = countText(trouble.waiting);
    const bool stands = snapshot.paused && snapshot.pauseReason == session::PauseReason::recording;
    QString text = stands
                       ? tr("Paused: not recorded since %1, and there is no room for more records. The run "
                            "goes on by itself once those that wait can be written: %2.")
                       : tr("Not recorded since %1; it is tried again. Records that wait in memory: %2.");
    text = text.arg(since, waiting);
    text += QLatin1Char(' ') + engineText(trouble.reason);
    if (!refusal_.isEmpty()) text += QLatin1Char(' ') + refusal_;
    elsewhere_->show();
    if (text != this->text()) show(stands ? Kind::error : Kind::warning, text);
}

void RecordingNotice::askForFolder() {
    const QString folder = QFileDialog::getExistingDirectory(window(), tr("Save the run in this folder"));
    if (!folder.isEmpty()) saveBelow(folder.toStdString());
}

void RecordingNotice::saveBelow(const std::filesystem::path& folder) {
    run_.submit({.action = session::SaveElsewhere{folder}}, this,
                [this](const session::CommandResult& result) {
                    refusal_ = result.accepted
                                   ? QString()
                                   : tr("It could not be saved there: %1").arg(engineText(result.refusal));
                    refresh();
                });
}

}  // namespace prunescope::ui
