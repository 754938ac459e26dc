// JSON from a database or another program's file.

#include "base/error.h"
#include "base/json_reader.h"
#include "run/record_json.h"
#include "run/records.h"
#include "support/demo_run.h"
#include "targets.h"

namespace prunescope::fuzz {
namespace {

using Json = nlohmann::json;

/// What is read is what nlohmann's own parser reads, which takes more.
void readAny(std::string_view text) {
    Json read;
    try {
        read = readJson(text, "fuzz", Text::of("Mend it."));
    } catch (const Error& error) {
        expect(!error.problem().english().empty(), "an error says nothing");
        return;
    }
    expect(read == Json::parse(text, nullptr, false), "two readers agree");
    expect(readJson(read.dump(), "fuzz", {}) == read, "what is written reads back");
}

template <class Part>
void readPart(const Json& json, Part (*fromJson)(const Json&), Json (*toJson)(const Part&)) {
    try {
        const Json written = toJson(fromJson(json));
        expect(run::jsonText(toJson(fromJson(written))) == run::jsonText(written),
               "a part reads back as it was written");
    } catch (const Error& error) {
        expect(!error.problem().english().empty(), "an error says nothing");
    }
}

/// A column of the run's header, whichever it is.
void readColumns(std::string_view text) {
    Json json;
    try {
        json = run::jsonFromText(text, "column");
    } catch (const Error&) {
        return;
    }
    readPart(json, run::provenanceFromJson, run::provenanceToJson);
    readPart(json, run::datasetFromJson, run::datasetToJson);
    readPart(json, run::scheduleFromJson, run::scheduleToJson);
    readPart(json, run::networkFromJson, run::networkToJson);
    try {
        const run::NetworkDescription network = run::networkFromJson(json);
        expect(network.parameters() >= 0 && network.macs() >= 0 && network.prunableWeights() >= 0,
               "sums do not overflow");
    } catch (const Error&) {
        return;
    }
}

std::vector<std::string> headerTexts() {
    const run::RunHeader header = test::demoRun({.epochs = 1, .stepsPerEpoch = 20}).header;
    return {run::jsonText(run::provenanceToJson(header.provenance)),
            run::jsonText(run::datasetToJson(header.dataset)),
            run::jsonText(run::networkToJson(header.network)),
            run::jsonText(run::scheduleToJson(header.schedule))};
}

}  // namespace

Target jsonTarget() {
    return {.name = "json",
            .run = readAny,
            .seeds =
                [] {
                    std::string objects = "[{}";
                    for (int i = 0; i < 1000; ++i) objects += ",{}";
                    return std::vector<std::string>{R"({"a": [1, -2.5e3, "é\u0041", null, true], "b": {}})",
                                                    objects + "]", R"({"a": 1, "a": 2})"};
                },
            .longest = 1 << 20};
}

Target recordTextsTarget() {
    return {.name = "record_texts", .run = readColumns, .seeds = headerTexts, .longest = 65536};
}

}  // namespace prunescope::fuzz
