// A weights file read tensor by tensor: the header is settled before any of the data is read.

#include "model/weights_reader.h"

#include "base/error.h"
#include "support/temporary_folder.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <cstring>
#include <fstream>
#include <limits>

namespace prunescope::model {
namespace {

using testing::AllOf;
using testing::HasSubstr;

/// A file with this header and room for the data, which takes no disk: it reads as zeros.
std::filesystem::path sparseFile(const std::filesystem::path& path, const std::string& header,
                                 std::uint64_t dataBytes) {
    const std::uint64_t length = header.size();
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(&length), sizeof length);
    file << header;
    file.close();
    std::filesystem::resize_file(path, sizeof length + length + dataBytes);
    return path;
}

std::string refusal(const std::filesystem::path& path) {
    try {
        const WeightsReader reader(path);
    } catch (const Error& e) {
        return e.what();
    }
    return "";
}

TEST(WeightsReader, GivesTheTensorsThatAreAskedFor) {
    const test::TemporaryFolder folder;
    const WeightsFile file{{{"model", "mlp:2"}},
                           {{"a", {2}, std::vector<float>{1, -2}},
                            {"b", {3}, std::vector<std::uint8_t>{7, 8, 9}},
                            {"c", {}, std::vector<std::int64_t>{-5}},
                            {"empty", {0}, std::vector<float>{}}}};
    writeWeights(folder / "w", file);
    const WeightsReader reader(folder / "w");
    EXPECT_EQ(reader.metadata(), file.metadata);
    EXPECT_EQ(reader.entries().size(), 4U);
    for (const NamedTensor& tensor : file.tensors) {
        ASSERT_NE(reader.find(tensor.name), nullptr) << tensor.name;
        EXPECT_EQ(reader.read(*reader.find(tensor.name)), tensor);
    }
    EXPECT_EQ(reader.find("d"), nullptr);
    EXPECT_EQ(reader.find(""), nullptr);
}

TEST(WeightsReader, CountsNoValuesWhereOneExtentIsZeroWhateverTheOthersAre) {
    const TensorEntry nothing{
        .name = "a", .type = ElementType::u8, .shape = {std::numeric_limits<std::int64_t>::max(), 2, 0}};
    EXPECT_EQ(nothing.values(), 0U);
    const TensorEntry scalar{.name = "b", .shape = {}};
    EXPECT_EQ(scalar.values(), 1U);
}

constexpr std::uint64_t threeGigabytes = 3'000'000'000;

/// The most memory that this process held at any time, in bytes.
std::int64_t peakMemory() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return 1024 * std::int64_t{usage.ru_maxrss};
}

TEST(WeightsReader, RefusesFromTheHeaderWhatTheHeaderRulesOut) {
    const test::TemporaryFolder folder;
    const std::string entry = R"("w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]})";
    const std::int64_t before = peakMemory();
    EXPECT_THAT(refusal(sparseFile(folder / "rest", "{" + entry + "}", threeGigabytes)),
                AllOf(HasSubstr("rest, byte"), HasSubstr("2999999992 more bytes")));
    EXPECT_THAT(refusal(sparseFile(folder / "twice", "{" + entry + "," + entry + "}", threeGigabytes)),
                HasSubstr("'w' twice"));
    EXPECT_THAT(
        refusal(sparseFile(folder / "short",
                           R"({"w":{"dtype":"F32","shape":[750000000],"data_offsets":[0,3000000000]}})",
                           threeGigabytes - 1)),
        HasSubstr("to end within 2999999999 bytes"));
    EXPECT_THAT(refusal(sparseFile(folder / "large", "{}", std::uint64_t{1} << 40U)),
                HasSubstr("where at most 4294967296 are expected"));
    EXPECT_LT(peakMemory() - before, 100'000'000) << "bytes";
}

TEST(WeightsReader, LeavesTensorsAloneThatNobodyAsksFor) {
    const test::TemporaryFolder folder;
    const auto path = sparseFile(
        folder / "w",
        R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"junk":{"dtype":"U8","shape":[60000000],"data_offsets":[8,60000008]}})",
        60'000'008);
    const std::int64_t before = peakMemory();
    const WeightsReader reader(path);
    EXPECT_EQ(reader.read(*reader.find("w")), (NamedTensor{"w", {2}, std::vector<float>{0, 0}}));
    EXPECT_LT(peakMemory() - before, 30'000'000) << "bytes";
}

TEST(WeightsReader, RefusesALargeFileOfHoles) {
    const test::TemporaryFolder folder;
    const auto path =
        sparseFile(folder / "w", R"({"w":{"dtype":"F32","shape":[750000000],"data_offsets":[0,3000000000]}})",
                   threeGigabytes);
    EXPECT_THAT(refusal(path), HasSubstr("is hollow: of its"));
}

TEST(WeightsReader, SaysSoWhenTheFileIsCutShortMeanwhile) {
    const test::TemporaryFolder folder;
    const auto path =
        sparseFile(folder / "w", R"({"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]}})", 8);
    const WeightsReader reader(path);
    std::filesystem::resize_file(path, std::filesystem::file_size(path) - 1);
    try {
        reader.read(*reader.find("w"));
        FAIL() << "no error";
    } catch (const Error& e) {
        EXPECT_THAT(e.what(), AllOf(HasSubstr(path.string()), HasSubstr("while it is being read")));
    }
}

TEST(WeightsReader, OpensNothingButAFile) {
    const test::TemporaryFolder folder;
    ASSERT_EQ(mkfifo((folder / "pipe").c_str(), 0600), 0);
    EXPECT_THAT(refusal(folder / "pipe"), HasSubstr("is not a regular file"));
    EXPECT_THAT(refusal(folder.path()), HasSubstr("is not a regular file"));
    EXPECT_THAT(refusal("/dev/zero"), HasSubstr("is not a regular file"));
    EXPECT_THAT(refusal(folder / "absent"), HasSubstr("cannot open the file"));
}

}  // namespace
}  // namespace prunescope::model
