#pragma once

#include "base/registry.h"
#include "model/tensor_reader.h"
#include "model/weights_file.h"
#include "run/description.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace prunescope::model {

/// A kind of file for named tensors. A new one is one file and its place in the list of weight_formats.cpp.
struct WeightFormat {
    run::Description description;
    std::vector<std::string> suffixes;  ///< of its files, with the point; new files take the first
    /// Reads and checks what describes the tensors, not the tensors. This and the following throw `Error`
    /// with the file for one that is damaged or cannot be read or written.
    std::unique_ptr<TensorReader> (*open)(const std::filesystem::path& file);
    /// In one step: a crash leaves the old file.
    void (*write)(const std::filesystem::path& file, const WeightsFile& weights);
};

/// All formats, those that a program has brought itself among them.
Registry<WeightFormat>& weightFormats();

/// The format of a file by the ending of its name. Throws `UsageError` with the known endings.
const WeightFormat& weightFormatOf(const std::filesystem::path& file);

}  // namespace prunescope::model
