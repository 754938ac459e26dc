#include "ui/audit/audit_text.h"

#include "base/error.h"
#include "run/audit_events.h"
#include "run/record_json.h"
#include "session/command.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"

#include <QStringList>
#include <algorithm>
#include <optional>

namespace prunescope::ui {
namespace {

namespace kind = session::event;

struct Title {
    const char* kind;
    const char* text;
};

/// Texts are marked for translation here and translated when they are asked for.
const std::vector<Title>& titles() {
    static const std::vector<Title> all{
        {kind::started, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Run started")},
        {kind::scheduleEdited, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Schedule edited")},
        {kind::attentionSet, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Attention strength set")},
        {kind::frozen, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Mask frozen")},
        {kind::unfrozen, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Mask unfrozen")},
        {kind::refused, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Request refused")},
        {kind::phaseChanged, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Phase changed")},
        {kind::firstCut, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "First weights cut")},
        {kind::paused, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Paused")},
        {kind::resumed, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Resumed")},
        {kind::stepped, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "One step taken")},
        {kind::stopRequested, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Stop requested")},
        {kind::moved, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Saved elsewhere")},
        {kind::masksFinished, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Final mask chosen")},
        {kind::batchNormRecalibrated,
         QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Batch norm recalibrated")},
        {kind::collapseSuspected, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Collapse suspected")},
        {kind::divergenceSuspected, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Divergence suspected")},
        {kind::diverged, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Training diverged")},
        {kind::endedAtChance, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "No better than guessing")},
        {kind::finished, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Run finished")},
        {kind::stopped, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Run stopped")},
        {kind::failed, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Run failed")},
    };
    return all;
}

std::optional<nlohmann::json> jsonIn(const std::string& text) {
    try {
        return run::jsonFromText(text, "");
    } catch (const Error&) {
        return std::nullopt;  // Damaged or plain text: shown as it stands.
    }
}

}  // namespace

const std::vector<std::string>& AuditText::kinds() {
    static const std::vector<std::string> all = [] {
        std::vector<std::string> names;
        for (const Title& title : titles()) names.emplace_back(title.kind);
        return names;
    }();
    return all;
}

QString AuditText::title(const std::string& kind) {
    const auto known = std::find_if(titles().begin(), titles().end(),
                                    [&](const Title& title) { return kind == title.kind; });
    if (known != titles().end()) return tr(known->text);
    QString words = QString::fromStdString(kind).replace(QLatin1Char('_'), QLatin1Char(' '));
    if (!words.isEmpty()) words[0] = words[0].toUpper();
    return words;
}

QString AuditText::who(const std::string& who) {
    if (who == "user") return tr("user");
    if (who == "schedule") return tr("schedule");
    if (who == "program") return tr("program");
    return QString::fromStdString(who);
}

QString AuditText::reason(const run::AuditEvent& event) {
    QStringList parts;
    const std::string given = run::reasonOf(event);
    const std::string refusal = run::refusalOf(event);
    if (!given.empty()) parts << engineText(given);
    if (!refusal.empty()) parts << tr("refused: %1").arg(engineText(refusal));
    return parts.join(QStringLiteral("; "));
}

QString AuditText::effect(const run::AuditEvent& event, const view::EvaluationCurves& validation) {
    static const std::vector<std::string> quiet{kind::started, kind::phaseChanged, kind::firstCut,
                                                kind::finished};
    const bool changes = !event.after.empty() && !run::isRefusal(event) &&
                         std::find(quiet.begin(), quiet.end(), event.kind) == quiet.end();
    if (!changes) return {};
    // What was measured at the step of the event itself was measured before the event took hold.
    const auto next =
        validation.times.firstAtOrAfter(view::TimeUnit::step, static_cast<double>(event.step.value) + 1);
    const std::size_t size = std::min(validation.times.size(), validation.accuracy.size());
    const auto measured = [&](std::size_t at) {
        return QStringLiteral("%1 (%2)").arg(
            percentText(validation.accuracy.at(at)),
            tr("epoch %1").arg(decimalText(validation.times.at(at).epoch, 2)));
    };
    const QString before = next > 0 && next <= size ? measured(next - 1) : tr("not measured");
    const QString after = next < size ? measured(next) : tr("not measured yet");
    return tr("Validation accuracy: %1 before, %2 after").arg(before, after);
}

QString AuditText::pretty(const std::string& json) {
    const auto parsed = json.empty() ? std::nullopt : jsonIn(json);
    return QString::fromStdString(parsed ? run::jsonText(*parsed, 2) : json);
}

}  // namespace prunescope::ui
