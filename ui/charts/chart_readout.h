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
class TimeAxis;

/// The names of a chart's curves and the values beside them: those at the crosshair, else the last. A name
/// that is clicked hides its curves, one that is pointed at has them stand out.
class ChartReadout : public QObject {
    Q_OBJECT
public:
    ChartReadout(ChartLines& lines, const ChartAxes& axes, const TimeAxis& time, ChartLegend& legend);

    /// Fills the legend anew: there are other curves, or other values.
    void nameCurves();
    void showValues();
    /// What is shown, for those who do not see it; `whyNothing`: why no value is.
    QString inWords(const QString& whyNothing) const;
    /// The curve at this place of the picture stands out.
    void pointAt(const std::optional<QPointF>& place);

signals:
    void hiddenChanged();

private:
    void isolate(const QString& label);
    void hideCurves();
    QString valueAt(std::size_t series, std::optional<double> x) const;
    QString valuesInWords() const;

    ChartLines& lines_;
    const ChartAxes& axes_;
    const TimeAxis& time_;
    ChartLegend& legend_;
    HiddenCurves hidden_;
    std::vector<std::size_t> named_;  ///< series of the legend's entries, in its order
    QStringList values_;              ///< of each
};

}  // namespace prunescope::ui
