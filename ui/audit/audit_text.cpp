#include "ui/audit/audit_text.h"

#include "run/audit_events.h"
#include "run/record_json.h"
#include "session/command.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "view/event_text.h"

#include <algorithm>

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
    return engineText(view::saidText(event));
}

QString AuditText::change(const run::AuditEvent& event, const std::vector<std::string>& layers) {
    return engineText(view::changeText(event, layers));
}

QString AuditText::effect(const run::AuditEvent& event, const view::EvaluationCurves& validation) {
    static const std::vector<std::string> quiet{kind::started, kind::phaseChanged, kind::firstCut,
                                                kind::finished};
    const bool changes =
        run::isChange(event) && std::find(quiet.begin(), quiet.end(), event.kind) == quiet.end();
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

QString AuditText::pretty(const run::EventValues& values) {
    return run::hasValues(values) ? QString::fromStdString(run::jsonText(run::eventValuesToJson(values), 2))
                                  : QString();
}

}  // namespace prunescope::ui
