#include "ui/curve/live_curve.h"
#include "ui/curve/live_draft.h"
#include "ui/live/parent_run.h"
#include "ui/live/run_model.h"
#include "ui/support/theme.h"
#include "ui/training/planned_schedule.h"
#include "ui/training/training_chart.h"

#include <QCoreApplication>
#include <cmath>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr ChartPlace sparsityPlace{.id = "sparsityChart", .leastPicture = 76, .importance = 3};

/// What is asked for of the whole network, and what is achieved. Over it the schedule of a live run is bent.
class SparsityChart : public TrainingChart {
    Q_DECLARE_TR_FUNCTIONS(SparsityChart)
public:
    SparsityChart(const ChartContext& context, QWidget* parent)
        : TrainingChart(context, sparsityPlace, parent),
          curve_(new LiveCurve(context.page.theme, context.page.draft, context.page.run, panel().canvas())) {
        panel().setShare(true);
        const LiveDraft& draft = context_.page.draft;
        connect(&panel(), &ChartPanel::placed, this, &SparsityChart::placeCurve);
        connect(&draft, &LiveDraft::changed, this, &SparsityChart::holdHandles);
        connect(&draft, &LiveDraft::followed, this, &SparsityChart::holdHandles);
        connect(&context_.page.run, &RunModel::stageChanged, this, &SparsityChart::makeRoom);
    }

    QString name() const override { return tr("Sparsity"); }

    void build() override {
        const view::RunHistory& h = history();
        panel().setTitle(
            tr("Sparsity"),
            tr("Share of the prunable weights that are pruned, 1 − kept / all: measured as a solid line, "
               "asked "
               "for so far and what will come as a dashed one. While the run goes on, the handles bend what "
               "will come."));
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
        std::vector<ChartSeries> series{asked, ahead, achieved};
        if (const view::RunHistory* parent = context_.parent.history())
            series.insert(series.begin(), parentLine(theme().series(view::Series::sparsity), parent->steps(),
                                                     parent->sparsity()));
        panel().setSeries(std::move(series));
        curve_->retranslate();
        makeRoom();
    }

private:
    /// The handle of the target stands right of the plot.
    void makeRoom() {
        const bool bent = context_.page.draft.isEditable();
        panel().setRoomRight(bent ? CurvePlane::roomRight(curve_->fontMetrics()) : 0);
    }

    /// Its time begins where it was branched, and its steps do not.
    bool isBranchOverTime() const {
        const RunModel& run = context_.page.run;
        const view::TimeUnit unit = context_.axis.unit();
        return unit != view::TimeUnit::step && unit != view::TimeUnit::epoch && run.hasRun() &&
               run.header()->parent.has_value();
    }

    /// Steps go up evenly to the planned end, in every unit of the time axis. Where that end is unknown, and
    /// where sparsities do not go up evenly, no handle stands.
    void placeCurve() {
        const view::Moment end = context_.planned.end();
        const double length = end.in(context_.axis.unit());
        if (length <= 0 || panel().isLogarithmic() || isBranchOverTime()) {
            curve_->setFrame(std::nullopt);
        } else if (const auto plot = panel().frame()) {
            const double steps = static_cast<double>(end.step) / length;
            curve_->setFrame(CurveFrame{.area = plot->area,
                                        .firstStep = plot->from * steps,
                                        .lastStep = plot->to * steps,
                                        .lowest = plot->low,
                                        .highest = plot->high});
        }
        holdHandles();
    }

    /// No handle is above or below the plot, and while all of the run is shown each can be dragged to every
    /// sparsity. The axis stands still while one is in the hand; in whole percents, so that it does not move
    /// with every step of the run.
    void holdHandles() {
        if (curve_->isDragging()) return;
        const auto heights = curve_->heights();
        if (!heights) return panel().setLeastRange(0, -1);
        const bool zoomed = context_.axis.zoom().has_value();
        panel().setLeastRange(zoomed ? std::floor(100 * heights->first) : 0,
                              zoomed ? std::ceil(100 * heights->second) : 100);
    }

    LiveCurve* curve_;
};

}  // namespace

std::unique_ptr<TrainingChart> sparsityChart(const ChartContext& context, QWidget* parent) {
    return std::make_unique<SparsityChart>(context, parent);
}

}  // namespace prunescope::ui
