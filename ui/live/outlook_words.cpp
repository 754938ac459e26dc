#include "ui/live/outlook_words.h"

#include "ui/support/format.h"

#include <cmath>

namespace prunescope::ui {

QString OutlookWords::distance() const {
    const double points = 100 * std::abs(outlook_.shortfall());
    // What differs is never told as 0.00.
    const QString text = decimalText(points, points < 0.005 ? 6 : 2);
    return outlook_.shortfall() > 0 ? tr("%1 points below the target").arg(text)
                                    : tr("%1 points above the target").arg(text);
}

QString OutlookWords::ending() const {
    if (!misses_) return {};
    const QString end = percentText(outlook_.atEnd());
    if (outlook_.isFrozen()) return tr("Frozen: will end at %1, %2").arg(end, distance());
    if (outlook_.isHeld()) return tr("Held by the guard: will end at %1, %2").arg(end, distance());
    return tr("Will end at %1, %2").arg(end, distance());
}

QString OutlookWords::status(double sparsity) const {
    return tr("sparsity %1 (measured), will end at %2, not %3")
        .arg(percentText(sparsity), percentText(outlook_.atEnd()), percentText(outlook_.target()));
}

}  // namespace prunescope::ui
