#pragma once

#include "store/run_folder.h"

#include <cstdint>
#include <filesystem>
#include <string>

namespace prunescope::workspace {

/// The file that the trained weights of a run lie in.
struct WeightsOfRun {
    std::int64_t bytes = 0;
    std::string sha256;  ///< as the report names it
};

/// Reads the whole file. Throws `Error` where there is none yet, or it cannot be read.
WeightsOfRun weightsOfRun(const store::RunFolder& run);

/// Writes the trained weights of a run to `target`, in the format that the ending of its name asks for: in
/// one step, so that a failure leaves a file that was there. Where that is the format of the run's own file,
/// the copy has its bytes. Throws `UsageError` for an unknown ending or the run's own file, `Error` where the
/// weights cannot be read or the file cannot be written.
void exportWeights(const store::RunFolder& run, const std::filesystem::path& target);

}  // namespace prunescope::workspace
