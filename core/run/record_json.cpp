#include "run/record_json.h"

#include "base/error.h"
#include "base/json_reader.h"
#include "run/class_counts_json.h"
#include "run/json_fields.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace prunescope::run {
namespace {

using Json = nlohmann::json;

constexpr std::size_t mostClasses = 65536;
/// A table has a channel for each input that its columns make.
constexpr std::size_t mostChannels = 100'000;
constexpr std::size_t mostColumns = 100'000;
constexpr std::size_t mostGroupNames = 1000;
constexpr std::size_t mostFiles = 10000;
constexpr std::size_t mostSkippedNames = 1000;
constexpr std::size_t mostLayers = 10000;
constexpr std::size_t mostDimensions = 8;
/// In the order of `MeasureRole`.
constexpr std::array<const char*, 4> roleNames{"curve", "bound", "figure", "detail"};

Json fileToJson(const DataFile& file) {
    return {{"name", file.name}, {"bytes", file.bytes}, {"sha256", file.sha256}};
}

DataFile fileFromJson(const Json& json, const std::string& path) {
    const JsonFields fields(json, path);
    DataFile file;
    fields.read("name", file.name);
    fields.readCount("bytes", file.bytes);
    fields.read("sha256", file.sha256);
    return file;
}

/// What says nothing is left out: tables have up to 100,000 columns.
Json columnToJson(const ColumnDescription& column) {
    Json json{{"name", column.name}, {"kind", columnKindName(column.kind)}};
    if (!column.categories.empty()) json["categories"] = column.categories;
    if (column.missing > 0) json["missing"] = column.missing;
    if (!column.onMissing.empty()) json["on_missing"] = column.onMissing;
    if (!column.filledWith.empty()) json["filled_with"] = column.filledWith;
    return json;
}

ColumnDescription columnFromJson(const Json& json, const std::string& path) {
    const JsonFields fields(json, path);
    ColumnDescription column;
    std::string kind = columnKindName(column.kind);
    fields.read("name", column.name);
    fields.read("kind", kind);
    const auto known = columnKindFromName(kind);
    if (!known) refuseJson(fields.pathTo("kind"), Text::of("a known name"), kind);
    column.kind = *known;
    fields.read("categories", column.categories, mostChannels);
    fields.readCount("missing", column.missing);
    fields.read("on_missing", column.onMissing);
    fields.read("filled_with", column.filledWith);
    return column;
}

Json targetToJson(const TargetDescription& target) {
    return {{"name", target.name},
            {"unit", target.unit},
            {"mean", target.mean},
            {"standard_deviation", target.standardDeviation}};
}

TargetDescription targetFromJson(const Json& json) {
    const JsonFields fields(json, "dataset.target");
    TargetDescription target;
    fields.read("name", target.name);
    fields.read("unit", target.unit);
    fields.read("mean", target.mean);
    fields.read("standard_deviation", target.standardDeviation);
    return target;
}

Json layerToJson(const LayerDescription& layer) {
    return {{"name", layer.name},
            {"kind", layer.kind},
            {"weight_shape", layer.weightShape},
            {"parameters", layer.parameters},
            {"weights", layer.weights},
            {"macs", layer.macs},
            {"output_shape", layer.outputShape},
            {"prunable", layer.prunable ? Json(layer.prunable->value) : Json()}};
}

InitialWeights initialWeightsFromJson(const Json& json) {
    const std::string path = "network.initial_weights";
    const JsonFields fields(json, path);
    InitialWeights start;
    for (const Json* file : fields.list("files", mostFiles))
        start.files.push_back(fileFromJson(*file, fmt::format("{}.files[{}]", path, start.files.size())));
    fields.read("producer", start.producer);
    return start;
}

LayerDescription layerFromJson(const Json& json, const std::string& path) {
    const JsonFields fields(json, path);
    LayerDescription layer;
    fields.read("name", layer.name);
    fields.read("kind", layer.kind);
    fields.readCounts("weight_shape", layer.weightShape, mostDimensions);
    fields.readCount("parameters", layer.parameters);
    fields.readCount("weights", layer.weights);
    fields.readCount("macs", layer.macs);
    fields.readCounts("output_shape", layer.outputShape);
    if (fields.find("prunable") != nullptr) {
        std::int64_t index = 0;
        fields.readCount("prunable", index, mostLayers);
        layer.prunable = LayerIndex{static_cast<std::int32_t>(index)};
    }
    return layer;
}

void readKnots(const JsonFields& fields, SparsitySchedule& schedule) {
    for (const Json* knot : fields.list("knots", mostKnots)) {
        const bool pair =
            knot->is_array() && knot->size() == 2 && (*knot)[0].is_number() && (*knot)[1].is_number();
        if (!pair)
            refuseJson(fields.pathTo("knots"), Text::of("a list of [position, sparsity] pairs"), *knot);
        schedule.knots.push_back({(*knot)[0].get<double>(), (*knot)[1].get<double>()});
    }
}

}  // namespace

Text damagedRecord() {
    return Text::of("The record was damaged, or another program wrote it.");
}

std::string jsonText(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json jsonFromText(std::string_view text, const std::string& where) {
    return readJson(text, where, damagedRecord());
}

Json provenanceToJson(const Provenance& p) {
    return {{"version", p.version},
            {"compiler", p.compiler},
            {"instruction_set", p.instructionSet},
            {"processor", p.processor},
            {"operating_system", p.operatingSystem},
            {"host", p.host},
            {"cores", p.cores},
            {"memory_bytes", p.memoryBytes},
            {"threads", p.threads},
            {"started_ms", p.startedMs},
            {"program_blake2b", p.programDigest}};
}

Provenance provenanceFromJson(const Json& json) {
    const JsonFields fields(json, "provenance");
    Provenance p;
    fields.read("version", p.version);
    fields.read("compiler", p.compiler);
    fields.read("instruction_set", p.instructionSet);
    fields.read("processor", p.processor);
    fields.read("operating_system", p.operatingSystem);
    fields.read("host", p.host);
    fields.readCount("cores", p.cores);
    fields.readCount("memory_bytes", p.memoryBytes);
    fields.readCount("threads", p.threads);
    fields.readCount("started_ms", p.startedMs);
    fields.read("program_blake2b", p.programDigest);
    return p;
}

Json columnsToJson(const std::vector<ColumnDescription>& columns) {
    Json list = Json::array();
    for (const ColumnDescription& column : columns) list.push_back(columnToJson(column));
    return list;
}

std::vector<ColumnDescription> columnsFromJson(const Json& json) {
    const Json held{{"columns", json}};
    std::vector<ColumnDescription> columns;
    for (const Json* column : JsonFields(held, "dataset").list("columns", mostColumns))
        columns.push_back(columnFromJson(*column, fmt::format("dataset.columns[{}]", columns.size())));
    return columns;
}

Json datasetToJson(const DatasetDescription& d) {
    Json files = Json::array();
    for (const DataFile& file : d.files) files.push_back(fileToJson(file));
    Json json{{"name", d.name},
              {"title", d.title},
              {"class_names", d.classNames},
              {"files", std::move(files)},
              {"image_shape", d.imageShape},
              {"train_images", d.trainImages},
              {"validation_images", d.validationImages},
              {"test_images", d.testImages},
              {"test_drawn", d.testDrawn},
              {"mean", d.mean},
              {"standard_deviation", d.standardDeviation},
              {"augmentation", d.augmentation},
              {"skipped_files", d.skippedFiles},
              {"skipped_names", d.skippedNames}};
    // A record of all images, and one without counts, stays as versions wrote it that knew neither.
    if (d.leftOutImages > 0) json["left_out_images"] = d.leftOutImages;
    if (!d.classCounts.train.empty()) json["class_counts"] = classCountsToJson(d.classCounts);
    if (!d.groupNames.empty()) json["group_names"] = d.groupNames;
    if (!d.columns.empty()) json["columns"] = columnsToJson(d.columns);
    if (d.inputUnit > 0) json["input_unit"] = d.inputUnit;
    if (d.target) json["target"] = targetToJson(*d.target);
    return json;
}

DatasetDescription datasetFromJson(const Json& json) {
    const JsonFields fields(json, "dataset");
    DatasetDescription d;
    fields.read("name", d.name);
    fields.read("title", d.title);
    fields.read("class_names", d.classNames, mostClasses);
    fields.read("group_names", d.groupNames, mostGroupNames);
    for (const Json* file : fields.list("files", mostFiles)) {
        d.files.push_back(fileFromJson(*file, fmt::format("dataset.files[{}]", d.files.size())));
    }
    fields.readCounts("image_shape", d.imageShape);
    fields.readCount("train_images", d.trainImages);
    fields.readCount("validation_images", d.validationImages);
    fields.readCount("test_images", d.testImages);
    fields.read("test_drawn", d.testDrawn);
    fields.readCount("left_out_images", d.leftOutImages);
    if (const Json* counts = fields.find("class_counts"))
        d.classCounts = classCountsFromJson(*counts, d.classNames.size());
    fields.read("mean", d.mean, mostChannels);
    fields.read("standard_deviation", d.standardDeviation, mostChannels);
    fields.read("augmentation", d.augmentation);
    fields.readCount("skipped_files", d.skippedFiles);
    fields.read("skipped_names", d.skippedNames, mostSkippedNames);
    if (const Json* columns = fields.find("columns")) d.columns = columnsFromJson(*columns);
    fields.read("input_unit", d.inputUnit);
    if (d.inputUnit != 0 && d.inputUnit != numberUnit && d.inputUnit != pixelUnit)
        refuseJson(fields.pathTo("input_unit"), Text::of("either {} or {}", numberUnit, pixelUnit),
                   d.inputUnit);
    if (const Json* target = fields.find("target")) d.target = targetFromJson(*target);
    return d;
}

Json networkToJson(const NetworkDescription& network) {
    Json layers = Json::array();
    for (const LayerDescription& layer : network.layers) layers.push_back(layerToJson(layer));
    Json json{{"name", network.name}, {"layers", std::move(layers)}};
    if (const auto& start = network.initialWeights) {
        Json files = Json::array();
        for (const DataFile& file : start->files) files.push_back(fileToJson(file));
        json["initial_weights"] = {{"files", std::move(files)}, {"producer", start->producer}};
    }
    return json;
}

NetworkDescription networkFromJson(const Json& json) {
    const JsonFields fields(json, "network");
    NetworkDescription network;
    fields.read("name", network.name);
    if (const Json* start = fields.find("initial_weights"))
        network.initialWeights = initialWeightsFromJson(*start);
    LayerIndex next;
    for (const Json* layer : fields.list("layers", mostLayers)) {
        const std::string path = fmt::format("network.layers[{}]", network.layers.size());
        network.layers.push_back(layerFromJson(*layer, path));
        const auto& prunable = network.layers.back().prunable;
        if (!prunable) continue;
        if (*prunable != next) refuseJson(path + ".prunable", Text::of("{}", next.value), prunable->value);
        ++next;
    }
    return network;
}

Json measuresToJson(const std::vector<MeasureDescription>& measures) {
    Json list = Json::array();
    for (const MeasureDescription& m : measures) {
        list.push_back({{"key", m.key},
                        {"name", m.name},
                        {"title", m.title},
                        {"help", m.help},
                        {"role", roleNames[static_cast<std::size_t>(m.role)]},
                        {"when_dense", m.whenDense}});
    }
    return list;
}

std::vector<MeasureDescription> measuresFromJson(const Json& json) {
    const Json held{{"measures", json}};
    std::vector<MeasureDescription> measures;
    for (const Json* entry : JsonFields(held, "header").list("measures", mostMeasures)) {
        const JsonFields fields(*entry, fmt::format("measures[{}]", measures.size()));
        MeasureDescription m;
        std::string role = roleNames.back();
        fields.read("key", m.key);
        fields.read("name", m.name);
        fields.read("title", m.title);
        fields.read("help", m.help);
        fields.read("role", role);
        fields.read("when_dense", m.whenDense);
        const auto* const named = std::find(roleNames.begin(), roleNames.end(), role);
        if (named == roleNames.end()) refuseJson(fields.pathTo("role"), Text::of("a known name"), role);
        m.role = static_cast<MeasureRole>(named - roleNames.begin());
        measures.push_back(std::move(m));
    }
    return measures;
}

Json scheduleToJson(const SparsitySchedule& s) {
    Json knots = Json::array();
    for (const ScheduleKnot& k : s.knots) knots.push_back({k.position, k.sparsity});
    return {{"shape", scheduleShapeName(s.shape)},
            {"initial", s.initial},
            {"target", s.target},
            {"start", s.start.value},
            {"end", s.end.value},
            {"freeze", s.freeze == neverFrozen ? Json() : Json(s.freeze.value)},
            {"knots", std::move(knots)}};
}

SparsitySchedule wishedScheduleFromJson(const Json& json) {
    const JsonFields fields(json, "schedule");
    SparsitySchedule s;
    std::string shape = scheduleShapeName(s.shape);
    fields.read("shape", shape);
    s.shape = scheduleShapeFromName(shape);
    fields.read("initial", s.initial);
    fields.read("target", s.target);
    fields.readCount("start", s.start.value, neverFrozen.value);
    fields.readCount("end", s.end.value, neverFrozen.value);
    s.freeze = neverFrozen;
    fields.readCount("freeze", s.freeze.value, neverFrozen.value);
    readKnots(fields, s);
    return s;
}

SparsitySchedule scheduleFromJson(const Json& json) {
    SparsitySchedule schedule = wishedScheduleFromJson(json);
    const Text problem = scheduleProblem(schedule);
    if (!problem.empty()) throw Error("schedule", problem, damagedRecord());
    return schedule;
}

}  // namespace prunescope::run
