#include "report/report.h"

#include "base/file.h"
#include "report/csv.h"
#include "report/html.h"
#include "report/summary_json.h"

namespace prunescope::report {
namespace {

std::string indexHtml(const ReportInput& input, const Summary& summary) {
    return reportHtml(input, summary, reportJsonSha256(input, summary));
}

}  // namespace

const std::vector<ReportFormat>& reportFormats() {
    static const std::vector<ReportFormat> formats{
        {"report.json", reportJson},
        {"metrics.csv", metricsCsv},
        {"layers.csv", layersCsv},
        {"events.csv", eventsCsv},
        // Last: it names the others, so it is there only when they are.
        {"index.html", indexHtml},
    };
    return formats;
}

void writeReport(const ReportInput& input, const std::filesystem::path& folder) {
    const Summary summary = summarise(input);
    createFolder(folder);
    for (const ReportFormat& format : reportFormats()) {
        writeFileAtomically(folder / format.fileName, format.content(input, summary));
    }
}

}  // namespace prunescope::report
