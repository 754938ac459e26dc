#include "cli/watched_run.h"

#include "base/error.h"
#include "cli/commands.h"
#include "cli/output.h"
#include "cli/words.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

namespace prunescope::cli {
namespace {

/// How its report went; nothing when none was tried.
struct ReportAttempt {
    std::optional<WrittenReport> written;
    Text failure;  ///< why it could not be written
};

/// Says once that what is recorded does not reach the disk, and once that it does again.
void tellTrouble(const std::optional<run::RecordingTrouble>& trouble, bool& told) {
    if (trouble.has_value() == told) return;
    told = trouble.has_value();
    if (told) {
        tell("prunescope-cli: recording waits in memory and is tried again: {}", trouble->reason);
    } else {
        tell("prunescope-cli: everything is recorded again");
    }
}

/// Watches the run until it ends: a line for each epoch, and a signal stops it.
void watch(workspace::RecordedRun& run, const RunSignals& signals, Course& course) {
    session::Session& live = run.session();
    bool stopSent = false;
    int saves = 0;
    bool troubled = false;
    for (bool ended = false; !ended;) {
        ended = live.waitFor(50);
        if (signals.stop.first() != 0 && !stopSent) {
            stopSent = true;
            tell("stopping; what was recorded is kept, and the weights are saved");
            live.submit({.action = session::Stop{}, .note = Text::of("interrupted in the terminal")});
        }
        if (const int asked = signals.save.count(); asked != saves) {
            saves = asked;
            live.submit({.action = session::SaveState{}, .note = Text::of("asked for by SIGUSR1")});
        }
        const auto snapshot = live.snapshot();
        tellTrouble(snapshot->trouble, troubled);
        for (const std::string& line : course.take(run.drain(), *snapshot)) tellLine(line);
    }
}

ReportAttempt tryToReport(const std::filesystem::path& folder) {
    try {
        return {.written = writeReportOf(folder, {}, {}), .failure = {}};
    } catch (const std::exception& error) {
        return {.written = {}, .failure = textOf(error)};
    }
}

/// A number, or null where there is none.
template <class Number>
nlohmann::json orNull(const std::optional<Number>& value) {
    return value ? nlohmann::json(*value) : nlohmann::json();
}

std::optional<double> qualityOf(const std::optional<Course::Result>& result) {
    return result ? std::optional(result->quality) : std::nullopt;
}

std::optional<double> sparsityOf(const std::optional<Course::Result>& result) {
    return result ? std::optional(result->sparsity) : std::nullopt;
}

/// Under the name of each measure: "test_accuracy" or "test_rmse", the best of the run, and those beside it.
void addQuality(const Course& course, nlohmann::json& json) {
    const auto test = course.test();
    const auto best = course.bestTest();
    const std::string& key = course.measure().key;
    for (const run::QualityMeasure& measure : run::qualityMeasures(course.task()))
        json["test_" + measure.key] = test ? nlohmann::json(measure.of(test->evaluation)) : nlohmann::json();
    json["test_" + key + "_best"] = orNull(qualityOf(best));
    json["test_" + key + "_best_sparsity"] = orNull(sparsityOf(best));
    json["test_" + key + "_best_epoch"] = best ? nlohmann::json(best->epoch) : nlohmann::json();
    json["validation_" + key] = orNull(qualityOf(course.validation()));
}

std::string absoluteText(const std::filesystem::path& path) {
    return std::filesystem::absolute(path).string();
}

nlohmann::json resultJson(const EndedRun& run, const ReportAttempt& report) {
    const auto test = run.course.test();
    const auto sparsity = sparsityOf(test);
    nlohmann::json json{
        {"state", run::runStateName(run.outcome.state)},
        {"message", run.outcome.message.english()},
        {"sparsity_prunable", orNull(sparsity)},
        {"sparsity_all", sparsity ? nlohmann::json(*sparsity * run.shareOfAll) : nlohmann::json()},
        {"epochs", run.outcome.epoch},
        {"seconds", run.outcome.processMs / 1000},
        {"images_per_second",
         run.imagesPerSecond > 0 ? nlohmann::json(run.imagesPerSecond) : nlohmann::json()},
        {"run", absoluteText(run.folder)},
        {"report", report.written ? nlohmann::json(absoluteText(report.written->page)) : nlohmann::json()},
        {"report_complete", report.written && report.written->missing.empty()}};
    addQuality(run.course, json);
    if (!report.failure.empty()) json["report_error"] = report.failure.english();
    return json;
}

void sayResult(const Course& course, double shareOfAll) {
    const auto test = course.test();
    const auto best = course.bestTest();
    if (!test) return;
    std::string others;
    if (course.task() == run::Task::regression) {
        for (const run::QualityMeasure& measure : run::qualityMeasures(course.task())) {
            if (&measure != &course.measure())
                others +=
                    fmt::format(", {} {}", measure.name, course.text(measure, measure.of(test->evaluation)));
        }
    }
    const auto figure = [&](double value) { return course.text(course.measure(), value); };
    say("test {} {}{} (best epoch {} at sparsity {}, epoch {:.6g}), sparsity {} of prunable weights, {} "
        "of all parameters",
        course.measure().name, figure(test->quality), others, figure(best->quality),
        percent(best->sparsity, 4), best->epoch, percent(test->sparsity, 4),
        percent(test->sparsity * shareOfAll, 4));
}

/// What there is besides the result: where it is, and what went wrong.
void tellTheRest(const EndedRun& run, const ReportAttempt& report) {
    const std::string folder = run.folder.string();
    // Where its files are, if they are not where they belong.
    if (!run.outcome.message.empty()) tell("prunescope-cli: {}", run.outcome.message);
    tell("run     {}", folder);
    if (report.written) {
        tell("report  {}", report.written->page.string());
        tellWhatIsMissing(*report.written);
    } else {
        tell("prunescope-cli: the report could not be written: {}", report.failure);
        tell("prunescope-cli: the run itself is safe in {}; `prunescope-cli report` writes its report again",
             folder);
    }
}

}  // namespace

EndedRun watchToTheEnd(workspace::RecordedRun& live, const RunSignals& signals) {
    const run::NetworkDescription& network = live.header().network;
    EndedRun run{.folder = {}, .outcome = {}, .course = Course(live.header())};
    watch(live, signals, run.course);
    run.outcome = live.session().wait();
    run.folder = live.folder().path();
    run.imagesPerSecond = live.session().snapshot()->imagesPerSecond;
    run.shareOfAll =
        static_cast<double>(network.prunableWeights()) / static_cast<double>(network.parameters());
    return run;
}

int tellTheEnd(const EndedRun& run, const RunSignals& signals, bool json) {
    if (run.outcome.state == run::RunState::failed) {
        if (json) sayJson(resultJson(run, {}));
        throw Error(Text::of("the run failed"), run.outcome.message,
                    Text::of("What was recorded is in {}.", run.folder.string()));
    }
    const ReportAttempt report = tryToReport(run.folder);
    tellTheRest(run, report);
    if (json) {
        sayJson(resultJson(run, report));
    } else {
        sayResult(run.course, run.shareOfAll);
    }
    if (!report.written || !report.written->missing.empty()) return 1;
    const bool interrupted = signals.stop.first() != 0 && run.outcome.state == run::RunState::stopped;
    return interrupted ? StopSignals::exitStatus(signals.stop.first()) : 0;
}

}  // namespace prunescope::cli
