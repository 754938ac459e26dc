#include "ui/experiment/run_estimate.h"

#include "ui/live/run_model.h"

#include <QThread>
#include <cmath>

namespace prunescope::ui {
namespace {

constexpr double passesPerStep = 3;
/// Before anything was measured: a guess at the order of magnitude, replaced after the first run.
constexpr double usualSpeedPerCore = 12e9;
constexpr double usualImages = 60'000;
constexpr double shortestMeasuredMs = 2'000;

const QString speedKey = QStringLiteral("estimate/macsPerSecond");

QString imagesKey(const std::string& dataset) {
    return QStringLiteral("estimate/images/") + QString::fromStdString(dataset);
}

double positiveOr(const QVariant& value, double otherwise) {
    const double number = value.toDouble();
    return std::isfinite(number) && number > 0 ? number : otherwise;
}

}  // namespace

double estimatedSeconds(const NetworkFacts& facts, const run::RunConfig& config, const QSettings& settings) {
    const double speed =
        positiveOr(settings.value(speedKey), usualSpeedPerCore * QThread::idealThreadCount());
    const double images = positiveOr(settings.value(imagesKey(config.dataset)), usualImages) *
                          config.dataShare * (1 - config.validationFraction);
    return static_cast<double>(facts.macs) * passesPerStep * images * static_cast<double>(config.epochs) /
           speed;
}

std::optional<double> measuredSeconds(const NetworkFacts& facts, const run::RunConfig& config,
                                      const QSettings& settings) {
    const bool measured = positiveOr(settings.value(speedKey), 0) > 0 &&
                          positiveOr(settings.value(imagesKey(config.dataset)), 0) > 0;
    if (!measured || !facts.isKnown()) return std::nullopt;
    return estimatedSeconds(facts, config, settings);
}

void learnSpeed(const RunModel& run, QSettings& settings) {
    const auto snapshot = run.snapshot();
    const run::RunHeader* header = run.header();
    if (header == nullptr || snapshot->processMs < shortestMeasuredMs) return;
    const run::DatasetDescription& dataset = header->dataset;
    const double images = snapshot->epoch * static_cast<double>(dataset.trainImages);
    const double macs = static_cast<double>(header->network.macs()) * passesPerStep * images;
    if (macs <= 0) return;
    settings.setValue(speedKey, 1000 * macs / snapshot->processMs);
    settings.setValue(
        imagesKey(header->config.dataset),
        static_cast<qint64>(dataset.trainImages + dataset.validationImages + dataset.leftOutImages));
}

}  // namespace prunescope::ui
