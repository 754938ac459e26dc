#pragma once

#include "ui/charts/chart_panel.h"
#include "ui/runs/run_picture.h"
#include "view/run_history.h"
#include "view/seed_mean.h"

#include <QColor>
#include <QString>
#include <QWidget>
#include <cstddef>
#include <memory>
#include <string>
#include <vector>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace prunescope::ui {

/// One run of an overlay. `history` outlives the overlay or is replaced by `setRuns`.
struct OverlaidRun {
    QString id;
    QString label;  ///< of the legend: another for each run, not the same for ever
    QColor colour;
    Qt::PenStyle style = Qt::SolidLine;
    qreal width = 2;
    const view::RunHistory* history = nullptr;
    std::size_t slot = 0;   ///< of `Theme::category`
    std::string unit = {};  ///< of the number that it predicts; empty for none
};

/// Runs that differ only in the seed, drawn as their mean with a band of one standard deviation.
struct OverlaidGroup {
    QString label;
    QColor colour;
    Qt::PenStyle style = Qt::SolidLine;
    qreal width = 2;
    std::vector<const view::RunHistory*> histories;  ///< as that of a run
    std::size_t slot = 0;
    std::string unit = {};
};

/// The curves of several runs over each other: a measure of the trained network, and beside it the sparsity.
/// Of runs for several tasks the left chart has those of the task that most are of: others have no such
/// figure.
class RunOverlay : public RunPicture {
    Q_OBJECT
public:
    RunOverlay(Theme& theme, QWidget* parent = nullptr);
    void setRuns(std::vector<OverlaidRun> runs, std::vector<OverlaidGroup> groups = {});
    const std::vector<OverlaidRun>& runs() const { return runs_; }
    const std::vector<OverlaidGroup>& groups() const { return groups_; }
    /// Whether several groups of seeds are ticked, so that their means can be compared.
    void offerMeans(bool offered);
    bool wantsMeans() const;
    /// The curves have grown.
    void refresh();
    void retranslate() override;
    QString hint() const override { return tr("Tick runs to lay their curves over each other here."); }
    bool isEmpty() const override { return runs_.empty() && groups_.empty(); }
    Poster poster(const RunComparison& comparison) const override;
    bool saveFigures(const QString& path, QString& error) const override;

signals:
    /// The user wants means, or single runs.
    void meansToggled();

private:
    /// Of more curves the legend alone says which is which.
    static constexpr std::size_t mostEndLabels = 8;
    /// What the left chart can show of a split: a measure of the task, or the loss.
    struct Measure {
        const run::QualityMeasure* quality;  ///< null: the loss
        bool test;
    };
    /// Of one group, for each chart.
    struct Means {
        view::SeedMean measured;
        view::SeedMean sparsity;
    };

    QWidget* makeTools();
    void connectTools();
    void rebuild();
    void showEnd();
    void nameEnds(std::vector<ChartSeries>& series) const;
    void nameMeasures();
    void findTask();
    static std::vector<Measure> measuresOf(run::Task task);
    Measure measure() const;
    QString measureName(const Measure& measure) const;
    QString unitOfMeasure() const;
    QString measureTitle() const;
    bool showsShare() const;
    bool isShown(const view::RunHistory& history) const { return history.task() == task_; }
    const view::Timeline& timesOf(const view::RunHistory& history) const;
    const view::Curve& curveOf(const view::RunHistory& history) const;
    std::unique_ptr<Means> meansOf(const OverlaidGroup& group) const;
    ChartSeries measured(const OverlaidRun& run) const;
    static ChartSeries meanSeries(const OverlaidGroup& group, const view::SeedMean& mean);
    std::vector<XySeries> posterSeries(const ChartPanel& panel, const Theme& theme) const;
    std::size_t slotOf(const ChartSeries& series) const;

    TimeAxis axis_;
    run::Task task_ = run::Task::classification;  ///< of the runs in the left chart
    std::size_t leftOut_ = 0;                     ///< curves of another task
    QComboBox* measureBox_ = nullptr;
    QComboBox* unitBox_ = nullptr;
    QLabel* unitLabel_ = nullptr;
    QCheckBox* meansBox_ = nullptr;
    QPushButton* resetZoom_ = nullptr;
    ChartPanel* measure_;
    ChartPanel* sparsity_;
    std::vector<OverlaidRun> runs_;
    std::vector<OverlaidGroup> groups_;
    std::vector<std::unique_ptr<Means>> means_;
};

}  // namespace prunescope::ui
