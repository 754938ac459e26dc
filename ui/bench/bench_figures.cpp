#include "ui/bench/bench_figures.h"

#include "ui/support/format.h"

#include <QCoreApplication>
#include <QStringList>
#include <cmath>

namespace prunescope::ui {
namespace {

using speed::Quartiles;
using speed::Report;
using speed::Result;
using Unit = BenchFigure::Unit;

constexpr const char* shareHelp = QT_TRANSLATE_NOOP(
    "BenchFigures", "The time of a step beside that of a step without pruning; below 1 it is faster.");
constexpr const char* explorationHelp =
    QT_TRANSLATE_NOOP("BenchFigures",
                      "Exploration is the part of training in which masks still move, so that pruned weights "
                      "learn and may come back; its weight gradient stays dense.");
constexpr const char* exploitationHelp =
    QT_TRANSLATE_NOOP("BenchFigures",
                      "Exploitation is the part of training in which masks are frozen, so that kept weights "
                      "alone are computed with.");
constexpr const char* percentileHelp = QT_TRANSLATE_NOOP(
    "BenchFigures",
    "Latency is how long one sample waits for its answer on one thread; half of all answers "
    "are faster than the median, 95 (99) of 100 faster than the 95th (99th) percentile.");
constexpr const char* speedupHelp =
    QT_TRANSLATE_NOOP("BenchFigures",
                      "How many times as many samples as the network without pruning answers in the same "
                      "time; in theory: its multiply-accumulates / those of the kept weights.");
constexpr const char* gflopsHelp = QT_TRANSLATE_NOOP(
    "BenchFigures",
    "Billions of additions and multiplications a second in inference of a batch, those with kept weights "
    "alone; beside it what the machine can do at most on so many threads.");

double inferenceGflops(const Report& r, double macs, double ms) {
    return r.gflops(macs, ms);
}
const speed::Theory* anyTheory(const Report& r) {
    return r.results.empty() ? nullptr : &r.results.front().theory;
}
double one(const Report& /*report*/) {
    return 1;
}
double peak(const Report& r) {
    return r.machine.peakGflops(r.request.threads);
}

const Quartiles& explorationMs(const Result& x) {
    return x.explorationMs;
}
const Quartiles& exploitationMs(const Result& x) {
    return x.exploitationMs;
}
const Quartiles& inferMs(const Result& x) {
    return x.inferMs;
}
const Quartiles& denseStepMs(const Report& r) {
    return r.dense.stepMs;
}
const Quartiles& denseInferMs(const Report& r) {
    return r.dense.inferMs;
}

std::vector<BenchFigure> trainingFigures() {
    return {
        {QT_TRANSLATE_NOOP("BenchFigures", "Step in exploration, ms"), explorationHelp, "exploration_ms",
         Unit::milliseconds, Evidence::measured,
         [](const Report&, const Result& x) { return x.explorationMs.median; },
         [](const Report& r) { return r.dense.stepMs.median; }, explorationMs, denseStepMs},
        {QT_TRANSLATE_NOOP("BenchFigures", "Step in exploration, of dense"), shareHelp,
         "exploration_of_dense", Unit::share, Evidence::measured,
         [](const Report&, const Result& x) { return 1 / x.gains.exploration.median; }, one,
         [](const Result& x) -> const Quartiles& { return x.gains.exploration; }},
        {QT_TRANSLATE_NOOP("BenchFigures", "Step in exploration, of dense"), shareHelp,
         "exploration_of_dense_theoretical", Unit::share, Evidence::theoretical,
         [](const Report&, const Result& x) { return 1 / x.theory.explorationSpeedup(); }, one},
        {QT_TRANSLATE_NOOP("BenchFigures", "Step in exploitation, ms"), exploitationHelp, "exploitation_ms",
         Unit::milliseconds, Evidence::measured,
         [](const Report&, const Result& x) { return x.exploitationMs.median; },
         [](const Report& r) { return r.dense.stepMs.median; }, exploitationMs, denseStepMs},
        {QT_TRANSLATE_NOOP("BenchFigures", "Step in exploitation, of dense"), shareHelp,
         "exploitation_of_dense", Unit::share, Evidence::measured,
         [](const Report&, const Result& x) { return 1 / x.gains.exploitation.median; }, one,
         [](const Result& x) -> const Quartiles& { return x.gains.exploitation; }},
        {QT_TRANSLATE_NOOP("BenchFigures", "Step in exploitation, of dense"), shareHelp,
         "exploitation_of_dense_theoretical", Unit::share, Evidence::theoretical,
         [](const Report&, const Result& x) { return 1 / x.theory.exploitationSpeedup(); }, one},
    };
}

std::vector<BenchFigure> inferenceFigures() {
    return {
        {QT_TRANSLATE_NOOP("BenchFigures", "Inference, samples/s"), speedupHelp, "infer_images_per_second",
         Unit::perSecond, Evidence::measured,
         [](const Report& r, const Result& x) { return r.imagesPerSecond(x.inferMs.median); },
         [](const Report& r) { return r.imagesPerSecond(r.dense.inferMs.median); }, inferMs, denseInferMs},
        {QT_TRANSLATE_NOOP("BenchFigures", "Inference, speed-up"), speedupHelp, "infer_speedup", Unit::factor,
         Evidence::measured, [](const Report&, const Result& x) { return x.gains.batch.median; }, one,
         [](const Result& x) -> const Quartiles& { return x.gains.batch; }},
        {QT_TRANSLATE_NOOP("BenchFigures", "Inference, speed-up"), speedupHelp, "infer_speedup_theoretical",
         Unit::factor, Evidence::theoretical,
         [](const Report&, const Result& x) { return x.theory.speedup(); }, one},
        {QT_TRANSLATE_NOOP("BenchFigures", "One sample, median, µs"), percentileHelp, "batch1_median_us",
         Unit::microseconds, Evidence::measured,
         [](const Report&, const Result& x) { return x.batch1.median; },
         [](const Report& r) { return r.dense.batch1.median; }},
        {QT_TRANSLATE_NOOP("BenchFigures", "One sample, 95th percentile, µs"), percentileHelp,
         "batch1_p95_us", Unit::microseconds, Evidence::measured,
         [](const Report&, const Result& x) { return x.batch1.p95; },
         [](const Report& r) { return r.dense.batch1.p95; }},
        {QT_TRANSLATE_NOOP("BenchFigures", "One sample, 99th percentile, µs"), percentileHelp,
         "batch1_p99_us", Unit::microseconds, Evidence::measured,
         [](const Report&, const Result& x) { return x.batch1.p99; },
         [](const Report& r) { return r.dense.batch1.p99; }},
        {QT_TRANSLATE_NOOP("BenchFigures", "Inference, GFLOP/s"), gflopsHelp, "infer_gflops", Unit::gflops,
         Evidence::measured,
         [](const Report& r, const Result& x) {
             return inferenceGflops(r, x.theory.macsLeft, x.inferMs.median);
         },
         [](const Report& r) {
             const speed::Theory* theory = anyTheory(r);
             return theory == nullptr ? NAN : inferenceGflops(r, theory->macs, r.dense.inferMs.median);
         },
         inferMs, denseInferMs},
        {QT_TRANSLATE_NOOP("BenchFigures", "Machine's peak, GFLOP/s"), gflopsHelp, "peak_gflops",
         Unit::gflops, Evidence::measured, [](const Report& r, const Result&) { return peak(r); }, peak},
        {QT_TRANSLATE_NOOP("BenchFigures", "Stored size"),
         QT_TRANSLATE_NOOP("BenchFigures",
                           "Bytes of all parameters, each layer stored sparse where that is smaller: 8 for "
                           "each kept weight and 4 for each row, else 4 for each weight."),
         "bytes_theoretical", Unit::bytes, Evidence::theoretical,
         [](const Report&, const Result& x) { return static_cast<double>(x.theory.storedBytes); },
         [](const Report& r) {
             const speed::Theory* theory = anyTheory(r);
             return theory == nullptr ? NAN : static_cast<double>(theory->denseBytes);
         }},
    };
}

double valueOf(const BenchFigure& figure, const Report& report, const Result* result) {
    return result == nullptr ? figure.dense(report) : figure.pruned(report, *result);
}

QString valueText(BenchFigure::Unit unit, double value) {
    switch (unit) {
        case Unit::milliseconds:
            return decimalText(value, 3);
        case Unit::share:
            return decimalText(value, 2);
        case Unit::perSecond:
            return countText(static_cast<std::int64_t>(value));
        case Unit::factor:
            return decimalText(value, 2) + QStringLiteral(" ×");
        case Unit::microseconds:
        case Unit::gflops:
            return decimalText(value, 1);
        case Unit::bytes:
            return bytesText(value);
    }
    return {};
}

QStringList csvLine(const Report& report, const Result* result) {
    QStringList cells{
        result == nullptr ? QStringLiteral("dense")
        : result->own     ? QStringLiteral("own model")
                          : QStringLiteral("pruned"),
        result == nullptr ? QStringLiteral("0") : QString::number(result->theory.sparsity, 'g', 9)};
    const auto cell = [](double value) {
        return std::isfinite(value) ? QString::number(value, 'g', 9) : QString();
    };
    for (const BenchFigure& figure : benchFigures()) {
        cells << cell(valueOf(figure, report, result));
        if (figure.prunedRounds != nullptr) cells << cell(figure.plusMinus(report, result).value_or(NAN));
    }
    return cells;
}

}  // namespace

const std::vector<BenchFigure>& benchFigures() {
    static const std::vector<BenchFigure> figures = [] {
        std::vector<BenchFigure> all = trainingFigures();
        const std::vector<BenchFigure> inference = inferenceFigures();
        all.insert(all.end(), inference.begin(), inference.end());
        return all;
    }();
    return figures;
}

QString benchText(const char* english) {
    return QCoreApplication::translate("BenchFigures", english);
}

QString evidenceText(Evidence evidence) {
    return evidence == Evidence::measured ? benchText(QT_TRANSLATE_NOOP("BenchFigures", "measured"))
                                          : benchText(QT_TRANSLATE_NOOP("BenchFigures", "theoretical"));
}

std::optional<double> BenchFigure::plusMinus(const Report& report, const Result* result) const {
    const bool known = result == nullptr ? denseRounds != nullptr : prunedRounds != nullptr;
    if (!known) return std::nullopt;
    const Quartiles& rounds = result == nullptr ? denseRounds(report) : prunedRounds(*result);
    if (rounds.rounds < speed::fewestRounds) return std::nullopt;
    return rounds.spread() / 2;
}

QString figureText(const BenchFigure& figure, const Report& report, const Result* result) {
    const double value = valueOf(figure, report, result);
    if (!std::isfinite(value)) return QStringLiteral("–");
    const std::optional<double> change = figure.plusMinus(report, result);
    const QString text = valueText(figure.unit, value);
    return change ? QStringLiteral("%1 ± %2").arg(text, percentText(*change, 0)) : text;
}

QString sparsityName(const Result& result) {
    if (!result.own) return QStringLiteral("%1 %").arg(100 * result.sparsity, 0, 'g', 5);
    return benchText(QT_TRANSLATE_NOOP("BenchFigures", "your model, %1")).arg(percentText(result.sparsity));
}

QString benchCsv(const Report& report) {
    QStringList head{QStringLiteral("network"), QStringLiteral("sparsity")};
    for (const BenchFigure& figure : benchFigures()) {
        head << QLatin1String(figure.column);
        if (figure.prunedRounds != nullptr)
            head << QLatin1String(figure.column) + QLatin1String("_plus_minus");
    }
    QStringList lines{head.join(QLatin1Char(',')), csvLine(report, nullptr).join(QLatin1Char(','))};
    for (const Result& result : report.results) lines << csvLine(report, &result).join(QLatin1Char(','));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace prunescope::ui
