#include "ui/live/run_model.h"
#include "ui/support/theme.h"
#include "ui/training/planned_schedule.h"
#include "ui/training/training_chart.h"

#include <QCoreApplication>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr ChartPlace sparsityPlace{.id = "sparsityChart", .leastHeight = 104, .importance = 2};

/// What is asked for of the whole network, and what is achieved.
class SparsityChart : public TrainingChart {
    Q_DECLARE_TR_FUNCTIONS(SparsityChart)
public:
    SparsityChart(const ChartContext& context, QWidget* parent)
        : TrainingChart(context, sparsityPlace, parent) {
        panel().setShare(true);
    }

    QString name() const override { return tr("Sparsity"); }

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
        ChartSeries achieved =
            line(tr("achieved"), theme().series(view::Series::sparsity), h.steps(), h.sparsity());
        achieved.leadsLegend = true;
        panel().setSeries({asked, ahead, achieved});
    }
};

}  // namespace

std::unique_ptr<TrainingChart> sparsityChart(const ChartContext& context, QWidget* parent) {
    return std::make_unique<SparsityChart>(context, parent);
}

}  // namespace prunescope::ui
