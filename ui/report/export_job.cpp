#include "ui/report/export_job.h"

#include "base/error.h"
#include "base/file.h"
#include "base/path_text.h"
#include "report/report.h"
#include "report/weights_evidence.h"
#include "store/folder_lock.h"
#include "store/run_list.h"
#include "store/run_reader.h"
#include "ui/report/pdf_origin.h"
#include "ui/support/engine_text.h"

#include <QDir>
#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

namespace prunescope::ui {
namespace {

/// What is wrong, where, how to mend it.
QString errorText(const std::exception& exception) {
    const auto* error = dynamic_cast<const Error*>(&exception);
    if (error == nullptr) return QString::fromUtf8(exception.what());
    return engineText(error->mend().empty() ? Text::of("{}.", error->whole()) : error->whole());
}

std::string nameOf(const std::filesystem::path& folder) {
    return printableName(std::filesystem::weakly_canonical(folder).filename().string());
}

report::ReportInput readInput(const store::RunFolder& folder, std::int64_t writtenMs) {
    store::ReadRun read = store::readRun(folder);
    report::ReportInput input;
    input.runId = nameOf(folder.path());
    input.record = std::move(read.record);
    input.problems = std::move(read.problems);
    input.writtenMs = writtenMs;
    input.weights = report::weightsEvidence(folder.weights(), input.record.header.network, input.problems);
    return input;
}

/// Nothing when it could not be read; `why` then says so.
std::optional<report::ReferenceRun> readReference(const std::filesystem::path& folder, QString& why) {
    try {
        return report::ReferenceRun{nameOf(folder), store::readRun(store::RunFolder(folder)).record};
    } catch (const std::exception& exception) {
        why = errorText(exception);
        return std::nullopt;
    }
}

}  // namespace

std::vector<ReferenceChoice> referencesFor(const store::RunFolder& run) {
    std::vector<ReferenceChoice> choices;
    try {
        const store::RunSummary own = store::summarizeRun(run);
        for (const store::RunSummary& other : store::listRuns(run.path().parent_path())) {
            const bool same = other.model == own.model && other.dataset == own.dataset;
            const bool itself = nameOf(other.folder) == nameOf(run.path());
            if (!same || itself || other.method != "dense" || !other.testAccuracy) continue;
            ReferenceChoice choice{other.folder, QString::fromStdString(other.id),
                                   other.state == run::RunState::finished};
            choice.matches = choice.finished && own.config && other.config &&
                             other.config->epochs == own.config->epochs &&
                             other.config->seed == own.config->seed;
            choices.push_back(std::move(choice));
        }
    } catch (const std::exception&) {
        return {};  // A workspace that cannot be read is reported by the Runs page.
    }
    // Newest first within each group, as they were listed.
    std::stable_sort(choices.begin(), choices.end(), [](const auto& a, const auto& b) {
        return std::pair(a.matches, a.finished) > std::pair(b.matches, b.finished);
    });
    return choices;
}

GatherResult gatherReport(const store::RunFolder& folder, std::int64_t writtenMs,
                          const std::filesystem::path& reference, bool recordedHere) {
    try {
        GatherResult result;
        report::ReportInput input = readInput(folder, writtenMs);
        input.live = recordedHere || store::FolderLock::isHeld(folder.path());
        if (!reference.empty()) input.reference = readReference(reference, result.referenceError);
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
        const QString paper = folder.filePath(name + QStringLiteral(".pdf"));
        const QString pages = folder.filePath(name);
        // Before anything is written: a report is exported as a whole or not at all.
        if (files.pdf) checkReplaceable(paper.toStdString(), report.input.runId);
        if (files.web) report::writeReport(report.input, pages.toStdString());
        if (files.pdf) {
            writeFileAtomically(paper.toStdString(), report.pages.pdf().toStdString());
            result.files << paper;
        }
        if (files.web) result.files << QDir(pages).filePath(QStringLiteral("index.html"));
    } catch (const std::exception& exception) {
        result.error = errorText(exception);
    }
    return result;
}

}  // namespace prunescope::ui
