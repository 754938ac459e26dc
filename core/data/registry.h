#pragma once

#include "data/dataset.h"
#include "data/dataset_source.h"
#include "run/run_config.h"

#include <string>
#include <vector>

namespace prunescope::data {

const std::vector<DatasetSource>& datasetSources();

/// Throws `UsageError` with the known names and the nearest of them.
const DatasetSource& findDataset(const std::string& name);

/// The augmentation that the configuration asks for, "-1" and "auto" taken from the data set. Throws
/// `UsageError` when the shift leaves nothing of an image or the flip is none of auto, on, off.
Augmentation resolvedAugmentation(const run::AugmentConfig& config, const DatasetSource& source);

/// Loads the configured data set from `config.dataDir` or one of its usual folders, holds back the validation
/// split (seeded by `config.seed`) and measures the rest. Throws `UsageError` for a wrong request, `Error`
/// for files that are missing, damaged or do not fit together.
Dataset loadDataset(const run::RunConfig& config);

}  // namespace prunescope::data
