// What the import of ONNX does not take over: models of other kinds, damaged ones, files that lie elsewhere.

#include "model/onnx_fixtures.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <map>

namespace prunescope::model {
namespace {

using testing::HasSubstr;

TEST(OnnxImport, RefusesOlderOperatorsAndSecondInputs) {
    ModelInTheMaking old;
    old.model().mutable_opset_import(0)->set_version(6);
    EXPECT_THAT(onnxRefusalOf(old.bytesWithDense("x")), HasSubstr("operator set 6"));
    ModelInTheMaking two;
    *two.graph().add_input() = two.graph().input(0);
    two.graph().mutable_input(1)->set_name("y");
    EXPECT_THAT(onnxRefusalOf(two.bytesWithDense("x")), AllOf(HasSubstr("'x'"), HasSubstr("'y'")));
}

TEST(OnnxImport, RefusesWhatIsDamaged) {
    const std::string good = ModelInTheMaking().bytesWithDense("x");
    EXPECT_EQ(onnxRefusalOf(good), "");
    EXPECT_THAT(onnxRefusalOf(""), HasSubstr("without a graph"));
    EXPECT_THAT(onnxRefusalOf("no model at all"), HasSubstr("net.onnx"));
    for (std::size_t cut = 1; cut < good.size(); cut += 7)
        EXPECT_NE(onnxRefusalOf(good.substr(0, cut)), "") << cut;
    ModelInTheMaking fewer;
    fewer.array("w", {32, 3}, std::vector<float>(95, 0.5F));
    EXPECT_THAT(onnxRefusalOf(fewer.bytesWithDense("x")), HasSubstr("expected 96 values, found 95"));
    ModelInTheMaking huge;
    huge.array("w", {std::int64_t{1} << 40U, std::int64_t{1} << 40U}, {});
    EXPECT_THAT(onnxRefusalOf(huge.bytesWithDense("x")), HasSubstr("no array can have"));
    ModelInTheMaking circle;
    circle.node("Relu", {"later"}, "first");
    circle.node("Relu", {"first"}, "later");
    EXPECT_THAT(onnxRefusalOf(circle.bytesWithDense("later")), HasSubstr("'later'"));
    ModelInTheMaking twice;
    twice.node("Relu", {"x"}, "same");
    twice.node("Relu", {"x"}, "same");
    EXPECT_THAT(onnxRefusalOf(twice.bytesWithDense("same")), HasSubstr("two values of the name"));
    ModelInTheMaking deep;
    deep.node("Reshape", {"x", "shape"}, "other");
    deep.numbers("shape", {-1, std::int64_t{1} << 31U, std::int64_t{1} << 31U});
    EXPECT_THAT(onnxRefusalOf(deep.bytesWithDense("other")), HasSubstr("keep the values"));
}

/// A message of two bytes takes a hundred in memory.
TEST(OnnxImport, BoundsWhatAMessageMayAskFor) {
    std::string thousand;
    for (int k = 0; k < 1000; ++k) thousand += std::string("\x0a\x00", 2);
    std::string nodes;
    for (int k = 0; k < 9000; ++k) nodes += thousand;
    onnx::ModelProto model;
    model.add_opset_import()->set_version(13);
    std::string bytes = model.SerializeAsString();
    bytes += '\x3a';  // the graph, with its length
    for (std::size_t length = nodes.size(); length > 0; length >>= 7U)
        bytes += static_cast<char>((length & 0x7FU) | (length >> 7U > 0 ? 0x80U : 0U));
    EXPECT_THAT(onnxRefusalOf(bytes + nodes), HasSubstr("at most"));
}

class OnnxFiles : public testing::Test {
protected:
    /// A model whose weights lie in another file.
    std::filesystem::path written(const std::string& location, const std::string& length = "384") {
        ModelInTheMaking net;
        net.node("Flatten", {"x"}, "flat");
        onnx::TensorProto& weight = net.array("w", {32, 3}, {});
        weight.set_data_location(onnx::TensorProto::EXTERNAL);
        for (const auto& [key, value] : std::map<std::string, std::string>{
                 {"location", location}, {"offset", "4"}, {"length", length}}) {
            auto& entry = *weight.add_external_data();
            entry.set_key(key);
            entry.set_value(value);
        }
        net.node("MatMul", {"flat", "w"}, "logits");
        std::filesystem::create_directories(folder_.path() / "model");
        const std::filesystem::path file = folder_.path() / "model" / "net.onnx";
        std::ofstream(file, std::ios::binary) << net.bytes("logits");
        return file;
    }

    void writeValues(const std::filesystem::path& file) {
        const std::vector<float> values(97, 0.5F);
        std::ofstream(file, std::ios::binary)
            .write(reinterpret_cast<const char*>(values.data()), 97 * sizeof(float));
    }

    test::TemporaryFolder folder_;
};

TEST_F(OnnxFiles, OfWeightsAreReadBesideTheModel) {
    const auto file = written("net.data");
    writeValues(file.parent_path() / "net.data");
    const OnnxNetwork read = readOnnxNetwork(file);
    EXPECT_EQ(std::get<std::vector<float>>(read.weights.tensors.front().values),
              std::vector<float>(96, 0.5F));
    ASSERT_EQ(read.files.size(), 2U);
    EXPECT_EQ(read.files[1].name, "net.data");
}

TEST_F(OnnxFiles, OfWeightsAreReadNowhereElse) {
    writeValues(folder_.path() / "outside.data");
    for (const std::string& place :
         {std::string("../outside.data"), (folder_.path() / "outside.data").string(),
          std::string("link.data"), std::string(""), std::string("a/../../outside.data")}) {
        const auto file = written(place);
        std::error_code there;
        std::filesystem::create_symlink("../outside.data", file.parent_path() / "link.data", there);
        try {
            readOnnxNetwork(file);
            ADD_FAILURE() << place;
        } catch (const UsageError& e) {
            EXPECT_THAT(e.whole().english(), HasSubstr("not in the model's folder")) << place;
        }
    }
    const auto longer = written("net.data", "400");
    writeValues(longer.parent_path() / "net.data");
    EXPECT_THROW(readOnnxNetwork(longer), UsageError);
}

}  // namespace
}  // namespace prunescope::model
