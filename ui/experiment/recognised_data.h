#pragma once

#include "run/run_config.h"

#include <optional>

namespace prunescope::ui {

/// The configuration with the data set that lies in its folder or file, by the names there, in place of
/// another that nothing there speaks for. Nothing where it stays as it is.
std::optional<run::RunConfig> withRecognisedData(run::RunConfig config);

}  // namespace prunescope::ui
