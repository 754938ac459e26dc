#pragma once

#include "ui/charts/legend_entries.h"

#include <QWidget>

namespace prunescope::ui {

class Theme;

/// The names of a chart's curves with a sample of each line, and one value of each: where the crosshair
/// stands, else its last. What does not fit is in a list that "+4" opens; a picture for a file has all of it.
/// A click hides a curve or brings it back, a double click leaves it alone; so do Space and Enter.
class ChartLegend : public QWidget {
    Q_OBJECT
public:
    explicit ChartLegend(Theme& theme, QWidget* parent = nullptr);
    /// `widest`: the longest value that is to be expected, so that nothing moves when values change. Room
    /// that a longer one has taken is kept.
    void setEntries(std::vector<ChartSeries> entries, const QString& widest);
    void setValues(const QStringList& values);
    const std::vector<ChartSeries>& entries() const { return entries_.all(); }
    /// Whether entries can be hidden.
    void setInteractive(bool interactive);
    /// Labels of the curves that are not drawn.
    void setHidden(const QSet<QString>& hidden);
    void setMostLines(int lines);
    /// Paints all of it into `width`, for pictures.
    void drawAll(QPainter& painter, int width) const { entries_.draw(painter, entries_.layout(width)); }
    int heightOfAll(int width) const { return entries_.layout(width).height; }
    /// How many entries the widget shows; the others are in the list.
    std::size_t shownEntries() const { return shown().places.size(); }
    /// Where an entry stands; empty when it is in the list only.
    QRect placeOf(const QString& label) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return entries_.layout(width, mostLines_).height; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void toggled(const QString& label);
    void isolated(const QString& label);
    /// The entry under the pointer or the keyboard; empty: none.
    void pointed(const QString& label);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    LegendEntries::Layout shown() const { return entries_.layout(width(), mostLines_); }
    const QString& labelOf(std::size_t entry) const { return entries()[entry].label; }
    void openList(const QPoint& at);
    void point(const QString& label);

    Theme& theme_;
    LegendEntries entries_;
    QString pointed_;
    std::size_t current_ = 0;  ///< of the keyboard
    int mostLines_ = 2;
    bool interactive_ = false;
};

}  // namespace prunescope::ui
