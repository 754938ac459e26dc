#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <utility>

class QLabel;
class QPushButton;
class QRect;
class QWidget;

namespace prunescope::ui {

class ChartAxes;
class ChartLines;
class TimeAxis;

/// What stands in a plot that nothing is drawn in: why, or the button that leads to where something is.
class EmptyPlot : public QObject {
    Q_OBJECT
public:
    EmptyPlot(const ChartLines& lines, const ChartAxes& axes, TimeAxis& time, QWidget& view);

    /// `empty`: nothing is drawn in this part of the picture.
    void show(const QRect& area, bool empty);
    /// In another language at once, whenever the plot is drawn again.
    void retranslate();
    /// Why no value is shown.
    QString reason() const;

private:
    std::optional<std::pair<double, double>> measuredRange() const;

    const ChartLines& lines_;
    const ChartAxes& axes_;
    TimeAxis& time_;
    QLabel* nothing_;
    QPushButton* elsewhere_;
};

}  // namespace prunescope::ui
