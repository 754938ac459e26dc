#pragma once

#include <QObject>

class QKeyEvent;
class QWidget;

namespace prunescope::ui {

/// Who gets a key, the control that has the focus or the window: an event filter of the application.
///
/// - A key without Ctrl or Alt is the control's when it does something with it: Space ticks the box that has
///   the focus, and pauses the run only where nothing else wants it.
/// - A shortcut of the window works in a text field too, where Qt would give Ctrl+E and Ctrl+K to the editing
///   of text. Ctrl+Z is the field's as long as there is typing to undo.
/// - Tab leaves the fields in the cells of a table as it leaves any other.
class KeyboardRules : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace prunescope::ui
