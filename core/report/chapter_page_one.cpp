// The page that a manager reads: what, how it ended, the key figures, one picture.

#include "report/chapters.h"
#include "report/text.h"

namespace prunescope::report {
namespace {

using Tile = Tiles::Tile;
using Tone = Paragraph::Tone;

/// The data, and how much of them: a run on a part of them must not be taken for one on all.
Phrase dataOf(const run::RunHeader& header) {
    const std::string& title = header.dataset.title.empty() ? header.dataset.name : header.dataset.title;
    const double share = header.config.dataShare;
    if (share == 1) return known(title);
    return Phrase::of("{} of the training samples of {}",
                      strong(datum("/config/data/share", share, fmt::format("{:.4g} %", 100 * share))),
                      known(title));
}

Phrase subject(const Source& source) {
    const run::RunHeader& header = source.record().header;
    const run::RunOutcome& outcome = source.record().outcome;
    const std::string started = utcText(header.provenance.startedMs);
    const Phrase what = Phrase::of("Run {}: {} on {}, method {}, seed {}.", strong(source.input.runId),
                                   known(header.network.name), dataOf(header), known(header.config.method),
                                   fmt::format("{}", header.config.seed));
    Phrase when = outcome.state == run::RunState::running
                      ? Phrase::of("Started {}; no end is recorded.", started)
                      : Phrase::of("Started {}, ended {}.", started, utcText(outcome.wallMs));
    if (source.input.writtenMs)
        when = Phrase::of("{} {}", when, Phrase::of("Report written {}.", utcText(*source.input.writtenMs)));
    return Phrase::of("{}\n{}", what, when);
}

Text stateName(const Source& source) {
    const run::RunState state = source.record().outcome.state;
    if (state != run::RunState::running) return run::runStateName(state);
    if (!source.input.live) return Text::of("no end recorded");
    return *source.input.live ? Text::of("still running") : Text::of("cut off");
}

Phrase stateSentence(const Source& source) {
    const Summary& summary = source.summary;
    const Text& reason = source.record().outcome.message;
    Phrase sentence =
        Phrase::of("{} {} {}", strong(Phrase::of("State: {}.", stateName(source))), summary.stateText,
                   Phrase::of("{} of {} epochs trained.", epochText(summary.lastEpoch),
                              countText(source.record().header.config.epochs)));
    return reason.empty() ? sentence : Phrase::of("{} {}", sentence, Phrase::of("Reason: {}", reason));
}

Tile sparsityTile(const Source& source) {
    const SizeSummary& s = source.summary.size;
    Phrase note = source.evidence("sparsity_prunable");
    if (s.requested && !source.summary.dense) {
        const Phrase asked = percentDatum("/result/sparsity_prunable_requested", *s.requested);
        const Phrase origin = source.origin("sparsity_requested");
        note = s.asksForItsTarget()
                   ? Phrase::of("requested {} {}; {}", asked, origin, note)
                   : Phrase::of("requested {}; the schedule asked for {} at the last step {}; {}",
                                percentDatum("/result/sparsity_prunable_target", *s.target), asked, origin,
                                note);
    }
    return {Text::of("Sparsity, prunable weights"),
            percentDatum("/result/sparsity_prunable", s.sparsityPrunable), note};
}

void addAccuracy(const Source& source, std::vector<Tile>& tiles) {
    const ResultSummary& r = source.summary.result;
    if (source.task() == run::Task::regression) return addErrorTiles(source, tiles);
    if (!r.final) {
        tiles.push_back({Text::of("Test accuracy"), soft(Text::of("not measured")),
                         Text::of("no test evaluation was recorded")});
        return;
    }
    const bool complete = source.summary.complete;
    tiles.push_back({complete ? Text::of("Test accuracy, final") : Text::of("Test accuracy, last measured"),
                     percentDatum("/result/test_accuracy", r.final->accuracy),
                     Phrase::of("epoch {}, {} samples; {}", epochText(r.final->epoch),
                                countText(r.final->images), source.evidence("test_accuracy"))});
    if (r.before && !source.summary.dense) {
        const Phrase how = source.evidence("test_accuracy_before");
        tiles.push_back({Text::of("Test accuracy before the first cut"),
                         percentDatum("/result/test_accuracy_before", r.before->accuracy),
                         r.before->step.value == 0 ? Phrase::of("untrained network; {}", how)
                                                   : Phrase::of("epoch {}, not trained to the end; {}",
                                                                epochText(r.before->epoch), how)});
    }
    tiles.push_back({complete ? Text::of("Best test epoch, not the result") : Text::of("Best test epoch"),
                     percentDatum("/result/test_accuracy_best", r.best->accuracy),
                     Phrase::of("epoch {}, at sparsity {}; {}", epochText(r.best->epoch),
                                percentDatum("/result/test_best/sparsity_prunable", r.best->sparsity),
                                source.evidence("test_accuracy_best"))});
    tiles.push_back(
        {Text::of("Macro F1"), percentDatum("/result/macro_f1", r.final->macroF1),
         Phrase::of("mean over {} classes; {}", fmt::format("{}", r.classes.size() - r.absent.size()),
                    source.evidence("macro_f1"))});
}

void addSizes(const Source& source, std::vector<Tile>& tiles) {
    const SizeSummary& s = source.summary.size;
    if (!source.summary.readable) {
        for (const Text& label : {Text::of("Parameters left"), Text::of("Size if stored sparse"),
                                  Text::of("Multiply-accumulates left")})
            tiles.push_back({label, dash(), Text::of("cannot be read")});
        return;
    }
    tiles.push_back({Text::of("Parameters left"),
                     countDatum("/size/kept_parameters", s.parameters - s.pruned),
                     Phrase::of("of {}; {}", countDatum("/size/parameters", s.parameters),
                                source.evidence("parameters"))});
    const auto bytes = [](std::string field, std::int64_t value) {
        return datum(std::move(field), value, bytesText(static_cast<double>(value)));
    };
    const Phrase dense = bytes("/size/dense_bytes_theoretical", s.denseBytes);
    if (s.pruned == 0) {
        tiles.push_back({Text::of("Size, float32"), dense, source.evidence("dense_bytes")});
    } else {
        tiles.push_back({Text::of("Size if stored sparse"),
                         bytes("/size/sparse_bytes_estimated", s.sparseBytes),
                         Phrase::of("dense {}; {}", dense, source.evidence("sparse_bytes"))});
    }
    tiles.push_back(
        {Text::of("Multiply-accumulates left"),
         percentDatum("/size/remaining_macs_share_theoretical", s.macsShare()),
         Phrase::of("of {} for one sample; {}", countDatum("/size/dense_macs_theoretical", s.macs),
                    source.evidence("macs"))});
}

Tile timeTile(const Source& source) {
    const Summary& summary = source.summary;
    const Phrase how = source.evidence("duration");
    return {Text::of("Training time"),
            datum("/result/training_ms", summary.processMs, durationText(summary.processMs)),
            summary.imagesPerSecond ? Phrase::of("{} samples/s; {}",
                                                 datum("/result/images_per_second", *summary.imagesPerSecond,
                                                       fixedText(*summary.imagesPerSecond, 0)),
                                                 how)
                                    : how};
}

/// What pruning cost can only be told beside a dense run of the same experiment.
Phrase costOfPruning(const Source& source) {
    const auto& reference = source.summary.reference;
    if (!reference || !reference->final) {
        return Text::of(
            "What pruning cost is not known from this run alone: no dense reference run was given.");
    }
    const Measurement& result = *source.summary.result.final;
    const run::QualityMeasure& measure = run::mainMeasure(source.task());
    Phrase cost = result.numbers
                      ? Phrase::of(
                            "Beside the reference run {} (method {}), whose final test {} is {} {}, this "
                            "run's differs by {}.",
                            reference->id, reference->method, measure.name,
                            qualityDatum(source, measure, "/reference/test", *reference->final),
                            source.origin("reference"), qualityChange(source, *reference->final, result))
                      : Phrase::of(
                            "Beside the reference run {} (method {}), whose final test accuracy is {} {}, "
                            "this run's differs by "
                            "{}.",
                            reference->id, reference->method,
                            percentDatum("/reference/test/accuracy", reference->final->accuracy),
                            source.origin("reference"),
                            points(source.summary.result.final->accuracy - reference->final->accuracy));
    if (reference->differences.empty()) return cost;
    return Phrase::of("{} {}", cost,
                      Phrase::of("The two runs differ in more than pruning: see {}.",
                                 chapterLink("result", Text::of("result"))));
}

}  // namespace

Blocks stateBlocks(const Source& source) {
    const Summary& summary = source.summary;
    const bool asPlanned = summary.complete && summary.deviations.empty() && summary.readable;
    Blocks blocks{Paragraph{subject(source)},
                  Paragraph{stateSentence(source), asPlanned ? Tone::state : Tone::alert}};
    if (!summary.problems.empty()) {
        blocks.push_back(Paragraph{Phrase::of("{} Problems found while it was read: {}; see {}.",
                                              strong(Text::of("The record is damaged.")),
                                              countText(static_cast<std::int64_t>(summary.problems.size())),
                                              chapterLink("limits", Text::of("limits and checks"))),
                                   Tone::alert});
    }
    return blocks;
}

Blocks summaryBlocks(const Source& source) {
    std::vector<Tile> tiles{sparsityTile(source)};
    addAccuracy(source, tiles);
    addSizes(source, tiles);
    tiles.push_back(timeTile(source));
    Blocks blocks{Tiles{std::move(tiles)}};
    if (!source.summary.dense && source.summary.result.final)
        blocks.push_back(Paragraph{costOfPruning(source)});
    const bool numbers = source.task() == run::Task::regression;
    auto chart = numbers ? errorOverviewChart(source) : overviewChart(source);
    if (!chart) {
        blocks.push_back(
            Paragraph{Text::of("Nothing was recorded that could be drawn: the run has no step.")});
        return blocks;
    }
    if (numbers) {
        blocks.push_back(Figure{chart->title, evidenceText(Evidence::measured), std::move(*chart)});
        return blocks;
    }
    blocks.push_back(Figure{source.summary.dense
                                ? Text::of("Test accuracy over the run")
                                : Text::of("Test accuracy and achieved sparsity over the run"),
                            evidenceText(Evidence::measured), std::move(*chart)});
    return blocks;
}

}  // namespace prunescope::report
