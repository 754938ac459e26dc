#include "ui/experiment/run_series.h"

#include "prune/method.h"

#include <QRegularExpression>
#include <QStringList>
#include <algorithm>

namespace prunescope::ui {
namespace {

constexpr std::int64_t mostSeeds = 100;
/// As a configuration takes it.
constexpr std::int64_t highestSeed = 9'000'000'000'000'000;
/// The method that prunes nothing.
constexpr const char* dense = "dense";

struct SeedRange {
    std::int64_t first;
    std::int64_t last;
};

std::optional<SeedRange> writtenRange(const QString& text) {
    const QStringList ends = text.split(QLatin1Char('-'));
    if (ends.size() > 2) return std::nullopt;
    bool firstIsNumber = false;
    bool lastIsNumber = false;
    const SeedRange range{ends.first().toLongLong(&firstIsNumber), ends.last().toLongLong(&lastIsNumber)};
    const bool possible = firstIsNumber && lastIsNumber && range.first >= 0 && range.last >= range.first &&
                          range.last <= highestSeed && range.last - range.first < mostSeeds;
    return possible ? std::optional(range) : std::nullopt;
}

run::RunConfig twinOf(run::RunConfig config) {
    config.method = dense;
    config.methodOptions = nlohmann::json::object();
    return config;
}

}  // namespace

std::optional<std::vector<std::int64_t>> writtenSeeds(const QString& text) {
    static const QRegularExpression between(QStringLiteral("[,;、，\\s]+"));
    std::vector<std::int64_t> seeds;
    for (const QString& part : text.split(between, Qt::SkipEmptyParts)) {
        const auto range = writtenRange(part);
        if (!range) return std::nullopt;
        for (std::int64_t seed = range->first; seed <= range->last; ++seed) {
            if (std::find(seeds.begin(), seeds.end(), seed) == seeds.end()) seeds.push_back(seed);
        }
        if (seeds.size() > static_cast<std::size_t>(mostSeeds)) return std::nullopt;
    }
    return seeds;
}

std::vector<run::RunConfig> runsOf(const run::RunConfig& experiment, const RunSeries& series) {
    std::vector<run::RunConfig> runs{experiment};
    for (const std::int64_t seed : series.moreSeeds) {
        if (seed == experiment.seed) continue;
        runs.push_back(experiment);
        runs.back().seed = seed;
    }
    if (!series.denseTwin || !prune::prunes(experiment.method)) return runs;
    const std::size_t pruned = runs.size();
    for (std::size_t i = 0; i < pruned; ++i) runs.push_back(twinOf(runs[i]));
    return runs;
}

}  // namespace prunescope::ui
