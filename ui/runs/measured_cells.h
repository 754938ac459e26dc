#pragma once

#include <QString>

namespace prunescope::run {
struct Spread;
}  // namespace prunescope::run

namespace prunescope::store {
struct RunSummary;
}  // namespace prunescope::store

/// What the table of the runs says of a run's size and of its measured speed.
namespace prunescope::ui {

/// Whether there is a measurement, be it one that cannot be read.
bool hasMeasurement(const store::RunSummary& run);

/// "0.038"; with a question mark behind it when nothing is concluded from the measurement.
QString oneImageText(const store::RunSummary& run);
/// How much it changed from round to round, when and on what it was measured; else why it is not known.
QString oneImageTip(const store::RunSummary& run);
/// "×2.01", likewise.
QString oneImageSpeedupText(const store::RunSummary& run);
QString oneImageSpeedupTip(const store::RunSummary& run);
/// "172 kB".
QString storedBytesText(const store::RunSummary& run);

/// "0.038 ± 0.002  n = 3".
QString oneImageSpread(const run::Spread& ms);
QString speedupSpread(const run::Spread& speedup);
QString bytesSpread(const run::Spread& bytes);

}  // namespace prunescope::ui
