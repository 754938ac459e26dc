// RFC 8785: the examples of its text and of its appendices, and values that Python has written.

#include "audit/canonical_json.h"

#include "audit/chain.h"
#include "base/error.h"
#include "support/file_bytes.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

namespace prunescope::audit {
namespace {

using Json = nlohmann::json;

std::string number(double value) {
    std::string text;
    appendCanonical(text, value);
    return text;
}

Json canonicalGolden() {
    return Json::parse(test::readBytes(std::string(PRUNESCOPE_TEST_DATA) + "/golden/canonical_json.json"));
}

TEST(CanonicalJson, NumbersOfAppendixB) {
    const std::pair<std::uint64_t, const char*> samples[] = {
        {0x0000000000000000, "0"},
        {0x8000000000000000, "0"},
        {0x0000000000000001, "5e-324"},
        {0x8000000000000001, "-5e-324"},
        {0x7fefffffffffffff, "1.7976931348623157e+308"},
        {0xffefffffffffffff, "-1.7976931348623157e+308"},
        {0x4340000000000000, "9007199254740992"},
        {0xc340000000000000, "-9007199254740992"},
        {0x4430000000000000, "295147905179352830000"},
        {0x44b52d02c7e14af5, "9.999999999999997e+22"},
        {0x44b52d02c7e14af6, "1e+23"},
        {0x44b52d02c7e14af7, "1.0000000000000001e+23"},
        {0x444b1ae4d6e2ef4e, "999999999999999700000"},
        {0x444b1ae4d6e2ef4f, "999999999999999900000"},
        {0x444b1ae4d6e2ef50, "1e+21"},
        {0x3eb0c6f7a0b5ed8c, "9.999999999999997e-7"},
        {0x3eb0c6f7a0b5ed8d, "0.000001"},
        {0x41b3de4355555553, "333333333.3333332"},
        {0x41b3de4355555554, "333333333.33333325"},
        {0x41b3de4355555555, "333333333.3333333"},
        {0x41b3de4355555556, "333333333.3333334"},
        {0x41b3de4355555557, "333333333.33333343"},
        {0xbecbf647612f3696, "-0.0000033333333333333333"},
        {0x43143ff3c1cb0959, "1424953923781206.2"},
    };
    for (const auto& [bits, text] : samples) EXPECT_EQ(number(std::bit_cast<double>(bits)), text);
}

TEST(CanonicalJson, TheExampleOfSection322) {
    const Json value = Json::parse(R"({
        "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
        "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
        "literals": [null, true, false]})");
    EXPECT_EQ(canonicalJson(value),
              "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
              "\"string\":\"\xe2\x82\xac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

TEST(CanonicalJson, KeysAreInTheOrderOfSection323) {
    const Json value = Json::parse(R"({"\u20ac": "Euro Sign", "\r": "Carriage Return",
        "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One", "\ud83d\ude00": "Emoji: Grinning Face",
        "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"})");
    EXPECT_EQ(canonicalJson(value),
              "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\xc2\x80\":\"Control\","
              "\"\xc3\xb6\":\"Latin Small Letter O With Diaeresis\",\"\xe2\x82\xac\":\"Euro Sign\","
              "\"\xf0\x9f\x98\x80\":\"Emoji: Grinning Face\",\"\xef\xac\xb3\":\"Hebrew Letter Dalet With "
              "Dagesh\"}");
}

TEST(CanonicalJson, NumbersAsPythonHasThem) {
    const Json numbers = canonicalGolden().at("numbers");
    ASSERT_GT(numbers.size(), 500U);
    for (const Json& pair : numbers) {
        const auto bits = std::stoull(pair[0].get<std::string>(), nullptr, 16);
        EXPECT_EQ(number(std::bit_cast<double>(static_cast<std::uint64_t>(bits))),
                  pair[1].get<std::string>());
    }
}

TEST(CanonicalJson, ValuesAsPythonHasThem) {
    const Json values = canonicalGolden().at("values");
    ASSERT_GT(values.size(), 100U);
    for (const Json& pair : values)
        EXPECT_EQ(canonicalJson(Json::parse(pair[0].get<std::string>())), pair[1].get<std::string>());
}

TEST(CanonicalJson, RefusesWhatOtherReadersWouldSeeOtherwise) {
    EXPECT_THROW(number(std::nan("")), Error);
    EXPECT_THROW(number(std::numeric_limits<double>::infinity()), Error);
    EXPECT_EQ(canonicalJson(Json(largestExactInteger)), "9007199254740992");
    EXPECT_THROW(canonicalJson(Json(largestExactInteger + 1)), Error);
    EXPECT_THROW(canonicalJson(Json(-largestExactInteger - 1)), Error);
    EXPECT_THROW(canonicalJson(Json(std::numeric_limits<std::uint64_t>::max())), Error);
}

TEST(Blake2b, TheExampleOfItsAuthors) {
    EXPECT_EQ(blake2bHex(""), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    EXPECT_EQ(blake2bHex("abc"), "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

TEST(Chain, LinksHashAsPythonHasThem) {
    const Json links = canonicalGolden().at("links");
    ASSERT_EQ(links.size(), 8U);
    std::string previous = noHash;
    for (const Json& l : links) {
        EXPECT_EQ(l.at("previous"), previous);
        previous = hashOf(previous, {.number = l.at("number"),
                                     .kind = l.at("kind"),
                                     .schema = l.at("schema"),
                                     .table = l.at("table"),
                                     .last = l.at("last"),
                                     .digest = l.at("digest")});
        EXPECT_EQ(l.at("hash"), previous);
    }
}

TEST(Chain, RowsAreHashedAsAList) {
    RowsDigest digest;
    digest.add("[1,null]");
    digest.add("[2,\"a\"]");
    EXPECT_EQ(digest.finish(), blake2bHex("[[1,null],[2,\"a\"]]"));
    EXPECT_EQ(RowsDigest().finish(), blake2bHex("[]"));
}

TEST(Chain, AnAnchorIsReadBack) {
    const Head head{12, blake2bHex("x")};
    EXPECT_EQ(anchorFromText(anchorText(head)), head);
    const std::vector<std::string> wrong{"",
                                         "12",
                                         "12:",
                                         "1:ab",
                                         "0:" + noHash,
                                         "-1:" + noHash,
                                         "1 :" + noHash,
                                         "1:" + noHash + "0",
                                         "1:" + std::string(64, 'A'),
                                         "99999999999999999999:" + noHash};
    for (const std::string& bad : wrong) EXPECT_THROW(anchorFromText(bad), UsageError) << bad;
}

}  // namespace
}  // namespace prunescope::audit
