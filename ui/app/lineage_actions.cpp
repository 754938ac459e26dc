#include "ui/app/lineage_actions.h"

#include "ui/app/fork_dialog.h"
#include "ui/live/run_model.h"

#include <QInputDialog>
#include <utility>

namespace prunescope::ui {
namespace {

/// As many as the option may be.
constexpr int mostEpochs = 1'000'000;

}  // namespace

LineageActions::LineageActions(RunModel& run, QWidget& window)
    : QObject(&window), longer(new QAction(this)), branch(new QAction(this)), run_(run), window_(window) {
    longer->setObjectName(QStringLiteral("trainLongerAction"));
    branch->setObjectName(QStringLiteral("branchAction"));
    connect(longer, &QAction::triggered, this, &LineageActions::askForLength);
    connect(branch, &QAction::triggered, this, [this] {
        if (run_.folder() != nullptr) askForState(run_.folder()->path());
    });
    connect(&run_, &RunModel::stageChanged, this, &LineageActions::refresh);
    connect(&run_, &RunModel::runChanged, this, &LineageActions::refresh);
    retranslate();
}

void LineageActions::retranslate() {
    longer->setText(tr("Train longer…"));
    longer->setToolTip(tr("Goes on with the run to more epochs than it was asked for."));
    branch->setText(tr("Branch from here…"));
    branch->setToolTip(tr("Prepares a run that begins with a saved state of this one, with other settings."));
    refresh();
}

void LineageActions::refresh() {
    longer->setEnabled(run_.canTrainLonger());
    branch->setEnabled(run_.hasRun() && run_.folder() != nullptr && run_.stage() != RunModel::Stage::loading);
}

void LineageActions::askForLength() {
    if (!run_.canTrainLonger() || run_.header()->config.epochs >= mostEpochs) return;
    const auto now = static_cast<int>(run_.header()->config.epochs);
    bool agreed = false;
    const int epochs = QInputDialog::getInt(
        &window_, tr("Train longer"),
        tr("Epochs in all, counted from the start of the run (%1 until now).").arg(now) + QLatin1Char('\n') +
            tr("What was trained stays as it is. The learning rate goes on as in a run of the new length;") +
            QLatin1Char('\n') + tr("the schedule of the sparsity keeps its steps."),
        std::min(mostEpochs, 2 * now), now + 1, mostEpochs, 1, &agreed);
    if (agreed) run_.trainLonger(epochs);
}

void LineageActions::askForState(const std::filesystem::path& folder) {
    reading_.start(
        [folder] { return workspace::forkPointsOf(store::RunFolder(folder)); },
        [this, folder](const workspace::ForkPoints& fork) {
            if (fork.points.empty()) {
                emit refused(Text::of("No state of this run is kept that another could begin with."));
                return;
            }
            ForkDialog dialog(QString::fromStdString(folder.filename().string()), fork, &window_);
            if (dialog.exec() == QDialog::Accepted) choose({folder, dialog.step()});
        },
        [this](const Error& error) { emit refused(error.whole()); });
}

void LineageActions::choose(const BranchOrigin& origin) {
    reading_.start(
        [origin] { return workspace::readFork(store::RunFolder(origin.folder), origin.step).config; },
        [this, origin](const run::RunConfig& config) { emit branchChosen(config, origin); },
        [this](const Error& error) { emit refused(error.whole()); });
}

}  // namespace prunescope::ui
