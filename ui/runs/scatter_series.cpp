// The points of the scatter, in words and colours.

#include "store/run_list.h"
#include "ui/runs/run_columns.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/scatter_figures.h"
#include "ui/runs/test_quality.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QCoreApplication>
#include <cstddef>
#include <utility>

namespace prunescope::ui {
namespace {

using Member = RunComparison::Member;

struct ScatterFigures {
    Q_DECLARE_TR_FUNCTIONS(ScatterFigures)
};

constexpr std::size_t mostLabels = 40;  ///< groups; of more only those on the front are named
constexpr qsizetype longestLabel = 24;  ///< letters

QString shortLabel(const QString& name) {
    return name.size() > longestLabel ? name.left(longestLabel - 1) + QStringLiteral("…") : name;
}

/// What stands beside the points of a group. Which family it is, or where there is one alone its target.
QString labelOf(const RunComparison& comparison, const Member& member) {
    if (comparison.families.size() > 1) return shortLabel(comparison.families[member.family].name);
    return member.run.targetSparsity ? percentAsGiven(*member.run.targetSparsity) : QString();
}

QString explanationOf(const Member& member, const ScatterAxes& axes, const view::Point& point) {
    const auto text = [&](std::size_t column) { return runColumns()[column].text(member.run); };
    return ScatterFigures::tr("%1: test %2 %3 at %4 (seed %5, %6)")
        .arg(member.name, qualityName(*axes.y), qualityText(*axes.y, point.y, member.run.targetUnit),
             measureOf(axes.x).text(point.x), text(RunsModel::seed), text(RunsModel::state));
}

/// Makes the points of a picture.
class ScatterPoints {
public:
    ScatterPoints(const RunComparison& comparison, const ScatterAxes& axes)
        : comparison_(comparison), axes_(axes), measure_(measureOf(axes.x)) {}

    XyPoint of(const Member& member, const view::Point& point, bool labelled) const {
        return {.x = point.x / measure_.perUnit,
                .y = point.y,
                .label = labelled ? labelOf(comparison_, member) : QString(),
                .explanation = explanationOf(member, axes_, point),
                .id = QString::fromStdString(member.run.id),
                .chosen = member.ticked};
    }
    XyPoint mean(std::size_t group, const MeasuredGroup& measured, bool labelled) const {
        const Member& first = comparison_.members[comparison_.groups[group].members.front()];
        const double mean = measured.figure.mean;
        const double deviation = measured.figure.deviation.value_or(0);
        const auto text = [&](double value) { return qualityText(*axes_.y, value, first.run.targetUnit); };
        return {.x = measured.place.mean / measure_.perUnit,
                .y = mean,
                .label = labelled ? labelOf(comparison_, first) : QString(),
                .explanation = ScatterFigures::tr("%1: test %2 %3 ± %4 at %5, mean of %6 seeds")
                                   .arg(comparison_.groupNames[group], qualityName(*axes_.y), text(mean),
                                        text(deviation), measure_.text(measured.place.mean))
                                   .arg(measured.figure.n),
                .emphasised = true,
                .spread = std::pair{mean - deviation, mean + deviation},
                .id = QString::fromStdString(first.run.id)};
    }

private:
    const RunComparison& comparison_;
    ScatterAxes axes_;
    const ScatterMeasure& measure_;
};

/// The points of a family and the means of its groups.
class FamilySeries {
public:
    FamilySeries(const RunComparison& comparison, const ScatterAxes& axes, const Theme& theme)
        : comparison_(comparison),
          axes_(axes),
          make_(comparison, axes),
          front_(comparison.members.size(), false) {
        for (const std::size_t i : frontOf(comparison, axes)) front_[i] = true;
        for (const RunComparison::Family& family : comparison.families) {
            const QColor colour = comparison.colour(family, theme);
            points_.push_back({.label = family.name, .colour = colour, .line = Qt::NoPen});
            if (family.slot) points_.back().legend = family.name;
            means_.push_back({.label = family.name, .colour = colour, .line = Qt::NoPen});
        }
    }

    void add(std::size_t group) {
        const std::vector<std::size_t>& members = comparison_.groups[group].members;
        const auto measured = measuredOf(comparison_, axes_, comparison_.groups[group]);
        if (!measured) return;
        const bool several = measured->figure.n > 1;
        const bool few = comparison_.groups.size() <= mostLabels;
        const std::size_t family = comparison_.members[members.front()].family;
        for (const std::size_t i : members) {
            const Member& member = comparison_.members[i];
            const auto point = placeOf(member, axes_);
            if (!point) continue;
            const bool labelled = few ? !several : bool{front_[i]};
            points_[family].points.push_back(make_.of(member, *point, labelled));
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
    ScatterAxes axes_;
    ScatterPoints make_;
    std::vector<bool> front_;
    std::vector<XySeries> points_;
    std::vector<XySeries> means_;
};

}  // namespace

std::vector<XySeries> scatterSeries(const RunComparison& comparison, const ScatterAxes& axes,
                                    const Theme& theme) {
    FamilySeries families(comparison, axes, theme);
    for (std::size_t group = 0; group < comparison.groups.size(); ++group) families.add(group);
    std::vector<XySeries> all;
    XySeries front{.label = ScatterFigures::tr("Pareto front"),
                   .legend = ScatterFigures::tr("Pareto front"),
                   .colour = theme.text(),
                   .markers = false};
    for (const view::Point& p : frontSteps(comparison, axes)) front.points.push_back({.x = p.x, .y = p.y});
    if (front.points.size() > 1) all.push_back(std::move(front));
    for (XySeries& series : families.all()) all.push_back(std::move(series));
    return all;
}

}  // namespace prunescope::ui
