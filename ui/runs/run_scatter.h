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

/// Test accuracy over sparsity, size or time, a point for each run, with the Pareto front and, in words,
/// which groups of runs differ where several meet.
class RunScatter : public RunPicture {
    Q_OBJECT
public:
    /// What it lies over is kept in `settings`.
    RunScatter(Theme& theme, QSettings& settings, QWidget* parent = nullptr);

    void setComparison(const RunComparison& comparison);
    ScatterAxis axis() const { return axis_; }
    void setAxis(ScatterAxis axis);
    void retranslate() override;
    QWidget* tools() override;
    QString hint() const override { return nothingMeasured(); }
    bool isEmpty() const override { return comparison_.measured() == 0; }
    Poster poster(const RunComparison& comparison) const override;
    bool saveFigures(const QString& path, QString& error) const override;
    /// What is said below the picture.
    QString words() const;

private:
    void draw();
    void showWords();
    QString verdict() const;
    static XyAxis yAxis();

    Theme& theme_;
    QSettings& settings_;
    ScatterAxis axis_;
    QComboBox* axisBox_;
    XyChart* chart_;
    RunComparison comparison_;
    std::vector<std::size_t> meeting_;  ///< groups at one place of the axis
};

}  // namespace prunescope::ui
