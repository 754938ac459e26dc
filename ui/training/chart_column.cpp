#include "ui/training/chart_column.h"

#include "ui/support/theme.h"

#include <QAction>
#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>

namespace prunescope::ui {
namespace {

/// The charts share the height that there is, whatever their legends would like for this width: else the
/// column would be scrolled although everything fits.
class ChartColumnLayout : public QVBoxLayout {
public:
    using QVBoxLayout::QVBoxLayout;
    bool hasHeightForWidth() const override { return false; }
};

}  // namespace

/// The charts stand on a ground of hairlines, which shows between them.
ChartColumn::ChartColumn(const TrainingCharts& charts, Theme& theme, QSettings& settings, QWidget* parent)
    : VerticalScroll(parent), ground_(new QWidget(this)), menu_(new QMenu(this)) {
    setObjectName(QStringLiteral("chartColumn"));
    ground_->setObjectName(QStringLiteral("chartGround"));
    ground_->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new ChartColumnLayout(ground_);
    layout->setContentsMargins(0, 1, 0, 0);
    layout->setSpacing(1);
    setWidget(ground_);
    for (const auto& chart : charts) add(*chart, settings);
    theme.dress(*ground_, [this, &theme] {
        ground_->setStyleSheet(
            QStringLiteral("QWidget#chartGround { background: %1; }").arg(theme.hairline().name()));
    });
    arrange();
}

void ChartColumn::add(TrainingChart& chart, QSettings& settings) {
    const ChartPlace& place = chart.place();
    static_cast<QVBoxLayout*>(ground_->layout())->addWidget(&chart.panel(), place.importance);
    chart.panel().setLeastPicture(place.leastPicture);
    const QString key = QStringLiteral("training/charts/%1").arg(QLatin1String(place.id));
    QAction* shown = menu_->addAction(QString());
    shown->setObjectName(QLatin1String(place.id) + QStringLiteral("Shown"));
    shown->setCheckable(true);
    shown->setChecked(settings.value(key, place.shownAtFirst).toBool());
    entries_.push_back({&chart, shown});
    connect(shown, &QAction::toggled, this, [this, key, &settings](bool checked) {
        settings.setValue(key, checked);
        arrange();
    });
}

void ChartColumn::arrange() {
    const auto shown = std::count_if(entries_.begin(), entries_.end(),
                                     [](const Entry& entry) { return entry.shown->isChecked(); });
    if (shown == 0) return entries_.front().shown->setChecked(true);
    bool isLowest = true;
    for (auto entry = entries_.rbegin(); entry != entries_.rend(); ++entry) {
        const bool checked = entry->shown->isChecked();
        ChartPanel& panel = entry->chart->panel();
        panel.setTimeLabels(checked && isLowest ? ChartAxes::TimeLabels::titled
                                                : ChartAxes::TimeLabels::none);
        panel.setVisible(checked);
        isLowest = isLowest && !checked;
        entry->shown->setEnabled(!checked || shown > 1);
    }
}

void ChartColumn::retranslate() {
    for (const Entry& entry : entries_) entry.shown->setText(entry.chart->name());
}

}  // namespace prunescope::ui
