#include "ui/bench/bench_words.h"

#include "ui/bench/bench_figures.h"
#include "ui/support/format.h"

#include <QCoreApplication>

namespace prunescope::ui {
namespace {

QString text(const char* english) {
    return QCoreApplication::translate("BenchWords", english);
}

QString reasonText(speed::Obstacle obstacle) {
    switch (obstacle) {
        case speed::Obstacle::fewMacsSaved:
            return text(QT_TRANSLATE_NOOP("BenchWords", "most of the arithmetic is left at this sparsity"));
        case speed::Obstacle::memory:
            return text(QT_TRANSLATE_NOOP("BenchWords", "memory sets the pace, not arithmetic"));
        case speed::Obstacle::otherWork:
        case speed::Obstacle::none:
            break;
    }
    return text(QT_TRANSLATE_NOOP("BenchWords",
                                  "the time goes into what pruning leaves alone, such as loading samples and "
                                  "normalisation, or into zeros that are still multiplied"));
}

QString doubtText(const speed::Report& report, const speed::Result& told) {
    switch (report.doubt()) {
        case speed::Doubt::none:
            break;
        case speed::Doubt::fewRounds:
            return text(QT_TRANSLATE_NOOP(
                            "BenchWords",
                            "Measured in %1 rounds so far; %2 are needed before anything is concluded."))
                .arg(told.inferMs.rounds)
                .arg(speed::fewestRounds);
        case speed::Doubt::runBeside:
            return text(QT_TRANSLATE_NOOP(
                "BenchWords", "No conclusion: a run trained meanwhile. Pause it and measure again."));
        case speed::Doubt::busy:
            return text(QT_TRANSLATE_NOOP(
                            "BenchWords",
                            "No conclusion: this machine was busy, other programs took %1 of the "
                            "processors' time. Close them and measure again."))
                .arg(percentText(report.otherLoad.value_or(0), 0));
        case speed::Doubt::unsteady:
            return text(QT_TRANSLATE_NOOP(
                            "BenchWords",
                            "No conclusion: from round to round the speed-up changes by %1. Close "
                            "other programs, give it more time, and measure again."))
                .arg(percentText(told.gains.spread(), 0));
        case speed::Doubt::aboveRoof:
            return text(QT_TRANSLATE_NOOP(
                            "BenchWords",
                            "No conclusion: inference at %1 lies %2 above what this machine can do "
                            "as measured beside it, so one of the two was disturbed. Measure again."))
                .arg(sparsityName(*report.aboveRoof()),
                     percentText(report.ofRoof(*report.aboveRoof()) - 1, 0));
    }
    return {};
}

/// "At 95 %" or "Your model, 95.02 % sparse".
QString subject(const speed::Result& told) {
    if (told.own)
        return text(QT_TRANSLATE_NOOP("BenchWords", "Your model is %1 sparse"))
            .arg(percentText(told.sparsity));
    return text(QT_TRANSLATE_NOOP("BenchWords", "At %1 sparsity"))
        .arg(QStringLiteral("%1 %").arg(100 * told.sparsity, 0, 'g', 5));
}

}  // namespace

QString benchSentence(const speed::Report& report) {
    const speed::Result* told = report.telling();
    if (told == nullptr)
        return text(QT_TRANSLATE_NOOP(
            "BenchWords", "Nothing was pruned: measure a sparsity above 0 to see what pruning buys."));
    if (report.doubt() != speed::Doubt::none) return doubtText(report, *told);
    const speed::Gains& gains = told->gains;
    const speed::Obstacle obstacle = report.obstacle(*told);
    if (obstacle != speed::Obstacle::none) {
        return text(QT_TRANSLATE_NOOP("BenchWords",
                                      "%1: pruning bought no speed on this machine, at best %2 times that "
                                      "without pruning, because %3."))
            .arg(subject(*told), decimalText(gains.best(), 2), reasonText(obstacle));
    }
    return text(QT_TRANSLATE_NOOP(
                    "BenchWords",
                    "%1: a training step takes %2 of dense while masks move and %3 once they are "
                    "frozen; inference answers %4 times as many samples."))
        .arg(subject(*told), decimalText(1 / gains.exploration.median, 2),
             decimalText(1 / gains.exploitation.median, 2), decimalText(gains.batch.median, 1));
}

QString machineSentence(const speed::Report& report) {
    const speed::Machine& machine = report.machine;
    const QString name = machine.name.empty() ? text(QT_TRANSLATE_NOOP("BenchWords", "this processor"))
                                              : QString::fromStdString(machine.name);
    return text(QT_TRANSLATE_NOOP("BenchWords",
                                  "%1, batch %2, threads: %3. Measured limits of %4: %5 GFLOP/s of "
                                  "multiply-adds on these threads, %6 GB/s of memory."))
        .arg(QString::fromStdString(report.request.model), countText(report.request.batch))
        .arg(report.request.threads)
        .arg(name, decimalText(machine.peakGflops(report.request.threads), 0),
             decimalText(machine.memoryGbS(), 1));
}

}  // namespace prunescope::ui
