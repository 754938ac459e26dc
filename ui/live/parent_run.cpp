#include "ui/live/parent_run.h"

#include "store/run_list.h"
#include "ui/live/run_model.h"
#include "ui/live/shown_run.h"

#include <utility>

namespace prunescope::ui {

std::optional<std::filesystem::path> findParent(const run::RunParent& parent,
                                                const std::filesystem::path& workspace) {
    const auto isIt = [&](const std::filesystem::path& folder) {
        return store::summarizeRun(store::RunFolder(folder)).identity == parent.run;
    };
    const std::vector<store::NamedRun> runs = store::namedRuns(workspace);
    for (const store::NamedRun& run : runs) {
        if (run.id == parent.folder && isIt(run.folder)) return run.folder;
    }
    for (const store::NamedRun& run : runs) {
        if (run.id != parent.folder && isIt(run.folder)) return run.folder;
    }
    return std::nullopt;
}

ParentRun::ParentRun(const RunModel& run, QObject* parent) : QObject(parent), run_(run) {
    connect(&run_, &RunModel::runChanged, this, [this] {
        take({});
        look();
    });
    look();
}

ParentRun::Found ParentRun::read(const run::RunParent& parent, const std::filesystem::path& workspace) {
    const auto folder = findParent(parent, workspace);
    if (!folder) return {};
    ShownRun shown = readToShow(store::RunFolder(*folder));
    return {QString::fromStdString(folder->filename().string()), std::move(shown.history)};
}

void ParentRun::look() {
    reading_.cancel();
    if (!run_.hasRun() || run_.folder() == nullptr || !run_.header()->parent) return;
    reading_.start([parent = *run_.header()->parent,
                    workspace = run_.folder()->path().parent_path()] { return read(parent, workspace); },
                   [this](Found found) { take(std::move(found)); }, [this](const Error&) { take({}); });
}

void ParentRun::take(Found found) {
    if (found.history == nullptr && history_ == nullptr) return;
    id_ = std::move(found.id);
    const auto before = std::exchange(history_, std::move(found.history));
    emit changed();
}

}  // namespace prunescope::ui
