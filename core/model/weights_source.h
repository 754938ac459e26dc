#pragma once

#include "model/onnx_import.h"
#include "model/tensor_reader.h"
#include "run/records.h"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::model {

/// Tensors by name that a network may start from.
struct WeightsSource {
    std::unique_ptr<TensorReader> tensors;
    std::vector<run::DataFile> files{};  ///< that they are read from
    std::string producer{};              ///< what wrote them, where the file says
    bool isInMemory = false;             ///< whole: what becomes of the files does not matter any more
};

/// Opens a file of weights by the ending of its name: what `openWeights` reads, or an ONNX network as
/// `readNamedOnnx` names it. Throws `UsageError` for other endings and networks that are not supported,
/// `Error` for a file that is damaged or cannot be read.
WeightsSource openWeightsSource(const std::string& name);
/// The tensors alone, without a hash of the files: of all formats but ONNX no more is read than what
/// describes them.
std::unique_ptr<TensorReader> openTensors(const std::string& name);

/// The weights of a network that was taken over from ONNX; its graph stays.
WeightsSource weightsSourceOf(OnnxNetwork& network);

/// SHA-256 of one file; of several, that of the lines that `sha256sum` prints of them.
std::string hashOfFiles(const std::vector<run::DataFile>& files);

/// For tensors as a file calls them, what the network calls them; nothing for one that is left out.
using TensorNames = std::map<std::string, std::optional<std::string>>;

/// From a JSON file of at most a megabyte: {"their.weight": "conv1.weight", "head.bias": null}. Throws
/// `UsageError` with its place for anything else.
TensorNames readTensorNames(const std::filesystem::path& file);

}  // namespace prunescope::model
