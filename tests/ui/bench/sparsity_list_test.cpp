// What may be typed as sparsities.

#include "ui/bench/sparsity_list.h"

#include <gmock/gmock.h>

namespace prunescope::ui {
namespace {

using testing::DoubleNear;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pointwise;

std::string problemOf(const char* text) {
    return sparsitiesOf(QString::fromUtf8(text)).problem.toStdString();
}

TEST(SparsityList, IsPerCentWithOrWithoutTheSign) {
    for (const char* text : {"50, 90, 99.5", "50% 90 % 99.5%", "50;90、99.5", " 50 ,, 90,99.5, "}) {
        const SparsityList list = sparsitiesOf(QString::fromUtf8(text));
        EXPECT_THAT(list.problem.toStdString(), IsEmpty()) << text;
        EXPECT_THAT(list.shares, Pointwise(testing::DoubleEq(), {0.5, 0.9, 0.995})) << text;
    }
    EXPECT_THAT(sparsitiesOf(QStringLiteral("0, 0.5 %")).shares, ElementsAre(0, DoubleNear(0.005, 1e-12)));
    EXPECT_THAT(sparsitiesOf(QString()).shares, IsEmpty());
    EXPECT_EQ(sparsitiesText({0.5, 0.9, 0.995}), QStringLiteral("50, 90, 99.5"));
}

TEST(SparsityList, SaysWhatIsWrong) {
    EXPECT_THAT(problemOf("half"), HasSubstr("“half” is not a number"));
    EXPECT_THAT(problemOf("nan"), HasSubstr("is not a number"));
    EXPECT_THAT(problemOf("100"), HasSubstr("100 is not from 0 up to below 100"));
    EXPECT_THAT(problemOf("-5"), HasSubstr("-5 is not from 0"));
    EXPECT_THAT(problemOf("0.95"), HasSubstr("Write 95"));
    EXPECT_THAT(problemOf("50, 50.0"), HasSubstr("50.0 is there twice"));
    EXPECT_THAT(problemOf("1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21"), HasSubstr("too many"));
}

}  // namespace
}  // namespace prunescope::ui
