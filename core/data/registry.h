#pragma once

#include "data/dataset.h"
#include "data/dataset_entry.h"
#include "run/run_config.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace prunescope::data {

/// The data set that a file or folder holds, by the names of what lies there; null where that does not tell.
const DatasetEntry* recognised(const std::filesystem::path& place);
/// Whether the names of what lies there speak for this data set, or at least not against it.
bool mayBeReadAs(const DatasetEntry& entry, const std::filesystem::path& place);

/// What is the same for every image of the configured data set: as its entry describes it, or, where only the
/// data tell, from the data. Throws as `loadDataset` does.
DatasetFacts factsOf(const run::RunConfig& config);

/// What is known without reading it of the data set of that name, with its usual options; nothing for a name
/// that is not known, and where only the data tell.
std::optional<DatasetFacts> usualFacts(const std::string& name);

/// The augmentation that the configuration asks for, "-1" and "auto" taken from the data set, which messages
/// call `title`. Throws `UsageError` when shift or cut-out leave nothing of an image, when the flip is none
/// of auto, on, off, and when anything is asked for where there is no picture to vary.
Augmentation resolvedAugmentation(const run::AugmentConfig& config, const DatasetFacts& facts,
                                  const std::string& title);

/// The normalisation that the configuration gives for inputs of so many channels; nothing where it is to be
/// measured. Throws `UsageError` when there is not one number of each for every channel.
std::optional<Normalisation> givenNormalisation(const run::NormalisationConfig& config,
                                                std::int64_t channels);

/// Opens the configured data set in `config.dataDir` or one of its usual folders, takes its share of the
/// training images, holds back the validation split of them (both seeded by `config.seed`) and measures the
/// rest. The test images are used whole, so that a quick look is measured on the same ones as a full run.
/// Throws `UsageError` for a wrong request, `Error` for files that are missing, damaged or do not fit
/// together.
std::shared_ptr<const Dataset> loadDataset(const run::RunConfig& config);

}  // namespace prunescope::data
