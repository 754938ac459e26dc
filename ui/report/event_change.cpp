#include "base/error.h"
#include "run/audit_events.h"
#include "run/record_json.h"
#include "ui/report/report_writer.h"

#include <optional>

namespace prunescope::ui {
namespace {

std::optional<nlohmann::json> objectIn(const std::string& text) {
    try {
        nlohmann::json json = run::jsonFromText(text, "");
        if (json.is_object()) return json;
    } catch (const Error&) {
        return std::nullopt;  // Damaged or plain text: shown as it stands.
    }
    return std::nullopt;
}

}  // namespace

QString eventChange(const run::AuditEvent& event) {
    if (event.before.empty() && event.after.empty()) return dash;
    const QString arrow = QStringLiteral(" → ");
    const auto before = objectIn(event.before);
    const auto after = objectIn(event.after);
    if (!after || (!before && !event.before.empty())) {
        const QString now = paper::clean(event.after);
        return event.before.empty() ? now : paper::clean(event.before) + arrow + now;
    }
    QStringList changes;
    for (const auto& [key, value] : after->items()) {
        if (run::isRefusal(event) && run::isRefusalNote(key)) continue;
        const bool known = before && before->contains(key);
        if (known && before->at(key) == value) continue;
        QString change = paper::clean(key) + QStringLiteral(": ");
        if (known) change += paper::clean(run::jsonText(before->at(key))) + arrow;
        changes << change + paper::clean(run::jsonText(value));
    }
    if (changes.isEmpty()) return run::isRefusal(event) ? dash : ReportWriter::tr("no difference");
    const QString text = changes.join(QStringLiteral("; "));
    return run::isRefusal(event) ? ReportWriter::tr("asked for %1").arg(text) : text;
}

}  // namespace prunescope::ui
