#pragma once

#include "ui/weights/network_layers.h"

#include <QStyledItemDelegate>

namespace prunescope::ui {

class Theme;

/// Draws a layer of the network map: a box on the line from input to output, with its name, what it is, and a
/// bar of which the pruned part is empty. A layer without weights is one line.
class NetworkDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    NetworkDelegate(const Theme& theme, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void drawSpine(QPainter& painter, const QRect& row, const QModelIndex& index) const;
    void drawPlain(QPainter& painter, const QRect& inner, const NetworkLayers::Layer& layer) const;
    void drawPrunable(QPainter& painter, const QRect& inner, const NetworkLayers::Layer& layer) const;
    void drawBar(QPainter& painter, const QRect& bar, double pruned) const;

    const Theme& theme_;
};

}  // namespace prunescope::ui
