#pragma once

#include "ui/curve/schedule_edits.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace prunescope::ui {

class NumberField;
class Theme;

/// The numbers of a schedule, to be read and typed.
class ScheduleFields : public QWidget {
    Q_OBJECT
public:
    explicit ScheduleFields(Theme& theme, QWidget* parent = nullptr);

    void setAxis(const RunAxis& axis);
    void show(const run::SparsitySchedule& schedule);
    void setReadOnly(bool readOnly);
    /// Start and end as they stand contradict each other.
    void markCrossed(bool crossed);
    void retranslate();

signals:
    /// The user wants this schedule instead of the one shown.
    void proposed(const prunescope::run::SparsitySchedule& next);

private:
    NumberField* field(const char* name, QWidget* label, int row, int column);
    void proposeShape(int index);
    /// In the tip of the shape, with the numbers of the schedule that is shown.
    void showFormula();

    Theme& theme_;
    RunAxis axis_;
    run::SparsitySchedule shown_;
    QLabel *shapeLabel_, *initialLabel_, *targetLabel_, *startLabel_, *endLabel_;
    QComboBox* shape_;
    QCheckBox* freezes_;
    NumberField *initial_, *target_, *start_, *end_, *freeze_;
};

}  // namespace prunescope::ui
