#pragma once

#include "ui/charts/chart_series.h"
#include "ui/charts/xy_plot.h"

#include <QImage>
#include <QSize>
#include <QString>
#include <functional>
#include <vector>

class QPainter;
class QWidget;

namespace prunescope::ui {

class Theme;

/// A picture to show to others: on a light ground whatever the theme, and of one size whatever the window's.
struct Poster {
    QString title;
    QString subtitle;  ///< what is compared; empty: nothing
    QString words;     ///< below the picture; empty: nothing
    /// Paints what is shown, in the light theme, into a rectangle of `room` at the origin.
    std::function<void(QPainter& painter, Theme& light, const QSize& room)> body;
};

/// Pixels of a PNG file, and units of an SVG file.
inline constexpr QSize posterPixels{1600, 900};

/// PNG or SVG by the ending of the name. False, with the reason in `error`, when it cannot be written.
/// Letters have the size that they have in `like`, at two pixels a point.
bool savePoster(const QString& path, const Poster& poster, const QWidget& like, QString& error);
QImage posterImage(const Poster& poster, const QWidget& like);

/// One of the plots of a poster, side by side with the others.
struct PosterPlot {
    QString title;
    XyAxis x;
    XyAxis y;
    std::function<std::vector<XySeries>(const Theme& theme)> series;
};

/// For `Poster::body`.
void paintPlots(QPainter& painter, Theme& light, const QSize& room, const std::vector<PosterPlot>& plots);

/// What a legend shows of the series of a plot.
std::vector<ChartSeries> legendOf(const std::vector<XySeries>& series);

}  // namespace prunescope::ui
