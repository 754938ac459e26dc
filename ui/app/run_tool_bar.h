#pragma once

#include <QToolBar>

class QAction;

namespace prunescope::ui {

class ElidedLabel;
class RunActions;
class RunFigures;
class RunModel;

/// The commands of the run, which run it is, and its figures.
class RunToolBar : public QToolBar {
    Q_OBJECT
public:
    /// `find` stands at the end.
    RunToolBar(RunModel& run, RunActions& commands, QAction& find, QWidget* parent);

    /// The name of the run on display, as the window's title has it, too.
    QString runName() const;
    void retranslate();

private:
    void showName();

    RunModel& run_;
    ElidedLabel* name_;
    RunFigures* figures_;
};

}  // namespace prunescope::ui
