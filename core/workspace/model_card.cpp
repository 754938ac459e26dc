#include "base/clean_text.h"
#include "base/number_text.h"
#include "run/quality.h"
#include "workspace/companions.h"

#include <fmt/format.h>

#include <cmath>

namespace prunescope::workspace {
namespace {

/// Names come from files of others: in a table of Markdown, a bar would end a cell and "<" could begin a tag.
std::string cell(const std::string& text) {
    std::string safe;
    for (const char c : terminalLine(text)) {
        if (c == '|' || c == '<' || c == '`' || c == '[' || c == '*' || c == '_' || c == '\\') safe += '\\';
        safe += c;
    }
    return safe;
}

const run::Evaluation* lastTest(const run::RunRecord& record) {
    for (auto e = record.evaluations.rbegin(); e != record.evaluations.rend(); ++e) {
        if (e->split == run::Split::test) return &*e;
    }
    return nullptr;
}

std::string whatItIs(const SealedRun& run) {
    const run::RunHeader& header = run.record.header;
    const bool classes = header.dataset.task() == run::Task::classification;
    return fmt::format(
        "# Model card: {}\n\n"
        "- Network: {}, {} parameters, {} of them may be pruned\n"
        "- Task: {} on {}\n"
        "- Pruning method: {}; {} % of those weights were asked for\n"
        "- Trained by Prunescope {} from {} to {}; the run {}\n"
        "- Weights: `{}`, SHA-256 `{}`\n"
        "- Record: {} links, the last one `{}`\n",
        cell(run.id), cell(header.network.name), header.network.parameters(),
        header.network.prunableWeights(), classes ? "classification" : "regression",
        cell(header.dataset.title), cell(header.config.method), percentDigits(header.schedule.target),
        cell(header.provenance.version), utcText(header.provenance.startedMs),
        utcText(run.record.outcome.wallMs), run::runStateName(run.record.outcome.state), run.weights.name,
        run.weights.sha256, run.head.links, run.head.hash);
}

std::string data(const run::DatasetDescription& dataset) {
    std::string text = fmt::format(
        "\n## Data\n\n{} samples to train on, {} for validation, {} for the test.\n\n| file | SHA-256 "
        "|\n|---|---|\n",
        dataset.trainImages, dataset.validationImages, dataset.testImages);
    for (const run::DataFile& file : dataset.files)
        text += fmt::format("| {} | `{}` |\n", cell(file.name), file.sha256);
    return text;
}

std::string quality(const run::Evaluation& test) {
    std::string text =
        fmt::format("\n## Quality on {} test samples, at {} % sparsity\n\n| measure | value |\n|---|---:|\n",
                    test.images(), percentDigits(test.sparsity));
    for (const run::QualityMeasure& measure : run::qualityMeasures(test.task())) {
        const double value = measure.of(test);
        if (std::isfinite(value)) text += fmt::format("| {} | {:.4g} |\n", measure.title, value);
    }
    return text;
}

std::string classes(const run::Evaluation& test, const std::vector<std::string>& names) {
    std::string text = "\n| class | test samples | recall | precision |\n|---|---:|---:|---:|\n";
    for (std::size_t c = 0; c < names.size(); ++c) {
        const run::ClassAnswers answers = test.ofClass(static_cast<std::int64_t>(c));
        const auto share = [](double value) {
            return std::isfinite(value) ? fmt::format("{:.3f}", value) : "-";
        };
        text += fmt::format("| {} | {} | {} | {} |\n", cell(names[c]), answers.images,
                            share(answers.recall()), share(answers.precision()));
    }
    return text;
}

constexpr const char* limits =
    "\n## Limits\n\n"
    "The figures are those of the test samples named above, and say nothing of samples of another origin.\n"
    "Pruning hurts some classes and groups more than others: compare with a run without pruning before "
    "use.\n";

}  // namespace

Companion modelCard(const SealedRun& run) {
    std::string text = whatItIs(run) + data(run.record.header.dataset);
    if (const run::Evaluation* test = lastTest(run.record)) {
        text += quality(*test);
        if (!test->numbers) text += classes(*test, run.record.header.dataset.classNames);
    }
    return {"MODEL_CARD.md", text + limits};
}

}  // namespace prunescope::workspace
