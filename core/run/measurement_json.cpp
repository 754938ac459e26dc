#include "run/measurement_json.h"

#include "run/json_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace prunescope::run {
namespace {

using Json = nlohmann::json;

/// In the order of `Doubt`.
constexpr std::array<const char*, 6> doubtNames{"none", "few_rounds", "run_beside",
                                                "busy", "unsteady",   "above_roof"};

// What no honest measurement comes near; within them, whatever is computed of it stays a number.
constexpr double leastFigure = 1e-9;
constexpr double largestFigure = 1e9;  ///< milliseconds, or times as fast
constexpr std::int64_t mostOfAnything = 1'000'000;
constexpr std::size_t longestMachineName = 256;

Json breakEvenToJson(const std::optional<BreakEven>& breakEven) {
    if (!breakEven) return nullptr;
    return {{"sparsity", breakEven->sparsity}, {"or_below", breakEven->orBelow}};
}

Json workToJson(const TimedWork& work) {
    return {{"dense_ms", quartilesToJson(work.denseMs)},
            {"pruned_ms", quartilesToJson(work.prunedMs)},
            {"speedup", quartilesToJson(work.speedup)},
            {"break_even", breakEvenToJson(work.breakEven)}};
}

/// A member of `fields`; null when it is absent.
const Json& memberOf(const JsonFields& fields, const char* key) {
    static const Json absent;
    const Json* member = fields.find(key);
    return member == nullptr ? absent : *member;
}

double figureFrom(const JsonFields& fields, const char* key, double least, double largest) {
    double value = NAN;
    fields.read(key, value);
    if (!(value >= least && value <= largest)) {
        refuseJson(fields.pathTo(key), Text::of("a number from {} to {}", least, largest),
                   memberOf(fields, key));
    }
    return value;
}

double shareFrom(const JsonFields& fields, const char* key) {
    return figureFrom(fields, key, 0, std::nextafter(1.0, 0.0));
}

std::int64_t countFrom(const JsonFields& fields, const char* key, std::int64_t largest) {
    std::int64_t value = 0;
    fields.readCount(key, value, largest);
    if (value < 1)
        refuseJson(fields.pathTo(key), Text::of("a whole number from 1 to {}", largest),
                   memberOf(fields, key));
    return value;
}

std::string nameFrom(const JsonFields& fields, const char* key) {
    std::string name;
    fields.read(key, name);
    if (name.size() > longestMachineName)
        refuseJson(fields.pathTo(key), Text::of("a text of at most {} bytes", longestMachineName),
                   memberOf(fields, key));
    return name;
}

Quartiles quartilesFrom(const JsonFields& parent, const char* key) {
    const Json& json = memberOf(parent, key);
    const JsonFields fields(json, parent.pathTo(key));
    const auto figure = [&](const char* name) {
        return figureFrom(fields, name, leastFigure, largestFigure);
    };
    const Quartiles q{.lower = figure("lower"),
                      .median = figure("median"),
                      .upper = figure("upper"),
                      .rounds = static_cast<std::size_t>(countFrom(fields, "rounds", mostOfAnything))};
    if (q.lower > q.median || q.median > q.upper)
        refuseJson(parent.pathTo(key), Text::of("a figure with its quartiles in order"), json);
    return q;
}

std::optional<BreakEven> breakEvenFrom(const JsonFields& parent) {
    const Json* json = parent.find("break_even");
    if (json == nullptr) return std::nullopt;
    const JsonFields fields(*json, parent.pathTo("break_even"));
    const Json& orBelow = memberOf(fields, "or_below");
    if (!orBelow.is_boolean())
        refuseJson(fields.pathTo("or_below"), Text::of("either true or false"), orBelow);
    return BreakEven{.sparsity = shareFrom(fields, "sparsity"), .orBelow = orBelow.get<bool>()};
}

TimedWork workFrom(const JsonFields& parent, const char* key) {
    const JsonFields fields(memberOf(parent, key), parent.pathTo(key));
    return {.denseMs = quartilesFrom(fields, "dense_ms"),
            .prunedMs = quartilesFrom(fields, "pruned_ms"),
            .speedup = quartilesFrom(fields, "speedup"),
            .breakEven = breakEvenFrom(fields)};
}

Json waitsToJson(const CallerWaits& waits) {
    return {{"median_us", waits.medianUs},
            {"p95_us", waits.p95Us},
            {"p99_us", waits.p99Us},
            {"images_per_second", waits.imagesPerSecond},
            {"images", waits.images}};
}

CallerWaits waitsFrom(const JsonFields& parent, const char* key) {
    const Json& json = memberOf(parent, key);
    const JsonFields fields(json, parent.pathTo(key));
    const auto figure = [&](const char* name) {
        return figureFrom(fields, name, leastFigure, largestFigure);
    };
    const CallerWaits waits{.medianUs = figure("median_us"),
                            .p95Us = figure("p95_us"),
                            .p99Us = figure("p99_us"),
                            .imagesPerSecond = figure("images_per_second"),
                            .images = countFrom(fields, "images", JsonFields::largestCount)};
    if (waits.medianUs > waits.p95Us || waits.p95Us > waits.p99Us)
        refuseJson(parent.pathTo(key), Text::of("percentiles in order"), json);
    return waits;
}

std::vector<CallersAtOnce> callersFrom(const JsonFields& parent) {
    std::vector<CallersAtOnce> all;
    for (const Json* json : parent.list("callers", mostCallerCounts)) {
        const JsonFields fields(*json, fmt::format("{}[{}]", parent.pathTo("callers"), all.size()));
        all.push_back({.callers = countFrom(fields, "callers", mostCallers),
                       .dense = waitsFrom(fields, "dense"),
                       .pruned = waitsFrom(fields, "pruned")});
        if (all.size() > 1 && all[all.size() - 2].callers >= all.back().callers)
            refuseJson(fields.pathTo("callers"), Text::of("a rising number"), all.back().callers);
    }
    return all;
}

Doubt doubtFrom(const JsonFields& fields) {
    const Json& json = memberOf(fields, "doubt");
    const auto found = std::find_if(doubtNames.begin(), doubtNames.end(), [&](const char* name) {
        return json.is_string() && json.get_ref<const std::string&>() == name;
    });
    if (found == doubtNames.end())
        refuseJson(fields.pathTo("doubt"), Text::of("a reason of this program for doubt, or none"), json);
    return static_cast<Doubt>(found - doubtNames.begin());
}

}  // namespace

const char* doubtName(Doubt doubt) {
    return doubtNames.at(static_cast<std::size_t>(doubt));
}

Json quartilesToJson(const Quartiles& figure) {
    return {{"lower", figure.lower},
            {"median", figure.median},
            {"upper", figure.upper},
            {"rounds", figure.rounds}};
}

Json callersToJson(const std::vector<CallersAtOnce>& all) {
    Json list = Json::array();
    for (const CallersAtOnce& c : all)
        list.push_back(
            {{"callers", c.callers}, {"dense", waitsToJson(c.dense)}, {"pruned", waitsToJson(c.pruned)}});
    return list;
}

Json measurementToJson(const Measurement& m) {
    Json json{{"wall_ms", m.wallMs},
              {"processor", m.processor},
              {"instruction_set", m.instructionSet},
              {"cores", m.cores},
              {"threads", m.threads},
              {"batch", m.batch},
              {"sparsity_prunable", m.sparsity},
              {"one_image", workToJson(m.oneImage)},
              {"inference", workToJson(m.inference)},
              {"exploration_step", workToJson(m.exploration)},
              {"exploitation_step", workToJson(m.exploitation)},
              {"doubt", doubtName(m.doubt)},
              {"other_load", m.otherLoad ? Json(*m.otherLoad) : Json()}};
    // One without stays as versions wrote it that knew nothing of them.
    if (!m.callers.empty()) json["callers"] = callersToJson(m.callers);
    return json;
}

Measurement measurementFromJson(const Json& json, const std::string& path) {
    const JsonFields fields(json, path);
    Measurement m{.wallMs = countFrom(fields, "wall_ms", JsonFields::largestCount),
                  .processor = nameFrom(fields, "processor"),
                  .instructionSet = nameFrom(fields, "instruction_set"),
                  .cores = countFrom(fields, "cores", mostOfAnything),
                  .threads = countFrom(fields, "threads", mostOfAnything),
                  .batch = countFrom(fields, "batch", mostOfAnything),
                  .sparsity = shareFrom(fields, "sparsity_prunable"),
                  .oneImage = workFrom(fields, "one_image"),
                  .inference = workFrom(fields, "inference"),
                  .exploration = workFrom(fields, "exploration_step"),
                  .exploitation = workFrom(fields, "exploitation_step"),
                  .callers = callersFrom(fields),
                  .doubt = doubtFrom(fields)};
    if (fields.find("other_load") != nullptr) m.otherLoad = figureFrom(fields, "other_load", 0, 1);
    return m;
}

}  // namespace prunescope::run
