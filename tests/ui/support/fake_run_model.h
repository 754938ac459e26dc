#pragma once

#include "ui/live/run_model.h"

#include <map>
#include <utility>
#include <variant>
#include <vector>

namespace prunescope::ui {

/// A run that a test puts together by hand: sets the fields, then emits the signals.
class FakeRunModel : public RunModel {
public:
    std::filesystem::path workspaceNow;
    Stage stageNow = Stage::none;
    std::optional<run::RunHeader> headerNow;
    QString idNow;
    std::optional<store::RunFolder> folderNow;
    Text failureNow;
    view::RunHistory historyNow;
    std::vector<run::AuditEvent> eventsNow;
    std::shared_ptr<session::Snapshot> snapshotNow = std::make_shared<session::Snapshot>();
    std::vector<run::RunConfig> started;
    struct StartedBranch {
        BranchOrigin origin;
        run::RunConfig config;
    };
    std::vector<StartedBranch> branched;
    bool canTrainLongerNow = false;
    std::vector<std::int64_t> trainedLonger;  ///< to these epochs
    bool canGoOnNow = false;
    int wentOn = 0;
    /// Everything submitted; each is answered at once with `answerNow`.
    std::vector<session::Command> submitted;
    /// Those of one kind.
    template <class Action>
    std::vector<Action> submittedOf() const {
        std::vector<Action> list;
        for (const session::Command& command : submitted) {
            if (const auto* action = std::get_if<Action>(&command.action)) list.push_back(*action);
        }
        return list;
    }
    session::CommandResult answerNow{.accepted = true, .refusal = {}, .step = StepIndex{0}};
    /// Everything asked, each with whoever waits for the answer.
    struct Asked {
        session::Query query;
        std::function<void(const session::QueryAnswer&)> take;
    };
    std::vector<Asked> asked;
    bool answersWatching = true;  ///< at once, without a picture
    template <class Query>
    std::vector<Query> askedOf() const {
        std::vector<Query> list;
        for (const Asked& one : asked) {
            if (const auto* query = std::get_if<Query>(&one.query)) list.push_back(*query);
        }
        return list;
    }
    /// Answers the last question of that kind, or refuses it.
    template <class Query>
    void answerLast(typename Query::Answer content) {
        finishLast<Query>({std::make_shared<const typename Query::Answer>(std::move(content)), {}});
    }
    template <class Query>
    void refuseLast(const Text& why) {
        finishLast<Query>({nullptr, why});
    }
    template <class Query>
    void finishLast(const session::Answered<typename Query::Answer>& answer) {
        for (auto one = asked.rbegin(); one != asked.rend(); ++one) {
            if (!std::holds_alternative<Query>(one->query)) continue;
            const auto take = one->take;
            return take(answer);
        }
    }

    const std::filesystem::path& workspace() const override { return workspaceNow; }
    void start(const run::RunConfig& config) override { started.push_back(config); }
    bool canGoOn() const override { return canGoOnNow; }
    void goOn() override { ++wentOn; }
    bool canTrainLonger() const override { return canTrainLongerNow; }
    void trainLonger(std::int64_t epochs) override { trainedLonger.push_back(epochs); }
    void startBranch(const BranchOrigin& origin, const run::RunConfig& config) override {
        branched.push_back({origin, config});
    }
    Stage stage() const override { return stageNow; }
    const run::RunHeader* header() const override { return headerNow ? &*headerNow : nullptr; }
    QString runId() const override { return idNow; }
    const store::RunFolder* folder() const override { return folderNow ? &*folderNow : nullptr; }
    Text failure() const override { return failureNow; }
    std::vector<Text> problems() const override { return {}; }
    const view::RunHistory& history() const override { return historyNow; }
    const std::vector<run::AuditEvent>& events() const override { return eventsNow; }
    std::shared_ptr<const session::Snapshot> snapshot() const override { return snapshotNow; }
    void submit(session::Command command, QObject* /*guard*/, Answer answer) override {
        submitted.push_back(std::move(command));
        if (answer) answer(answerNow);
    }

protected:
    void askAny(session::Query query, QObject* /*guard*/,
                std::function<void(const session::QueryAnswer&)> take) override {
        asked.push_back({std::move(query), std::move(take)});
        if (answersWatching && std::holds_alternative<session::WatchWeights>(asked.back().query))
            asked.back().take(session::Answered<session::WeightPicture>{});
    }
};

}  // namespace prunescope::ui
