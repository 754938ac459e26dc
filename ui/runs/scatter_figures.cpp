#include "ui/runs/scatter_figures.h"

#include "report/csv.h"
#include "run/spread.h"
#include "ui/runs/run_names.h"
#include "view/comparison.h"
#include "view/pareto.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace prunescope::ui {
namespace {

using Member = RunComparison::Member;

/// In units of the axes; where less is better, turned round: the front is then that of the larger ones.
view::Point turned(const view::Point& point, const ScatterAxes& axes) {
    return {measureOf(axes.x).lessIsBetter ? -point.x : point.x, axes.y->higherIsBetter ? point.y : -point.y};
}

std::vector<view::Point> turnedPoints(const RunComparison& comparison, const ScatterAxes& axes) {
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    const double unit = measureOf(axes.x).perUnit;
    std::vector<view::Point> points;
    for (const Member& member : comparison.members) {
        const auto point = placeOf(member, axes);
        points.push_back(point ? turned({point->x / unit, point->y}, axes) : view::Point{unknown, unknown});
    }
    return points;
}

/// What the figure of a group rests on: where it is a share, the fewest images that a run was measured on;
/// of errors the largest standard error. Nothing unless all are known.
void takeBasis(const RunComparison& comparison, const ScatterAxes& axes, const store::RunGroup& group,
               view::GroupFigures& figures) {
    bool images = axes.y == &run::mainMeasure(run::Task::classification);
    bool errors = !images;
    for (const std::size_t i : group.members) {
        const Member& member = comparison.members[i];
        if (!placeOf(member, axes)) continue;
        const auto& count = member.run.testImages;
        const auto error = store::testQualityError(member.run, axes.y->key);
        images = images && count.has_value();
        errors = errors && error.has_value();
        if (images) figures.images = std::min(figures.images.value_or(*count), *count);
        if (errors) figures.error = std::max(figures.error.value_or(*error), *error);
    }
    if (!images) figures.images.reset();
    if (!errors) figures.error.reset();
}

}  // namespace

std::optional<view::Point> placeOf(const Member& member, const ScatterAxes& axes) {
    if (!member.isMeasured()) return std::nullopt;
    const auto x = measureOf(axes.x).value(member.run);
    const auto y = store::testQuality(member.run, axes.y->key);
    if (!x || !y || !std::isfinite(*x) || !std::isfinite(*y)) return std::nullopt;
    return view::Point{*x, *y};
}

std::optional<MeasuredGroup> measuredOf(const RunComparison& comparison, const ScatterAxes& axes,
                                        const store::RunGroup& group) {
    std::vector<double> places;
    std::vector<double> figures;
    for (const std::size_t i : group.members) {
        const auto point = placeOf(comparison.members[i], axes);
        if (!point) continue;
        places.push_back(point->x);
        figures.push_back(point->y);
    }
    const auto place = run::spreadOf(places);
    const auto figure = run::spreadOf(figures);
    if (!place || !figure) return std::nullopt;
    return MeasuredGroup{*place, *figure};
}

std::vector<const Member*> placed(const RunComparison& comparison, const ScatterAxes& axes) {
    std::vector<const Member*> members;
    for (const Member& member : comparison.members) {
        if (placeOf(member, axes)) members.push_back(&member);
    }
    return members;
}

LeftOut leftOut(const RunComparison& comparison, const ScatterAxes& axes) {
    LeftOut count;
    for (const Member& member : comparison.members) {
        if (!member.isMeasured() || placeOf(member, axes)) continue;
        const auto figure = store::testQuality(member.run, axes.y->key);
        ++(figure && std::isfinite(*figure) ? count.place : count.height);
    }
    return count;
}

std::vector<std::size_t> frontOf(const RunComparison& comparison, const ScatterAxes& axes) {
    if (!RunComparison::areComparable(placed(comparison, axes))) return {};
    return view::paretoFront(turnedPoints(comparison, axes));
}

std::vector<view::Point> frontSteps(const RunComparison& comparison, const ScatterAxes& axes) {
    std::vector<view::Point> steps =
        view::paretoSteps(turnedPoints(comparison, axes), frontOf(comparison, axes));
    for (view::Point& step : steps) step = turned(step, axes);
    return steps;
}

std::vector<std::size_t> meetingGroups(const RunComparison& comparison, const ScatterAxes& axes) {
    if (!RunComparison::areComparable(placed(comparison, axes))) return {};
    const ScatterMeasure& measure = measureOf(axes.x);
    std::vector<double> places;
    for (const store::RunGroup& group : comparison.groups) {
        const auto measured = measuredOf(comparison, axes, group);
        double place = measured ? measured->place.mean : std::numeric_limits<double>::quiet_NaN();
        // Of the logarithms the difference is the ratio.
        if (measure.relative) place = std::log(place);
        places.push_back(measure.lessIsBetter ? -place : place);
    }
    return view::meeting(places, measure.relative ? std::log1p(measure.reach) : measure.reach);
}

Text meetingText(const RunComparison& comparison, const ScatterAxes& axes,
                 const std::vector<std::size_t>& groups) {
    std::vector<const store::RunSummary*> firsts;
    firsts.reserve(groups.size());
    for (const std::size_t g : groups)
        firsts.push_back(&comparison.members[comparison.groups[g].members.front()].run);
    const std::vector<QString> names = differenceNames(firsts, NamedTarget::named);
    std::vector<view::GroupFigures> figures;
    std::vector<double> places;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const store::RunGroup& group = comparison.groups[groups[i]];
        const auto measured = measuredOf(comparison, axes, group);
        if (!measured) continue;
        places.push_back(measured->place.mean);
        figures.push_back({.name = names[i].toStdString(),
                           .accuracy = measured->figure.mean,
                           .deviation = measured->figure.deviation,
                           .measure = axes.y,
                           .unit = firsts[i]->targetUnit});
        takeBasis(comparison, axes, group, figures.back());
    }
    const auto place = run::spreadOf(places);
    return place ? view::comparisonText(measureOf(axes.x).place(place->mean), figures) : Text();
}

std::string scatterCsv(const RunComparison& comparison, const ScatterAxes& axes) {
    std::string lines =
        fmt::format("run,group,seed,{},test_{},on_pareto_front\r\n", measureOf(axes.x).key, axes.y->key);
    const std::vector<std::size_t> front = frontOf(comparison, axes);
    for (std::size_t i = 0; i < comparison.members.size(); ++i) {
        const Member& member = comparison.members[i];
        const auto point = placeOf(member, axes);
        if (!point) continue;
        const bool onFront = std::find(front.begin(), front.end(), i) != front.end();
        lines += fmt::format("{},{},{},{},{},{}\r\n", report::csvText(member.run.id),
                             report::csvText(comparison.groupNames[member.group].toStdString()),
                             member.run.config ? fmt::format("{}", member.run.config->seed) : "", point->x,
                             point->y, onFront ? "yes" : "no");
    }
    return lines;
}

}  // namespace prunescope::ui
