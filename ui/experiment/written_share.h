#pragma once

#include <QString>
#include <optional>

namespace prunescope::ui {

/// The share that a user wrote: "95", "95 %", "0.95" and "0,95" are one. What has no unit and is below 1 is a
/// share already; anything else is a percentage. Nothing for what is no number.
std::optional<double> writtenShare(const QString& text);

/// As it stands in a field: 0.95 as "95 %".
QString shareAsWritten(double share);

}  // namespace prunescope::ui
