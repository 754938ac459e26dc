#pragma once

#include "run/records.h"

#include <QCoreApplication>
#include <QString>
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
    /// JSON on several lines; what is no JSON stays as it is.
    static QString pretty(const std::string& json);
};

}  // namespace prunescope::ui
