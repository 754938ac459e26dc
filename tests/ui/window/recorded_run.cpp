#include "ui/window/recorded_run.h"

#include "base/person.h"
#include "model/weights_file.h"
#include "session/command.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace prunescope::test {

namespace event = session::event;

RecordedRun::RecordedRun(const std::filesystem::path& folder)
    : folder_(folder), read_(store::readRun(folder_)) {}

const run::AuditEvent& RecordedRun::recorded(const char* kind, std::size_t which) const {
    for (const run::AuditEvent& e : read_.record.events) {
        if (e.kind == kind && which-- == 0) return e;
    }
    throw std::runtime_error(std::string("the record has no event ") + kind);
}

void RecordedRun::expectTheEdits(const std::string& reason, double target) const {
    const auto schedule = [](const run::EventValues& values) {
        return std::get<run::SparsitySchedule>(values);
    };
    const auto strengths = [](const run::EventValues& values) {
        return std::get<run::AttentionStrengths>(values).z;
    };
    const run::AuditEvent& edit = recorded(event::scheduleEdited);
    EXPECT_EQ(edit.reason, reason);
    EXPECT_EQ(schedule(edit.before).target, 0.95);
    EXPECT_EQ(schedule(edit.after).target, target);
    const run::AuditEvent& undone = recorded(event::scheduleEdited, 1);
    EXPECT_GT(undone.sequence, edit.sequence);
    EXPECT_EQ(undone.note.english(), "undo: " + reason);
    EXPECT_EQ(undone.reason, "");
    EXPECT_EQ(undone.before, edit.after);
    EXPECT_EQ(undone.after, edit.before);
    const run::AuditEvent& strength = recorded(event::attentionSet);
    const auto before = strengths(strength.before);
    auto expected = before;
    expected.at(1) = 2.5;
    EXPECT_NE(before, expected);
    EXPECT_EQ(strengths(strength.after), expected);
    const std::vector<run::LayerStatistic>& statistics = read_.record.layerStatistics;
    const auto later = std::find_if(statistics.begin(), statistics.end(), [&](const auto& s) {
        return s.layer.value == 1 && s.step.value > strength.step.value + 1;
    });
    ASSERT_NE(later, statistics.end());
    const auto& measures = read_.record.header.measures;
    const auto z = std::find_if(measures.begin(), measures.end(), [](const auto& m) { return m.key == "z"; });
    ASSERT_NE(z, measures.end());
    EXPECT_EQ(later->ofMethod[static_cast<std::size_t>(z - measures.begin())], 2.5) << "the run follows";
}

void RecordedRun::expectTheHandling() const {
    EXPECT_EQ(recorded(event::stepped).step, recorded(event::paused).step);
    EXPECT_EQ(recorded(event::resumed).step.value, recorded(event::paused).step.value + 1);
    EXPECT_GT(recorded(event::frozen).step, recorded(event::resumed).step);
    EXPECT_EQ(recorded(event::stopRequested).note.english(), "the window was closed");
    for (const char* kind : {event::scheduleEdited, event::attentionSet, event::paused, event::stepped,
                             event::resumed, event::frozen, event::stopRequested}) {
        EXPECT_EQ(recorded(kind).who, personHere()) << kind;
    }
    std::int64_t sequence = 0;
    for (const run::AuditEvent& e : read_.record.events) {
        EXPECT_EQ(e.sequence, ++sequence);
        EXPECT_NE(e.kind, event::refused) << (e.refusal ? e.refusal->why.english() : "");
    }
}

void RecordedRun::expectAnEndInMidRun() const {
    EXPECT_THAT(read_.problems, testing::IsEmpty());
    const run::RunRecord& record = read_.record;
    EXPECT_EQ(record.outcome.state, run::RunState::stopped);
    EXPECT_EQ(record.events.back().kind, event::stopped);
    ASSERT_FALSE(record.samples.empty());
    EXPECT_LT(record.outcome.step.value, record.header.totalSteps) << "the window was closed in mid-run";
    EXPECT_EQ(record.samples.size(), record.outcome.step.index()) << "every step is recorded";
    EXPECT_EQ(record.samples.back().step, record.outcome.step);
    ASSERT_FALSE(record.evaluations.empty());
    EXPECT_EQ(record.evaluations.back().step, record.outcome.step) << "the end was measured";
}

void RecordedRun::expectFrozenMasks() const {
    const StepIndex frozen = recorded(event::frozen).step;
    const std::vector<run::MetricSample>& samples = read_.record.samples;
    EXPECT_GT(samples.back().sparsity, 0.05);
    EXPECT_EQ(samples.back().phase, run::Phase::exploitation);
    for (const run::MetricSample& sample : samples) {
        if (sample.step.value > frozen.value) {
            ASSERT_EQ(sample.sparsity, samples.back().sparsity) << sample.step.value;
        }
    }
}

void RecordedRun::expectWeightsThatAgree() const {
    const model::WeightsFile weights = model::readWeights(folder_.weights());
    EXPECT_EQ(weights.metadata.at("step"), std::to_string(read_.record.outcome.step.value));
    const std::vector<run::LayerStatistic>& statistics = read_.record.layerStatistics;
    std::int64_t all = 0;
    std::int64_t kept = 0;
    std::int32_t layer = 0;
    for (const model::NamedTensor& tensor : weights.tensors) {
        if (!tensor.name.ends_with(".mask")) continue;
        const auto& mask = std::get<std::vector<std::uint8_t>>(tensor.values);
        const std::string name = tensor.name.substr(0, tensor.name.size() - 5);
        const auto& used = std::get<std::vector<float>>(weights.find(name)->values);
        ASSERT_EQ(used.size(), mask.size());
        for (std::size_t i = 0; i < mask.size(); ++i) {
            ASSERT_TRUE(mask[i] != 0 || used[i] == 0) << name << ": a weight that is cut is used";
        }
        const std::int64_t keptHere = std::count(mask.begin(), mask.end(), std::uint8_t{1});
        const auto last = std::find_if(statistics.rbegin(), statistics.rend(),
                                       [&](const auto& s) { return s.layer.value == layer; });
        ASSERT_NE(last, statistics.rend());
        EXPECT_EQ(last->kept, keptHere) << name;
        all += static_cast<std::int64_t>(mask.size());
        kept += keptHere;
        ++layer;
    }
    EXPECT_EQ(all, read_.record.header.network.prunableWeights());
    ASSERT_GT(all, 0);
    EXPECT_NEAR(read_.record.samples.back().sparsity,
                1 - static_cast<double>(kept) / static_cast<double>(all), 1e-12);
}

}  // namespace prunescope::test
