#include "ui/training/layer_figures.h"

#include "ui/support/engine_text.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

struct LayerFigures {
    Q_DECLARE_TR_FUNCTIONS(LayerFigures)
public:
    static LayerFigure ofMethod(const std::vector<run::MeasureDescription>& measures, std::size_t place) {
        const run::MeasureDescription& measure = measures[place];
        LayerFigure figure{.kind = LayerFigure::Kind::ofMethod,
                           .key = QStringLiteral("method"),
                           .name = engineText(measure.name),
                           .title = engineText(measure.title),
                           .help = engineText(measure.help),
                           .canBeLogarithmic = false,
                           .least = {0, 1},
                           .place = place,
                           .bound = run::placeOf(measures, run::MeasureRole::bound)};
        if (figure.bound) figure.boundTitle = engineText(measures[*figure.bound].title);
        return figure;
    }

    static LayerFigure sparsity() {
        return {.kind = LayerFigure::Kind::sparsity,
                .key = QStringLiteral("sparsity"),
                .name = tr("Sparsity"),
                .title = tr("Sparsity by layer"),
                .help = tr("How sparse every single layer is: pruned weights over all of its weights."),
                .share = true,
                .canBeLogarithmic = false,
                .least = {0, 100}};
    }

    static LayerFigure churn() {
        return {.kind = LayerFigure::Kind::churn,
                .key = QStringLiteral("churn"),
                .name = tr("Churn"),
                .title = tr("Churn by layer"),
                .help = tr("How much of its mask a layer exchanges at a mask update: weights cut and weights "
                           "revived, over all of its weights."),
                .share = true};
    }

    static LayerFigure update() {
        return {
            .kind = LayerFigure::Kind::update,
            .key = QStringLiteral("update"),
            .name = tr("Update"),
            .title = tr("Size of the update by layer"),
            .help = tr("How far a layer's weights move in one step: norm of the step's update over the norm "
                       "of the weights.")};
    }
};

/// The statistic is not a number where nothing was remembered to compare with, and 0 where it was not
/// recorded.
bool hasUpdates(const view::RunHistory& history) {
    return std::any_of(history.layers().begin(), history.layers().end(), [](const view::LayerCurves& layer) {
        return layer.updateRatio.range(0, layer.updateRatio.size()).second > 0;
    });
}

}  // namespace

const view::Curve& LayerFigure::of(const view::LayerCurves& layer) const {
    switch (kind) {
        case Kind::ofMethod:
            return layer.ofMethod[place];
        case Kind::churn:
            return layer.churn;
        case Kind::update:
            return layer.updateRatio;
        case Kind::sparsity:
            break;
    }
    return layer.sparsity;
}

std::vector<LayerFigure> layerFigures(const view::RunHistory& history) {
    std::vector<LayerFigure> figures;
    if (const auto curve = run::placeOf(history.measures(), run::MeasureRole::curve))
        figures.push_back(LayerFigures::ofMethod(history.measures(), *curve));
    figures.push_back(LayerFigures::sparsity());
    figures.push_back(LayerFigures::churn());
    if (hasUpdates(history)) figures.push_back(LayerFigures::update());
    return figures;
}

}  // namespace prunescope::ui
