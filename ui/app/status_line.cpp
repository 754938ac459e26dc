#include "ui/app/status_line.h"

#include "session/outlook.h"
#include "ui/live/outlook_words.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/plain_label.h"
#include "view/quality_text.h"

#include <QEvent>

namespace prunescope::ui {

StatusLine::StatusLine(RunModel& run, QWidget* parent) : QStatusBar(parent), run_(run) {
    const auto label = [this](const char* name) {
        auto* l = new PlainLabel(this);
        l->setObjectName(QLatin1String(name));
        l->setContentsMargins(8, 0, 8, 0);
        addWidget(l);
        return l;
    };
    stage_ = label("statusStage");
    why_ = new ElidedLabel(this);
    why_->setObjectName(QStringLiteral("statusWhy"));
    addWidget(why_, 1);
    speed_ = label("statusSpeed");
    epoch_ = label("statusEpoch");
    left_ = label("statusTimeLeft");
    sparsity_ = label("statusSparsity");
    phase_ = label("statusPhase");
    test_ = label("statusTest");
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
            if (const auto until = run_.snapshot()->catchesUpWith)
                return tr("Catching up with its record: step %1 of %2")
                    .arg(countText(run_.snapshot()->step.value), countText(until->value));
            return tr("Running");
        case RunModel::Stage::paused:
            return tr("Paused");
        case RunModel::Stage::ending:
            return tr("Measuring the end");
        case RunModel::Stage::finished:
            return tr("Finished");
        case RunModel::Stage::stopped:
            return tr("Stopped");
        case RunModel::Stage::failed:
            return tr("Failed");
        case RunModel::Stage::interrupted:
            return run_.isRecordedElsewhere() ? tr("Recorded by another program") : tr("Cut off");
    }
    return {};
}

void StatusLine::refresh() {
    stage_->setText(stageText());
    showWhy();
    const bool shown = run_.hasRun();
    for (QLabel* l : {speed_, epoch_, left_, sparsity_, phase_}) l->setVisible(shown);
    left_->setVisible(shown && run_.takesCommands());
    test_->setVisible(shown && !run_.isLive() && run_.snapshot()->test.has_value());
    if (shown) showFigures();
}

void StatusLine::showWhy() {
    QString why;
    if (run_.stage() == RunModel::Stage::failed) why = engineText(run_.failure());
    if (why.isEmpty() && run_.hasRun() && !run_.problems().empty())
        why = tr("damaged: not all of it can be read");
    why_->setText(why);
    why_->setVisible(!why.isEmpty());
}

void StatusLine::showFigures() {
    const auto s = run_.snapshot();
    const QString unknown = QStringLiteral("–");
    // Of an opened run of which no step can be read, the figures are unknown, not zero.
    const bool measured = run_.isLive() || !run_.history().steps().empty();
    const bool timed = measured && s->imagesPerSecond > 0;
    speed_->setVisible(timed || run_.isLive());
    speed_->setText(tr("%1 samples/s (measured)")
                        .arg(timed ? countText(static_cast<std::int64_t>(s->imagesPerSecond)) : unknown));
    epoch_->setText(tr("epoch %1 of %2")
                        .arg(measured ? decimalText(s->epoch, 2) : unknown)
                        .arg(countText(run_.header()->config.epochs)));
    left_->setText(tr("%1 left (estimated)").arg(durationText(s->secondsLeft)));
    const QString asked =
        tr("sparsity %1 of %2 (measured)")
            .arg(measured ? percentText(s->sparsity) : unknown, percentText(s->schedule.target));
    // Only of a run that goes on is anything still to come.
    const bool ahead = run_.takesCommands() && s->totalSteps > 0;
    const OutlookWords words(session::outlookOf(*s), run_.header()->network.prunableWeights());
    sparsity_->setText(ahead && words.misses() ? words.status(s->sparsity) : asked);
    sparsity_->setToolTip(ahead ? words.ending() : QString());
    phase_->setText(!measured                             ? unknown
                    : s->phase == run::Phase::exploration ? tr("exploration")
                                                          : tr("exploitation"));
    if (!s->test) return;
    const run::QualityMeasure& measure = run::mainMeasure(s->test->task());
    const auto& target = run_.header()->dataset.target;
    const QString figure = qualityText(measure, measure.of(*s->test), target ? target->unit : std::string());
    test_->setText(s->test->numbers
                       ? tr("test %1 %2 (measured)").arg(QString::fromStdString(measure.name), figure)
                       : tr("test accuracy %1 (measured)").arg(figure));
}

}  // namespace prunescope::ui
