#pragma once

#include "ui/charts/chart_panel.h"
#include "view/run_history.h"

#include <QColor>
#include <QString>
#include <QWidget>
#include <vector>

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
};

/// The curves of several runs over each other: a measure of the trained network, and beside it the sparsity.
class RunOverlay : public QWidget {
    Q_OBJECT
public:
    RunOverlay(Theme& theme, QWidget* parent = nullptr);
    void setRuns(std::vector<OverlaidRun> runs);
    const std::vector<OverlaidRun>& runs() const { return runs_; }
    /// The curves have grown.
    void refresh();
    void retranslate();

private:
    enum Measure : int { testAccuracy, validationAccuracy, testLoss, validationLoss };

    QWidget* makeTools();
    void rebuild();
    void showEnd();
    ChartSeries measured(const OverlaidRun& run) const;

    TimeAxis axis_;
    QComboBox* measureBox_ = nullptr;
    QComboBox* unitBox_ = nullptr;
    QLabel* unitLabel_ = nullptr;
    QPushButton* resetZoom_ = nullptr;
    ChartPanel* measure_;
    ChartPanel* sparsity_;
    std::vector<OverlaidRun> runs_;
};

}  // namespace prunescope::ui
