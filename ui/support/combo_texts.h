#pragma once

#include <QStringList>

class QComboBox;

namespace prunescope::ui {

/// Gives a box its texts in the window's language, without a signal. The choice stays; of an empty box it is
/// `first`.
void setComboTexts(QComboBox& box, const QStringList& texts, int first);

}  // namespace prunescope::ui
