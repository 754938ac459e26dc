#include "model/weights_file.h"

#include "base/error.h"
#include "base/file.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>
#include <limits>
#include <stdexcept>

namespace prunescope::model {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using namespace std::string_literals;

/// A file by its parts, so that each test damages one of them.
std::string assembled(const std::string& header, const std::string& data) {
    const std::uint64_t length = header.size();
    std::string bytes(8, '\0');
    std::memcpy(bytes.data(), &length, 8);
    return bytes + header + data;
}

std::string entry(const std::string& name, const std::string& type, const std::string& shape,
                  const std::string& offsets) {
    return "\"" + name + R"(":{"dtype":")" + type + R"(","shape":)" + shape + R"(,"data_offsets":)" +
           offsets + "}";
}

/// The message of the refusalOf; "" when the bytes are accepted.
std::string refusalOf(const std::string& bytes) {
    try {
        parseWeights(bytes, "net.weights");
    } catch (const Error& e) {
        return e.what();
    }
    return "";
}

WeightsFile sample() {
    return {{{"model", "lenet-5"}, {"note", "two\nlines, 枝刈り"}},
            {{"steps", {}, std::vector<std::int64_t>{-7}},
             {"fc1.weight", {2, 3}, std::vector<float>{1, -2, 0.5F, 1e-40F, 3.25F, -0.0F}},
             {"nothing", {0, 4}, std::vector<float>{}},
             {"fc1.mask", {3}, std::vector<std::uint8_t>{1, 0, 255}}}};
}

TEST(WeightsFile, ReadsBackWhatItWrote) {
    const test::TemporaryFolder folder;
    writeWeights(folder / "final.weights", sample());
    EXPECT_EQ(readWeights(folder / "final.weights"), sample());
}

TEST(WeightsFile, KeepsEveryBitOfAFloat) {
    const std::vector<float> values{std::numeric_limits<float>::quiet_NaN(),
                                    std::numeric_limits<float>::infinity(),
                                    std::numeric_limits<float>::denorm_min(), -0.0F};
    const auto read = parseWeights(formatWeights({{}, {{"w", {4}, values}}}), "w");
    const auto& back = std::get<std::vector<float>>(read.tensors.at(0).values);
    EXPECT_EQ(std::memcmp(back.data(), values.data(), sizeof(float) * values.size()), 0);
}

TEST(WeightsFile, AlignsTheDataAndEveryTensor) {
    const std::string bytes = formatWeights({{},
                                             {{"mask", {3}, std::vector<std::uint8_t>{1, 2, 3}},
                                              {"w", {1}, std::vector<float>{1}},
                                              {"count", {1}, std::vector<std::int64_t>{5}}}});
    EXPECT_EQ(static_cast<unsigned char>(bytes[0]) % 8, 0);
    const WeightsFile read = parseWeights(bytes, "w");
    ASSERT_EQ(read.tensors.size(), 3U);
    EXPECT_EQ(read.tensors[0].name, "count");
    EXPECT_EQ(read.tensors[1].name, "w");
    EXPECT_EQ(read.tensors[2].name, "mask");
}

TEST(WeightsFile, FindsATensorByName) {
    const WeightsFile file = sample();
    ASSERT_NE(file.find("fc1.mask"), nullptr);
    EXPECT_EQ(file.find("fc1.mask")->shape, std::vector<std::int64_t>{3});
    EXPECT_EQ(file.find("fc2.mask"), nullptr);
}

TEST(WeightsFile, ReadsAFileMadeByNumpy) {
    const WeightsFile file = readWeights(PRUNESCOPE_TEST_DATA "/golden/interoperability.safetensors");
    EXPECT_EQ(file.metadata.at("producer"), "numpy");
    ASSERT_NE(file.find("ramp"), nullptr);
    EXPECT_EQ(*file.find("ramp"),
              (NamedTensor{"ramp", {2, 3}, std::vector<float>{0, 0.25F, 0.5F, 0.75F, 1, 1.25F}}));
    EXPECT_EQ(*file.find("scalar"), (NamedTensor{"scalar", {}, std::vector<std::int64_t>{-5000000000}}));
    EXPECT_EQ(*file.find("empty"), (NamedTensor{"empty", {0, 2}, std::vector<float>{}}));
    EXPECT_EQ(*file.find("枝"), (NamedTensor{"枝", {4}, std::vector<std::uint8_t>{0, 1, 254, 255}}));
}

TEST(WeightsFile, AcceptsEntriesInAnyOrderAndSpacesAfterTheHeader) {
    const std::string header =
        "{" + entry("b", "U8", "[1]", "[1,2]") + "," + entry("a", "U8", "[1]", "[0,1]") + "}   ";
    const WeightsFile file = parseWeights(assembled(header, "xy"), "w");
    ASSERT_EQ(file.tensors.size(), 2U);
    EXPECT_EQ(file.tensors[0].name, "a");
    EXPECT_EQ(file.tensors[1].name, "b");
}

TEST(WeightsFile, AcceptsAFileWithoutTensors) {
    EXPECT_TRUE(parseWeights(assembled("{}", ""), "w").tensors.empty());
    EXPECT_TRUE(parseWeights(formatWeights({}), "w").tensors.empty());
}

struct Damage {
    std::string name;
    std::string bytes;
    std::vector<std::string> message;
};

class DamagedWeights : public testing::TestWithParam<Damage> {};

TEST_P(DamagedWeights, AreRefusedWithFileByteExpectedAndFound) {
    const std::string message = refusalOf(GetParam().bytes);
    EXPECT_THAT(message, AllOf(HasSubstr("net.weights, byte "), HasSubstr("expected "), HasSubstr("found ")));
    for (const auto& part : GetParam().message) EXPECT_THAT(message, HasSubstr(part));
}

std::string oneEntry(const std::string& type, const std::string& shape, const std::string& offsets) {
    return "{" + entry("w", type, shape, offsets) + "}";
}

std::string twoEntries(const std::string& first, const std::string& second) {
    return "{" + entry("a", "U8", "[2]", first) + "," + entry("b", "U8", "[2]", second) + "}";
}

const std::string fourBytes(4, 'x');
const std::string manyOnes = "[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]";

const std::vector<Damage> framing{
    {"Empty", "", {"byte 0", "8 bytes", "a file of 0"}},
    {"PrefixCut", "\x02\0\0"s, {"byte 0", "a file of 3"}},
    {"HeaderLengthZero", assembled("", ""), {"byte 8", "'{'"}},
    {"HeaderCut",
     std::string("\x40\0\0\0\0\0\0\0{}", 10),
     {"byte 8", "a header of 64", "the end of the file after 2"}},
    {"HeaderHuge", std::string("\0\0\0\2\0\0\0\0{}", 10), {"at most 16777216 bytes", "found 33554432"}},
    {"HeaderLengthOverflows", std::string(8, '\xff'), {"at most 16777216 bytes"}},
    {"LeadingSpace", assembled(" {}", ""), {"byte 8", "'{'", "' '"}},
    {"PaddedWithTabs", assembled("{}\t", ""), {"byte 10", "spaces at the end"}},
    {"PaddedWithZeros", assembled("{}\0"s, ""), {"byte 10", "'?'"}},
    {"SecondObject", assembled("{}{}", ""), {"valid JSON"}},
    {"BrokenJson", assembled(R"({"w":{"dtype":"F32",}})", ""), {"byte 29", "valid JSON"}},
    {"BrokenUtf8", assembled("{\"\xff\":{}}", ""), {"valid JSON"}},
    {"TrailingBytes",
     assembled(oneEntry("U8", "[1]", "[0,1]"), "xy"),
     {"the end of the file", "1 more bytes"}},
    {"BytesWithoutTensors", assembled("{}", "x"), {"byte 10", "1 more bytes"}},
};

const std::vector<Damage> structure{
    {"NumberAsTensor", assembled(R"({"w":1})", ""), {"an object under 'w'", "the number 1"}},
    {"NestedTensor", assembled(R"({"w":{"shape":{}}})", ""), {"a list as shape", "an object"}},
    {"NestedShape", assembled(R"({"w":{"shape":[[1]]}})", ""), {"whole numbers", "a list"}},
    {"DeepNesting",
     assembled("{\"w\":" + std::string(100000, '[') + "}", ""),
     {"an object under 'w'", "a list"}},
    {"UnknownKey", assembled(R"({"w":{"strides":[1]}})", ""), {"dtype, shape and data_offsets", "'strides'"}},
    {"KeyTwice",
     assembled(R"({"w":{"dtype":"U8","dtype":"F32"}})", ""),
     {"dtype of tensor 'w' once", "twice"}},
    {"MissingShape",
     assembled(R"({"w":{"dtype":"U8","data_offsets":[0,1]}})", "x"),
     {"shape of tensor 'w'", "none"}},
    {"NameTwice",
     assembled("{" + entry("w", "U8", "[1]", "[0,1]") + "," + entry("w", "U8", "[1]", "[1,2]") + "}", "xy"),
     {"distinct names", "'w' twice"}},
    {"MetadataNumber",
     assembled(R"({"__metadata__":{"epochs":15}})", ""),
     {"a text as metadata 'epochs'", "15"}},
    {"MetadataNull", assembled(R"({"__metadata__":null})", ""), {"an object", "null"}},
    {"MetadataTwice",
     assembled(R"({"__metadata__":{"a":"1","a":"2"}})", ""),
     {"distinct names", "'a' twice"}},
    {"TypeNumber", assembled(R"({"w":{"dtype":32}})", ""), {"a text as dtype", "the number 32"}},
    {"TypeUnknown", assembled(oneEntry("BF16", "[2]", "[0,4]"), fourBytes), {"F32, U8 or I64", "'BF16'"}},
    {"ControlCharactersInAName", assembled(R"({"\u001b[2J":1})", ""), {"under '?[2J'"}},
};

const std::vector<Damage> ranges{
    {"NegativeExtent",
     assembled(oneEntry("F32", "[-1]", "[0,4]"), fourBytes),
     {"whole numbers", "the number -1"}},
    {"FractionalExtent", assembled(oneEntry("F32", "[1.5]", "[0,4]"), fourBytes), {"whole numbers", "'1.5'"}},
    {"ExtentBeyond63Bits",
     assembled(oneEntry("U8", "[9223372036854775808]", "[0,4]"), fourBytes),
     {"whole numbers"}},
    {"ProductOverflows",
     assembled(oneEntry("F32", "[4294967296,4294967296]", "[0,0]"), ""),
     {"fewer than 2^64"}},
    {"TooManyDimensions", assembled(oneEntry("U8", manyOnes, "[0,1]"), "x"), {"at most 16 dimensions"}},
    {"SizeDiffersFromShape",
     assembled(oneEntry("F32", "[2]", "[0,4]"), fourBytes),
     {"8 bytes", "data_offsets of 4"}},
    {"OneOffset", assembled(oneEntry("F32", "[1]", "[4]"), fourBytes), {"two whole numbers"}},
    {"ThreeOffsets", assembled(oneEntry("F32", "[1]", "[0,4,8]"), fourBytes), {"two whole numbers", "8"}},
    {"OffsetsFalling", assembled(oneEntry("F32", "[1]", "[4,0]"), fourBytes), {"rising", "4 to 0"}},
    {"DataCut", assembled(oneEntry("F32", "[1]", "[0,4]"), "xyz"), {"to end within 3 bytes", "its end at 4"}},
    {"OffsetFarOutside",
     assembled(oneEntry("U8", "[1]", "[18446744073709551614,18446744073709551615]"), "x"),
     {"hole"}},
    {"HoleAtTheStart", assembled(oneEntry("U8", "[1]", "[1,2]"), "xy"), {"at 0", "a hole at 1"}},
    {"HoleBetween",
     assembled(twoEntries("[0,2]", "[3,5]"), "abcde"),
     {"'b' to start", "at 2", "a hole at 3"}},
    {"Overlap", assembled(twoEntries("[0,2]", "[1,3]"), "abc"), {"'b' to start", "at 2", "an overlap at 1"}},
    {"SameBytesTwice", assembled(twoEntries("[0,2]", "[0,2]"), "ab"), {"an overlap at 0"}},
};

std::string damageName(const testing::TestParamInfo<Damage>& info) {
    return info.param.name;
}

INSTANTIATE_TEST_SUITE_P(Framing, DamagedWeights, testing::ValuesIn(framing), damageName);
INSTANTIATE_TEST_SUITE_P(Structure, DamagedWeights, testing::ValuesIn(structure), damageName);
INSTANTIATE_TEST_SUITE_P(Ranges, DamagedWeights, testing::ValuesIn(ranges), damageName);

TEST(WeightsFile, RefusesEveryTruncationOfAFile) {
    const std::string whole = formatWeights(sample());
    for (std::size_t length = 0; length < whole.size(); ++length) {
        EXPECT_NE(refusalOf(whole.substr(0, length)), "") << "cut after " << length << " bytes";
    }
}

TEST(WeightsFile, SurvivesAnyChangedByteOfTheHeader) {
    const std::string whole = formatWeights(sample());
    for (std::size_t at = 0; at < whole.size(); ++at) {
        for (const char value : {'\0', '"', '{', '9', '\xff'}) {
            std::string bytes = whole;
            bytes[at] = value;
            refusalOf(bytes);  // accepted or refused; anything else than an Error fails the test
        }
    }
}

TEST(WeightsFile, RefusesAFileThatIsNotThere) {
    const test::TemporaryFolder folder;
    EXPECT_THROW(readWeights(folder / "final.weights"), Error);
}

TEST(WeightsFile, NamesTheFileThatItCouldNotRead) {
    const test::TemporaryFolder folder;
    writeFileAtomically(folder / "final.weights", "not weights");
    try {
        readWeights(folder / "final.weights");
        FAIL() << "accepted";
    } catch (const Error& e) {
        EXPECT_THAT(e.where().english(), HasSubstr((folder / "final.weights").string()));
    }
}

TEST(WeightsFile, LeavesTheOldFileWhenTheFolderCannotBeWritten) {
    const test::TemporaryFolder folder;
    EXPECT_THROW(writeWeights(folder / "missing" / "final.weights", sample()), Error);
}

TEST(WeightsFile, RefusesToWriteWhatItCouldNotRead) {
    const std::vector<float> two{1, 2};
    EXPECT_THROW(formatWeights({{}, {{"w", {3}, two}}}), std::logic_error);
    EXPECT_THROW(formatWeights({{}, {{"w", {2}, two}, {"w", {2}, two}}}), std::logic_error);
    EXPECT_THROW(formatWeights({{}, {{"__metadata__", {2}, two}}}), std::logic_error);
}

}  // namespace
}  // namespace prunescope::model
