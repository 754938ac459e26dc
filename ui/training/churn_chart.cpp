#include "ui/live/run_model.h"
#include "ui/support/theme.h"
#include "ui/training/chart_tools.h"
#include "ui/training/training_chart.h"

#include <QCoreApplication>

namespace prunescope::ui {
namespace {

constexpr ChartPlace churnPlace{
    .id = "churnChart", .leastPicture = 60, .importance = 2, .shownAtFirst = false};

/// How many weights each mask update cuts and revives.
class ChurnChart : public TrainingChart {
    Q_DECLARE_TR_FUNCTIONS(ChurnChart)
public:
    ChurnChart(const ChartContext& context, QWidget* parent) : TrainingChart(context, churnPlace, parent) {
        panel().setFit(YFit::Kind::robust);
        connect(&context_.tools, &ChartTools::logarithmicToggled, this, &ChurnChart::scale);
    }

    QString name() const override { return tr("Churn"); }

    void build() override {
        const view::RunHistory& h = history();
        panel().setTitle(
            tr("Churn: weights cut and revived"),
            tr("How many weights each mask update cuts, and how many it brings back; while both are "
               "many, the network is still choosing."));
        scale();
        ChartSeries cut = line(tr("cut"), theme().series(view::Series::pruned), h.updates(), h.cut());
        ChartSeries revived =
            line(tr("revived"), theme().series(view::Series::regrown), h.updates(), h.revived());
        cut.width = revived.width = thinLine;
        panel().setSeries({cut, revived});
    }

private:
    void scale() { panel().setLogarithmic(context_.tools.isLogarithmic()); }
};

}  // namespace

std::unique_ptr<TrainingChart> churnChart(const ChartContext& context, QWidget* parent) {
    return std::make_unique<ChurnChart>(context, parent);
}

}  // namespace prunescope::ui
