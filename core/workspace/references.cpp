#include "workspace/references.h"

#include "base/error.h"
#include "prune/method.h"
#include "store/run_list.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace prunescope::workspace {
namespace {

std::optional<ReferenceChoice> choiceOf(const store::RunSummary& own, const store::RunSummary& other) {
    const bool same = other.model == own.model && other.dataset == own.dataset;
    const run::QualityMeasure* measure = store::testMeasure(other);
    const auto quality = measure == nullptr ? std::nullopt : store::testQuality(other, measure->key);
    // A run that was tested already has the same task, or what it has cannot be compared.
    const bool tested = quality && (store::testMeasure(own) == nullptr || store::testMeasure(own) == measure);
    if (!same || other.id == own.id || prune::prunes(other.method) || !tested) return std::nullopt;
    const bool finished = other.state == run::RunState::finished;
    const bool alike = own.config && other.config && other.config->epochs == own.config->epochs &&
                       other.config->seed == own.config->seed;
    return ReferenceChoice{store::RunFolder(other.folder),         other.id,       *quality, finished,
                           finished && (alike || other.reference), other.reference};
}

}  // namespace

std::vector<ReferenceChoice> referencesFor(const store::RunFolder& run) {
    std::vector<ReferenceChoice> choices;
    try {
        const store::RunSummary own = store::summarizeRun(run);
        for (const store::RunSummary& other : store::listRuns(run.path().parent_path())) {
            if (auto choice = choiceOf(own, other)) choices.push_back(*std::move(choice));
        }
    } catch (const Error&) {
        return {};  // The list of runs says why.
    }
    // Newest first within each group, as they were listed.
    std::stable_sort(choices.begin(), choices.end(), [](const auto& a, const auto& b) {
        return std::tuple(a.matches, a.chosen, a.finished) > std::tuple(b.matches, b.chosen, b.finished);
    });
    return choices;
}

}  // namespace prunescope::workspace
