#pragma once

#include "report/summary.h"
#include "view/curve.h"

#include <vector>

/// What the pictures of the report draw, on a screen as on paper: values over epochs.
namespace prunescope::report {

/// A value of every recorded step.
template <class Value>
std::vector<view::Point> ofSamples(const run::RunRecord& record, Value value) {
    std::vector<view::Point> points;
    points.reserve(record.samples.size());
    for (const auto& s : record.samples) points.push_back({s.epoch, value(s)});
    return points;
}

/// Accuracy at every evaluation of a split that can be trusted.
std::vector<view::Point> accuracyOf(const run::RunRecord& record, run::Split split);

/// The same by a measure of the task.
std::vector<view::Point> qualityOf(const run::RunRecord& record, run::Split split,
                                   const run::QualityMeasure& measure);

/// Where the axis of epochs ends: at the planned length, so that a run that ended early shows how early, or
/// at what was trained, if that is more.
double lastEpochShown(const run::RunRecord& record, const Summary& summary);

/// Values by layer and step, and the sums over all layers.
struct CurvesByLayer {
    std::vector<std::vector<view::Point>> measure{};  ///< that the method has a chart for; empty without one
    std::vector<std::vector<view::Point>> bound{};    ///< of the measure, where there is one
    std::vector<view::Point> cut{};
    std::vector<view::Point> revived{};
    bool oneBound = true;  ///< the same for all layers
};

/// In the order of `layers`.
CurvesByLayer curvesByLayer(const run::RunRecord& record, const std::vector<LayerSummary>& layers);

}  // namespace prunescope::report
