#include "ui/app/run_messages.h"

#include "store/run_condition.h"
#include "store/run_list.h"
#include "ui/app/recording_notice.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "ui/support/message_overlay.h"

#include <QPushButton>
#include <algorithm>
#include <optional>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr std::size_t mostProblems = 3;  ///< a damaged run may have hundreds

/// The newest run of a workspace, when it was cut off. Any thread.
std::optional<store::RunSummary> newestIfCutOff(const std::filesystem::path& workspace) {
    const std::vector<store::RunSummary> runs = store::listRuns(workspace);
    if (runs.empty() || conditionOf(runs.front()) != store::RunCondition::interrupted) return {};
    return runs.front();
}

/// A reason may end as a sentence, and stands in another one.
QString withoutStop(const QString& reason) {
    return reason.endsWith(QLatin1Char('.')) || reason.endsWith(QChar(0x3002)) ? reason.chopped(1) : reason;
}

}  // namespace

RunMessages::RunMessages(RunController& run, Theme& theme, QWidget& centre)
    : QObject(&centre), run_(run), condition_(new MessageBar(theme, &centre)) {
    condition_->setObjectName(QStringLiteral("runCondition"));
    condition_->addDismissButton();
    addBarsAtTheFoot(centre, theme);
    connect(openOffered_, &QPushButton::clicked, this, [this] { emit openRequested(offered_); });
    connect(dismissOffer_, &QPushButton::clicked, offer_, &MessageBar::clear);
    connect(&run_, &RunController::openFailed, this, [this](const Text& what) {
        message_->show(MessageBar::Kind::error, [what] { return engineText(what); });
    });
    connect(&run_, &RunModel::goOnFailed, this, [this](const Text& what) {
        message_->show(MessageBar::Kind::error, [what] { return engineText(what); });
    });
    connect(&run_, &RunModel::runChanged, this, &RunMessages::followRun);
    connect(&run_, &RunModel::stageChanged, this, &RunMessages::followStage);
}

/// They come at any moment and move nothing.
void RunMessages::addBarsAtTheFoot(QWidget& centre, Theme& theme) {
    auto* overlay = new MessageOverlay(centre);
    offer_ = new MessageBar(theme, overlay);
    offer_->setObjectName(QStringLiteral("offerMessage"));
    openOffered_ = offer_->addButton();
    openOffered_->setObjectName(QStringLiteral("openOfferedButton"));
    dismissOffer_ = offer_->addButton();
    dismissOffer_->setObjectName(QStringLiteral("dismissOfferButton"));
    message_ = new MessageBar(theme, overlay);
    message_->setObjectName(QStringLiteral("windowMessage"));
    message_->addDismissButton();
    overlay->add(*new RecordingNotice(run_, theme, overlay));
    overlay->add(*offer_);
    overlay->add(*message_);
}

void RunMessages::warn(const Text& why) {
    message_->show(MessageBar::Kind::warning, [why] { return engineText(why); });
}

void RunMessages::inform(MessageBar::Words words) {
    message_->show(MessageBar::Kind::information, std::move(words));
}

void RunMessages::retranslate() {
    openOffered_->setText(tr("Open the run"));
    dismissOffer_->setText(tr("Dismiss"));
    if (!condition_->isHidden()) showCondition();
}

void RunMessages::followRun() {
    message_->clear();
    showCondition();
    if (run_.folder() != nullptr && run_.folder()->path() == offered_) offer_->clear();
}

void RunMessages::followStage() {
    if (wasLive_ && run_.stage() == RunModel::Stage::failed) tellLiveFailure();
    wasLive_ = run_.isLive();
}

/// Of a run that was opened, not of one that trains: the page does not move while somebody works in it.
void RunMessages::showCondition() {
    if (run_.isLive() || !run_.hasRun()) return condition_->clear();
    if (run_.stage() == RunModel::Stage::failed && !run_.failure().empty()) {
        return condition_->show(MessageBar::Kind::error,
                                tr("This run failed: %1.").arg(withoutStop(engineText(run_.failure()))));
    }
    const std::vector<Text> problems = run_.problems();
    if (problems.empty()) return condition_->clear();
    QStringList texts;
    for (std::size_t i = 0; i < std::min(problems.size(), mostProblems); ++i)
        texts << engineText(problems[i]);
    if (problems.size() > mostProblems)
        texts << tr("and %1 more").arg(countText(static_cast<std::int64_t>(problems.size() - mostProblems)));
    condition_->show(MessageBar::Kind::error, tr("This run is damaged, so what you see is incomplete: %1.")
                                                  .arg(withoutStop(texts.join(QStringLiteral("; ")))));
}

void RunMessages::tellLiveFailure() {
    const Text why = run_.failure();
    message_->show(MessageBar::Kind::error, [why] {
        return tr("The run failed: %1. What was recorded until then is kept.")
            .arg(withoutStop(engineText(why)));
    });
}

void RunMessages::offerInterruptedRun() {
    lookingBack_.start([workspace = run_.workspace()] { return newestIfCutOff(workspace); },
                       [this](const std::optional<store::RunSummary>& found) {
                           if (found) offer(*found);
                           emit interruptedRunLookedFor();
                       },
                       // A workspace that cannot be read is reported by the page of the runs.
                       [this](const Error& /*error*/) { emit interruptedRunLookedFor(); });
}

void RunMessages::offer(const store::RunSummary& run) {
    offered_ = run.folder;
    offer_->show(MessageBar::Kind::information,
                 [id = QString::fromStdString(run.id), epochs = run.epochsDone] {
                     return tr("The run %1 was cut off at epoch %2. Everything recorded until then is kept: "
                               "open it to resume.")
                         .arg(id, epochs ? decimalText(*epochs, 2) : QStringLiteral("–"));
                 });
}

}  // namespace prunescope::ui
