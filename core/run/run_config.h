#pragma once

#include "run/option.h"
#include "run/schedule.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace prunescope::run {

/// The schedule as a user asks for it: moments are shares of the run from 0 to 1.
struct ScheduleConfig {
    std::string shape = "cubic";
    double initial = 0;
    double target = 0.95;
    double start = 0.07;
    double end = 0.75;
    double freeze = 0.83;
    std::vector<ScheduleKnot> knots{};
};

/// What every pruning method shares; its own options are in `RunConfig::methodOptions`.
struct PruningConfig {
    std::string scope = "global";    ///< one of `pruningScopes`
    std::int64_t maskInterval = 16;  ///< steps between mask updates
    std::int64_t minKeep = 1;        ///< weights that every layer keeps at least
    bool recalibrateBatchNorm = false;
    std::string onCollapse = "hold";  ///< hold | stop | note
    /// By layer, the largest share of its weights that may be cut, in [0, 1]; 0 keeps them all. A layer that
    /// is not named gets what the scope gives it.
    std::map<std::string, double> layers{};

    /// Nothing for a layer that is automatic.
    std::optional<double> budgetOf(const std::string& layer) const;
};

/// What every optimizer shares, and in `options` what the chosen one has of its own.
struct OptimizerConfig {
    std::string name = "sgd";
    double learningRate = 0.05;
    double weightDecay = 5e-4;
    bool decayBiasAndNorm = false;
    nlohmann::json options = nlohmann::json::object();
};

/// Course of the learning rate, and in `options` what the chosen shape has of its own.
struct LearningRateConfig {
    std::string shape = "cosine";
    double warmupEpochs = 1;
    nlohmann::json options = nlohmann::json::object();
};

struct AugmentConfig {
    /// Pixels; -1 means the data set's own default.
    std::int64_t shift = -1;
    std::string flip = "auto";  ///< auto | on | off
    double rotation = 0;        ///< degrees to either side
    double brightness = 0;      ///< factors from 1 - brightness to 1 + brightness
    double contrast = 0;        ///< likewise
    std::int64_t cutout = 0;    ///< side of a square, in pixels
};

/// How inputs are normalised: (number - mean) / deviation, by channel. Both empty: by what is measured of the
/// training images.
struct NormalisationConfig {
    std::vector<double> mean{};
    std::vector<double> deviation{};
};

/// What `StartConfig::weights` is for weights that the seed draws.
inline constexpr const char* newWeights = "new";

/// Where the weights start.
struct StartConfig {
    /// "new": drawn by the seed; or a file of weights. Empty: those of the network's own file, where it has
    /// some, else new. In a resolved configuration empty for new ones, else the file.
    std::string weights{};
    /// A JSON file with names of tensors as that file has them, and as the network has them; empty for none.
    std::string names{};
    /// SHA-256 that the weights must have; empty: any. A resolved configuration has that of its files.
    std::string sha256{};
};

/// Everything that decides a run. Same configuration, same seed: same bits.
struct RunConfig {
    std::string dataset = "fashion-mnist";
    std::string dataDir;                                    ///< empty: where the data set is usually found
    nlohmann::json dataOptions = nlohmann::json::object();  ///< the data set's own
    double dataShare = 1;  ///< of the training images of every class, those held back for validation included
    double validationFraction = 1.0 / 12.0;
    AugmentConfig augment;
    NormalisationConfig normalisation;
    std::string model = "lenet-5";
    /// Of a network that came from a file: the whole of it, as `nn::graphToJson` writes it, so that a run
    /// does not need the file again. Null for a network that is known by name.
    nlohmann::json graph = nullptr;
    StartConfig start;
    double dropout = 0;
    std::string method = "map";
    nlohmann::json methodOptions = nlohmann::json::object();
    ScheduleConfig schedule;
    PruningConfig pruning;
    OptimizerConfig optimizer;
    LearningRateConfig learningRate;
    std::string targetLoss = "squared";  ///< squared | huber, of a number that is predicted
    double huberDelta = 1;               ///< in standard deviations of the target, above 0
    double labelSmoothing = 0;
    std::string classWeights = "none";  ///< none | balanced | a number for each class, such as "1, 2.5"
    std::int64_t epochs = 15;
    std::int64_t batch = 128;
    std::int64_t seed = 1;
    std::int64_t threads = 0;  ///< 0: all cores
};

/// Whether a network is asked for by the name of a file that describes it.
bool namesNetworkFile(std::string_view model);

/// The name of an ONNX file without what may stand behind it, the images that it reads: "net.onnx" of
/// "net.onnx:3x48x192". Empty where no ONNX file is named.
std::string_view onnxFileNamed(std::string_view model);

/// How kept weights are shared out among the layers: ranked over the whole network, the same share of every
/// layer, or by the Erdos-Renyi-kernel rule.
const std::vector<std::string>& pruningScopes();

/// The schedule in steps of a run of `totalSteps`.
SparsitySchedule resolvedSchedule(const ScheduleConfig& config, std::int64_t totalSteps);

/// Throws `UsageError` when options that are each allowed contradict one another. What is chosen by name
/// checks its own.
void validateConfig(const RunConfig& config);

}  // namespace prunescope::run
