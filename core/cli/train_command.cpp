#include "base/error.h"
#include "cli/commands.h"
#include "data/registry.h"
#include "session/session.h"
#include "store/run_folder.h"
#include "store/run_recorder.h"

#include <fmt/format.h>

#include <atomic>
#include <csignal>
#include <cstdio>

namespace prunescope::cli {
namespace {

std::atomic<bool> interrupted{false};  // a signal handler can reach nothing else

void onInterrupt(int signal) {
    interrupted = true;
    std::signal(signal, SIG_DFL);  // a second Ctrl-C ends the program at once
}

/// What the figures at the end are taken from: the results of every epoch.
struct Course {
    std::optional<run::Evaluation> validation;
    std::optional<run::Evaluation> test;
    double bestTestAccuracy = 0;
};

/// Passes everything on and keeps the evaluations.
class CourseSink : public run::RunSink {
public:
    CourseSink(run::RunSink& next, Course& course) : next_(next), course_(course) {}
    void begin(const run::RunHeader& header) override { next_.begin(header); }
    void record(const run::MetricSample& sample) override { next_.record(sample); }
    void record(const std::vector<run::LayerStatistic>& statistics) override { next_.record(statistics); }
    void record(const run::Evaluation& evaluation) override {
        const bool test = evaluation.split == run::Split::test;
        (test ? course_.test : course_.validation) = evaluation;
        if (test) course_.bestTestAccuracy = std::max(course_.bestTestAccuracy, evaluation.accuracy());
        next_.record(evaluation);
    }
    void record(const run::AuditEvent& event) override { next_.record(event); }
    void finish(const run::RunOutcome& outcome) override { next_.finish(outcome); }

private:
    run::RunSink& next_;
    Course& course_;
};

void printProgress(const session::Snapshot& s, std::int64_t epochs) {
    if (!s.test || !s.validation || !s.sample) return;
    fmt::print(stderr,
               "epoch {:3.0f} of {}  loss {:.4f}  validation {:.2f} %  test {:.2f} %  sparsity {:.2f} % of "
               "{:.2f} %  {}  {:.0f} images/s  {:.0f} s left\n",
               s.epoch, epochs, s.sample->loss, 100 * s.validation->accuracy(), 100 * s.test->accuracy(),
               100 * s.sparsity, 100 * s.schedule.target, run::phaseName(s.phase), s.imagesPerSecond,
               s.secondsLeft);
}

/// Watches the run until it ends: a line for each epoch, and Ctrl-C stops it.
void watch(session::Session& live, std::int64_t epochs) {
    std::int64_t shown = 0;
    bool stopSent = false;
    for (bool ended = false; !ended;) {
        ended = live.waitFor(50);
        if (interrupted && !stopSent) {
            stopSent = true;
            fmt::print(stderr, "stopping; what was recorded is kept\n");
            live.submit({.action = session::Stop{}, .who = "user", .reason = "interrupted in the terminal"});
        }
        const auto snapshot = live.snapshot();
        const auto epoch = static_cast<std::int64_t>(snapshot->epoch);
        if (epoch > shown && snapshot->test && snapshot->test->epoch >= static_cast<double>(epoch)) {
            printProgress(*snapshot, epochs);
            shown = epoch;
        }
        live.drainSamples();
    }
}

nlohmann::json resultJson(const Course& course, const session::Snapshot& last, const run::RunOutcome& outcome,
                          double sparsityOfAll, const std::filesystem::path& folder) {
    const double seconds = outcome.processMs / 1000;
    return {{"state", run::runStateName(outcome.state)},
            {"message", outcome.message},
            {"test_accuracy", course.test ? course.test->accuracy() : 0},
            {"test_accuracy_best", course.bestTestAccuracy},
            {"validation_accuracy", course.validation ? course.validation->accuracy() : 0},
            {"sparsity_prunable", last.sparsity},
            {"sparsity_all", sparsityOfAll},
            {"epochs", outcome.epoch},
            {"seconds", seconds},
            {"images_per_second", last.imagesPerSecond},
            {"run", std::filesystem::absolute(folder).string()}};
}

}  // namespace

int train(const TrainRequest& request) {
    const session::SystemClock clock;
    auto dataset = std::make_shared<const data::Dataset>(data::loadDataset(request.config));
    auto trainer = std::make_unique<train::Trainer>(request.config, std::move(dataset));
    const run::RunConfig config = trainer->config();
    const run::NetworkDescription network = trainer->header().network;
    const store::RunFolder folder = request.out.empty()
                                        ? store::createRunFolder(defaultWorkspace(), config, clock.wallMs())
                                        : store::createRunFolderAt(request.out, config);
    Course course;
    run::RunOutcome outcome;
    std::shared_ptr<const session::Snapshot> last;
    std::filesystem::path place;  // the run may have been renamed or moved meanwhile
    {
        store::RunRecorder recorder(folder);
        CourseSink sink(recorder, course);
        session::Session live(std::move(trainer), sink, clock, {.keeper = &recorder});
        std::signal(SIGINT, onInterrupt);
        std::signal(SIGTERM, onInterrupt);
        watch(live, config.epochs);
        outcome = live.wait();
        last = live.snapshot();
        place = recorder.folder();
    }
    if (outcome.state == run::RunState::failed)
        throw Error("the run failed", outcome.message,
                    fmt::format("What was recorded is in {}.", place.string()));
    if (!outcome.message.empty()) fmt::print(stderr, "prunescope-cli: {}\n", outcome.message);
    const std::filesystem::path page = writeReportOf(place, {}, {});
    const double sparsityOfAll = last->sparsity * static_cast<double>(network.prunableWeights()) /
                                 static_cast<double>(network.parameters());
    fmt::print(stderr, "run     {}\nreport  {}\n", place.string(), page.string());
    if (request.json) {
        fmt::print("{}\n", resultJson(course, *last, outcome, sparsityOfAll, place).dump());
    } else if (course.test) {
        fmt::print(
            "test accuracy {:.2f} % (best epoch {:.2f} %), sparsity {:.4f} % of prunable weights, {:.4f} % "
            "of all parameters\n",
            100 * course.test->accuracy(), 100 * course.bestTestAccuracy, 100 * last->sparsity,
            100 * sparsityOfAll);
    }
    return 0;
}

}  // namespace prunescope::cli
