#pragma once

#include "base/registry.h"
#include "model/tensor_reader.h"
#include "model/trained_model.h"
#include "run/description.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace prunescope::model {

/// A file that an export gives.
struct ExportedFile {
    std::string name;  ///< beside the target; of a format that is a folder, with the target before it
    std::string bytes;
};

/// What of this project computes with the files of a format.
enum class RanBy : std::uint8_t {
    others,   ///< programs that it does not bring
    runtime,  ///< its runtime library, as it is measured here
    device,   ///< the program itself, compiled for a device, which prints how fast it is
};

/// A kind of file that a trained network can be written as. A new one is one file and its place in the list
/// of network_formats.cpp.
///
/// Formats make bytes and write nothing: the bytes are read back and compared with the run first, and a disk
/// that is full leaves the files that were there.
struct NetworkFormat {
    run::Description description;       ///< its options among it
    std::vector<std::string> suffixes;  ///< of its files, with the point; new files take the first
    /// The first file is called `file`; others, if it takes more than one, stand beside it, or all in a
    /// folder of that name. `options` are complete and in range; one that is called "location" and left empty
    /// is where `file` will lie. Throws `UsageError` for a network that it cannot hold, naming the operation.
    std::vector<ExportedFile> (*make)(const TrainedModel& model, const nlohmann::json& options,
                                      const std::string& file);
    /// What those files compute, from their bytes; `model` says no more than how the network is built. Null
    /// where this program cannot tell. Throws `Error` where they are not what `make` gives.
    nn::InferenceGraph (*readBack)(const std::vector<ExportedFile>& files, const TrainedModel& model,
                                   const nlohmann::json& options) = nullptr;
    /// It is of the run's record alone: a run that still goes on, without weights, has it as well.
    bool ofCourse = false;
    /// Opens a file of tensors by name, from wherever it comes: reads and checks what describes them, not
    /// the tensors. Null for other kinds. Throws `Error` with the file for one that is damaged.
    std::unique_ptr<TensorReader> (*open)(const std::filesystem::path& file) = nullptr;
    RanBy ranBy = RanBy::others;
    /// What to do with its files, in two lines of code or of a shell; NAME stands for their name without its
    /// ending.
    const char* usage = "";
};

/// Where options of formats are given: `export RUN --format NAME --set KEY=VALUE`.
inline const run::OptionGroup formatOptions{.prefix = "", .field = "--set"};

/// All formats, those that a program has brought itself among them.
Registry<NetworkFormat>& networkFormats();

/// The format of a file by the ending of its name. Throws `UsageError` with the known endings.
const NetworkFormat& networkFormatOf(const std::filesystem::path& file);

/// Opens a file of weights in the format that its name says. Throws `UsageError` for an ending of which no
/// weights are read, `Error` as `NetworkFormat::open`.
std::unique_ptr<TensorReader> openWeights(const std::filesystem::path& file);

}  // namespace prunescope::model
