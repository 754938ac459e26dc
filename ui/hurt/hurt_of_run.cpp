#include "ui/hurt/hurt_of_run.h"

#include "base/error.h"
#include "report/plain_text.h"
#include "ui/report/window_language.h"
#include "workspace/references.h"
#include "workspace/run_report.h"
#include "workspace/test_pictures.h"

#include <algorithm>
#include <utility>

namespace prunescope::ui {
namespace {

/// A reference that cannot be read is as good as none.
void addMatchingReference(report::ReportInput& input, const store::RunFolder& folder) {
    try {
        for (const workspace::ReferenceChoice& choice : workspace::referencesFor(folder)) {
            if (!choice.matches) continue;
            workspace::addReference(input, choice.folder);
            return;
        }
    } catch (const Error&) {
        input.reference.reset();
    }
}

}  // namespace

QStringList HurtOfRun::sentences() const {
    const report::Language language = windowLanguage();
    QStringList said;
    // Behind the last heading stands what comes with the images, of which only a note concerns a pane that
    // has them.
    const auto isHeading = [](const report::Block& block) {
        return std::holds_alternative<report::Heading>(block);
    };
    auto headings = std::count_if(chapter.begin(), chapter.end(), isHeading);
    auto wanted = report::Paragraph::Tone::plain;
    for (const report::Block& block : chapter) {
        if (isHeading(block) && --headings == 0) wanted = report::Paragraph::Tone::small;
        const auto* paragraph = std::get_if<report::Paragraph>(&block);
        if (paragraph != nullptr && paragraph->tone == wanted)
            said << QString::fromStdString(report::plainLine(paragraph->text, language));
    }
    return said;
}

QString HurtOfRun::firstNetwork() const {
    for (const report::Block& block : chapter) {
        const auto* table = std::get_if<report::Table>(&block);
        if (table == nullptr) continue;
        return QString::fromStdString(report::plainLine(table->columns[1].title, windowLanguage()));
    }
    return {};
}

HurtOfRun readHurt(const store::RunFolder& folder) {
    report::ReportInput input = workspace::readReportInput(folder);
    addMatchingReference(input, folder);
    workspace::addPictures(input);
    report::Summary summary = report::summarise(input);
    HurtOfRun found;
    for (report::Chapter& chapter : report::documentOf(input, summary, "").chapters) {
        if (chapter.id == "hurt") found.chapter = std::move(chapter.blocks);
    }
    for (const report::ClassSummary& c : summary.result.classes) found.classNames.push_back(c.name);
    if (const auto& target = input.record.header.dataset.target) found.unit = target->unit;
    found.hurt = std::move(summary.hurt);
    if (input.pictures) found.pictures = *std::move(input.pictures);
    return found;
}

}  // namespace prunescope::ui
