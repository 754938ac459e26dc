#include "ui/live/run_name.h"

#include "base/error.h"
#include "store/run_label.h"
#include "ui/live/run_model.h"
#include "ui/support/run_title.h"

namespace prunescope::ui {

RunName::RunName(RunModel& run, QObject* parent) : QObject(parent), run_(run) {
    connect(&run_, &RunModel::runChanged, this, [this] {
        given_.clear();
        read();
        emit changed();
    });
    connect(&run_, &RunModel::runsRenamed, this, &RunName::read);
    read();
}

QString RunName::text() const {
    if (!run_.hasRun()) return {};
    return given_.isEmpty() ? runTitle(run_.header()->config, run_.runId()) : given_;
}

void RunName::read() {
    reading_.cancel();
    if (!run_.hasRun() || run_.folder() == nullptr) return;
    reading_.start(
        [folder = *run_.folder()] { return QString::fromStdString(store::readLabel(folder).name); },
        [this](const QString& name) { take(name); },
        // The list of runs says what is wrong with it.
        [this](const Error&) { take({}); });
}

void RunName::take(const QString& given) {
    if (given == given_) return;
    given_ = given;
    emit changed();
}

void RunName::give(const QString& name) {
    if (!run_.hasRun() || run_.folder() == nullptr) return;
    giving_.start(
        [folder = *run_.folder(), name = name.toStdString()] {
            store::renameRun(folder, name);
            return true;
        },
        [this](bool) { run_.announceRename(); },
        [this](const Error& error) { emit notGiven(textOf(error)); });
}

}  // namespace prunescope::ui
