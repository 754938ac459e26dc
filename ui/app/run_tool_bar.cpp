#include "ui/app/run_tool_bar.h"

#include "ui/app/run_actions.h"
#include "ui/app/run_figures.h"
#include "ui/live/run_model.h"
#include "ui/support/plain_label.h"
#include "ui/support/run_name.h"

#include <QToolButton>

namespace prunescope::ui {

RunToolBar::RunToolBar(RunModel& run, RunActions& commands, QAction& find, QWidget* parent)
    : QToolBar(parent), run_(run), name_(new ElidedLabel(this)), figures_(new RunFigures(run, this)) {
    setObjectName(QStringLiteral("runToolBar"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addActions(commands.all());
    addSeparator();
    name_->setObjectName(QStringLiteral("runName"));
    name_->setContentsMargins(8, 0, 8, 0);
    // Takes what the buttons leave, and no more.
    name_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(name_);
    addWidget(figures_);
    addAction(&find);
    // A tool bar leaves its buttons out of the round of the Tab key.
    for (QAction* a : actions()) {
        if (auto* button = qobject_cast<QToolButton*>(widgetForAction(a)))
            button->setFocusPolicy(Qt::TabFocus);
    }
    connect(&run_, &RunModel::runChanged, this, &RunToolBar::showName);
}

QString RunToolBar::runName() const {
    return run_.hasRun() ? runTitle(run_.header()->config, run_.runId()) : tr("no run");
}

void RunToolBar::retranslate() {
    setWindowTitle(tr("Run"));
    figures_->retranslate();
    showName();
}

void RunToolBar::showName() {
    name_->setText(runName());
    const bool kept = run_.hasRun() && run_.folder() != nullptr;
    name_->setToolTip(kept ? tr("Folder: %1").arg(QString::fromStdString(run_.folder()->path().string()))
                           : QString());
}

}  // namespace prunescope::ui
