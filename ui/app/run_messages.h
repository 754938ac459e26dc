#pragma once

#include "ui/live/run_controller.h"
#include "ui/support/job.h"
#include "ui/support/message_bar.h"

#include <QObject>

class QPushButton;

namespace prunescope::store {
struct RunSummary;
}

namespace prunescope::ui {

/// What the window says of the run on display: what of it cannot be read or why it failed, above the pages;
/// what was refused and what was found in the workspace, over their foot.
class RunMessages : public QObject {
    Q_OBJECT
public:
    /// `centre` holds the pages already.
    RunMessages(RunController& run, Theme& theme, QWidget& centre);

    /// Stands above the pages: of an opened run, why it failed, or what of it cannot be read.
    MessageBar& condition() { return *condition_; }
    void warn(const Text& why);
    void inform(MessageBar::Words words);
    /// Looks in the background whether the newest run of the workspace was cut off, and offers it then.
    void offerInterruptedRun();
    void retranslate();

signals:
    void openRequested(const std::filesystem::path& folder);
    /// `offerInterruptedRun` has looked, whether or not there was such a run.
    void interruptedRunLookedFor();

private:
    void addBarsAtTheFoot(QWidget& centre, Theme& theme);
    void followRun();
    void followStage();
    void showCondition();
    void tellLiveFailure();
    void offer(const store::RunSummary& run);

    RunController& run_;
    MessageBar* condition_;
    MessageBar* message_;
    MessageBar* offer_;  ///< of a run that was cut off
    QPushButton* openOffered_;
    QPushButton* dismissOffer_;
    std::filesystem::path offered_;
    bool wasLive_ = false;
    Job lookingBack_;  ///< for a run that was cut off
};

}  // namespace prunescope::ui
