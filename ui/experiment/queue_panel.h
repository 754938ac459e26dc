#pragma once

#include <QSettings>
#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace prunescope::ui {

class QueueForecast;
class RunModel;
class RunQueue;

/// The runs that wait for their turn, with their order and how long they will take; hidden while none waits.
class QueuePanel : public QWidget {
    Q_OBJECT
public:
    QueuePanel(RunQueue& queue, RunModel& run, QSettings& settings, QWidget* parent);
    void retranslate();

private:
    void refresh();
    void sayWhen();
    void enableButtons();
    void moveCurrent(bool up);
    void removeCurrent();

    RunQueue& queue_;
    QueueForecast* forecast_;
    QLabel* title_;
    QLabel* end_;  ///< when all of them will have ended
    QListWidget* list_;
    QPushButton *up_, *down_, *remove_, *goOn_;
};

}  // namespace prunescope::ui
