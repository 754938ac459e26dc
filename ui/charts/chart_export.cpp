#include "ui/charts/chart_export.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QImage>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QWidget>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr int pixelsPerPoint = 2;

QString failure(const QString& path, const QString& reason) {
    return QCoreApplication::translate("prunescope::ui::ChartPanel", "%1: %2. Choose another folder or name.")
        .arg(path, reason);
}

bool finish(QSaveFile& file, bool written, const QString& path, QString& error) {
    written = written && file.commit();
    if (!written) error = failure(path, file.errorString());
    return written;
}

QString fileNameOf(QString title) {
    for (const char sign : {'/', '\\', ':'}) title.replace(QLatin1Char(sign), QLatin1Char(' '));
    return title;
}

QString filterOf(const QString& ending) {
    return ending == QLatin1String("png")
               ? QCoreApplication::translate("prunescope::ui::ChartPanel", "PNG picture (*.png)")
           : ending == QLatin1String("svg")
               ? QCoreApplication::translate("prunescope::ui::ChartPanel", "SVG picture (*.svg)")
               : QCoreApplication::translate("prunescope::ui::ChartPanel", "Table of numbers (*.csv)");
}

constexpr double inchesPerMetre = 1 / 0.0254;

QByteArray csvLine(const QByteArray& name, const view::Moment& m, double value) {
    return name + ',' + QByteArray::number(static_cast<qlonglong>(m.step)) + ',' +
           QByteArray::number(m.epoch, 'g', 17) + ',' + QByteArray::number(m.wallSeconds, 'g', 17) + ',' +
           QByteArray::number(m.processSeconds, 'g', 17) + ',' + QByteArray::number(value, 'g', 9) + '\n';
}

}  // namespace

bool writeCsv(const QString& path, const std::vector<ExportedCurve>& curves, QString& error) {
    QSaveFile file(path);
    const bool runs =
        std::any_of(curves.begin(), curves.end(), [](const auto& curve) { return !curve.run.isEmpty(); });
    bool written = file.open(QIODevice::WriteOnly) &&
                   file.write(QByteArray(runs ? "run," : "") +
                              "series,step,epoch,wall_seconds,process_seconds,value\n") > 0;
    for (const ExportedCurve& curve : curves) {
        const QByteArray name = (runs ? csvQuoted(curve.run) + ',' : QByteArray()) + csvQuoted(curve.label);
        for (std::size_t i = 0; written && i < curve.values.size(); ++i)
            written = file.write(csvLine(name, curve.times.at(i), curve.values.at(i))) > 0;
    }
    return finish(file, written, path, error);
}

bool writeText(const QString& path, const QByteArray& text, QString& error) {
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    return finish(file, written, path, error);
}

QString askForChartFile(QWidget* parent, const QString& title, const QString& ending) {
    QString path = QFileDialog::getSaveFileName(
        parent, QCoreApplication::translate("prunescope::ui::ChartPanel", "Save the chart"),
        fileNameOf(title) + QLatin1Char('.') + ending, filterOf(ending));
    if (!path.isEmpty() && !path.endsWith(QLatin1Char('.') + ending, Qt::CaseInsensitive))
        path += QLatin1Char('.') + ending;
    return path;
}

QString askForPictureFile(QWidget* parent, const QString& title) {
    const QString png = filterOf(QStringLiteral("png"));
    const QString svg = filterOf(QStringLiteral("svg"));
    QString chosen = png;
    QString path = QFileDialog::getSaveFileName(
        parent, QCoreApplication::translate("prunescope::ui::ChartPanel", "Save the chart"),
        fileNameOf(title) + QStringLiteral(".png"), png + QStringLiteral(";;") + svg, &chosen);
    const bool named = path.endsWith(QLatin1String(".png"), Qt::CaseInsensitive) ||
                       path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive);
    if (!path.isEmpty() && !named) path += chosen == svg ? QStringLiteral(".svg") : QStringLiteral(".png");
    return path;
}

bool writePicture(const QString& path, QSize size, const QWidget& like,
                  const std::function<void(QPainter&)>& draw, QString& error) {
    QSaveFile file(path);
    bool written = file.open(QIODevice::WriteOnly);
    if (written && path.endsWith(QLatin1String(".svg"), Qt::CaseInsensitive)) {
        QSvgGenerator svg;
        svg.setOutputDevice(&file);
        // Points of letters become pixels as on the screen; what is drawn counts in its pixels already.
        svg.setResolution(like.logicalDpiX());
        svg.setSize(size);
        svg.setViewBox(QRect(QPoint(), size));
        QPainter painter(&svg);
        draw(painter);
    } else if (written) {
        written = paintedImage(size, like, draw).save(&file, "PNG");
    }
    return finish(file, written, path, error);
}

QImage paintedImage(QSize size, const QWidget& like, const std::function<void(QPainter&)>& draw) {
    QImage image(size * pixelsPerPoint, QImage::Format_ARGB32_Premultiplied);
    image.setDotsPerMeterX(qRound(like.logicalDpiX() * inchesPerMetre));
    image.setDotsPerMeterY(qRound(like.logicalDpiY() * inchesPerMetre));
    QPainter painter(&image);
    painter.scale(pixelsPerPoint, pixelsPerPoint);
    draw(painter);
    return image;
}

QByteArray csvQuoted(const QString& text) {
    return '"' + text.toUtf8().replace('"', "\"\"") + '"';
}

}  // namespace prunescope::ui
