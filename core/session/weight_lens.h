#pragma once

#include "session/clock.h"
#include "session/query.h"
#include "session/run_control.h"
#include "train/trainer.h"

#include <memory>
#include <optional>

namespace prunescope::session {

/// Answers what is asked of a live run's weights and masks, and keeps the picture that somebody watches up to
/// date.
class WeightLens {
public:
    /// All must outlive it.
    WeightLens(train::Trainer& trainer, const RunControl& control, const Clock& clock)
        : trainer_(trainer), control_(control), clock_(clock) {}

    Answered<WeightPicture> answer(const WatchWeights& query);
    Answered<WeightDetail> answer(const InspectWeight& query);
    Answered<MaskPreview> answer(const PreviewMasks& query);

    /// Brings the watched picture up to date, unless that would slow the training down.
    void refresh();
    /// Null when nobody watches.
    std::shared_ptr<const WeightPicture> picture() const { return picture_; }

private:
    WeightPicture take(const WeightPicture* known) const;
    view::ImageShape imageShape(LayerIndex layer) const;

    train::Trainer& trainer_;
    const RunControl& control_;
    const Clock& clock_;
    std::optional<WatchWeights> watched_;
    std::shared_ptr<const WeightPicture> picture_;
    bool whole_ = true;      ///< its histogram is of the same step as its tile
    double finishedMs_ = 0;  ///< when the last whole picture was finished
    double costMs_ = 0;      ///< how long it took
};

}  // namespace prunescope::session
