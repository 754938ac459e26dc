#include "ui/runs/scatter_figures.h"

#include "report/csv.h"
#include "ui/runs/run_columns.h"
#include "ui/runs/run_names.h"
#include "ui/runs/runs_model.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"
#include "view/comparison.h"
#include "view/pareto.h"

#include <fmt/format.h>

#include <QCoreApplication>
#include <algorithm>
#include <limits>
#include <utility>

namespace prunescope::ui {
namespace {

using Member = RunComparison::Member;

struct ScatterFigures {
    Q_DECLARE_TR_FUNCTIONS(ScatterFigures)
};

constexpr std::size_t mostLabels = 40;  ///< groups; of more only those on the front are named
constexpr qsizetype longestLabel = 24;  ///< letters

/// Of what is measured in a group.
struct Measured {
    std::vector<double> sparsities;
    std::vector<double> accuracies;
    store::Spread sparsity;
    store::Spread accuracy;
};

std::optional<Measured> measuredOf(const RunComparison& comparison, const store::RunGroup& group) {
    Measured found;
    for (const std::size_t i : group.members) {
        const Member& member = comparison.members[i];
        if (!member.isMeasured()) continue;
        found.sparsities.push_back(*member.run.sparsity);
        found.accuracies.push_back(*member.run.testAccuracy);
    }
    const auto sparsity = store::spreadOf(found.sparsities);
    const auto accuracy = store::spreadOf(found.accuracies);
    if (!sparsity || !accuracy) return std::nullopt;
    found.sparsity = *sparsity;
    found.accuracy = *accuracy;
    return found;
}

QString explanationOf(const Member& member) {
    const auto& columns = runColumns();
    const auto text = [&](RunsModel::Column column) {
        return columns[static_cast<std::size_t>(column)].text(member.run);
    };
    return ScatterFigures::tr("%1: %2 test accuracy at %3 sparsity (seed %4, %5)")
        .arg(member.name, percentText(*member.run.testAccuracy), percentText(*member.run.sparsity),
             text(RunsModel::seed), text(RunsModel::state));
}

QString shortLabel(const QString& name) {
    return name.size() > longestLabel ? name.left(longestLabel - 1) + QStringLiteral("…") : name;
}

/// What stands beside the points of a group. Which family it is, or where there is one alone its target.
QString labelOf(const RunComparison& comparison, const Member& member) {
    if (comparison.families.size() > 1) return shortLabel(comparison.families[member.family].name);
    return member.run.targetSparsity ? percentAsGiven(*member.run.targetSparsity) : QString();
}

XyPoint pointOf(const RunComparison& comparison, const Member& member, bool labelled) {
    return {.x = *member.run.sparsity,
            .y = *member.run.testAccuracy,
            .label = labelled ? labelOf(comparison, member) : QString(),
            .explanation = explanationOf(member),
            .id = QString::fromStdString(member.run.id),
            .chosen = member.ticked};
}

XyPoint meanOf(const RunComparison& comparison, std::size_t group, const Measured& measured, bool labelled) {
    const Member& first = comparison.members[comparison.groups[group].members.front()];
    const double mean = measured.accuracy.mean;
    const double deviation = measured.accuracy.deviation.value_or(0);
    return {.x = measured.sparsity.mean,
            .y = mean,
            .label = labelled ? labelOf(comparison, first) : QString(),
            .explanation = ScatterFigures::tr("%1: %2 ± %3 test accuracy at %4 sparsity, mean of %5 seeds")
                               .arg(comparison.groupNames[group], percentText(mean), percentText(deviation),
                                    percentText(measured.sparsity.mean))
                               .arg(measured.accuracy.n),
            .emphasised = true,
            .spread = std::pair{mean - deviation, mean + deviation},
            .id = QString::fromStdString(first.run.id)};
}

/// The points of a family and the means of its groups.
class FamilySeries {
public:
    FamilySeries(const RunComparison& comparison, const Theme& theme)
        : comparison_(comparison), front_(comparison.members.size(), false) {
        for (const std::size_t i : frontOf(comparison)) front_[i] = true;
        for (const RunComparison::Family& family : comparison.families) {
            const QColor colour = comparison.colour(family, theme);
            points_.push_back({.label = family.name, .colour = colour, .line = Qt::NoPen});
            if (family.slot) points_.back().legend = family.name;
            means_.push_back({.label = family.name, .colour = colour, .line = Qt::NoPen});
        }
    }

    void add(std::size_t group) {
        const std::vector<std::size_t>& members = comparison_.groups[group].members;
        const auto measured = measuredOf(comparison_, comparison_.groups[group]);
        if (!measured) return;
        const bool several = measured->accuracy.n > 1;
        const bool few = comparison_.groups.size() <= mostLabels;
        const std::size_t family = comparison_.members[members.front()].family;
        for (const std::size_t i : members) {
            const Member& member = comparison_.members[i];
            if (!member.isMeasured()) continue;
            const bool labelled = few ? !several : bool{front_[i]};
            points_[family].points.push_back(pointOf(comparison_, member, labelled));
        }
        if (several) means_[family].points.push_back(meanOf(comparison_, group, *measured, few));
    }

    /// The means over the points; families without a colour first, so that they lie behind.
    std::vector<XySeries> all() const {
        std::vector<XySeries> result;
        const auto take = [&](const std::vector<XySeries>& some, bool coloured) {
            for (std::size_t f = 0; f < some.size(); ++f) {
                const bool hasColour = comparison_.families[f].slot.has_value();
                if (hasColour == coloured && !some[f].points.empty()) result.push_back(some[f]);
            }
        };
        take(points_, false);
        take(means_, false);
        if (!result.empty()) result.front().legend = ScatterFigures::tr("others");
        take(points_, true);
        take(means_, true);
        return result;
    }

private:
    const RunComparison& comparison_;
    std::vector<bool> front_;
    std::vector<XySeries> points_;
    std::vector<XySeries> means_;
};

std::vector<view::Point> allPoints(const RunComparison& comparison) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    std::vector<view::Point> points;
    for (const Member& member : comparison.members) {
        points.push_back(member.isMeasured() ? view::Point{*member.run.sparsity, *member.run.testAccuracy}
                                             : view::Point{unknown, unknown});
    }
    return points;
}

/// The fewest that a run of the group was measured on; nothing unless all are known.
std::optional<std::int64_t> imagesOfGroup(const RunComparison& comparison, const store::RunGroup& group,
                                          const ImagesOf& images) {
    std::optional<std::int64_t> fewest;
    for (const std::size_t i : group.members) {
        if (!comparison.members[i].isMeasured()) continue;
        const auto count = images(comparison.members[i].run.id);
        if (!count) return std::nullopt;
        fewest = std::min(fewest.value_or(*count), *count);
    }
    return fewest;
}

}  // namespace

std::vector<std::size_t> frontOf(const RunComparison& comparison) {
    if (!comparison.oneDataset) return {};
    return view::paretoFront(allPoints(comparison));
}

std::vector<XySeries> scatterSeries(const RunComparison& comparison, const Theme& theme) {
    FamilySeries families(comparison, theme);
    for (std::size_t group = 0; group < comparison.groups.size(); ++group) families.add(group);
    std::vector<XySeries> all;
    XySeries front{.label = ScatterFigures::tr("Pareto front"),
                   .legend = ScatterFigures::tr("Pareto front"),
                   .colour = theme.text(),
                   .markers = false};
    for (const view::Point& p : view::paretoSteps(allPoints(comparison), frontOf(comparison)))
        front.points.push_back({.x = p.x, .y = p.y});
    if (front.points.size() > 1) all.push_back(std::move(front));
    for (XySeries& series : families.all()) all.push_back(std::move(series));
    return all;
}

std::vector<std::size_t> meetingGroups(const RunComparison& comparison) {
    if (!comparison.oneDataset) return {};
    std::vector<double> sparsities;
    for (const store::RunGroup& group : comparison.groups) {
        const auto measured = measuredOf(comparison, group);
        sparsities.push_back(measured ? measured->sparsity.mean : std::numeric_limits<double>::quiet_NaN());
    }
    return view::meeting(sparsities);
}

Text meetingText(const RunComparison& comparison, const std::vector<std::size_t>& groups,
                 const ImagesOf& images) {
    std::vector<const store::RunSummary*> firsts;
    firsts.reserve(groups.size());
    for (const std::size_t g : groups)
        firsts.push_back(&comparison.members[comparison.groups[g].members.front()].run);
    const std::vector<QString> names = differenceNames(firsts, NamedTarget::named);
    std::vector<view::GroupFigures> figures;
    std::vector<double> sparsities;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const store::RunGroup& group = comparison.groups[groups[i]];
        const auto measured = measuredOf(comparison, group);
        if (!measured) continue;
        sparsities.push_back(measured->sparsity.mean);
        figures.push_back({.name = names[i].toStdString(),
                           .accuracy = measured->accuracy.mean,
                           .deviation = measured->accuracy.deviation,
                           .images = imagesOfGroup(comparison, group, images)});
    }
    const auto sparsity = store::spreadOf(sparsities);
    return sparsity ? view::comparisonText(sparsity->mean, figures) : Text();
}

std::string scatterCsv(const RunComparison& comparison) {
    std::string lines = "run,group,seed,sparsity,test_accuracy,on_pareto_front\r\n";
    const std::vector<std::size_t> front = frontOf(comparison);
    for (std::size_t i = 0; i < comparison.members.size(); ++i) {
        const Member& member = comparison.members[i];
        if (!member.isMeasured()) continue;
        const bool onFront = std::find(front.begin(), front.end(), i) != front.end();
        lines += fmt::format("{},{},{},{},{},{}\r\n", report::csvText(member.run.id),
                             report::csvText(comparison.groupNames[member.group].toStdString()),
                             member.run.config ? fmt::format("{}", member.run.config->seed) : "",
                             *member.run.sparsity, *member.run.testAccuracy, onFront ? "yes" : "no");
    }
    return lines;
}

}  // namespace prunescope::ui
