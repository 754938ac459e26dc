#pragma once

#include <QColor>
#include <QFont>
#include <QGraphicsItem>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace prunescope::ui {

/// The names of curves behind their last values, each in the colour of its line. A name that would overlap
/// one before it is left out: the legend has it. In pixels of the chart.
class EndLabels : public QGraphicsItem {
public:
    struct Label {
        QString group;  ///< what stands out when it is pointed at
        QString text;
        QPointF end;  ///< of the line
        QColor colour;
        bool operator==(const Label&) const = default;
    };

    explicit EndLabels(QGraphicsItem* parent);
    /// The part of the picture that names may stand in: the plot, and the margin right of it.
    void setArea(const QRectF& area);
    /// The first ones have the right of way.
    void set(std::vector<Label> labels);
    /// This group stands out, the others step back; none: all are alike.
    void highlight(const std::optional<QString>& group);
    /// The group whose name is at this place.
    std::optional<QString> at(const QPointF& place) const;
    void setFont(const QFont& font);
    void setGround(const QColor& ground) { ground_ = ground; }
    /// The pixels that these names want right of the plot.
    static double roomFor(const QStringList& names, const QFont& font);

    QRectF boundingRect() const override { return area_; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    struct Placed {
        Label label;
        QRectF place;
    };
    void place();

    QRectF area_;
    QFont font_;
    QColor ground_;
    std::vector<Label> labels_;
    std::vector<Placed> placed_;
    std::optional<QString> highlighted_;
};

}  // namespace prunescope::ui
