#include "report/curves.h"

#include "run/moments.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace prunescope::report {

using view::Point;

std::vector<Point> accuracyOf(const run::RunRecord& record, run::Split split) {
    return qualityOf(record, split, run::mainMeasure(run::Task::classification));
}

std::vector<Point> qualityOf(const run::RunRecord& record, run::Split split,
                             const run::QualityMeasure& measure) {
    std::vector<Point> points;
    for (const auto& e : record.evaluations) {
        if (e.split == split && isSound(e)) points.push_back({e.epoch, measure.of(e)});
    }
    return points;
}

double lastEpochShown(const run::RunRecord& record, const Summary& summary) {
    const double planned = static_cast<double>(record.header.config.epochs);
    const double trained = std::isfinite(summary.lastEpoch) ? summary.lastEpoch : 0;
    return std::max({planned, trained, 1e-3});
}

CurvesByLayer curvesByLayer(const run::RunRecord& record, const std::vector<LayerSummary>& layers) {
    std::map<LayerIndex, std::size_t> places;
    for (std::size_t i = 0; i < layers.size(); ++i) places[layers[i].index] = i;
    const auto& measures = record.header.measures;
    const auto measure = run::placeOf(measures, run::MeasureRole::curve);
    const auto bound = run::placeOf(measures, run::MeasureRole::bound);
    CurvesByLayer curves;
    if (measure) curves.measure.resize(layers.size());
    if (bound) curves.bound.resize(layers.size());
    for (const auto& moment : run::momentsOf(record.layerStatistics)) {
        const double epoch = epochOfStep(record, moment.front().step);
        curves.cut.push_back({epoch, 0});
        curves.revived.push_back({epoch, 0});
        for (const run::LayerStatistic& s : moment) {
            const auto place = places.find(s.layer);
            if (place == places.end()) continue;
            if (measure) curves.measure[place->second].push_back({epoch, s.ofMethod[*measure]});
            if (bound) {
                curves.oneBound = curves.oneBound && s.ofMethod[*bound] == moment.front().ofMethod[*bound];
                curves.bound[place->second].push_back({epoch, s.ofMethod[*bound]});
            }
            curves.cut.back().y += static_cast<double>(s.cut);
            curves.revived.back().y += static_cast<double>(s.revived);
        }
    }
    return curves;
}

}  // namespace prunescope::report
