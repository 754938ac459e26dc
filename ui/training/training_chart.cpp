#include "ui/training/training_chart.h"

#include "ui/live/run_model.h"

namespace prunescope::ui {

TrainingChart::TrainingChart(const ChartContext& context, const char* name, QWidget* parent)
    : context_(context), panel_(new ChartPanel(context.page.theme, context.axis, parent)) {
    panel_->setObjectName(QLatin1String(name));
}

const view::RunHistory& TrainingChart::history() const {
    return context_.page.run.history();
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
    charts.push_back(attentionChart(context, parent));
    charts.push_back(churnChart(context, parent));
    return charts;
}

}  // namespace prunescope::ui
