#pragma once

#include "report/document.h"
#include "ui/report/page_flow.h"

#include <QImage>
#include <QString>
#include <vector>

namespace prunescope::ui {

/// A picture as the screen and paper draw it. Grey for one channel or two, else of the first three.
QImage imageOf(const data::Raster& raster);

/// A picture and the two lines below it.
struct PrintedPicture {
    QImage image;
    QString title;
    QString note;
};

/// Row by row, each row as one piece.
void placePictures(PageFlow& flow, const std::vector<PrintedPicture>& pictures);

}  // namespace prunescope::ui
