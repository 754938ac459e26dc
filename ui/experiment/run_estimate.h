#pragma once

#include "run/run_config.h"
#include "ui/experiment/network_probe.h"

#include <QSettings>
#include <optional>

namespace prunescope::ui {

class RunModel;

/// Seconds that a run will take: macs x 3 x images x epochs / speed. The factor is one forward and two
/// backward products for every weight.
double estimatedSeconds(const NetworkFacts& facts, const run::RunConfig& config, const QSettings& settings);

/// The same where the machine's speed and the size of the data set were measured in earlier runs; nothing
/// where one of them is not known.
std::optional<double> measuredSeconds(const NetworkFacts& facts, const run::RunConfig& config,
                                      const QSettings& settings);

/// Remembers the speed of the run on display, in multiply-accumulates a second over its whole length, and
/// the number of images of its data set. A run too short to tell is passed over.
void learnSpeed(const RunModel& run, QSettings& settings);

}  // namespace prunescope::ui
