#include "ui/report/export_job.h"

#include "base/error.h"
#include "base/file.h"
#include "base/sha256.h"
#include "report/report.h"
#include "store/run_reader.h"
#include "ui/support/engine_text.h"

#include <QDir>
#include <filesystem>

namespace prunescope::ui {
namespace {

/// What is wrong, where, how to mend it.
QString errorText(const std::exception& exception) {
    const auto* error = dynamic_cast<const Error*>(&exception);
    if (error == nullptr) return QString::fromUtf8(exception.what());
    QString text =
        QStringLiteral("%1: %2.").arg(QString::fromStdString(error->where()), engineText(error->problem()));
    if (!error->mend().empty()) text += QLatin1Char(' ') + engineText(error->mend());
    return text;
}

report::ReportInput readInput(const store::RunFolder& folder, std::int64_t writtenMs) {
    store::ReadRun read = store::readRun(folder);
    report::ReportInput input;
    input.runId = std::filesystem::weakly_canonical(folder.path()).filename().string();
    input.record = std::move(read.record);
    input.problems = std::move(read.problems);
    input.writtenMs = writtenMs;
    if (std::filesystem::exists(folder.weights())) {
        input.weights =
            report::WeightsFile{folder.weights().filename().string(),
                                static_cast<std::int64_t>(std::filesystem::file_size(folder.weights())),
                                sha256HexOfFile(folder.weights())};
    }
    return input;
}

}  // namespace

GatherResult gatherReport(const store::RunFolder& folder, std::int64_t writtenMs) {
    try {
        report::ReportInput input = readInput(folder, writtenMs);
        PdfReport pages(input);
        return {std::make_shared<const GatheredReport>(GatheredReport{std::move(input), std::move(pages)}),
                {}};
    } catch (const std::exception& exception) {
        return {nullptr, errorText(exception)};
    }
}

ExportResult exportReport(const GatheredReport& report, const ExportFiles& files) {
    ExportResult result;
    try {
        const QDir folder(files.folder);
        const QString name = QString::fromStdString(report.input.runId);
        createFolder(files.folder.toStdString());
        if (files.pdf) {
            const QString path = folder.filePath(name + QStringLiteral(".pdf"));
            writeFileAtomically(path.toStdString(), report.pages.pdf().toStdString());
            result.files << path;
        }
        if (files.web) {
            const QString path = folder.filePath(name);
            report::writeReport(report.input, path.toStdString());
            result.files << QDir(path).filePath(QStringLiteral("index.html"));
        }
    } catch (const std::exception& exception) {
        result.error = errorText(exception);
    }
    return result;
}

}  // namespace prunescope::ui
