#pragma once

#include "ui/charts/chart_series.h"
#include "ui/charts/y_fit.h"
#include "view/axis.h"
#include "view/strip_columns.h"

#include <QFont>
#include <QGraphicsItem>
#include <QImage>
#include <array>
#include <optional>
#include <vector>

namespace prunescope::ui {

class Theme;

/// Curves as rows of colours over time, the first on top: for more of them than lines can be told apart. Kept
/// as an image of one pixel a column and a row, which is filled where the curves have grown, and anew when
/// another part of the axis or other colours are shown. In pixels of the chart.
class ChartStrip : public QGraphicsItem {
public:
    struct View {
        view::Columns columns;
        view::AxisKind kind = view::AxisKind::plain;
        double low = 0;  ///< that the colours begin and end with, as the y axis counts
        double high = 1;
        bool operator==(const View&) const = default;
    };

    ChartStrip(const Theme& theme, QGraphicsItem* parent);
    void setRows(std::vector<ChartSeries> rows);
    const std::vector<ChartSeries>& rows() const { return rows_; }
    /// The plot; names stand left of it.
    void setArea(const QRectF& plot);
    /// Lowest and highest value that can be seen in this part of the axis, as the curves have them.
    YFit::Extent extent(const view::Columns& columns) const;
    /// Whether there is a value to draw.
    bool draw(const View& view);
    /// Draws no row.
    void clear();
    /// Where a value stands between the ends of the colours, from 0 to 1; NaN when it is not known.
    static double shareOf(double value, const View& view);

    std::optional<std::size_t> rowAt(const QPointF& place) const;
    /// Frames a row.
    void point(std::optional<std::size_t> row);
    std::optional<std::size_t> pointed() const { return pointed_; }
    void restyle(const QFont& labels);
    /// The pixels that names want left of the plot.
    double roomForNames() const;

    QRectF boundingRect() const override { return bounds_; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void fill(std::size_t firstColumn);
    double rowHeight() const { return plot_.height() / static_cast<double>(rows_.size()); }
    QRectF placeOf(std::size_t row) const;
    void paintNames(QPainter& painter) const;

    const Theme& theme_;
    std::vector<ChartSeries> rows_;
    QRectF plot_;
    QRectF bounds_;
    QFont font_;
    QImage image_;
    std::array<QRgb, 256> colours_{};
    std::optional<View> drawn_;
    double drawnTo_ = 0;  ///< x of the last moment in the image
    std::optional<std::size_t> pointed_;
};

}  // namespace prunescope::ui
