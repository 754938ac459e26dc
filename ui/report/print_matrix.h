#pragma once

#include "report/document.h"
#include "ui/report/page_flow.h"

namespace prunescope::ui {

/// The cells of a confusion matrix with the names of its classes, as one piece.
void placeMatrix(PageFlow& flow, const report::Matrix& matrix, const QString& caption);

}  // namespace prunescope::ui
