#pragma once

#include "run/audit_event.h"
#include "view/run_history.h"

#include <QCoreApplication>
#include <QString>
#include <QVariant>
#include <string>
#include <vector>

namespace prunescope::ui {

/// Audit events in words that a reader of the window understands, in the window's language.
class AuditText {
    Q_DECLARE_TR_FUNCTIONS(prunescope::ui::AuditText)
public:
    /// Every kind that a run can record, in the order in which a list offers them.
    static const std::vector<std::string>& kinds();
    /// "Schedule edited" of "schedule_edited"; a kind of a newer version is given as words.
    static QString title(const std::string& kind);
    static QString who(const std::string& who);
    /// What differs between `before` and `after`: "target 95 % → 90 %; end step 4,000 → step 5,160". Empty
    /// when the event changed nothing. `layers`: names of the prunable layers, as far as they are known.
    static QString change(const run::AuditEvent& event, const std::vector<std::string>& layers);
    /// What was said of it: by whoever asked for it, by the program and, of a refusal, why.
    static QString reason(const run::AuditEvent& event);
    /// "Validation accuracy 86.10 % before (epoch 6), 85.90 % after (epoch 7)" of an event that changed what
    /// is trained; empty for any other.
    static QString effect(const run::AuditEvent& event, const view::EvaluationCurves& validation);
    /// "86.10 % → 85.90 %" of the same, and of a fall of accuracy; a dash for what has not been measured.
    static QString effectInShort(const run::AuditEvent& event, const view::EvaluationCurves& validation);
    /// After less before, to sort by; invalid where one of them is not known.
    static QVariant effectValue(const run::AuditEvent& event, const view::EvaluationCurves& validation);
    /// Their JSON on several lines.
    static QString pretty(const run::EventValues& values);
};

}  // namespace prunescope::ui
