// What an auditor reads last: limits, checks, the origin of each number, and the place to sign.

#include "base/sha256.h"
#include "report/summary_json.h"
#include "report/text.h"
#include "ui/report/report_writer.h"
#include "ui/support/engine_text.h"

#include <QPainter>
#include <array>

namespace prunescope::ui {
namespace {

using paper::pt;

QString sentence(const std::string& text) {
    return engineText(report::cleanText(text));
}

QStringList sentences(const std::vector<std::string>& texts) {
    QStringList list;
    for (const auto& text : texts) list << sentence(text);
    return list;
}

}  // namespace

void ReportWriter::limits() {
    chapter(tr("Limits and checks"));
    flow_.bullets(sentences(summary_.limits));
    if (!summary_.problems.empty()) {
        flow_.heading(tr("Problems found while the record was read"), 10);
        QStringList problems;
        for (const Text& problem : summary_.problems)
            problems << paper::clean(engineText(problem).toStdString());
        flow_.bullets(problems);
    }
    PrintTable table(tr("What the report checked in the record"),
                     {{tr("Statement")}, {tr("Holds")}, {tr("Found")}});
    for (const report::Check& check : summary_.checks) {
        const QStringList cells{sentence(check.statement), check.holds ? tr("yes") : tr("no"),
                                sentence(check.detail)};
        if (check.holds) {
            table.row(cells);
        } else {
            table.strongRow(cells);
        }
    }
    table.layOut(flow_);
}

void ReportWriter::origins() {
    chapter(tr("Origin of the numbers"));
    flow_.text(tr(
        "Table and column names are those of run.db in the run folder. Each number of this report stands "
        "with full digits in report.json; metrics.csv, layers.csv and events.csv hold the records they are "
        "computed from. Measured: counted or timed in this run. Requested: asked for. Theoretical: follows "
        "from a formula. Estimated: follows from an assumption named in the note."));
    PrintTable table({}, {{tr("No.")}, {tr("Number")}, {tr("Evidence")}, {tr("Where from")}});
    for (std::size_t i = 0; i < summary_.origins.size(); ++i) {
        const report::Origin& origin = summary_.origins[i];
        table.row({QStringLiteral("[%1]").arg(i + 1), sentence(origin.title),
                   engineText(report::evidenceName(origin.evidence)), sentence(origin.text)});
    }
    table.layOut(flow_);
}

void ReportWriter::signature() {
    chapter(tr("Signature"));
    flow_.text(tr("This report was made from the same data as report.json, SHA-256 %1. A copy of the file "
                  "with another "
                  "sum is not the one this report describes.")
                   .arg(textOf(report::reportJsonSha256(input_, summary_))));
    const std::array<QString, 3> names{tr("Prepared by"), tr("Reviewed by"), tr("Date")};
    flow_.place(pt(64), [names](QPainter& painter, QPointF at) {
        constexpr double gap = pt(18);
        constexpr double width = (paper::bodyWidth - 2 * gap) / 3;
        for (const QString& name : names) {
            painter.setPen(QPen(paper::muted, pt(0.75)));
            painter.drawLine(at + QPointF(0, pt(44)), at + QPointF(width, pt(44)));
            TextBlock(name, {.points = 7.5, .colour = paper::muted}, width)
                .draw(painter, at + QPointF(0, pt(47)));
            at.rx() += width + gap;
        }
    });
}

}  // namespace prunescope::ui
