// One bar for each layer, its request as a tick, the request for all as a dashed line.

#include "report/scene.h"
#include "view/number_text.h"

#include <algorithm>

namespace prunescope::report {
namespace {

constexpr double pictureWidth = 860;
constexpr double leastBars = 100;
constexpr std::size_t longestName = 28;
constexpr double gapAbove = 8;
constexpr double axisHeight = 24;

double rowHeight(const BarChart& chart) {
    return chart.bars.size() > 16 ? 15 : 24;
}

struct BarLayout {
    double left = 0;
    double right = 0;
    double top = 0;
    double row = 0;
    double bottom = 0;

    /// Of a share that is no number: the start.
    double x(double share) const { return left + (right - left) * (share > 0 ? std::min(share, 1.0) : 0.0); }
};

BarLayout layoutOf(const BarChart& chart, const Language& language, const Measure& measure,
                   std::size_t bars) {
    double labels = 0;
    double texts = 0;
    for (const Bar& bar : chart.bars) {
        labels = std::max(labels, measure(shortened(bar.label, longestName)));
        texts = std::max(texts, measure(said(bar.text, language)));
    }
    BarLayout l;
    l.left = labels + 12;
    l.right = std::max(pictureWidth - texts - 14, l.left + leastBars);
    l.top = gapAbove;
    l.row = rowHeight(chart);
    l.bottom = l.top + l.row * static_cast<double>(bars);
    return l;
}

Stroke upright(Stroke::Kind kind, double x, double from, double to) {
    return {.kind = kind, .pieces = {{{x, from}, {x, to}}}};
}

void drawAxis(const BarLayout& l, Scene& scene) {
    for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        scene.below.push_back(upright(Stroke::Kind::grid, l.x(share), l.top, l.bottom));
        scene.below.push_back(Label{.baseline = {l.x(share), l.bottom + 16},
                                    .anchor = Label::Anchor::middle,
                                    .colour = {Colour::Kind::soft},
                                    .text = view::percentText(share, 0)});
    }
}

void drawBar(const Bar& bar, const BarLayout& l, double top, std::string text, Scene& scene) {
    const double height = l.row * 0.55;
    const double baseline = top + l.row / 2 + 4;
    scene.above.push_back(Label{.baseline = {l.left - 8, baseline},
                                .anchor = Label::Anchor::end,
                                .text = shortened(bar.label, longestName)});
    scene.above.push_back(
        Patch{l.left, top + (l.row - height) / 2, l.x(bar.share) - l.left, height, bar.colour});
    if (bar.requested) {
        scene.above.push_back(upright(Stroke::Kind::request, l.x(*bar.requested), top + 2, top + l.row - 2));
    }
    scene.above.push_back(Label{
        .baseline = {pictureWidth - 4, baseline}, .anchor = Label::Anchor::end, .text = std::move(text)});
}

}  // namespace

Scene sceneOf(const BarChart& chart, const Language& language, const Measure& measure) {
    return sceneOfBars(chart, language, measure, 0, chart.bars.size());
}

Scene sceneOfBars(const BarChart& chart, const Language& language, const Measure& measure, std::size_t from,
                  std::size_t to) {
    const BarLayout l = layoutOf(chart, language, measure, to - from);
    Scene scene{.id = chart.id,
                .title = said(chart.title, language),
                .description = said(chart.description, language),
                .width = pictureWidth,
                .height = l.bottom + axisHeight};
    drawAxis(l, scene);
    for (std::size_t i = from; i < to; ++i) {
        const Bar& bar = chart.bars[i];
        drawBar(bar, l, l.top + l.row * static_cast<double>(i - from), said(bar.text, language), scene);
    }
    if (chart.requestedOverall) {
        scene.above.push_back(
            upright(Stroke::Kind::requestOfAll, l.x(*chart.requestedOverall), l.top - 4, l.bottom));
    }
    return scene;
}

std::size_t barsIn(const BarChart& chart, double height) {
    return static_cast<std::size_t>(std::max(0.0, (height - gapAbove - axisHeight) / rowHeight(chart)));
}

}  // namespace prunescope::report
