#pragma once

#include "ui/live/run_model.h"

#include <QStatusBar>

class QLabel;

namespace prunescope::ui {

class ElidedLabel;

/// The bar at the window's foot: speed, epoch, time left, achieved of requested sparsity, phase, state.
class StatusLine : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusLine(RunModel& run, QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    QString stageText() const;
    void showWhy();
    void showFigures();

    RunModel& run_;
    QLabel* speed_;
    QLabel* epoch_;
    QLabel* left_;
    QLabel* sparsity_;
    QLabel* phase_;
    QLabel* test_;
    QLabel* stage_;
    ElidedLabel* why_;  ///< it failed, or what of it is damaged
};

}  // namespace prunescope::ui
