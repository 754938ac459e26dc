#include "ui/live/run_model.h"
#include "ui/support/theme.h"
#include "ui/training/chart_tools.h"
#include "ui/training/planned_schedule.h"
#include "ui/training/training_chart.h"

#include <QCoreApplication>
#include <utility>

namespace prunescope::ui {
namespace {

/// What is asked for, and what is achieved: of the whole network, or of each layer.
class SparsityChart : public TrainingChart {
    Q_DECLARE_TR_FUNCTIONS(SparsityChart)
public:
    SparsityChart(const ChartContext& context, QWidget* parent)
        : TrainingChart(context, "sparsityChart", parent) {
        panel().setShare(true);
        connect(&context_.tools, &ChartTools::layersToggled, this, &SparsityChart::build);
    }

    void build() override {
        const view::RunHistory& h = history();
        panel().setTitle(tr("Sparsity"),
                         tr("Share of the prunable weights that are pruned, 1 − kept / all: measured as a "
                            "solid line, asked for so far and what will come as a dashed one."));
        ChartSeries asked =
            line(tr("requested so far"), theme().mutedText(), h.steps(), h.requestedSparsity());
        asked.style = Qt::DashLine;
        asked.width = thinLine;
        asked.inLegend = false;
        asked.belongsTo = tr("ahead");
        ChartSeries ahead =
            line(tr("ahead"), theme().mutedText(), context_.planned.times(), context_.planned.curve());
        ahead.style = Qt::DashLine;
        ahead.width = 1.5;
        ahead.anchoredAtEnd = true;
        ahead.planned = true;
        std::vector<ChartSeries> series{asked, ahead};
        if (context_.tools.showsLayers()) addLayers(series);
        series.push_back(
            line(tr("achieved"), theme().series(view::Series::sparsity), h.steps(), h.sparsity()));
        series.back().leadsLegend = true;
        panel().setSeries(std::move(series));
    }

private:
    void addLayers(std::vector<ChartSeries>& series) const {
        const view::RunHistory& h = history();
        const auto names = context_.page.run.layerNames();
        for (std::size_t l = 0; l < h.layers().size() && l < names.size(); ++l) {
            series.push_back(line(QString::fromStdString(names[l]), theme().layer(l, names.size()),
                                  h.updates(), h.layers()[l].sparsity));
            series.back().width = 1.5;
        }
    }
};

}  // namespace

std::unique_ptr<TrainingChart> sparsityChart(const ChartContext& context, QWidget* parent) {
    return std::make_unique<SparsityChart>(context, parent);
}

}  // namespace prunescope::ui
