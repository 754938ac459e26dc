#include "ui/audit/audit_text.h"

#include "run/audit_events.h"
#include "run/record_json.h"
#include "session/command.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"
#include "view/accuracy_drops.h"
#include "view/event_text.h"
#include "view/quality_text.h"

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
        {kind::stateSaved, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "State saved")},
        {kind::continued, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Taken up again")},
        {kind::extended, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Asked to train longer")},
        {kind::branched, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Branched from another run")},
        {kind::stopRequested, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Stop requested")},
        {kind::moved, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Saved elsewhere")},
        {kind::masksFinished, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Final mask chosen")},
        {kind::batchNormRecalibrated,
         QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Batch norm recalibrated")},
        {kind::collapseSuspected, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Collapse suspected")},
        {kind::divergenceSuspected, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Divergence suspected")},
        {kind::diverged, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Training diverged")},
        {kind::endedAtChance, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "No better than guessing")},
        {view::accuracyFell, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Validation got worse")},
        {kind::finished, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Run finished")},
        {kind::stopped, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Run stopped")},
        {kind::failed, QT_TRANSLATE_NOOP("prunescope::ui::AuditText", "Run failed")},
    };
    return all;
}

bool changesTraining(const run::AuditEvent& event) {
    static const std::vector<std::string> quiet{kind::started, kind::phaseChanged, kind::firstCut,
                                                kind::branched, kind::finished};
    return run::isChange(event) && std::find(quiet.begin(), quiet.end(), event.kind) == quiet.end();
}

/// Positions of the evaluations before and after an event that changed what is trained, or of those that a
/// fall of accuracy lies between; none of any other event.
struct Measurements {
    std::optional<std::size_t> before;
    std::optional<std::size_t> after;
};

Measurements measuredAround(const run::AuditEvent& event, const view::EvaluationCurves& validation) {
    const bool fell = event.kind == view::accuracyFell;
    if (!fell && !changesTraining(event)) return {};
    const std::size_t size = std::min(validation.times.size(), validation.main().size());
    const auto firstFrom = [&](std::int64_t step) {
        return validation.times.firstAtOrAfter(view::TimeUnit::step, static_cast<double>(step));
    };
    // What was measured at the step of the event itself was measured before the event took hold; a fall ends
    // there.
    const std::size_t next = firstFrom(event.step.value + (fell ? 0 : 1));
    const auto known = [&](std::size_t at) { return at < size ? std::optional(at) : std::nullopt; };
    if (fell) return {known(view::beforeTheFall(event)), known(next)};
    return {next > 0 ? known(next - 1) : std::nullopt, known(next)};
}

/// By the measure that the run is judged by.
QString figureAt(const view::EvaluationCurves& validation, std::size_t at) {
    return qualityText(run::mainMeasure(validation.task), validation.main().at(at));
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
    if (!changesTraining(event)) return {};
    const auto [before, after] = measuredAround(event, validation);
    const auto measured = [&](std::size_t at) {
        return QStringLiteral("%1 (%2)").arg(
            figureAt(validation, at), tr("epoch %1").arg(decimalText(validation.times.at(at).epoch, 2)));
    };
    const QString sentence = validation.task == run::Task::classification
                                 ? tr("Validation accuracy: %1 before, %2 after")
                                 : tr("Validation RMSE: %1 before, %2 after");
    return sentence.arg(before ? measured(*before) : tr("not measured"),
                        after ? measured(*after) : tr("not measured yet"));
}

QString AuditText::effectInShort(const run::AuditEvent& event, const view::EvaluationCurves& validation) {
    const auto [before, after] = measuredAround(event, validation);
    if (!before && !after) return {};
    const auto measured = [&](const std::optional<std::size_t>& at) {
        return at ? figureAt(validation, *at) : QStringLiteral("–");
    };
    return QStringLiteral("%1 → %2").arg(measured(before), measured(after));
}

QVariant AuditText::effectValue(const run::AuditEvent& event, const view::EvaluationCurves& validation) {
    const auto [before, after] = measuredAround(event, validation);
    return before && after ? QVariant(validation.main().at(*after) - validation.main().at(*before))
                           : QVariant();
}

QString AuditText::pretty(const run::EventValues& values) {
    return run::hasValues(values) ? QString::fromStdString(run::jsonText(run::eventValuesToJson(values), 2))
                                  : QString();
}

}  // namespace prunescope::ui
