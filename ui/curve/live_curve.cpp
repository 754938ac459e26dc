#include "ui/curve/live_curve.h"

#include "session/outlook.h"
#include "ui/curve/live_draft.h"
#include "ui/live/run_model.h"
#include "ui/support/format.h"
#include "ui/support/tool_tips.h"

#include <QEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double knotReach = 6;  ///< pixels beside the line that still count as on it

/// From `place` to the nearest point between `a` and `b`.
double distanceTo(const QPointF& a, const QPointF& b, const QPointF& place) {
    const QPointF way = b - a;
    const double length = QPointF::dotProduct(way, way);
    const double share = length > 0 ? std::clamp(QPointF::dotProduct(place - a, way) / length, 0.0, 1.0) : 0;
    const QPointF off = a + share * way - place;
    return std::hypot(off.x(), off.y());
}

}  // namespace

LiveCurve::LiveCurve(Theme& theme, LiveDraft& draft, const RunModel& run, QWidget& canvas)
    : ScheduleCurve(theme, draft.schedule(), &canvas), live_(draft), run_(run) {
    setObjectName(QStringLiteral("scheduleCurve"));
    canvas.installEventFilter(this);
    setGeometry(canvas.rect());
    live_.setHandles(*this);
    connect(this, &LiveCurve::draftEdited, &live_, &LiveDraft::takeBent);
    connect(this, &LiveCurve::applyRequested, &live_, &LiveDraft::applyRequested);
    connect(this, &LiveCurve::revertRequested, &live_, &LiveDraft::revertRequested);
    connect(&live_, &LiveDraft::changed, this, &LiveCurve::follow);
    connect(&live_, &LiveDraft::followed, this, &LiveCurve::follow);
    connect(&live_, &LiveDraft::handleMeant, this, &LiveCurve::select);
    connect(&run_, &RunModel::runChanged, this, &LiveCurve::follow);
    connect(&run_, &RunModel::stageChanged, this, &LiveCurve::follow);
    retranslate();
    follow();
}

void LiveCurve::setFrame(const std::optional<CurveFrame>& frame) {
    frame_ = frame;
    follow();
}

/// Without a handle in sight there is nothing that Tab could lead to.
void LiveCurve::follow() {
    const bool seen = frame_ && live_.isEditable();
    if (!seen) letGo();
    if (!seen && hasFocus()) parentWidget()->setFocus();
    setFocusPolicy(seen && !plane().shownHandles().empty() ? Qt::TabFocus : Qt::NoFocus);
    setVisible(seen);
    refresh();
}

CurvePlane LiveCurve::plane() const {
    return {size(), fontMetrics(), draft(), frame_.value_or(CurveFrame{})};
}

run::MaskState LiveCurve::now() const {
    return session::maskStateOf(*run_.snapshot());
}

/// On the line that the run will follow, or that of the draft.
bool LiveCurve::takesKnotAt(const QPointF& position) const {
    const std::vector<CurvePoint> course = plane().courseOf(draft().shown(), now());
    for (std::size_t i = 1; i < course.size(); ++i) {
        if (distanceTo(positionOf(course[i - 1]), positionOf(course[i]), position) <= knotReach) return true;
    }
    return false;
}

std::optional<std::pair<double, double>> LiveCurve::heights() const {
    if (isHidden()) return std::nullopt;
    const CurvePlane seen = plane();
    const run::SparsitySchedule& schedule = draft().draft();
    std::vector<CurvePoint> points;
    // What the run follows has its line in the chart.
    if (draft().isChanged()) points = seen.courseOf(schedule, now());
    for (const CurveHandle handle : handlesOf(schedule)) {
        const CurvePoint point = pointOf(schedule, handle, draft().axis());
        if (handle.kind != CurveHandle::Kind::freeze && seen.reaches(point.step)) points.push_back(point);
    }
    if (points.empty()) return std::nullopt;
    const auto [low, high] = std::minmax_element(points.begin(), points.end(),
                                                 [](auto& a, auto& b) { return a.sparsity < b.sparsity; });
    return std::pair{low->sparsity, high->sparsity};
}

/// Of a live run the data tell how many steps it has.
QString LiveCurve::momentText(double step) const {
    return tr("epoch %1, step %2")
        .arg(decimalText(draft().axis().epochOf(step), 2), countText(std::llround(step)));
}

QString LiveCurve::handlesHelp() {
    return tr(
        "How sparse the network shall be over the run. Drag a handle, or choose one with Tab and move it "
        "with "
        "the arrow keys; Shift moves ten steps. Dragging snaps to halves of a percent; hold Alt for tenths. "
        "Enter asks for the reason, a second Enter applies, Esc gives up.");
}

/// A handle takes the keyboard with it; beside it a click gives it to the chart as ever.
void LiveCurve::mousePressEvent(QMouseEvent* event) {
    ScheduleCurve::mousePressEvent(event);
    if (isDragging()) {
        setFocus(Qt::MouseFocusReason);
    } else if (hasFocus()) {
        parentWidget()->setFocus(Qt::MouseFocusReason);
    }
}

bool LiveCurve::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        // Beside the handles the chart has its own to say.
        if (plane().handleAt(help->pos())) {
            showToolTip(help->globalPos(), handlesHelp(), *this);
            return true;
        }
    }
    return ScheduleCurve::event(event);
}

bool LiveCurve::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && watched == parentWidget()) setGeometry(parentWidget()->rect());
    return ScheduleCurve::eventFilter(watched, event);
}

void LiveCurve::retranslate() {
    setAccessibleName(tr("Schedule in the chart"));
    refresh();
}

}  // namespace prunescope::ui
