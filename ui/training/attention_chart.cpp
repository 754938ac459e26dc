#include "ui/live/run_model.h"
#include "ui/support/theme.h"
#include "ui/training/training_chart.h"

#include <QCoreApplication>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr double faint = 0.5;  ///< share of its colour that what stands behind has

/// The mean attention of each layer over its floor.
class AttentionChart : public TrainingChart {
    Q_DECLARE_TR_FUNCTIONS(AttentionChart)
public:
    AttentionChart(const ChartContext& context, QWidget* parent)
        : TrainingChart(context, "attentionChart", parent) {
        panel().setLeastRange(0, 1);
    }

    void build() override {
        const view::RunHistory& h = history();
        panel().setTitle(tr("Attention by layer (floor dashed)"),
                         tr("How evenly a layer's kept weights are attended to; 1 is a dense network: the "
                            "mean over them of "
                            "A = b + (1 − b) n, n the magnitude within the layer, b = (1 − p)^z the floor."));
        const auto names = context_.page.run.layerNames();
        std::vector<ChartSeries> floors;
        std::vector<ChartSeries> strengths;
        for (std::size_t l = 0; l < h.layers().size() && l < names.size(); ++l) {
            const QColor colour = theme().layer(l, names.size());
            const QString name = QString::fromStdString(names[l]);
            ChartSeries floor = line(tr("floor %1").arg(name), mixed(theme().surface(), colour, faint),
                                     h.updates(), h.layers()[l].floor);
            floor.style = Qt::DashLine;
            floor.width = thinLine;
            floor.inLegend = false;
            floor.belongsTo = name;
            floors.push_back(floor);
            strengths.push_back(line(name, colour, h.updates(), h.layers()[l].attention));
        }
        floors.insert(floors.end(), strengths.begin(), strengths.end());
        panel().setSeries(std::move(floors));
    }
};

}  // namespace

std::unique_ptr<TrainingChart> attentionChart(const ChartContext& context, QWidget* parent) {
    return std::make_unique<AttentionChart>(context, parent);
}

}  // namespace prunescope::ui
