#pragma once

#include <QList>

class QAction;
class QWidget;

/// What the menu Help opens.
namespace prunescope::ui {

/// The shortcuts of those that have one.
void showShortcuts(const QList<QAction*>& actions, QWidget* parent);
void showHelp(QWidget* parent);
void showAbout(QWidget* parent);

}  // namespace prunescope::ui
