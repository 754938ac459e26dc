#include "ui/runs/measured_cells.h"

#include "run/spread.h"
#include "store/run_list.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "view/speed_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace prunescope::ui {
namespace {

struct MeasuredCells {
    Q_DECLARE_TR_FUNCTIONS(MeasuredCells)
};

const QString noMeasure = QStringLiteral("–");

QString withDoubt(const std::string& figure, const run::Measurement& measurement) {
    const QString text = QString::fromStdString(figure);
    return measurement.doubt == run::Doubt::none ? text : text + QStringLiteral(" ?");
}

/// Why there is no figure.
QString missingTip(const store::RunSummary& run) {
    if (run.measurementProblem.empty()) return MeasuredCells::tr("The speed of this run was not measured.");
    return MeasuredCells::tr("The measurement of this run cannot be read: %1")
        .arg(engineText(run.measurementProblem));
}

/// The sentence about a figure, then what is to be known of the measurement.
QString tipOf(const QString& sentence, const run::Measurement& measurement) {
    QStringList lines{sentence};
    if (const Text doubt = view::doubtWords(measurement); !doubt.empty()) lines << engineText(doubt);
    lines << engineText(view::measuredOnWords(measurement, timeText(measurement.wallMs).toStdString()));
    return lines.join(QLatin1Char('\n'));
}

QString joinedSpread(const QString& mean, const QString& deviation, std::size_t n) {
    return QStringLiteral("%1 ± %2  n = %3").arg(mean, deviation).arg(n);
}

}  // namespace

bool hasMeasurement(const store::RunSummary& run) {
    return run.measurement != nullptr || !run.measurementProblem.empty();
}

QString oneImageText(const store::RunSummary& run) {
    if (run.measurement == nullptr) return noMeasure;
    const run::Measurement& m = *run.measurement;
    return withDoubt(view::millisecondText(m.oneImageMs().median, m.oneImage), m);
}

QString oneImageTip(const store::RunSummary& run) {
    if (run.measurement == nullptr) return missingTip(run);
    const run::Measurement& m = *run.measurement;
    const run::Quartiles& ms = m.oneImageMs();
    const auto text = [&m](double value) {
        return QString::fromStdString(view::millisecondText(value, m.oneImage));
    };
    return tipOf(MeasuredCells::tr("One sample takes %1 ms: median of %2 rounds, spread %3 to %4 ms.")
                     .arg(text(ms.median))
                     .arg(ms.rounds)
                     .arg(text(ms.lower), text(ms.upper)),
                 m);
}

QString oneImageSpeedupText(const store::RunSummary& run) {
    if (!store::oneImageSpeedup(run)) return noMeasure;
    return withDoubt(view::speedupText(run.measurement->oneImage.speedup), *run.measurement);
}

QString oneImageSpeedupTip(const store::RunSummary& run) {
    if (run.measurement == nullptr) return missingTip(run);
    return tipOf(engineText(view::oneImageWords(*run.measurement)), *run.measurement);
}

QString storedBytesText(const store::RunSummary& run) {
    return run.storedBytes ? bytesText(static_cast<double>(*run.storedBytes)) : noMeasure;
}

QString oneImageSpread(const run::Spread& ms) {
    const int decimals = view::millisecondDecimals(ms.mean) + 1;
    return joinedSpread(decimalText(ms.mean, decimals),
                        ms.deviation ? decimalText(*ms.deviation, decimals) : noMeasure, ms.n);
}

QString speedupSpread(const run::Spread& speedup) {
    const QString mean = QString::fromStdString(view::speedupText({.median = speedup.mean}));
    return joinedSpread(mean, speedup.deviation ? decimalText(*speedup.deviation, 2) : noMeasure, speedup.n);
}

QString bytesSpread(const run::Spread& bytes) {
    return joinedSpread(bytesText(bytes.mean), bytes.deviation ? bytesText(*bytes.deviation) : noMeasure,
                        bytes.n);
}

}  // namespace prunescope::ui
