#pragma once

#include "ui/runs/run_picture.h"

#include <cstddef>

class QLabel;

namespace prunescope::ui {

class ChartLegend;
class ParallelPlot;
class Theme;

/// The measured runs in parallel coordinates, with a legend of their families and a line of words.
class RunParallel : public RunPicture {
    Q_OBJECT
public:
    explicit RunParallel(Theme& theme, QWidget* parent = nullptr);

    void setComparison(const RunComparison& comparison);
    void retranslate() override;
    QString hint() const override { return nothingMeasured(); }
    bool isEmpty() const override { return comparison_.measured() == 0; }
    Poster poster(const RunComparison& comparison) const override;
    bool saveFigures(const QString& path, QString& error) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void draw();
    void say(const QString& words);
    QString rest() const;

    Theme& theme_;
    ChartLegend* legend_;
    ParallelPlot* plot_;
    QLabel* place_;
    RunComparison comparison_;
    std::size_t leftOut_ = 0;  ///< measured runs that are no lines
};

}  // namespace prunescope::ui
