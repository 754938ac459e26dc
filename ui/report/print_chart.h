#pragma once

#include "report/summary.h"
#include "ui/report/page_flow.h"
#include "view/axis.h"
#include "view/min_max.h"

#include <optional>
#include <vector>

namespace prunescope::ui {

/// Curves over the epochs of a run, drawn as lines, not as pixels.
struct PrintChart {
    enum class Style { solid, broad, dashed, faint, dots };
    struct Series {
        QString label;  ///< empty: not in the legend
        QColor colour;
        Style style = Style::solid;
        std::vector<view::Point> points{};  ///< x in epochs, rising
    };

    QString title;
    QString note{};  ///< in small letters under the title
    view::Range x{};
    view::Range y{};  ///< widened to the next labels
    bool yIsShare = false;
    std::vector<Series> series{};
    std::vector<report::Mark> marks{};
    double height = paper::pt(150);  ///< of the picture without title and legend
};

/// Title, legend and picture as one piece.
void placeChart(PageFlow& flow, const PrintChart& chart);

/// Horizontal bars from 0 to 100 %.
struct PrintBar {
    QString label;
    QString text;  ///< right of the bar
    QColor colour;
    double share = 0;
    std::optional<double> requested{};  ///< a tick
};

/// As many pieces as the bars need.
void placeBars(PageFlow& flow, const QString& title, const std::vector<PrintBar>& bars,
               std::optional<double> requestedOverall, const QString& requestedText);

}  // namespace prunescope::ui
