#pragma once

#include <QByteArray>

namespace prunescope::ui {

/// Mends what a search finds in a PDF that Qt wrote. Where one shape stands for several characters, Qt notes
/// the lowest of them: a tab for a space, the radical U+2ED1 for the ideograph U+9577. A reader then finds
/// neither "test accuracy" nor a Japanese name. The notes are replaced in place, by ones of the same length.
void mendTextMaps(QByteArray& pdf);

}  // namespace prunescope::ui
