#include "ui/live/dense_twin.h"

#include "prune/method.h"
#include "ui/live/run_model.h"
#include "workspace/references.h"

#include <utility>

namespace prunescope::ui {
namespace {

std::optional<DenseTwin::Result> twinOf(const store::RunFolder& run) {
    for (const workspace::ReferenceChoice& choice : workspace::referencesFor(run)) {
        if (choice.matches) return DenseTwin::Result{QString::fromStdString(choice.id), choice.testQuality};
    }
    return std::nullopt;
}

}  // namespace

DenseTwin::DenseTwin(const RunModel& run, QObject* parent) : QObject(parent), run_(run) {
    connect(&run_, &RunModel::runChanged, this, [this] {
        take(std::nullopt);
        look();
    });
    connect(&run_, &RunModel::runEnded, this, &DenseTwin::look);
    look();
}

void DenseTwin::look() {
    looking_.cancel();
    if (!run_.hasRun() || run_.folder() == nullptr || !prune::prunes(run_.header()->config.method)) return;
    looking_.start([folder = *run_.folder()] { return twinOf(folder); },
                   [this](std::optional<Result> found) { take(std::move(found)); },
                   [this](const Error&) { take(std::nullopt); });
}

void DenseTwin::take(std::optional<Result> found) {
    if (!found && !result_) return;
    result_ = std::move(found);
    emit changed();
}

}  // namespace prunescope::ui
