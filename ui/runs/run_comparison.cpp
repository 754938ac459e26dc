#include "ui/runs/run_comparison.h"

#include "ui/runs/run_differences.h"
#include "ui/runs/run_names.h"
#include "ui/support/theme.h"
#include "view/palette.h"

#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

using Member = RunComparison::Member;
using Summaries = std::vector<const store::RunSummary*>;

constexpr qsizetype mostNamesInTitle = 4;
constexpr qsizetype longestTitle = 70;  ///< letters

/// Runs that differ only in the seed and the target, those with most members first.
std::vector<store::RunGroup> familiesOf(std::vector<store::RunSummary> runs) {
    for (store::RunSummary& run : runs) {
        if (run.config) run.config->schedule.target = 0;
    }
    std::vector<store::RunGroup> families = store::groupsBySeed(runs);
    std::stable_sort(families.begin(), families.end(),
                     [](const auto& a, const auto& b) { return a.members.size() > b.members.size(); });
    return families;
}

Summaries firstsOf(const std::vector<store::RunSummary>& runs, const std::vector<store::RunGroup>& groups) {
    Summaries firsts;
    for (const store::RunGroup& group : groups) firsts.push_back(&runs[group.members.front()]);
    return firsts;
}

std::vector<Member> membersOf(const std::vector<store::RunSummary>& runs, const std::vector<bool>& ticked) {
    Summaries pointers;
    for (const store::RunSummary& run : runs) pointers.push_back(&run);
    const std::vector<QString> names = legendNames(pointers);
    std::vector<Member> members;
    for (std::size_t i = 0; i < runs.size(); ++i)
        members.push_back({.run = runs[i], .ticked = ticked[i], .name = names[i]});
    return members;
}

}  // namespace

bool RunComparison::Member::isMeasured() const {
    if (run.live || !run.sparsity || !std::isfinite(*run.sparsity)) return false;
    const run::QualityMeasure* measure = store::testMeasure(run);
    const auto quality = measure == nullptr ? std::nullopt : store::testQuality(run, measure->key);
    return quality && std::isfinite(*quality);
}

std::size_t RunComparison::measured() const {
    return static_cast<std::size_t>(
        std::count_if(members.begin(), members.end(), [](const Member& m) { return m.isMeasured(); }));
}

run::Task RunComparison::usualTask() const {
    std::ptrdiff_t more = 0;
    for (const Member& member : members) {
        if (member.isMeasured()) more += member.run.testErrors ? 1 : -1;
    }
    return more > 0 ? run::Task::regression : run::Task::classification;
}

std::vector<const run::QualityMeasure*> RunComparison::qualities() const {
    std::vector<const run::QualityMeasure*> known;
    for (const run::Task task : {run::Task::classification, run::Task::regression}) {
        for (const run::QualityMeasure& measure : run::qualityMeasures(task)) {
            const bool some = std::any_of(members.begin(), members.end(), [&](const Member& member) {
                return member.isMeasured() && store::testQuality(member.run, measure.key);
            });
            if (some) known.push_back(&measure);
        }
    }
    return known;
}

std::string RunComparison::unitOf(const std::vector<const Member*>& members) {
    const bool same = std::all_of(members.begin(), members.end(), [&](const Member* member) {
        return member->run.targetUnit == members.front()->run.targetUnit;
    });
    return same && !members.empty() ? members.front()->run.targetUnit : std::string();
}

bool RunComparison::areComparable(const std::vector<const Member*>& members) {
    return std::all_of(members.begin(), members.end(), [&](const Member* member) {
        const store::RunSummary& first = members.front()->run;
        const store::RunSummary& other = member->run;
        if (first.dataset != other.dataset || first.testErrors.has_value() != other.testErrors.has_value())
            return false;
        // Every table is the data set `table`: its options say which column is predicted.
        return !first.testErrors || !first.config || !other.config ||
               first.config->dataOptions == other.config->dataOptions;
    });
}

QColor RunComparison::colour(const Family& family, const Theme& theme) const {
    return family.slot ? theme.category(*family.slot) : theme.mutedText();
}

QColor RunComparison::colour(const Member& member, const Theme& theme) const {
    return colour(families[member.family], theme);
}

QHash<QString, std::size_t> RunComparison::slotsOfRuns() const {
    QHash<QString, std::size_t> colourSlots;
    for (const Member& member : members) {
        if (const auto slot = families[member.family].slot)
            colourSlots.insert(QString::fromStdString(member.run.id), *slot);
    }
    return colourSlots;
}

QString RunComparison::shortNames() const {
    QStringList names;
    for (const Family& family : families) names << family.name;
    const QString all = names.join(QStringLiteral(", "));
    return names.size() > mostNamesInTitle || all.size() > longestTitle ? QString() : all;
}

void FamilyColours::assign(std::vector<RunComparison::Family>& families, const std::vector<QString>& keys) {
    for (const QString& key : QStringList(known_)) {
        if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
        colours_.release(key);
        known_.removeAll(key);
    }
    for (std::size_t i = 0; i < families.size(); ++i) {
        const bool known = known_.contains(keys[i]);
        if (!known && known_.size() >= static_cast<qsizetype>(view::categories)) continue;
        families[i].slot = colours_.take(keys[i]);
        if (!known) known_ << keys[i];
    }
}

RunComparison compareRuns(const std::vector<store::RunSummary>& runs, const std::vector<bool>& ticked,
                          FamilyColours& colours) {
    RunComparison result;
    result.members = membersOf(runs, ticked);
    result.groups = store::groupsBySeed(runs);
    for (std::size_t g = 0; g < result.groups.size(); ++g) {
        for (const std::size_t i : result.groups[g].members) result.members[i].group = g;
    }
    result.groupNames = differenceNames(firstsOf(runs, result.groups), NamedTarget::named);
    const std::vector<store::RunGroup> families = familiesOf(runs);
    const Summaries firsts = firstsOf(runs, families);
    const std::vector<QString> names = differenceNames(firsts, NamedTarget::left);
    std::vector<QString> keys;
    for (std::size_t f = 0; f < families.size(); ++f) {
        for (const std::size_t i : families[f].members) result.members[i].family = f;
        result.families.push_back({names[f]});
        // The oldest stays when newer ones come.
        keys.push_back(QString::fromStdString(runs[families[f].members.back()].id));
    }
    colours.assign(result.families, keys);
    result.differences = differenceTitles(firstsOf(runs, result.groups), NamedTarget::named);
    result.common = commonName(firsts);
    return result;
}

}  // namespace prunescope::ui
