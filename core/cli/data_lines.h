#pragma once

#include "train/trainer.h"

#include <string>
#include <vector>

namespace prunescope::cli {

/// What a run learns from, told before it begins: how many images the splits have, how many each class has
/// to train on, what was decided for each column of a table, and what to beware of in that.
std::vector<std::string> dataLines(const run::DatasetDescription& dataset);

/// Where the first weights came from: a line for each file with its hash, and what of them the network takes;
/// none where they are new.
std::vector<std::string> weightLines(const train::Trainer& trainer);

}  // namespace prunescope::cli
