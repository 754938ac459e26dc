#include "data/table_number.h"

#include <gtest/gtest.h>

#include <cmath>

namespace prunescope::data {
namespace {

TEST(TableNumber, ReadsDecimalNumbers) {
    EXPECT_EQ(decimalNumber("12", '.'), 12);
    EXPECT_EQ(decimalNumber("-1.5", '.'), -1.5);
    EXPECT_EQ(decimalNumber("+3", '.'), 3);
    EXPECT_EQ(decimalNumber(".5", '.'), 0.5);
    EXPECT_EQ(decimalNumber("-.5", '.'), -0.5);
    EXPECT_EQ(decimalNumber("5.", '.'), 5);
    EXPECT_EQ(decimalNumber("2e-3", '.'), 2e-3);
    EXPECT_EQ(decimalNumber("1E+2", '.'), 100);
    EXPECT_EQ(decimalNumber("0.1", '.'), 0.1) << "correctly rounded";
    EXPECT_EQ(decimalNumber("1,5", ','), 1.5);
    EXPECT_EQ(decimalNumber("-,5", ','), -0.5);
    EXPECT_EQ(decimalNumber("12", ','), 12);
}

TEST(TableNumber, TakesNothingElseForANumber) {
    for (const char* text : {"", "-", "+", ".", "e5", "1e", "1.2.3", "0x10", "1_000", "12 %", "inf", "-inf",
                             "nan", "+-1", "1 2", " 1", "1,5", "--1", "infinity"})
        EXPECT_TRUE(std::isnan(decimalNumber(text, '.'))) << text;
    for (const char* text : {"1.5", "1,5,0", ",", "1,2.3"})
        EXPECT_TRUE(std::isnan(decimalNumber(text, ','))) << text;
    EXPECT_TRUE(std::isinf(decimalNumber("1e999", '.')));
}

TEST(TableNumber, KnowsTheSignsOfAMissingValue) {
    for (const char* text : {"", "?", "-", "NA", "na", "N/A", "n/a", "NaN", "nan", "null", "NULL", "Null"})
        EXPECT_TRUE(standsForMissing(text)) << text;
    for (const char* text : {"none", "--", "0", "??", "N.A.", "nana", " "})
        EXPECT_FALSE(standsForMissing(text)) << text;
}

TEST(TableNumber, SaysWhatATextLooksLikeThatIsNoNumber) {
    EXPECT_EQ(numberLook("1,5", '.'), NumberLook::otherSign);
    EXPECT_EQ(numberLook("-0,123", '.'), NumberLook::otherSign) << "a group does not begin with 0";
    EXPECT_EQ(numberLook("1234,5", '.'), NumberLook::otherSign);
    EXPECT_EQ(numberLook("1,5e3", '.'), NumberLook::otherSign);
    EXPECT_EQ(numberLook("1,234", '.'), NumberLook::eitherMeaning);
    EXPECT_EQ(numberLook("1.234", ','), NumberLook::eitherMeaning);
    EXPECT_EQ(numberLook("-1,234.5", '.'), NumberLook::grouped);
    EXPECT_EQ(numberLook("1.234,5", '.'), NumberLook::grouped);
    EXPECT_EQ(numberLook("1.234,5", ','), NumberLook::grouped);
    EXPECT_EQ(numberLook("1,234,567", '.'), NumberLook::grouped);
    EXPECT_EQ(numberLook("1.234.567", ','), NumberLook::grouped);
    EXPECT_EQ(numberLook("inf", '.'), NumberLook::notFinite);
    EXPECT_EQ(numberLook("-Infinity", '.'), NumberLook::notFinite);
    EXPECT_EQ(numberLook("1e999", '.'), NumberLook::notFinite);
    EXPECT_EQ(numberLook("1e-999", '.'), NumberLook::notFinite);
    for (const char* text : {"abc", "12.03.2021", "1,23,456", "1,2,3", "12 %", ",", "1.5", "12,34.5"})
        EXPECT_EQ(numberLook(text, '.'), NumberLook::none) << text;
}

TEST(TableNumber, TakesBlanksOff) {
    EXPECT_EQ(withoutBlanks(" \t a b \t"), "a b");
    EXPECT_EQ(withoutBlanks(" \t"), "");
}

}  // namespace
}  // namespace prunescope::data
