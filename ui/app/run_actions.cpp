#include "ui/app/run_actions.h"

#include "session/outlook.h"
#include "ui/support/format.h"
#include "ui/support/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <functional>
#include <utility>

namespace prunescope::ui {
namespace {

constexpr int iconSize = 48;

/// A sign drawn on a square of 16 units.
QIcon drawn(const QColor& colour, const std::function<void(QPainter&)>& draw) {
    QPixmap picture(iconSize, iconSize);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(iconSize / 16.0, iconSize / 16.0);
    painter.setPen(QPen(colour, 1.6, Qt::SolidLine, Qt::RoundCap));
    painter.setBrush(colour);
    draw(painter);
    return QIcon(picture);
}

void drawTriangle(QPainter& p, double left, double right) {
    QPainterPath path(QPointF(left, 3));
    path.lineTo(right, 8);
    path.lineTo(left, 13);
    path.closeSubpath();
    p.fillPath(path, p.brush());
}

void drawSnowflake(QPainter& p) {
    p.translate(8, 8);
    for (int arm = 0; arm < 6; ++arm) {
        p.drawLine(QPointF(0, 0), QPointF(0, -6));
        p.drawLine(QPointF(0, -4), QPointF(1.6, -5.6));
        p.drawLine(QPointF(0, -4), QPointF(-1.6, -5.6));
        p.rotate(60);
    }
}

}  // namespace

RunActions::RunActions(RunModel& run, Theme& theme, QObject* parent)
    : QObject(parent),
      start(new QAction(this)),
      pause(new QAction(this)),
      step(new QAction(this)),
      stop(new QAction(this)),
      freeze(new QAction(this)),
      run_(run),
      theme_(theme) {
    start->setObjectName(QStringLiteral("startAction"));
    pause->setObjectName(QStringLiteral("pauseAction"));
    step->setObjectName(QStringLiteral("stepAction"));
    stop->setObjectName(QStringLiteral("stopAction"));
    freeze->setObjectName(QStringLiteral("freezeAction"));
    start->setShortcut(Qt::CTRL | Qt::Key_Return);
    pause->setShortcut(Qt::Key_Space);
    step->setShortcut(Qt::Key_F10);
    stop->setShortcut(Qt::CTRL | Qt::Key_Period);
    freeze->setShortcut(Qt::CTRL | Qt::Key_F);
    connect(pause, &QAction::triggered, this, [this] {
        if (run_.canGoOn()) {
            run_.goOn();
        } else if (run_.stage() == RunModel::Stage::paused) {
            send(session::Resume{});
        } else {
            send(session::Pause{});
        }
    });
    connect(step, &QAction::triggered, this, [this] { send(session::Step{}); });
    connect(stop, &QAction::triggered, this, [this] { send(session::Stop{}); });
    connect(freeze, &QAction::triggered, this, [this] { emit freezeWanted(!frozen()); });
    connect(&run_, &RunModel::stageChanged, this, &RunActions::refresh);
    connect(&run_, &RunModel::runChanged, this, &RunActions::refresh);
    connect(&run_, &RunModel::snapshotChanged, this, &RunActions::refresh);
    connect(&theme_, &Theme::changed, this, &RunActions::redrawIcons);
    redrawIcons();
    retranslate();
}

bool RunActions::frozen() const {
    const auto s = run_.snapshot();
    return s->phase == run::Phase::exploitation || s->schedule.freeze <= s->step;
}

void RunActions::send(session::Action action) {
    run_.submit({.action = std::move(action)}, this, [this](const session::CommandResult& result) {
        if (!result.accepted) emit refused(result.refusal);
    });
}

void RunActions::refresh() {
    const bool live = run_.isLive();
    const bool paused = run_.stage() == RunModel::Stage::paused;
    start->setEnabled(!live && run_.stage() != RunModel::Stage::loading && startBlocker_.isEmpty());
    for (QAction* const action : {stop, freeze}) action->setEnabled(run_.takesCommands());
    step->setEnabled(paused);
    pause->setEnabled(run_.takesCommands() || run_.canGoOn());
    pause->setText(paused || run_.canGoOn() ? tr("Resume") : tr("Pause"));
    pause->setToolTip(run_.canGoOn()
                          ? tr("Goes on with this run from its last saved state: it ends in the same bits as "
                               "one that was never interrupted (Space).")
                          : tr("Holds the run at the next step, or lets it go on (Space)."));
    drawPause();
    nameFreeze();
}

/// What it would do is said before it is done: at which sparsity the run would then end. The tool bar has the
/// short name, menus and the list of commands the whole.
void RunActions::nameFreeze() {
    const auto now = run_.snapshot();
    const bool known = run_.takesCommands() && run_.hasRun() && now->totalSteps > 0;
    QString text = known && frozen() ? tr("Unfreeze") : tr("Freeze");
    QString name = text;
    if (known && !frozen()) {
        const run::Outlook then = session::outlookIfFrozen(*now);
        const QString end = percentText(then.atEnd(), 1);
        if (then.misses(run_.header()->network.prunableWeights())) {
            text = tr("Freeze now, at %1 (target %2)").arg(end, percentText(then.target(), 1));
            name = tr("Freeze at %1").arg(percentText(then.atEnd(), 0));
        } else {
            text = tr("Freeze now, at the target of %1").arg(end);
        }
    }
    // Set only when it differs: the tool bar would lay itself out anew each time.
    if (freeze->text() != text) freeze->setText(text);
    if (freeze->iconText() != name) freeze->setIconText(name);
}

void RunActions::retranslate() {
    start->setText(tr("Start"));
    step->setText(tr("Step"));
    stop->setText(tr("Stop"));
    start->setToolTip(tr("Starts a run with the experiment of Set up (Ctrl+Enter)."));
    step->setToolTip(tr("Takes one optimisation step and holds again (F10)."));
    stop->setToolTip(tr("Ends the run now; everything so far is kept and can be reported (Ctrl+.)."));
    freeze->setToolTip(
        tr("Fixes which weights are kept: exploration ends, exploitation begins, and sparsity stays as it is "
           "then (Ctrl+F). Once more lets the mask move again, as it was planned to. Both can be undone."));
    refresh();
}

void RunActions::setStartBlocker(const QString& reason) {
    startBlocker_ = reason;
    refresh();
}

/// The sign of what it would do.
void RunActions::drawPause() {
    const bool goesOn = run_.stage() == RunModel::Stage::paused || run_.canGoOn();
    if (std::exchange(drawnToGoOn_, goesOn) == goesOn) return;
    pause->setIcon(drawn(theme_.text(), [goesOn](QPainter& p) {
        if (goesOn) return drawTriangle(p, 4, 13);
        p.fillRect(QRectF(4, 3, 3, 10), p.brush());
        p.fillRect(QRectF(9, 3, 3, 10), p.brush());
    }));
}

void RunActions::redrawIcons() {
    const QColor colour = theme_.text();
    start->setIcon(drawn(theme_.accent(), [](QPainter& p) { drawTriangle(p, 4, 13); }));
    drawnToGoOn_.reset();
    drawPause();
    step->setIcon(drawn(colour, [](QPainter& p) {
        drawTriangle(p, 3, 10);
        p.fillRect(QRectF(11, 3, 2, 10), p.brush());
    }));
    stop->setIcon(drawn(colour, [](QPainter& p) { p.fillRect(QRectF(4, 4, 8, 8), p.brush()); }));
    freeze->setIcon(drawn(colour, drawSnowflake));
}

}  // namespace prunescope::ui
