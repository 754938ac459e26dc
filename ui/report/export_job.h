#pragma once

#include "report/summary.h"
#include "store/run_folder.h"
#include "ui/report/pdf_report.h"

#include <QString>
#include <QStringList>
#include <filesystem>
#include <memory>

/// What the export does away from the thread of the window.
namespace prunescope::ui {

/// The run as it is on the disk, and its report.
struct GatheredReport {
    report::ReportInput input;
    PdfReport pages;
};

/// `report` is null when the run could not be read; `error` then says why and what to do.
struct GatherResult {
    std::shared_ptr<const GatheredReport> report;
    QString error;
    QString referenceError;  ///< why the run to compare with could not be read; the report is without it
};

/// `reference` empty: without a run to compare with. `recordedHere`: this program is recording the run.
GatherResult gatherReport(const store::RunFolder& folder, std::int64_t writtenMs,
                          const std::filesystem::path& reference, bool recordedHere);

/// Where the parts of a report go; an empty path: not wanted.
struct ReportPlaces {
    std::filesystem::path pdf;
    std::filesystem::path pages;  ///< a folder for page, JSON and CSV
};

/// Writes them in the window's language, and gives where they are: an incomplete report goes beside one that
/// is there. All is written or, when something else is in the PDF's place, nothing. Throws `Error`.
ReportPlaces writeReportFiles(const report::ReportInput& input, const PdfReport& paper,
                              const ReportPlaces& wanted);

struct ExportFiles {
    QString folder;
    bool pdf = true;
    bool web = true;  ///< page, JSON and CSV, in a folder of the run's name
};

struct ExportResult {
    QStringList files;  ///< to be opened; the first is the most telling
    QString error;
};

ExportResult exportReport(const GatheredReport& report, const ExportFiles& files);

}  // namespace prunescope::ui
