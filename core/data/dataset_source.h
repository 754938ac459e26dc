#pragma once

#include "data/dataset.h"
#include "kernels/tensor.h"
#include "run/records.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace prunescope::data {

/// What a data set's files hold, checked against their `DatasetSource` but not yet divided or measured.
struct RawDataset {
    ImageSet train{};
    ImageSet test{};
    std::vector<run::DataFile> files{};
};

/// A data set that can be asked for by name. A new one is one file that makes its `DatasetSource`, and its
/// place in the list of registry.cpp.
struct DatasetSource {
    std::string name;         ///< as in `--dataset`
    std::string title;        ///< as people write it
    std::string description;  ///< one sentence
    std::vector<std::string> classNames{};
    kernels::Shape shape{};  ///< of every image
    Augmentation defaultAugmentation{};
    std::vector<std::filesystem::path> usualFolders{};  ///< where it is looked for when no folder is named
    std::string remedy;                                 ///< what to do when it is not there, as sentences
    /// Reads the folder. Throws `Error` with the file for everything that does not fit the source: number and
    /// size of images, number and range of labels.
    std::function<RawDataset(const DatasetSource&, const std::filesystem::path&)> load{};

    std::int64_t classes() const { return static_cast<std::int64_t>(classNames.size()); }
};

}  // namespace prunescope::data
