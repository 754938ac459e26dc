#include "view/event_text.h"

#include "view/number_text.h"

#include <algorithm>
#include <utility>

namespace prunescope::view {
namespace {

/// A sentence about one value.
using Say = Text (*)(const Text& value);

/// As many digits as it takes to tell 95 % from 95.0001 %, and no more.
Text shareText(double share) {
    return fmt::format("{:.10g}\u00A0%", 100 * share);
}

Text stepText(StepIndex step) {
    return step == run::neverFrozen ? Text::of("never") : Text::of("step {}", countText(step.value));
}

/// A word that the window has a translation of.
Text word(const std::string& name) {
    return {name, {}};
}

Text numberText(double value) {
    return fmt::format("{:.10g}", value);
}

/// The values of an event side by side; `was` is null where nothing is known from before.
template <class Values>
class Differences {
public:
    Differences(const Values* was, const Values& is) : was_(was), is_(is) {}

    template <class Member, class ToText>
    void add(Say say, Member member, ToText toText) {
        const Text now = toText(is_.*member);
        if (was_ == nullptr) return parts_.push_back(say(now));
        if (was_->*member == is_.*member) return;
        const Text then = toText(was_->*member);
        // Both curves may have as many points: the words must not say that nothing changed.
        parts_.push_back(say(then == now ? Text::of("{} → {} (other values)", then, now)
                                         : Text::of("{} → {}", then, now)));
    }

    std::vector<Text> parts() const { return parts_; }

private:
    const Values* was_;
    const Values& is_;
    std::vector<Text> parts_;
};

std::vector<Text> differences(const run::SparsitySchedule* was, const run::SparsitySchedule& is) {
    using Schedule = run::SparsitySchedule;
    Differences<Schedule> all(was, is);
    // What a user looks for first comes first.
    all.add([](const Text& v) { return Text::of("target {}", v); }, &Schedule::target, shareText);
    // Of a whole plan, what is left at nothing is not told.
    if (was != nullptr || is.initial != 0)
        all.add([](const Text& v) { return Text::of("initial sparsity {}", v); }, &Schedule::initial,
                shareText);
    all.add([](const Text& v) { return Text::of("shape {}", v); }, &Schedule::shape,
            [](run::ScheduleShape shape) { return word(run::scheduleShapeName(shape)); });
    all.add([](const Text& v) { return Text::of("start {}", v); }, &Schedule::start, stepText);
    all.add([](const Text& v) { return Text::of("end {}", v); }, &Schedule::end, stepText);
    all.add([](const Text& v) { return Text::of("freeze {}", v); }, &Schedule::freeze, stepText);
    if (was != nullptr || !is.knots.empty()) {
        all.add([](const Text& v) { return Text::of("drawn curve {}", v); }, &Schedule::knots,
                [](const auto& knots) { return Text::of("{} points", knots.size()); });
    }
    return all.parts();
}

std::vector<Text> differences(const run::EnteredPhase* was, const run::EnteredPhase& is) {
    Differences<run::EnteredPhase> all(was, is);
    all.add([](const Text& v) { return Text::of("phase {}", v); }, &run::EnteredPhase::phase,
            [](run::Phase phase) { return word(run::phaseName(phase)); });
    all.add([](const Text& v) { return Text::of("sparsity {}", v); }, &run::EnteredPhase::sparsity,
            [](double achieved) { return Text(percentText(achieved)); });
    return all.parts();
}

std::vector<Text> differences(const run::RecordingPlace* was, const run::RecordingPlace& is) {
    Differences<run::RecordingPlace> all(was, is);
    all.add([](const Text& v) { return Text::of("folder {}", v); }, &run::RecordingPlace::folder,
            [](const std::string& folder) { return Text(folder); });
    return all.parts();
}

std::vector<Text> differences(const run::TrainingLength* was, const run::TrainingLength& is) {
    using Length = run::TrainingLength;
    const auto count = [](std::int64_t n) { return Text(countText(n)); };
    Differences<Length> all(was, is);
    all.add([](const Text& v) { return Text::of("epochs {}", v); }, &Length::epochs, count);
    all.add([](const Text& v) { return Text::of("steps {}", v); }, &Length::steps, count);
    return all.parts();
}

bool isUniform(const std::vector<double>& z) {
    return std::adjacent_find(z.begin(), z.end(), std::not_equal_to<>()) == z.end();
}

std::vector<Text> strengthDifferences(const std::vector<double>& was, const std::vector<double>& is,
                                      const std::vector<std::string>& layers) {
    const auto change = [&](std::size_t layer) {
        return Text::of("{} → {}", numberText(was[layer]), numberText(is[layer]));
    };
    if (was == is) return {};
    if (is.size() > 1 && isUniform(was) && isUniform(is)) return {Text::of("z of all layers {}", change(0))};
    std::vector<Text> parts;
    for (std::size_t l = 0; l < is.size(); ++l) {
        if (was[l] == is[l]) continue;
        const Text name = l < layers.size() ? Text(layers[l]) : Text::of("layer {}", l + 1);
        parts.push_back(Text::of("z of {} {}", name, change(l)));
    }
    return parts;
}

Text recordedPair(const run::AuditEvent& event) {
    const std::string before = run::eventValuesText(event.before);
    const std::string after = run::eventValuesText(event.after);
    const auto orDash = [](const std::string& json) { return json.empty() ? std::string(missing) : json; };
    return before.empty() ? Text(after) : Text::of("{} → {}", before, orDash(after));
}

template <class Values>
Text typedChange(const run::AuditEvent& event, const Values& is) {
    if (run::hasValues(event.before) && !std::holds_alternative<Values>(event.before))
        return recordedPair(event);
    return listed(differences(std::get_if<Values>(&event.before), is));
}

/// Empty where nothing differs.
class Change {
public:
    Change(const run::AuditEvent& event, const std::vector<std::string>& layers)
        : event_(event), layers_(layers) {}

    Text operator()(const run::SparsitySchedule& is) const { return typedChange(event_, is); }
    Text operator()(const run::EnteredPhase& is) const { return typedChange(event_, is); }
    Text operator()(const run::RecordingPlace& is) const { return typedChange(event_, is); }
    Text operator()(const run::TrainingLength& is) const { return typedChange(event_, is); }
    Text operator()(const run::RunParent& is) const {
        return Text::of("from {} at step {}, state {}", is.folder, countText(is.step.value), is.stateSha256);
    }
    Text operator()(const run::AttentionStrengths& is) const {
        const auto* was = std::get_if<run::AttentionStrengths>(&event_.before);
        if (was == nullptr || was->z.size() != is.z.size()) return recordedPair(event_);
        return listed(strengthDifferences(was->z, is.z, layers_));
    }
    Text operator()(const run::OtherValues& is) const {
        return run::EventValues(is) == event_.before ? Text() : recordedPair(event_);
    }
    Text operator()(std::monostate) const { return recordedPair(event_); }

private:
    const run::AuditEvent& event_;
    const std::vector<std::string>& layers_;
};

}  // namespace

Text changeText(const run::AuditEvent& event, const std::vector<std::string>& layers) {
    if (!run::hasValues(event.before) && !run::hasValues(event.after)) return {};
    Text change = std::visit(Change(event, layers), event.after);
    if (change.empty()) return Text::of("no difference");
    return run::isRefusal(event) ? Text::of("asked for: {}", change) : change;
}

Text kindText(std::string kind) {
    std::replace(kind.begin(), kind.end(), '_', ' ');
    static const std::vector<Text> known{Text::of("stop requested"),
                                         Text::of("schedule edited"),
                                         Text::of("attention set"),
                                         Text::of("phase changed"),
                                         Text::of("first cut"),
                                         Text::of("masks finished"),
                                         Text::of("batch norm recalibrated"),
                                         Text::of("collapse suspected"),
                                         Text::of("divergence suspected"),
                                         Text::of("ended at chance"),
                                         Text::of("accuracy fell"),
                                         Text::of("state saved"),
                                         Text::of("continued"),
                                         Text::of("extended"),
                                         Text::of("branched")};
    const auto found =
        std::find_if(known.begin(), known.end(), [&](const Text& words) { return words.id() == kind; });
    return found == known.end() ? Text(kind) : *found;
}

Text saidText(const run::AuditEvent& event) {
    std::vector<Text> parts;
    if (!event.reason.empty()) parts.emplace_back(event.reason);
    if (!event.note.empty()) parts.push_back(event.note);
    if (event.refusal && !event.refusal->why.empty())
        parts.push_back(Text::of("refused: {}", event.refusal->why));
    return listed(parts);
}

}  // namespace prunescope::view
