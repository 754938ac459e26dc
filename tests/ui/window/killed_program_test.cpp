#include "ui/support/message_bar.h"
#include "ui/window/real_window.h"
#include "ui/window/running_program.h"

#include <gmock/gmock.h>

#include <QTableView>
#include <algorithm>

namespace prunescope::test {
namespace {

class KilledProgram : public RealWindow {
protected:
    /// A small network in a long run, so that epochs go by quickly and the kill comes in the middle.
    void rememberAnExperiment() const {
        QSettings settings(QString::fromStdString((config() / "prunescope/prunescope.conf").string()),
                           QSettings::IniFormat);
        settings.setValue(QStringLiteral("experiment/config"),
                          QStringLiteral(R"({"model": "lenet-300-100", "epochs": 200})"));
    }
    std::filesystem::path config() const { return folder_ / "config"; }
};

std::ptrdiff_t epochsIn(const store::ReadRun& read) {
    return std::count_if(read.record.evaluations.begin(), read.record.evaluations.end(),
                         [](const run::Evaluation& e) { return e.split == run::Split::validation; });
}

/// Kills the program once two epochs are recorded; returns what was on the disk before.
store::ReadRun killInMidRun(RunningProgram& program) {
    std::optional<store::ReadRun> before;
    waitUntil("two epochs are recorded", [&] {
        before = program.record();
        return before && epochsIn(*before) >= 2;
    });
    program.kill();
    return *before;
}

void expectNothingIsLost(const store::ReadRun& before, const store::ReadRun& after) {
    EXPECT_THAT(after.problems, testing::IsEmpty());
    EXPECT_EQ(after.record.outcome.state, run::RunState::running) << "it never ended";
    ASSERT_GE(after.record.samples.size(), before.record.samples.size());
    for (std::size_t i = 0; i < before.record.samples.size(); ++i) {
        const run::MetricSample& then = before.record.samples[i];
        const run::MetricSample& now = after.record.samples[i];
        ASSERT_EQ(now.step.index(), i + 1);
        ASSERT_EQ(now.loss, then.loss);
        ASSERT_EQ(now.wallMs, then.wallMs);
        ASSERT_EQ(now.sparsity, then.sparsity);
    }
    EXPECT_GE(after.record.layerStatistics.size(), before.record.layerStatistics.size());
    ASSERT_GE(after.record.evaluations.size(), before.record.evaluations.size());
    for (std::size_t i = 0; i < before.record.evaluations.size(); ++i) {
        EXPECT_EQ(after.record.evaluations[i].confusion, before.record.evaluations[i].confusion);
    }
    ASSERT_GE(after.record.events.size(), before.record.events.size());
    for (std::size_t i = 0; i < before.record.events.size(); ++i) {
        EXPECT_EQ(after.record.events[i].kind, before.record.events[i].kind);
    }
}

TEST_F(KilledProgram, LosesNothingThatWasRecordedAndIsOfferedByTheNextWindow) {
    std::string id;
    store::ReadRun before;
    {
        rememberAnExperiment();
        RunningProgram program(workspace(), config());
        before = killInMidRun(program);
        id = program.runId();
    }
    const store::ReadRun after = store::readRun(store::RunFolder(workspace() / id));
    expectNothingIsLost(before, after);

    openWindow();
    inWindow([&] { window().offerInterruptedRun(); });
    const auto& message = child<ui::MessageBar>("offerMessage");
    waitInWindow("the window says something", [&] { return message.isVisible(); });
    EXPECT_THAT(inWindow([&] { return message.text(); }).toStdString(), testing::HasSubstr(id));

    hand_.click(child<QWidget>("openOfferedButton"));
    waitInWindow("the run is shown",
                 [&] { return run().hasRun() && run().stage() == ui::RunModel::Stage::interrupted; });
    EXPECT_EQ(inWindow([&] { return run().runId(); }).toStdString(), id);
    EXPECT_FALSE(inWindow([&] { return message.isVisible(); })) << "it has been taken";
    EXPECT_EQ(inWindow([&] { return run().history().steps().size(); }), after.record.samples.size());
}

}  // namespace
}  // namespace prunescope::test
