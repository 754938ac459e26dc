#pragma once

#include "model/trained_model.h"
#include "store/run_folder.h"

#include <cstdint>
#include <string>
#include <vector>

namespace prunescope::workspace {

/// The file that the trained weights of a run lie in.
struct WeightsOfRun {
    std::int64_t bytes = 0;
    std::string sha256;  ///< as the report names it
};

/// Reads the whole file. Throws `Error` where there is none yet, or it cannot be read.
WeightsOfRun weightsOfRun(const store::RunFolder& run);

/// The network that a run has trained.
struct ModelOfRun {
    model::TrainedModel model;
    std::vector<Text> problems;  ///< what of the record could not be read; without it the weights suffice
};

/// From the run's weights and its record. Throws `Error` where the weights cannot be read or are no
/// network's. The scaling of the inputs has no unit where only the data would tell.
ModelOfRun modelOfRun(const store::RunFolder& run);

/// The same of a run that may still go on: where there are no weights yet, its network without them and its
/// record so far. Throws `Error` where the record cannot be read either.
ModelOfRun courseOfRun(const store::RunFolder& run);

}  // namespace prunescope::workspace
