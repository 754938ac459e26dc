#pragma once

#include "run/run_config.h"
#include "ui/experiment/network_probe.h"

#include <QSettings>

namespace prunescope::ui {

class RunModel;

/// Seconds that a run will take: macs x 3 x images x epochs / speed. The factor is one forward and two
/// backward products for every weight.
double estimatedSeconds(const NetworkFacts& facts, const run::RunConfig& config, const QSettings& settings);

/// Remembers the speed of the run on display, in multiply-accumulates a second over its whole length, and
/// the number of images of its data set. A run too short to tell is passed over.
void learnSpeed(const RunModel& run, QSettings& settings);

}  // namespace prunescope::ui
