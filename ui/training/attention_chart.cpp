#include "ui/live/run_model.h"
#include "ui/support/engine_text.h"
#include "ui/support/theme.h"
#include "ui/training/training_chart.h"

#include <QCoreApplication>
#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr double faint = 0.5;  ///< share of its colour that what stands behind has

/// What the method says of each layer: of MAP its mean attention, over its floor.
class AttentionChart : public TrainingChart {
    Q_DECLARE_TR_FUNCTIONS(AttentionChart)
public:
    AttentionChart(const ChartContext& context, QWidget* parent)
        : TrainingChart(context, "attentionChart", parent) {
        panel().setLeastRange(0, 1);
    }

    void build() override {
        const view::RunHistory& h = history();
        const std::size_t curve = placeOf(run::MeasureRole::curve);
        const std::size_t bound = placeOf(run::MeasureRole::bound);
        if (curve == h.measures().size()) {
            panel().setTitle(tr("Figures of the method"),
                             tr("This method has no figures of its own for a layer."));
            return panel().setSeries({});
        }
        const bool bounded = bound < h.measures().size();
        const QString title = engineText(h.measures()[curve].title);
        const QString boundTitle = bounded ? engineText(h.measures()[bound].title) : QString();
        panel().setTitle(bounded ? tr("%1 (%2 dashed)").arg(title, boundTitle) : title,
                         engineText(h.measures()[curve].help));
        const auto names = context_.page.run.layerNames();
        std::vector<ChartSeries> bounds;
        std::vector<ChartSeries> curves;
        for (std::size_t l = 0; l < h.layers().size() && l < names.size(); ++l) {
            const QColor colour = theme().layer(l, names.size());
            const QString name = QString::fromStdString(names[l]);
            curves.push_back(line(name, colour, h.updates(), h.layers()[l].ofMethod[curve]));
            if (!bounded) continue;
            ChartSeries dashed =
                line(boundTitle + QLatin1Char(' ') + name, mixed(theme().surface(), colour, faint),
                     h.updates(), h.layers()[l].ofMethod[bound]);
            dashed.style = Qt::DashLine;
            dashed.width = thinLine;
            dashed.inLegend = false;
            dashed.belongsTo = name;
            bounds.push_back(dashed);
        }
        bounds.insert(bounds.end(), curves.begin(), curves.end());
        panel().setSeries(std::move(bounds));
    }

private:
    /// The number of measures when there is none of that role.
    std::size_t placeOf(run::MeasureRole role) const {
        const auto& measures = history().measures();
        const auto found = std::find_if(measures.begin(), measures.end(),
                                        [role](const auto& measure) { return measure.role == role; });
        return static_cast<std::size_t>(found - measures.begin());
    }
};

}  // namespace

std::unique_ptr<TrainingChart> attentionChart(const ChartContext& context, QWidget* parent) {
    return std::make_unique<AttentionChart>(context, parent);
}

}  // namespace prunescope::ui
