// Networks from JSON files: the examples, what is told of a file that does not hold, and what a network is
// called.

#include "nn/network_file.h"

#include "base/error.h"
#include "nn/graph_json.h"
#include "support/example_networks.h"
#include "support/file_bytes.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>

#include <filesystem>

namespace prunescope::nn {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::filesystem::path exampleFile(const std::string& name) {
    return std::filesystem::path(PRUNESCOPE_TEST_DATA).parent_path() / "resources/networks" / name;
}

class NetworkFile : public testing::Test {
protected:
    std::filesystem::path write(const std::string& text) const {
        test::writeBytes(folder_ / "net.json", text);
        return folder_ / "net.json";
    }
    std::string refusal(const std::string& text) const {
        try {
            readNetworkFile(write(text));
        } catch (const UsageError& e) {
            EXPECT_FALSE(e.mend().english().empty());
            return e.what();
        }
        return "read";
    }

    test::TemporaryFolder folder_;
};

constexpr const char* tinyFile = R"({"format": "prunescope.graph.1", "name": "tiny", "input": [1, 4, 4],
 "nodes": [
  {"name": "a {[", "kind": "convolution", "inputs": ["input"],
   "attributes": {"outputs": 2, "kernel": 3, "stride": 1, "padding": 1, "bias": true}},
  {"name": "pool", "kind": "global average pool", "inputs": ["a {["], "attributes": {}},
  {"name": "soft", "kind": "softmax", "inputs": ["pool"], "attributes": {}}]})";

std::string changed(const std::string& from, const std::string& to) {
    std::string text = tinyFile;
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST_F(NetworkFile, ExamplesAreNetworksOfTheSizeThatTheyHave) {
    const auto parameters = [](const char* name) {
        return readNetworkFile(exampleFile(name)).parameterCount();
    };
    // Convolutions, batch norms of four values a channel, dense layers.
    EXPECT_EQ(parameters("small-cnn.json"), 9 * 16 + 4 * 16 + 9 * 16 * 32 + 4 * 32 + 10 * (32 * 49 + 1));
    EXPECT_EQ(parameters("squeeze-excite.json"),
              27 * 32 + 4 * 32 + 9 * 32 + 4 * 32 + 8 * 33 + 32 * 9 + 32 * 64 + 4 * 64 + 10 * 65);
    EXPECT_EQ(parameters("two-branches.json"),
              27 * 16 + 4 * 16 + 2 * (9 * 16 * 24 + 4 * 24) + 48 * 48 + 4 * 48 + 10 * 49);
}

TEST_F(NetworkFile, OfEveryNetworkReadsBackAsItWasWritten) {
    for (const std::string& name : test::exampleNetworks()) {
        const Graph graph = graphOf({.name = name, .input = {3, 32, 32}, .classes = 7});
        const Graph read = readNetworkFile(write(networkFileText(graph)));
        EXPECT_EQ(graphToJson(read), graphToJson(graph)) << name;
        EXPECT_EQ(nameByContent(read), nameByContent(graph));
    }
}

TEST_F(NetworkFile, IsAskedForByItsName) {
    const std::string file = write(tinyFile).string();
    EXPECT_EQ(graphOf({.name = file, .input = {1, 4, 4}, .classes = 2}).parameterCount(), 2 * 10);
    std::string missing;
    try {
        graphOf({.name = "resnet-of-mine.json", .input = {1, 4, 4}, .classes = 2});
    } catch (const Error& e) {
        missing = e.what();
    }
    EXPECT_THAT(missing, HasSubstr("resnet-of-mine.json")) << "a file, not a depth";
    EXPECT_THAT(missing, testing::Not(HasSubstr("6n+2")));
}

TEST_F(NetworkFile, KeepsTheLogitsWhereASoftmaxEndsIt) {
    EXPECT_EQ(readNetworkFile(write(tinyFile)).nodes().back().place.name, "pool");
    EXPECT_THAT(refusal(changed(R"("inputs": ["pool"])", R"("inputs": ["a {["])")),
                AllOf(HasSubstr("line 6, column 3"), HasSubstr("reads what the last node makes")));
    EXPECT_THAT(refusal(changed("{}}]}", R"({}},
  {"name": "r", "kind": "relu", "inputs": ["soft"], "attributes": {}}]})")),
                HasSubstr("is a softmax and not the last node"));
}

TEST_F(NetworkFile, TellsFileLineNodeAndWhatIsWrong) {
    EXPECT_EQ(refusal(tinyFile), "read");
    EXPECT_THAT(
        refusal(changed(R"("outputs": 2)", R"("outputs": 0)")),
        AllOf(HasSubstr("net.json, line 3, column 3: graph.nodes[0].attributes.outputs"), HasSubstr("0")));
    EXPECT_THAT(refusal(changed("global average pool", "globl average pool")),
                AllOf(HasSubstr("net.json, line 5, column 3: graph.nodes[1].kind"),
                      HasSubstr("Did you mean 'global average pool'")));
    EXPECT_THAT(refusal(changed(R"("kernel": 3)", R"("kernel": 9)")),
                AllOf(HasSubstr("net.json, line 3, column 3: tiny does not fit"), HasSubstr("a {[ reads")));
    EXPECT_THAT(refusal(changed(R"("bias": true)", R"("bias": true, "groups": 2)")),
                AllOf(HasSubstr("line 3, column 3"), HasSubstr("into 2 groups")));
    EXPECT_THAT(refusal(changed(R"("format")", R"("fromat")")), HasSubstr("net.json, line 1, column 1"));
    EXPECT_THAT(refusal(R"({"format": 1,,})"), AllOf(HasSubstr("net.json"), HasSubstr("line 1")));
}

TEST_F(NetworkFile, IsNotReadWhereItIsTooLarge) {
    EXPECT_THROW(readNetworkFile(write(std::string((1 << 20) + 1, ' '))), Error);
    EXPECT_THROW(readNetworkFile(folder_ / "none.json"), Error);
}

TEST_F(NetworkFile, IsCalledByItsContentWhateverItsFileIsCalled) {
    const std::string name = nameByContent(readNetworkFile(write(tinyFile)));
    EXPECT_THAT(name, testing::MatchesRegex("tiny@[0-9a-f]{8}"));
    EXPECT_EQ(nameByContent(
                  readNetworkFile(write(changed(R"("inputs": ["input"],)", R"( "inputs" :["input"] ,)")))),
              name)
        << "how it is written does not matter";
    EXPECT_NE(nameByContent(readNetworkFile(write(changed(R"("outputs": 2)", R"("outputs": 3)")))), name);
}

TEST_F(NetworkFile, RefusesOtherImagesClassesAndDropoutThanItsOwn) {
    const std::string file = write(tinyFile).string();
    const auto blamed = [&](const ModelRequest& request) -> std::string {
        try {
            graphOf(request);
        } catch (const UsageError& e) {
            return e.what();
        }
        return "fits";
    };
    EXPECT_EQ(blamed({.name = file, .input = {1, 4, 4}, .classes = 2}), "fits");
    EXPECT_THAT(blamed({.name = file, .input = {3, 4, 4}, .classes = 2}),
                AllOf(HasSubstr("reads images of 1x4x4"), HasSubstr("images of 3x4x4")));
    EXPECT_THAT(blamed({.name = file, .input = {1, 4, 4}, .classes = 10}), HasSubstr("2 classes"));
    EXPECT_THAT(blamed({.name = file, .input = {1, 4, 4}, .classes = 2, .dropout = 0.5}),
                HasSubstr("dropout"));
}

}  // namespace
}  // namespace prunescope::nn
