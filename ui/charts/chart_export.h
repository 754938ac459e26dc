#pragma once

#include "view/curve.h"

#include <QByteArray>
#include <QSize>
#include <QString>
#include <functional>
#include <vector>

class QImage;
class QPainter;
class QWidget;

namespace prunescope::ui {

/// A curve as a file of numbers holds it: a copy, because the curve itself may grow meanwhile.
struct ExportedCurve {
    QString label;
    view::Timeline times;
    view::Curve values;
    QString run{};  ///< its id; empty: unknown
};

/// Every value of every curve on a line of its own, which begins with the run's id where one is known: a
/// label is not an identity. The reason in `error` when it cannot be written; the file is then as it was
/// before. May be called on any thread.
bool writeCsv(const QString& path, const std::vector<ExportedCurve>& curves, QString& error);

/// A file of text; as above.
bool writeText(const QString& path, const QByteArray& text, QString& error);

/// Where a user wants a chart's file with this ending, "png", "svg" or "csv"; empty when nowhere. `title` is
/// the name that is offered.
QString askForChartFile(QWidget* parent, const QString& title, const QString& ending);

/// Likewise for a picture, PNG or SVG as the user likes.
QString askForPictureFile(QWidget* parent, const QString& title);

/// A picture that `draw` paints in a rectangle of `size`: SVG when the name ends so, else PNG with two pixels
/// a point. Letters have the size that they have in `like`.
bool writePicture(const QString& path, QSize size, const QWidget& like,
                  const std::function<void(QPainter&)>& draw, QString& error);

/// The same as an image with two pixels a point.
QImage paintedImage(QSize size, const QWidget& like, const std::function<void(QPainter&)>& draw);

/// A text as one field of a CSV file, in UTF-8.
QByteArray csvQuoted(const QString& text);

}  // namespace prunescope::ui
