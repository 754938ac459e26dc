#pragma once

#include <QColor>
#include <QFont>
#include <QGraphicsItem>
#include <QString>
#include <vector>

namespace prunescope::ui {

/// What stands over the curves of a chart: words beside its marks, and small triangles at the edge where
/// values lie beyond the axis. In pixels of the chart.
class ChartOverlay : public QGraphicsItem {
public:
    struct Word {
        double x = 0;
        QString text;
        QColor colour;
        bool operator==(const Word&) const = default;
    };
    struct Beyond {
        double x = 0;
        bool above = true;
        QColor colour;
        bool operator==(const Beyond&) const = default;
    };

    explicit ChartOverlay(QGraphicsItem* parent);
    void setArea(const QRectF& area);
    void setWords(std::vector<Word> words);
    /// Those of one edge that would touch become one.
    void setBeyond(const std::vector<Beyond>& beyond);
    bool showsBeyond() const { return !beyond_.empty(); }
    void setFont(const QFont& font) { font_ = font; }
    void setGround(const QColor& ground) { ground_ = ground; }

    QRectF boundingRect() const override { return area_; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QRectF area_;
    QFont font_;
    QColor ground_;
    std::vector<Word> words_;
    std::vector<Beyond> beyond_;
};

}  // namespace prunescope::ui
