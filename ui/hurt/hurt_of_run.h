#pragma once

#include "report/document.h"
#include "store/run_folder.h"

#include <QStringList>

namespace prunescope::ui {

/// Who is hurt by the pruning of a run, as its report says it.
struct HurtOfRun {
    report::HurtSummary hurt;
    report::TestPictures pictures;
    std::vector<std::string> classNames;  ///< of the data set, a name for every class
    std::string unit;                     ///< of the number that is predicted; empty for none
    std::vector<report::Block> chapter;   ///< of the report; empty for a run without one

    /// The sentences of the chapter, in the window's language; where two networks are compared, the first
    /// says which the first of them is.
    QStringList sentences() const;
    /// "First: reference run": as the chapter's table calls it. Empty where nothing is compared.
    QString firstNetwork() const;
};

/// Beside the dense run of the same experiment, where there is one, else beside the network before the first
/// cut. Takes as long as the run and its data set are: for a thread of the background. Throws `Error` when
/// the run cannot be read.
HurtOfRun readHurt(const store::RunFolder& folder);

}  // namespace prunescope::ui
