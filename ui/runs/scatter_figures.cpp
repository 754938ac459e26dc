#include "ui/runs/scatter_figures.h"

#include "report/csv.h"
#include "run/spread.h"
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
#include <cmath>
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
    std::vector<double> places;
    std::vector<double> accuracies;
    run::Spread place;
    run::Spread accuracy;
};

std::optional<Measured> measuredOf(const RunComparison& comparison, ScatterAxis axis,
                                   const store::RunGroup& group) {
    Measured found;
    for (const std::size_t i : group.members) {
        const Member& member = comparison.members[i];
        const auto place = placeOf(member, axis);
        if (!place) continue;
        found.places.push_back(*place);
        found.accuracies.push_back(*member.run.testAccuracy);
    }
    const auto place = run::spreadOf(found.places);
    const auto accuracy = run::spreadOf(found.accuracies);
    if (!place || !accuracy) return std::nullopt;
    found.place = *place;
    found.accuracy = *accuracy;
    return found;
}

QString explanationOf(const Member& member, const ScatterMeasure& measure, double place) {
    const auto& columns = runColumns();
    const auto text = [&](RunsModel::Column column) {
        return columns[static_cast<std::size_t>(column)].text(member.run);
    };
    return ScatterFigures::tr("%1: %2 test accuracy at %3 (seed %4, %5)")
        .arg(member.name, percentText(*member.run.testAccuracy), measure.text(place), text(RunsModel::seed),
             text(RunsModel::state));
}

QString shortLabel(const QString& name) {
    return name.size() > longestLabel ? name.left(longestLabel - 1) + QStringLiteral("…") : name;
}

/// What stands beside the points of a group. Which family it is, or where there is one alone its target.
QString labelOf(const RunComparison& comparison, const Member& member) {
    if (comparison.families.size() > 1) return shortLabel(comparison.families[member.family].name);
    return member.run.targetSparsity ? percentAsGiven(*member.run.targetSparsity) : QString();
}

/// Makes the points of a picture over one axis.
class ScatterPoints {
public:
    ScatterPoints(const RunComparison& comparison, const ScatterMeasure& measure)
        : comparison_(comparison), measure_(measure) {}

    XyPoint of(const Member& member, double place, bool labelled) const {
        return {.x = place / measure_.perUnit,
                .y = *member.run.testAccuracy,
                .label = labelled ? labelOf(comparison_, member) : QString(),
                .explanation = explanationOf(member, measure_, place),
                .id = QString::fromStdString(member.run.id),
                .chosen = member.ticked};
    }
    XyPoint mean(std::size_t group, const Measured& measured, bool labelled) const {
        const Member& first = comparison_.members[comparison_.groups[group].members.front()];
        const double mean = measured.accuracy.mean;
        const double deviation = measured.accuracy.deviation.value_or(0);
        return {.x = measured.place.mean / measure_.perUnit,
                .y = mean,
                .label = labelled ? labelOf(comparison_, first) : QString(),
                .explanation = ScatterFigures::tr("%1: %2 ± %3 test accuracy at %4, mean of %5 seeds")
                                   .arg(comparison_.groupNames[group], percentText(mean),
                                        percentText(deviation), measure_.text(measured.place.mean))
                                   .arg(measured.accuracy.n),
                .emphasised = true,
                .spread = std::pair{mean - deviation, mean + deviation},
                .id = QString::fromStdString(first.run.id)};
    }

private:
    const RunComparison& comparison_;
    const ScatterMeasure& measure_;
};

/// The points of a family and the means of its groups.
class FamilySeries {
public:
    FamilySeries(const RunComparison& comparison, ScatterAxis axis, const Theme& theme)
        : comparison_(comparison),
          axis_(axis),
          make_(comparison, measureOf(axis)),
          front_(comparison.members.size(), false) {
        for (const std::size_t i : frontOf(comparison, axis)) front_[i] = true;
        for (const RunComparison::Family& family : comparison.families) {
            const QColor colour = comparison.colour(family, theme);
            points_.push_back({.label = family.name, .colour = colour, .line = Qt::NoPen});
            if (family.slot) points_.back().legend = family.name;
            means_.push_back({.label = family.name, .colour = colour, .line = Qt::NoPen});
        }
    }

    void add(std::size_t group) {
        const std::vector<std::size_t>& members = comparison_.groups[group].members;
        const auto measured = measuredOf(comparison_, axis_, comparison_.groups[group]);
        if (!measured) return;
        const bool several = measured->accuracy.n > 1;
        const bool few = comparison_.groups.size() <= mostLabels;
        const std::size_t family = comparison_.members[members.front()].family;
        for (const std::size_t i : members) {
            const Member& member = comparison_.members[i];
            const auto place = placeOf(member, axis_);
            if (!place) continue;
            const bool labelled = few ? !several : bool{front_[i]};
            points_[family].points.push_back(make_.of(member, *place, labelled));
        }
        if (several) means_[family].points.push_back(make_.mean(group, *measured, few));
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
    ScatterAxis axis_;
    ScatterPoints make_;
    std::vector<bool> front_;
    std::vector<XySeries> points_;
    std::vector<XySeries> means_;
};

/// In units of the axis; where less is better, turned round: the front is then that of the larger ones.
std::vector<view::Point> allPoints(const RunComparison& comparison, const ScatterMeasure& measure) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const double unit = measure.lessIsBetter ? -measure.perUnit : measure.perUnit;
    std::vector<view::Point> points;
    for (const Member& member : comparison.members) {
        const auto place = placeOf(member, measure.axis);
        points.push_back(place ? view::Point{*place / unit, *member.run.testAccuracy}
                               : view::Point{unknown, unknown});
    }
    return points;
}

/// The fewest that a run of the group was measured on; nothing unless all are known.
std::optional<std::int64_t> imagesOfGroup(const RunComparison& comparison, ScatterAxis axis,
                                          const store::RunGroup& group) {
    std::optional<std::int64_t> fewest;
    for (const std::size_t i : group.members) {
        if (!placeOf(comparison.members[i], axis)) continue;
        const auto& count = comparison.members[i].run.testImages;
        if (!count) return std::nullopt;
        fewest = std::min(fewest.value_or(*count), *count);
    }
    return fewest;
}

}  // namespace

std::optional<double> placeOf(const Member& member, ScatterAxis axis) {
    if (!member.isMeasured()) return std::nullopt;
    const auto value = measureOf(axis).value(member.run);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

std::size_t placed(const RunComparison& comparison, ScatterAxis axis) {
    return static_cast<std::size_t>(
        std::count_if(comparison.members.begin(), comparison.members.end(),
                      [axis](const Member& member) { return placeOf(member, axis).has_value(); }));
}

std::vector<std::size_t> frontOf(const RunComparison& comparison, ScatterAxis axis) {
    if (!comparison.oneDataset) return {};
    return view::paretoFront(allPoints(comparison, measureOf(axis)));
}

std::vector<XySeries> scatterSeries(const RunComparison& comparison, ScatterAxis axis, const Theme& theme) {
    FamilySeries families(comparison, axis, theme);
    for (std::size_t group = 0; group < comparison.groups.size(); ++group) families.add(group);
    std::vector<XySeries> all;
    XySeries front{.label = ScatterFigures::tr("Pareto front"),
                   .legend = ScatterFigures::tr("Pareto front"),
                   .colour = theme.text(),
                   .markers = false};
    const ScatterMeasure& measure = measureOf(axis);
    for (const view::Point& p : view::paretoSteps(allPoints(comparison, measure), frontOf(comparison, axis)))
        front.points.push_back({.x = measure.lessIsBetter ? -p.x : p.x, .y = p.y});
    if (front.points.size() > 1) all.push_back(std::move(front));
    for (XySeries& series : families.all()) all.push_back(std::move(series));
    return all;
}

std::vector<std::size_t> meetingGroups(const RunComparison& comparison, ScatterAxis axis) {
    if (!comparison.oneDataset) return {};
    const ScatterMeasure& measure = measureOf(axis);
    std::vector<double> places;
    for (const store::RunGroup& group : comparison.groups) {
        const auto measured = measuredOf(comparison, axis, group);
        double place = measured ? measured->place.mean : std::numeric_limits<double>::quiet_NaN();
        // Of the logarithms the difference is the ratio.
        if (measure.relative) place = std::log(place);
        places.push_back(measure.lessIsBetter ? -place : place);
    }
    return view::meeting(places, measure.relative ? std::log1p(measure.reach) : measure.reach);
}

Text meetingText(const RunComparison& comparison, ScatterAxis axis, const std::vector<std::size_t>& groups) {
    std::vector<const store::RunSummary*> firsts;
    firsts.reserve(groups.size());
    for (const std::size_t g : groups)
        firsts.push_back(&comparison.members[comparison.groups[g].members.front()].run);
    const std::vector<QString> names = differenceNames(firsts, NamedTarget::named);
    std::vector<view::GroupFigures> figures;
    std::vector<double> places;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const store::RunGroup& group = comparison.groups[groups[i]];
        const auto measured = measuredOf(comparison, axis, group);
        if (!measured) continue;
        places.push_back(measured->place.mean);
        figures.push_back({.name = names[i].toStdString(),
                           .accuracy = measured->accuracy.mean,
                           .deviation = measured->accuracy.deviation,
                           .images = imagesOfGroup(comparison, axis, group)});
    }
    const auto place = run::spreadOf(places);
    return place ? view::comparisonText(measureOf(axis).place(place->mean), figures) : Text();
}

std::string scatterCsv(const RunComparison& comparison, ScatterAxis axis) {
    std::string lines =
        fmt::format("run,group,seed,{},test_accuracy,on_pareto_front\r\n", measureOf(axis).key);
    const std::vector<std::size_t> front = frontOf(comparison, axis);
    for (std::size_t i = 0; i < comparison.members.size(); ++i) {
        const Member& member = comparison.members[i];
        const auto place = placeOf(member, axis);
        if (!place) continue;
        const bool onFront = std::find(front.begin(), front.end(), i) != front.end();
        lines += fmt::format("{},{},{},{},{},{}\r\n", report::csvText(member.run.id),
                             report::csvText(comparison.groupNames[member.group].toStdString()),
                             member.run.config ? fmt::format("{}", member.run.config->seed) : "", *place,
                             *member.run.testAccuracy, onFront ? "yes" : "no");
    }
    return lines;
}

}  // namespace prunescope::ui
