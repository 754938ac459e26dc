#include "ui/training/training_chart.h"

#include "ui/live/parent_run.h"
#include "ui/live/run_model.h"
#include "ui/support/theme.h"

#include <QCoreApplication>
#include <QSettings>

namespace prunescope::ui {

TrainingChart::TrainingChart(const ChartContext& context, const ChartPlace& place, QWidget* parent)
    : context_(context), place_(place), panel_(new ChartPanel(context.page.theme, context.axis, parent)) {
    panel_->setObjectName(QLatin1String(place.id));
    rememberZero();
}

void TrainingChart::rememberZero() {
    QSettings& settings = context_.page.settings;
    const QString key = QStringLiteral("training/%1FromZero").arg(QLatin1String(place_.id));
    panel_->setFromZero(settings.value(key, false).toBool());
    connect(panel_, &ChartPanel::fromZeroChanged, this,
            [&settings, key](bool fromZero) { settings.setValue(key, fromZero); });
}

const view::RunHistory& TrainingChart::history() const {
    return context_.page.run.history();
}

ChartSeries TrainingChart::parentLine(const QColor& colour, const view::Timeline& times,
                                      const view::Curve& curve) const {
    constexpr double dimmed = 0.6;
    ChartSeries series = line(QCoreApplication::translate("TrainingChart", "parent"),
                              mixed(colour, theme().surface(), dimmed), times, curve);
    series.width = 1.5;
    series.run = context_.parent.id();
    return series;
}

ChartSeries TrainingChart::line(const QString& label, const QColor& colour, const view::Timeline& times,
                                const view::Curve& curve) const {
    return {
        .label = label, .colour = colour, .times = &times, .curve = &curve, .run = context_.page.run.runId()};
}

TrainingCharts trainingCharts(const ChartContext& context, QWidget* parent) {
    TrainingCharts charts;
    charts.push_back(measureChart(context, parent));
    charts.push_back(sparsityChart(context, parent));
    charts.push_back(layersChart(context, parent));
    charts.push_back(churnChart(context, parent));
    return charts;
}

}  // namespace prunescope::ui
