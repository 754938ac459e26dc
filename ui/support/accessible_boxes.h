#pragma once

namespace prunescope::ui {

/// Lets screen readers call a box to choose from by its field, and read its value as the value: Qt gives the
/// value for the name on this system. To be called once there is an application; more often does no harm.
void nameBoxesByTheirField();

}  // namespace prunescope::ui
