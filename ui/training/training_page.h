#pragma once

#include "run/records.h"
#include "ui/charts/chart_panel.h"
#include "ui/support/page.h"

#include <QAction>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QStackedWidget;

namespace prunescope::ui {

class EmptyState;

/// The live charts of a run on one time axis: accuracy or loss, sparsity, attention strength, churn.
class TrainingPage : public Page {
    Q_OBJECT
public:
    explicit TrainingPage(const PageContext& context, QWidget* parent = nullptr);
    ~TrainingPage() override;

signals:
    void startRequested();

protected:
    void retranslate() override;

private:
    struct Planned;

    QWidget* makeTools();
    void rebuild();
    void buildMeasures();
    void buildSparsity();
    void buildAttention();
    void buildChurn();
    void rebuildMarks();
    void planSchedule();
    void followHistory();
    void setSmoothing(int percent);
    QString markText(const run::AuditEvent& event) const;
    ChartSeries line(const QString& label, const QColor& colour, const view::Timeline& times,
                     const view::Curve& curve) const;
    std::vector<ChartPanel*> panels() const { return {measures_, sparsity_, attention_, churn_}; }

    PageContext context_;
    TimeAxis axis_;
    QStackedWidget* stack_;
    EmptyState* empty_;
    QWidget* charts_;
    ChartPanel *measures_, *sparsity_, *attention_, *churn_;
    QComboBox* unit_;
    QComboBox* measure_;
    QCheckBox* perLayer_;
    QSlider* smoothing_;
    QLabel *unitLabel_, *smoothingLabel_;
    QPushButton* resetZoom_;
    view::SmoothedCurve smoothAccuracy_;
    view::SmoothedCurve smoothLoss_;
    std::unique_ptr<Planned> planned_;  ///< the schedule ahead, as a curve
};

}  // namespace prunescope::ui
