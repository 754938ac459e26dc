#pragma once

#include <QDialog>
#include <QPointer>

class QAction;
class QLineEdit;
class QListWidget;

namespace prunescope::ui {

/// Ctrl+K: type a few letters, Enter does it. Lists the enabled actions of the window with their shortcuts.
/// An action's data, when it has any, is its name here.
class CommandPalette : public QDialog {
    Q_OBJECT
public:
    CommandPalette(const QList<QAction*>& actions, QWidget* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void trigger();

    QList<QPointer<QAction>> actions_;
    QLineEdit* filter_;
    QListWidget* list_;
};

}  // namespace prunescope::ui
