#pragma once

#include "ui/charts/chart_panel.h"
#include "ui/support/page.h"
#include "view/run_history.h"

#include <memory>
#include <vector>

namespace prunescope::ui {

class ChartTools;
class PlannedSchedule;

/// What the charts of the training page are made of. All of it outlives them.
struct ChartContext {
    PageContext page;
    TimeAxis& axis;
    const ChartTools& tools;
    const PlannedSchedule& planned;
};

/// One chart of the training page: its panel, and what is drawn in it. What else the tools' choices change in
/// it it follows by itself.
class TrainingChart : public QObject {
public:
    /// `name` of the panel, for tests and scripts.
    TrainingChart(const ChartContext& context, const char* name, QWidget* parent);

    ChartPanel& panel() const { return *panel_; }
    /// Titles and curves anew: another run, another language or another theme.
    virtual void build() = 0;

protected:
    const view::RunHistory& history() const;
    const Theme& theme() const { return context_.page.theme; }
    /// A curve of the run on display.
    ChartSeries line(const QString& label, const QColor& colour, const view::Timeline& times,
                     const view::Curve& curve) const;

    const ChartContext context_;

private:
    ChartPanel* panel_;
};

using TrainingCharts = std::vector<std::unique_ptr<TrainingChart>>;

std::unique_ptr<TrainingChart> measureChart(const ChartContext& context, QWidget* parent);
std::unique_ptr<TrainingChart> sparsityChart(const ChartContext& context, QWidget* parent);
std::unique_ptr<TrainingChart> attentionChart(const ChartContext& context, QWidget* parent);
std::unique_ptr<TrainingChart> churnChart(const ChartContext& context, QWidget* parent);

/// Those of the page, from left to right and from top to bottom.
TrainingCharts trainingCharts(const ChartContext& context, QWidget* parent);

}  // namespace prunescope::ui
