// How long the live charts of a long run keep the window's thread busy, and what its record holds in memory.
//
//     training_page_bench [STEPS [REFRESHES [WIDTH HEIGHT [LAYERS]]]]
//
// The training page shows a run of STEPS recorded steps of LAYERS prunable layers (4), one mask update in
// sixteen, and follows it while it grows by twelve steps at a time. Prints the longest turn of the event loop
// of every refresh as least / median / 99th percentile / most in milliseconds, smoothed and raw.

#include "ui/curve/live_draft.h"
#include "ui/support/fake_run_model.h"
#include "ui/support/theme.h"
#include "ui/training/training_page.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QSlider>
#include <QTemporaryDir>
#include <QThread>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <vector>

namespace {

using namespace prunescope;

constexpr std::int64_t stepsPerEpoch = 430;
constexpr std::int64_t stepsPerUpdate = 16;
constexpr std::int64_t stepsPerRefresh = 12;
constexpr int turnsPerRefresh = 80;

double residentMegabytes() {
    std::ifstream status("/proc/self/statm");
    long total = 0;
    long resident = 0;
    status >> total >> resident;
    return static_cast<double>(resident) * 4096 / 1e6;
}

run::RunHeader header(std::int64_t steps, std::int32_t layerCount) {
    run::RunHeader header;
    header.totalSteps = steps;
    header.config.epochs = std::max<std::int64_t>(1, steps / stepsPerEpoch);
    for (std::int32_t l = 0; l < layerCount; ++l) {
        header.network.layers.push_back({.name = "fc" + std::to_string(l + 1),
                                         .kind = "dense",
                                         .weights = 1000,
                                         .prunable = LayerIndex{l}});
    }
    return header;
}

void grow(view::RunHistory& history, std::int64_t from, std::int64_t to, std::int64_t end) {
    for (std::int64_t step = from; step < to; ++step) {
        const double x = static_cast<double>(step) / static_cast<double>(end);
        const double noise = std::sin(static_cast<double>(step) * 12.9898) * 0.1;
        history.append(run::MetricSample{.step = StepIndex{step},
                                         .epoch = static_cast<double>(step) / stepsPerEpoch,
                                         .wallMs = step * 20,
                                         .processMs = static_cast<double>(step) * 20,
                                         .loss = 1 - x + noise,
                                         .accuracy = x - noise,
                                         .targetSparsity = 0.95 * x,
                                         .sparsity = 0.95 * x});
        if (step % stepsPerUpdate != 0) continue;
        std::vector<run::LayerStatistic> layers;
        for (std::int32_t l = 0; l < static_cast<std::int32_t>(history.layers().size()); ++l) {
            layers.push_back({.step = StepIndex{step},
                              .layer = LayerIndex{l},
                              .weights = 1000,
                              .kept = static_cast<std::int64_t>(1000 - 900 * x),
                              .cut = step % 37,
                              .revived = step % 23,
                              .ofMethod = {1 - x + 0.1 * noise, 1 - x, 1 - x, 1}});
        }
        history.append(layers);
    }
}

/// The longest turn of the event loop of every refresh, in milliseconds.
std::vector<double> measure(ui::FakeRunModel& run, std::int64_t& step, std::int64_t end, int refreshes) {
    std::vector<double> longest;
    QElapsedTimer clock;
    for (int i = 0; i < refreshes; ++i) {
        grow(run.historyNow, step, step + stepsPerRefresh, end);
        step += stepsPerRefresh;
        emit run.historyGrew();
        double worst = 0;
        for (int turn = 0; turn < turnsPerRefresh; ++turn) {
            clock.start();
            QCoreApplication::processEvents();
            worst = std::max(worst, static_cast<double>(clock.nsecsElapsed()) * 1e-6);
            QThread::msleep(1);
        }
        longest.push_back(worst);
    }
    std::sort(longest.begin(), longest.end());
    return longest;
}

void print(const char* what, const std::vector<double>& ms) {
    const auto at = [&](double share) {
        return ms[static_cast<std::size_t>(share * static_cast<double>(ms.size() - 1))];
    };
    std::printf("%-28s %6.2f / %6.2f / %6.2f / %6.2f ms\n", what, at(0), at(0.5), at(0.99), at(1));
    std::fflush(stdout);
}

}  // namespace

int main(int argc, char** argv) {
    const QApplication application(argc, argv);
    const auto number = [&](int i, int otherwise) { return argc > i ? std::atoi(argv[i]) : otherwise; };
    const std::int64_t steps = number(1, 1'000'000);
    const int refreshes = number(2, 100);
    const std::int32_t layers = number(5, 4);
    const std::int64_t end = steps + 2 * refreshes * stepsPerRefresh;
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    ui::Theme theme;
    ui::FakeRunModel run;
    ui::LiveDraft draft(run);
    ui::TrainingPage page{ui::WindowContext{{run, theme, settings}, draft}};
    page.resize(number(3, 1900), number(4, 1000));
    page.show();

    const double before = residentMegabytes();
    run.headerNow = header(end, layers);
    run.historyNow = view::RunHistory(static_cast<std::size_t>(layers), 0, run::attentionMeasures());
    run.stageNow = ui::RunModel::Stage::running;
    emit run.stageChanged();
    emit run.runChanged();
    std::int64_t step = steps;
    grow(run.historyNow, 1, steps, end);
    std::printf("%lld recorded steps: %.0f MB\n", static_cast<long long>(steps),
                residentMegabytes() - before);
    emit run.historyGrew();
    QElapsedTimer settling;
    settling.start();
    while (settling.elapsed() < 2000) QCoreApplication::processEvents();
    print("smoothed, whole run", measure(run, step, end, refreshes));
    page.findChild<QSlider*>()->setValue(0);
    print("raw, whole run", measure(run, step, end, refreshes));
    std::printf("with what the charts hold: %.0f MB\n", residentMegabytes() - before);
    return 0;
}
