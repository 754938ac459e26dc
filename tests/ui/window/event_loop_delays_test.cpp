#include "support/temporary_folder.h"
#include "ui/window/hand.h"
#include "ui/window/running_program.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <QFile>

namespace prunescope::test {
namespace {

constexpr double trainingMs = 20'000;

void quitByKeyboard() {
    Hand hand;
    const auto activate = [&](const QString& title) {
        QString window;
        waitUntil("there is a window " + title.toStdString(), [&] {
            window = hand.windowTitled(title);
            return !window.isEmpty();
        });
        hand.activate(window);
        waitUntil(title.toStdString() + " has the keyboard", [&] { return hand.activeWindow() == window; });
    };
    activate(QStringLiteral("lenet-5 · MAP · 95 % – Prunescope"));
    hand.press(QStringLiteral("ctrl+q"));
    activate(QStringLiteral("Close Prunescope"));
    hand.press(QStringLiteral("Return"));
}

/// How fast the window is says the machine as much as the program, so no figure is judged here.
TEST(EventLoopDelays, AreReportedByTheProgramAfterARun) {
    const TemporaryFolder folder;
    const QString file = QString::fromStdString((folder / "delays.json").string());
    RunningProgram program(folder / "runs", folder / "config", {QStringLiteral("--diagnose"), file});
    waitUntil("the run trains for a while", [&] {
        const auto read = program.record();
        return read && !read->record.samples.empty() && read->record.samples.back().processMs >= trainingMs;
    });
    quitByKeyboard();
    ASSERT_EQ(program.wait(), 0);

    QFile report(file);
    ASSERT_TRUE(report.open(QIODevice::ReadOnly));
    const nlohmann::json delays = nlohmann::json::parse(report.readAll().toStdString());
    const double p50 = delays.at("p50_ms");
    const double p99 = delays.at("p99_ms");
    const double worst = delays.at("worst_ms");
    EXPECT_GT(delays.at("events").get<std::int64_t>(), 100);
    EXPECT_GT(p50, 0);
    EXPECT_LE(p50, p99);
    EXPECT_LE(p99, worst);
    EXPECT_LT(worst, 120'000);
}

}  // namespace
}  // namespace prunescope::test
