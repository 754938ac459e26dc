#pragma once

#include "ui/charts/chart_legend.h"
#include "ui/charts/drawn.h"
#include "ui/support/theme.h"

#include <gmock/gmock.h>

#include <QXYSeries>

namespace prunescope::ui {

using test::viewOf;

class ChartReading : public testing::Test {
protected:
    ChartReading() { axis.setUnit(view::TimeUnit::epoch); }
    /// `values` over epochs 0 to `epochs`, once more for each label.
    void show(const QStringList& labels, const std::vector<double>& values, double epochs = 10) {
        times = {};
        curve = {};
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double epoch = epochs * static_cast<double>(i) / static_cast<double>(values.size() - 1);
            times.append({.step = static_cast<std::int64_t>(i), .epoch = epoch});
            curve.append(values[i]);
        }
        std::vector<ChartSeries> series;
        for (const QString& label : labels)
            series.push_back({.label = label, .colour = Qt::red, .times = &times, .curve = &curve});
        panel.setSeries(series);
        panel.setLastMoment({.step = static_cast<std::int64_t>(values.size()), .epoch = epochs});
        panel.resize(420, 300);
        panel.show();
        settle();
    }
    void settle() { test::settle(axis); }
    ChartLegend& legend() { return *panel.findChild<ChartLegend*>(); }
    QStringList drawnLabels() {
        QStringList labels;
        for (const auto& s : panel.series()) {
            const auto all = viewOf(panel).chart()->series();
            const auto* line = static_cast<const QXYSeries*>(all[labels.size()]);
            labels << (line->points().isEmpty() ? QString() : s.label);
        }
        labels.removeAll(QString());
        return labels;
    }
    void clickEntry(const QString& label, bool twice) {
        const QPoint at = legend().placeOf(label).center();
        QTest::mouseClick(&legend(), Qt::LeftButton, {}, at);
        if (twice) QTest::mouseDClick(&legend(), Qt::LeftButton, {}, at);
        settle();
    }

    Theme theme;
    TimeAxis axis;
    view::Timeline times;
    view::Curve curve;
    ChartPanel panel{theme, axis};
};

}  // namespace prunescope::ui
