#include "ui/app/run_tool_bar.h"

#include "ui/app/run_actions.h"
#include "ui/app/run_figures.h"
#include "ui/live/run_model.h"
#include "ui/live/run_name.h"
#include "ui/support/plain_label.h"

#include <QEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QToolButton>

namespace prunescope::ui {

RunToolBar::RunToolBar(RunModel& run, RunActions& commands, QAction& find, QWidget* parent)
    : QToolBar(parent),
      run_(run),
      name_(new RunName(run, this)),
      nameLabel_(new ElidedLabel(this)),
      figures_(new RunFigures(run, this)) {
    setObjectName(QStringLiteral("runToolBar"));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addActions(commands.all());
    addSeparator();
    nameLabel_->setObjectName(QStringLiteral("runName"));
    nameLabel_->setContentsMargins(8, 0, 8, 0);
    // Takes what the buttons leave, and no more.
    nameLabel_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    nameLabel_->installEventFilter(this);
    addWidget(nameLabel_);
    addWidget(figures_);
    addAction(&find);
    // A tool bar leaves its buttons out of the round of the Tab key.
    for (QAction* a : actions()) {
        if (auto* button = qobject_cast<QToolButton*>(widgetForAction(a)))
            button->setFocusPolicy(Qt::TabFocus);
    }
    connect(name_, &RunName::changed, this, &RunToolBar::showName);
    connect(name_, &RunName::notGiven, this, &RunToolBar::notRenamed);
}

QString RunToolBar::runName() const {
    return run_.hasRun() ? name_->text() : tr("no run");
}

void RunToolBar::rename() {
    bool agreed = false;
    const QString name = QInputDialog::getText(
        this, tr("Rename the run"), tr("Name of the run; without one it goes by what was asked for:"),
        QLineEdit::Normal, name_->given(), &agreed);
    if (agreed) name_->give(name);
}

bool RunToolBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonDblClick && run_.folder() != nullptr) {
        rename();
        return true;
    }
    return QToolBar::eventFilter(watched, event);
}

void RunToolBar::retranslate() {
    setWindowTitle(tr("Run"));
    figures_->retranslate();
    showName();
}

void RunToolBar::showName() {
    nameLabel_->setText(runName());
    const bool kept = run_.hasRun() && run_.folder() != nullptr;
    nameLabel_->setToolTip(kept ? tr("Folder: %1\nDouble click to rename the run.")
                                      .arg(QString::fromStdString(run_.folder()->path().string()))
                                : QString());
    emit runNameChanged();
}

}  // namespace prunescope::ui
