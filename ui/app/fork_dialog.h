#pragma once

#include "workspace/branch.h"

#include <QDialog>
#include <vector>

class QDialogButtonBox;
class QTreeWidget;

namespace prunescope::ui {

/// Lets somebody choose the saved state that a run is branched from.
class ForkDialog : public QDialog {
    Q_OBJECT
public:
    /// `fork` has a point at least; the latest is chosen at first.
    ForkDialog(const QString& run, const workspace::ForkPoints& fork, QWidget* parent);

    StepIndex step() const;

private:
    void fill(const workspace::ForkPoints& fork);

    std::vector<StepIndex> steps_;
    QTreeWidget* list_;
    QDialogButtonBox* buttons_;
};

}  // namespace prunescope::ui
