#include "workspace/replay_windows.h"

#include "base/error.h"
#include "base/file.h"
#include "base/random.h"
#include "base/sha256.h"
#include "store/state_folder.h"

#include <algorithm>
#include <utility>

namespace prunescope::workspace {
namespace {

/// Whether the record has, up to the place of a state, what happened up to its step and nothing behind it.
bool fits(const run::RunRecord& record, const session::SavedState& state) {
    if (!state.records.areWithin(run::countsOf(record))) return false;
    const auto reached = [&](const auto& records, std::int64_t count) {
        const auto at = static_cast<std::size_t>(count);
        return (at == 0 || records[at - 1].step <= state.step) &&
               (at == records.size() || records[at].step >= state.step);
    };
    const auto steps = static_cast<std::size_t>(state.records.samples);
    const StepIndex start = record.header.parent ? record.header.parent->step : StepIndex{};
    const StepIndex last = steps == 0 ? start : record.samples[steps - 1].step;
    return last == state.step && reached(record.samples, state.records.samples) &&
           reached(record.evaluations, state.records.evaluations) &&
           reached(record.maskUpdates, state.records.maskUpdates) &&
           reached(record.layerStatistics, state.records.layerStatistics) &&
           reached(record.events, state.records.events);
}

}  // namespace

std::string boundState(const store::RunFolder& folder, const std::string& name, const Verification& bound) {
    const std::filesystem::path path = folder.path() / name;
    std::string bytes = readFile(path, store::mostStateBytes, Links::refuse);
    const std::string digest = sha256Hex(bytes);
    const bool isBound = std::ranges::any_of(bound.savedStates, [&](const run::DataFile& file) {
        return file.name == name && file.sha256 == digest;
    });
    if (isBound) return bytes;
    throw Error(path.string(), Text::of("it is not the state that was saved: its content is another"),
                Text::of("Restore it from a copy."));
}

std::vector<ReplayWindow> windowsOf(const store::RunFolder& folder, const run::RunRecord& record,
                                    const Verification& bound, std::vector<Text>& notes) {
    std::vector<ReplayAnchor> anchors;
    // A branch begins with what another run was, and keeps a state of that.
    if (!record.header.parent) anchors.emplace_back();
    std::vector<store::StateFile> files = store::listStates(folder);
    std::ranges::reverse(files);
    for (const store::StateFile& file : files) {
        const std::string name = store::savedStateName(file.step);
        try {
            session::SavedState state = session::describeState(boundState(folder, name, bound), name);
            if (fits(record, state)) {
                anchors.push_back({name, std::move(state)});
            } else {
                notes.push_back(Text::of("{} was passed over: the record does not fit it.", name));
            }
        } catch (const Error& error) {
            notes.push_back(Text::of("{} was passed over: {}", name, error.problem()));
        }
    }
    // From the last step on nothing is trained: the end is compared by the window before.
    if (!anchors.empty() && !anchors.back().file.empty() && !record.samples.empty() &&
        anchors.back().state.step == record.samples.back().step)
        anchors.pop_back();
    std::vector<ReplayWindow> windows;
    if (anchors.empty()) return windows;
    for (std::size_t i = 0; i + 1 < anchors.size(); ++i) windows.push_back({anchors[i], anchors[i + 1]});
    windows.push_back({anchors.back(), std::nullopt});
    return windows;
}

ReplayWindow wholeRun(const store::RunFolder& folder, const run::RunRecord& record, const Verification& bound,
                      std::vector<Text>& notes) {
    if (!record.header.parent) return {};
    const std::vector<ReplayWindow> windows = windowsOf(folder, record, bound, notes);
    if (windows.empty() || windows.front().from.state.records.samples > 0)
        throw Error(
            folder.path().string(),
            Text::of("it was branched from another run, and the state that it began with is not there"),
            Text::of("Train windows of it instead (--replay-windows)."));
    return {windows.front().from, std::nullopt};
}

std::vector<ReplayWindow> drawn(std::vector<ReplayWindow> windows, std::int64_t count, std::uint64_t dice) {
    Random random(dice, RandomStream::audit);
    while (static_cast<std::int64_t>(windows.size()) > std::max<std::int64_t>(count, 0))
        windows.erase(windows.begin() + static_cast<std::ptrdiff_t>(random.below(windows.size())));
    return windows;
}

}  // namespace prunescope::workspace
