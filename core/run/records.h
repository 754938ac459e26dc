#pragma once

#include "base/strong_index.h"
#include "base/text.h"
#include "run/measure.h"
#include "run/number_errors.h"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::run {

enum class Phase : std::uint8_t { exploration, exploitation };
std::string phaseName(Phase phase);

/// One optimisation step, as it is recorded: nothing is thinned before it is stored.
struct MetricSample {
    StepIndex step;           ///< 1 after the first update
    double epoch = 0;         ///< passes over the training images so far, with fraction
    std::int64_t wallMs = 0;  ///< UTC, milliseconds since 1970
    double processMs = 0;     ///< training time since the run's start, pauses excluded
    double loss = 0;          ///< mean over the batch
    double accuracy = 0;      ///< of the batch, in [0, 1]; NaN where a number is predicted
    double learningRate = 0;
    double targetSparsity = 0;  ///< requested by the schedule; frozen masks stay with that of their freeze
    double sparsity = 0;        ///< achieved over the prunable weights
    Phase phase = Phase::exploration;
    /// Of the batch, in the target's own unit, where a number is predicted; else NaN, and then `accuracy` is.
    double rmse = std::numeric_limits<double>::quiet_NaN();
};

/// One prunable layer at one mask update (or, when frozen, at the same interval).
struct LayerStatistic {
    StepIndex step;
    LayerIndex layer;
    std::int64_t weights = 0;
    std::int64_t kept = 0;
    double threshold = 0;      ///< smallest |w| that is kept
    std::int64_t cut = 0;      ///< kept at the last update, pruned now
    std::int64_t revived = 0;  ///< pruned at the last update, kept now
    double updateRatio = 0;    ///< norm of the last step's update over the norm of the weights
    LayerMeasures ofMethod{};  ///< as `RunHeader::measures` describes them

    double sparsity() const {
        return weights == 0 ? 0 : 1 - static_cast<double>(kept) / static_cast<double>(weights);
    }
};

/// Masks that were chosen: from then on the network has this sparsity until the next ones.
struct MaskUpdateRecord {
    StepIndex step;        ///< updates done, that of the step which began with these masks included
    double requested = 0;  ///< p in force when they were chosen
    double sparsity = 0;   ///< achieved
    /// BLAKE2b-256 over the masks of all layers (`prune::maskDigest`); empty in runs of older versions.
    std::string maskDigest{};
    bool operator==(const MaskUpdateRecord&) const = default;
};

/// What a network is to tell of an image or a row.
enum class Task : std::uint8_t {
    classification,  ///< which of several classes it is of
    regression,      ///< a number
};

enum class Split : std::uint8_t { train, validation, test };
std::string splitName(Split split);

/// What became of one class in an evaluation. A class without images has no recall and no F1, one that is
/// never named no precision: these are NaN.
struct ClassAnswers {
    std::int64_t images = 0;   ///< of this class
    std::int64_t answers = 0;  ///< how often the network named this class
    std::int64_t right = 0;    ///< images of this class that were named so

    bool occurs() const { return images > 0; }
    double recall() const;
    double precision() const;
    double f1() const;
};

/// With more classes than this, an evaluation has the share of images whose class is among the first five.
inline constexpr std::int64_t mostClassesWithoutTopFive = 10;
/// Of confidence, equally wide in (0, 1]: as many as in Guo et al. 2017, table 1.
inline constexpr int calibrationBins = 15;

/// What was measured on a whole split with the weights of one step.
struct Evaluation {
    StepIndex step;
    double epoch = 0;
    Split split = Split::validation;
    double sparsity = 0;                    ///< achieved, at that step
    double loss = 0;                        ///< mean over the images
    std::int64_t classes = 0;               ///< 0 where a number is predicted
    std::vector<std::int64_t> confusion{};  ///< classes x classes, row = true class, column = answer
    /// Expected calibration error (Guo et al. 2017, equation 3) over `calibrationBins` bins, in [0, 1]: the
    /// mean distance between how sure the network was and how often it was right. NaN in runs of older
    /// versions.
    double calibrationError = std::numeric_limits<double>::quiet_NaN();
    /// Share of the images whose class is among the five with the largest logits. NaN with at most
    /// `mostClassesWithoutTopFive` classes, and in runs of older versions.
    double topFiveAccuracy = std::numeric_limits<double>::quiet_NaN();
    std::optional<NumberErrors> numbers{};  ///< where a number is predicted; all of classes is empty then

    Task task() const { return numbers ? Task::regression : Task::classification; }
    std::int64_t images() const;
    double accuracy() const;  ///< NaN where a number is predicted
    ClassAnswers ofClass(std::int64_t label) const;
    /// Those without an image, rising: no mean over the classes counts them.
    std::vector<std::int64_t> absentClasses() const;
    // Unweighted means over the classes that occur; 0 without an image.
    double macroPrecision() const;  ///< 0 stands for that of a class that is never named
    double macroRecall() const;
    double macroF1() const;
};

/// The sparsity that a run has come to: masks that still moved are chosen once more after the last step,
/// which an evaluation of that step or a later one has seen. `last`: null when there is none.
double sparsityReached(const MetricSample& sample, const Evaluation* last);

enum class RunState : std::uint8_t { running, finished, stopped, failed };
std::string runStateName(RunState state);
std::optional<RunState> runStateFromName(const std::string& name);

/// How a run ended.
struct RunOutcome {
    RunState state = RunState::running;
    Text message;  ///< why it failed, or what is to be known of its end; empty otherwise
    StepIndex step;
    double epoch = 0;
    std::int64_t wallMs = 0;
    double processMs = 0;
    std::int64_t trainedImages = 0;
};

struct DataFile {
    std::string name;  ///< file name without folder
    std::int64_t bytes = 0;
    std::string sha256;
};

enum class ColumnKind : std::uint8_t { numeric, categorical, label, leftOut, group, target };
std::string columnKindName(ColumnKind kind);
std::optional<ColumnKind> columnKindFromName(const std::string& name);

/// What was decided for one column of a table.
struct ColumnDescription {
    std::string name;
    ColumnKind kind = ColumnKind::numeric;
    /// Of a categorical column, in the order of its inputs; one input more is for categories that are met
    /// only later.
    std::vector<std::string> categories{};
    std::int64_t missing = 0;  ///< values that the rows of all files lack
    std::string
        onMissing{};  ///< what became of them: "drop" of the row or "fill"; empty where none is missing
    std::string filledWith{};  ///< what they were filled with, a number or a category

    bool operator==(const ColumnDescription&) const = default;
};

/// How many images of each class the splits have, in the order of the classes. All three are as long, or
/// empty in a record of before.
struct ClassCounts {
    std::vector<std::int64_t> train{};
    std::vector<std::int64_t> validation{};
    std::vector<std::int64_t> test{};

    bool operator==(const ClassCounts&) const = default;
};

/// The number that is to be predicted.
struct TargetDescription {
    std::string name{};  ///< of its column or array
    std::string unit{};  ///< as the user has named it; empty for none
    // Of the rows to train on, in its own unit. What the network is trained on is (number - mean) /
    // deviation.
    double mean = 0;
    double standardDeviation = 0;

    bool operator==(const TargetDescription&) const = default;
};

/// What the numbers of a data set are divided by before anything is measured of them: pixels of one byte come
/// into [0, 1], other numbers stay as they are.
inline constexpr double pixelUnit = 255;
inline constexpr double numberUnit = 1;

struct DatasetDescription {
    std::string name;
    std::string title;
    std::vector<std::string> classNames;
    std::vector<std::string>
        groupNames{};  ///< of the test samples' groups, where the data say which are which
    std::vector<DataFile> files;
    std::array<std::int64_t, 3> imageShape{};  ///< channels, height, width
    std::int64_t trainImages = 0;              ///< without those held back for validation
    std::int64_t validationImages = 0;
    std::int64_t testImages = 0;
    std::int64_t leftOutImages = 0;  ///< training images that are not used, as data.share says
    ClassCounts classCounts{};
    bool testDrawn = false;  ///< the test images were drawn from the training files, as the data options say
    std::vector<double> mean;                   ///< per channel, of the training images, in [0, 1] units
    std::vector<double> standardDeviation;      ///< likewise
    double inputUnit = 0;                       ///< `pixelUnit` or `numberUnit`; 0 in a record of before
    std::string augmentation;                   ///< "none", "shift 2, flip"
    std::int64_t skippedFiles = 0;              ///< damaged ones that were left out
    std::vector<std::string> skippedNames;      ///< the first of them
    std::vector<ColumnDescription> columns{};   ///< of a table, in the order of its file
    std::optional<TargetDescription> target{};  ///< where a number is predicted; there are no classes then

    Task task() const { return target ? Task::regression : Task::classification; }
};

struct LayerDescription {
    std::string name;                         ///< "conv1", "stage2.block1.conv1"
    std::string kind;                         ///< "convolution", "dense", "batch norm", …
    std::vector<std::int64_t> weightShape{};  ///< (O, C, KH, KW), (O, I), or empty
    std::int64_t parameters = 0;              ///< weights and biases
    std::int64_t weights = 0;                 ///< prunable ones
    std::int64_t macs = 0;                    ///< multiply-accumulates of one image, dense
    std::array<std::int64_t, 3> outputShape{};
    std::optional<LayerIndex> prunable{};
};

/// The weights that a network had before its first step, where the seed did not draw them.
struct InitialWeights {
    /// Those they were read from, the file of their names among them.
    std::vector<DataFile> files{};
    std::string producer{};  ///< the program that wrote them, "pytorch 1.13.1"; empty where it does not say
};

struct NetworkDescription {
    std::string name;
    std::vector<LayerDescription> layers;
    std::optional<InitialWeights> initialWeights{};
    std::int64_t parameters() const;
    std::int64_t prunableWeights() const;
    std::int64_t macs() const;
};

/// From input to output.
std::vector<std::string> prunableNames(const NetworkDescription& network);

/// What a weight array takes on disk with `kept` of its weights: 32-bit values with 32-bit columns as
/// compressed sparse rows, or all values where that is smaller. `shape`: outputs first.
std::int64_t storedBytes(const std::vector<std::int64_t>& shape, std::int64_t weights, std::int64_t kept);

/// What a network takes on disk: each prunable layer with so many kept weights, from input to output, and 4
/// bytes for every other parameter.
std::int64_t storedBytes(const NetworkDescription& network, const std::vector<std::int64_t>& kept);

/// Which program on which machine.
struct Provenance {
    std::string version;
    std::string compiler;
    std::string instructionSet;
    std::string processor;
    std::string operatingSystem;
    std::string host;
    std::int64_t cores = 0;
    std::int64_t memoryBytes = 0;
    std::int64_t threads = 0;  ///< used by the run
    std::int64_t startedMs = 0;
    /// BLAKE2b-256 of the file that the engine's code is in, the program or its library; empty when unknown.
    std::string programDigest{};
};

}  // namespace prunescope::run
