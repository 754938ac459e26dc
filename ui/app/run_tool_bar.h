#pragma once

#include "base/text.h"

#include <QToolBar>

class QAction;

namespace prunescope::ui {

class ElidedLabel;
class RunActions;
class RunFigures;
class RunModel;
class RunName;

/// The commands of the run, which run it is, and its figures.
class RunToolBar : public QToolBar {
    Q_OBJECT
public:
    /// `find` stands at the end.
    RunToolBar(RunModel& run, RunActions& commands, QAction& find, QWidget* parent);

    /// What the run on display is called, as the window's title has it, too.
    QString runName() const;
    /// Asks for another name.
    void rename();
    void retranslate();

signals:
    void runNameChanged();
    void notRenamed(const prunescope::Text& why);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showName();

    RunModel& run_;
    RunName* name_;
    ElidedLabel* nameLabel_;
    RunFigures* figures_;
};

}  // namespace prunescope::ui
