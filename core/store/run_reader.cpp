#include "store/run_reader.h"

#include "run/record_json.h"
#include "store/header_reader.h"
#include "store/open_run.h"
#include "store/table_scan.h"

#include <algorithm>
#include <utility>

namespace prunescope::store {
namespace {

/// Those of an honest run are some for each epoch and some for each thing that somebody did. They take much
/// more memory than room in the file.
constexpr std::size_t mostEvaluations = 100'000;
constexpr std::size_t mostEvents = 100'000;
/// Two, in an honest run.
constexpr std::size_t mostImageAnswers = 100;

std::int64_t prunableLayers(const run::NetworkDescription& network) {
    return std::count_if(network.layers.begin(), network.layers.end(),
                         [](const auto& l) { return l.prunable.has_value(); });
}

/// A layer that the network does not have, where the network is known.
std::function<void(const run::LayerStatistic&)> layerCheck(const run::NetworkDescription& network) {
    return [layers = prunableLayers(network)](const run::LayerStatistic& s) {
        if (layers > 0 && s.layer.value >= layers) {
            throw Error("layer", Text::of("is {}; the network has {} prunable layers", s.layer.value, layers),
                        {});
        }
    };
}

template <class Record>
std::function<void(const Record&)> classCheck(const run::DatasetDescription& dataset) {
    // Without names of classes and without a target the description itself could not be read.
    const bool known = dataset.target || !dataset.classNames.empty();
    return [known, classes = static_cast<std::int64_t>(dataset.classNames.size())](const Record& record) {
        if (known && record.classes != classes) {
            throw Error("classes", Text::of("is {}; the data set has {} classes", record.classes, classes),
                        {});
        }
    };
}

/// Events are numbered without a gap, so that a missing one shows.
void checkSequence(const std::vector<run::AuditEvent>& events, std::vector<Text>& problems) {
    std::int64_t expected = 1;
    for (const run::AuditEvent& event : events) {
        if (event.sequence != expected) {
            problems.push_back(
                Text::of("events: event {} was expected and event {} found", expected, event.sequence));
            return;
        }
        ++expected;
    }
}

/// Values are JSON objects; what was no JSON has become a JSON string.
bool isDamaged(const run::EventValues& values) {
    const auto* other = std::get_if<run::OtherValues>(&values);
    return other != nullptr && other->json.starts_with('"');
}

void checkValues(const std::vector<run::AuditEvent>& events, std::vector<Text>& problems) {
    for (const run::AuditEvent& event : events) {
        if (!isDamaged(event.before) && !isDamaged(event.after)) continue;
        problems.push_back(
            Text::of("events: the values of event {} are damaged; they are kept as text", event.sequence));
    }
}

std::vector<run::AuditEvent> readEvents(Database& database, TextBudget& budget, std::vector<Text>& problems) {
    auto events = readTable(database, eventTable(), budget, problems, {}, mostEvents);
    checkSequence(events, problems);
    checkValues(events, problems);
    return events;
}

void readTests(Database& database, TextBudget& budget, ReadRun& result) {
    run::RunRecord& record = result.record;
    record.evaluations = readTable(database, evaluationTable(), budget, result.problems,
                                   classCheck<run::Evaluation>(record.header.dataset), mostEvaluations);
    record.imageAnswers = readTable(database, imageAnswersTable(), budget, result.problems,
                                    classCheck<run::ImageAnswers>(record.header.dataset), mostImageAnswers);
}

/// The header and the events, then what `more(database, budget, result)` reads.
template <class More>
ReadRun readWithEvents(const RunFolder& folder, const Migrations& migrations, const More& more) {
    return readStandingStill(folder, [&](const Snapshot& snapshot, std::vector<Text>& problems) {
        ReadRun result;
        result.problems = std::move(problems);
        const auto database = openRun(snapshot, migrations, result.problems);
        TextBudget budget = textBudgetFor(snapshot);
        result.record.header = readHeader(*database, snapshot.folder(), budget, result.problems);
        result.record.events = readEvents(*database, budget, result.problems);
        more(*database, budget, result);
        return result;
    });
}

ReadRun readSnapshot(const Snapshot& snapshot, const Migrations& migrations,
                     std::vector<Text> problemsOfFiles) {
    ReadRun result;
    result.problems = std::move(problemsOfFiles);
    auto& record = result.record;
    auto& problems = result.problems;
    const auto database = openRun(snapshot, migrations, problems);
    TextBudget budget = textBudgetFor(snapshot);
    // The most valuable first, in case a hostile file uses up the budget.
    record.header = readHeader(*database, snapshot.folder(), budget, problems);
    const auto outcomes = readTable(*database, outcomeTable(), budget, problems);
    if (!outcomes.empty()) record.outcome = outcomes.back();
    record.events = readEvents(*database, budget, problems);
    record.maskUpdates = readTable(*database, maskUpdateTable(), budget, problems);
    readTests(*database, budget, result);
    record.samples = readTable(*database, sampleTable(), budget, problems);
    record.layerStatistics =
        readTable(*database, layerStatisticTable(), budget, problems, layerCheck(record.header.network));
    return result;
}

}  // namespace

ReadRun readEventLog(const RunFolder& folder, const Migrations& migrations) {
    return readWithEvents(folder, migrations, [](Database&, TextBudget&, ReadRun&) {});
}

ReadRun readComparedParts(const RunFolder& folder, const Migrations& migrations) {
    return readWithEvents(folder, migrations, readTests);
}

ReadRun readRun(const RunFolder& folder, const Migrations& migrations) {
    return readStandingStill(folder, [&](const Snapshot& snapshot, std::vector<Text>& problems) {
        return readSnapshot(snapshot, migrations, std::move(problems));
    });
}

}  // namespace prunescope::store
