#include "base/json_reader.h"

#include "base/error.h"

#include <gmock/gmock.h>

#include <string>

namespace prunescope {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string refusal(const std::string& text, const JsonLimits& limits = {}) {
    try {
        readJson(text, "record", Text::of("Mend it."), limits);
    } catch (const Error& e) {
        EXPECT_EQ(e.where().english(), "record");
        EXPECT_EQ(e.mend().english(), "Mend it.");
        return e.problem().english();
    }
    return "";
}

std::string repeated(const std::string& element, std::size_t count) {
    std::string list = "[" + element;
    for (std::size_t i = 1; i < count; ++i) list += "," + element;
    return list + "]";
}

TEST(ReadJson, BuildsWhatTheTextSays) {
    for (const char* text :
         {"null", "true", "-7", "18446744073709551615", "1e300", "\"\"", "[]", "{}",
          " [1, [2, {\"a\": []}], {}] ",
          R"({"b": {"x": [1.5, null, false, "é\u0000\ud83d\ude00"]}, "a": {"x": 1}, "": -0.0})"}) {
        EXPECT_EQ(readJson(text, "", {}), nlohmann::json::parse(text)) << text;
    }
}

TEST(ReadJson, SaysLineAndColumnInItsOwnWords) {
    EXPECT_EQ(refusal("{\n  \"epochs\": 3,\n  \"seed\" 4\n}"),
              "is not valid JSON: '4' is wrong at line 3, column 10");
    EXPECT_EQ(refusal("{\"a\": 1,}"), "is not valid JSON: '}' is wrong at line 1, column 9");
    EXPECT_EQ(refusal("{"), "is not valid JSON: it ends too early, at line 1, column 2");
    EXPECT_EQ(refusal(""), "is not valid JSON: it ends too early, at line 1, column 1");
    EXPECT_EQ(refusal("[\n\"abc"), "is not valid JSON: it ends too early, at line 2, column 5");
    EXPECT_EQ(refusal("[\"枝刈り\", x]"), "is not valid JSON: 'x' is wrong at line 1, column 9")
        << "characters, not bytes";
    EXPECT_THAT(refusal("{} {}"), HasSubstr("line 1, column 4"));
    EXPECT_THAT(refusal("[1e999]"), AllOf(HasSubstr("too large"), HasSubstr("line 1")));
    for (const char* text :
         {"\xff\xfe", "[\"\xc3\"]", "\x1b]0;title\a", "[\"\n\"]", "nul", "[nan]", "[01]", "[\"\\x\"]"}) {
        EXPECT_THAT(refusal(text),
                    AllOf(HasSubstr("is not valid JSON"), HasSubstr("line "),
                          testing::Not(HasSubstr("exception")), testing::Not(HasSubstr("\x1b"))))
            << text;
    }
}

TEST(ReadJson, RefusesAKeyThatComesTwice) {
    EXPECT_EQ(refusal("{\"epochs\": 1,\n \"epochs\": 2}"), "names 'epochs' twice, again at line 2, column 9");
    EXPECT_THAT(refusal(R"({"a": {"z": 1, "y": {}, "z": 1}})"), HasSubstr("'z' twice"));
    EXPECT_THAT(refusal(R"({"a": 1, "\u0061": 1})"), HasSubstr("'a' twice")) << "however it is spelt";
    EXPECT_EQ(refusal(R"([{"a": 1}, {"a": {"a": 2}}])"), "");
}

TEST(ReadJson, IsBoundedInDepthValuesAndBytes) {
    EXPECT_EQ(refusal(std::string(16, '[') + std::string(16, ']')), "");
    EXPECT_EQ(refusal(std::string(17, '[') + std::string(17, ']')), "nests deeper than 16 levels");
    EXPECT_EQ(refusal(std::string(1'000'000, '[')), "nests deeper than 16 levels");
    EXPECT_EQ(refusal("[1, 2, 3]", {.values = 4}), "");
    EXPECT_EQ(refusal("[1, 2, 3]", {.values = 3}), "holds more than 3 values");
    EXPECT_EQ(refusal("[1, 2]", {.bytes = 5}), "holds 6 bytes where at most 5 are expected");
    EXPECT_THAT(refusal(repeated("{}", 2'000'000)), HasSubstr("holds more than"));
}

/// A reader that looks at all siblings at the end of each object takes hours for these.
TEST(ReadJson, TakesAListOfAMillionObjectsInItsStride) {
    EXPECT_EQ(readJson(repeated("{}", 1'000'000), "", {}).size(), 1'000'000U);
    EXPECT_EQ(readJson(repeated(R"({"a":1})", 500'000), "", {}).size(), 500'000U);
    EXPECT_EQ(readJson(repeated("[[]]", 500'000), "", {}).size(), 500'000U);
}

TEST(PlaceInText, CountsLinesAndCharactersFromOne) {
    EXPECT_EQ(placeInText("", 0).english(), "line 1, column 1");
    EXPECT_EQ(placeInText("ab\ncd", 2).english(), "line 1, column 3");
    EXPECT_EQ(placeInText("ab\ncd", 3).english(), "line 2, column 1");
    EXPECT_EQ(placeInText("ab\n", 99).english(), "line 2, column 1");
}

}  // namespace
}  // namespace prunescope
