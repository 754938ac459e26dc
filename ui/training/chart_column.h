#pragma once

#include "ui/support/vertical_scroll.h"
#include "ui/training/training_chart.h"

#include <QSettings>
#include <vector>

class QAction;
class QMenu;

namespace prunescope::ui {

class Theme;

/// Charts under one another on one time axis, which is labelled under the lowest of them. Those that are
/// shown are chosen in a menu, which is remembered, and share the height by their importance; what does not
/// fit is scrolled to.
class ChartColumn : public VerticalScroll {
    Q_OBJECT
public:
    ChartColumn(const TrainingCharts& charts, Theme& theme, QSettings& settings, QWidget* parent);
    /// Ticks for the charts. At least one stays.
    QMenu& menu() { return *menu_; }
    void retranslate();

private:
    void add(TrainingChart& chart, QSettings& settings);
    void arrange();

    struct Entry {
        TrainingChart* chart;
        QAction* shown;
    };
    QWidget* ground_;
    QMenu* menu_;
    std::vector<Entry> entries_;
};

}  // namespace prunescope::ui
