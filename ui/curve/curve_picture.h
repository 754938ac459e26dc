#pragma once

#include "ui/curve/curve_plane.h"

#include <QCoreApplication>
#include <QString>
#include <optional>

class QPainter;
class QPen;

namespace prunescope::ui {

class Theme;

/// What there is to see of a schedule at one moment of its run.
struct CurveScene {
    const ScheduleDraft& draft;
    run::MaskState now;
    bool focused;
    CurveHandle selected;
    std::optional<CurveHandle> hovered;
    std::optional<CurveHandle> told;  ///< whose numbers somebody wants to read now
    QString caption;                  ///< of that handle, else of the one that is selected
};

/// A schedule as it is painted: what lies ahead between axes, and the handles on it. A picture that it lies
/// over has axes and the course that the run follows: there it adds the draft alone. Its words are looked up
/// as those of the widget that shows it.
class CurvePicture {
    Q_DECLARE_TR_FUNCTIONS(prunescope::ui::ScheduleCurve)
public:
    CurvePicture(QPainter& painter, const Theme& theme, const CurvePlane& plane, const CurveScene& scene)
        : painter_(painter), theme_(theme), plane_(plane), scene_(scene) {}
    void paint();

private:
    void paintGround();
    void paintAxes();
    void paintCourses();
    void paintCourse(const run::SparsitySchedule& schedule, const QPen& pen);
    void paintFreeze();
    void paintHandles();
    void paintHandle(CurveHandle handle);
    void paintWords();
    void paintBox(const QString& text, CurveHandle handle, const QColor& colour);

    QPainter& painter_;
    const Theme& theme_;
    const CurvePlane& plane_;
    const CurveScene& scene_;
    QRectF area_ = plane_.area();
    double line_ = plane_.metrics().height();
    double letter_ = plane_.metrics().averageCharWidth();
};

}  // namespace prunescope::ui
