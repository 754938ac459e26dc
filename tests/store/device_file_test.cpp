#include "store/device_file.h"

#include "base/error.h"
#include "base/file.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>

#include <fstream>

namespace prunescope::store {
namespace {

using testing::HasSubstr;

run::DeviceMeasurement measuredOnDevice(const std::string& device, double medianUs) {
    return {.wallMs = 1,
            .device = device,
            .network = "net",
            .runs = 1000,
            .medianUs = medianUs,
            .p05Us = medianUs,
            .p95Us = medianUs + 1,
            .p99Us = medianUs + 2,
            .leastUs = medianUs,
            .mostUs = medianUs + 3,
            .constantBytes = 10,
            .scratchBytes = 20};
}

std::string deviceFileProblem(const std::string& text) {
    try {
        devicesFromText(text, "devices.json");
    } catch (const Error& error) {
        return error.what();
    }
    return "";
}

TEST(DeviceFile, KeepsTheNewestOfEveryDevice) {
    const test::TemporaryFolder folder;
    const RunFolder run(folder.path());
    EXPECT_TRUE(readDevices(run).empty());
    storeDevices(run, {measuredOnDevice("board", 100)});
    storeDevices(run, {measuredOnDevice("phone", 9)});
    storeDevices(run, {measuredOnDevice("board", 90), measuredOnDevice("board", 80)});
    const auto kept = readDevices(run);
    ASSERT_EQ(kept.size(), 2U);
    EXPECT_EQ(kept[0].device, "board");
    EXPECT_EQ(kept[0].medianUs, 80) << "the last line is the newest";
    EXPECT_EQ(kept[1].device, "phone");
    EXPECT_EQ(kept[1].scratchBytes, 20);
}

TEST(DeviceFile, KeepsNoMoreThanItReads) {
    const test::TemporaryFolder folder;
    const RunFolder run(folder.path());
    for (std::size_t k = 0; k < mostDevices + 3; ++k)
        storeDevices(run, {measuredOnDevice("board " + std::to_string(k), 100)});
    const auto kept = readDevices(run);
    ASSERT_EQ(kept.size(), mostDevices);
    EXPECT_EQ(kept.front().device, "board " + std::to_string(mostDevices + 2));
}

TEST(DeviceFile, RefusesWhatNoDevicePrints) {
    const std::string good = devicesText({measuredOnDevice("board", 100)});
    ASSERT_EQ(deviceFileProblem(good), "");
    const auto with = [&](const std::string& from, const std::string& to) {
        std::string text = good;
        return text.replace(text.find(from), from.size(), to);
    };
    for (const std::string& text :
         {std::string(), std::string("[]"), std::string(R"({"schema": 2})"), with("100.0", "-1"),
          with("\"board\"", "\"\""), with("\"board\"", "\"a\\nb\""), with("1000", "0"),
          with("103.0", "1e300"), with("\"scratch_bytes\": 20", "\"scratch_bytes\": -20"),
          good.substr(0, good.size() / 2)})
        EXPECT_THAT(deviceFileProblem(text), HasSubstr("devices.json")) << text;
}

TEST(DeviceFile, LeavesAFileThatItCannotReadAsItWas) {
    const test::TemporaryFolder folder;
    const RunFolder run(folder.path());
    std::ofstream(run.devices()) << "mine";
    EXPECT_THROW(storeDevices(run, {measuredOnDevice("board", 100)}), Error);
    EXPECT_EQ(readFile(run.devices(), 100), "mine");
}

}  // namespace
}  // namespace prunescope::store
