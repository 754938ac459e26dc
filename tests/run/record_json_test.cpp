#include "run/record_json.h"

#include "base/error.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>

namespace prunescope::run {
namespace {

using Json = nlohmann::json;

/// As the run store does it: through text.
Json throughText(const Json& json) {
    return jsonFromText(jsonText(json), "test");
}

std::string faultOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

DatasetDescription exampleDataset() {
    DatasetDescription d;
    d.name = "mnist";
    d.title = "MNIST \"digits\" \xe6\x97\xa5";
    d.classNames = {"zero", "one"};
    d.files = {{"a.gz", 123, "ab"}, {"b.gz", std::int64_t{1} << 40, "cd"}};
    d.imageShape = {1, 28, 27};
    d.trainImages = 1;
    d.validationImages = 2;
    d.testImages = 3;
    d.testDrawn = true;
    d.mean = {0.1 + 0.2, 1e-300};
    d.standardDeviation = {1.0 / 3};
    d.augmentation = "none";
    d.skippedFiles = 3;
    d.skippedNames = {"train/zero/a.jpg"};
    return d;
}

NetworkDescription exampleNetwork() {
    return {"lenet",
            {{"conv", "convolution", {20, 1, 5, 5}, 520, 500, 288000, {20, 24, 24}, LayerIndex{0}},
             {"relu", "relu", {}, 0, 0, 0, {20, 24, 24}, {}},
             {"fc", "dense", {10, 4}, 50, 40, 40, {10, 1, 1}, LayerIndex{1}}}};
}

TEST(RecordJson, RoundTripsProvenance) {
    const Provenance p{"1.2", "GCC", "v4", "cpu", "os", "host", 1, 2, 3, 4};
    const Provenance back = provenanceFromJson(throughText(provenanceToJson(p)));
    EXPECT_EQ(back.version, "1.2");
    EXPECT_EQ(back.compiler, "GCC");
    EXPECT_EQ(back.instructionSet, "v4");
    EXPECT_EQ(back.processor, "cpu");
    EXPECT_EQ(back.operatingSystem, "os");
    EXPECT_EQ(back.host, "host");
    EXPECT_EQ(back.cores, 1);
    EXPECT_EQ(back.memoryBytes, 2);
    EXPECT_EQ(back.threads, 3);
    EXPECT_EQ(back.startedMs, 4);
}

TEST(RecordJson, RoundTripsADataset) {
    const DatasetDescription d = exampleDataset();
    const DatasetDescription back = datasetFromJson(throughText(datasetToJson(d)));
    EXPECT_EQ(back.name, d.name);
    EXPECT_EQ(back.title, d.title);
    EXPECT_EQ(back.classNames, d.classNames);
    ASSERT_EQ(back.files.size(), 2U);
    EXPECT_EQ(back.files[1].name, "b.gz");
    EXPECT_EQ(back.files[1].bytes, std::int64_t{1} << 40);
    EXPECT_EQ(back.files[1].sha256, "cd");
    EXPECT_EQ(back.skippedFiles, 3);
    EXPECT_EQ(back.skippedNames, d.skippedNames);
    EXPECT_EQ(back.imageShape, d.imageShape);
    EXPECT_EQ(back.trainImages, 1);
    EXPECT_EQ(back.validationImages, 2);
    EXPECT_EQ(back.testImages, 3);
    EXPECT_TRUE(back.testDrawn);
    EXPECT_EQ(back.mean, d.mean);
    EXPECT_EQ(back.standardDeviation, d.standardDeviation);
    EXPECT_EQ(back.augmentation, d.augmentation);
}

TEST(RecordJson, RoundTripsTheCountsOfClasses) {
    DatasetDescription d = exampleDataset();
    EXPECT_FALSE(datasetToJson(d).contains("class_counts")) << "as of runs recorded before";
    EXPECT_FALSE(datasetToJson(d).contains("left_out_images"));
    d.leftOutImages = 9;
    d.classCounts = {.train = {1, 0}, .validation = {0, 2}, .test = {3, 0}};
    Json json = datasetToJson(d);
    EXPECT_EQ(datasetFromJson(throughText(json)).classCounts, d.classCounts);
    EXPECT_EQ(datasetFromJson(throughText(json)).leftOutImages, 9);
    json["class_counts"]["validation"] = {1};
    EXPECT_NE(
        faultOf([&] { datasetFromJson(json); }).find("dataset.class_counts.validation: is not a list of 2"),
        std::string::npos);
    json["class_counts"]["validation"] = {1, -1};
    EXPECT_NE(faultOf([&] { datasetFromJson(json); }).find("dataset.class_counts.validation[1]"),
              std::string::npos);
}

TEST(RecordJson, RoundTripsTheColumnsOfATable) {
    DatasetDescription d = exampleDataset();
    EXPECT_FALSE(datasetToJson(d).contains("columns"))
        << "pictures have none, and records of them stay as they were";
    d.columns = {{"age", ColumnKind::numeric, {}, 3, "fill", "41.5"},
                 {"town", ColumnKind::categorical, {"Bonn", "Kyoto"}, 0, "", ""},
                 {"id", ColumnKind::leftOut, {}, 0, "", ""},
                 {"class", ColumnKind::label, {}, 1, "drop", ""}};
    EXPECT_EQ(datasetFromJson(throughText(datasetToJson(d))).columns, d.columns);
    Json json = datasetToJson(d);
    json["columns"][1]["kind"] = "wavy";
    EXPECT_NE(faultOf([&] { datasetFromJson(json); }).find("dataset.columns[1].kind: is not a known name"),
              std::string::npos);
}

TEST(RecordJson, KeepsWhereTheFirstWeightsCameFrom) {
    NetworkDescription network = exampleNetwork();
    EXPECT_FALSE(networkFromJson(throughText(networkToJson(network))).initialWeights.has_value());
    EXPECT_FALSE(networkToJson(network).contains("initial_weights")) << "as versions wrote it that knew none";
    network.initialWeights = {.files = {{"net.onnx", 42, "ab"}, {"net.data", 7, "cd"}},
                              .producer = "pytorch 1.13.1"};
    const NetworkDescription back = networkFromJson(throughText(networkToJson(network)));
    ASSERT_TRUE(back.initialWeights.has_value());
    EXPECT_EQ(back.initialWeights->producer, "pytorch 1.13.1");
    ASSERT_EQ(back.initialWeights->files.size(), 2U);
    EXPECT_EQ(back.initialWeights->files[1].name, "net.data");
    EXPECT_EQ(back.initialWeights->files[1].bytes, 7);
    EXPECT_EQ(back.initialWeights->files[0].sha256, "ab");
}

TEST(RecordJson, RoundTripsANetwork) {
    const NetworkDescription network = exampleNetwork();
    const NetworkDescription back = networkFromJson(throughText(networkToJson(network)));
    EXPECT_EQ(back.name, "lenet");
    ASSERT_EQ(back.layers.size(), 3U);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(back.layers[i].name, network.layers[i].name);
        EXPECT_EQ(back.layers[i].kind, network.layers[i].kind);
        EXPECT_EQ(back.layers[i].weightShape, network.layers[i].weightShape);
        EXPECT_EQ(back.layers[i].parameters, network.layers[i].parameters);
        EXPECT_EQ(back.layers[i].weights, network.layers[i].weights);
        EXPECT_EQ(back.layers[i].macs, network.layers[i].macs);
        EXPECT_EQ(back.layers[i].outputShape, network.layers[i].outputShape);
        EXPECT_EQ(back.layers[i].prunable, network.layers[i].prunable);
    }
}

TEST(RecordJson, RoundTripsAScheduleThatNeverFreezes) {
    const SparsitySchedule s{ScheduleShape::drawn, 0, 0.9, StepIndex{1}, StepIndex{9}, neverFrozen,
                             {{0, 0}, {1, 0.9}}};
    EXPECT_EQ(scheduleFromJson(throughText(scheduleToJson(s))), s);
    EXPECT_EQ(scheduleFromJson(scheduleToJson(s)), s) << "without the text between";
    EXPECT_EQ(jsonText(scheduleToJson(s)),
              R"({"end":9,"freeze":null,"initial":0.0,"knots":[[0.0,0.0],[1.0,0.9]],)"
              R"("shape":"drawn","start":1,"target":0.9})");
}

TEST(RecordJson, RoundTripsEveryShapeOfSchedule) {
    for (const std::string& name : scheduleShapeNames()) {
        SparsitySchedule s{
            scheduleShapeFromName(name), 0.1, 0.9, StepIndex{1}, StepIndex{9}, StepIndex{12}, {}};
        if (s.shape == ScheduleShape::drawn) s.knots = {{0, 0.1}, {1, 0.9}};
        EXPECT_EQ(scheduleFromJson(throughText(scheduleToJson(s))), s) << name;
    }
}

TEST(RecordJson, KeepsDefaultsForAbsentKeysAndPassesOverUnknownOnes) {
    const Json json{{"name", "x"}, {"written_by_a_newer_version", {1, 2, 3}}, {"title", nullptr}};
    const DatasetDescription d = datasetFromJson(json);
    EXPECT_EQ(d.name, "x");
    EXPECT_EQ(d.trainImages, 0);
    EXPECT_TRUE(d.classNames.empty());
}

TEST(RecordJson, WritesNumbersThatJsonLacksAsNull) {
    DatasetDescription d = exampleDataset();
    d.mean = {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()};
    const DatasetDescription back = datasetFromJson(throughText(datasetToJson(d)));
    ASSERT_EQ(back.mean.size(), 2U);
    EXPECT_TRUE(std::isnan(back.mean[0]));
    EXPECT_TRUE(std::isnan(back.mean[1]));
}

TEST(RecordJson, WritesTextThatIsNotUtf8) {
    EXPECT_EQ(jsonText(Json("a\xff")), "\"a\xef\xbf\xbd\"");
}

TEST(RecordJson, NamesThePlaceOfAWrongValue) {
    Json json = networkToJson(exampleNetwork());
    json["layers"][2]["macs"] = -1;
    EXPECT_NE(
        faultOf([&] { networkFromJson(json); }).find("network.layers[2].macs: is not a whole number from 0"),
        std::string::npos);
    json = datasetToJson(exampleDataset());
    json["files"][1]["bytes"] = 1.5;
    EXPECT_NE(faultOf([&] { datasetFromJson(json); }).find("dataset.files[1].bytes"), std::string::npos);
    json = datasetToJson(exampleDataset());
    json["test_drawn"] = 1;
    EXPECT_NE(
        faultOf([&] { datasetFromJson(json); }).find("dataset.test_drawn: is not true or false: found 1"),
        std::string::npos);
    json.erase("test_drawn");
    EXPECT_FALSE(datasetFromJson(json).testDrawn) << "as of runs recorded before";
    json = datasetToJson(exampleDataset());
    json["class_names"][1] = Json::array();
    EXPECT_NE(faultOf([&] { datasetFromJson(json); }).find("dataset.class_names[1]: is not a text: found []"),
              std::string::npos);
}

TEST(RecordJson, RefusesCountsWhoseSumCouldOverflow) {
    Json json = networkToJson(exampleNetwork());
    json["layers"][0]["weights"] = std::int64_t{1} << 49;
    EXPECT_THROW(networkFromJson(json), Error);
    json["layers"][0]["weights"] = 18446744073709551615ULL;
    EXPECT_THROW(networkFromJson(json), Error);
}

TEST(RecordJson, RefusesListsWithoutBound) {
    Json json = networkToJson(exampleNetwork());
    json["layers"] = Json::array();
    for (int i = 0; i < 10001; ++i) json["layers"].push_back(Json::object());
    EXPECT_THROW(networkFromJson(json), Error);
    json = networkToJson(exampleNetwork());
    json["layers"][0]["weight_shape"] = std::vector<int>(9, 1);
    EXPECT_THROW(networkFromJson(json), Error);
    json = networkToJson(exampleNetwork());
    json["layers"][0]["output_shape"] = {1, 2};
    EXPECT_THROW(networkFromJson(json), Error);
}

TEST(RecordJson, RefusesPrunableLayersOutOfOrder) {
    Json json = networkToJson(exampleNetwork());
    json["layers"][2]["prunable"] = 2;
    EXPECT_NE(faultOf([&] { networkFromJson(json); }).find("network.layers[2].prunable"), std::string::npos);
}

TEST(RecordJson, RefusesASchedulesThatCannotBeFollowed) {
    const SparsitySchedule good{ScheduleShape::cubic, 0, 0.9, StepIndex{1}, StepIndex{9}, StepIndex{12}, {}};
    const auto refused = [&](const char* key, const Json& value) {
        Json json = scheduleToJson(good);
        json[key] = value;
        return !faultOf([&] { scheduleFromJson(json); }).empty();
    };
    EXPECT_TRUE(refused("target", 1));
    EXPECT_TRUE(refused("target", nullptr)) << "NaN";
    EXPECT_TRUE(refused("target", "high"));
    EXPECT_TRUE(refused("end", 0));
    EXPECT_TRUE(refused("start", -1));
    EXPECT_TRUE(refused("start", 1.5));
    EXPECT_TRUE(refused("shape", "drawn")) << "without knots";
    EXPECT_TRUE(refused("shape", "wavy"));
    EXPECT_TRUE(refused("knots", Json::array({1})));
    EXPECT_FALSE(refused("freeze", nullptr));
}

TEST(RecordJson, RefusesTextThatIsNoJson) {
    for (const char* text : {"", "{", "nonsense", "[1,]", "{\"a\": 1e999}", "\xff\xfe", "{} {}"}) {
        EXPECT_NE(faultOf([&] {
                      jsonFromText(text, "run.db: network");
                  }).find("run.db: network: is not valid JSON"),
                  std::string::npos)
            << text;
    }
    EXPECT_NE(
        faultOf([] { jsonFromText(std::string(1'000'000, '['), "origin"); }).find("origin: nests deeper"),
        std::string::npos);
}

TEST(RecordJson, RefusesWhatIsNoObject) {
    for (const Json& json : {Json(), Json(5), Json::array(), Json("text")}) {
        EXPECT_THROW(provenanceFromJson(json), Error);
        EXPECT_THROW(datasetFromJson(json), Error);
        EXPECT_THROW(networkFromJson(json), Error);
        EXPECT_THROW(scheduleFromJson(json), Error);
    }
}

}  // namespace
}  // namespace prunescope::run
