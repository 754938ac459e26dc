#pragma once

#include "run/run_config.h"
#include "ui/experiment/network_probe.h"

#include <QString>
#include <optional>
#include <string>

namespace prunescope::ui {

/// Why a configuration cannot be run: the option to blame, and the reason in the window's language.
struct ConfigProblem {
    std::string where;
    QString reason;
};

/// Everything that the options cannot know one by one: names, contradictions, the network itself and the
/// method's own settings once the network's facts are there.
std::optional<ConfigProblem> problemOf(const run::RunConfig& config,
                                       const std::optional<NetworkFacts>& facts);

}  // namespace prunescope::ui
