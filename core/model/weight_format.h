#pragma once

#include "base/registry.h"
#include "model/weights_file.h"
#include "model/weights_header.h"
#include "run/description.h"

#include <filesystem>
#include <string>
#include <vector>

namespace prunescope::model {

/// A kind of file for named tensors. A new one is one file and its place in the list of weight_formats.cpp.
struct WeightFormat {
    run::Description description;
    std::vector<std::string> suffixes;  ///< of its files, with the point; new files take the first
    /// The names, types and shapes of the tensors, and the metadata, without reading the tensors. These and
    /// the following throw `Error` with the file for one that is damaged or cannot be read or written.
    WeightsHeader (*describe)(const std::filesystem::path& file);
    WeightsFile (*read)(const std::filesystem::path& file);
    /// In one step: a crash leaves the old file.
    void (*write)(const std::filesystem::path& file, const WeightsFile& weights);
};

/// All formats, those that a program has brought itself among them.
Registry<WeightFormat>& weightFormats();

/// The format of a file by the ending of its name. Throws `UsageError` with the known endings.
const WeightFormat& weightFormatOf(const std::filesystem::path& file);

}  // namespace prunescope::model
