#pragma once

namespace prunescope::ui {

/// While it lives, which is while the application object is made: where Qt would end the program with a core
/// dump because it finds no display, the program ends with one sentence and exit status 1.
class MissingDisplay {
public:
    MissingDisplay();
    MissingDisplay(const MissingDisplay&) = delete;
    MissingDisplay& operator=(const MissingDisplay&) = delete;
    ~MissingDisplay();
};

}  // namespace prunescope::ui
