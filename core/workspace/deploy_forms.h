#pragma once

#include "run/device_measurement.h"
#include "run/measurement.h"
#include "store/run_folder.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::workspace {

/// What a run's network takes as a format writes it with its usual options.
struct DeployForm {
    std::string format;            ///< by name, as `model::networkFormats` has it
    std::int64_t bytes = 0;        ///< of all its files
    std::int64_t packedBytes = 0;  ///< the same, each packed by gzip
    Text refused{};  ///< why the format cannot hold this network; empty where it can, and the bytes count
    /// Median time of one image, in milliseconds, and how many times as fast as with all weights, where what
    /// runs that format was measured.
    std::optional<double> oneImageMs{};
    std::optional<double> speedup{};
    std::string measuredOn{};  ///< a device; empty: this machine, or nothing was measured
};

/// A run's network in every format, and how fast it was measured to be.
struct DeployForms {
    std::vector<DeployForm> forms;
    std::optional<run::Measurement> speed{};
    std::vector<run::DeviceMeasurement> devices{};
    std::vector<Text> problems{};  ///< what of the measurements could not be read
};

/// Makes the bytes of every format and writes nothing. `keepOn` is asked before each; where it says no, those
/// that follow are missing. Throws `Error` where the weights cannot be read.
DeployForms deployForms(const store::RunFolder& run, const std::function<bool()>& keepOn = {});

}  // namespace prunescope::workspace
