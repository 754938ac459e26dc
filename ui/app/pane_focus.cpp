#include "ui/app/pane_focus.h"

#include "ui/support/tab_stops.h"

#include <QApplication>
#include <QWidget>
#include <algorithm>
#include <vector>

namespace prunescope::ui {

void focusNextPane(const QList<QWidget*>& all, bool forward) {
    QList<QWidget*> panes;
    for (QWidget* pane : all) {
        if (pane->isVisible() && !tabStops(*pane).empty()) panes.append(pane);
    }
    if (panes.isEmpty()) return;
    qsizetype at = -1;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i]->isAncestorOf(QApplication::focusWidget())) at = i;
    }
    const qsizetype next = forward ? at + 1 : (at < 0 ? 0 : at) + panes.size() - 1;
    QWidget* pane = panes[next % panes.size()];
    pane->activateWindow();
    const std::vector<QWidget*> stops = tabStops(*pane);
    const auto last = std::find(stops.begin(), stops.end(), pane->focusWidget());
    focusStop(last == stops.end() ? *stops.front() : **last, true);
}

}  // namespace prunescope::ui
