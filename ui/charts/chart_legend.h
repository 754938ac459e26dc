#pragma once

#include "ui/charts/chart_series.h"

#include <QStringList>
#include <QWidget>
#include <vector>

namespace prunescope::ui {

class Theme;

/// The names of a chart's curves with a sample of each line, and one value of each: where the crosshair
/// stands, else its last. At most two lines high; what does not fit is in the tooltip.
class ChartLegend : public QWidget {
    Q_OBJECT
public:
    explicit ChartLegend(Theme& theme, QWidget* parent = nullptr);
    /// `widest`: the longest value that is to be expected, so that nothing moves when values change.
    void setEntries(std::vector<ChartSeries> entries, const QString& widest);
    void setValues(const QStringList& values);
    /// Paints it into the width of the widget, for pictures too.
    void draw(QPainter& painter) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Place {
        QRect all;
        std::size_t entry = 0;
    };
    std::vector<Place> places(int width) const;
    void drawEntry(QPainter& painter, const Place& place) const;
    int sampleWidth() const;
    int gap() const;

    Theme& theme_;
    std::vector<ChartSeries> entries_;
    QStringList values_;
    QString widest_;
};

}  // namespace prunescope::ui
