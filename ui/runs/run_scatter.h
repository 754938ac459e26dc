#pragma once

#include "ui/runs/run_picture.h"
#include "ui/runs/scatter_axis.h"

#include <cstddef>
#include <vector>

class QComboBox;
class QSettings;

namespace prunescope::ui {

class Theme;
class XyChart;

/// A figure of the last test over sparsity, size or time, a point for each run, with the Pareto front and, in
/// words, which groups of runs differ where several meet. Runs that have no such figure are counted, not
/// shown.
class RunScatter : public RunPicture {
    Q_OBJECT
public:
    /// What it lies over, and which figure is wanted, is kept in `settings`.
    RunScatter(Theme& theme, QSettings& settings, QWidget* parent = nullptr);

    void setComparison(const RunComparison& comparison);
    ScatterAxis axis() const { return axis_; }
    void setAxis(ScatterAxis axis);
    /// The figure that was chosen, where a run has it; else what the task of most runs is judged by.
    const run::QualityMeasure& quality() const;
    void setQuality(const run::QualityMeasure& quality);
    void retranslate() override;
    QWidget* tools() override;
    QString hint() const override { return nothingMeasured(); }
    bool isEmpty() const override { return comparison_.measured() == 0; }
    Poster poster(const RunComparison& comparison) const override;
    bool saveFigures(const QString& path, QString& error) const override;
    /// What is said below the picture.
    QString words() const;

private:
    void connectBoxes();
    void refresh();
    void draw();
    void nameBoxes();
    QString verdict() const;
    ScatterAxes axes() const { return {axis_, &quality()}; }
    const run::QualityMeasure& usualQuality() const;
    XyAxis yAxis() const;

    Theme& theme_;
    QSettings& settings_;
    ScatterAxis axis_;
    QString wanted_;  ///< the key of the figure that was chosen; empty: the usual one
    QWidget* tools_;
    QComboBox* qualityBox_;
    QComboBox* axisBox_;
    XyChart* chart_;
    RunComparison comparison_;
    std::vector<std::size_t> meeting_;  ///< groups at one place of the axis
};

}  // namespace prunescope::ui
