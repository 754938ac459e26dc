#pragma once

#include "ui/charts/hidden_curves.h"

#include <QObject>
#include <QPointF>
#include <QStringList>
#include <optional>
#include <vector>

namespace prunescope::ui {

class ChartAxes;
class ChartLegend;
class ChartLines;
class ChartPlot;
class TimeAxis;

/// The names of a chart's curves and the values beside them: those at the crosshair, else the last. A name
/// that is clicked hides its curves, one that is pointed at has them stand out. Of a strip the row that is
/// pointed at is read.
class ChartReadout : public QObject {
    Q_OBJECT
public:
    ChartReadout(ChartPlot& plot, const TimeAxis& time, ChartLegend& legend);

    /// Fills the legend anew: there are other curves, or other values.
    void nameCurves();
    void showValues();
    /// What is shown, for those who do not see it.
    QString inWords() const;
    /// Where the crosshair stands and, in a strip, what the row has there; without one, what the axis counts
    /// unless that is written under it.
    QString placeInWords() const;
    /// At this place of the picture: the row of the strip is framed; the curve, or that whose name is there,
    /// stands out.
    void pointAt(const std::optional<QPointF>& place);
    /// Points at the next row of the strip.
    void stepRow(int direction);

signals:
    void hiddenChanged();
    void rowPointed();

private:
    void isolate(const QString& label);
    void hideCurves();
    void pointAtRow(std::optional<std::size_t> row);
    QString valueAt(std::size_t series, std::optional<double> x) const;
    QString heldInWords() const;
    QString valuesInWords() const;
    QString rowInWords(std::size_t row) const;

    ChartPlot& plot_;
    ChartLines& lines_;
    const ChartAxes& axes_;
    const TimeAxis& time_;
    ChartLegend& legend_;
    HiddenCurves hidden_;
    std::vector<std::size_t> named_;  ///< series of the legend's entries, in its order
    QStringList values_;              ///< of each
};

}  // namespace prunescope::ui
