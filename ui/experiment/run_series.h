#pragma once

#include "run/run_config.h"

#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

namespace prunescope::ui {

/// Several runs of one experiment.
struct RunSeries {
    std::vector<std::int64_t> moreSeeds;  ///< beside that of the experiment itself
    bool denseTwin = false;               ///< each seed once more without pruning, so that its cost is known
};

/// As somebody writes them: "2, 3", "2-5", "2 3 7". Each once, in their order. Nothing for what is no list of
/// whole numbers from 0 on, or longer than anybody can want.
std::optional<std::vector<std::int64_t>> writtenSeeds(const QString& text);

/// The runs that it comes to, the experiment itself first, dense twins last.
std::vector<run::RunConfig> runsOf(const run::RunConfig& experiment, const RunSeries& series);

}  // namespace prunescope::ui
