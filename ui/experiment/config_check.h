#pragma once

#include "run/run_config.h"
#include "ui/experiment/start_probe.h"

#include <QString>
#include <optional>
#include <string>

namespace prunescope::ui {

/// Why a configuration cannot be run: the option to blame, and the reason in the window's language.
struct ConfigProblem {
    std::string where;
    QString reason;
};

/// Everything that the options cannot know one by one: names, contradictions, and once their facts are there,
/// the network itself with the method's own settings, and the file that weights start from. Opens no file, so
/// that it can be asked at every edit.
std::optional<ConfigProblem> problemOf(const run::RunConfig& config, const std::optional<NetworkFacts>& facts,
                                       const std::optional<StartFacts>& start);

}  // namespace prunescope::ui
