#pragma once

#include <QColor>
#include <QFont>
#include <QGraphicsItem>
#include <QString>
#include <functional>
#include <vector>

namespace prunescope::ui {

/// Which colour stands for which value: a bar with its numbers, the highest on top. In pixels of the chart.
class ColourScale : public QGraphicsItem {
public:
    struct Number {
        double share = 0;  ///< of the bar's height, from below
        QString text;
        bool operator==(const Number&) const = default;
    };

    explicit ColourScale(QGraphicsItem* parent);
    /// The part of the picture that the bar with its numbers stands in.
    void setArea(const QRectF& area);
    /// Those that would touch one before them are left out.
    void setNumbers(std::vector<Number> numbers);
    /// `colour` of a share of the bar.
    void setLook(std::function<QColor(double)> colour, const QColor& text, const QFont& font);
    /// The pixels that it wants beside the plot.
    static double roomFor(const QFont& font);

    QRectF boundingRect() const override { return area_; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QRectF area_;
    std::vector<Number> numbers_;
    std::function<QColor(double)> colour_;
    QColor text_;
    QFont font_;
};

}  // namespace prunescope::ui
