#include "speed/report_text.h"

#include "speed/text_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace prunescope::speed {
namespace {

constexpr const char* measured = "measured";
constexpr const char* theoretical = "theoretical";
constexpr double barLength = 30;

std::string percent(double share) {
    return fmt::format("{:.4g} %", 100 * share);
}
std::string nameOf(const Result& r) {
    return (r.own ? "your model, " : "") + percent(r.sparsity);
}
std::string milliseconds(const Quartiles& ms) {
    return fmt::format("{:.3f}", ms.median);
}
/// Half of the middle half of all rounds, as a share of the median.
std::string plusMinus(const Quartiles& figure) {
    return figure.rounds < fewestRounds ? "-" : fmt::format("{:.0f} %", 100 * figure.spread() / 2);
}
std::string whole(double value) {
    return fmt::format("{:.0f}", value);
}
std::string factor(const Quartiles& gain) {
    return fmt::format("{:.2f} x", gain.median);
}
std::string factor(double value) {
    return fmt::format("{:.2f} x", value);
}

std::string machineText(const Report& r) {
    const Machine& m = r.machine;
    return fmt::format(
        "{}, batch {}, {} thread{}, random samples{}\n"
        "machine: {}, {} cores, {}\n"
        "measured: {:.0f} GFLOP/s of multiply-adds on a core, {:.0f} on all of them; memory {:.1f} GB/s "
        "(triad over 256 MB), {:.1f} GB/s for as few bytes as this network moves\n"
        "meanwhile other programs took {} of the processors' time; times are medians, +- is half of the "
        "interquartile range\n",
        r.request.model, r.request.batch, r.request.threads, r.request.threads == 1 ? "" : "s",
        r.request.weights.empty() ? std::string() : ", weights of " + r.request.weights.string(),
        m.name.empty() ? "unknown processor" : m.name, m.cores, m.instructionSet, m.fmaGflopsPerCore,
        m.fmaGflops, m.memoryGbS(), r.bandwidthGbS(),
        r.otherLoad ? fmt::format("{:.0f} %", 100 * *r.otherLoad) : "an unknown share");
}

std::string trainingText(const Report& r) {
    TextTable table;
    table.addColumn({"sparsity", "", ""});
    table.addColumn({"exploration", "ms a step", measured});
    table.addColumn({"", "samples/s", measured});
    table.addColumn({"", "speed-up", measured});
    table.addColumn({"", "+-", measured});
    table.addColumn({"", "speed-up", theoretical});
    table.addColumn({"exploitation", "ms a step", measured});
    table.addColumn({"", "speed-up", measured});
    table.addColumn({"", "+-", measured});
    table.addColumn({"", "speed-up", theoretical});
    table.addColumn({"GFLOP/s", "as dense", measured});
    table.addColumn({"", "real", measured});
    const Quartiles& dense = r.dense.stepMs;
    const double denseGflops = r.gflops(r.results.front().theory.stepMacs, dense.median);
    table.addRow({"no pruning", milliseconds(dense), whole(r.imagesPerSecond(dense.median)), factor(1),
                  plusMinus(dense), factor(1), milliseconds(dense), factor(1), plusMinus(dense), factor(1),
                  whole(denseGflops), whole(denseGflops)});
    for (const Result& x : r.results) {
        const Theory& t = x.theory;
        table.addRow(
            {nameOf(x), milliseconds(x.explorationMs), whole(r.imagesPerSecond(x.explorationMs.median)),
             factor(x.gains.exploration), plusMinus(x.gains.exploration), factor(t.explorationSpeedup()),
             milliseconds(x.exploitationMs), factor(x.gains.exploitation), plusMinus(x.gains.exploitation),
             factor(t.exploitationSpeedup()), whole(r.gflops(t.stepMacs, x.exploitationMs.median)),
             whole(r.gflops(t.exploitationMacs, x.exploitationMs.median))});
    }
    return "\ntraining step (pruned weights learn in exploration; masks are frozen in exploitation; GFLOP/s "
           "there)\n" +
           table.text();
}

std::string inferenceText(const Report& r) {
    TextTable table;
    table.addColumn({"sparsity", "", ""});
    table.addColumn({"batch", "samples/s", measured});
    table.addColumn({"", "speed-up", measured});
    table.addColumn({"", "+-", measured});
    table.addColumn({"", "speed-up", theoretical});
    table.addColumn({"GFLOP/s", "as dense", measured});
    table.addColumn({"", "real", measured});
    table.addColumn({"one sample", "median us", measured});
    table.addColumn({"", "95th us", measured});
    table.addColumn({"", "99th us", measured});
    table.addColumn({"", "speed-up", measured});
    table.addColumn({"", "+-", measured});
    table.addColumn({"stored", "bytes", theoretical});
    const Theory& all = r.results.front().theory;
    const auto row = [&](const std::string& name, double ms, const Latency& one, const Theory& theory,
                         double macsLeft, std::int64_t bytes, const std::array<std::string, 5>& gains) {
        table.addRow({name, whole(r.imagesPerSecond(ms)), gains[0], gains[1], gains[2],
                      whole(r.gflops(theory.macs, ms)), whole(r.gflops(macsLeft, ms)),
                      fmt::format("{:.1f}", one.median), fmt::format("{:.1f}", one.p95),
                      fmt::format("{:.1f}", one.p99), gains[3], gains[4], std::to_string(bytes)});
    };
    row("no pruning", r.dense.inferMs.median, r.dense.batch1, all, all.macs, all.denseBytes,
        {factor(1), plusMinus(r.dense.inferMs), factor(1), factor(1), "-"});
    for (const Result& x : r.results) {
        row(nameOf(x), x.inferMs.median, x.batch1, x.theory, x.theory.macsLeft, x.theory.storedBytes,
            {factor(x.gains.batch), plusMinus(x.gains.batch), factor(x.theory.speedup()),
             factor(x.gains.oneImage), plusMinus(x.gains.oneImage)});
    }
    return "\ninference (one sample: on one thread)\n" + table.text();
}

std::string rooflineText(const Report& r) {
    TextTable table;
    table.addColumn({"sparsity", "", ""});
    table.addColumn({"operations", "a byte", theoretical});
    table.addColumn({"roof", "GFLOP/s", measured});
    table.addColumn({"", "set by", ""});
    table.addColumn({"achieved", "GFLOP/s", measured});
    table.addColumn({"", "of roof", measured});
    table.addColumn({"", "", ""});
    for (const Result& x : r.results) {
        const double roof = r.roofGflops(x);
        const double ofRoof = r.ofRoof(x);
        const double achieved = r.gflops(x.theory.macsLeft, x.inferMs.median);
        const double marks = std::clamp(std::round(barLength * ofRoof), 0.0, barLength);
        table.addRow({nameOf(x), fmt::format("{:.1f}", x.theory.intensity(r.request.batch)), whole(roof),
                      r.boundByMemory(x) ? "memory" : "arithmetic", whole(achieved),
                      percent(std::round(1000 * ofRoof) / 1000),
                      "|" + std::string(static_cast<std::size_t>(marks), '#') +
                          std::string(static_cast<std::size_t>(barLength - marks), '.') + "|"});
    }
    return "\nroofline of inference (kept weights only: arithmetic intensity, and how near it comes to the "
           "roof)\n" +
           table.text();
}

std::string callersText(const Report& r) {
    if (r.callers.empty()) return "";
    TextTable table;
    table.addColumn({"callers", "", ""});
    table.addColumn({"dense", "samples/s", measured});
    table.addColumn({"", "median us", measured});
    table.addColumn({"", "95th us", measured});
    table.addColumn({"", "99th us", measured});
    table.addColumn({"pruned", "samples/s", measured});
    table.addColumn({"", "median us", measured});
    table.addColumn({"", "95th us", measured});
    table.addColumn({"", "99th us", measured});
    table.addColumn({"", "speed-up", measured});
    const auto us = [](double value) { return fmt::format("{:.1f}", value); };
    for (const run::CallersAtOnce& c : r.callers) {
        table.addRow({std::to_string(c.callers), whole(c.dense.imagesPerSecond), us(c.dense.medianUs),
                      us(c.dense.p95Us), us(c.dense.p99Us), whole(c.pruned.imagesPerSecond),
                      us(c.pruned.medianUs), us(c.pruned.p95Us), us(c.pruned.p99Us), factor(c.speedup())});
    }
    return "\ncallers at once (each a thread that asks the runtime for one sample after another)\n" +
           table.text();
}

}  // namespace

std::string reportText(const Report& report) {
    return machineText(report) + trainingText(report) + inferenceText(report) + callersText(report) +
           rooflineText(report) + "\n" + verdict(report) + "\n";
}

}  // namespace prunescope::speed
