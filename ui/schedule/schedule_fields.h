#pragma once

#include "ui/schedule/schedule_edits.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;

namespace prunescope::ui {

/// The numbers of a schedule, to be read and typed.
class ScheduleFields : public QWidget {
    Q_OBJECT
public:
    explicit ScheduleFields(QWidget* parent = nullptr);

    void setAxis(const RunAxis& axis);
    void show(const run::SparsitySchedule& schedule);
    void setReadOnly(bool readOnly);
    void retranslate();

signals:
    /// The user wants this schedule instead of the one shown.
    void proposed(const prunescope::run::SparsitySchedule& next);

private:
    QDoubleSpinBox* field(const char* name, QWidget* label, int row, int column);
    void proposeShape(int index);

    RunAxis axis_;
    run::SparsitySchedule shown_;
    QLabel *shapeLabel_, *initialLabel_, *targetLabel_, *startLabel_, *endLabel_;
    QComboBox* shape_;
    QCheckBox* freezes_;
    QDoubleSpinBox *initial_, *target_, *start_, *end_, *freeze_;
};

}  // namespace prunescope::ui
