#pragma once

#include "ui/charts/xy_plot.h"

class QAction;
class QLabel;
class QToolButton;

namespace prunescope::ui {

class ChartLegend;
class MessageBar;

/// A plot with its title, legend and a menu that saves it as a picture or as numbers.
class XyChart : public QWidget {
    Q_OBJECT
public:
    explicit XyChart(Theme& theme, QWidget* parent = nullptr);

    /// `explanation`: what is shown, for a tooltip.
    void setTitle(const QString& title, const QString& explanation);
    void setAxes(const XyAxis& x, const XyAxis& y) { plot_->setAxes(x, y); }
    void setSeries(std::vector<XySeries> series);
    /// What is said below while nothing is pointed at, in `lines` lines; empty: what can be pointed at.
    void setRest(const QString& text, int lines);
    /// Whether it has a menu of its own.
    void offerMenu(bool offered);
    const XyPlot& plot() const { return *plot_; }

    /// By the ending of the file's name a picture as PNG or SVG, or CSV. False, with the reason in `error`,
    /// when the file cannot be written.
    bool exportTo(const QString& path, QString& error) const;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QString summary() const;
    void makeMenu();
    void retranslate();
    void restyle();
    void showRest();
    void askForFile(const QString& ending);
    QByteArray csv() const;
    QSize pictureSize() const;
    void drawPicture(QPainter& painter) const;

    Theme& theme_;
    QLabel* title_;
    QLabel* place_;
    QToolButton* menu_;
    QAction *savePng_, *saveSvg_, *saveCsv_;
    MessageBar* message_;
    ChartLegend* legend_;
    XyPlot* plot_;
    QString rest_;
    int placeLines_ = 2;
};

}  // namespace prunescope::ui
