#pragma once

#include "ui/charts/chart_panel.h"
#include "ui/support/page.h"
#include "view/run_history.h"

#include <memory>
#include <vector>

namespace prunescope::ui {

class ChartTools;
class ParentRun;
class PlannedSchedule;

/// What the charts of the training page are made of. All of it outlives them.
struct ChartContext {
    WindowContext page;
    TimeAxis& axis;
    const ChartTools& tools;
    const PlannedSchedule& planned;
    const ParentRun& parent;
};

/// How a chart stands in the column of the training page.
struct ChartPlace {
    const char* id;            ///< of its panel and in settings, for tests and scripts, too
    int leastPicture = 0;      ///< its height in pixels, without the labels of the time axis
    int importance = 1;        ///< its share of the height that is left
    bool shownAtFirst = true;  ///< until somebody chooses
};

/// One chart of the training page: its panel, and what is drawn in it. What else the tools' choices change in
/// it it follows by itself. Whether its axis begins at zero is remembered.
class TrainingChart : public QObject {
public:
    TrainingChart(const ChartContext& context, const ChartPlace& place, QWidget* parent);

    ChartPanel& panel() const { return *panel_; }
    const ChartPlace& place() const { return place_; }
    /// In the list of charts.
    virtual QString name() const = 0;
    /// Titles and curves anew: another run, another language or another theme.
    virtual void build() = 0;

protected:
    const view::RunHistory& history() const;
    const Theme& theme() const { return context_.page.theme; }
    /// A curve of the run on display.
    ChartSeries line(const QString& label, const QColor& colour, const view::Timeline& times,
                     const view::Curve& curve) const;
    /// One of the run that it was branched from, behind the run's own.
    ChartSeries parentLine(const QColor& colour, const view::Timeline& times, const view::Curve& curve) const;

    const ChartContext context_;

private:
    void rememberZero();

    ChartPlace place_;
    ChartPanel* panel_;
};

using TrainingCharts = std::vector<std::unique_ptr<TrainingChart>>;

std::unique_ptr<TrainingChart> measureChart(const ChartContext& context, QWidget* parent);
std::unique_ptr<TrainingChart> sparsityChart(const ChartContext& context, QWidget* parent);
std::unique_ptr<TrainingChart> layersChart(const ChartContext& context, QWidget* parent);
std::unique_ptr<TrainingChart> churnChart(const ChartContext& context, QWidget* parent);

/// Those of the page, from top to bottom.
TrainingCharts trainingCharts(const ChartContext& context, QWidget* parent);

}  // namespace prunescope::ui
