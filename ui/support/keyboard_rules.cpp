#include "ui/support/keyboard_rules.h"

#include "ui/support/tab_stops.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QAbstractSpinBox>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMainWindow>

namespace prunescope::ui {
namespace {

template <class... Controls>
bool isOneOf(const QObject& widget) {
    return (... || (qobject_cast<const Controls*>(&widget) != nullptr));
}

bool isControl(const QWidget& widget) {
    return isOneOf<QAbstractButton, QComboBox, QAbstractItemView, QAbstractSpinBox, QLineEdit,
                   QAbstractSlider>(widget);
}

bool hasNoModifier(const QKeyEvent& key) {
    return !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

/// Of the keys that a person types, not of F1 to F35, which no control wants.
bool isPlainKey(const QKeyEvent& key) {
    return hasNoModifier(key) && (key.key() < Qt::Key_F1 || key.key() > Qt::Key_F35);
}

const QLineEdit* textOf(const QWidget& control) {
    if (const auto* box = qobject_cast<const QComboBox*>(&control)) return box->lineEdit();
    return qobject_cast<const QLineEdit*>(&control);
}

/// The undoing of typing. A number field has none of its own: it takes its number back with Esc.
bool undoesTyping(const QWidget& control, const QKeyEvent& key) {
    const QLineEdit* text = textOf(control);
    if (text == nullptr || text->isReadOnly()) return false;
    return (key.matches(QKeySequence::Undo) && text->isUndoAvailable()) ||
           (key.matches(QKeySequence::Redo) && text->isRedoAvailable());
}

bool isShortcut(const QWidget& window, const QKeyEvent& key) {
    const QKeySequence pressed(key.keyCombination());
    for (const QAction* action : window.findChildren<QAction*>()) {
        if (action->isEnabled() && action->shortcutContext() == Qt::WindowShortcut &&
            action->shortcuts().contains(pressed))
            return true;
    }
    return false;
}

bool isTab(const QKeyEvent& key) {
    return key.key() == Qt::Key_Tab || key.key() == Qt::Key_Backtab;
}

/// A field that stands in a cell of a table for good.
bool isCellEditor(const QWidget& widget) {
    const QWidget* viewport = widget.parentWidget();
    if (viewport == nullptr) return false;
    const auto* view = qobject_cast<const QAbstractItemView*>(viewport->parentWidget());
    return view != nullptr && view->viewport() == viewport;
}

/// True when the event has been dealt with.
bool decideShortcut(QWidget& control, QKeyEvent& key) {
    if (isPlainKey(key) && isControl(control)) {
        key.accept();
        return true;
    }
    if (hasNoModifier(key) || undoesTyping(control, key) || !isShortcut(*control.window(), key)) return false;
    key.ignore();
    return true;
}

}  // namespace

bool KeyboardRules::eventFilter(QObject* watched, QEvent* event) {
    const bool asks = event->type() == QEvent::ShortcutOverride;
    if ((!asks && event->type() != QEvent::KeyPress) || !watched->isWidgetType()) return false;
    auto& control = *static_cast<QWidget*>(watched);
    auto& key = *static_cast<QKeyEvent*>(event);
    if (asks) return &control == QApplication::focusWidget() && decideShortcut(control, key);
    const bool plain = isTab(key) && !(key.modifiers() & ~Qt::ShiftModifier);
    if (!plain || !isCellEditor(control) || qobject_cast<QMainWindow*>(control.window()) == nullptr)
        return false;
    const bool back = key.key() == Qt::Key_Backtab || key.modifiers().testFlag(Qt::ShiftModifier);
    return moveFocus(*control.window(), !back);
}

}  // namespace prunescope::ui
