#pragma once

#include "ui/support/page.h"

#include <QDialog>
#include <QPointer>
#include <QStringList>
#include <vector>

class QAction;
class QLineEdit;
class QListWidget;

namespace prunescope::ui {

/// Ctrl+K: type a few letters, Enter does it. Lists the enabled actions of the window with their shortcuts,
/// whose data, when they have any, are their names here, and what the pages say can be found in them.
class CommandPalette : public QDialog {
    Q_OBJECT
public:
    CommandPalette(const QList<QAction*>& actions, std::vector<Find> finds, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// What stands in a row and is looked through.
    struct Entry {
        QString text;
        QString kind;  ///< empty for a command
        std::function<void()> go;
    };
    void addActions(const QList<QAction*>& actions);
    void fill();
    void choose();
    bool moveBy(int key);

    std::vector<Entry> entries_;
    QLineEdit* words_;
    QListWidget* list_;
};

}  // namespace prunescope::ui
