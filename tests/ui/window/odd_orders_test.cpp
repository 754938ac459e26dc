// Odd orders of use in a real window: whatever is done one after the other, the words on the screen are those
// of the database. A few orders here; PRUNESCOPE_ODD_ORDERS=30 tries as many (tests/soak/odd_orders.py).
#include "data/idx_fixtures.h"
#include "store/run_list.h"
#include "store/run_reader.h"
#include "support/small_run.h"
#include "ui/support/format.h"
#include "ui/window/real_window.h"
#include "view/accuracy_drops.h"

#include <gmock/gmock.h>

#include <QLabel>
#include <QScreen>
#include <QTabWidget>
#include <QTableView>
#include <algorithm>
#include <cstdio>
#include <random>

namespace prunescope::test {
namespace {

using Stage = ui::RunModel::Stage;

class OddOrders : public RealWindow {
protected:
    OddOrders() {
        std::filesystem::create_directories(data());
        std::filesystem::create_directories(workspace());
        writeTinyMnist(data());
    }
    std::filesystem::path data() const { return folder_ / "data"; }

    // --- what a user does ---

    ui::RunController& control() const { return program_->run; }
    bool isLive() const {
        return inWindow([&] { return run().isLive(); });
    }
    void trigger(const char* action) const {
        auto& a = child<QAction>(action);
        inWindow([&] {
            if (a.isEnabled()) a.trigger();
        });
    }
    void startRun() {
        if (isLive()) return;
        const run::RunConfig config = smallRun(data(), "lenet-300-100", 3000);
        inWindow([&] { control().start(config); });
        waitInWindow("the run trains", [&] { return run().isLive() && run().history().steps().size() > 8; });
    }
    void stopRun() {
        if (!isLive()) return;
        trigger("stopAction");
        waitInWindow("the run ends", [&] { return !run().isLive(); });
    }
    void openRun(const std::filesystem::path& folder) {
        stopRun();
        inWindow([&] { control().open(folder); });
        waitInWindow("it is read", [&] { return run().stage() != Stage::loading; });
    }
    std::vector<std::filesystem::path> folders() const {
        std::vector<std::filesystem::path> all;
        for (const auto& summary : store::listRuns(workspace())) all.push_back(summary.folder);
        std::sort(all.begin(), all.end());
        return all;
    }
    void openAnyRun() {
        const auto all = folders();
        if (!all.empty()) openRun(all[random_() % all.size()]);
    }
    /// A copy whose database was cut in half.
    void openDamagedRun() {
        stopRun();
        const auto all = folders();
        if (all.empty()) return;
        const std::filesystem::path copy = folder_ / ("damaged-" + std::to_string(++damaged_));
        std::filesystem::copy(all.front(), copy, std::filesystem::copy_options::recursive);
        const store::RunFolder folder(copy);
        std::filesystem::remove(folder.databaseLog());
        std::filesystem::resize_file(folder.database(), std::filesystem::file_size(folder.database()) / 2);
        openRun(copy);
    }
    void openNothing() {
        const Stage before = inWindow([&] { return run().stage(); });
        if (isLive()) return;
        openRun(folder_ / "nothing-here");
        EXPECT_EQ(inWindow([&] { return run().stage(); }), before) << "what was open stays";
    }
    void takeFolderAway() {
        stopRun();
        const auto all = folders();
        if (all.size() < 2) return;
        openRun(all.back());
        std::filesystem::rename(all.back(), folder_ / ("gone-" + std::to_string(++gone_)));
        openRun(all.front());
    }
    void turnPage() { hand_.press(QStringLiteral("ctrl+%1").arg(1 + random_() % 5)); }
    void changeTheme() { trigger(random_() % 2 == 0 ? "theme1Action" : "theme2Action"); }
    void changeLanguage() { trigger(random_() % 2 == 0 ? "language_jaAction" : "language_enAction"); }
    void resize() {
        const QSize size = random_() % 2 == 0 ? QSize(1280, 720) : QSize(2400, 1400);
        inWindow([&] { window().resize(size); });
    }
    void reopen() {
        stopRun();
        if (random_() % 2 == 0) inWindow([&] { window().showMaximized(); });
        inWindow([&] { window().close(); });
        destroyWindow();
        openWindow();
        EXPECT_TRUE(inWindow([&] {
            const QRect room = window().screen()->geometry();
            return window().width() <= room.width() && window().height() <= room.height();
        }));
    }
    void pauseOrGoOn() {
        if (!isLive()) return;
        const Stage before = inWindow([&] { return run().stage(); });
        trigger("pauseAction");
        waitInWindow("it pauses or goes on", [&] { return run().stage() != before; });
    }
    void step() { trigger("stepAction"); }
    void freezeOrNot() {
        if (!isLive()) return;
        const std::size_t events = inWindow([&] { return run().events().size(); });
        trigger("freezeAction");
        waitInWindow("it is in the audit", [&] { return run().events().size() > events; });
    }
    void undo() { trigger("undoAction"); }
    void redo() { trigger("redoAction"); }
    void editTarget() {
        if (!isLive()) return;
        run::SparsitySchedule schedule = inWindow([&] { return run().snapshot()->schedule; });
        schedule.target = 0.5 + 0.01 * static_cast<double>(random_() % 45);
        const std::size_t events = inWindow([&] { return run().events().size(); });
        inWindow([&] { control().submit({.action = session::EditSchedule{schedule}}, nullptr, {}); });
        waitInWindow("it is in the audit", [&] { return run().events().size() > events; });
    }

    // --- what stands on the screen ---

    QString label(const char* name) const {
        const auto& l = child<QLabel>(name);
        return inWindow([&] { return l.text(); });
    }
    /// Holds a live run, so that the database comes to rest.
    void hold() {
        if (inWindow([&] { return run().stage(); }) == Stage::running) pauseOrGoOn();
    }
    void compareWithTheDatabase() {
        if (!inWindow([&] { return run().hasRun(); })) {
            EXPECT_TRUE(inWindow([&] { return run().stage() == Stage::none; }));
            return;
        }
        const store::RunFolder folder = inWindow([&] { return *run().folder(); });
        const std::size_t events = inWindow([&] { return run().events().size(); });
        const std::size_t steps = inWindow([&] { return run().history().steps().size(); });
        store::ReadRun read;
        waitUntil("the database holds what the window shows", [&] {
            read = store::readRun(folder);
            return read.record.events.size() >= events && read.record.samples.size() >= steps;
        });
        compareFigures(read);
        compareWords(read);
        if (pageIs(2)) {
            waitInWindow("the audit lists every event and every fall of accuracy", [&] {
                const auto* table = window().findChild<QTableView*>(QStringLiteral("auditTable"));
                const std::size_t falls = view::dropEvents(run().history(), *run().header()).size();
                return static_cast<std::size_t>(table->model()->rowCount()) ==
                       read.record.events.size() + falls;
            });
        }
    }
    bool pageIs(int page) const {
        const auto& tabs = child<QTabWidget>("pages");
        return inWindow([&] { return tabs.currentIndex() == page; });
    }
    void compareFigures(const store::ReadRun& read) {
        const auto& record = read.record;
        if (record.samples.empty()) {
            EXPECT_THAT(label("statusSparsity").toStdString(), testing::HasSubstr("–"));
            return;
        }
        const run::MetricSample& last = record.samples.back();
        EXPECT_THAT(label("statusSparsity").toStdString(),
                    testing::HasSubstr(ui::percentText(last.sparsity).toStdString()));
        EXPECT_THAT(label("statusEpoch").toStdString(),
                    testing::HasSubstr(ui::decimalText(last.epoch, 2).toStdString()));
        const auto test = std::find_if(record.evaluations.rbegin(), record.evaluations.rend(),
                                       [](const auto& e) { return e.split == run::Split::test; });
        if (test != record.evaluations.rend() && !isLive()) {
            EXPECT_THAT(label("statusTest").toStdString(),
                        testing::HasSubstr(ui::percentText(test->accuracy()).toStdString()));
        }
    }
    void compareWords(const store::ReadRun& read) {
        const bool japanese = inWindow([&] { return program_->language.code() == QLatin1String("ja"); });
        const std::string stage = label("statusStage").toStdString();
        const Stage shown = inWindow([&] { return run().stage(); });
        const run::RunState recorded = read.record.outcome.state;
        const bool ended = shown == Stage::finished || shown == Stage::stopped || shown == Stage::failed;
        EXPECT_EQ(recorded != run::RunState::running, ended) << stage;
        if (shown == Stage::stopped) {
            EXPECT_EQ(recorded, run::RunState::stopped);
        }
        if (shown == Stage::finished) {
            EXPECT_EQ(recorded, run::RunState::finished);
        }
        if (!japanese && shown == Stage::stopped) {
            EXPECT_EQ(stage, "Stopped");
        }
        if (!japanese && shown == Stage::paused) {
            EXPECT_EQ(stage, "Paused");
        }
        if (japanese) {
            EXPECT_THAT(stage, testing::Not(testing::MatchesRegex("[ -~]*"))) << "another language";
        }
        EXPECT_EQ(!read.problems.empty(), inWindow([&] { return !run().problems().empty(); }));
        if (!read.problems.empty()) {
            EXPECT_FALSE(label("statusWhy").isEmpty()) << "damage is said";
        }
        if (!read.record.samples.empty() && isLive()) {
            const auto& button = child<QAction>("freezeAction");
            const bool frozen = read.record.samples.back().phase == run::Phase::exploitation;
            const QString text = inWindow([&] { return button.text(); });
            if (!japanese && frozen) {
                EXPECT_EQ(text.toStdString(), "Unfreeze");
            }
        }
    }
    void doSomething() {
        using Act = void (OddOrders::*)();
        static const std::vector<Act> acts{
            &OddOrders::startRun,       &OddOrders::startRun,       &OddOrders::stopRun,
            &OddOrders::openAnyRun,     &OddOrders::openDamagedRun, &OddOrders::openNothing,
            &OddOrders::takeFolderAway, &OddOrders::turnPage,       &OddOrders::turnPage,
            &OddOrders::changeTheme,    &OddOrders::changeLanguage, &OddOrders::resize,
            &OddOrders::reopen,         &OddOrders::pauseOrGoOn,    &OddOrders::step,
            &OddOrders::freezeOrNot,    &OddOrders::freezeOrNot,    &OddOrders::undo,
            &OddOrders::redo,           &OddOrders::editTarget};
        const std::size_t which = random_() % acts.size();
        done_ += std::to_string(which) + " ";
        (this->*acts[which])();
    }

    std::mt19937 random_;
    int damaged_ = 0;
    int gone_ = 0;
    std::string done_;
};

TEST_F(OddOrders, LeaveEveryWordTrue) {
    bool given = false;
    const int asked = qEnvironmentVariableIntValue("PRUNESCOPE_ODD_ORDERS", &given);
    const int orders = given ? asked : 3;
    constexpr int deeds = 12;
    openWindow();
    int bad = 0;
    for (int order = 0; order < orders; ++order) {
        random_.seed(static_cast<unsigned>(order + 1));
        done_.clear();
        const int before =
            testing::UnitTest::GetInstance()->current_test_info()->result()->total_part_count();
        for (int deed = 0; deed < deeds; ++deed) doSomething();
        hold();
        compareWithTheDatabase();
        const int after = testing::UnitTest::GetInstance()->current_test_info()->result()->total_part_count();
        if (after == before) continue;
        ++bad;
        ADD_FAILURE() << "order " << order + 1 << ": " << done_;
    }
    stopRun();
    std::printf("%d tried, %d bad endings\n", orders, bad);
}

}  // namespace
}  // namespace prunescope::test
