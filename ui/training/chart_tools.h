#pragma once

#include <QSettings>
#include <QWidget>

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

    enum class Measure { accuracy, macroF1, loss };
    Measure measure() const;
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

    TimeAxis& axis_;
    QSettings& settings_;
    QComboBox *measure_, *unit_;
    QLabel *smoothingLabel_ = nullptr, *smoothingValue_ = nullptr;
    QSlider* smoothing_ = nullptr;
    QCheckBox* logarithmic_;
    QPushButton *charts_, *follow_, *resetZoom_;
};

}  // namespace prunescope::ui
