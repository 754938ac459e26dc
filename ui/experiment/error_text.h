#pragma once

#include "base/error.h"

#include <QString>

namespace prunescope::ui {

/// What is wrong and how to mend it, in the window's language, for the place that the error names.
QString reasonText(const Error& error);

/// The same where the place is said as well, unless it is an option's key, which says nothing to a reader.
QString placedReasonText(const Error& error);

}  // namespace prunescope::ui
