#pragma once

#include "ui/experiment/network_probe.h"

#include <QWidget>
#include <cstddef>
#include <optional>

class QLabel;
class QPushButton;

namespace prunescope::ui {

class MessageBar;
class SummaryPanel;
class Theme;

/// The foot of the page on which runs are set up: what they cost, why they cannot start, and the buttons that
/// start them or let them wait.
class StartFooter : public QWidget {
    Q_OBJECT
public:
    StartFooter(Theme& theme, QWidget* parent);

    MessageBar& message() const { return *message_; }
    /// Of one run; nothing: it is being found out, or cannot be.
    void showFacts(const std::optional<NetworkFacts>& facts, double seconds);
    void setRuns(std::size_t count);
    /// Why nothing can start, empty when it can, and what is said of it here, which may be less where the
    /// reason stands elsewhere. `queueable`: the runs may wait for their turn.
    void setBlocker(const QString& why, const QString& said, bool queueable);
    void retranslate();

signals:
    void startClicked();
    void queueClicked();

private:
    void layOut();
    void styleStart();
    void nameStart();

    Theme& theme_;
    SummaryPanel* summary_;
    MessageBar* message_;
    QLabel* blocker_;
    QPushButton* queue_;
    QPushButton* start_;
    std::size_t runs_ = 1;
    std::optional<NetworkFacts> facts_;
    double seconds_ = 0;
};

}  // namespace prunescope::ui
