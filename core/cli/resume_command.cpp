#include "cli/resume_command.h"

#include "base/error.h"
#include "cli/output.h"
#include "cli/watched_run.h"
#include "run/config_io.h"
#include "run/description.h"
#include "run/extensions.h"
#include "store/run_reader.h"
#include "store/schema.h"
#include "workspace/take_up.h"

#include <charconv>
#include <utility>

namespace prunescope::cli {
namespace {

int takeUp(const store::RunFolder& folder, const workspace::TakeUpOptions& options, bool json) {
    workspace::TakeUp prepared = workspace::prepareTakeUp(folder, options);
    if (!prepared.passedOver.empty()) tell("prunescope-cli: passed over: {}", prepared.passedOver);
    const run::Records& record = prepared.run->record;
    tell("taken up at step {}; the record goes until step {}", prepared.run->step.value,
         record.samples.empty() ? 0 : record.samples.back().step.value);
    const RunSignals signals;
    const session::SystemClock clock;
    workspace::RecordedRun live(std::move(prepared), clock, false);
    return tellTheEnd(watchToTheEnd(live, signals), signals, json);
}

/// Nothing for an empty text, and where there is no number from 0 on.
std::optional<std::int64_t> countIn(const std::string& text) {
    std::int64_t count = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (code != std::errc{} || end != text.data() + text.size() || count < 0) return std::nullopt;
    return count;
}

workspace::TakeUpOptions optionsIn(const ResumeFlags& flags) {
    workspace::TakeUpOptions options{
        .dataDir = flags.dataDir, .threads = countIn(flags.threads), .epochs = countIn(flags.epochs)};
    if (!flags.threads.empty() && !options.threads)
        throw UsageError("--threads", Text::of("'{}' is no number of threads", flags.threads),
                         Text::of("Give a number, or 0 for all."));
    if (!flags.epochs.empty() && !options.epochs)
        throw UsageError("--epochs", Text::of("'{}' is no number of epochs", flags.epochs),
                         Text::of("Give how many the run is to have in all."));
    return options;
}

/// What changes no bit may be another.
nlohmann::json whatCounts(run::RunConfig config) {
    config.threads = 0;
    config.dataDir.clear();
    return run::configToJson(config);
}

void expectSameConfiguration(const run::RunConfig& recorded, const TrainRequest& request) {
    const nlohmann::json was = whatCounts(recorded);
    const nlohmann::json is = whatCounts(*request.config);
    if (was == is) return;
    const std::string option = nlohmann::json::diff(was, is).at(0).at("path").get<std::string>();
    throw UsageError(
        Text::of("--out {}", request.out.string()),
        Text::of("holds a run of another configuration, which differs first at '{}'", option.substr(1)),
        Text::of("Ask for the same again, or name another folder."));
}

EndedRun asItEnded(const std::filesystem::path& folder, const run::RunRecord& record) {
    const run::NetworkDescription& network = record.header.network;
    EndedRun ended{.folder = folder,
                   .outcome = record.outcome,
                   .course = Course(record.header),
                   .shareOfAll = static_cast<double>(network.prunableWeights()) /
                                 static_cast<double>(network.parameters())};
    ended.course.take(record, {});
    return ended;
}

}  // namespace

bool canTakeUp(const std::filesystem::path& folder) {
    std::error_code ignored;
    if (!std::filesystem::exists(store::RunFolder(folder).database(), ignored)) return false;
    try {
        store::readEventLog(store::RunFolder(folder));
        return true;
    } catch (const store::NothingRecorded&) {
        return false;
    }
}

int takeUpAsAsked(const TrainRequest& request) {
    const store::RunFolder folder(request.out);
    const store::ReadRun read = store::readRun(folder);
    expectSameConfiguration(run::configAsStarted(read.record.header), request);
    if (read.record.outcome.state == run::RunState::finished) {
        tell("the run was trained to its end before");
        return tellTheEnd(asItEnded(request.out, read.record), RunSignals(), request.json);
    }
    return takeUp(folder, {.dataDir = request.config->dataDir, .threads = request.config->threads},
                  request.json);
}

void addResume(CLI::App& app, ResumeFlags& flags, std::function<int()>& chosen) {
    CLI::App* command = app.add_subcommand(
        "resume",
        "Go on with a run that was cut off, stopped, or failed for want of disk: to the same bits; or train "
        "any longer than it was asked to");
    command->add_option("RUN", flags.run, "Folder of the run")->required();
    command->add_option("--data-dir", flags.dataDir,
                        "Where the same data are now; without it where they were");
    command->add_option("--threads", flags.threads, "Processor threads; 0 takes all; without it as before");
    command->add_option("--epochs", flags.epochs,
                        "Train longer than the run was asked to: epochs in all, more than before");
    command->add_flag("--json", flags.json, "End with one line of JSON on standard output");
    command->callback([&] {
        chosen = [&flags] {
            try {
                return takeUp(store::RunFolder(flags.run), optionsIn(flags), flags.json);
            } catch (const UsageError& error) {
                throw inTheUsersWords(error, {{"epochs", "--epochs"}});
            }
        };
    });
}

}  // namespace prunescope::cli
