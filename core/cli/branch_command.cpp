#include "cli/branch_command.h"

#include "base/error.h"
#include "base/user_folders.h"
#include "cli/output.h"
#include "cli/watched_run.h"
#include "store/run_reader.h"
#include "workspace/branch.h"
#include "workspace/recorded_run.h"

#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

namespace prunescope::cli {
namespace {

template <class Number>
Number numberIn(const std::string& text, const char* flag) {
    Number number{};
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (code == std::errc{} && end == text.data() + text.size() && number >= 0 &&
        number <= Number{1'000'000'000})
        return number;
    throw UsageError(flag, Text::of("'{}' is no number from 0 on", text.substr(0, 200)),
                     Text::of("Give the place of a saved state in the run."));
}

/// Nothing where the latest state is meant.
std::optional<StepIndex> stepAskedFor(const BranchFlags& flags) {
    if (!flags.step.empty()) return StepIndex{numberIn<std::int64_t>(flags.step, "--step")};
    if (flags.epoch.empty()) return std::nullopt;
    const auto epoch = numberIn<double>(flags.epoch, "--epoch");
    const run::RunHeader header = store::readEventLog(store::RunFolder(flags.run)).record.header;
    if (header.totalSteps < 1 || header.config.epochs < 1)
        throw Error(flags.run, Text::of("its record does not say how many steps an epoch has"),
                    Text::of("Name the state with --step."));
    return StepIndex{std::llround(epoch * static_cast<double>(header.totalSteps) /
                                  static_cast<double>(header.config.epochs))};
}

std::map<std::string, std::string> typedIn(const std::vector<Setting>& settings) {
    std::map<std::string, std::string> typed;
    for (const Setting& setting : settings) typed[setting.key] = setting.flag;
    return typed;
}

workspace::Branch preparedBranch(const BranchFlags& flags) {
    workspace::Fork fork = workspace::readFork(store::RunFolder(flags.run), stepAskedFor(flags));
    try {
        run::RunConfig wanted = withSettings(fork.config, flags.settings);
        return workspace::prepareBranch(std::move(fork), std::move(wanted));
    } catch (const UsageError& error) {
        throw inTheUsersWords(error, typedIn(flags.settings));
    }
}

int branch(const BranchFlags& flags) {
    workspace::Branch prepared = preparedBranch(flags);
    const run::RunParent& parent = prepared.start->parent;
    tell("branched from {} at step {}; {}", parent.folder, parent.step.value, prepared.start->note);
    workspace::RunPlace place{.workspace = {}, .exactly = flags.out};
    if (flags.out.empty()) place.workspace = defaultWorkspace();
    const RunSignals signals;
    const session::SystemClock clock;
    workspace::RecordedRun live(std::move(prepared), place, clock, false);
    return tellTheEnd(watchToTheEnd(live, signals), signals, flags.json);
}

}  // namespace

void addBranch(CLI::App& app, BranchFlags& flags, std::function<int()>& chosen) {
    CLI::App* command = app.add_subcommand(
        "branch", "Begin a new run with a saved state of another, with other options from there on");
    command->add_option("RUN", flags.run, "Folder of the run to branch from; it stays as it is")->required();
    CLI::Option* step = command->add_option(
        "--step", flags.step, "Step of the saved state; without it the latest one that is kept");
    command->add_option("--epoch", flags.epoch, "The same by epoch, such as 2 or 1.5")->excludes(step);
    command->add_option_function<std::string>(
        "--data-dir",
        [&flags](const std::string& folder) {
            flags.settings.push_back({.flag = "--data-dir", .key = "data_dir", .value = folder});
        },
        "Where the same data are now; without it where they were");
    command->add_option_function<std::vector<std::string>>(
        "--set",
        [&flags](const std::vector<std::string>& list) {
            for (const std::string& text : list) flags.settings.push_back(settingOf(text));
        },
        "An option that is another from there on, as KEY=VALUE, such as method=gmp, method.z=2, epochs=20 or "
        "schedule.target=0.9; may be given again");
    command->add_option("--out", flags.out, "Folder of the new run; without it a new one in the workspace");
    command->add_flag("--json", flags.json, "End with one line of JSON on standard output");
    command->callback([&] { chosen = [&flags] { return branch(flags); }; });
}

}  // namespace prunescope::cli
