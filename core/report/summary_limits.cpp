// What the report cannot show, and what was wrong with the record.

#include "report/summary_parts.h"
#include "report/text.h"

#include <algorithm>
#include <cctype>

namespace prunescope::report {
namespace {

bool mentionsJpeg(const run::DatasetDescription& dataset) {
    std::string text = dataset.name + " " + dataset.title;
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text.find("jpeg") != std::string::npos || text.find("jpg") != std::string::npos;
}

bool hasBatchNorm(const run::NetworkDescription& network) {
    return std::any_of(network.layers.begin(), network.layers.end(),
                       [](const auto& layer) { return layer.kind.find("norm") != std::string::npos; });
}

void addBeforeLimit(const Summary& summary, std::vector<Text>& limits) {
    if (summary.dense || !summary.readable) return;
    const auto& before = summary.result.before;
    if (!before) {
        limits.push_back(Text::of(
            "No test evaluation was made before the first weight was cut, so this run alone does not show "
            "what "
            "pruning cost. Compare it with a dense run of the same configuration."));
    } else if (before->step.value == 0) {
        limits.push_back(Text::of(
            "The only test evaluation before the first cut is of the untrained network. It says nothing "
            "about "
            "what pruning cost. Compare the result with a dense run of the same configuration."));
    } else if (before->numbers) {
        limits.push_back(
            Text::of("The errors before pruning were measured at epoch {}, when training was not complete. "
                     "They are not those of a dense network trained to the end, and the difference to the "
                     "result is not the cost of pruning.",
                     epochText(before->epoch)));
    } else {
        limits.push_back(
            Text::of("The accuracy before pruning was measured at epoch {}, when training was not "
                     "complete. It is not that "
                     "of a dense network trained to the end, and the difference to the result is not the "
                     "cost of pruning.",
                     epochText(before->epoch)));
    }
}

void addIncomplete(const Summary& summary, std::vector<Text>& limits) {
    if (!summary.complete)
        limits.push_back(Text::of("{} {}", summary.stateSentence,
                                  Text::of("Its figures are those of the moment it ended at.")));
    if (!summary.readable) {
        limits.push_back(Text::of(
            "Not enough of the record could be read to say what became of the weights. What is missing is "
            "not "
            "zero: it is not known."));
    }
}

}  // namespace

std::vector<Text> findLimits(const ReportInput& input, const Summary& summary) {
    const run::RunHeader& header = input.record.header;
    std::vector<Text> limits;
    addIncomplete(summary, limits);
    limits.push_back(Text::of(
        "The test set was measured during the run, but decided nothing: no choice of weights, epoch or "
        "schedule "
        "rests on it. The result is that of the last test evaluation. The best epoch is printed for "
        "completeness; "
        "choosing it afterwards would be choosing on the test set."));
    addBeforeLimit(summary, limits);
    limits.push_back(
        header.dataset.task() == run::Task::regression
            ? Text::of("One run with one seed ({}). Another seed would give somewhat other figures; the "
                       "interval beside the RMSE covers the choice of test samples only.",
                       header.config.seed)
            : Text::of("One run with one seed ({}). Another seed would give somewhat other figures; the "
                       "interval beside the accuracy covers the choice of test samples only.",
                       header.config.seed));
    if (summary.readable && !summary.dense) {
        limits.push_back(Text::of(
            "Remaining multiply-accumulates are theoretical: the share of weights kept, layer by layer. They "
            "are "
            "not a measured time, and the sparse size is an estimate for one storage format."));
    }
    if (hasBatchNorm(header.network)) {
        limits.push_back(
            header.config.pruning.recalibrateBatchNorm
                ? Text::of(
                      "Batch-norm statistics were measured anew at the end of the run (recalibration on).")
                : Text::of(
                      "Batch-norm statistics were not measured anew at the end (recalibration off): part "
                      "of them was collected while masks still moved."));
    }
    if (header.config.method == "map") {
        limits.push_back(Text::of(
            "The method is our reading of Magnitude Attention-based Dynamic Pruning (Back, Ahn, Kim; arXiv "
            "2306.05056). The paper's full text was not at hand; its figures are not claimed to be "
            "reproduced."));
    }
    if (mentionsJpeg(header.dataset)) {
        limits.push_back(
            Text::of("The images of this data set were compressed again as JPEG. Accuracy is not comparable "
                     "with figures published for the original images."));
    }
    if (summary.nonFiniteLosses > 0) {
        const std::string steps = countText(summary.nonFiniteLosses);
        limits.push_back(
            summary.nonFiniteLosses == 1
                ? Text::of("The loss was not a finite number at {} step: training diverged there.", steps)
                : Text::of("The loss was not a finite number at {} steps: training diverged there.", steps));
    }
    return limits;
}

std::vector<Text> findProblems(const ReportInput& input) {
    std::vector<Text> problems = input.problems;
    const auto& record = input.record;
    const auto unsound = std::count_if(record.evaluations.begin(), record.evaluations.end(),
                                       [](const auto& e) { return !isSound(e); });
    if (unsound > 0) {
        problems.push_back(Text::of(
            "{} evaluations have no sound confusion matrix and were left out of this report.", unsound));
    }
    std::vector<LayerIndex> known;
    for (const auto& layer : record.header.network.layers) {
        if (layer.prunable) known.push_back(*layer.prunable);
    }
    std::sort(known.begin(), known.end());
    const auto strangers = std::count_if(
        record.layerStatistics.begin(), record.layerStatistics.end(),
        [&](const auto& s) { return !std::binary_search(known.begin(), known.end(), s.layer); });
    if (strangers > 0) {
        problems.push_back(Text::of(
            "{} layer statistics belong to no layer of the network and were left out of this report.",
            strangers));
    }
    return problems;
}

}  // namespace prunescope::report
