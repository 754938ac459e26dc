#include "ui/report/export_job.h"

#include "base/error.h"
#include "base/file.h"
#include "ui/report/pdf_origin.h"
#include "ui/report/window_language.h"
#include "ui/support/engine_text.h"
#include "workspace/run_report.h"

#include <QDir>
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
        PdfReport pages(input);
        result.report =
            std::make_shared<const GatheredReport>(GatheredReport{std::move(input), std::move(pages)});
        return result;
    } catch (const std::exception& exception) {
        return {nullptr, errorText(exception), {}};
    }
}

ExportResult exportReport(const GatheredReport& report, const ExportFiles& files) {
    ExportResult result;
    try {
        const QDir folder(files.folder);
        const QString name = QString::fromStdString(report.input.runId);
        createFolder(files.folder.toStdString());
        const std::filesystem::path paper = workspace::reportPlace(
            report.input, folder.filePath(name + QStringLiteral(".pdf")).toStdString());
        // Before anything is written: a report is exported as a whole or not at all.
        if (files.pdf) checkReplaceable(paper, report.input.runId);
        std::filesystem::path pages;
        if (files.web)
            pages =
                workspace::writeReport(report.input, folder.filePath(name).toStdString(), windowLanguage());
        if (files.pdf) {
            writeFileAtomically(paper, report.pages.pdf().toStdString());
            result.files << QString::fromStdString(paper.string());
        }
        if (files.web)
            result.files
                << QDir(QString::fromStdString(pages.string())).filePath(QStringLiteral("index.html"));
    } catch (const std::exception& exception) {
        result.error = errorText(exception);
    }
    return result;
}

}  // namespace prunescope::ui
