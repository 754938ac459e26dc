#pragma once

#include "run/audit_event.h"
#include "ui/charts/chart_panel.h"
#include "ui/support/page.h"
#include "ui/training/planned_schedule.h"

#include <array>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QStackedWidget;

namespace prunescope::ui {

class EmptyState;

/// The live charts of a run on one time axis: accuracy or loss, sparsity, mean attention, churn.
class TrainingPage : public Page {
    Q_OBJECT
public:
    explicit TrainingPage(const PageContext& context, QWidget* parent = nullptr);
    ~TrainingPage() override;
    QString title() const override { return tr("Training"); }

protected:
    void retranslate() override;
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeTools();
    void layOut();
    void connectRun();
    void restoreChoices();
    void saveChoices();
    void retranslateTools();
    void retranslateEmptyState();

    void rebuild();
    void buildMeasures();
    void buildSparsity();
    void buildAttention();
    void buildChurn();
    void rebuildMarks();
    void planSchedule();
    void followHistory();
    void followEnd();
    void startFollowing(bool following);
    void setSmoothing(int percent);
    void setLogarithmic(bool logarithmic);
    bool showsLoss() const;
    QString markText(const run::AuditEvent& event) const;
    ChartSeries line(const QString& label, const QColor& colour, const view::Timeline& times,
                     const view::Curve& curve) const;
    std::array<ChartPanel*, 4> panels() const { return {measures_, sparsity_, attention_, churn_}; }

    PageContext context_;
    TimeAxis axis_;
    PlannedSchedule planned_;
    QStackedWidget* stack_;
    EmptyState* empty_;
    QWidget* charts_;
    ChartPanel *measures_, *sparsity_, *attention_, *churn_;
    QComboBox* unit_ = nullptr;
    QComboBox* measure_ = nullptr;
    QCheckBox *perLayer_ = nullptr, *logarithmic_ = nullptr;
    QSlider* smoothing_ = nullptr;
    QLabel *smoothingLabel_ = nullptr, *smoothingValue_ = nullptr;
    QPushButton *follow_ = nullptr, *resetZoom_ = nullptr;
};

}  // namespace prunescope::ui
