#pragma once

#include "report/document.h"
#include "run/quality.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// The chapters of the report, each written once for every kind of page. They take their numbers from the
/// summary.
namespace prunescope::report {

using Blocks = std::vector<Block>;

/// What every chapter is written from.
struct Source {
    const ReportInput& input;
    const Summary& summary;
    std::string jsonSha256;  ///< of report.json

    const run::RunRecord& record() const { return input.record; }
    run::Task task() const { return record().header.dataset.task(); }
    /// Of the number that is predicted; empty for none.
    std::string unit() const {
        const auto& target = record().header.dataset.target;
        return target ? target->unit : std::string();
    }
    /// The numbered mark of an origin, "[3]"; empty for a key without one.
    Phrase origin(std::string_view key) const;
    /// How a number came to be, with that mark: "measured [3]".
    Phrase evidence(std::string_view key) const;
};

// Page one.
Blocks stateBlocks(const Source& source);
Blocks summaryBlocks(const Source& source);

// Chapters; without blocks, one is left out.
Blocks resultChapter(const Source& source);
Blocks confusionChapter(const Source& source);
/// Of numbers, what was predicted beside the truth.
Blocks predictionsChapter(const Source& source);
Blocks hurtChapter(const Source& source);
Blocks sparsityChapter(const Source& source);
Blocks sizeChapter(const Source& source);
Blocks speedChapter(const Source& source);
Blocks courseChapter(const Source& source);
Blocks scheduleChapter(const Source& source);
Blocks dataChapter(const Source& source);
Blocks configurationChapter(const Source& source);
Blocks machineChapter(const Source& source);
Blocks limitsChapter(const Source& source);
Blocks eventsChapter(const Source& source);
Blocks originsChapter(const Source& source);
Blocks signatureChapter(const Source& source);

/// Parts of the chapter on who is hurt: the two networks side by side, and what only the pruned one gets
/// wrong.
Table sideBySide(const Source& source);
Blocks lostImages(const Source& source);
/// Where a number is predicted: what stands for accuracy on page one, in the result, and in the comparison of
/// the two networks.
void addErrorTiles(const Source& source, std::vector<Tiles::Tile>& tiles);
Blocks errorBlocks(const Source& source);
Blocks hurtRows(const Source& source);
/// A figure of a measurement; `field` is the place of the measurement in report.json.
Phrase qualityDatum(const Source& source, const run::QualityMeasure& measure, const std::string& field,
                    const Measurement& m);
/// How the second differs by the measure that the run is judged by.
Text qualityChange(const Source& source, const Measurement& from, const Measurement& to);
/// Part of the chapter on the course of the run.
Blocks fallBlocks(const Source& source);

// Pictures; nothing when the run has nothing to draw there.
std::optional<LineChart> overviewChart(const Source& source);
std::optional<LineChart> accuracyChart(const Source& source);
/// The same where a number is predicted.
std::optional<LineChart> errorOverviewChart(const Source& source);
std::optional<LineChart> errorChart(const Source& source);
std::optional<LineChart> sparsityChart(const Source& source);
std::optional<LineChart> measureChart(const Source& source);
std::optional<LineChart> churnChart(const Source& source);
std::optional<BarChart> layerSparsityChart(const Source& source);

/// A number of report.json, as it is shown. What is not finite is null there and no number here.
Phrase datum(std::string field, double value, std::string text);
Phrase datum(std::string field, std::int64_t value, std::string text);
Phrase countDatum(std::string field, std::int64_t value);
Phrase percentDatum(std::string field, double share);
Phrase measureDatum(std::string field, double value);

inline Phrase strong(Phrase words) {
    return {Phrase::Kind::strong, std::move(words)};
}
inline Phrase soft(Phrase words) {
    return {Phrase::Kind::soft, std::move(words)};
}
inline Phrase code(std::string words) {
    return {Phrase::Kind::code, std::move(words)};
}
inline Phrase hash(std::string sum) {
    return {Phrase::Kind::hash, std::move(sum)};
}
/// Names another chapter.
Phrase chapterLink(std::string id, Phrase words);
/// The name, or a dash where it could not be read.
Phrase known(const std::string& name);
Phrase dash();

}  // namespace prunescope::report
