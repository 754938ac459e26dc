#include "ui/report/report_writer.h"

#include "report/text.h"
#include "ui/support/engine_text.h"
#include "view/number_text.h"

#include <algorithm>

namespace prunescope::ui {

using paper::pt;

ReportWriter::ReportWriter(const report::ReportInput& input)
    : input_(input), summary_(report::summarise(input)) {}

std::vector<PrintedPage> ReportWriter::pages() {
    pageOne();
    flow_.newPage();
    result();
    confusion();
    sparsity();
    sizes();
    course();
    schedule();
    data();
    configuration();
    machine();
    limits();
    events();
    origins();
    signature();
    return flow_.takePages();
}

QString ReportWriter::dateLine(const report::ReportInput& input) {
    if (input.writtenMs) return tr("Report written %1").arg(textOf(view::utcText(*input.writtenMs)));
    return tr("Run started %1").arg(textOf(view::utcText(input.record.header.provenance.startedMs)));
}

void ReportWriter::chapter(const QString& title) {
    flow_.skip(pt(8));
    flow_.heading(QStringLiteral("%1  %2").arg(++chapters_).arg(title), 13);
}

QString ReportWriter::evidence(std::string_view key) const {
    const auto& origins = summary_.origins;
    const auto origin =
        std::find_if(origins.begin(), origins.end(), [&](const auto& o) { return o.key == key; });
    if (origin == origins.end()) return {};
    return QStringLiteral("%1 [%2]")
        .arg(engineText(report::evidenceName(origin->evidence)))
        .arg(origin - origins.begin() + 1);
}

QString ReportWriter::points(double difference) const {
    QString text = QString::number(100 * difference, 'f', 2);
    if (text == QLatin1String("-0.00")) text = QStringLiteral("0.00");
    if (!text.startsWith(QLatin1Char('-'))) text.prepend(QLatin1Char('+'));
    return tr("%1 points").arg(text);
}

QString shareText(double share) {
    return textOf(view::percentText(share));
}

QString wholeText(std::int64_t value) {
    return textOf(view::countText(value));
}

QString wholeText(std::int64_t value, bool known) {
    return known ? wholeText(value) : dash;
}

QString textOf(const std::string& plain) {
    return QString::fromStdString(plain);
}

}  // namespace prunescope::ui
