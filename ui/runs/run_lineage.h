#pragma once

#include "store/run_list.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace prunescope::ui {

/// A run that was branched from another, or that others were branched from, and its place on the map.
struct RelatedRun {
    std::size_t run = 0;  ///< index in the list
    std::optional<std::size_t>
        parent{};                ///< index in `RunLineage::related`; nothing: none, or not in the list
    std::int64_t firstStep = 0;  ///< where it was branched; 0 for one that began by itself
    std::int64_t lastStep = 0;   ///< on record, never before `firstStep`
    std::size_t lane = 0;        ///< from the top; a parent stands above its branches

    /// It was branched from a run that is not in the list.
    bool isOrphan(const store::RunSummary& summary) const { return summary.parent && !parent; }
};

/// Who came from whom.
struct RunLineage {
    std::vector<RelatedRun> related{};  ///< by their lanes
    std::size_t unrelated = 0;          ///< runs that have neither parent nor branch
    std::int64_t lastStep = 0;          ///< of all
};

/// By the first hash of each run's chain, which its branches name; of copies of one run, which have the same,
/// the one that is called as the branch remembers it.
RunLineage lineageOf(const std::vector<store::RunSummary>& runs);

}  // namespace prunescope::ui
