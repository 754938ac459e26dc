#include "speed/sparsity_text.h"

#include "base/error.h"

#include <gmock/gmock.h>

#include <string>

namespace prunescope::speed {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

std::string refusal(const std::string& list) {
    try {
        sparsitiesFromText(list);
    } catch (const UsageError& e) {
        return e.what();
    }
    return "";
}

TEST(SparsitiesFromText, ReadsSharesAndPerCent) {
    EXPECT_THAT(sparsitiesFromText("0,0.5,0.95"), ElementsAre(0, 0.5, 0.95));
    EXPECT_THAT(sparsitiesFromText("50 %, 99.9%"), ElementsAre(0.5, 0.999));
    EXPECT_THAT(sparsitiesFromText("0.9"), ElementsAre(0.9));
}

TEST(SparsitiesFromText, SaysThatACommaStandsBetweenTwo) {
    EXPECT_THAT(refusal("0,9"),
                AllOf(HasSubstr("9 is not from 0 up to below 1"), HasSubstr("Write 0.95 or 95 %"),
                      HasSubstr("a comma stands between two sparsities")));
}

TEST(SparsitiesFromText, RefusesWhatIsNoNumber) {
    for (const char* list : {"", ",", "0.5,", "0.5,,0.9", "nan", "inf", "0.5;0.9", "1e999", "x", "0.5 0.9"}) {
        EXPECT_THAT(refusal(list), HasSubstr("is not a number that can be used")) << list;
    }
    for (const char* list : {"1", "-0.1", "100 %", "98"}) {
        EXPECT_THAT(refusal(list), HasSubstr("is not from 0 up to below 1")) << list;
    }
}

}  // namespace
}  // namespace prunescope::speed
