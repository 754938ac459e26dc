// What devices print, and devices.json beside a run, from anybody.

#include "run/device_measurement_json.h"
#include "speed/device_lines.h"
#include "store/device_file.h"
#include "targets.h"
#include "view/speed_words.h"

namespace prunescope::fuzz {
namespace {

/// What is read is written as it was read, and can be told.
void expectTold(const std::vector<run::DeviceMeasurement>& measurements) {
    const std::string written = store::devicesText(measurements);
    expect(store::devicesText(store::devicesFromText(written, "written")) == written,
           "what is written reads back");
    for (const run::DeviceMeasurement& m : measurements) {
        expect(run::deviceProblem(m).empty(), "what is read is sound");
        expect(view::deviceWords(m).english().size() < 1000, "no figure takes a line");
    }
}

void readDeviceText(std::string_view bytes) {
    if (bytes.starts_with('{')) return expectTold(store::devicesFromText(bytes, "fuzz"));
    expectTold(speed::devicesFromLines(bytes, "board", 1, "fuzz"));
}

}  // namespace

Target deviceTarget() {
    return {.name = "device",
            .run = answered<readDeviceText>,
            .seeds =
                [] {
                    const std::string line =
                        "net runs=1000 median_us=112.25 p05_us=110.00 p95_us=130.50 p99_us=190.00 "
                        "min_us=109.75 max_us=300.00 constant_bytes=34816 scratch_bytes=9216\n";
                    return std::vector<std::string>{
                        line, line + line,
                        store::devicesText(speed::devicesFromLines(line, "board", 1, "seed"))};
                },
            .longest = 8192};
}

}  // namespace prunescope::fuzz
