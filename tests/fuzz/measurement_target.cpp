// measurement.json beside a run, from this program or from anybody.

#include "base/error.h"
#include "run/measurement_json.h"
#include "store/measurement_file.h"
#include "support/example_measurement.h"
#include "targets.h"
#include "view/speed_words.h"

#include <cmath>

namespace prunescope::fuzz {
namespace {

/// What is read is written as it was read, and can be told.
void readAndTell(std::string_view bytes) {
    const auto measurements = store::measurementsFromText(bytes, "fuzz");
    expect(measurements.size() <= store::mostMeasurements, "no more are read than are kept");
    const std::string written = store::measurementsText(measurements);
    expect(store::measurementsText(store::measurementsFromText(written, "written")) == written,
           "what is written reads back");
    for (const run::Measurement& m : measurements) {
        expect(std::isfinite(m.imagesPerSecond(m.oneImage.denseMs.median)) && std::isfinite(m.spread()),
               "figures stay numbers");
        expect(!view::oneImageWords(m).english().empty() && !view::batchWords(m).english().empty(),
               "it can be said");
        for (const Text& text : {view::stepWords(m), view::breakEvenWords(m), view::doubtWords(m)})
            expect(text.english().size() < 1000, "no figure takes a line");
    }
}

}  // namespace

Target measurementTarget() {
    return {.name = "measurement",
            .run = answered<readAndTell>,
            .seeds =
                [] {
                    run::Measurement dense = test::exampleMeasurement();
                    dense.sparsity = 0;
                    dense.doubt = run::Doubt::busy;
                    return std::vector<std::string>{
                        store::measurementsText({test::exampleMeasurement()}),
                        store::measurementsText({dense, test::exampleMeasurement()}),
                        R"({"schema": 1, "measurements": []})"};
                },
            .longest = 16384};
}

}  // namespace prunescope::fuzz
