#include "ui/bench/bench_notice.h"

#include "ui/support/engine_text.h"

#include <QPushButton>

namespace prunescope::ui {

BenchNotice::BenchNotice(Theme& theme, QWidget* parent) : MessageBar(theme, parent), pause_(addButton()) {
    setObjectName(QStringLiteral("benchMessage"));
    pause_->setObjectName(QStringLiteral("benchPauseRun"));
    connect(pause_, &QPushButton::clicked, this, &BenchNotice::pauseRequested);
    retranslate();
}

void BenchNotice::tell(Notice notice, const Text& failure) {
    notice_ = notice;
    failure_ = failure;
    retranslate();
}

void BenchNotice::retranslate() {
    pause_->setText(tr("Pause the run and measure"));
    pause_->setVisible(notice_ == Notice::runTrains);
    switch (notice_) {
        case Notice::none:
            return clear();
        case Notice::runTrains:
            return show(
                Kind::warning,
                tr("A run is training: it would disturb the figures. Pause it, or wait until it has ended."));
        case Notice::runLoads:
            return show(
                Kind::warning,
                tr("A run is being loaded, which would disturb the figures. Start again in a moment."));
        case Notice::runGoesOn:
            return show(
                Kind::warning,
                tr("The run trains again and disturbs the figures. Pause it, or measure again later."));
        case Notice::nothingYet:
            return show(Kind::information, tr("Stopped before the first sparsity was measured."));
        case Notice::unreadable:
            return show(Kind::warning, engineText(failure_));
        case Notice::failed:
            return show(Kind::error, engineText(failure_));
    }
}

}  // namespace prunescope::ui
