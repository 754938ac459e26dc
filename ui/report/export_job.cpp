#include "ui/report/export_job.h"

#include "base/error.h"
#include "base/file.h"
#include "ui/report/pdf_origin.h"
#include "ui/report/window_language.h"
#include "ui/support/engine_text.h"
#include "workspace/run_report.h"
#include "workspace/test_pictures.h"

#include <filesystem>
#include <utility>

namespace prunescope::ui {
namespace {

/// What is wrong, where, how to mend it.
QString errorText(const std::exception& exception) {
    const auto* error = dynamic_cast<const Error*>(&exception);
    if (error == nullptr) return QString::fromUtf8(exception.what());
    return engineText(error->mend().empty() ? Text::of("{}.", error->whole()) : error->whole());
}

/// Gives why it could not be read; the report is without it then.
QString addReference(report::ReportInput& input, const std::filesystem::path& folder) {
    try {
        workspace::addReference(input, store::RunFolder(folder));
        return {};
    } catch (const std::exception& exception) {
        return errorText(exception);
    }
}

}  // namespace

GatherResult gatherReport(const store::RunFolder& folder, std::int64_t writtenMs,
                          const std::filesystem::path& reference, bool recordedHere) {
    try {
        GatherResult result;
        report::ReportInput input = workspace::readReportInput(folder);
        input.writtenMs = writtenMs;
        input.live = input.live.value_or(false) || recordedHere;
        if (!reference.empty()) result.referenceError = addReference(input, reference);
        workspace::addPictures(input);
        PdfReport pages(input);
        result.report =
            std::make_shared<const GatheredReport>(GatheredReport{std::move(input), std::move(pages)});
        return result;
    } catch (const std::exception& exception) {
        return {nullptr, errorText(exception), {}};
    }
}

ReportPlaces writeReportFiles(const report::ReportInput& input, const PdfReport& paper,
                              const ReportPlaces& wanted) {
    ReportPlaces written;
    if (!wanted.pdf.empty()) {
        written.pdf = workspace::reportPlace(input, wanted.pdf);
        // Before anything is written: a report is exported as a whole or not at all.
        checkReplaceable(written.pdf, input.runId);
    }
    if (!wanted.pages.empty()) written.pages = workspace::writeReport(input, wanted.pages, windowLanguage());
    if (!wanted.pdf.empty()) writeFileAtomically(written.pdf, paper.pdf().toStdString());
    return written;
}

ExportResult exportReport(const GatheredReport& report, const ExportFiles& files) {
    ExportResult result;
    try {
        const std::filesystem::path folder = files.folder.toStdString();
        createFolder(folder);
        ReportPlaces wanted;
        if (files.pdf) wanted.pdf = folder / (report.input.runId + ".pdf");
        if (files.web) wanted.pages = folder / report.input.runId;
        const ReportPlaces written = writeReportFiles(report.input, report.pages, wanted);
        if (files.pdf) result.files << QString::fromStdString(written.pdf.string());
        if (files.web) result.files << QString::fromStdString((written.pages / "index.html").string());
    } catch (const std::exception& exception) {
        result.error = errorText(exception);
    }
    return result;
}

}  // namespace prunescope::ui
