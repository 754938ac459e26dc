#include "ui/app/status_line.h"

#include "ui/support/format.h"

#include <QEvent>
#include <QFontDatabase>
#include <QLabel>

namespace prunescope::ui {

StatusLine::StatusLine(RunModel& run, QWidget* parent) : QStatusBar(parent), run_(run) {
    const auto label = [this](const char* name) {
        auto* l = new QLabel(this);
        l->setObjectName(QLatin1String(name));
        l->setContentsMargins(8, 0, 8, 0);
        addWidget(l);
        return l;
    };
    stage_ = label("statusStage");
    speed_ = label("statusSpeed");
    epoch_ = label("statusEpoch");
    left_ = label("statusTimeLeft");
    sparsity_ = label("statusSparsity");
    phase_ = label("statusPhase");
    connect(&run_, &RunModel::snapshotChanged, this, &StatusLine::refresh);
    connect(&run_, &RunModel::stageChanged, this, &StatusLine::refresh);
    connect(&run_, &RunModel::runChanged, this, &StatusLine::refresh);
    refresh();
}

void StatusLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QStatusBar::changeEvent(event);
}

QString StatusLine::stageText() const {
    switch (run_.stage()) {
        case RunModel::Stage::none:
            return tr("No run");
        case RunModel::Stage::loading:
            return tr("Loading");
        case RunModel::Stage::running:
            return tr("Running");
        case RunModel::Stage::paused:
            return tr("Paused");
        case RunModel::Stage::finished:
            return tr("Finished");
        case RunModel::Stage::stopped:
            return tr("Stopped");
        case RunModel::Stage::failed:
            return tr("Failed");
        case RunModel::Stage::interrupted:
            return tr("Cut off");
    }
    return {};
}

void StatusLine::refresh() {
    stage_->setText(stageText());
    const bool shown = run_.hasRun();
    for (QLabel* l : {speed_, epoch_, left_, sparsity_, phase_}) l->setVisible(shown);
    left_->setVisible(shown && run_.isLive());
    if (!shown) return;
    const auto s = run_.snapshot();
    speed_->setText(
        tr("%1 images/s (measured)").arg(countText(static_cast<std::int64_t>(s->imagesPerSecond))));
    epoch_->setText(tr("epoch %1 of %2").arg(decimalText(s->epoch, 2)).arg(run_.header()->config.epochs));
    left_->setText(tr("%1 left (estimated)").arg(durationText(s->secondsLeft)));
    sparsity_->setText(
        tr("sparsity %1 of %2 (measured)").arg(percentText(s->sparsity), percentText(s->schedule.target)));
    phase_->setText(s->phase == run::Phase::exploration ? tr("exploration") : tr("exploitation"));
}

}  // namespace prunescope::ui
