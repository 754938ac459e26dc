#include "cli/data_lines.h"

#include "base/quoted.h"
#include "data/class_balance.h"
#include "train/initial_weights.h"
#include "view/column_words.h"

#include <fmt/format.h>

#include <algorithm>

namespace prunescope::cli {
namespace {

/// Of so many classes each one's count is told.
constexpr std::size_t mostCounted = 20;

std::string splitsLine(const run::DatasetDescription& d) {
    const std::string leftOut = d.leftOutImages == 0
                                    ? std::string()
                                    : fmt::format(" ({} more left out by data.share)", d.leftOutImages);
    return fmt::format("data    {}: {} to train on{}, {} for validation, {} for the test", d.title,
                       d.trainImages, leftOut, d.validationImages, d.testImages);
}

std::string classesLine(const run::DatasetDescription& d, const data::CountRange& range) {
    const std::size_t classes = d.classNames.size();
    if (range.fewest == range.most)
        return fmt::format("classes {}, each with {} to train on", classes, range.most);
    std::string line =
        fmt::format("classes {}, with from {} to {} to train on", classes, range.fewest, range.most);
    if (classes > mostCounted) return line;
    for (std::size_t c = 0; c < classes; ++c)
        line += fmt::format("{}{} {}", c == 0 ? ": " : ", ", d.classNames[c], d.classCounts.train[c]);
    return line;
}

/// One line for each column of a table, of so many first ones.
constexpr std::size_t mostColumnLines = 40;

std::string columnLine(const run::ColumnDescription& column) {
    const Text gaps = view::columnGaps(column);
    const std::string missing = gaps.empty() ? std::string() : fmt::format("; missing: {}", gaps.english());
    return fmt::format("column  {}: {}{}", inQuotes(column.name), view::columnUse(column).english(), missing);
}

void addColumnLines(const std::vector<run::ColumnDescription>& columns, std::vector<std::string>& lines) {
    const std::size_t shown = std::min(columns.size(), mostColumnLines);
    for (std::size_t c = 0; c < shown; ++c) lines.push_back(columnLine(columns[c]));
    if (shown == columns.size()) return;
    std::int64_t inputs = 0;
    for (const run::ColumnDescription& column : columns) inputs += view::columnInputs(column);
    lines.push_back(fmt::format("columns {} more; all {} make {} inputs", columns.size() - shown,
                                columns.size(), inputs));
}

std::string targetLine(const run::TargetDescription& target) {
    const std::string unit = target.unit.empty() ? std::string() : " " + target.unit;
    return fmt::format(
        "target  {}, a number: mean {:.6g}{}, standard deviation {:.6g}{} of the samples to train on; "
        "splits are drawn from all samples alike",
        target.name, target.mean, unit, target.standardDeviation, unit);
}

/// What else is in the file has names that somebody else has given.
std::string filledLine(const model::TensorFit& fit, const std::string& network) {
    constexpr std::size_t mostNames = 20;
    std::string line =
        fmt::format("weights fill {} of the {} tensors of {}", fit.matched.size(), fit.parameters, network);
    for (std::size_t i = 0; i < std::min(mostNames, fit.passedOver.size()); ++i)
        line += (i == 0 ? "; passed over: " : ", ") + inQuotes(fit.passedOver[i]);
    if (fit.passedOver.size() > mostNames)
        line += fmt::format(" and {} more", fit.passedOver.size() - mostNames);
    return line;
}

}  // namespace

std::vector<std::string> dataLines(const run::DatasetDescription& dataset) {
    std::vector<std::string> lines{splitsLine(dataset)};
    if (const auto range = data::trainingRange(dataset)) lines.push_back(classesLine(dataset, *range));
    if (dataset.target) lines.push_back(targetLine(*dataset.target));
    addColumnLines(dataset.columns, lines);
    for (const Text& warning : data::classWarnings(dataset))
        lines.push_back(fmt::format("prunescope-cli: {}", warning.english()));
    return lines;
}

std::vector<std::string> weightLines(const train::Trainer& trainer) {
    std::vector<std::string> lines;
    const auto& weights = trainer.initialWeights();
    if (!weights) return lines;
    const std::string& producer = weights->producer;
    for (const run::DataFile& file : weights->files) {
        lines.push_back(fmt::format("weights from {}{}, SHA-256 {}", file.name,
                                    producer.empty() ? "" : fmt::format(" ({})", producer), file.sha256));
    }
    const nn::Graph& graph = trainer.network().graph();
    if (const auto start = train::fitOfStart(trainer.config(), graph))
        lines.push_back(filledLine(start->fit, graph.name()));
    return lines;
}

}  // namespace prunescope::cli
