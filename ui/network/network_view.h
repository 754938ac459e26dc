#pragma once

#include "ui/network/network_graph.h"
#include "view/graph_layout.h"

#include <QAbstractScrollArea>
#include <QPoint>
#include <functional>

namespace prunescope::ui {

class Theme;

/// A network as a picture: its operations from input to output with their branches, the shape of what flows
/// on every line. Dragging pans, the wheel scrolls, with Ctrl it zooms, as plus and minus do; Home shows all
/// of it. The arrows up and down go from operation to operation, left and right to those beside it. A layer
/// that is pruned is chosen by a click or by walking there, and opened by Enter or a double click.
class NetworkView : public QAbstractScrollArea {
    Q_OBJECT
public:
    /// What is said at a layer: a word in its corner, and how much of it is kept.
    struct Mark {
        QString text{};
        std::optional<double> kept{};
    };

    explicit NetworkView(const Theme& theme, QWidget* parent = nullptr);

    /// False: it is too large to be drawn, or there is none.
    bool setGraph(NetworkGraph graph);
    const NetworkGraph& graph() const { return graph_; }
    void setMarks(std::function<Mark(LayerIndex)> markOf);
    /// Shows which layer is chosen elsewhere.
    void choose(LayerIndex layer);
    std::optional<LayerIndex> chosen() const;
    /// All of it as large as it fits, at most in its own size.
    void fit();
    void zoom(double factor);
    double scale() const { return scale_; }
    /// Where an operation stands in the viewport.
    QRectF placeOf(std::size_t node) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void layerChosen(LayerIndex layer);
    void layerOpened(LayerIndex layer);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    void layOut();
    void updateBars();
    void scrollTo(std::size_t node);
    void setCurrent(std::size_t node);
    void zoomAround(const QPointF& fixed, double factor);
    /// The next operation in this direction; nothing at the end.
    std::optional<std::size_t> next(int key) const;
    std::optional<std::size_t> nodeAt(const QPointF& place) const;
    QSizeF sizeOf(const NetworkNode& node) const;
    QPointF origin() const;
    void drawLines(QPainter& painter) const;
    void drawNode(QPainter& painter, std::size_t node) const;
    void drawKept(QPainter& painter, const QRectF& bar, double kept) const;

    const Theme& theme_;
    NetworkGraph graph_;
    view::GraphLayout layout_;
    std::function<Mark(LayerIndex)> markOf_;
    double scale_ = 1;
    std::size_t current_ = 0;
    QPoint pressed_;
    QPoint scrolledTo_;  ///< when the mouse was pressed
    bool panning_ = false;
};

}  // namespace prunescope::ui
