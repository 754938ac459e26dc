#pragma once

#include "run/outlook.h"

#include <QCoreApplication>
#include <QString>

namespace prunescope::ui {

/// What lies ahead of a run, in words, the same wherever the window speaks of it.
class OutlookWords {
    Q_DECLARE_TR_FUNCTIONS(prunescope::ui::OutlookWords)
public:
    OutlookWords(const run::Outlook& outlook, std::int64_t prunableWeights)
        : outlook_(outlook), misses_(outlook.misses(prunableWeights)) {}

    /// The run will not end at its target.
    bool misses() const { return misses_; }
    /// "Frozen: will end at 66.21 %, 28.79 points below the target"; empty when the target will be reached.
    QString ending() const;
    /// "sparsity 66.21 % (measured), will end at 66.21 %, not 95.00 %"
    QString status(double sparsity) const;
    /// "28.79 points below"
    QString distance() const;

private:
    run::Outlook outlook_;
    bool misses_;
};

}  // namespace prunescope::ui
