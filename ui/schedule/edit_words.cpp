#include "ui/schedule/edit_words.h"

#include "prune/mask_selection.h"
#include "session/outlook.h"
#include "ui/support/engine_text.h"
#include "ui/support/format.h"

#include <QStringList>
#include <cmath>

namespace prunescope::ui {
namespace {

QString signedText(double difference, int decimals) {
    const QString digits = decimalText(std::abs(difference), decimals);
    return (difference < 0 ? QChar(0x2212) : QLatin1Char('+')) + digits;
}

}  // namespace

QString EditWords::epochs(StepIndex before, StepIndex after) const {
    if (after == run::neverFrozen) return tr("never");
    const double epoch = axis_.epochOf(static_cast<double>(after.value));
    if (before == run::neverFrozen) return tr("at epoch %1").arg(decimalText(epoch, 2));
    const double moved = epoch - axis_.epochOf(static_cast<double>(before.value));
    return tr("%1 epochs").arg(signedText(moved, 2));
}

QString EditWords::changes(const AppliedEdit& edit) const {
    QStringList parts;
    if (edit.schedule) {
        const auto& [before, after] = *edit.schedule;
        const auto points = [](double from, double to) {
            return tr("%1 points").arg(signedText(100 * (to - from), 2));
        };
        if (before.initial != after.initial)
            parts << tr("initial sparsity %1").arg(points(before.initial, after.initial));
        if (before.target != after.target) parts << tr("target %1").arg(points(before.target, after.target));
        if (before.start != after.start) parts << tr("start %1").arg(epochs(before.start, after.start));
        if (before.end != after.end) parts << tr("end %1").arg(epochs(before.end, after.end));
        if (before.freeze != after.freeze) parts << tr("freeze %1").arg(epochs(before.freeze, after.freeze));
        const bool bent = before.shape != after.shape || (parts.isEmpty() && before.knots != after.knots);
        if (bent) parts << tr("another curve");
    }
    if (edit.strengths) parts << tr("attention strength");
    return parts.join(QStringLiteral(", "));
}

QString EditWords::atOnce(const run::SparsitySchedule& applied, const run::SparsitySchedule& draft,
                          const session::Snapshot& now, std::int64_t prunableWeights) {
    if (applied == draft || prunableWeights <= 0 || !std::isfinite(now.sparsity)) return {};
    // Masks are chosen anew in the first step that follows an edit.
    const auto keptNext = [&](const run::SparsitySchedule& schedule) {
        return prune::keptCount(prunableWeights, session::outlookUnder(schedule, now).at(now.step));
    };
    const auto kept = prunableWeights - std::llround(now.sparsity * static_cast<double>(prunableWeights));
    const std::int64_t next = keptNext(draft);
    if (next == keptNext(applied) || next == kept) return {};
    return next > kept ? tr("Apply brings back %1 weights now.").arg(countText(next - kept))
                       : tr("Apply cuts %1 weights now.").arg(countText(kept - next));
}

QString EditWords::problem(const run::SparsitySchedule& schedule, const Text& engine) const {
    if (schedule.end >= schedule.start) return engineText(engine);
    const auto epoch = [this](StepIndex step) {
        return decimalText(axis_.epochOf(static_cast<double>(step.value)), 2);
    };
    return tr("The ramp would end at epoch %1, before it starts at epoch %2")
        .arg(epoch(schedule.end), epoch(schedule.start));
}

}  // namespace prunescope::ui
