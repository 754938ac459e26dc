#pragma once

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace prunescope::ui {

class RunQueue;

/// The runs that wait for their turn, with their order; hidden while none waits.
class QueuePanel : public QWidget {
    Q_OBJECT
public:
    QueuePanel(RunQueue& queue, QWidget* parent);
    void retranslate();

private:
    void refresh();
    void enableButtons();
    void moveCurrent(bool up);
    void removeCurrent();

    RunQueue& queue_;
    QLabel* title_;
    QListWidget* list_;
    QPushButton *up_, *down_, *remove_, *goOn_;
};

}  // namespace prunescope::ui
