#include "report/curves.h"

#include "run/moments.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace prunescope::report {

using view::Point;

std::vector<Point> accuracyOf(const run::RunRecord& record, run::Split split) {
    std::vector<Point> points;
    for (const auto& e : record.evaluations) {
        if (e.split == split && isSound(e)) points.push_back({e.epoch, e.accuracy()});
    }
    return points;
}

double lastEpochShown(const run::RunRecord& record, const Summary& summary) {
    const double planned = static_cast<double>(record.header.config.epochs);
    const double trained = std::isfinite(summary.lastEpoch) ? summary.lastEpoch : 0;
    return std::max({planned, trained, 1e-3});
}

namespace {

/// The place of the first measure of that role; the number of measures when there is none.
std::size_t placeOf(const std::vector<run::MeasureDescription>& measures, run::MeasureRole role) {
    const auto found =
        std::find_if(measures.begin(), measures.end(), [&](const auto& m) { return m.role == role; });
    return static_cast<std::size_t>(found - measures.begin());
}

}  // namespace

LayerCurves layerCurves(const run::RunRecord& record, const std::vector<LayerSummary>& layers) {
    std::map<LayerIndex, std::size_t> places;
    for (std::size_t i = 0; i < layers.size(); ++i) places[layers[i].index] = i;
    const auto& measures = record.header.measures;
    const std::size_t curve = placeOf(measures, run::MeasureRole::curve);
    const std::size_t bound = placeOf(measures, run::MeasureRole::bound);
    LayerCurves curves;
    curves.attentionUsed = curve < measures.size() && !record.layerStatistics.empty();
    curves.attention.resize(layers.size());
    curves.floor.resize(layers.size());
    for (const auto& moment : run::momentsOf(record.layerStatistics)) {
        const double epoch = epochOfStep(record, moment.front().step);
        curves.cut.push_back({epoch, 0});
        curves.revived.push_back({epoch, 0});
        for (const run::LayerStatistic& s : moment) {
            const auto place = places.find(s.layer);
            if (place == places.end()) continue;
            if (curve < measures.size())
                curves.attention[place->second].push_back({epoch, s.ofMethod[curve]});
            if (bound < measures.size()) {
                curves.oneFloor = curves.oneFloor && s.ofMethod[bound] == moment.front().ofMethod[bound];
                curves.floor[place->second].push_back({epoch, s.ofMethod[bound]});
            }
            curves.cut.back().y += static_cast<double>(s.cut);
            curves.revived.back().y += static_cast<double>(s.revived);
        }
    }
    return curves;
}

}  // namespace prunescope::report
