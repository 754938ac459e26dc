#pragma once

#include "base/text.h"
#include "run/device_measurement.h"
#include "run/measurement.h"

#include <string>

/// How fast a run's network is, in words, for window and report alike.
namespace prunescope::view {

/// Decimals with which every time of a kind of work has two digits that count.
int millisecondDecimals(const run::TimedWork& work);
/// The same of one time.
int millisecondDecimals(double ms);
/// "0.038": without the unit, with the decimals of its work.
std::string millisecondText(double ms, const run::TimedWork& work);
/// "×2.01"
std::string speedupText(const run::Quartiles& speedup);
std::string speedupText(double speedup);

/// Where weights are pruned "One image takes 0.077 ms dense and 0.038 ms pruned (×2.01, median of 12 rounds,
/// spread 1.95 to 2.10)."
Text oneImageWords(const run::Measurement& measurement);
/// The same of images in batches: how many a second.
Text batchWords(const run::Measurement& measurement);
/// What a training step takes of a dense one, while masks move and once they are frozen; empty where no
/// weight is pruned.
Text stepWords(const run::Measurement& measurement);
/// What callers at once get of both networks, and what 99 of 100 of their calls wait at most.
Text callersWords(const run::CallersAtOnce& callers);
/// What one image takes on a device, as it was imported.
Text deviceWords(const run::DeviceMeasurement& measurement);
/// From which sparsity on it pays, for each kind of work of which that is known; empty when it is of none.
Text breakEvenWords(const run::Measurement& measurement);
/// Why nothing is concluded from the figures; empty when there is no doubt.
Text doubtWords(const run::Measurement& measurement);
/// When and on what it was measured. `time`: as whoever shows it writes times.
Text measuredOnWords(const run::Measurement& measurement, const std::string& time);

}  // namespace prunescope::view
