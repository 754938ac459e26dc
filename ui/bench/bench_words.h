#pragma once

#include "speed/report.h"

#include <QString>

namespace prunescope::ui {

/// What pruning bought, in a sentence; where it bought nothing, why.
QString benchSentence(const speed::Report& report);

/// What was measured and on which machine: "lenet-5, 128 images, 2 threads. AMD EPYC: …".
QString machineSentence(const speed::Report& report);

}  // namespace prunescope::ui
