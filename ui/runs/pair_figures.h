#pragma once

#include "view/event_differences.h"
#include "view/tested_pair.h"

#include <QString>
#include <string>
#include <vector>

namespace prunescope::store {
struct RunSummary;
}  // namespace prunescope::store

namespace prunescope::ui {

/// One line of a table that sets two runs beside each other.
struct PairRow {
    QString what{};
    QString first{};
    QString second{};
    bool operator==(const PairRow&) const = default;
};

/// What the two were asked for that is not the same, by the names that the form has.
std::vector<PairRow> settingRows(const store::RunSummary& first, const store::RunSummary& second);

/// What became of them: the figures of the last test, with an interval where there is one, sparsity, bytes
/// and measured speed.
std::vector<PairRow> resultRows(const store::RunSummary& first, const store::RunSummary& second);

/// How many test samples speak for the one and for the other; none where that is not known.
std::vector<PairRow> sampleRows(const view::TestedPair& pair);

/// By epoch. Of more than a person reads the rest is counted in the last line.
std::vector<PairRow> eventRows(const std::vector<view::EventDifference>& differences);

/// Lines of a file of numbers: `table` is what the rows are.
std::string pairCsvLines(const char* table, const std::vector<PairRow>& rows);

}  // namespace prunescope::ui
