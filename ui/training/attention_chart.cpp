#include "ui/live/run_model.h"
#include "ui/support/engine_text.h"
#include "ui/support/theme.h"
#include "ui/training/training_chart.h"

#include <QCoreApplication>
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
        const auto curve = run::placeOf(h.measures(), run::MeasureRole::curve);
        const auto bound = run::placeOf(h.measures(), run::MeasureRole::bound);
        if (!curve) {
            const QString none =
                h.layers().empty() ? QString() : tr("This method has no figures of its own for a layer.");
            panel().setTitle(tr("Figures of the method"), none);
            panel().setWithoutCurves(none);
            return panel().setSeries({});
        }
        const QString title = engineText(h.measures()[*curve].title);
        const QString boundTitle = bound ? engineText(h.measures()[*bound].title) : QString();
        panel().setTitle(bound ? tr("%1 (%2 dashed)").arg(title, boundTitle) : title,
                         engineText(h.measures()[*curve].help));
        const auto names = context_.page.run.layerNames();
        std::vector<ChartSeries> bounds;
        std::vector<ChartSeries> curves;
        for (std::size_t l = 0; l < h.layers().size() && l < names.size(); ++l) {
            const QColor colour = theme().layer(l, names.size());
            const QString name = QString::fromStdString(names[l]);
            curves.push_back(line(name, colour, h.updates(), h.layers()[l].ofMethod[*curve]));
            if (!bound) continue;
            ChartSeries dashed =
                line(boundTitle + QLatin1Char(' ') + name, mixed(theme().surface(), colour, faint),
                     h.updates(), h.layers()[l].ofMethod[*bound]);
            dashed.style = Qt::DashLine;
            dashed.width = thinLine;
            dashed.inLegend = false;
            dashed.belongsTo = name;
            bounds.push_back(dashed);
        }
        bounds.insert(bounds.end(), curves.begin(), curves.end());
        panel().setSeries(std::move(bounds));
    }
};

}  // namespace

std::unique_ptr<TrainingChart> attentionChart(const ChartContext& context, QWidget* parent) {
    return std::make_unique<AttentionChart>(context, parent);
}

}  // namespace prunescope::ui
