#include "report/text.h"

#include <gtest/gtest.h>

namespace prunescope::report {
namespace {

TEST(Escaped, LeavesNothingThatMarkupCouldBeMadeOf) {
    EXPECT_EQ(escaped("<b a=\"1\" c='2'>&"), "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;");
}

TEST(Points, CarryTheirSign) {
    EXPECT_EQ(points(0.0123).english(), "+1.23 points");
    EXPECT_EQ(points(-0.0123).english(), "\u22121.23 points");
    EXPECT_EQ(points(-0.00001).english(), "\u00B10.00 points");
    EXPECT_EQ(pointsInterval(-0.0123, 0.5), "(\u22121.23,\u00A0+50.00)");
}

}  // namespace
}  // namespace prunescope::report
