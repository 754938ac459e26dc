#pragma once

#include <QList>

class QWidget;

namespace prunescope::ui {

/// Takes the keyboard from the pane that has it to the next one that is seen and takes it, or to the previous
/// one; there it comes back to where it was.
void focusNextPane(const QList<QWidget*>& panes, bool forward);

}  // namespace prunescope::ui
