#include "ui/report/print_pictures.h"

#include <QPainter>
#include <algorithm>

namespace prunescope::ui {
namespace {

using paper::pt;

constexpr std::size_t picturesAcross = 6;
constexpr double pictureGap = pt(10);
constexpr double pictureCell =
    (paper::bodyWidth - pictureGap * (picturesAcross - 1)) / static_cast<double>(picturesAcross);
constexpr double pictureSide = pt(58);

struct PictureCell {
    QImage image;
    TextBlock title;
    TextBlock note;

    double height() const { return pictureSide + pt(3) + title.height() + note.height(); }
};

/// With its own proportions, and each of its pixels a square.
void drawImage(QPainter& painter, const QImage& image, QPointF at) {
    const QSizeF size = QSizeF(image.size()).scaled(pictureSide, pictureSide, Qt::KeepAspectRatio);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(QRectF(at, size), image);
}

void placeRow(PageFlow& flow, const std::vector<PictureCell>& row) {
    double height = 0;
    for (const PictureCell& cell : row) height = std::max(height, cell.height());
    flow.place(height + pt(9), [row](QPainter& painter, QPointF at) {
        for (const PictureCell& cell : row) {
            drawImage(painter, cell.image, at);
            const QPointF below = at + QPointF(0, pictureSide + pt(3));
            cell.title.draw(painter, below);
            cell.note.draw(painter, below + QPointF(0, cell.title.height()));
            at.rx() += pictureCell + pictureGap;
        }
    });
}

}  // namespace

QImage imageOf(const data::Raster& raster) {
    const bool grey = raster.channels < 3;
    QImage image(static_cast<int>(raster.width), static_cast<int>(raster.height),
                 grey ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
    for (int row = 0; row < image.height(); ++row) {
        uchar* to = image.scanLine(row);
        for (int column = 0; column < image.width(); ++column)
            to = std::copy_n(raster.at(row, column), grey ? 1 : 3, to);
    }
    return image;
}

void placePictures(PageFlow& flow, const std::vector<PrintedPicture>& pictures) {
    for (std::size_t first = 0; first < pictures.size(); first += picturesAcross) {
        std::vector<PictureCell> row;
        for (std::size_t i = first; i < std::min(pictures.size(), first + picturesAcross); ++i) {
            const PrintedPicture& picture = pictures[i];
            row.push_back({picture.image,
                           TextBlock(picture.title, {.points = 7.5, .bold = true}, pictureCell),
                           TextBlock(picture.note, {.points = 7, .colour = paper::muted}, pictureCell)});
        }
        placeRow(flow, row);
    }
}

}  // namespace prunescope::ui
