#pragma once

#include "ui/live/run_model.h"
#include "ui/support/message_bar.h"

namespace prunescope::ui {

/// Says while a run trains that what it records does not reach the disk, since when and why, and saves it
/// elsewhere when the user wants that; and at its end, where its files are when not where they belong.
class RecordingNotice : public MessageBar {
    Q_OBJECT
public:
    RecordingNotice(RunModel& run, Theme& theme, QWidget* parent = nullptr);

    /// Goes on recording below the folder; shows why when that is refused.
    void saveBelow(const std::filesystem::path& folder);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void showTrouble(const session::Snapshot& snapshot);
    void retranslate();
    void askForFolder();

    RunModel& run_;
    QPushButton* elsewhere_;
    QString refusal_;  ///< why the run could not be saved elsewhere
};

}  // namespace prunescope::ui
