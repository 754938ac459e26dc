#include "report/charts.h"
#include "report/css_colours.h"
#include "report/html.h"
#include "report/text.h"

#include <fmt/format.h>

#include <cmath>

namespace prunescope::report {
namespace {

using Align = Table::Align;

std::string shapeText(const std::vector<std::int64_t>& shape) {
    std::string text;
    for (const auto extent : shape) text += (text.empty() ? "" : "\u00D7") + fmt::format("{}", extent);
    return text.empty() ? "\u2013" : text;
}

std::string swatched(std::size_t layer, const std::string& name) {
    return fmt::format("<span class=\"swatch\" style=\"background:{}\"></span>{}", layerColour(layer),
                       escaped(name));
}

std::string overall(const Page& page) {
    const SizeSummary& s = page.summary.size;
    Table table("Sparsity overall", {{"Over", Align::left},
                                     {"Weights", Align::right},
                                     {"Pruned", Align::right},
                                     {"Requested", Align::right},
                                     {"Achieved", Align::right},
                                     {"Evidence", Align::left}});
    const std::string requested = s.requested ? fmt::format("{} {}",
                                                            datum("/result/sparsity_prunable_requested",
                                                                  *s.requested, percentText(*s.requested)),
                                                            originLink(page, "sparsity_requested"))
                                              : "\u2013";
    table.row({"Prunable weights", datum("/size/prunable_weights", s.prunable, countText(s.prunable)),
               datum("/size/pruned_weights", s.pruned, countText(s.pruned)), requested,
               datum("/result/sparsity_prunable", s.sparsityPrunable, percentText(s.sparsityPrunable)),
               evidence(page, "sparsity_prunable")});
    table.row({"All parameters", datum("/size/parameters", s.parameters, countText(s.parameters)),
               countText(s.pruned), "\u2013",
               datum("/result/sparsity_all", s.sparsityAll, percentText(s.sparsityAll)),
               evidence(page, "sparsity_all")});
    return table.str();
}

std::string perLayer(const Page& page) {
    const Summary& summary = page.summary;
    Table table("Prunable layers at the end of the run", {{"Layer", Align::left},
                                                          {"Shape", Align::left},
                                                          {"Weights", Align::right},
                                                          {"Kept", Align::right},
                                                          {"Requested", Align::right},
                                                          {"Achieved", Align::right},
                                                          {"Cut, total", Align::right},
                                                          {"Revived, total", Align::right},
                                                          {"Attention", Align::right},
                                                          {"Floor", Align::right},
                                                          {"z", Align::right}});
    for (std::size_t i = 0; i < summary.layers.size(); ++i) {
        const LayerSummary& layer = summary.layers[i];
        const std::string field = fmt::format("/layers/{}/", i);
        const auto measured = [&](std::size_t k, int decimals) {
            return layer.last && !page.record().header.measures.empty()
                       ? fixedText(layer.last->ofMethod[k], decimals)
                       : "\u2013";
        };
        table.row({swatched(i, layer.name), shapeText(layer.shape), countText(layer.weights),
                   datum(field + "kept_weights", layer.kept, countText(layer.kept)),
                   layer.requested
                       ? datum(field + "sparsity_requested", *layer.requested, percentText(*layer.requested))
                       : "\u2013",
                   datum(field + "sparsity", layer.sparsity, percentText(layer.sparsity)),
                   datum(field + "cut_weights_total", layer.cut, countText(layer.cut)),
                   datum(field + "revived_weights_total", layer.revived, countText(layer.revived)),
                   measured(0, 3), measured(2, 3), measured(3, 2)});
    }
    const SizeSummary& s = summary.size;
    table.totalRow({"All", "", countText(s.prunable), countText(s.prunable - s.pruned),
                    s.requested ? percentText(*s.requested) : "\u2013", percentText(s.sparsityPrunable),
                    datum("/size/cut_weights_total", s.cut, countText(s.cut)),
                    datum("/size/revived_weights_total", s.revived, countText(s.revived)), "", "", ""});
    return table.str();
}

std::string scopeText(const Page& page) {
    const std::string& scope = page.record().header.config.pruning.scope;
    if (scope == "global") {
        return "Weights of all layers were ranked together (scope global): the request holds for the whole "
               "network, "
               "and the share of each layer is the outcome.";
    }
    if (scope == "uniform") return "The same share was asked of every layer (scope uniform).";
    return fmt::format(
        "The request was shared among the layers by their shapes (scope {}); the share of each layer "
        "follows from that rule.",
        escaped(scope));
}

std::string unreadable() {
    return paragraph(
        "What became of the weights cannot be read from this record; see <a href=\"#limits\">limits and "
        "checks</a>.");
}

}  // namespace

std::string sparsitySection(const Page& page) {
    const Summary& summary = page.summary;
    if (!summary.readable) return unreadable();
    if (summary.dense) {
        return paragraph("The run is dense: no sparsity was asked for, and no weight was cut.") +
               overall(page);
    }
    std::string html = overall(page);
    if (summary.size.maskUpdates == 0) return html + paragraph("No mask update was recorded.");
    html += paragraph(scopeText(page));
    html += figure(layerSparsityChart(page), "Sparsity of each layer", evidence(page, "layers"));
    return html + perLayer(page) +
           smallParagraph(
               fmt::format("Kept and achieved: {}. Cut and revived over {} mask updates: {}. Attention "
                           "(mean over kept weights) and floor at the last mask update: {}.",
                           evidence(page, "layers"), countText(summary.size.maskUpdates),
                           evidence(page, "churn"), evidence(page, "attention")));
}

std::string sizeSection(const Page& page) {
    const Summary& summary = page.summary;
    if (!summary.readable) return unreadable();
    const SizeSummary& s = summary.size;
    Table total("Dense network and what is left of it", {{"Quantity", Align::left},
                                                         {"Dense", Align::right},
                                                         {"After pruning", Align::right},
                                                         {"Left", Align::right},
                                                         {"Evidence", Align::left}});
    const auto shareOf = [](double part, std::int64_t whole) {
        return whole == 0 ? std::string("\u2013") : percentText(part / static_cast<double>(whole));
    };
    const std::int64_t kept = s.parameters - s.pruned;
    total.row({"Parameters", datum("/size/parameters", s.parameters, countText(s.parameters)),
               datum("/size/kept_parameters", kept, countText(kept)),
               shareOf(static_cast<double>(kept), s.parameters), evidence(page, "parameters")});
    total.row(
        {"Bytes, float32", datum("/size/dense_bytes_theoretical", s.denseBytes, countText(s.denseBytes)),
         datum("/size/sparse_bytes_estimated", s.sparseBytes, countText(s.sparseBytes)),
         shareOf(static_cast<double>(s.sparseBytes), s.denseBytes),
         fmt::format("dense {}, sparse {}", evidence(page, "dense_bytes"), evidence(page, "sparse_bytes"))});
    total.row(
        {"Multiply-accumulates, one image", datum("/size/dense_macs_theoretical", s.macs, countText(s.macs)),
         datum("/size/remaining_macs_theoretical", s.macsRemaining, countText(std::llround(s.macsRemaining))),
         shareOf(s.macsRemaining, s.macs), evidence(page, "macs")});
    std::string html = total.str();
    if (summary.layers.empty()) return html;

    Table layers("Multiply-accumulates by layer, one image", {{"Layer", Align::left},
                                                              {"Kind", Align::left},
                                                              {"Parameters", Align::right},
                                                              {"MACs, dense", Align::right},
                                                              {"MACs left", Align::right},
                                                              {"Left", Align::right}});
    for (std::size_t i = 0; i < summary.layers.size(); ++i) {
        const LayerSummary& layer = summary.layers[i];
        layers.row({swatched(i, layer.name), escaped(layer.kind), countText(layer.parameters),
                    countText(layer.macs), countText(std::llround(layer.macsRemaining)),
                    shareOf(layer.macsRemaining, layer.macs)});
    }
    html += layers.str();
    if (page.input.weights) {
        html += paragraph(fmt::format(
            "Exported weights: <code>{}</code>, {} bytes, SHA-256 <code class=\"hash\">{}</code>; {}.",
            escaped(page.input.weights->name),
            datum("/weights_file/bytes", page.input.weights->bytes, countText(page.input.weights->bytes)),
            escaped(page.input.weights->sha256), evidence(page, "weights_file")));
    }
    return html;
}

}  // namespace prunescope::report
