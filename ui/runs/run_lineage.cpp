#include "ui/runs/run_lineage.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace prunescope::ui {
namespace {

using Runs = std::vector<store::RunSummary>;
/// Of each run the run that it was branched from; nothing where that is not there.
using Parents = std::vector<std::optional<std::size_t>>;

Parents parentsOf(const Runs& runs) {
    std::unordered_map<std::string, std::vector<std::size_t>> byIdentity;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        if (!runs[i].identity.empty()) byIdentity[runs[i].identity].push_back(i);
    }
    Parents parents(runs.size());
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const auto found = runs[i].parent ? byIdentity.find(runs[i].parent->run) : byIdentity.end();
        if (found == byIdentity.end()) continue;
        const auto called = std::ranges::find_if(
            found->second, [&](std::size_t other) { return runs[other].id == runs[i].parent->folder; });
        parents[i] = called == found->second.end() ? found->second.front() : *called;
        // A record that was made to mislead may name itself.
        if (parents[i] == i) parents[i].reset();
    }
    return parents;
}

class Layout {
public:
    Layout(const Runs& runs, const Parents& parents)
        : runs_(runs), parents_(parents), branches_(runs.size()) {
        for (std::size_t i = 0; i < runs.size(); ++i) {
            if (parents[i]) branches_[*parents[i]].push_back(i);
        }
        // The latest fork stands next to its parent, so that no line crosses another.
        for (std::vector<std::size_t>& branches : branches_)
            std::ranges::stable_sort(branches, std::ranges::greater{},
                                     [&](std::size_t i) { return firstStep(i); });
        placed_.resize(runs.size());
    }

    RunLineage make() {
        for (std::size_t i = 0; i < runs_.size(); ++i) {
            if (!parents_[i]) placeFamily(i);
        }
        // Only records that were made to mislead name one another in a circle.
        for (std::size_t i = 0; i < runs_.size(); ++i) placeFamily(i);
        return std::move(lineage_);
    }

private:
    std::int64_t firstStep(std::size_t run) const {
        return runs_[run].parent ? runs_[run].parent->step.value : 0;
    }

    void placeFamily(std::size_t root) {
        if (placed_[root]) return;
        if (branches_[root].empty() && !runs_[root].parent) {
            placed_[root] = true;
            ++lineage_.unrelated;
            return;
        }
        std::vector<std::pair<std::size_t, std::optional<std::size_t>>> waiting{{root, std::nullopt}};
        while (!waiting.empty()) {
            const auto [run, parent] = waiting.back();
            waiting.pop_back();
            if (placed_[run]) continue;
            const std::size_t lane = place(run, parent);
            for (auto branch = branches_[run].rbegin(); branch != branches_[run].rend(); ++branch)
                waiting.emplace_back(*branch, lane);
        }
    }

    std::size_t place(std::size_t run, std::optional<std::size_t> parent) {
        placed_[run] = true;
        const std::size_t lane = lineage_.related.size();
        const std::int64_t last = std::max(runs_[run].lastStep.value_or(0), firstStep(run));
        lineage_.related.push_back(
            {.run = run, .parent = parent, .firstStep = firstStep(run), .lastStep = last, .lane = lane});
        lineage_.lastStep = std::max(lineage_.lastStep, last);
        return lane;
    }

    const Runs& runs_;
    const Parents& parents_;
    std::vector<std::vector<std::size_t>> branches_;
    std::vector<bool> placed_{};
    RunLineage lineage_{};
};

}  // namespace

RunLineage lineageOf(const Runs& runs) {
    return Layout(runs, parentsOf(runs)).make();
}

}  // namespace prunescope::ui
