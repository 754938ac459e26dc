#include "ui/live/run_model.h"
#include "ui/support/theme.h"
#include "ui/training/chart_tools.h"
#include "ui/training/training_chart.h"

#include <QCoreApplication>
#include <utility>
#include <vector>

namespace prunescope::ui {
namespace {

constexpr ChartPlace measurePlace{.id = "measureChart", .leastPicture = 92, .importance = 4};

/// Accuracy, macro F1 or loss on each kind of images, as the tools say.
class MeasureChart : public TrainingChart {
    Q_DECLARE_TR_FUNCTIONS(MeasureChart)
public:
    MeasureChart(const ChartContext& context, QWidget* parent)
        : TrainingChart(context, measurePlace, parent) {
        panel().setFit(YFit::Kind::settled);
        const ChartTools& tools = context_.tools;
        connect(&tools, &ChartTools::measureChanged, this, &MeasureChart::build);
        connect(&tools, &ChartTools::logarithmicToggled, this, &MeasureChart::scale);
        connect(&tools, &ChartTools::smoothingChanged, this,
                [this] { panel().setSmoothing(context_.tools.smoothing()); });
    }

    QString name() const override { return tr("Accuracy, F1 or loss"); }

    void build() override {
        nameMeasure();
        panel().setShare(!showsLoss());
        scale();
        const view::RunHistory& h = history();
        ChartSeries test =
            line(tr("test"), theme().series(view::Series::test), h.test().times, curveOf(h.test()));
        test.style = Qt::NoPen;
        ChartSeries validation = line(tr("validation"), theme().series(view::Series::validation),
                                      h.validation().times, curveOf(h.validation()));
        validation.points = true;
        std::vector<ChartSeries> series{validation, test};
        if (context_.tools.measure() != Measure::macroF1) series.insert(series.begin(), train());
        for (ChartSeries& each : series) each.endLabel = each.label;
        panel().setSeries(std::move(series));
    }

private:
    using Measure = ChartTools::Measure;

    bool showsLoss() const { return context_.tools.measure() == Measure::loss; }

    const view::Curve& curveOf(const view::EvaluationCurves& measured) const {
        switch (context_.tools.measure()) {
            case Measure::loss:
                return measured.loss;
            case Measure::macroF1:
                return measured.macroF1;
            default:
                return measured.accuracy;
        }
    }

    /// Of the batches of training neither classes nor answers are recorded, so they have no F1.
    ChartSeries train() const {
        const view::RunHistory& h = history();
        ChartSeries series = line(tr("train"), theme().series(view::Series::train), h.steps(),
                                  showsLoss() ? h.loss() : h.accuracy());
        series.smoothed = true;
        series.width = 1.5;
        return series;
    }

    void scale() { panel().setLogarithmic(context_.tools.isLogarithmic() && showsLoss()); }

    void nameMeasure() {
        switch (context_.tools.measure()) {
            case Measure::loss:
                return panel().setTitle(tr("Loss"), tr("How surprised the network is by the right answers, "
                                                       "measured on each kind of images: the mean of −log "
                                                       "p(right class)."));
            case Measure::macroF1:
                return panel().setTitle(
                    tr("Macro F1"),
                    tr("How well each class is found, whatever its size: the mean over the classes of "
                       "2 precision × recall / (precision + recall). Measured on whole splits alone."));
            default:
                return panel().setTitle(tr("Accuracy"),
                                        tr("Share of the images that the network classifies correctly, "
                                           "measured on each kind of images: right answers / images."));
        }
    }
};

}  // namespace

std::unique_ptr<TrainingChart> measureChart(const ChartContext& context, QWidget* parent) {
    return std::make_unique<MeasureChart>(context, parent);
}

}  // namespace prunescope::ui
