#pragma once

#include "ui/curve/curve_plane.h"

#include <QWidget>
#include <optional>

namespace prunescope::ui {

class Theme;

/// A schedule as a curve that is its own editor: grey of what the run follows, the accent of the draft.
/// Handles are dragged, or chosen with Tab and moved with the arrow keys; in a drawn curve a click adds a
/// knot and Delete removes one. Mouse events that it has no use for go to what is behind it.
class ScheduleCurve : public QWidget {
    Q_OBJECT
public:
    /// `draft` outlives the curve.
    ScheduleCurve(Theme& theme, ScheduleDraft& draft, QWidget* parent = nullptr);

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
    virtual CurvePlane plane() const { return {size(), fontMetrics(), draft_}; }
    /// How the masks stand from which the curve goes on.
    virtual run::MaskState now() const { return {}; }
    /// Where a click adds a knot.
    virtual bool takesKnotAt(const QPointF& position) const;
    /// A moment in words.
    virtual QString momentText(double step) const;
    const ScheduleDraft& draft() const { return draft_; }
    /// Of the handle that is being dragged.
    void letGo() { base_.reset(); }

    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool event(QEvent* event) override;

private:
    using Kind = CurveHandle::Kind;

    void takeHold(CurveHandle handle, const run::SparsitySchedule& base, const QPointF& grip);
    void dragTo(const QPointF& position, bool fine);
    void hover(std::optional<CurveHandle> handle);
    void moveSelected(int steps, int sparsitySteps);
    bool stepSelection(bool next);
    void removeSelectedKnot();
    void notice();
    void giveUp();
    std::optional<CurveHandle> told() const;
    QString handleText(CurveHandle handle) const;

    Theme& theme_;
    ScheduleDraft& draft_;
    CurveHandle selected_{CurveHandle::Kind::target};
    std::optional<CurveHandle> hovered_;
    /// While dragging: the draft as it was, and how far off its middle the handle was taken.
    std::optional<run::SparsitySchedule> base_;
    QPointF grip_;
};

}  // namespace prunescope::ui
