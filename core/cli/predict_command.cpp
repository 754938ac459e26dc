#include "cli/predict_command.h"

#include "base/error.h"
#include "cli/output.h"
#include "cli/predict_inputs.h"
#include "infer/engine.h"
#include "parallel/thread_arena.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <new>
#include <numeric>
#include <optional>
#include <span>
#include <utility>

namespace prunescope::cli {
namespace {

/// Beside the class that is answered.
constexpr std::size_t shownNext = 4;
constexpr std::int64_t samplesAtOnce = 256;
/// Values of all tensors of one image: with more, images are not put side by side; with more yet, a file of a
/// few bytes would take the memory of the machine.
constexpr std::int64_t largeSample = std::int64_t{1} << 22U;
constexpr std::int64_t largestSample = std::int64_t{1} << 27U;

std::int64_t batchFor(const AskedNetwork& network) {
    std::int64_t values = 0;
    for (const kernels::Shape& shape : network.graph.tensors()) values += shape.size();
    if (values > largestSample) {
        throw Error(network.origin, Text::of("one sample takes {} values in this network", values),
                    Text::of("Train a network for smaller samples."));
    }
    return values > largeSample ? 1 : samplesAtOnce;
}

/// Softmax of one sample's logits, in double.
std::vector<double> probabilitiesOf(std::span<const float> logits) {
    const auto largest = static_cast<double>(*std::max_element(logits.begin(), logits.end()));
    std::vector<double> shares;
    for (const float logit : logits) shares.push_back(std::exp(static_cast<double>(logit) - largest));
    const double sum = std::accumulate(shares.begin(), shares.end(), 0.0);
    for (double& share : shares) share /= sum;
    return shares;
}

/// The classes by their logits, the first of equal ones first: the first is the answer.
std::vector<std::size_t> ranked(std::span<const float> logits, std::size_t count) {
    std::vector<std::size_t> classes(logits.size());
    std::iota(classes.begin(), classes.end(), std::size_t{0});
    const std::size_t wanted = std::min(count, classes.size());
    std::partial_sort(classes.begin(), classes.begin() + static_cast<std::ptrdiff_t>(wanted), classes.end(),
                      [&](std::size_t a, std::size_t b) {
                          return logits[a] > logits[b] || (logits[a] == logits[b] && a < b);
                      });
    classes.resize(wanted);
    return classes;
}

/// Says what a network answers, sample by sample.
class AnswerTeller {
public:
    AnswerTeller(const AskedNetwork& network, const PredictFlags& flags) : network_(network), flags_(flags) {}

    void tellAnswer(const std::string& file, const AskedSamples& samples, std::int64_t sample,
                    std::span<const float> logits) const {
        if (!network_.target.empty()) return tellNumber(file, samples, sample, logits.front());
        const std::vector<double> shares = probabilitiesOf(logits);
        const auto classes = ranked(logits, 1 + shownNext);
        const std::int64_t row = rowOf(samples, sample);
        if (flags_.json) return sayJson(answerJson(file, row, classes, shares));
        say("{}  {}", placeText(file, row), answerText(classes, shares));
    }

    void tellFailure(const std::string& file, std::int64_t row, const std::string& why) const {
        tell("prunescope-cli: {}", why);
        if (!flags_.json) return;
        nlohmann::json line{{"file", file}, {"error", why}};
        if (row > 0) line["row"] = row;
        sayJson(line);
    }

private:
    /// 0 of a file that is one picture.
    static std::int64_t rowOf(const AskedSamples& samples, std::int64_t sample) {
        return samples.rows.empty() ? 0 : samples.rows[static_cast<std::size_t>(sample)];
    }
    static std::string placeText(const std::string& file, std::int64_t row) {
        return row == 0 ? file : fmt::format("{}:{}", file, row);
    }

    void tellNumber(const std::string& file, const AskedSamples& samples, std::int64_t sample,
                    float value) const {
        const std::int64_t row = rowOf(samples, sample);
        const std::string& unit = network_.targetUnit;
        if (!flags_.json)
            return say("{}  {} {}{}{}", placeText(file, row), network_.target, value, unit.empty() ? "" : " ",
                       unit);
        nlohmann::json line{{"file", file}, {"target", network_.target}, {"value", value}};
        if (row > 0) line["row"] = row;
        if (!unit.empty()) line["unit"] = unit;
        sayJson(line);
    }

    const std::string& name(std::size_t label) const { return network_.classNames[label]; }

    std::string answerText(const std::vector<std::size_t>& classes, const std::vector<double>& shares) const {
        std::string text = fmt::format("{} {:.4f}", name(classes.front()), shares[classes.front()]);
        const char* before = "  next: ";
        for (std::size_t k = 1; k < classes.size(); ++k) {
            text += fmt::format("{}{} {:.4f}", before, name(classes[k]), shares[classes[k]]);
            before = ", ";
        }
        if (!flags_.probabilities) return text;
        text += "  all:";
        for (const double share : shares) text += fmt::format(" {}", share);
        return text;
    }

    nlohmann::json answerJson(const std::string& file, std::int64_t row,
                              const std::vector<std::size_t>& classes,
                              const std::vector<double>& shares) const {
        const auto classJson = [&](std::size_t label) {
            return nlohmann::json{{"class", name(label)}, {"index", label}, {"probability", shares[label]}};
        };
        nlohmann::json line = classJson(classes.front());
        line["file"] = file;
        if (row > 0) line["row"] = row;
        line["next"] = nlohmann::json::array();
        for (std::size_t k = 1; k < classes.size(); ++k) line["next"].push_back(classJson(classes[k]));
        if (flags_.probabilities) line["probabilities"] = shares;
        return line;
    }

    const AskedNetwork& network_;
    const PredictFlags& flags_;
};

/// Asks a network file by file.
class Asking {
public:
    Asking(const PredictFlags& flags, AskedNetwork network)
        : network_(std::move(network)),
          batch_(batchFor(network_)),
          engine_(network_.graph,
                  {.batch = batch_, .threads = parallel::machineThreads(), .sideBySide = true}),
          teller_(network_, flags) {}

    /// False where a file, or a row of it, could not be answered.
    bool ask(const std::string& file) {
        const std::optional<AskedSamples> samples = samplesOf(file);
        return samples && answer(file, *samples);
    }

private:
    /// Nothing of a file that is not to be answered, once that is told.
    std::optional<AskedSamples> samplesOf(const std::string& file) const {
        try {
            return askedSamples(file, network_);
        } catch (const Error& e) {
            teller_.tellFailure(file, 0, e.what());
        } catch (const std::bad_alloc&) {
            teller_.tellFailure(file, 0, fmt::format("{}: there is not enough memory for it", file));
        }
        return std::nullopt;
    }

    bool answer(const std::string& file, const AskedSamples& samples) {
        const auto inputs = static_cast<std::size_t>(network_.input().size());
        const auto classes = static_cast<std::size_t>(engine_.outputs());
        std::vector<float> images;
        std::vector<float> logits;
        for (std::int64_t first = 0; first < samples.count; first += batch_) {
            const auto count = static_cast<std::size_t>(std::min(batch_, samples.count - first));
            images.resize(count * inputs);
            logits.resize(count * classes);
            scaleSamples(samples, first, network_, images);
            engine_.run(images, logits);
            for (std::size_t i = 0; i < count; ++i)
                teller_.tellAnswer(file, samples, first + static_cast<std::int64_t>(i),
                                   std::span(logits).subspan(i * classes, classes));
        }
        for (const data::RowGap& gap : samples.gaps)
            teller_.tellFailure(file, gap.row,
                                fmt::format("{}:{}: {}", file, gap.row, gap.problem.english()));
        return samples.gaps.empty();
    }

    AskedNetwork network_;
    std::int64_t batch_;
    infer::Engine engine_;
    AnswerTeller teller_;
};

int predict(const PredictFlags& flags) {
    bool all = true;
    parallel::ThreadArena(parallel::machineThreads()).run([&] {
        Asking asking(flags, askedNetwork(flags.model));
        for (const std::string& file : flags.files) all = asking.ask(file) && all;
    });
    return all ? 0 : 1;
}

}  // namespace

void addPredict(CLI::App& app, PredictFlags& flags, std::function<int()>& chosen) {
    CLI::App* command =
        app.add_subcommand("predict", "Let a trained network answer pictures, rows and arrays");
    const auto named = [](const std::string& value) { return value.empty() ? "is empty. Name a file" : ""; };
    command
        ->add_option(
            "MODEL", flags.model,
            "Folder of a run, its final.weights, or a file that was exported (safetensors, NPZ, ONNX)")
        ->required()
        ->check(named);
    command
        ->add_option(
            "FILE", flags.files,
            "Pictures (JPEG, PNG), tables (CSV, TSV, ARFF) with the columns of training, arrays (NPZ, "
            "NPY) or images in IDX; rows are counted from 1")
        ->required()
        ->check(named);
    command->add_flag("--json", flags.json, "One object of JSON for each sample, one a line");
    command->add_flag("--probabilities", flags.probabilities,
                      "The probabilities of all classes, in their order");
    command->callback([&] { chosen = [&flags] { return predict(flags); }; });
}

}  // namespace prunescope::cli
