#include "store/state_folder.h"

#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <numeric>

namespace prunescope::store {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view folderStart = "states/";
constexpr std::string_view nameStart = "step-";
constexpr std::string_view nameEnding = ".state";
constexpr std::size_t stepDigits = 12;
constexpr std::size_t alwaysKept = 2;
constexpr std::size_t mostStates = 12;
constexpr std::uint64_t mostBytesOfStates = std::uint64_t{100} << 20U;

std::string nameOf(StepIndex step) {
    return fmt::format("{}{:0{}}{}", nameStart, step.value, stepDigits, nameEnding);
}

std::optional<StepIndex> stepIn(std::string_view name) {
    if (name.size() != nameStart.size() + stepDigits + nameEnding.size() || !name.starts_with(nameStart) ||
        !name.ends_with(nameEnding))
        return std::nullopt;
    std::int64_t step = 0;
    const std::string_view digits = name.substr(nameStart.size(), stepDigits);
    const auto [last, code] = std::from_chars(digits.data(), digits.data() + digits.size(), step);
    if (code != std::errc{} || last != digits.data() + digits.size() || step < 0) return std::nullopt;
    return StepIndex{step};
}

std::vector<StateFile> statesIn(const Folder& folder) {
    std::vector<StateFile> states;
    for (const std::string& name : folder.names()) {
        const auto step = stepIn(name);
        struct stat status {};
        const fs::path path = folder.path() / name;
        if (!step || !folder.isRegularFile(name) || ::lstat(path.c_str(), &status) != 0) continue;
        states.push_back({*step, path, static_cast<std::uint64_t>(status.st_size)});
    }
    std::ranges::sort(states, std::ranges::greater{}, &StateFile::step);
    return states;
}

}  // namespace

std::vector<std::size_t> statesToGiveUp(const std::vector<StateFile>& states, std::uint64_t bytesAllowed) {
    std::vector<std::size_t> kept(states.size());
    std::iota(kept.begin(), kept.end(), std::size_t{0});
    std::vector<std::size_t> givenUp;
    std::uint64_t bytes = 0;
    for (const StateFile& state : states) bytes += state.bytes;
    while (kept.size() > alwaysKept && (kept.size() > mostStates || bytes > bytesAllowed)) {
        // The one whose neighbours are nearest to each other; the first of all has the start before it.
        const auto gap = [&](std::size_t i) {
            const std::int64_t before = i + 1 < kept.size() ? states[kept[i + 1]].step.value : 0;
            return states[kept[i - 1]].step.value - before;
        };
        std::size_t least = alwaysKept;
        for (std::size_t i = alwaysKept; i < kept.size(); ++i) {
            if (gap(i) < gap(least)) least = i;
        }
        bytes -= states[kept[least]].bytes;
        givenUp.push_back(kept[least]);
        kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(least));
    }
    return givenUp;
}

std::string savedStateName(StepIndex step) {
    return std::string(folderStart) + nameOf(step);
}

bool namesSavedState(std::string_view name) {
    return name.starts_with(folderStart) && stepIn(name.substr(folderStart.size())).has_value();
}

StateFolder::StateFolder(const RunFolder& run) : folder_(Folder::created(run.states())) {}

void StateFolder::save(StepIndex step, std::string_view bytes) {
    folder_.write(nameOf(step), bytes);
    thinOut();
}

void StateFolder::thinOut() const {
    const std::vector<StateFile> states = statesIn(folder_);
    for (const std::size_t i : statesToGiveUp(states, mostBytesOfStates))
        folder_.remove(nameOf(states[i].step));
}

std::vector<StateFile> listStates(const RunFolder& run) {
    std::error_code ignored;
    if (!fs::is_directory(fs::symlink_status(run.states(), ignored))) return {};
    return statesIn(Folder(run.states(), Links::refuse));
}

}  // namespace prunescope::store
