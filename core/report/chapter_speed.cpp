// How fast the network is, as it was measured: beside the same network with all of its weights.

#include "report/chapters.h"
#include "report/text.h"
#include "view/speed_words.h"

#include <fmt/format.h>

#include <cmath>

namespace prunescope::report {
namespace {

using Align = Table::Align;

Phrase millisecondDatum(const std::string& field, double ms, const run::TimedWork& work) {
    return datum(field, ms, view::millisecondText(ms, work));
}

/// "0.038 (0.037–0.040)"
Phrase millisecondRange(const std::string& field, const run::Quartiles& ms, const run::TimedWork& work) {
    return Phrase::of("{} ({}–{})", millisecondDatum(field + "/median", ms.median, work),
                      millisecondDatum(field + "/lower", ms.lower, work),
                      millisecondDatum(field + "/upper", ms.upper, work));
}

/// "2.01 (1.95–2.10)"
Phrase speedupRange(const std::string& field, const run::Quartiles& speedup) {
    const auto part = [&](const char* name, double value) {
        return datum(field + name, value, fixedText(value, 2));
    };
    return Phrase::of("{} ({}–{})", part("/median", speedup.median), part("/lower", speedup.lower),
                      part("/upper", speedup.upper));
}

Table::Row timedRow(const Phrase& name, const std::string& field, const run::TimedWork& work) {
    const auto& breakEven = work.breakEven;
    return {{name, millisecondRange(field + "/dense_ms", work.denseMs, work),
             millisecondRange(field + "/pruned_ms", work.prunedMs, work),
             speedupRange(field + "/speedup", work.speedup),
             breakEven ? percentDatum(field + "/break_even/sparsity", breakEven->sparsity) : dash()}};
}

Table timedWorks(const run::Measurement& speed) {
    const auto rate = [&](const char* field, double ms) {
        const double images = speed.imagesPerSecond(ms);
        return datum(field, images, countText(std::llround(images)));
    };
    Table table{Text::of("Times with all weights and with those that this run kept; in brackets the middle "
                         "half of the rounds"),
                {{Text::of("Work")},
                 {Text::of("Dense"), Align::right},
                 {Text::of("This run"), Align::right},
                 {Text::of("Speed-up"), Align::right},
                 {Text::of("Pays from"), Align::right}}};
    table.rows.push_back(timedRow(Text::of("One image, one thread, ms"), "/speed/one_image", speed.oneImage));
    table.rows.push_back(
        timedRow(Phrase::of("Batch of {} images, ms", countDatum("/speed/batch", speed.batch)),
                 "/speed/inference", speed.inference));
    table.rows.push_back({{Text::of("The same, images/s"),
                           rate("/speed/dense_images_per_second", speed.inference.denseMs.median),
                           rate("/speed/pruned_images_per_second", speed.inference.prunedMs.median),
                           {},
                           {}}});
    table.rows.push_back(timedRow(Text::of("Training step while masks move, ms"), "/speed/exploration_step",
                                  speed.exploration));
    table.rows.push_back(timedRow(Text::of("Training step with frozen masks, ms"), "/speed/exploitation_step",
                                  speed.exploitation));
    return table;
}

Facts conditions(const run::Measurement& speed) {
    return {
        {{Text::of("Measured"), utcText(speed.wallMs)},
         {Text::of("Processor"),
          speed.processor.empty() ? Phrase(Text::of("not recorded")) : Phrase(speed.processor)},
         {Text::of("Instruction set"), known(speed.instructionSet)},
         {Text::of("Cores, threads used"), Phrase::of("{}, {}", countDatum("/speed/cores", speed.cores),
                                                      countDatum("/speed/threads", speed.threads))},
         {Text::of("Sparsity, prunable weights"), percentDatum("/speed/sparsity_prunable", speed.sparsity)},
         {Text::of("Time taken by other programs"),
          speed.otherLoad ? percentDatum("/speed/other_load", *speed.otherLoad) : dash()}}};
}

}  // namespace

Blocks speedChapter(const Source& source) {
    if (!source.input.speed) return {};
    const run::Measurement& speed = *source.input.speed;
    Blocks blocks;
    if (const Text doubt = view::doubtWords(speed); !doubt.empty())
        blocks.push_back(Paragraph{strong(doubt)});
    for (const Text& sentence : {view::oneImageWords(speed), view::batchWords(speed), view::stepWords(speed),
                                 view::breakEvenWords(speed)}) {
        if (!sentence.empty()) blocks.push_back(Paragraph{sentence});
    }
    blocks.push_back(timedWorks(speed));
    blocks.push_back(conditions(speed));
    blocks.push_back(Paragraph{
        Phrase::of("Times: {}. Sparsity from which on a kind of work pays: {}; where the lowest that was "
                   "measured paid already, it is that one.",
                   source.evidence("speed"), source.evidence("break_even")),
        Paragraph::Tone::small});
    return blocks;
}

}  // namespace prunescope::report
