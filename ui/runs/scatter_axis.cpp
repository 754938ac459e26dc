#include "ui/runs/scatter_axis.h"

#include "store/run_list.h"
#include "ui/support/format.h"
#include "view/comparison.h"
#include "view/speed_words.h"

#include <QCoreApplication>
#include <cstddef>

namespace prunescope::ui {
namespace {

struct ScatterWords {
    Q_DECLARE_TR_FUNCTIONS(ScatterAxis)
};

constexpr double bytesInKilobyte = 1000;
constexpr double bytesReach = 0.01;
constexpr double timeReach = 0.05;  ///< times of the same network differ by as much from day to day

std::optional<double> bytesOf(const store::RunSummary& run) {
    return run.storedBytes ? std::optional(static_cast<double>(*run.storedBytes)) : std::nullopt;
}

ScatterMeasure overSparsity() {
    return {
        .axis = ScatterAxis::sparsity,
        .key = "sparsity",
        .lessIsBetter = false,
        .perUnit = 1,
        .kind = view::AxisKind::percent,
        .reach = view::sparsityReach,
        .relative = false,
        .value = [](const store::RunSummary& run) { return run.sparsity; },
        .place = view::atSparsity,
        .name = [] { return ScatterWords::tr("Over sparsity"); },
        .axisTitle = [] { return ScatterWords::tr("sparsity, more is better (achieved, measured)"); },
        .title = [](const QString& figure) { return ScatterWords::tr("%1 over sparsity").arg(figure); },
        .text = [](double value) { return ScatterWords::tr("%1 sparsity").arg(percentText(value)); },
        .front =
            [] {
                return ScatterWords::tr("No run is both sparser and better than one on the Pareto front.");
            },
        .apart = [] { return ScatterWords::tr("No two groups of runs have the same sparsity."); },
        .left = nullptr};
}

ScatterMeasure overBytes() {
    return {
        .axis = ScatterAxis::storedBytes,
        .key = "stored_bytes",
        .lessIsBetter = true,
        .perUnit = bytesInKilobyte,
        .kind = view::AxisKind::plain,
        .reach = bytesReach,
        .relative = true,
        .value = bytesOf,
        .place = view::atBytes,
        .name = [] { return ScatterWords::tr("Over bytes"); },
        .axisTitle = [] { return ScatterWords::tr("stored weights in kB, less is better (estimated)"); },
        .title =
            [](const QString& figure) {
                return ScatterWords::tr("%1 over the bytes of the weights").arg(figure);
            },
        .text = [](double value) { return ScatterWords::tr("%1 of weights").arg(bytesText(value)); },
        .front =
            [] {
                return ScatterWords::tr("No run is both smaller and better than one on the Pareto front.");
            },
        .apart = [] { return ScatterWords::tr("No two groups of runs have the same size, to within 1 %."); },
        .left =
            [](const QString& count) {
                return ScatterWords::tr("Left out, since their size is not known: %1.").arg(count);
            }};
}

ScatterMeasure overTime() {
    return {
        .axis = ScatterAxis::oneImage,
        .key = "one_image_ms",
        .lessIsBetter = true,
        .perUnit = 1,
        .kind = view::AxisKind::plain,
        .reach = timeReach,
        .relative = true,
        .value = store::oneImageMs,
        .place = view::atOneImage,
        .name = [] { return ScatterWords::tr("Over the time of one sample"); },
        .axisTitle = [] { return ScatterWords::tr("time of one sample in ms, less is better (measured)"); },
        .title =
            [](const QString& figure) {
                return ScatterWords::tr("%1 over the time of one sample").arg(figure);
            },
        .text =
            [](double value) {
                return ScatterWords::tr("%1 ms for one sample")
                    .arg(decimalText(value, view::millisecondDecimals(value)));
            },
        .front =
            [] {
                return ScatterWords::tr(
                    "No run is both faster and better than one on the Pareto front. Times of several "
                    "machines are no measure of each other.");
            },
        .apart = [] { return ScatterWords::tr("No two groups of runs take the same time, to within 5 %."); },
        .left =
            [](const QString& count) {
                return ScatterWords::tr("Left out, since their speed was not measured: %1.").arg(count);
            }};
}

}  // namespace

const std::vector<ScatterMeasure>& scatterMeasures() {
    static const std::vector<ScatterMeasure> measures{overSparsity(), overBytes(), overTime()};
    return measures;
}

const ScatterMeasure& measureOf(ScatterAxis axis) {
    return scatterMeasures()[static_cast<std::size_t>(axis)];
}

XyAxis xyAxisOf(ScatterAxis axis) {
    return {.title = measureOf(axis).axisTitle(), .kind = measureOf(axis).kind};
}

}  // namespace prunescope::ui
