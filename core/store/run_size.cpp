#include "store/run_size.h"

#include "store/header_reader.h"
#include "store/tables.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <vector>

namespace prunescope::store {
namespace {

using KeptWeights = std::map<LayerIndex, std::int64_t>;

/// By layer, as the last so many statistics have it: those of one mask update stand together.
KeptWeights lastKept(Database& database, TextBudget& budget, std::size_t layers) {
    const Table<run::LayerStatistic>& table = layerStatisticTable();
    const auto columns = columnsIn(table, database.integer("PRAGMA user_version"));
    Statement statement(database, fmt::format("SELECT {} FROM {} NOT INDEXED ORDER BY id DESC LIMIT {}",
                                              fmt::join(columns, ", "), table.name, layers));
    KeptWeights kept;
    while (statement.step()) {
        Row row(statement, budget, 0);
        const run::LayerStatistic statistic = table.decode(row);
        kept.try_emplace(statistic.layer, statistic.kept);
    }
    return kept;
}

}  // namespace

std::optional<std::int64_t> readStoredBytes(Database& database, TextBudget& budget, bool whole) try {
    const run::NetworkDescription network = readNetwork(database, budget);
    if (network.layers.empty()) return std::nullopt;
    const KeptWeights known = lastKept(database, budget, run::prunableNames(network).size());
    if (known.empty() && !whole) return std::nullopt;
    std::vector<std::int64_t> kept;
    for (const run::LayerDescription& layer : network.layers) {
        if (!layer.prunable) continue;
        const auto found = known.find(*layer.prunable);
        if (found == known.end() && !known.empty()) return std::nullopt;
        kept.push_back(found == known.end() ? layer.weights
                                            : std::clamp(found->second, std::int64_t{0}, layer.weights));
    }
    return run::storedBytes(network, kept);
} catch (const Error&) {
    // The list shows what it can; whoever opens the run is told what is damaged.
    return std::nullopt;
}

}  // namespace prunescope::store
