// The page that a manager reads: what, how it ended, the verdict, the key figures, one picture.

#include "report/charts.h"
#include "report/html.h"
#include "report/text.h"

#include <fmt/format.h>

namespace prunescope::report {
namespace {

std::string tile(std::string_view label, std::string_view valueHtml, std::string_view noteHtml) {
    return fmt::format(
        "<div class=\"tile\"><dt>{}</dt><dd><span class=\"value\">{}</span><span class=\"small\">{}"
        "</span></dd></div>\n",
        label, valueHtml, noteHtml);
}

std::string missing() {
    return "<span class=\"soft\">not measured</span>";
}

std::string accuracyTiles(const Page& page) {
    const ResultSummary& r = page.summary.result;
    if (!r.final) return tile("Test accuracy", missing(), "no test evaluation was recorded");
    const bool complete = page.summary.complete;
    std::string html = tile(complete ? "Test accuracy, final" : "Test accuracy, last measured",
                            datum("/result/test_accuracy", r.final->accuracy, percentText(r.final->accuracy)),
                            fmt::format("epoch {}, {} images; {}", epochText(r.final->epoch),
                                        countText(r.final->images), evidence(page, "test_accuracy")));
    html += tile(complete ? "Best test epoch, not the result" : "Best test epoch",
                 datum("/result/test_accuracy_best", r.best->accuracy, percentText(r.best->accuracy)),
                 fmt::format("epoch {}, at sparsity {}; {}", epochText(r.best->epoch),
                             datum("/result/test_best/sparsity_prunable", r.best->sparsity,
                                   percentText(r.best->sparsity)),
                             evidence(page, "test_accuracy_best")));
    return html + tile("Macro F1", datum("/result/macro_f1", r.final->macroF1, percentText(r.final->macroF1)),
                       fmt::format("mean over {} classes; {}", r.classes.size(), evidence(page, "macro_f1")));
}

std::string sparsityTile(const Page& page) {
    const SizeSummary& s = page.summary.size;
    std::string note;
    if (s.requested && !page.summary.dense) {
        const std::string asked =
            datum("/result/sparsity_prunable_requested", *s.requested, percentText(*s.requested));
        const std::string origin = originLink(page, "sparsity_requested");
        note = s.asksForItsTarget()
                   ? fmt::format("requested {} {}; ", asked, origin)
                   : fmt::format("requested {}; the schedule asked for {} at the last step {}; ",
                                 datum("/result/sparsity_prunable_target", *s.target, percentText(*s.target)),
                                 asked, origin);
    }
    return tile("Sparsity, prunable weights",
                datum("/result/sparsity_prunable", s.sparsityPrunable, percentText(s.sparsityPrunable)),
                note + evidence(page, "sparsity_prunable"));
}

std::string sizeTiles(const Page& page) {
    const SizeSummary& s = page.summary.size;
    if (!page.summary.readable) {
        std::string html;
        for (const char* label : {"Parameters left", "Size if stored sparse", "Multiply-accumulates left"})
            html += tile(label, "\u2013", "cannot be read");
        return html;
    }
    std::string html =
        tile("Parameters left",
             datum("/size/kept_parameters", s.parameters - s.pruned, countText(s.parameters - s.pruned)),
             fmt::format("of {}; {}", datum("/size/parameters", s.parameters, countText(s.parameters)),
                         evidence(page, "parameters")));
    const std::string dense =
        datum("/size/dense_bytes_theoretical", s.denseBytes, bytesText(static_cast<double>(s.denseBytes)));
    const std::string sparse =
        datum("/size/sparse_bytes_estimated", s.sparseBytes, bytesText(static_cast<double>(s.sparseBytes)));
    html += s.pruned == 0 ? tile("Size, float32", dense, evidence(page, "dense_bytes"))
                          : tile("Size if stored sparse", sparse,
                                 fmt::format("dense {}; {}", dense, evidence(page, "sparse_bytes")));
    return html +
           tile("Multiply-accumulates left",
                datum("/size/remaining_macs_share_theoretical", s.macsShare(), percentText(s.macsShare())),
                fmt::format("of {} for one image; {}",
                            datum("/size/dense_macs_theoretical", s.macs, countText(s.macs)),
                            evidence(page, "macs")));
}

std::string timeTile(const Page& page) {
    const Summary& summary = page.summary;
    const std::string rate =
        summary.imagesPerSecond
            ? fmt::format("{} images/s; ", datum("/result/images_per_second", *summary.imagesPerSecond,
                                                 fixedText(*summary.imagesPerSecond, 0)))
            : "";
    return tile("Training time",
                datum("/result/training_ms", summary.processMs, durationText(summary.processMs)),
                rate + evidence(page, "duration"));
}

std::string stateName(const Page& page) {
    const run::RunState state = page.record().outcome.state;
    if (state != run::RunState::running) return run::runStateName(state);
    if (!page.input.live) return "no end recorded";
    return *page.input.live ? "still running" : "cut off";
}

std::string stateBanner(const Page& page) {
    const auto& outcome = page.record().outcome;
    const Summary& summary = page.summary;
    std::string html = fmt::format(
        "<p class=\"state{}\"><strong>State: {}.</strong> {} {} of {} epochs trained.",
        summary.complete && summary.deviations.empty() && summary.readable ? "" : " alert", stateName(page),
        escaped(summary.stateText), epochText(summary.lastEpoch), page.record().header.config.epochs);
    if (!outcome.message.empty()) html += fmt::format(" Reason: {}", escaped(outcome.message.english()));
    html += "</p>\n";
    if (!summary.problems.empty()) {
        html += fmt::format(
            "<p class=\"state alert\"><strong>The record is damaged.</strong> {} found while it was "
            "read; see <a href=\"#limits\">limits and checks</a>.</p>\n",
            summary.problems.size() == 1 ? "One problem was"
                                         : fmt::format("{} problems were", summary.problems.size()));
    }
    return html;
}

/// A name that could not be read is not nothing.
std::string known(const std::string& name) {
    return name.empty() ? "\u2013" : escaped(name);
}

std::string subtitle(const Page& page) {
    const run::RunHeader& header = page.record().header;
    const std::string dataset = header.dataset.title.empty() ? header.dataset.name : header.dataset.title;
    std::string html =
        fmt::format("Run <strong>{}</strong>: {} on {}, method {}, seed {}.<br/>Started {}",
                    escaped(page.input.runId), known(header.network.name), known(dataset),
                    escaped(header.config.method), header.config.seed, utcText(header.provenance.startedMs));
    const bool ended = page.record().outcome.state != run::RunState::running;
    html +=
        ended ? fmt::format(", ended {}.", utcText(page.record().outcome.wallMs)) : "; no end is recorded.";
    if (page.input.writtenMs) html += fmt::format(" Report written {}.", utcText(*page.input.writtenMs));
    return paragraph(html);
}

/// What pruning cost can only be told beside a dense run of the same experiment.
std::string costLine(const Page& page) {
    if (page.summary.dense || !page.summary.result.final) return "";
    const auto& reference = page.summary.reference;
    if (!reference || !reference->final) {
        return paragraph(
            "What pruning cost is not known from this run alone: no dense reference run was given.");
    }
    const double difference = page.summary.result.final->accuracy - reference->final->accuracy;
    std::string html = fmt::format(
        "Beside the reference run {} (method {}), whose final test accuracy is {} {}, this run's differs by "
        "{}.",
        escaped(reference->id), escaped(reference->method),
        datum("/reference/test/accuracy", reference->final->accuracy,
              percentText(reference->final->accuracy)),
        originLink(page, "reference"), points(difference));
    if (!reference->differences.empty())
        html += " The two runs differ in more than pruning: see <a href=\"#result\">result</a>.";
    return paragraph(html);
}

}  // namespace

std::string pageOne(const Page& page) {
    std::string html = "<header>\n<p class=\"small kind\">Prunescope pruning report</p>\n";
    html += fmt::format("<h1>{}</h1>\n", escaped(page.summary.verdict));
    html += subtitle(page) + stateBanner(page) + "</header>\n<dl class=\"tiles\">\n";
    html += sparsityTile(page) + accuracyTiles(page) + sizeTiles(page) + timeTile(page) + "</dl>\n" +
            costLine(page);
    const std::string chart = overviewChart(page);
    if (chart.empty())
        return html + paragraph("Nothing was recorded that could be drawn: the run has no step.");
    return html + figure(chart,
                         page.summary.dense ? "Test accuracy over the run"
                                            : "Test accuracy and achieved sparsity over the run",
                         "<span class=\"evidence\">measured</span>");
}

}  // namespace prunescope::report
