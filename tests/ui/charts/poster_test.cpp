#include "ui/charts/poster.h"

#include "ui/charts/drawn.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QImage>
#include <QPainter>
#include <QPoint>
#include <QRect>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <utility>
#include <vector>

namespace prunescope::ui {
namespace {

class PosterTest : public testing::Test {
protected:
    /// Two plots, each with a curve, a band along the first, labels at both ends.
    static Poster poster() {
        const auto plot = [](const char* title, bool band) {
            return PosterPlot{.title = QLatin1String(title),
                              .x = {.title = QStringLiteral("epochs")},
                              .y = {.title = QStringLiteral("accuracy"), .kind = view::AxisKind::percent},
                              .series = [band](const Theme& theme) {
                                  std::vector<XyPoint> points{
                                      {.x = 1, .y = 0.5, .spread = std::pair{0.4, 0.6}},
                                      {.x = 9, .y = 0.9, .spread = std::pair{0.7, 1.0}}};
                                  return std::vector<XySeries>{{.label = QStringLiteral("map"),
                                                                .legend = QStringLiteral("map"),
                                                                .colour = theme.category(0),
                                                                .points = points,
                                                                .band = band,
                                                                .endLabel = QStringLiteral("map")}};
                              }};
        };
        return {.title = QStringLiteral("Test accuracy"),
                .subtitle = QStringLiteral("fashion-mnist"),
                .words = QStringLiteral("One sentence."),
                .body = [plot](QPainter& painter, Theme& light, const QSize& room) {
                    paintPlots(painter, light, room, {plot("left", true), plot("right", false)});
                }};
    }
    QImage saved(const char* name) {
        const QString path = folder.filePath(QLatin1String(name));
        QString error;
        EXPECT_TRUE(savePoster(path, poster(), like, error)) << error.toStdString();
        if (!path.endsWith(QLatin1String("svg"))) return QImage(path);
        QSvgRenderer svg(path);
        EXPECT_EQ(svg.viewBox(), QRect(QPoint(), posterPixels));
        QImage image(posterPixels, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::red);
        QPainter painter(&image);
        svg.render(&painter);
        return image;
    }

    QTemporaryDir folder;
    QWidget like;
};

TEST_F(PosterTest, IsOfOneSizeOnALightGroundInEveryMedium) {
    const Theme light;
    for (const QImage& image : {saved("a.png"), saved("a.svg"), posterImage(poster(), like)}) {
        EXPECT_EQ(image.size(), posterPixels);
        EXPECT_EQ(image.pixelColor(3, 3), QColor(Qt::white));
        const QRect left(0, 0, 800, 900);
        const QRect right(800, 0, 800, 900);
        EXPECT_GT(test::pixelsOf(light.category(0), image, left), 500) << "the curve";
        EXPECT_GT(test::pixelsOf(light.category(0), image, right), 500);
        EXPECT_GT(test::pixelsOf(light.text(), image, {0, 0, 1600, 80}), 200) << "the title";
        EXPECT_GT(test::pixelsOf(light.text(), image, {0, 840, 1600, 60}), 50) << "the sentence";
    }
}

TEST_F(PosterTest, ABandIsSeenBesideItsCurve) {
    const QColor curve = Theme().category(0);
    const QColor band = mixed(Qt::white, curve, 0.18);
    const QImage image = saved("a.png");
    // Lines of the grid are almost as light, in both plots alike.
    EXPECT_GT(test::pixelsOf(band, image, {0, 0, 800, 900}),
              test::pixelsOf(band, image, {800, 0, 800, 900}) + 20'000);
}

TEST_F(PosterTest, SaysWhyItCannotBeWritten) {
    QString error;
    EXPECT_FALSE(savePoster(QStringLiteral("/nowhere/a.png"), poster(), like, error));
    EXPECT_THAT(error.toStdString(), testing::HasSubstr("/nowhere/a.png"));
}

}  // namespace
}  // namespace prunescope::ui
