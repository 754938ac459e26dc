#pragma once

#include "ui/charts/chart_series.h"

#include <vector>

class QChart;
class QGraphicsLineItem;

namespace prunescope::ui {

class ChartOverlay;
class ChartView;
class Theme;

/// The marks of a chart: a vertical line for each, and a word beside some.
class ChartMarks {
public:
    ChartMarks(QChart& chart, const Theme& theme) : chart_(chart), theme_(theme) {}

    void set(std::vector<ChartMark> marks);
    std::size_t size() const { return marks_.size(); }
    /// To where they belong in the picture: the lines, the words and what the view leads to.
    void place(ChartView& view, ChartOverlay& overlay, view::TimeUnit unit);
    void restyle();

private:
    QChart& chart_;
    const Theme& theme_;
    std::vector<ChartMark> marks_;
    std::vector<QGraphicsLineItem*> lines_;  ///< one for each
};

}  // namespace prunescope::ui
