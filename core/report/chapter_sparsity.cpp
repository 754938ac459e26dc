#include "report/chapters.h"
#include "report/text.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace prunescope::report {
namespace {

using Align = Table::Align;

std::string shapeText(const std::vector<std::int64_t>& shape) {
    std::string text;
    for (const auto extent : shape) text += (text.empty() ? "" : "\u00D7") + fmt::format("{}", extent);
    return text.empty() ? std::string(view::missing) : text;
}

std::string shareOf(double part, std::int64_t whole) {
    return whole == 0 ? std::string(view::missing) : percentText(part / static_cast<double>(whole));
}

Table overall(const Source& source) {
    const SizeSummary& s = source.summary.size;
    Table table{Text::of("Sparsity overall"),
                {{Text::of("Over")},
                 {Text::of("Weights"), Align::right},
                 {Text::of("Pruned"), Align::right},
                 {Text::of("Requested"), Align::right},
                 {Text::of("Achieved"), Align::right},
                 {Text::of("Evidence")}}};
    const Phrase requested =
        s.requested ? Phrase::of("{} {}", percentDatum("/result/sparsity_prunable_requested", *s.requested),
                                 source.origin("sparsity_requested"))
                    : dash();
    table.rows.push_back({{Text::of("Prunable weights"), countDatum("/size/prunable_weights", s.prunable),
                           countDatum("/size/pruned_weights", s.pruned), requested,
                           percentDatum("/result/sparsity_prunable", s.sparsityPrunable),
                           source.evidence("sparsity_prunable")}});
    table.rows.push_back(
        {{Text::of("All parameters"), countDatum("/size/parameters", s.parameters), countText(s.pruned),
          dash(), percentDatum("/result/sparsity_all", s.sparsityAll), source.evidence("sparsity_all")}});
    return table;
}

/// The place of each measure that stands in tables.
std::vector<std::size_t> tabled(const std::vector<run::MeasureDescription>& measures) {
    std::vector<std::size_t> places;
    for (std::size_t k = 0; k < measures.size(); ++k) {
        if (measures[k].role != run::MeasureRole::detail) places.push_back(k);
    }
    return places;
}

bool hasBudgets(const Summary& summary) {
    return std::any_of(summary.layers.begin(), summary.layers.end(),
                       [](const LayerSummary& layer) { return layer.budget.has_value(); });
}

/// A column of its own, beside what was requested, for runs that have any.
void addBudgets(const Summary& summary, Table& table) {
    constexpr std::ptrdiff_t place = 5;
    table.columns.insert(table.columns.begin() + place, {Text::of("At most"), Align::right});
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        Phrase cell;
        if (i < summary.layers.size()) {
            const auto& budget = summary.layers[i].budget;
            cell = budget ? percentDatum(fmt::format("/layers/{}/sparsity_budget", i), *budget) : dash();
        }
        auto& cells = table.rows[i].cells;
        cells.insert(cells.begin() + place, std::move(cell));
    }
}

Table perLayer(const Source& source) {
    const Summary& summary = source.summary;
    const auto& measures = source.record().header.measures;
    const std::vector<std::size_t> places = tabled(measures);
    Table table{Text::of("Prunable layers at the end of the run"),
                {{Text::of("Layer")},
                 {Text::of("Shape")},
                 {Text::of("Weights"), Align::right},
                 {Text::of("Kept"), Align::right},
                 {Text::of("Requested"), Align::right},
                 {Text::of("Achieved"), Align::right},
                 {Text::of("Cut, total"), Align::right},
                 {Text::of("Revived, total"), Align::right}}};
    for (const std::size_t k : places) table.columns.push_back({Text(measures[k].name, {}), Align::right});
    for (std::size_t i = 0; i < summary.layers.size(); ++i) {
        const LayerSummary& layer = summary.layers[i];
        const std::string field = fmt::format("/layers/{}/", i);
        table.rows.push_back(
            {.cells = {layer.name, shapeText(layer.shape), countText(layer.weights),
                       countDatum(field + "kept_weights", layer.kept),
                       layer.requested ? percentDatum(field + "sparsity_requested", *layer.requested)
                                       : dash(),
                       percentDatum(field + "sparsity", layer.sparsity),
                       countDatum(field + "cut_weights_total", layer.cut),
                       countDatum(field + "revived_weights_total", layer.revived)},
             .swatch = Colour::ofLayer(i)});
        for (const std::size_t k : places) {
            table.rows.back().cells.push_back(
                layer.last
                    ? measureDatum(field + "last_mask_update/" + measures[k].key, layer.last->ofMethod[k])
                    : dash());
        }
    }
    const SizeSummary& s = summary.size;
    table.rows.push_back({.cells = {Text::of("All"),
                                    {},
                                    countText(s.prunable),
                                    countText(s.prunable - s.pruned),
                                    s.requested ? percentText(*s.requested) : dash(),
                                    percentText(s.sparsityPrunable),
                                    countDatum("/size/cut_weights_total", s.cut),
                                    countDatum("/size/revived_weights_total", s.revived)},
                          .total = true});
    table.rows.back().cells.resize(table.columns.size());
    if (hasBudgets(summary)) addBudgets(summary, table);
    return table;
}

Phrase scopeText(const std::string& scope) {
    if (scope == "global") {
        return Text::of(
            "Weights of all layers were ranked together (scope global): the request holds for the whole "
            "network, and the share of each layer is the outcome.");
    }
    if (scope == "uniform") return Text::of("The same share was asked of every layer (scope uniform).");
    return Phrase::of(
        "The request was shared among the layers by their shapes (scope {}); the share of each layer follows "
        "from that rule.",
        scope);
}

/// Where each layer has a request of its own, its tick says more than one line through all.
Phrase barNote(const Source& source, const BarChart& chart) {
    const Phrase how = source.evidence("layers");
    if (chart.bars.front().requested) return Phrase::of("bar: achieved, {}; tick: requested", how);
    if (!chart.requestedOverall) return Phrase::of("bar: achieved, {}", how);
    return Phrase::of("bar: achieved, {}; dashed: requested overall, {}", how,
                      percentText(*chart.requestedOverall));
}

Paragraph unreadable() {
    return {Phrase::of("What became of the weights cannot be read from this record; see {}.",
                       chapterLink("limits", Text::of("limits and checks")))};
}

Table sizes(const Source& source) {
    const SizeSummary& s = source.summary.size;
    const std::int64_t kept = s.parameters - s.pruned;
    Table table{Text::of("Dense network and what is left of it"),
                {{Text::of("Quantity")},
                 {Text::of("Before pruning"), Align::right},
                 {Text::of("After pruning"), Align::right},
                 {Text::of("Left"), Align::right},
                 {Text::of("Evidence")}}};
    table.rows.push_back({{Text::of("Parameters"), countDatum("/size/parameters", s.parameters),
                           countDatum("/size/kept_parameters", kept),
                           shareOf(static_cast<double>(kept), s.parameters), source.evidence("parameters")}});
    table.rows.push_back(
        {{Text::of("Bytes, float32"), countDatum("/size/dense_bytes_theoretical", s.denseBytes),
          countDatum("/size/sparse_bytes_estimated", s.sparseBytes),
          shareOf(static_cast<double>(s.sparseBytes), s.denseBytes),
          Phrase::of("dense {}, sparse {}", source.evidence("dense_bytes"),
                     source.evidence("sparse_bytes"))}});
    table.rows.push_back(
        {{Text::of("Multiply-accumulates, one sample"), countDatum("/size/dense_macs_theoretical", s.macs),
          datum("/size/remaining_macs_theoretical", s.macsRemaining,
                countText(std::llround(s.macsRemaining))),
          shareOf(s.macsRemaining, s.macs), source.evidence("macs")}});
    return table;
}

Table macsByLayer(const Summary& summary) {
    Table table{Text::of("Multiply-accumulates by layer, one sample"),
                {{Text::of("Layer")},
                 {Text::of("Kind")},
                 {Text::of("Parameters"), Align::right},
                 {Text::of("MACs, dense"), Align::right},
                 {Text::of("MACs left"), Align::right},
                 {Text::of("Left"), Align::right}}};
    for (std::size_t i = 0; i < summary.layers.size(); ++i) {
        const LayerSummary& layer = summary.layers[i];
        table.rows.push_back({.cells = {layer.name, Text(layer.kind), countText(layer.parameters),
                                        countText(layer.macs), countText(std::llround(layer.macsRemaining)),
                                        shareOf(layer.macsRemaining, layer.macs)},
                              .swatch = Colour::ofLayer(i)});
    }
    return table;
}

}  // namespace

Blocks sparsityChapter(const Source& source) {
    const Summary& summary = source.summary;
    if (!summary.readable) return {unreadable()};
    if (summary.dense) {
        return {Paragraph{Text::of("The run is dense: no sparsity was asked for, and no weight was cut.")},
                overall(source)};
    }
    Blocks blocks{overall(source)};
    if (summary.size.maskUpdates == 0) {
        blocks.push_back(Paragraph{Text::of("No mask update was recorded.")});
        return blocks;
    }
    blocks.push_back(Paragraph{scopeText(source.record().header.config.pruning.scope)});
    if (hasBudgets(summary)) {
        blocks.push_back(Paragraph{
            Text::of("The budgets of layers come before that rule: a layer with a budget never loses "
                     "more than it allows, and the other layers lose more instead.")});
    }
    if (auto chart = layerSparsityChart(source)) {
        const Phrase note = barNote(source, *chart);
        blocks.push_back(Figure{Text::of("Sparsity of each layer"), note, std::move(*chart)});
    }
    blocks.push_back(perLayer(source));
    const Phrase counts =
        Phrase::of("Kept and achieved: {}. Cut and revived over {} mask updates: {}.",
                   source.evidence("layers"), countText(summary.size.maskUpdates), source.evidence("churn"));
    blocks.push_back(Paragraph{source.record().header.measures.empty()
                                   ? counts
                                   : Phrase::of("{} Figures of the method at the last mask update: {}.",
                                                counts, source.evidence("measures")),
                               Paragraph::Tone::small});
    return blocks;
}

Blocks sizeChapter(const Source& source) {
    if (!source.summary.readable) return {unreadable()};
    Blocks blocks{sizes(source)};
    if (!source.summary.layers.empty()) blocks.push_back(macsByLayer(source.summary));
    if (const auto& weights = source.input.weights) {
        blocks.push_back(
            Paragraph{Phrase::of("Exported weights: {}, {} bytes, SHA-256 {}; {}.", code(weights->name),
                                 countDatum("/weights_file/bytes", weights->bytes), hash(weights->sha256),
                                 source.evidence("weights_file"))});
    }
    return blocks;
}

}  // namespace prunescope::report
