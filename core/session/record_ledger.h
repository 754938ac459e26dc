#pragma once

#include "base/error.h"
#include "run/record_counts.h"
#include "run/record_difference.h"
#include "run/run_sink.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace prunescope::session {

/// What was recorded of a run is not what comes out when the same steps are trained once more.
class RecordDiffers : public Error {
public:
    RecordDiffers(run::RecordDifference difference, const Text& problem, const Text& mend)
        : Error(Text::of("step {}", difference.step.value), problem, mend),
          difference_(std::move(difference)) {}

    const run::RecordDifference& difference() const { return difference_; }

private:
    run::RecordDifference difference_;
};

/// Counts what is recorded of a live run. Of one that is taken up again it lets nothing through that is on
/// record already, but compares it: the steps between the saved state and the end of the record are trained
/// once more, and show whether this machine computes the bits that the other one did.
class RecordLedger : public run::RunSink {
public:
    /// `next` must outlive it.
    explicit RecordLedger(run::RunSink& next) : next_(next) {}

    /// Goes on at a place in what is on record of a run. Where the run had `ended`, what was measured behind
    /// the place is taken off the record, since a run that goes on does not measure it there. `events` say
    /// that it is taken up, and perhaps for how long now; they get their numbers here. `announceTakeUp`
    /// records them.
    void takeUpAt(const run::RecordCounts& place, const run::Records& onRecord, bool ended,
                  std::vector<run::AuditEvent> events);
    void announceTakeUp();
    /// Lets nothing through any more: each record must be one that is on record. `ended`: the end of the run
    /// is on record; what comes behind a record that has none is passed over.
    void compareOnly(bool ended);
    /// Throws `RecordDiffers` where something is on record that has not come again.
    void expectCaughtUp() const;
    /// Whether the end on record, which was asked for, is reached.
    bool isStopped() const { return stopped_; }

    const run::RecordCounts& counts() const { return counts_; }
    /// Until which step the record goes, while that has not been reached again.
    std::optional<StepIndex> catchesUpWith() const;
    /// The next event on record when somebody, or the state of the disk, gave rise to it at this step: no
    /// training does it again. It counts as done.
    std::optional<run::AuditEvent> takeDecision(StepIndex step);

    void begin(const run::RunHeader& header) override;
    void takeUp(const run::TakeUp& kept, const run::AuditEvent& event) override;
    void record(const run::MetricSample& sample) override;
    void record(const std::vector<run::LayerStatistic>& statistics) override;
    void record(const run::MaskUpdateRecord& update) override;
    void record(const run::Evaluation& evaluation) override;
    void record(const run::AuditEvent& event) override;
    void record(const run::ImageAnswers& answers) override;
    void finish(const run::RunOutcome& outcome) override;

private:
    /// Records of one kind that are on record and have not come again.
    template <class Record>
    struct Expected {
        std::vector<Record> records{};
        std::size_t next = 0;

        bool isDone() const { return next == records.size(); }
    };

    /// True when the record is on record; throws `RecordDiffers` when another is.
    template <class Record>
    bool isOnRecord(Expected<Record>& expected, const Record& record);
    template <class Record>
    void pass(Expected<Record>& expected, std::int64_t& count, const Record& record);
    /// While it only compares, what is not on record may come behind a record without an end alone.
    template <class Record>
    void expectBeyond(const Record& record) const;
    void expect(run::Records onRecord);
    void passOverEndings();
    /// Whether the run went on after what happened then.
    bool wentOn(std::size_t event) const { return ended_ || event < continued_; }
    bool isCaughtUp() const;

    run::RunSink& next_;
    run::RecordCounts counts_;
    bool takenUp_ = false;
    run::TakeUp kept_;
    std::vector<run::AuditEvent> announced_{};
    StepIndex recordedUntil_;
    Expected<run::MetricSample> samples_;
    Expected<run::LayerStatistic> statistics_;
    Expected<run::MaskUpdateRecord> maskUpdates_;
    Expected<run::Evaluation> evaluations_;
    Expected<run::AuditEvent> events_;
    Expected<run::ImageAnswers> answers_;
    bool ended_ = false;
    bool onlyCompares_ = false;
    bool hasEnd_ = false;  ///< while it only compares: the record has one
    bool stopped_ = false;
    std::size_t continued_ = 0;  ///< where in `events_` the run had been taken up last before
    bool ending_ = false;        ///< the next of `events_` are those of an end that does not come again
};

}  // namespace prunescope::session
