#pragma once

#include "base/text.h"
#include "ui/live/run_model.h"
#include "ui/support/job.h"
#include "ui/weights/saved_weights.h"

namespace prunescope::ui {

/// Brings pictures of the weights and details of single ones: from the live run, or from the file that a run
/// left. Asks for nothing until it is activated.
class WeightFeed : public QObject {
    Q_OBJECT
public:
    enum class State {
        none,     ///< no run
        loading,  ///< the run or its weights are being read
        ready,
        missing,  ///< the run has ended and saved no weights
        failed,   ///< `problem()` says why its weights cannot be read
    };

    explicit WeightFeed(RunModel& run, QObject* parent = nullptr);

    void setActive(bool active);
    /// The picture that is wanted from now on. One request is under way at a time; of those that come
    /// meanwhile the last counts.
    void want(const session::WatchWeights& request);
    void inspect(LayerIndex layer, std::int64_t index);

    const RunModel& run() const { return run_; }
    State state() const { return state_; }
    const Text& problem() const { return problem_; }
    /// Null until the first has come.
    std::shared_ptr<const session::WeightPicture> picture() const { return picture_; }
    std::shared_ptr<const session::WeightDetail> detail() const { return detail_; }

signals:
    void stateChanged();
    void pictureChanged();
    void detailChanged();
    void refused(const prunescope::Text& reason);

private:
    void forget();
    void followStage();
    void takeSnapshot();
    void request();
    void requestLive();
    void requestSaved();
    void loadSaved();
    void setState(State state);

    RunModel& run_;
    bool active_ = false;
    State state_ = State::none;
    Text problem_;
    quint64 runs_ = 0;  ///< counts runs: answers of an earlier one are dropped
    bool underWay_ = false;
    std::optional<session::WatchWeights> wanted_;
    std::optional<session::WatchWeights> sent_;
    std::shared_ptr<const SavedWeights> saved_;
    std::shared_ptr<const session::WeightPicture> picture_;
    std::shared_ptr<const session::WeightDetail> detail_;
    Job reading_, picturing_, inspecting_;  ///< of what a run left
};

}  // namespace prunescope::ui
