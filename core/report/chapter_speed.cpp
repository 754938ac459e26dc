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

/// Of microseconds, with the decimals of the median beside it.
std::string millisecondsOf(double us, double medianUs) {
    return fixedText(us / 1000, view::millisecondDecimals(medianUs / 1000));
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
    table.rows.push_back(
        timedRow(Text::of("One sample, one thread, ms"), "/speed/one_image", speed.oneImage));
    table.rows.push_back(
        timedRow(Phrase::of("Batch of {} samples, ms", countDatum("/speed/batch", speed.batch)),
                 "/speed/inference", speed.inference));
    table.rows.push_back({{Text::of("The same, samples/s"),
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

Table callersTable(const std::vector<run::CallersAtOnce>& all) {
    Table table{Text::of("Callers at once: each asks for one sample after another; waits in ms"),
                {{Text::of("Callers"), Align::right},
                 {Text::of("Dense, samples/s"), Align::right},
                 {Text::of("Median and 99 of 100"), Align::right},
                 {Text::of("This run, samples/s"), Align::right},
                 {Text::of("Median and 99 of 100"), Align::right},
                 {Text::of("Speed-up"), Align::right}}};
    for (std::size_t k = 0; k < all.size(); ++k) {
        const run::CallersAtOnce& c = all[k];
        const std::string field = fmt::format("/speed/callers/{}", k);
        const auto rate = [&](const char* network, const run::CallerWaits& waits) {
            return datum(field + network + "/images_per_second", waits.imagesPerSecond,
                         countText(std::llround(waits.imagesPerSecond)));
        };
        const auto waited = [&](const char* network, const run::CallerWaits& waits) {
            const auto ms = [&](const char* name, double us) {
                return datum(field + network + name, us, millisecondsOf(us, waits.medianUs));
            };
            return Phrase::of("{}–{}", ms("/median_us", waits.medianUs), ms("/p99_us", waits.p99Us));
        };
        table.rows.push_back(
            {{countDatum(field + "/callers", c.callers), rate("/dense", c.dense), waited("/dense", c.dense),
              rate("/pruned", c.pruned), waited("/pruned", c.pruned), fixedText(c.speedup(), 2)}});
    }
    return table;
}

Table devicesTable(const std::vector<run::DeviceMeasurement>& devices) {
    Table table{
        Text::of("On devices, as their own programs printed it; imported, not measured by this program"),
        {{Text::of("Device")},
         {Text::of("Network")},
         {Text::of("One sample, ms (5 % to 95 % of the runs)"), Align::right},
         {Text::of("Runs"), Align::right},
         {Text::of("Weights, bytes"), Align::right},
         {Text::of("Memory, bytes"), Align::right},
         {Text::of("Imported")}}};
    for (std::size_t k = 0; k < devices.size(); ++k) {
        const run::DeviceMeasurement& d = devices[k];
        const std::string field = fmt::format("/devices/{}", k);
        const auto ms = [&](const char* name, double us) {
            return datum(field + name, us, millisecondsOf(us, d.medianUs));
        };
        table.rows.push_back(
            {{d.device, d.network,
              Phrase::of("{} ({}–{})", ms("/median_us", d.medianUs), ms("/p05_us", d.p05Us),
                         ms("/p95_us", d.p95Us)),
              countDatum(field + "/runs", d.runs), countDatum(field + "/constant_bytes", d.constantBytes),
              countDatum(field + "/scratch_bytes", d.scratchBytes), utcText(d.wallMs)}});
    }
    return table;
}

void addOwn(const Source& source, const run::Measurement& speed, Blocks& blocks) {
    if (const Text doubt = view::doubtWords(speed); !doubt.empty())
        blocks.push_back(Paragraph{strong(doubt)});
    for (const Text& sentence : {view::oneImageWords(speed), view::batchWords(speed), view::stepWords(speed),
                                 view::breakEvenWords(speed)}) {
        if (!sentence.empty()) blocks.push_back(Paragraph{sentence});
    }
    blocks.push_back(timedWorks(speed));
    if (!speed.callers.empty()) blocks.push_back(callersTable(speed.callers));
    blocks.push_back(conditions(speed));
    blocks.push_back(Paragraph{
        Phrase::of("Times: {}. Sparsity from which on a kind of work pays: {}; where the lowest that was "
                   "measured paid already, it is that one.",
                   source.evidence("speed"), source.evidence("break_even")),
        Paragraph::Tone::small});
}

}  // namespace

Blocks speedChapter(const Source& source) {
    Blocks blocks;
    if (source.input.speed) addOwn(source, *source.input.speed, blocks);
    if (!source.input.devices.empty()) blocks.push_back(devicesTable(source.input.devices));
    return blocks;
}

}  // namespace prunescope::report
