#pragma once

#include "ui/live/run_model.h"

#include <QStatusBar>

class QLabel;

namespace prunescope::ui {

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

    RunModel& run_;
    QLabel* speed_;
    QLabel* epoch_;
    QLabel* left_;
    QLabel* sparsity_;
    QLabel* phase_;
    QLabel* stage_;
};

}  // namespace prunescope::ui
