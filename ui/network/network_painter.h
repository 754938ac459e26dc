#pragma once

#include "ui/network/network_graph.h"
#include "view/graph_layout.h"

#include <QFontMetrics>
#include <QSizeF>
#include <QString>
#include <cstdint>
#include <optional>

class QPainter;
class QRectF;

namespace prunescope::ui {

class Theme;

/// What is said at a layer: a word in its corner, and how much of it is kept.
struct NetworkMark {
    QString text{};
    std::optional<double> kept{};
};

/// Draws a network that has been laid out.
class NetworkPainter {
public:
    static constexpr double padding = 8;  ///< inside a box, and around the picture
    enum class State : std::uint8_t { plain, current, focused };

    /// Both outlive it.
    NetworkPainter(const Theme& theme, QPainter& painter) : theme_(theme), painter_(painter) {}

    /// As wide as what is written in its box, and as high as the lines of that.
    static QSizeF sizeOf(const NetworkNode& node, const QFontMetrics& letters);
    /// With the shape of what flows, once below each box.
    void drawLines(const NetworkGraph& graph, const view::GraphLayout& layout) const;
    void drawNode(const NetworkNode& node, const view::PlacedBox& box, const NetworkMark& mark,
                  State state) const;

private:
    void write(const NetworkNode& node, const view::PlacedBox& box, const NetworkMark& mark) const;
    void drawKept(const QRectF& bar, double kept) const;

    const Theme& theme_;
    QPainter& painter_;
};

}  // namespace prunescope::ui
