#include "ui/weights/network_delegate.h"

#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr int spineAt = 12;   ///< pixels from the left edge
constexpr int textFrom = 24;  ///< likewise
constexpr int rowMargin = 4;  ///< around a row's content
constexpr int barHeight = 5;
constexpr int boxSize = 9;
constexpr int decimalsOnMap = 1;

const NetworkLayers::Layer& layerOf(const QModelIndex& index) {
    return qobject_cast<const NetworkLayers*>(index.model())->layerAt(index.row());
}

QString ofPruned(const std::optional<double>& pruned) {
    return pruned ? percentText(*pruned, decimalsOnMap) : QStringLiteral("–");
}

}  // namespace

NetworkDelegate::NetworkDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent), theme_(theme) {}

QSize NetworkDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const int line = option.fontMetrics.height();
    const int content = layerOf(index).prunable ? 2 * line + barHeight + rowMargin : line;
    return {textFrom + 10 * option.fontMetrics.averageCharWidth(), content + 2 * rowMargin};
}

void NetworkDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    painter->save();
    const QStyle* style = option.widget == nullptr ? QApplication::style() : option.widget->style();
    const NetworkLayers::Layer& layer = layerOf(index);
    // The names keep their colours on the ground of a chosen row, which is pale.
    if (layer.prunable && (option.state & QStyle::State_Selected) != 0)
        painter->fillRect(option.rect, mixed(theme_.surface(), theme_.accent(), 0.2));
    drawSpine(*painter, option.rect, index);
    const QRect inner = option.rect.adjusted(textFrom, rowMargin, -2 * rowMargin, -rowMargin);
    painter->setFont(option.font);
    if (layer.prunable) {
        drawPrunable(*painter, inner, layer);
    } else {
        drawPlain(*painter, inner, layer);
    }
    if ((option.state & QStyle::State_HasFocus) != 0) {
        QStyleOptionFocusRect focus;
        focus.QStyleOption::operator=(option);
        style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
    }
    painter->restore();
}

/// The line goes from the first layer to the last, and no further.
void NetworkDelegate::drawSpine(QPainter& painter, const QRect& row, const QModelIndex& index) const {
    const int x = row.left() + spineAt;
    const int middle = row.center().y();
    const bool last = index.row() + 1 == index.model()->rowCount();
    painter.setPen(theme_.mutedText());
    painter.drawLine(x, index.row() == 0 ? middle : row.top(), x, last ? middle : row.bottom());
    const int size = layerOf(index).prunable ? boxSize : boxSize / 2;
    painter.setBrush(layerOf(index).prunable ? theme_.accent() : theme_.surface());
    painter.drawRect(x - size / 2, middle - size / 2, size, size);
}

void NetworkDelegate::drawPlain(QPainter& painter, const QRect& inner,
                                const NetworkLayers::Layer& layer) const {
    painter.setPen(theme_.mutedText());
    const QString text = layer.kind + QStringLiteral(" · ") + layer.shape;
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, inner.width()));
}

void NetworkDelegate::drawPrunable(QPainter& painter, const QRect& inner,
                                   const NetworkLayers::Layer& layer) const {
    const QFontMetrics metrics = painter.fontMetrics();
    const QString pruned = ofPruned(layer.pruned);
    const int forPruned = metrics.horizontalAdvance(pruned) + metrics.averageCharWidth();
    painter.setPen(theme_.text());
    painter.drawText(inner, Qt::AlignRight | Qt::AlignTop, pruned);
    // Names of layers differ at their ends.
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignTop,
                     metrics.elidedText(layer.name, Qt::ElideLeft, inner.width() - forPruned));
    painter.setPen(theme_.mutedText());
    const QString what = layer.kind + QStringLiteral(" · ") + layer.shape;
    painter.drawText(inner.translated(0, metrics.height()), Qt::AlignLeft | Qt::AlignTop,
                     metrics.elidedText(what, Qt::ElideRight, inner.width()));
    if (layer.pruned)
        drawBar(painter, {inner.left(), inner.bottom() - barHeight + 1, inner.width(), barHeight},
                *layer.pruned);
}

void NetworkDelegate::drawBar(QPainter& painter, const QRect& bar, double pruned) const {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(theme_.mutedText());
    painter.drawRect(bar.adjusted(0, 0, -1, -1));
    // Whoever keeps anything shows it.
    const int kept = pruned < 1 ? std::max(1, static_cast<int>(std::lround((1 - pruned) * bar.width()))) : 0;
    painter.fillRect(bar.left(), bar.top(), kept, bar.height(), theme_.accent());
}

}  // namespace prunescope::ui
