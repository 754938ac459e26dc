#pragma once

#include "data/idx_fixtures.h"
#include "support/demo_run.h"
#include "support/small_run.h"
#include "support/temporary_folder.h"
#include "support/write_record.h"
#include "ui/app/main_window.h"
#include "ui/runs/workspace.h"
#include "ui/support/language.h"
#include "ui/support/theme.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QSettings>
#include <QTest>
#include <functional>
#include <map>
#include <memory>
#include <vector>

/// The window as the program builds it, on a workspace of its own.
namespace prunescope::ui {

class WholeWindow {
public:
    explicit WholeWindow(const QString& languageCode = QStringLiteral("en"))
        : settings(QString::fromStdString((folder_ / "settings.ini").string()), QSettings::IniFormat) {
        std::filesystem::create_directories(workspace());
        std::filesystem::create_directories(data());
        test::writeTinyMnist(data());
        language.choose(languageCode);
        theme.choose(Theme::Choice::light);
        theme.applyTo(*qApp);
    }

    std::filesystem::path workspace() const { return folder_ / "runs"; }
    std::filesystem::path data() const { return folder_ / "data"; }

    void open() {
        run = std::make_unique<RunController>(clock_, workspace());
        window = std::make_unique<MainWindow>(*run, theme, language, settings, entries);
        window->show();
    }
    /// As at the end of the program.
    void close() {
        window.reset();
        run.reset();
    }

    /// LeNet-5 on a handful of images.
    run::RunConfig smallRun(std::int64_t epochs) const { return test::smallRun(data(), "lenet-5", epochs); }

    bool waitForStage(RunModel::Stage stage) const {
        return QTest::qWaitFor([&] { return run->stage() == stage; }, 60'000);
    }
    session::CommandResult ask(session::Action action, const std::string& reason = {}) const {
        std::optional<session::CommandResult> answer;
        run->submit({.action = std::move(action), .reason = reason}, nullptr,
                    [&](const session::CommandResult& r) { answer = r; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 60'000)) ADD_FAILURE() << "no answer";
        return answer.value_or(session::CommandResult{});
    }
    /// A live run that holds, with a few edits behind it.
    bool holdARun() const {
        run->start(smallRun(2000));
        if (!QTest::qWaitFor([&] { return run->history().steps().size() > 20; }, 60'000)) return false;
        if (!ask(session::Pause{}).accepted || !waitForStage(RunModel::Stage::paused)) return false;
        run::SparsitySchedule longer = run->snapshot()->schedule;
        longer.target = 0.975;
        run::SparsitySchedule late = longer;
        late.end = StepIndex{1};
        return ask(session::EditSchedule{longer}, "validation accuracy dips; let it go further").accepted &&
               ask(session::SetAttention{LayerIndex{2}, 0.8}).accepted &&
               !ask(session::EditSchedule{late}).accepted &&
               QTest::qWaitFor([&] { return run->events().size() >= 5; }, 60'000);
    }
    /// A whole run of 15 epochs, with weights of the right shape, and one that was cut off.
    void recordRuns() const {
        const run::RunRecord record = test::demoRun();
        test::writeRecord(finishedRun(), record);
        test::DemoOptions options;
        options.seed = 2;
        options.target = 0.98;
        test::writeRecord(workspace() / "2026-01-02_000000_fashion-mnist_lenet-5_map_98",
                          test::killedAt(test::demoRun(options), 2000));
        RunController trainer(clock_, folder_ / "other");
        trainer.start(smallRun(1));
        if (!QTest::qWaitFor([&] { return trainer.stage() == RunModel::Stage::finished; }, 60'000))
            ADD_FAILURE() << "the small run does not end";
        std::filesystem::copy_file(trainer.folder()->weights(), store::RunFolder(finishedRun()).weights());
    }
    std::filesystem::path finishedRun() const {
        return workspace() / "2026-01-01_000000_fashion-mnist_lenet-5_map_95";
    }
    bool openFinishedRun() const {
        run->open(finishedRun());
        return waitForStage(RunModel::Stage::finished);
    }

    template <class T>
    T* find(const char* name) const {
        return window->findChild<T*>(QString::fromLatin1(name));
    }

private:
    test::TemporaryFolder folder_;
    session::SystemClock clock_;

public:
    QSettings settings;
    Language language;
    Theme theme;
    std::vector<PageEntry> entries = pages();
    std::unique_ptr<RunController> run;
    std::unique_ptr<MainWindow> window;
};

/// Tests of the window that use its actions.
class WholeWindowTest : public testing::Test {
protected:
    QAction* action(const char* name) const {
        auto* found = whole.find<QAction>(name);
        EXPECT_NE(found, nullptr) << name;
        return found;
    }

    WholeWindow whole;
};

}  // namespace prunescope::ui
