// A folder for a report in which a report.json stands already, of this run or of anybody.

#include "base/error.h"
#include "report/report_folder.h"
#include "report/summary_json.h"
#include "report/tiny_record.h"
#include "store/example_run.h"
#include "support/temporary_folder.h"
#include "targets.h"

namespace prunescope::fuzz {
namespace {

const std::string& ownReport() {
    static const std::string text = [] {
        const report::ReportInput input{"tiny", report::test::tinyRecord()};
        return report::reportJson(input, report::summarise(input));
    }();
    return text;
}

/// The folder is taken or refused, and what stands in it is left alone.
void openFolder(std::string_view bytes) {
    static const test::TemporaryFolder folder;
    test::writeBytes(folder / "report.json", std::string(bytes));
    try {
        report::openReportFolder(folder.path(), {"report.json"}, ownReport());
    } catch (const Error& error) {
        expect(!error.problem().english().empty() && !error.mend().english().empty(),
               "an error says what is wrong and how to mend it");
        expect(bytes != ownReport(), "a report of the same run is replaced");
    }
    expect(test::readBytes(folder / "report.json") == bytes,
           "nothing is changed before the report is written");
}

}  // namespace

Target reportFolderTarget() {
    return {.name = "report_folder",
            .run = openFolder,
            .seeds =
                [] {
                    return std::vector<std::string>{ownReport(), R"({"run":{"seed":7}})", "{}"};
                },
            .longest = 65536};
}

}  // namespace prunescope::fuzz
