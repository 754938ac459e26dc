#include "ui/weights/weight_reason.h"

#include "prune/method.h"
#include "ui/live/run_model.h"
#include "ui/support/format.h"
#include "ui/weights/saved_weights.h"

#include <QCoreApplication>
#include <cstdint>

namespace prunescope::ui {
namespace {

struct WeightReason {
    Q_DECLARE_TR_FUNCTIONS(WeightReason)
};

/// Those that a weight is ranked with by |w|, and how many of them the last masks kept.
struct Ranking {
    QString among;  ///< "the network", "fc1"
    std::int64_t rank = 0;
    std::int64_t weights = 0;
    std::int64_t kept = 0;

    bool agrees(bool isKept) const { return (rank <= kept) == isKept; }
    /// The largest sparsity at which the weight is kept.
    double keptUpTo() const { return 1 - static_cast<double>(rank) / static_cast<double>(weights); }
};

bool ranksWholeNetwork(const run::RunConfig& config) {
    return config.pruning.scope == "global" && config.pruning.layers.empty();
}

Ranking rankingOf(const session::WeightDetail& detail, const run::RunHeader& header) {
    if (ranksWholeNetwork(header.config))
        return {WeightReason::tr("the network"), detail.rankInNetwork, header.network.prunableWeights(),
                detail.keptInNetwork};
    const run::LayerDescription* layer = describedLayer(header, detail.layer);
    return {QString::fromStdString(layer->name), detail.rankInLayer, layer->weights, detail.keptInLayer};
}

QString reasonOf(const Ranking& ranking, bool kept) {
    const QString place =
        WeightReason::tr("|w| is rank %1 of %2 in %3, of which %4 are kept.")
            .arg(countText(ranking.rank), countText(ranking.weights), ranking.among, countText(ranking.kept));
    const QString limit = percentText(ranking.keptUpTo());
    return place + QLatin1Char(' ') +
           (kept ? WeightReason::tr("It stays up to a sparsity of %1.").arg(limit)
                 : WeightReason::tr("It would come back at a sparsity of %1 or less.").arg(limit));
}

QString movedSince(const Ranking& ranking, bool kept) {
    const QString place = WeightReason::tr("|w| is now rank %1 of %2 in %3.")
                              .arg(countText(ranking.rank), countText(ranking.weights), ranking.among);
    const QString masks = kept ? WeightReason::tr("The masks that were chosen last keep it, and %1 in all.")
                               : WeightReason::tr("The masks that were chosen last cut it, and keep %1.");
    return place + QLatin1Char(' ') + masks.arg(countText(ranking.kept)) + QLatin1Char(' ') +
           WeightReason::tr("Weights have moved since, or the method ranks otherwise.");
}

}  // namespace

QString weightReason(const session::WeightDetail& detail, const RunModel& run) {
    const run::LayerDescription* layer = run.hasRun() ? describedLayer(*run.header(), detail.layer) : nullptr;
    if (layer == nullptr) return {};
    const run::RunHeader& header = *run.header();
    if (!prune::prunes(header.config.method)) return WeightReason::tr("This run prunes nothing.");
    if (header.config.pruning.budgetOf(layer->name) == 0.0)
        return WeightReason::tr("This layer is never pruned, as was asked for.");
    if (detail.keptInNetwork == header.network.prunableWeights())
        return WeightReason::tr("Nothing has been pruned yet.");
    const Ranking ranking = rankingOf(detail, header);
    return ranking.agrees(detail.kept) ? reasonOf(ranking, detail.kept) : movedSince(ranking, detail.kept);
}

}  // namespace prunescope::ui
