// The page that a manager reads: what, how it ended, the verdict, the key figures, one picture.

#include "report/text.h"
#include "ui/report/report_writer.h"
#include "ui/support/engine_text.h"
#include "view/number_text.h"

#include <QPainter>
#include <algorithm>
#include <array>

namespace prunescope::ui {

using paper::clean;
using paper::pt;

QString ReportWriter::subject() const {
    const auto known = [](const std::string& name) { return name.empty() ? dash : clean(name); };
    const run::RunHeader& header = record().header;
    const std::string& title = header.dataset.title.empty() ? header.dataset.name : header.dataset.title;
    QString text = tr("Run %1: %2 on %3, method %4, seed %5.")
                       .arg(clean(input_.runId), known(header.network.name), known(title),
                            clean(header.config.method), QString::number(header.config.seed));
    const QString started = textOf(view::utcText(header.provenance.startedMs));
    text += QLatin1Char('\n');
    text += record().outcome.state == run::RunState::running
                ? tr("Started %1; no end is recorded.").arg(started)
                : tr("Started %1, ended %2.").arg(started, textOf(view::utcText(record().outcome.wallMs)));
    return text;
}

/// What differs from the plan is put together here, since each part has words of its own in every language.
QString ReportWriter::stateSentence() const {
    QString end = engineText(summary_.stateSentence);
    if (summary_.deviations.empty()) return end;
    QStringList parts;
    for (const report::Deviation& deviation : summary_.deviations) {
        QString part = engineText(report::cleanText(deviation.text));
        const std::string events = report::eventList(deviation);
        if (!events.empty()) {
            part += deviation.events.size() == 1 ? tr(" (event %1)").arg(textOf(events))
                                                 : tr(" (events %1)").arg(textOf(events));
        }
        parts << part;
    }
    const QString list = parts.join(tr(", "));
    if (summary_.complete && summary_.readable) return tr("Finished; differs from the plan: %1.").arg(list);
    return end + QLatin1Char(' ') + tr("It differs from the plan: %1.").arg(list);
}

void ReportWriter::state() {
    const auto& outcome = record().outcome;
    const bool asPlanned = summary_.complete && summary_.deviations.empty() && summary_.readable;
    const QString open = !input_.live   ? tr("no end recorded")
                         : *input_.live ? tr("still running")
                                        : tr("cut off");
    const QString name =
        outcome.state == run::RunState::running ? open : engineText(run::runStateName(outcome.state));
    QString text = tr("State: %1. %2 %3 of %4 epochs trained.")
                       .arg(name, stateSentence(), textOf(view::epochText(summary_.lastEpoch)),
                            wholeText(record().header.config.epochs));
    if (!outcome.message.empty())
        text +=
            QLatin1Char(' ') + tr("Reason: %1").arg(paper::clean(engineText(outcome.message).toStdString()));
    flow_.text(text, {.colour = asPlanned ? paper::black : paper::alert});
    if (summary_.problems.empty()) return;
    flow_.text(tr("The record is damaged. Problems found while it was read: %1; see limits and checks.")
                   .arg(summary_.problems.size()),
               {.bold = true, .colour = paper::alert});
}

std::vector<ReportWriter::Tile> ReportWriter::accuracyTiles() const {
    const report::ResultSummary& r = summary_.result;
    if (!r.final) return {{tr("Test accuracy"), tr("not measured"), tr("no test evaluation was recorded")}};
    const bool complete = summary_.complete;
    std::vector<Tile> tiles;
    tiles.push_back({complete ? tr("Test accuracy, final") : tr("Test accuracy, last measured"),
                     shareText(r.final->accuracy),
                     tr("epoch %1, %2 images; %3")
                         .arg(textOf(view::epochText(r.final->epoch)), wholeText(r.final->images),
                              evidence("test_accuracy"))});
    if (r.before && !summary_.dense) {
        const QString how = evidence("test_accuracy_before");
        tiles.push_back({tr("Test accuracy before the first cut"), shareText(r.before->accuracy),
                         r.before->step.value == 0
                             ? tr("untrained network; %1").arg(how)
                             : tr("epoch %1, not trained to the end; %2")
                                   .arg(textOf(view::epochText(r.before->epoch)), how)});
    }
    tiles.push_back({complete ? tr("Best test epoch, not the result") : tr("Best test epoch"),
                     shareText(r.best->accuracy),
                     tr("epoch %1, at sparsity %2; %3")
                         .arg(textOf(view::epochText(r.best->epoch)), shareText(r.best->sparsity),
                              evidence("test_accuracy_best"))});
    tiles.push_back({tr("Macro F1"), shareText(r.final->macroF1),
                     tr("mean over %1 classes; %2").arg(r.classes.size()).arg(evidence("macro_f1"))});
    return tiles;
}

std::vector<ReportWriter::Tile> ReportWriter::sizeTiles() const {
    const report::SizeSummary& s = summary_.size;
    if (!summary_.readable) {
        const QString why = tr("cannot be read");
        return {{tr("Parameters left"), dash, why},
                {tr("Size if stored sparse"), dash, why},
                {tr("Multiply-accumulates left"), dash, why},
                {tr("Training time"), textOf(view::durationText(summary_.processMs)), evidence("duration")}};
    }
    const QString dense = textOf(view::bytesText(static_cast<double>(s.denseBytes)));
    std::vector<Tile> tiles;
    tiles.push_back({tr("Parameters left"), wholeText(s.parameters - s.pruned),
                     tr("of %1; %2").arg(wholeText(s.parameters), evidence("parameters"))});
    if (s.pruned == 0) {
        tiles.push_back({tr("Size, float32"), dense, evidence("dense_bytes")});
    } else {
        tiles.push_back({tr("Size if stored sparse"),
                         textOf(view::bytesText(static_cast<double>(s.sparseBytes))),
                         tr("dense %1; %2").arg(dense, evidence("sparse_bytes"))});
    }
    tiles.push_back({tr("Multiply-accumulates left"), shareText(s.macsShare()),
                     tr("of %1 for one image; %2").arg(wholeText(s.macs), evidence("macs"))});
    QString rate = evidence("duration");
    if (summary_.imagesPerSecond) {
        rate = tr("%1 images/s; %2").arg(textOf(report::fixedText(*summary_.imagesPerSecond, 0)), rate);
    }
    tiles.push_back({tr("Training time"), textOf(view::durationText(summary_.processMs)), rate});
    return tiles;
}

void ReportWriter::placeTiles(const std::vector<Tile>& tiles) {
    constexpr std::size_t across = 3;
    constexpr double gap = pt(14);
    constexpr double width = (paper::bodyWidth - gap * (across - 1)) / across;
    for (std::size_t first = 0; first < tiles.size(); first += across) {
        std::vector<std::array<TextBlock, 3>> row;
        double height = 0;
        for (std::size_t i = first; i < std::min(tiles.size(), first + across); ++i) {
            row.push_back({TextBlock(tiles[i].label, {.points = 7.5, .colour = paper::muted}, width),
                           TextBlock(tiles[i].value, {.points = 15, .bold = true}, width),
                           TextBlock(tiles[i].note, {.points = 7, .colour = paper::muted}, width)});
            height =
                std::max(height, row.back()[0].height() + row.back()[1].height() + row.back()[2].height());
        }
        flow_.place(height + pt(12), [row](QPainter& painter, QPointF at) {
            for (const auto& blocks : row) {
                painter.setPen(QPen(paper::hairline, pt(0.75)));
                painter.drawLine(at, at + QPointF(width, 0));
                double y = pt(3);
                for (const TextBlock& block : blocks) {
                    block.draw(painter, at + QPointF(0, y));
                    y += block.height();
                }
                at.rx() += width + gap;
            }
        });
    }
}

QString ReportWriter::costOfPruning() const {
    if (summary_.dense || !summary_.result.final) return {};
    const auto& reference = summary_.reference;
    if (!reference || !reference->final) {
        return tr("What pruning cost is not known from this run alone: no dense reference run was given.");
    }
    QString text =
        tr("Beside the reference run %1 (method %2), whose final test accuracy is %3 (%4), this run's "
           "differs by %5.")
            .arg(clean(reference->id), clean(reference->method), shareText(reference->final->accuracy),
                 evidence("reference"), points(summary_.result.final->accuracy - reference->final->accuracy));
    if (!reference->differences.empty())
        text += QLatin1Char(' ') + tr("The two runs differ in more than pruning: see the result.");
    return text;
}

void ReportWriter::pageOne() {
    flow_.text(tr("Prunescope pruning report"), {.points = 8, .colour = paper::muted});
    flow_.heading(engineText(report::cleanText(summary_.verdict)), 17);
    flow_.text(subject());
    state();
    flow_.skip(pt(4));

    const report::SizeSummary& s = summary_.size;
    std::vector<Tile> tiles{
        {tr("Sparsity, prunable weights"), shareText(s.sparsityPrunable), evidence("sparsity_prunable")}};
    if (s.requested && !summary_.dense) {
        const QString origin = evidence("sparsity_requested");
        const QString measured = evidence("sparsity_prunable");
        tiles.front().note = s.asksForItsTarget()
                                 ? tr("requested %1 (%2); %3").arg(shareText(*s.requested), origin, measured)
                                 : tr("requested %1; the schedule asked for %2 at the last step (%3); %4")
                                       .arg(shareText(*s.target), shareText(*s.requested), origin, measured);
    }
    for (Tile& tile : accuracyTiles()) tiles.push_back(std::move(tile));
    for (Tile& tile : sizeTiles()) tiles.push_back(std::move(tile));
    placeTiles(tiles);
    if (const QString cost = costOfPruning(); !cost.isEmpty()) flow_.text(cost);

    const PrintChart chart = overviewChart();
    if (chart.series.empty()) {
        flow_.text(tr("Nothing was recorded that could be drawn: the run has no step."));
        return;
    }
    placeChart(flow_, chart);
}

}  // namespace prunescope::ui
