#pragma once

#include "session/snapshot.h"
#include "ui/weights/tile_colouring.h"
#include "ui/weights/weight_viewport.h"
#include "view/axis_scale.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>

namespace prunescope::ui {

class Theme;

/// A layer's weights as a picture: the wheel zooms at the pointer, dragging moves, arrows, +, - and 0 do the
/// same from the keyboard. Every move shows what is there at once and tells that another tile is wanted.
/// Colours are made in the background; painting copies what is in sight.
class WeightView : public QWidget {
    Q_OBJECT
public:
    explicit WeightView(Theme& theme, QWidget* parent = nullptr);

    /// Another layer or arrangement: shows all of it, empty until its picture comes.
    void setLayout(const view::WeightLayout& layout);
    /// Null: nothing. Another picture is on display as soon as it has its colours.
    void setPicture(std::shared_ptr<const session::WeightPicture> picture);

    /// The tile that would show what is in sight, with a margin to move in.
    view::TileRequest wantedTile(view::Arrangement arrangement) const {
        return viewport_.wantedTile(arrangement, devicePixelRatioF());
    }
    std::optional<std::int64_t> weightUnder(const QPointF& position) const {
        return viewport_.weightUnder(position);
    }
    double cellSize() const { return viewport_.cellSize(); }  ///< in pixels
    bool isFlashing() const { return flash_.isActive(); }
    /// A picture is there that is not on display yet.
    bool isColouring() const { return colouring_.isBusy(); }
    /// Whether pruned weights are hatched now.
    bool isHatched() const;
    /// |w| at the full hue.
    double largest() const { return scale_.isKnown() ? scale_.to() : 0; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    void fit();
    void zoomIn() { zoomBy(1.5, rect().center()); }
    void zoomOut() { zoomBy(1 / 1.5, rect().center()); }

signals:
    void viewMoved();
    /// Index of the weight under the pointer, or -1.
    void weightHovered(qint64 index);
    /// A click that moved nothing, or Enter for the weight in the middle: its index, or -1.
    void weightClicked(qint64 index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void zoomBy(double factor, const QPointF& anchor);
    void panBy(const QPointF& pixels);
    void moved();
    bool wantsHatch() const;
    void colour();
    void takeTheme();
    void takeTile(const ColouredTile& tile);
    void paintTile(QPainter& painter, const QRectF& seen) const;
    void paintHatch(QPainter& painter, const QRectF& where) const;

    Theme& theme_;
    std::shared_ptr<const session::WeightPicture> picture_;
    view::AxisScale scale_;
    TileColouring colouring_;
    ColouredTile shown_;
    bool hatchAsked_ = false;  ///< of the latest job

    WeightViewport viewport_;
    std::optional<QPointF> dragged_;
    QPointF pressedAt_;

    QTimer flash_;
    bool flashDue_ = false;  ///< until the changed cells are on display
    QElapsedTimer sinceFlash_;
    std::optional<StepIndex> masksSeen_;
};

}  // namespace prunescope::ui
