#include "ui/charts/hidden_curves.h"

namespace prunescope::ui {

void HiddenCurves::toggle(const QString& label) {
    hiddenBefore_ = hidden_;
    toggled_ = label;
    if (!hidden_.remove(label)) hidden_.insert(label);
}

void HiddenCurves::isolate(const QString& label, const QSet<QString>& others) {
    const QSet<QString>& before = toggled_ == label ? hiddenBefore_ : hidden_;
    const bool wasAlone = before == others;
    toggled_.clear();
    hidden_ = wasAlone ? QSet<QString>() : others;
}

}  // namespace prunescope::ui
