// What an auditor reads last: limits, checks, the origin of each number, and the place to sign.

#include "report/chapters.h"

namespace prunescope::report {

Blocks limitsChapter(const Source& source) {
    const Summary& summary = source.summary;
    Blocks blocks{Bullets{{summary.limits.begin(), summary.limits.end()}}};
    if (!summary.problems.empty()) {
        blocks.push_back(Heading{Text::of("Problems found while the record was read")});
        blocks.push_back(Bullets{{summary.problems.begin(), summary.problems.end()}});
    }
    Table table{Text::of("What the report checked in the record"),
                {{Text::of("Statement")}, {Text::of("Holds")}, {Text::of("Found")}}};
    for (const Check& check : summary.checks) {
        const Phrase holds =
            check.holds ? Phrase(Text::of("yes")) : Phrase(Phrase::Kind::failed, Text::of("no"));
        table.rows.push_back({{check.statement, holds, check.detail}});
    }
    blocks.push_back(Heading{Text::of("Checks")});
    blocks.push_back(std::move(table));
    return blocks;
}

Blocks originsChapter(const Source& source) {
    Notes notes;
    for (const Origin& origin : source.summary.origins)
        notes.notes.push_back({origin.title, evidenceText(origin.evidence), origin.text});
    return {Paragraph{Text::of(
                "Table and column names are those of run.db in the run folder. Each number of this report "
                "stands with full digits in report.json; metrics.csv, layers.csv and events.csv hold the "
                "records they are computed from. Measured: counted or timed in this run. Requested: asked "
                "for. Theoretical: follows from a formula. Estimated: follows from an assumption named in "
                "the note.")},
            std::move(notes)};
}

Blocks signatureChapter(const Source& source) {
    return {Paragraph{Phrase::of("This report was made from the same data as report.json, SHA-256 {}. A copy "
                                 "of the file with another sum is not the one this report describes.",
                                 hash(source.jsonSha256))},
            Signatures{{Text::of("Prepared by"), Text::of("Reviewed by"), Text::of("Date")}}};
}

}  // namespace prunescope::report
