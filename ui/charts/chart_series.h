#pragma once

#include "view/curve.h"

#include <QColor>
#include <QString>

namespace prunescope::ui {

/// Qt strokes a line of one pixel or less point by point, and hands every few of them to other threads: a
/// dense curve then takes twenty times as long to draw as one that is a little wider.
inline constexpr double thinLine = 1.2;

/// How a chart shows its curves: as lines over one another, or each as a row of colours, the first on top.
enum class ChartForm { lines, strip };

/// One curve of a chart. `times` and `curve` outlive the panel or are replaced by `setSeries`.
struct ChartSeries {
    QString label{};
    QString detail{};  ///< behind the label where curves are listed; it may change, and hides nothing
    QColor colour{};
    Qt::PenStyle style = Qt::SolidLine;  ///< `Qt::NoPen`: points alone
    qreal width = 2;
    const view::Timeline* times = nullptr;
    const view::Curve* curve = nullptr;
    bool inLegend = true;
    bool leadsLegend = false;    ///< stands before the others there, wherever it is painted
    bool smoothed = false;       ///< takes part in the smoothing; the curve itself then stays as a faint line
    bool points = false;         ///< few values: each is a point, so that the first can be seen
    bool anchoredAtEnd = false;  ///< grows shorter from its left: dashes count from its right end
    bool planned = false;        ///< not measured: no data to go to
    QString belongsTo{};         ///< label of the entry that hides it too; empty: its own
    QString run{};               ///< id of the run that it was recorded in, for files of numbers
    QString endLabel{};          ///< right of the plot, where the curve ends; empty: none
    /// Both or none: edges of a band along the curve, at its times. Live as long as `curve`.
    const view::Curve* low = nullptr;
    const view::Curve* high = nullptr;

    const QString& group() const { return belongsTo.isEmpty() ? label : belongsTo; }
    /// As a list of curves has it: "conv1 · z 1.50".
    QString name() const { return detail.isEmpty() ? label : label + QStringLiteral(" · ") + detail; }
};

/// A vertical line over all charts: a change of phase, an edit.
struct ChartMark {
    view::Moment moment;
    QString text;
    qint64 event = 0;      ///< sequence number in the audit log
    QString word{};        ///< beside the line in the picture; empty: none
    bool failure = false;  ///< in the colour of errors
};

}  // namespace prunescope::ui
