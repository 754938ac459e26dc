#include "ui/runs/test_images.h"

#include "base/error.h"
#include "store/database.h"
#include "store/header_reader.h"
#include "store/open_run.h"
#include "store/run_folder.h"
#include "store/schema.h"
#include "store/snapshot.h"

#include <filesystem>

namespace prunescope::ui {
namespace {

struct WantedRun {
    std::string id;
    std::filesystem::path folder;
};

/// Only the header is read, whatever the run's length.
std::int64_t testImagesOf(const std::filesystem::path& path) {
    const store::RunFolder folder(path);
    try {
        return store::readStandingStill(
            folder, [](const store::Snapshot& snapshot, std::vector<Text>& problems) {
                const auto database = store::openRun(snapshot, store::runMigrations(), problems);
                store::TextBudget budget = store::textBudgetFor(snapshot);
                return store::readHeader(*database, snapshot.folder(), budget, problems).dataset.testImages;
            });
    } catch (const Error&) {
        // Its row in the table says what is wrong with the run.
        return 0;
    }
}

}  // namespace

void TestImages::want(const std::vector<store::RunSummary>& runs) {
    if (reading_.isRunning()) return;
    std::vector<WantedRun> wanted;
    for (const store::RunSummary& run : runs) {
        if (!known_.contains(run.id)) wanted.push_back({run.id, run.folder});
    }
    if (wanted.empty()) return;
    reading_.start(
        [wanted](const Job::Working& working) {
            Counts counts;
            for (const WantedRun& run : wanted) {
                if (working.isStopped()) break;
                counts[run.id] = testImagesOf(run.folder);
            }
            return counts;
        },
        [this](const Counts& counts) {
            known_.insert(counts.begin(), counts.end());
            emit changed();
        },
        [](const Error&) {});
}

std::optional<std::int64_t> TestImages::of(const std::string& runId) const {
    const auto found = known_.find(runId);
    return found == known_.end() || found->second <= 0 ? std::nullopt : std::optional(found->second);
}

}  // namespace prunescope::ui
