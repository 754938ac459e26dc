#pragma once

#include "base/text.h"
#include "run/run_record.h"
#include "view/paired_errors.h"
#include "view/paired_shares.h"

#include <optional>
#include <string>

/// Two runs beside each other by what their networks answered to every test sample.
namespace prunescope::view {

/// The last test of a run.
struct TestedRun {
    std::string name{};  ///< in a sentence
    run::RunHeader header{};
    std::optional<run::Evaluation> test{};       ///< nothing before the first
    std::optional<run::ImageAnswers> answers{};  ///< that it counted; nothing where they were not kept
};
/// `record`: with its evaluations and answers.
TestedRun lastTestOf(std::string name, run::RunRecord record);

struct TestedPair {
    Text words{};  ///< what tells the two apart and how sure that is, or why they cannot be compared
    std::optional<PairedErrors> errors{};  ///< where both predict the same numbers
    std::optional<Pairs> answers{};        ///< where both name classes of the same samples
};

/// Runs for two tasks, runs without a test, and runs that were tested on other data are not compared.
TestedPair compareTested(const TestedRun& first, const TestedRun& second);

/// Whether two runs were tested on the same samples, as far as their files and the options of their data
/// tell: which samples are tested on is a matter of both.
bool haveSameTestSamples(const run::RunHeader& one, const run::RunHeader& other);

}  // namespace prunescope::view
