#pragma once

#include "report/hurt.h"
#include "run/device_measurement.h"
#include "run/measurement.h"
#include "run/quality.h"
#include "run/run_sink.h"

#include <cmath>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::report {

/// The exported weights beside the run, when they exist.
struct WeightsEvidence {
    std::string name;
    std::int64_t bytes = 0;
    std::string sha256;
};

/// Another run to stand beside this one: a dense run of the same experiment.
struct ReferenceRun {
    std::string id;
    run::RunRecord record;
};

/// Everything a report is made from.
struct ReportInput {
    std::string runId;  ///< name of the run's folder
    run::RunRecord record;
    std::vector<Text> problems{};  ///< found while the run was read, one sentence each
    std::optional<ReferenceRun> reference{};
    std::optional<WeightsEvidence> weights{};
    /// When the report is written, UTC in milliseconds; printed only when given, since the same input shall
    /// give the same bytes.
    std::optional<std::int64_t> writtenMs{};
    /// Whether a program records the run at this moment, where that is known: it tells a run that goes on
    /// from one that was cut off.
    std::optional<bool> live{};
    /// How fast the network is, as it was measured last.
    std::optional<run::Measurement> speed{};
    /// On devices that this program does not run on, the newest first.
    std::vector<run::DeviceMeasurement> devices{};
    /// Of `picturesWanted`, once they were looked for.
    std::optional<TestPictures> pictures{};
};

/// How a number came to be. Every number of the report carries one of these.
enum class Evidence { measured, estimated, theoretical, requested };
Text evidenceText(Evidence evidence);

/// One evaluation, reduced to its figures. All shares are in [0, 1].
struct Measurement {
    std::size_t position = 0;  ///< in `RunRecord::evaluations`
    StepIndex step;
    double epoch = 0;
    std::int64_t images = 0;
    std::int64_t correct = 0;
    double accuracy = 0;
    double loss = 0;
    double macroPrecision = 0;
    double macroRecall = 0;
    double macroF1 = 0;
    double calibrationError = 0;  ///< NaN where it was not measured
    double topFiveAccuracy = 0;   ///< likewise
    double sparsity = 0;
    std::optional<run::NumberErrors> numbers{};  ///< where a number is predicted; no share counts then

    /// A figure of the task.
    double of(const run::QualityMeasure& measure) const;
};

struct ClassSummary {
    std::string name;
    std::int64_t images = 0;   ///< of this class in the test set
    std::int64_t answers = 0;  ///< how often the network named this class
    double precision = 0;      ///< NaN for a class that is never named
    double recall = 0;         ///< NaN for a class without images
    double f1 = 0;             ///< NaN for a class without images
    std::optional<double> recallBefore{};
};

/// Off the diagonal of the confusion matrix: `images` of class `truth` that were taken for `answer`.
struct Confusion {
    std::int64_t truth = 0;
    std::int64_t answer = 0;
    std::int64_t images = 0;
};

/// The figures of accuracy.
struct ResultSummary {
    std::optional<Measurement> final{};       ///< last test evaluation: the result
    std::optional<Measurement> best{};        ///< best test evaluation of the run, shown beside the result
    std::optional<Measurement> before{};      ///< last test evaluation before the first weight was cut
    std::optional<Measurement> validation{};  ///< last validation evaluation
    /// 95 % interval of the final accuracy (Wilson), or of the RMSE, from the choice of test images alone.
    double intervalLow = 0;
    double intervalHigh = 0;
    std::vector<ClassSummary> classes{};
    std::vector<std::string> absent{};           ///< classes without a test image, which no mean counts
    std::vector<Confusion> largestConfusions{};  ///< at most 10, by images
};

/// One prunable layer, at the end of the run.
struct LayerSummary {
    LayerIndex index;
    std::string name;
    std::string kind;
    std::vector<std::int64_t> shape;
    std::int64_t parameters = 0;
    std::int64_t weights = 0;
    std::int64_t kept = 0;
    double sparsity = 0;
    std::optional<double> requested{};  ///< none with the global scope, which ranks all layers together
    std::optional<double> budget{};     ///< largest share that might be cut; none for an automatic layer
    std::int64_t cut = 0;               ///< summed over all mask updates
    std::int64_t revived = 0;           ///< likewise
    std::int64_t macs = 0;
    double macsRemaining = 0;
    std::optional<run::LayerStatistic> last{};
};

/// What the network weighs. Bytes are of float32 values.
struct SizeSummary {
    bool networkKnown = true;  ///< otherwise nothing here is, because the record could not be read
    bool prunedKnown = true;   ///< likewise for what depends on which weights were kept
    std::int64_t parameters = 0;
    std::int64_t prunable = 0;
    std::int64_t pruned = 0;
    std::int64_t denseBytes = 0;
    std::int64_t sparseBytes = 0;  ///< estimated
    std::int64_t macs = 0;
    double macsRemaining = 0;  ///< theoretical
    double sparsityPrunable = 0;
    double sparsityAll = 0;
    std::optional<double> requested{};         ///< by the schedule at the last step
    std::optional<double> target{};            ///< that somebody asked for last, for the end of the run
    std::optional<double> requestedOfMasks{};  ///< by the schedule when the last masks were chosen
    bool masksFinished = false;  ///< the last masks were chosen after the last step, since they still moved
    std::int64_t cut = 0;
    std::int64_t revived = 0;
    std::int64_t maskUpdates = 0;

    /// Whether the schedule asked for the target at the last step, to the digits that are shown. A run that
    /// was stopped or frozen in its ramp was never asked for it.
    bool asksForItsTarget() const { return !target || !requested || std::abs(*target - *requested) < 5e-5; }

    /// Share of the multiply-accumulates that is left, in [0, 1].
    /// NaN where there are none.
    double macsShare() const { return macsRemaining / static_cast<double>(macs); }
};

/// A layer that lost weights while accuracy fell.
struct FallenLayer {
    std::string name;
    std::int64_t cut = 0;
    std::int64_t revived = 0;
    double share = 0;  ///< cut less revived, of the layer's weights
};

/// A fall of validation accuracy that neither chance nor the run's own ups and downs explain.
struct Fall {
    Measurement before;                 ///< the highest of the few in front
    Measurement after;                  ///< where it ended
    double limit = 0;                   ///< the largest fall that would have been taken for nothing
    std::vector<FallenLayer> layers{};  ///< that lost most meanwhile, the largest share first
    std::vector<std::size_t> events{};  ///< the last in front of it, as positions in `RunRecord::events`
    run::AuditEvent event{};            ///< as which it stands among those
};

/// Falls of validation accuracy, as `view::accuracyDrops` finds them.
struct FallsSummary {
    std::int64_t images = 0;        ///< that each measurement was made on; 0: not recorded
    std::int64_t measurements = 0;  ///< of validation accuracy
    std::int64_t found = 0;
    std::vector<Fall> falls{};  ///< the first of them, at most `mostFalls`

    /// Whether it can be told that there is one or that there is none.
    bool known() const;
};
inline constexpr std::size_t mostFalls = 100;

/// A moment that stands as a vertical line on every chart over time.
struct Mark {
    double epoch = 0;
    StepIndex step;
    Text label;  ///< "frozen", "edit 12" (12: sequence number in the event log)
    bool edit = false;
};

/// Something that did not go as it was planned at the start: "mask frozen by ana@lab at step 1,892".
struct Deviation {
    Text text;
    std::vector<std::int64_t> events{};  ///< sequence numbers in the event log that tell of it
};

/// A statement about the record that the report tested.
struct Check {
    Text statement;
    bool holds = false;
    Text detail;
};

/// Where a number comes from: which table, which row, which formula.
struct Origin {
    std::string key;  ///< its name in report.json
    Text title;
    Evidence evidence = Evidence::measured;
    Text text;
};

struct ReferenceSummary {
    std::string id;
    run::RunState state = run::RunState::running;
    std::string method;
    std::int64_t seed = 0;
    std::int64_t epochs = 0;
    std::optional<Measurement> final{};
    std::vector<Text> differences{};  ///< what makes the comparison less than fair
};

/// Everything the report says, computed once; the page, the JSON and the tables are made from it.
struct Summary {
    bool readable = true;   ///< enough of the record could be read to say what became of the network
    bool dense = false;     ///< the run cut no weight and was never asked to
    bool complete = false;  ///< state is finished
    std::int64_t lastStep = 0;
    double lastEpoch = 0;  ///< NaN, like the time, when it could not be read
    double processMs = 0;
    std::optional<double> imagesPerSecond{};
    std::int64_t nonFiniteLosses = 0;
    std::string unit{};  ///< of the number that is predicted; empty for none
    Text verdict;
    std::vector<Deviation> deviations;
    Text stateSentence;  ///< how the run ended
    Text stateText;      ///< with its deviations from the plan, which come first in the report
    ResultSummary result;
    std::vector<LayerSummary> layers;
    SizeSummary size;
    run::SparsitySchedule scheduleAtEnd;
    bool scheduleEdited = false;
    std::vector<Mark> marks;
    FallsSummary falls;
    std::optional<ReferenceSummary> reference{};
    HurtSummary hurt;
    std::vector<Check> checks;
    std::vector<Text> limits;
    std::vector<Text> problems;
    std::vector<Origin> origins;
};

Summary summarise(const ReportInput& input);

/// The figures of the network that the pruned one stands beside; there must be one.
const Measurement& figuresOfTwin(const Summary& summary);

/// The test images that a report shows pictures of. For whoever opens the data set.
std::vector<view::Flip> picturesWanted(const ReportInput& input);

/// "mask frozen by ana@lab at step 1,892 (event 7)"; of many events the first are named.
Text deviationText(const Deviation& deviation);

/// Passes over the training images at a step, from the recorded samples; before the first one, or without
/// any, from the planned number of steps.
double epochOfStep(const run::RunRecord& record, StepIndex step);

/// Whether the confusion matrix has the size that its number of classes asks for, and no impossible entry.
bool isSound(const run::Evaluation& evaluation);

}  // namespace prunescope::report
