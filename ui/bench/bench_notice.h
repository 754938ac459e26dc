#pragma once

#include "base/text.h"
#include "ui/support/message_bar.h"

#include <cstdint>

class QPushButton;

namespace prunescope::ui {

/// What stands in the way of a measurement, or became of it; with the button that takes a run out of the way.
class BenchNotice : public MessageBar {
    Q_OBJECT
public:
    enum class Notice : std::uint8_t { none, runTrains, runLoads, runGoesOn, nothingYet, unreadable, failed };

    explicit BenchNotice(Theme& theme, QWidget* parent = nullptr);

    /// `failure`: what went wrong, where the notice does not say so itself.
    void tell(Notice notice, const Text& failure = {});
    Notice told() const { return notice_; }
    void retranslate();

signals:
    void pauseRequested();

private:
    Notice notice_ = Notice::none;
    Text failure_;
    QPushButton* pause_;
};

}  // namespace prunescope::ui
