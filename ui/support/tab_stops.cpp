#include "ui/support/tab_stops.h"

#include <QApplication>
#include <QScrollArea>
#include <QWidget>
#include <algorithm>

namespace prunescope::ui {
namespace {

bool isStop(const QWidget& widget) {
    return widget.isEnabled() && widget.focusProxy() == nullptr &&
           (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

std::vector<QWidget*> visibleChildren(const QWidget& parent) {
    std::vector<QWidget*> children;
    for (QObject* child : parent.children()) {
        auto* widget = qobject_cast<QWidget*>(child);
        if (widget != nullptr && !widget->isWindow() && widget->isVisible()) children.push_back(widget);
    }
    return children;
}

/// Row by row, and in a row from left to right; what begins above the middle of a row's first belongs to it.
void sortForReading(std::vector<QWidget*>& widgets) {
    std::stable_sort(widgets.begin(), widgets.end(),
                     [](const auto* a, const auto* b) { return a->y() < b->y(); });
    for (auto row = widgets.begin(); row != widgets.end();) {
        const int middle = (*row)->y() + (*row)->height() / 2;
        const auto end = std::find_if(row, widgets.end(), [&](const auto* w) { return w->y() > middle; });
        std::stable_sort(row, end, [](const auto* a, const auto* b) { return a->x() < b->x(); });
        row = end;
    }
}

void collect(const QWidget& parent, std::vector<QWidget*>& stops) {
    std::vector<QWidget*> children = visibleChildren(parent);
    sortForReading(children);
    for (QWidget* child : children) {
        if (isStop(*child)) stops.push_back(child);
        collect(*child, stops);
    }
}

}  // namespace

std::vector<QWidget*> tabStops(const QWidget& root) {
    std::vector<QWidget*> stops;
    collect(root, stops);
    return stops;
}

void focusStop(QWidget& stop, bool forward) {
    stop.setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (QWidget* around = stop.parentWidget(); around != nullptr; around = around->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(around)) area->ensureWidgetVisible(&stop);
    }
}

bool moveFocus(QWidget& root, bool forward) {
    const std::vector<QWidget*> stops = tabStops(root);
    if (stops.empty()) return false;
    const auto count = static_cast<std::ptrdiff_t>(stops.size());
    // Of a widget that is no stop itself, such as a part of a control: the stop around it.
    std::ptrdiff_t at = count;
    for (const QWidget* w = QApplication::focusWidget(); w != nullptr && at == count; w = w->parentWidget()) {
        at = std::find(stops.begin(), stops.end(), w) - stops.begin();
    }
    const bool found = at != count;
    const std::ptrdiff_t next = forward ? (found ? at + 1 : 0) : (found ? at : count) + count - 1;
    focusStop(*stops[static_cast<std::size_t>(next % count)], forward);
    return true;
}

}  // namespace prunescope::ui
