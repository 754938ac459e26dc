#pragma once

#include <QHash>
#include <QString>
#include <QtGlobal>
#include <cstddef>
#include <optional>
#include <utility>

namespace prunescope::ui {

/// Which colour a run has that is laid over others. A slot of `Theme::category` is taken when the run joins
/// the comparison and is free again when it leaves: of the runs that are seen together no two look alike.
class RunColours {
public:
    /// The slot that the run had before when nobody has it now, else the first that nobody has.
    std::size_t take(const QString& runId);
    void release(const QString& runId);
    std::optional<std::size_t> slotOf(const QString& runId) const;
    /// While pictures have one colour for several runs: each of these has this slot, and keeps its own for
    /// later.
    void share(QHash<QString, std::size_t> slotsOfRuns) { shared_ = std::move(slotsOfRuns); }

    /// Colours repeat after six runs; then the line is drawn another way, and after thirty wider.
    static Qt::PenStyle styleOf(std::size_t slot);
    static qreal widthOf(std::size_t slot);

private:
    bool isTaken(std::size_t slot) const;

    QHash<QString, std::size_t> taken_;
    QHash<QString, std::size_t> before_;
    QHash<QString, std::size_t> shared_;
};

}  // namespace prunescope::ui
