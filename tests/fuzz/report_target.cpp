// The report of a record that somebody made up.

#include "base/error.h"
#include "input.h"
#include "report/csv.h"
#include "report/html.h"
#include "report/summary_json.h"
#include "report/tiny_record.h"
#include "report/xml_check.h"
#include "support/demo_run.h"
#include "targets.h"

namespace prunescope::fuzz {
namespace {

/// Overwrites one part of a sound record, within what the store promises of one that it has read.
void change(run::RunRecord& record, Input& input) {
    const auto place = [&](auto& list) -> auto& {
        return list[input.upTo(list.size() - 1)];
    };
    switch (input.upTo(11)) {
        case 0:
            place(record.header.network.layers).name = input.text();
            break;
        case 1:
            place(record.header.dataset.classNames) = input.text();
            break;
        case 2: {
            run::LayerDescription& layer = place(record.header.network.layers);
            layer.weightShape.assign(input.upTo(4), static_cast<std::int64_t>(input.upTo(1U << 30U)));
            layer.weights = static_cast<std::int64_t>(input.upTo(std::uint64_t{1} << 48U));
            layer.macs = static_cast<std::int64_t>(input.upTo(std::uint64_t{1} << 48U));
            break;
        }
        case 3: {
            run::MetricSample& sample = place(record.samples);
            sample.epoch = input.number();
            sample.loss = input.number();
            sample.accuracy = input.number();
            sample.sparsity = input.number();
            sample.targetSparsity = input.number();
            sample.processMs = input.number();
            break;
        }
        case 4: {
            run::LayerStatistic& statistic = place(record.layerStatistics);
            for (double& measure : statistic.ofMethod) measure = input.number();
            statistic.threshold = input.number();
            statistic.weights = static_cast<std::int64_t>(input.upTo(std::uint64_t{1} << 48U));
            statistic.kept = statistic.weights / static_cast<std::int64_t>(1 + input.upTo(9));
            break;
        }
        case 5: {
            run::Evaluation& evaluation = place(record.evaluations);
            evaluation.epoch = input.number();
            evaluation.loss = input.number();
            evaluation.sparsity = input.number();
            evaluation.step = StepIndex{static_cast<std::int64_t>(input.upTo(std::uint64_t{1} << 48U))};
            for (std::int64_t& images : evaluation.confusion)
                images = static_cast<std::int64_t>(input.upTo(1U << 30U));
            break;
        }
        case 6: {
            run::AuditEvent event;
            event.sequence = input.count();
            event.step = StepIndex{static_cast<std::int64_t>(input.upTo(1000))};
            event.epoch = input.number();
            event.wallMs = input.take<std::int64_t>();
            event.kind = input.text();
            event.who = input.text();
            event.reason = input.text();
            event.note = Text(input.text(), {input.text()});
            event.before = run::OtherValues{run::jsonText(input.text())};
            event.after = run::OtherValues{run::jsonText(input.text())};
            if (input.flag()) event.after = record.header.schedule;
            if (input.flag()) event.refusal = {input.text(), input.text()};
            record.events.push_back(std::move(event));
            break;
        }
        case 7:
            record.outcome = {static_cast<run::RunState>(input.upTo(3)),
                              input.text(),
                              StepIndex{static_cast<std::int64_t>(input.upTo(1U << 30U))},
                              input.number(),
                              input.take<std::int64_t>(),
                              input.number(),
                              static_cast<std::int64_t>(input.upTo(1U << 30U))};
            break;
        case 8:
            record.header.provenance.host = input.text();
            record.header.provenance.startedMs =
                static_cast<std::int64_t>(input.upTo(std::uint64_t{1} << 48U));
            break;
        case 9:
            record.header.config.methodOptions[input.text()] = input.text();
            record.header.config.pruning.scope = input.flag() ? "erk" : "uniform";
            break;
        case 10:
            if (!record.samples.empty()) record.samples.resize(input.upTo(record.samples.size()));
            break;
        default:
            if (!record.layerStatistics.empty())
                record.layerStatistics.resize(input.upTo(record.layerStatistics.size()));
    }
}

bool hasAllParts(const run::RunRecord& record) {
    return !record.samples.empty() && !record.layerStatistics.empty() && !record.evaluations.empty() &&
           !record.header.network.layers.empty() && !record.header.dataset.classNames.empty();
}

/// A page that any browser reads, and JSON that any parser reads.
void write(std::string_view bytes) {
    static const run::RunRecord tiny = report::test::tinyRecord();
    static const run::RunRecord demo = test::demoRun({.epochs = 2, .stepsPerEpoch = 40});
    Input input(bytes);
    report::ReportInput made{input.text(), input.flag() ? tiny : demo, {}};
    for (int changes = 0; changes < 16 && !input.empty() && hasAllParts(made.record); ++changes)
        change(made.record, input);
    const report::Summary summary = report::summarise(made);
    const std::string json = report::reportJson(made, summary);
    expect(nlohmann::json::accept(json), "report.json is JSON");
    const std::string html = report::htmlOf(report::documentOf(made, summary, ""));
    expect(report::test::XmlCheck(html).problem().empty(), "index.html is well formed");
    report::metricsCsv(made, summary);
    report::layersCsv(made, summary);
    report::eventsCsv(made, summary);
}

std::vector<std::string> seeds() {
    std::vector<std::string> list;
    for (char part = 0; part < 12; ++part) {
        // No name, the tiny or the demo run, one part after another with usual numbers and a short text.
        for (const char which : {'\0', '\1'}) {
            std::string seed = std::string("\0", 1) + which;
            for (int i = 0; i < 3; ++i)
                seed += part + std::string(7, '\0') + std::string("\1\0\0\0\0\0\0\0\3abc\2<&>\4\1\2\3", 20);
            list.push_back(seed);
        }
    }
    return list;
}

}  // namespace

Target reportTarget() {
    return {.name = "report", .run = write, .seeds = seeds, .longest = 4096};
}

}  // namespace prunescope::fuzz
