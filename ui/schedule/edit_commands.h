#pragma once

#include <QAction>
#include <QObject>

namespace prunescope::ui {

class EditHistory;

/// Undo and redo of what was applied, for menus and keys.
class EditCommands : public QObject {
    Q_OBJECT
public:
    EditCommands(EditHistory& edits, QObject* parent);

    QAction* const undo;
    QAction* const redo;

    void retranslate();
};

}  // namespace prunescope::ui
