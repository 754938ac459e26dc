#include "run/quality.h"
#include "ui/live/parent_run.h"
#include "ui/live/run_model.h"
#include "ui/support/engine_text.h"
#include "ui/support/theme.h"
#include "ui/training/chart_tools.h"
#include "ui/training/training_chart.h"

#include <QCoreApplication>
#include <cstddef>
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
        panel().setShare(showsShare());
        scale();
        const view::RunHistory& h = history();
        ChartSeries test =
            line(tr("test"), theme().series(view::Series::test), h.test().times, curveOf(h.test()));
        test.style = Qt::NoPen;
        ChartSeries validation = line(tr("validation"), theme().series(view::Series::validation),
                                      h.validation().times, curveOf(h.validation()));
        validation.points = true;
        std::vector<ChartSeries> series{validation, test};
        if (showsLoss() || showsMain()) series.insert(series.begin(), train());
        for (ChartSeries& each : series) each.endLabel = each.label;
        if (const view::RunHistory* parent = parentHistory()) {
            series.insert(series.begin(),
                          parentLine(theme().series(view::Series::validation), parent->validation().times,
                                     curveOf(parent->validation())));
            series.front().points = true;
        }
        panel().setSeries(std::move(series));
    }

private:
    /// Null where there is none whose measures are those of this run.
    const view::RunHistory* parentHistory() const {
        const view::RunHistory* parent = context_.parent.history();
        return parent != nullptr && parent->task() == history().task() ? parent : nullptr;
    }
    bool showsLoss() const { return !context_.tools.measure(); }
    /// None while the loss is shown.
    const run::QualityMeasure* measure() const {
        const auto chosen = context_.tools.measure();
        return chosen ? &run::qualityMeasures(history().task())[*chosen] : nullptr;
    }
    bool showsMain() const { return context_.tools.measure() == std::size_t{0}; }
    bool showsShare() const { return measure() != nullptr && measure()->unit == run::QualityUnit::share; }

    const view::Curve& curveOf(const view::EvaluationCurves& measured) const {
        const auto chosen = context_.tools.measure();
        if (!chosen) return measured.loss;
        return measured.quality[*chosen];
    }

    /// Of the batches of training only the loss and what the run is judged by are recorded.
    ChartSeries train() const {
        const view::RunHistory& h = history();
        ChartSeries series = line(tr("train"), theme().series(view::Series::train), h.steps(),
                                  showsLoss() ? h.loss() : h.quality());
        series.smoothed = true;
        series.width = 1.5;
        return series;
    }

    void scale() { panel().setLogarithmic(context_.tools.isLogarithmic() && showsLoss()); }

    void nameMeasure() {
        if (showsLoss()) {
            if (history().task() == run::Task::regression)
                return panel().setTitle(tr("Loss"),
                                        tr("How far the standardised predictions are from what was "
                                           "wanted, as the loss of the run counts it."));
            return panel().setTitle(tr("Loss"), tr("How surprised the network is by the right answers, "
                                                   "measured on each kind of samples: the mean of −log "
                                                   "p(right class)."));
        }
        if (history().task() == run::Task::regression)
            return panel().setTitle(engineWord(measure()->title), engineWord(measure()->help));
        if (!showsMain()) {
            return panel().setTitle(
                tr("Macro F1"),
                tr("How well each class is found, whatever its size: the mean over the classes of "
                   "2 precision × recall / (precision + recall). Measured on whole splits alone."));
        }
        panel().setTitle(tr("Accuracy"), tr("Share of the samples that the network classifies correctly, "
                                            "measured on each kind of samples: right answers / samples."));
    }
};

}  // namespace

std::unique_ptr<TrainingChart> measureChart(const ChartContext& context, QWidget* parent) {
    return std::make_unique<MeasureChart>(context, parent);
}

}  // namespace prunescope::ui
