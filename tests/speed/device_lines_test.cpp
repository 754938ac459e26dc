#include "speed/device_lines.h"

#include "base/error.h"
#include "data/idx_fixtures.h"

#include <gmock/gmock.h>

namespace prunescope::speed {
namespace {

using testing::HasSubstr;

const std::string goodLine =
    "net runs=1000 median_us=112.25 p05_us=110.00 p95_us=130.50 p99_us=190.00 min_us=109.75 max_us=300.00 "
    "constant_bytes=34816 scratch_bytes=9216";

std::vector<run::DeviceMeasurement> read(const std::string& text) {
    return devicesFromLines(text, "board", 7, "bench.txt");
}

TEST(DeviceLines, ReadsWhatTheExportedProgramPrints) {
    const auto all = read("\n" + goodLine + "\r\n\n");
    ASSERT_EQ(all.size(), 1U);
    const run::DeviceMeasurement& m = all.front();
    EXPECT_EQ(m.device, "board");
    EXPECT_EQ(m.wallMs, 7);
    EXPECT_EQ(m.network, "net");
    EXPECT_EQ(m.runs, 1000);
    EXPECT_EQ(m.medianUs, 112.25);
    EXPECT_EQ(m.p05Us, 110);
    EXPECT_EQ(m.p95Us, 130.5);
    EXPECT_EQ(m.p99Us, 190);
    EXPECT_EQ(m.leastUs, 109.75);
    EXPECT_EQ(m.mostUs, 300);
    EXPECT_EQ(m.constantBytes, 34816);
    EXPECT_EQ(m.scratchBytes, 9216);
}

TEST(DeviceLines, ReadsSeveral) {
    EXPECT_EQ(read(goodLine + "\n" + goodLine).size(), 2U);
}

TEST(DeviceLines, RefusesEveryLineThatIsNotExactlyOne) {
    const auto with = [](const std::string& from, const std::string& to) {
        std::string line = goodLine;
        return line.replace(line.find(from), from.size(), to);
    };
    const std::vector<std::pair<std::string, std::string>> wrong{
        {"", "no line of a measurement"},
        {"hello", "runs= and a number"},
        {with("runs=1000", "runs=0"), "0 runs"},
        {with("runs=1000", "runs=-5"), "-5 runs"},
        {with("runs=1000", "runs=1e3"), "runs= and a number"},
        {with("median_us=112.25", "median_us=nan"), "not from"},
        {with("p05_us=110.00", "p05_us=nan"), "not from"},
        {with("max_us=300.00", "max_us=inf"), "not from"},
        {with("max_us=300.00", "max_us=1e999"), "max_us= and a number"},
        {with("p05_us", "p5_us"), "p05_us= and a number"},
        {with("p95_us=130.50", "p95_us=100.00"), "not in order"},
        {with("net ", "../net "), "the name of a network"},
        {with("net ", " "), "the name of a network"},
        {with("bytes=9216", "bytes=-1"), "-1 bytes"},
        {goodLine + " more=1", "the end of the line"},
        {goodLine + "\n\x1b[2J", "line 2"},
        {goodLine.substr(0, goodLine.size() / 2), "and a number"}};
    for (const auto& [text, why] : wrong) {
        const Error error = test::errorOf([&, line = text] { read(line); });
        EXPECT_THAT(error.what(), HasSubstr("bench.txt")) << text;
        EXPECT_THAT(error.what(), HasSubstr(why)) << text;
    }
    std::string many;
    for (int k = 0; k < 51; ++k) many += goodLine + "\n";
    EXPECT_THAT(test::errorOf([&] { read(many); }).what(), HasSubstr("more than 50 lines"));
    EXPECT_THAT(test::errorOf([] { devicesFromLines(goodLine, "two\nlines", 7, "bench.txt"); }).what(),
                HasSubstr("no line of text"));
}

}  // namespace
}  // namespace prunescope::speed
