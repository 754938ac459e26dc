#pragma once

#include <QString>
#include <QWidget>

class QLabel;

namespace prunescope::run {
struct Evaluation;
}  // namespace prunescope::run

namespace prunescope::ui {

class DenseTwin;
class RunModel;

/// The three numbers that a run is watched by, always at the same place: its accuracy, what pruning cost of
/// it, and how sparse it is and will be. What is not known is a dash.
class RunFigures : public QWidget {
    Q_OBJECT
public:
    RunFigures(const RunModel& run, QWidget* parent);
    void retranslate();

private:
    void refresh();
    void showAccuracy();
    void showErrors(const run::Evaluation& measured);
    /// What pruning cost, where both are known.
    QString costText() const;
    void showCost();
    void showSparsity();
    void reserve();

    const RunModel& run_;
    DenseTwin* twin_;
    QLabel *accuracy_, *cost_, *sparsity_;
};

}  // namespace prunescope::ui
