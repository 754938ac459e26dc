#include "cli/replay_verdict.h"

#include "cli/output.h"

#include <chrono>
#include <limits>
#include <random>

namespace prunescope::cli {
namespace {

/// Every number of a JSON document that others read.
constexpr std::int64_t mostDice = std::int64_t{1} << 53U;

std::int64_t thrownDice() {
    std::random_device device;
    return std::uniform_int_distribution<std::int64_t>(0, mostDice)(device);
}

/// A line now and then.
class ReplayProgressLines {
public:
    void operator()(const workspace::ReplayProgress& at) {
        const auto now = std::chrono::steady_clock::now();
        if (now < next_) return;
        next_ = now + std::chrono::seconds(2);
        tell("replay: window {} of {}, step {} of {}", at.window + 1, at.windows, at.step.value,
             at.until.value);
    }

private:
    std::chrono::steady_clock::time_point next_{};
};

nlohmann::json differenceToJson(const std::optional<run::RecordDifference>& d) {
    if (!d) return nullptr;
    const auto orNone = [](const std::optional<std::string>& text) {
        return text ? nlohmann::json(*text) : nlohmann::json();
    };
    return {{"step", d->step.value},
            {"table", d->table},
            {"field", d->field},
            {"expected", orNone(d->expected)},
            {"found", orNone(d->found)}};
}

std::int64_t stepsOf(const workspace::Replayed& replayed) {
    std::int64_t steps = 0;
    for (const workspace::ReplayedWindow& window : replayed.windows)
        steps += window.until.value - window.from.value;
    return steps;
}

void sayOutcome(const workspace::Replayed& r) {
    if (r.interrupted) return say("  replay: interrupted; nothing was found until then");
    if (r.holds()) {
        const std::size_t parts = r.windows.size();
        return say(
            "  replay: {} steps{} were trained once more in {:.1f} s, and all on record came out bit by bit",
            stepsOf(r), parts == 1 ? "" : fmt::format(" in {} parts", parts), r.seconds);
    }
    if (r.sameProgram) return say("  replay: does NOT hold: {}", r.fault);
    say("  replay: this machine's bits differ, which says nothing of the record: it was recorded by {}, and "
        "this is "
        "{}: {}",
        r.recordedBy, r.replayedBy, r.fault);
}

}  // namespace

ReplayVerdict replayAsAsked(const AuditFlags& flags, const store::RunFolder& run,
                            const workspace::Verification& bound, const StopSignals& signals) {
    ReplayVerdict verdict;
    workspace::ReplayRequest request{.windows = flags.replayWindows, .data = flags.data};
    if (flags.replayWindows) {
        verdict.dice = flags.dice ? *flags.dice : thrownDice();
        request.dice = static_cast<std::uint64_t>(*verdict.dice);
    }
    request.isInterrupted = [&signals] { return signals.first() != 0; };
    request.progress = ReplayProgressLines();
    verdict.replayed = workspace::replayRun(run, bound, request);
    return verdict;
}

void sayReplay(const ReplayVerdict& verdict) {
    const workspace::Replayed& r = verdict.replayed;
    sayOutcome(r);
    if (verdict.dice) {
        say("  replay: windows drawn by --dice {} among {}", *verdict.dice, r.windowsInAll);
        for (const workspace::ReplayedWindow& window : r.windows)
            say("  replay: from step {} to {}", window.from.value,
                window.toTheEnd ? "the end" : "the state of step " + std::to_string(window.until.value));
    }
    if (!r.sameProgram && r.holds())
        say("  replay: recorded by {}, trained once more by {}", r.recordedBy, r.replayedBy);
    for (const Text& note : r.notes) say("  replay: {}", note);
}

nlohmann::json replayToJson(const ReplayVerdict& verdict) {
    const workspace::Replayed& r = verdict.replayed;
    nlohmann::json windows = nlohmann::json::array();
    for (const workspace::ReplayedWindow& window : r.windows)
        windows.push_back(
            {{"from", window.from.value}, {"until", window.until.value}, {"to_the_end", window.toTheEnd}});
    return {{"holds", r.holds()},
            {"fault", r.fault.empty() ? nlohmann::json() : nlohmann::json(r.fault.english())},
            {"difference", differenceToJson(r.difference)},
            {"interrupted", r.interrupted},
            {"windows", std::move(windows)},
            {"windows_in_all", r.windowsInAll},
            {"dice", verdict.dice ? nlohmann::json(*verdict.dice) : nlohmann::json()},
            {"steps", stepsOf(r)},
            {"seconds", r.seconds},
            {"same_program", r.sameProgram},
            {"recorded_by", r.recordedBy},
            {"replayed_by", r.replayedBy},
            {"notes", english(r.notes)}};
}

}  // namespace prunescope::cli
