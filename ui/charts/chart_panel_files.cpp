// What the small menu of a chart does: pictures and numbers as files, and the texts of the menu.
#include "ui/charts/chart_export.h"
#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/chart_view.h"
#include "ui/support/message_bar.h"
#include "ui/support/theme.h"

#include <QAction>
#include <QGraphicsLineItem>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QToolButton>
#include <algorithm>
#include <memory>

namespace prunescope::ui {

void ChartPanel::makeMenu() {
    menu_->setObjectName(QStringLiteral("chartMenu"));
    menu_->setText(QStringLiteral("⋯"));
    menu_->setAutoRaise(true);
    menu_->setFocusPolicy(Qt::StrongFocus);
    menu_->setPopupMode(QToolButton::InstantPopup);
    auto* menu = new QMenu(menu_);
    savePng_ = menu->addAction(QString());
    saveSvg_ = menu->addAction(QString());
    saveCsv_ = menu->addAction(QString());
    menu->addSeparator();
    logAction_ = menu->addAction(QString());
    logAction_->setCheckable(true);
    zeroAction_ = menu->addAction(QString());
    zeroAction_->setCheckable(true);
    resetAction_ = menu->addAction(QString());
    menu_->setMenu(menu);
    menu_->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    connect(savePng_, &QAction::triggered, this, [this] { askForFile(QStringLiteral("png")); });
    connect(saveSvg_, &QAction::triggered, this, [this] { askForFile(QStringLiteral("svg")); });
    connect(saveCsv_, &QAction::triggered, this, [this] { askForFile(QStringLiteral("csv")); });
    connect(logAction_, &QAction::toggled, this, &ChartPanel::setLogarithmic);
    connect(zeroAction_, &QAction::toggled, this, &ChartPanel::setFromZero);
    connect(resetAction_, &QAction::triggered, this, [this] { axis_.setZoom(std::nullopt); });
}

void ChartPanel::retranslate() {
    savePng_->setText(tr("Save as PNG…"));
    saveSvg_->setText(tr("Save as SVG…"));
    saveCsv_->setText(tr("Save the numbers as CSV…"));
    logAction_->setText(tr("Logarithmic axis"));
    zeroAction_->setText(tr("Axis from zero"));
    resetAction_->setText(tr("Show the whole run"));
    menu_->setToolTip(tr("Saves this chart as PNG, SVG or CSV, and sets its axis."));
    keysHelp_ =
        tr("Arrow keys move the crosshair, plus and minus zoom, Home shows everything, Page up and Page down "
           "go from mark to mark, Enter opens a mark.");
    view_->setAccessibleDescription(keysHelp_);
    summary_.clear();
    refresh();
}

void ChartPanel::setTitle(const QString& title, const QString& explanation) {
    title_->setText(title);
    title_->setToolTip(explanation);
    view_->setAccessibleName(title);
    legend_->setAccessibleName(tr("Legend of the chart %1").arg(title));
    menu_->setAccessibleName(tr("Menu of the chart %1").arg(title));
}

void ChartPanel::askForFile(const QString& ending) {
    const QString path = askForChartFile(this, title_->text(), ending);
    if (!path.isEmpty()) save(path);
}

std::vector<ExportedCurve> ChartPanel::exportedCurves() const {
    std::vector<ExportedCurve> curves;
    for (std::size_t i = 0; i < lines_.series().size(); ++i) {
        const ChartSeries& s = lines_.series()[i];
        curves.push_back({s.label, *s.times, *s.curve, s.run});
        if (lines_.isSmoothed(i))
            curves.push_back({tr("%1, smoothed").arg(s.label), *s.times, lines_.shown(i), s.run});
    }
    return curves;
}

bool ChartPanel::exportTo(const QString& path, QString& error) const {
    if (path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
        return writeCsv(path, exportedCurves(), error);
    return writePicture(
        path, pictureSize(), *this, [this](QPainter& painter) { drawPicture(painter); }, error);
}

void ChartPanel::save(const QString& path) {
    message_->clear();
    if (!path.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive)) {
        QString error;
        exportTo(path, error);
        showSaved(path, error);
        return;
    }
    // A long run has millions of numbers.
    writer_.start([this, path, curves = std::make_shared<std::vector<ExportedCurve>>(exportedCurves())] {
        QString error;
        writeCsv(path, *curves, error);
        QMetaObject::invokeMethod(
            this, [this, path, error] { showSaved(path, error); }, Qt::QueuedConnection);
    });
}

void ChartPanel::showSaved(const QString& path, const QString& error) {
    if (!error.isEmpty()) {
        message_->show(MessageBar::Kind::error, error);
        return;
    }
    emit saved(path);
}

/// In a file nobody can open the list of what the legend leaves out: there it is as high as it must be.
QSize ChartPanel::pictureSize() const {
    return {width(), height() + legend_->heightOfAll(view_->width()) - legend_->height()};
}

/// Title, unit, legend and chart, without the crosshair and the button.
void ChartPanel::drawPicture(QPainter& painter) const {
    const bool crosshair = crosshair_->isVisible();
    crosshair_->hide();
    painter.fillRect(QRect(QPoint(), pictureSize()), theme_.surface());
    painter.setFont(title_->font());
    const QRect head(view_->x(), title_->y(), view_->width(), title_->height());
    painter.setPen(theme_.text());
    painter.drawText(head, Qt::AlignLeft | Qt::AlignVCenter, title_->text());
    painter.setFont(font());
    painter.setPen(theme_.mutedText());
    painter.drawText(head, Qt::AlignRight | Qt::AlignVCenter, axis_.unitText());
    painter.save();
    painter.translate(view_->x(), legend_->y());
    legend_->drawAll(painter, view_->width());
    painter.restore();
    const QRect plot = view_->geometry().translated(0, pictureSize().height() - height());
    view_->render(&painter, plot, view_->viewport()->rect());
    crosshair_->setVisible(crosshair);
}

}  // namespace prunescope::ui
