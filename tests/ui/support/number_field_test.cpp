// Numbers as people write them, under locales of both signs.

#include "ui/support/number_field.h"

#include <gtest/gtest.h>

#include <QLineEdit>
#include <QLocale>
#include <QTest>
#include <cmath>

namespace prunescope::ui {
namespace {

class NumberFieldTest : public testing::TestWithParam<const char*> {
protected:
    NumberFieldTest() : former_(QLocale()) { QLocale::setDefault(QLocale(QString::fromLatin1(GetParam()))); }
    ~NumberFieldTest() override { QLocale::setDefault(former_); }

    /// What the field holds after a user has replaced its text by typing.
    static double typed(NumberField& field, const char* text) {
        field.selectAll();
        QTest::keyClicks(&field, QString::fromUtf8(text));
        QTest::keyClick(&field, Qt::Key_Return);
        return field.value();
    }
    static void prepare(NumberField& field) {
        field.setKeyboardTracking(false);
        field.setRange(0.01, 100);
        field.setDecimals(2);
        field.setValue(7);
        field.show();
    }

private:
    QLocale former_;
};

TEST_P(NumberFieldTest, UnderstandsBothDecimalSigns) {
    NumberField field;
    prepare(field);
    EXPECT_EQ(typed(field, "0.5"), 0.5);
    field.setValue(7);
    EXPECT_EQ(typed(field, "0,5"), 0.5);
    EXPECT_EQ(typed(field, "9.5"), 9.5);
    EXPECT_EQ(typed(field, "92,5"), 92.5);
    EXPECT_EQ(typed(field, ".25"), 0.25);
}

TEST_P(NumberFieldTest, WritesAPointAndNoGroups) {
    NumberField field;
    field.setRange(0, 1e6);
    field.setDecimals(3);
    field.setValue(12451.5);
    EXPECT_EQ(field.text(), QStringLiteral("12451.500"));
    field.setSuffix(QStringLiteral(" %"));
    EXPECT_EQ(field.text(), QStringLiteral("12451.500 %"));
}

TEST_P(NumberFieldTest, ASecondSignIsNotTakenAndTheFirstStays) {
    NumberField field;
    prepare(field);
    EXPECT_EQ(typed(field, "1,2.5"), 1.25);
    EXPECT_EQ(typed(field, "1.2,5"), 1.25);
}

TEST_P(NumberFieldTest, KeepsToItsRange) {
    NumberField field;
    prepare(field);
    EXPECT_EQ(typed(field, "101"), 10) << "the digit that leads out of the range is not taken";
    QString text = QStringLiteral("-5");
    int at = 0;
    EXPECT_EQ(field.validate(text, at), QValidator::Invalid);
    text = QStringLiteral("0,0");
    EXPECT_EQ(field.validate(text, at), QValidator::Intermediate);
    field.setRange(-10, -1);
    text = QStringLiteral("-20");
    EXPECT_EQ(field.validate(text, at), QValidator::Invalid);
    text = QStringLiteral("-0,5");
    EXPECT_EQ(field.validate(text, at), QValidator::Intermediate);
}

TEST_P(NumberFieldTest, TakesAPercentSignThatWasTyped) {
    NumberField field;
    prepare(field);
    field.setSuffix(QStringLiteral(" %"));
    QString text = QStringLiteral("98%");
    int at = 0;
    EXPECT_EQ(field.validate(text, at), QValidator::Acceptable);
    EXPECT_EQ(field.valueFromText(text), 98);
}

TEST_P(NumberFieldTest, ReadsAWrittenNumberOfALineEdit) {
    EXPECT_EQ(writtenNumber(QStringLiteral(" 0,9 ")), 0.9);
    EXPECT_EQ(writtenNumber(QStringLiteral("0.9")), 0.9);
    EXPECT_EQ(writtenNumber(QStringLiteral("1e-3")), 1e-3);
    EXPECT_EQ(writtenNumber(QStringLiteral("1,5e-3")), 1.5e-3);
    EXPECT_EQ(writtenNumber(QString::fromUtf8("−2,5")), -2.5);
    EXPECT_EQ(writtenNumber(QString::fromUtf8("０．５")), 0.5);
    for (const char* none : {"", "1,234.5", "1.2.3", "1 000", "x", "0,9 x", "--1", "nan", "inf"}) {
        EXPECT_FALSE(writtenNumber(QString::fromLatin1(none))) << none;
    }
}

INSTANTIATE_TEST_SUITE_P(Locales, NumberFieldTest, testing::Values("C", "de_DE", "en_US", "ja_JP", "fr_FR"));

}  // namespace
}  // namespace prunescope::ui
