#include "report/text.h"
#include "ui/report/report_writer.h"
#include "ui/support/engine_text.h"

#include <cmath>

namespace prunescope::ui {
namespace {

using paper::clean;
using Align = PrintTable::Align;

QString shapeText(const std::vector<std::int64_t>& shape) {
    QStringList extents;
    for (const auto extent : shape) extents << QString::number(extent);
    return extents.isEmpty() ? dash : extents.join(QStringLiteral("×"));
}

QString shareOf(double part, std::int64_t whole) {
    return whole == 0 ? dash : shareText(part / static_cast<double>(whole));
}

QString rounded(double value) {
    return wholeText(std::llround(value));
}

}  // namespace

void ReportWriter::layerTable() {
    PrintTable table(tr("Prunable layers at the end of the run"), {{tr("Layer")},
                                                                   {tr("Shape")},
                                                                   {tr("Weights"), Align::right},
                                                                   {tr("Kept"), Align::right},
                                                                   {tr("Requested"), Align::right},
                                                                   {tr("Achieved"), Align::right},
                                                                   {tr("Cut, total"), Align::right},
                                                                   {tr("Revived, total"), Align::right},
                                                                   {tr("Attention"), Align::right},
                                                                   {tr("Floor"), Align::right},
                                                                   {tr("z"), Align::right}});
    for (std::size_t i = 0; i < summary_.layers.size(); ++i) {
        const report::LayerSummary& layer = summary_.layers[i];
        const auto measured = [&](std::size_t k, int decimals) {
            return layer.last && !record().header.measures.empty()
                       ? textOf(report::fixedText(layer.last->ofMethod[k], decimals))
                       : dash;
        };
        table.row(
            {clean(layer.name), shapeText(layer.shape), wholeText(layer.weights), wholeText(layer.kept),
             layer.requested ? shareText(*layer.requested) : dash, shareText(layer.sparsity),
             wholeText(layer.cut), wholeText(layer.revived), measured(0, 3), measured(2, 3), measured(3, 2)},
            paper::layer(i, summary_.layers.size()));
    }
    const report::SizeSummary& s = summary_.size;
    table.strongRow({tr("All"),
                     {},
                     wholeText(s.prunable),
                     wholeText(s.prunable - s.pruned),
                     s.requested ? shareText(*s.requested) : dash,
                     shareText(s.sparsityPrunable),
                     wholeText(s.cut),
                     wholeText(s.revived),
                     {},
                     {},
                     {}});
    table.layOut(flow_);
    flow_.smallText(
        tr("Kept and achieved: %1. Cut and revived over %2 mask updates: %3. Attention (mean over kept "
           "weights) and floor at the last mask update: %4.")
            .arg(evidence("layers"), wholeText(s.maskUpdates), evidence("churn"), evidence("attention")));
}

void ReportWriter::unreadable() {
    flow_.text(tr("What became of the weights cannot be read from this record; see limits and checks."));
}

void ReportWriter::sparsity() {
    const report::SizeSummary& s = summary_.size;
    chapter(tr("Sparsity"));
    if (!summary_.readable) return unreadable();
    if (summary_.dense) flow_.text(tr("The run is dense: no sparsity was asked for, and no weight was cut."));
    PrintTable table(tr("Sparsity overall"), {{tr("Over")},
                                              {tr("Weights"), Align::right},
                                              {tr("Pruned"), Align::right},
                                              {tr("Requested"), Align::right},
                                              {tr("Achieved"), Align::right},
                                              {tr("Evidence")}});
    const QString requested =
        s.requested ? QStringLiteral("%1 (%2)").arg(shareText(*s.requested), evidence("sparsity_requested"))
                    : dash;
    table.row({tr("Prunable weights"), wholeText(s.prunable), wholeText(s.pruned), requested,
               shareText(s.sparsityPrunable), evidence("sparsity_prunable")});
    table.row({tr("All parameters"), wholeText(s.parameters), wholeText(s.pruned), dash,
               shareText(s.sparsityAll), evidence("sparsity_all")});
    table.layOut(flow_);
    if (summary_.dense) return;
    if (s.maskUpdates == 0) {
        flow_.text(tr("No mask update was recorded."));
        return;
    }
    const std::string& scope = record().header.config.pruning.scope;
    if (scope == "global") {
        flow_.text(
            tr("Weights of all layers were ranked together (scope global): the request holds for the whole "
               "network, and the share of each layer is the outcome."));
    } else if (scope == "uniform") {
        flow_.text(tr("The same share was asked of every layer (scope uniform)."));
    } else {
        flow_.text(
            tr("The request was shared among the layers by their shapes (scope %1); the share of each layer "
               "follows from that rule.")
                .arg(clean(scope)));
    }
    std::vector<PrintBar> bars;
    for (std::size_t i = 0; i < summary_.layers.size(); ++i) {
        const report::LayerSummary& layer = summary_.layers[i];
        bars.push_back({clean(layer.name),
                        tr("%1  ·  %2 left").arg(shareText(layer.sparsity), wholeText(layer.kept)),
                        paper::layer(i, summary_.layers.size()), layer.sparsity, layer.requested});
    }
    if (!bars.empty()) {
        // Where each layer has a request of its own, its tick says more than one line through all.
        const bool own = bars.front().requested.has_value();
        const auto overall = own ? std::nullopt : s.requested;
        placeBars(flow_, tr("Sparsity of each layer"), bars, overall,
                  own       ? tr("bar: achieved, %1; tick: requested").arg(evidence("layers"))
                  : overall ? tr("bar: achieved, %1; dashed: requested overall, %2")
                                  .arg(evidence("layers"), shareText(*overall))
                            : tr("bar: achieved, %1").arg(evidence("layers")));
    }
    layerTable();
}

void ReportWriter::sizes() {
    const report::SizeSummary& s = summary_.size;
    const std::int64_t kept = s.parameters - s.pruned;
    chapter(tr("Size and arithmetic"));
    if (!summary_.readable) return unreadable();
    PrintTable total(tr("Dense network and what is left of it"), {{tr("Quantity")},
                                                                  {tr("Dense"), Align::right},
                                                                  {tr("After pruning"), Align::right},
                                                                  {tr("Left"), Align::right},
                                                                  {tr("Evidence")}});
    total.row({tr("Parameters"), wholeText(s.parameters), wholeText(kept),
               shareOf(static_cast<double>(kept), s.parameters), evidence("parameters")});
    total.row({tr("Bytes, float32"), wholeText(s.denseBytes), wholeText(s.sparseBytes),
               shareOf(static_cast<double>(s.sparseBytes), s.denseBytes),
               tr("dense %1, sparse %2").arg(evidence("dense_bytes"), evidence("sparse_bytes"))});
    total.row({tr("Multiply-accumulates, one image"), wholeText(s.macs), rounded(s.macsRemaining),
               shareOf(s.macsRemaining, s.macs), evidence("macs")});
    total.layOut(flow_);
    if (!summary_.layers.empty()) {
        PrintTable layers(tr("Multiply-accumulates by layer, one image"), {{tr("Layer")},
                                                                           {tr("Kind")},
                                                                           {tr("Parameters"), Align::right},
                                                                           {tr("MACs, dense"), Align::right},
                                                                           {tr("MACs left"), Align::right},
                                                                           {tr("Left"), Align::right}});
        for (std::size_t i = 0; i < summary_.layers.size(); ++i) {
            const report::LayerSummary& layer = summary_.layers[i];
            layers.row({clean(layer.name), engineText(report::cleanText(layer.kind)),
                        wholeText(layer.parameters), wholeText(layer.macs), rounded(layer.macsRemaining),
                        shareOf(layer.macsRemaining, layer.macs)},
                       paper::layer(i, summary_.layers.size()));
        }
        layers.layOut(flow_);
    }
    if (!input_.weights) return;
    flow_.text(tr("Exported weights: %1, %2 bytes, SHA-256 %3; %4.")
                   .arg(clean(input_.weights->name), wholeText(input_.weights->bytes),
                        clean(input_.weights->sha256), evidence("weights_file")));
}

}  // namespace prunescope::ui
