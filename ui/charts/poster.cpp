#include "ui/charts/poster.h"

#include "ui/charts/chart_export.h"
#include "ui/charts/legend_entries.h"
#include "ui/support/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QWidget>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr int posterScale = 2;
constexpr QSize posterPoints{posterPixels.width() / posterScale, posterPixels.height() / posterScale};
constexpr int posterMargin = 16;
constexpr int betweenPlots = 16;
constexpr double titleGrowth = 1.4;

/// Words from `top` on; returns where they end.
int paintWords(QPainter& painter, const QFont& font, const QColor& colour, int top, const QString& words) {
    if (words.isEmpty()) return top;
    painter.setFont(font);
    painter.setPen(colour);
    const QRect room(posterMargin, top, posterPoints.width() - 2 * posterMargin, posterPoints.height());
    QRect used;
    painter.drawText(room, Qt::AlignLeft | Qt::TextWordWrap, words, &used);
    return used.bottom() + 1;
}

int heightOfWords(const QFont& font, const QString& words) {
    if (words.isEmpty()) return 0;
    const QRect room(0, 0, posterPoints.width() - 2 * posterMargin, posterPoints.height());
    return QFontMetrics(font).boundingRect(room, Qt::AlignLeft | Qt::TextWordWrap, words).height();
}

void paintPoster(QPainter& painter, const Poster& poster, const QFont& font) {
    Theme light;
    light.choose(Theme::Choice::light);
    painter.fillRect(QRect(QPoint(), posterPoints), light.surface());
    QFont strong = font;
    strong.setPointSizeF(font.pointSizeF() * titleGrowth);
    strong.setWeight(QFont::DemiBold);
    int top = paintWords(painter, strong, light.text(), posterMargin, poster.title);
    top = paintWords(painter, font, light.mutedText(), top + 2, poster.subtitle) + posterMargin / 2;
    const int foot = posterPoints.height() - posterMargin - heightOfWords(font, poster.words);
    paintWords(painter, font, light.text(), foot, poster.words);
    const QSize room(posterPoints.width() - 2 * posterMargin, foot - posterMargin / 2 - top);
    painter.save();
    painter.translate(posterMargin, top);
    painter.setFont(font);
    poster.body(painter, light, room);
    painter.restore();
}

void paintPlot(QPainter& painter, Theme& light, const QSize& room, const PosterPlot& plot) {
    const QFont font = painter.font();
    std::vector<XySeries> series = plot.series(light);
    int top = 0;
    if (!plot.title.isEmpty()) {
        painter.setPen(light.text());
        painter.drawText(QRect(0, 0, room.width(), painter.fontMetrics().height()), Qt::AlignLeft,
                         plot.title);
        top = painter.fontMetrics().height() + 2;
    }
    LegendEntries legend(light, font);
    legend.set(legendOf(series), {});
    const LegendEntries::Layout entries = legend.layout(room.width());
    painter.translate(0, top);
    if (!legend.all().empty()) {
        legend.draw(painter, entries);
        painter.translate(0, entries.height);
        top += entries.height;
    }
    XyPlot picture(light);
    picture.setFont(font);
    picture.setAxes(plot.x, plot.y);
    picture.setSeries(std::move(series));
    picture.resize(room.width(), room.height() - top);
    picture.draw(painter);
}

}  // namespace

std::vector<ChartSeries> legendOf(const std::vector<XySeries>& series) {
    std::vector<ChartSeries> entries;
    for (const XySeries& s : series) {
        if (s.legend.isEmpty()) continue;
        ChartSeries entry;
        entry.label = s.legend;
        entry.colour = s.colour;
        entry.style = s.line;
        entry.points = s.markers;
        entries.push_back(entry);
    }
    return entries;
}

void paintPlots(QPainter& painter, Theme& light, const QSize& room, const std::vector<PosterPlot>& plots) {
    const auto count = std::max<int>(1, static_cast<int>(plots.size()));
    const QSize each((room.width() - (count - 1) * betweenPlots) / count, room.height());
    for (const PosterPlot& plot : plots) {
        painter.save();
        paintPlot(painter, light, each, plot);
        painter.restore();
        painter.translate(each.width() + betweenPlots, 0);
    }
}

bool savePoster(const QString& path, const Poster& poster, const QWidget& like, QString& error) {
    const auto draw = [&](QPainter& painter) { paintPoster(painter, poster, like.font()); };
    if (!path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive))
        return writePicture(path, posterPoints, like, draw, error);
    const auto scaled = [&](QPainter& painter) {
        painter.scale(posterScale, posterScale);
        draw(painter);
    };
    return writePicture(path, posterPixels, like, scaled, error);
}

QImage posterImage(const Poster& poster, const QWidget& like) {
    return paintedImage(posterPoints, like,
                        [&](QPainter& painter) { paintPoster(painter, poster, like.font()); });
}

}  // namespace prunescope::ui
