#pragma once

#include "run/outlook.h"
#include "ui/curve/curve_plane.h"
#include "view/run_history.h"

#include <QCoreApplication>
#include <QString>
#include <optional>
#include <vector>

class QPainter;
class QPen;

namespace prunescope::ui {

class Theme;

/// What there is to see of a schedule at one moment of its run.
struct CurveScene {
    const ScheduleDraft& draft;
    const view::RunHistory* history;      ///< null: of a run that has not begun
    const std::vector<StepIndex>& edits;  ///< where somebody, or a guard of the program, bent the plan
    run::MaskState now;
    bool isAhead;  ///< of a run that has ended nothing is
    bool readOnly;
    bool focused;
    CurveHandle selected;
    std::optional<CurveHandle> hovered;
    QString caption;
};

/// The schedule of a run as it is painted: what was recorded, what lies ahead, and the handles on it. Its
/// words are looked up as those of the widget that shows it.
class CurvePicture {
    Q_DECLARE_TR_FUNCTIONS(prunescope::ui::ScheduleCurve)
public:
    CurvePicture(QPainter& painter, const Theme& theme, const CurvePlane& plane, const CurveScene& scene)
        : painter_(painter), theme_(theme), plane_(plane), scene_(scene) {}
    void paint();

private:
    double xOf(StepIndex step) const;
    void paintAxes();
    void paintPast();
    void paintRecord();
    void paintMarks();
    void paintAhead(const run::SparsitySchedule& schedule, const QPen& pen);
    void paintFreeze();
    void paintHandles();
    void paintHandle(CurveHandle handle);
    void paintProblem();

    QPainter& painter_;
    const Theme& theme_;
    const CurvePlane& plane_;
    const CurveScene& scene_;
    QRectF area_ = plane_.area();
    double line_ = plane_.metrics().height();
    double letter_ = plane_.metrics().averageCharWidth();
};

}  // namespace prunescope::ui
