#include "report/report.h"

#include "report/csv.h"
#include "report/html.h"
#include "report/report_folder.h"
#include "report/summary_json.h"

namespace prunescope::report {
namespace {

std::string indexHtml(const ReportInput& input, const Summary& summary, const Language& language) {
    return htmlOf(documentOf(input, summary, reportJsonSha256(input, summary)), language);
}

/// A file for programs, which is the same in every language.
template <std::string (*content)(const ReportInput&, const Summary&)>
std::string data(const ReportInput& input, const Summary& summary, const Language& /*language*/) {
    return content(input, summary);
}

}  // namespace

const std::vector<ReportFormat>& reportFormats() {
    static const std::vector<ReportFormat> formats{
        // First: it tells whose report the folder holds.
        {"report.json", data<reportJson>},
        {"metrics.csv", data<metricsCsv>},
        {"layers.csv", data<layersCsv>},
        {"events.csv", data<eventsCsv>},
        // Last: it names the others, so it is there only when they are.
        {"index.html", indexHtml},
    };
    return formats;
}

void writeReport(const ReportInput& input, const std::filesystem::path& path, const Language& language) {
    const Summary summary = summarise(input);
    std::vector<std::string> names;
    for (const ReportFormat& format : reportFormats()) names.emplace_back(format.fileName);
    // The first file tells whose report it is, to others who write into the folder at the same time, too.
    std::string content = reportFormats().front().content(input, summary, language);
    const Folder folder = openReportFolder(path, names, content);
    for (const ReportFormat& format : reportFormats()) {
        if (&format != &reportFormats().front()) content = format.content(input, summary, language);
        folder.write(format.fileName, content);
    }
}

}  // namespace prunescope::report
