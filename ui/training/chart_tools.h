#pragma once

#include "run/records.h"

#include <QSettings>
#include <QWidget>
#include <cstddef>
#include <optional>

class QCheckBox;
class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QSlider;

namespace prunescope::ui {

class TimeAxis;

/// The row of tools above the charts of the training page; what is chosen in it is remembered.
class ChartTools : public QWidget {
    Q_OBJECT
public:
    ChartTools(TimeAxis& axis, QSettings& settings, QWidget* parent);

    /// Of the measures of the task (`run::qualityMeasures`) the one that is chosen; nothing: the loss.
    std::optional<std::size_t> measure() const;
    /// The measures of another task are offered.
    void setTask(run::Task task);
    bool isLogarithmic() const;
    double smoothing() const;  ///< weight of the past, in [0, 1)
    /// Whether there is a run that goes on, and whether it is followed.
    void setFollowing(bool possible, bool following);
    /// The charts that can be shown, to be ticked.
    void offerCharts(QMenu& charts);
    /// What was chosen the last time; announced like a choice of now.
    void restore();
    void retranslate();

signals:
    void measureChanged();
    void logarithmicToggled();
    void smoothingChanged();
    void followRequested(bool following);

private:
    void makeSmoothing(QWidget& place);
    void layOut();
    void connectAll();
    void takeSmoothing();
    void save();
    void nameMeasures();

    run::Task task_ = run::Task::classification;
    TimeAxis& axis_;
    QSettings& settings_;
    QComboBox *measure_, *unit_;
    QLabel *smoothingLabel_ = nullptr, *smoothingValue_ = nullptr;
    QSlider* smoothing_ = nullptr;
    QCheckBox* logarithmic_;
    QPushButton *charts_, *follow_, *resetZoom_;
};

}  // namespace prunescope::ui
