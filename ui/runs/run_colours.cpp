#include "ui/runs/run_colours.h"

#include <algorithm>
#include <array>

namespace prunescope::ui {
namespace {

constexpr std::size_t colours = 6;
constexpr std::array styles{Qt::SolidLine, Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine};
constexpr qreal usualWidth = 2;
constexpr qreal widening = 1.5;

}  // namespace

bool RunColours::isTaken(std::size_t slot) const {
    return std::find(taken_.begin(), taken_.end(), slot) != taken_.end();
}

std::size_t RunColours::take(const QString& runId) {
    if (const auto known = taken_.constFind(runId); known != taken_.constEnd()) return *known;
    const auto old = before_.constFind(runId);
    std::size_t slot = old != before_.constEnd() ? *old : 0;
    if (isTaken(slot)) {
        slot = 0;
        while (isTaken(slot)) ++slot;
    }
    taken_.insert(runId, slot);
    before_.insert(runId, slot);
    return slot;
}

void RunColours::release(const QString& runId) {
    taken_.remove(runId);
}

std::optional<std::size_t> RunColours::slotOf(const QString& runId) const {
    const auto known = taken_.constFind(runId);
    if (known == taken_.constEnd()) return std::nullopt;
    return shared_.value(runId, *known);
}

Qt::PenStyle RunColours::styleOf(std::size_t slot) {
    return styles[slot / colours % styles.size()];
}

qreal RunColours::widthOf(std::size_t slot) {
    const std::size_t round = slot / (colours * styles.size());
    return usualWidth + widening * static_cast<qreal>(round);
}

}  // namespace prunescope::ui
