#pragma once

#include "run/lineage.h"
#include "run/measurement.h"
#include "run/quality.h"
#include "run/records.h"
#include "run/run_config.h"
#include "store/run_folder.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::store {

/// What a list shows of a run. What could not be read, or was not measured yet, is nothing or empty: never a
/// zero.
struct RunSummary {
    std::string id;  ///< the name of its folder, as `printableName` gives it
    std::filesystem::path folder;
    std::string dataset;
    std::string model;
    std::string method;
    std::optional<double> targetSparsity;           ///< as configured
    std::optional<std::int64_t> epochs;             ///< that it is to have in all, extensions included
    std::optional<double> epochsDone;               ///< passes over the training images so far, with fraction
    std::optional<std::int64_t> lastStep{};         ///< on record; counted from the start of its first parent
    std::optional<double> sparsity;                 ///< achieved over the prunable weights
    std::optional<double> testAccuracy;             ///< of the last evaluation of the test images, in [0, 1]
    std::optional<run::NumberErrors> testErrors{};  ///< in its place where a number is predicted
    std::string targetUnit{};                       ///< of that number; empty for none
    /// What else that evaluation of classes says: by the key of the measure, without the accuracy.
    std::map<std::string, double, std::less<>> otherTestQualities{};
    std::optional<std::int64_t> testImages;        ///< that it was measured on
    std::optional<double> testMacroRecall{};       ///< of that evaluation, in [0, 1]
    std::optional<double> testCalibrationError{};  ///< likewise; nothing in runs of older versions
    /// By how much the recall of the class fell that lost most, from the last evaluation of the test images
    /// without a cut to that one; nothing where there was none. Below 0 when every class rose.
    std::optional<double> worstRecallLoss{};
    std::optional<run::RunState> state;      ///< as recorded; `conditionOf` says how the run stands
    bool live = false;                       ///< a program is recording it now
    std::optional<run::RunConfig> config{};  ///< all that was asked for; nothing when it cannot be read
    std::int64_t startedMs = 0;              ///< UTC, milliseconds since 1970; 0 when unknown
    std::string identity{};                  ///< see `readRunIdentity`; empty when it has none
    std::optional<run::RunParent> parent{};  ///< that it was branched from
    std::string name{};                      ///< that the user gave it; empty when none was given
    bool reference = false;                  ///< the run of its workspace that others shall be compared with
    /// Of the weights on disk with those that are kept, see `run::storedBytes`; estimated.
    std::optional<std::int64_t> storedBytes{};
    /// The newest of its speed; `KnownMeasurements` adds it. Null: none, or it cannot be read.
    std::shared_ptr<const run::Measurement> measurement{};
    Text measurementProblem{};  ///< why it cannot be read; empty otherwise
    Text error;                 ///< why the run, or a part of it, could not be read; empty otherwise
};

/// Median time of one image with the weights that the run kept, in milliseconds; where it was measured.
std::optional<double> oneImageMs(const RunSummary& run);
/// How many times as fast as with all weights, as measured beside it; nothing where no weight is pruned.
std::optional<double> oneImageSpeedup(const RunSummary& run);

/// A figure of the last evaluation of the test images by the key of its measure, see `run::qualityMeasure`:
/// the accuracy, or one of the errors of numbers. Nothing where the run has none.
std::optional<double> testQuality(const RunSummary& run, std::string_view key);
/// The standard error of such a figure of numbers; nothing where none is known. That of an accuracy follows
/// from `testImages`.
std::optional<double> testQualityError(const RunSummary& run, std::string_view key);
/// By which the run is judged; nothing before it was tested.
const run::QualityMeasure* testMeasure(const RunSummary& run);

/// Reads little of the run, whatever its length, and changes nothing in its folder. Never throws for a run
/// that cannot be read: `error` says why.
RunSummary summarizeRun(const RunFolder& folder);

/// The run folders in a workspace, newest first, those whose start is unknown last. Other folders are passed
/// over. Throws `Error` when the workspace cannot be read.
std::vector<RunSummary> listRuns(const std::filesystem::path& workspace);

/// A run as it is called, which takes no look into its record.
struct NamedRun {
    std::filesystem::path folder;
    std::string id;    ///< the name of its folder, as in `RunSummary`
    std::string name;  ///< that somebody gave it; empty: none, or it cannot be read
};

/// The runs of a workspace by the names of their folders, the last first, which for those that the program
/// names is the newest. None where the workspace cannot be read.
std::vector<NamedRun> namedRuns(const std::filesystem::path& workspace);

}  // namespace prunescope::store
