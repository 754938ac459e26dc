// How long an action on the page Compare keeps the window busy when the workspace holds many runs.
//
//     runs_page_bench [RUNS [ROUNDS [WIDTH HEIGHT]]]
//
// Records RUNS short runs (1,000) of ten networks' names, targets and seeds in a temporary folder, opens the
// page on them, and carries out every action ROUNDS times (5). Prints, for each, the longest turn of the
// event loop (how long the window does not answer) and the time until nothing is left to do, as median / most
// in milliseconds.

#include "support/temporary_folder.h"
#include "ui/runs/runs_model.h"
#include "ui/runs/runs_page.h"
#include "ui/runs/workspace.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

namespace {

using namespace prunescope;

/// So long nothing has been done: whatever an action has asked for, timers of redrawing included, is over.
constexpr double usualQuietMs = 300;
constexpr double readingMs = 5000;  ///< another thread reads the workspace first
constexpr double shortestTurnMs = 0.5;

double milliseconds(const QElapsedTimer& clock) {
    return static_cast<double>(clock.nsecsElapsed()) * 1e-6;
}

struct Busy {
    double longest = 0;
    double whole = 0;
};

Busy measured(const std::function<void()>& act, double quietMs = usualQuietMs) {
    QElapsedTimer since;
    since.start();
    act();
    Busy busy{.longest = milliseconds(since), .whole = milliseconds(since)};
    while (milliseconds(since) - busy.whole < quietMs) {
        QElapsedTimer turn;
        turn.start();
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        const double ms = milliseconds(turn);
        if (ms < shortestTurnMs) {
            QTest::qSleep(1);
            continue;
        }
        busy.longest = std::max(busy.longest, ms);
        busy.whole = milliseconds(since);
    }
    return busy;
}

void print(const char* what, int rounds, const std::function<void(int)>& act, double quietMs = usualQuietMs) {
    std::vector<double> longest;
    std::vector<double> whole;
    for (int round = 0; round < rounds; ++round) {
        const Busy busy = measured([&] { act(round); }, quietMs);
        longest.push_back(busy.longest);
        whole.push_back(busy.whole);
    }
    std::sort(longest.begin(), longest.end());
    std::sort(whole.begin(), whole.end());
    std::printf("%-34s longest turn %6.1f / %6.1f   until done %6.1f / %6.1f ms\n", what,
                longest[longest.size() / 2], longest.back(), whole[whole.size() / 2], whole.back());
    std::fflush(stdout);
}

void record(const std::filesystem::path& workspace, int runs) {
    for (int i = 0; i < runs; ++i) {
        test::recordRun(workspace, {.name = "run-" + std::to_string(i),
                                    .model = "mlp:" + std::to_string(100 + 10 * (i / 100)),
                                    .startedMs = test::exampleStartMs + 1000 * i,
                                    .sparsity = 0.5 + 0.049 * (i / 10 % 10),
                                    .target = 0.5 + 0.049 * (i / 10 % 10),
                                    .seed = i % 10});
    }
}

/// What a user does, one action each; those that turn something on turn it off in the next round.
void measure(ui::RunsPage& page, int rounds) {
    auto& table = *page.findChild<QTableView*>(QStringLiteral("runsTable"));
    auto& search = *page.findChild<QLineEdit*>(QStringLiteral("runsFilter"));
    auto& tabs = *page.findChild<QTabBar*>(QStringLiteral("runsPictureTabs"));
    const auto tick = [&](int row) {
        const QModelIndex cell = table.model()->index(row, ui::RunsModel::compare);
        const bool on = cell.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        table.model()->setData(cell, on ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    };
    const auto order = [](int round) { return round % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder; };
    print("sort by sparsity", rounds,
          [&](int round) { table.sortByColumn(ui::RunsModel::sparsity, order(round)); });
    print("sort by name", rounds, [&](int round) { table.sortByColumn(ui::RunsModel::name, order(round)); });
    print("filter by a word", rounds,
          [&](int round) { search.setText(round % 2 == 0 ? QStringLiteral("190") : QString()); });
    print("filter by a figure", rounds,
          [&](int round) { search.setText(round % 2 == 0 ? QStringLiteral("sparsity>0.8") : QString()); });
    search.clear();
    print("tick a run", 2 * rounds, [&](int round) { tick(round / 2); });
    for (int row = 0; row < 10; ++row) tick(3 * row);
    print("tick the eleventh run", 2 * rounds, [&](int) { tick(31); });
    print("move to another row", rounds, [&](int round) { table.selectRow(20 * round); });
    print("group by seed, and not", 2 * rounds,
          [&](int) { page.findChild<QPushButton*>(QStringLiteral("groupRunsButton"))->click(); });
    print("next picture", 2 * tabs.count(),
          [&](int round) { tabs.setCurrentIndex((round + 1) % tabs.count()); });
    tabs.setCurrentIndex(1);
    print("filter below the scatter", rounds,
          [&](int round) { search.setText(round % 2 == 0 ? QStringLiteral("190") : QString()); });
    print(
        "read the workspace again", rounds, [&](int) { page.refresh(); }, readingMs);
}

}  // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    const auto number = [&](int i, int otherwise) { return argc > i ? std::atoi(argv[i]) : otherwise; };
    const int runs = number(1, 1000);
    const test::TemporaryFolder folder;
    record(folder / "runs", runs);
    QSettings settings(QString::fromStdString((folder / "settings.ini").string()), QSettings::IniFormat);
    ui::Theme theme;
    ui::FakeRunModel run;
    run.workspaceNow = folder / "runs";
    ui::RunsPage page(ui::PageContext{run, theme, settings});
    page.resize(number(3, 1600), number(4, 900));
    QElapsedTimer opening;
    opening.start();
    page.show();
    auto* table = page.findChild<QTableView*>(QStringLiteral("runsTable"));
    if (!QTest::qWaitFor([&] { return table->model()->rowCount() == runs; }, 120'000)) {
        std::fprintf(stderr, "error: the page shows %d of %d runs\n", table->model()->rowCount(), runs);
        return EXIT_FAILURE;
    }
    std::printf("%d runs are listed after %.0f ms\n", runs, milliseconds(opening));
    measured([] {});
    measure(page, number(2, 5));
    return EXIT_SUCCESS;
}
