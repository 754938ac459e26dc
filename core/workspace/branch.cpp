#include "workspace/branch.h"

#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"
#include "prune/method.h"
#include "run/config_io.h"
#include "run/extensions.h"
#include "session/saved_state.h"
#include "store/run_list.h"
#include "store/run_reader.h"
#include "store/state_folder.h"
#include "train/provenance.h"
#include "train/resolved_config.h"
#include "train/trainer_state.h"
#include "workspace/recorded_run.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <utility>

namespace prunescope::workspace {
namespace {

/// The last record up to a step; null for none.
template <class Record, class Condition>
const Record* lastUpTo(const std::vector<Record>& records, StepIndex step, Condition condition) {
    const auto found = std::find_if(records.rbegin(), records.rend(), [&](const Record& record) {
        return record.step <= step && condition(record);
    });
    return found == records.rend() ? nullptr : &*found;
}

ForkPoint forkPointAt(StepIndex step, const run::RunRecord& record) {
    ForkPoint point{.step = step};
    const auto* sample = lastUpTo(record.samples, step, [](const auto&) { return true; });
    if (sample != nullptr) {
        point.epoch = sample->epoch;
        point.sparsity = sample->sparsity;
    }
    const auto* evaluation = lastUpTo(
        record.evaluations, step, [](const run::Evaluation& e) { return e.split == run::Split::validation; });
    if (evaluation != nullptr && evaluation->step == step) point.validation = *evaluation;
    return point;
}

store::StateFile findState(const store::RunFolder& folder, std::optional<StepIndex> step) {
    const std::vector<store::StateFile> states = store::listStates(folder);
    if (states.empty())
        throw Error(folder.path().string(),
                    Text::of("no state of it is kept, so that nothing can begin with one"),
                    Text::of("Train a run with this version of the program; it saves its states."));
    if (!step) return states.front();
    const auto found = std::ranges::find(states, *step, &store::StateFile::step);
    if (found != states.end()) return *found;
    std::vector<std::int64_t> kept;
    kept.reserve(states.size());
    for (const store::StateFile& state : states) kept.push_back(state.step.value);
    throw Error(folder.path().string(), Text::of("no state of its step {} is kept", step->value),
                Text::of("There are states of the steps {}.", fmt::format("{}", fmt::join(kept, ", "))));
}

run::RunHeader headerOf(const store::RunFolder& folder) {
    store::ReadRun read = store::readEventLog(folder);
    if (read.problems.empty()) return std::move(read.record.header);
    throw Error(folder.path().string(), Text::of("its record is damaged: {}", listed(read.problems)),
                Text::of("Branch from an undamaged copy of the folder."));
}

/// The configuration as it stood at a step: with the extensions up to there.
run::RunConfig configAt(const run::RunHeader& header, StepIndex step) {
    run::RunConfig config = run::configAsStarted(header);
    for (const run::Extension& e : header.extensions) {
        if (e.from <= step) config.epochs = e.after.epochs;
    }
    config.start = {};
    return config;
}

/// Which options differ, as they stand in a configuration's JSON: "optimizer.momentum".
std::set<std::string> changedOptions(const run::RunConfig& was, const run::RunConfig& is) {
    std::set<std::string> changed;
    for (const auto& change : nlohmann::json::diff(run::configToJson(was), run::configToJson(is))) {
        std::string option = change.at("path").get<std::string>().substr(1);
        std::ranges::replace(option, '/', '.');
        changed.insert(std::move(option));
    }
    return changed;
}

bool anyIn(const std::set<std::string>& changed, std::string_view group) {
    return std::ranges::any_of(changed, [&](const std::string& option) {
        return option == group || option.starts_with(std::string(group) + ".");
    });
}

void expectSameFoundations(const std::set<std::string>& changed) {
    static constexpr std::array<std::string_view, 13> free{
        "method",        "method_options",  "schedule",      "pruning", "optimizer",
        "learning_rate", "label_smoothing", "class_weights", "augment", "target",
        "epochs",        "threads",         "data_dir"};
    for (const std::string& option : changed) {
        const std::string_view group = std::string_view(option).substr(0, option.find('.'));
        if (std::ranges::find(free, group) != free.end()) continue;
        throw UsageError(
            option, Text::of("a branch has the network, the data, the batches and the seed of its parent"),
            Text::of("Leave it as it is there, or start a new run."));
    }
}

void expectSomethingToTrain(const train::Trainer& trainer, StepIndex step) {
    if (step.value < trainer.totalSteps()) return;
    throw UsageError("epochs",
                     Text::of("the branch would begin at step {}, and its {} epochs end at step {}",
                              step.value, trainer.config().epochs, trainer.totalSteps()),
                     Text::of("Give more epochs, counted from the start of the parent."));
}

/// Cut weights would stay cut for ever where nothing is pruned.
void expectMasksToGoOn(const run::RunConfig& was, const run::RunConfig& is) {
    if (prune::prunes(is.method) || !prune::prunes(was.method)) return;
    throw UsageError("method",
                     Text::of("'{}' prunes nothing, and the parent may have cut weights", is.method),
                     Text::of("Choose a method that prunes; schedule.target may stay as low as it is."));
}

/// Options of another choice go with it, and are not told one by one.
bool isToldByItsChoice(const std::string& option, const std::set<std::string>& changed) {
    static const std::set<std::string> ofAll{"optimizer.name", "optimizer.learning_rate",
                                             "optimizer.weight_decay", "optimizer.decay_bias_and_norm"};
    if (option == "threads" || option == "data_dir") return true;
    if (option.starts_with("method_options.")) return changed.contains("method");
    return option.starts_with("optimizer.") && !ofAll.contains(option) && changed.contains("optimizer.name");
}

void takeWhatChanged(const Fork& fork, const run::RunConfig& wanted, session::BranchStart& start) {
    const std::set<std::string> changed = changedOptions(fork.config, wanted);
    std::vector<Text> said;
    for (const std::string& option : changed) {
        if (!isToldByItsChoice(option, changed)) said.push_back(Text::of("another {}", option));
    }
    if (wanted.optimizer.name != fork.config.optimizer.name) {
        start.leftOut.emplace_back("optimizer.");
        said.push_back(Text::of("the optimizer remembers nothing yet"));
    }
    if (anyIn(changed, "method") || anyIn(changed, "method_options")) {
        start.leftOut.emplace_back("pruner.method.");
        said.push_back(Text::of("the method's own state begins anew"));
    }
    if (anyIn(changed, "schedule")) {
        start.leftOut.insert(start.leftOut.end(),
                             {"pruner.schedule.", "run.planned_freeze.", "run.asked_target"});
        said.push_back(Text::of("edits of the parent's schedule do not go on"));
    }
    start.choosesMasksAnew = anyIn(changed, "method") || anyIn(changed, "method_options") ||
                             anyIn(changed, "schedule") || anyIn(changed, "pruning");
    if (!fork.otherProgram.empty())
        said.push_back(
            Text::of("the state was written by {}, so that what follows comes in other bits than there",
                     fork.otherProgram));
    if (said.empty()) said.push_back(Text::of("nothing is another than there"));
    start.note = listed(said);
}

}  // namespace

ForkPoints forkPointsOf(const store::RunFolder& folder) {
    const run::RunRecord record = store::readRun(folder).record;
    ForkPoints fork{.task = record.header.dataset.task()};
    if (record.header.dataset.target) fork.unit = record.header.dataset.target->unit;
    for (const store::StateFile& file : store::listStates(folder))
        fork.points.push_back(forkPointAt(file.step, record));
    return fork;
}

Fork readFork(const store::RunFolder& folder, std::optional<StepIndex> step) {
    const run::RunHeader header = headerOf(folder);
    const store::StateFile file = findState(folder, step);
    Fork fork;
    fork.origin = file.path.string();
    fork.state = readFile(file.path, store::mostStateBytes, Links::refuse);
    const session::SavedState saved = session::describeState(fork.state, fork.origin);
    if (saved.step != file.step)
        throw Error(fork.origin, Text::of("it is the state of step {}", saved.step.value),
                    Text::of("Branch from another state."));
    if (saved.program != train::programOfBits(train::currentProvenance())) fork.otherProgram = saved.program;
    fork.parentConfig = run::configAsStarted(header);
    fork.config = configAt(header, saved.step);
    fork.parent = {.run = store::summarizeRun(folder).identity,
                   .folder = store::runId(folder),
                   .step = saved.step,
                   .stateSha256 = sha256Hex(fork.state)};
    if (fork.parent.run.empty())
        throw Error(folder.path().string(),
                    Text::of("its record has no chain by which a branch could name it"),
                    Text::of("Start a new run of the same configuration."));
    return fork;
}

Branch prepareBranch(Fork fork, run::RunConfig wanted) {
    wanted.start = {};
    const train::ResolvedConfig was(fork.config);
    const train::ResolvedConfig is(std::move(wanted));
    fork.config = *was;
    expectSameFoundations(changedOptions(*was, *is));
    expectMasksToGoOn(*was, *is);
    auto start = std::make_shared<session::BranchStart>();
    takeWhatChanged(fork, *is, *start);
    start->parent = std::move(fork.parent);
    start->parentConfig = std::move(fork.parentConfig);
    start->state = std::move(fork.state);
    start->origin = std::move(fork.origin);
    std::unique_ptr<train::Trainer> trainer = prepareRun(is);
    expectSomethingToTrain(*trainer, start->parent.step);
    // What does not fit shows before a folder is made for the run.
    train::beginWith(*trainer, {start->state, start->origin, start->parentConfig}, start->leftOut,
                     [](StateVisitor&) {});
    return {std::move(trainer), std::move(start)};
}

}  // namespace prunescope::workspace
