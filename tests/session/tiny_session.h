#pragma once

#include "data/idx_fixtures.h"
#include "data/registry.h"
#include "session/session.h"
#include "support/small_run.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <memory>
#include <utility>
#include <vector>

namespace prunescope::session {

/// Keeps everything that is recorded. Read it after the run has ended.
class MemorySink : public run::RunSink {
public:
    void begin(const run::RunHeader& header) override { record_.header = header; }
    void takeUp(const run::TakeUp& /*kept*/, const run::AuditEvent& event) override { record(event); }
    void record(const run::MetricSample& sample) override { record_.samples.push_back(sample); }
    void record(const std::vector<run::LayerStatistic>& s) override {
        record_.layerStatistics.insert(record_.layerStatistics.end(), s.begin(), s.end());
    }
    void record(const run::MaskUpdateRecord& update) override { record_.maskUpdates.push_back(update); }
    void record(const run::Evaluation& evaluation) override { record_.evaluations.push_back(evaluation); }
    void record(const run::AuditEvent& event) override { record_.events.push_back(event); }
    void record(const run::ImageAnswers& answers) override { record_.imageAnswers.push_back(answers); }
    void finish(const run::RunOutcome& outcome) override { record_.outcome = outcome; }

    const run::RunRecord& kept() const { return record_; }
    /// Kinds of the audit events, in their order.
    std::vector<std::string> eventKinds() const {
        std::vector<std::string> kinds;
        for (const run::AuditEvent& event : record_.events) kinds.push_back(event.kind);
        return kinds;
    }

private:
    run::RunRecord record_;
};

/// Live runs of a network of 784 x 16 x 10 on a data set of a few images. Change `config_` before a start.
class TinySession : public testing::Test {
protected:
    TinySession() {
        test::writeTinyMnist(folder_.path());
        config_ = test::smallRun(folder_.path(), "mlp:16", 25);
        config_.threads = 2;
    }

    std::unique_ptr<Session> start(run::RunSink& sink, const SessionOptions& options) const {
        auto dataset = data::loadDataset(config_);
        return std::make_unique<Session>(
            std::make_unique<train::Trainer>(train::ResolvedConfig(config_), std::move(dataset)), sink,
            clock_, options);
    }
    std::unique_ptr<Session> start(run::RunSink& sink, bool paused) const {
        return start(sink, SessionOptions{.startPaused = paused});
    }

    static CommandResult ask(Session& live, Action action) {
        return live.submit({.action = std::move(action)}).get();
    }

    template <class Q>
    requires requires { typename Q::Answer; }
    static Answered<typename Q::Answer> ask(Session& live, Q query) {
        return std::get<Answered<typename Q::Answer>>(live.ask(query).get());
    }

    test::TemporaryFolder folder_;
    run::RunConfig config_;
    SystemClock clock_;
};

}  // namespace prunescope::session
