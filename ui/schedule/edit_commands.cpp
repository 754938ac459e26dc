#include "ui/schedule/edit_commands.h"

#include "ui/schedule/edit_history.h"

namespace prunescope::ui {

EditCommands::EditCommands(EditHistory& edits, QObject* parent)
    : QObject(parent), undo(new QAction(this)), redo(new QAction(this)) {
    undo->setObjectName(QStringLiteral("undoAction"));
    redo->setObjectName(QStringLiteral("redoAction"));
    undo->setShortcut(QKeySequence::Undo);
    redo->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Z);
    connect(undo, &QAction::triggered, &edits, &EditHistory::undo);
    connect(redo, &QAction::triggered, &edits, &EditHistory::redo);
    connect(&edits, &EditHistory::canUndoChanged, undo, &QAction::setEnabled);
    connect(&edits, &EditHistory::canRedoChanged, redo, &QAction::setEnabled);
    undo->setEnabled(edits.canUndo());
    redo->setEnabled(edits.canRedo());
}

void EditCommands::retranslate() {
    undo->setText(tr("Undo the last edit of the run"));
    redo->setText(tr("Redo the last edit of the run"));
}

}  // namespace prunescope::ui
