#pragma once

#include "ui/curve/curve_plane.h"

#include <QWidget>
#include <optional>
#include <vector>

namespace prunescope::ui {

class RunModel;
class Theme;

/// The schedule as a curve that is its own editor. Left of now stands what was recorded, with a mark for each
/// change that somebody made; right of it what will come: grey of what the run follows, the accent of the
/// draft. Handles are dragged, or chosen with Tab and moved with the arrow keys; in a
/// drawn curve a click adds a knot and Delete removes one.
class ScheduleCurve : public QWidget {
    Q_OBJECT
public:
    /// `draft` and `run` outlive the curve. Without a run it is the plan of one that has not begun.
    ScheduleCurve(Theme& theme, ScheduleDraft& draft, const RunModel* run, QWidget* parent = nullptr);

    void setNow(StepIndex now);
    /// Takes in the run's events since the last call; `anew`: of another run.
    void followEvents(bool anew);
    void setReadOnly(bool readOnly);
    bool isReadOnly() const { return readOnly_; }
    /// The draft was changed from elsewhere, or its problem shall be seen.
    void refresh();
    /// The handle that carries the focus, and the reason of a refusal.
    CurveHandle selected() const { return selected_; }
    void select(CurveHandle handle);
    /// Where a handle is painted, in this widget.
    QPointF positionOf(CurveHandle handle) const { return plane().positionOf(handle); }
    QPointF positionOf(CurvePoint point) const { return plane().positionOf(point); }
    bool isDragging() const { return base_.has_value(); }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    /// What is shown has changed: the draft, or what is tried while dragging.
    void draftEdited();
    void applyRequested();
    void revertRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool event(QEvent* event) override;

private:
    using Kind = CurveHandle::Kind;

    CurvePlane plane() const { return {size(), fontMetrics(), draft_}; }
    void dragTo(const QPointF& position, bool fine);
    void moveSelected(int steps, int sparsitySteps);
    bool stepSelection(bool next);
    void removeSelectedKnot();
    void notice();
    void giveUp();
    QString handleText(CurveHandle handle) const;

    Theme& theme_;
    ScheduleDraft& draft_;
    const RunModel* run_;
    StepIndex now_{};
    std::vector<StepIndex> edits_;
    std::size_t eventsSeen_ = 0;
    bool readOnly_ = false;
    CurveHandle selected_{CurveHandle::Kind::target};
    std::optional<CurveHandle> hovered_;
    /// While dragging: the draft as it was, and how far off its middle the handle was taken.
    std::optional<run::SparsitySchedule> base_;
    QPointF grip_;
};

}  // namespace prunescope::ui
