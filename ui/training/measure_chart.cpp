#include "ui/live/run_model.h"
#include "ui/support/theme.h"
#include "ui/training/chart_tools.h"
#include "ui/training/training_chart.h"

#include <QCoreApplication>

namespace prunescope::ui {
namespace {

constexpr ChartPlace measurePlace{.id = "measureChart", .leastHeight = 136, .importance = 4};

/// Accuracy or loss on each kind of images, as the tools say.
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

    QString name() const override { return tr("Accuracy or loss"); }

    void build() override {
        const bool loss = context_.tools.showsLoss();
        nameMeasure(loss);
        panel().setShare(!loss);
        scale();
        const view::RunHistory& h = history();
        ChartSeries train =
            line(tr("train"), theme().series(view::Series::train), h.steps(), loss ? h.loss() : h.accuracy());
        train.smoothed = true;
        train.width = 1.5;
        ChartSeries test = line(tr("test"), theme().series(view::Series::test), h.test().times,
                                loss ? h.test().loss : h.test().accuracy);
        test.style = Qt::NoPen;
        ChartSeries validation =
            line(tr("validation"), theme().series(view::Series::validation), h.validation().times,
                 loss ? h.validation().loss : h.validation().accuracy);
        validation.points = true;
        for (ChartSeries* series : {&train, &validation, &test}) series->endLabel = series->label;
        panel().setSeries({train, validation, test});
    }

private:
    void scale() { panel().setLogarithmic(context_.tools.isLogarithmic() && context_.tools.showsLoss()); }
    void nameMeasure(bool loss) {
        if (loss) {
            panel().setTitle(tr("Loss"), tr("How surprised the network is by the right answers, measured on "
                                            "each kind of images: the mean of −log p(right class)."));
        } else {
            panel().setTitle(tr("Accuracy"), tr("Share of the images that the network classifies correctly, "
                                                "measured on each kind of images: right answers / images."));
        }
    }
};

}  // namespace

std::unique_ptr<TrainingChart> measureChart(const ChartContext& context, QWidget* parent) {
    return std::make_unique<MeasureChart>(context, parent);
}

}  // namespace prunescope::ui
