#pragma once

#include "run/run_config.h"

#include <QString>

namespace prunescope::ui {

/// What a run is called: "lenet-5 · MAP · 95 %". A folder that somebody named is called as they named it.
QString runTitle(const run::RunConfig& config, const QString& folderName);

}  // namespace prunescope::ui
