#pragma once

#include "run/records.h"
#include "run/run_keeper.h"
#include "run/schedule.h"
#include "session/command.h"
#include "view/histogram.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace prunescope::session {

/// A layer's weights at one step, as a picture shows them.
struct WeightPicture {
    RequestTile request;
    StepIndex step;
    view::WeightTile tile;
    view::MagnitudeHistogram histogram;
    float threshold = 0;                    ///< smallest |w| that is kept
    std::optional<StepIndex> maskUpdate{};  ///< when the masks were chosen that the tile's marks speak of
};

/// One weight at one step. What a saved run does not tell is left out.
struct WeightDetail {
    LayerIndex layer;
    std::int64_t index = 0;
    StepIndex step;
    float value = 0;      ///< latent
    float effective = 0;  ///< what the forward pass uses
    bool kept = true;
    std::int64_t rankInLayer = 0;           ///< by |w|, 1 = largest
    std::int64_t rankInNetwork = 0;         ///< likewise, among all prunable weights
    std::optional<double> attention{};      ///< A, in [b, 1]
    std::optional<std::int64_t> changes{};  ///< how often it was cut or came back
    std::optional<StepIndex> lastChange{};  ///< when it was cut or came back last
};

/// The answer to `PreviewMasks`: layers from input to output.
struct MaskPreview {
    double sparsity = 0;
    StepIndex step;
    std::vector<std::int64_t> kept;
};

/// Why a run is paused.
enum class PauseReason : std::uint8_t {
    asked,      ///< by a command, or after the one step that was asked for
    recording,  ///< there is no room for more records; it goes on by itself when they have been written
};

/// A live run at a step boundary. Whoever holds one may keep it: it never changes.
struct Snapshot {
    run::RunState state = run::RunState::running;
    Text message;  ///< why the run failed, or where its files are if not where they belong
    bool paused = false;
    bool ending = false;  ///< no step comes any more: the network is measured and the run is saved
    PauseReason pauseReason = PauseReason::asked;  ///< while paused
    std::optional<run::RecordingTrouble> trouble;  ///< nothing while all that is recorded reaches the disk
    run::Phase phase = run::Phase::exploration;
    StepIndex step;
    std::int64_t totalSteps = 0;
    double epoch = 0;
    double processMs = 0;
    double imagesPerSecond = 0;  ///< measured over the last second or so, evaluations left out
    double secondsLeft = 0;      ///< estimated
    double requestedSparsity = 0;
    double sparsity = 0;
    run::SparsitySchedule schedule;
    /// The target that somebody asked for last; a guard may have put a lower one into the schedule.
    std::optional<double> askedTarget{};
    std::vector<run::LayerStatistic> layers;  ///< of the last mask update
    std::vector<bool> runsSparse;  ///< by prunable layer: its output comes from the kept weights alone
    std::optional<run::MetricSample> sample;  ///< of the last step
    std::optional<run::Evaluation> validation;
    std::optional<run::Evaluation> test;
    std::shared_ptr<const WeightPicture> picture;
    std::shared_ptr<const WeightDetail> inspected;  ///< of the latest `InspectWeight`
    std::shared_ptr<const MaskPreview> preview;     ///< of the latest `PreviewMasks`
};

}  // namespace prunescope::session
