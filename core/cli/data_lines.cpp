#include "cli/data_lines.h"

#include "data/class_balance.h"

#include <fmt/format.h>

#include <utility>

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

std::string targetLine(const run::TargetDescription& target) {
    const std::string unit = target.unit.empty() ? std::string() : " " + target.unit;
    return fmt::format(
        "target  {}, a number: mean {:.6g}{}, standard deviation {:.6g}{} of the rows to train on; "
        "splits are drawn from all rows alike",
        target.name, target.mean, unit, target.standardDeviation, unit);
}

/// Rows that lack a value, by column.
std::string missingLine(const run::DatasetDescription& d) {
    std::string line;
    for (const run::ColumnDescription& column : d.columns) {
        if (column.missing == 0 || column.kind == run::ColumnKind::leftOut) continue;
        line += fmt::format("{}{} {} ({})", line.empty() ? "missing " : ", ", column.name, column.missing,
                            column.onMissing);
    }
    return line;
}

}  // namespace

std::vector<std::string> dataLines(const run::DatasetDescription& dataset) {
    std::vector<std::string> lines{splitsLine(dataset)};
    if (const auto range = data::trainingRange(dataset)) lines.push_back(classesLine(dataset, *range));
    if (dataset.target) lines.push_back(targetLine(*dataset.target));
    if (std::string missing = missingLine(dataset); !missing.empty()) lines.push_back(std::move(missing));
    for (const Text& warning : data::classWarnings(dataset))
        lines.push_back(fmt::format("prunescope-cli: {}", warning.english()));
    return lines;
}

}  // namespace prunescope::cli
