#pragma once

#include <QHash>
#include <QString>
#include <cstddef>
#include <set>

class QSettings;

namespace prunescope::ui {

/// Which colour a run has. A slot of `Theme::category` is bound to the run's id when it is first asked for
/// and kept in the settings: it stays when other runs come or go, and a run that is copied back has it again.
class RunColours {
public:
    explicit RunColours(QSettings& settings);
    /// The run's slot; for a run that is new the first that no other run has.
    std::size_t slotOf(const QString& runId);
    /// Colours repeat after six runs; then the line is drawn another way.
    static Qt::PenStyle styleOf(std::size_t slot);

private:
    QSettings& settings_;
    QHash<QString, std::size_t> slots_;
    std::set<std::size_t> taken_;
};

}  // namespace prunescope::ui
