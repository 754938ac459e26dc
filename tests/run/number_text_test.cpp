#include "run/number_text.h"

#include "base/error.h"
#include "run/config_io.h"
#include "run/record_json.h"

#include <gtest/gtest.h>

#include <locale>
#include <string>

namespace prunescope::run {
namespace {

TEST(NumberFromText, TakesBothDecimalSigns) {
    EXPECT_EQ(numberFromText("0.98"), 0.98);
    EXPECT_EQ(numberFromText("0,98"), 0.98);
    EXPECT_EQ(numberFromText("-2,5"), -2.5);
    EXPECT_EQ(numberFromText("12,451"), std::nullopt) << "twelve to some, twelve thousand to others";
    EXPECT_EQ(numberFromText("0,451"), 0.451) << "no thousand begins with 0";
    EXPECT_EQ(numberFromText("1,5e-3"), 1.5e-3);
    EXPECT_EQ(numberFromText("7"), 7);
}

TEST(NumberFromText, TakesNothingElse) {
    for (const char* text : {"", ",", ".", "1,2,3", "1.2,3", "1,2.3", "1.000.000", "1,000,000", "nan", "inf",
                             "-inf", "1e999", "0x10", "+1", " 1", "1 ", "1x", "1 000", "50 %"}) {
        EXPECT_EQ(numberFromText(text), std::nullopt) << text;
    }
    EXPECT_EQ(numberFromText(std::string(1'000'000, '1')), std::nullopt);
}

TEST(ShareFromText, TakesPerCentAsTheDecimalThatWasTyped) {
    EXPECT_EQ(shareFromText("98 %"), 0.98);
    EXPECT_EQ(shareFromText("98%"), 0.98);
    EXPECT_EQ(shareFromText("99,9 %"), 0.999) << "99.9 / 100 is another number";
    EXPECT_EQ(shareFromText("57\u00A0%"), 0.57);
    EXPECT_EQ(shareFromText("0,98"), 0.98);
    for (const char* text : {"%", " %", "1e1 %", "9 8 %", "98 %%", "98  %", "nan %"}) {
        EXPECT_EQ(shareFromText(text), std::nullopt) << text;
    }
}

std::string refusal(const std::string& key, const std::string& text) {
    RunConfig config;
    try {
        setOption(config, key, text, {});
    } catch (const UsageError& e) {
        return e.what();
    }
    return "";
}

TEST(SetOptionText, IsUnderstoodOrRefusedAsItWasTyped) {
    RunConfig config;
    setOption(config, "schedule.target", "0,98", {});
    EXPECT_EQ(config.schedule.target, 0.98);
    setOption(config, "schedule.target", "57 %", {});
    EXPECT_EQ(config.schedule.target, 0.57);
    setOption(config, "optimizer.learning_rate", "0,05", {});
    EXPECT_EQ(config.optimizer.learningRate, 0.05);
    EXPECT_EQ(refusal("schedule.target", "nan"),
              "schedule.target: 'nan' is not allowed. Give a number from 0 to below 1.");
    EXPECT_NE(refusal("schedule.target", "inf").find("'inf' is not allowed"), std::string::npos);
    EXPECT_NE(refusal("schedule.target", "98").find("98.0 is not allowed"), std::string::npos);
    EXPECT_NE(refusal("optimizer.learning_rate", "5 %").find("'5 %' is not allowed"), std::string::npos)
        << "no share";
    EXPECT_NE(refusal("learning_rate.warmup_epochs", "1,000").find("could mean thousands"),
              std::string::npos);
    EXPECT_NE(refusal("epochs", "1,5").find("'1,5' is not allowed"), std::string::npos);
}

/// Commas as decimal sign, points between thousands.
class GermanNumbers : public std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

TEST(Numbers, AreReadAndWrittenAlikeUnderALocaleWithADecimalComma) {
    const std::locale before = std::locale::global(std::locale(std::locale::classic(), new GermanNumbers));
    const RunConfig config =
        configFromText(R"({"schedule": {"target": 0.875}, "epochs": 12345})", "config.json");
    const std::string text = jsonText(configToJson(config));
    const auto typed = numberFromText("1234.5");
    std::locale::global(before);
    EXPECT_EQ(config.schedule.target, 0.875);
    EXPECT_NE(text.find("\"target\":0.875"), std::string::npos) << text;
    EXPECT_NE(text.find("\"epochs\":12345"), std::string::npos) << text;
    EXPECT_EQ(typed, 1234.5);
}

}  // namespace
}  // namespace prunescope::run
