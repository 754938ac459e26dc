// What the columns of the runs' table are called, and how runs stand, in the language of the window.

#include "ui/runs/runs_model.h"
#include "ui/support/engine_text.h"

#include <array>

namespace prunescope::ui {

QString RunsModel::columnKey(int column) const {
    static constexpr std::array<const char*, firstOption> keys{
        "compare", "name",   "sparsity", "test_accuracy", "state",   "network",
        "method",  "target", "seed",     "epochs",        "dataset", "started"};
    if (const RunOption* asked = option(column)) return QString::fromStdString(asked->key);
    return QString::fromLatin1(keys[static_cast<std::size_t>(column)]);
}

QString RunsModel::columnTitle(int column) const {
    if (const RunOption* asked = option(column)) return engineText(asked->title);
    switch (column) {
        case compare:
            return tr("Compare");
        case name:
            return tr("Name");
        case seed:
            return tr("Seed");
        case started:
            return tr("Started");
        case dataset:
            return tr("Data set");
        case network:
            return tr("Network");
        case method:
            return tr("Method");
        case target:
            return tr("Target");
        case sparsity:
            return tr("Sparsity");
        case testAccuracy:
            return tr("Test accuracy");
        case epochs:
            return tr("Epochs");
        default:
            return tr("State");
    }
}

QString RunsModel::columnHelp(int column) const {
    if (const RunOption* asked = option(column)) return engineText(asked->help);
    switch (column) {
        case compare:
            return tr("Tick runs to lay their curves over each other below.");
        case name:
            return tr("The name of the run's folder.");
        case seed:
            return tr(
                "Where the random numbers start: runs that differ in nothing else show how much is chance.");
        case started:
            return tr("When the run was started, in local time.");
        case dataset:
            return tr("The images the network learned from.");
        case network:
            return tr("The network that was trained.");
        case method:
            return tr("How it was decided which weights to prune.");
        case target:
            return tr("The share of prunable weights that the run was asked to prune.");
        case sparsity:
            return tr("The share of prunable weights that is pruned, measured: pruned / prunable weights.");
        case testAccuracy:
            return tr(
                "How many of the test images the network names rightly, measured at its last evaluation: "
                "right answers / test images.");
        case epochs:
            return tr("Passes over the training images: done / asked for.");
        default:
            return tr("How the run stands, and whether all of it can be read.");
    }
}

QString RunsModel::conditionText(RunCondition condition) {
    switch (condition) {
        case RunCondition::recording:
            return tr("recording");
        case RunCondition::finished:
            return tr("finished");
        case RunCondition::stopped:
            return tr("stopped");
        case RunCondition::failed:
            return tr("failed");
        case RunCondition::interrupted:
            return tr("interrupted");
        case RunCondition::unreadable:
            break;
    }
    return tr("cannot be read");
}

}  // namespace prunescope::ui
